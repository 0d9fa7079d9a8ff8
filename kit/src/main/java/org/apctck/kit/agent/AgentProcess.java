package org.apctck.kit.agent;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apctck.kit.LineReader;
import org.apctck.spec.format.InputException;

/**
 * A child process that speaks the protocol, with the threads that read and write its pipes. No method waits without a bound,
 * whatever the child does.
 */
final class AgentProcess {
    /** What may wait to be taken; a child that floods its output is held up by its own pipe. */
    private static final int WAITING_MAX = 1024;

    /** All that a child may say about one program, in all its runs of one attempt: it is kept in memory, and in the results. */
    static final long CHARACTERS_MAX = 16 << 20;

    private final Process process;
    private final ProcessTree tree;
    private final StderrTail stderr;
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>(WAITING_MAX);
    /** No message is an empty line. */
    private static final String END_OF_INPUT = "";

    private final BlockingQueue<String> unsent = new LinkedBlockingQueue<>();
    private final Thread reader;
    private final Thread writer;
    private final AtomicLong charactersSaid = new AtomicLong();
    private volatile boolean killed;

    private AgentProcess(LiveProcesses.Marked started, int lineBytes) {
        this.process = started.process();
        this.tree = started.tree();
        this.stderr = new StderrTail(process.getErrorStream());
        this.reader = daemon("agent-output", () -> readAll(lineBytes));
        this.writer = daemon("agent-input", this::writeAll);
    }

    /**
     * Starts a child.
     *
     * @throws IOException if the program cannot be started
     */
    static AgentProcess start(List<String> command, Map<String, String> environment, int lineBytes) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(CleanStart.leading(command));
        builder.environment().putAll(environment);
        return new AgentProcess(LiveProcesses.start(builder), lineBytes);
    }

    private static Thread daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void readAll(int lineBytes) {
        LineReader lines = new LineReader(process.getInputStream(), lineBytes);
        try {
            for (String line = lines.next(); line != null; line = lines.next()) {
                boolean flood = charactersSaid.addAndGet(line.length()) > CHARACTERS_MAX;
                Received next = flood
                        ? new Received.Garbage("more than " + CHARACTERS_MAX + " characters for one program")
                        : received(line);
                received.put(next);
                if (next instanceof Received.Garbage) {
                    return;
                }
            }
            received.put(new Received.Ended());
        } catch (LineReader.LineException e) {
            leave(new Received.Garbage(e.problem()));
        } catch (IOException e) {
            // The pipe of a process that was killed.
            leave(new Received.Ended());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void leave(Received last) {
        try {
            received.put(last);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Received received(String line) {
        try {
            return new Received.Said(MessageJson.read("its output", line));
        } catch (InputException e) {
            String shown = line.length() > 80 ? line.substring(0, 80) + "…" : line;
            return new Received.Garbage("`" + shown + "` is no message (" + e.getMessage() + ")");
        }
    }

    private void writeAll() {
        try (OutputStream out = process.getOutputStream()) {
            while (true) {
                String line = unsent.take();
                if (line.equals(END_OF_INPUT)) {
                    return;
                }
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (IOException childHasGone) {
            // The end of its output tells the same, and in order with what it said before.
            unsent.clear();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends a message, as soon as the child reads. After bye its input ends. */
    void send(Message message) {
        charactersSaid.set(0);
        send(MessageJson.write(message));
        if (message instanceof Message.Bye) {
            endInput();
        }
    }

    /** Sends a message as a line of JSON. */
    void send(String line) {
        unsent.add(line);
    }

    /** Ends the input of the child, after what was sent. */
    void endInput() {
        unsent.add(END_OF_INPUT);
    }

    /** How much the child has said since it was last sent a message. */
    long charactersSaid() {
        return charactersSaid.get();
    }

    /** The next thing that comes from the child; silence if nothing does until {@code deadline} ({@link System#nanoTime}). */
    Received next(long deadline) throws InterruptedException {
        Received next = received.poll(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        return next == null ? new Received.Silence() : next;
    }

    /** Whether it lives and may live on. */
    boolean isAlive() {
        return !killed && process.isAlive();
    }

    /** Waits until the process has ended by itself; false if it has not after {@code millis}. */
    boolean awaitEnd(long millis) throws InterruptedException {
        return process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    /** Whether it has ended, and not as if all were well. */
    boolean hasFailed() throws InterruptedException {
        return awaitEnd(1000) && process.exitValue() != 0;
    }

    /** Whether others keep the process, or what it started, from running: looks for so long. */
    boolean isStarved(long millis) throws InterruptedException {
        ProcessorTime before = tree.processorTime();
        long began = System.nanoTime();
        Thread.sleep(millis);
        return tree.processorTime().isStarvedSince(before, System.nanoTime() - began);
    }

    /** Kills the process and all that it started. */
    void kill() {
        killed = true;
        tree.kill();
        reader.interrupt();
        writer.interrupt();
        LiveProcesses.remove(tree);
    }

    /** What becomes of a process that has closed its output: it ends, or is killed. */
    Obituary obituary() throws InterruptedException {
        boolean ended = awaitEnd(1000);
        String how =
                ended ? ExitCode.describe(process.exitValue()) : "closed its output without ending, and was killed";
        kill();
        String said = stderr.lastWords();
        return new Obituary(ended, said.isEmpty() ? how : how + "; stderr: " + said);
    }

    /**
     * How a process came to its end.
     *
     * @param ended whether it did by itself
     * @param text in words, with its last ones on standard error
     */
    record Obituary(boolean ended, String text) {}

    StderrTail stderr() {
        return stderr;
    }
}
