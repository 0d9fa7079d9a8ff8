Feature: The end of a thread as others see it
  A thread is an object to wait for: it is signaled when the thread has ended, and then tells the exit code.

  @THREAD-SIGNALED-1
  Rule: THREAD-SIGNALED-1 A thread that exits or returns signals its object and sets its exit code

    Scenario: The thread calls ExitThread
      Given main calls WaitForSingleObject(worker, 0)
      And main calls GetExitCodeThread(worker, &before)
      When worker calls ExitThread(5)
      And main calls WaitForSingleObject(worker, INFINITE)
      And main calls GetExitCodeThread(worker, &after)
      Then this happens on main, in this order and nothing else:
        | event   | what                        |
        | calls   | WaitForSingleObject         |
        | returns | WAIT_TIMEOUT                |
        | calls   | GetExitCodeThread           |
        | returns | TRUE, before = STILL_ACTIVE |
        | calls   | WaitForSingleObject         |
        | returns | WAIT_OBJECT_0               |
        | calls   | GetExitCodeThread           |
        | returns | TRUE, after = 5             |

    Scenario: The start routine returns
      Given a manual-reset event E, not signaled
      And thread routine R calls:
        """
        WaitForSingleObject(E, INFINITE)
        return 7
        """
      And main calls t = CreateThread(NULL, 0, R, 0, 0, NULL)
      And helper calls WaitForSingleObject(t, 0)
      And helper calls GetExitCodeThread(t, &before)
      When main calls SetEvent(E)
      And helper calls WaitForSingleObject(t, INFINITE)
      And helper calls GetExitCodeThread(t, &after)
      Then this happens on helper, in this order and nothing else:
        | event   | what                        |
        | calls   | WaitForSingleObject         |
        | returns | WAIT_TIMEOUT                |
        | calls   | GetExitCodeThread           |
        | returns | TRUE, before = STILL_ACTIVE |
        | calls   | WaitForSingleObject         |
        | returns | WAIT_OBJECT_0               |
        | calls   | GetExitCodeThread           |
        | returns | TRUE, after = 7             |

    Scenario: Every waiter is released, and the object stays signaled
      Given main is blocked in WaitForSingleObject(worker, INFINITE)
      And helper is blocked in WaitForSingleObject(worker, INFINITE)
      When worker calls ExitThread(5)
      And main calls WaitForSingleObject(worker, 0)
      Then this happens on main, in this order and nothing else:
        | event   | what                                  |
        | calls   | WaitForSingleObject(worker, INFINITE) |
        | returns | WAIT_OBJECT_0                         |
        | calls   | WaitForSingleObject(worker, 0)        |
        | returns | WAIT_OBJECT_0                         |
      And this happens on helper, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

    Scenario Outline: The end does not wait for the time-out of the waiter
      Given a manual-reset event End, not signaled
      And a manual-reset event Later, not signaled
      And thread routine Ends calls:
        """
        WaitForSingleObject(End, INFINITE)
        """
      And thread routine R calls:
        """
        <wait>
        WaitForSingleObject(Later, 0)
        """
      And main calls ending = CreateThread(NULL, 0, Ends, 0, 0, NULL)
      And main calls t = CreateThread(NULL, 0, R, 0, 0, NULL)
      When main calls SetEvent(End)
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
        | wait                                      |
        | WaitForSingleObject(ending, 1000)         |
        | WaitForSingleObjectEx(ending, 1000, TRUE) |

    Scenario: A thread that was created suspended is not signaled before it has run to its end
      Given thread routine R calls:
        """
        return 7
        """
      And main calls t = CreateThread(NULL, 0, R, 0, CREATE_SUSPENDED, NULL)
      When helper calls WaitForSingleObject(t, 0)
      And helper calls WaitForSingleObjectEx(t, 0, TRUE)
      And main calls ResumeThread(t)
      And helper calls WaitForSingleObject(t, 1000)
      And after it returns, helper calls GetExitCodeThread(t, &code)
      Then this happens on helper, in this order and nothing else:
        | event   | what                         |
        | calls   | WaitForSingleObject(t, 0)    |
        | returns | WAIT_TIMEOUT                 |
        | calls   | WaitForSingleObjectEx        |
        | returns | WAIT_TIMEOUT                 |
        | calls   | WaitForSingleObject(t, 1000) |
        | returns | WAIT_OBJECT_0                |
        | calls   | GetExitCodeThread            |
        | returns | TRUE, code = 7               |

    Scenario: A thread that has not ended is still active, whatever it does
      Given helper is created suspended
      And main calls SuspendThread(worker)
      And worker2 is blocked in SleepEx(INFINITE, TRUE)
      When main calls GetExitCodeThread(main, &own)
      And main calls GetExitCodeThread(helper, &created)
      And main calls GetExitCodeThread(worker, &suspended)
      And main calls GetExitCodeThread(worker2, &waiting)
      Then this happens on main, in this order and nothing else:
        | event   | what                           |
        | calls   | SuspendThread                  |
        | returns | 0                              |
        | calls   | GetExitCodeThread              |
        | returns | TRUE, own = STILL_ACTIVE       |
        | calls   | GetExitCodeThread              |
        | returns | TRUE, created = STILL_ACTIVE   |
        | calls   | GetExitCodeThread              |
        | returns | TRUE, suspended = STILL_ACTIVE |
        | calls   | GetExitCodeThread              |
        | returns | TRUE, waiting = STILL_ACTIVE   |

    Scenario: The object of a thread that has not ended is not signaled, whatever it does
      Given helper is created suspended
      And main calls SuspendThread(worker)
      When main calls WaitForSingleObject(main, 0)
      And main calls WaitForSingleObject(helper, 0)
      And main calls WaitForSingleObject(worker, 0)
      Then this happens on main, in this order and nothing else:
        | event   | what                |
        | calls   | SuspendThread       |
        | returns | 0                   |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |

    Scenario Outline: The start routine returns any exit code
      Given thread routine R calls:
        """
        return <code>
        """
      And main calls t = CreateThread(NULL, 0, R, 0, 0, NULL)
      When helper calls WaitForSingleObject(t, 1000)
      And after it returns, helper calls GetExitCodeThread(t, &code)
      Then this happens on helper, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | GetExitCodeThread   |
        | returns | TRUE, code = <code> |

      Examples:
        | code       |
        | 0          |
        | 1          |
        | 259        |
        | 0x12345678 |
        | 0x80000000 |
        | 0xFFFFFFFF |

    Scenario Outline: ExitThread takes any exit code
      Given thread routine R calls:
        """
        ExitThread(<code>)
        """
      And main calls t = CreateThread(NULL, 0, R, 0, 0, NULL)
      When helper calls WaitForSingleObject(t, 1000)
      And after it returns, helper calls GetExitCodeThread(t, &code)
      Then this happens on helper, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | GetExitCodeThread   |
        | returns | TRUE, code = <code> |

      Examples:
        | code       |
        | 0          |
        | 259        |
        | 0x80000000 |
        | 0xFFFFFFFF |

    Scenario: The right to wait and the right to query are enough
      Given main calls waiting = OpenThread(SYNCHRONIZE, FALSE, id of worker)
      And main calls asking = OpenThread(THREAD_QUERY_LIMITED_INFORMATION, FALSE, id of worker)
      And worker calls ExitThread(5)
      When main calls WaitForSingleObject(waiting, INFINITE)
      And main calls GetExitCodeThread(asking, &code)
      Then this happens on main, in this order and nothing else:
        | event   | what                |
        | calls   | OpenThread          |
        | returns | handle              |
        | calls   | OpenThread          |
        | returns | handle              |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | GetExitCodeThread   |
        | returns | TRUE, code = 5      |

    Scenario Outline: A waiter with APCs in its queue is released
      Given a manual-reset event Go, not signaled
      And thread routine Ends calls:
        """
        WaitForSingleObject(Go, INFINITE)
        """
      And <by> calls t = CreateThread(NULL, 0, Ends, 0, 0, NULL)
      And <thread> is blocked in <wait>
      And <by> queues APCs A, B, C to <thread>
      When <by> calls SetEvent(Go)
      And <thread> calls SleepEx(0, TRUE)
      Then this happens on <thread>, in this order and nothing else:
        | event   | what               |
        | calls   | <wait>             |
        | returns | <result>           |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | begins  | B                  |
        | ends    | B                  |
        | begins  | C                  |
        | ends    | C                  |
        | returns | WAIT_IO_COMPLETION |

      Examples:
        | thread | by     | wait                                                  | result            |
        | main   | worker | WaitForSingleObject(t, INFINITE)                      | WAIT_OBJECT_0     |
        | worker | main   | WaitForSingleObjectEx(t, 1000, FALSE)                 | WAIT_OBJECT_0     |
        | worker | main   | WaitForMultipleObjects(2, [main, t], FALSE, INFINITE) | WAIT_OBJECT_0 + 1 |

  @THREAD-TERMINATE-SIGNAL-1
  Rule: THREAD-TERMINATE-SIGNAL-1 TerminateThread signals the object of its thread and sets the given exit code

    Scenario: The thread is ended in a wait
      Given a manual-reset event E, not signaled
      And worker is blocked in WaitForSingleObject(E, INFINITE)
      And main calls GetExitCodeThread(worker, &before)
      When main calls TerminateThread(worker, 3)
      And main calls WaitForSingleObject(worker, INFINITE)
      And main calls GetExitCodeThread(worker, &after)
      Then this happens on main, in this order and nothing else:
        | event   | what                        |
        | calls   | GetExitCodeThread           |
        | returns | TRUE, before = STILL_ACTIVE |
        | calls   | TerminateThread             |
        | returns | TRUE                        |
        | calls   | WaitForSingleObject         |
        | returns | WAIT_OBJECT_0               |
        | calls   | GetExitCodeThread           |
        | returns | TRUE, after = 3             |

    Scenario: The thread is ended while it runs
      Given a manual-reset event E, not signaled
      When these calls are made at the same time:
        | main                                  | worker        |
        | TerminateThread(worker, 3)            | SetEvent(E)   |
        | WaitForSingleObject(worker, INFINITE) | ResetEvent(E) |
        |                                       | SetEvent(E)   |
      And main calls GetExitCodeThread(worker, &code)
      Then this happens on main, in this order and nothing else:
        | event   | what                |
        | calls   | TerminateThread     |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | GetExitCodeThread   |
        | returns | TRUE, code = 3      |

    Scenario: Every waiter is released
      Given a manual-reset event E, not signaled
      And worker is blocked in WaitForSingleObject(E, INFINITE)
      And helper is blocked in WaitForSingleObject(worker, INFINITE)
      And helper2 is blocked in WaitForSingleObject(worker, INFINITE)
      When main calls TerminateThread(worker, 3)
      Then this happens on helper, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
      And this happens on helper2, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

    Scenario Outline: The caller gives any exit code
      Given a manual-reset event E, not signaled
      And worker is blocked in WaitForSingleObject(E, INFINITE)
      When main calls TerminateThread(worker, <code>)
      And main calls WaitForSingleObject(worker, INFINITE)
      And main calls GetExitCodeThread(worker, &code)
      Then this happens on main, in this order and nothing else:
        | event   | what                |
        | calls   | TerminateThread     |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | GetExitCodeThread   |
        | returns | TRUE, code = <code> |

      Examples:
        | code       |
        | 0          |
        | 259        |
        | 0x80000000 |
        | 0xFFFFFFFF |

    Scenario: The right to terminate is enough
      Given a manual-reset event E, not signaled
      And worker is blocked in WaitForSingleObject(E, INFINITE)
      And main calls h = OpenThread(THREAD_TERMINATE, FALSE, id of worker)
      When main calls TerminateThread(h, 3)
      And main calls WaitForSingleObject(worker, INFINITE)
      Then this happens on main, in this order and nothing else:
        | event   | what                |
        | calls   | OpenThread          |
        | returns | handle              |
        | calls   | TerminateThread     |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

  @THREAD-END-RIGHTS-1
  Rule: THREAD-END-RIGHTS-1 Ending a thread and asking for its exit code need a right each

    Scenario: The right to terminate is missing
      Given main calls h = OpenThread(THREAD_QUERY_LIMITED_INFORMATION | SYNCHRONIZE, FALSE, id of worker)
      When main calls TerminateThread(h, 3)
      And worker calls SleepEx(0, FALSE)
      And main calls TerminateThread(worker, 4)
      And main calls WaitForSingleObject(worker, INFINITE)
      Then this happens on main, in this order and nothing else:
        | event   | what                       |
        | calls   | OpenThread                 |
        | returns | handle                     |
        | calls   | TerminateThread(h, 3)      |
        | returns | FALSE                      |
        | calls   | TerminateThread(worker, 4) |
        | returns | TRUE                       |
        | calls   | WaitForSingleObject        |
        | returns | WAIT_OBJECT_0              |
      And this happens on worker, in this order and nothing else:
        | event   | what    |
        | calls   | SleepEx |
        | returns | 0       |
        | exits   |         |

    Scenario: The right to query is missing
      Given main calls h = OpenThread(THREAD_TERMINATE | SYNCHRONIZE, FALSE, id of worker)
      When main calls GetExitCodeThread(h, &code)
      And main calls GetExitCodeThread(worker, &code)
      Then this happens on main, in this order and nothing else:
        | event   | what                      |
        | calls   | OpenThread                |
        | returns | handle                    |
        | calls   | GetExitCodeThread         |
        | returns | FALSE                     |
        | calls   | GetExitCodeThread         |
        | returns | TRUE, code = STILL_ACTIVE |

  @THREAD-TERMINATE-LATER-1
  Rule: THREAD-TERMINATE-LATER-1 A termination may take effect after TerminateThread has returned

    Scenario: The thread that terminates another one looks at once whether it has ended
      When these calls are made at the same time:
        | main                           | worker                  |
        | TerminateThread(worker, 3)     | SleepEx(INFINITE, TRUE) |
        | WaitForSingleObject(worker, 0) |                         |
      Then what happens on main is recorded
