package org.apctck.spec.api;

import java.util.Set;

/**
 * Functions of Windows that rules speak of and that programs cannot call yet. One of them is not misspelt; the kit does not have
 * it.
 */
final class UnmappedFunctions {
    private static final Set<String> NAMES =
            Set.of(("BindIoCompletionCallback CancelIoEx CancelSynchronousIo ConnectNamedPipe"
                            + " CreateIoCompletionPort CreateMailslot CreateThreadpoolTimer CreateTimerQueueTimer"
                            + " DeviceIoControl DisconnectNamedPipe FlushFileBuffers GetMessage GetOverlappedResult"
                            + " GetOverlappedResultEx GetQueuedCompletionStatus GetQueuedCompletionStatusEx"
                            + " HasOverlappedIoCompleted LockFileEx MsgWaitForMultipleObjects MsgWaitForMultipleObjectsEx"
                            + " NtAlertThread NtContinue NtDelayExecution NtQueueApcThread NtQueueApcThreadEx NtReadFile"
                            + " NtTestAlert NtWaitForSingleObject PeekMessage PostQueuedCompletionStatus PostThreadMessage"
                            + " QueueUserAPC2 QueueUserWorkItem ReadDirectoryChanges ReadDirectoryChangesEx ReadFile"
                            + " ReadFileScatter RegisterWaitForSingleObject SetFileCompletionNotificationModes"
                            + " SetThreadContext SleepConditionVariableCS"
                            + " WSAGetOverlappedResult WSAIoctl WSARecv WSARecvFrom WSARecvMsg WSASend WSASendMsg WSASendTo"
                            + " WSAWaitForMultipleEvents WaitOnAddress WriteFileGather")
                    .split(" "));

    private UnmappedFunctions() {}

    /** Whether there is such a function, whichever way it takes text. */
    static boolean contains(String name) {
        return NAMES.contains(name) || NAMES.contains(name.replaceFirst("[AW]$", ""));
    }
}
