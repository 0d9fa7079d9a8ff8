package org.apctck.features;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VocabularyTest {
    @Test
    void theVocabularyIsClosed() {
        assertThat(Vocabulary.texts())
                .containsExactly(
                        "Given APC routine {name} calls:",
                        "Given a mutex {name}, free",
                        "Given a mutex {name}, owned by {thread}",
                        "Given a semaphore {name} with count {int} of at most {int}",
                        "Given a(n) {reset} event {name}, {signal}",
                        "Given completion routine {name} calls:",
                        "Given these objects:",
                        "Given thread routine {name} calls:",
                        "Given timer routine {name} calls:",
                        "Given {thread} is blocked in {call}",
                        "Given {thread} is created suspended",
                        "Then every outcome is one of:",
                        "Then nothing happens on {someThread}",
                        "Then this happens on {someThread}, in this order and nothing else:",
                        "Then what happens on {someThread} is recorded",
                        "Then {function} on {someThread} took at least {int} ms",
                        "When after it returns, {thread} calls {call}",
                        "When the request {name} has completed",
                        "When these calls are made at the same time:",
                        "When {int} ms pass",
                        "When {thread} calls {call}",
                        "When {thread} queues APC(s) {names} to {name}")
                .hasSize(Vocabulary.AGREED);
    }

    @Test
    void theNearestTextOfTheVocabularyIsSuggested() {
        assertThat(Vocabulary.nearest("20 milliseconds pass")).isEqualTo("{int} ms pass");
        assertThat(Vocabulary.nearest("nothing happened on worker")).isEqualTo("nothing happens on {someThread}");
        assertThat(Vocabulary.nearest("a manual-reset event E is signaled"))
                .isEqualTo("a(n) {reset} event {name}, {signal}");
    }
}
