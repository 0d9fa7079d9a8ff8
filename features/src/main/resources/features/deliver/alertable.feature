Feature: Calls that make a thread alertable
  An alertable call runs the APCs of its thread: those that are pending when it is made, without
  waiting first, and those that are queued while it waits.

  @DELIVER-ALERTSET-1
  Rule: DELIVER-ALERTSET-1 Four functions make a thread alertable

    Scenario: A sleep
      Given main queues APC A to worker
      When worker calls SleepEx(50, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

    Scenario Outline: A wait for objects that are not signaled
      Given a manual-reset event E, not signaled
      And a manual-reset event F, not signaled
      And worker queues APC A to worker
      When worker calls <call>
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | QueueUserAPC       |
        | returns | nonzero            |
        | calls   | <call>             |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

      Examples:
        | call                                                 |
        | WaitForSingleObjectEx(E, 50, TRUE)                   |
        | WaitForMultipleObjectsEx(2, [E, F], FALSE, 50, TRUE) |
        | WaitForMultipleObjectsEx(2, [E, F], TRUE, 50, TRUE)  |
        | SignalObjectAndWait(F, E, 50, TRUE)                  |

  @DELIVER-NONZERO-1
  Rule: DELIVER-NONZERO-1 Any nonzero flag is TRUE

    Scenario Outline: The flag is neither TRUE nor FALSE
      Given a manual-reset event E, not signaled
      And a manual-reset event F, not signaled
      And main queues APC A to worker
      When worker calls <call>
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | <call>             |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

      Examples:
        | call                                               |
        | SleepEx(100, 2)                                    |
        | WaitForSingleObjectEx(E, 100, 2)                   |
        | WaitForMultipleObjectsEx(2, [E, F], FALSE, 100, 2) |
        | SignalObjectAndWait(E, F, 100, 2)                  |
        | SleepEx(100, 0xFFFFFFFF)                           |

  @DELIVER-PENDING-NOSLEEP-1
  Rule: DELIVER-PENDING-NOSLEEP-1 A pending APC keeps the thread from sleeping

    Scenario: Nothing but the APC could end the sleep
      Given main queues APC A to worker
      When worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

    Scenario Outline: Nothing but the APC could end the wait
      Given a manual-reset event E, not signaled
      And a manual-reset event F, not signaled
      And main queues APC A to worker
      When worker calls <call>
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | <call>             |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

      Examples:
        | call                                                       |
        | WaitForSingleObjectEx(E, INFINITE, TRUE)                   |
        | WaitForMultipleObjectsEx(2, [E, F], FALSE, INFINITE, TRUE) |
        | WaitForMultipleObjectsEx(2, [E, F], TRUE, INFINITE, TRUE)  |

    Scenario Outline: Nothing but the APC could end the wait for an object that is no event
      Given a mutex M, owned by helper
      And a semaphore S with count 0 of at most 1
      And main queues APC A to worker
      When worker calls <call>
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | <call>             |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

      Examples:
        | call                                          |
        | WaitForSingleObjectEx(M, INFINITE, TRUE)      |
        | WaitForSingleObjectEx(S, INFINITE, TRUE)      |
        | WaitForSingleObjectEx(helper, INFINITE, TRUE) |

    Scenario Outline: Nothing is left of the time of a wait when the APC has run
      Given a manual-reset event E, not signaled
      And a manual-reset event F, signaled
      And a manual-reset event Later, not signaled
      And APC routine A calls:
        """
        WaitForSingleObject(Later, 0)
        """
      And main queues APC A to worker
      When worker calls <call>
      And main calls SetEvent(Later)
      And main calls SetEvent(E)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | <call>              |
        | begins  | A                   |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |
        | ends    | A                   |
        | returns | WAIT_IO_COMPLETION  |

      Examples:
        | call                                                       |
        | WaitForSingleObjectEx(E, 5000, TRUE)                       |
        | WaitForMultipleObjectsEx(2, [E, Later], FALSE, 5000, TRUE) |
        | WaitForMultipleObjectsEx(2, [E, F], TRUE, 5000, TRUE)      |

    Scenario: Each of three waits finds an APC that was queued since the last one
      Given main queues APC A to worker
      And worker calls SleepEx(100, TRUE)
      And main queues APC B to worker
      And after it returns, worker calls SleepEx(100, TRUE)
      And main queues APC C to worker
      When after it returns, worker calls SleepEx(100, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |
        | calls   | SleepEx            |
        | begins  | B                  |
        | ends    | B                  |
        | returns | WAIT_IO_COMPLETION |
        | calls   | SleepEx            |
        | begins  | C                  |
        | ends    | C                  |
        | returns | WAIT_IO_COMPLETION |

    Scenario Outline: The APC is pending when a wait for a timer begins
      Given these objects:
        | name | made by                                          |
        | T    | CreateWaitableTimerW(NULL, <manual-reset>, NULL) |
      And a manual-reset event E, not signaled
      And main queues APC A to worker
      When worker calls <call>
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | <call>             |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

      Examples:
        | manual-reset | call                                                       |
        | TRUE         | WaitForSingleObjectEx(T, INFINITE, TRUE)                   |
        | FALSE        | WaitForMultipleObjectsEx(2, [E, T], FALSE, INFINITE, TRUE) |
        | FALSE        | WaitForSingleObjectEx(T, 0, TRUE)                          |
        | TRUE         | WaitForMultipleObjectsEx(2, [E, T], FALSE, 0, TRUE)        |

  @DELIVER-WAKE-1
  Rule: DELIVER-WAKE-1 An APC queued during the wait ends it

    Scenario: A sleep without end
      Given worker is blocked in SleepEx(INFINITE, TRUE)
      When main queues APC A to worker
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

    Scenario Outline: A wait for objects that nobody signals
      Given a manual-reset event E, not signaled
      And a manual-reset event F, not signaled
      And worker is blocked in <call>
      When main queues APC A to worker
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | <call>             |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

      Examples:
        | call                                                       |
        | WaitForSingleObjectEx(E, INFINITE, TRUE)                   |
        | WaitForMultipleObjectsEx(2, [E, F], FALSE, INFINITE, TRUE) |
        | WaitForMultipleObjectsEx(2, [E, F], TRUE, INFINITE, TRUE)  |

    Scenario Outline: A wait for an object that is no event
      Given a mutex M, owned by helper
      And a semaphore S with count 0 of at most 1
      And worker is blocked in <call>
      When main queues APC A to worker
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | <call>             |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

      Examples:
        | call                                          |
        | WaitForSingleObjectEx(M, INFINITE, TRUE)      |
        | WaitForSingleObjectEx(S, INFINITE, TRUE)      |
        | WaitForSingleObjectEx(helper, INFINITE, TRUE) |

    Scenario: A sleep with an end does not last as long as it was to
      Given a manual-reset event Later, not signaled
      And APC routine A calls:
        """
        WaitForSingleObject(Later, 0)
        """
      And thread routine R calls:
        """
        SleepEx(800, TRUE)
        WaitForSingleObject(Later, 0)
        """
      And main calls t = CreateThread(NULL, 0, R, 0, 0, NULL)
      When main queues APC A to t
      And main calls SetEvent(Later)
      Then this happens on t, in this order and nothing else:
        | event   | what                |
        | starts  | R                   |
        | calls   | SleepEx             |
        | begins  | A                   |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |
        | ends    | A                   |
        | returns | WAIT_IO_COMPLETION  |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |
        | exits   |                     |

    Scenario Outline: A wait with a time-out is neither ended late nor resumed for the rest of its time
      Given a manual-reset event E, not signaled
      And a manual-reset event F, signaled
      And a manual-reset event Later, not signaled
      And APC routine A calls:
        """
        WaitForSingleObject(Later, 0)
        """
      And thread routine R calls:
        """
        <call>
        WaitForSingleObject(Later, 0)
        """
      And main calls t = CreateThread(NULL, 0, R, 0, 0, NULL)
      When main queues APC A to t
      And main calls SetEvent(Later)
      And main calls SetEvent(E)
      Then this happens on t, in this order and nothing else:
        | event   | what                |
        | starts  | R                   |
        | calls   | <call>              |
        | begins  | A                   |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |
        | ends    | A                   |
        | returns | WAIT_IO_COMPLETION  |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |
        | exits   |                     |

      Examples:
        | call                                                       |
        | WaitForSingleObjectEx(E, 5000, TRUE)                       |
        | WaitForMultipleObjectsEx(2, [E, Later], FALSE, 5000, TRUE) |
        | WaitForMultipleObjectsEx(2, [E, F], TRUE, 5000, TRUE)      |

    Scenario Outline: An APC is queued while the thread enters the wait
      Given a manual-reset event E, not signaled
      And a manual-reset event F, not signaled
      When these calls are made at the same time:
        | worker | main                       |
        | <call> | QueueUserAPC(A, worker, 0) |
      Then every outcome is one of:
        | worker                                       | main            | why                                                                  |
        | begins A; ends A; returns WAIT_IO_COMPLETION | returns nonzero | pending on entry or queued during the wait, the APC runs and ends it |

      Examples:
        | call                                                       |
        | SleepEx(INFINITE, TRUE)                                    |
        | WaitForSingleObjectEx(E, INFINITE, TRUE)                   |
        | WaitForMultipleObjectsEx(2, [E, F], FALSE, INFINITE, TRUE) |
        | WaitForMultipleObjectsEx(2, [E, F], TRUE, INFINITE, TRUE)  |

    Scenario Outline: Each of three APCs ends the wait that it finds
      Given a manual-reset event E, not signaled
      And a manual-reset event F, not signaled
      And worker is blocked in <call>
      And main queues APC A to worker
      And worker is blocked in <call>
      And main queues APC B to worker
      And worker is blocked in <call>
      When main queues APC C to worker
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | <call>             |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |
        | calls   | <call>             |
        | begins  | B                  |
        | ends    | B                  |
        | returns | WAIT_IO_COMPLETION |
        | calls   | <call>             |
        | begins  | C                  |
        | ends    | C                  |
        | returns | WAIT_IO_COMPLETION |

      Examples:
        | call                                                       |
        | SleepEx(INFINITE, TRUE)                                    |
        | WaitForSingleObjectEx(E, INFINITE, TRUE)                   |
        | WaitForMultipleObjectsEx(2, [E, F], FALSE, INFINITE, TRUE) |

    Scenario: A sleep says each time whether it has lasted its time
      Given worker is blocked in SleepEx(1000, TRUE)
      And main queues APC A to worker
      And worker calls SleepEx(50, TRUE)
      And 150 ms pass
      And main queues APC B to worker
      When worker calls SleepEx(20, FALSE)
      And after it returns, worker calls SleepEx(0, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |
        | calls   | SleepEx            |
        | returns | 0                  |
        | calls   | SleepEx            |
        | returns | 0                  |
        | calls   | SleepEx            |
        | begins  | B                  |
        | ends    | B                  |
        | returns | WAIT_IO_COMPLETION |

    Scenario: The APC of somebody else ends the sleep in which a thread awaits its own
      Given a manual-reset event Mine, not signaled
      And APC routine Own calls:
        """
        SetEvent(Mine)
        """
      And worker is blocked in SleepEx(INFINITE, TRUE)
      And main queues APC Foreign to worker
      And worker calls WaitForSingleObject(Mine, 0)
      And worker is blocked in SleepEx(INFINITE, TRUE)
      When main queues APC Own to worker
      And worker calls WaitForSingleObject(Mine, 0)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SleepEx             |
        | begins  | Foreign             |
        | ends    | Foreign             |
        | returns | WAIT_IO_COMPLETION  |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |
        | calls   | SleepEx             |
        | begins  | Own                 |
        | calls   | SetEvent            |
        | returns | TRUE                |
        | ends    | Own                 |
        | returns | WAIT_IO_COMPLETION  |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

    Scenario: The APC of somebody else ends the wait, and an object the one that follows
      Given a manual-reset event Socket, not signaled
      And a manual-reset event Signal, not signaled
      And worker is blocked in WaitForMultipleObjectsEx(2, [Socket, Signal], FALSE, 1000, TRUE)
      And main queues APC Foreign to worker
      And worker is blocked in WaitForMultipleObjectsEx(2, [Socket, Signal], FALSE, INFINITE, TRUE)
      When main calls SetEvent(Signal)
      Then this happens on worker, in this order and nothing else:
        | event   | what                     |
        | calls   | WaitForMultipleObjectsEx |
        | begins  | Foreign                  |
        | ends    | Foreign                  |
        | returns | WAIT_IO_COMPLETION       |
        | calls   | WaitForMultipleObjectsEx |
        | returns | WAIT_OBJECT_0 + 1        |

    Scenario Outline: A wait with a time-out is not ended late, whatever it is for
      Given a manual-reset event G, not signaled
      And an auto-reset event E, not signaled
      And a mutex M, owned by helper
      And a semaphore S with count 0 of at most 1
      And a manual-reset event Later, not signaled
      And APC routine A calls:
        """
        WaitForSingleObject(Later, 0)
        """
      And thread routine R calls:
        """
        <wait>
        WaitForSingleObject(Later, 0)
        """
      And main calls t = CreateThread(NULL, 0, R, 0, 0, NULL)
      When main queues APC A to t
      And main calls SetEvent(Later)
      Then this happens on t, in this order and nothing else:
        | event   | what                          |
        | starts  | R                             |
        | calls   | <wait>                        |
        | begins  | A                             |
        | calls   | WaitForSingleObject(Later, 0) |
        | returns | WAIT_TIMEOUT                  |
        | ends    | A                             |
        | returns | WAIT_IO_COMPLETION            |
        | calls   | WaitForSingleObject(Later, 0) |
        | returns | WAIT_TIMEOUT                  |
        | exits   |                               |

      Examples:
        | wait                                                        |
        | WaitForSingleObjectEx(M, 1000, TRUE)                        |
        | WaitForSingleObjectEx(helper, 1000, TRUE)                   |
        | WaitForMultipleObjectsEx(2, [S, E], FALSE, 1000, TRUE)      |
        | WaitForMultipleObjectsEx(2, [E, M], FALSE, 1000, TRUE)      |
        | WaitForMultipleObjectsEx(2, [helper, S], TRUE, 1000, TRUE)  |
        | WaitForMultipleObjectsEx(2, [M, helper], FALSE, 1000, TRUE) |
        | WaitForMultipleObjectsEx(3, [E, G, S], FALSE, 1000, TRUE)   |

    Scenario Outline: A wait for a timer
      Given these objects:
        | name | made by                                          |
        | T    | CreateWaitableTimerW(NULL, <manual-reset>, NULL) |
      And a manual-reset event E, not signaled
      And worker is blocked in <call>
      When main queues APC A to worker
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | <call>             |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

      Examples:
        | manual-reset | call                                                       |
        | TRUE         | WaitForSingleObjectEx(T, INFINITE, TRUE)                   |
        | FALSE        | WaitForMultipleObjectsEx(2, [E, T], FALSE, INFINITE, TRUE) |

  @DELIVER-EMPTY-BLOCK-1
  Rule: DELIVER-EMPTY-BLOCK-1 With an empty queue the wait blocks

    Scenario: Nothing ends it before the event is set
      Given a manual-reset event E, not signaled
      When worker calls WaitForSingleObjectEx(E, INFINITE, TRUE)
      And 50 ms pass
      And main calls SetEvent(E)
      Then this happens on worker, in this order and nothing else:
        | event   | what                  |
        | calls   | WaitForSingleObjectEx |
        | returns | WAIT_OBJECT_0         |
      And WaitForSingleObjectEx on worker took at least 50 ms

    Scenario: The object ends it
      Given a manual-reset event E, not signaled
      When worker calls WaitForSingleObjectEx(E, INFINITE, TRUE)
      And main calls SetEvent(E)
      Then this happens on worker, in this order and nothing else:
        | event   | what                  |
        | calls   | WaitForSingleObjectEx |
        | returns | WAIT_OBJECT_0         |

    Scenario: An APC ends it
      Given a manual-reset event E, not signaled
      When worker calls WaitForSingleObjectEx(E, INFINITE, TRUE)
      And main queues APC A to worker
      Then this happens on worker, in this order and nothing else:
        | event   | what                  |
        | calls   | WaitForSingleObjectEx |
        | begins  | A                     |
        | ends    | A                     |
        | returns | WAIT_IO_COMPLETION    |

    Scenario: The time-out ends it
      Given a manual-reset event E, not signaled
      When worker calls WaitForSingleObjectEx(E, 20, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                  |
        | calls   | WaitForSingleObjectEx |
        | returns | WAIT_TIMEOUT          |

    Scenario: The time of a sleep ends it
      When worker calls SleepEx(50, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what    |
        | calls   | SleepEx |
        | returns | 0       |
      And SleepEx on worker took at least 50 ms
