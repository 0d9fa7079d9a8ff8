package org.apctck.kit.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.apctck.kit.Cases;
import org.apctck.kit.Schemas;
import org.apctck.kit.Traces;
import org.apctck.kit.agent.Message.Bye;
import org.apctck.kit.agent.Message.Cause;
import org.apctck.kit.agent.Message.Closing;
import org.apctck.kit.agent.Message.Drill;
import org.apctck.kit.agent.Message.Failure;
import org.apctck.kit.agent.Message.Happened;
import org.apctck.kit.agent.Message.Hello;
import org.apctck.kit.agent.Message.RunProgram;
import org.apctck.kit.agent.Message.Welcome;
import org.apctck.spec.Racing;
import org.apctck.spec.Run;
import org.apctck.spec.Steering;
import org.apctck.spec.Target;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.program.Program;
import org.apctck.spec.program.ProgramException;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.TraceStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The agent's side of the protocol, over a pair of pipes. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ServeTest {
    private static final Program PROGRAM =
            Cases.of(List.of("worker: SleepEx(0, TRUE)")).program();

    private final List<Event> events = Traces.events("worker calls SleepEx(0, TRUE)", "quiescent", "worker returns 0");
    private final Semaphore halted = new Semaphore(0);
    private final Semaphore crashed = new Semaphore(0);
    private final Serve.Death death = new Serve.Death() {
        @Override
        public void halt() {
            halted.release();
        }

        @Override
        public void crash() {
            crashed.release();
        }
    };
    private OutputStream toAgent;
    private BufferedReader fromAgent;
    private InputStream agentIn;
    private OutputStream agentOut;
    private Thread serving;

    @BeforeEach
    void openPipes() throws IOException {
        // Not PipedInputStream: that watches which threads are alive, and so cannot be written to by several in turn.
        Pipe requests = Pipe.open();
        Pipe answers = Pipe.open();
        toAgent = Channels.newOutputStream(requests.sink());
        agentIn = Channels.newInputStream(requests.source());
        agentOut = Channels.newOutputStream(answers.sink());
        fromAgent = new BufferedReader(
                new InputStreamReader(Channels.newInputStream(answers.source()), StandardCharsets.UTF_8));
    }

    @AfterEach
    void closePipes() throws IOException {
        toAgent.close();
        agentOut.close();
    }

    private void serve(Target target) {
        Serve serve = new Serve(target, agentIn, agentOut, death);
        serving = new Thread(() -> {
            try {
                serve.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        serving.setDaemon(true);
        serving.start();
    }

    private void say(String line) throws IOException {
        toAgent.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        toAgent.flush();
    }

    private void say(Message message) throws IOException {
        say(MessageJson.write(message));
    }

    private Message hear() throws IOException {
        String line = fromAgent.readLine();
        assertThat(Schemas.errors("messages", line)).isEmpty();
        return MessageJson.read("agent", line);
    }

    private record Plain(Function<Program, Run> runs) implements Target {
        @Override
        public TargetDescription describe() {
            return Cases.target();
        }

        @Override
        public Run run(Program program) {
            return runs.apply(program);
        }

        @Override
        public void close() {}
    }

    private interface Behaviour {
        StreamingTarget.Ending run(int limitMillis, EventSink sink);
    }

    private record Streaming(Behaviour behaviour) implements StreamingTarget {
        @Override
        public TargetDescription describe() {
            return Cases.target();
        }

        @Override
        public Ending run(Program program, int limitMillis, EventSink sink) {
            return behaviour.run(limitMillis, sink);
        }

        @Override
        public void close() {}
    }

    private static Run model() {
        return new Run(
                List.of(
                        Traces.scheduled("s1", "worker calls SleepEx(0, TRUE)", "quiescent", "worker returns 0"),
                        Traces.scheduled("s2")),
                true);
    }

    @Test
    void aDrillSaysThatItBeginsAndThenCrashes() throws IOException, InterruptedException {
        serve(new Plain(program -> model()));

        say(new Drill(7, Drill.Kind.CRASH));

        assertThat(hear()).isInstanceOf(Happened.class);
        crashed.acquire();
    }

    @Test
    void aHangingAgentEndsWithItsInput() throws IOException, InterruptedException {
        serve(new Plain(program -> model()));

        say(new Drill(7, Drill.Kind.HANG));
        assertThat(hear()).isInstanceOf(Happened.class);
        assertThat(halted.availablePermits()).isZero();
        toAgent.close();

        halted.acquire();
        assertThat(crashed.availablePermits()).isZero();
    }

    @Test
    void aConversationWithAPlainTargetTellsTheFirstTrace() throws IOException, InterruptedException {
        serve(new Plain(program -> model()));

        say(new Hello(Message.PROTOCOL, "test"));
        assertThat(hear())
                .isEqualTo(new Welcome(
                        Message.PROTOCOL,
                        "Fake",
                        "1",
                        "",
                        "test",
                        Cases.target().apis(),
                        "monotonic",
                        Map.of(),
                        Set.of("drill-hang", "drill-crash")));
        say(new RunProgram(5, PROGRAM, 100));
        for (Event event : events) {
            assertThat(hear()).isEqualTo(new Happened(5, event));
        }
        assertThat(hear()).isEqualTo(new Closing(5, TraceStatus.COMPLETED, "", Map.of(), 3, false));
        say(new Bye());
        assertThat(hear()).isEqualTo(new Bye());
        serving.join();
    }

    @Test
    void eventsAreOnTheWireBeforeTheProgramHasEnded() throws IOException, InterruptedException {
        CountDownLatch goOn = new CountDownLatch(1);
        serve(new Streaming((limitMillis, sink) -> {
            sink.happened(events.get(0));
            awaitUninterruptibly(goOn);
            return new StreamingTarget.Ending(TraceStatus.TIMEOUT, "limit " + limitMillis, true);
        }));

        say(new RunProgram(5, PROGRAM, 123));
        assertThat(hear()).isEqualTo(new Happened(5, events.get(0)));
        goOn.countDown();
        assertThat(hear()).isEqualTo(new Closing(5, TraceStatus.TIMEOUT, "limit 123", Map.of(), 1, true));
    }

    @Test
    void whatHappensAfterTheTraceWasClosedIsLeftOut() throws IOException, InterruptedException {
        EventSink[] leaked = new EventSink[1];
        serve(new Streaming((limitMillis, sink) -> {
            if (leaked[0] != null) {
                leaked[0].happened(events.get(0));
            }
            leaked[0] = sink;
            return new StreamingTarget.Ending(TraceStatus.COMPLETED, "", false);
        }));

        say(new RunProgram(1, PROGRAM, 100));
        assertThat(hear()).isInstanceOf(Closing.class);
        leaked[0].happened(events.get(0));
        say(new RunProgram(2, PROGRAM, 100));

        assertThat(hear()).isEqualTo(new Closing(2, TraceStatus.COMPLETED, "", Map.of(), 0, false));
    }

    @Test
    void anErrorOfTheProgramAndABugAreToldApart() throws IOException, InterruptedException {
        serve(new Plain(program -> {
            if (program.script().size() == 1) {
                throw new ProgramException("worker is in a call");
            }
            throw new IllegalStateException("bug");
        }));

        say(new RunProgram(1, PROGRAM, 100));
        assertThat(hear()).isEqualTo(new Failure(1L, Cause.PROGRAM, "worker is in a call"));
        say(new RunProgram(2, Cases.of(List.of("1 ms", "1 ms")).program(), 100));
        assertThat(hear()).isEqualTo(new Failure(2L, Cause.AGENT, "java.lang.IllegalStateException: bug"));
    }

    @Test
    void aLineThatIsNoMessageIsAnsweredAndTheConversationGoesOn() throws IOException, InterruptedException {
        serve(new Plain(program -> model()));

        say("hello?");
        assertThat(hear()).isInstanceOf(Failure.class);
        say(new Closing(1, TraceStatus.COMPLETED, "", Map.of(), 0, false));
        assertThat(hear()).isEqualTo(new Failure(null, Cause.AGENT, "an agent answers hello, run, drill and bye only"));
        say(new Hello(Message.PROTOCOL, "test"));
        assertThat(hear()).isInstanceOf(Welcome.class);
    }

    @Test
    void anotherVersionOfTheProtocolIsRefused() throws IOException, InterruptedException {
        serve(new Plain(program -> model()));

        say(new Hello(1, "test"));

        assertThat(hear()).isEqualTo(new Failure(null, Cause.AGENT, "this agent speaks protocol 2, not 1"));
        serving.join();
    }

    @Test
    void theEndOfTheInputEndsAnIdleAgentByItself() throws IOException, InterruptedException {
        serve(new Plain(program -> model()));

        say(new Hello(Message.PROTOCOL, "test"));
        toAgent.close();

        assertThat(hear()).isInstanceOf(Welcome.class);
        serving.join();
        assertThat(halted.availablePermits()).isZero();
    }

    @Test
    void theEndOfTheInputHaltsAnAgentThatIsInsideTheImplementation() throws IOException, InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        serve(new Plain(program -> {
            inside.countDown();
            awaitUninterruptibly(new CountDownLatch(1));
            return model();
        }));

        say(new RunProgram(1, PROGRAM, 100));
        inside.await();
        toAgent.close();

        halted.acquire();
        assertThat(serving.isAlive()).isTrue();
    }

    @Test
    void aTargetThatCanBeSteeredSaysSoAndIs() throws IOException {
        List<Steering> steerings = new ArrayList<>();
        serve(new Target() {
            @Override
            public TargetDescription describe() {
                return Cases.target();
            }

            @Override
            public Run run(Program program) {
                throw new AssertionError("is steered");
            }

            @Override
            public Run run(Program program, Steering steering) {
                steerings.add(steering);
                return Run.of(Traces.of());
            }

            @Override
            public Racing racing() {
                return Racing.STEERED;
            }

            @Override
            public void close() {}
        });
        Steering steering = new Steering(Map.of("worker", 5L), Map.of("main", 1, "worker", 0));

        say(new Hello(Message.PROTOCOL, "test"));
        assertThat(((Welcome) hear()).capabilities()).contains("steering");
        say(new RunProgram(1, PROGRAM, 100, steering));
        hear();

        assertThat(steerings).containsExactly(steering);
    }

    @Test
    void aStreamingTargetCanBeRunInProcessToo() {
        Streaming target = new Streaming((limitMillis, sink) -> {
            sink.happened(events.get(1));
            sink.happened(events.get(0));
            return new StreamingTarget.Ending(TraceStatus.STUCK, "because", false);
        });

        Run run = target.run(PROGRAM);

        assertThat(run.traces().get(0).events()).isEqualTo(events.subList(0, 2));
        assertThat(run.traces().get(0).evidence()).isEqualTo("because");
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
