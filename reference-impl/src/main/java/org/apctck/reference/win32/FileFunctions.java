package org.apctck.reference.win32;

import org.apctck.reference.kernel.Irp;
import org.apctck.reference.kernel.KFile;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.kernel.NtStatus;
import org.apctck.reference.win32.HandlePolicy.Purpose;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.api.Role;

/** Files, of which there are the ends of named pipes, and requests to read and write them. */
final class FileFunctions {
    private static final int FILE_FLAG_OVERLAPPED = 0x4000_0000;
    private static final long INVALID_HANDLE_VALUE = -1;
    private static final int[] NOTHING = {};

    private FileFunctions() {}

    static void tell(Win32Functions functions) {
        functions.put(ApiFunction.CREATE_NAMED_PIPE, FileFunctions::createPipe);
        functions.put(ApiFunction.CREATE_FILE, FileFunctions::open);
        functions.put(ApiFunction.READ_FILE_EX, FileFunctions::readEx);
        functions.put(ApiFunction.WRITE_FILE_EX, FileFunctions::writeEx);
        functions.put(ApiFunction.WRITE_FILE, FileFunctions::write);
        functions.put(ApiFunction.CANCEL_IO, FileFunctions::cancel);
    }

    private static long createPipe(Win32Process process, Win32Call call) {
        boolean overlapped = (call.dword("dwOpenMode") & FILE_FLAG_OVERLAPPED) != 0;
        return process.open(
                process.kernel().createPipe(call.number("lpName"), call.dword("nInBufferSize"), overlapped));
    }

    private static long open(Win32Process process, Win32Call call) {
        Kernel kernel = process.kernel();
        long name = call.number("lpFileName");
        KFile file = kernel.openPipe(name, (call.dword("dwFlagsAndAttributes") & FILE_FLAG_OVERLAPPED) != 0);
        if (file != null) {
            return process.open(file);
        }
        int status = kernel.hasPipe(name) ? NtStatus.PIPE_NOT_AVAILABLE : NtStatus.OBJECT_NAME_NOT_FOUND;
        return process.fail(call, status, INVALID_HANDLE_VALUE);
    }

    private static long readEx(Win32Process process, Win32Call call) {
        return issue(process, call, NOTHING, call.dword("nNumberOfBytesToRead"), call.argument(Role.BUFFER));
    }

    private static long writeEx(Win32Process process, Win32Call call) {
        int[] bytes = bytes(call);
        return issue(process, call, bytes, bytes.length, 0);
    }

    private static long issue(Win32Process process, Win32Call call, int[] bytes, int length, long buffer) {
        if (!(process.find(call, call.argument(Role.FILE), KFile.class, Purpose.TRANSFER) instanceof KFile file)) {
            return 0;
        }
        Irp irp = new Irp(
                call.caller().id(),
                file.id(),
                bytes,
                length,
                call.argument(Role.REQUEST),
                buffer,
                call.argument(Role.ROUTINE));
        int status = process.kernel().issue(irp);
        if (!NtStatus.isError(status)) {
            call.issued(irp);
        }
        return process.result(call, status);
    }

    /** A write that nobody waits for, as it is taken at once. */
    private static long write(Win32Process process, Win32Call call) {
        if (!(process.find(call, call.argument(Role.FILE), KFile.class, Purpose.TRANSFER) instanceof KFile file)) {
            return 0;
        }
        int[] bytes = bytes(call);
        Irp irp = new Irp(call.caller().id(), file.id(), bytes, bytes.length, call.argument(Role.REQUEST), 0, 0);
        int status = process.kernel().write(irp, call.choice());
        if (!NtStatus.isError(status)) {
            call.write("lpNumberOfBytesWritten", bytes.length);
        }
        return process.result(call, status);
    }

    /** As many of the bytes that the call hands over as it says. */
    private static int[] bytes(Win32Call call) {
        long[] given = call.values(call.function().at("lpBuffer"));
        int length = call.dword("nNumberOfBytesToWrite");
        int[] bytes = new int[length];
        for (int i = 0; given != null && i < Math.min(length, given.length); i++) {
            bytes[i] = (int) given[i];
        }
        return bytes;
    }

    private static long cancel(Win32Process process, Win32Call call) {
        if (process.find(call, call.argument(Role.FILE), KFile.class, Purpose.CANCEL) instanceof KFile file) {
            process.kernel().cancelRequests(file, call.caller());
            return 1;
        }
        return 0;
    }
}
