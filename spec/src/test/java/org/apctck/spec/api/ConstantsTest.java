package org.apctck.spec.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page that tells authors of agents the numbers. {@code -Dgolden=update} writes it anew. */
class ConstantsTest {
    private static final Path PAGE = Path.of("../docs/protocol/constants.md");

    @Test
    void thePageOfTheProtocolHasTheNumberOfEachConstant() throws IOException {
        String page = page();
        if ("update".equals(System.getProperty("golden")) && System.getenv("CI") == null) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private static String page() {
        return """
                # The numbers of constants

                Programs and traces name constants of the Windows SDK; an agent passes and receives these numbers. An error code that is
                not listed stands in a trace in decimal. This page is written by `ConstantsTest` from the signatures of the kit.

                | constant | number |
                | --- | ---: |
                """
                + Constants.all().entrySet().stream()
                        .map(constant -> "| `" + constant.getKey() + "` | " + number(constant.getValue()) + " |\n")
                        .collect(Collectors.joining());
    }

    private static String number(long value) {
        return value < 10 ? Long.toString(value) : String.format("%d = 0x%X", value, value);
    }
}
