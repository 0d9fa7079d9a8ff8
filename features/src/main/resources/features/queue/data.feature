Feature: The data value of an APC
  QueueUserAPC takes one value as wide as a pointer and hands it to the routine.

  @QUEUE-DATA-1
  Rule: QUEUE-DATA-1 The routine receives the pointer-sized value of dwData unchanged in all its bits

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
