package org.apctck.reports.site;

import java.util.List;
import org.apctck.reports.Report;
import org.apctck.reports.site.view.Frame;
import org.apctck.reports.site.view.Link;

/** What surrounds the pages. */
final class Frames {
    private final List<Link> areas;
    private final List<Link> targets;
    private final List<Frame.Gap> gaps;
    private final List<Frame.Gap> faults;

    Frames(Report report, List<Findings> findings) {
        this.areas = report.catalogue().areas().entrySet().stream()
                .map(area -> new Link(area.getValue(), Addresses.area(area.getKey())))
                .toList();
        this.targets = findings.stream().map(Findings::link).toList();
        this.gaps = findings.stream()
                .filter(target -> !target.report().incompleteness().isEmpty())
                .map(target -> new Frame.Gap(target.link(), target.report().incompleteness()))
                .toList();
        this.faults = findings.stream()
                .flatMap(target ->
                        target.report().disagreements().stream().map(line -> new Frame.Gap(target.link(), line)))
                .toList();
    }

    /** The frame of the page at an address. */
    Frame of(String title, String address) {
        return new Frame(title, address.contains("/") ? "../" : "", address, areas, targets, gaps, faults);
    }
}
