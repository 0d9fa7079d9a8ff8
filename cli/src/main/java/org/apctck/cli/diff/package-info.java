/** {@code diff}: how two targets differ. */
@NullMarked
package org.apctck.cli.diff;

import org.jspecify.annotations.NullMarked;
