/** Turns results into what people and machines read. */
@NullMarked
package org.apctck.reports;

import org.jspecify.annotations.NullMarked;
