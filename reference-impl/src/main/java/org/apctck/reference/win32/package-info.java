/** The Win32 layer: handles, access rights, return values and last errors on top of the kernel. */
@NullMarked
package org.apctck.reference.win32;

import org.jspecify.annotations.NullMarked;
