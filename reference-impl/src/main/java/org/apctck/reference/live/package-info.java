/**
 * The live driver: the reference implementation as a library for Java threads, and the target {@code reference-live}.
 *
 * <p>{@link org.apctck.reference.live.Win32} is the entry. A call is a step of the {@code LiveProcess}; its {@code LiveKernel}
 * runs APCs on the threads that wait, and the {@code Turnstile} parks and wakes them.
 */
@NullMarked
package org.apctck.reference.live;

import org.jspecify.annotations.NullMarked;
