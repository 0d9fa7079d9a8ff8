package org.apctck.cli.session;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.apctck.kit.TargetLostException;
import org.apctck.kit.results.RunRecord;
import org.apctck.spec.Run;
import org.apctck.spec.Target;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.program.Program;

/**
 * Stands in for a target that was asked for and cannot start, so that each of its scenarios gets its verdict, NOT_RUN.
 *
 * @param reason why it cannot start
 */
public record AbsentTarget(String name, String reason) implements Target {
    @Override
    public TargetDescription describe() {
        return new TargetDescription(
                name,
                RunRecord.NOT_STARTED,
                "",
                "",
                "",
                Arrays.stream(ApiFunction.values())
                        .map(ApiFunction::functionName)
                        .collect(Collectors.toSet()));
    }

    @Override
    public Run run(Program program) {
        throw new TargetLostException(reason, false);
    }

    @Override
    public void close() {
        // Nothing was started.
    }
}
