Feature: The thread that an APC is queued to
  Every thread has an APC queue of its own. An APC runs on the thread whose handle was given, whoever
  queued it, and the thread may be the caller itself.

  @QUEUE-PERTHREAD-1
  Rule: QUEUE-PERTHREAD-1 Each thread has an APC queue of its own

    Scenario: Another thread waits alertably first
      Given main queues APC A to worker
      When helper calls SleepEx(20, TRUE)
      And worker calls SleepEx(INFINITE, TRUE)
      Then this happens on helper, in this order and nothing else:
        | event   | what    |
        | calls   | SleepEx |
        | returns | 0       |
      And this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

    Scenario: Two threads run each its own APC
      Given main queues APC A to worker
      And main queues APC B to helper
      When helper calls SleepEx(INFINITE, TRUE)
      And worker calls SleepEx(INFINITE, TRUE)
      Then this happens on helper, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | B                  |
        | ends    | B                  |
        | returns | WAIT_IO_COMPLETION |
      And this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

  @QUEUE-TARGET-THREAD-1
  Rule: QUEUE-TARGET-THREAD-1 An APC runs on the thread it was queued to

    Scenario: The routine asks on which thread it runs
      Given APC routine A calls:
        """
        GetCurrentThreadId()
        """
      And main queues APC A to worker
      And helper queues APC A to worker
      When worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | A                  |
        | calls   | GetCurrentThreadId |
        | returns | id of worker       |
        | ends    | A                  |
        | begins  | A                  |
        | calls   | GetCurrentThreadId |
        | returns | id of worker       |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

    Scenario: A routine of another thread is the producer
      Given APC routine B calls:
        """
        QueueUserAPC(A, worker, 0)
        """
      And main queues APC B to helper
      When helper calls SleepEx(INFINITE, TRUE)
      And worker calls SleepEx(INFINITE, TRUE)
      Then this happens on helper, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | B                  |
        | calls   | QueueUserAPC       |
        | returns | nonzero            |
        | ends    | B                  |
        | returns | WAIT_IO_COMPLETION |
      And this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

  @QUEUE-SELF-1
  Rule: QUEUE-SELF-1 A thread can queue to itself

    Scenario: With the pseudo handle
      When worker calls self = GetCurrentThread()
      And worker calls QueueUserAPC(A, self, 0)
      And worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | GetCurrentThread   |
        | returns | handle             |
        | calls   | QueueUserAPC       |
        | returns | nonzero            |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

    Scenario: With a real handle
      When worker calls QueueUserAPC(A, worker, 0)
      And worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | QueueUserAPC       |
        | returns | nonzero            |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

    Scenario: In another thread the pseudo handle stands for that thread
      Given main calls self = GetCurrentThread()
      And helper calls QueueUserAPC(A, self, 2)
      When main calls SleepEx(20, TRUE)
      And helper calls SleepEx(20, TRUE)
      Then this happens on main, in this order and nothing else:
        | event   | what             |
        | calls   | GetCurrentThread |
        | returns | handle           |
        | calls   | SleepEx          |
        | returns | 0                |
      And this happens on helper, in this order and nothing else:
        | event   | what               |
        | calls   | QueueUserAPC       |
        | returns | nonzero            |
        | calls   | SleepEx            |
        | begins  | A(2)               |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

    Scenario: A duplicate of the pseudo handle goes on standing for the thread that made it
      Given helper calls process = GetCurrentProcess()
      And main calls self = GetCurrentThread()
      And main calls DuplicateHandle(process, self, process, &real, 0, FALSE, DUPLICATE_SAME_ACCESS)
      And helper calls QueueUserAPC(A, real, 2)
      When helper calls SleepEx(20, TRUE)
      And main calls SleepEx(100, TRUE)
      Then this happens on main, in this order and nothing else:
        | event   | what               |
        | calls   | GetCurrentThread   |
        | returns | handle             |
        | calls   | DuplicateHandle    |
        | returns | TRUE               |
        | calls   | SleepEx            |
        | begins  | A(2)               |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |
