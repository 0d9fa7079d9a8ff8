/** The command. */
@NullMarked
package org.apctck.cli;

import org.jspecify.annotations.NullMarked;
