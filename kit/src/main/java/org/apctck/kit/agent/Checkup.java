package org.apctck.kit.agent;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apctck.kit.Kit;
import org.apctck.kit.agent.Message.Closing;
import org.apctck.kit.agent.Message.Happened;
import org.apctck.kit.agent.Message.Hello;
import org.apctck.kit.agent.Message.RunProgram;
import org.apctck.kit.agent.Message.Welcome;
import org.apctck.spec.Program;
import org.apctck.spec.TargetUnavailableException;
import org.jspecify.annotations.Nullable;

/** What is asked of an agent beyond running programs: a conversation with a process of its own, in messages of the future. */
public final class Checkup implements AutoCloseable {
    private static final String UNKNOWN_FIELD = "{\"fieldOfAnotherVersion\":{\"a\":[1,2]},";
    /** One second as the protocol says, and half of one for a machine that is busy. */
    private static final long ENDING_MILLIS = 1500;

    private static final int PROGRAM_MILLIS = 5000;

    private final AgentProcess process;

    private Checkup(AgentProcess process) {
        this.process = process;
    }

    /**
     * Starts an agent.
     *
     * @param name of its target, {@code agent:COMMAND}
     * @throws TargetUnavailableException if it cannot be started
     */
    public static Checkup of(String name) throws TargetUnavailableException {
        try {
            return new Checkup(
                    AgentProcess.start(AgentProvider.command(name), Map.of(), HostLimits.DEFAULT.lineBytes()));
        } catch (IOException e) {
            throw new TargetUnavailableException(name + ": cannot be started: " + e.getMessage(), e);
        }
    }

    /** What is wrong with its answers to messages that carry a field that it does not know; empty if nothing is. */
    public Optional<String> unknownFields(Program program) throws InterruptedException {
        process.send(withUnknownField(new Hello(Message.PROTOCOL, Kit.version())));
        Received greeting = next(HostLimits.DEFAULT.handshakeMillis());
        if (!(message(greeting) instanceof Welcome)) {
            return Optional.of("to hello it " + described(greeting));
        }
        process.send(withUnknownField(new RunProgram(1, program, PROGRAM_MILLIS)));
        Received answer = next(2 * PROGRAM_MILLIS);
        while (message(answer) instanceof Happened) {
            answer = next(2 * PROGRAM_MILLIS);
        }
        return message(answer) instanceof Closing ? Optional.empty() : Optional.of("to run it " + described(answer));
    }

    private static @Nullable Message message(Received received) {
        return received instanceof Received.Said said ? said.message() : null;
    }

    /** Whether it ends by itself when its input does. */
    public boolean endsWithItsInput() throws InterruptedException {
        process.endInput();
        return process.awaitEnd(ENDING_MILLIS);
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
