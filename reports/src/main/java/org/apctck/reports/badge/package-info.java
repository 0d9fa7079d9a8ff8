/** Badges: one line about a target, as a picture. */
@NullMarked
package org.apctck.reports.badge;

import org.jspecify.annotations.NullMarked;
