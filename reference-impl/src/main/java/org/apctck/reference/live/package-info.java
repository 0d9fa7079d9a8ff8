/** The live driver: the reference implementation under real threads and real time. */
@NullMarked
package org.apctck.reference.live;

import org.jspecify.annotations.NullMarked;
