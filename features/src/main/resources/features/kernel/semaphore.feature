Feature: The count of a semaphore
  ReleaseSemaphore raises the count, tells what it was, and keeps it from exceeding its maximum.

  @KERNEL-SEMAPHORE-COUNT-1
  Rule: KERNEL-SEMAPHORE-COUNT-1 ReleaseSemaphore tells the count of before

    Scenario: Units are released and taken
      Given a semaphore S with count 1 of at most 9
      When main calls ReleaseSemaphore(S, 3, &first)
      And main calls ReleaseSemaphore(S, 1, &second)
      And main calls WaitForSingleObject(S, 0)
      And main calls WaitForSingleObject(S, 0)
      And main calls ReleaseSemaphore(S, 6, &third)
      Then this happens on main, in this order and nothing else:
        | event   | what                |
        | calls   | ReleaseSemaphore    |
        | returns | TRUE, first = 1     |
        | calls   | ReleaseSemaphore    |
        | returns | TRUE, second = 4    |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | ReleaseSemaphore    |
        | returns | TRUE, third = 3     |

    Scenario: A release that ends a wait tells the count of before the wait has taken its unit
      Given a semaphore S with count 0 of at most 2
      And worker is blocked in WaitForSingleObject(S, INFINITE)
      When main calls ReleaseSemaphore(S, 2, &first)
      And main calls ReleaseSemaphore(S, 1, &second)
      Then this happens on main, in this order and nothing else:
        | event   | what             |
        | calls   | ReleaseSemaphore |
        | returns | TRUE, first = 0  |
        | calls   | ReleaseSemaphore |
        | returns | TRUE, second = 1 |
      And this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

    Scenario: More units than 16 bits can count
      Given main calls S = CreateSemaphoreW(NULL, 70000, 0x7FFFFFFF, NULL)
      When main calls ReleaseSemaphore(S, 70000, &first)
      And main calls ReleaseSemaphore(S, 1, &second)
      Then this happens on main, in this order and nothing else:
        | event   | what                  |
        | calls   | CreateSemaphoreW      |
        | returns | handle                |
        | calls   | ReleaseSemaphore      |
        | returns | TRUE, first = 70000   |
        | calls   | ReleaseSemaphore      |
        | returns | TRUE, second = 140000 |

    Scenario Outline: A routine inside another releases units
      Given a semaphore S with count 1 of at most 9
      And APC routine Outer calls:
        """
        SleepEx(0, TRUE)
        """
      And APC routine A calls:
        """
        ReleaseSemaphore(S, 3, &first)
        ReleaseSemaphore(S, 2, &second)
        ReleaseSemaphore(S, 1, &third)
        """
      And helper queues APCs Outer, A to <thread>
      When <thread> calls SleepEx(0, TRUE)
      And <thread> calls ReleaseSemaphore(S, 1, &fourth)
      Then this happens on <thread>, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | Outer              |
        | calls   | SleepEx            |
        | begins  | A                  |
        | calls   | ReleaseSemaphore   |
        | returns | TRUE, first = 1    |
        | calls   | ReleaseSemaphore   |
        | returns | TRUE, second = 4   |
        | calls   | ReleaseSemaphore   |
        | returns | TRUE, third = 6    |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |
        | ends    | Outer              |
        | returns | WAIT_IO_COMPLETION |
        | calls   | ReleaseSemaphore   |
        | returns | TRUE, fourth = 7   |

      Examples:
        | thread |
        | main   |
        | worker |

  @KERNEL-SEMAPHORE-LIMIT-1
  Rule: KERNEL-SEMAPHORE-LIMIT-1 A semaphore does not exceed its maximum

    Scenario Outline: The release is too much by one or by many
      Given a semaphore S with count 1 of at most 2
      When main calls ReleaseSemaphore(S, <units>, NULL)
      And main calls ReleaseSemaphore(S, 1, NULL)
      And main calls ReleaseSemaphore(S, 1, NULL)
      And main calls WaitForSingleObject(S, 0)
      And main calls WaitForSingleObject(S, 0)
      And main calls WaitForSingleObject(S, 0)
      Then this happens on main, in this order and nothing else:
        | event   | what                |
        | calls   | ReleaseSemaphore    |
        | returns | FALSE               |
        | calls   | ReleaseSemaphore    |
        | returns | TRUE                |
        | calls   | ReleaseSemaphore    |
        | returns | FALSE               |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |

      Examples:
        | units |
        | 2     |
        | 1000  |

    Scenario: A routine inside another releases too much
      Given a semaphore S with count 1 of at most 3
      And APC routine Outer calls:
        """
        SleepEx(0, TRUE)
        """
      And APC routine A calls:
        """
        ReleaseSemaphore(S, 3, NULL)
        ReleaseSemaphore(S, 2, &before)
        ReleaseSemaphore(S, 1, NULL)
        """
      And main queues APCs Outer, A to worker
      When worker calls SleepEx(0, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | Outer              |
        | calls   | SleepEx            |
        | begins  | A                  |
        | calls   | ReleaseSemaphore   |
        | returns | FALSE              |
        | calls   | ReleaseSemaphore   |
        | returns | TRUE, before = 1   |
        | calls   | ReleaseSemaphore   |
        | returns | FALSE              |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |
        | ends    | Outer              |
        | returns | WAIT_IO_COMPLETION |
