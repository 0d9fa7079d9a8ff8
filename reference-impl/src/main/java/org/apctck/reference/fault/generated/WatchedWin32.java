package org.apctck.reference.fault.generated;

import org.apctck.reference.kernel.DispatcherObject;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.Kernel;
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

    @Override
    public boolean waitsForProcess() {
        watch.asked("waitsForProcess");
        return super.waitsForProcess();
    }

    @Override
    public int previousCount(int before, int more) {
        watch.asked("previousCount");
        return super.previousCount(before, more);
    }

    @Override
    public int exitCodeTold(KThread thread) {
        watch.asked("exitCodeTold");
        return super.exitCodeTold(thread);
    }

    @Override
    public KThread current(Kernel kernel, KThread caller) {
        watch.asked("current");
        return super.current(kernel, caller);
    }

    @Override
    public boolean duplicatesThread() {
        watch.asked("duplicatesThread");
        return super.duplicatesThread();
    }

    @Override
    public boolean isManualReset(boolean asked) {
        watch.asked("isManualReset");
        return super.isManualReset(asked);
    }

    @Override
    public boolean isInitiallySignaled(boolean asked) {
        watch.asked("isInitiallySignaled");
        return super.isInitiallySignaled(asked);
    }

    @Override
    public boolean isInitiallyOwned(boolean asked) {
        watch.asked("isInitiallyOwned");
        return super.isInitiallyOwned(asked);
    }

    @Override
    public int initialCount(int asked) {
        watch.asked("initialCount");
        return super.initialCount(asked);
    }

    @Override
    public int maximumCount(int asked) {
        watch.asked("maximumCount");
        return super.maximumCount(asked);
    }

    @Override
    public boolean takesCounts(int count, int maximum) {
        watch.asked("takesCounts");
        return super.takesCounts(count, maximum);
    }

    @Override
    public boolean takesAmongSeveral(DispatcherObject object) {
        watch.asked("takesAmongSeveral");
        return super.takesAmongSeveral(object);
    }
}
