package org.apctck.reports.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apctck.spec.rules.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleIndexTest {
    /** What a programmer on Windows would type, and the rule that answers it; written down before there was a search. */
    private static final Map<String, String> QUESTIONS = Map.ofEntries(
            Map.entry("alertable wait consume event", "DELIVER-NOCONSUME-1"),
            Map.entry("before the thread starts", "THREAD-START-APC-1"),
            Map.entry("signalled", "RETURN-WFSO-OBJECT-1"),
            Map.entry("deadlock", "RETURN-WFSO-INFINITE-1"),
            Map.entry("timeout", "RETURN-WFSO-TIMEOUT-1"),
            Map.entry("order of APCs", "QUEUE-FIFO-1"),
            Map.entry("does WaitForSingleObject run APCs", "DELIVER-NONALERTWAIT-1"),
            Map.entry("sleep zero poll apc", "RETURN-SLEEPEX-ZERO-ALERT-1"),
            Map.entry("terminate thread pending apc", "THREAD-TERMINATE-LOST-1"),
            Map.entry("queue apc to exited thread", "QUEUE-TERMINATING-1"),
            Map.entry("nested alertable waits", "DELIVER-NESTED-1"),
            Map.entry("abandoned mutex", "RETURN-WFSO-ABANDONED-1"),
            Map.entry("64 handles", "RETURN-WFMO-MAX-1"),
            Map.entry("access right to queue an apc", "QUEUE-ACCESS-1"),
            Map.entry("suspended thread apc", "THREAD-SUSPENDED-NORUN-1"),
            Map.entry("GetLastError after wait", "RETURN-LASTERROR-1"),
            Map.entry("SignalObjectAndWait atomic", "SIGNALWAIT-ATOMIC-1"),
            Map.entry("cancel queued apc", "QUEUE-NOCANCEL-1"),
            Map.entry("null apc routine", "QUEUE-NULLFN-1"),
            Map.entry("PulseEvent missed", "SIGNALWAIT-PULSE-1"));

    private static final int FIRST = 3;

    private final RuleIndex index = RuleIndex.of(
            Catalogue.load(),
            List.of("DELIVER-WAKE-1/a-zebra-crosses-the-wait#2", "QUEUE-FIFO-1/three-apcs-of-one-producer"));

    private List<String> found(String query) {
        return index.search(query).stream().map(RuleIndex.Hit::rule).toList();
    }

    @Test
    void eighteenOfTwentyQuestionsAreAnsweredAmongTheFirstThree() {
        List<String> missed = new ArrayList<>();
        QUESTIONS.forEach((question, rule) -> {
            List<String> first = found(question).stream().limit(FIRST).toList();
            if (!first.contains(rule)) {
                missed.add(question + ": " + first + " and not " + rule + ", which is number "
                        + (found(question).indexOf(rule) + 1));
            }
        });

        assertThat(missed).hasSizeLessThanOrEqualTo(QUESTIONS.size() - 18);
    }

    @ParameterizedTest
    @CsvSource({
        "signalled, signaled",
        "cancelled, canceled",
        "time-out, timeout",
        "time out, timeout",
        "Dead-Lock, deadlock",
        "event consume wait alertable, alertable wait consume event",
        "waits alertably consuming events, wait alertable consume event"
    })
    void spellingFormAndOrderDoNotMatter(String one, String other) {
        assertThat(found(one)).isNotEmpty();
        assertThat(found(one).get(0)).isEqualTo(found(other).get(0));
    }

    @Test
    void everythingThatIsSaidOfARuleIsSearched() {
        assertThat(found("zebra")).containsExactly("DELIVER-WAKE-1");
        assertThat(found("QueueUserAPC")).contains("QUEUE-FIFO-1");
        assertThat(found("deliver-drain-1").get(0)).isEqualTo("DELIVER-DRAIN-1");
        Catalogue.load().rules().stream()
                .filter(rule -> !rule.disputes().isEmpty())
                .forEach(
                        rule -> assertThat(found(rule.disputes())).as(rule.id()).contains(rule.id()));
    }

    @Test
    void whatIsBeingTypedFindsAlready() {
        assertThat(found("aband")).isNotEmpty().allMatch(found("abandoned")::contains);
        assertThat(found("")).isEmpty();
        assertThat(found("the of")).isEmpty();
        assertThat(found("xylophone")).isEmpty();
    }
}
