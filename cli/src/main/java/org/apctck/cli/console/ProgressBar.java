package org.apctck.cli.console;

import java.util.Locale;
import org.apctck.spec.format.Printable;

/**
 * How far work has come.
 *
 * @param name of the work
 * @param total how much there is to do, counted as {@code done} is; 0 if nobody knows
 * @param failed how much of what is done went wrong
 * @param counts what there is to say where there is no total
 * @param now what is done at this moment; empty if there is nothing to name
 */
public record ProgressBar(String name, int done, int total, int failed, String counts, String now) {
    private static final int BAR_MAX = 30;
    private static final int BAR_MIN = 6;
    private static final int NOW_MIN = 16;
    private static final int SHARE_OF_NAME = 3;
    /** Before that a guess of the time that is left would jump. */
    private static final int GUESS_AFTER_MILLIS = 2000;

    /** Work that is about to begin. */
    public static ProgressBar starting(String name) {
        return new ProgressBar(name, 0, 0, 0, "", "starting");
    }

    /** Work of a known length. */
    public static ProgressBar of(String name, int done, int total, int failed, String now) {
        return new ProgressBar(name, done, total, failed, "", now);
    }

    /** Work of which nobody knows how much is left. */
    public static ProgressBar counting(String name, String counts) {
        return new ProgressBar(name, 0, 0, 0, counts, "");
    }

    /** In one line: {@code winpr: 142 of 316, 3 failed, 0:21 left}. */
    String plain(long elapsedMillis) {
        return name + ": " + (total == 0 ? counts.isEmpty() ? now : counts : told(" of ", elapsedMillis));
    }

    /**
     * As a bar with what stands in {@link #plain}, and what is done now if there is room.
     *
     * @param columns the most that it may be wide
     */
    String drawn(int columns, long elapsedMillis, Style style) {
        String title = shortened(name, columns / SHARE_OF_NAME);
        String told = total == 0 ? counts : told("/", elapsedMillis);
        int left = columns - title.length() - (told.isEmpty() ? 0 : told.length() + 1);
        StringBuilder line = new StringBuilder(title);
        int bar = Math.min(BAR_MAX, Math.min(left, columns / 2) - "  []".length());
        if (total > 0 && bar >= BAR_MIN) {
            int filled = (int) ((long) bar * done / total);
            line.append(" [")
                    .append("#".repeat(filled))
                    .append("-".repeat(bar - filled))
                    .append(']');
            left -= bar + " []".length();
        }
        if (!told.isEmpty()) {
            line.append(' ').append(told);
        }
        if (!now.isEmpty() && left >= Math.min(NOW_MIN, now.length() + 2)) {
            line.append("  ").append(shortened(now, left - 2));
        }
        String whole = shortened(line.toString(), columns);
        return failed == 0 ? whole : whole.replace(failures(), style.bad(failures()));
    }

    private String told(String of, long elapsedMillis) {
        String remaining = done == 0 || done >= total || elapsedMillis < GUESS_AFTER_MILLIS
                ? ""
                : ", " + duration(elapsedMillis * (total - done) / done) + " left";
        return done + of + total + (failed == 0 ? "" : ", " + failures()) + remaining;
    }

    private String failures() {
        return failed + " failed";
    }

    private static String duration(long millis) {
        long seconds = (millis + 999) / 1000;
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    private static String shortened(String text, int most) {
        String clean = Printable.line(text);
        return clean.length() <= most ? clean : clean.substring(0, Math.max(0, most - 1)) + "…";
    }
}
