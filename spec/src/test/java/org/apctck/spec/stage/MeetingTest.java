package org.apctck.spec.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apctck.spec.Steering;
import org.junit.jupiter.api.Test;

class MeetingTest {
    private final Meeting meeting = new Meeting(Map.of("main", 1, "worker", 0), Long.MAX_VALUE / 2);
    private final List<String> said = new CopyOnWriteArrayList<>();

    @Test
    void whoComesFirstAwaitsTheOther() {
        CompletableFuture<Void> main = CompletableFuture.runAsync(() -> {
            meeting.await("main", 0);
            said.add("main in its first call");
            meeting.await("main", 1);
            said.add("main in its second call");
        });
        while (said.isEmpty()) {
            Thread.onSpinWait();
        }

        said.add("worker in its first call");
        meeting.await("worker", 0);
        main.join();

        assertThat(said)
                .containsExactly("main in its first call", "worker in its first call", "main in its second call");
    }

    @Test
    void whoMeetsNobodyGoesOn() {
        meeting.await("helper", 0);
        meeting.await("main", 7);
        new Meeting(Map.of(), Steering.MEETING_NANOS).await("main", 0);
    }

    @Test
    void whoIsNotComeForGoesOnAfterAWhile() {
        long began = System.nanoTime();

        new Meeting(Map.of("main", 0, "worker", 0), 3_000_000).await("main", 0);

        assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(3_000_000);
    }
}
