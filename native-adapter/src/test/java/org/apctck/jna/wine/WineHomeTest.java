package org.apctck.jna.wine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Native;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WineHomeTest {
    @TempDir
    private Path folder;

    private WineHome complete() throws IOException {
        WineHome home = new WineHome(folder.resolve("wine"));
        Files.createDirectories(home.java().getParent());
        Files.writeString(home.java(), "");
        Files.createDirectories(home.jna());
        Files.writeString(home.jna().resolve(WineSetup.JNA_LIBRARY), "");
        Path system = Files.createDirectories(home.prefix().resolve("drive_c/windows/system32"));
        Files.writeString(system.resolve("kernel32.dll"), "");
        Files.writeString(home.prefix().resolve("system.reg"), "WINE REGISTRY Version 2\n");
        Files.writeString(home.folder().resolve(WineHome.RECEIPT), "jna=" + Native.VERSION + "\n");
        return home;
    }

    @Test
    void oneThatIsCompleteMissesNothing() throws IOException {
        assertThat(complete().missing()).isEmpty();
    }

    @Test
    void withoutAReceiptNothingWasSetUp() throws IOException {
        WineHome home = complete();

        Files.delete(home.folder().resolve(WineHome.RECEIPT));

        assertThat(home.missing()).isEqualTo("no Java runtime for Windows here; run ./apctck setup wine");
    }

    @Test
    void oneOfAnotherJnaIsOfNoUse() throws IOException {
        WineHome home = complete();

        Files.writeString(home.folder().resolve(WineHome.RECEIPT), "jna=4.0\n");

        assertThat(home.missing()).contains("was made for JNA 4.0").endsWith("run ./apctck setup wine");
    }

    @Test
    void aFileThatIsGoneShows() throws IOException {
        WineHome home = complete();

        Files.delete(home.java());

        assertThat(home.missing()).isEqualTo(home.folder() + " is incomplete; run ./apctck setup wine");
    }

    @Test
    void aPrefixThatIsBrokenShows() throws IOException {
        WineHome home = complete();

        Files.writeString(home.prefix().resolve("system.reg"), "");

        assertThat(home.missing()).isEqualTo(home.prefix() + " is no Wine prefix any more; run ./apctck setup wine");
    }
}
