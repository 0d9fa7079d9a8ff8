package org.apctck.reference.fault;

import java.util.List;
import java.util.stream.Stream;

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
}
