package org.apctck.jna;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Memory;
import java.util.List;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.api.Layout;
import org.apctck.spec.stage.Argument;
import org.apctck.spec.stage.OutCell;
import org.junit.jupiter.api.Test;

class MarshallerTest {
    private final Callbacks callbacks = new Callbacks(new NoLastError(), new KeptMemory());
    private final OutCell cell = new OutCell();

    private Marshaller marshal(ApiFunction function, Argument... arguments) {
        return new Marshaller(function.parameters(), List.of(arguments), callbacks, new KeptMemory());
    }

    @Test
    void aHandleIsPassedWholeAndADwordInHalf() {
        Marshaller marshaller =
                marshal(ApiFunction.WAIT_FOR_SINGLE_OBJECT, new Argument.Scalar(-2), new Argument.Scalar(0xFFFF_FFFFL));

        assertThat(marshaller.natives()).containsExactly(-2L, -1);
    }

    @Test
    void anOutParameterThatIsNotWrittenStaysSo() {
        Marshaller marshaller =
                marshal(ApiFunction.GET_EXIT_CODE_THREAD, new Argument.Scalar(4), new Argument.Out(cell));

        marshaller.readBack();

        assertThat(cell.isWritten()).isFalse();
    }

    @Test
    void anOutParameterIsReadInItsWidth() {
        Marshaller marshaller =
                marshal(ApiFunction.GET_EXIT_CODE_THREAD, new Argument.Scalar(4), new Argument.Out(cell));
        ((Memory) marshaller.natives()[1]).setInt(0, -1);

        marshaller.readBack();

        assertThat(cell.isWritten()).isTrue();
        assertThat(cell.value()).isEqualTo(0xFFFF_FFFFL);
    }

    @Test
    void anArrayHasRoomForACountThatIsTooHigh() {
        Marshaller marshaller = marshal(
                ApiFunction.WAIT_FOR_MULTIPLE_OBJECTS,
                new Argument.Scalar(65),
                new Argument.Handles(new long[] {4, 8}),
                new Argument.Scalar(0),
                new Argument.Scalar(0));

        Memory array = (Memory) marshaller.natives()[1];
        assertThat(array.size()).isEqualTo(65 * 8);
        assertThat(array.getLongArray(0, 3)).containsExactly(4, 8, 0);
    }

    @Test
    void aStructureHasItsFieldsWhereCHasThem() {
        Marshaller marshaller = marshal(
                ApiFunction.CREATE_MUTEX,
                new Argument.Structure(Layout.SECURITY_ATTRIBUTES, new long[] {24, -2, 1}),
                new Argument.Scalar(0),
                new Argument.Scalar(0));

        Memory structure = (Memory) marshaller.natives()[0];
        assertThat(structure.size()).isEqualTo(24);
        assertThat(structure.getInt(0)).isEqualTo(24);
        assertThat(structure.getInt(4)).isZero();
        assertThat(structure.getLong(8)).isEqualTo(-2);
        assertThat(structure.getLong(16)).isEqualTo(1);
    }

    @Test
    void aDueTimeIsPassedByItsAddress() {
        Marshaller marshaller = marshal(
                ApiFunction.SET_WAITABLE_TIMER,
                new Argument.Scalar(4),
                new Argument.Scalar(-500_000),
                new Argument.Scalar(0),
                new Argument.Scalar(0),
                new Argument.Scalar(0),
                new Argument.Scalar(0));

        Memory due = (Memory) marshaller.natives()[1];
        assertThat(due.size()).isEqualTo(8);
        assertThat(due.getLong(0)).isEqualTo(-500_000);
    }
}
