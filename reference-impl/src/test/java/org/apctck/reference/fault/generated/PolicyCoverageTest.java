package org.apctck.reference.fault.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apctck.reference.kernel.Conduct;
import org.apctck.reference.kernel.Policy;
import org.junit.jupiter.api.Test;

/** A policy that is added is guarded, and a decision that is added to one gets deviations and a guard, or this fails. */
class PolicyCoverageTest {
    @Test
    void everyPolicyIsGuarded() throws IOException, URISyntaxException, ClassNotFoundException {
        Set<String> guarded = new TreeSet<>();
        Guarded.FORMS.forEach(form -> guarded.add(form.documented().getClass().getName()));

        assertThat(subjects()).isEqualTo(guarded);
    }

    @Test
    void everyDecisionIsMadeOtherwiseBySomeFault() {
        Set<String> deviated = GeneratedFaults.all().stream()
                .flatMap(fault -> fault.decisions().stream())
                .collect(Collectors.toSet());

        assertThat(deviated).containsAll(decisions());
    }

    @Test
    void everyDecisionIsGuarded() {
        for (Guarded.Form<?> form : Guarded.FORMS) {
            Policy guarded = form.guard(Conduct.DOCUMENTED, (decision, occasion) -> false);

            assertThat(names(guarded.getClass()).toList())
                    .containsExactlyInAnyOrderElementsOf(
                            names(form.documented().getClass()).toList());
        }
    }

    @Test
    void noTwoPoliciesHaveADecisionOfTheSameName() {
        assertThat(decisions()).doesNotHaveDuplicates();
    }

    private static List<String> decisions() {
        return Guarded.FORMS.stream()
                .flatMap(form -> names(form.documented().getClass()))
                .toList();
    }

    /** The decisions that a class makes itself. */
    private static Stream<String> names(Class<?> policy) {
        return Arrays.stream(policy.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .map(method -> method.getName());
    }

    /** The direct subclasses of {@link Policy}, looked for where the classes are. */
    private static Set<String> subjects() throws IOException, URISyntaxException, ClassNotFoundException {
        Path classes = Path.of(
                Policy.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Set<String> subjects = new TreeSet<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (String file :
                    files.map(classes::relativize).map(Path::toString).toList()) {
                if (file.endsWith(".class") && file.contains("reference")) {
                    String name =
                            file.substring(0, file.length() - ".class".length()).replaceAll("[/\\\\]", ".");
                    if (Class.forName(name, false, Policy.class.getClassLoader())
                                    .getSuperclass()
                            == Policy.class) {
                        subjects.add(name);
                    }
                }
            }
        }
        return subjects;
    }
}
