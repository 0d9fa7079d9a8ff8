/** The model driver and the explorer: programs run in virtual time, on one schedule or on all. */
@NullMarked
package org.apctck.reference.model;

import org.jspecify.annotations.NullMarked;
