/** Deliberate faults of the reference: each proves that scenarios can fail. */
@NullMarked
package org.apctck.reference.fault;

import org.jspecify.annotations.NullMarked;
