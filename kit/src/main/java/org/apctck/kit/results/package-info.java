/** What is kept of a run: attempts, their roll-up to scenarios and rules, expectations, and the files of results. */
@NullMarked
package org.apctck.kit.results;

import org.jspecify.annotations.NullMarked;
