/** The reference implementation, and the targets that offer it. */
@NullMarked
package org.apctck.reference;

import org.jspecify.annotations.NullMarked;
