Feature: A thread that is not alertable
  A regular APC runs only inside an alertable call of its thread. Computation, other calls and waits
  that are not alertable leave it in the queue.

  @DELIVER-NOTALERT-1
  Rule: DELIVER-NOTALERT-1 A running thread is not interrupted

    Scenario: The thread makes other calls
      Given a manual-reset event E, not signaled
      And main queues APC A to worker
      When worker calls SetEvent(E)
      And worker calls GetCurrentThreadId()
      And worker calls ResetEvent(E)
      And worker calls WaitForSingleObject(E, 0)
      And worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SetEvent            |
        | returns | TRUE                |
        | calls   | GetCurrentThreadId  |
        | returns | id of worker        |
        | calls   | ResetEvent          |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |
        | calls   | SleepEx             |
        | begins  | A                   |
        | ends    | A                   |
        | returns | WAIT_IO_COMPLETION  |

    Scenario: The thread makes no call
      Given main queues APC A to worker
      When 50 ms pass
      And worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

    Scenario Outline: No other function runs it
      Given a manual-reset event E, not signaled
      And a mutex M, owned by worker
      And a semaphore S with count 0 of at most 1
      And thread routine R calls:
        """
        SetLastError(0)
        """
      And main queues APC A to worker
      When worker calls <call>
      And worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | <call>             |
        | returns | <result>           |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

      Examples:
        | call                                       | result        |
        | CreateThread(NULL, 0, R, 0, 0, NULL)       | handle        |
        | OpenThread(SYNCHRONIZE, FALSE, id of main) | handle        |
        | GetCurrentThread()                         | handle        |
        | GetExitCodeThread(main, &code)             | TRUE          |
        | SuspendThread(helper)                      | 0             |
        | ResumeThread(main)                         | 0             |
        | TerminateThread(helper, 3)                 | TRUE          |
        | SwitchToThread()                           | FALSE or TRUE |
        | CreateEventW(NULL, TRUE, FALSE, NULL)      | handle        |
        | PulseEvent(E)                              | TRUE          |
        | CreateMutexW(NULL, FALSE, NULL)            | handle        |
        | ReleaseMutex(M)                            | TRUE          |
        | CreateSemaphoreW(NULL, 0, 1, NULL)         | handle        |
        | ReleaseSemaphore(S, 1, NULL)               | TRUE          |
        | SetLastError(5)                            | void          |
        | GetLastError()                             | ERROR_SUCCESS |

    Scenario Outline: No function of handles runs it
      Given a manual-reset event E, not signaled
      And main calls self = GetCurrentProcess()
      And main calls F = CreateEventW(NULL, TRUE, FALSE, NULL)
      And main queues APC A to worker
      When worker calls <call>
      And worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | <call>             |
        | returns | <result>           |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

      Examples:
        | call                                                         | result         |
        | GetCurrentProcess()                                          | handle or NULL |
        | DuplicateHandle(self, E, self, &copy, SYNCHRONIZE, FALSE, 0) | TRUE           |
        | CloseHandle(F)                                               | TRUE           |

    Scenario Outline: No function of timers runs it
      Given these objects:
        | name | made by                                |
        | T    | CreateWaitableTimerW(NULL, TRUE, NULL) |
      And main calls SetWaitableTimer(T, {after: 60000}, 0, NULL, 0, FALSE)
      And main queues APC A to worker
      When worker calls <call>
      And worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | <call>             |
        | returns | <result>           |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

      Examples:
        | call                                                       | result |
        | CreateWaitableTimerW(NULL, FALSE, NULL)                    | handle |
        | CreateWaitableTimerExW(NULL, NULL, 0, SYNCHRONIZE)         | handle |
        | SetWaitableTimer(T, {after: 60000}, 0, NULL, 0, FALSE)     | TRUE   |
        | SetWaitableTimerEx(T, {after: 60000}, 0, NULL, 0, NULL, 0) | TRUE   |
        | CancelWaitableTimer(T)                                     | TRUE   |

  @DELIVER-YIELD-1
  Rule: DELIVER-YIELD-1 Giving way runs no APC

    Scenario: A pending APC stays in the queue
      Given main queues APC A to worker
      When worker calls SwitchToThread()
      And worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SwitchToThread     |
        | returns | FALSE or TRUE      |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

    Scenario: Giving way in a routine does not run the APC behind it
      Given APC routine A calls:
        """
        SwitchToThread()
        """
      And main queues APC A to worker
      And main queues APC B to worker
      When worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | A                  |
        | calls   | SwitchToThread     |
        | returns | FALSE or TRUE      |
        | ends    | A                  |
        | begins  | B                  |
        | ends    | B                  |
        | returns | WAIT_IO_COMPLETION |

  @DELIVER-NONALERTWAIT-1
  Rule: DELIVER-NONALERTWAIT-1 A non-alertable wait neither runs APCs nor ends for them

    Scenario Outline: A sleep with an APC pending
      Given main queues APC A to worker
      When worker calls <call>
      And after it returns, worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | <call>             |
        | returns | <result>           |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

      Examples:
        | call               | result |
        | Sleep(20)          | void   |
        | SleepEx(20, FALSE) | 0      |

    Scenario Outline: A wait with an APC pending
      Given a manual-reset event E, not signaled
      And a manual-reset event F, not signaled
      And main queues APC A to worker
      When worker calls <call>
      And after it returns, worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | <call>             |
        | returns | WAIT_TIMEOUT       |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

      Examples:
        | call                                                  |
        | WaitForSingleObject(E, 20)                            |
        | WaitForSingleObjectEx(E, 20, FALSE)                   |
        | WaitForMultipleObjects(2, [E, F], FALSE, 20)          |
        | WaitForMultipleObjects(2, [E, F], TRUE, 20)           |
        | WaitForMultipleObjectsEx(2, [E, F], FALSE, 20, FALSE) |
        | WaitForMultipleObjectsEx(2, [E, F], TRUE, 20, FALSE)  |
        | SignalObjectAndWait(F, E, 20, FALSE)                  |

    Scenario Outline: A sleep during which an APC is queued
      Given worker is blocked in <call>
      When main queues APC A to worker
      And after it returns, worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | <call>             |
        | returns | <result>           |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

      Examples:
        | call                 | result |
        | Sleep(1000)          | void   |
        | SleepEx(1000, FALSE) | 0      |

    Scenario Outline: A wait during which an APC is queued
      Given a manual-reset event E, not signaled
      And a manual-reset event F, not signaled
      And worker is blocked in <call>
      When main queues APC A to worker
      And main calls SetEvent(E)
      And worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | <call>             |
        | returns | WAIT_OBJECT_0      |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

      Examples:
        | call                                                        |
        | WaitForSingleObject(E, INFINITE)                            |
        | WaitForSingleObjectEx(E, INFINITE, FALSE)                   |
        | WaitForMultipleObjects(2, [E, F], FALSE, INFINITE)          |
        | WaitForMultipleObjectsEx(2, [E, F], FALSE, INFINITE, FALSE) |
        | SignalObjectAndWait(F, E, INFINITE, FALSE)                  |

    Scenario: An APC is queued while the thread enters a wait that is then ended by its object
      Given a manual-reset event E, not signaled
      When these calls are made at the same time:
        | worker                           | main                       |
        | WaitForSingleObject(E, INFINITE) | QueueUserAPC(A, worker, 0) |
        |                                  | SetEvent(E)                |
      And worker calls SleepEx(INFINITE, TRUE)
      Then every outcome is one of:
        | worker                     | why                                                                          |
        | returns WAIT_OBJECT_0;     | before, during or after the wait, the APC has no part in it and stays queued |
        | begins A; ends A;          |                                                                              |
        | returns WAIT_IO_COMPLETION |                                                                              |

    Scenario Outline: An APC is queued while the waiter is suspended
      Given a manual-reset event E, not signaled
      And a semaphore S with count 0 of at most 1
      And <thread> is blocked in <wait>
      And helper calls SuspendThread(<thread>)
      And helper queues APCs A, A to <thread>
      And helper calls ResumeThread(<thread>)
      When helper calls SetEvent(E)
      And <thread> calls SleepEx(0, TRUE)
      Then this happens on <thread>, in this order and nothing else:
        | event   | what               |
        | calls   | <wait>             |
        | returns | <result>           |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

      Examples:
        | thread | wait                                               | result            |
        | main   | WaitForSingleObject(E, INFINITE)                   | WAIT_OBJECT_0     |
        | worker | WaitForSingleObjectEx(E, 1000, FALSE)              | WAIT_OBJECT_0     |
        | worker | WaitForMultipleObjects(2, [S, E], FALSE, INFINITE) | WAIT_OBJECT_0 + 1 |

    Scenario Outline: A wait for a timer during which an APC is queued
      Given these objects:
        | name | made by                                 |
        | T    | CreateWaitableTimerW(NULL, FALSE, NULL) |
      And a manual-reset event E, not signaled
      And main calls SetWaitableTimer(T, {after: <due>}, 0, NULL, 0, FALSE)
      When worker calls <wait>
      And main queues APC A to worker
      And after it returns, worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | <wait>             |
        | returns | <result>           |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

      Examples:
        | due   | wait                                                        | result            |
        | 60000 | WaitForSingleObject(T, 100)                                 | WAIT_TIMEOUT      |
        | 100   | WaitForSingleObject(T, INFINITE)                            | WAIT_OBJECT_0     |
        | 60000 | WaitForMultipleObjects(2, [E, T], FALSE, 100)               | WAIT_TIMEOUT      |
        | 100   | WaitForMultipleObjectsEx(2, [E, T], FALSE, INFINITE, FALSE) | WAIT_OBJECT_0 + 1 |

  @DELIVER-STATE-END-1
  Rule: DELIVER-STATE-END-1 A thread is alertable only during the call

    Scenario: The call returned because of an APC
      Given a manual-reset event E, not signaled
      And main queues APC A to worker
      When worker calls SleepEx(INFINITE, TRUE)
      And main queues APC B to worker
      And worker calls Sleep(20)
      And after it returns, worker calls WaitForSingleObject(E, 20)
      And after it returns, worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SleepEx             |
        | begins  | A                   |
        | ends    | A                   |
        | returns | WAIT_IO_COMPLETION  |
        | calls   | Sleep               |
        | returns | void                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |
        | calls   | SleepEx             |
        | begins  | B                   |
        | ends    | B                   |
        | returns | WAIT_IO_COMPLETION  |

    Scenario: The call returned because its time had passed
      Given worker calls SleepEx(20, TRUE)
      When 20 ms pass
      And main queues APC A to worker
      And worker calls Sleep(20)
      And after it returns, worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | returns | 0                  |
        | calls   | Sleep              |
        | returns | void               |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |
