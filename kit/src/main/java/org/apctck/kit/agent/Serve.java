package org.apctck.kit.agent;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apctck.kit.LineReader;
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
import org.apctck.spec.Target;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.format.InputException;
import org.apctck.spec.program.ProgramException;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.EventKind;
import org.apctck.spec.trace.Trace;

/**
 * The agent's side of the protocol, for any target: reads requests, runs programs on the calling thread, and writes what
 * happens from a thread of its own.
 *
 * <p>A third thread reads the input and never enters the implementation: when the input ends, so does the process, within a
 * second and whatever the implementation is doing.
 */
public final class Serve {
    /** The longest request; a program of 100 000 entries fits. */
    private static final int LINE_BYTES_MAX = 64 << 20;

    /** How long what was asked for may take after the end of the input. */
    private static final long GRACE_MILLIS = 700;

    /** The status of a process that was ended by SIGABRT. */
    private static final int ABORTED = 134;

    private final Target target;
    private final InputStream in;
    private final Outbox outbox;
    private final Death death;
    private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
    private final CountDownLatch served = new CountDownLatch(1);

    /** How the process ends when it does not end by itself. */
    public interface Death {
        /** Ends it at once, from the thread that reads the input. */
        void halt();

        /** Makes it crash as a fault of the implementation would, for a drill. */
        void crash();

        /** The death of a JVM that has loaded no native code. */
        static Death ofJvm() {
            return new Death() {
                @Override
                public void halt() {
                    Runtime.getRuntime().halt(0);
                }

                @Override
                public void crash() {
                    Runtime.getRuntime().halt(ABORTED);
                }
            };
        }
    }

    /** What the reader hands over: a message, a line that is none, or the end of the input. */
    private sealed interface Request {
        record Asked(Message message) implements Request {}

        record NotUnderstood(String problem) implements Request {}

        record End() implements Request {}
    }

    Serve(Target target, InputStream in, OutputStream out, Death death) {
        this.target = target;
        this.in = in;
        this.outbox = new Outbox(out);
        this.death = death;
    }

    /**
     * Serves {@code target} until the host says bye or {@code in} ends. If the target is busy then, the process is halted.
     *
     * @param out takes nothing but the protocol: see {@link #takeStandardOutput}
     */
    public static void serve(Target target, InputStream in, OutputStream out, Death death) throws InterruptedException {
        new Serve(target, in, out, death).run();
    }

    /**
     * Takes standard output for the protocol: whatever Java code prints from now on goes to standard error. Native code that
     * writes to descriptor 1 needs the descriptors themselves moved.
     */
    public static OutputStream takeStandardOutput() {
        OutputStream protocol = new FileOutputStream(FileDescriptor.out);
        System.setOut(System.err);
        return protocol;
    }

    void run() throws InterruptedException {
        Thread reader = new Thread(this::readAll, "agent-reader");
        reader.setDaemon(true);
        reader.start();
        try {
            while (serve(requests.take())) {
                // The next request.
            }
            outbox.end(GRACE_MILLIS);
        } finally {
            served.countDown();
        }
    }

    private void readAll() {
        LineReader lines = new LineReader(in, LINE_BYTES_MAX);
        try {
            for (String line = lines.next(); line != null; line = lines.next()) {
                requests.add(request(line));
            }
        } catch (IOException e) {
            requests.add(new Request.NotUnderstood("input cannot be read: " + e.getMessage()));
        }
        requests.add(new Request.End());
        try {
            if (!served.await(GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
                death.halt();
            }
        } catch (InterruptedException e) {
            // Only the end of the process interrupts this thread.
            Thread.currentThread().interrupt();
        }
    }

    private static Request request(String line) {
        try {
            return new Request.Asked(MessageJson.read("request", line));
        } catch (InputException e) {
            return new Request.NotUnderstood(String.valueOf(e.getMessage()));
        }
    }

    /** Serves one request; false if it was the last. */
    private boolean serve(Request request) throws InterruptedException {
        if (request instanceof Request.NotUnderstood wrong) {
            outbox.send(new Failure(null, Cause.AGENT, wrong.problem()));
            return true;
        }
        if (!(request instanceof Request.Asked asked) || asked.message() instanceof Bye) {
            return false;
        }
        if (asked.message() instanceof Hello hello) {
            return greet(hello);
        }
        if (asked.message() instanceof RunProgram run) {
            run(run);
        } else if (asked.message() instanceof Drill drill) {
            drill(drill);
        } else {
            outbox.send(new Failure(null, Cause.AGENT, "an agent answers hello, run, drill and bye only"));
        }
        return true;
    }

    private boolean greet(Hello hello) {
        if (hello.protocol() != Message.PROTOCOL) {
            String problem = "this agent speaks protocol " + Message.PROTOCOL + ", not " + hello.protocol();
            outbox.send(new Failure(null, Cause.AGENT, problem));
            return false;
        }
        TargetDescription description = target.describe();
        outbox.send(new Welcome(
                Message.PROTOCOL,
                description.implementation(),
                description.version(),
                description.digest(),
                description.platform(),
                description.apis(),
                target.racing() == Racing.CHOSEN ? Message.VIRTUAL : "monotonic",
                Map.of(),
                capabilities()));
        return true;
    }

    private Set<String> capabilities() {
        Set<String> capabilities = new TreeSet<>();
        for (Drill.Kind drill : Drill.Kind.values()) {
            capabilities.add(drill.capability());
        }
        if (target.racing() == Racing.STEERED) {
            capabilities.add(Message.STEERING);
        }
        return capabilities;
    }

    private void drill(Drill drill) throws InterruptedException {
        outbox.open(drill);
        outbox.send(new Happened(drill.id(), Event.of(0, 0, "agent", EventKind.CALLS, "a drill")));
        if (drill.kind() == Drill.Kind.CRASH) {
            outbox.awaitWritten();
            death.crash();
        }
        new CountDownLatch(1).await();
    }

    private void run(RunProgram run) {
        outbox.open(run);
        try {
            outbox.send(closing(run));
        } catch (ProgramException e) {
            outbox.send(new Failure(run.id(), Cause.PROGRAM, String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            // The host must hear of it, or it would wait for an answer until its limit.
            e.printStackTrace();
            outbox.send(new Failure(run.id(), Cause.AGENT, e.toString()));
        }
    }

    private Closing closing(RunProgram run) {
        EventSink sink = event -> outbox.send(new Happened(run.id(), event));
        if (target instanceof StreamingTarget streaming) {
            StreamingTarget.Ending ending = streaming.run(run.program(), run.steering(), run.limitMillis(), sink);
            return new Closing(run.id(), ending.status(), ending.evidence(), Map.of(), 0, ending.exhausted());
        }
        // An agent is an implementation and shows one outcome; of the model it is the first.
        Trace trace = target.run(run.program(), run.steering()).traces().get(0);
        trace.events().forEach(sink::happened);
        return new Closing(run.id(), trace.status(), trace.evidence(), trace.readings(), 0, false);
    }
}
