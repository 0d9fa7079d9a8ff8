/**
 * Performs programs with real threads on an implementation of the API and yields their traces.
 *
 * <p>{@link org.apctck.spec.stage.Stage} is the entry; an implementation stands behind {@link
 * org.apctck.spec.stage.Platform}.
 */
@NullMarked
package org.apctck.spec.stage;

import org.jspecify.annotations.NullMarked;
