package org.apctck.kit.agent;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apctck.kit.StderrSource;
import org.apctck.kit.TargetLostException;
import org.apctck.kit.Targets;
import org.apctck.kit.agent.Message.Welcome;
import org.apctck.spec.Racing;
import org.apctck.spec.Run;
import org.apctck.spec.Steering;
import org.apctck.spec.Target;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.TargetUnavailableException;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.program.Program;
import org.apctck.spec.program.ProgramException;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.Trace;
import org.apctck.spec.trace.TraceStatus;
import org.jspecify.annotations.Nullable;

/**
 * An implementation behind an agent in a child process, which may crash, hang or be killed without harm to the run.
 *
 * <p>A crash is never retried until it is gone: the program is run once more, alone, only to say in the evidence whether it
 * crashes by itself.
 */
public final class AgentTarget implements Target, StderrSource {
    /** How many programs may go without an answer, and one more for so many that got one. */
    private static final int UNANSWERED_MAX = 2;

    private static final int ANSWERED_FOR_ONE = 50;

    /** An agent that has died in every program so far is started anew so many times before it must do {@link #IDLE}. */
    private static final int RESTARTS_UNPROVEN = 3;

    /** A program that only has a thread: who dies in it says nothing of the functions that programs are about. */
    private static final Program IDLE =
            new Program(List.of(new Program.CastThread("worker", false)), List.of(), List.of(), List.of());

    private final AgentLaunch launch;
    private final Runnable afterwards;
    private final TargetDescription description;
    private final Racing racing;
    private final AgentSupply agents;
    private final @Nullable AgentSupply disposables;
    private @Nullable Agent current;
    /** Those that crash by themselves: met again in a repeat they tell nothing new of the agent. */
    private final Set<Program> fatal = new HashSet<>();

    /** The functions that have worked so far, and those that have failed as if they were not there. */
    private final Set<String> present = new TreeSet<>();

    private final Set<String> missing = new TreeSet<>();

    /** How much was said about the program in progress, in all its runs. */
    private long charactersSaid;

    /** How many programs were answered, and to how many there was no answer. */
    private int answered;

    private int unanswered;

    /** Whether it has outlived a program, so that what it dies of is what it was asked to do. */
    private boolean proven;

    private int restarts;
    private String lastRestart = "";
    private String stderr = "";

    private AgentTarget(AgentLaunch launch, AgentSupply agents, Agent first, Runnable afterwards) {
        this.launch = launch;
        this.afterwards = afterwards;
        this.agents = agents;
        this.current = first;
        this.disposables =
                launch.disposableCommand() == null ? null : new AgentSupply(launch, launch.disposableCommand());
        Welcome welcome = first.welcome();
        this.racing = racing(welcome);
        this.description = new TargetDescription(
                launch.namesItself() ? Targets.named(welcome.implementation()) : launch.target(),
                welcome.implementation(),
                welcome.version(),
                welcome.digest(),
                welcome.platform(),
                welcome.apis());
    }

    private static Racing racing(Welcome welcome) {
        if (welcome.clock().equals(Message.VIRTUAL)) {
            return Racing.CHOSEN;
        }
        return welcome.capabilities().contains(Message.STEERING) ? Racing.STEERED : Racing.UNSTEERED;
    }

    /**
     * Starts the agent.
     *
     * @throws TargetUnavailableException if it cannot be started or does not say welcome
     */
    public static AgentTarget open(AgentLaunch launch) throws TargetUnavailableException {
        return open(launch, () -> {});
    }

    /**
     * Starts the agent.
     *
     * @param afterwards ends what the agents need around them, once they have ended; not if none could be started
     * @throws TargetUnavailableException if it cannot be started or does not say welcome
     */
    public static AgentTarget open(AgentLaunch launch, Runnable afterwards) throws TargetUnavailableException {
        AgentSupply agents = new AgentSupply(launch, launch.command());
        try {
            return new AgentTarget(launch, agents, agents.take(), afterwards);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TargetUnavailableException(launch.target() + ": interrupted while the agent started", e);
        }
    }

    /**
     * A conversation with another process of the same agent, to see how it takes what a run does not ask of it.
     *
     * @throws TargetUnavailableException if it cannot be started or does not say welcome
     */
    public Checkup checkup() throws TargetUnavailableException, InterruptedException {
        return Checkup.of(launch);
    }

    @Override
    public TargetDescription describe() {
        return description;
    }

    @Override
    public void begin(Program program) {
        charactersSaid = 0;
    }

    /**
     * Runs {@code program} in the child that it needs.
     *
     * @throws TargetLostException if the agent broke the protocol, would not start again, or was restarted too often
     */
    @Override
    public Run run(Program program) {
        return run(program, Steering.NONE);
    }

    @Override
    public Racing racing() {
        return racing;
    }

    @Override
    public Run run(Program program, Steering steering) {
        if (!mayRestart()) {
            throw new TargetLostException(
                    launch.target() + ": given up after " + (restarts - 1) + " restarts of the agent; the last time it "
                            + lastRestart,
                    false);
        }
        try {
            if (!proven && restarts > RESTARTS_UNPROVEN) {
                prove();
            }
            boolean ends = program.functions().stream().anyMatch(ApiFunction::endsThread);
            return Run.of(withStart(
                    disposables != null && ends
                            ? runDisposable(disposables, program, steering)
                            : runShared(program, steering)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TargetLostException(launch.target() + ": interrupted", false);
        } catch (TargetUnavailableException e) {
            throw new TargetLostException("the agent would not start again: " + e.getMessage(), true);
        }
    }

    /** Lets an agent that has died in every program show that it can do any; each of them costs two starts. */
    private void prove() throws TargetUnavailableException, InterruptedException {
        if (isFatal(IDLE, Steering.NONE, agents)) {
            throw new TargetLostException(
                    launch.target() + ": given up after " + restarts
                            + " programs: the agent died in each, and dies even in one without calls",
                    false);
        }
        proven = true;
    }

    /** A trace that may be what it is because of how the agent was started says so. */
    private static Trace withStart(Trace trace) {
        String problem = CleanStart.problem();
        return problem.isEmpty() || trace.status() == TraceStatus.COMPLETED
                ? trace
                : new Trace(
                        trace.events(),
                        trace.status(),
                        trace.evidence() + "; " + problem,
                        trace.schedule(),
                        trace.readings());
    }

    private Trace runDisposable(AgentSupply supply, Program program, Steering steering)
            throws TargetUnavailableException, InterruptedException {
        Agent agent = supply.take();
        supply.prepare();
        try {
            return trace(agent, program, steering, supply);
        } finally {
            agent.kill();
        }
    }

    private Trace runShared(Program program, Steering steering)
            throws TargetUnavailableException, InterruptedException {
        Agent agent = current;
        if (agent != null && !agent.isAlive()) {
            // It answered the last program and died afterwards, which that answer cannot tell any more.
            agent.kill();
            countRestart("died between programs");
            agent = null;
        }
        if (agent == null) {
            agent = agents.take();
            agents.prepare();
        }
        // Kept only if it can be used again; whatever happens on the way, it is known here and ended by close.
        current = agent;
        return trace(agent, program, steering, agents);
    }

    private Trace trace(Agent agent, Program program, Steering steering, AgentSupply supply)
            throws TargetUnavailableException, InterruptedException {
        boolean used = agent.isUsed();
        long began = System.nanoTime();
        Answer answer = agent.run(program, steering);
        long millis = (System.nanoTime() - began) / 1_000_000;
        stderr = agent.takeStderr();
        charactersSaid += agent.charactersSaid();
        if (charactersSaid > AgentProcess.CHARACTERS_MAX) {
            discard(agent);
            throw new TargetLostException(
                    launch.target() + ": the agent breaks the protocol: more than " + AgentProcess.CHARACTERS_MAX
                            + " characters for one program",
                    true);
        }
        if (answer instanceof Answer.InError error) {
            throw new ProgramException(error.message());
        }
        proven |= !(answer instanceof Answer.Died);
        // An agent that closes its traces just before it would be killed, or its output without ending, costs as much
        // as one that never answers.
        boolean stays = answer instanceof Answer.Died died && !died.obituary().ended();
        if (answer instanceof Answer.Silent
                || stays
                || millis > 2L * launch.limits().softMillis(program) && !agent.wasStarved()) {
            unanswered++;
            checkAnswers(agent);
        } else {
            answered++;
        }
        if (answer instanceof Answer.Closed closed) {
            if (closed.exhausted()) {
                discard(agent);
            }
            return consistent(closed.trace());
        }
        discard(agent);
        if (answer instanceof Answer.Faulty faulty) {
            countRestart("was at fault");
            return Trace.of(faulty.events(), TraceStatus.FAULT, "the agent is at fault: " + faulty.message());
        }
        if (answer instanceof Answer.Silent silent) {
            countRestart("did not answer");
            return Trace.of(
                    silent.events(),
                    TraceStatus.UNSETTLED,
                    "the agent did not close the trace within " + silent.millis()
                            + " ms and was killed (it was to do so at "
                            + launch.limits().softMillis(program) + " ms, see --limit)"
                            + last(silent.events()));
        }
        if (LiveProcesses.areEnding()) {
            throw new TargetLostException(launch.target() + ": interrupted", false);
        }
        Answer.Died died = (Answer.Died) answer;
        String alone = "; reproducible alone";
        if (!fatal.contains(program)) {
            countRestart("crashed");
            alone = runAlone(program, steering, supply, used);
        }
        return Trace.of(
                died.events(),
                TraceStatus.CRASHED,
                "the process died: " + died.obituary().text() + last(died.events()) + alone);
    }

    /** Each program that is not answered costs seconds: who answers hardly any is not waited for again and again. */
    private void checkAnswers(Agent agent) {
        if (unanswered > UNANSWERED_MAX + answered / ANSWERED_FOR_ONE) {
            discard(agent);
            throw new TargetLostException(
                    launch.target() + ": the agent breaks the protocol: it did not close the traces of " + unanswered
                            + " of " + (unanswered + answered) + " programs in time",
                    true);
        }
    }

    /** An agent cannot have a function in one program and lack it in the next, as it suits the checks. */
    private Trace consistent(Trace trace) {
        present.addAll(Told.present(trace));
        missing.addAll(Told.missing(trace));
        Set<String> both = new TreeSet<>(missing);
        both.retainAll(present);
        if (both.isEmpty() || trace.status() != TraceStatus.NOT_IMPLEMENTED) {
            return trace;
        }
        return Trace.of(
                trace.events(),
                TraceStatus.FAULT,
                "the agent is at fault: by its last error " + String.join(", ", both)
                        + " is not implemented, but it has worked in this run");
    }

    /** Runs a program that crashed once more in an agent of its own, and says whether that crashes too. */
    private String runAlone(Program program, Steering steering, AgentSupply supply, boolean used)
            throws TargetUnavailableException, InterruptedException {
        if (!mayRestart()) {
            return "; not run again, as no restarts are left";
        }
        if (isFatal(program, steering, supply)) {
            fatal.add(program);
            return "; reproducible alone";
        }
        return used ? "; only in the batch, not alone" : "; not when run again";
    }

    /** Whether an agent of its own dies in {@code program}. */
    private static boolean isFatal(Program program, Steering steering, AgentSupply supply)
            throws TargetUnavailableException, InterruptedException {
        Agent agent = supply.take();
        supply.prepare();
        try {
            return agent.run(program, steering) instanceof Answer.Died;
        } finally {
            agent.kill();
        }
    }

    private void discard(Agent agent) {
        agent.kill();
        if (agent == current) {
            current = null;
            agents.prepare();
        }
    }

    private void countRestart(String reason) {
        restarts++;
        lastRestart = reason;
    }

    private boolean mayRestart() {
        return restarts <= launch.limits().restarts();
    }

    private static String last(List<Event> events) {
        return events.isEmpty()
                ? "; nothing came before"
                : "; the last event was `" + events.get(events.size() - 1) + "`";
    }

    @Override
    public String takeStderr() {
        String text = stderr;
        stderr = "";
        return text;
    }

    /**
     * Ends the agents.
     *
     * @throws TargetLostException if the agent broke the protocol at the very end, such as by answering twice
     */
    @Override
    public void close() {
        Agent agent = current;
        current = null;
        try {
            agents.close();
            if (disposables != null) {
                disposables.close();
            }
            if (agent != null) {
                if (agent.isAlive()) {
                    agent.end();
                } else {
                    agent.kill();
                }
            }
        } catch (InterruptedException e) {
            if (agent != null) {
                agent.kill();
            }
            Thread.currentThread().interrupt();
        } finally {
            afterwards.run();
        }
    }
}
