/** What nights that were run before have shown, and what is new of the last one. */
@NullMarked
package org.apctck.kit.night;

import org.jspecify.annotations.NullMarked;
