/** How a verb runs scenarios on a target, and what that comes to. */
@NullMarked
package org.apctck.cli.session;

import org.jspecify.annotations.NullMarked;
