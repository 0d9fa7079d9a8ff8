/** Programs drawn from a seed, for whoever wants more of them than anybody would write. */
@NullMarked
package org.apctck.kit.generate;

import org.jspecify.annotations.NullMarked;
