package org.apctck.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The kit itself. */
public final class Kit {
    private static final String VERSION = readVersion();

    private Kit() {}

    /** The version of the kit. */
    public static String version() {
        return VERSION;
    }

    private static String readVersion() {
        Properties properties = new Properties();
        try (InputStream stream = Kit.class.getResourceAsStream("kit.properties")) {
            properties.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException("the kit was built without its version", e);
        }
        return properties.getProperty("version");
    }
}
