package org.apctck.jna;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/winpr.md says of WinPR, by a program in C that asks WinPR itself and shares nothing with the kit. */
class WinprShowTest {
    private static final Path SOURCE = Path.of("../docs/examples/winpr/show.c");
    private static final Path PAGE = Path.of("../docs/winpr.md");

    private static final Pattern BULLET = Pattern.compile("(?m)^- \\*\\*([^*]+)\\*\\*:((?:.+\n)(?: {2}.*\n)*)");
    private static final Pattern SHOWN = Pattern.compile("\\*Shown: (breaks|hangs|crashes|keeps)\\.\\*");
    private static final Pattern RULE = Pattern.compile("[A-Z]+(?:-[A-Z0-9]+)+");
    private static final Pattern CASE = Pattern.compile("([A-Z]+(?:-[A-Z0-9]+)+)( .*)? (breaks|hangs|crashes|keeps)");

    @Test
    void eachCaseShowsWhatThePageSaysAndThePageSaysNothingElse(@TempDir Path folder)
            throws IOException, InterruptedException {
        assumeTrue(CAgent.FOR_WINPR.missing().isEmpty(), CAgent.FOR_WINPR.missing());

        assertThat(shown(folder)).isEqualTo(claimed());
    }

    /** For each rule what the page says that the program shows. */
    private static Map<String, Set<String>> claimed() throws IOException {
        Map<String, Set<String>> claimed = new TreeMap<>();
        for (MatchResult bullet :
                BULLET.matcher(Files.readString(PAGE)).results().toList()) {
            // One entry on several rules says the same of each; a rule that keeps what others need is named behind it.
            String text = bullet.group(2).replaceAll("\\s+", " ");
            for (MatchResult claim : SHOWN.matcher(text).results().toList()) {
                RULE.matcher(bullet.group(1))
                        .results()
                        .forEach(rule -> claimed.computeIfAbsent(rule.group(), any -> new TreeSet<>())
                                .add(claim.group(1)));
            }
        }
        return claimed;
    }

    /** For each rule what its cases show. */
    private static Map<String, Set<String>> shown(Path folder) throws IOException, InterruptedException {
        String flags = output(folder, "pkg-config", "--cflags", "--libs", "winpr2");
        List<String> compile = new ArrayList<>(List.of("cc", SOURCE.toRealPath().toString(), "-o", "show"));
        compile.addAll(List.of(flags.strip().split("\\s+")));
        assertThat(output(folder, compile.toArray(String[]::new))).isEmpty();
        Map<String, Set<String>> shown = new TreeMap<>();
        for (String line : output(folder, "./show").lines().toList()) {
            // One case lets WinPR write eight bytes to standard output.
            MatchResult found = CASE.matcher(line).results().findFirst().orElseThrow(() -> new AssertionError(line));
            shown.computeIfAbsent(found.group(1), any -> new TreeSet<>()).add(found.group(3));
        }
        return shown;
    }

    private static String output(Path folder, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
        return output;
    }
}
