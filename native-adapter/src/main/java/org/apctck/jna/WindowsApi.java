package org.apctck.jna;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apctck.kit.agent.Serve;

/**
 * The API of the system that this process runs on: Windows, or Wine, which is told by an export that Windows has not. The two
 * differ in nothing but the way in which threads are seen.
 */
final class WindowsApi implements NativeApi {
    /** Where the functions under test are on Windows. */
    static final List<Path> FILES = Stream.of("kernel32.dll", "KernelBase.dll", "ntdll.dll")
            .map(file -> Path.of(System.getenv().getOrDefault("SystemRoot", "C:\\Windows"), "System32", file))
            .toList();

    private static final int STD_OUTPUT_HANDLE = -11;
    private static final int STD_ERROR_HANDLE = -12;
    private static final String WINE_VERSION = "wine_get_version";
    private static final Object[] NO_ARGUMENTS = {};

    /** By this name and no other: JNA knows it, and answers GetLastError itself with what the call before has left. */
    private final NativeLibrary kernel = NativeLibrary.getInstance("kernel32");

    private final NativeLibrary nt = NativeLibrary.getInstance("ntdll");
    private final Exports exports = new Exports(kernel);
    private final String wine = wineVersion(nt);
    private final OutputStream protocol = takeStandardOutput();
    private final String digest;

    /**
     * @param digest as the host has worked it out, or empty
     */
    WindowsApi(String digest) {
        this.digest = digest;
    }

    /** Which Wine this is; empty on Windows. */
    private static String wineVersion(NativeLibrary nt) {
        Function version;
        try {
            version = nt.getFunction(WINE_VERSION);
        } catch (UnsatisfiedLinkError windows) {
            return "";
        }
        return version.invokeString(NO_ARGUMENTS, false);
    }

    /** Java keeps the handle that it was started with; whoever asks for it later gets that of standard error. */
    private OutputStream takeStandardOutput() {
        OutputStream protocol = Serve.takeStandardOutput();
        Pointer error = kernel.getFunction("GetStdHandle").invokePointer(new Object[] {STD_ERROR_HANDLE});
        kernel.getFunction("SetStdHandle").invokeInt(new Object[] {STD_OUTPUT_HANDLE, error});
        return protocol;
    }

    @Override
    public String name() {
        return "kernel32";
    }

    @Override
    public String version() {
        return wine.isEmpty() ? String.valueOf(System.getProperty("os.version")) : wine;
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
        return new WindowsLastError(kernel, nt);
    }

    @Override
    public Threads threads() {
        return wine.isEmpty() ? new WindowsThreads(kernel, nt) : new WineThreads(kernel);
    }

    @Override
    public OutputStream protocol() {
        return protocol;
    }

    @Override
    public Serve.Death death() {
        return new Death(kernel);
    }

    /** A drill ends as a process does that reads where nothing is. */
    private record Death(NativeLibrary kernel) implements Serve.Death {
        private static final long CURRENT_PROCESS = -1L;
        private static final int STATUS_ACCESS_VIOLATION = 0xC000_0005;

        @Override
        public void halt() {
            Runtime.getRuntime().halt(0);
        }

        @Override
        public void crash() {
            kernel.getFunction("TerminateProcess").invokeInt(new Object[] {CURRENT_PROCESS, STATUS_ACCESS_VIOLATION});
        }
    }
}
