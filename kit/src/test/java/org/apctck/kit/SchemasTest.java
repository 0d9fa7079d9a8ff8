package org.apctck.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apctck.spec.api.Call;
import org.apctck.spec.format.Document;
import org.apctck.spec.format.InputException;
import org.apctck.spec.program.Program;
import org.apctck.spec.program.ProgramObject;
import org.apctck.spec.program.ProgramReader;
import org.apctck.spec.program.ProgramWriter;
import org.apctck.spec.program.Routine;
import org.apctck.spec.trace.TraceJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The schemas accept what the kit writes and what ships with it, and reject what its readers reject. */
class SchemasTest {
    private static final Path EXAMPLES = Path.of("../docs/examples");
    private static final Path RULES = Path.of("../spec/rules");

    static Stream<Path> examples() throws IOException {
        return files(EXAMPLES, ".json");
    }

    static Stream<Path> areas() throws IOException {
        return files(RULES, ".yaml");
    }

    private static Stream<Path> files(Path folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theExamplesAreValid(Path file) throws IOException {
        assertThat(Schemas.errors("program", Files.readString(file))).isEmpty();
        assertThat(Schemas.errors("program", ProgramWriter.write(ProgramReader.read(file))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("areas")
    void theCatalogueIsValid(Path file) throws IOException {
        assertThat(Schemas.yamlErrors("catalogue", Files.readString(file))).isEmpty();
    }

    @Test
    void aProgramWithEverythingIsValid() {
        Program program = new Program(
                List.of(new Program.CastThread("main", false), new Program.CastThread("worker", true)),
                List.of(
                        new ProgramObject("E", Call.parse("CreateEventW(NULL, TRUE, FALSE, NULL)")),
                        new ProgramObject("M", Call.parse("CreateMutexW(NULL, FALSE, NULL)")),
                        new ProgramObject("N", Call.parse("CreateMutexW(NULL, TRUE, NULL)"), "main"),
                        new ProgramObject("S", Call.parse("CreateSemaphoreW(NULL, 0, 2, NULL)"))),
                List.of(
                        new Routine("R", Routine.Kind.THREAD, List.of(), 7),
                        new Routine("T", Routine.Kind.TIMER, List.of(), 0)),
                Cases.of(List.of(
                                "worker: !h = OpenThread(SYNCHRONIZE | THREAD_TERMINATE, FALSE, id of main)",
                                "20 ms",
                                "worker: n = ResumeThread(worker) while it returns 1, at most 1 time",
                                "worker: SleepEx(0, TRUE) while it returns WAIT_IO_COMPLETION, at most 8 times"))
                        .program()
                        .script());

        assertThat(Schemas.errors("program", ProgramWriter.write(program))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'threads':[],'script':[]}",
                "{'threads':[{'name':'a b'}],'script':[]}",
                "{'threads':[{'name':'a','color':'red'}],'script':[]}",
                "{'threads':[{'name':'a'}],'script':[],'more':1}",
                "{'threads':[{'name':'a'}],'script':[{'thread':'a'}]}",
                "{'threads':[{'name':'a'}],'script':[{'thread':'a','call':'Sleep 5'}]}",
                "{'threads':[{'name':'a'}],'script':[{'thread':'a','call':'SleepEx(0, TRUE) while it returns 0'}]}",
                "{'threads':[{'name':'a'}],'script':[{'thread':'a','call':'SleepEx(0, TRUE) while it returns 0, at most 2 time'}]}",
                "{'threads':[{'name':'a'}],'script':[{'elapse':-1}]}",
                "{'threads':[{'name':'a'}],'script':[{'elapse':1,'thread':'a','call':'Sleep(0)'}]}",
                "{'threads':[{'name':'a'}],'script':[{'race':{'a':['Sleep(0)']}}]}",
                "{'threads':[{'name':'a'}],'objects':[{'name':'M'}],'script':[]}",
                "{'threads':[{'name':'a'}],'objects':[{'name':'M','type':'mutex'}],'script':[]}",
                "{'threads':[{'name':'a'}],'objects':[{'name':'M','call':'CreateMutexW'}],'script':[]}",
                "{'threads':[{'name':'a'}],'objects':[{'name':'M','call':'CreateMutexW(NULL, TRUE, NULL)','by':7}],'script':[]}",
                "{'threads':[{'name':'a'}],'routines':[{'name':'R','kind':'dpc'}],'script':[]}",
            })
    void aBadProgramIsRejectedByTheSchemaAndByTheReader(String text) {
        String json = text.replace('\'', '"');

        assertThat(Schemas.errors("program", json)).isNotEmpty();
        assertThat(catchThrowable(() -> ProgramReader.read(Document.json("p", json))))
                .isInstanceOf(InputException.class);
    }

    @Test
    void aTraceIsValid() {
        String trace = JsonMapper.builder()
                .build()
                .writeValueAsString(TraceJson.tree(Traces.scheduled(
                        "s1",
                        "worker calls GetExitCodeThread(main, &code)",
                        "quiescent",
                        "worker returns FALSE, last error ERROR_INVALID_HANDLE, code = 7")));

        assertThat(Schemas.errors("trace", trace)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'events':[]}",
                "{'status':'DONE','events':[]}",
                "{'status':'COMPLETED','events':[{'seq':0,'micros':0,'event':'calls','what':'x'}]}",
                "{'status':'COMPLETED','events':[{'seq':0,'micros':0,'event':'quiescent','thread':'main'}]}",
                "{'status':'COMPLETED','events':[{'seq':-1,'micros':0,'event':'exits','thread':'main'}]}",
                "{'status':'COMPLETED','events':[{'seq':0,'micros':0,'event':'jumps','thread':'main'}]}",
                "{'status':'COMPLETED','events':[{'seq':0,'micros':'0','event':'exits','thread':'main'}]}",
            })
    void aBadTraceIsRejectedByTheSchemaAndByTheReader(String text) {
        String json = text.replace('\'', '"');

        assertThat(Schemas.errors("trace", json)).isNotEmpty();
        assertThat(catchThrowable(() -> TraceJson.read(Document.json("t", json))))
                .isInstanceOf(InputException.class);
    }

    @Test
    void aBadRuleIsRejected() {
        assertThat(Schemas.yamlErrors("catalogue", "area: Q\ntitle: T\nrules: [{id: Q-A-1}]"))
                .isNotEmpty();
    }
}
