package org.apctck.kit.results;

import java.util.HashMap;
import java.util.Map;
import org.apctck.kit.Case;
import org.apctck.kit.CaseJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The cases of a file of results by their text. Each attempt repeats its case, which is most of a line: one that is written
 * as before, to the letter, need not be read again.
 */
final class CaseTexts {
    private static final String BEFORE = "{\"type\":\"attempt\",\"case\":";
    private static final String ID = "{\"id\":\"";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Map<String, Known> known = new HashMap<>();

    /**
     * A case that was read.
     *
     * @param text as the line has it
     */
    record Known(Case scenario, String digest, String text) {
        /** The line without the case. */
        String rest(String line) {
            return "{\"type\":\"attempt\"" + line.substring(BEFORE.length() + text.length());
        }
    }

    /** The case of an attempt, if it is one that was read before. */
    @Nullable
    Known of(String line) {
        if (!line.startsWith(BEFORE + ID)) {
            return null;
        }
        int id = BEFORE.length() + ID.length();
        Known found = known.get(line.substring(id, Math.max(id, line.indexOf('"', id))));
        return found != null && line.startsWith(found.text(), BEFORE.length()) ? found : null;
    }

    /** Keeps a case that was read from {@code line}, whose digest was found to be right. */
    void add(String line, Case scenario, String digest) {
        String text = MAPPER.writeValueAsString(CaseJson.tree(scenario));
        // A line that another program has written, in another order say, is read in full each time.
        if (line.startsWith(text, BEFORE.length())) {
            known.put(scenario.id(), new Known(scenario, digest, text));
        }
    }
}
