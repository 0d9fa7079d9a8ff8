package org.apctck.reference.win32;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apctck.reference.kernel.StateWriter;
import org.junit.jupiter.api.Test;

class HandleTableTest {
    private final HandleTable handles = new HandleTable();

    private int[] state(HandleTable table) {
        StateWriter out = new StateWriter();
        table.writeTo(out);
        return out.toArray();
    }

    @Test
    void aHandleStandsForItsObjectWithItsAccess() {
        long first = handles.open(7, 0x10);
        long second = handles.open(7, 0x20);

        assertThat(first).isNotEqualTo(second);
        assertThat(handles.object(first)).isEqualTo(7);
        assertThat(handles.object(second)).isEqualTo(7);
        assertThat(handles.access(first)).isEqualTo(0x10);
        assertThat(handles.access(second)).isEqualTo(0x20);
    }

    @Test
    void aHandleIsAMultipleOfFourAndNotNull() {
        for (int i = 0; i < 10; i++) {
            assertThat(handles.open(0, 0))
                    .isPositive()
                    .satisfies(handle -> assertThat(handle % 4).isZero());
        }
    }

    @Test
    void whatWasNeverIssuedIsNotOpen() {
        long handle = handles.open(0, 0);

        assertThat(handles.isOpen(handle)).isTrue();
        assertThat(handles.isOpen(0)).isFalse();
        assertThat(handles.isOpen(-4)).isFalse();
        assertThat(handles.isOpen(handle + 1)).isFalse();
        assertThat(handles.isOpen(handle + 4)).isFalse();
        assertThat(handles.isOpen(handle + (4L << 32))).isFalse();
    }

    @Test
    void aClosedHandleIsNeverIssuedAgain() {
        long closed = handles.open(0, 0);
        handles.close(closed);

        assertThat(handles.isOpen(closed)).isFalse();
        assertThat(handles.open(0, 0)).isNotEqualTo(closed);
        assertThat(handles.isOpen(closed)).isFalse();
    }

    @Test
    void closingOneHandleLeavesTheOthers() {
        long first = handles.open(1, 0);
        long second = handles.open(2, 0);
        long third = handles.open(3, 0);

        handles.close(second);

        assertThat(handles.isOpen(first)).isTrue();
        assertThat(handles.isOpen(third)).isTrue();
        assertThat(handles.object(third)).isEqualTo(3);
    }

    @Test
    void aHandleThatIsClosedIsForgotten() {
        List<Long> open = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            open.add(handles.open(i, 2 * i));
            if (i % 3 != 0) {
                long closed = open.remove(i % 2 == 0 ? open.size() - 1 : open.size() / 2);
                handles.close(closed);
                assertThat(handles.isOpen(closed)).isFalse();
            }
        }

        assertThat(open).hasSize(3334).allSatisfy(handle -> {
            assertThat(handles.isOpen(handle)).isTrue();
            assertThat(4L * handles.object(handle) + 4).isEqualTo(handle);
            assertThat(handles.access(handle)).isEqualTo(2 * handles.object(handle));
        });
        assertThat(state(handles)).hasSize(2 + 3 * 3334);
    }

    @Test
    void aCopyGoesOnByItself() {
        long handle = handles.open(1, 0x10);
        HandleTable copy = new HandleTable(handles);

        copy.close(handle);
        long added = copy.open(2, 0);

        assertThat(handles.isOpen(handle)).isTrue();
        assertThat(handles.isOpen(added)).isFalse();
        assertThat(copy.isOpen(handle)).isFalse();
        assertThat(handles.access(handle)).isEqualTo(0x10);
    }

    @Test
    void theStateTellsObjectsAccessAndWhatIsClosed() {
        HandleTable same = new HandleTable();
        HandleTable otherAccess = new HandleTable();
        HandleTable otherObject = new HandleTable();
        HandleTable closed = new HandleTable();
        handles.open(1, 0x10);
        same.open(1, 0x10);
        otherAccess.open(1, 0x20);
        otherObject.open(2, 0x10);
        closed.close(closed.open(1, 0x10));

        assertThat(state(same)).isEqualTo(state(handles));
        assertThat(state(otherAccess)).isNotEqualTo(state(handles));
        assertThat(state(otherObject)).isNotEqualTo(state(handles));
        assertThat(state(closed)).isNotEqualTo(state(handles));
    }
}
