package org.apctck.reports.allure;

import io.qameta.allure.model.Label;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.TestResult;
import java.util.ArrayList;
import java.util.List;
import org.apctck.kit.results.Deviations.Deviation;
import org.apctck.kit.results.Header;
import org.apctck.reports.TargetReport;
import org.apctck.spec.Verdict;

/**
 * What must not be overlooked about a run and is no result of a scenario: that something is missing, that the drivers of the
 * reference disagree, that the file of expectations does not fit. A report that had no entry for it would look as if all were well.
 */
final class Remarks {
    private static final String SUBJECT = "The run itself";

    private Remarks() {}

    static List<TestResult> of(TargetReport target) {
        List<TestResult> remarks = new ArrayList<>();
        if (!target.incompleteness().isEmpty()) {
            remarks.add(remark(Status.BROKEN, Verdict.NOT_RUN.name(), target.incompleteness(), target.header()));
        }
        target.disagreements()
                .forEach(line -> remarks.add(remark(Status.BROKEN, Verdict.ERROR.name(), line, target.header())));
        for (Deviation deviation : target.deviations().unexpected()) {
            if (deviation.result() == null) {
                remarks.add(remark(
                        Status.FAILED, "EXPECTATIONS, " + Standing.UNEXPECTED, deviation.line(), target.header()));
            }
        }
        return remarks;
    }

    private static TestResult remark(Status status, String kind, String line, Header header) {
        String target = header.target().name();
        return new TestResult()
                .setHistoryId(AllureEntry.id(line + "\n" + target))
                .setTestCaseId(AllureEntry.id(line))
                .setFullName(target + ": " + line)
                .setName(line)
                .setStatus(status)
                .setStatusDetails(new StatusDetails().setMessage(kind + "\n" + line))
                .setLabels(List.of(
                        label("epic", SUBJECT),
                        label("feature", target),
                        label("parentSuite", target),
                        label("suite", SUBJECT),
                        label("severity", "critical"),
                        label("host", header.host()),
                        label("thread", target),
                        label("target", target)));
    }

    private static Label label(String name, String value) {
        return new Label().setName(name).setValue(value);
    }
}
