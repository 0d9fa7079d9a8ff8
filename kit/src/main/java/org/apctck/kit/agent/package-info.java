/** Agents: the messages of their protocol, the side that serves a target, and the host that supervises a child process. */
@NullMarked
package org.apctck.kit.agent;

import org.jspecify.annotations.NullMarked;
