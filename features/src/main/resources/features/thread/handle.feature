Feature: The handle of a new thread
  Whoever creates a thread gets a handle to it.

  @THREAD-ALLACCESS-1
  Rule: THREAD-ALLACCESS-1 The handle that CreateThread returns has full access

    Scenario: It is good for queueing an APC
      Given a manual-reset event E, not signaled
      And thread routine R calls:
        """
        WaitForSingleObject(E, INFINITE)
        SleepEx(20, TRUE)
        """
      When main calls t = CreateThread(NULL, 0, R, 0, 0, NULL)
      And main calls QueueUserAPC(A, t, 0)
      And helper calls SetEvent(E)
      Then this happens on main, in this order and nothing else:
        | event   | what         |
        | calls   | CreateThread |
        | returns | handle       |
        | calls   | QueueUserAPC |
        | returns | nonzero      |
      And this happens on t, in this order and nothing else:
        | event   | what                |
        | starts  | R                   |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | SleepEx             |
        | begins  | A                   |
        | ends    | A                   |
        | returns | WAIT_IO_COMPLETION  |
        | exits   |                     |

    Scenario: It is good for ending, awaiting and asking the thread
      Given a manual-reset event E, not signaled
      And thread routine R calls:
        """
        WaitForSingleObject(E, INFINITE)
        """
      When main calls t = CreateThread(NULL, 0, R, 0, 0, NULL)
      And main calls TerminateThread(t, 3)
      And main calls WaitForSingleObject(t, INFINITE)
      And main calls GetExitCodeThread(t, &code)
      Then this happens on main, in this order and nothing else:
        | event   | what                |
        | calls   | CreateThread        |
        | returns | handle              |
        | calls   | TerminateThread     |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | GetExitCodeThread   |
        | returns | TRUE                |

    Scenario: It is good for suspending and resuming the thread
      Given a manual-reset event E, not signaled
      And thread routine R calls:
        """
        WaitForSingleObject(E, INFINITE)
        """
      When main calls t = CreateThread(NULL, 0, R, 0, 0, NULL)
      And main calls SuspendThread(t)
      And main calls ResumeThread(t)
      Then this happens on main, in this order and nothing else:
        | event   | what          |
        | calls   | CreateThread  |
        | returns | handle        |
        | calls   | SuspendThread |
        | returns | 0             |
        | calls   | ResumeThread  |
        | returns | 1             |
