package org.apctck.reference.live;

import static org.apctck.reference.live.Win32.INFINITE;
import static org.apctck.reference.live.Win32.WAIT_OBJECT_0;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class LiveStressTest {
    private static final int PRODUCERS = 4;
    private static final int CONSUMERS = 2;
    private static final int APCS = 2_000;

    private final Win32 win32 = Win32.newProcess();
    /** By consumer and producer: what has arrived. Each consumer alone writes its lists. */
    private final List<List<List<Long>>> arrived = new ArrayList<>();

    private final Diary strays = new Diary();

    /** Counts what has arrived on one consumer, until everything is there. */
    private int consume(int consumer) {
        int id = win32.getCurrentThreadId();
        for (long seen = 0; seen < (long) PRODUCERS * APCS; seen = count(consumer)) {
            win32.sleepEx(INFINITE, true);
            if (win32.getCurrentThreadId() != id) {
                strays.note(consumer);
            }
        }
        return 0;
    }

    private long count(int consumer) {
        return arrived.get(consumer).stream().mapToLong(List::size).sum();
    }

    private int produce(int producer, List<Handle> consumers, List<Thread> threads) {
        for (long i = 0; i < APCS; i++) {
            for (int c = 0; c < consumers.size(); c++) {
                int consumer = c;
                ApcRoutine routine = data -> {
                    if (Thread.currentThread() != threads.get(consumer)) {
                        strays.note(producer + " to " + consumer);
                    }
                    arrived.get(consumer).get(producer).add(data);
                };
                if (win32.queueUserApc(routine, consumers.get(c), i) == 0) {
                    strays.note("refused by " + consumer);
                }
            }
        }
        return 0;
    }

    @Test
    void everyApcArrivesOnceOnItsThreadInTheOrderOfItsProducer() {
        List<Handle> consumers = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        Handle ready = win32.createEvent(false, false);
        for (int c = 0; c < CONSUMERS; c++) {
            int consumer = c;
            List<List<Long>> ofConsumer = new ArrayList<>();
            for (int p = 0; p < PRODUCERS; p++) {
                ofConsumer.add(new ArrayList<>());
            }
            arrived.add(ofConsumer);
            ThreadRoutine routine = parameter -> {
                threads.add(Thread.currentThread());
                win32.setEvent(ready);
                return consume(consumer);
            };
            consumers.add(win32.createThread(0, routine, 0, 0, null));
            win32.waitForSingleObject(ready, INFINITE);
        }

        List<Handle> producers = new ArrayList<>();
        for (int p = 0; p < PRODUCERS; p++) {
            int producer = p;
            producers.add(win32.createThread(0, parameter -> produce(producer, consumers, threads), 0, 0, null));
        }
        producers.forEach(this::join);
        consumers.forEach(this::join);

        List<Long> inOrder = LongStream.range(0, APCS).boxed().toList();
        assertThat(strays.notes()).isEmpty();
        assertThat(arrived)
                .allSatisfy(ofConsumer -> assertThat(ofConsumer)
                        .hasSize(PRODUCERS)
                        .allSatisfy(ofProducer -> assertThat(ofProducer).isEqualTo(inOrder)));
    }

    @Test
    void aSignalThatRacesWithAnApcIsNeverLost() {
        Handle event = win32.createEvent(false, false);
        int[] signals = new int[1];
        Handle waiter = win32.createThread(
                0,
                parameter -> {
                    while (signals[0] < APCS) {
                        if (win32.waitForSingleObjectEx(event, INFINITE, true) == WAIT_OBJECT_0) {
                            signals[0]++;
                        }
                    }
                    return 0;
                },
                0,
                0,
                null);
        Handle signaler = win32.createThread(0, parameter -> signal(event, waiter), 0, 0, null);

        join(signaler);
        join(waiter);

        assertThat(signals[0]).isEqualTo(APCS);
    }

    /** Signals the event over and over, each time only when the waiter has taken the signal before it. */
    private int signal(Handle event, Handle waiter) {
        for (int i = 0; i < APCS; i++) {
            win32.setEvent(event);
            win32.queueUserApc(data -> {}, waiter, 0);
            while (win32.waitForSingleObject(event, 0) == WAIT_OBJECT_0) {
                win32.setEvent(event);
                win32.sleep(0);
            }
        }
        return 0;
    }

    private void join(Handle thread) {
        assertThat(win32.waitForSingleObject(thread, INFINITE)).isEqualTo(WAIT_OBJECT_0);
    }
}
