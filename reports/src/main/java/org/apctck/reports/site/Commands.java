package org.apctck.reports.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apctck.kit.results.Attempt;
import org.apctck.kit.results.Header;
import org.apctck.kit.results.ScenarioResult;
import org.apctck.reports.Shell;
import org.apctck.reports.site.view.Command;
import org.apctck.spec.trace.Trace;

/** The commands that show again what was seen. */
final class Commands {
    private Commands() {}

    /** Runs a scenario or a rule again. */
    static Command again(Header header, String selection) {
        return new Command(
                Shell.again(header, selection),
                "reproduce it on " + header.target().name());
    }

    /** The run, and where a model chose the order also what replays the trace that is drawn. */
    static List<Command> of(Header header, ScenarioResult result) {
        List<Command> commands = new ArrayList<>();
        commands.add(again(header, result.scenario()));
        Attempt attempt = result.worst();
        if (attempt != null) {
            attempt.judgement().evidence().stream()
                    .map(Trace::schedule)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(schedule -> commands.add(replay(result.scenario(), schedule)));
        }
        return commands;
    }

    private static Command replay(String scenario, String schedule) {
        return new Command(
                "./apctck exec " + Shell.quoted(scenario) + " --target reference --schedule " + Shell.quoted(schedule),
                "replay the schedule that is drawn");
    }

    /** Shows every outcome that is allowed. */
    static Command explore(String scenario) {
        return new Command("./apctck explore " + Shell.quoted(scenario), "list the allowed outcomes");
    }

    /** Runs a rule on the reference with a fault. */
    static Command fault(String fault, String rule) {
        return new Command(
                "./apctck run --target reference --fault " + Shell.quoted(fault) + " " + Shell.quoted(rule),
                "see " + fault + " caught");
    }
}
