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
        out.putFields(table);
        return out.toArray();
    }

    @Test
    void aHandleStandsForItsObjectWithItsAccess() {
        long first = handles.open(7, 0x10);
        long second = handles.open(7, 0x20);

        assertThat(first).isNotEqualTo(second);
        assertThat(handles.find(first).object()).isEqualTo(7);
        assertThat(handles.find(second).object()).isEqualTo(7);
        assertThat(handles.find(first).access()).isEqualTo(0x10);
        assertThat(handles.find(second).access()).isEqualTo(0x20);
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

        assertThat(handles.find(handle)).isNotNull();
        assertThat(handles.find(0)).isNull();
        assertThat(handles.find(-4)).isNull();
        assertThat(handles.find(handle + 1)).isNull();
        assertThat(handles.find(handle + 4)).isNull();
        assertThat(handles.find(handle + (4L << 32))).isNull();
    }

    @Test
    void aClosedHandleIsNeverIssuedAgain() {
        long closed = handles.open(0, 0);
        handles.close(closed);

        assertThat(handles.find(closed)).isNull();
        assertThat(handles.open(0, 0)).isNotEqualTo(closed);
        assertThat(handles.find(closed)).isNull();
    }

    @Test
    void closingOneHandleLeavesTheOthers() {
        long first = handles.open(1, 0);
        long second = handles.open(2, 0);
        long third = handles.open(3, 0);

        handles.close(second);

        assertThat(handles.find(first)).isNotNull();
        assertThat(handles.find(third)).isNotNull();
        assertThat(handles.find(third).object()).isEqualTo(3);
    }

    @Test
    void aHandleThatIsClosedIsForgotten() {
        List<Long> open = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            open.add(handles.open(i, 2 * i));
            if (i % 3 != 0) {
                long closed = open.remove(i % 2 == 0 ? open.size() - 1 : open.size() / 2);
                handles.close(closed);
                assertThat(handles.find(closed)).isNull();
            }
        }

        assertThat(open).hasSize(3334).allSatisfy(handle -> {
            assertThat(handles.find(handle)).isNotNull();
            assertThat(4L * handles.find(handle).object() + 4).isEqualTo(handle);
            assertThat(handles.find(handle).access())
                    .isEqualTo(2 * handles.find(handle).object());
        });
        assertThat(state(handles)).hasSize(3 + 4 * 3334);
    }

    @Test
    void aCopyGoesOnByItself() {
        long handle = handles.open(1, 0x10);
        HandleTable copy = handles.copy();

        copy.close(handle);
        long added = copy.open(2, 0);

        assertThat(handles.find(handle)).isNotNull();
        assertThat(handles.find(added)).isNull();
        assertThat(copy.find(handle)).isNull();
        assertThat(handles.find(handle).access()).isEqualTo(0x10);
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
