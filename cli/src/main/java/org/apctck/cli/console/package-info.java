/** What all verbs share of the terminal: where they print, in which form, and how they end without results. */
@NullMarked
package org.apctck.cli.console;

import org.jspecify.annotations.NullMarked;
