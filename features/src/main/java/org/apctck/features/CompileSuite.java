package org.apctck.features;

import java.io.IOException;
import java.nio.file.Path;
import org.apctck.kit.CompiledSuite;
import org.apctck.spec.format.InputException;

/**
 * A step of the build: compiles what the kit ships to data beside the classes.
 *
 * <p>Features that do not compile are no reason for the build to fail: then nothing is written, and who asks for them gets told
 * by the command, with file and line.
 */
public final class CompileSuite {
    private CompileSuite() {}

    /**
     * @param arguments the folder of the classes
     */
    public static void main(String[] arguments) throws IOException {
        Path classes = Path.of(arguments[0]);
        CompiledSuite.delete(classes);
        try {
            CompiledSuite.write(classes, FeatureCompiler.compile());
        } catch (InputException e) {
            System.err.println("the features are not compiled: " + e.getMessage());
        }
    }
}
