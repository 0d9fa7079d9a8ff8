package org.apctck.reports.site;

import java.util.Optional;
import org.apctck.reports.diagram.SequenceDiagram;
import org.apctck.reports.site.view.Figure;

/** Draws what happened, for one page: the ids in a drawing are unique in its page. */
final class Figures {
    private int drawn;

    /** The drawing, or that nothing was seen. */
    Figure of(String title, Optional<Evidence> evidence) {
        return evidence.map(found -> of(title, found)).orElse(Figure.NONE);
    }

    private Figure of(String title, Evidence evidence) {
        drawn++;
        String svg = SequenceDiagram.svg("d" + drawn + "-", title, evidence.trace(), evidence.marks());
        return new Figure(svg, evidence.remark());
    }
}
