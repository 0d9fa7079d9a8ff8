package org.apctck.reports.site;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apctck.reports.site.view.Frame;
import org.apctck.spec.format.Resource;

/** Prints pages: a template and what it shows become a file. */
final class Press {
    /** Stands near the beginning of every page, so that pages of an earlier report can be told from files of others. */
    private static final String SIGNATURE = "<meta name=\"generator\" content=\"apctck\">";

    private static final int SIGNATURE_LINES_MAX = 12;
    /** Characters of control, and those that turn the direction of a text: an implementation may put them into what it says. */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]");

    private static final String INSTEAD = "\ufffd";
    private static final String ASSETS = "/org/apctck/reports/site/";

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Press.class.getClassLoader(), "org.apctck.reports.site.pages");
    private final Path out;

    Press(Path out) {
        this.out = out;
    }

    /** Prints a page to the address in its frame. */
    void print(String template, Frame frame, Object view) throws IOException {
        StringOutput page = new StringOutput();
        engine.render(template + ".jte", Map.of("frame", frame, "view", view), page);
        Files.writeString(
                out.resolve(frame.address()),
                UNPRINTABLE.matcher(page.toString()).replaceAll(INSTEAD));
    }

    /** Copies the files that pages refer to. */
    void copy(String folder, List<String> names) throws IOException {
        Files.createDirectories(out.resolve(folder));
        for (String name : names) {
            Files.write(out.resolve(folder).resolve(name), Resource.bytes(Press.class, ASSETS + name));
        }
    }

    /** Writes a file that pages refer to. */
    void file(String address, String text) throws IOException {
        Files.writeString(out.resolve(address), text);
    }

    /** Makes a folder for pages and removes those of an earlier report, which nothing would lead to. */
    void clear(String folder) throws IOException {
        Path pages = Files.createDirectories(out.resolve(folder));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(pages, "*.html")) {
            for (Path file : files) {
                if (isPage(file)) {
                    Files.delete(file);
                }
            }
        }
    }

    private static boolean isPage(Path file) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            return lines.lines().limit(SIGNATURE_LINES_MAX).anyMatch(line -> line.contains(SIGNATURE));
        }
    }
}
