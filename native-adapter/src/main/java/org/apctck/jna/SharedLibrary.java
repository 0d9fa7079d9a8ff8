package org.apctck.jna;

import java.io.OutputStream;
import java.nio.file.Path;
import org.apctck.kit.agent.Serve;
import org.apctck.spec.TargetUnavailableException;

/** An implementation in a shared library of Linux. */
final class SharedLibrary implements NativeApi {
    private final OutputStream protocol;
    private final Library library;
    private final Exports exports;
    private final String digest;

    /**
     * Loads the library.
     *
     * @param digest as the host has worked it out, or empty
     * @throws TargetUnavailableException if there is none at {@code path}, or it is no implementation of the API
     */
    SharedLibrary(String path, String digest) throws TargetUnavailableException {
        protocol = Posix.takeStandardOutput();
        Posix.forbidCoreFiles();
        library = Library.at(Path.of(path));
        this.digest = digest.isEmpty() ? library.digest() : digest;
        exports = library.load();
    }

    @Override
    public String name() {
        return String.valueOf(library.path().getFileName());
    }

    @Override
    public String version() {
        return library.version();
    }

    @Override
    public String digest() {
        return digest;
    }

    @Override
    public Exports exports() {
        return exports;
    }

    @Override
    public LastError lastError() {
        return new LibraryLastError(exports);
    }

    @Override
    public Threads threads() {
        return new LinuxThreads();
    }

    @Override
    public OutputStream protocol() {
        return protocol;
    }

    @Override
    public Serve.Death death() {
        return new Posix.Death();
    }
}
