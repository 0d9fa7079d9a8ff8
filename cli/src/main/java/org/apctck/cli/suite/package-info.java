/** What the kit ships, and what of it is selected on the command line. */
@NullMarked
package org.apctck.cli.suite;

import org.jspecify.annotations.NullMarked;
