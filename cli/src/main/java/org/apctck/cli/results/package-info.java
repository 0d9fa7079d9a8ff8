/** The verbs of results that are kept: {@code report}, {@code expectations}. */
@NullMarked
package org.apctck.cli.results;

import org.jspecify.annotations.NullMarked;
