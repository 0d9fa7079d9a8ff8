package org.apctck.reference.example;

import org.apctck.reference.live.Handle;
import org.apctck.reference.live.ThreadRoutine;
import org.apctck.reference.live.Win32;

/** The smallest use of the library: a worker waits alertably, and an APC ends its wait. */
public final class HelloApc {
    private HelloApc() {}

    public static void main(String[] args) {
        Win32 win32 = Win32.newProcess();
        Handle ready = win32.createEvent(false, false);
        Handle never = win32.createEvent(false, false);
        ThreadRoutine waits = parameter -> {
            int result = win32.signalObjectAndWait(ready, never, Win32.INFINITE, true);
            System.out.println(result == Win32.WAIT_IO_COMPLETION ? "the APC ended the wait" : "it did not");
            return 0;
        };

        Handle worker = win32.createThread(0, waits, 0, 0, null);
        win32.waitForSingleObject(ready, Win32.INFINITE);
        win32.queueUserApc(data -> System.out.println("hello from an APC, data = " + data), worker, 42);
        win32.waitForSingleObject(worker, Win32.INFINITE);
    }
}
