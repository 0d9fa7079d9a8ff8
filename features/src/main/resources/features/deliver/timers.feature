Feature: The routines of timers among APCs
  The routine of a waitable timer is an APC of the thread that set it. It shares the queue with the APCs of
  QueueUserAPC.

  @DELIVER-HANDLEDTIMER-WAIT-1
  Rule: DELIVER-HANDLEDTIMER-WAIT-1 Waiting for the timer whose routine one expects

    Scenario Outline: The thread waits for its own timer, then sleeps alertably
      Given these objects:
        | name | made by                                          |
        | T    | CreateWaitableTimerW(NULL, <manual-reset>, NULL) |
      And a manual-reset event E, not signaled
      When worker calls SetWaitableTimer(T, {after: 50}, 0, R, 7, FALSE)
      And worker calls <wait>
      And after it returns, worker calls SleepEx(50, TRUE)
      Then what happens on worker is recorded

      Examples:
        | manual-reset | wait                                                       |
        | TRUE         | WaitForSingleObjectEx(T, INFINITE, TRUE)                   |
        | FALSE        | WaitForSingleObjectEx(T, INFINITE, TRUE)                   |
        | TRUE         | WaitForMultipleObjectsEx(2, [E, T], FALSE, INFINITE, TRUE) |
        | FALSE        | SignalObjectAndWait(E, T, INFINITE, TRUE)                  |

  @DELIVER-HANDLEDTIMER-ONCE-1
  Rule: DELIVER-HANDLEDTIMER-ONCE-1 A thread that waits for its own timer runs the routine once, then or later

    Scenario Outline: A synchronization timer tells whether the wait has taken it
      Given these objects:
        | name | made by                                 |
        | T    | CreateWaitableTimerW(NULL, FALSE, NULL) |
      And a manual-reset event E, not signaled
      When worker calls SetWaitableTimer(T, {after: 50}, 0, R, 0, FALSE)
      And worker calls <wait>
      And after it returns, worker calls WaitForSingleObject(T, 100)
      And after it returns, worker calls SleepEx(100, TRUE)
      Then every outcome is one of:
        | worker                                                      | why                                                    |
        | returns TRUE; returns <result>; returns WAIT_TIMEOUT;       | the signal ended the wait and left the routine queued  |
        | begins R; ends R; returns WAIT_IO_COMPLETION                |                                                        |
        | returns TRUE; begins R; ends R; returns WAIT_IO_COMPLETION; | the routine ended the wait and left the timer signaled |
        | returns WAIT_OBJECT_0; returns 0                            |                                                        |

      Examples:
        | wait                                                       | result            |
        | WaitForSingleObjectEx(T, INFINITE, TRUE)                   | WAIT_OBJECT_0     |
        | WaitForMultipleObjectsEx(2, [E, T], FALSE, INFINITE, TRUE) | WAIT_OBJECT_0 + 1 |
        | SignalObjectAndWait(E, T, INFINITE, TRUE)                  | WAIT_OBJECT_0     |

  @DELIVER-SHARED-QUEUE-1
  Rule: DELIVER-SHARED-QUEUE-1 APCs and timer routines share the wait

    Scenario Outline: The APC is queued after the timer has expired
      Given these objects:
        | name | made by                                |
        | T    | CreateWaitableTimerW(NULL, TRUE, NULL) |
      And a manual-reset event E, not signaled
      And a manual-reset event F, not signaled
      And a manual-reset event G, not signaled
      And timer routine R calls:
        """
        SetEvent(E)
        """
      And APC routine A calls:
        """
        SetEvent(F)
        """
      When worker calls SetWaitableTimer(T, {after: 50}, 0, R, 0, FALSE)
      And main calls WaitForSingleObject(T, INFINITE)
      And after it returns, main calls QueueUserAPC(A, worker, 0)
      And worker calls <wait>
      And helper calls WaitForSingleObject(E, 0)
      And helper calls WaitForSingleObject(F, 0)
      Then this happens on helper, in this order and nothing else:
        | event   | what                      |
        | calls   | WaitForSingleObject(E, 0) |
        | returns | WAIT_OBJECT_0             |
        | calls   | WaitForSingleObject(F, 0) |
        | returns | WAIT_OBJECT_0             |
      And this happens on main, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | QueueUserAPC        |
        | returns | nonzero             |

      Examples:
        | wait                                     |
        | SleepEx(INFINITE, TRUE)                  |
        | WaitForSingleObjectEx(G, INFINITE, TRUE) |

    Scenario: The APC is queued before the timer expires
      Given these objects:
        | name | made by                                 |
        | T    | CreateWaitableTimerW(NULL, FALSE, NULL) |
      And a manual-reset event E, not signaled
      And a manual-reset event F, not signaled
      And timer routine R calls:
        """
        SetEvent(E)
        """
      And APC routine A calls:
        """
        SetEvent(F)
        """
      When worker calls SetWaitableTimer(T, {after: 50}, 0, R, 0, FALSE)
      And main queues APC A to worker
      And main calls WaitForSingleObject(T, INFINITE)
      And after it returns, main calls SleepEx(0, TRUE)
      And worker calls SleepEx(INFINITE, TRUE)
      And helper calls WaitForSingleObject(E, 0)
      And helper calls WaitForSingleObject(F, 0)
      Then this happens on helper, in this order and nothing else:
        | event   | what                      |
        | calls   | WaitForSingleObject(E, 0) |
        | returns | WAIT_OBJECT_0             |
        | calls   | WaitForSingleObject(F, 0) |
        | returns | WAIT_OBJECT_0             |

    Scenario: Two timers and two APCs
      Given these objects:
        | name | made by                                 |
        | T    | CreateWaitableTimerW(NULL, TRUE, NULL)  |
        | U    | CreateWaitableTimerW(NULL, FALSE, NULL) |
      And a semaphore Count with count 0 of at most 8
      And timer routine R calls:
        """
        ReleaseSemaphore(Count, 1, NULL)
        """
      And APC routine A calls:
        """
        ReleaseSemaphore(Count, 1, NULL)
        """
      When worker calls SetWaitableTimer(T, {after: 50}, 0, R, 0, FALSE)
      And worker calls SetWaitableTimer(U, {after: 100}, 0, R, 0, FALSE)
      And main queues APCs A, A to worker
      And main calls WaitForMultipleObjects(2, [T, U], TRUE, INFINITE)
      And after it returns, main calls SleepEx(0, TRUE)
      And worker calls SleepEx(INFINITE, TRUE)
      And helper calls WaitForSingleObject(Count, 0)
      And helper calls WaitForSingleObject(Count, 0)
      And helper calls WaitForSingleObject(Count, 0)
      And helper calls WaitForSingleObject(Count, 0)
      And helper calls WaitForSingleObject(Count, 0)
      Then this happens on helper, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |
