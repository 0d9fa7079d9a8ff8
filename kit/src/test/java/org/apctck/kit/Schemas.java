package org.apctck.kit;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The schemas of {@code docs/protocol/}. */
public final class Schemas {
    private static final Path FOLDER =
            Path.of("../docs/protocol").toAbsolutePath().normalize();

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, registry -> registry.schemas(Schemas::text));

    private Schemas() {}

    private static String text(String iri) {
        try {
            return Files.readString(Path.of(URI.create(iri)));
        } catch (IOException e) {
            throw new UncheckedIOException(iri, e);
        }
    }

    /** What is wrong with {@code json} by the schema of that name. */
    public static List<String> errors(String name, String json) {
        return errors(name, json, InputFormat.JSON);
    }

    /** What is wrong with {@code yaml} by the schema of that name. */
    public static List<String> yamlErrors(String name, String yaml) {
        return errors(name, yaml, InputFormat.YAML);
    }

    private static List<String> errors(String name, String text, InputFormat format) {
        String iri = FOLDER.resolve(name + ".schema.json").toUri().toString();
        Schema schema = REGISTRY.getSchema(SchemaLocation.of(iri));
        return schema.validate(text, format).stream().map(Error::toString).toList();
    }

    /** The text of a file of {@code docs/protocol/}. */
    public static String document(String name) {
        try {
            return Files.readString(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
