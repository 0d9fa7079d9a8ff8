/** The steps: a closed vocabulary whose only effect is to draft a program and its checks. Nothing runs here. */
@NullMarked
package org.apctck.features.steps;

import org.jspecify.annotations.NullMarked;
