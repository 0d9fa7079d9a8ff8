Feature: What ends a wait
  The kernel interrupts an alertable wait to deliver a user APC, and any wait of user mode to end the thread.

  @KERNEL-WAITTABLE-1
  Rule: KERNEL-WAITTABLE-1 A regular user APC interrupts an alertable wait and is delivered by it, and leaves any other wait alone

    Scenario: The wait is alertable
      Given a manual-reset event E, not signaled
      And worker is blocked in WaitForSingleObjectEx(E, INFINITE, TRUE)
      When main queues APC A to worker
      Then this happens on worker, in this order and nothing else:
        | event   | what                  |
        | calls   | WaitForSingleObjectEx |
        | begins  | A                     |
        | ends    | A                     |
        | returns | WAIT_IO_COMPLETION    |

    Scenario: The wait is not alertable
      Given a manual-reset event E, not signaled
      And worker is blocked in WaitForSingleObjectEx(E, INFINITE, FALSE)
      When main queues APC A to worker
      And 20 ms pass
      And main calls SetEvent(E)
      And worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                  |
        | calls   | WaitForSingleObjectEx |
        | returns | WAIT_OBJECT_0         |
        | calls   | SleepEx               |
        | begins  | A                     |
        | ends    | A                     |
        | returns | WAIT_IO_COMPLETION    |

  @KERNEL-TERMINATE-1
  Rule: KERNEL-TERMINATE-1 TerminateThread ends a wait of its target, alertable or not, and the ended wait takes no later signal

    Scenario Outline: The wait ends with the thread
      Given a manual-reset event E, not signaled
      And worker is blocked in WaitForSingleObjectEx(E, INFINITE, <alertable>)
      When main calls TerminateThread(worker, 3)
      And main calls WaitForSingleObject(worker, INFINITE)
      Then this happens on main, in this order and nothing else:
        | event   | what                |
        | calls   | TerminateThread     |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
      And this happens on worker, in this order and nothing else:
        | event | what                  |
        | calls | WaitForSingleObjectEx |
        | exits |                       |

      Examples:
        | alertable |
        | FALSE     |
        | TRUE      |

    Scenario: A signal after the end goes to another waiter
      Given an auto-reset event E, not signaled
      And worker is blocked in WaitForSingleObject(E, INFINITE)
      And helper is blocked in WaitForSingleObject(E, INFINITE)
      And main calls TerminateThread(worker, 3)
      And main calls WaitForSingleObject(worker, INFINITE)
      When main calls SetEvent(E)
      Then this happens on helper, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
      And this happens on worker, in this order and nothing else:
        | event | what                |
        | calls | WaitForSingleObject |
        | exits |                     |
