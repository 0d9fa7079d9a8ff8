package org.apctck.reports.allure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A heading below which an Allure report lists what is not simply as it should be. Which results it takes is told by the first
 * line of their message, which {@link Standing} writes.
 *
 * @param firstLine a regular expression for the beginning of the message
 */
record Category(String name, String firstLine) {
    private static final String IS_UNEXPECTED = ", " + Standing.UNEXPECTED + "\\b";
    private static final String IS_KNOWN = ", " + Standing.KNOWN + "\\b";

    /** In the order in which a reader wants to see them; a report lists a result below the first that takes it. */
    private static final List<Category> ALL = List.of(
            new Category("Unexpected failures (FAIL)", "FAIL" + IS_UNEXPECTED),
            new Category("Unexpected crashes (CRASH)", "CRASH" + IS_UNEXPECTED),
            new Category("Unexpected hangs (TIMEOUT)", "TIMEOUT" + IS_UNEXPECTED),
            new Category("Unexpected passes (PASS)", "PASS" + IS_UNEXPECTED),
            new Category("Expectations that do not fit", "EXPECTATIONS" + IS_UNEXPECTED),
            new Category("Other unexpected results", "[A-Z_]+" + IS_UNEXPECTED),
            new Category("Faults of the kit or an agent (ERROR)", "ERROR\\b"),
            new Category("Not run (NOT_RUN)", "NOT_RUN\\b"),
            new Category("Nothing can be said (INCONCLUSIVE)", "INCONCLUSIVE\\b"),
            new Category("Known deviations: failures (FAIL)", "FAIL" + IS_KNOWN),
            new Category("Known deviations: crashes (CRASH)", "CRASH" + IS_KNOWN),
            new Category("Known deviations: hangs (TIMEOUT)", "TIMEOUT" + IS_KNOWN),
            new Category("Only recorded, no target fails by it (OBSERVED)", "OBSERVED\\b"),
            new Category("The target lacks a function (NOT_APPLICABLE)", "NOT_APPLICABLE\\b"));

    /** What stands in {@code categories.json}. */
    static List<Map<String, Object>> trees() {
        return ALL.stream().map(Category::tree).toList();
    }

    /** The category that a report lists a result with this message below. */
    static Optional<String> of(String message) {
        return ALL.stream()
                .filter(category -> message.matches(category.regex()))
                .map(Category::name)
                .findFirst();
    }

    private Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", name);
        tree.put("messageRegex", regex());
        return tree;
    }

    private String regex() {
        return "(?s)" + firstLine + ".*";
    }
}
