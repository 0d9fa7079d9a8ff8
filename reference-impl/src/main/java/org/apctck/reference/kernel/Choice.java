package org.apctck.reference.kernel;

/** The one door through which all choice enters the reference. */
@FunctionalInterface
public interface Choice {
    /** Always the first option: the order of arrival, and the default of each reading. */
    Choice FIRST = (point, options) -> 0;

    /**
     * Chooses one of several options.
     *
     * @param options how many there are, at least 2
     * @return from 0 to {@code options - 1}; for a reading always the same during a run
     */
    int choose(ChoicePoint point, int options);
}
