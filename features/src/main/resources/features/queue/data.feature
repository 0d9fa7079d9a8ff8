Feature: The data value of an APC
  QueueUserAPC takes one value as wide as a pointer and hands it to the routine.

  @QUEUE-DATA-1
  Rule: QUEUE-DATA-1 The data value arrives unchanged

    Scenario Outline: The value arrives as it was given
      Given main calls QueueUserAPC(A, worker, <value>)
      When worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | A(<value>)         |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

      Examples:
        | value              |
        | 0                  |
        | 1                  |
        | 0x80000000         |
        | 0xFFFFFFFF         |
        | 0x123456789ABCDEF0 |
        | 0xFFFFFFFFFFFFFFFF |

  @QUEUE-NULLFN-1
  Rule: QUEUE-NULLFN-1 A NULL routine is not specified

    Scenario: The thread waits alertably after the call
      Given main calls QueueUserAPC(NULL, worker, 0)
      And main calls QueueUserAPC(A, worker, 0)
      When worker calls SleepEx(20, TRUE)
      Then what happens on main is recorded
      And what happens on worker is recorded
