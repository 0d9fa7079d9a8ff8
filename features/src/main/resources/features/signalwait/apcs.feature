Feature: APCs in SignalObjectAndWait
  The wait part is alertable on request, like the Ex functions. The first object is signaled before the wait begins, so also before
  an APC runs in it.

  @SIGNALWAIT-IOC-1
  Rule: SIGNALWAIT-IOC-1 Alertable SignalObjectAndWait returns WAIT_IO_COMPLETION after APCs

    Scenario: The caller has queued the APC itself
      Given a manual-reset event D, not signaled
      And a manual-reset event E, not signaled
      And worker calls QueueUserAPC(A, worker, 0)
      When worker calls SignalObjectAndWait(D, E, 100, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | QueueUserAPC        |
        | returns | nonzero             |
        | calls   | SignalObjectAndWait |
        | begins  | A                   |
        | ends    | A                   |
        | returns | WAIT_IO_COMPLETION  |

    Scenario: An APC of another thread is queued while the time of the wait runs out
      Given a manual-reset event D, not signaled
      And a manual-reset event E, not signaled
      When these calls are made at the same time:
        | worker                             | main                       |
        | SignalObjectAndWait(D, E, 1, TRUE) | QueueUserAPC(A, worker, 0) |
      And worker calls SleepEx(20, TRUE)
      Then every outcome is one of:
        | worker                                                             | why                                     |
        | begins A; ends A; returns WAIT_IO_COMPLETION; returns 0            | the APC came before the time had passed |
        | returns WAIT_TIMEOUT; begins A; ends A; returns WAIT_IO_COMPLETION | the time had passed before the APC came |

  @SIGNALWAIT-CROSSTHREAD-1
  Rule: SIGNALWAIT-CROSSTHREAD-1 APCs that other threads queue count too

    Scenario: The APC is pending on entry
      Given a manual-reset event D, not signaled
      And a manual-reset event E, not signaled
      And main queues APC A to worker
      When worker calls SignalObjectAndWait(D, E, 100, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SignalObjectAndWait |
        | begins  | A                   |
        | ends    | A                   |
        | returns | WAIT_IO_COMPLETION  |

    Scenario: The APC comes during the wait
      Given a manual-reset event D, not signaled
      And a manual-reset event E, not signaled
      And worker is blocked in SignalObjectAndWait(D, E, INFINITE, TRUE)
      When main queues APC A to worker
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SignalObjectAndWait |
        | begins  | A                   |
        | ends    | A                   |
        | returns | WAIT_IO_COMPLETION  |

    Scenario: The APC does not wait for the time-out
      Given a manual-reset event D, not signaled
      And a manual-reset event E, not signaled
      And a manual-reset event Later, not signaled
      And APC routine A calls:
        """
        WaitForSingleObject(Later, 0)
        """
      And thread routine R calls:
        """
        SignalObjectAndWait(D, E, 5000, TRUE)
        WaitForSingleObject(Later, 0)
        """
      And main calls t = CreateThread(NULL, 0, R, 0, 0, NULL)
      When main queues APC A to t
      And main calls SetEvent(Later)
      And main calls SetEvent(E)
      Then this happens on t, in this order and nothing else:
        | event   | what                |
        | starts  | R                   |
        | calls   | SignalObjectAndWait |
        | begins  | A                   |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |
        | ends    | A                   |
        | returns | WAIT_IO_COMPLETION  |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |
        | exits   |                     |

    Scenario: The APC is queued at any moment of the call
      Given a manual-reset event D, not signaled
      And a manual-reset event E, not signaled
      When these calls are made at the same time:
        | worker                                    | main                       |
        | SignalObjectAndWait(D, E, INFINITE, TRUE) | QueueUserAPC(A, worker, 0) |
      Then every outcome is one of:
        | worker                     | why                                                                                        |
        | begins A; ends A;          | queued before the call, between its two parts or during the wait, the APC runs and ends it |
        | returns WAIT_IO_COMPLETION |                                                                                            |

    Scenario: The thread that the signal releases queues the APC
      Given a manual-reset event D, not signaled
      And a manual-reset event E, not signaled
      When these calls are made at the same time:
        | worker                                    | helper                           |
        | SignalObjectAndWait(D, E, INFINITE, TRUE) | WaitForSingleObject(D, INFINITE) |
        |                                           | QueueUserAPC(A, worker, 0)       |
      Then every outcome is one of:
        | worker                     | helper                 | why                                                                     |
        | begins A; ends A;          | returns WAIT_OBJECT_0; | helper queues after the signal part, however far the wait part has come |
        | returns WAIT_IO_COMPLETION | returns nonzero        |                                                                         |

    Scenario: Each of three APCs ends the call that it finds
      Given a manual-reset event E, not signaled
      And a manual-reset event F, not signaled
      And worker is blocked in SignalObjectAndWait(E, F, INFINITE, TRUE)
      And main queues APC A to worker
      And worker is blocked in SignalObjectAndWait(E, F, INFINITE, TRUE)
      And main queues APC B to worker
      And worker is blocked in SignalObjectAndWait(E, F, INFINITE, TRUE)
      When main queues APC C to worker
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SignalObjectAndWait |
        | begins  | A                   |
        | ends    | A                   |
        | returns | WAIT_IO_COMPLETION  |
        | calls   | SignalObjectAndWait |
        | begins  | B                   |
        | ends    | B                   |
        | returns | WAIT_IO_COMPLETION  |
        | calls   | SignalObjectAndWait |
        | begins  | C                   |
        | ends    | C                   |
        | returns | WAIT_IO_COMPLETION  |

  @SIGNALWAIT-SIGNALS-FIRST-1
  Rule: SIGNALWAIT-SIGNALS-FIRST-1 The first object is signaled although an APC ends the wait

    Scenario: The APC polls the first object
      Given a manual-reset event D, not signaled
      And a manual-reset event E, not signaled
      And APC routine A calls:
        """
        WaitForSingleObject(D, 0)
        """
      And worker queues APC A to worker
      When worker calls SignalObjectAndWait(D, E, 100, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | QueueUserAPC        |
        | returns | nonzero             |
        | calls   | SignalObjectAndWait |
        | begins  | A                   |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | ends    | A                   |
        | returns | WAIT_IO_COMPLETION  |

    Scenario: The first object stays signaled after the call
      Given a manual-reset event D, not signaled
      And a manual-reset event E, not signaled
      And worker queues APC A to worker
      When worker calls SignalObjectAndWait(D, E, 100, TRUE)
      And after it returns, worker calls WaitForSingleObject(D, 0)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | QueueUserAPC        |
        | returns | nonzero             |
        | calls   | SignalObjectAndWait |
        | begins  | A                   |
        | ends    | A                   |
        | returns | WAIT_IO_COMPLETION  |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

    Scenario Outline: An object that a wait takes stays signaled after the call
      Given an auto-reset event D, not signaled
      And a semaphore S with count 0 of at most 1
      And a mutex M, owned by worker
      And a manual-reset event E, not signaled
      And main queues APC A to worker
      When worker calls SignalObjectAndWait(<object>, E, 100, TRUE)
      And after it returns, helper calls WaitForSingleObject(<object>, 0)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SignalObjectAndWait |
        | begins  | A                   |
        | ends    | A                   |
        | returns | WAIT_IO_COMPLETION  |
      And this happens on helper, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

      Examples:
        | object |
        | D      |
        | S      |
        | M      |

  @SIGNALWAIT-NONALERT-1
  Rule: SIGNALWAIT-NONALERT-1 SignalObjectAndWait with bAlertable FALSE ignores APCs

    Scenario Outline: The wait times out with the APC pending
      Given a manual-reset event D, not signaled
      And a manual-reset event E, not signaled
      And worker queues APC A to worker
      When worker calls SignalObjectAndWait(D, E, <ms>, FALSE)
      And after it returns, worker calls SleepEx(0, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | QueueUserAPC        |
        | returns | nonzero             |
        | calls   | SignalObjectAndWait |
        | returns | WAIT_TIMEOUT        |
        | calls   | SleepEx             |
        | begins  | A                   |
        | ends    | A                   |
        | returns | WAIT_IO_COMPLETION  |

      Examples:
        | ms |
        | 20 |
        | 0  |

    Scenario: The object ends the wait although the APC came first
      Given a manual-reset event D, not signaled
      And a manual-reset event E, not signaled
      And worker is blocked in SignalObjectAndWait(D, E, INFINITE, FALSE)
      When main queues APC A to worker
      And main calls SetEvent(E)
      And after it returns, worker calls SleepEx(0, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SignalObjectAndWait |
        | returns | WAIT_OBJECT_0       |
        | calls   | SleepEx             |
        | begins  | A                   |
        | ends    | A                   |
        | returns | WAIT_IO_COMPLETION  |

  @SIGNALWAIT-ZERO-1
  Rule: SIGNALWAIT-ZERO-1 A time-out of zero tests the object and the APC queue

    Scenario: An APC is pending
      Given a manual-reset event D, not signaled
      And a manual-reset event E, not signaled
      And worker queues APC A to worker
      When worker calls SignalObjectAndWait(D, E, 0, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | QueueUserAPC        |
        | returns | nonzero             |
        | calls   | SignalObjectAndWait |
        | begins  | A                   |
        | ends    | A                   |
        | returns | WAIT_IO_COMPLETION  |

    Scenario: The second event is signaled
      Given a manual-reset event D, not signaled
      And a manual-reset event E, signaled
      When worker calls SignalObjectAndWait(D, E, 0, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SignalObjectAndWait |
        | returns | WAIT_OBJECT_0       |

    Scenario: There is neither
      Given a manual-reset event D, not signaled
      And a manual-reset event E, not signaled
      When worker calls SignalObjectAndWait(D, E, 0, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SignalObjectAndWait |
        | returns | WAIT_TIMEOUT        |
