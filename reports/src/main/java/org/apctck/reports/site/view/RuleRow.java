package org.apctck.reports.site.view;

import java.util.List;

/**
 * A rule where several are listed.
 *
 * @param apis the functions it is about
 * @param why the reason where it is not testable, or not yet; else empty
 * @param disputes what contradicts what in the documentation; else empty
 * @param said one for each target
 * @param deeds what each target does where the documentation is disputed
 */
public record RuleRow(
        String id,
        String address,
        String title,
        String area,
        String level,
        String levelWhy,
        String statement,
        List<Source> sources,
        List<String> apis,
        String why,
        String disputes,
        List<Said> said,
        List<Deed> deeds) {
    /**
     * What a target does.
     *
     * @param lines what was seen, in words for people; may be empty
     */
    public record Deed(Said said, List<String> lines) {}

    /** The functions, separated by blanks. */
    public String apiWords() {
        return String.join(" ", apis);
    }

    /** The verdicts as words for filters: {@code winpr:fail winpr:broken …}. */
    public String verdictWords() {
        StringBuilder words = new StringBuilder();
        for (Said one : said) {
            words.append(one.key()).append(':').append(one.mark().key()).append(' ');
            words.append(one.key()).append(':').append(one.mark().kind().key()).append(' ');
        }
        return words.toString().strip();
    }
}
