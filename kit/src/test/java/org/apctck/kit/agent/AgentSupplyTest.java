package org.apctck.kit.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AgentSupplyTest {
    @Test
    void aSpareThatHasJustStartedWhenItIsNotNeededAnyMoreIsKilled() throws InterruptedException, ExecutionException {
        CompletableFuture<Agent> spare = new CompletableFuture<>();
        CountDownLatch started = new CountDownLatch(1);
        AgentLaunch launch = AgentLaunch.of("fake", FakeAgent.command("works"));
        AgentSupply supply = new AgentSupply(() -> {
            Agent agent = Agent.start(launch, launch.command());
            spare.complete(agent);
            started.countDown();
            while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait(); // until nobody wants it any more
            }
            return agent;
        });
        supply.prepare();
        started.await();

        supply.close();

        assertThat(spare.get().isAlive()).isFalse();
    }
}
