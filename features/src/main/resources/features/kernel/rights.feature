Feature: The right to signal
  Who waits for an object need not be one who may signal it: setting and resetting an event needs EVENT_MODIFY_STATE, releasing a
  semaphore SEMAPHORE_MODIFY_STATE.

  @KERNEL-EVENT-RIGHTS-1
  Rule: KERNEL-EVENT-RIGHTS-1 Signaling an event needs EVENT_MODIFY_STATE

    Scenario: The event is to be set
      Given a manual-reset event E, not signaled
      And main calls self = GetCurrentProcess()
      And main calls DuplicateHandle(self, E, self, &weak, SYNCHRONIZE, FALSE, 0)
      When helper calls SetEvent(weak)
      And helper calls WaitForSingleObject(weak, 0)
      And helper calls SetEvent(E)
      And helper calls WaitForSingleObject(weak, 0)
      Then this happens on helper, in this order and nothing else:
        | event   | what                |
        | calls   | SetEvent            |
        | returns | FALSE               |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |
        | calls   | SetEvent            |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

    Scenario Outline: The event is to be reset
      Given a manual-reset event E, signaled
      And main calls self = GetCurrentProcess()
      And main calls DuplicateHandle(self, E, self, &weak, SYNCHRONIZE, FALSE, 0)
      When helper calls <function>(weak)
      And helper calls WaitForSingleObject(weak, 0)
      And helper calls <function>(E)
      And helper calls WaitForSingleObject(weak, 0)
      Then this happens on helper, in this order and nothing else:
        | event   | what                |
        | calls   | <function>          |
        | returns | FALSE               |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | <function>          |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |

      Examples:
        | function   |
        | ResetEvent |
        | PulseEvent |

    Scenario: The right to signal is enough, even in the duplicate of a duplicate
      Given a manual-reset event E, not signaled
      And helper calls self = GetCurrentProcess()
      And helper calls DuplicateHandle(self, E, self, &first, EVENT_MODIFY_STATE, FALSE, 0)
      And helper calls DuplicateHandle(self, first, self, &second, EVENT_MODIFY_STATE, FALSE, 0)
      When main calls SetEvent(second)
      And main calls WaitForSingleObject(E, 0)
      And main calls ResetEvent(second)
      And main calls WaitForSingleObject(E, 0)
      And main calls PulseEvent(second)
      Then this happens on main, in this order and nothing else:
        | event   | what                |
        | calls   | SetEvent            |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | ResetEvent          |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |
        | calls   | PulseEvent          |
        | returns | TRUE                |

  @KERNEL-SEMAPHORE-RIGHTS-1
  Rule: KERNEL-SEMAPHORE-RIGHTS-1 Releasing a semaphore needs SEMAPHORE_MODIFY_STATE

    Scenario: The semaphore may only be waited for
      Given a semaphore S with count 0 of at most 2
      And main calls self = GetCurrentProcess()
      And main calls DuplicateHandle(self, S, self, &weak, SYNCHRONIZE, FALSE, 0)
      When helper calls ReleaseSemaphore(weak, 1, NULL)
      And helper calls WaitForSingleObject(weak, 0)
      And helper calls ReleaseSemaphore(S, 1, NULL)
      And helper calls WaitForSingleObject(weak, 0)
      Then this happens on helper, in this order and nothing else:
        | event   | what                |
        | calls   | ReleaseSemaphore    |
        | returns | FALSE               |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |
        | calls   | ReleaseSemaphore    |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

    Scenario: The right to release is enough
      Given a semaphore S with count 0 of at most 2
      And helper calls self = GetCurrentProcess()
      And helper calls DuplicateHandle(self, S, self, &weak, SEMAPHORE_MODIFY_STATE, FALSE, 0)
      When main calls ReleaseSemaphore(weak, 1, NULL)
      And main calls WaitForSingleObject(S, 0)
      Then this happens on main, in this order and nothing else:
        | event   | what                |
        | calls   | ReleaseSemaphore    |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
