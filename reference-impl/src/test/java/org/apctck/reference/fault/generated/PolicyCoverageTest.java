package org.apctck.reference.fault.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apctck.reference.kernel.KernelPolicy;
import org.apctck.reference.model.DeliveryPolicy;
import org.apctck.reference.win32.Win32Policy;
import org.junit.jupiter.api.Test;

/** A decision that is added to a policy gets deviations, and is watched, or this fails. */
class PolicyCoverageTest {
    /** What watches the decisions of a policy. */
    private static final Map<Class<?>, Class<?>> WATCHES = Map.of(
            KernelPolicy.class, GuardedKernel.class,
            Win32Policy.class, WatchedWin32.class,
            DeliveryPolicy.class, WatchedDelivery.class);

    @Test
    void everyDecisionIsMadeOtherwiseBySomeFault() {
        Set<String> deviated = GeneratedFaults.all().stream()
                .flatMap(fault -> fault.decisions().stream())
                .collect(Collectors.toSet());

        assertThat(deviated).containsAll(decisions());
    }

    @Test
    void everyDecisionIsWatched() {
        WATCHES.forEach((policy, watch) ->
                assertThat(names(watch).toList()).containsAll(names(policy).toList()));
    }

    @Test
    void noTwoPoliciesHaveADecisionOfTheSameName() {
        assertThat(decisions()).doesNotHaveDuplicates();
    }

    private static List<String> decisions() {
        return WATCHES.keySet().stream().flatMap(PolicyCoverageTest::names).toList();
    }

    /** The decisions that a class makes itself; which policy decides for a thread is none of them. */
    private static Stream<String> names(Class<?> policy) {
        return Arrays.stream(policy.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> !method.isSynthetic() && !method.getName().equals("at"))
                .map(Method::getName);
    }
}
