package org.apctck.spec.program;

import org.apctck.spec.api.ApiFunction;
import org.jspecify.annotations.Nullable;

/** A dispatcher object that a program declares: it exists before the script begins, under a handle with full access. */
public sealed interface ProgramObject {
    String name();

    /** The function that makes the object. */
    ApiFunction creator();

    /** An event: {@code manualReset} ones stay signaled until they are reset. */
    record Event(String name, boolean manualReset, boolean signaled) implements ProgramObject {
        @Override
        public ApiFunction creator() {
            return ApiFunction.CREATE_EVENT;
        }
    }

    /**
     * A mutex.
     *
     * @param owner the thread that owns it when the script begins, or null
     */
    record Mutex(String name, @Nullable String owner) implements ProgramObject {
        @Override
        public ApiFunction creator() {
            return ApiFunction.CREATE_MUTEX;
        }
    }

    /** A semaphore. */
    record Semaphore(String name, int count, int maximum) implements ProgramObject {
        @Override
        public ApiFunction creator() {
            return ApiFunction.CREATE_SEMAPHORE;
        }
    }
}
