package org.apctck.kit;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.apctck.spec.format.Resource;

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
        try {
            properties.load(new StringReader(Resource.text(Kit.class, "kit.properties")));
        } catch (IOException e) {
            throw new UncheckedIOException("the kit was built without its version", e);
        }
        return properties.getProperty("version");
    }
}
