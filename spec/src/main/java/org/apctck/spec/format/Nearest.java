package org.apctck.spec.format;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Finds the names that someone may have meant who typed another one. */
public final class Nearest {
    private static final int NAMES_MAX = 3;

    private Nearest() {}

    /**
     * The known names nearest to {@code typed}, as the end of a message.
     *
     * @param otherwise what to say if none is near
     */
    public static String hint(String typed, Collection<String> known, String otherwise) {
        List<String> names = names(typed, known);
        return names.isEmpty() ? "; " + otherwise : "; did you mean " + String.join(" or ", names) + "?";
    }

    /** The known names nearest to {@code typed}, as the end of a message; nothing if none is near. */
    public static String hint(String typed, Collection<String> known) {
        return names(typed, known).isEmpty() ? "" : hint(typed, known, "");
    }

    /** The known names nearest to {@code typed}, if they are near. */
    public static List<String> names(String typed, Collection<String> known) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        int most = Math.max(1, typed.length() / 3);
        record Candidate(String name, int distance) {}
        List<Candidate> near = known.stream()
                .distinct()
                .filter(name ->
                        typed.length() - name.length() <= most) // else it is farther than that, and a text may be long
                .map(name -> new Candidate(name, distance(wanted, name.toLowerCase(Locale.ROOT))))
                .filter(candidate -> candidate.distance() <= most)
                .toList();
        int least = near.stream().mapToInt(Candidate::distance).min().orElse(0);
        return near.stream()
                .filter(candidate -> candidate.distance() == least)
                .limit(NAMES_MAX)
                .map(Candidate::name)
                .toList();
    }

    /** The number of letters to insert, delete, replace or swap; none for what contains {@code typed}. */
    private static int distance(String typed, String name) {
        if (typed.length() > 2 && name.contains(typed)) {
            return 0;
        }
        int[][] rows = new int[typed.length() + 1][name.length() + 1];
        Arrays.setAll(rows[0], j -> j);
        for (int i = 1; i <= typed.length(); i++) {
            rows[i][0] = i;
            for (int j = 1; j <= name.length(); j++) {
                int replaced = rows[i - 1][j - 1] + (typed.charAt(i - 1) == name.charAt(j - 1) ? 0 : 1);
                rows[i][j] = Math.min(replaced, 1 + Math.min(rows[i - 1][j], rows[i][j - 1]));
                boolean isSwapped = i > 1
                        && j > 1
                        && typed.charAt(i - 1) == name.charAt(j - 2)
                        && typed.charAt(i - 2) == name.charAt(j - 1);
                if (isSwapped) {
                    rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
                }
            }
        }
        return rows[typed.length()][name.length()];
    }
}
