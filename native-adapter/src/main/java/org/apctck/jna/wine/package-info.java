/** The target {@code wine}: the agent in a Java runtime for Windows that Wine runs, and what makes that possible here. */
@NullMarked
package org.apctck.jna.wine;

import org.jspecify.annotations.NullMarked;
