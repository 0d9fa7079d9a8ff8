package org.apctck.reference.fault.generated;

import java.util.ArrayList;
import java.util.List;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.NtStatus;
import org.apctck.reference.model.DeliveryPolicy;
import org.apctck.reference.win32.ResultPolicy;
import org.apctck.spec.api.ApiFunction;

/** What is alertable, and how APCs run, decided otherwise. */
final class DeliveryDeviations {
    private static final long FAILED = 0xFFFF_FFFFL;

    private DeliveryDeviations() {}

    static List<Deviation> all() {
        List<Deviation> all = new ArrayList<>();
        alertable(all, "WAIT-DEAF", "an alertable wait is not alertable", "DELIVER-ALERTSET-1", false);
        alertable(all, "WAIT-ALERTABLE", "a wait is alertable whatever it says", "DELIVER-NONALERTWAIT-1", true);
        drains(all, "OBJECT", "its object has ended", NtStatus.WAIT_0);
        drains(all, "TIME-OUT", "has timed out", NtStatus.TIMEOUT);
        drains(all, "ABANDONMENT", "took an abandoned mutex", NtStatus.ABANDONED_WAIT_0);
        all.add(Deviation.of(
                "APCS-WAIT-FOR-NEXT-WAIT", "a wait that APCs end runs none", "DELIVER-WAKE-1", new DeliveryPolicy() {
                    @Override
                    public boolean drains(KThread thread, int status) {
                        return false;
                    }
                }));
        all.add(Deviation.of(
                "WAIT-RESUMED", "a wait goes on when its APCs have run", "DELIVER-WAKE-1", new DeliveryPolicy() {
                    @Override
                    public boolean waitsAgain(KThread thread) {
                        return true;
                    }
                }));
        all.add(Deviation.of(
                "DRAIN-OF-ONE", "a wait runs one APC and leaves the rest", "DELIVER-DRAIN-1", new DeliveryPolicy() {
                    @Override
                    public long left(KThread thread, long quota, long nowMicros) {
                        return 0;
                    }
                }));
        all.add(Deviation.of(
                "DRAIN-OF-SNAPSHOT",
                "a wait runs only the APCs that were queued when it began to run them",
                "DELIVER-DRAIN-REFILL-1",
                new DeliveryPolicy() {
                    @Override
                    public long quota(KThread thread, int queued, long nowMicros, long timeoutMillis) {
                        return queued;
                    }

                    @Override
                    public long left(KThread thread, long quota, long nowMicros) {
                        return quota - 1;
                    }
                }));
        all.add(Deviation.of(
                "INNER-STATUS",
                "a wait reports how the last wait inside its routines ended",
                "DELIVER-NESTED-OUTER-1",
                new DeliveryPolicy() {
                    @Override
                    public int drained(KThread thread, int status, int last, long left) {
                        return last;
                    }
                }));
        answers(all, "APC-AS-OBJECT", "reports an object for APCs", NtStatus.USER_APC, NtStatus.WAIT_0);
        answers(all, "APC-AS-TIME-OUT", "reports a time-out for APCs", NtStatus.USER_APC, NtStatus.TIMEOUT);
        answers(all, "APC-AS-FAILURE", "fails when APCs have run", NtStatus.USER_APC, FAILED);
        answers(all, "TIME-OUT-AS-APC", "reports APCs for a time-out", NtStatus.TIMEOUT, NtStatus.USER_APC);
        answers(all, "OBJECT-AS-APC", "reports APCs for its object", NtStatus.WAIT_0, NtStatus.USER_APC);
        answers(all, "OBJECT-AS-TIME-OUT", "reports a time-out for its object", NtStatus.WAIT_0, NtStatus.TIMEOUT);
        all.add(Deviation.of(
                "START-DEAF", "a thread begins without running its APCs", "THREAD-START-APC-1", new DeliveryPolicy() {
                    @Override
                    public boolean startsWithApcs(KThread thread) {
                        return false;
                    }
                }));
        all.add(Deviation.of(
                "RETURN-DELIVERS",
                "a start routine that returns runs APCs",
                "THREAD-RETURN-LOST-1",
                new DeliveryPolicy() {
                    @Override
                    public boolean endsWithApcs(KThread thread) {
                        return true;
                    }
                }));
        all.add(Deviation.of(
                "CODE-INTERRUPTED",
                "an APC runs at once on a thread that does not wait",
                "DELIVER-NOPREEMPT-1",
                new DeliveryPolicy() {
                    @Override
                    public boolean interrupts(KThread thread, boolean inRoutine) {
                        return true;
                    }
                }));
        return all;
    }

    private static void alertable(List<Deviation> all, String id, String title, String rule, boolean alertable) {
        all.add(Deviation.of(id, title, rule, new DeliveryPolicy() {
            @Override
            public boolean isAlertable(
                    KThread caller, ApiFunction function, boolean asked, long timeoutMillis, boolean inRoutine) {
                return alertable;
            }
        }));
    }

    private static void drains(List<Deviation> all, String id, String title, int status) {
        all.add(Deviation.of(
                id + "-DELIVERS",
                "a wait that " + title + " runs APCs before it returns",
                "DELIVER-LATER-1",
                new DeliveryPolicy() {
                    @Override
                    public boolean drains(KThread thread, int ended) {
                        return ended == status || super.drains(thread, ended);
                    }
                }));
    }

    private static void answers(List<Deviation> all, String id, String title, long value, long instead) {
        all.add(Deviation.of("REPORTS-" + id, "a wait " + title, "KERNEL-WAITTABLE-1", new ResultPolicy() {
            @Override
            public long answer(KThread caller, ApiFunction function, long result) {
                return function.canBlock() && result == value ? instead : result;
            }
        }));
    }
}
