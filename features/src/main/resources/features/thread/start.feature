Feature: APCs of a thread that begins to run
  APCs can be queued to a thread before it has run at all. They are the first thing it runs: before its start routine, and
  without any alertable wait.

  @THREAD-START-APC-1
  Rule: THREAD-START-APC-1 An APC queued before the start runs before the start routine

    Scenario: The APC runs before the thread starts
      Given worker is created suspended
      And main queues APC A to worker
      When main calls ResumeThread(worker)
      Then this happens on worker, in this order and nothing else:
        | event  | what |
        | begins | A    |
        | ends   | A    |
        | starts |      |

    Scenario: A wait of the start routine finds the queue empty
      Given thread routine R calls:
        """
        SleepEx(0, TRUE)
        """
      And main calls t = CreateThread(NULL, 0, R, 5, CREATE_SUSPENDED, NULL)
      And main queues APC A to t
      When main calls ResumeThread(t)
      Then this happens on t, in this order and nothing else:
        | event   | what    |
        | begins  | A       |
        | ends    | A       |
        | starts  | R(5)    |
        | calls   | SleepEx |
        | returns | 0       |
        | exits   |         |

    Scenario: An APC that races with the start runs once, before the start or in the first alertable wait
      Given worker is created suspended
      When these calls are made at the same time:
        | main                 | helper                     |
        | ResumeThread(worker) | QueueUserAPC(A, worker, 0) |
      And worker calls SleepEx(0, TRUE)
      Then every outcome is one of:
        | worker                                               | why                                                 |
        | begins A; ends A; starts; returns 0                  | the APC was queued before the thread began to run   |
        | starts; begins A; ends A; returns WAIT_IO_COMPLETION | the thread ran first and the APC waited for SleepEx |

  @THREAD-START-ALL-1
  Rule: THREAD-START-ALL-1 All APCs queued before the start run, oldest first

    Scenario: Three routines run in the order of queueing
      Given worker is created suspended
      And main queues APCs A, B, C to worker
      When main calls ResumeThread(worker)
      Then this happens on worker, in this order and nothing else:
        | event  | what |
        | begins | A    |
        | ends   | A    |
        | begins | B    |
        | ends   | B    |
        | begins | C    |
        | ends   | C    |
        | starts |      |

    Scenario: A hundred routines run
      Given worker is created suspended
      And main queues APCs A(1..100) to worker
      When main calls ResumeThread(worker)
      Then this happens on worker, in this order and nothing else:
        | event  | what      |
        | runs   | A(1..100) |
        | starts |           |

    Scenario: One routine that is queued three times runs three times
      Given worker is created suspended
      And main calls QueueUserAPC(A, worker, 3)
      And main calls QueueUserAPC(A, worker, 1)
      And main calls QueueUserAPC(A, worker, 2)
      When main calls ResumeThread(worker)
      Then this happens on worker, in this order and nothing else:
        | event  | what |
        | begins | A(3) |
        | ends   | A    |
        | begins | A(1) |
        | ends   | A    |
        | begins | A(2) |
        | ends   | A    |
        | starts |      |

    Scenario: The first of two routines makes a call
      Given worker is created suspended
      And APC routine A calls:
        """
        GetCurrentThreadId()
        """
      And main queues APCs A, B to worker
      When main calls ResumeThread(worker)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | begins  | A                  |
        | calls   | GetCurrentThreadId |
        | returns | id of worker       |
        | ends    | A                  |
        | begins  | B                  |
        | ends    | B                  |
        | starts  |                    |
