package org.apctck.jna.wine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Native;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        for (String file : List.of("system.reg", "user.reg", "userdef.reg")) {
            Files.writeString(home.prefix().resolve(file), "WINE REGISTRY Version 2\n");
        }
        Files.writeString(
                home.folder().resolve(WineHome.RECEIPT),
                "jna=" + Native.VERSION + "\nregistry=" + home.registry() + "\n");
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
    void aReceiptThatSaysNothingIsAsGoodAsNone() throws IOException {
        WineHome home = complete();

        Files.writeString(home.folder().resolve(WineHome.RECEIPT), "");

        assertThat(home.missing()).isEqualTo(home.folder() + " is incomplete; run ./apctck setup wine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "WINE REGISTRY Version 2", "WINE REGISTRY Version 2\n\u0007\u0001", "nonsense"})
    void aRegistryThatIsNotAsItWasMadeShows(String content) throws IOException {
        WineHome home = complete();

        Files.writeString(home.prefix().resolve("system.reg"), content);

        assertThat(home.missing()).isEqualTo(home.prefix() + " is no Wine prefix any more; run ./apctck setup wine");
    }

    @Test
    void aRegistryThatIsGoneShows() throws IOException {
        WineHome home = complete();

        Files.delete(home.prefix().resolve("user.reg"));

        assertThat(home.missing()).contains("is no Wine prefix any more");
    }
}
