package org.apctck.kit.agent;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apctck.kit.Kit;
import org.apctck.kit.agent.Message.Closing;
import org.apctck.kit.agent.Message.Drill;
import org.apctck.kit.agent.Message.Happened;
import org.apctck.kit.agent.Message.Hello;
import org.apctck.kit.agent.Message.RunProgram;
import org.apctck.kit.agent.Message.Welcome;
import org.apctck.spec.TargetUnavailableException;
import org.apctck.spec.program.Program;
import org.jspecify.annotations.Nullable;

/** What is asked of an agent beyond running programs: a conversation with a process of its own, in messages of the future. */
public final class Checkup implements AutoCloseable {
    private static final String UNKNOWN_FIELD = "{\"fieldOfAnotherVersion\":{\"a\":[1,2]},";
    /** One second as the protocol says, and half of one for a machine that is busy. */
    private static final long ENDING_MILLIS = 1500;

    private static final int PROGRAM_MILLIS = 5000;

    /** How long a hanging agent is listened to. */
    private static final int QUIET_MILLIS = 200;

    /** The number of a drill. */
    private static final long DRILL = 7;

    private final AgentProcess process;
    private Set<String> capabilities = Set.of();

    private Checkup(AgentProcess process) {
        this.process = process;
    }

    /**
     * Starts an agent and says hello, with a field that it does not know.
     *
     * @throws TargetUnavailableException if it cannot be started or does not say welcome
     */
    static Checkup of(AgentLaunch launch) throws TargetUnavailableException, InterruptedException {
        Checkup checkup;
        try {
            checkup = new Checkup(AgentProcess.start(
                    launch.command(), launch.environment(), launch.limits().lineBytes()));
        } catch (IOException e) {
            throw new TargetUnavailableException(launch.target() + ": cannot be started: " + e.getMessage(), e);
        }
        checkup.process.send(withUnknownField(new Hello(Message.PROTOCOL, Kit.version())));
        Received greeting = checkup.next(launch.limits().handshakeMillis());
        if (message(greeting) instanceof Welcome welcome) {
            checkup.capabilities = welcome.capabilities();
            return checkup;
        }
        checkup.close();
        throw new TargetUnavailableException(
                launch.target() + ": to hello with an unknown field it " + described(greeting));
    }

    /** What is wrong with its answer to a program that comes with a field that it does not know; empty if nothing is. */
    public Optional<String> unknownFields(Program program) throws InterruptedException {
        process.send(withUnknownField(new RunProgram(1, program, PROGRAM_MILLIS)));
        Received answer = next(2 * PROGRAM_MILLIS);
        while (message(answer) instanceof Happened) {
            answer = next(2 * PROGRAM_MILLIS);
        }
        return message(answer) instanceof Closing ? Optional.empty() : Optional.of("to run it " + described(answer));
    }

    /** Whether it can be asked to hang. */
    public boolean offersHang() {
        return capabilities.contains(Drill.Kind.HANG.capability());
    }

    /** Whether it can be asked to crash. */
    public boolean offersCrash() {
        return capabilities.contains(Drill.Kind.CRASH.capability());
    }

    /** What is wrong when the agent hangs on purpose: it is to say that it has begun, then nothing; empty if nothing is. */
    public Optional<String> hang() throws InterruptedException {
        process.send(new Drill(DRILL, Drill.Kind.HANG));
        Received begun = next(PROGRAM_MILLIS);
        if (!(message(begun) instanceof Happened)) {
            return Optional.of("it " + described(begun) + " instead of saying with one event that it has begun");
        }
        Received after = next(QUIET_MILLIS);
        return after instanceof Received.Silence ? Optional.empty() : Optional.of("it " + described(after));
    }

    /** What is wrong when the agent crashes on purpose: what came before is to arrive, and its death to show as one. */
    public Optional<String> crash() throws InterruptedException {
        process.send(new Drill(DRILL, Drill.Kind.CRASH));
        Received begun = next(PROGRAM_MILLIS);
        if (!(message(begun) instanceof Happened)) {
            return Optional.of("the event before the crash was lost: it " + described(begun));
        }
        Received after = next(PROGRAM_MILLIS);
        if (!(after instanceof Received.Ended)) {
            return Optional.of("it " + described(after));
        }
        return process.hasFailed() ? Optional.empty() : Optional.of("it ended with exit status 0, as if all were well");
    }

    private static @Nullable Message message(Received received) {
        return received instanceof Received.Said said ? said.message() : null;
    }

    /** What is wrong with its end when its input ends; empty if nothing is. */
    public Optional<String> endsWithItsInput() throws InterruptedException {
        process.endInput();
        return process.awaitEnd(ENDING_MILLIS) ? Optional.empty() : Optional.of("it is still there");
    }

    private Received next(long millis) throws InterruptedException {
        return process.next(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private static String withUnknownField(Message message) {
        return UNKNOWN_FIELD + MessageJson.write(message).substring(1);
    }

    private static String described(Received received) {
        if (received instanceof Received.Said said) {
            return "answered `" + MessageJson.write(said.message()) + "`";
        }
        if (received instanceof Received.Garbage garbage) {
            return "answered nonsense: " + garbage.problem();
        }
        return received instanceof Received.Ended ? "ended" : "did not answer";
    }

    @Override
    public void close() {
        process.kill();
    }
}
