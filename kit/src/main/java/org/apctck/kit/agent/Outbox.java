package org.apctck.kit.agent;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apctck.kit.agent.Message.Closing;
import org.apctck.kit.agent.Message.Drill;
import org.apctck.kit.agent.Message.Failure;
import org.apctck.kit.agent.Message.Happened;
import org.apctck.kit.agent.Message.RunProgram;
import org.jspecify.annotations.Nullable;

/**
 * What is yet to be written, and the thread that writes it.
 *
 * <p>Whoever adds takes no lock: events come from threads inside the implementation, which may be ended at any point. The
 * writer counts the events of a run, and leaves out those that come after its trace was closed.
 */
final class Outbox {
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final Message.Bye LAST = new Message.Bye();

    private final Queue<Message> messages = new ConcurrentLinkedQueue<>();
    private final OutputStream out;
    private final Thread writer;
    private volatile boolean ending;
    /** Whether something was taken up that the reader may not have yet; set before it leaves the queue. */
    private volatile boolean unwritten;

    private @Nullable Long open;
    private int events;

    Outbox(OutputStream out) {
        this.out = out;
        this.writer = new Thread(this::writeAll, "agent-writer");
        writer.setDaemon(true);
        writer.start();
    }

    /** Opens the trace of a run: its events are written until it is closed. */
    void open(RunProgram run) {
        add(run);
    }

    /** Opens the trace of a drill, which is never closed. */
    void open(Drill drill) {
        add(drill);
    }

    void send(Message message) {
        add(message);
    }

    private void add(Message message) {
        messages.add(message);
        LockSupport.unpark(writer);
    }

    /** Says bye and waits until all is written or {@code millis} have passed. */
    void end(long millis) throws InterruptedException {
        messages.add(LAST);
        ending = true;
        LockSupport.unpark(writer);
        writer.join(millis);
    }

    /** Waits until all that was sent is written, for one who is about to end the process. */
    void awaitWritten() {
        while (!messages.isEmpty() || unwritten) {
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    private void writeAll() {
        try {
            while (true) {
                Message message = messages.peek();
                if (message != null) {
                    unwritten = true;
                    write(message);
                    messages.poll();
                } else {
                    out.flush();
                    unwritten = false;
                    if (ending && messages.isEmpty()) {
                        return;
                    }
                    if (messages.isEmpty()) {
                        LockSupport.park(this);
                    }
                }
            }
        } catch (IOException e) {
            // The host has gone, which the end of the input tells too; there is no one left to write to.
            System.err.println("agent: output is closed: " + e.getMessage());
        }
    }

    private void write(Message message) throws IOException {
        if (message instanceof RunProgram run) {
            open = run.id();
            events = 0;
        } else if (message instanceof Drill drill) {
            open = drill.id();
            events = 0;
        } else if (message instanceof Happened happened) {
            if (open != null && open == happened.id()) {
                events++;
                line(message);
            }
        } else if (message instanceof Closing closing) {
            open = null;
            line(new Closing(
                    closing.id(),
                    closing.status(),
                    closing.evidence(),
                    closing.readings(),
                    events,
                    closing.exhausted()));
        } else {
            if (message instanceof Failure) {
                open = null;
            }
            line(message);
        }
    }

    private void line(Message message) throws IOException {
        out.write((MessageJson.write(message) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
