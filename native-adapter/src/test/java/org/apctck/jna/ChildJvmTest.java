package org.apctck.jna;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildJvmTest {
    private final Library library = new Library(Path.of("/lib/libwinpr2.so.2"));

    @TempDir
    private Path folder;

    @Test
    void theAgentIsToldTheImplementationAndTheLibrary() {
        List<String> command = new ChildJvm("java", "kit.jar").command(library, "WinPR", "d1");

        assertThat(command).startsWith("java").endsWith(Agent.class.getName(), "WinPR", "/lib/libwinpr2.so.2", "d1");
        assertThat(command).containsSequence("-cp", "kit.jar");
    }

    @Test
    void nothingButTheProtocolMayComeFromStandardOutput() {
        ChildJvm jvm = new ChildJvm("java", "kit.jar");

        assertThat(jvm.command(library, "WinPR", "d1")).contains("-Xlog:disable");
        assertThat(jvm.disposableCommand(library, "WinPR", "d1")).contains("-Xlog:disable");
    }

    @Test
    void onlyAChildWhoseThreadsEndGoesWithoutGarbageCollectionAndCompiler() {
        ChildJvm jvm = new ChildJvm("java", "kit.jar");

        assertThat(jvm.disposableCommand(library, "WinPR", "d1")).contains("-XX:+UseEpsilonGC", "-Xint");
        assertThat(jvm.command(library, "WinPR", "d1")).doesNotContain("-XX:+UseEpsilonGC", "-Xint");
    }

    @Test
    void theArchiveBesideTheJarIsUsedIfThereIsOne() throws IOException {
        Path jar = folder.resolve("kit.jar");
        Path archive = folder.resolve("kit.jsa");
        ChildJvm jvm = new ChildJvm("java", jar.toString());

        assertThat(jvm.command(library, "WinPR", "d1")).noneMatch(option -> option.contains("SharedArchiveFile"));
        Files.writeString(archive, "");
        assertThat(jvm.command(library, "WinPR", "d1")).contains("-XX:SharedArchiveFile=" + archive);
    }
}
