package org.apctck.spec.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;

/** Reads JSON and YAML into {@link Node}s, which know where they stand in their file. */
public final class Document {
    private static final TokenStreamFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Where a YAML parser says that the problem is; the last of several. */
    private static final Pattern PLACE = Pattern.compile(" in reader, line (\\d+),");

    private final String name;
    private final int linesBefore;

    private Document(String name, int linesBefore) {
        this.name = name;
        this.linesBefore = linesBefore;
    }

    /**
     * Reads a file; {@code .yaml} and {@code .yml} are YAML, everything else is JSON.
     *
     * @throws InputException if it cannot be read or is malformed
     */
    public static Node read(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (java.nio.file.NoSuchFileException e) {
            throw new InputException(file + ": no such file", e);
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read as UTF-8 text (" + e.getMessage() + ")", e);
        }
        String name = file.toString();
        return name.endsWith(".yaml") || name.endsWith(".yml") ? yaml(name, text) : json(name, text);
    }

    /**
     * Reads one JSON value.
     *
     * @param name of the source, for errors
     * @throws InputException if it is malformed
     */
    public static Node json(String name, String text) {
        return new Document(name, 0).parse(JSON, text);
    }

    /**
     * Reads one line of a file of JSON values, one a line.
     *
     * @param line its number in the file, from 1, for errors
     * @throws InputException if it is malformed
     */
    public static Node jsonLine(String name, int line, String text) {
        return new Document(name, line - 1).parse(JSON, text);
    }

    /**
     * Reads one YAML document.
     *
     * @param name of the source, for errors
     * @throws InputException if it is malformed
     */
    public static Node yaml(String name, String text) {
        // Made on demand: most runs read no YAML and need not load the parser.
        TokenStreamFactory yaml = YAMLFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        return new Document(name, 0).parse(yaml, text);
    }

    private Node parse(TokenStreamFactory factory, String text) {
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), new java.io.StringReader(text))) {
            try {
                return root(parser);
            } catch (JacksonException e) {
                TokenStreamLocation place = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
                throw new InputException(
                        name + ":" + (linesBefore + line(place, e.getOriginalMessage())) + ": malformed: "
                                + problem(e.getOriginalMessage()),
                        e);
            }
        }
    }

    private Node root(JsonParser parser) {
        if (parser.nextToken() == null) {
            throw new InputException(name + ": is empty");
        }
        Node root = value(parser, "");
        if (parser.nextToken() != null) {
            throw new InputException(name + ":" + line(parser) + ": text after the end of the value");
        }
        return root;
    }

    private Node value(JsonParser parser, String field) {
        int line = line(parser);
        JsonToken token = parser.currentToken();
        Object value = switch (token) {
            case START_OBJECT -> object(parser, field);
            case START_ARRAY -> array(parser, field);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> integer(parser, line, field);
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> Node.NOTHING;
            default -> throw new InputException(name + ":" + line + ": malformed: unexpected " + token);
        };
        return new Node(name, line, field, value);
    }

    private int line(JsonParser parser) {
        return linesBefore + parser.currentTokenLocation().getLineNr();
    }

    private Object integer(JsonParser parser, int line, String field) {
        try {
            return parser.getLongValue();
        } catch (JacksonException e) {
            throw new InputException(name + ":" + line + ": " + field + " is not a 64-bit number", e);
        }
    }

    private Map<String, Node> object(JsonParser parser, String field) {
        Map<String, Node> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            fields.put(key, value(parser, field.isEmpty() ? key : field + "." + key));
        }
        return fields;
    }

    private List<Node> array(JsonParser parser, String field) {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser, field + "[" + items.size() + "]"));
        }
        return items;
    }

    /** The line of the problem: where {@code place} is that of the value in which it occurs, YAML names its own last. */
    private static int line(TokenStreamLocation place, String message) {
        int line = place.getLineNr();
        Matcher told = PLACE.matcher(message);
        while (told.find()) {
            line = Integer.parseInt(told.group(1));
        }
        return line;
    }

    /** What the parser says, without the text around the place and where it thinks that came from. */
    private static String problem(String message) {
        return message.lines()
                .filter(line -> !line.startsWith(" "))
                .collect(Collectors.joining(", "))
                .replaceAll("\\s*\\((start marker at )?\\[Source:.*", "");
    }

    /** The bytes of {@code text} as UTF-8, in hexadecimal SHA-256. */
    public static String digest(String text) {
        try {
            byte[] hash =
                    java.security.MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return java.util.HexFormat.of().formatHex(hash);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
