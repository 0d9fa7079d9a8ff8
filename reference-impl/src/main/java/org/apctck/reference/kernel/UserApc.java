package org.apctck.reference.kernel;

import org.jspecify.annotations.Nullable;

/**
 * A user-mode APC.
 *
 * @param routine the address of its routine; the kernel never looks behind it
 * @param data handed to the routine unchanged
 * @param origin the id of the object that queues it, of which there is no more than one; {@link #OF_A_CALL} for none
 * @param request how the request has ended whose completion routine it is; null for none
 */
public record UserApc(
        long routine, long data, int origin, @Nullable IoStatus request) {
    /** The origin of those that a call has queued. */
    public static final int OF_A_CALL = -1;

    /** Where there is room for one and none is. */
    static final UserApc NONE = new UserApc(0, 0);

    /** One that a call queues. */
    public UserApc(long routine, long data) {
        this(routine, data, OF_A_CALL);
    }

    /** One that a timer queues. */
    public UserApc(long routine, long data, int origin) {
        this(routine, data, origin, null);
    }

    /** The completion routine of a request. */
    UserApc(long routine, IoStatus request) {
        this(routine, request.irp().overlapped(), OF_A_CALL, request);
    }
}
