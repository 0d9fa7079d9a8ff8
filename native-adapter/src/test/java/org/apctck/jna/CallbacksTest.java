package org.apctck.jna;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Function;
import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.apctck.spec.program.Routine;
import org.apctck.spec.stage.Upcall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallbacksTest {
    private final Callbacks callbacks = new Callbacks(new NoLastError(), new KeptMemory());
    private final List<Long> seen = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();

    private Upcall upcall(Routine.Kind kind, LongUnaryOperator body) {
        return new Upcall("A", kind, arguments -> body.applyAsLong(arguments[0]), failures::add);
    }

    @Test
    void eachUpcallHasAPointerOfItsOwnAndKeepsIt() {
        Upcall first = upcall(Routine.Kind.APC, x -> x);
        Upcall second = upcall(Routine.Kind.APC, x -> x);

        assertThat(callbacks.pointer(first))
                .isEqualTo(callbacks.pointer(first))
                .isNotEqualTo(callbacks.pointer(second));
    }

    @Test
    void anApcRoutineTakesItsWholeArgument() {
        Pointer pointer = callbacks.pointer(upcall(Routine.Kind.APC, x -> seen.add(x) ? 0 : 1));

        Function.getFunction(pointer).invokeVoid(new Object[] {0x8000_0000_0000_0001L});

        assertThat(seen).containsExactly(0x8000_0000_0000_0001L);
    }

    @Test
    void aTimerRoutineTakesItsArgumentAndTheTimeInHalves() {
        Upcall upcall = new Upcall(
                "R",
                Routine.Kind.TIMER,
                arguments -> {
                    LongStream.of(arguments).forEach(seen::add);
                    return 0;
                },
                failures::add);

        Function.getFunction(callbacks.pointer(upcall))
                .invokeVoid(new Object[] {0x8000_0000_0000_0001L, 0x8000_0002, 0x01DA_0003});

        assertThat(seen).containsExactly(0x8000_0000_0000_0001L, 0x01DA_0003_8000_0002L);
    }

    @ParameterizedTest
    @EnumSource
    void routinesOfEveryKindHaveAShape(Routine.Kind kind) {
        assertThat(callbacks.pointer(upcall(kind, x -> x))).isNotEqualTo(Pointer.NULL);
    }

    @Test
    void aThreadRoutineReturnsItsExitCode() {
        Pointer pointer = callbacks.pointer(upcall(Routine.Kind.THREAD, x -> x + 1));

        assertThat(Function.getFunction(pointer).invokeInt(new Object[] {41L})).isEqualTo(42);
    }

    @Test
    void whatARoutineThrowsIsReportedAndGoesNoFurther() {
        Pointer pointer = callbacks.pointer(upcall(Routine.Kind.APC, x -> {
            throw new IllegalStateException("as asked for");
        }));

        Function.getFunction(pointer).invokeVoid(new Object[] {0L});

        assertThat(failures).singleElement().isInstanceOf(IllegalStateException.class);
    }
}
