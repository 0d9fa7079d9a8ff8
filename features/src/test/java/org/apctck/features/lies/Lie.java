package org.apctck.features.lies;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.EventKind;
import org.apctck.spec.trace.Happening;
import org.jspecify.annotations.Nullable;

/** A way in which an agent does not tell what happened. */
enum Lie {
    DROPS_AN_EVENT {
        @Override
        List<Event> at(List<Event> truth, int i) {
            return Telling.without(truth, i, i + 1);
        }
    },
    LEAVES_A_GAP {
        @Override
        @Nullable
        List<Event> at(List<Event> truth, int i) {
            return i == truth.size() - 1 ? null : Telling.without(truth, i, i + 1);
        }

        @Override
        boolean renumbers() {
            return false;
        }
    },
    SWAPS_TWO {
        @Override
        @Nullable
        List<Event> at(List<Event> truth, int i) {
            return i == truth.size() - 1 ? null : Telling.moved(truth, i, i + 1);
        }
    },
    REPEATS_AN_EVENT {
        @Override
        List<Event> at(List<Event> truth, int i) {
            return Telling.inserted(truth, i, List.of(truth.get(i)));
        }
    },
    REPORTS_THE_WRONG_VALUE {
        @Override
        @Nullable
        List<Event> at(List<Event> truth, int i) {
            Happening wrong = Telling.otherwise(truth.get(i));
            return wrong == null ? null : Telling.changed(truth, i, truth.get(i).thread(), wrong);
        }
    },
    REPORTS_THE_WRONG_ARGUMENT {
        @Override
        @Nullable
        List<Event> at(List<Event> truth, int i) {
            Event event = truth.get(i);
            return event.happening() instanceof Happening.Begins begins
                    ? Telling.changed(truth, i, event.thread(), new Happening.Begins(begins.routine(), 4711L))
                    : null;
        }
    },
    NAMES_ANOTHER_THREAD {
        @Override
        @Nullable
        List<Event> at(List<Event> truth, int i) {
            Event event = truth.get(i);
            return event.thread().isEmpty()
                    ? null
                    : Telling.changed(truth, i, event.thread().equals("main") ? "worker" : "main", event.happening());
        }
    },
    NEVER_BLOCKS {
        @Override
        @Nullable
        List<Event> at(List<Event> truth, int i) {
            List<Event> hasty = SAYS_IT_BLOCKED.at(truth, i);
            return hasty == null ? null : Telling.without(hasty, i, i + 1);
        }
    },
    SAYS_IT_BLOCKED {
        @Override
        @Nullable
        List<Event> at(List<Event> truth, int i) {
            return truth.get(i).kind() == EventKind.BLOCKED ? Telling.returningAtOnce(truth, i) : null;
        }
    },
    INVENTS_A_RETURN {
        @Override
        @Nullable
        List<Event> at(List<Event> truth, int i) {
            Event event = truth.get(i);
            if (event.kind() != EventKind.BLOCKED) {
                return null;
            }
            String value =
                    event.what().equals("Sleep") ? "void" : event.what().equals("SleepEx") ? "0" : "WAIT_OBJECT_0";
            Event returns = Event.of(0, event.micros(), event.thread(), EventKind.RETURNS, value);
            int next = Telling.next(truth, i, EventKind.QUIESCENT);
            return Telling.inserted(truth, next == truth.size() - 1 ? next : next + 1, List.of(returns));
        }
    },
    OMITS_THE_END_OF_AN_APC {
        @Override
        @Nullable
        List<Event> at(List<Event> truth, int i) {
            return truth.get(i).kind() == EventKind.ENDS ? Telling.without(truth, i, i + 1) : null;
        }
    },
    HIDES_AN_APC {
        @Override
        @Nullable
        List<Event> at(List<Event> truth, int i) {
            return truth.get(i).kind() == EventKind.BEGINS ? Telling.withoutApc(truth, i) : null;
        }
    },
    RUNS_AN_APC_TWICE {
        @Override
        @Nullable
        List<Event> at(List<Event> truth, int i) {
            return truth.get(i).kind() == EventKind.BEGINS ? Telling.withApcAgain(truth, i) : null;
        }
    },
    CUTS_THE_TRACE_SHORT {
        @Override
        List<Event> at(List<Event> truth, int i) {
            return truth.subList(0, i);
        }
    },
    CLAIMS_AN_API_IT_LACKS {
        @Override
        @Nullable
        List<Event> at(List<Event> truth, int i) {
            if (!(truth.get(i).happening() instanceof Happening.Calls calls)
                    || calls.call().function() != ApiFunction.QUEUE_USER_APC) {
                return null;
            }
            List<Event> told = new ArrayList<>(truth);
            for (int begin = told.size() - 1; begin >= 0; begin--) {
                if (told.get(begin).kind() == EventKind.BEGINS) {
                    told = Telling.withoutApc(told, begin);
                }
            }
            told.replaceAll(
                    event -> event.kind() == EventKind.RETURNS && event.what().equals("nonzero")
                            ? new Event(
                                    event.seq(),
                                    event.micros(),
                                    event.thread(),
                                    new Happening.Returns("0", "ERROR_CALL_NOT_IMPLEMENTED", Map.of()))
                            : event);
            return told;
        }
    },
    ANSWERS_FOR_ANOTHER_PROGRAM,
    REPEATS_AN_ANSWER;

    /** The lie told at the event with that index; null if it cannot be told there. */
    @Nullable
    List<Event> at(List<Event> truth, int i) {
        return null;
    }

    boolean renumbers() {
        return true;
    }

    /** What is told instead of {@code truth}; the truth if this cannot be told of it. */
    List<Event> tell(List<Event> truth, int seed) {
        for (int k = 0; k < truth.size(); k++) {
            List<Event> told = at(truth, Math.floorMod(seed + k, truth.size()));
            if (told != null) {
                return renumbers() ? Telling.renumbered(told) : told;
            }
        }
        return truth;
    }
}
