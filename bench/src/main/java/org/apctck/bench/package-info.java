/** Benchmarks. */
@NullMarked
package org.apctck.bench;

import org.jspecify.annotations.NullMarked;
