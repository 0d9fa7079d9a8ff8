package org.apctck.spec.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.apctck.spec.format.Document;
import org.apctck.spec.format.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {
    private static final String RULE = """
            area: QUEUE
            title: Queueing
            rules:
            - id: QUEUE-FIFO-1
              title: Oldest first
              level: required
              levelWhy: the page says so
              statement: APCs MUST run in the order of their queueing.
              sources:
              - page: QueueUserAPC function
                section: remarks
              apis: [QueueUserAPC]
              testable: 'yes'
            """;

    @Test
    void theShippedCatalogueLoadsAndIsWhole() {
        Catalogue catalogue = Catalogue.load();

        assertThat(catalogue.areas().keySet())
                .containsExactly(
                        "QUEUE",
                        "DELIVER",
                        "RETURN",
                        "SIGNALWAIT",
                        "THREAD",
                        "TIMER",
                        "FILEIO",
                        "CANCEL",
                        "IOCP",
                        "KERNEL",
                        "OTHER");
        assertThat(catalogue.rules()).hasSizeGreaterThan(300);
        assertThat(catalogue.rules()).allSatisfy(rule -> {
            assertThat(rule.statement()).as(rule.id()).isNotBlank();
            assertThat(rule.why().isEmpty()).as(rule.id()).isEqualTo(rule.isTestable());
        });
    }

    @Test
    void eachReadingBelongsToOneRule() {
        assertThat(Catalogue.load().rules().stream()
                        .flatMap(rule -> rule.readings().stream())
                        .map(Rule.Reading::id))
                .containsExactlyInAnyOrder(
                        "APC-BEFORE-SIGNALED-OBJECT",
                        "SIGNAL-AND-WAIT-ATOMIC",
                        "INDEX-OF-BLOCKED-WAIT",
                        "OBJECT-TWICE-IN-WAIT-FOR-ALL",
                        "PSEUDO-HANDLE-AMONG-SEVERAL",
                        "SEMAPHORE-RELEASED-BY-ZERO",
                        "NULL-ROUTINE",
                        "OWN-TIMER",
                        "DUE-TIME-ZERO",
                        "MISSED-PERIODS",
                        "TIMER-OF-ANOTHER-SETTER",
                        "SETTER-EX-ENDS",
                        "CLOSED-TIMER");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "level: required # level: strict # rules[0].level: unknown value `strict`; known are REQUIRED",
                "QUEUE-FIFO-1 # FIFO-1 # must be QUEUE-WORDS-NUMBER",
                "testable: 'yes' # testable: 'no' # `why` is missing",
                "testable: 'yes' # why: because # `testable` is missing",
                "title: Oldest first # titel: Oldest first # rules[0].titel: unknown field",
                "apis: [QueueUserAPC] # apis: QueueUserAPC # rules[0].apis: must be a list",
                "statement: APCs # statemen: APCs # unknown field",
                "rules: # rules: [ # malformed"
            })
    void anErrorNamesFileLineAndField(String right, String wrong, String message) {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> Catalogue.read(Map.of("queue.yaml", RULE.replace(right, wrong))))
                .withMessageMatching("(?s)queue\\.yaml:\\d+: .*")
                .withMessageContaining(message);
    }

    @Test
    void aSecondRuleOfThatIdIsAnError() {
        String twice = RULE + RULE.substring(RULE.indexOf("- id"));

        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> Catalogue.read(Map.of("queue.yaml", twice)))
                .withMessageContaining("a second rule QUEUE-FIFO-1");
    }

    @Test
    void theProfileOfEverythingHasEveryRule() {
        Catalogue catalogue = Catalogue.load();

        assertThat(catalogue.profiles()).extracting(Profile::name).contains("core", "threads", "all");
        assertThat(catalogue.profile("all").orElseThrow().rules()).containsExactlyElementsOf(catalogue.rules());
        assertThat(catalogue.profile("core").orElseThrow().rules())
                .extracting(Rule::area)
                .containsOnly("QUEUE", "DELIVER", "RETURN");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "{name: a, title: A, rules: [QUEUE, KERNEL]} # p.yaml:2: profiles[0].rules[1]: no rule or area is called `KERNEL`",
                "{name: a, title: A, rules: [QUEUE-FIFO-2]} # p.yaml:2: profiles[0].rules[0]: no rule or area is called"
                        + " `QUEUE-FIFO-2`",
                "{name: A b, title: A, rules: [QUEUE]} # `A b` must be small letters and hyphens",
                "{name: a, rules: [QUEUE]} # `title` is missing",
                "{name: a, title: A, rules: []} # names no required rule that can be tested",
                "{name: a, title: A, rule: QUEUE} # unknown field",
            })
    void aBadProfileIsNamedWithFileLineAndField(String profile, String message) {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> Catalogue.read(
                        Map.of("queue.yaml", RULE), Document.yaml("p.yaml", "profiles:\n- " + profile + "\n")))
                .withMessageContaining(message);
    }

    @Test
    void twoProfilesOfOneNameAreAnError() {
        String profile = "- {name: a, title: A, rules: [QUEUE]}\n";

        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> Catalogue.read(
                        Map.of("queue.yaml", RULE), Document.yaml("p.yaml", "profiles:\n" + profile + profile)))
                .withMessage("p.yaml:3: profiles[1].name: a second profile a");
    }
}
