Feature: The signal part of SignalObjectAndWait
  The first object can be an event, a mutex or a semaphore. What was signaled is seen by a poll afterwards; where the first part
  fails, the second object must not have been taken.

  @SIGNALWAIT-TYPES-1
  Rule: SIGNALWAIT-TYPES-1 An event, a mutex or a semaphore can be signaled

    Scenario: The first object is an event
      Given a manual-reset event D, not signaled
      And a manual-reset event E, signaled
      When worker calls SignalObjectAndWait(D, E, 100, FALSE)
      And after it returns, worker calls WaitForSingleObject(D, 0)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SignalObjectAndWait |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

    Scenario: The first object is a mutex of the caller
      Given a mutex M, free
      And a manual-reset event E, signaled
      And worker calls WaitForSingleObject(M, 0)
      When worker calls SignalObjectAndWait(M, E, 100, FALSE)
      And helper calls WaitForSingleObject(M, 0)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | SignalObjectAndWait |
        | returns | WAIT_OBJECT_0       |
      And this happens on helper, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

    Scenario: The first object is a semaphore
      Given a semaphore S with count 0 of at most 1
      And a manual-reset event E, signaled
      When worker calls SignalObjectAndWait(S, E, 100, FALSE)
      And after it returns, worker calls WaitForSingleObject(S, 0)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SignalObjectAndWait |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

  @SIGNALWAIT-SEMAPHORE-ONE-1
  Rule: SIGNALWAIT-SEMAPHORE-ONE-1 A semaphore is raised by one

    Scenario: The semaphore has room for more
      Given a semaphore S with count 1 of at most 5
      And a manual-reset event E, signaled
      When worker calls SignalObjectAndWait(S, E, 100, FALSE)
      And after it returns, worker calls WaitForSingleObject(S, 0)
      And worker calls WaitForSingleObject(S, 0)
      And worker calls WaitForSingleObject(S, 0)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SignalObjectAndWait |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |

  @SIGNALWAIT-TYPES-REFUSE-1
  Rule: SIGNALWAIT-TYPES-REFUSE-1 Other kinds of object are refused

    Scenario: The first object is a thread
      Given a manual-reset event E, signaled
      And a manual-reset event D, not signaled
      When worker calls SignalObjectAndWait(D, E, 100, FALSE)
      And after it returns, worker calls SignalObjectAndWait(helper, E, 100, FALSE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SignalObjectAndWait |
        | returns | WAIT_OBJECT_0       |
        | calls   | SignalObjectAndWait |
        | returns | WAIT_FAILED         |

    Scenario: The first object is a timer
      Given these objects:
        | name | made by                                |
        | T    | CreateWaitableTimerW(NULL, TRUE, NULL) |
      And a manual-reset event E, signaled
      And a manual-reset event D, not signaled
      When worker calls SignalObjectAndWait(D, E, 100, FALSE)
      And after it returns, worker calls SignalObjectAndWait(T, E, 100, FALSE)
      And after it returns, worker calls WaitForSingleObject(T, 0)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SignalObjectAndWait |
        | returns | WAIT_OBJECT_0       |
        | calls   | SignalObjectAndWait |
        | returns | WAIT_FAILED         |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |

  @SIGNALWAIT-SEMFULL-1
  Rule: SIGNALWAIT-SEMFULL-1 A full semaphore makes the call fail before it waits

    Scenario: The second event stays signaled
      Given a semaphore S with count 0 of at most 1
      And a manual-reset event D, signaled
      And an auto-reset event E, signaled
      When worker calls SignalObjectAndWait(S, D, 100, FALSE)
      And after it returns, worker calls SignalObjectAndWait(S, E, 100, FALSE)
      And after it returns, worker calls WaitForSingleObject(E, 0)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SignalObjectAndWait |
        | returns | WAIT_OBJECT_0       |
        | calls   | SignalObjectAndWait |
        | returns | WAIT_FAILED         |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

  @SIGNALWAIT-MUTEX-OWNER-1
  Rule: SIGNALWAIT-MUTEX-OWNER-1 Signaling a mutex that the caller does not own fails

    Scenario Outline: The mutex is not the caller's
      Given a mutex M, <state>
      And a mutex Own, owned by worker
      And a manual-reset event D, signaled
      And a manual-reset event E, not signaled
      When worker calls SignalObjectAndWait(M, E, 20, TRUE)
      And after it returns, worker calls SignalObjectAndWait(Own, D, 20, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                                    |
        | calls   | SignalObjectAndWait                     |
        | returns | WAIT_FAILED, last error ERROR_NOT_OWNER |
        | calls   | SignalObjectAndWait                     |
        | returns | WAIT_OBJECT_0                           |

      Examples:
        | state           |
        | free            |
        | owned by helper |

  @SIGNALWAIT-MUTEX-OWNER-NOWAIT-1
  Rule: SIGNALWAIT-MUTEX-OWNER-NOWAIT-1 A refused mutex means that nothing was waited for

    Scenario: The pending APC stays queued
      Given a mutex M, owned by helper
      And a mutex Own, owned by worker
      And a manual-reset event D, signaled
      And a manual-reset event E, not signaled
      And worker calls SignalObjectAndWait(Own, D, 20, TRUE)
      And main queues APC A to worker
      When worker calls SignalObjectAndWait(M, E, 20, TRUE)
      And after it returns, worker calls SleepEx(0, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SignalObjectAndWait |
        | returns | WAIT_OBJECT_0       |
        | calls   | SignalObjectAndWait |
        | returns | WAIT_FAILED         |
        | calls   | SleepEx             |
        | begins  | A                   |
        | ends    | A                   |
        | returns | WAIT_IO_COMPLETION  |

    Scenario: The second event stays signaled
      Given a mutex M, owned by helper
      And a mutex Own, owned by worker
      And a manual-reset event D, signaled
      And an auto-reset event E, signaled
      When worker calls SignalObjectAndWait(Own, D, 20, TRUE)
      And after it returns, worker calls SignalObjectAndWait(M, E, 20, TRUE)
      And after it returns, worker calls WaitForSingleObject(E, 0)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SignalObjectAndWait |
        | returns | WAIT_OBJECT_0       |
        | calls   | SignalObjectAndWait |
        | returns | WAIT_FAILED         |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
