package org.apctck.jna;

import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apctck.spec.TargetUnavailableException;
import org.apctck.spec.api.ApiFunction;

/**
 * A file that holds an implementation of the API, before and after it is loaded.
 *
 * @param path of the file, links resolved
 */
record Library(Path path) {
    private static final Pattern VERSION = Pattern.compile("\\.so\\.([\\d.]+)$");

    /** Without these no program can run. */
    private static final ApiFunction[] NEEDED = {
        ApiFunction.CREATE_THREAD, ApiFunction.GET_LAST_ERROR, ApiFunction.SET_LAST_ERROR,
    };

    /**
     * The library at {@code path}.
     *
     * @throws TargetUnavailableException if there is no such file
     */
    static Library at(Path path) throws TargetUnavailableException {
        if (!Files.isRegularFile(path)) {
            throw new TargetUnavailableException(path + ": no such library; give the path of libwinpr with --library");
        }
        try {
            return new Library(path.toRealPath());
        } catch (IOException e) {
            throw new TargetUnavailableException(
                    path + ": no such library; give the path of libwinpr with --library", e);
        }
    }

    /** The version that the name of the file ends in, or empty. */
    String version() {
        Matcher matcher = VERSION.matcher(path.toString());
        return matcher.find() ? matcher.group(1) : "";
    }

    /** The SHA-256 of the file, in hexadecimal. */
    String digest() throws TargetUnavailableException {
        return Digest.ofFiles(List.of(path));
    }

    /**
     * Loads the library into this process.
     *
     * @throws TargetUnavailableException if it is none, or lacks a function without which nothing can run
     */
    Exports load() throws TargetUnavailableException {
        Exports exports;
        try {
            exports = new Exports(NativeLibrary.getInstance(path.toString()));
        } catch (UnsatisfiedLinkError e) {
            throw new TargetUnavailableException(path + ": cannot be loaded: " + reason(e), e);
        }
        List<String> missing = exports.missing(NEEDED);
        if (!missing.isEmpty()) {
            throw new TargetUnavailableException(path + ": does not export " + String.join(", ", missing)
                    + ", so it is no implementation of the API");
        }
        return exports;
    }

    /** JNA names the file on its first line and what the loader says on the second. */
    private static String reason(UnsatisfiedLinkError problem) {
        return String.valueOf(problem.getMessage())
                .lines()
                .limit(2)
                .reduce((first, second) -> second)
                .orElse("");
    }
}
