/** Faults that nobody thought of: every deviation of a decision under every condition that can be told apart. */
@NullMarked
package org.apctck.reference.fault.generated;

import org.jspecify.annotations.NullMarked;
