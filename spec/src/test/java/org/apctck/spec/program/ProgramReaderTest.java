package org.apctck.spec.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apctck.spec.api.Call;
import org.apctck.spec.format.Document;
import org.apctck.spec.format.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProgramReaderTest {
    private static final Path EXAMPLES = Path.of("../docs/examples");

    @Test
    void everyExampleReadsBackFromWhatIsWritten() throws Exception {
        List<Path> files;
        try (Stream<Path> listed = Files.list(EXAMPLES)) {
            files = listed.filter(file -> file.toString().endsWith(".json")).toList();
        }

        assertThat(files).isNotEmpty();
        for (Path file : files) {
            Program program = ProgramReader.read(file);
            String written = ProgramWriter.write(program);
            assertThat(ProgramReader.read(Document.json("written", written))).isEqualTo(program);
        }
    }

    @Test
    void aRoutineThatIsOnlyNamedHasAnEmptyBody() {
        Program program =
                read("{'threads':[{'name':'main'}],'script':[{'thread':'main','call':'QueueUserAPC(A, main, 0)'}]}");

        assertThat(program.routine("A")).contains(new Routine("A", Routine.Kind.APC, List.of(), 0));
    }

    @Test
    void aThreadThatIsCreatedSuspendedMayUseItsOwnHandle() {
        Program program = read(
                "{'threads':[{'name':'main'}],'routines':[{'name':'R','kind':'thread','body':['QueueUserAPC(A, t, 0)']}],"
                        + "'script':[{'thread':'main','call':'t = CreateThread(NULL, 0, R, 0, CREATE_SUSPENDED, NULL)'}]}");

        assertThat(program.script()).hasSize(1);
    }

    @Test
    void anObjectIsDeclaredByTheCallThatMakesIt() {
        Program program = read(
                "{'threads':[{'name':'main'},{'name':'worker'}],'objects':[{'name':'E','call':"
                        + "'CreateEventW(NULL,TRUE,FALSE,NULL)'},{'name':'M','call':'CreateMutexW(NULL, TRUE, NULL)','by':'worker'}]}");

        assertThat(program.objects())
                .containsExactly(
                        new ProgramObject("E", Call.parse("CreateEventW(NULL, TRUE, FALSE, NULL)")),
                        new ProgramObject("M", Call.parse("CreateMutexW(NULL, TRUE, NULL)"), "worker"));
    }

    static Stream<Arguments> errors() {
        return Stream.of(
                Arguments.of("{'threads':[{'name':'main'}],\n'scirpt':[]}", "p.json:2: scirpt: unknown field"),
                Arguments.of("{'threads':[],'script':[]}", "a program needs at least one thread"),
                Arguments.of("{'script':[]}", "p.json:1: `threads` is missing"),
                Arguments.of("{'threads':[{'name':5}]}", "p.json:1: threads[0].name: must be a text"),
                Arguments.of("{'threads':[{'name':'main'}", "p.json:1: malformed"),
                Arguments.of("", "p.json: is empty"),
                Arguments.of("[]", "p.json:1: must be an object"),
                Arguments.of("{} {}", "text after the end"),
                Arguments.of("{'threads':[{'name':'main'}],'threads':[]}", "Duplicate"),
                Arguments.of(
                        script("{'thread':'main',\n'call':'Snooze(1)'}"),
                        "p.json:2: script[0].call: unknown function Snooze at column 1"),
                Arguments.of(script("{'thread':'helper','call':'Sleep(1)'}"), "`helper` is not a declared thread"),
                Arguments.of(script("{'thread':'main','call':'SetEvent(E)'}"), "`E` is neither a thread nor an object"),
                Arguments.of(script("{'elapse':-1}"), "script[0].elapse: must be from 0 to 60000, not -1"),
                Arguments.of(script("{'race':{'main':['Sleep(1)']}}"), "a race needs at least two threads"),
                Arguments.of(
                        race("'main':['h = CreateEventW(NULL, FALSE, FALSE, NULL)'],'worker':['SetEvent(h)']"),
                        "script[0]: worker uses `h` while main binds it: bind it in an entry before the race"),
                Arguments.of(
                        race("'main':['GetExitCodeThread(main, &code)'],'worker':['GetExitCodeThread(main, &code)']"),
                        "script[0]: `code` is bound by main and by worker at the same time"),
                Arguments.of(
                        "{'threads':[{'name':'main'}],'routines':[{'name':'R','kind':'thread','body':['QueueUserAPC(A, t, 0)']}],"
                                + "'script':[{'thread':'main','call':'t = CreateThread(NULL, 0, R, 0, 0, NULL)'}]}",
                        "routine R uses `t`, which is bound only when CreateThread(NULL, 0, R, 0, 0, NULL) returns"),
                Arguments.of(
                        "{'threads':[{'name':'main'}],'routines':[{'name':'R','kind':'thread'}],"
                                + "'script':[{'thread':'main','call':'t = CreateThread(NULL, 0, R, 0, 0, NULL) while it returns handle, at most 2 times'}]}",
                        "script[0], CreateThread(NULL, 0, R, 0, 0, NULL): the loop makes several threads, and `t` can be"
                                + " the name of one; leave it out"),
                Arguments.of(
                        "{'threads':[{'name':'main'}],'routines':[{'name':'R','kind':'thread','body':['h = CreateMutexW(NULL, FALSE, NULL)']}],"
                                + "'script':[{'thread':'main','call':'CreateThread(NULL, 0, R, 0, 0, NULL) while it returns handle, at most 2 times'}]}",
                        "routine R binds `h` on every thread that CreateThread(NULL, 0, R, 0, 0, NULL) while it returns"
                                + " handle, at most 2 times makes: make one thread in one call"),
                Arguments.of(
                        race(
                                "'main':['h = CreateEventW(NULL, FALSE, FALSE, NULL) while it returns handle, at most 2 times'],"
                                        + "'worker':['SetEvent(h)']"),
                        "script[0]: worker uses `h` while main binds it: bind it in an entry before the race"),
                Arguments.of(
                        script("{'thread':'main','call':'SleepEx(0, TRUE) while it returns 0'}"),
                        "p.json:1: script[0].call: a loop needs a bound"),
                Arguments.of(
                        script(
                                "{'thread':'main','call':'GetCurrentThreadId() while it returns id of nobody, at most 2 times'}"),
                        "script[0], GetCurrentThreadId(): `nobody` is not a thread"),
                Arguments.of(
                        script("{'thread':'main','call':'OpenThread(SYNCHRONIZE, FALSE, id of nobody)'}"),
                        "`nobody` is not a thread"),
                Arguments.of(
                        script("{'thread':'main','call':'CreateThread(NULL, 0, NULL, 0, 0, NULL)'}"),
                        "script[0], CreateThread(NULL, 0, NULL, 0, 0, NULL): a routine is needed"),
                Arguments.of(
                        script("{'thread':'main','call':'main = GetCurrentThread()'}"),
                        "`main` is the name of a thread and cannot be bound"),
                Arguments.of(object("'type':'event','manualReset':true"), "objects[0].type: unknown field"),
                Arguments.of(object(""), "objects[0]: `call` is missing"),
                Arguments.of(
                        object("'call':'SetEvent(main)'"),
                        "objects[0]: SetEvent makes no object; declare `X` by a call of CreateEventW, CreateMutexW, CreateSemaphoreW"),
                Arguments.of(
                        object("'call':'CreateThread(NULL, 0, R, 0, 0, NULL)'"),
                        "objects[0]: CreateThread makes no object"),
                Arguments.of(
                        object("'call':'h = CreateMutexW(NULL, FALSE, NULL)'"),
                        "objects[0]: the handle is bound to the name of the object, `X`; leave out `h =`"),
                Arguments.of(
                        object("'call':'CreateMutexW(NULL, TRUE, NULL)','by':'nobody'"),
                        "objects[0]: `nobody` is not a declared thread; declared are main"),
                Arguments.of(
                        object(
                                "'call':'CreateMutexW(NULL, FALSE, NULL)'},{'name':'X','call':'CreateMutexW(NULL, FALSE, NULL)'"),
                        "`X` names an object and an object"),
                Arguments.of("{'threads':[{'name':'main'},{'name':'main'}]}", "`main` names a thread and a thread"),
                Arguments.of(
                        "{'threads':[{'name':'w','suspended':true}],'objects':[{'name':'M','call':'CreateMutexW(NULL, TRUE, NULL)','by':'w'}]}",
                        "objects[0]: `w` is created suspended, so it cannot make `M` before the script begins"));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void anErrorNamesFileLineFieldAndRemedy(String text, String message) {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> read(text))
                .withMessageStartingWith("p.json:")
                .withMessageContaining(message)
                .satisfies(error -> assertThat(error.getMessage()).doesNotContain("Source", "\n"));
    }

    private static String object(String maker) {
        return "{'threads':[{'name':'main'}],'objects':[{'name':'X'" + (maker.isEmpty() ? "" : ",") + maker + "}]}";
    }

    private static String script(String entry) {
        return "{'threads':[{'name':'main'}],'script':[" + entry + "]}";
    }

    private static String race(String lanes) {
        return "{'threads':[{'name':'main'},{'name':'worker'}],'script':[{'race':{" + lanes + "}}]}";
    }

    private static Program read(String text) {
        return ProgramReader.read(Document.json("p.json", text.replace('\'', '"')));
    }
}
