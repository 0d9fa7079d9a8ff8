package org.apctck.spec.program;

import java.util.Arrays;
import java.util.List;
import org.apctck.spec.api.Call;
import org.apctck.spec.api.ParameterType;

/**
 * A named routine whose body is a list of calls.
 *
 * @param exitCode what a start routine returns, and so the exit code of its thread; 0 for an APC routine
 */
public record Routine(String name, Kind kind, List<Call> body, long exitCode) {
    public Routine {
        body = List.copyOf(body);
    }

    /** What a routine is for: where a call can name it, and what it is given. */
    public enum Kind {
        /** Queued to a thread; takes one argument. */
        APC("APC", ParameterType.APC_ROUTINE, ParameterType.ULONG_PTR),
        /** Queued by a timer to the thread that has set it; takes an argument and the time at which the timer was signaled. */
        TIMER("timer", ParameterType.TIMER_ROUTINE, ParameterType.ULONG_PTR, ParameterType.SIGNAL_TIME),
        /** Queued by a request that has ended to the thread that has issued it; takes an error, a count of bytes and the OVERLAPPED. */
        COMPLETION(
                "completion",
                ParameterType.COMPLETION_ROUTINE,
                ParameterType.COMPLETION_ERROR,
                ParameterType.DWORD,
                ParameterType.OVERLAPPED),
        /** The start routine of a thread that CreateThread makes. */
        THREAD("thread", ParameterType.THREAD_ROUTINE, ParameterType.ULONG_PTR);

        private final String word;
        private final ParameterType position;
        private final List<ParameterType> parameters;

        Kind(String word, ParameterType position, ParameterType... parameters) {
            this.word = word;
            this.position = position;
            this.parameters = List.of(parameters);
        }

        /** The kind of routine that a parameter of that type takes. */
        public static Kind at(ParameterType position) {
            return Arrays.stream(values())
                    .filter(kind -> kind.position == position)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(position + " takes no routine"));
        }

        /** The kind for people: {@code APC}, {@code timer} or {@code thread}. */
        public String word() {
            return word;
        }

        /** What the routine is given. */
        public List<ParameterType> parameters() {
            return parameters;
        }

        /** Whether a thread runs the routine off its APC queue. */
        public boolean isQueued() {
            return this != THREAD;
        }
    }
}
