package org.apctck.jna;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The thread that makes the calls which belong to no thread of a program.
 *
 * <p>WinPR takes the first thread that calls it for the main thread of the process and knows no other that it has not
 * created, so it must be the same one every time.
 */
final class HomeThread {
    private final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>();

    HomeThread() {
        Thread thread = new Thread(this::run, "home");
        thread.setDaemon(true); // it may never come back from a call
        thread.start();
    }

    /** Runs {@code task} after what was given before. */
    void execute(Runnable task) {
        work.add(task);
    }

    private void run() {
        try {
            while (true) {
                work.take().run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody has a reason to; it would mean that the process ends
        }
    }
}
