package org.apctck.jna;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.jna.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apctck.spec.TargetUnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryTest {
    @TempDir
    private Path folder;

    @Test
    void aPathWithNothingBehindItIsRefusedWithTheRemedy() {
        Path path = folder.resolve("libwinpr.so");

        assertThatThrownBy(() -> new WinprProvider().open("winpr", Map.of("library", path.toString())))
                .isInstanceOf(TargetUnavailableException.class)
                .hasMessage(path + ": no such library; give the path of libwinpr with --library");
        assertThat(new WinprProvider().missing("winpr", Map.of("library", path.toString())))
                .startsWith(path + ": no such library");
    }

    @Test
    void aFileThatIsNoLibraryIsRefusedWithWhatTheLoaderSays() throws IOException, TargetUnavailableException {
        Library library = Library.at(Files.writeString(folder.resolve("libwinpr.so"), "no library"));

        assertThatThrownBy(library::load)
                .isInstanceOf(TargetUnavailableException.class)
                .hasMessageStartingWith(library.path() + ": cannot be loaded: ")
                .hasMessageNotContaining("\n");
    }

    @Test
    void aLibraryThatLacksWhatEveryProgramNeedsIsRefusedWithTheNames() throws TargetUnavailableException {
        Library library = Library.at(Path.of(
                System.getProperty("java.home"),
                Platform.isWindows() ? "bin" : "lib",
                System.mapLibraryName("java"))); // one that is on every machine

        assertThatThrownBy(library::load)
                .isInstanceOf(TargetUnavailableException.class)
                .hasMessage(library.path() + ": does not export CreateThread, GetLastError, SetLastError, so it is no"
                        + " implementation of the API");
    }

    @Test
    void theVersionIsWhatTheNameOfTheFileEndsIn() throws IOException, TargetUnavailableException {
        Path file = Files.writeString(folder.resolve("libwinpr2.so.2.11.7"), "");

        assertThat(Library.at(file).version()).isEqualTo("2.11.7");
        assertThat(Library.at(file).digest())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
