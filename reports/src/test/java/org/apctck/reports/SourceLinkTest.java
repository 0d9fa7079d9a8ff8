package org.apctck.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.apctck.spec.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceLinkTest {
    @ParameterizedTest
    @CsvSource({
        "sdk-api, sdk-api-src/content/synchapi/nf-synchapi-sleepex.md, windows/win32/api/synchapi/nf-synchapi-sleepex",
        "win32, desktop-src/Sync/wait-functions.md, windows/win32/sync/wait-functions",
        "windows-driver-docs, windows-driver-docs-pr/kernel/waits-and-apcs.md, windows-hardware/drivers/kernel/waits-and-apcs",
        "windows-driver-docs-ddi, wdk-ddi-src/content/wdm/nf-wdm-kewaitforsingleobject.md, windows-hardware/drivers/ddi/wdm/nf-wdm-kewaitforsingleobject",
    })
    void aPageOfARepositoryIsAPageOfTheSite(String repository, String path, String page) {
        Rule.Source source = new Rule.Source("a page", "MicrosoftDocs/" + repository, path, "");

        assertThat(SourceLink.of(source)).contains("https://learn.microsoft.com/" + page);
    }

    @Test
    void nothingIsGuessedForAPathElsewhere() {
        assertThat(SourceLink.of(new Rule.Source("a book", null, null, ""))).isEmpty();
        assertThat(SourceLink.of(new Rule.Source("a page", "MicrosoftDocs/win32", "elsewhere/a.md", "")))
                .isEmpty();
    }
}
