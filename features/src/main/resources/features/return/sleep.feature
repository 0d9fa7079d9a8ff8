Feature: Return values of Sleep and SleepEx
  SleepEx tells an elapsed interval (0) from a sleep that APCs ended (WAIT_IO_COMPLETION). Sleep, and SleepEx that is not alertable,
  know nothing of APCs: one that is queued waits for the next alertable call.

  @RETURN-SLEEPEX-IOC-1
  Rule: RETURN-SLEEPEX-IOC-1 SleepEx returns WAIT_IO_COMPLETION after APCs

    Scenario: The APC is pending on entry
      Given main queues APC A to worker
      When worker calls SleepEx(100, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

  @RETURN-SLEEPEX-TIMEOUT-1
  Rule: RETURN-SLEEPEX-TIMEOUT-1 SleepEx returns zero when the interval is over

    Scenario Outline: The interval passes
      When worker calls SleepEx(50, <alertable>)
      Then this happens on worker, in this order and nothing else:
        | event   | what    |
        | calls   | SleepEx |
        | returns | 0       |
      And SleepEx on worker took at least 50 ms

      Examples:
        | alertable |
        | TRUE      |
        | FALSE     |

    Scenario Outline: An interval of weeks has not passed when an APC comes
      When worker calls SleepEx(<interval>, TRUE)
      And main queues APC A to worker
      Then this happens on worker, in this order and nothing else:
        | event   | what                      |
        | calls   | SleepEx(<interval>, TRUE) |
        | begins  | A                         |
        | ends    | A                         |
        | returns | WAIT_IO_COMPLETION        |

      Examples:
        | interval   |
        | 4294968    |
        | 0x80000000 |

  @RETURN-SLEEPEX-NONALERT-1
  Rule: RETURN-SLEEPEX-NONALERT-1 SleepEx with bAlertable FALSE ignores APCs

    Scenario: The APC is pending on entry
      Given main queues APC A to worker
      When worker calls SleepEx(50, FALSE)
      And after it returns, worker calls SleepEx(0, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx(50, FALSE) |
        | returns | 0                  |
        | calls   | SleepEx(0, TRUE)   |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |
      And SleepEx on worker took at least 50 ms

    Scenario: The APC comes during the sleep
      Given worker is blocked in SleepEx(1000, FALSE)
      When main queues APC A to worker
      And after it returns, worker calls SleepEx(0, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                 |
        | calls   | SleepEx(1000, FALSE) |
        | returns | 0                    |
        | calls   | SleepEx(0, TRUE)     |
        | begins  | A                    |
        | ends    | A                    |
        | returns | WAIT_IO_COMPLETION   |
      And SleepEx on worker took at least 1000 ms

  @RETURN-SLEEPEX-ZERO-ALERT-1
  Rule: RETURN-SLEEPEX-ZERO-ALERT-1 SleepEx(0, TRUE) polls the APC queue

    Scenario: Two APCs are pending
      Given main queues APCs A, B to worker
      When worker calls SleepEx(0, TRUE)
      And worker calls SleepEx(0, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | begins  | B                  |
        | ends    | B                  |
        | returns | WAIT_IO_COMPLETION |
        | calls   | SleepEx            |
        | returns | 0                  |

    Scenario: No APC is pending
      When worker calls SleepEx(0, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what    |
        | calls   | SleepEx |
        | returns | 0       |

    Scenario: An APC is queued at the moment of the call
      When these calls are made at the same time:
        | worker           | main                       |
        | SleepEx(0, TRUE) | QueueUserAPC(A, worker, 0) |
      And worker calls SleepEx(20, TRUE)
      Then every outcome is one of:
        | worker                                                  | why                                     |
        | begins A; ends A; returns WAIT_IO_COMPLETION; returns 0 | the APC was there when the call looked  |
        | returns 0; begins A; ends A; returns WAIT_IO_COMPLETION | the call had looked before the APC came |

  @RETURN-SLEEPEX-ZERO-NONALERT-1
  Rule: RETURN-SLEEPEX-ZERO-NONALERT-1 SleepEx(0, FALSE) never runs APCs

    Scenario: The APC waits for the next alertable call
      Given main queues APC A to worker
      When worker calls SleepEx(0, FALSE)
      And worker calls SleepEx(0, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx(0, FALSE)  |
        | returns | 0                  |
        | calls   | SleepEx(0, TRUE)   |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

  @RETURN-SLEEPEX-INFINITE-1
  Rule: RETURN-SLEEPEX-INFINITE-1 SleepEx(INFINITE, TRUE) ends only by an APC

    Scenario: No APC comes
      When worker calls SleepEx(INFINITE, TRUE)
      And 100 ms pass
      Then this happens on worker, in this order and nothing else:
        | event | what    |
        | calls | SleepEx |

    Scenario: An APC has ended the sleep before
      Given main queues APC A to worker
      And worker calls SleepEx(INFINITE, TRUE)
      When worker calls SleepEx(INFINITE, TRUE)
      And 100 ms pass
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |
        | calls   | SleepEx            |

  @RETURN-SLEEP-1
  Rule: RETURN-SLEEP-1 Sleep is never alertable

    Scenario: The APC is pending on entry
      Given main queues APC A to worker
      When worker calls Sleep(50)
      And after it returns, worker calls SleepEx(0, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | Sleep              |
        | returns | void               |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |
      And Sleep on worker took at least 50 ms

    Scenario: The APC comes during the sleep
      Given worker is blocked in Sleep(1000)
      When main queues APC A to worker
      And after it returns, worker calls SleepEx(0, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | Sleep              |
        | returns | void               |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |
      And Sleep on worker took at least 1000 ms

    Scenario: A sleep of no time
      Given main calls QueueUserAPC(A, worker, 37)
      When worker calls Sleep(0)
      And worker calls SleepEx(100, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | Sleep              |
        | returns | void               |
        | calls   | SleepEx            |
        | begins  | A(37)              |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |
