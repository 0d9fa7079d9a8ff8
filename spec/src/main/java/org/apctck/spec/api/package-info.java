/** What a function looks like: signatures with the roles of their parameters, constants, values, and calls of them. */
@NullMarked
package org.apctck.spec.api;

import org.jspecify.annotations.NullMarked;
