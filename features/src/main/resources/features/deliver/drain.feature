Feature: How many APCs one wait runs
  One alertable call empties the queue of its thread, with what is added meanwhile, and returns once.

  @DELIVER-DRAIN-1
  Rule: DELIVER-DRAIN-1 One wait runs every pending APC to its end

    Scenario: Three APCs and a sleep
      Given main queues APCs A, B, C to worker
      When worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | begins  | B                  |
        | ends    | B                  |
        | begins  | C                  |
        | ends    | C                  |
        | returns | WAIT_IO_COMPLETION |

    Scenario: A hundred APCs
      Given main queues APCs A(1..100) to worker
      When worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | runs    | A(1..100)          |
        | returns | WAIT_IO_COMPLETION |

    Scenario: Two APCs and a wait for an object
      Given a manual-reset event E, not signaled
      And main queues APCs A, B to worker
      When worker calls WaitForSingleObjectEx(E, INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                  |
        | calls   | WaitForSingleObjectEx |
        | begins  | A                     |
        | ends    | A                     |
        | begins  | B                     |
        | ends    | B                     |
        | returns | WAIT_IO_COMPLETION    |

    Scenario: The wait returns after the end of a long routine
      Given APC routine A calls:
        """
        Sleep(50)
        """
      And main queues APC A to worker
      When worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | A                  |
        | calls   | Sleep              |
        | returns | void               |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

    Scenario: Two APCs come one after the other while the thread sleeps
      When these calls are made at the same time:
        | worker           | main                       |
        | SleepEx(1, TRUE) | QueueUserAPC(A, worker, 0) |
        |                  | QueueUserAPC(B, worker, 0) |
      And worker calls SleepEx(1, TRUE)
      Then every outcome is one of:
        | worker                       | why                                                                      |
        | begins A; ends A; begins B;  | both were pending before the first sleep was over                        |
        | ends B;                      |                                                                          |
        | returns WAIT_IO_COMPLETION;  |                                                                          |
        | returns 0                    |                                                                          |
        | begins A; ends A;            | A ended the first sleep before B was queued, and B waited for the second |
        | returns WAIT_IO_COMPLETION;  |                                                                          |
        | begins B; ends B;            |                                                                          |
        | returns WAIT_IO_COMPLETION   |                                                                          |
        | returns 0; begins A; ends A; | the time of the first sleep had passed before either was queued          |
        | begins B; ends B;            |                                                                          |
        | returns WAIT_IO_COMPLETION   |                                                                          |

  @DELIVER-RETURN-ONCE-1
  Rule: DELIVER-RETURN-ONCE-1 Many APCs give one WAIT_IO_COMPLETION

    Scenario: The next sleep lasts its time
      Given main queues APCs A, B, C to worker
      When worker calls SleepEx(INFINITE, TRUE)
      And worker calls SleepEx(20, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | begins  | B                  |
        | ends    | B                  |
        | begins  | C                  |
        | ends    | C                  |
        | returns | WAIT_IO_COMPLETION |
        | calls   | SleepEx            |
        | returns | 0                  |

    Scenario: The next wait times out
      Given a manual-reset event E, not signaled
      And main queues APCs A, B to worker
      When worker calls WaitForSingleObjectEx(E, INFINITE, TRUE)
      And worker calls WaitForSingleObjectEx(E, 20, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                  |
        | calls   | WaitForSingleObjectEx |
        | begins  | A                     |
        | ends    | A                     |
        | begins  | B                     |
        | ends    | B                     |
        | returns | WAIT_IO_COMPLETION    |
        | calls   | WaitForSingleObjectEx |
        | returns | WAIT_TIMEOUT          |

    Scenario: A loop around the wait goes round once for three APCs
      Given a manual-reset event E, not signaled
      And main queues APCs A, B, C to worker
      When worker calls WaitForSingleObjectEx(E, INFINITE, TRUE) while it returns WAIT_IO_COMPLETION, at most 8 times
      And main calls SetEvent(E)
      Then this happens on worker, in this order and nothing else:
        | event   | what                  |
        | calls   | WaitForSingleObjectEx |
        | begins  | A                     |
        | ends    | A                     |
        | begins  | B                     |
        | ends    | B                     |
        | begins  | C                     |
        | ends    | C                     |
        | returns | WAIT_IO_COMPLETION    |
        | calls   | WaitForSingleObjectEx |
        | returns | WAIT_OBJECT_0         |

    Scenario Outline: An object ends the wait after three waits that APCs have ended
      Given a manual-reset event G, not signaled
      And a mutex M, owned by <by>
      And a mutex Own, owned by <thread>
      And a semaphore S with count 0 of at most 1
      And <other> calls ResetEvent(G)
      And <thread> is blocked in SleepEx(INFINITE, TRUE)
      And <by> queues APC A to <thread>
      And <thread> calls SleepEx(INFINITE, TRUE)
      And <by> queues APC A to <thread>
      And <thread> calls SleepEx(INFINITE, TRUE)
      And <by> queues APC A to <thread>
      When <thread> calls <wait>
      And <by> calls <signal>
      Then this happens on <thread>, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |
        | calls   | <wait>             |
        | returns | <result>           |

      Examples:
        | thread | by     | other  | wait                                                   | signal                       | result            |
        | main   | worker | helper | WaitForSingleObjectEx(S, INFINITE, TRUE)               | ReleaseSemaphore(S, 1, NULL) | WAIT_OBJECT_0     |
        | worker | main   | helper | WaitForMultipleObjectsEx(2, [S, G], FALSE, 1000, TRUE) | SetEvent(G)                  | WAIT_OBJECT_0 + 1 |
        | helper | worker | main   | WaitForSingleObjectEx(Own, 1000, TRUE)                 | SetEvent(G)                  | WAIT_OBJECT_0     |
        | helper | main   | worker | SignalObjectAndWait(S, M, INFINITE, TRUE)              | ReleaseMutex(M)              | WAIT_OBJECT_0     |

  @DELIVER-DRAIN-REFILL-1
  Rule: DELIVER-DRAIN-REFILL-1 APCs queued while APCs run belong to the same wait

    Scenario: Each routine queues the next
      Given APC routine A calls:
        """
        QueueUserAPC(B, worker, 0)
        """
      And APC routine B calls:
        """
        QueueUserAPC(C, worker, 0)
        """
      And main queues APC A to worker
      When worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | A                  |
        | calls   | QueueUserAPC       |
        | returns | nonzero            |
        | ends    | A                  |
        | begins  | B                  |
        | calls   | QueueUserAPC       |
        | returns | nonzero            |
        | ends    | B                  |
        | begins  | C                  |
        | ends    | C                  |
        | returns | WAIT_IO_COMPLETION |

    Scenario: The new APC runs after those that were pending
      Given APC routine A calls:
        """
        QueueUserAPC(C, worker, 0)
        """
      And main queues APCs A, B to worker
      When worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | A                  |
        | calls   | QueueUserAPC       |
        | returns | nonzero            |
        | ends    | A                  |
        | begins  | B                  |
        | ends    | B                  |
        | begins  | C                  |
        | ends    | C                  |
        | returns | WAIT_IO_COMPLETION |

    Scenario: Another thread queues while a routine runs
      Given a manual-reset event E, not signaled
      And APC routine A calls:
        """
        WaitForSingleObject(E, INFINITE)
        """
      And main queues APC A to worker
      When worker calls SleepEx(INFINITE, TRUE)
      And helper queues APC B to worker
      And main calls SetEvent(E)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SleepEx             |
        | begins  | A                   |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | ends    | A                   |
        | begins  | B                   |
        | ends    | B                   |
        | returns | WAIT_IO_COMPLETION  |

    Scenario Outline: A routine queues another one to its thread, whichever wait runs it
      Given a manual-reset event E, not signaled
      And a manual-reset event F, not signaled
      And APC routine A calls:
        """
        QueueUserAPC(B, <thread>, 0)
        QueueUserAPC(B, <thread>, 0)
        """
      And helper queues APCs A, C to <thread>
      When <thread> calls <wait>
      Then this happens on <thread>, in this order and nothing else:
        | event   | what               |
        | calls   | <wait>             |
        | begins  | A                  |
        | calls   | QueueUserAPC       |
        | returns | nonzero            |
        | calls   | QueueUserAPC       |
        | returns | nonzero            |
        | ends    | A                  |
        | begins  | C                  |
        | ends    | C                  |
        | begins  | B                  |
        | ends    | B                  |
        | begins  | B                  |
        | ends    | B                  |
        | returns | WAIT_IO_COMPLETION |

      Examples:
        | thread | wait                                                  |
        | main   | WaitForSingleObjectEx(E, 100, TRUE)                   |
        | worker | WaitForMultipleObjectsEx(2, [E, F], FALSE, 100, TRUE) |
        | worker | SignalObjectAndWait(E, F, 100, TRUE)                  |

  @DELIVER-TIMEOUT-DRAIN-1
  Rule: DELIVER-TIMEOUT-DRAIN-1 The time-out does not cut the drain short

    Scenario: A sleep that is shorter than its first routine
      Given APC routine A calls:
        """
        Sleep(60)
        """
      And main queues APCs A, B to worker
      When worker calls SleepEx(20, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | A                  |
        | calls   | Sleep              |
        | returns | void               |
        | ends    | A                  |
        | begins  | B                  |
        | ends    | B                  |
        | returns | WAIT_IO_COMPLETION |

    Scenario: A wait that is shorter than its first routine
      Given a manual-reset event E, not signaled
      And APC routine A calls:
        """
        Sleep(60)
        """
      And main queues APCs A, B to worker
      When worker calls WaitForSingleObjectEx(E, 20, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                  |
        | calls   | WaitForSingleObjectEx |
        | begins  | A                     |
        | calls   | Sleep                 |
        | returns | void                  |
        | ends    | A                     |
        | begins  | B                     |
        | ends    | B                     |
        | returns | WAIT_IO_COMPLETION    |
