/** The model: a program in the middle of its run in virtual time, as a machine that can be copied at any point. */
@NullMarked
package org.apctck.reference.model;

import org.jspecify.annotations.NullMarked;
