package org.apctck.kit.agent;

import java.util.Locale;
import java.util.Map;

/** Names the exit status of a process: a signal, an NTSTATUS, or a number. */
final class ExitCode {
    private static final Map<Integer, String> SIGNALS = Map.ofEntries(
            Map.entry(1, "SIGHUP"),
            Map.entry(2, "SIGINT"),
            Map.entry(3, "SIGQUIT"),
            Map.entry(4, "SIGILL"),
            Map.entry(5, "SIGTRAP"),
            Map.entry(6, "SIGABRT"),
            Map.entry(7, "SIGBUS"),
            Map.entry(8, "SIGFPE"),
            Map.entry(9, "SIGKILL"),
            Map.entry(11, "SIGSEGV"),
            Map.entry(13, "SIGPIPE"),
            Map.entry(14, "SIGALRM"),
            Map.entry(15, "SIGTERM"),
            Map.entry(31, "SIGSYS"));

    private static final Map<Integer, String> NT_STATUSES = Map.ofEntries(
            Map.entry(0x80000003, "STATUS_BREAKPOINT"),
            Map.entry(0xC0000005, "STATUS_ACCESS_VIOLATION"),
            Map.entry(0xC0000008, "STATUS_INVALID_HANDLE"),
            Map.entry(0xC000001D, "STATUS_ILLEGAL_INSTRUCTION"),
            Map.entry(0xC0000094, "STATUS_INTEGER_DIVIDE_BY_ZERO"),
            Map.entry(0xC00000FD, "STATUS_STACK_OVERFLOW"),
            Map.entry(0xC0000135, "STATUS_DLL_NOT_FOUND"),
            Map.entry(0xC000013A, "STATUS_CONTROL_C_EXIT"),
            Map.entry(0xC0000142, "STATUS_DLL_INIT_FAILED"),
            Map.entry(0xC0000374, "STATUS_HEAP_CORRUPTION"),
            Map.entry(0xC0000409, "STATUS_STACK_BUFFER_OVERRUN"));

    private ExitCode() {}

    /** The status as Java gives it: 128 + n for signal n, a negative number for an NTSTATUS that is an error. */
    static String describe(int status) {
        if (status < 0) {
            String hex = "0x" + Integer.toHexString(status).toUpperCase(Locale.ROOT);
            String name = NT_STATUSES.get(status);
            return "exit status " + hex + (name == null ? "" : " " + name);
        }
        String signal = status > 128 ? SIGNALS.get(status - 128) : null;
        return "exit status " + status + (signal == null ? "" : " " + signal);
    }
}
