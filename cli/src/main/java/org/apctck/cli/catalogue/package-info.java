/** The verbs of rules and features: {@code rules}, {@code lint}. */
@NullMarked
package org.apctck.cli.catalogue;

import org.jspecify.annotations.NullMarked;
