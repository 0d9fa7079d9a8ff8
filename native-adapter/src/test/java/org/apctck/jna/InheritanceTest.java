package org.apctck.jna;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apctck.jna.wine.WineProvider;
import org.apctck.kit.agent.CleanStart;
import org.apctck.spec.Target;
import org.apctck.spec.TargetProvider;
import org.apctck.spec.TargetUnavailableException;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What an agent gets from whoever starts it, beside what a login shell hands to its children. The kit is started as under
 * nohup, with a file open, by a shell that has lowered a limit.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "only there a process tells what it has in files")
class InheritanceTest {
    private static final String SHELL = """
            ulimit -Sn 700
            ulimit -Sc 0
            exec "$@"
            """;

    private static final String NOHUP = """
            trap '' HUP PIPE USR1
            exec 9<"$0"
            """ + SHELL;

    /** What the kit sets for all. */
    private static final Set<String> VARIABLES_OF_THE_KIT = Set.of("APCTCK_AGENT");

    /**
     * What it sets for Wine: a prefix and a server of its own, no windows, and the same language everywhere; and what Wine's
     * loader sets for itself.
     */
    private static final Set<String> VARIABLES_FOR_WINE = Set.of(
            "WINEPREFIX",
            "WINESERVER",
            "WINEARCH",
            "WINEDEBUG",
            "WINEDLLOVERRIDES",
            "DISPLAY",
            "WAYLAND_DISPLAY",
            "LC_ALL",
            "TMPDIR",
            "WINELOADER",
            "WINELOADERNOEXEC");

    /** Of the shell, for the program that it has become: dash does not set it. */
    private static final Set<String> VARIABLES_OF_THE_SHELL = Set.of("_");

    /**
     * What agents see to themselves: SIGPIPE, which the agent in C and Wine ignore, as a pipe that nobody reads is an error like
     * any other; 32 and 33, which libc uses in every program with threads.
     */
    private static final long OWN_SIGNALS = signal(13) | signal(32) | signal(33);

    /** The agents forbid core files themselves, and Wine opens as many files as it may. */
    private static final Set<String> LIMITS_OF_AGENTS = Set.of("Max core file size");

    private static final Set<String> LIMITS_OF_WINE =
            Set.of("Max core file size", "Max open files", "Max address space");

    @TempDir
    private Path folder;

    /** While a thread is in a call of Wine's server, waits among them: HUP, INT, USR1, USR2, ALRM, CHLD, IO. */
    private static final long HELD_BACK_BY_WINE =
            signal(1) | signal(2) | signal(10) | signal(12) | signal(14) | signal(17) | signal(29);

    private static long signal(int number) {
        return 1L << (number - 1);
    }

    private static TargetProvider provider(String target) {
        return Stream.of(new WinprProvider(), new WinprCProvider(), new WineProvider())
                .filter(candidate -> candidate.names().contains(target))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"winpr", "winpr-c", "wine", "wine-c"})
    void anAgentGetsWhatALoginShellHandsOut(String target) throws IOException, InterruptedException {
        String missing = provider(target).missing(target, Map.of());
        assumeTrue(missing.isEmpty(), missing);
        boolean isWine = target.startsWith("wine");
        Path held = Files.createFile(folder.resolve("held"));
        Path complaints = folder.resolve("complaints");
        Process shell = start(CleanStart.leading(shell(SHELL, "x", "sleep", "600")), complaints);
        Process kit = start(
                shell(
                        NOHUP,
                        held.toString(),
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:-MaxFDLimit", // as the command has it
                        "-Dapctck.home=" + System.getProperty("apctck.home", ""),
                        "-Dapctck.wine=" + System.getProperty("apctck.wine", ""),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Kit.class.getName(),
                        target),
                complaints);
        try (BufferedReader said = kit.inputReader(StandardCharsets.UTF_8)) {
            assertThat(said.readLine())
                    .as(() -> "the kit says: " + text(complaints))
                    .isEqualTo(target);
            Path expected = becomes(shell.toHandle(), "sleep");
            Path agent = agentOf(kit.toHandle());

            assertThat(signals(agent, "SigBlk:") & ~(isWine ? HELD_BACK_BY_WINE : 0))
                    .as("blocked")
                    .isEqualTo(signals(expected, "SigBlk:"));
            assertThat(signals(agent, "SigIgn:") & ~OWN_SIGNALS)
                    .as("ignored")
                    .isEqualTo(signals(expected, "SigIgn:") & ~OWN_SIGNALS);
            assertThat(files(Path.of("/proc/" + kit.pid()))).contains(held.toString());
            assertThat(files(agent)).doesNotContain(held.toString());
            assertThat(pipes(agent))
                    .as("the ends of pipes that the kit has, too: input, output and error")
                    .filteredOn(pipes(Path.of("/proc/" + kit.pid()))::contains)
                    .hasSize(3);
            assertThat(limits(agent, isWine)).isEqualTo(limits(expected, isWine));
            assertThat(environment(agent, isWine)).containsExactlyInAnyOrderElementsOf(environment(expected, isWine));
        } finally {
            shell.destroyForcibly();
            kit.getOutputStream().close();
            assertThat(kit.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static List<String> shell(String script, String... arguments) {
        List<String> command = new ArrayList<>(List.of("sh", "-lc", script));
        command.addAll(List.of(arguments));
        return command;
    }

    private static Process start(List<String> command, Path complaints) throws IOException {
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(complaints.toFile()))
                .start();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path becomes(ProcessHandle process, String program) throws IOException, InterruptedException {
        Path proc = Path.of("/proc/" + process.pid());
        while (!Files.readString(proc.resolve("comm")).strip().equals(program)) {
            Thread.sleep(10);
        }
        return proc;
    }

    private static Path agentOf(ProcessHandle kit) {
        List<Path> agents = kit.children()
                .map(child -> Path.of("/proc/" + child.pid()))
                .filter(child -> variables(child).containsKey("APCTCK_AGENT"))
                .toList();
        assertThat(agents).hasSize(1);
        return agents.get(0);
    }

    private static long signals(Path process, String field) throws IOException {
        String line = Files.readAllLines(process.resolve("status")).stream()
                .filter(candidate -> candidate.startsWith(field))
                .findFirst()
                .orElseThrow();
        return Long.parseUnsignedLong(line.substring(field.length()).strip(), 16);
    }

    private static List<String> files(Path process) throws IOException {
        List<String> files = new ArrayList<>();
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path descriptor : descriptors) {
                files.add(Files.readSymbolicLink(descriptor).toString());
            }
        }
        return files;
    }

    private static Set<String> pipes(Path process) throws IOException {
        return files(process).stream()
                .filter(file -> file.startsWith("pipe:") || file.startsWith("socket:"))
                .collect(Collectors.toSet());
    }

    private static List<String> limits(Path process, boolean isWine) throws IOException {
        Set<String> own = isWine ? LIMITS_OF_WINE : LIMITS_OF_AGENTS;
        return Files.readAllLines(process.resolve("limits")).stream()
                .filter(line -> own.stream().noneMatch(line::startsWith))
                .toList();
    }

    private static Set<Map.Entry<String, String>> environment(Path process, boolean isWine) {
        Map<String, String> environment = new TreeMap<>(variables(process));
        Set<String> named = new TreeSet<>(VARIABLES_OF_THE_KIT);
        named.addAll(VARIABLES_OF_THE_SHELL);
        named.addAll(isWine ? VARIABLES_FOR_WINE : Set.of());
        environment.keySet().removeAll(named);
        return environment.entrySet();
    }

    private static Map<String, String> variables(Path process) {
        try {
            return Stream.of(Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1)
                            .split("\0"))
                    .filter(entry -> entry.contains("="))
                    .collect(Collectors.toMap(
                            entry -> entry.substring(0, entry.indexOf('=')),
                            entry -> entry.substring(entry.indexOf('=') + 1),
                            (first, second) -> first));
        } catch (IOException gone) {
            return Map.of();
        }
    }

    /** A kit that opens a target and keeps it until its input ends. */
    public static final class Kit {
        private Kit() {}

        public static void main(String[] arguments) throws TargetUnavailableException, IOException {
            try (Target target = provider(arguments[0]).open(arguments[0], Winpr.PATIENT)) {
                System.out.println(target.describe().name());
                while (System.in.read() >= 0) {
                    // Nothing is said but the end.
                }
            }
        }
    }
}
