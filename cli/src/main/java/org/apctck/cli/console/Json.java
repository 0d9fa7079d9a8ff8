package org.apctck.cli.console;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes trees of maps, lists and texts as JSON. */
public final class Json {
    private Json() {}

    /** Prints one value, indented for people. */
    public static void print(Object tree, Console console) {
        console.out().println(indented(tree));
    }

    /** One value, indented for people. */
    public static String indented(Object tree) {
        JsonMapper mapper =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        return mapper.writeValueAsString(tree);
    }

    /** A value on one line. */
    public static String line(Object tree) {
        return Lines.MAPPER.writeValueAsString(tree);
    }

    /** Loaded on demand: most verbs write no JSON. */
    private static final class Lines {
        static final JsonMapper MAPPER = JsonMapper.builder().build();
    }
}
