package org.apctck.jna;

import org.apctck.spec.stage.Sighting;

/** How the threads of this process are seen on an operating system. */
interface Threads {
    /** A number for the calling thread. */
    long current();

    /** Whether no thread of this process but the calling one runs or waits for a processor. */
    boolean othersWait();

    /** Looks at a thread of this process, alive or not. */
    Sighting look(long thread);
}
