package org.apctck.spec.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SleepEx(INFINITE, TRUE)",
                "h = OpenThread(THREAD_SET_CONTEXT | SYNCHRONIZE, FALSE, id of worker)",
                "WaitForMultipleObjectsEx(2, [E, F], FALSE, 0, TRUE)",
                "GetExitCodeThread(worker, &code)",
                "QueueUserAPC(A, invalid, 0xFFFFFFFFFFFFFFFF)",
                "CreateEventW({nLength: 24, bInheritHandle: TRUE}, TRUE, FALSE, NULL)",
                "CreateThread({}, 0, R, 0, 0, NULL)",
                "SetWaitableTimer(T, {after: 50}, 0, R, 7, FALSE)",
                "GetCurrentThreadId()",
                "SleepEx(INFINITE, TRUE) while it returns WAIT_IO_COMPLETION, at most 8 times",
                "n = ResumeThread(worker) while it returns 2, at most 1 time",
                "WaitForMultipleObjects(2, [E, F], FALSE, 0) while it returns WAIT_OBJECT_0 + 1, at most 1000 times",
                "GetCurrentThreadId() while it returns id of worker, at most 2 times"
            })
    void theCanonicalTextOfACallReadsBackAsTheSameCall(String text) {
        Call call = Call.parse(text);

        assertThat(call).hasToString(text);
        assertThat(Call.parse(call.toString())).isEqualTo(call);
    }

    @Test
    void blanksBetweenTheWordsMakeNoDifference() {
        assertThat(Call.parse("  h=OpenThread( SYNCHRONIZE|THREAD_TERMINATE ,FALSE,id  of worker )"))
                .hasToString("h = OpenThread(SYNCHRONIZE | THREAD_TERMINATE, FALSE, id of worker)");
    }

    @Test
    void blanksInALoopMakeNoDifferenceEither() {
        assertThat(Call.parse("WaitForSingleObject(E,0)while  it returns WAIT_OBJECT_0+1 ,at most  3 times "))
                .hasToString("WaitForSingleObject(E, 0) while it returns WAIT_OBJECT_0 + 1, at most 3 times");
    }

    @Test
    void aLoopGoesOnWhileItsResultIsReturnedAndTimesAreLeft() {
        Call call = Call.parse("h = SleepEx(0, TRUE) while it returns WAIT_IO_COMPLETION, at most 2 times");

        assertThat(call.isMadeAgain("WAIT_IO_COMPLETION", 1)).isTrue();
        assertThat(call.isMadeAgain("WAIT_IO_COMPLETION", 2)).isFalse();
        assertThat(call.isMadeAgain("0", 1)).isFalse();
        assertThat(Call.parse("SleepEx(0, TRUE)").isMadeAgain("0", 1)).isFalse();
        assertThat(call.once()).hasToString("SleepEx(0, TRUE)");
        assertThat(call.text()).isEqualTo("SleepEx(0, TRUE)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', textBlock = """
            SleepEx(0, TRUE) while it returns 0 # 36 # a loop needs a bound: write `, at most N times` after the value
            SleepEx(0, TRUE) while it returns 0 at most 3 times # 52 # a loop needs a bound: write `, at most N times`
            SleepEx(0, TRUE) while it returns 0, at most 0 times # 46 # a call is made from 1 to 1000 times, not `0`
            SleepEx(0, TRUE) while it returns 0, at most -1 times # 46 # a call is made from 1 to 1000 times, not `-1`
            SleepEx(0, TRUE) while it returns 0, at most 1001 times # 46 # a call is made from 1 to 1000 times, not `1001`
            SleepEx(0, TRUE) while it returns 0, at most 99999999999 times # 46 # a call is made from 1 to 1000 times
            SleepEx(0, TRUE) while it returns 0, at most many times # 46 # a call is made from 1 to 1000 times, not `many`
            SleepEx(0, TRUE) while it returns 0, at most # 45 # a call is made from 1 to 1000 times, not ``
            SleepEx(0, TRUE) while it returns 0, at most 3 # 47 # expected `times` of `while it returns RESULT, at most N times`
            SleepEx(0, TRUE) while it returns 0, at most 1 times # 48 # expected `time` of
            SleepEx(0, TRUE) while it returns 0, at most 3 time # 48 # expected `times` of
            SleepEx(0, TRUE) while it returns 0, 3 times # 38 # expected `at` of
            SleepEx(0, TRUE) while returns 0, at most 3 times # 24 # expected `it` of
            SleepEx(0, TRUE) whilst it returns 0, at most 3 times # 18 # unexpected `whilst it returns 0, at most 3 times` after the call
            SleepEx(0, TRUE) while it returns 0, at most 3 times or so # 54 # unexpected `or so` after the call
            SleepEx(0, TRUE) while it returns , at most 3 times # 35 # SleepEx never returns ``; write WAIT_IO_COMPLETION or 0
            SleepEx(0, TRUE) while it returns WAIT_OBJECT_0, at most 3 times # 35 # SleepEx never returns `WAIT_OBJECT_0`
            SleepEx(0, TRUE) while it returns 192, at most 3 times # 35 # SleepEx never returns `192`
            SetEvent(E) while it returns nonzero, at most 3 times # 30 # SetEvent never returns `nonzero`; write TRUE or FALSE
            GetCurrentThreadId() while it returns 7, at most 3 times # 39 # write `id of` and the name of a thread
            Sleep(0) while it returns void, at most 3 times # 10 # Sleep returns nothing that a loop could go by
            """)
    void anErrorInALoopSaysWhatToWrite(String text, int column, String problem) {
        assertThatThrownBy(() -> Call.parse(text))
                .hasMessageContaining(problem)
                .hasMessageContaining(" at column " + column + " of `")
                .hasMessageNotContaining("\n");
    }

    @Test
    void joinedConstantsHaveTheUnionOfTheirBits() {
        Call call = Call.parse("OpenThread(THREAD_SET_CONTEXT | SYNCHRONIZE, FALSE, 4)");

        assertThat(Value.number(call.arguments().get(0))).isEqualTo(0x100010);
    }

    @Test
    void aPointerSizedNumberKeepsItsUpperHalf() {
        Call call = Call.parse("QueueUserAPC(A, worker, 0x8000000000000000)");

        assertThat(Value.number(call.arguments().get(2))).isEqualTo(Long.MIN_VALUE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "SleepEx(1, TRUE # 16 # expected `,`",
                "SleepEx(1) # 10 # SleepEx takes 2 arguments (dwMilliseconds, bAlertable)",
                "SleepEx(1, TRUE, 3) # 18 # SleepEx takes 2 arguments",
                "Snooze(1) # 1 # unknown function Snooze",
                "h = Snooze(1) # 5 # unknown function Snooze",
                "SetEvent(5) # 10 # hEvent of SetEvent takes the name of an object",
                "SleepEx(worker, TRUE) # 9 # dwMilliseconds of SleepEx takes milliseconds or INFINITE",
                "OpenThread(SYNCHRONIZE | SYNC, FALSE, 4) # 26 # unknown constant SYNC",
                "Sleep(99999999999999999999) # 7 # is not a 64-bit number",
                "Sleep(1) now # 10 # unexpected `now`",
                "Sleep # 6 # expected `(`",
                "GetExitCodeThread(worker, code) # 27 # lpExitCode of GetExitCodeThread takes &name or NULL",
                "WaitForMultipleObjects(1, [E, 5], FALSE, 0) # 27 # lpHandles",
                "CreateMutexW({length: 24}, TRUE, NULL) # 14 # lpMutexAttributes of CreateMutexW: SECURITY_ATTRIBUTES has no field length; its fields are nLength, lpSecurityDescriptor, bInheritHandle",
                "CreateMutexW({bInheritHandle: E}, TRUE, NULL) # 14 # bInheritHandle of SECURITY_ATTRIBUTES takes TRUE or FALSE, not `E`",
                "CreateMutexW({lpSecurityDescriptor: {}}, TRUE, NULL) # 14 # lpSecurityDescriptor of SECURITY_ATTRIBUTES takes NULL, not `{}`",
                "CreateMutexW({nLength: 1, nLength: 2}, TRUE, NULL) # 14 # nLength of SECURITY_ATTRIBUTES is given twice",
                "CreateMutexW(NULL, TRUE, {nLength: 24}) # 26 # lpName of CreateMutexW takes NULL, not `{nLength: 24}`",
                "CreateMutexW(E, TRUE, NULL) # 14 # lpMutexAttributes of CreateMutexW takes NULL or a record of SECURITY_ATTRIBUTES, not `E`",
                "CreateEventW(NULL, TRUE, FALSE, \"a \\\\ \\\" b\") # 33 # lpName of CreateEventW takes NULL, not `\"a \\\\ \\\" b\"`",
                "SetEvent(\"a) # 13 # expected printable ASCII",
                "SetEvent(\"\\n\") # 11 # expected printable ASCII",
                "SetEvent(\"\u00e4\") # 11 # expected printable ASCII",
                "SetEvent({}) # 10 # hEvent of SetEvent takes the name of an object"
            })
    void anErrorNamesItsColumnAndTheRemedy(String text, int column, String problem) {
        assertThatExceptionOfType(CallSyntaxException.class)
                .isThrownBy(() -> Call.parse(text))
                .withMessageContaining(problem)
                .withMessageContaining("at column " + column)
                .satisfies(error -> assertThat(error.column()).isEqualTo(column));
    }

    @Test
    void theTimeoutAndTheAlertableFlagAreFoundByTheirParameters() {
        Call wait = Call.parse("SignalObjectAndWait(E, F, 50, TRUE)");
        Call signal = Call.parse("SetEvent(E)");

        assertThat(wait.timeoutMillis()).isEqualTo(50);
        assertThat(wait.isFiniteWait()).isTrue();
        assertThat(wait.isAlertable()).isTrue();
        assertThat(Call.parse("Sleep(INFINITE)").isFiniteWait()).isFalse();
        assertThat(signal.timeoutMillis()).isEqualTo(-1);
        assertThat(signal.isAlertable()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '%', textBlock = """
            SlepEx(0, TRUE) % unknown function SlepEx at column 1 of `SlepEx(0, TRUE)`; did you mean SleepEx?
            sleepex(0, TRUE) % ; did you mean SleepEx?
            FooBar() % unknown function FooBar at
            ReadFile(x) % ReadFile is a function of Windows that programs cannot call yet
            CreateFileX(x) % unknown function CreateFileX at
            WaitForSingleObject(E, INFINTE) % takes milliseconds or INFINITE, not `INFINTE` at column 24 of `WaitForSingleObject(E, INFINTE)`; did you mean INFINITE?
            SleepEx(0, true) % takes TRUE or FALSE, not `true` at column 12 of `SleepEx(0, true)`; did you mean TRUE?
            OpenThread(SYNCHRONIZE |THREAD_SET_CONTXT, FALSE, id of main) % did you mean THREAD_SET_CONTEXT?
            SetEvent(CreateEvent(NULL, TRUE)) % a call is no argument: bind what it returns in a call before, `h = CreateEvent(…)`
            """)
    void whatIsMisspeltIsToldFromWhatIsNotThere(String call, String told) {
        assertThatThrownBy(() -> Call.parse(call)).hasMessageContaining(told);
    }

    @Test
    void noFunctionThatCanBeCalledIsSaidNotToBe() {
        assertThat(ApiFunction.values()).noneMatch(function -> UnmappedFunctions.contains(function.functionName()));
    }
}
