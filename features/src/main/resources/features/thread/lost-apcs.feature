Feature: APCs of a thread that ends
  The queue of a thread ends with the thread: what is still in it is never called, however the thread ends.

  @THREAD-EXIT-LOST-1
  Rule: THREAD-EXIT-LOST-1 ExitThread discards pending APCs

    Scenario: The thread exits with APCs in its queue
      Given a manual-reset event D, not signaled
      And a manual-reset event E, not signaled
      And thread routine R calls:
        """
        WaitForSingleObject(D, INFINITE)
        SleepEx(0, TRUE)
        WaitForSingleObject(E, INFINITE)
        ExitThread(5)
        SleepEx(0, TRUE)
        """
      And main calls t = CreateThread(NULL, 0, R, 0, 0, NULL)
      And main queues APC A to t
      And main calls SetEvent(D)
      And main queues APCs A, B to t
      When main calls SetEvent(E)
      Then this happens on t, in this order and nothing else:
        | event   | what                             |
        | starts  | R                                |
        | calls   | WaitForSingleObject(D, INFINITE) |
        | returns | WAIT_OBJECT_0                    |
        | calls   | SleepEx                          |
        | begins  | A                                |
        | ends    | A                                |
        | returns | WAIT_IO_COMPLETION               |
        | calls   | WaitForSingleObject(E, INFINITE) |
        | returns | WAIT_OBJECT_0                    |
        | calls   | ExitThread(5)                    |
        | exits   |                                  |

    Scenario: An APC that is queued while the thread exits is lost or refused
      When these calls are made at the same time:
        | main                       | worker        |
        | QueueUserAPC(A, worker, 0) | ExitThread(5) |
      Then every outcome is one of:
        | main            | worker | why                                             |
        | returns nonzero | exits  | the APC came before the end and is lost with it |
        | returns 0       | exits  | the APC came after the end and is refused       |

  @THREAD-RETURN-LOST-1
  Rule: THREAD-RETURN-LOST-1 Returning from the start routine discards pending APCs

    Scenario: The thread queues an APC to itself and returns
      Given thread routine R calls:
        """
        self = GetCurrentThread()
        QueueUserAPC(A, self, 0)
        SleepEx(0, TRUE)
        QueueUserAPC(B, self, 0)
        return 7
        """
      When main calls t = CreateThread(NULL, 0, R, 0, 0, NULL)
      And helper calls WaitForSingleObject(t, INFINITE)
      And helper calls GetExitCodeThread(t, &code)
      Then this happens on t, in this order and nothing else:
        | event   | what               |
        | starts  | R                  |
        | calls   | GetCurrentThread   |
        | returns | handle             |
        | calls   | QueueUserAPC       |
        | returns | nonzero            |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |
        | calls   | QueueUserAPC       |
        | returns | nonzero            |
        | exits   |                    |
      And this happens on helper, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | GetExitCodeThread   |
        | returns | TRUE, code = 7      |

    Scenario: Another thread queues an APC while the start routine waits, and the routine returns
      Given a manual-reset event D, not signaled
      And a manual-reset event E, not signaled
      And thread routine R calls:
        """
        WaitForSingleObject(D, INFINITE)
        SleepEx(0, TRUE)
        WaitForSingleObject(E, INFINITE)
        """
      And main calls t = CreateThread(NULL, 0, R, 0, 0, NULL)
      And main queues APC A to t
      And main calls SetEvent(D)
      When main queues APC B to t
      And main calls SetEvent(E)
      Then this happens on t, in this order and nothing else:
        | event   | what                             |
        | starts  | R                                |
        | calls   | WaitForSingleObject(D, INFINITE) |
        | returns | WAIT_OBJECT_0                    |
        | calls   | SleepEx                          |
        | begins  | A                                |
        | ends    | A                                |
        | returns | WAIT_IO_COMPLETION               |
        | calls   | WaitForSingleObject              |
        | returns | WAIT_OBJECT_0                    |
        | exits   |                                  |

  @THREAD-TERMINATE-LOST-1
  Rule: THREAD-TERMINATE-LOST-1 TerminateThread discards pending APCs

    Scenario: The thread is ended in a wait that is not alertable
      Given a manual-reset event E, not signaled
      And main queues APC A to worker
      And worker calls SleepEx(0, TRUE)
      And worker is blocked in WaitForSingleObject(E, INFINITE)
      And main queues APC B to worker
      When main calls TerminateThread(worker, 3)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SleepEx             |
        | begins  | A                   |
        | ends    | A                   |
        | returns | WAIT_IO_COMPLETION  |
        | calls   | WaitForSingleObject |
        | exits   |                     |

    Scenario: The thread is ended while it is suspended in an alertable wait
      Given main queues APC A to worker
      And worker calls SleepEx(0, TRUE)
      And worker is blocked in SleepEx(INFINITE, TRUE)
      And main calls SuspendThread(worker)
      And main queues APC B to worker
      When main calls TerminateThread(worker, 3)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |
        | calls   | SleepEx            |
        | exits   |                    |

    Scenario: The thread is ended before it has begun to run
      Given worker is created suspended
      And main queues APC A to worker
      And main queues APC A to helper
      When main calls TerminateThread(worker, 3)
      And helper calls SleepEx(0, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event | what |
        | exits |      |
      And this happens on helper, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

  @THREAD-EXIT-IN-APC-1
  Rule: THREAD-EXIT-IN-APC-1 Exiting inside an APC drops the rest of the queue

    Scenario: Later APCs of the queue do not run
      Given APC routine A calls:
        """
        ExitThread(5)
        Sleep(0)
        """
      And main queues APCs A, B to worker
      When worker calls SleepEx(INFINITE, TRUE)
      And helper calls GetExitCodeThread(worker, &code)
      Then this happens on worker, in this order and nothing else:
        | event  | what          |
        | calls  | SleepEx       |
        | begins | A             |
        | calls  | ExitThread(5) |
        | exits  |               |
      And this happens on helper, in this order and nothing else:
        | event   | what              |
        | calls   | GetExitCodeThread |
        | returns | TRUE, code = 5    |

    Scenario: An APC that interrupted the wait of another APC ends the thread
      Given APC routine A calls:
        """
        SleepEx(INFINITE, TRUE)
        """
      And APC routine B calls:
        """
        ExitThread(5)
        """
      And main queues APCs A, B, C to worker
      When worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event  | what       |
        | calls  | SleepEx    |
        | begins | A          |
        | calls  | SleepEx    |
        | begins | B          |
        | calls  | ExitThread |
        | exits  |            |

    Scenario: An APC that runs before the start routine ends the thread
      Given worker is created suspended
      And APC routine A calls:
        """
        ExitThread(5)
        """
      And main queues APCs A, B to worker
      When main calls ResumeThread(worker)
      Then this happens on worker, in this order and nothing else:
        | event  | what       |
        | begins | A          |
        | calls  | ExitThread |
        | exits  |            |
