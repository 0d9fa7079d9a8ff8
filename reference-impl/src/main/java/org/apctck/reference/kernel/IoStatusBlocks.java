package org.apctck.reference.kernel;

import java.util.Arrays;

/** What the OVERLAPPEDs of a program say of their requests, by their addresses. The arrays are never changed, only replaced. */
final class IoStatusBlocks implements Stateful {
    /** In rising order. */
    private long[] addresses = {};
    /** {@link NtStatus#PENDING} until the request has ended. */
    private int[] statuses = {};

    private int[] counts = {};

    IoStatusBlocks() {}

    IoStatusBlocks(IoStatusBlocks other) {
        this.addresses = other.addresses;
        this.statuses = other.statuses;
        this.counts = other.counts;
    }

    void put(long address, int status, int count) {
        int at = Arrays.binarySearch(addresses, address);
        if (at < 0) {
            at = -at - 1;
            addresses = Arrays.copyOf(addresses, addresses.length + 1);
            System.arraycopy(addresses, at, addresses, at + 1, addresses.length - at - 1);
            addresses[at] = address;
            statuses = widened(statuses, at);
            counts = widened(counts, at);
        } else {
            statuses = statuses.clone();
            counts = counts.clone();
        }
        statuses[at] = status;
        counts[at] = count;
    }

    private static int[] widened(int[] numbers, int at) {
        int[] more = Arrays.copyOf(numbers, numbers.length + 1);
        System.arraycopy(numbers, at, more, at + 1, numbers.length - at);
        return more;
    }

    /** How the last request of an OVERLAPPED has ended; {@link NtStatus#SUCCESS} before its first. */
    int status(long address) {
        int at = Arrays.binarySearch(addresses, address);
        return at < 0 ? NtStatus.SUCCESS : statuses[at];
    }

    @Override
    public void writeTo(StateWriter out) {
        out.putFields(this);
    }
}
