package org.apctck.reference.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HelloApcTest {
    private final PrintStream standardOut = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @AfterEach
    void restore() {
        System.setOut(standardOut);
    }

    @Test
    void theExampleOfTheReadmeSaysHello() {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));

        HelloApc.main(new String[0]);

        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("hello from an APC, data = 42", "the APC ended the wait");
    }
}
