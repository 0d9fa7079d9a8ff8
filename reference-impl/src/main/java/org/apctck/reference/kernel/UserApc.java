package org.apctck.reference.kernel;

/**
 * A user-mode APC.
 *
 * @param routine the address of its routine; the kernel never looks behind it
 * @param data handed to the routine unchanged
 * @param origin the id of the object that queues it, of which there is no more than one; {@link #OF_A_CALL} for none
 */
public record UserApc(long routine, long data, int origin) {
    /** The origin of those that a call has queued. */
    public static final int OF_A_CALL = -1;

    /** Where there is room for one and none is. */
    static final UserApc NONE = new UserApc(0, 0);

    /** One that a call queues. */
    public UserApc(long routine, long data) {
        this(routine, data, OF_A_CALL);
    }
}
