package org.apctck.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apctck.kit.Kit;

/**
 * Compares what a format writes with a file that somebody has looked at.
 *
 * <p>{@code mvn -pl reports -am test -Dgolden=update} writes the files anew, to be looked at before they are committed; where
 * {@code CI} is set nothing is ever written.
 */
public final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private Golden() {}

    /**
     * Demands that {@code text} is what the golden file holds.
     *
     * @param name of the file below {@code src/test/resources/golden}
     */
    public static void compare(String name, String text) throws IOException {
        String actual = text.replace(Kit.version(), "KIT-VERSION");
        Path file = FOLDER.resolve(name);
        if ("update".equals(System.getProperty("golden")) && System.getenv("CI") == null) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, actual);
        }
        assertThat(file).as("see the comment of Golden for how to write it").exists();
        assertThat(actual).isEqualTo(Files.readString(file));
    }
}
