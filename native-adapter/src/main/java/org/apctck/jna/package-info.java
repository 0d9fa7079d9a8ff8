/** The functions under test in a native library, and the agent that calls them in a child process. */
@NullMarked
package org.apctck.jna;

import org.jspecify.annotations.NullMarked;
