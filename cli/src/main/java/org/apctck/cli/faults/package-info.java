/** {@code faults}: which scenarios catch which fault of the reference. */
@NullMarked
package org.apctck.cli.faults;

import org.jspecify.annotations.NullMarked;
