package org.apctck.reports.site.view;

/** What a verdict comes to for a reader who counts. */
public enum Kind {
    BROKEN("broken"),
    UNDECIDED("undecided"),
    KEPT("kept"),
    RECORDED("recorded"),
    ABSENT("not applicable"),
    UNTESTABLE("not testable");

    private final String word;

    Kind(String word) {
        this.word = word;
    }

    /** The word on a page. */
    public String word() {
        return word;
    }

    /** The word as part of an address, and as the name of a style. */
    public String key() {
        return word.replace(' ', '-');
    }
}
