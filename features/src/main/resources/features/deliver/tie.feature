Feature: An APC against the object and the time-out
  What comes first ends the wait. Where the documentation fixes no order, both outcomes are allowed,
  but the result must tell the truth about what was done.

  @DELIVER-LATER-1
  Rule: DELIVER-LATER-1 A wait that its object has ended leaves the APC queued

    Scenario: The APC is queued once the object has ended the wait
      Given a manual-reset event E, not signaled
      And worker is blocked in WaitForSingleObjectEx(E, INFINITE, TRUE)
      When main calls SetEvent(E)
      And main queues APC A to worker
      And worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                  |
        | calls   | WaitForSingleObjectEx |
        | returns | WAIT_OBJECT_0         |
        | calls   | SleepEx               |
        | begins  | A                     |
        | ends    | A                     |
        | returns | WAIT_IO_COMPLETION    |

    Scenario: The thread that sets the event queues right afterwards, while another one sets it too
      Given a manual-reset event E, not signaled
      And worker is blocked in WaitForSingleObjectEx(E, INFINITE, TRUE)
      When these calls are made at the same time:
        | main                       | helper      |
        | SetEvent(E)                | SetEvent(E) |
        | QueueUserAPC(A, worker, 0) |             |
      And worker calls SleepEx(20, TRUE)
      Then every outcome is one of:
        | worker                                   | why                                                            |
        | returns WAIT_OBJECT_0; begins A; ends A; | whoever was first, the event was set before the APC was queued |
        | returns WAIT_IO_COMPLETION               |                                                                |

  @DELIVER-FIRST-CAUSE-1
  Rule: DELIVER-FIRST-CAUSE-1 An APC queued before the signal ends the wait

    Scenario: Two threads each queue an APC to a waiting thread and then signal its object
      Given a manual-reset event E, not signaled
      And a manual-reset event F, not signaled
      And worker is blocked in WaitForSingleObjectEx(E, INFINITE, TRUE)
      And helper2 is blocked in WaitForSingleObjectEx(F, INFINITE, TRUE)
      When these calls are made at the same time:
        | main                       | helper                      |
        | QueueUserAPC(A, worker, 0) | QueueUserAPC(B, helper2, 0) |
        | SetEvent(E)                | SetEvent(F)                 |
      Then every outcome is one of:
        | worker                     | helper2                    | why                                             |
        | begins A; ends A;          | begins B; ends B;          | the APC was there first, and had ended the wait |
        | returns WAIT_IO_COMPLETION | returns WAIT_IO_COMPLETION |                                                 |

  @DELIVER-TIE-SIGNALED-1
  Rule: DELIVER-TIE-SIGNALED-1 An APC is pending and the object is already signaled

    Scenario: WaitForSingleObjectEx
      Given a manual-reset event E, signaled
      And main queues APC A to worker
      When worker calls WaitForSingleObjectEx(E, INFINITE, TRUE)
      And worker calls SleepEx(20, TRUE)
      Then what happens on worker is recorded

    Scenario: WaitForMultipleObjectsEx for any object
      Given a manual-reset event E, signaled
      And a manual-reset event F, not signaled
      And main queues APC A to worker
      When worker calls WaitForMultipleObjectsEx(2, [E, F], FALSE, INFINITE, TRUE)
      And worker calls SleepEx(20, TRUE)
      Then what happens on worker is recorded

    Scenario: WaitForMultipleObjectsEx for all objects
      Given a manual-reset event E, signaled
      And a manual-reset event F, signaled
      And main queues APC A to worker
      When worker calls WaitForMultipleObjectsEx(2, [E, F], TRUE, INFINITE, TRUE)
      And worker calls SleepEx(20, TRUE)
      Then what happens on worker is recorded

    Scenario: SignalObjectAndWait
      Given a manual-reset event E, signaled
      And a manual-reset event F, not signaled
      And main queues APC A to worker
      When worker calls SignalObjectAndWait(F, E, INFINITE, TRUE)
      And worker calls SleepEx(20, TRUE)
      Then what happens on worker is recorded

    Scenario Outline: An object that is no event
      Given a mutex M, free
      And a semaphore S with count 1 of at most 1
      And a manual-reset event E, not signaled
      And thread routine Ends calls:
        """
        return 1
        """
      And main calls ended = CreateThread(NULL, 0, Ends, 0, 0, NULL)
      And main queues APC A to worker
      When worker calls <call>
      And worker calls SleepEx(20, TRUE)
      Then what happens on worker is recorded

      Examples:
        | call                                          |
        | WaitForSingleObjectEx(M, INFINITE, TRUE)      |
        | WaitForSingleObjectEx(S, INFINITE, TRUE)      |
        | WaitForSingleObjectEx(ended, INFINITE, TRUE)  |
        | SignalObjectAndWait(E, M, INFINITE, TRUE)     |
        | SignalObjectAndWait(E, S, INFINITE, TRUE)     |
        | SignalObjectAndWait(E, ended, INFINITE, TRUE) |

  @DELIVER-TIE-INVARIANT-1
  Rule: DELIVER-TIE-INVARIANT-1 Result and side effects agree, whoever wins

    Scenario Outline: An auto-reset event tells whether it was taken
      Given an auto-reset event E, signaled
      And an auto-reset event F, not signaled
      And main queues APC A to worker
      When worker calls <call>
      And worker calls WaitForSingleObject(E, 0)
      And worker calls SleepEx(20, TRUE)
      Then every outcome is one of:
        | worker                                                 | why                                            |
        | begins A; ends A; returns WAIT_IO_COMPLETION;          | the APC came first and left the event signaled |
        | returns WAIT_OBJECT_0; returns 0                       |                                                |
        | returns WAIT_OBJECT_0; returns WAIT_TIMEOUT; begins A; | the event came first and left the APC queued   |
        | ends A; returns WAIT_IO_COMPLETION                     |                                                |

      Examples:
        | call                                                       |
        | WaitForSingleObjectEx(E, INFINITE, TRUE)                   |
        | WaitForMultipleObjectsEx(2, [E, F], FALSE, INFINITE, TRUE) |

    Scenario Outline: A mutex tells by its owner
      Given a mutex M, free
      And a manual-reset event E, not signaled
      And main queues APC A to worker
      When worker calls <call>
      And worker calls ReleaseMutex(M)
      And worker calls SleepEx(20, TRUE)
      Then every outcome is one of:
        | worker                                                 | why                                          |
        | begins A; ends A; returns WAIT_IO_COMPLETION;          | the APC came first and left the mutex free   |
        | returns FALSE; returns 0                               |                                              |
        | returns WAIT_OBJECT_0; returns TRUE; begins A; ends A; | the mutex came first and left the APC queued |
        | returns WAIT_IO_COMPLETION                             |                                              |

      Examples:
        | call                                                       |
        | WaitForSingleObjectEx(M, INFINITE, TRUE)                   |
        | WaitForMultipleObjectsEx(2, [M, E], FALSE, INFINITE, TRUE) |
        | SignalObjectAndWait(E, M, INFINITE, TRUE)                  |

    Scenario Outline: A semaphore tells by its count
      Given a semaphore S with count 1 of at most 1
      And a manual-reset event E, not signaled
      And main queues APC A to worker
      When worker calls <call>
      And worker calls WaitForSingleObject(S, 0)
      And worker calls SleepEx(20, TRUE)
      Then every outcome is one of:
        | worker                                                 | why                                              |
        | begins A; ends A; returns WAIT_IO_COMPLETION;          | the APC came first and left the unit             |
        | returns WAIT_OBJECT_0; returns 0                       |                                                  |
        | returns WAIT_OBJECT_0; returns WAIT_TIMEOUT; begins A; | the unit was taken first and the APC left queued |
        | ends A; returns WAIT_IO_COMPLETION                     |                                                  |

      Examples:
        | call                                                       |
        | WaitForSingleObjectEx(S, INFINITE, TRUE)                   |
        | WaitForMultipleObjectsEx(2, [S, E], FALSE, INFINITE, TRUE) |
        | SignalObjectAndWait(E, S, INFINITE, TRUE)                  |

    Scenario: The second of two semaphores has the unit
      Given a semaphore S with count 0 of at most 2
      And a semaphore T with count 1 of at most 2
      And main queues APC A to worker
      When worker calls WaitForMultipleObjectsEx(2, [S, T], FALSE, 100, TRUE)
      And worker calls WaitForMultipleObjectsEx(2, [S, T], FALSE, 100, TRUE)
      And worker calls WaitForMultipleObjectsEx(2, [S, T], FALSE, 20, TRUE)
      Then every outcome is one of:
        | worker                                           | why                                 |
        | begins A; ends A; returns WAIT_IO_COMPLETION;    | the APC came first, the unit second |
        | returns WAIT_OBJECT_0 + 1; returns WAIT_TIMEOUT  |                                     |
        | returns WAIT_OBJECT_0 + 1; begins A; ends A;     | the unit came first, the APC second |
        | returns WAIT_IO_COMPLETION; returns WAIT_TIMEOUT |                                     |

    Scenario Outline: A thread that has ended stays signaled
      Given a manual-reset event E, not signaled
      And thread routine Ends calls:
        """
        return 1
        """
      And main calls ended = CreateThread(NULL, 0, Ends, 0, 0, NULL)
      And main queues APC A to worker
      When worker calls <call>
      And worker calls WaitForSingleObject(ended, 0)
      And worker calls SleepEx(20, TRUE)
      Then every outcome is one of:
        | worker                                                  | why                                           |
        | begins A; ends A; returns WAIT_IO_COMPLETION;           | the APC came first                            |
        | returns WAIT_OBJECT_0; returns 0                        |                                               |
        | returns WAIT_OBJECT_0; returns WAIT_OBJECT_0; begins A; | the thread came first and left the APC queued |
        | ends A; returns WAIT_IO_COMPLETION                      |                                               |

      Examples:
        | call                                                           |
        | WaitForSingleObjectEx(ended, INFINITE, TRUE)                   |
        | WaitForMultipleObjectsEx(2, [ended, E], FALSE, INFINITE, TRUE) |
        | SignalObjectAndWait(E, ended, INFINITE, TRUE)                  |

    Scenario: A wait for all objects takes both or none
      Given an auto-reset event E, signaled
      And a semaphore S with count 1 of at most 1
      And main queues APC A to worker
      When worker calls WaitForMultipleObjectsEx(2, [E, S], TRUE, INFINITE, TRUE)
      And worker calls WaitForSingleObject(E, 0)
      And worker calls WaitForSingleObject(S, 0)
      And worker calls SleepEx(20, TRUE)
      Then every outcome is one of:
        | worker                                                  | why                                           |
        | begins A; ends A; returns WAIT_IO_COMPLETION;           | the APC came first and left both              |
        | returns WAIT_OBJECT_0; returns WAIT_OBJECT_0; returns 0 |                                               |
        | returns WAIT_OBJECT_0 or WAIT_OBJECT_0 + 1;             | both were taken first and the APC left queued |
        | returns WAIT_TIMEOUT; returns WAIT_TIMEOUT; begins A;   |                                               |
        | ends A; returns WAIT_IO_COMPLETION                      |                                               |

    Scenario Outline: The APC is queued while the object is signaled
      Given a semaphore S with count 0 of at most 1
      And a semaphore T with count 0 of at most 1
      And worker is blocked in <call>
      When these calls are made at the same time:
        | main                       | helper                       |
        | QueueUserAPC(A, worker, 0) | ReleaseSemaphore(S, 1, NULL) |
      And worker calls WaitForSingleObject(S, 0)
      And worker calls SleepEx(1, TRUE)
      Then every outcome is one of:
        | worker                                                 | why                                               |
        | begins A; ends A; returns WAIT_IO_COMPLETION;          | the APC came first and left the semaphore its one |
        | returns WAIT_OBJECT_0; returns 0                       |                                                   |
        | returns WAIT_OBJECT_0; returns WAIT_TIMEOUT; begins A; | the release came first and left the APC queued    |
        | ends A; returns WAIT_IO_COMPLETION                     |                                                   |

      Examples:
        | call                                                       |
        | WaitForSingleObjectEx(S, INFINITE, TRUE)                   |
        | WaitForMultipleObjectsEx(2, [S, T], FALSE, INFINITE, TRUE) |

    Scenario: The APC sets the event that another thread sets at the same time
      Given a manual-reset event E, not signaled
      And APC routine A calls:
        """
        SetEvent(E)
        """
      And worker is blocked in WaitForSingleObjectEx(E, INFINITE, TRUE)
      When these calls are made at the same time:
        | main                       | helper      |
        | QueueUserAPC(A, worker, 0) | SetEvent(E) |
      And worker calls SleepEx(1, TRUE)
      Then every outcome is one of:
        | worker                                         | why                                                    |
        | begins A; returns TRUE; ends A;                | the APC ended the wait, so that neither signal can     |
        | returns WAIT_IO_COMPLETION; returns 0          |                                                        |
        | returns WAIT_OBJECT_0; begins A; returns TRUE; | helper ended the wait, and the APC waited for the next |
        | ends A; returns WAIT_IO_COMPLETION             |                                                        |

    Scenario Outline: The APC is queued and the object is signaled while the wait begins
      Given a manual-reset event E, not signaled
      And a manual-reset event F, not signaled
      When these calls are made at the same time:
        | worker | main                       | helper      |
        | <call> | QueueUserAPC(A, worker, 0) | SetEvent(E) |
      And worker calls SleepEx(20, TRUE)
      Then every outcome is one of:
        | worker                             | why                                                                   |
        | begins A; ends A;                  | the APC came first, or was preferred where both were there on entry   |
        | returns WAIT_IO_COMPLETION;        |                                                                       |
        | returns 0                          |                                                                       |
        | returns WAIT_OBJECT_0; begins A;   | the event came first, or was preferred where both were there on entry |
        | ends A; returns WAIT_IO_COMPLETION |                                                                       |

      Examples:
        | call                                                       |
        | WaitForSingleObjectEx(E, INFINITE, TRUE)                   |
        | WaitForMultipleObjectsEx(2, [E, F], FALSE, INFINITE, TRUE) |

    Scenario Outline: A semaphore tells by its count, whatever came before
      Given a semaphore S with count 2 of at most 2
      And a manual-reset event E, not signaled
      And <thread> calls <before>
      And helper queues APCs A, B to <thread>
      When <thread> calls <call>
      And <thread> calls WaitForSingleObject(S, 0)
      And <thread> calls WaitForSingleObject(S, 0)
      And <thread> calls SleepEx(0, TRUE)
      Then every outcome is one of:
        | <thread>                                              | why                                               |
        | returns <passed>; begins A; ends A; begins B; ends B; | the APCs came first and left the unit             |
        | returns WAIT_IO_COMPLETION; returns WAIT_OBJECT_0;    |                                                   |
        | returns <last>; returns 0                             |                                                   |
        | returns <passed>; returns <result>; returns <next>;   | the unit was taken first and the APCs left queued |
        | returns WAIT_TIMEOUT; begins A; ends A; begins B;     |                                                   |
        | ends B; returns WAIT_IO_COMPLETION                    |                                                   |

      Examples:
        | thread | before                    | passed        | call                                                        | result            | last          | next          |
        | main   | WaitForSingleObject(S, 0) | WAIT_OBJECT_0 | WaitForSingleObjectEx(S, INFINITE, TRUE)                    | WAIT_OBJECT_0     | WAIT_TIMEOUT  | WAIT_TIMEOUT  |
        | worker | WaitForSingleObject(S, 0) | WAIT_OBJECT_0 | WaitForMultipleObjectsEx(2, [helper, S], FALSE, 1000, TRUE) | WAIT_OBJECT_0 + 1 | WAIT_TIMEOUT  | WAIT_TIMEOUT  |
        | worker | SleepEx(0, FALSE)         | 0             | SignalObjectAndWait(E, S, INFINITE, TRUE)                   | WAIT_OBJECT_0     | WAIT_OBJECT_0 | WAIT_OBJECT_0 |

    Scenario: A semaphore tells by its count, after two waits that an APC has ended
      Given a semaphore S with count 0 of at most 1
      And worker is blocked in WaitForSingleObjectEx(S, INFINITE, TRUE)
      And main queues APC A to worker
      And worker is blocked in WaitForSingleObjectEx(S, INFINITE, TRUE)
      And main queues APC A to worker
      And main calls ReleaseSemaphore(S, 1, NULL)
      And main queues APC B to worker
      When worker calls WaitForSingleObjectEx(S, INFINITE, TRUE)
      And worker calls WaitForSingleObject(S, 0)
      And worker calls SleepEx(0, TRUE)
      Then every outcome is one of:
        | worker                                                  | why                                              |
        | begins A; ends A; returns WAIT_IO_COMPLETION; begins A; | the APC came first and left the unit             |
        | ends A; returns WAIT_IO_COMPLETION; begins B; ends B;   |                                                  |
        | returns WAIT_IO_COMPLETION; returns WAIT_OBJECT_0;      |                                                  |
        | returns 0                                               |                                                  |
        | begins A; ends A; returns WAIT_IO_COMPLETION; begins A; | the unit was taken first and the APC left queued |
        | ends A; returns WAIT_IO_COMPLETION;                     |                                                  |
        | returns WAIT_OBJECT_0; returns WAIT_TIMEOUT; begins B;  |                                                  |
        | ends B; returns WAIT_IO_COMPLETION                      |                                                  |

    Scenario Outline: A synchronization timer tells whether it was taken
      Given these objects:
        | name  | made by                                 |
        | T     | CreateWaitableTimerW(NULL, FALSE, NULL) |
        | Later | CreateWaitableTimerW(NULL, TRUE, NULL)  |
      And a manual-reset event E, not signaled
      And main calls SetWaitableTimer(T, {after: 20}, 0, NULL, 0, FALSE)
      And main calls SetWaitableTimer(Later, {after: 70}, 0, NULL, 0, FALSE)
      When main calls WaitForSingleObject(Later, INFINITE)
      And after it returns, main calls QueueUserAPC(A, worker, 0)
      And worker calls <call>
      And worker calls WaitForSingleObject(T, 0)
      And worker calls SleepEx(20, TRUE)
      Then every outcome is one of:
        | worker                                            | why                                               |
        | begins A; ends A; returns WAIT_IO_COMPLETION;     | the APC came first and left the timer             |
        | returns WAIT_OBJECT_0; returns 0                  |                                                   |
        | returns <result>; returns WAIT_TIMEOUT; begins A; | the timer was taken first and the APC left queued |
        | ends A; returns WAIT_IO_COMPLETION                |                                                   |

      Examples:
        | call                                                       | result            |
        | WaitForSingleObjectEx(T, INFINITE, TRUE)                   | WAIT_OBJECT_0     |
        | WaitForMultipleObjectsEx(2, [E, T], FALSE, INFINITE, TRUE) | WAIT_OBJECT_0 + 1 |

  @DELIVER-TIMEOUT-NOAPC-1
  Rule: DELIVER-TIMEOUT-NOAPC-1 A time-out means that no APC ran

    Scenario: An APC is queued while the time of a sleep runs out
      When these calls are made at the same time:
        | worker           | main                       |
        | SleepEx(1, TRUE) | QueueUserAPC(A, worker, 0) |
      And worker calls SleepEx(20, TRUE)
      Then every outcome is one of:
        | worker                                                  | why                                     |
        | begins A; ends A; returns WAIT_IO_COMPLETION; returns 0 | the APC came before the time had passed |
        | returns 0; begins A; ends A; returns WAIT_IO_COMPLETION | the time had passed before the APC came |

    Scenario Outline: An APC is queued while the time of a wait runs out
      Given a manual-reset event E, not signaled
      And a manual-reset event F, not signaled
      When these calls are made at the same time:
        | worker | main                       |
        | <call> | QueueUserAPC(A, worker, 0) |
      And worker calls SleepEx(20, TRUE)
      Then every outcome is one of:
        | worker                                                             | why                                     |
        | begins A; ends A; returns WAIT_IO_COMPLETION; returns 0            | the APC came before the time had passed |
        | returns WAIT_TIMEOUT; begins A; ends A; returns WAIT_IO_COMPLETION | the time had passed before the APC came |

      Examples:
        | call                                                |
        | WaitForSingleObjectEx(E, 1, TRUE)                   |
        | WaitForMultipleObjectsEx(2, [E, F], FALSE, 1, TRUE) |
