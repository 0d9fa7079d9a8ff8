/** The command: {@link org.apctck.cli.Main}, and a package for each verb or group of verbs. */
@NullMarked
package org.apctck.cli;

import org.jspecify.annotations.NullMarked;
