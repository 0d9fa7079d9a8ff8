package org.apctck.jna;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apctck.spec.TargetUnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CAgentTest {
    private static final String REMEDY = "apt-get install what-is-missing";

    private static CAgent agent(String compiler, String header, String path) {
        return new CAgent("none-such", "agent", compiler, header, REMEDY, path);
    }

    @Test
    void whatIsMissingIsNamedWithTheRemedy() {
        assertThat(agent("no-such-compiler", "no/such/header.h", "/usr/bin").missing())
                .isEqualTo("no no-such-compiler and no/such/header.h to build the agent in C with: " + REMEDY);
    }

    @Test
    void aMissingHeaderIsNamedAlone() {
        assertThat(agent("sh", "no/such/header.h", "/bin").missing()).startsWith("no no/such/header.h to build");
    }

    @Test
    void aCompilerThatFailsIsQuotedAndLeavesNothingBehind(@TempDir Path folder) throws IOException {
        Path compiler = folder.resolve("broken-compiler");
        Files.writeString(compiler, "");
        Files.setPosixFilePermissions(compiler, PosixFilePermissions.fromString("rwxr-xr-x"));
        CAgent agent = agent("broken-compiler", "", folder.toString());

        assertThat(agent.missing()).isEmpty();
        assertThatThrownBy(agent::executable)
                .isInstanceOf(TargetUnavailableException.class)
                .hasMessageStartingWith(
                        "the agent in C does not build with broken-compiler: exit status 2; try " + REMEDY);
        assertThat(agent.place()).doesNotExist();
        try (var left = Files.list(agent.place().getParent())) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void theAgentForWinprIsBuiltOnce() throws TargetUnavailableException, IOException {
        assumeTrue(CAgent.FOR_WINPR.missing().isEmpty(), CAgent.FOR_WINPR.missing());

        Path built = CAgent.FOR_WINPR.executable();
        var builtAt = Files.getLastModifiedTime(built);

        assertThat(built).isExecutable();
        assertThat(CAgent.FOR_WINPR.executable()).isEqualTo(built);
        assertThat(Files.getLastModifiedTime(built)).isEqualTo(builtAt);
    }

    @Test
    void theAgentForWindowsBuildsToo() throws TargetUnavailableException {
        assumeTrue(CAgent.FOR_WINDOWS.missing().isEmpty(), CAgent.FOR_WINDOWS.missing());

        assertThat(CAgent.FOR_WINDOWS.executable()).isNotEmptyFile();
    }
}
