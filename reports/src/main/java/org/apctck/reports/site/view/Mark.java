package org.apctck.reports.site.view;

import java.util.Locale;
import org.apctck.spec.Verdict;

/** A verdict as it is shown: never by colour alone, so each has a word and a sign. */
public enum Mark {
    ERROR(Kind.UNDECIDED, "error"),
    CRASH(Kind.BROKEN, "crash"),
    TIMEOUT(Kind.BROKEN, "timeout"),
    FAIL(Kind.BROKEN, "fail"),
    NOT_RUN(Kind.UNDECIDED, "not run"),
    INCONCLUSIVE(Kind.UNDECIDED, "inconclusive"),
    PASS(Kind.KEPT, "pass"),
    OBSERVED(Kind.RECORDED, "observed"),
    NOT_APPLICABLE(Kind.ABSENT, "not applicable"),
    UNTESTABLE(Kind.UNTESTABLE, "not testable"),
    /** A rule that programs cannot test yet. */
    LATER(Kind.UNTESTABLE, "later");

    private final Kind kind;
    private final String word;

    Mark(Kind kind, String word) {
        this.kind = kind;
        this.word = word;
    }

    /** The mark of a verdict. */
    public static Mark of(Verdict verdict) {
        return valueOf(verdict.name());
    }

    public Kind kind() {
        return kind;
    }

    /** The word on a page. */
    public String word() {
        return word;
    }

    /** The word as part of an address, and as the name of a style and of a sign. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
