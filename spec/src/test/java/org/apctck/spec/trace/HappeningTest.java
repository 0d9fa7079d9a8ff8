package org.apctck.spec.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.api.Call;
import org.apctck.spec.trace.Happening.Malformed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HappeningTest {
    @Test
    void whatStandsInATraceIsReadAsData() {
        assertThat(read(EventKind.CALLS, "OpenThread(SYNCHRONIZE, FALSE, id of worker)"))
                .isEqualTo(new Happening.Calls(Call.parse("h = OpenThread(SYNCHRONIZE, FALSE, id of worker)")));
        assertThat(read(EventKind.BEGINS, "A(5)")).isEqualTo(new Happening.Begins("A", 5));
        assertThat(read(EventKind.BEGINS, "A(0xFFFFFFFFFFFFFFFF)")).isEqualTo(new Happening.Begins("A", -1));
        assertThat(read(EventKind.BEGINS, "R(5, on time)"))
                .isEqualTo(new Happening.Begins("R", List.of("5", "on time")));
        assertThat(read(EventKind.BEGINS, "R(5, another time)"))
                .isEqualTo(new Happening.Begins("R", List.of("5", "another time")));
        assertThat(read(EventKind.ENDS, "A")).isEqualTo(new Happening.Ends("A"));
        assertThat(read(EventKind.STARTS, "R(0x10000)")).isEqualTo(new Happening.Starts("R", 65536));
        assertThat(read(EventKind.STARTS, "")).isEqualTo(Happening.STARTS);
        assertThat(read(EventKind.BLOCKED, "SleepEx")).isEqualTo(new Happening.Blocked(ApiFunction.SLEEP_EX));
        assertThat(read(EventKind.EXITS, "")).isEqualTo(Happening.EXITS);
    }

    @Test
    void aReturnHasALastErrorAndWhatWasWrittenAndNothingElseHas() {
        Happening returns = Happening.read(EventKind.RETURNS, "FALSE", "ERROR_NOT_OWNER", Map.of("code", "5"));

        assertThat(returns).isEqualTo(new Happening.Returns("FALSE", "ERROR_NOT_OWNER", Map.of("code", "5")));
        assertThat(returns.text()).isEqualTo("returns FALSE, last error ERROR_NOT_OWNER, code = 5");
        assertThat(Happening.read(EventKind.EXITS, "", "ERROR_NOT_OWNER", Map.of("code", "5")))
                .isEqualTo(Happening.EXITS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CALLS | a drill | unknown function a at column 1 of `a drill`",
                "CALLS | SleepEx(0,TRUE) | in a trace this stands as `SleepEx(0, TRUE)`",
                "CALLS | h = GetCurrentThread() | in a trace this stands as `GetCurrentThread()`",
                "BEGINS | A | begins takes an APC routine with its arguments, as in `A(0)`, not `A`",
                "BEGINS | A( | begins takes an APC routine with its arguments, as in `A(0)`, not `A(`",
                "BEGINS | A(x) | begins takes an APC routine with its arguments, as in `A(0)`, not `A(x)`",
                "BEGINS | (5) | begins takes an APC routine with its arguments, as in `A(0)`, not `(5)`",
                "BEGINS | A(0x5) | in a trace this stands as `A(5)`",
                "ENDS | A(5) | ends takes the name of an APC routine, not `A(5)`",
                "ENDS | '' | ends takes the name of an APC routine, not ``",
                "STARTS | R | starts takes nothing or a thread routine with its argument, as in `R(0)`, not `R`",
                "BLOCKED | Nap | blocked takes the name of a function, not `Nap`",
                "EXITS | 5 | exits takes nothing, not `5`",
                "QUIESCENT | now | quiescent takes nothing, not `now`",
            })
    void whatStandsOtherwiseIsKeptAndRefused(EventKind kind, String what, String problem) {
        Happening read = read(kind, what);

        assertThat(read)
                .isInstanceOfSatisfying(
                        Malformed.class,
                        malformed -> assertThat(malformed.problem()).isEqualTo(problem));
        assertThat(read.kind()).isEqualTo(kind);
        assertThat(read.what()).isEqualTo(what);
    }

    @Test
    void noTextIsTooLongOrTooDeepToBeRead() {
        String brackets = "SleepEx(" + "[".repeat(60_000);
        String name = "x".repeat(60_000);

        assertThat(read(EventKind.CALLS, brackets)).isInstanceOf(Malformed.class);
        assertThat(read(EventKind.CALLS, name)).isInstanceOf(Malformed.class);
        assertThat(read(EventKind.CALLS, "SleepEx(" + name + ", TRUE)")).isInstanceOf(Malformed.class);
    }

    private static Happening read(EventKind kind, String what) {
        return Happening.read(kind, what, null, Map.of());
    }

    @Test
    void aLoopBelongsToTheProgramAndNotToTheTrace() {
        String loop = "SleepEx(0, TRUE) while it returns 0, at most 2 times";

        assertThat(new Happening.Calls(Call.parse(loop)).what()).isEqualTo("SleepEx(0, TRUE)");
        assertThat(Happening.read(EventKind.CALLS, loop, null, Map.of()))
                .isEqualTo(
                        new Happening.Malformed(EventKind.CALLS, loop, "in a trace this stands as `SleepEx(0, TRUE)`"));
    }
}
