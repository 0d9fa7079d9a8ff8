package org.apctck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What someone reads who types something wrong: one line, and exit status 2. */
class UsageTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            rnu | apctck: unknown verb rnu; did you mean run?
            frobnicate | apctck: unknown verb frobnicate; see ./apctck --help
            run | apctck: missing --target TARGET; see ./apctck run --help
            run --target refrence | apctck: unknown target refrence; did you mean reference?
            run --target agent: | apctck: the target agent: needs an address: agent:ADDRESS
            run --target reference --target reference | apctck: the target reference is given twice
            run --target reference --formt json | apctck: unknown option --formt; did you mean --format?
            run --target reference --profile cor | apctck: no profile is called cor; did you mean core?
            rules --profile nothing | apctck: no profile is called nothing; profiles are core, threads, signal-and-wait, timers, all
            run --target reference --format xml | apctck: invalid value for option '--format': xml is none of text, json, markdown; see ./apctck run --help
            run --target reference --repeat 0 | apctck: --repeat 0: must be 1 to 10000
            run --target reference --jobs 65 | apctck: --jobs 65: must be 1 to 64
            run --target reference --target forgetful --expectations x | apctck: --expectations is for one target; give one --target
            run --target reference QUEUE-FIFI-1 | apctck: no rule, area, feature file or scenario is called QUEUE-FIFI-1; did you mean QUEUE-FIFO-1?
            run --target reference nowhere.feature | apctck: no feature file is called nowhere.feature; they are in features/
            run --target reference order.feature:1 | apctck: order.feature:1: the first scenario comes later, at line 8
            run --target reference --tags quue | apctck: no scenario has the tag quue; did you mean queue?
            run --target reference --tags 'queue and' | apctck: `queue and` is not a tag expression: Expected operand.
            run --target reference --tags 'queue and thread' | apctck: nothing is left to run: no scenario that was selected has the tags queue and thread
            exec nowhere.json | apctck: nowhere.json: no such file
            exec QUEUE-FIFO-1/three-apcs-of-one-producr | apctck: no scenario is called QUEUE-FIFO-1/three-apcs-of-one-producr; did you mean QUEUE-FIFO-1/three-apcs-of-one-producer?
            exec x.json --target forgetful --schedule 1 | apctck: --schedule is for the target reference; forgetful decides itself
            explore x.json --bound 0 | apctck: --bound 0: must be 1 or more
            rules QUEUE-FIFO-9 | apctck: no rule, area or function is called QUEUE-FIFO-9; did you mean QUEUE-FIFO-1?
            diff reference | apctck: missing B; see ./apctck diff --help
            diff reference nowhere | apctck: no target and no folder of results is called nowhere; ./apctck targets lists the targets
            """)
    void aMistakeGetsOneLineThatSaysWhatToDo(String command, String line) {
        Ran ran = Ran.apctck(words(command));

        assertThat(ran.err().strip()).isEqualTo(line);
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
    }

    /** Splits at blanks outside single quotes, as a shell does. */
    private static String[] words(String command) {
        String[] words = command.split(" (?=(?:[^']*'[^']*')*[^']*$)");
        for (int i = 0; i < words.length; i++) {
            words[i] = words[i].replace("'", "");
        }
        return words;
    }

    @Test
    void noVerbIsAMistake() {
        Ran ran = Ran.apctck();

        assertThat(ran.err().strip()).isEqualTo("apctck: which verb? see ./apctck --help");
        assertThat(ran.status()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "exec", "explore", "accept", "diff", "targets", "rules", "lint", "doctor", "setup"})
    void everyVerbHasHelp(String verb) {
        Ran ran = Ran.apctck(verb, "--help");

        assertThat(ran.status()).isZero();
        assertThat(ran.out()).startsWith("Usage: apctck " + verb);
        assertThat(Ran.apctck("--help").out()).contains("\n  " + verb + " ");
    }

    @Test
    void theVersionIsThatOfTheKit() {
        assertThat(Ran.apctck("--version").out()).startsWith("apctck 0.1.0");
    }

    @Test
    void aStackTraceIsPrintedOnDemandOnly() {
        assertThat(Ran.apctck("exec", "nowhere.json").err()).doesNotContain("\tat ");
        assertThat(Ran.apctck("exec", "nowhere.json", "--verbose").err())
                .contains("\tat ")
                .endsWith("apctck: nowhere.json: no such file\n");
    }

    /** The list of verbs shows the first line of each description: it must not break off in the middle. */
    @Test
    void everyVerbIsDescribedInOneSentence() {
        String verbs = Ran.apctck("--help").out().replaceAll("(?s).*Verbs:\\n(.*?)\\n\\n.*", "$1");

        assertThat(verbs.split("\\n(?=  \\S)"))
                .hasSizeGreaterThan(10)
                .allSatisfy(verb -> assertThat(verb.strip()).matches("(?s).*[.?]"));
    }

    @Test
    void aProgramIsNoTrace() throws IOException {
        Path program = Files.writeString(
                folder.resolve("p.json"), "{\n\"threads\": [{\"name\": \"main\"}],\n\"script\": []\n}\n");

        Ran ran = Ran.apctck("accept", program.toString());

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err())
                .isEqualTo("apctck: " + program + ": is a program and no trace; `exec " + program
                        + "` prints one of it\n");
    }

    @Test
    void aPathThatCannotBeIsNoFaultOfTheKit() {
        Ran ran = Ran.apctck("exec", "a\0b", "--target", "reference");

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains("is no path here");
    }
}
