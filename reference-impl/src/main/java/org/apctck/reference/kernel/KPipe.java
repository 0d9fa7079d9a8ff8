package org.apctck.reference.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A pipe of bytes between two files: what was written at one end is read at the other, in order. What a request asks for is
 * settled as soon as it can be; that it has ended is told by {@link #take}, any time later, which is what the pipe does by itself.
 *
 * <p>Its arrays are never changed, only replaced, so copies share them.
 */
public final class KPipe extends DispatcherObject {
    private static final int[] EMPTY = {};
    private static final int NOBODY = -1;

    /** What programs open the other end by. */
    private final long name;
    /** How many bytes each end takes before somebody reads them. */
    private final int quota;
    /** The files at the two ends: that of the server first. */
    private int[] ends = {NOBODY, NOBODY};
    /** What was written at each end and not read yet: at the server's, and at the client's. */
    private int[] fromServer = EMPTY;

    private int[] fromClient = EMPTY;
    /** What cannot be settled yet, in the order of issue. */
    private Irp[] pending = {};
    /** What has ended and was not told yet. */
    private IoStatus[] ended = {};

    KPipe(int id, long name, int quota) {
        super(id);
        this.name = name;
        this.quota = quota;
    }

    long name() {
        return name;
    }

    /** Whether the other end can be opened. */
    boolean awaitsClient() {
        return ends[0] != NOBODY && ends[1] == NOBODY;
    }

    /** A file becomes the next end. */
    void attach(KFile file) {
        ends = ends[0] == NOBODY ? new int[] {file.id(), NOBODY} : new int[] {ends[0], file.id()};
    }

    /** A file is no end any more: what waits for it at the other end fails, and so does what it has asked for itself. */
    void detach(KFile file) {
        ends = Arrays.stream(ends).map(end -> end == file.id() ? NOBODY : end).toArray();
        fail(Irp::reads, NtStatus.PIPE_BROKEN);
        fail(irp -> true, NtStatus.PIPE_BROKEN);
    }

    /** Whether somebody is at the other end than {@code file}. */
    boolean isConnected(KFile file) {
        return ends[0] == file.id() ? ends[1] != NOBODY : ends[0] != NOBODY;
    }

    /** Takes a request, which is settled at once if it can be. */
    void issue(Irp irp) {
        pending = Arrays.copyOf(pending, pending.length + 1);
        pending[pending.length - 1] = irp;
        settle();
    }

    /** Cancels the requests that {@code which} holds of: they have ended, and have not done what they were to. */
    int cancel(Predicate<Irp> which) {
        int before = pending.length;
        fail(which, NtStatus.CANCELLED);
        return before - pending.length;
    }

    /** Takes the requests of a thread back: nobody is told of them. */
    void withdraw(int thread) {
        pending = Arrays.stream(pending).filter(irp -> irp.issuer() != thread).toArray(Irp[]::new);
        ended = Arrays.stream(ended)
                .filter(status -> status.irp().issuer() != thread)
                .toArray(IoStatus[]::new);
    }

    /** How many requests have ended and were not told. */
    int endedCount() {
        return ended.length;
    }

    /** Takes one of those. */
    IoStatus take(int index) {
        IoStatus taken = ended[index];
        IoStatus[] left = new IoStatus[ended.length - 1];
        System.arraycopy(ended, 0, left, 0, index);
        System.arraycopy(ended, index + 1, left, index, left.length - index);
        ended = left;
        return taken;
    }

    /** Takes that one, if it has ended; else null. */
    @Nullable
    IoStatus take(Irp irp) {
        for (int i = 0; i < ended.length; i++) {
            if (ended[i].irp().equals(irp)) {
                return take(i);
            }
        }
        return null;
    }

    /** At any time, as long as a request has ended that nobody was told of. */
    @Override
    public long dueMicros() {
        return ended.length > 0 ? 0 : Deadline.NEVER;
    }

    private void fail(Predicate<Irp> which, int status) {
        List<Irp> left = new ArrayList<>();
        for (Irp irp : pending) {
            if (which.test(irp)) {
                end(IoStatus.failed(irp, status));
            } else {
                left.add(irp);
            }
        }
        pending = left.toArray(Irp[]::new);
    }

    /** Moves bytes as far as they go, oldest request first. */
    private void settle() {
        boolean moved = true;
        while (moved) {
            moved = false;
            for (int i = 0; i < pending.length && !moved; i++) {
                moved = settle(pending[i]);
                if (moved) {
                    pending = without(i);
                }
            }
        }
    }

    private boolean settle(Irp irp) {
        boolean server = irp.file() == ends[0];
        if (irp.reads()) {
            int[] there = server ? fromClient : fromServer;
            if (there.length == 0) {
                return false;
            }
            int count = Math.min(there.length, irp.length());
            put(!server, Arrays.copyOfRange(there, count, there.length));
            end(IoStatus.read(irp, Arrays.copyOf(there, count)));
            return true;
        }
        int[] there = server ? fromServer : fromClient;
        if (there.length + irp.length() > quota && !isReadBeside(irp)) {
            return false;
        }
        int[] more = Arrays.copyOf(there, there.length + irp.length());
        System.arraycopy(irp.bytes(), 0, more, there.length, irp.length());
        put(server, more);
        end(IoStatus.written(irp));
        return true;
    }

    /** Whether reads of the other end take what does not fit. */
    private boolean isReadBeside(Irp write) {
        int wanted = Arrays.stream(pending)
                .filter(irp -> irp.reads() && irp.file() != write.file())
                .mapToInt(Irp::length)
                .sum();
        int[] there = write.file() == ends[0] ? fromServer : fromClient;
        return there.length + write.length() <= quota + wanted;
    }

    private void put(boolean byServer, int[] bytes) {
        int[] kept = bytes.length == 0 ? EMPTY : bytes;
        if (byServer) {
            fromServer = kept;
        } else {
            fromClient = kept;
        }
    }

    private void end(IoStatus status) {
        ended = Arrays.copyOf(ended, ended.length + 1);
        ended[ended.length - 1] = status;
    }

    private Irp[] without(int index) {
        Irp[] left = new Irp[pending.length - 1];
        System.arraycopy(pending, 0, left, 0, index);
        System.arraycopy(pending, index + 1, left, index, left.length - index);
        return left;
    }

    @Override
    public boolean isSignaledFor(KThread thread) {
        return false;
    }

    @Override
    int satisfy(KThread thread) {
        throw new IllegalStateException("nobody can wait for a pipe, only for the files at its ends");
    }

    @Override
    public boolean isConsumed() {
        return false;
    }
}
