package org.apctck.bench;

import java.util.Locale;
import java.util.function.IntConsumer;
import org.apctck.reference.kernel.Choice;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.kernel.UserApc;
import org.apctck.reference.win32.PlainCall;
import org.apctck.reference.win32.Win32Process;
import org.apctck.spec.api.ApiFunction;

/**
 * What the kernel costs, against how much there is of something: prints the last table of {@code docs/costs.md}. The time for
 * each must not grow with their number, nor may memory with what was closed.
 */
public final class KernelCosts {
    private static final int RUNS = 5;
    private static final int WARM_UP = 50;
    private static final int[] NUMBERS = {100, 1_000, 10_000, 100_000, 1_000_000};

    private final Kernel kernel = new Kernel();
    private final Win32Process process = new Win32Process(kernel);
    private final KThread thread = kernel.createThread(false);

    private KernelCosts() {}

    /** Prints the table. */
    public static void main(String[] arguments) {
        for (int i = 0; i < WARM_UP; i++) {
            KernelCosts warm = new KernelCosts();
            warm.queueAndTake(NUMBERS[2]);
            warm.makeAndClose(NUMBERS[2]);
            warm.makeThenClose(NUMBERS[2]);
            warm.threads(NUMBERS[2]);
        }
        row("n", "queue and take", "made and closed", "made, then closed", "threads", "MB after");
        for (int number : NUMBERS) {
            row(
                    Integer.toString(number),
                    nanos(number, KernelCosts::queueAndTake),
                    nanos(number, KernelCosts::makeAndClose),
                    nanos(number, KernelCosts::makeThenClose),
                    nanos(number, KernelCosts::threads),
                    megabytes(number));
        }
    }

    private void queueAndTake(int number) {
        for (int i = 0; i < number; i++) {
            kernel.queueUserApc(thread, new UserApc(1, i), Choice.FIRST);
        }
        while (kernel.takeUserApc(thread, Choice.FIRST) != null) {
            continue;
        }
    }

    private void makeAndClose(int number) {
        for (int i = 0; i < number; i++) {
            close(event());
        }
    }

    private void makeThenClose(int number) {
        long[] handles = new long[number];
        for (int i = 0; i < number; i++) {
            handles[i] = event();
        }
        for (long handle : handles) {
            close(handle);
        }
    }

    private void threads(int number) {
        for (int i = 0; i < number; i++) {
            long handle = process.createThread(false);
            process.setLastError(process.thread(handle), 5);
            kernel.end(process.thread(handle), 0, Choice.FIRST);
            close(handle);
        }
    }

    private long event() {
        return process.call(new PlainCall(thread, ApiFunction.CREATE_EVENT, 0, 1, 0, 0));
    }

    private void close(long handle) {
        process.call(new PlainCall(thread, ApiFunction.CLOSE_HANDLE, handle));
    }

    private interface Work {
        void on(KernelCosts kernel, int number);
    }

    /** Nanoseconds for each, the best of some runs; small numbers are repeated, so that the clock can see them. */
    private static String nanos(int number, Work work) {
        int rounds = Math.max(1, 200_000 / number);
        IntConsumer run = times -> {
            for (int i = 0; i < times; i++) {
                work.on(new KernelCosts(), number);
            }
        };
        run.accept(rounds);
        long best = Long.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            long begin = System.nanoTime();
            run.accept(rounds);
            best = Math.min(best, System.nanoTime() - begin);
        }
        return String.format(Locale.ROOT, "%.0f ns", (double) best / rounds / number);
    }

    /** What a kernel holds after all that it had was closed. */
    private static String megabytes(int number) {
        KernelCosts costs = new KernelCosts();
        long before = used();
        costs.queueAndTake(number);
        costs.makeAndClose(number);
        costs.threads(number);
        long after = used();
        costs.close(costs.event());
        return String.format(Locale.ROOT, "%.1f", Math.max(0, after - before) / 1e6);
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void row(String... cells) {
        for (String cell : cells) {
            System.out.printf("%18s", cell);
        }
        System.out.println();
    }
}
