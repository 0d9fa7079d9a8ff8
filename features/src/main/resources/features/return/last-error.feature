Feature: The last error after an alertable call
  A call that ran an APC has not failed, and no page lets it set the last error. What is there afterwards is what the thread, or its
  APC, has set last.

  @RETURN-LASTERROR-1
  Rule: RETURN-LASTERROR-1 An alertable call that ran an APC leaves the last error alone

    Scenario Outline: The thread has set it before the call
      Given a manual-reset event D, not signaled
      And a manual-reset event E, not signaled
      And main queues APC A to worker
      When worker calls SetLastError(48879)
      And worker calls <call>
      And worker calls GetLastError()
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SetLastError       |
        | returns | void               |
        | calls   | <call>             |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |
        | calls   | GetLastError       |
        | returns | 48879              |

      Examples:
        | call                                                |
        | SleepEx(0, TRUE)                                    |
        | WaitForSingleObjectEx(E, 0, TRUE)                   |
        | WaitForMultipleObjectsEx(2, [D, E], FALSE, 0, TRUE) |
        | SignalObjectAndWait(D, E, 0, TRUE)                  |

    Scenario: The APC sets it
      Given APC routine A calls:
        """
        SetLastError(4660)
        """
      And main queues APC A to worker
      When worker calls SetLastError(48879)
      And worker calls SleepEx(0, TRUE)
      And worker calls GetLastError()
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SetLastError(48879) |
        | returns | void                |
        | calls   | SleepEx             |
        | begins  | A                   |
        | calls   | SetLastError(4660)  |
        | returns | void                |
        | ends    | A                   |
        | returns | WAIT_IO_COMPLETION  |
        | calls   | GetLastError        |
        | returns | 4660                |
