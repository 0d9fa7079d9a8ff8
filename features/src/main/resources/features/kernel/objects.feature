Feature: What synchronization objects are when they are made, and what a pulse leaves
  A program makes events, mutexes and semaphores in a state of its choice. A pulse leaves an event not signaled.

  @KERNEL-CREATE-1
  Rule: KERNEL-CREATE-1 A new object is in the state asked for

    Scenario Outline: An event stays signaled or not, as its kind is
      Given worker calls GetCurrentThreadId()
      And <creator> calls E = CreateEventW(NULL, <manual-reset>, <signaled>, NULL)
      When <creator> calls WaitForSingleObject(E, 0)
      And <creator> calls SetEvent(E)
      And <creator> calls WaitForSingleObject(E, 0)
      And <creator> calls WaitForSingleObject(E, 0)
      Then this happens on <creator>, in this order and nothing else:
        | event   | what                |
        | calls   | CreateEventW        |
        | returns | handle              |
        | calls   | WaitForSingleObject |
        | returns | <first>             |
        | calls   | SetEvent            |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | <last>              |

      Examples:
        | creator | manual-reset | signaled | first         | last          |
        | main    | TRUE         | TRUE     | WAIT_OBJECT_0 | WAIT_OBJECT_0 |
        | main    | TRUE         | FALSE    | WAIT_TIMEOUT  | WAIT_OBJECT_0 |
        | main    | FALSE        | TRUE     | WAIT_OBJECT_0 | WAIT_TIMEOUT  |
        | main    | FALSE        | FALSE    | WAIT_TIMEOUT  | WAIT_TIMEOUT  |
        | helper  | TRUE         | TRUE     | WAIT_OBJECT_0 | WAIT_OBJECT_0 |
        | helper  | TRUE         | FALSE    | WAIT_TIMEOUT  | WAIT_OBJECT_0 |
        | helper  | FALSE        | TRUE     | WAIT_OBJECT_0 | WAIT_TIMEOUT  |
        | helper  | FALSE        | FALSE    | WAIT_TIMEOUT  | WAIT_TIMEOUT  |

    Scenario Outline: A mutex belongs to its creator or to nobody
      Given worker calls GetCurrentThreadId()
      And a mutex Own, owned by <creator>
      And <creator> calls M = CreateMutexW(NULL, <owned>, NULL)
      When worker calls WaitForSingleObject(M, 0)
      And <creator> calls ReleaseMutex(M)
      And <creator> calls ReleaseMutex(Own)
      Then this happens on <creator>, in this order and nothing else:
        | event   | what         |
        | calls   | CreateMutexW |
        | returns | handle       |
        | calls   | ReleaseMutex |
        | returns | <release>    |
        | calls   | ReleaseMutex |
        | returns | TRUE         |
      And this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | GetCurrentThreadId  |
        | returns | id of worker        |
        | calls   | WaitForSingleObject |
        | returns | <wait>              |

      Examples:
        | creator | owned | wait          | release |
        | main    | TRUE  | WAIT_TIMEOUT  | TRUE    |
        | main    | FALSE | WAIT_OBJECT_0 | FALSE   |
        | helper  | TRUE  | WAIT_TIMEOUT  | TRUE    |
        | helper  | FALSE | WAIT_OBJECT_0 | FALSE   |

    Scenario Outline: Whether a handle is inherited by other processes changes nothing within this one
      Given these objects:
        | name | made by                                          |
        | E    | CreateEventW(<attributes>, TRUE, TRUE, NULL)     |
        | M    | CreateMutexW(<attributes>, TRUE, NULL) on worker |
        | S    | CreateSemaphoreW(<attributes>, 1, 2, NULL)       |
      When main calls F = CreateEventW(<attributes>, TRUE, FALSE, NULL)
      And main calls WaitForSingleObject(E, 0)
      And main calls WaitForSingleObject(M, 0)
      And main calls WaitForSingleObject(S, 0)
      And main calls WaitForSingleObject(F, 0)
      Then this happens on main, in this order and nothing else:
        | event   | what                |
        | calls   | CreateEventW        |
        | returns | handle              |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |

      Examples:
        | attributes                           |
        | {nLength: 24}                        |
        | {nLength: 24, bInheritHandle: TRUE}  |
        | {bInheritHandle: FALSE, nLength: 24} |

    Scenario: A semaphore has the count that was asked for
      Given main calls S = CreateSemaphoreW(NULL, 2, 5, NULL)
      When main calls WaitForSingleObject(S, 0)
      And main calls WaitForSingleObject(S, 0)
      And main calls WaitForSingleObject(S, 0)
      Then this happens on main, in this order and nothing else:
        | event   | what                |
        | calls   | CreateSemaphoreW    |
        | returns | handle              |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |

    Scenario: A semaphore counts up to the largest number
      Given main calls S = CreateSemaphoreW(NULL, 0, 0x7FFFFFFF, NULL)
      When main calls ReleaseSemaphore(S, 0x7FFFFFFF, NULL)
      And main calls WaitForSingleObject(S, 0)
      Then this happens on main, in this order and nothing else:
        | event   | what                |
        | calls   | CreateSemaphoreW    |
        | returns | handle              |
        | calls   | ReleaseSemaphore    |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

  @KERNEL-CREATE-COUNT-1
  Rule: KERNEL-CREATE-COUNT-1 A semaphore cannot count outside of its range

    Scenario Outline: The numbers make no semaphore
      When main calls good = CreateSemaphoreW(NULL, 1, 1, NULL)
      And main calls bad = CreateSemaphoreW(NULL, <count>, <maximum>, NULL)
      Then this happens on main, in this order and nothing else:
        | event   | what             |
        | calls   | CreateSemaphoreW |
        | returns | handle           |
        | calls   | CreateSemaphoreW |
        | returns | NULL             |

      Examples:
        | count      | maximum |
        | 2          | 1       |
        | 0xFFFFFFFF | 1       |
        | 0          | 0       |

  @KERNEL-PULSE-1
  Rule: KERNEL-PULSE-1 A pulse leaves the event not signaled

    Scenario Outline: Nobody waits
      Given <kind> event E, <state>
      When main calls PulseEvent(E)
      And main calls WaitForSingleObject(E, 0)
      Then this happens on main, in this order and nothing else:
        | event   | what                |
        | calls   | PulseEvent          |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |

      Examples:
        | kind           | state        |
        | a manual-reset | not signaled |
        | a manual-reset | signaled     |
        | an auto-reset  | not signaled |
        | an auto-reset  | signaled     |

    Scenario: The waiter is busy in an APC that has ended its wait
      Given a manual-reset event E, not signaled
      And a manual-reset event G, not signaled
      And APC routine A calls:
        """
        WaitForSingleObject(G, INFINITE)
        """
      And worker is blocked in WaitForSingleObjectEx(E, 500, TRUE)
      And main queues APC A to worker
      When main calls PulseEvent(E)
      And main calls SetEvent(G)
      And after it returns, worker calls WaitForSingleObjectEx(E, 20, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                  |
        | calls   | WaitForSingleObjectEx |
        | begins  | A                     |
        | calls   | WaitForSingleObject   |
        | returns | WAIT_OBJECT_0         |
        | ends    | A                     |
        | returns | WAIT_IO_COMPLETION    |
        | calls   | WaitForSingleObjectEx |
        | returns | WAIT_TIMEOUT          |

    Scenario Outline: A routine inside another pulses
      Given a manual-reset event E, <state>
      And APC routine Outer calls:
        """
        SleepEx(0, TRUE)
        """
      And APC routine A calls:
        """
        PulseEvent(E)
        WaitForSingleObject(E, 0)
        """
      And helper queues APCs Outer, A to <thread>
      When <thread> calls SleepEx(0, TRUE)
      Then this happens on <thread>, in this order and nothing else:
        | event   | what                |
        | calls   | SleepEx             |
        | begins  | Outer               |
        | calls   | SleepEx             |
        | begins  | A                   |
        | calls   | PulseEvent          |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |
        | ends    | A                   |
        | returns | WAIT_IO_COMPLETION  |
        | ends    | Outer               |
        | returns | WAIT_IO_COMPLETION  |

      Examples:
        | thread | state        |
        | main   | signaled     |
        | worker | not signaled |
        | worker | signaled     |
