/* What WinPR makes of the rules that the kit says it breaks, and of some that it keeps, without any code of the kit. See README.md. */
#include <ctype.h>
#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <winpr/error.h>
#include <winpr/handle.h>
#include <winpr/synch.h>
#include <winpr/thread.h>

static volatile int ran;         /* how many APCs of the case have run */
static volatile int ranInside;   /* how many of them before the call in question returned */
static volatile DWORD returned; /* what that call returned */
static HANDLE E, S, M, worker;

static HANDLE event(BOOL manual, BOOL set) { return CreateEventA(NULL, manual, set, NULL); }
static HANDLE semaphore(LONG count) { return CreateSemaphoreA(NULL, count, 5, NULL); }
static DWORD poll(HANDLE object) { return WaitForSingleObject(object, 0); }
static void count(ULONG_PTR data) { (void)data; ran++; }
static HANDLE start(DWORD (*routine)(void *)) { return CreateThread(NULL, 0, (LPTHREAD_START_ROUTINE)routine, NULL, 0, NULL); }

/* Returns when every other thread of the process sleeps in the kernel, ten looks in a row. */
static void untilOthersBlock(void) {
    for (int quiet = 0; quiet < 10; usleep(2000)) {
        int running = 0;
        DIR *tasks = opendir("/proc/self/task");
        for (struct dirent *task = readdir(tasks); task != NULL; task = readdir(tasks)) {
            char path[300], line[512] = "";
            snprintf(path, sizeof path, "/proc/self/task/%s/stat", task->d_name);
            FILE *file = isdigit(task->d_name[0]) && atoi(task->d_name) != getpid() ? fopen(path, "r") : NULL;
            if (file != NULL) {
                running += fgets(line, sizeof line, file) != NULL && strstr(line, ") S") == NULL;
                fclose(file);
            }
        }
        closedir(tasks);
        quiet = running == 0 ? quiet + 1 : 0;
    }
}

/* The call in question, made by a thread of its own. */
#define CALLER(name, call) \
    static DWORD name(void *unused) { (void)unused; returned = (call); ranInside = ran; return 0; }

CALLER(sleeps, SleepEx(INFINITE, TRUE))
CALLER(waits, WaitForSingleObjectEx(E, INFINITE, TRUE))
CALLER(waitsForAny, WaitForMultipleObjectsEx(2, (HANDLE[]){E, S}, FALSE, INFINITE, TRUE))
CALLER(waitsForAWhile, WaitForSingleObjectEx(S, 100, TRUE))
CALLER(waitsForAll, WaitForMultipleObjectsEx(2, (HANDLE[]){S, E}, TRUE, 100, FALSE))
CALLER(signalsAndWaits, SignalObjectAndWait(event(TRUE, FALSE), E, INFINITE, TRUE))

/* The APC comes when the call blocks; it should end the call. */
static int wakes(DWORD (*caller)(void *)) {
    returned = 1234;
    E = event(TRUE, FALSE), S = semaphore(0), worker = start(caller);
    untilOthersBlock();
    QueueUserAPC(count, worker, 0);
    usleep(300000); /* long enough for anybody */
    return ran == 1 && returned == WAIT_IO_COMPLETION;
}
static int wakeSleep(void) { return wakes(sleeps); }
static int wakeWait(void) { return wakes(waits); }
static int wakeWaitForAny(void) { return wakes(waitsForAny); }
static int wakeSignalAndWait(void) { return wakes(signalsAndWaits); }

static int sleepsOn(void) { return worker = start(sleeps), returned = 1234, usleep(300000), returned == 1234; }
static int firstCause(void) {
    E = event(TRUE, FALSE), worker = start(waits);
    untilOthersBlock();
    QueueUserAPC(count, worker, 0), SetEvent(E);
    poll(E), usleep(100000);
    return returned == WAIT_IO_COMPLETION;
}
static int tieInvariant(void) { /* an object that is reported leaves the APC queued */
    firstCause();
    return !(returned == WAIT_OBJECT_0 && ranInside == 1);
}
static int later(void) {
    for (int i = 0; i < 200; i++) {
        ran = ranInside = 0, E = event(TRUE, FALSE), worker = start(waits);
        untilOthersBlock();
        SetEvent(E), QueueUserAPC(count, worker, 0);
        WaitForSingleObject(worker, INFINITE);
        if (ranInside != 0) {
            return 0;
        }
    }
    return 1;
}
static int takesNothing(void) { /* the wait that an APC has ended leaves the unit of a later release */
    S = semaphore(0), worker = start(waitsForAWhile);
    untilOthersBlock();
    QueueUserAPC(count, worker, 0);
    WaitForSingleObject(worker, INFINITE), ReleaseSemaphore(S, 1, NULL);
    return returned == WAIT_IO_COMPLETION && poll(S) == WAIT_OBJECT_0;
}

static void self(void (*routine)(ULONG_PTR)) { QueueUserAPC(routine, _GetCurrentThread(), 0); }
static void queuesAnother(ULONG_PTR data) { (void)data; self(count); }
static int refill(void) { return self(queuesAnother), SleepEx(20, TRUE), ran == 1; }
static void waitsInside(ULONG_PTR data) { (void)data; returned = SleepEx(20, TRUE); }
static int nested(void) { return self(waitsInside), self(count), SleepEx(20, TRUE), returned == WAIT_IO_COMPLETION; }
static int nestedOuter(void) { return self(waitsInside), self(count), SleepEx(20, TRUE) == WAIT_IO_COMPLETION && ran == 1; }
static DWORD runsOne(void *routine) { self((void (*)(ULONG_PTR))routine), returned = SleepEx(20, TRUE); return 0; }
static int queueingTo(void (*routine)(ULONG_PTR)) { /* hangs if queueing waits for the routine that the thread is in */
    E = event(TRUE, FALSE), worker = CreateThread(NULL, 0, (LPTHREAD_START_ROUTINE)runsOne, (void *)routine, 0, NULL);
    untilOthersBlock();
    QueueUserAPC(count, worker, 0), SetEvent(E);
    WaitForSingleObject(worker, INFINITE);
    return ran == 1;
}
static void waitsForE(ULONG_PTR data) { (void)data; WaitForSingleObject(E, INFINITE); }
static void waitsForEAlertably(ULONG_PTR data) { (void)data; WaitForSingleObjectEx(E, INFINITE, TRUE); }
static int noBlock(void) { return queueingTo(waitsForE); }
static int nestedEmpty(void) { return queueingTo(waitsForEAlertably); }

static int badQueue(void) { return QueueUserAPC(count, (HANDLE)0xBAD0, 0) == 0; }
static int badWait(void) { return WaitForSingleObjectEx((HANDLE)0xBAD0, 20, TRUE) == WAIT_FAILED; }
static int badWaits(void) { return WaitForMultipleObjectsEx(2, (HANDLE[]){event(TRUE, FALSE), (HANDLE)0xBAD0}, FALSE, 20, TRUE) == WAIT_FAILED; }
static int badSignal(void) { return SignalObjectAndWait((HANDLE)0xBAD0, event(TRUE, FALSE), 20, TRUE) == WAIT_FAILED; }
static int badResume(void) { return ResumeThread((HANDLE)0xBAD0) == 0xFFFFFFFF; }

static HANDLE duplicate(HANDLE source, DWORD access) {
    HANDLE copy = NULL;
    DuplicateHandle(_GetCurrentProcess(), source, _GetCurrentProcess(), &copy, access, FALSE, 0);
    return copy;
}
static int accessLacking(void) { return QueueUserAPC(count, duplicate(_GetCurrentThread(), SYNCHRONIZE), 0) == 0; }
static int accessMin(void) { return QueueUserAPC(count, duplicate(_GetCurrentThread(), 0x10), 0) != 0 && SleepEx(20, TRUE) && ran == 1; }
static int signalRights(void) { return SignalObjectAndWait(duplicate(event(TRUE, FALSE), SYNCHRONIZE), event(TRUE, TRUE), 20, FALSE) == WAIT_FAILED; }

static DWORD takesMutex(void *unused) { (void)unused; WaitForSingleObject(M, INFINITE); return 0; }
static void owned(void) { M = CreateMutexA(NULL, FALSE, NULL), poll(start(takesMutex)), usleep(50000); }
static DWORD keepsMutex(void *unused) { takesMutex(unused), usleep(2000000); return 0; }
static int mutexTimeout(void) {
    struct timespec before, after;
    M = CreateMutexA(NULL, FALSE, NULL), start(keepsMutex), usleep(50000), clock_gettime(CLOCK_MONOTONIC, &before);
    DWORD result = WaitForSingleObject(M, 300);
    clock_gettime(CLOCK_MONOTONIC, &after);
    return result == WAIT_TIMEOUT && (after.tv_sec - before.tv_sec) * 1000 + (after.tv_nsec - before.tv_nsec) / 1000000 >= 280;
}
static int abandoned(void) { return owned(), WaitForSingleObject(M, 100) == WAIT_ABANDONED; }
static int abandonedSignalWait(void) { return owned(), SignalObjectAndWait(event(TRUE, FALSE), M, 100, FALSE) == WAIT_ABANDONED; }
static int mutexOfSeveral(void) { return WaitForMultipleObjects(2, (HANDLE[]){event(TRUE, FALSE), CreateMutexA(NULL, FALSE, NULL)}, FALSE, 100) == WAIT_OBJECT_0 + 1; }
static int takesSome(void) { S = semaphore(1), E = event(TRUE, FALSE), waitsForAll(NULL); return returned == WAIT_TIMEOUT && poll(S) == WAIT_OBJECT_0; }
static int takesOneEvent(void) {
    E = event(FALSE, TRUE), S = event(FALSE, TRUE);
    return waitsForAny(NULL), returned == WAIT_OBJECT_0 && poll(E) == WAIT_TIMEOUT && poll(S) == WAIT_OBJECT_0;
}
static int waitOne(void) { return E = event(FALSE, FALSE), SetEvent(E), poll(E) == WAIT_OBJECT_0 && poll(E) == WAIT_TIMEOUT; }

static DWORD signalWait(HANDLE first, HANDLE second) { return SignalObjectAndWait(first, second, 50, TRUE); }
static int signalMutex(void) { return M = CreateMutexA(NULL, TRUE, NULL), signalWait(M, event(TRUE, TRUE)) == WAIT_OBJECT_0; }
static int signalSemaphore(void) { return S = semaphore(0), signalWait(S, event(TRUE, TRUE)) == WAIT_OBJECT_0 && poll(S) == WAIT_OBJECT_0; }
static int signalThread(void) { return signalWait(start(sleeps), event(TRUE, TRUE)) == WAIT_FAILED; }
static int notOwner(void) { return owned(), signalWait(M, event(TRUE, TRUE)) == WAIT_FAILED && GetLastError() == ERROR_NOT_OWNER; }
static int notOwnerNoWait(void) { return owned(), self(count), signalWait(M, event(TRUE, FALSE)) == WAIT_FAILED && ran == 0; }

static DWORD returns7(void *unused) { (void)unused; returned = ran; return 7; }
static DWORD exits5(void *unused) { (void)unused; ExitThread(5), SleepEx(0, TRUE); return 6; }
static HANDLE suspended(DWORD (*routine)(void *)) { return CreateThread(NULL, 0, (LPTHREAD_START_ROUTINE)routine, NULL, CREATE_SUSPENDED, NULL); }
static DWORD codeOf(HANDLE thread) { DWORD code = 1234; GetExitCodeThread(thread, &code); return code; }
static int startApc(void) {
    worker = suspended(returns7), QueueUserAPC(count, worker, 0), ResumeThread(worker), WaitForSingleObject(worker, INFINITE);
    return returned == 1 && ran == 1;
}
static int resumeCount(void) { return ResumeThread(suspended(returns7)) == 1; }
static int returnLost(void) {
    worker = suspended(returns7), ResumeThread(worker), WaitForSingleObject(worker, INFINITE);
    return ran == 0 && codeOf(worker) == 7;
}
static int ended(void) {
    worker = start(returns7), WaitForSingleObject(worker, INFINITE);
    return QueueUserAPC(count, worker, 0) == 0 && GetLastError() == ERROR_GEN_FAILURE;
}
static int exitLost(void) { return worker = suspended(exits5), QueueUserAPC(count, worker, 0), ResumeThread(worker), WaitForSingleObject(worker, 1000), ran == 0; }
static int exitCode(void) { return worker = start(exits5), WaitForSingleObject(worker, 1000), codeOf(worker) == 5; }
static int stillActive(void) { return codeOf(start(sleeps)) == 259; }
static int suspendedIsNotOver(void) { return poll(suspended(returns7)) == WAIT_TIMEOUT; }
static int terminateUnstarted(void) { return TerminateThread(suspended(returns7), 3) && ran == 0; }

enum { MODIFY_STATE = 0x2 }; /* of events; WinPR has no name for it */
static int waitRights(void) { return poll(duplicate(event(TRUE, TRUE), MODIFY_STATE)) == WAIT_FAILED; }
static int waitsRights(void) { return WaitForMultipleObjects(2, (HANDLE[]){event(TRUE, FALSE), duplicate(event(TRUE, TRUE), MODIFY_STATE)}, FALSE, 0) == WAIT_FAILED; }
static int setRights(void) { return E = event(TRUE, FALSE), !SetEvent(duplicate(E, SYNCHRONIZE)) && poll(E) == WAIT_TIMEOUT; }
static int releaseRights(void) { return S = semaphore(0), !ReleaseSemaphore(duplicate(S, SYNCHRONIZE), 1, NULL) && poll(S) == WAIT_TIMEOUT; }
static int semaphoreCount(void) { LONG before = 1234; return ReleaseSemaphore(semaphore(1), 3, &before) && before == 1; }
static int semaphoreLimit(void) { return ReleaseSemaphore(S = semaphore(4), 1, NULL) && !ReleaseSemaphore(S, 1, NULL); }
static int signalFull(void) { return S = semaphore(1), signalWait(semaphore(5), S) == WAIT_FAILED && poll(S) == WAIT_OBJECT_0; }
static DWORD waitsForMutex(void *unused) { (void)unused; returned = WaitForSingleObject(M, 1000); return 0; }
static int mutexReleased(void) { M = CreateMutexA(NULL, TRUE, NULL), worker = start(waitsForMutex), usleep(100000), ReleaseMutex(M), poll(worker), usleep(100000); return returned == WAIT_OBJECT_0; }
static int pendingAtMutex(void) { return owned(), self(count), alarm(1), WaitForSingleObjectEx(M, INFINITE, TRUE) == WAIT_IO_COMPLETION && ran == 1; }
static int pollAtMutex(void) { return owned(), self(count), WaitForSingleObjectEx(M, 0, TRUE) == WAIT_IO_COMPLETION && ran == 1; }
static DWORD pollsMutex(void *unused) { (void)unused; returned = poll(M); return 0; }
static int ownedTwice(void) {
    M = CreateMutexA(NULL, TRUE, NULL);
    return poll(M) == WAIT_OBJECT_0 && ReleaseMutex(M) && (poll(start(pollsMutex)), usleep(50000), returned == WAIT_TIMEOUT) && ReleaseMutex(M);
}

static int manySemaphores(void) { return ReleaseSemaphore(CreateSemaphoreA(NULL, 0, 0x7FFFFFFF, NULL), 0x7FFFFFFF, NULL); }
static int tooMany(void) { return CreateSemaphoreA(NULL, 2, 1, NULL) == NULL; }
static int processWait(void) { return WaitForSingleObject(_GetCurrentProcess(), 20) == WAIT_TIMEOUT; }
CALLER(sleepsForWeeks, SleepEx(4294968, TRUE))
static int weeks(void) { return worker = start(sleepsForWeeks), returned = 1234, usleep(300000), returned == 1234; }
static int waitsOn(void) { return E = event(TRUE, FALSE), worker = start(waits), returned = 1234, usleep(300000), returned == 1234; }

static HANDLE pseudo;
static DWORD queuesToPseudo(void *unused) { (void)unused; QueueUserAPC(count, pseudo, 0), returned = SleepEx(20, TRUE); return 0; }
static int pseudoElsewhere(void) {
    pseudo = _GetCurrentThread(), WaitForSingleObject(start(queuesToPseudo), INFINITE);
    return returned == WAIT_IO_COMPLETION;
}
static void exits(ULONG_PTR data) { (void)data; ExitThread(5), ran++; }
static int exitInApc(void) {
    worker = CreateThread(NULL, 0, (LPTHREAD_START_ROUTINE)runsOne, (void *)exits, 0, NULL), WaitForSingleObject(worker, 1000);
    return ran == 0;
}
static int startAll(void) {
    worker = suspended(returns7), QueueUserAPC(count, worker, 0), QueueUserAPC(count, worker, 0);
    ResumeThread(worker), WaitForSingleObject(worker, INFINITE);
    return returned == 2;
}
static int suspendedStays(void) { return worker = suspended(returns7), QueueUserAPC(count, worker, 0) && (usleep(100000), ran == 0); }
static int terminateCode(void) {
    worker = start(sleeps);
    DWORD before = codeOf(worker);
    TerminateThread(worker, 3), WaitForSingleObject(worker, 1000);
    return before == 259 && codeOf(worker) == 3;
}

static HANDLE T;
static volatile DWORD toldLow, toldHigh; /* what the routine of a timer was told of the time */
static HANDLE timer(BOOL manual) { return CreateWaitableTimerA(NULL, manual, NULL); }
static void expires(LPVOID data, DWORD low, DWORD high) { (void)data; ran++, toldLow = low, toldHigh = high; }
static int set(HANDLE which, LONGLONG millis, LONG period, PTIMERAPCROUTINE routine) {
    LARGE_INTEGER due = {.QuadPart = -millis * 10000};
    return SetWaitableTimer(which, &due, period, routine, NULL, FALSE);
}
static int setAt(LONGLONG units, BOOL resume) {
    LARGE_INTEGER due = {.QuadPart = units};
    return SetWaitableTimer(timer(TRUE), &due, 0, NULL, NULL, resume);
}
static int expired(BOOL manual, LONG period) { T = timer(manual); return set(T, 10, period, expires) && usleep(50000) == 0; }
CALLER(waitsForTimer, WaitForSingleObject(T, 1000))
CALLER(setsTimer, set(T, 50, 0, expires))
CALLER(setsTimerAlone, set(T, 50, 0, NULL))
CALLER(cancelsTimer, CancelWaitableTimer(T))
static void byAnother(DWORD (*caller)(void *)) { poll(worker = start(caller)), WaitForSingleObject(worker, 2000); }

static int timerInitial(void) { return poll(timer(TRUE)) == WAIT_TIMEOUT; }
static int timerCanceledInitial(void) { return CancelWaitableTimer(T = timer(TRUE)) && poll(T) == WAIT_TIMEOUT; }
static int timerWait(void) {
    T = timer(TRUE), worker = start(waitsForTimer);
    usleep(50000), set(T, 50, 0, NULL), WaitForSingleObject(worker, 2000);
    return returned == WAIT_OBJECT_0;
}
static int timerSync(void) { return T = timer(FALSE), set(T, 10, 0, NULL), usleep(50000), poll(T) == WAIT_OBJECT_0 && poll(T) == WAIT_TIMEOUT; }
static int timerTime(void) { return expired(TRUE, 0), SleepEx(20, TRUE), ran == 1 && (toldLow | toldHigh) != 0; }
static int timerExTime(void) {
    LARGE_INTEGER due = {.QuadPart = -100000};
    SetWaitableTimerEx(timer(TRUE), &due, 0, expires, NULL, NULL, 0), SleepEx(100, TRUE);
    return ran == 1 && (toldLow | toldHigh) != 0;
}
static int timerTaken(void) { return expired(FALSE, 0), byAnother(waitsForTimer), SleepEx(20, TRUE), returned == WAIT_OBJECT_0 && ran == 1; }
static int timerOwn(void) { return set(T = timer(FALSE), 10, 0, expires), WaitForSingleObjectEx(T, 1000, TRUE) == WAIT_IO_COMPLETION && poll(T) == WAIT_OBJECT_0; }
static int timerManual(void) { return expired(TRUE, 0), SleepEx(20, TRUE), ran == 1 && poll(T) == WAIT_OBJECT_0; }
static int timerPeriodic(void) { return expired(TRUE, 60000), SleepEx(20, TRUE), ran == 1 && poll(T) == WAIT_OBJECT_0; }
static int timerSyncRoutine(void) { return expired(FALSE, 0), SleepEx(20, TRUE), ran == 1 && poll(T) == WAIT_OBJECT_0; }
static int timerAndApc(void) { return expired(TRUE, 0), self(count), SleepEx(20, TRUE), ran == 2; }
static int timerReset(void) { return expired(TRUE, 0), set(T, 60000, 0, expires), SleepEx(20, TRUE), ran == 0 && poll(T) == WAIT_TIMEOUT; }
static int cancelApc(void) { return expired(TRUE, 0), CancelWaitableTimer(T), SleepEx(20, TRUE), ran == 0; }
static int cancelByAnother(void) { return expired(TRUE, 0), byAnother(cancelsTimer), SleepEx(20, TRUE), ran == 0; }
static int cancelStops(void) { return set(T = timer(TRUE), 50, 0, NULL), CancelWaitableTimer(T), usleep(100000), poll(T) == WAIT_TIMEOUT; }
static int timerAbsolute(void) { return setAt(0x7000000000000000, FALSE); }
static int timerPast(void) { return setAt(1, FALSE); }
static int timerResume(void) { return setAt(-10000, TRUE); }
static int setterEnds(void) { return T = timer(TRUE), byAnother(setsTimer), usleep(100000), poll(T) == WAIT_TIMEOUT; }
static int setterEndsAlone(void) { return T = timer(TRUE), byAnother(setsTimerAlone), usleep(100000), poll(T) == WAIT_OBJECT_0; }
static int timerRights(void) { return !set(duplicate(timer(TRUE), SYNCHRONIZE), 10, 0, NULL); }
static int timerMadeWithRights(void) { return !set(CreateWaitableTimerExA(NULL, NULL, 0, SYNCHRONIZE), 10, 0, NULL); }
static int badTimer(void) { return !CancelWaitableTimer((HANDLE)0xBAD0); }
static int timerHandles(void) { T = timer(TRUE), duplicate(T, SYNCHRONIZE), set(T, 10, 0, expires), CloseHandle(T), SleepEx(50, TRUE); return ran == 1; }

static const struct { const char *rule; int (*keeps)(void); } cases[] = {
    {"QUEUE-NOBLOCK-1", noBlock}, {"QUEUE-ACCESS-1", accessLacking}, {"QUEUE-ACCESS-MIN-1", accessMin}, {"QUEUE-BADHANDLE-1", badQueue},
    {"QUEUE-TERMINATING-1", ended}, {"DELIVER-WAKE-1 SleepEx", wakeSleep}, {"DELIVER-WAKE-1 WaitForSingleObjectEx", wakeWait},
    {"DELIVER-WAKE-1 WaitForMultipleObjectsEx", wakeWaitForAny}, {"DELIVER-FIRST-CAUSE-1", firstCause}, {"DELIVER-LATER-1", later},
    {"DELIVER-DRAIN-REFILL-1", refill}, {"DELIVER-TIE-INVARIANT-1", tieInvariant}, {"DELIVER-NOCONSUME-1", takesNothing},
    {"DELIVER-NESTED-1", nested}, {"DELIVER-NESTED-OUTER-1", nestedOuter}, {"DELIVER-NESTED-EMPTY-1", nestedEmpty},
    {"RETURN-SLEEPEX-INFINITE-1", sleepsOn}, {"RETURN-WFSO-TIMEOUT-1", mutexTimeout}, {"RETURN-WFSO-ABANDONED-1", abandoned},
    {"RETURN-WFSO-FAILED-1", badWait}, {"RETURN-WFMO-OBJECT-1", mutexOfSeveral}, {"RETURN-WFMO-ALL-1", takesSome},
    {"RETURN-WFMO-CONSUME-1", takesOneEvent}, {"RETURN-WFMO-FAILED-1", badWaits},
    {"SIGNALWAIT-CROSSTHREAD-1", wakeSignalAndWait}, {"SIGNALWAIT-RETURN-1", abandonedSignalWait}, {"SIGNALWAIT-FAILED-1", badSignal},
    {"SIGNALWAIT-RIGHTS-1", signalRights}, {"SIGNALWAIT-MUTEX-OWNER-1", notOwner}, {"SIGNALWAIT-MUTEX-OWNER-NOWAIT-1", notOwnerNoWait},
    {"SIGNALWAIT-TYPES-1 mutex", signalMutex}, {"SIGNALWAIT-TYPES-1 semaphore", signalSemaphore},
    {"SIGNALWAIT-TYPES-REFUSE-1", signalThread}, {"THREAD-START-APC-1", startApc}, {"THREAD-RESUME-COUNT-1", resumeCount},
    {"THREAD-RESUME-COUNT-1 no handle", badResume}, {"THREAD-EXIT-LOST-1", exitLost}, {"THREAD-RETURN-LOST-1", returnLost},
    {"THREAD-TERMINATE-LOST-1 not started", terminateUnstarted}, {"THREAD-SIGNALED-1 ExitThread", exitCode},
    {"THREAD-SIGNALED-1 STILL_ACTIVE", stillActive}, {"THREAD-SIGNALED-1 created suspended", suspendedIsNotOver},
    {"KERNEL-WAITONE-1 auto-reset event", waitOne}, {"RETURN-WFSO-TIMEOUT-1 until the release", mutexReleased},
    {"DELIVER-PENDING-NOSLEEP-1 mutex", pendingAtMutex}, {"RETURN-WFSO-RIGHTS-1", waitRights}, {"RETURN-WFMO-RIGHTS-1", waitsRights},
    {"KERNEL-EVENT-RIGHTS-1", setRights}, {"KERNEL-SEMAPHORE-RIGHTS-1", releaseRights}, {"KERNEL-SEMAPHORE-COUNT-1", semaphoreCount},
    {"KERNEL-SEMAPHORE-LIMIT-1", semaphoreLimit}, {"SIGNALWAIT-SEMFULL-1", signalFull}, {"RETURN-WFSO-ZERO-PENDING-1 mutex", pollAtMutex},
    {"KERNEL-RECURSION-1", ownedTwice}, {"KERNEL-CREATE-1 auto-reset event", waitOne}, {"KERNEL-CREATE-1 large semaphore", manySemaphores},
    {"KERNEL-CREATE-COUNT-1", tooMany}, {"KERNEL-PROCESS-WAIT-1", processWait}, {"RETURN-SLEEPEX-TIMEOUT-1", weeks},
    {"RETURN-WFSO-INFINITE-1", waitsOn}, {"QUEUE-SELF-1", pseudoElsewhere}, {"QUEUE-SUSPENDED-1", suspendedStays},
    {"THREAD-SUSPENDED-NORUN-1", suspendedStays}, {"THREAD-START-ALL-1", startAll}, {"THREAD-EXIT-IN-APC-1", exitInApc},
    {"THREAD-TERMINATE-SIGNAL-1", terminateCode},
    {"TIMER-INITIAL-1", timerInitial}, {"TIMER-CANCEL-STATE-1 never set", timerCanceledInitial}, {"TIMER-WAIT-1", timerWait},
    {"TIMER-SYNC-1", timerSync}, {"TIMER-ARGS-1", timerTime}, {"TIMER-EX-1", timerExTime}, {"TIMER-ALERTABLE-1", timerTaken},
    {"DELIVER-HANDLEDTIMER-ONCE-1", timerOwn}, {"TIMER-MANUAL-1", timerManual}, {"TIMER-PERIODIC-MANUAL-1", timerPeriodic},
    {"TIMER-SYNC-ROUTINE-1", timerSyncRoutine}, {"DELIVER-SHARED-QUEUE-1", timerAndApc}, {"TIMER-RESET-CANCELS-APC-1", timerReset},
    {"TIMER-CANCEL-APC-1", cancelApc}, {"TIMER-CANCEL-OTHER-THREAD-1", cancelByAnother}, {"TIMER-CANCEL-STOP-1", cancelStops},
    {"TIMER-ABSOLUTE-1", timerAbsolute}, {"TIMER-PAST-1", timerPast}, {"TIMER-RESUME-1", timerResume},
    {"TIMER-SETTER-EXIT-1", setterEnds}, {"TIMER-SETTER-EXIT-NOAPC-1", setterEndsAlone}, {"TIMER-ACCESS-1", timerRights},
    {"TIMER-CREATE-EX-ACCESS-1", timerMadeWithRights}, {"TIMER-BADHANDLE-1", badTimer}, {"TIMER-HANDLES-1", timerHandles},
};

int main(int count, char **words) {
    (void)count;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int status;
        if (words[1] != NULL && strncmp(cases[i].rule, words[1], strlen(words[1])) != 0) {
            continue;
        }
        fflush(stdout);
        if (fork() == 0) {
            alarm(later == cases[i].keeps ? 30 : 3);
            _exit(cases[i].keeps() ? 0 : 1);
        }
        wait(&status);
        printf("%-42s %s\n", cases[i].rule,
               WIFEXITED(status) ? (WEXITSTATUS(status) == 0 ? "keeps" : "breaks")
                                 : WTERMSIG(status) == SIGALRM ? "hangs" : "crashes");
    }
    return 0;
}
