Feature: Results of SignalObjectAndWait without APCs
  The function signals D, then waits for E. Its result is that of the wait; a call that cannot do its first part fails and does not
  wait.

  @SIGNALWAIT-RETURN-1
  Rule: SIGNALWAIT-RETURN-1 Results of SignalObjectAndWait without APCs

    Scenario Outline: The second event is signaled on entry
      Given a manual-reset event D, not signaled
      And a manual-reset event E, signaled
      When worker calls SignalObjectAndWait(D, E, 100, <alertable>)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SignalObjectAndWait |
        | returns | WAIT_OBJECT_0       |

      Examples:
        | alertable |
        | TRUE      |
        | FALSE     |

    Scenario Outline: The second event is signaled during the wait
      Given a manual-reset event D, not signaled
      And a manual-reset event E, not signaled
      And worker is blocked in SignalObjectAndWait(D, E, INFINITE, <alertable>)
      When main calls SetEvent(E)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SignalObjectAndWait |
        | returns | WAIT_OBJECT_0       |

      Examples:
        | alertable |
        | TRUE      |
        | FALSE     |

    Scenario Outline: The event does not wait for the time-out
      Given a manual-reset event D, not signaled
      And a manual-reset event E, not signaled
      And a manual-reset event Later, not signaled
      And thread routine R calls:
        """
        SignalObjectAndWait(D, E, 1000, <alertable>)
        WaitForSingleObject(Later, 0)
        """
      And main calls t = CreateThread(NULL, 0, R, 0, 0, NULL)
      When main calls SetEvent(E)
      And main calls SetEvent(Later)
      Then this happens on t, in this order and nothing else:
        | event   | what                |
        | starts  | R                   |
        | calls   | SignalObjectAndWait |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |
        | exits   |                     |

      Examples:
        | alertable |
        | TRUE      |
        | FALSE     |

    Scenario Outline: The interval passes
      Given a manual-reset event D, not signaled
      And a manual-reset event E, not signaled
      When worker calls SignalObjectAndWait(D, E, 50, <alertable>)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SignalObjectAndWait |
        | returns | WAIT_TIMEOUT        |
      And SignalObjectAndWait on worker took at least 50 ms

      Examples:
        | alertable |
        | TRUE      |
        | FALSE     |

    Scenario Outline: The second object is an abandoned mutex
      Given a manual-reset event D, not signaled
      And a mutex M, free
      And thread routine Owner calls:
        """
        WaitForSingleObject(M, INFINITE)
        """
      And main calls CreateThread(NULL, 0, Owner, 0, 0, NULL)
      When worker calls SignalObjectAndWait(D, M, 100, <alertable>)
      And after it returns, worker calls ReleaseMutex(M)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SignalObjectAndWait |
        | returns | WAIT_ABANDONED_0    |
        | calls   | ReleaseMutex        |
        | returns | TRUE                |

      Examples:
        | alertable |
        | TRUE      |
        | FALSE     |

    Scenario: The mutex that the call releases goes to another thread, and the call has not got it
      Given a mutex M, owned by worker
      And helper is blocked in WaitForSingleObject(M, INFINITE)
      When worker calls SignalObjectAndWait(M, M, 0, FALSE)
      And worker calls ReleaseMutex(M)
      And helper calls ReleaseMutex(M)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SignalObjectAndWait |
        | returns | WAIT_TIMEOUT        |
        | calls   | ReleaseMutex        |
        | returns | FALSE               |
      And this happens on helper, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | ReleaseMutex        |
        | returns | TRUE                |

    Scenario Outline: An interval of weeks has not passed when the second event is set
      Given a manual-reset event E, not signaled
      And a manual-reset event F, not signaled
      When worker calls SignalObjectAndWait(E, F, <interval>, <alertable>)
      And main calls SetEvent(F)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SignalObjectAndWait |
        | returns | WAIT_OBJECT_0       |

      Examples:
        | interval   | alertable |
        | 4294968    | TRUE      |
        | 0x80000000 | TRUE      |
        | 0xFFFFFFFE | FALSE     |

  @SIGNALWAIT-FAILED-1
  Rule: SIGNALWAIT-FAILED-1 A value that is no handle makes SignalObjectAndWait fail

    Scenario Outline: One of the values names no object
      Given a manual-reset event E, not signaled
      And a manual-reset event F, signaled
      When worker calls SignalObjectAndWait(E, F, 20, TRUE)
      And after it returns, worker calls SignalObjectAndWait(<signal>, <wait>, 20, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SignalObjectAndWait |
        | returns | WAIT_OBJECT_0       |
        | calls   | SignalObjectAndWait |
        | returns | WAIT_FAILED         |

      Examples:
        | signal  | wait    |
        | NULL    | F       |
        | invalid | F       |
        | E       | NULL    |
        | E       | invalid |

  @SIGNALWAIT-RIGHTS-1
  Rule: SIGNALWAIT-RIGHTS-1 Both handles need their access rights

    Scenario: The event may be waited for but not set
      Given a manual-reset event D, not signaled
      And a manual-reset event E, signaled
      And main calls self = GetCurrentProcess()
      And main calls DuplicateHandle(self, D, self, &weak, SYNCHRONIZE, FALSE, 0)
      When worker calls SignalObjectAndWait(weak, E, 20, TRUE)
      And after it returns, worker calls WaitForSingleObject(D, 0)
      And worker calls SignalObjectAndWait(D, E, 20, TRUE)
      And after it returns, worker calls WaitForSingleObject(D, 0)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SignalObjectAndWait |
        | returns | WAIT_FAILED         |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |
        | calls   | SignalObjectAndWait |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

    Scenario: The semaphore may be waited for but not released
      Given a semaphore S with count 0 of at most 2
      And a manual-reset event E, signaled
      And main calls self = GetCurrentProcess()
      And main calls DuplicateHandle(self, S, self, &weak, SYNCHRONIZE, FALSE, 0)
      When worker calls SignalObjectAndWait(weak, E, 20, TRUE)
      And after it returns, worker calls WaitForSingleObject(S, 0)
      And worker calls SignalObjectAndWait(S, E, 20, TRUE)
      And after it returns, worker calls WaitForSingleObject(S, 0)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SignalObjectAndWait |
        | returns | WAIT_FAILED         |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |
        | calls   | SignalObjectAndWait |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

    Scenario: The second event may be set but not waited for
      Given a manual-reset event D, not signaled
      And a manual-reset event E, signaled
      And main calls self = GetCurrentProcess()
      And main calls DuplicateHandle(self, E, self, &weak, EVENT_MODIFY_STATE, FALSE, 0)
      When worker calls SignalObjectAndWait(D, weak, 20, TRUE)
      And after it returns, worker calls SignalObjectAndWait(D, E, 20, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SignalObjectAndWait |
        | returns | WAIT_FAILED         |
        | calls   | SignalObjectAndWait |
        | returns | WAIT_OBJECT_0       |

    Scenario Outline: Each handle has the right for its part and no other
      Given a manual-reset event D, not signaled
      And a semaphore S with count 0 of at most 1
      And a manual-reset event E, signaled
      And helper calls self = GetCurrentProcess()
      And helper calls DuplicateHandle(self, <object>, self, &first, <right>, FALSE, 0)
      And helper calls DuplicateHandle(self, E, self, &second, SYNCHRONIZE, FALSE, 0)
      When worker calls SignalObjectAndWait(first, second, 20, <alertable>)
      And after it returns, worker calls WaitForSingleObject(<object>, 0)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SignalObjectAndWait |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

      Examples:
        | object | right                  | alertable |
        | D      | EVENT_MODIFY_STATE     | TRUE      |
        | S      | SEMAPHORE_MODIFY_STATE | FALSE     |
