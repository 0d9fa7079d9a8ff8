Feature: Return values of WaitForMultipleObjectsEx
  A wait for any object reports the index of the object that ended it and takes only that one; a wait for all objects takes all of
  them in one step or none. APCs end an alertable wait of either kind.

  @RETURN-WFMO-IOC-1
  Rule: RETURN-WFMO-IOC-1 WaitForMultipleObjectsEx returns WAIT_IO_COMPLETION after APCs

    Scenario Outline: The APC is pending on entry
      Given a manual-reset event E, not signaled
      And a manual-reset event F, not signaled
      And main queues APC A to worker
      When worker calls WaitForMultipleObjectsEx(2, [E, F], <all>, 100, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                     |
        | calls   | WaitForMultipleObjectsEx |
        | begins  | A                        |
        | ends    | A                        |
        | returns | WAIT_IO_COMPLETION       |

      Examples:
        | all   |
        | FALSE |
        | TRUE  |

  @RETURN-WFMO-INDEX-1
  Rule: RETURN-WFMO-INDEX-1 The smallest index signaled at entry is reported

    Scenario Outline: The second and the fourth event are signaled
      Given a manual-reset event E, not signaled
      And a manual-reset event F, signaled
      And a manual-reset event G, not signaled
      And a manual-reset event H, signaled
      When worker calls WaitForMultipleObjectsEx(4, [E, F, G, H], FALSE, 100, <alertable>)
      Then this happens on worker, in this order and nothing else:
        | event   | what                     |
        | calls   | WaitForMultipleObjectsEx |
        | returns | WAIT_OBJECT_0 + 1        |

      Examples:
        | alertable |
        | TRUE      |
        | FALSE     |

    Scenario: The order of the array counts, not that of the signals
      Given a manual-reset event E, not signaled
      And a manual-reset event F, not signaled
      And main calls SetEvent(F)
      And main calls SetEvent(E)
      When worker calls WaitForMultipleObjectsEx(2, [E, F], FALSE, 100, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                     |
        | calls   | WaitForMultipleObjectsEx |
        | returns | WAIT_OBJECT_0            |

    Scenario Outline: The second and the third object are signaled, whatever they are and whatever came before
      Given a manual-reset event G, not signaled
      And a manual-reset event H, not signaled
      And an auto-reset event E, not signaled
      And an auto-reset event F, signaled
      And a mutex M, free
      And a mutex Own, owned by <thread>
      And a semaphore S with count 1 of at most 1
      And a semaphore T with count 1 of at most 1
      And <other> calls ResetEvent(E)
      And <thread> is blocked in WaitForSingleObject(H, INFINITE)
      And <by> queues APCs A, B, C to <thread>
      And <by> calls SetEvent(H)
      And <thread> calls Sleep(1)
      And after it returns, <thread> calls SleepEx(0, TRUE)
      And <thread> calls <before>
      When <thread> calls <wait>
      And <other> calls WaitForSingleObject(<second>, 0)
      And <other> calls WaitForSingleObject(S, 0)
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
        | returns | WAIT_OBJECT_0 + 1   |
      And this happens on <other>, in this order and nothing else:
        | event   | what                |
        | calls   | ResetEvent          |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

      Examples:
        | thread | by     | other  | before                    | passed        | wait                                                           | second |
        | main   | worker | helper | GetCurrentThreadId()      | id of main    | WaitForMultipleObjects(3, [E, F, S], FALSE, INFINITE)          | F      |
        | worker | main   | helper | SleepEx(0, FALSE)         | 0             | WaitForMultipleObjectsEx(3, [G, M, S], FALSE, INFINITE, FALSE) | M      |
        | helper | worker | main   | WaitForSingleObject(H, 0) | WAIT_OBJECT_0 | WaitForMultipleObjectsEx(3, [main, T, S], FALSE, 1000, TRUE)   | T      |
        | helper | main   | worker | GetCurrentThreadId()      | id of helper  | WaitForMultipleObjects(3, [E, Own, S], FALSE, 0)               | Own    |

  @RETURN-WFMO-OBJECT-1
  Rule: RETURN-WFMO-OBJECT-1 Signals end a multiple wait that blocks

    Scenario Outline: Any of two objects
      Given a manual-reset event E, not signaled
      And a manual-reset event F, not signaled
      And a mutex M, owned by main
      And a semaphore S with count 0 of at most 1
      And a manual-reset event Later, not signaled
      And thread routine R calls:
        """
        WaitForMultipleObjectsEx(2, <objects>, FALSE, 1000, <alertable>)
        WaitForSingleObject(Later, 0)
        """
      And main calls t = CreateThread(NULL, 0, R, 0, 0, NULL)
      When main calls <signal>
      And main calls SetEvent(Later)
      Then this happens on t, in this order and nothing else:
        | event   | what                     |
        | starts  | R                        |
        | calls   | WaitForMultipleObjectsEx |
        | returns | <result>                 |
        | calls   | WaitForSingleObject      |
        | returns | WAIT_TIMEOUT             |
        | exits   |                          |

      Examples:
        | objects | alertable | signal                       | result            |
        | [E, F]  | TRUE      | SetEvent(F)                  | WAIT_OBJECT_0 + 1 |
        | [E, F]  | FALSE     | SetEvent(E)                  | WAIT_OBJECT_0     |
        | [E, S]  | TRUE      | ReleaseSemaphore(S, 1, NULL) | WAIT_OBJECT_0 + 1 |
        | [E, M]  | TRUE      | ReleaseMutex(M)              | WAIT_OBJECT_0 + 1 |

    Scenario Outline: The second of two objects
      Given a manual-reset event E, not signaled
      And a manual-reset event F, not signaled
      And a mutex M, owned by main
      And a semaphore S with count 0 of at most 1
      And a manual-reset event Later, not signaled
      And thread routine R calls:
        """
        WaitForMultipleObjectsEx(2, <objects>, TRUE, 1000, <alertable>)
        WaitForSingleObject(Later, 0)
        """
      And main calls t = CreateThread(NULL, 0, R, 0, 0, NULL)
      And main calls SetEvent(E)
      When main calls <signal>
      And main calls SetEvent(Later)
      Then this happens on t, in this order and nothing else:
        | event   | what                               |
        | starts  | R                                  |
        | calls   | WaitForMultipleObjectsEx           |
        | returns | WAIT_OBJECT_0 or WAIT_OBJECT_0 + 1 |
        | calls   | WaitForSingleObject                |
        | returns | WAIT_TIMEOUT                       |
        | exits   |                                    |

      Examples:
        | objects | alertable | signal                       |
        | [E, F]  | TRUE      | SetEvent(F)                  |
        | [E, F]  | FALSE     | SetEvent(F)                  |
        | [E, S]  | TRUE      | ReleaseSemaphore(S, 1, NULL) |
        | [E, M]  | TRUE      | ReleaseMutex(M)              |

    Scenario Outline: The second of three objects, on a thread whose earlier waits APCs and time-outs have ended
      Given an auto-reset event E, not signaled
      And an auto-reset event F, not signaled
      And a manual-reset event H, not signaled
      And a semaphore S with count 0 of at most 2
      And main queues APC A to <thread>
      And <thread> calls SleepEx(0, TRUE)
      And <thread> is blocked in WaitForSingleObject(H, INFINITE)
      And main queues APCs A, A to <thread>
      And main calls SetEvent(H)
      And <thread> calls SleepEx(0, TRUE)
      And <thread> calls WaitForSingleObject(E, 0)
      And after it returns, <thread> calls <last>
      And after it returns, <thread> calls <wait>
      When main calls SetEvent(F)
      And main calls SetEvent(F)
      And main calls WaitForSingleObject(F, 0)
      Then this happens on <thread>, in this order and nothing else:
        | event   | what                |
        | calls   | SleepEx             |
        | begins  | A                   |
        | ends    | A                   |
        | returns | WAIT_IO_COMPLETION  |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | SleepEx             |
        | begins  | A                   |
        | ends    | A                   |
        | begins  | A                   |
        | ends    | A                   |
        | returns | WAIT_IO_COMPLETION  |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |
        | calls   | <last>              |
        | returns | <passed>            |
        | calls   | <wait>              |
        | returns | WAIT_OBJECT_0 + 1   |
      And this happens on main, in this order and nothing else:
        | event   | what                |
        | calls   | QueueUserAPC        |
        | returns | nonzero             |
        | calls   | QueueUserAPC        |
        | returns | nonzero             |
        | calls   | QueueUserAPC        |
        | returns | nonzero             |
        | calls   | SetEvent            |
        | returns | TRUE                |
        | calls   | SetEvent            |
        | returns | TRUE                |
        | calls   | SetEvent            |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

      Examples:
        | thread | last                                          | passed       | wait                                                          |
        | worker | SleepEx(1, TRUE)                              | 0            | WaitForMultipleObjectsEx(3, [E, F, S], FALSE, INFINITE, TRUE) |
        | helper | WaitForMultipleObjects(3, [E, F, S], TRUE, 1) | WAIT_TIMEOUT | WaitForMultipleObjects(3, [E, F, S], FALSE, INFINITE)         |

    Scenario Outline: The end of a thread
      Given a semaphore S with count <units> of at most 1
      And a manual-reset event Go, not signaled
      And a manual-reset event Later, not signaled
      And thread routine Ends calls:
        """
        WaitForSingleObject(Go, INFINITE)
        """
      And thread routine Waits calls:
        """
        WaitForMultipleObjects(2, [S, ends], <all>, 1000)
        WaitForSingleObject(Later, 0)
        """
      And main calls ends = CreateThread(NULL, 0, Ends, 0, 0, NULL)
      And main calls waits = CreateThread(NULL, 0, Waits, 0, 0, NULL)
      When main calls SetEvent(Go)
      And main calls SetEvent(Later)
      Then this happens on waits, in this order and nothing else:
        | event   | what                   |
        | starts  | Waits                  |
        | calls   | WaitForMultipleObjects |
        | returns | <result>               |
        | calls   | WaitForSingleObject    |
        | returns | WAIT_TIMEOUT           |
        | exits   |                        |

      Examples:
        | units | all   | result                             |
        | 0     | FALSE | WAIT_OBJECT_0 + 1                  |
        | 1     | TRUE  | WAIT_OBJECT_0 or WAIT_OBJECT_0 + 1 |

    Scenario Outline: The last of all objects, whatever they are and whatever came before
      Given a manual-reset event H, not signaled
      And an auto-reset event E, not signaled
      And an auto-reset event F, signaled
      And a mutex M, free
      And a mutex Own, owned by <thread>
      And a semaphore T with count 1 of at most 1
      And <other> calls ResetEvent(E)
      And a semaphore U with count 0 of at most 2
      And <thread> is blocked in WaitForSingleObject(H, INFINITE)
      And <by> queues APCs A, B, C to <thread>
      And <by> calls SetEvent(H)
      And <thread> calls Sleep(1)
      And after it returns, <thread> calls SleepEx(0, TRUE)
      And <thread> calls <before>
      And <thread> is blocked in <wait>
      When <by> calls ReleaseSemaphore(U, 2, NULL)
      And <other> calls WaitForSingleObject(<taken>, 0)
      And <other> calls WaitForSingleObject(U, 0)
      And <other> calls WaitForSingleObject(U, 0)
      Then this happens on <thread>, in this order and nothing else:
        | event   | what                 |
        | calls   | WaitForSingleObject  |
        | returns | WAIT_OBJECT_0        |
        | calls   | Sleep                |
        | returns | void                 |
        | calls   | SleepEx              |
        | begins  | A                    |
        | ends    | A                    |
        | begins  | B                    |
        | ends    | B                    |
        | begins  | C                    |
        | ends    | C                    |
        | returns | WAIT_IO_COMPLETION   |
        | calls   | <before>             |
        | returns | <passed>             |
        | calls   | <wait>               |
        | returns | WAIT_OBJECT_0 + 0..2 |
      And this happens on <other>, in this order and nothing else:
        | event   | what                |
        | calls   | ResetEvent          |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |

      Examples:
        | thread | by     | other  | before                    | passed        | wait                                                         | taken |
        | main   | worker | helper | GetCurrentThreadId()      | id of main    | WaitForMultipleObjects(3, [T, U, F], TRUE, INFINITE)         | F     |
        | worker | main   | helper | SleepEx(0, FALSE)         | 0             | WaitForMultipleObjectsEx(3, [U, M, H], TRUE, 1000, FALSE)    | M     |
        | helper | worker | main   | WaitForSingleObject(H, 0) | WAIT_OBJECT_0 | WaitForMultipleObjectsEx(3, [H, F, U], TRUE, INFINITE, TRUE) | F     |
        | helper | main   | worker | GetCurrentThreadId()      | id of helper  | WaitForMultipleObjects(3, [Own, T, U], TRUE, 1000)           | T     |

    Scenario Outline: All of one object
      Given a semaphore S with count <count> of at most 1
      And worker calls WaitForMultipleObjects<ex>(1, [S], TRUE, 1000<flag>)
      When main calls ReleaseSemaphore(S, 1, NULL)
      Then this happens on worker, in this order and nothing else:
        | event   | what                       |
        | calls   | WaitForMultipleObjects<ex> |
        | returns | WAIT_OBJECT_0              |

      Examples:
        | ex | flag    | count |
        |    |         | 0     |
        | Ex | , TRUE  | 1     |
        | Ex | , FALSE | 0     |

  @RETURN-WFMO-INDEX-BLOCKED-1
  Rule: RETURN-WFMO-INDEX-BLOCKED-1 Which index a blocked wait reports when two objects follow closely

    Scenario: One thread signals the higher index just before the lower
      Given a manual-reset event E, not signaled
      And a manual-reset event F, not signaled
      And APC routine Both calls:
        """
        SetEvent(F)
        SetEvent(E)
        """
      And worker is blocked in WaitForMultipleObjectsEx(2, [E, F], FALSE, INFINITE, FALSE)
      And main queues APC Both to helper
      When helper calls SleepEx(0, TRUE)
      Then what happens on worker is recorded

  @RETURN-WFMO-ALL-1
  Rule: RETURN-WFMO-ALL-1 A wait for all objects touches none until all are signaled

    Scenario: An APC ends the wait while one event is signaled
      Given an auto-reset event E, signaled
      And a manual-reset event F, not signaled
      And main queues APC A to worker
      When worker calls WaitForMultipleObjectsEx(2, [E, F], TRUE, 100, TRUE)
      And after it returns, worker calls WaitForSingleObject(E, 0)
      Then this happens on worker, in this order and nothing else:
        | event   | what                     |
        | calls   | WaitForMultipleObjectsEx |
        | begins  | A                        |
        | ends    | A                        |
        | returns | WAIT_IO_COMPLETION       |
        | calls   | WaitForSingleObject      |
        | returns | WAIT_OBJECT_0            |

    Scenario: The wait times out while one event is signaled
      Given an auto-reset event E, signaled
      And a manual-reset event F, not signaled
      When worker calls WaitForMultipleObjectsEx(2, [E, F], TRUE, 20, TRUE)
      And after it returns, worker calls WaitForSingleObject(E, 0)
      Then this happens on worker, in this order and nothing else:
        | event   | what                     |
        | calls   | WaitForMultipleObjectsEx |
        | returns | WAIT_TIMEOUT             |
        | calls   | WaitForSingleObject      |
        | returns | WAIT_OBJECT_0            |

    Scenario: The wait times out while one semaphore has a count
      Given a semaphore S with count 1 of at most 1
      And a manual-reset event E, not signaled
      When worker calls WaitForMultipleObjectsEx(2, [S, E], TRUE, 20, TRUE)
      And after it returns, worker calls WaitForSingleObject(S, 0)
      Then this happens on worker, in this order and nothing else:
        | event   | what                     |
        | calls   | WaitForMultipleObjectsEx |
        | returns | WAIT_TIMEOUT             |
        | calls   | WaitForSingleObject      |
        | returns | WAIT_OBJECT_0            |

    Scenario: Another thread takes the unit of the semaphore in the meantime
      Given a semaphore S with count 1 of at most 1
      And a manual-reset event E, not signaled
      And worker is blocked in WaitForMultipleObjectsEx(2, [S, E], TRUE, INFINITE, TRUE)
      When helper calls WaitForSingleObject(S, 0)
      And main calls SetEvent(E)
      And main calls ReleaseSemaphore(S, 1, NULL)
      And after it returns, worker calls WaitForSingleObject(S, 0)
      Then this happens on helper, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
      And this happens on worker, in this order and nothing else:
        | event   | what                               |
        | calls   | WaitForMultipleObjectsEx           |
        | returns | WAIT_OBJECT_0 or WAIT_OBJECT_0 + 1 |
        | calls   | WaitForSingleObject                |
        | returns | WAIT_TIMEOUT                       |

    Scenario: Both semaphores have a count on entry
      Given a semaphore S with count 1 of at most 1
      And a semaphore T with count 1 of at most 1
      When worker calls WaitForMultipleObjectsEx(2, [S, T], TRUE, 100, TRUE)
      And after it returns, worker calls WaitForSingleObject(S, 0)
      And worker calls WaitForSingleObject(T, 0)
      Then this happens on worker, in this order and nothing else:
        | event   | what                               |
        | calls   | WaitForMultipleObjectsEx           |
        | returns | WAIT_OBJECT_0 or WAIT_OBJECT_0 + 1 |
        | calls   | WaitForSingleObject(S, 0)          |
        | returns | WAIT_TIMEOUT                       |
        | calls   | WaitForSingleObject(T, 0)          |
        | returns | WAIT_TIMEOUT                       |

    Scenario: An APC ends the wait while a mutex is free
      Given a mutex M, free
      And a mutex Own, owned by worker
      And a manual-reset event E, not signaled
      And main queues APC A to worker
      When worker calls WaitForMultipleObjectsEx(2, [M, E], TRUE, 100, TRUE)
      And after it returns, worker calls ReleaseMutex(M)
      And worker calls ReleaseMutex(Own)
      And main calls WaitForSingleObject(M, 0)
      Then this happens on worker, in this order and nothing else:
        | event   | what                     |
        | calls   | WaitForMultipleObjectsEx |
        | begins  | A                        |
        | ends    | A                        |
        | returns | WAIT_IO_COMPLETION       |
        | calls   | ReleaseMutex             |
        | returns | FALSE                    |
        | calls   | ReleaseMutex             |
        | returns | TRUE                     |
      And this happens on main, in this order and nothing else:
        | event   | what                |
        | calls   | QueueUserAPC        |
        | returns | nonzero             |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

    Scenario Outline: One object is missing when the time is over, whatever they are and whatever came before
      Given a manual-reset event G, not signaled
      And a manual-reset event H, not signaled
      And an auto-reset event E, not signaled
      And an auto-reset event F, signaled
      And a mutex M, free
      And a semaphore T with count 1 of at most 1
      And <other> calls ResetEvent(E)
      And <thread> is blocked in WaitForSingleObject(H, INFINITE)
      And <by> queues APCs A, B, C to <thread>
      And <by> calls SetEvent(H)
      And <thread> calls Sleep(1)
      And after it returns, <thread> calls SleepEx(0, TRUE)
      And <thread> calls <before>
      And after it returns, <thread> calls <wait>
      And after it returns, <thread> calls ResetEvent(G)
      When <other> calls WaitForSingleObject(F, 0)
      And <other> calls WaitForSingleObject(M, 0)
      And <other> calls WaitForSingleObject(T, 0)
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
        | returns | WAIT_TIMEOUT        |
        | calls   | ResetEvent          |
        | returns | TRUE                |
      And this happens on <other>, in this order and nothing else:
        | event   | what                |
        | calls   | ResetEvent          |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

      Examples:
        | thread | by     | other  | before                    | passed        | wait                                                   |
        | main   | worker | helper | WaitForSingleObject(H, 0) | WAIT_OBJECT_0 | WaitForMultipleObjects(2, [T, E], TRUE, 1)             |
        | main   | helper | worker | GetCurrentThreadId()      | id of main    | WaitForMultipleObjectsEx(2, [E, F], TRUE, 1, TRUE)     |
        | worker | main   | helper | SleepEx(0, FALSE)         | 0             | WaitForMultipleObjectsEx(3, [M, G, F], TRUE, 1, FALSE) |
        | worker | helper | main   | GetCurrentThreadId()      | id of worker  | WaitForMultipleObjects(2, [main, M], TRUE, 1)          |
        | helper | main   | worker | SleepEx(0, FALSE)         | 0             | WaitForMultipleObjects(3, [T, F, worker], TRUE, 1)     |
        | helper | worker | main   | WaitForSingleObject(H, 0) | WAIT_OBJECT_0 | WaitForMultipleObjectsEx(3, [F, M, G], TRUE, 1, TRUE)  |

    Scenario: The thread is suspended when one of two objects is signaled
      Given a semaphore S with count 0 of at most 1
      And a semaphore T with count 0 of at most 1
      And worker is blocked in WaitForMultipleObjectsEx(2, [S, T], TRUE, INFINITE, TRUE)
      And main calls SuspendThread(worker)
      And main calls ReleaseSemaphore(S, 1, NULL)
      And main calls ResumeThread(worker)
      When main calls WaitForSingleObject(S, 0)
      And main calls ReleaseSemaphore(T, 1, NULL)
      And main calls ReleaseSemaphore(S, 1, NULL)
      And main calls WaitForSingleObject(S, 0)
      And main calls WaitForSingleObject(T, 0)
      Then this happens on worker, in this order and nothing else:
        | event   | what                     |
        | calls   | WaitForMultipleObjectsEx |
        | returns | WAIT_OBJECT_0 + 0..1     |
      And this happens on main, in this order and nothing else:
        | event   | what                |
        | calls   | SuspendThread       |
        | returns | 0                   |
        | calls   | ReleaseSemaphore    |
        | returns | TRUE                |
        | calls   | ResumeThread        |
        | returns | 1                   |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | ReleaseSemaphore    |
        | returns | TRUE                |
        | calls   | ReleaseSemaphore    |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |

  @RETURN-WFMO-CONSUME-1
  Rule: RETURN-WFMO-CONSUME-1 A wait for any object modifies only the object it reports

    Scenario: Both events are signaled on entry
      Given an auto-reset event E, signaled
      And an auto-reset event F, signaled
      When worker calls WaitForMultipleObjectsEx(2, [E, F], FALSE, 100, TRUE)
      And after it returns, worker calls WaitForSingleObject(E, 0)
      And worker calls WaitForSingleObject(F, 0)
      Then this happens on worker, in this order and nothing else:
        | event   | what                      |
        | calls   | WaitForMultipleObjectsEx  |
        | returns | WAIT_OBJECT_0             |
        | calls   | WaitForSingleObject(E, 0) |
        | returns | WAIT_TIMEOUT              |
        | calls   | WaitForSingleObject(F, 0) |
        | returns | WAIT_OBJECT_0             |

    Scenario: Both semaphores have a count on entry
      Given a semaphore S with count 1 of at most 2
      And a semaphore T with count 1 of at most 2
      When worker calls WaitForMultipleObjectsEx(2, [S, T], FALSE, 100, TRUE)
      And after it returns, worker calls WaitForSingleObject(S, 0)
      And worker calls WaitForSingleObject(T, 0)
      Then this happens on worker, in this order and nothing else:
        | event   | what                      |
        | calls   | WaitForMultipleObjectsEx  |
        | returns | WAIT_OBJECT_0             |
        | calls   | WaitForSingleObject(S, 0) |
        | returns | WAIT_TIMEOUT              |
        | calls   | WaitForSingleObject(T, 0) |
        | returns | WAIT_OBJECT_0             |

    Scenario: The other semaphore is released after the wait is over
      Given a semaphore S with count 0 of at most 1
      And a semaphore T with count 0 of at most 1
      And worker is blocked in WaitForMultipleObjectsEx(2, [S, T], FALSE, INFINITE, TRUE)
      When main calls ReleaseSemaphore(T, 1, NULL)
      And main calls ReleaseSemaphore(S, 1, NULL)
      And after it returns, worker calls WaitForSingleObject(T, 0)
      And worker calls WaitForSingleObject(S, 0)
      Then this happens on worker, in this order and nothing else:
        | event   | what                      |
        | calls   | WaitForMultipleObjectsEx  |
        | returns | WAIT_OBJECT_0 + 1         |
        | calls   | WaitForSingleObject(T, 0) |
        | returns | WAIT_TIMEOUT              |
        | calls   | WaitForSingleObject(S, 0) |
        | returns | WAIT_OBJECT_0             |

    Scenario Outline: Each wait of a thread takes what ends it and nothing else
      Given an auto-reset event E, signaled
      And an auto-reset event F, signaled
      And a manual-reset event H, not signaled
      And a semaphore S with count 2 of at most 2
      And thread routine R calls:
        """
        <before>
        WaitForMultipleObjects<ex>(3, [E, F, S], FALSE, 0<flag>)
        <before>
        WaitForMultipleObjects<ex>(2, [E, F], FALSE, 0<flag>)
        <before>
        WaitForMultipleObjects<ex>(2, [E, S], FALSE, 0<flag>)
        <before>
        WaitForMultipleObjects<ex>(2, [S, E], TRUE, 0<flag>)
        SetEvent(E)
        <before>
        WaitForMultipleObjects<ex>(2, [E, S], TRUE, 0<flag>)
        <before>
        WaitForMultipleObjects<ex>(2, [E, S], FALSE, 0<flag>)
        """
      And main calls SetEvent(H)
      When worker calls t = CreateThread(NULL, 0, R, 0, 0, NULL)
      Then this happens on t, in this order and nothing else:
        | event   | what                               |
        | starts  | R                                  |
        | calls   | <before>                           |
        | returns | <passed>                           |
        | calls   | WaitForMultipleObjects<ex>         |
        | returns | WAIT_OBJECT_0                      |
        | calls   | <before>                           |
        | returns | <passed>                           |
        | calls   | WaitForMultipleObjects<ex>         |
        | returns | WAIT_OBJECT_0 + 1                  |
        | calls   | <before>                           |
        | returns | <passed>                           |
        | calls   | WaitForMultipleObjects<ex>         |
        | returns | WAIT_OBJECT_0 + 1                  |
        | calls   | <before>                           |
        | returns | <passed>                           |
        | calls   | WaitForMultipleObjects<ex>         |
        | returns | WAIT_TIMEOUT                       |
        | calls   | SetEvent                           |
        | returns | TRUE                               |
        | calls   | <before>                           |
        | returns | <passed>                           |
        | calls   | WaitForMultipleObjects<ex>         |
        | returns | WAIT_OBJECT_0 or WAIT_OBJECT_0 + 1 |
        | calls   | <before>                           |
        | returns | <passed>                           |
        | calls   | WaitForMultipleObjects<ex>         |
        | returns | WAIT_TIMEOUT                       |
        | exits   |                                    |

      Examples:
        | ex | flag    | before                    | passed        |
        |    |         | SleepEx(0, TRUE)          | 0             |
        |    |         | WaitForSingleObject(H, 0) | WAIT_OBJECT_0 |
        |    |         | GetCurrentThreadId()      | id of t       |
        | Ex | , FALSE | SleepEx(0, TRUE)          | 0             |
        | Ex | , TRUE  | WaitForSingleObject(H, 0) | WAIT_OBJECT_0 |

    Scenario Outline: A wait of a thread with pending APCs takes what ends it and nothing else
      Given an auto-reset event E, signaled
      And an auto-reset event F, signaled
      And a semaphore S with count 2 of at most 2
      And APC routine Waits calls:
        """
        WaitForMultipleObjects(3, [E, F, S], FALSE, 0)
        WaitForMultipleObjects(2, [E, F], FALSE, 0)
        WaitForMultipleObjects(2, [E, S], FALSE, 0)
        WaitForMultipleObjects(2, [S, E], TRUE, 0)
        WaitForMultipleObjects(2, [E, S], FALSE, 0)
        WaitForMultipleObjects(2, [E, S], FALSE, 0)
        """
      And APC routine Outer calls:
        """
        SleepEx(0, TRUE)
        """
      And worker queues APCs Outer, Waits, A, B to <thread>
      When <thread> calls SleepEx(0, TRUE)
      Then this happens on <thread>, in this order and nothing else:
        | event   | what                   |
        | calls   | SleepEx                |
        | begins  | Outer                  |
        | calls   | SleepEx                |
        | begins  | Waits                  |
        | calls   | WaitForMultipleObjects |
        | returns | WAIT_OBJECT_0          |
        | calls   | WaitForMultipleObjects |
        | returns | WAIT_OBJECT_0 + 1      |
        | calls   | WaitForMultipleObjects |
        | returns | WAIT_OBJECT_0 + 1      |
        | calls   | WaitForMultipleObjects |
        | returns | WAIT_TIMEOUT           |
        | calls   | WaitForMultipleObjects |
        | returns | WAIT_OBJECT_0 + 1      |
        | calls   | WaitForMultipleObjects |
        | returns | WAIT_TIMEOUT           |
        | ends    | Waits                  |
        | begins  | A                      |
        | ends    | A                      |
        | begins  | B                      |
        | ends    | B                      |
        | returns | WAIT_IO_COMPLETION     |
        | ends    | Outer                  |
        | returns | WAIT_IO_COMPLETION     |

      Examples:
        | thread |
        | main   |
        | helper |

    Scenario: A thread that has ended beside a semaphore
      Given a semaphore S with count 3 of at most 3
      And a semaphore T with count 0 of at most 1
      And thread routine R calls:
        """
        SetLastError(0)
        """
      And main calls t = CreateThread(NULL, 0, R, 0, 0, NULL)
      And main calls WaitForSingleObject(t, INFINITE)
      When main calls WaitForMultipleObjects(2, [t, S], FALSE, 0)
      And main calls WaitForMultipleObjects(2, [S, t], FALSE, 0)
      And main calls WaitForMultipleObjects(2, [T, t], FALSE, 0)
      And main calls WaitForMultipleObjects(2, [T, t], TRUE, 0)
      And main calls WaitForMultipleObjects(2, [t, T], TRUE, 0)
      And main calls WaitForMultipleObjects(2, [t, S], TRUE, 0)
      And main calls WaitForMultipleObjects(2, [worker, S], TRUE, 1)
      And after it returns, main calls WaitForMultipleObjects(2, [S, worker], TRUE, 1)
      And after it returns, main calls WaitForSingleObject(S, 0)
      And main calls WaitForSingleObject(S, 0)
      Then this happens on main, in this order and nothing else:
        | event   | what                               |
        | calls   | CreateThread                       |
        | returns | handle                             |
        | calls   | WaitForSingleObject                |
        | returns | WAIT_OBJECT_0                      |
        | calls   | WaitForMultipleObjects             |
        | returns | WAIT_OBJECT_0                      |
        | calls   | WaitForMultipleObjects             |
        | returns | WAIT_OBJECT_0                      |
        | calls   | WaitForMultipleObjects             |
        | returns | WAIT_OBJECT_0 + 1                  |
        | calls   | WaitForMultipleObjects             |
        | returns | WAIT_TIMEOUT                       |
        | calls   | WaitForMultipleObjects             |
        | returns | WAIT_TIMEOUT                       |
        | calls   | WaitForMultipleObjects             |
        | returns | WAIT_OBJECT_0 or WAIT_OBJECT_0 + 1 |
        | calls   | WaitForMultipleObjects             |
        | returns | WAIT_TIMEOUT                       |
        | calls   | WaitForMultipleObjects             |
        | returns | WAIT_TIMEOUT                       |
        | calls   | WaitForSingleObject                |
        | returns | WAIT_OBJECT_0                      |
        | calls   | WaitForSingleObject                |
        | returns | WAIT_TIMEOUT                       |

    Scenario: A mutex of the caller and one of another thread beside a semaphore
      Given a mutex M, free
      And a mutex N, owned by worker
      And a semaphore S with count 1 of at most 1
      And a semaphore T with count 0 of at most 1
      When main calls WaitForMultipleObjects(2, [M, S], FALSE, 0)
      And main calls WaitForMultipleObjects(2, [M, S], FALSE, 0)
      And main calls WaitForMultipleObjects(2, [M, T], TRUE, 0)
      And main calls WaitForMultipleObjects(2, [N, S], FALSE, 0)
      And main calls WaitForMultipleObjects(2, [S, N], FALSE, 1)
      And after it returns, main calls ReleaseMutex(M)
      And main calls ReleaseMutex(M)
      And main calls ReleaseMutex(M)
      Then this happens on main, in this order and nothing else:
        | event   | what                   |
        | calls   | WaitForMultipleObjects |
        | returns | WAIT_OBJECT_0          |
        | calls   | WaitForMultipleObjects |
        | returns | WAIT_OBJECT_0          |
        | calls   | WaitForMultipleObjects |
        | returns | WAIT_TIMEOUT           |
        | calls   | WaitForMultipleObjects |
        | returns | WAIT_OBJECT_0 + 1      |
        | calls   | WaitForMultipleObjects |
        | returns | WAIT_TIMEOUT           |
        | calls   | ReleaseMutex           |
        | returns | TRUE                   |
        | calls   | ReleaseMutex           |
        | returns | TRUE                   |
        | calls   | ReleaseMutex           |
        | returns | FALSE                  |

  @RETURN-WFMO-TIMEOUT-1
  Rule: RETURN-WFMO-TIMEOUT-1 A multiple wait that times out returns WAIT_TIMEOUT and ran no APC

    Scenario Outline: No event is signaled
      Given a manual-reset event E, not signaled
      And a manual-reset event F, not signaled
      When worker calls WaitForMultipleObjectsEx(2, [E, F], <all>, 50, <alertable>)
      Then this happens on worker, in this order and nothing else:
        | event   | what                     |
        | calls   | WaitForMultipleObjectsEx |
        | returns | WAIT_TIMEOUT             |
      And WaitForMultipleObjectsEx on worker took at least 50 ms

      Examples:
        | all   | alertable |
        | FALSE | TRUE      |
        | FALSE | FALSE     |
        | TRUE  | TRUE      |
        | TRUE  | FALSE     |

    Scenario: A wait for all objects has one of two
      Given a manual-reset event E, signaled
      And a manual-reset event F, not signaled
      When worker calls WaitForMultipleObjectsEx(2, [E, F], TRUE, 50, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                     |
        | calls   | WaitForMultipleObjectsEx |
        | returns | WAIT_TIMEOUT             |
      And WaitForMultipleObjectsEx on worker took at least 50 ms

    Scenario: An APC comes about when the interval ends
      Given a manual-reset event E, not signaled
      And a manual-reset event F, not signaled
      When these calls are made at the same time:
        | worker                                               | main                       |
        | WaitForMultipleObjectsEx(2, [E, F], FALSE, 50, TRUE) | QueueUserAPC(A, worker, 0) |
        | SleepEx(0, TRUE)                                     |                            |
      Then every outcome is one of:
        | worker                                                  | why                                             |
        | begins A; ends A; returns WAIT_IO_COMPLETION; returns 0 | the APC comes before or during the wait         |
        | returns WAIT_TIMEOUT; begins A; ends A;                 | the APC comes between the two calls             |
        | returns WAIT_IO_COMPLETION                              |                                                 |
        | returns WAIT_TIMEOUT; returns 0                         | the APC comes after both calls and stays queued |

    Scenario Outline: An interval of weeks has not passed when the event is set
      Given a manual-reset event E, not signaled
      And a manual-reset event F, not signaled
      When worker calls WaitForMultipleObjectsEx(2, [E, F], FALSE, <interval>, TRUE)
      And main calls SetEvent(F)
      Then this happens on worker, in this order and nothing else:
        | event   | what                     |
        | calls   | WaitForMultipleObjectsEx |
        | returns | WAIT_OBJECT_0 + 1        |

      Examples:
        | interval   |
        | 4294968    |
        | 0x80000000 |
        | 0xFFFFFFFE |

  @RETURN-WFMO-NONALERT-1
  Rule: RETURN-WFMO-NONALERT-1 A multiple wait that is not alertable ignores APCs

    Scenario Outline: The wait times out with the APC pending
      Given a manual-reset event E, not signaled
      And a manual-reset event F, not signaled
      And main queues APC A to worker
      When worker calls <call>
      And after it returns, worker calls SleepEx(0, TRUE)
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
        | WaitForMultipleObjects(2, [E, F], FALSE, 20)          |
        | WaitForMultipleObjects(2, [E, F], TRUE, 20)           |
        | WaitForMultipleObjectsEx(2, [E, F], FALSE, 20, FALSE) |
        | WaitForMultipleObjectsEx(2, [E, F], TRUE, 20, FALSE)  |

    Scenario Outline: An object ends the wait although the APC came first
      Given a manual-reset event E, not signaled
      And a manual-reset event F, not signaled
      And worker is blocked in <call>
      When main queues APC A to worker
      And main calls SetEvent(F)
      And after it returns, worker calls SleepEx(0, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | <call>             |
        | returns | WAIT_OBJECT_0 + 1  |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

      Examples:
        | call                                                        |
        | WaitForMultipleObjects(2, [E, F], FALSE, INFINITE)          |
        | WaitForMultipleObjectsEx(2, [E, F], FALSE, INFINITE, FALSE) |

  @RETURN-WFMO-FAILED-1
  Rule: RETURN-WFMO-FAILED-1 A multiple wait with a value that is no handle fails

    Scenario Outline: The second value names no object
      Given a manual-reset event E, not signaled
      And a manual-reset event F, not signaled
      When worker calls WaitForMultipleObjectsEx(2, [E, F], <all>, 0, TRUE)
      And worker calls WaitForMultipleObjectsEx(2, [E, <handle>], <all>, 20, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                     |
        | calls   | WaitForMultipleObjectsEx |
        | returns | WAIT_TIMEOUT             |
        | calls   | WaitForMultipleObjectsEx |
        | returns | WAIT_FAILED              |

      Examples:
        | handle  | all   |
        | NULL    | FALSE |
        | NULL    | TRUE  |
        | invalid | FALSE |
        | invalid | TRUE  |

  @RETURN-WFMO-ABANDONED-1
  Rule: RETURN-WFMO-ABANDONED-1 An abandoned mutex in a wait for any object

    Scenario: A wait for any object
      Given a manual-reset event E, not signaled
      And a mutex M, free
      And thread routine Owner calls:
        """
        WaitForSingleObject(M, INFINITE)
        """
      And main calls CreateThread(NULL, 0, Owner, 0, 0, NULL)
      When worker calls WaitForMultipleObjectsEx(2, [E, M], FALSE, 100, TRUE)
      And after it returns, worker calls ReleaseMutex(M)
      Then this happens on worker, in this order and nothing else:
        | event   | what                     |
        | calls   | WaitForMultipleObjectsEx |
        | returns | WAIT_ABANDONED_0 + 1     |
        | calls   | ReleaseMutex             |
        | returns | TRUE                     |

    Scenario: The owner ends during a wait for any object
      Given a manual-reset event E, not signaled
      And a manual-reset event End, not signaled
      And a mutex M, free
      And thread routine Owner calls:
        """
        WaitForSingleObject(M, INFINITE)
        WaitForSingleObject(End, INFINITE)
        """
      And main calls CreateThread(NULL, 0, Owner, 0, 0, NULL)
      And worker calls WaitForMultipleObjectsEx(2, [E, M], FALSE, INFINITE, TRUE)
      When main calls SetEvent(End)
      And after it returns, worker calls ReleaseMutex(M)
      Then this happens on worker, in this order and nothing else:
        | event   | what                     |
        | calls   | WaitForMultipleObjectsEx |
        | returns | WAIT_ABANDONED_0 + 1     |
        | calls   | ReleaseMutex             |
        | returns | TRUE                     |

    Scenario Outline: The mutex was abandoned, whatever is beside it and whatever came before
      Given a manual-reset event G, not signaled
      And a manual-reset event H, not signaled
      And an auto-reset event E, not signaled
      And a semaphore S with count 0 of at most 1
      And a mutex M, free
      And <other> calls ResetEvent(E)
      And thread routine Owner calls:
        """
        WaitForSingleObject(M, INFINITE)
        """
      And <by> calls CreateThread(NULL, 0, Owner, 0, 0, NULL)
      And <thread> is blocked in WaitForSingleObject(H, INFINITE)
      And <by> queues APCs A, B, C to <thread>
      And <by> calls SetEvent(H)
      And <thread> calls Sleep(1)
      And after it returns, <thread> calls SleepEx(0, TRUE)
      And <thread> calls <before>
      When <thread> calls <wait>
      And <thread> calls ReleaseMutex(M)
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
        | calls   | ReleaseMutex        |
        | returns | TRUE                |

      Examples:
        | thread | by     | other  | before                    | passed        | wait                                                         | result               |
        | main   | worker | helper | GetCurrentThreadId()      | id of main    | WaitForMultipleObjects(2, [M, G], FALSE, INFINITE)           | WAIT_ABANDONED_0     |
        | worker | main   | helper | SleepEx(0, FALSE)         | 0             | WaitForMultipleObjects(3, [E, M, S], FALSE, 1000)            | WAIT_ABANDONED_0 + 1 |
        | helper | worker | main   | WaitForSingleObject(H, 0) | WAIT_OBJECT_0 | WaitForMultipleObjectsEx(2, [M, main], FALSE, 0, TRUE)       | WAIT_ABANDONED_0     |
        | helper | main   | worker | GetCurrentThreadId()      | id of helper  | WaitForMultipleObjectsEx(3, [worker, S, M], FALSE, 0, FALSE) | WAIT_ABANDONED_0 + 2 |

  @RETURN-WFMO-ABANDONED-ALL-1
  Rule: RETURN-WFMO-ABANDONED-ALL-1 An abandoned mutex in a wait for all objects

    Scenario: A wait for all objects
      Given a manual-reset event E, signaled
      And a mutex M, free
      And thread routine Owner calls:
        """
        WaitForSingleObject(M, INFINITE)
        """
      And main calls CreateThread(NULL, 0, Owner, 0, 0, NULL)
      When worker calls WaitForMultipleObjectsEx(2, [E, M], TRUE, 100, TRUE)
      And after it returns, worker calls ReleaseMutex(M)
      Then this happens on worker, in this order and nothing else:
        | event   | what                                     |
        | calls   | WaitForMultipleObjectsEx                 |
        | returns | WAIT_ABANDONED_0 or WAIT_ABANDONED_0 + 1 |
        | calls   | ReleaseMutex                             |
        | returns | TRUE                                     |

    Scenario Outline: The mutex was abandoned, whatever is beside it and whatever came before
      Given a manual-reset event H, not signaled
      And an auto-reset event E, not signaled
      And an auto-reset event F, signaled
      And a semaphore S with count 1 of at most 1
      And a mutex M, free
      And <other> calls ResetEvent(E)
      And thread routine Owner calls:
        """
        WaitForSingleObject(M, INFINITE)
        """
      And <by> calls CreateThread(NULL, 0, Owner, 0, 0, NULL)
      And <thread> is blocked in WaitForSingleObject(H, INFINITE)
      And <by> queues APCs A, B, C to <thread>
      And <by> calls SetEvent(H)
      And <thread> calls Sleep(1)
      And after it returns, <thread> calls SleepEx(0, TRUE)
      And <thread> calls <before>
      When <thread> calls <wait>
      And <thread> calls ReleaseMutex(M)
      Then this happens on <thread>, in this order and nothing else:
        | event   | what                    |
        | calls   | WaitForSingleObject     |
        | returns | WAIT_OBJECT_0           |
        | calls   | Sleep                   |
        | returns | void                    |
        | calls   | SleepEx                 |
        | begins  | A                       |
        | ends    | A                       |
        | begins  | B                       |
        | ends    | B                       |
        | begins  | C                       |
        | ends    | C                       |
        | returns | WAIT_IO_COMPLETION      |
        | calls   | <before>                |
        | returns | <passed>                |
        | calls   | <wait>                  |
        | returns | WAIT_ABANDONED_0 + 0..2 |
        | calls   | ReleaseMutex            |
        | returns | TRUE                    |

      Examples:
        | thread | by     | other  | before                    | passed        | wait                                                |
        | main   | worker | helper | GetCurrentThreadId()      | id of main    | WaitForMultipleObjects(2, [M, F], TRUE, INFINITE)   |
        | worker | main   | helper | SleepEx(0, FALSE)         | 0             | WaitForMultipleObjects(3, [F, M, S], TRUE, 1000)    |
        | helper | worker | main   | WaitForSingleObject(H, 0) | WAIT_OBJECT_0 | WaitForMultipleObjectsEx(2, [M, H], TRUE, 0, TRUE)  |
        | helper | main   | worker | GetCurrentThreadId()      | id of helper  | WaitForMultipleObjectsEx(2, [S, M], TRUE, 0, FALSE) |

  @RETURN-WFMO-TWICE-1
  Rule: RETURN-WFMO-TWICE-1 A wait for all in which an object stands twice

    Scenario: A signaled event stands twice
      Given a manual-reset event E, signaled
      When worker calls WaitForMultipleObjectsEx(2, [E, E], TRUE, 50, TRUE)
      Then what happens on worker is recorded

  @RETURN-WFMO-PSEUDO-1
  Rule: RETURN-WFMO-PSEUDO-1 A pseudo handle in a wait for several objects

    Scenario: The pseudo handle of the thread itself
      Given a manual-reset event E, signaled
      And worker calls t = GetCurrentThread()
      When worker calls WaitForMultipleObjectsEx(2, [t, E], FALSE, 50, TRUE)
      Then what happens on worker is recorded
