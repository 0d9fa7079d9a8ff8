Feature: Which waiter a signal releases
  Several threads may wait for one object. Which of them a signal releases is open; how many is not.

  @KERNEL-WAITONE-1
  Rule: KERNEL-WAITONE-1 One signal of an auto-reset event, a mutex or a semaphore releases exactly one waiter

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
