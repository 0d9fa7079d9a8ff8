package org.apctck.kit.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apctck.kit.Case;
import org.apctck.kit.Cases;
import org.apctck.kit.TargetLostException;
import org.apctck.kit.Traces;
import org.apctck.kit.results.Attempt;
import org.apctck.kit.results.Request;
import org.apctck.kit.results.Results;
import org.apctck.kit.results.ResultsReader;
import org.apctck.spec.Run;
import org.apctck.spec.Target;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.TargetUnavailableException;
import org.apctck.spec.Verdict;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.format.InputException;
import org.apctck.spec.program.Program;
import org.apctck.spec.program.ProgramException;
import org.apctck.spec.trace.TraceStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunnerTest {
    private static final Run GOOD = Run.of(Traces.of("worker calls SleepEx(0, TRUE)", "worker returns 0"));
    private static final Run BAD = Run.of(Traces.of("worker calls SleepEx(0, TRUE)", "worker begins A"));

    @TempDir
    Path folder;

    private final List<Case> cases = List.of(scenario("Q-A-1/x"), scenario("Q-A-1/y"), scenario("Q-B-1/z"));

    private static Case scenario(String id) {
        return Cases.named(id, List.of("worker: SleepEx(0, TRUE)"), Cases.exactly("calls SleepEx", "returns 0"));
    }

    /** A target whose runs a test makes up. */
    private static final class FakeTarget implements Target {
        private final Function<Program, Run> runs;
        private final TargetDescription description;
        private final String lostAtTheEnd;
        private boolean closed;

        FakeTarget(TargetDescription description, Function<Program, Run> runs) {
            this(description, runs, "");
        }

        FakeTarget(Function<Program, Run> runs) {
            this(Cases.target(), runs);
        }

        FakeTarget(Function<Program, Run> runs, String lostAtTheEnd) {
            this(Cases.target(), runs, lostAtTheEnd);
        }

        private FakeTarget(TargetDescription description, Function<Program, Run> runs, String lostAtTheEnd) {
            this.description = description;
            this.runs = runs;
            this.lostAtTheEnd = lostAtTheEnd;
        }

        @Override
        public TargetDescription describe() {
            return description;
        }

        @Override
        public Run run(Program program) {
            return runs.apply(program);
        }

        @Override
        public void close() {
            closed = true;
            if (!lostAtTheEnd.isEmpty()) {
                throw new TargetLostException(lostAtTheEnd, true);
            }
        }
    }

    private Runner runner(int repeats, Target target, RunListener listener) {
        return new Runner(plan(repeats), target, folder, listener);
    }

    private RunPlan plan(int repeats) {
        return new RunPlan(cases, Cases.catalogue("Q-A-1", "Q-B-1"), repeats, Map.of("o", "1"), Request.of("fake"));
    }

    @Test
    void eachCaseEndsInOneVerdictAsOftenAsAskedFor() {
        FakeTarget target = new FakeTarget(program -> GOOD);
        List<String> heard = new ArrayList<>();
        RunListener listener = new RunListener() {
            @Override
            public void begins(Case scenario, int made, int asked) {
                heard.add(made + "/" + asked + " " + scenario.id());
            }

            @Override
            public void ended(Attempt attempt) {
                heard.add(attempt.number() + " " + attempt.verdict());
            }
        };

        Results results = runner(2, target, listener).run();

        assertThat(verdicts(results)).containsOnly(Verdict.PASS).hasSize(6);
        assertThat(heard).startsWith("0/6 Q-A-1/x", "1 PASS", "1/6 Q-A-1/y").endsWith("5/6 Q-B-1/z", "2 PASS");
        assertThat(target.closed).isTrue();
        assertThat(ResultsReader.read(folder)).isEqualTo(results);
        assertThat(results.footer().verdicts()).isEqualTo(Map.of(Verdict.PASS, 6));
    }

    @Test
    void whatWasNotMeasuredIsMeasuredAgainUpToThreeTimesWithTheCountKept() {
        Run silent = Run.of(Traces.ended(TraceStatus.UNSETTLED, "no answer", "worker calls SleepEx(0, TRUE)"));
        Iterator<Run> runs = List.of(silent, silent, GOOD, silent, BAD, silent, silent, silent, silent)
                .iterator();

        Results results = runner(1, new FakeTarget(program -> runs.next()), RunListener.SILENT)
                .run();

        assertThat(verdicts(results)).containsExactly(Verdict.PASS, Verdict.FAIL, Verdict.INCONCLUSIVE);
        assertThat(results.attempts().stream().map(attempt -> attempt.again().size()))
                .containsExactly(2, 1, 3);
        assertThat(results.attempts().get(0).again()).containsOnly("no answer");
        assertThat(runs.hasNext()).isFalse();
        assertThat(ResultsReader.read(folder)).isEqualTo(results);
    }

    @Test
    void theTraceThatShowsAFailureIsKept() {
        Results results =
                runner(1, new FakeTarget(program -> BAD), RunListener.SILENT).run();

        assertThat(results.attempts().get(0).sample().traces()).isEqualTo(BAD.traces());
        assertThat(results.attempts().get(0).judgement().difference().trace())
                .isEqualTo(BAD.traces().get(0));
    }

    @Test
    void aCaseThatTheTargetLacksFunctionsForIsNotRun() {
        FakeTarget target = new FakeTarget(Cases.target(ApiFunction.CREATE_THREAD), program -> {
            throw new AssertionError("must not be run");
        });

        assertThat(verdicts(runner(1, target, RunListener.SILENT).run())).containsOnly(Verdict.NOT_APPLICABLE);
    }

    @Test
    void aFaultInOneCaseDoesNotCostTheOthers() {
        List<RuntimeException> faults =
                new ArrayList<>(List.of(new ProgramException("loops"), new IllegalStateException("bug")));
        FakeTarget target = new FakeTarget(program -> {
            if (!faults.isEmpty()) {
                throw faults.remove(0);
            }
            return GOOD;
        });

        Results results = runner(1, target, RunListener.SILENT).run();

        assertThat(verdicts(results)).containsExactly(Verdict.ERROR, Verdict.ERROR, Verdict.PASS);
        assertThat(results.attempts().get(0).judgement().reason())
                .isEqualTo("the program of q.feature:7 is in error: loops");
    }

    @Test
    void aRuleThatIsNotInTheCatalogueIsAnError() {
        RunPlan plan = new RunPlan(cases, Cases.catalogue("Q-A-1"), 1, Map.of(), Request.of("fake"));

        Results results = new Runner(plan, new FakeTarget(program -> GOOD), null, RunListener.SILENT).run();

        assertThat(verdicts(results)).containsExactly(Verdict.PASS, Verdict.PASS, Verdict.ERROR);
    }

    @Test
    void whatALostTargetDidNotRunIsNotRun() {
        List<Run> runs = new ArrayList<>(List.of(GOOD));
        FakeTarget target = new FakeTarget(program -> {
            if (runs.isEmpty()) {
                throw new TargetLostException("garbage", true);
            }
            return runs.remove(0);
        });

        Results results = runner(1, target, RunListener.SILENT).run();

        assertThat(verdicts(results)).containsExactly(Verdict.PASS, Verdict.NOT_RUN, Verdict.NOT_RUN);
        assertThat(results.attempts().get(2).judgement().reason()).isEqualTo("garbage");
        assertThat(results.footer().protocolBroken()).isTrue();
        assertThat(target.closed).isTrue();
    }

    @Test
    void severalInstancesRunSideBySide() throws TargetUnavailableException {
        CyclicBarrier both = new CyclicBarrier(2);
        Function<Program, Run> meeting = program -> {
            await(both);
            return GOOD;
        };
        FakeTarget first = new FakeTarget(meeting);
        FakeTarget second = new FakeTarget(meeting);

        Results results = new Runner(plan(2), both(first, second), folder, RunListener.SILENT).run();

        assertThat(results.attempts())
                .extracting(
                        attempt -> attempt.number() + " " + attempt.scenario().id() + " " + attempt.verdict())
                .containsExactly(
                        "1 Q-A-1/x PASS",
                        "1 Q-A-1/y PASS",
                        "1 Q-B-1/z PASS",
                        "2 Q-A-1/x PASS",
                        "2 Q-A-1/y PASS",
                        "2 Q-B-1/z PASS");
        assertThat(ResultsReader.read(folder).attempts()).containsExactlyInAnyOrderElementsOf(results.attempts());
        assertThat(first.closed).isTrue();
        assertThat(second.closed).isTrue();
    }

    @Test
    void oneInstanceThatIsLostIsTheLossOfTheTarget() throws TargetUnavailableException {
        CountDownLatch inGood = new CountDownLatch(1);
        FakeTarget good = goodThatTells(inGood);
        FakeTarget bad = new FakeTarget(program -> {
            await(inGood);
            throw new TargetLostException("garbage", true);
        });

        Results results = new Runner(plan(1000), both(good, bad), folder, RunListener.SILENT).run();

        assertThat(verdicts(results)).contains(Verdict.NOT_RUN).containsOnly(Verdict.PASS, Verdict.NOT_RUN);
        assertThat(results.footer().lost()).isEqualTo("garbage");
        assertThat(results.footer().protocolBroken()).isTrue();
        assertThat(good.closed).isTrue();
        assertThat(bad.closed).isTrue();
    }

    @Test
    void anInstanceThatIsLostAtTheVeryEndIsTheLossOfTheTarget() throws TargetUnavailableException {
        FakeTarget first = new FakeTarget(program -> GOOD, "answered twice");
        FakeTarget second = new FakeTarget(program -> GOOD, "");

        Results results = new Runner(plan(1), both(first, second), folder, RunListener.SILENT).run();

        assertThat(verdicts(results)).containsOnly(Verdict.PASS);
        assertThat(results.footer().lost()).isEqualTo("answered twice");
        assertThat(ResultsReader.read(folder).footer()).isEqualTo(results.footer());
        assertThat(second.closed).isTrue();
    }

    @Test
    void aFaultOfTheKitOnAnyInstanceEndsTheRunAndClosesAll() throws TargetUnavailableException {
        CountDownLatch inGood = new CountDownLatch(1);
        FakeTarget good = goodThatTells(inGood);
        FakeTarget bad = new FakeTarget(program -> {
            await(inGood);
            throw new AssertionError("a bug");
        });
        Runner runner = new Runner(plan(1000), both(good, bad), folder, RunListener.SILENT);

        assertThatThrownBy(runner::run).isInstanceOf(AssertionError.class).hasMessage("a bug");
        assertThat(good.closed).isTrue();
        assertThat(bad.closed).isTrue();
    }

    @Test
    void whatCannotBeOpenedSeveralTimesIsNotLeftOpen() {
        FakeTarget first = new FakeTarget(program -> GOOD);

        assertThatThrownBy(() -> Instances.open(first, 2, () -> {
                    throw new TargetUnavailableException("no room");
                }))
                .hasMessage("no room");
        assertThat(first.closed).isTrue();
        FakeTarget other = new FakeTarget(Cases.target(ApiFunction.SLEEP_EX), program -> GOOD);
        assertThatThrownBy(() -> both(first, other)).hasMessageContaining("not the same implementation");
        assertThat(other.closed).isTrue();
    }

    private static FakeTarget goodThatTells(CountDownLatch begun) {
        return new FakeTarget(program -> {
            begun.countDown();
            return GOOD;
        });
    }

    private static Instances both(Target first, Target second) throws TargetUnavailableException {
        return Instances.open(first, 2, () -> second);
    }

    @Test
    void everyRepeatThatWasNotMadeIsAccountedFor() {
        List<Run> runs = new ArrayList<>(List.of(GOOD, GOOD, GOOD, GOOD));
        FakeTarget target = new FakeTarget(program -> {
            if (runs.isEmpty()) {
                throw new TargetLostException("too many crashes", false);
            }
            return runs.remove(0);
        });

        Results results = runner(2, target, RunListener.SILENT).run();

        assertThat(results.attempts().subList(4, 6))
                .extracting(
                        attempt -> attempt.number() + " " + attempt.scenario().id() + " " + attempt.verdict())
                .containsExactly("2 Q-A-1/y NOT_RUN", "2 Q-B-1/z NOT_RUN");
        assertThat(results.attempts()).hasSize(6);
        assertThat(results.footer().protocolBroken()).isFalse();
    }

    @Test
    void aRunThatIsStoppedKeepsWhatWasRun() throws InterruptedException {
        CountDownLatch inSecond = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        List<Run> runs = new ArrayList<>(List.of(GOOD));
        FakeTarget target = new FakeTarget(program -> {
            if (runs.isEmpty()) {
                inSecond.countDown();
                await(goOn);
                return GOOD;
            }
            return runs.remove(0);
        });
        List<Attempt> heard = new ArrayList<>();
        Runner runner = runner(1, target, new RunListener() {
            @Override
            public void ended(Attempt attempt) {
                heard.add(attempt);
            }
        });
        Thread running = new Thread(runner::run);
        running.start();
        inSecond.await();

        runner.stop();

        Results onDisk = ResultsReader.read(folder);
        assertThat(verdicts(onDisk)).containsExactly(Verdict.PASS, Verdict.NOT_RUN, Verdict.NOT_RUN);
        assertThat(onDisk.footer().interrupted()).isTrue();
        goOn.countDown();
        running.join();
        assertThat(ResultsReader.read(folder)).isEqualTo(onDisk);
        assertThat(heard).hasSize(1);
        assertThat(target.closed).isTrue();
    }

    @Test
    void aFolderThatCannotBeWrittenIsAnErrorBeforeAnythingIsRun() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        RunPlan plan = new RunPlan(cases, Cases.catalogue("Q-A-1"), 1, Map.of(), Request.of("fake"));
        FakeTarget target = new FakeTarget(program -> {
            throw new AssertionError("must not be run");
        });

        assertThatThrownBy(() -> new Runner(plan, target, file, RunListener.SILENT))
                .isInstanceOf(InputException.class);
    }

    private static List<Verdict> verdicts(Results results) {
        return results.attempts().stream().map(Attempt::verdict).toList();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
