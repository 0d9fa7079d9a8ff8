Feature: Which waiter a signal releases
  Several threads may wait for one object. Which of them a signal releases is open; how many is not.

  @KERNEL-WAITONE-1
  Rule: KERNEL-WAITONE-1 One signal of a synchronization object releases one waiter

    Scenario: An auto-reset event is set
      Given an auto-reset event E, not signaled
      And worker is blocked in WaitForSingleObject(E, INFINITE)
      And helper is blocked in WaitForSingleObject(E, INFINITE)
      When main calls SetEvent(E)
      Then every outcome is one of:
        | worker                | helper                | why                             |
        | returns WAIT_OBJECT_0 |                       | worker was picked, helper waits |
        |                       | returns WAIT_OBJECT_0 | helper was picked, worker waits |

    Scenario: A mutex is released
      Given a mutex M, owned by main
      And worker is blocked in WaitForSingleObject(M, INFINITE)
      And helper is blocked in WaitForSingleObject(M, INFINITE)
      When main calls ReleaseMutex(M)
      Then every outcome is one of:
        | worker                | helper                | why                           |
        | returns WAIT_OBJECT_0 |                       | worker was picked and owns it |
        |                       | returns WAIT_OBJECT_0 | helper was picked and owns it |

    Scenario: A unit of a semaphore is released
      Given a semaphore S with count 0 of at most 2
      And worker is blocked in WaitForSingleObject(S, INFINITE)
      And helper is blocked in WaitForSingleObject(S, INFINITE)
      When main calls ReleaseSemaphore(S, 1, NULL)
      Then every outcome is one of:
        | worker                | helper                | why                  |
        | returns WAIT_OBJECT_0 |                       | worker took the unit |
        |                       | returns WAIT_OBJECT_0 | helper took the unit |

    Scenario Outline: The release does not wait for the time-out of the waiter
      Given an auto-reset event E, not signaled
      And a mutex M, owned by main
      And a semaphore S with count 0 of at most 2
      And a manual-reset event Later, not signaled
      And thread routine R calls:
        """
        <wait>
        WaitForSingleObject(Later, 0)
        """
      And main calls t = CreateThread(NULL, 0, R, 0, 0, NULL)
      When main calls <signal>
      And main calls SetEvent(Later)
      Then this happens on t, in this order and nothing else:
        | event   | what                          |
        | starts  | R                             |
        | calls   | <wait>                        |
        | returns | WAIT_OBJECT_0                 |
        | calls   | WaitForSingleObject(Later, 0) |
        | returns | WAIT_TIMEOUT                  |
        | exits   |                               |

      Examples:
        | wait                                 | signal                       |
        | WaitForSingleObject(E, 1000)         | SetEvent(E)                  |
        | WaitForSingleObject(M, 1000)         | ReleaseMutex(M)              |
        | WaitForSingleObject(S, 1000)         | ReleaseSemaphore(S, 1, NULL) |
        | WaitForSingleObjectEx(M, 1000, TRUE) | ReleaseMutex(M)              |
        | WaitForSingleObjectEx(S, 1000, TRUE) | ReleaseSemaphore(S, 1, NULL) |

    Scenario Outline: A unit that is released after the end of a wait is left for the next
      Given a semaphore S with count 0 of at most 2
      And a manual-reset event F, not signaled
      And a manual-reset event G, not signaled
      And <other> calls ResetEvent(G)
      And <thread> is blocked in <first>
      When helper2 calls ReleaseSemaphore(S, 1, NULL)
      And helper2 calls ReleaseSemaphore(S, 1, NULL)
      And helper2 calls WaitForSingleObject(S, 0)
      And <thread> is blocked in <second>
      And helper2 calls ReleaseSemaphore(S, 1, NULL)
      And helper2 calls ReleaseSemaphore(S, 1, NULL)
      And helper2 calls WaitForSingleObject(S, 0)
      And <thread> is blocked in <third>
      And helper2 calls ReleaseSemaphore(S, 1, NULL)
      And helper2 calls ReleaseSemaphore(S, 1, NULL)
      And helper2 calls WaitForSingleObject(S, 0)
      Then this happens on <thread>, in this order and nothing else:
        | event   | what          |
        | calls   | <first>       |
        | returns | WAIT_OBJECT_0 |
        | calls   | <second>      |
        | returns | WAIT_OBJECT_0 |
        | calls   | <third>       |
        | returns | WAIT_OBJECT_0 |
      And this happens on helper2, in this order and nothing else:
        | event   | what                |
        | calls   | ReleaseSemaphore    |
        | returns | TRUE                |
        | calls   | ReleaseSemaphore    |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | ReleaseSemaphore    |
        | returns | TRUE                |
        | calls   | ReleaseSemaphore    |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | ReleaseSemaphore    |
        | returns | TRUE                |
        | calls   | ReleaseSemaphore    |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

      Examples:
        | thread | other  | first                                     | second                                             | third                                     |
        | main   | worker | WaitForSingleObject(S, 1000)              | WaitForSingleObjectEx(S, INFINITE, TRUE)           | SignalObjectAndWait(G, S, INFINITE, TRUE) |
        | worker | main   | SignalObjectAndWait(G, S, 1000, FALSE)    | WaitForMultipleObjects(2, [S, F], FALSE, INFINITE) | WaitForSingleObject(S, INFINITE)          |
        | helper | worker | WaitForSingleObjectEx(S, INFINITE, FALSE) | WaitForSingleObject(S, INFINITE)                   | WaitForSingleObjectEx(S, 1000, TRUE)      |

    Scenario: An auto-reset event is set time and again
      Given an auto-reset event E, not signaled
      And worker is blocked in WaitForSingleObject(E, 500)
      And main calls SetEvent(E)
      And worker calls WaitForSingleObject(E, 500)
      And main calls SetEvent(E)
      And main calls SetEvent(E)
      When after it returns, worker calls WaitForSingleObject(E, 0)
      And worker calls WaitForSingleObject(E, 0)
      Then this happens on worker, in this order and nothing else:
        | event   | what                        |
        | calls   | WaitForSingleObject(E, 500) |
        | returns | WAIT_OBJECT_0               |
        | calls   | WaitForSingleObject(E, 500) |
        | returns | WAIT_OBJECT_0               |
        | calls   | WaitForSingleObject(E, 0)   |
        | returns | WAIT_OBJECT_0               |
        | calls   | WaitForSingleObject(E, 0)   |
        | returns | WAIT_TIMEOUT                |

    Scenario: A mutex goes to and fro
      Given a mutex M, owned by main
      And worker is blocked in WaitForSingleObject(M, INFINITE)
      And main calls ReleaseMutex(M)
      And main calls WaitForSingleObject(M, INFINITE)
      And worker calls ReleaseMutex(M)
      And worker calls WaitForSingleObject(M, INFINITE)
      When main calls ReleaseMutex(M)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | ReleaseMutex        |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
      And this happens on main, in this order and nothing else:
        | event   | what                |
        | calls   | ReleaseMutex        |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | ReleaseMutex        |
        | returns | TRUE                |

    Scenario: Units of a semaphore are released one by one
      Given a semaphore S with count 0 of at most 2
      And worker is blocked in WaitForSingleObject(S, 500)
      And main calls ReleaseSemaphore(S, 1, NULL)
      And worker is blocked in WaitForSingleObject(S, 500)
      And main calls ReleaseSemaphore(S, 1, NULL)
      And worker is blocked in WaitForSingleObject(S, 500)
      When main calls ReleaseSemaphore(S, 1, NULL)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

    Scenario: The second of two waiters takes no part in what the first waits for
      Given a semaphore S with count 0 of at most 2
      And a semaphore T with count 2 of at most 2
      And a semaphore U with count 1 of at most 1
      And worker is blocked in WaitForSingleObject(S, INFINITE)
      When helper calls WaitForMultipleObjects(3, [S, T, U], FALSE, 0)
      And helper calls WaitForMultipleObjects(2, [S, T], TRUE, 0)
      And helper calls WaitForSingleObject(T, 0)
      And helper calls WaitForSingleObject(T, 0)
      And helper calls WaitForSingleObject(U, 0)
      And main queues APC A to helper
      And helper calls WaitForSingleObjectEx(S, 0, TRUE)
      And helper is blocked in WaitForMultipleObjects(2, [S, T], FALSE, INFINITE)
      And main queues APC A to helper
      And main calls ReleaseSemaphore(T, 1, NULL)
      And main calls ReleaseSemaphore(S, 2, NULL)
      And main calls WaitForSingleObject(S, 0)
      Then this happens on helper, in this order and nothing else:
        | event   | what                   |
        | calls   | WaitForMultipleObjects |
        | returns | WAIT_OBJECT_0 + 1      |
        | calls   | WaitForMultipleObjects |
        | returns | WAIT_TIMEOUT           |
        | calls   | WaitForSingleObject    |
        | returns | WAIT_OBJECT_0          |
        | calls   | WaitForSingleObject    |
        | returns | WAIT_TIMEOUT           |
        | calls   | WaitForSingleObject    |
        | returns | WAIT_OBJECT_0          |
        | calls   | WaitForSingleObjectEx  |
        | begins  | A                      |
        | ends    | A                      |
        | returns | WAIT_IO_COMPLETION     |
        | calls   | WaitForMultipleObjects |
        | returns | WAIT_OBJECT_0 + 1      |
      And this happens on main, in this order and nothing else:
        | event   | what                |
        | calls   | QueueUserAPC        |
        | returns | nonzero             |
        | calls   | QueueUserAPC        |
        | returns | nonzero             |
        | calls   | ReleaseSemaphore    |
        | returns | TRUE                |
        | calls   | ReleaseSemaphore    |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

    Scenario Outline: A wait takes one unit, whatever came before
      Given a semaphore S with count 0 of at most 3
      And a manual-reset event E, not signaled
      And a manual-reset event H, not signaled
      And <other> calls ResetEvent(E)
      And <thread> is blocked in WaitForSingleObject(H, INFINITE)
      And <by> queues APCs A, A to <thread>
      And <by> calls SetEvent(H)
      And <thread> calls <before>
      And <thread> is blocked in <wait>
      When <by> calls ReleaseSemaphore(S, 2, NULL)
      And <by> calls WaitForSingleObject(S, 0)
      And <by> calls WaitForSingleObject(S, 0)
      And <thread> calls SleepEx(0, TRUE)
      Then this happens on <thread>, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | <before>            |
        | returns | <passed>            |
        | calls   | <wait>              |
        | returns | WAIT_OBJECT_0       |
        | calls   | SleepEx             |
        | begins  | A                   |
        | ends    | A                   |
        | begins  | A                   |
        | ends    | A                   |
        | returns | WAIT_IO_COMPLETION  |
      And this happens on <by>, in this order and nothing else:
        | event   | what                |
        | calls   | QueueUserAPC        |
        | returns | nonzero             |
        | calls   | QueueUserAPC        |
        | returns | nonzero             |
        | calls   | SetEvent            |
        | returns | TRUE                |
        | calls   | ReleaseSemaphore    |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |

      Examples:
        | thread | by     | other  | before            | passed | wait                                       |
        | main   | worker | helper | SetEvent(E)       | TRUE   | WaitForSingleObject(S, INFINITE)           |
        | worker | main   | helper | SleepEx(0, FALSE) | 0      | SignalObjectAndWait(E, S, INFINITE, FALSE) |
        | helper | worker | main   | SleepEx(0, FALSE) | 0      | WaitForSingleObject(S, 1000)               |

    Scenario: Five threads wait for a semaphore
      Given a semaphore S with count 0 of at most 5
      And worker is blocked in WaitForSingleObject(S, INFINITE)
      And worker2 is blocked in WaitForSingleObject(S, INFINITE)
      And worker3 is blocked in WaitForSingleObject(S, INFINITE)
      And helper is blocked in WaitForSingleObject(S, INFINITE)
      And helper2 is blocked in WaitForSingleObject(S, INFINITE)
      When main calls ReleaseSemaphore(S, 5, NULL)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
      And this happens on worker2, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
      And this happens on worker3, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
      And this happens on helper, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
      And this happens on helper2, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

    Scenario: A routine waits in a blocked wait of its thread
      Given a semaphore S with count 0 of at most 2
      And APC routine A calls:
        """
        WaitForSingleObject(S, INFINITE)
        """
      And main queues APC A to worker
      And worker calls SleepEx(INFINITE, TRUE)
      When main calls ReleaseSemaphore(S, 1, NULL)
      And main calls WaitForSingleObject(S, 0)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SleepEx             |
        | begins  | A                   |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | ends    | A                   |
        | returns | WAIT_IO_COMPLETION  |
      And this happens on main, in this order and nothing else:
        | event   | what                |
        | calls   | QueueUserAPC        |
        | returns | nonzero             |
        | calls   | ReleaseSemaphore    |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |

    Scenario Outline: What is signaled after the time of a wait is over is left for others
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
      And after it returns, <thread> calls <wait>
      And after it returns, <thread> calls ResetEvent(G)
      When <by> calls <signal>
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
        | returns | WAIT_TIMEOUT        |
        | calls   | ResetEvent          |
        | returns | TRUE                |
      And this happens on <other>, in this order and nothing else:
        | event   | what                |
        | calls   | ResetEvent          |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

      Examples:
        | thread | by     | other  | before                    | passed        | wait                                                    | signal                       | object |
        | main   | worker | helper | WaitForSingleObject(H, 0) | WAIT_OBJECT_0 | WaitForSingleObject(M, 1)                               | ReleaseMutex(M)              | M      |
        | main   | helper | worker | GetCurrentThreadId()      | id of main    | WaitForMultipleObjectsEx(2, [E, S], FALSE, 1, TRUE)     | SetEvent(E)                  | E      |
        | worker | main   | helper | SleepEx(0, FALSE)         | 0             | WaitForMultipleObjects(2, [T, S], TRUE, 1)              | ReleaseSemaphore(S, 1, NULL) | T      |
        | worker | helper | main   | WaitForSingleObject(H, 0) | WAIT_OBJECT_0 | WaitForMultipleObjects(3, [G, S, E], FALSE, 1)          | ReleaseSemaphore(S, 1, NULL) | S      |
        | helper | main   | worker | GetCurrentThreadId()      | id of helper  | WaitForMultipleObjects(2, [worker, S], FALSE, 1)        | ReleaseSemaphore(S, 1, NULL) | S      |
        | helper | worker | main   | WaitForSingleObject(H, 0) | WAIT_OBJECT_0 | WaitForMultipleObjects(2, [S, main], FALSE, 1)          | ReleaseSemaphore(S, 1, NULL) | S      |
        | helper | worker | main   | SleepEx(0, FALSE)         | 0             | WaitForMultipleObjectsEx(3, [M, E, S], FALSE, 1, FALSE) | SetEvent(E)                  | E      |
        | helper | main   | worker | SleepEx(0, FALSE)         | 0             | WaitForSingleObjectEx(E, 1, TRUE)                       | SetEvent(E)                  | E      |
        | worker | main   | helper | GetCurrentThreadId()      | id of worker  | SignalObjectAndWait(G, S, 1, FALSE)                     | ReleaseSemaphore(S, 1, NULL) | S      |
        | main   | worker | helper | SleepEx(0, FALSE)         | 0             | WaitForMultipleObjectsEx(2, [S, T], TRUE, 1, FALSE)     | ReleaseSemaphore(S, 1, NULL) | S      |

    Scenario Outline: Each of two waiters takes one unit, after waits that ended in each way
      Given a manual-reset event G, not signaled
      And a manual-reset event H, not signaled
      And a semaphore S with count 0 of at most 4
      And <thread> is blocked in WaitForSingleObject(H, INFINITE)
      And <by> queues APCs A, B, C to <thread>
      And <by> calls SetEvent(H)
      And <thread> calls Sleep(1)
      And after it returns, <thread> calls SleepEx(0, TRUE)
      And <thread> calls <before>
      And <thread> is blocked in <wait>
      And <other> is blocked in WaitForSingleObject(S, INFINITE)
      When <by> calls ReleaseSemaphore(S, 3, NULL)
      And <by> calls ReleaseSemaphore(S, 1, NULL)
      And <other> calls WaitForSingleObject(S, 0)
      And <other> calls WaitForSingleObject(S, 0)
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
        | returns | <result>            |
      And this happens on <other>, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |

      Examples:
        | thread | by     | other  | before                    | passed        | wait                                                    | result            |
        | main   | worker | helper | WaitForSingleObject(H, 0) | WAIT_OBJECT_0 | WaitForMultipleObjects(1, [S], FALSE, INFINITE)         | WAIT_OBJECT_0     |
        | worker | main   | helper | GetCurrentThreadId()      | id of worker  | WaitForMultipleObjectsEx(2, [G, S], FALSE, 1000, TRUE)  | WAIT_OBJECT_0 + 1 |
        | helper | main   | worker | SleepEx(0, FALSE)         | 0             | WaitForMultipleObjectsEx(1, [S], FALSE, INFINITE, TRUE) | WAIT_OBJECT_0     |
        | helper | worker | main   | GetCurrentThreadId()      | id of helper  | WaitForSingleObjectEx(S, 1000, TRUE)                    | WAIT_OBJECT_0     |

    Scenario Outline: What is signaled after an object has ended the wait is left for others
      Given a manual-reset event G, not signaled
      And a manual-reset event H, not signaled
      And an auto-reset event E, not signaled
      And a semaphore S with count 0 of at most 2
      And a semaphore T with count 1 of at most 2
      And a semaphore U with count 0 of at most 1
      And <other> calls ResetEvent(E)
      And <thread> is blocked in WaitForSingleObject(H, INFINITE)
      And <by> queues APCs A, B, C to <thread>
      And <by> calls SetEvent(H)
      And <thread> calls Sleep(1)
      And after it returns, <thread> calls SleepEx(0, TRUE)
      And <thread> calls <before>
      And <thread> is blocked in <wait>
      When <by> calls ReleaseSemaphore(S, 1, NULL)
      And <by> calls ReleaseSemaphore(S, 1, NULL)
      And <other> calls WaitForSingleObject(S, 0)
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
        | returns | <result>            |
      And this happens on <other>, in this order and nothing else:
        | event   | what                |
        | calls   | ResetEvent          |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | <left>              |

      Examples:
        | thread | by     | other  | before                    | passed        | wait                                                          | result               | left          |
        | main   | worker | helper | WaitForSingleObject(H, 0) | WAIT_OBJECT_0 | WaitForSingleObjectEx(S, INFINITE, TRUE)                      | WAIT_OBJECT_0        | WAIT_OBJECT_0 |
        | worker | main   | helper | SleepEx(0, FALSE)         | 0             | WaitForMultipleObjects(2, [T, S], TRUE, 1000)                 | WAIT_OBJECT_0 + 0..1 | WAIT_TIMEOUT  |
        | worker | helper | main   | GetCurrentThreadId()      | id of worker  | WaitForMultipleObjectsEx(2, [main, S], FALSE, INFINITE, TRUE) | WAIT_OBJECT_0 + 1    | WAIT_OBJECT_0 |
        | helper | worker | main   | GetCurrentThreadId()      | id of helper  | WaitForMultipleObjectsEx(2, [S, worker], FALSE, 1000, FALSE)  | WAIT_OBJECT_0        | WAIT_OBJECT_0 |
        | helper | main   | worker | SleepEx(0, FALSE)         | 0             | WaitForMultipleObjects(3, [G, E, S], FALSE, INFINITE)         | WAIT_OBJECT_0 + 2    | WAIT_OBJECT_0 |
        | helper | worker | main   | WaitForSingleObject(H, 0) | WAIT_OBJECT_0 | WaitForMultipleObjects(2, [S, U], FALSE, 1000)                | WAIT_OBJECT_0        | WAIT_OBJECT_0 |
