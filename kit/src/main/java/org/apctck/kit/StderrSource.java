package org.apctck.kit;

/** A target that runs in another process, whose standard error is kept beside the results. */
public interface StderrSource {
    /** What was written to standard error since this was last asked; the end of it if it is long. */
    String takeStderr();
}
