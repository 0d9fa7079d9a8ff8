package org.apctck.reports.site.view;

/**
 * What happened, drawn.
 *
 * @param svg an element of SVG whose writer has escaped every text in it; empty if nothing was seen
 * @param note what the drawing leaves out; may be empty
 */
public record Figure(String svg, String note) {
    /** Nothing was seen. */
    public static final Figure NONE = new Figure("", "");
}
