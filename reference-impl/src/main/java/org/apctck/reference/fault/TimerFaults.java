package org.apctck.reference.fault;

import java.util.List;
import java.util.stream.Stream;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.KTimer;
import org.apctck.reference.kernel.Kernel;

/** Faults of waitable timers. */
final class TimerFaults {
    static final List<Fault> ALL = Stream.of(
                    TimerSettingFaults.ALL,
                    TimerRoutineFaults.ALL,
                    TimerArgumentFaults.ALL,
                    TimerStateFaults.ALL,
                    TimerEndFaults.ALL,
                    TimerHandleFaults.ALL)
            .flatMap(List::stream)
            .toList();

    private TimerFaults() {}

    /** Drops every APC of the thread that has set a timer. */
    static void emptyQueueOfSetter(Kernel kernel, KTimer timer) {
        KThread setter = kernel.setterOf(timer);
        while (setter != null && setter.hasUserApc()) {
            setter.takeUserApc();
        }
    }
}
