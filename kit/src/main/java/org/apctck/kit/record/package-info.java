/** Recordings: the traces of a target with its identity, kept to be judged and compared where the target cannot run. */
@NullMarked
package org.apctck.kit.record;

import org.jspecify.annotations.NullMarked;
