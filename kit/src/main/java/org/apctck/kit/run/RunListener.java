package org.apctck.kit.run;

import org.apctck.kit.Case;
import org.apctck.kit.results.Attempt;

/** Is told how a run comes along; never by two threads at once. */
public interface RunListener {
    /** Says nothing. */
    RunListener SILENT = new RunListener() {};

    /** An attempt begins, {@code made} attempts of {@code asked} having been made. */
    default void begins(Case scenario, int made, int asked) {}

    /** An attempt has its verdict, and its line is on disk. */
    default void ended(Attempt attempt) {}
}
