/** {@code nightly}: every implementation, and what is new of it. */
@NullMarked
package org.apctck.cli.nightly;

import org.jspecify.annotations.NullMarked;
