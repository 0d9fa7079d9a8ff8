package org.apctck.kit.agent;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apctck.spec.Steering;
import org.apctck.spec.program.Program;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.TraceStatus;
import org.jspecify.annotations.Nullable;

/** What host and agent say to each other, one JSON object a line ({@code docs/protocol/}). */
sealed interface Message {
    /** The version of the protocol that this kit speaks. */
    int PROTOCOL = 2;

    /** The capability of an agent that holds threads back as {@link RunProgram#steering} says. */
    String STEERING = "steering";

    /** The clock of a model. */
    String VIRTUAL = "virtual";

    /** The host begins. */
    record Hello(int protocol, String kit) implements Message {}

    /**
     * The agent answers hello.
     *
     * @param clock {@code monotonic} for real time, {@code virtual} for that of a model, empty if it does not say
     * @param limits of the agent, by name, for people
     * @param capabilities what it can do beyond what every agent can: {@link #STEERING}, {@link Drill.Kind#capability}
     */
    record Welcome(
            int protocol,
            String implementation,
            String version,
            String digest,
            String platform,
            Set<String> apis,
            String clock,
            Map<String, Long> limits,
            Set<String> capabilities)
            implements Message {
        public Welcome {
            apis = Collections.unmodifiableSet(new TreeSet<>(apis));
            limits = Collections.unmodifiableMap(new TreeMap<>(limits));
            capabilities = Collections.unmodifiableSet(new TreeSet<>(capabilities));
        }
    }

    /**
     * The host asks for a program to be run.
     *
     * @param id which everything said about this run carries
     * @param limitMillis the soft limit: at it the agent closes the trace, whatever state the program is in
     * @param steering who is held back in its races; an agent without that capability does not know of it
     */
    record RunProgram(long id, Program program, int limitMillis, Steering steering) implements Message {
        RunProgram(long id, Program program, int limitMillis) {
            this(id, program, limitMillis, Steering.NONE);
        }
    }

    /**
     * The host asks an agent to go wrong on purpose, to see that it is noticed. The agent says that it has begun, by one event,
     * and never closes the trace.
     *
     * @param id which the event carries
     */
    record Drill(long id, Kind kind) implements Message {
        enum Kind {
            /** The thread that runs programs does not come back. */
            HANG,
            /** The process dies as it would of a fault of the implementation. */
            CRASH;

            /** The capability of an agent that can be asked for it. */
            String capability() {
                return "drill-" + name().toLowerCase(Locale.ROOT);
            }
        }
    }

    /** Something happened. */
    record Happened(long id, Event event) implements Message {}

    /**
     * The agent closes a trace: it answers {@code run}, and nothing about that run follows.
     *
     * @param events how many were sent
     * @param exhausted whether the process must not be used again
     */
    record Closing(
            long id, TraceStatus status, String evidence, Map<String, String> readings, int events, boolean exhausted)
            implements Message {
        public Closing {
            readings = Collections.unmodifiableMap(new TreeMap<>(readings));
        }
    }

    /**
     * The agent cannot do what it was asked for.
     *
     * @param id of the run, or null if it is about none
     */
    record Failure(@Nullable Long id, Cause cause, String message) implements Message {}

    /** Who is at fault. */
    enum Cause {
        /** The program: an entry for a thread that is in a call, a loop without end. */
        PROGRAM,
        /** The agent, or a host that it does not understand. */
        AGENT
    }

    /** The host ends the conversation, and the agent answers it. */
    record Bye() implements Message {}
}
