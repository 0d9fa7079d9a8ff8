package org.apctck.cli.console;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The forms in which results are printed. */
public enum Format {
    TEXT,
    JSON,
    MARKDOWN;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a format as typed. */
    public static final class Reader implements ITypeConverter<Format> {
        @Override
        public Format convert(String text) {
            for (Format format : values()) {
                if (format.toString().equalsIgnoreCase(text)) {
                    return format;
                }
            }
            throw new TypeConversionException(text + " is none of text, json, markdown");
        }
    }

    /** The option {@code --format} of a verb. */
    public static final class Choice {
        @Option(
                names = "--format",
                paramLabel = "FORMAT",
                description = "How results are printed: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
                defaultValue = "text",
                converter = Reader.class)
        private Format format = TEXT;

        public Format format() {
            return format;
        }

        /** Prints results in the form that was chosen. */
        public void print(Printed results, Console console) {
            switch (format) {
                case TEXT -> console.print(results.lines());
                case JSON -> Json.print(results.tree(), console);
                case MARKDOWN -> console.print(results.markdown());
            }
        }
    }
}
