package org.apctck.jna;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildJvmTest {
    private static final String LIBRARY = "/lib/libwinpr2.so.2";

    private final ChildJvm jvm = new ChildJvm(List.of("java"), "kit.jar", List.of("-Da=b"));

    @TempDir
    private Path folder;

    @Test
    void theAgentIsToldTheImplementationAndTheLibrary() {
        List<String> command = jvm.command(LIBRARY, "WinPR", "d1");

        assertThat(command).startsWith("java").endsWith(Agent.class.getName(), "WinPR", LIBRARY, "d1");
        assertThat(command).containsSequence("-cp", "kit.jar").contains("-Da=b");
    }

    @Test
    void nothingButTheProtocolMayComeFromStandardOutput() {
        assertThat(jvm.command(LIBRARY, "WinPR", "d1")).contains("-Xlog:disable");
        assertThat(jvm.disposableCommand(LIBRARY, "WinPR", "d1")).contains("-Xlog:disable");
        assertThat(ChildJvm.forWindows(List.of("wine64", "java.exe"), "kit.jar", List.of())
                        .command("kernel32", "Wine", ""))
                .startsWith("wine64", "java.exe")
                .contains("-XX:+DisplayVMOutputToStderr");
    }

    @Test
    void onlyAChildWhoseThreadsEndGoesWithoutGarbageCollectionAndCompiler() {
        assertThat(jvm.disposableCommand(LIBRARY, "WinPR", "d1")).contains("-XX:+UseEpsilonGC", "-Xint");
        assertThat(jvm.command(LIBRARY, "WinPR", "d1")).doesNotContain("-XX:+UseEpsilonGC", "-Xint");
    }

    @Test
    void theArchiveBesideTheJarIsUsedThatOfAnAgentFirst() throws IOException {
        Path jar = folder.resolve("kit.jar");
        Path archive = folder.resolve("kit.jsa");

        assertThat(ChildJvm.archive(jar.toString())).isEmpty();
        Files.writeString(archive, "");
        assertThat(ChildJvm.archive(jar.toString())).containsExactly("-XX:SharedArchiveFile=" + archive);
        Path ofAgents = Files.writeString(folder.resolve("agent.jsa"), "");
        assertThat(ChildJvm.archive(jar.toString())).containsExactly("-XX:SharedArchiveFile=" + ofAgents);
        assertThat(ChildJvm.archive(jar + java.io.File.pathSeparator + "other.jar"))
                .isEmpty();
    }
}
