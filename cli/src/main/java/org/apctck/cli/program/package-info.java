/** The verbs of one program: {@code exec}, {@code explore}, {@code accept}. */
@NullMarked
package org.apctck.cli.program;

import org.jspecify.annotations.NullMarked;
