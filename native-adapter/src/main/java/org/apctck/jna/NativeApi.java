package org.apctck.jna;

import java.io.OutputStream;
import org.apctck.kit.agent.Serve;

/** An implementation of the API that was loaded into this process, by the means of the operating system that it runs on. */
interface NativeApi {
    /** What it is called in evidence: {@code libwinpr2.so.2}. */
    String name();

    /** The version of the implementation, or empty where it does not say. */
    String version();

    /** The SHA-256 of what was loaded, in hexadecimal, or empty where the host must say it. */
    String digest();

    Exports exports();

    LastError lastError();

    Threads threads();

    /**
     * Standard output, which was taken for the protocol before anything was loaded: what anybody else prints goes to standard
     * error.
     */
    OutputStream protocol();

    /** How this process ends when it does not end by itself. */
    Serve.Death death();
}
