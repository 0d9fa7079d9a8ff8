package org.apctck.reference.win32;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.api.ParameterType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class Win32FunctionsTest {
    /** A parameter that is misspelt in a function is noticed only when somebody gets there, so everything succeeds here. */
    @ParameterizedTest
    @EnumSource(ApiFunction.class)
    void everyFunctionCanBeCalled(ApiFunction function) {
        Win32Fixture f = new Win32Fixture();
        pipe(f, 1);
        long server = pipe(f, 2);
        f.call(f.caller, ApiFunction.CREATE_FILE, 2, 0, 0, 0, 0, 0, 0);
        Map<String, Long> objects = Map.of(
                "hFile", server,
                "hEvent", f.call(f.caller, ApiFunction.CREATE_EVENT, 0, true, true, 0),
                "hObjectToSignal", f.call(f.caller, ApiFunction.CREATE_EVENT, 0, true, true, 0),
                "hMutex", f.call(f.caller, ApiFunction.CREATE_MUTEX, 0, true, 0),
                "hSemaphore", f.call(f.caller, ApiFunction.CREATE_SEMAPHORE, 0, 0, 5, 0),
                "hTimer", f.call(f.caller, ApiFunction.CREATE_WAITABLE_TIMER, 0, true, 0),
                "hSourceProcessHandle", Win32Process.CURRENT_PROCESS,
                "hTargetProcessHandle", Win32Process.CURRENT_PROCESS,
                "dwThreadId", Win32Process.threadId(f.other));
        long[] arguments = function.parameters().stream()
                .mapToLong(parameter -> parameter.type() == ParameterType.HANDLE
                        ? objects.getOrDefault(parameter.name(), f.otherHandle)
                        : objects.getOrDefault(parameter.name(), 1L))
                .toArray();
        PlainCall call = new PlainCall(f.caller, function, new long[] {f.otherHandle}, arguments);

        long value = f.win32.call(call);

        if (value == Win32Process.BETWEEN) {
            value = f.win32.proceed(call);
        }
        assertThat(value).isNotEqualTo(Win32Process.BETWEEN);
        assertThat(function.returnType().isFailure(value))
                .as("%s returns %d", function, value)
                .isFalse();
        for (int i = 0; i < arguments.length; i++) {
            assertThat(call.hasWritten(i))
                    .isEqualTo(function.parameters().get(i).type().isOut());
        }
    }

    private static long pipe(Win32Fixture f, int name) {
        return f.call(f.caller, ApiFunction.CREATE_NAMED_PIPE, name, 0, 0, 1, 64, 64, 0, 0);
    }

    @Test
    void aFunctionOfOneActHasNoSecond() {
        Win32Fixture f = new Win32Fixture();

        assertThat(Win32Process.actsTwice(ApiFunction.SIGNAL_OBJECT_AND_WAIT)).isTrue();
        assertThat(Win32Process.actsTwice(ApiFunction.SLEEP)).isFalse();
        assertThatThrownBy(() -> f.win32.proceed(new PlainCall(f.caller, ApiFunction.SLEEP, 0)))
                .hasMessage("Sleep has one act only");
    }

    @Test
    void aCallHasAsManyArgumentsAsItsFunctionParameters() {
        assertThatThrownBy(() -> new PlainCall(new Win32Fixture().caller, ApiFunction.SET_EVENT))
                .hasMessage("SetEvent has not 0 parameters");
    }
}
