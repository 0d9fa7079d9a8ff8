package org.apctck.kit.faults;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Something found out of each of many faults, on as many threads as there are processors. */
final class Rows {
    private Rows() {}

    /**
     * Finds it out.
     *
     * @param ended is told the id of each fault that is done, by several threads
     * @return by fault, in the order in which they were given
     */
    static <T> Map<String, T> of(Collection<String> faults, Function<String, T> row, Consumer<String> ended) {
        ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            Map<String, Future<T>> futures = new LinkedHashMap<>();
            for (String fault : faults) {
                futures.put(fault, threads.submit(() -> {
                    T found = row.apply(fault);
                    ended.accept(fault);
                    return found;
                }));
            }
            Map<String, T> rows = new LinkedHashMap<>();
            for (Map.Entry<String, Future<T>> future : futures.entrySet()) {
                rows.put(future.getKey(), future.getValue().get());
            }
            return rows;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a fault could not be run: " + e.getCause(), e);
        } finally {
            threads.shutdownNow();
        }
    }
}
