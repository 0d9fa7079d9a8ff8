package org.apctck.cli.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apctck.cli.Fifo;
import org.apctck.cli.Ran;
import org.apctck.spec.format.Node;
import org.junit.jupiter.api.Test;

/** {@code rules}, {@code targets} and {@code lint}. */
class CatalogueVerbsTest {
    @Test
    void everyRuleIsListedWithItsLevelAndScenarios() {
        List<Node> rules = Ran.apctck("rules", "--format", "json").json().items();

        Node fifo = rules.stream()
                .filter(rule -> rule.get("id").text().equals("QUEUE-FIFO-1"))
                .findFirst()
                .orElseThrow();
        assertThat(fifo.get("level").text()).isEqualTo("required");
        assertThat(fifo.get("testable").bool()).isTrue();
        assertThat(fifo.get("scenarios").items()).hasSize(Fifo.SCENARIOS);
        assertThat(rules)
                .filteredOn(rule -> !rule.get("testable").bool())
                .isNotEmpty()
                .allMatch(rule -> rule.get("scenarios").items().isEmpty());
    }

    @Test
    void aRuleShowsItsSourceWithALinkAndItsScenarios() {
        Ran ran = Ran.apctck("rules", "QUEUE-FIFO-1");

        assertThat(ran.status()).isZero();
        assertThat(ran.out())
                .startsWith("QUEUE-FIFO-1: APCs run in the order of their queueing\n")
                .contains("    QueueUserAPC function, remarks\n"
                        + "      https://learn.microsoft.com/windows/win32/api/processthreadsapi/"
                        + "nf-processthreadsapi-queueuserapc\n")
                .contains("    QUEUE-FIFO-1/three-apcs-of-one-producer  features/queue/order.feature:8\n");
    }

    @Test
    void aRuleWithAReadingShowsItsOptions() {
        assertThat(Ran.apctck("rules", "deliver-tie-signaled-1").out()).contains("reading APC-BEFORE-SIGNALED-OBJECT");
    }

    @Test
    void anAreaListsItsRulesAndThoseThatCannotBeTested() {
        Ran ran = Ran.apctck("rules", "queue");

        assertThat(ran.out())
                .startsWith("QUEUE: Queueing a user APC\n  rule ")
                .contains("not testable")
                .doesNotContain("DELIVER-");
    }

    @Test
    void targetsSayWhatIsMissing() {
        Ran ran = Ran.apctck("targets");

        assertThat(ran.status()).isZero();
        assertThat(ran.out())
                .containsPattern("\nreference +yes +the model")
                .containsPattern("\nabsent +no +a target for tests; its library is not here; install it\n");
    }

    @Test
    void whatIsShippedIsWithoutFindings() {
        Ran ran = Ran.apctck("lint");

        assertThat(ran.out()).startsWith("0 findings in ");
        assertThat(ran.status()).isZero();
        assertThat(Ran.apctck("lint", "--format", "json").json().get("findings").items())
                .isEmpty();
    }

    @Test
    void rulesAreFoundByWordsAndByFunction() {
        Ran words = Ran.apctck("rules", "--search", "alertable wait consume event");
        assertThat(words.status()).isZero();
        assertThat(words.out().lines().limit(5)).anyMatch(line -> line.contains("DELIVER-NOCONSUME-1"));

        Ran function = Ran.apctck("rules", "waitforsingleobjectex");
        assertThat(function.out()).contains("RETURN-WFSO-OBJECT-1", " of waitforsingleobjectex");

        Ran nothing = Ran.apctck("rules", "--search", "xylophone");
        assertThat(nothing.status()).isZero();
        assertThat(nothing.out()).contains("0 rules for xylophone");
        assertThat(Ran.apctck("rules", "QUEUE", "--search", "x").status()).isEqualTo(2);
        assertThat(Ran.apctck("rules", "SlepEx").err()).contains("did you mean SleepEx?");
    }
}
