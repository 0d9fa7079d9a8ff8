package org.apctck.reference.following;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apctck.reference.following.Acceptance.Status;
import org.apctck.reference.kernel.Conduct;
import org.apctck.spec.program.Program;
import org.apctck.spec.program.ProgramException;
import org.apctck.spec.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * Says of traces of one program what there is against them, one refusal after another, and which rule each rests on.
 *
 * <p>A refusal is explained by a fault if a model that has it, all else equal, comes past that event; its rule is to blame. Of
 * several faults the first of these decides: one that breaks the rule of the scenario, and was seen in a real implementation or
 * explains the whole rest of the trace; one that was seen; one that breaks the rule of the scenario; one that explains the whole rest.
 * Of two that are alike in this the one that comes further decides, then the order of the suspects. One that breaks a mere
 * recommendation explains the result of a call and nothing else: who does not go on where it must breaks more.
 *
 * <p>Behind a refusal that is explained the model goes on with the fault, so that what follows from it is not held against the
 * trace again. Behind one that is not it goes on where the call has had its effect, else the trace ends there for it. It names no
 * further rule unless the fault was seen in a real implementation, for nobody knows what the target is up to.
 */
public final class Diagnosis {
    /** States after which a suspect explains nothing. */
    private static final int STATES_MAX = 5_000;

    private final Program program;
    private final int statesMax;
    private final List<Suspect> suspects;
    private final Acceptor documented;
    private final Map<Suspect, Acceptor> faulty = new HashMap<>();
    /** Those that have explained a refusal: in a race the same one comes again and again. */
    private final Set<Suspect> proven = new LinkedHashSet<>();
    /** What nothing has explained, for the same reason. */
    private final Set<String> unexplained = new HashSet<>();

    /**
     * What is said of one trace.
     *
     * @param acceptance of the model as documented
     * @param refusals in the order of the trace; empty if it is accepted, or if the model gave up
     * @param isFollowed whether nothing more is against the trace: it was followed to its end, past all refusals
     */
    public record Finding(Acceptance acceptance, List<Refusal> refusals, boolean isFollowed) {
        public Finding {
            refusals = List.copyOf(refusals);
        }
    }

    /** @param statesMax the number of states at one event after which nothing is said */
    public Diagnosis(Program program, List<Suspect> suspects, int statesMax) {
        this.program = program;
        this.statesMax = statesMax;
        this.suspects = List.copyOf(suspects);
        this.documented = new Acceptor(program, statesMax);
    }

    /**
     * Follows a trace of the program.
     *
     * @param rule that its scenario is about; empty if it has none
     * @param most how many refusals are wanted
     */
    public Finding of(Trace trace, String rule, int most) {
        Following followed = documented.following(trace);
        Acceptance documentedly = followed.follow();
        Acceptance acceptance = documentedly;
        Following start = null;
        Conduct conduct = Conduct.DOCUMENTED;
        List<Refusal> refusals = new ArrayList<>();
        boolean isCertain = true;
        while (acceptance.status() == Status.REJECTED && refusals.size() < most) {
            Refusal refusal = Objects.requireNonNull(acceptance.refusal());
            Optional<Explanation> explanation = refusal.rule().isEmpty() && isCertain
                    ? explain(refusal, trace, rule, followed, start)
                    : Optional.empty();
            if (explanation.isPresent()) {
                Suspect suspect = explanation.get().suspect();
                boolean isGuess = !suspect.isSeen() && !suspect.breaks(rule);
                refusals.add(refusal.of(suspect.blamed(rule, followed.returning()), suspect.id(), isGuess));
                followed = explanation.get().past();
                conduct = suspect.conduct();
                isCertain = suspect.isSeen();
            } else {
                refusals.add(refusal);
                isCertain &= !refusal.rule().isEmpty();
                if (!followed.pass()) {
                    break;
                }
            }
            start = followed.copy(conduct, statesMax);
            acceptance = followed.follow();
        }
        return new Finding(documentedly, refusals, acceptance.status() == Status.ACCEPTED);
    }

    /**
     * A suspect that comes past a refusal.
     *
     * @param past the trace as its model follows it, behind the event that was refused
     * @param reached how far that one comes
     * @param isWhole whether it comes to the end and has nothing against it
     */
    private record Explanation(Suspect suspect, Following past, int reached, boolean isWhole) {
        /** Whether it breaks that rule, and what comes behind does not speak against it. */
        boolean isProvenBreachOf(String rule) {
            return suspect.breaks(rule) && (isWhole || suspect.isSeen());
        }
    }

    /** @param start what was followed since the refusal before; null for the first, whose reason may lie in the beginning */
    private Optional<Explanation> explain(
            Refusal refusal, Trace trace, String rule, Following refused, @Nullable Following start) {
        String key = refusal.reason() + refusal.allowed();
        if (unexplained.contains(key)) {
            return Optional.empty();
        }
        Optional<Explanation> known = best(proven, trace, rule, refused, start);
        if (known.isPresent()) {
            return known;
        }
        Optional<Explanation> found = best(suspects, trace, rule, refused, start);
        found.ifPresentOrElse(explanation -> proven.add(explanation.suspect()), () -> unexplained.add(key));
        return found;
    }

    private Optional<Explanation> best(
            Iterable<Suspect> asked, Trace trace, String rule, Following refused, @Nullable Following start) {
        boolean isResult = !refused.returning().isEmpty();
        List<Explanation> explanations = new ArrayList<>();
        for (Suspect suspect : asked) {
            if (suspect.breaks(rule) || suspect.isOfUse(rule) && (!suspect.isRecommended() || isResult)) {
                explain(suspect, trace, refused.at(), start).ifPresent(explanations::add);
            }
        }
        return explanations.stream()
                .filter(explanation -> explanation.isWhole()
                        || explanation.suspect().isSeen()
                        || explanation.suspect().breaks(rule))
                .min(Comparator.<Explanation, Boolean>comparing(explanation -> !explanation.isProvenBreachOf(rule))
                        .thenComparing(explanation -> !explanation.suspect().isSeen())
                        .thenComparing(explanation -> !explanation.suspect().breaks(rule))
                        .thenComparing(explanation -> -explanation.reached()));
    }

    private Optional<Explanation> explain(Suspect suspect, Trace trace, int refused, @Nullable Following start) {
        try {
            Following followed =
                    start == null ? acceptor(suspect).following(trace) : start.copy(suspect.conduct(), STATES_MAX);
            if (followed.follow(refused + 1).status() != Status.ACCEPTED) {
                return Optional.empty();
            }
            Following past = followed.copy(suspect.conduct(), statesMax);
            Status end = followed.follow().status();
            return end == Status.BOUNDED
                    ? Optional.empty()
                    : Optional.of(new Explanation(suspect, past, followed.at(), end == Status.ACCEPTED));
        } catch (ProgramException e) {
            return Optional.empty(); // with that fault the program does not come to an end
        }
    }

    private Acceptor acceptor(Suspect suspect) {
        return faulty.computeIfAbsent(suspect, any -> new Acceptor(program, STATES_MAX, suspect.conduct()));
    }
}
