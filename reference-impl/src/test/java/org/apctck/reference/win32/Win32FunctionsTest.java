package org.apctck.reference.win32;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.apctck.spec.ApiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class Win32FunctionsTest {
    /** A parameter that is misspelt in a function is noticed only when somebody calls it, so everything is called here. */
    @ParameterizedTest
    @EnumSource(ApiFunction.class)
    void everyFunctionCanBeCalled(ApiFunction function) {
        Win32Fixture f = new Win32Fixture();
        long[] arguments = new long[function.parameters().size()];
        Arrays.fill(arguments, f.otherHandle);
        PlainCall call = new PlainCall(f.caller, function, new long[] {f.otherHandle}, arguments);

        long value = f.win32.call(call);

        if (value == Win32Process.BETWEEN) {
            value = f.win32.proceed(call);
        }
        assertThat(value).isNotEqualTo(Win32Process.BETWEEN);
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
