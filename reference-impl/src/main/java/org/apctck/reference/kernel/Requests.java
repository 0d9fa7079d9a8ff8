package org.apctck.reference.kernel;

/**
 * The requests of threads to devices: how one is issued, and what the end of one, of its thread or of its file does.
 *
 * <p>Like the {@link Dispatcher}, it has no state of its own: a device holds what is in progress.
 */
final class Requests {
    private final Kernel kernel;
    private final Dispatcher dispatcher;

    Requests(Kernel kernel, Dispatcher dispatcher) {
        this.kernel = kernel;
        this.dispatcher = dispatcher;
    }

    /** Issues a request as {@link Kernel#issue} says. */
    int issue(Irp irp) {
        KFile file = (KFile) kernel.object(irp.file());
        KPipe pipe = device(file);
        if (!pipe.isConnected(file)) {
            return irp.reads() ? NtStatus.PIPE_BROKEN : NtStatus.PIPE_CLOSING;
        }
        file.setSignaled(false);
        kernel.setIoStatus(irp.overlapped(), NtStatus.PENDING, 0);
        pipe.issue(irp);
        kernel.noteSource(pipe);
        return NtStatus.PENDING;
    }

    /** Issues a request to write as {@link Kernel#write} says. */
    int write(Irp irp, Choice choice) {
        int status = issue(irp);
        KPipe pipe = device((KFile) kernel.object(irp.file()));
        IoStatus ended = status == NtStatus.PENDING ? pipe.take(irp) : null;
        if (ended == null) {
            return status;
        }
        kernel.noteSource(pipe);
        tell(ended, choice);
        return ended.status();
    }

    /** A request that has ended is told to those who are to know. */
    void complete(KPipe pipe, Choice choice) {
        int count = pipe.endedCount();
        IoStatus status = pipe.take(count > 1 ? choice.choose(ChoicePoint.COMPLETION, count) : 0);
        kernel.noteSource(pipe);
        tell(status, choice);
    }

    private void tell(IoStatus status, Choice choice) {
        Irp irp = status.irp();
        kernel.setIoStatus(irp.overlapped(), status.status(), status.count());
        if (kernel.find(irp.file()) instanceof KFile file) {
            file.setSignaled(true);
            dispatcher.release(file, choice);
        }
        if (irp.routine() != 0 && kernel.find(irp.issuer()) instanceof KThread issuer && !issuer.hasEnded()) {
            dispatcher.queueUserApc(issuer, new UserApc(irp.routine(), status), choice);
        }
    }

    /** Cancels the requests of a file that a thread has issued. */
    void cancel(KFile file, KThread issuer) {
        KPipe pipe = device(file);
        pipe.cancel(irp -> irp.file() == file.id() && irp.issuer() == issuer.id());
        kernel.noteSource(pipe);
    }

    /** The requests of a thread that ends are cancelled with it: none of its routines runs. */
    void issuerEnds(KThread thread) {
        kernel.objects().forEach(object -> {
            if (object instanceof KPipe pipe) {
                pipe.withdraw(thread.id());
                kernel.noteSource(pipe);
            }
        });
    }

    /** The last handle of a file was closed. */
    void closed(KFile file) {
        KPipe pipe = device(file);
        pipe.detach(file);
        kernel.noteSource(pipe);
        kernel.drop(pipe);
    }

    private KPipe device(KFile file) {
        return (KPipe) kernel.object(file.device());
    }
}
