Feature: What QueueUserAPC does and what it returns
  QueueUserAPC adds an APC to the queue of a thread and returns. It calls nothing and waits for
  nobody; the routine runs later, when its thread waits alertably.

  @QUEUE-RETURN-OK-1
  Rule: QUEUE-RETURN-OK-1 Success is a nonzero result

    Scenario: Queueing to a thread in ordinary code
      Given main queues APC A to worker
      When worker calls SleepEx(INFINITE, TRUE)
      Then this happens on main, in this order and nothing else:
        | event   | what         |
        | calls   | QueueUserAPC |
        | returns | nonzero      |
      And this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

    Scenario: Queueing to a thread in a wait that is not alertable
      Given a manual-reset event E, not signaled
      And worker is blocked in WaitForSingleObject(E, INFINITE)
      When main queues APC A to worker
      And main calls SetEvent(E)
      And worker calls SleepEx(INFINITE, TRUE)
      Then this happens on main, in this order and nothing else:
        | event   | what         |
        | calls   | QueueUserAPC |
        | returns | nonzero      |
        | calls   | SetEvent     |
        | returns | TRUE         |
      And this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | SleepEx             |
        | begins  | A                   |
        | ends    | A                   |
        | returns | WAIT_IO_COMPLETION  |

  @QUEUE-RETURN-FAIL-1
  Rule: QUEUE-RETURN-FAIL-1 Failure is zero and sets the last error

    Scenario: The last error tells of the failure
      When main queues APC A to worker
      And main calls SetLastError(0)
      And main calls QueueUserAPC(A, NULL, 0)
      And main calls GetLastError()
      Then this happens on main, in this order and nothing else:
        | event   | what         |
        | calls   | QueueUserAPC |
        | returns | nonzero      |
        | calls   | SetLastError |
        | returns | void         |
        | calls   | QueueUserAPC |
        | returns | 0            |
        | calls   | GetLastError |
        | returns | nonzero      |

  @QUEUE-NOT-INLINE-1
  Rule: QUEUE-NOT-INLINE-1 Queueing does not call the routine

    Scenario: A thread that queues to itself runs the routine later
      When worker queues APC A to worker
      And worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | QueueUserAPC       |
        | returns | nonzero            |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

    Scenario: Queueing to another thread runs the routine on neither
      When main queues APC A to worker
      And worker calls SleepEx(INFINITE, TRUE)
      Then this happens on main, in this order and nothing else:
        | event   | what         |
        | calls   | QueueUserAPC |
        | returns | nonzero      |
      And this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

  @QUEUE-NOBLOCK-1
  Rule: QUEUE-NOBLOCK-1 Queueing does not wait for a routine in progress

    Scenario: The target is in the middle of a routine
      Given a manual-reset event E, not signaled
      And APC routine A calls:
        """
        WaitForSingleObject(E, INFINITE)
        """
      And main queues APC A to worker
      And worker calls SleepEx(INFINITE, TRUE)
      When main queues APC B to worker
      And after it returns, main calls SetEvent(E)
      Then this happens on main, in this order and nothing else:
        | event   | what         |
        | calls   | QueueUserAPC |
        | returns | nonzero      |
        | calls   | QueueUserAPC |
        | returns | nonzero      |
        | calls   | SetEvent     |
        | returns | TRUE         |
      And this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SleepEx             |
        | begins  | A                   |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | ends    | A                   |
        | begins  | B                   |
        | ends    | B                   |
        | returns | WAIT_IO_COMPLETION  |

    Scenario: Two threads queue to each other from their routines
      Given a manual-reset event E, not signaled
      And a manual-reset event F, not signaled
      And APC routine A calls:
        """
        SetEvent(E)
        WaitForSingleObject(F, INFINITE)
        QueueUserAPC(ForHelper, helper, 0)
        """
      And APC routine B calls:
        """
        SetEvent(F)
        WaitForSingleObject(E, INFINITE)
        QueueUserAPC(ForWorker, worker, 0)
        """
      And main queues APC A to worker
      And main queues APC B to helper
      When these calls are made at the same time:
        | worker                  | helper                  |
        | SleepEx(INFINITE, TRUE) | SleepEx(INFINITE, TRUE) |
      Then every outcome is one of:
        | worker                     | helper                     | why                                    |
        | begins A; returns TRUE;    | begins B; returns TRUE;    | both APCs came during the other's wait |
        | returns WAIT_OBJECT_0;     | returns WAIT_OBJECT_0;     |                                        |
        | returns nonzero; ends A;   | returns nonzero; ends B;   |                                        |
        | begins ForWorker;          | begins ForHelper;          |                                        |
        | ends ForWorker;            | ends ForHelper;            |                                        |
        | returns WAIT_IO_COMPLETION | returns WAIT_IO_COMPLETION |                                        |
        | begins A; returns TRUE;    | begins B; returns TRUE;    | worker's wait was over before B queued |
        | returns WAIT_OBJECT_0;     | returns WAIT_OBJECT_0;     |                                        |
        | returns nonzero; ends A;   | returns nonzero; ends B;   |                                        |
        | returns WAIT_IO_COMPLETION | begins ForHelper;          |                                        |
        |                            | ends ForHelper;            |                                        |
        |                            | returns WAIT_IO_COMPLETION |                                        |
        | begins A; returns TRUE;    | begins B; returns TRUE;    | helper's wait was over before A queued |
        | returns WAIT_OBJECT_0;     | returns WAIT_OBJECT_0;     |                                        |
        | returns nonzero; ends A;   | returns nonzero; ends B;   |                                        |
        | begins ForWorker;          | returns WAIT_IO_COMPLETION |                                        |
        | ends ForWorker;            |                            |                                        |
        | returns WAIT_IO_COMPLETION |                            |                                        |
