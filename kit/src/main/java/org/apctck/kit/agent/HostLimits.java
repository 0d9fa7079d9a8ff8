package org.apctck.kit.agent;

import java.util.Map;
import org.apctck.spec.api.Call;
import org.apctck.spec.api.DueTime;
import org.apctck.spec.api.Effect;
import org.apctck.spec.api.Role;
import org.apctck.spec.api.Value;
import org.apctck.spec.format.InputException;
import org.apctck.spec.program.Entry;
import org.apctck.spec.program.Program;
import org.apctck.spec.trace.Trace;

/**
 * What the host allows an agent.
 *
 * @param limitMillis how long a program may run beyond the time that it asks for itself
 * @param handshakeMillis how long an agent may take to start
 * @param restarts how often an agent is started anew after it died or had to be killed
 * @param lineBytes the longest line that it may send
 * @param events the most events of one program
 */
public record HostLimits(int limitMillis, int handshakeMillis, int restarts, int lineBytes, int events) {
    /** The longest wait that the limit of a program allows for. */
    private static final long WAIT_MILLIS_MAX = 60_000;

    public static final HostLimits DEFAULT = new HostLimits(2000, 15_000, 50, 1 << 16, Trace.EVENTS_MAX);

    /**
     * The usual limits, but for what the options of a target say: {@code limitMillis} and {@code restarts}.
     *
     * @throws InputException if one of them is no such number
     */
    public static HostLimits of(Map<String, String> options) {
        return DEFAULT.withLimitMillis(number(options, "limitMillis", "a number of milliseconds", DEFAULT.limitMillis))
                .withRestarts(number(options, "restarts", "a number of restarts", DEFAULT.restarts));
    }

    private static int number(Map<String, String> options, String name, String what, int otherwise) {
        String given = options.get(name);
        if (given == null) {
            return otherwise;
        }
        if (!given.matches("[1-9]\\d{0,6}")) {
            throw new InputException(name + ": `" + given + "` is not " + what);
        }
        return Integer.parseInt(given);
    }

    public HostLimits withLimitMillis(int millis) {
        return new HostLimits(millis, handshakeMillis, restarts, lineBytes, events);
    }

    public HostLimits withHandshakeMillis(int millis) {
        return new HostLimits(limitMillis, millis, restarts, lineBytes, events);
    }

    public HostLimits withRestarts(int number) {
        return new HostLimits(limitMillis, handshakeMillis, number, lineBytes, events);
    }

    public HostLimits withLineBytes(int bytes) {
        return new HostLimits(limitMillis, handshakeMillis, restarts, bytes, events);
    }

    public HostLimits withEvents(int number) {
        return new HostLimits(limitMillis, handshakeMillis, restarts, lineBytes, number);
    }

    /** When the agent is to close the trace of {@code program}, whatever state it is in. */
    int softMillis(Program program) {
        long asked = 0;
        for (Entry entry : program.script()) {
            asked += entry instanceof Entry.Elapse elapse ? elapse.millis() : 0;
        }
        for (Call call : program.calls()) {
            asked += call.isFiniteWait() ? call.mostTimes() * satOutMillis(call.timeoutMillis()) : 0;
        }
        return (int) Math.min(limitMillis + asked + timersMillis(program), Integer.MAX_VALUE / 4);
    }

    /** How long waits may last that timers end: no longer than all timers one after the other, nor than the longest each time. */
    private long timersMillis(Program program) {
        long longest = 0;
        long all = 0;
        long waits = 0;
        for (Call call : program.calls()) {
            waits += call.function().canBlock() ? call.mostTimes() : 0;
            if (call.function().effect() == Effect.ARMS_TIMER) {
                long due = DueTime.read(call.argument(Role.DUE_TIME)).millis(0);
                long period = Math.max(0, Value.number(call.argument(Role.PERIOD)));
                // Each expiry may end the wait of another thread.
                long millis = satOutMillis(due) + program.threads().size() * satOutMillis(period);
                longest = Math.max(longest, millis);
                all += call.mostTimes() * millis;
            }
        }
        return Math.min(all, waits * longest);
    }

    /** Nobody writes a program to sit out more than a minute: such a wait is to be cut short. */
    private long satOutMillis(long millis) {
        return millis <= WAIT_MILLIS_MAX ? millis : limitMillis;
    }

    /** When an agent that has not closed the trace is killed. */
    int hardMillis(Program program) {
        return 2 * softMillis(program) + 1000;
    }
}
