package org.apctck.reports.site.view;

import java.util.List;

/** A scenario as it was written, cut into pieces that are set differently. */
public record Gherkin(List<Piece> pieces) {
    /**
     * Some letters of it.
     *
     * @param style the name of a style; empty for plain text
     */
    public record Piece(String text, String style) {}
}
