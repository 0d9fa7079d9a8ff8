package org.apctck.kit.agent;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.apctck.kit.Kit;
import org.apctck.kit.TargetLostException;
import org.apctck.kit.agent.Message.Bye;
import org.apctck.kit.agent.Message.Cause;
import org.apctck.kit.agent.Message.Closing;
import org.apctck.kit.agent.Message.Failure;
import org.apctck.kit.agent.Message.Happened;
import org.apctck.kit.agent.Message.Hello;
import org.apctck.kit.agent.Message.RunProgram;
import org.apctck.kit.agent.Message.Welcome;
import org.apctck.spec.Steering;
import org.apctck.spec.TargetUnavailableException;
import org.apctck.spec.program.Program;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.Trace;

/** The conversation with one child process that has said welcome. */
final class Agent {
    /** How long a child may take to end after bye before it is killed. */
    private static final long FAREWELL_MILLIS = 1000;

    /** How often a child is started before it is given up. */
    private static final int STARTS = 2;

    /** How often a child that others keep from running gets the time of the program once more. */
    private static final int EXTENSIONS_MAX = 3;

    /** How long it is looked whether they do. */
    private static final long LOOK_MILLIS = 200;

    private final AgentLaunch launch;
    private final AgentProcess process;
    private final Welcome welcome;
    private long programs;
    private int extensions;

    private Agent(AgentLaunch launch, AgentProcess process, Welcome welcome) {
        this.launch = launch;
        this.process = process;
        this.welcome = welcome;
    }

    /**
     * Starts a child and greets it. One that ends before it says welcome is started once more: on a busy machine a process may
     * fail to start for want of something that is there a moment later.
     *
     * @throws TargetUnavailableException if it cannot be started, does not answer, or speaks another protocol
     */
    static Agent start(AgentLaunch launch, List<String> command)
            throws TargetUnavailableException, InterruptedException {
        for (int left = STARTS - 1; ; left--) {
            AgentProcess process = process(launch, command);
            try {
                Received answer = hello(launch, process);
                if (answer instanceof Received.Ended && left > 0) {
                    process.kill();
                } else {
                    return welcomed(launch, process, answer);
                }
            } catch (TargetUnavailableException | InterruptedException e) {
                process.kill();
                throw e;
            }
        }
    }

    private static AgentProcess process(AgentLaunch launch, List<String> command) throws TargetUnavailableException {
        try {
            return AgentProcess.start(
                    command, launch.environment(), launch.limits().lineBytes());
        } catch (IOException e) {
            throw new TargetUnavailableException(
                    launch.target() + ": `" + command.get(0) + "` cannot be started: " + e.getMessage(), e);
        }
    }

    private static Received hello(AgentLaunch launch, AgentProcess process) throws InterruptedException {
        process.send(new Hello(Message.PROTOCOL, Kit.version()));
        return process.next(System.nanoTime()
                + TimeUnit.MILLISECONDS.toNanos(launch.limits().handshakeMillis()));
    }

    private static Agent welcomed(AgentLaunch launch, AgentProcess process, Received answer)
            throws TargetUnavailableException, InterruptedException {
        if (answer instanceof Received.Said said
                && said.message() instanceof Welcome welcome
                && welcome.protocol() == Message.PROTOCOL) {
            return new Agent(launch, process, welcome);
        }
        int millis = launch.limits().handshakeMillis();
        throw new TargetUnavailableException(launch.target() + ": the agent " + refusal(answer, process, millis));
    }

    private static String refusal(Received answer, AgentProcess process, int millis) throws InterruptedException {
        if (answer instanceof Received.Silence) {
            return "did not answer hello within " + millis + " ms";
        }
        if (answer instanceof Received.Ended) {
            return "ended before it said welcome, each of " + STARTS + " times: "
                    + process.obituary().text();
        }
        if (answer instanceof Received.Garbage garbage) {
            return "does not speak the protocol: " + garbage.problem();
        }
        Message message = ((Received.Said) answer).message();
        if (message instanceof Welcome welcome) {
            return "speaks protocol " + welcome.protocol() + ", this kit speaks " + Message.PROTOCOL
                    + "; docs/protocol/README.md says under Versions what is different";
        }
        return message instanceof Failure failure
                ? "refuses: " + failure.message()
                : "does not answer hello with welcome";
    }

    Welcome welcome() {
        return welcome;
    }

    /** Whether it has run a program already, so that a crash may come from an earlier one. */
    boolean isUsed() {
        return programs > 0;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Whether the machine was too busy to let it answer the last program in time. */
    boolean wasStarved() {
        return extensions > 0;
    }

    /** How much it has said about the program that it ran last. */
    long charactersSaid() {
        return process.charactersSaid();
    }

    String takeStderr() {
        return process.stderr().take();
    }

    /**
     * Asks for a program to be run.
     *
     * @param steering left out if the agent cannot be steered
     *
     * @throws TargetLostException if the agent breaks the protocol
     */
    Answer run(Program program, Steering steering) throws InterruptedException {
        long id = ++programs;
        HostLimits limits = launch.limits();
        int hardMillis = limits.hardMillis(program);
        long began = System.nanoTime();
        long deadline = began + TimeUnit.MILLISECONDS.toNanos(hardMillis);
        Steering understood = welcome.capabilities().contains(Message.STEERING) ? steering : Steering.NONE;
        process.send(new RunProgram(id, program, limits.softMillis(program), understood));
        List<Event> events = new ArrayList<>();
        extensions = 0;
        while (true) {
            Received next = process.next(deadline);
            if (next instanceof Received.Silence) {
                if (extensions < EXTENSIONS_MAX && process.isStarved(LOOK_MILLIS)) {
                    extensions++;
                    deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(hardMillis);
                    continue;
                }
                process.kill();
                return new Answer.Silent(ordered(events), hardMillis);
            }
            if (next instanceof Received.Ended) {
                return new Answer.Died(ordered(events), process.obituary());
            }
            if (next instanceof Received.Garbage garbage) {
                throw broken(garbage.problem());
            }
            Message message = ((Received.Said) next).message();
            if (message instanceof Happened happened) {
                check(happened.id(), id, message);
                if (events.size() == limits.events()) {
                    throw broken("it sent more than " + limits.events() + " events for one program");
                }
                events.add(happened.event());
            } else {
                return answer(message, id, program, events, (System.nanoTime() - began) / 1000);
            }
        }
    }

    private Answer answer(Message message, long id, Program program, List<Event> events, long elapsedMicros) {
        if (message instanceof Closing closing) {
            check(closing.id(), id, message);
            if (closing.events() != events.size()) {
                throw broken("it says that it sent " + closing.events() + " events, but " + events.size() + " came");
            }
            Trace trace = new Trace(ordered(events), closing.status(), closing.evidence(), null, closing.readings());
            OptionalLong elapsed =
                    welcome.clock().equals(Message.VIRTUAL) ? OptionalLong.empty() : OptionalLong.of(elapsedMicros);
            return new Answer.Closed(
                    Told.checked(program, welcome.apis(), events, trace, elapsed), closing.exhausted());
        }
        if (message instanceof Failure failure) {
            if (failure.id() != null) {
                check(failure.id(), id, message);
            }
            return failure.cause() == Cause.PROGRAM
                    ? new Answer.InError(failure.message())
                    : new Answer.Faulty(ordered(events), failure.message());
        }
        throw broken("it sent `" + MessageJson.write(message) + "` while it was to run a program");
    }

    private void check(long id, long expected, Message message) {
        if (id != expected) {
            String kind = id < expected ? "a second answer to" : "an answer to what was not asked,";
            throw broken("it sent " + kind + " program " + id + ": `" + MessageJson.write(message) + "`");
        }
    }

    /** Events come in the order in which threads wrote them; their numbers say in which they happened. */
    private List<Event> ordered(List<Event> events) {
        events.sort(Comparator.comparingInt(Event::seq));
        List<Event> ordered = new ArrayList<>();
        for (Event event : events) {
            if (!ordered.isEmpty()
                    && event.seq() == events.get(ordered.size() - 1).seq()) {
                throw broken("it sent two events with the number " + event.seq());
            }
            ordered.add(event.at(ordered.size()));
        }
        return ordered;
    }

    private TargetLostException broken(String problem) {
        process.kill();
        return new TargetLostException(launch.target() + ": the agent breaks the protocol: " + problem, true);
    }

    /**
     * Says bye and ends the child.
     *
     * @throws TargetLostException if it still has something to say
     */
    void end() throws InterruptedException {
        process.send(new Bye());
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(FAREWELL_MILLIS);
        Received next = process.next(deadline);
        while (next instanceof Received.Said said && said.message() instanceof Bye) {
            next = process.next(deadline);
        }
        if (next instanceof Received.Ended) {
            process.awaitEnd(FAREWELL_MILLIS);
        }
        process.kill();
        if (next instanceof Received.Said said) {
            throw broken("it sent `" + MessageJson.write(said.message()) + "` unasked");
        }
        if (next instanceof Received.Garbage garbage) {
            throw broken(garbage.problem());
        }
    }

    /** Ends a child that holds blocked or ended threads, and cannot be expected to end by itself. */
    void kill() {
        process.kill();
    }
}
