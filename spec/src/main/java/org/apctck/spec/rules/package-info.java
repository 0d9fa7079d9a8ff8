/** The catalogue of documented rules, and the profiles that pick from it. */
@NullMarked
package org.apctck.spec.rules;

import org.jspecify.annotations.NullMarked;
