package org.apctck.reference.fault;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every fault of the reference. */
public final class Faults {
    private static final List<Fault> ALL = Stream.of(
                    QueueFaults.ALL,
                    NumberFaults.ALL,
                    SecondTimeFaults.ALL,
                    CreationFaults.ALL,
                    MutexFaults.ALL,
                    SuspensionFaults.ALL,
                    HandleFaults.ALL,
                    AlertableFaults.ALL,
                    DrainFaults.ALL,
                    WaitFaults.ALL,
                    LateFaults.ALL,
                    KindFaults.ALL,
                    RefusalFaults.ALL,
                    IdleFaults.ALL,
                    ObjectFaults.ALL,
                    ResultFaults.ALL,
                    SignalWaitFaults.ALL,
                    ThreadFaults.ALL,
                    TimerFaults.ALL,
                    RequestFaults.ALL)
            .flatMap(List::stream)
            .toList();

    private Faults() {}

    /** All faults, those of one subject together. */
    public static List<Fault> all() {
        return ALL;
    }

    /** The ids of all faults. */
    public static List<String> ids() {
        return ALL.stream().map(Fault::id).toList();
    }

    /** The fault of that id. */
    public static Optional<Fault> find(String id) {
        return ALL.stream().filter(fault -> fault.id().equals(id)).findFirst();
    }
}
