/** Runs of the model: along one schedule, or along all of them, which gives the outcomes that are allowed. */
@NullMarked
package org.apctck.reference.search;

import org.jspecify.annotations.NullMarked;
