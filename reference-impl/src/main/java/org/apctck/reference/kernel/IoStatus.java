package org.apctck.reference.kernel;

/**
 * How a request has ended.
 *
 * @param status {@link NtStatus#SUCCESS}, or an error
 * @param bytes what it has read
 * @param count how many bytes it has read or written; 0 where it has failed
 */
public record IoStatus(Irp irp, int status, int[] bytes, int count) {
    private static final int[] NONE = {};

    /** The same, as told otherwise. */
    public IoStatus as(int toldStatus, int[] toldBytes, int toldCount) {
        return new IoStatus(irp, toldStatus, toldBytes, toldCount);
    }

    /** One that has read. */
    static IoStatus read(Irp irp, int[] bytes) {
        return new IoStatus(irp, NtStatus.SUCCESS, bytes, bytes.length);
    }

    /** One that has written. */
    static IoStatus written(Irp irp) {
        return new IoStatus(irp, NtStatus.SUCCESS, NONE, irp.length());
    }

    /** One that has failed. */
    static IoStatus failed(Irp irp, int status) {
        return new IoStatus(irp, status, NONE, 0);
    }
}
