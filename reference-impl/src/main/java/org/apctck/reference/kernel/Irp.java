package org.apctck.reference.kernel;

/**
 * An I/O request packet: what a thread has asked a device for. It never changes; what becomes of it is where it stands.
 *
 * @param issuer the id of the thread that has issued it
 * @param file the id of the file that it was issued for
 * @param bytes what it writes; empty for one that reads
 * @param length how many bytes it writes, or reads at most
 * @param overlapped the address of the OVERLAPPED that stands for it; 0 for none
 * @param buffer the address of the memory that it fills; 0 for one that writes
 * @param routine the address of its completion routine; 0 for none
 */
public record Irp(int issuer, int file, int[] bytes, int length, long overlapped, long buffer, long routine) {
    /** Whether it reads. */
    public boolean reads() {
        return buffer != 0;
    }
}
