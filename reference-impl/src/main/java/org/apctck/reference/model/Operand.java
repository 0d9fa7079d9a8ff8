package org.apctck.reference.model;

import java.util.List;
import org.apctck.spec.api.DueTime;
import org.apctck.spec.api.ParameterType;

/** An argument of a planned call: what it is worth when the call is made. */
sealed interface Operand {
    /** A number known beforehand. */
    record Fixed(long value) implements Operand {}

    /** The value of a variable: a declared handle, a binding or an out-parameter. */
    record Variable(int index) implements Operand {}

    /** The id of the thread whose handle a variable holds. */
    record ThreadId(int index) implements Operand {}

    /** An array, or a structure: the values of all its fields. */
    record Sequence(List<Operand> items) implements Operand {}

    /** When a timer is due: worth what it comes to at the time of the call. */
    record Due(DueTime time) implements Operand {}

    /** A variable that the call writes; {@code index} is -1 for NULL. */
    record Out(int index, String name, ParameterType type) implements Operand {}
}
