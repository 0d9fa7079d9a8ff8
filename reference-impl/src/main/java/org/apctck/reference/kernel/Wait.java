package org.apctck.reference.kernel;

/**
 * A wait of one thread; while it lasts the thread is linked to each of its objects.
 *
 * @param objects the ids of the objects; none for a delay
 * @param all whether all of them are needed, or any one
 * @param alertable whether a user APC ends it
 * @param deadlineMicros when it times out
 */
public record Wait(
        int[] objects, boolean all, boolean alertable, @Time long deadlineMicros) {}
