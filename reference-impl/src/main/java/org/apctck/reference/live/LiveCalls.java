package org.apctck.reference.live;

import java.util.List;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.stage.Answer;
import org.apctck.spec.stage.Argument;
import org.apctck.spec.stage.Upcall;
import org.jspecify.annotations.Nullable;

/** Makes the calls of a program on a {@link LiveKernel}: raw arguments in, raw values out. */
final class LiveCalls {
    private final LiveKernel kernel;

    LiveCalls(LiveKernel kernel) {
        this.kernel = kernel;
    }

    Answer call(ApiFunction function, List<Argument> arguments) {
        long[] numbers = new long[arguments.size()];
        long @Nullable [] array = null;
        @Nullable LiveRoutine routine = null;
        for (int i = 0; i < numbers.length; i++) {
            Argument argument = arguments.get(i);
            if (argument instanceof Argument.Scalar scalar) {
                numbers[i] = scalar.value();
            } else if (argument instanceof Argument.Handles handles) {
                array = handles.values();
            } else if (argument instanceof Argument.Structure structure) {
                array = structure.fields();
            } else if (argument instanceof Argument.Bytes bytes) {
                array = unsigned(bytes.content());
            } else if (argument instanceof Argument.Name name) {
                numbers[i] = kernel.address(name.text());
            } else if (argument instanceof Argument.Kept kept) {
                numbers[i] = kept.memory().key();
                kernel.watch(numbers[i], filled -> kept.memory().fill(bytes(filled)));
            } else if (argument instanceof Argument.Code code) {
                routine = routine(code.upcall());
            }
        }
        LiveKernel.Made made = kernel.call(function, routine, array, numbers);
        for (int i = 0; i < numbers.length; i++) {
            if (made.call().hasWritten(i) && arguments.get(i) instanceof Argument.Out out) {
                out.cell().write(made.call().value(i));
            }
        }
        return new Answer(made.value(), made.lastError());
    }

    private static long[] unsigned(byte[] bytes) {
        long[] numbers = new long[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            numbers[i] = Byte.toUnsignedLong(bytes[i]);
        }
        return numbers;
    }

    private static byte[] bytes(int[] numbers) {
        byte[] bytes = new byte[numbers.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) numbers[i];
        }
        return bytes;
    }

    private static LiveRoutine routine(Upcall upcall) {
        return arguments -> (int) run(upcall, arguments);
    }

    private static long run(Upcall upcall, long[] arguments) {
        try {
            return upcall.run(arguments);
        } catch (ThreadEnd end) {
            throw end;
        } catch (Throwable problem) {
            upcall.failed(problem);
            return 0;
        }
    }
}
