package org.apctck.features;

/**
 * Something that is wrong with a feature or the catalogue.
 *
 * @param file as shown to people
 * @param line counted from 1; 0 if it concerns the file as a whole
 * @param problem one line: what is wrong and what to do
 */
public record Finding(String file, int line, String problem) implements Comparable<Finding> {
    @Override
    public int compareTo(Finding other) {
        int byFile = file.compareTo(other.file);
        int byLine = byFile != 0 ? byFile : Integer.compare(line, other.line);
        return byLine != 0 ? byLine : problem.compareTo(other.problem);
    }

    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + problem;
    }
}
