package org.apctck.reference.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void theReadmeShowsTheExample() throws IOException {
        Path source = Path.of("src/test/java", HelloApc.class.getName().replace('.', '/') + ".java");
        String example = Files.readString(source);
        String body = example.substring(example.indexOf("Win32 win32"), example.lastIndexOf(";") + 1);

        assertThat(Files.readString(Path.of("..", "README.md"))).contains(body.replace("\n        ", "\n"));
    }

    @Test
    void theExampleOfTheReadmeSaysHello() {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));

        HelloApc.main(new String[0]);

        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("hello from an APC, data = 42", "the APC ended the wait");
    }
}
