Feature: Mutexes that their owner takes again
  The owner of a mutex never waits for it, and gives it back as often as it has taken it.

  @KERNEL-RECURSION-1
  Rule: KERNEL-RECURSION-1 The owner of a mutex can take it again

    Scenario: The owner takes it three times
      Given a mutex M, free
      And worker calls WaitForSingleObject(M, 100)
      And worker calls WaitForSingleObjectEx(M, 100, TRUE)
      And worker calls WaitForSingleObject(M, 100)
      And helper calls WaitForSingleObject(M, 0)
      And worker calls ReleaseMutex(M)
      And helper calls WaitForSingleObject(M, 0)
      And worker calls ReleaseMutex(M)
      And helper calls WaitForSingleObject(M, 0)
      When worker calls ReleaseMutex(M)
      And helper calls WaitForSingleObject(M, 0)
      And worker calls ReleaseMutex(M)
      Then this happens on worker, in this order and nothing else:
        | event   | what                  |
        | calls   | WaitForSingleObject   |
        | returns | WAIT_OBJECT_0         |
        | calls   | WaitForSingleObjectEx |
        | returns | WAIT_OBJECT_0         |
        | calls   | WaitForSingleObject   |
        | returns | WAIT_OBJECT_0         |
        | calls   | ReleaseMutex          |
        | returns | TRUE                  |
        | calls   | ReleaseMutex          |
        | returns | TRUE                  |
        | calls   | ReleaseMutex          |
        | returns | TRUE                  |
        | calls   | ReleaseMutex          |
        | returns | FALSE                 |
      And this happens on helper, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

    Scenario Outline: A wait for several objects takes it as well
      Given a mutex M, owned by worker
      And a manual-reset event E, signaled
      And worker calls WaitForMultipleObjects(2, [M, E], <all>, 100)
      And worker calls ReleaseMutex(M)
      And helper calls WaitForSingleObject(M, 0)
      When worker calls ReleaseMutex(M)
      And helper calls WaitForSingleObject(M, 0)
      Then this happens on helper, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

      Examples:
        | all   |
        | FALSE |
        | TRUE  |

    Scenario: A routine of the owner takes it and gives it back
      Given a mutex M, owned by worker
      And APC routine A calls:
        """
        WaitForSingleObject(M, 100)
        ReleaseMutex(M)
        """
      And main queues APC A to worker
      When worker calls SleepEx(100, TRUE)
      And helper calls WaitForSingleObject(M, 0)
      And worker calls ReleaseMutex(M)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SleepEx             |
        | begins  | A                   |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | ReleaseMutex        |
        | returns | TRUE                |
        | ends    | A                   |
        | returns | WAIT_IO_COMPLETION  |
        | calls   | ReleaseMutex        |
        | returns | TRUE                |
      And this happens on helper, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |

    Scenario: A thousand times
      Given a mutex M, free
      And APC routine Take calls:
        """
        WaitForSingleObject(M, 100)
        WaitForSingleObject(M, 100)
        WaitForSingleObject(M, 100)
        WaitForSingleObject(M, 100)
        WaitForSingleObject(M, 100)
        WaitForSingleObject(M, 100)
        WaitForSingleObject(M, 100)
        WaitForSingleObject(M, 100)
        WaitForSingleObject(M, 100)
        WaitForSingleObject(M, 100)
        """
      And APC routine Give calls:
        """
        ReleaseMutex(M)
        ReleaseMutex(M)
        ReleaseMutex(M)
        ReleaseMutex(M)
        ReleaseMutex(M)
        ReleaseMutex(M)
        ReleaseMutex(M)
        ReleaseMutex(M)
        ReleaseMutex(M)
        ReleaseMutex(M)
        """
      And worker queues APCs Take(1..101) to worker
      And worker calls SleepEx(100, TRUE)
      And worker queues APCs Give(1..100) to worker
      And worker calls SleepEx(100, TRUE)
      And helper calls WaitForSingleObject(M, 0)
      And worker queues APC Give to worker
      When worker calls SleepEx(100, TRUE)
      And helper calls WaitForSingleObject(M, 0)
      Then this happens on helper, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
