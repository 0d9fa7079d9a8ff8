package org.apctck.cli.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apctck.cli.suite.Selection;
import org.apctck.cli.suite.Suite;
import org.apctck.cli.target.NamedTarget;
import org.apctck.kit.diff.Tries;
import org.apctck.kit.results.Attempt;
import org.apctck.kit.results.Header;
import org.apctck.kit.results.RunFolder;
import org.apctck.kit.results.RunRecord;
import org.jspecify.annotations.Nullable;

/**
 * Runs scenarios of a target again, each time in a session of its own.
 *
 * @param options of the target
 * @param out takes the results; null if they are not kept
 */
public record Retry(
        NamedTarget target,
        Map<String, String> options,
        Suite suite,
        @Nullable Path out,
        Progress progress) implements Tries {
    @Override
    public List<Attempt> run(List<String> scenarios, int times) {
        Selection selection = Selection.of(suite, scenarios, null, null);
        RunRecord record = RunRecord.of(
                suite.catalogue().digest(),
                String.join(" ", scenarios),
                Header.Asked.of(selection.cases()),
                List.of(target.entry()),
                List.of());
        try (RunFolder folder = out == null ? null : RunFolder.take(out, record);
                Session session = new Session(suite, selection, folder)) {
            return session.run(target, RunTerms.usual(options, null).times(times), progress)
                    .results()
                    .attempts();
        }
    }
}
