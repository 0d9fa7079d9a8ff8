Feature: What an APC leaves of the awaited object
  A wait that an APC has ended has not taken its object, and its thread no longer waits for it.

  @DELIVER-NOCONSUME-1
  Rule: DELIVER-NOCONSUME-1 A wait that an APC has ended leaves its object alone

    Scenario: An auto-reset event that is set later
      Given an auto-reset event E, not signaled
      When these calls are made at the same time:
        | worker                            | main                       |
        | WaitForSingleObjectEx(E, 1, TRUE) | QueueUserAPC(A, worker, 0) |
      And worker calls SetEvent(E)
      And worker calls WaitForSingleObject(E, 0)
      And worker calls SleepEx(1, TRUE)
      Then every outcome is one of:
        | worker                                         | why                                             |
        | begins A; ends A; returns WAIT_IO_COMPLETION;  | the APC ended the wait, which has taken nothing |
        | returns TRUE; returns WAIT_OBJECT_0; returns 0 |                                                 |
        | returns WAIT_TIMEOUT; returns TRUE;            | the time had passed before the APC came         |
        | returns WAIT_OBJECT_0; begins A; ends A;       |                                                 |
        | returns WAIT_IO_COMPLETION                     |                                                 |

    Scenario: An auto-reset event in a wait for several objects
      Given an auto-reset event E, not signaled
      And an auto-reset event F, not signaled
      When these calls are made at the same time:
        | worker                                              | main                       |
        | WaitForMultipleObjectsEx(2, [E, F], FALSE, 1, TRUE) | QueueUserAPC(A, worker, 0) |
      And worker calls SetEvent(F)
      And worker calls WaitForSingleObject(F, 0)
      And worker calls SleepEx(1, TRUE)
      Then every outcome is one of:
        | worker                                         | why                                             |
        | begins A; ends A; returns WAIT_IO_COMPLETION;  | the APC ended the wait, which has taken nothing |
        | returns TRUE; returns WAIT_OBJECT_0; returns 0 |                                                 |
        | returns WAIT_TIMEOUT; returns TRUE;            | the time had passed before the APC came         |
        | returns WAIT_OBJECT_0; begins A; ends A;       |                                                 |
        | returns WAIT_IO_COMPLETION                     |                                                 |

    Scenario: A mutex that another thread owns
      Given a mutex M, owned by helper
      And worker is blocked in WaitForSingleObjectEx(M, 300, TRUE)
      When main queues APC A to worker
      And after it returns, worker calls ReleaseMutex(M)
      And helper calls ReleaseMutex(M)
      And helper calls WaitForSingleObject(M, 0)
      Then this happens on worker, in this order and nothing else:
        | event   | what                  |
        | calls   | WaitForSingleObjectEx |
        | begins  | A                     |
        | ends    | A                     |
        | returns | WAIT_IO_COMPLETION    |
        | calls   | ReleaseMutex          |
        | returns | FALSE                 |
      And this happens on helper, in this order and nothing else:
        | event   | what                |
        | calls   | ReleaseMutex        |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

    Scenario: A semaphore that is released later
      Given a semaphore S with count 0 of at most 2
      When these calls are made at the same time:
        | worker                            | main                       |
        | WaitForSingleObjectEx(S, 1, TRUE) | QueueUserAPC(A, worker, 0) |
      And worker calls ReleaseSemaphore(S, 1, NULL)
      And worker calls WaitForSingleObject(S, 0)
      And worker calls SleepEx(1, TRUE)
      Then every outcome is one of:
        | worker                                         | why                                             |
        | begins A; ends A; returns WAIT_IO_COMPLETION;  | the APC ended the wait, which has taken nothing |
        | returns TRUE; returns WAIT_OBJECT_0; returns 0 |                                                 |
        | returns WAIT_TIMEOUT; returns TRUE;            | the time had passed before the APC came         |
        | returns WAIT_OBJECT_0; begins A; ends A;       |                                                 |
        | returns WAIT_IO_COMPLETION                     |                                                 |

    Scenario Outline: What is signaled after an APC has ended the wait is left for others
      Given a manual-reset event G, not signaled
      And a manual-reset event H, not signaled
      And an auto-reset event E, not signaled
      And a semaphore S with count 0 of at most 2
      And a semaphore T with count 1 of at most 2
      And <other> calls ResetEvent(E)
      And a mutex M, owned by <by>
      And <thread> is blocked in WaitForSingleObject(H, INFINITE)
      And <by> queues APCs A, B, C to <thread>
      And <by> calls SetEvent(H)
      And <thread> calls Sleep(1)
      And after it returns, <thread> calls SleepEx(0, TRUE)
      And <thread> calls <before>
      And <thread> is blocked in <wait>
      When <by> queues APC A to <thread>
      And <by> calls <signal>
      And <other> calls WaitForSingleObject(<object>, 0)
      Then this happens on <thread>, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | Sleep               |
        | returns | void                |
        | calls   | SleepEx             |
        | begins  | A                   |
        | ends    | A                   |
        | begins  | B                   |
        | ends    | B                   |
        | begins  | C                   |
        | ends    | C                   |
        | returns | WAIT_IO_COMPLETION  |
        | calls   | <before>            |
        | returns | <passed>            |
        | calls   | <wait>              |
        | begins  | A                   |
        | ends    | A                   |
        | returns | WAIT_IO_COMPLETION  |
      And this happens on <other>, in this order and nothing else:
        | event   | what                |
        | calls   | ResetEvent          |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

      Examples:
        | thread | by     | other  | before                    | passed        | wait                                                          | signal                       | object |
        | main   | worker | helper | WaitForSingleObject(H, 0) | WAIT_OBJECT_0 | WaitForSingleObjectEx(M, INFINITE, TRUE)                      | ReleaseMutex(M)              | M      |
        | main   | helper | worker | GetCurrentThreadId()      | id of main    | SignalObjectAndWait(G, S, INFINITE, TRUE)                     | ReleaseSemaphore(S, 1, NULL) | S      |
        | worker | main   | helper | SleepEx(0, FALSE)         | 0             | WaitForMultipleObjectsEx(2, [T, S], TRUE, 1000, TRUE)         | ReleaseSemaphore(S, 1, NULL) | T      |
        | worker | helper | main   | WaitForSingleObject(H, 0) | WAIT_OBJECT_0 | WaitForMultipleObjectsEx(3, [G, E, S], FALSE, INFINITE, TRUE) | SetEvent(E)                  | E      |
        | helper | main   | worker | GetCurrentThreadId()      | id of helper  | WaitForMultipleObjectsEx(2, [worker, S], FALSE, 1000, TRUE)   | ReleaseSemaphore(S, 1, NULL) | S      |
        | helper | worker | main   | SleepEx(0, FALSE)         | 0             | WaitForMultipleObjectsEx(2, [E, M], FALSE, 1000, TRUE)        | ReleaseMutex(M)              | M      |
        | helper | worker | main   | SleepEx(0, FALSE)         | 0             | WaitForSingleObjectEx(E, 1000, TRUE)                          | SetEvent(E)                  | E      |

    Scenario Outline: The APC comes while the waiter is suspended, and the signal after it is resumed
      Given a semaphore S with count 0 of at most 1
      And a manual-reset event E, not signaled
      And worker is blocked in <wait>
      And main calls SuspendThread(worker)
      And main queues APC A to worker
      And main calls ResumeThread(worker)
      When main calls ReleaseSemaphore(S, 1, NULL)
      And worker calls WaitForSingleObject(S, 0)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | <wait>              |
        | begins  | A                   |
        | ends    | A                   |
        | returns | WAIT_IO_COMPLETION  |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

      Examples:
        | wait                                                   |
        | WaitForSingleObjectEx(S, INFINITE, TRUE)               |
        | WaitForMultipleObjectsEx(2, [E, S], FALSE, 1000, TRUE) |
        | SignalObjectAndWait(E, S, INFINITE, TRUE)              |

    Scenario Outline: A timer that is set later
      Given these objects:
        | name | made by                                 |
        | T    | CreateWaitableTimerW(NULL, FALSE, NULL) |
      And a manual-reset event E, not signaled
      And worker is blocked in <wait>
      When main queues APC A to worker
      And main calls SetWaitableTimer(T, {after: 50}, 0, NULL, 0, FALSE)
      And helper calls WaitForSingleObject(T, INFINITE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | <wait>             |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |
      And this happens on helper, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

      Examples:
        | wait                                                       |
        | WaitForSingleObjectEx(T, INFINITE, TRUE)                   |
        | WaitForMultipleObjectsEx(2, [E, T], FALSE, INFINITE, TRUE) |

  @DELIVER-APC-SIGNALS-WAIT-1
  Rule: DELIVER-APC-SIGNALS-WAIT-1 A routine that signals the awaited object does not change the result

    Scenario: The APC was pending
      Given a manual-reset event E, not signaled
      And APC routine A calls:
        """
        SetEvent(E)
        """
      And main queues APC A to worker
      When worker calls WaitForSingleObjectEx(E, INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                  |
        | calls   | WaitForSingleObjectEx |
        | begins  | A                     |
        | calls   | SetEvent              |
        | returns | TRUE                  |
        | ends    | A                     |
        | returns | WAIT_IO_COMPLETION    |

    Scenario: The APC is queued while the thread waits
      Given an auto-reset event E, not signaled
      And APC routine A calls:
        """
        SetEvent(E)
        """
      When these calls are made at the same time:
        | worker                            | main                       |
        | WaitForSingleObjectEx(E, 1, TRUE) | QueueUserAPC(A, worker, 0) |
      And worker calls WaitForSingleObject(E, 0)
      And worker calls SleepEx(1, TRUE)
      Then every outcome is one of:
        | worker                                      | why                                                          |
        | begins A; returns TRUE; ends A;             | the APC has ended the wait before its routine sets the event |
        | returns WAIT_IO_COMPLETION;                 |                                                              |
        | returns WAIT_OBJECT_0; returns 0            |                                                              |
        | returns WAIT_TIMEOUT; returns WAIT_TIMEOUT; | the time had passed before the APC came                      |
        | begins A; returns TRUE; ends A;             |                                                              |
        | returns WAIT_IO_COMPLETION                  |                                                              |

  @DELIVER-MUTEX-HELD-1
  Rule: DELIVER-MUTEX-HELD-1 Owning a mutex and the delivery of APCs

    Scenario: The owner waits alertably
      Given a mutex M, free
      And worker calls WaitForSingleObject(M, INFINITE)
      And main queues APC A to worker
      When worker calls SleepEx(20, TRUE)
      And after it returns, worker calls ReleaseMutex(M)
      And worker calls SleepEx(20, TRUE)
      Then what happens on worker is recorded
