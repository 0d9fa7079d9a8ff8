package org.apctck.cli.suite;

import java.util.List;
import org.apctck.cli.console.CommandException;
import org.apctck.kit.Case;
import org.apctck.spec.format.Nearest;

/**
 * A feature file, or a line of it, as someone types it.
 *
 * @param path as shown by the kit, as it lies in the source tree, or the end of it
 * @param line 0 for the whole file
 */
record FeaturePlace(String path, int line) {
    static FeaturePlace parse(String word) {
        int colon = word.lastIndexOf(".feature:");
        if (colon < 0) {
            return new FeaturePlace(word, 0);
        }
        int end = colon + ".feature".length();
        try {
            return new FeaturePlace(word.substring(0, end), Integer.parseInt(word.substring(end + 1)));
        } catch (NumberFormatException e) {
            throw CommandException.usage(word + ": there is no such line");
        }
    }

    /**
     * The scenarios of the file, or those that the line belongs to.
     *
     * @throws CommandException if there is no such file, or no scenario at the line
     */
    List<Case> cases(List<Case> all) {
        List<Case> inFile = all.stream().filter(this::isInFile).toList();
        if (inFile.isEmpty()) {
            List<String> files = all.stream().map(Case::feature).distinct().toList();
            throw CommandException.usage(
                    "no feature file is called " + path + Nearest.hint(name(path), files, "they are in features/"));
        }
        if (line == 0) {
            return inFile;
        }
        int start = inFile.stream()
                .mapToInt(Case::line)
                .filter(scenario -> scenario <= line)
                .max()
                .orElseThrow(
                        () -> CommandException.usage(path + ":" + line + ": the first scenario comes later, at line "
                                + inFile.get(0).line()));
        return inFile.stream().filter(scenario -> scenario.line() == start).toList();
    }

    private boolean isInFile(Case scenario) {
        String typed = path.replace('\\', '/');
        return typed.equals(scenario.feature())
                || typed.endsWith("/" + scenario.feature())
                || scenario.feature().endsWith("/" + typed);
    }

    private static String name(String path) {
        return path.substring(path.replace('\\', '/').lastIndexOf('/') + 1);
    }
}
