package org.apctck.reference.fault.generated;

import org.apctck.reference.kernel.DispatcherObject;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.UserApc;
import org.apctck.reference.win32.Win32Policy;

/** The documented Win32 layer, which tells what it is asked. */
final class WatchedWin32 extends Win32Policy {
    private final Watch watch;

    WatchedWin32(Reach reach) {
        this.watch = new Watch(reach);
    }

    @Override
    public Win32Policy at(KThread caller) {
        watch.at(caller);
        return this;
    }

    @Override
    public int access(Purpose purpose) {
        watch.asked("access");
        return super.access(purpose);
    }

    @Override
    public int accessOfNewThread() {
        watch.asked("accessOfNewThread");
        return super.accessOfNewThread();
    }

    @Override
    public boolean knowsPseudoHandle() {
        watch.asked("knowsPseudoHandle");
        return super.knowsPseudoHandle();
    }

    @Override
    public int lastError(int status) {
        watch.asked("lastError");
        return super.lastError(status);
    }

    @Override
    public KThread receiver(KThread caller, KThread target) {
        watch.asked("receiver");
        return super.receiver(caller, target);
    }

    @Override
    public UserApc queued(UserApc given) {
        watch.asked("queued");
        return super.queued(given);
    }

    @Override
    public long timeoutMillis(long millis) {
        watch.asked("timeoutMillis");
        return super.timeoutMillis(millis);
    }

    @Override
    public boolean takesHandles(int count) {
        watch.asked("takesHandles");
        return super.takesHandles(count);
    }

    @Override
    public boolean signals(DispatcherObject object, boolean apcPending) {
        watch.asked("signals");
        return super.signals(object, apcPending);
    }

    @Override
    public int unitsToRelease() {
        watch.asked("unitsToRelease");
        return super.unitsToRelease();
    }

    @Override
    public boolean waitsUnsignaled(DispatcherObject object) {
        watch.asked("waitsUnsignaled");
        return super.waitsUnsignaled(object);
    }
}
