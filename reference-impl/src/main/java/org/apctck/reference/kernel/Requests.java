package org.apctck.reference.kernel;

/**
 * The requests of threads to devices: how one is issued, and what the end of one, of its thread or of its file does.
 *
 * <p>Like the {@link Dispatcher}, it has no state of its own: a device holds what is in progress.
 */
final class Requests {
    private final Kernel kernel;
    private final Dispatcher dispatcher;

    private final RequestPolicy policy;

    Requests(Kernel kernel, Dispatcher dispatcher, Conduct conduct) {
        this.kernel = kernel;
        this.dispatcher = dispatcher;
        this.policy = conduct.insteadOf(RequestPolicy.DOCUMENTED);
    }

    /** Issues a request as {@link Kernel#issue} says. */
    int issue(Irp irp) {
        KFile file = (KFile) kernel.object(irp.file());
        KPipe pipe = device(file);
        if (!pipe.isConnected(file)) {
            int status = irp.reads() ? NtStatus.PIPE_BROKEN : NtStatus.PIPE_CLOSING;
            if (!policy.isSilentWhenRefused(kernel, irp) && irp.routine() != 0) {
                queueRoutine(IoStatus.failed(irp, status), Choice.FIRST);
            }
            return status;
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
        if (irp.routine() != 0) {
            queueRoutine(status, choice);
        }
    }

    private void queueRoutine(IoStatus status, Choice choice) {
        KThread issuer = kernel.find(status.irp().issuer()) instanceof KThread thread ? thread : null;
        UserApc apc = new UserApc(status.irp().routine(), policy.toldOfRequest(kernel, status));
        for (KThread receiver : policy.routineReceivers(kernel, status, issuer)) {
            if (receiver.hasEnded()) {
                continue;
            }
            if (policy.endsWait(kernel, receiver)) {
                dispatcher.queueUserApc(receiver, apc, choice);
            } else {
                receiver.insert(receiver.userApcCount(), apc);
            }
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
