package org.apctck.jna;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apctck.spec.TargetUnavailableException;
import org.apctck.spec.api.Call;
import org.apctck.spec.api.CallSyntaxException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the agent in C makes of lines that the host of this kit would never send. */
class CAgentProtocolTest {
    private static final String HELLO = "{'type':'hello','protocol':2,'kit':'test'}";
    private static final String GOOD =
            "{'type':'run','id':9,'limitMillis':2000,'program':{'threads':[{'name':'main'}],'script':[{'elapse':0}]}}";
    private static final String GOOD_ANSWER = "{\"type\":\"trace\",\"id\":9,\"status\":\"COMPLETED\",\"events\":1}";

    private Process agent;
    private BufferedReader output;

    @BeforeEach
    void start() throws IOException, TargetUnavailableException {
        String missing = new WinprCProvider().missing("winpr-c", Map.of());
        assumeTrue(missing.isEmpty(), missing);
        String library = LibrarySearch.winpr().path().toString();
        agent = new ProcessBuilder(List.of(CAgent.FOR_WINPR.executable().toString(), library))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        output = agent.inputReader(StandardCharsets.UTF_8);
    }

    @AfterEach
    void kill() {
        if (agent != null) {
            agent.destroyForcibly();
        }
    }

    /** A line with single quotes. */
    private void say(String line) throws IOException {
        agent.getOutputStream().write((line.replace('\'', '"') + "\n").getBytes(StandardCharsets.UTF_8));
        agent.getOutputStream().flush();
    }

    /** Nobody calls this but for an answer that must come. */
    private String answer() throws IOException {
        String line = output.readLine();
        while (line != null && line.startsWith("{\"type\":\"event\"")) {
            line = output.readLine();
        }
        return String.valueOf(line);
    }

    private void assertItGoesOn() throws IOException {
        say(GOOD);
        assertThat(answer()).isEqualTo(GOOD_ANSWER);
    }

    @Test
    void aLineThatIsNoJsonIsAnErrorOfItsSender() throws IOException {
        say("{'type':'run',");
        assertThat(answer())
                .isEqualTo("{\"type\":\"error\",\"cause\":\"agent\",\"message\":\"a line that is no JSON\"}");
        say("");
        assertThat(answer()).contains("a line that is no JSON");
        assertItGoesOn();
    }

    @Test
    void anUnknownTypeIsAnError() throws IOException {
        say("{'type':'dance'}");
        assertThat(answer()).startsWith("{\"type\":\"error\"");
        say("[1]");
        assertThat(answer()).startsWith("{\"type\":\"error\"");
        assertItGoesOn();
    }

    @Test
    void unknownFieldsAreIgnoredEverywhere() throws IOException {
        say(HELLO.replace("}", ",'mood':{'a':[1]}}"));
        assertThat(answer()).startsWith("{\"type\":\"welcome\"");
        say(GOOD.replace("{'name'", "{'colour':'red','name'").replace("{'elapse'", "{'tempo':3,'elapse'"));
        assertThat(answer()).isEqualTo(GOOD_ANSWER);
    }

    @Test
    void aProgramThatIsInErrorIsSaidToBe() throws IOException {
        List<String> calls = List.of(
                "SleepEx(1)",
                "SleepEx(1, TRUE, 2)",
                "SleepEx(E, TRUE)",
                "SetEvent(Nobody)",
                "SetEvent(main",
                "SetEvent(main) SetEvent(main)",
                "SetEvent(99999999999999999999)",
                "CreateThread(NULL, 0, Unknown, 0, 0, NULL)",
                "main = GetCurrentThread()",
                "CreateThread(NULL, 0, NULL, 0, 0, NULL)",
                "SetEvent({a: [[[[{b: 1}]]]]})",
                "WaitForMultipleObjects(1, " + "[".repeat(5000) + ", TRUE, 0)",
                "",
                "=()",
                "SetEvent(id of)",
                "CreateMutexW({length: 24}, TRUE, NULL)",
                "CreateMutexW({nLength: main}, TRUE, NULL)",
                "CreateMutexW({nLength}, TRUE, NULL)",
                "CreateMutexW(NULL, TRUE, {nLength: 24})",
                "CreateMutexW(NULL, TRUE, \\\"M\\\")",
                "CreateMutexW(NULL, TRUE, \\\"M)",
                "SleepEx(1, TRUE) while",
                "SleepEx(1, TRUE) whilst it returns 0, at most 2 times",
                "SleepEx(1, TRUE) while it returns 0",
                "SleepEx(1, TRUE) while it returns , at most 2 times",
                "SleepEx(1, TRUE) while it returns 0, at most 0 times",
                "SleepEx(1, TRUE) while it returns 0, at most -1 times",
                "SleepEx(1, TRUE) while it returns 0, at most 1001 times",
                "SleepEx(1, TRUE) while it returns 0, at most many times",
                "SleepEx(1, TRUE) while it returns 0, at most 1 times",
                "SleepEx(1, TRUE) while it returns 0, at most 2 time",
                "SleepEx(1, TRUE) while it returns 0, at most 2 times now",
                "Sleep(1) while it returns void, at most 2 times");
        for (String call : calls) {
            say(GOOD.replace("{'elapse':0}", "{'thread':'main','call':'" + call + "'}"));
            assertThat(answer()).as(call).startsWith("{\"type\":\"error\",\"id\":9,\"cause\":\"program\"");
        }
        for (String program : List.of(
                "{}",
                "3",
                "{'threads':[{'name':'a b'}]}",
                "{'threads':[{'name':'a'},{'name':'a'}]}",
                object("'type':'mutex'"),
                object("'call':'SetEvent(a)'"),
                object("'call':'CreateMutexW(NULL, TRUE)'"),
                object("'call':'CreateMutexW(NULL, TRUE, NULL)','by':'b'"),
                object(
                        "'call':'CreateMutexW(NULL, TRUE, NULL)'},{'name':'M','call':'CreateMutexW(NULL, TRUE, NULL)'"))) {
            say("{'type':'run','id':9,'limitMillis':2000,'program':" + program + "}");
            assertThat(answer()).as(program).startsWith("{\"type\":\"error\",\"id\":9,\"cause\":\"program\"");
        }
        assertItGoesOn();
    }

    private static String object(String maker) {
        return "{'threads':[{'name':'a'}],'objects':[{'name':'M'," + maker + "}],'script':[]}";
    }

    @Test
    void aLoopIsMadeAgainAndItsEventsDoNotTellOfIt() throws IOException {
        say(GOOD.replace(
                "{'elapse':0}",
                "{'thread':'main','call':'SleepEx(0, FALSE)  while it returns 0 , at most  3 times '}"));
        List<String> events = new ArrayList<>();
        String line = output.readLine();
        for (; line.startsWith("{\"type\":\"event\""); line = output.readLine()) {
            events.add(line.replaceAll(".*\"event\":|}$", ""));
        }

        assertThat(events)
                .containsSequence(
                        "\"calls\",\"what\":\"SleepEx(0, FALSE)\"",
                        "\"returns\",\"what\":\"0\"",
                        "\"calls\",\"what\":\"SleepEx(0, FALSE)\"",
                        "\"returns\",\"what\":\"0\"",
                        "\"calls\",\"what\":\"SleepEx(0, FALSE)\"",
                        "\"returns\",\"what\":\"0\"",
                        "\"quiescent\"");
        assertThat(events).hasSize(7);
        assertItGoesOn();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true  | {after: 0}",
                "true  | {after: 461168601842738}",
                "true  | {at: -461168601842738}",
                "true  | {raw: 0x8000000000000000}",
                "false | {after: 461168601842739}",
                "false | {after: -1}",
                "false | {at: -461168601842739}",
                "false | {raw: main}",
                "false | {later: 1}",
                "false | {after: 1, at: 1}",
                "false | {}",
                "false | [1]",
                "false | NULL",
                "false | 1",
            })
    void itReadsTheDueTimesThatTheKitReads(boolean isRead, String due) throws IOException {
        String call = "SetWaitableTimer(NULL, " + due + ", 0, NULL, 0, FALSE)";

        say(GOOD.replace("{'elapse':0}", "{'thread':'main','call':'" + call + "'}"));

        assertThat(answer().contains("\"status\":\"COMPLETED\"")).isEqualTo(isRead);
        assertThat(isRead(call)).isEqualTo(isRead);
    }

    private static boolean isRead(String call) {
        try {
            Call.parse(call);
            return true;
        } catch (CallSyntaxException e) {
            return false;
        }
    }

    @Test
    void aRoutineIsOfOneKind() throws IOException {
        String timer = "{'thread':'main','call':'SetWaitableTimer(NULL, {after: 1}, 0, R, 0, FALSE)'}";
        String apc = "{'thread':'main','call':'QueueUserAPC(R, NULL, 0)'}";

        say(GOOD.replace("{'elapse':0}", timer + "," + apc));
        assertThat(answer()).contains("\"cause\":\"program\"");
        say(GOOD.replace("{'elapse':0}", timer).replace("'script'", "'routines':[{'name':'R','kind':'apc'}],'script'"));
        assertThat(answer()).contains("\"cause\":\"program\"");
        say(GOOD.replace("{'elapse':0}", timer)
                .replace("'script'", "'routines':[{'name':'R','kind':'timer'}],'script'"));
        assertThat(answer()).contains("\"status\":\"COMPLETED\"");
    }

    @Test
    void aFunctionThatItDoesNotKnowIsNotImplemented() throws IOException {
        say(GOOD.replace(
                "{'elapse':0}",
                "{'thread':'main','call':'h = ReadFileScatter(F, {Offset: 0, hEvent: NULL}, [a, b], Done)'}"));

        assertThat(answer())
                .contains("\"status\":\"NOT_IMPLEMENTED\"")
                .contains("this agent does not know ReadFileScatter");
        assertItGoesOn();
    }

    @Test
    void aLineOfSeveralMebibytesIsUnderstood() throws IOException {
        say(GOOD.replace("{'elapse':0}", "{'thread':'main','call':'Sleep(0)" + " ".repeat(3 << 20) + "'}"));

        assertThat(answer()).isEqualTo(GOOD_ANSWER.replace(":1}", ":3}"));
    }

    @Test
    void anotherVersionOfTheProtocolIsRefused() throws IOException, InterruptedException {
        say("{'type':'hello','protocol':1}");

        assertThat(answer()).startsWith("{\"type\":\"error\"");
        assertThat(agent.waitFor(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void anAgentThatHangsInTheLibraryEndsWithItsInput() throws IOException, InterruptedException {
        say("""
                {'type':'run','id':1,'limitMillis':60000,'program':{'threads': [{'name': 'main'}, {'name': 'worker'}],
                 'routines': [{'name': 'Outer', 'kind': 'apc', 'body': ['SleepEx(INFINITE, TRUE)']}], 'script': [
                  {'thread': 'main', 'call': 'QueueUserAPC(Outer, worker, 0)'},
                  {'thread': 'worker', 'call': 'SleepEx(INFINITE, TRUE)'},
                  {'thread': 'main', 'call': 'QueueUserAPC(Inner, worker, 0)'}]}}""".replace("\n", " "));
        String line = output.readLine();
        while (!line.contains("QueueUserAPC(Inner, worker, 0)")) {
            line = output.readLine();
        }

        agent.getOutputStream().close();

        assertThat(agent.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(agent.exitValue()).isZero();
    }
}
