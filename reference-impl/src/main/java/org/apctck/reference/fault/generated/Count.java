package org.apctck.reference.fault.generated;

/** What a generated fault counts, at the objects of the kernel: each constant is a place of their memory. */
enum Count {
    /** Waits that the thread has begun, the present one included. */
    WAITS,
    /** APCs that were queued to the thread. */
    QUEUED,
    /** APCs that the thread has begun to run. */
    RUN,
    /** APCs that came while the thread waited. */
    ARRIVED,
    /** Waits of the thread that their objects have ended. */
    SATISFIED,
    /** Waits that the object has ended. */
    TAKEN,
    /** Waits of the thread that have timed out. */
    EXPIRED,
    /** Times that the thread was suspended or resumed. */
    SUSPENDED
}
