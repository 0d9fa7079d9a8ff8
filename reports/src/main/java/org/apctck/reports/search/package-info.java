/** Finding the rule that somebody means who types a few words: one index for the site and the command. */
@NullMarked
package org.apctck.reports.search;

import org.jspecify.annotations.NullMarked;
