package org.apctck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apctck.kit.Targets;
import org.apctck.kit.results.ResultsWriter;
import org.apctck.reports.ResultsDiff;
import org.apctck.spec.InputException;
import org.jspecify.annotations.Nullable;

/** The nights that were run before, each in a folder named after its beginning, so that names sort by time. */
final class Nights {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss.SSS'Z'");

    private Nights() {}

    /**
     * Makes the folder of a night that begins now; one of its own, whoever else begins one.
     *
     * @param begin in UTC
     */
    static Path begin(Path out, ZonedDateTime begin) {
        try {
            Files.createDirectories(out);
            for (ZonedDateTime time = begin; ; time = time.plus(Duration.ofMillis(1))) {
                Path night = out.resolve(NAME.format(time));
                if (!Files.exists(night)) {
                    return Files.createDirectory(night);
                }
            }
        } catch (IOException e) {
            throw new InputException(out + ": cannot be written (" + e + "); choose another folder with --out", e);
        }
    }

    /**
     * The implementations that can run here: every target but the reference and what needs an address.
     *
     * @param leftOut takes why each of the others cannot
     */
    static List<NamedTarget> implementations(List<String> leftOut) {
        List<NamedTarget> able = new ArrayList<>();
        for (String name : Targets.names()) {
            if (name.endsWith(":") || name.startsWith("reference")) {
                continue;
            }
            NamedTarget target = NamedTarget.of(name);
            String missing = target.missing(Map.of());
            if (missing.isEmpty()) {
                able.add(target);
            } else {
                leftOut.add(name + " is left out: " + missing);
            }
        }
        return able;
    }

    /** The folder of the latest night, or null if there is none. */
    static @Nullable Path latest(Path out) {
        if (!Files.isDirectory(out)) {
            return null;
        }
        try (Stream<Path> nights = Files.list(out)) {
            return nights.filter(Files::isDirectory)
                    .max(Comparator.comparing(night -> String.valueOf(night.getFileName())))
                    .orElse(null);
        } catch (IOException e) {
            throw new InputException(out + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }

    /** The comparison of two sides in an earlier night; null if it has not both of them. */
    static @Nullable ResultsDiff earlier(@Nullable Path night, DiffSide left, DiffSide right, Session session) {
        return night == null || !has(night, left) || !has(night, right)
                ? null
                : ResultsDiff.of(
                        left.earlier(night, session).scenarios(),
                        right.earlier(night, session).scenarios());
    }

    private static boolean has(Path night, DiffSide side) {
        return Files.exists(night.resolve(DiffSide.folderName(side.name())).resolve(ResultsWriter.FILE));
    }
}
