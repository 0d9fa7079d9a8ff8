package org.apctck.kit.agent;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in the last words of a Java virtual machine what it died of: the signal and the frame, not the advice around them. */
final class JvmCrash {
    private static final String OPENING = "# A fatal error has been detected by the Java Runtime Environment:";
    private static final Pattern SIGNAL = Pattern.compile("(?m)^#\\s+((SIG\\w+|EXCEPTION_\\w+) \\(0x[0-9a-f]+\\))");
    private static final Pattern FRAME = Pattern.compile("(?m)^# Problematic frame:\\R#\\s*(\\S.*)$");

    private JvmCrash() {}

    /** For instance {@code SIGSEGV (0xb) in C [libwinpr2.so.2+0x7e493] QueueUserAPC+0x23}; empty if no JVM has crashed. */
    static Optional<String> summary(String stderr) {
        int opening = stderr.indexOf(OPENING);
        if (opening < 0) {
            return Optional.empty();
        }
        Matcher signal = SIGNAL.matcher(stderr).region(opening, stderr.length());
        Matcher frame = FRAME.matcher(stderr).region(opening, stderr.length());
        String died = signal.find() ? signal.group(1) : "a fatal error of the JVM";
        return Optional.of(frame.find() ? died + " in " + frame.group(1).strip().replaceAll("\\s+", " ") : died);
    }
}
