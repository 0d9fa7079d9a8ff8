/** {@code run}: scenarios on targets. */
@NullMarked
package org.apctck.cli.run;

import org.jspecify.annotations.NullMarked;
