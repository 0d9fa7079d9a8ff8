package org.apctck.reference.kernel;

/**
 * A user-mode APC.
 *
 * @param routine the address of its routine; the kernel never looks behind it
 * @param data handed to the routine unchanged
 */
public record UserApc(long routine, long data) {
    /** Where there is room for one and none is. */
    static final UserApc NONE = new UserApc(0, 0);
}
