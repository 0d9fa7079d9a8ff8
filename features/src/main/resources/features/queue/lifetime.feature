Feature: The state of the thread that an APC is queued to
  A thread takes APCs from its creation to its end, whether it runs, waits or is suspended, and keeps
  them until it waits alertably.

  @QUEUE-PERSIST-1
  Rule: QUEUE-PERSIST-1 A pending APC does not expire

    Scenario: Sleeps, waits and other calls come first
      Given a manual-reset event E, not signaled
      And main queues APC A to worker
      When worker calls Sleep(10)
      And after it returns, worker calls WaitForSingleObject(E, 10)
      And after it returns, worker calls SleepEx(10, FALSE)
      And after it returns, worker calls SetEvent(E)
      And worker calls WaitForSingleObject(E, INFINITE)
      And worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | Sleep               |
        | returns | void                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |
        | calls   | SleepEx             |
        | returns | 0                   |
        | calls   | SetEvent            |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | SleepEx             |
        | begins  | A                   |
        | ends    | A                   |
        | returns | WAIT_IO_COMPLETION  |

    Scenario: Time alone does not remove it
      Given main queues APC A to worker
      When 200 ms pass
      And worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

    Scenario: The handle that it was queued with is closed
      Given main calls h = OpenThread(THREAD_SET_CONTEXT, FALSE, id of worker)
      And main calls QueueUserAPC(A, h, 0)
      And main calls CloseHandle(h)
      When worker calls SleepEx(INFINITE, TRUE)
      Then this happens on main, in this order and nothing else:
        | event   | what         |
        | calls   | OpenThread   |
        | returns | handle       |
        | calls   | QueueUserAPC |
        | returns | nonzero      |
        | calls   | CloseHandle  |
        | returns | TRUE         |
      And this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

    Scenario: The thread that queued it has called ExitThread
      Given thread routine R calls:
        """
        QueueUserAPC(A, worker, 0)
        ExitThread(0)
        """
      And main calls t = CreateThread(NULL, 0, R, 0, 0, NULL)
      And main calls WaitForSingleObject(t, INFINITE)
      When worker calls SleepEx(100, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

    Scenario: The thread that queued it has returned from its start routine
      Given thread routine R calls:
        """
        QueueUserAPC(A, worker, 0)
        """
      And main calls t = CreateThread(NULL, 0, R, 0, 0, NULL)
      And main calls WaitForSingleObject(t, INFINITE)
      When worker calls SleepEx(100, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

    Scenario: The thread that queued it was terminated
      Given helper queues APC A to worker
      And main calls TerminateThread(helper, 0)
      And main calls WaitForSingleObject(helper, INFINITE)
      When worker calls SleepEx(100, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

    Scenario Outline: Waits that are not alertable are ended by an object and by time
      Given a manual-reset event E, not signaled
      And an auto-reset event F, not signaled
      And a semaphore S with count 0 of at most 1
      And a semaphore T with count 1 of at most 1
      And main calls WaitForSingleObject(E, 0)
      And <thread> is blocked in WaitForSingleObject(E, INFINITE)
      And worker queues APCs A, B, A to <thread>
      And worker calls SetEvent(E)
      And <thread> calls WaitForMultipleObjects(2, [S, T], FALSE, 0)
      When <thread> calls <wait>
      And after it returns, <thread> calls SleepEx(0, TRUE)
      Then this happens on <thread>, in this order and nothing else:
        | event   | what                   |
        | calls   | WaitForSingleObject    |
        | returns | WAIT_OBJECT_0          |
        | calls   | WaitForMultipleObjects |
        | returns | WAIT_OBJECT_0 + 1      |
        | calls   | <wait>                 |
        | returns | WAIT_TIMEOUT           |
        | calls   | SleepEx                |
        | begins  | A                      |
        | ends    | A                      |
        | begins  | B                      |
        | ends    | B                      |
        | begins  | A                      |
        | ends    | A                      |
        | returns | WAIT_IO_COMPLETION     |

      Examples:
        | thread | wait                                                    |
        | helper | WaitForSingleObject(F, 1)                               |
        | helper | WaitForMultipleObjects(3, [S, F, T], TRUE, 1)           |
        | helper | WaitForMultipleObjectsEx(2, [S, main], FALSE, 1, FALSE) |

    Scenario Outline: The thread that queued it ends after waits that ended in each way
      Given a manual-reset event H, signaled
      And <by> queues APC B to <ending>
      And <ending> queues APCs A, A to worker
      And <by> calls SuspendThread(<ending>)
      And <by> calls ResumeThread(<ending>)
      And <by> calls SuspendThread(<ending>)
      And <by> calls ResumeThread(<ending>)
      And <ending> calls <before>
      And <ending> calls ExitThread(0)
      And <by> calls WaitForSingleObject(<ending>, INFINITE)
      When worker calls SleepEx(0, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

      Examples:
        | ending | by     | before                    |
        | main   | helper | WaitForSingleObject(H, 0) |
        | helper | main   | SleepEx(0, TRUE)          |
        | helper | main   | SleepEx(0, FALSE)         |

    Scenario Outline: A wait that is not alertable is ended by an object or by time, whatever it is for and whatever came before
      Given a manual-reset event G, not signaled
      And a manual-reset event H, not signaled
      And an auto-reset event E, not signaled
      And a mutex M, free
      And a semaphore S with count 0 of at most 1
      And a semaphore T with count 1 of at most 1
      And <other> calls ResetEvent(E)
      And <thread> is blocked in WaitForSingleObject(H, INFINITE)
      And <by> queues APCs A, B, C to <thread>
      And <by> calls SetEvent(H)
      And <thread> calls Sleep(1)
      And after it returns, <thread> calls SleepEx(0, TRUE)
      And <thread> calls <before>
      And <by> queues APCs A, B, A to <thread>
      When <thread> calls <wait>
      And after it returns, <thread> calls SleepEx(0, TRUE)
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
        | returns | <result>            |
        | calls   | SleepEx             |
        | begins  | A                   |
        | ends    | A                   |
        | begins  | B                   |
        | ends    | B                   |
        | begins  | A                   |
        | ends    | A                   |
        | returns | WAIT_IO_COMPLETION  |

      Examples:
        | thread | by     | other  | before                    | passed        | wait                                                    | result               |
        | main   | worker | helper | WaitForSingleObject(H, 0) | WAIT_OBJECT_0 | WaitForSingleObject(worker, 1)                          | WAIT_TIMEOUT         |
        | main   | helper | worker | GetCurrentThreadId()      | id of main    | WaitForMultipleObjects(2, [E, M], FALSE, 1000)          | WAIT_OBJECT_0 + 1    |
        | worker | main   | helper | SleepEx(0, FALSE)         | 0             | WaitForMultipleObjects(2, [T, M], TRUE, INFINITE)       | WAIT_OBJECT_0 + 0..1 |
        | worker | helper | main   | GetCurrentThreadId()      | id of worker  | WaitForMultipleObjectsEx(3, [M, G, S], TRUE, 1, FALSE)  | WAIT_TIMEOUT         |
        | helper | main   | worker | WaitForSingleObject(H, 0) | WAIT_OBJECT_0 | SignalObjectAndWait(G, T, INFINITE, FALSE)              | WAIT_OBJECT_0        |
        | helper | worker | main   | SleepEx(0, FALSE)         | 0             | WaitForMultipleObjectsEx(2, [S, main], FALSE, 1, FALSE) | WAIT_TIMEOUT         |
        | helper | worker | main   | WaitForSingleObject(H, 0) | WAIT_OBJECT_0 | WaitForSingleObjectEx(M, 0, FALSE)                      | WAIT_OBJECT_0        |

    Scenario: Another thread waits longer for the object that ends the wait
      Given a semaphore S with count 0 of at most 2
      And worker is blocked in WaitForSingleObject(S, INFINITE)
      And helper is blocked in WaitForMultipleObjects(2, [S, main], FALSE, INFINITE)
      And main queues APCs A, B to helper
      When main calls ReleaseSemaphore(S, 2, NULL)
      And helper calls SleepEx(0, TRUE)
      Then this happens on helper, in this order and nothing else:
        | event   | what                   |
        | calls   | WaitForMultipleObjects |
        | returns | WAIT_OBJECT_0          |
        | calls   | SleepEx                |
        | begins  | A                      |
        | ends    | A                      |
        | begins  | B                      |
        | ends    | B                      |
        | returns | WAIT_IO_COMPLETION     |

  @QUEUE-SUSPENDED-1
  Rule: QUEUE-SUSPENDED-1 A suspended thread accepts APCs

    Scenario: A thread that was suspended while it ran
      Given main calls SuspendThread(worker)
      When main queues APC A to worker
      And main calls ResumeThread(worker)
      And worker calls SleepEx(INFINITE, TRUE)
      Then this happens on main, in this order and nothing else:
        | event   | what          |
        | calls   | SuspendThread |
        | returns | 0             |
        | calls   | QueueUserAPC  |
        | returns | nonzero       |
        | calls   | ResumeThread  |
        | returns | 1             |
      And this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

    Scenario: A thread that has not started
      Given worker is created suspended
      And a manual-reset event Ran, not signaled
      And APC routine A calls:
        """
        SetEvent(Ran)
        """
      When main queues APC A to worker
      And main calls WaitForSingleObject(Ran, 0)
      And helper calls ResumeThread(worker)
      And worker calls SleepEx(0, TRUE)
      And main calls WaitForSingleObject(Ran, 0)
      Then this happens on main, in this order and nothing else:
        | event   | what                |
        | calls   | QueueUserAPC        |
        | returns | nonzero             |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

    Scenario: An object ends the wait of a thread that was suspended when the APCs and the signal came
      Given a semaphore S with count 0 of at most 1
      And worker is blocked in WaitForSingleObject(S, INFINITE)
      And main calls SuspendThread(worker)
      And main queues APCs A, B, A to worker
      And main calls ReleaseSemaphore(S, 1, NULL)
      And main calls ResumeThread(worker)
      When worker calls SleepEx(0, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | SleepEx             |
        | begins  | A                   |
        | ends    | A                   |
        | begins  | B                   |
        | ends    | B                   |
        | begins  | A                   |
        | ends    | A                   |
        | returns | WAIT_IO_COMPLETION  |

  @QUEUE-TERMINATING-1
  Rule: QUEUE-TERMINATING-1 Queueing to a thread that has ended fails with 31

    Scenario: The thread called ExitThread
      Given main queues APC A to worker
      And worker calls ExitThread(0)
      When main calls WaitForSingleObject(worker, INFINITE)
      And main queues APC B to worker
      Then this happens on main, in this order and nothing else:
        | event   | what                            |
        | calls   | QueueUserAPC                    |
        | returns | nonzero                         |
        | calls   | WaitForSingleObject             |
        | returns | WAIT_OBJECT_0                   |
        | calls   | QueueUserAPC                    |
        | returns | 0, last error ERROR_GEN_FAILURE |
      And this happens on worker, in this order and nothing else:
        | event | what       |
        | calls | ExitThread |
        | exits |            |

    Scenario: The thread was terminated
      Given main queues APC A to worker
      And main calls TerminateThread(worker, 0)
      When main calls WaitForSingleObject(worker, INFINITE)
      And main queues APC B to worker
      Then this happens on main, in this order and nothing else:
        | event   | what                            |
        | calls   | QueueUserAPC                    |
        | returns | nonzero                         |
        | calls   | TerminateThread                 |
        | returns | TRUE                            |
        | calls   | WaitForSingleObject             |
        | returns | WAIT_OBJECT_0                   |
        | calls   | QueueUserAPC                    |
        | returns | 0, last error ERROR_GEN_FAILURE |

    Scenario: The start routine has returned
      Given a manual-reset event E, not signaled
      And thread routine R calls:
        """
        WaitForSingleObject(E, INFINITE)
        """
      When main calls t = CreateThread(NULL, 0, R, NULL, 0, NULL)
      And main calls QueueUserAPC(A, t, 0)
      And main calls SetEvent(E)
      And main calls WaitForSingleObject(t, INFINITE)
      And main calls QueueUserAPC(B, t, 0)
      Then this happens on main, in this order and nothing else:
        | event   | what                            |
        | calls   | CreateThread                    |
        | returns | handle                          |
        | calls   | QueueUserAPC                    |
        | returns | nonzero                         |
        | calls   | SetEvent                        |
        | returns | TRUE                            |
        | calls   | WaitForSingleObject             |
        | returns | WAIT_OBJECT_0                   |
        | calls   | QueueUserAPC                    |
        | returns | 0, last error ERROR_GEN_FAILURE |

    Scenario: A thread that ends refuses every APC from some moment on
      When these calls are made at the same time:
        | main                       | worker        |
        | QueueUserAPC(A, worker, 0) | ExitThread(5) |
        | QueueUserAPC(B, worker, 0) |               |
      Then every outcome is one of:
        | main                                                     | worker | why                              |
        | returns nonzero; returns nonzero                         | exits  | the thread ended after both      |
        | returns nonzero; returns 0, last error ERROR_GEN_FAILURE | exits  | the thread ended between the two |
        | returns 0, last error ERROR_GEN_FAILURE;                 | exits  | the thread had ended before both |
        | returns 0, last error ERROR_GEN_FAILURE                  |        |                                  |

    Scenario: A start routine returns while one APC is queued and before another one is
      Given a manual-reset event E, not signaled
      And thread routine R calls:
        """
        WaitForSingleObject(E, INFINITE)
        """
      And main calls t = CreateThread(NULL, 0, R, 0, 0, NULL)
      When these calls are made at the same time:
        | main        | helper                           |
        | SetEvent(E) | QueueUserAPC(A, t, 0)            |
        |             | WaitForSingleObject(t, INFINITE) |
        |             | QueueUserAPC(B, t, 0)            |
      Then every outcome is one of:
        | helper                 | t                            | why                                                     |
        | returns nonzero;       | starts R(0);                 | A came before the end and is lost with it, B is refused |
        | returns WAIT_OBJECT_0; | returns WAIT_OBJECT_0; exits |                                                         |
        | returns 0              |                              |                                                         |
        | returns 0;             | starts R(0);                 | both came after the end and are refused                 |
        | returns WAIT_OBJECT_0; | returns WAIT_OBJECT_0; exits |                                                         |
        | returns 0              |                              |                                                         |

    Scenario: A thread is terminated in an alertable wait while one APC is queued and before another one is
      Given worker is blocked in SleepEx(INFINITE, TRUE)
      When these calls are made at the same time:
        | main                       | helper                                |
        | QueueUserAPC(A, worker, 0) | TerminateThread(worker, 5)            |
        |                            | WaitForSingleObject(worker, INFINITE) |
        |                            | QueueUserAPC(B, worker, 0)            |
      Then every outcome is one of:
        | main            | helper                               | worker                            | why                                                                   |
        | returns 0       | returns TRUE; returns WAIT_OBJECT_0; | exits                             | the thread had ended before A came                                    |
        |                 | returns 0                            |                                   |                                                                       |
        | returns nonzero | returns TRUE; returns WAIT_OBJECT_0; | exits                             | A woke the thread, or would have, and the end came before the routine |
        |                 | returns 0                            |                                   |                                                                       |
        | returns nonzero | returns TRUE; returns WAIT_OBJECT_0; | begins A; exits                   | the end came in the middle of the routine                             |
        |                 | returns 0                            |                                   |                                                                       |
        | returns nonzero | returns TRUE; returns WAIT_OBJECT_0; | begins A; ends A; exits           | the end came between the routine and the return of the wait           |
        |                 | returns 0                            |                                   |                                                                       |
        | returns nonzero | returns TRUE; returns WAIT_OBJECT_0; | begins A; ends A;                 | the end came when the wait was over                                   |
        |                 | returns 0                            | returns WAIT_IO_COMPLETION; exits |                                                                       |

    Scenario: An APC has let the start routine return
      Given a manual-reset event E, not signaled
      And thread routine R calls:
        """
        WaitForSingleObject(E, INFINITE)
        SleepEx(500, TRUE)
        """
      And main calls t = CreateThread(NULL, 0, R, 0, 0, NULL)
      And main calls QueueUserAPC(A, t, 0)
      When helper calls SetEvent(E)
      And main calls WaitForSingleObject(t, INFINITE)
      And main calls QueueUserAPC(B, t, 0)
      Then this happens on t, in this order and nothing else:
        | event   | what                |
        | starts  | R                   |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | SleepEx             |
        | begins  | A                   |
        | ends    | A                   |
        | returns | WAIT_IO_COMPLETION  |
        | exits   |                     |
      And this happens on main, in this order and nothing else:
        | event   | what                            |
        | calls   | CreateThread                    |
        | returns | handle                          |
        | calls   | QueueUserAPC                    |
        | returns | nonzero                         |
        | calls   | WaitForSingleObject             |
        | returns | WAIT_OBJECT_0                   |
        | calls   | QueueUserAPC                    |
        | returns | 0, last error ERROR_GEN_FAILURE |

    Scenario: The thread had two APCs in its queue
      Given helper queues APCs A, B to worker
      And worker calls ExitThread(0)
      When helper calls QueueUserAPC(A, worker, 0)
      Then this happens on helper, in this order and nothing else:
        | event   | what                            |
        | calls   | QueueUserAPC                    |
        | returns | nonzero                         |
        | calls   | QueueUserAPC                    |
        | returns | nonzero                         |
        | calls   | QueueUserAPC                    |
        | returns | 0, last error ERROR_GEN_FAILURE |

    Scenario Outline: A routine of the thread has ended it
      Given APC routine Ends calls:
        """
        ExitThread(0)
        """
      And <by> queues APCs Ends, A to <ending>
      And <ending> calls SleepEx(0, TRUE)
      When <by> calls WaitForSingleObject(<ending>, INFINITE)
      And <by> queues APC B to <ending>
      Then this happens on <by>, in this order and nothing else:
        | event   | what                            |
        | calls   | QueueUserAPC                    |
        | returns | nonzero                         |
        | calls   | QueueUserAPC                    |
        | returns | nonzero                         |
        | calls   | WaitForSingleObject             |
        | returns | WAIT_OBJECT_0                   |
        | calls   | QueueUserAPC                    |
        | returns | 0, last error ERROR_GEN_FAILURE |

      Examples:
        | ending | by     |
        | main   | worker |
        | worker | main   |
