Feature: Waits inside an APC routine
  A routine may wait. An alertable wait in it runs the APCs that are still pending, inside the
  routine; any other wait leaves them until the routine has ended.

  @DELIVER-NESTED-1
  Rule: DELIVER-NESTED-1 An alertable wait inside a routine runs the remaining APCs

    Scenario: The first routine waits and runs the others
      Given APC routine A calls:
        """
        SleepEx(20, TRUE)
        """
      And main queues APCs A, B, C to worker
      When worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                    |
        | calls   | SleepEx(INFINITE, TRUE) |
        | begins  | A                       |
        | calls   | SleepEx(20, TRUE)       |
        | begins  | B                       |
        | ends    | B                       |
        | begins  | C                       |
        | ends    | C                       |
        | returns | WAIT_IO_COMPLETION      |
        | ends    | A                       |
        | returns | WAIT_IO_COMPLETION or 0 |

    Scenario: Each routine waits and runs the next
      Given APC routine A calls:
        """
        SleepEx(20, TRUE)
        """
      And APC routine B calls:
        """
        SleepEx(20, TRUE)
        """
      And main queues APCs A, B, C to worker
      When worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                    |
        | calls   | SleepEx(INFINITE, TRUE) |
        | begins  | A                       |
        | calls   | SleepEx(20, TRUE)       |
        | begins  | B                       |
        | calls   | SleepEx(20, TRUE)       |
        | begins  | C                       |
        | ends    | C                       |
        | returns | WAIT_IO_COMPLETION      |
        | ends    | B                       |
        | returns | WAIT_IO_COMPLETION      |
        | ends    | A                       |
        | returns | WAIT_IO_COMPLETION or 0 |

    Scenario: Eight routines wait, each inside the one before
      Given APC routine A calls:
        """
        SleepEx(20, TRUE)
        """
      And main queues APCs A(1..8) to worker
      When worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                    |
        | calls   | SleepEx(INFINITE, TRUE) |
        | begins  | A(1)                    |
        | calls   | SleepEx(20, TRUE)       |
        | begins  | A(2)                    |
        | calls   | SleepEx(20, TRUE)       |
        | begins  | A(3)                    |
        | calls   | SleepEx(20, TRUE)       |
        | begins  | A(4)                    |
        | calls   | SleepEx(20, TRUE)       |
        | begins  | A(5)                    |
        | calls   | SleepEx(20, TRUE)       |
        | begins  | A(6)                    |
        | calls   | SleepEx(20, TRUE)       |
        | begins  | A(7)                    |
        | calls   | SleepEx(20, TRUE)       |
        | begins  | A(8)                    |
        | calls   | SleepEx(20, TRUE)       |
        | returns | 0                       |
        | ends    | A                       |
        | returns | WAIT_IO_COMPLETION      |
        | ends    | A                       |
        | returns | WAIT_IO_COMPLETION      |
        | ends    | A                       |
        | returns | WAIT_IO_COMPLETION      |
        | ends    | A                       |
        | returns | WAIT_IO_COMPLETION      |
        | ends    | A                       |
        | returns | WAIT_IO_COMPLETION      |
        | ends    | A                       |
        | returns | WAIT_IO_COMPLETION      |
        | ends    | A                       |
        | returns | WAIT_IO_COMPLETION      |
        | ends    | A                       |
        | returns | WAIT_IO_COMPLETION or 0 |

    Scenario: A routine that runs before the start routine waits
      Given worker is created suspended
      And APC routine A calls:
        """
        SleepEx(20, TRUE)
        """
      And main queues APCs A, B to worker
      When main calls ResumeThread(worker)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | begins  | A                  |
        | calls   | SleepEx            |
        | begins  | B                  |
        | ends    | B                  |
        | returns | WAIT_IO_COMPLETION |
        | ends    | A                  |
        | starts  |                    |

    Scenario Outline: A routine inside another queues to its thread and waits
      Given APC routine Outer calls:
        """
        SleepEx(0, TRUE)
        """
      And APC routine Inner calls:
        """
        QueueUserAPC(A, <thread>, 0)
        QueueUserAPC(A, <thread>, 0)
        SleepEx(0, TRUE)
        SleepEx(0, TRUE)
        """
      And helper queues APC B to <other>
      And helper queues APCs Outer, Inner to <thread>
      When <thread> calls SleepEx(0, TRUE)
      Then this happens on <thread>, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | Outer              |
        | calls   | SleepEx            |
        | begins  | Inner              |
        | calls   | QueueUserAPC       |
        | returns | nonzero            |
        | calls   | QueueUserAPC       |
        | returns | nonzero            |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |
        | calls   | SleepEx            |
        | returns | 0                  |
        | ends    | Inner              |
        | returns | WAIT_IO_COMPLETION |
        | ends    | Outer              |
        | returns | WAIT_IO_COMPLETION |

      Examples:
        | thread | other  |
        | main   | worker |
        | worker | main   |

    Scenario: Sixty-five routines wait, each inside the one before
      Given a semaphore S with count 0 of at most 66
      And APC routine A calls:
        """
        SleepEx(0, TRUE)
        WaitForSingleObject(S, 0)
        """
      And APC routine Last calls:
        """
        ReleaseSemaphore(S, 66, NULL)
        """
      And helper queues APCs A(1..65) to worker
      And helper queues APC Last to worker
      When worker calls SleepEx(0, TRUE)
      And main calls WaitForSingleObject(S, 0)
      And main calls WaitForSingleObject(S, 0)
      Then this happens on main, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |

    Scenario: An APC comes while a routine inside another waits
      Given a manual-reset event E, not signaled
      And a manual-reset event Later, not signaled
      And APC routine Outer calls:
        """
        SleepEx(0, TRUE)
        """
      And APC routine Inner calls:
        """
        WaitForSingleObjectEx(E, 5000, TRUE)
        WaitForSingleObject(Later, 0)
        """
      And APC routine A calls:
        """
        WaitForSingleObject(Later, 0)
        """
      And main queues APCs Outer, Inner to worker
      And worker calls SleepEx(0, TRUE)
      When main queues APC A to worker
      And main calls SetEvent(Later)
      Then this happens on worker, in this order and nothing else:
        | event   | what                    |
        | calls   | SleepEx                 |
        | begins  | Outer                   |
        | calls   | SleepEx                 |
        | begins  | Inner                   |
        | calls   | WaitForSingleObjectEx   |
        | begins  | A                       |
        | calls   | WaitForSingleObject     |
        | returns | WAIT_TIMEOUT            |
        | ends    | A                       |
        | returns | WAIT_IO_COMPLETION      |
        | calls   | WaitForSingleObject     |
        | returns | WAIT_TIMEOUT            |
        | ends    | Inner                   |
        | returns | WAIT_IO_COMPLETION or 0 |
        | ends    | Outer                   |
        | returns | WAIT_IO_COMPLETION or 0 |

  @DELIVER-NESTED-OUTER-1
  Rule: DELIVER-NESTED-OUTER-1 The outer wait still reports WAIT_IO_COMPLETION

    Scenario: The inner wait has run the last APC
      Given APC routine A calls:
        """
        SleepEx(20, TRUE)
        """
      And main queues APCs A, B to worker
      When worker calls SleepEx(INFINITE, TRUE)
      And worker calls SleepEx(20, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | A                  |
        | calls   | SleepEx            |
        | begins  | B                  |
        | ends    | B                  |
        | returns | WAIT_IO_COMPLETION |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |
        | calls   | SleepEx            |
        | returns | 0                  |

    Scenario: A routine queues after a wait inside of it has emptied the queue
      Given APC routine A calls:
        """
        SleepEx(20, TRUE)
        QueueUserAPC(C, worker, 0)
        """
      And main queues APCs A, B to worker
      When worker calls SleepEx(100, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx(100, TRUE) |
        | begins  | A                  |
        | calls   | SleepEx(20, TRUE)  |
        | begins  | B                  |
        | ends    | B                  |
        | returns | WAIT_IO_COMPLETION |
        | calls   | QueueUserAPC       |
        | returns | nonzero            |
        | ends    | A                  |
        | begins  | C                  |
        | ends    | C                  |
        | returns | WAIT_IO_COMPLETION |

  @DELIVER-NESTED-EMPTY-1
  Rule: DELIVER-NESTED-EMPTY-1 An inner wait with an empty queue is an ordinary one

    Scenario: The inner wait times out
      Given APC routine A calls:
        """
        SleepEx(20, TRUE)
        """
      And main queues APC A to worker
      When worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                    |
        | calls   | SleepEx(INFINITE, TRUE) |
        | begins  | A                       |
        | calls   | SleepEx(20, TRUE)       |
        | returns | 0                       |
        | ends    | A                       |
        | returns | WAIT_IO_COMPLETION      |

    Scenario: The inner wait blocks until an APC is queued
      Given a manual-reset event E, not signaled
      And APC routine A calls:
        """
        WaitForSingleObjectEx(E, INFINITE, TRUE)
        """
      And main queues APC A to worker
      When worker calls SleepEx(INFINITE, TRUE)
      And main queues APC B to worker
      Then this happens on worker, in this order and nothing else:
        | event   | what                  |
        | calls   | SleepEx               |
        | begins  | A                     |
        | calls   | WaitForSingleObjectEx |
        | begins  | B                     |
        | ends    | B                     |
        | returns | WAIT_IO_COMPLETION    |
        | ends    | A                     |
        | returns | WAIT_IO_COMPLETION    |

  @DELIVER-INAPC-WAIT-1
  Rule: DELIVER-INAPC-WAIT-1 A routine can wait without running other APCs

    Scenario: The routine sleeps
      Given APC routine A calls:
        """
        Sleep(20)
        SleepEx(20, FALSE)
        """
      And main queues APCs A, B to worker
      When worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                    |
        | calls   | SleepEx(INFINITE, TRUE) |
        | begins  | A                       |
        | calls   | Sleep(20)               |
        | returns | void                    |
        | calls   | SleepEx(20, FALSE)      |
        | returns | 0                       |
        | ends    | A                       |
        | begins  | B                       |
        | ends    | B                       |
        | returns | WAIT_IO_COMPLETION      |

    Scenario: The routine waits for an object
      Given a manual-reset event E, not signaled
      And APC routine A calls:
        """
        WaitForSingleObject(E, INFINITE)
        """
      And main queues APCs A, B to worker
      When worker calls SleepEx(INFINITE, TRUE)
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

    Scenario: The routine takes units in a loop until there are none
      Given a semaphore S with count 2 of at most 2
      And APC routine A calls:
        """
        WaitForSingleObject(S, 0) while it returns WAIT_OBJECT_0, at most 8 times
        """
      And main queues APCs A, B to worker
      When worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SleepEx             |
        | begins  | A                   |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |
        | ends    | A                   |
        | begins  | B                   |
        | ends    | B                   |
        | returns | WAIT_IO_COMPLETION  |

  @DELIVER-NOPREEMPT-1
  Rule: DELIVER-NOPREEMPT-1 Routines of one thread do not overlap

    Scenario: An APC is queued at any moment of a routine
      Given a manual-reset event E, not signaled
      And APC routine A calls:
        """
        SetEvent(E)
        ResetEvent(E)
        """
      And main queues APC A to worker
      When these calls are made at the same time:
        | worker                  | main                       |
        | SleepEx(INFINITE, TRUE) | QueueUserAPC(B, worker, 0) |
      And worker calls SleepEx(20, TRUE)
      Then every outcome is one of:
        | worker                                                  | why                                         |
        | begins A; returns TRUE; returns TRUE; ends A; begins B; | B was queued before the first wait was over |
        | ends B; returns WAIT_IO_COMPLETION; returns 0           |                                             |
        | begins A; returns TRUE; returns TRUE; ends A;           | B came after the first wait                 |
        | returns WAIT_IO_COMPLETION; begins B; ends B;           |                                             |
        | returns WAIT_IO_COMPLETION                              |                                             |
