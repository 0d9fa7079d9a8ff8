package org.apctck.kit.night;

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
import org.apctck.spec.format.InputException;

/** The nights that were run before, each in a folder named after its beginning, so that names sort by time. */
public final class Nights {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss.SSS'Z'");

    private Nights() {}

    /**
     * Makes the folder of a night that begins now; one of its own, whoever else begins one.
     *
     * @param begin in UTC
     */
    public static Path begin(Path out, ZonedDateTime begin) {
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
    public static List<String> implementations(List<String> leftOut) {
        List<String> able = new ArrayList<>();
        for (String name : Targets.names()) {
            if (name.endsWith(":") || name.startsWith("reference")) {
                continue;
            }
            String missing = Targets.provider(name).orElseThrow().missing(name, Map.of());
            if (missing.isEmpty()) {
                able.add(name);
            } else {
                leftOut.add(name + " is left out: " + missing);
            }
        }
        return able;
    }

    /** The folders of the nights, the latest first. */
    public static List<Path> latestFirst(Path out) {
        if (!Files.isDirectory(out)) {
            return List.of();
        }
        try (Stream<Path> nights = Files.list(out)) {
            return nights.filter(Files::isDirectory)
                    .sorted(Comparator.comparing((Path night) -> String.valueOf(night.getFileName()))
                            .reversed())
                    .toList();
        } catch (IOException e) {
            throw new InputException(out + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }
}
