Feature: Return values of WaitForSingleObjectEx
  The result says what ended the wait: the object, an abandoned mutex, APCs, the time-out or a failure. Each scenario has one cause
  only; what comes first when an object is signaled and an APC is pending is a rule of its own.

  @RETURN-WFSO-IOC-1
  Rule: RETURN-WFSO-IOC-1 WaitForSingleObjectEx returns WAIT_IO_COMPLETION after APCs

    Scenario: The APC is pending on entry
      Given a manual-reset event E, not signaled
      And main queues APC A to worker
      When worker calls WaitForSingleObjectEx(E, 100, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                  |
        | calls   | WaitForSingleObjectEx |
        | begins  | A                     |
        | ends    | A                     |
        | returns | WAIT_IO_COMPLETION    |

    Scenario: The object is a thread, which ends before the next wait
      Given a manual-reset event E, not signaled
      And thread routine R calls:
        """
        WaitForSingleObject(E, INFINITE)
        """
      And main calls t = CreateThread(NULL, 0, R, 0, 0, NULL)
      And main queues APC A to worker
      When worker calls WaitForSingleObjectEx(t, 100, TRUE)
      And main calls SetEvent(E)
      And after it returns, worker calls WaitForSingleObjectEx(t, 500, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                  |
        | calls   | WaitForSingleObjectEx |
        | begins  | A                     |
        | ends    | A                     |
        | returns | WAIT_IO_COMPLETION    |
        | calls   | WaitForSingleObjectEx |
        | returns | WAIT_OBJECT_0         |

  @RETURN-WFSO-OBJECT-1
  Rule: RETURN-WFSO-OBJECT-1 A signaled object gives WAIT_OBJECT_0

    Scenario Outline: The event is signaled on entry
      Given a manual-reset event E, signaled
      When worker calls WaitForSingleObjectEx(E, 100, <alertable>)
      And after it returns, worker calls WaitForSingleObjectEx(E, 100, <alertable>)
      Then this happens on worker, in this order and nothing else:
        | event   | what                  |
        | calls   | WaitForSingleObjectEx |
        | returns | WAIT_OBJECT_0         |
        | calls   | WaitForSingleObjectEx |
        | returns | WAIT_OBJECT_0         |

      Examples:
        | alertable |
        | TRUE      |
        | FALSE     |

    Scenario Outline: The event is signaled during the wait
      Given a manual-reset event E, not signaled
      And worker is blocked in WaitForSingleObjectEx(E, INFINITE, <alertable>)
      When main calls SetEvent(E)
      Then this happens on worker, in this order and nothing else:
        | event   | what                  |
        | calls   | WaitForSingleObjectEx |
        | returns | WAIT_OBJECT_0         |

      Examples:
        | alertable |
        | TRUE      |
        | FALSE     |

    Scenario: An event that is signaled on entry does not wait for the time-out
      Given a manual-reset event E, signaled
      And a manual-reset event Later, not signaled
      And thread routine R calls:
        """
        WaitForSingleObjectEx(E, 1000, TRUE)
        WaitForSingleObject(Later, 0)
        """
      And main calls t = CreateThread(NULL, 0, R, 0, 0, NULL)
      When main calls SetEvent(Later)
      Then this happens on t, in this order and nothing else:
        | event   | what                  |
        | starts  | R                     |
        | calls   | WaitForSingleObjectEx |
        | returns | WAIT_OBJECT_0         |
        | calls   | WaitForSingleObject   |
        | returns | WAIT_TIMEOUT          |
        | exits   |                       |

    Scenario Outline: An event that is set during the wait does not wait for the time-out
      Given a manual-reset event E, not signaled
      And a manual-reset event Later, not signaled
      And thread routine R calls:
        """
        <call>
        WaitForSingleObject(Later, 0)
        """
      And main calls t = CreateThread(NULL, 0, R, 0, 0, NULL)
      When main calls SetEvent(E)
      And main calls SetEvent(Later)
      Then this happens on t, in this order and nothing else:
        | event   | what                          |
        | starts  | R                             |
        | calls   | <call>                        |
        | returns | WAIT_OBJECT_0                 |
        | calls   | WaitForSingleObject(Later, 0) |
        | returns | WAIT_TIMEOUT                  |
        | exits   |                               |

      Examples:
        | call                                  |
        | WaitForSingleObject(E, 1000)          |
        | WaitForSingleObjectEx(E, 1000, TRUE)  |
        | WaitForSingleObjectEx(E, 1000, FALSE) |

  @RETURN-WFSO-TIMEOUT-1
  Rule: RETURN-WFSO-TIMEOUT-1 An object that is not signaled gives WAIT_TIMEOUT

    Scenario Outline: The interval passes
      Given a manual-reset event E, not signaled
      When worker calls WaitForSingleObjectEx(E, 50, <alertable>)
      Then this happens on worker, in this order and nothing else:
        | event   | what                  |
        | calls   | WaitForSingleObjectEx |
        | returns | WAIT_TIMEOUT          |
      And WaitForSingleObjectEx on worker took at least 50 ms

      Examples:
        | alertable |
        | TRUE      |
        | FALSE     |

    Scenario: The interval passes while another thread owns the mutex
      Given a mutex M, owned by helper
      When worker calls WaitForSingleObjectEx(M, 50, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                  |
        | calls   | WaitForSingleObjectEx |
        | returns | WAIT_TIMEOUT          |
      And WaitForSingleObjectEx on worker took at least 50 ms

    Scenario Outline: An interval of zero tests the object
      Given a manual-reset event E, not signaled
      When worker calls WaitForSingleObjectEx(E, 0, <alertable>)
      Then this happens on worker, in this order and nothing else:
        | event   | what                  |
        | calls   | WaitForSingleObjectEx |
        | returns | WAIT_TIMEOUT          |

      Examples:
        | alertable |
        | TRUE      |
        | FALSE     |

    Scenario: Each of three waits times out
      Given a manual-reset event E, not signaled
      When worker calls WaitForSingleObjectEx(E, 20, TRUE)
      And after it returns, worker calls WaitForSingleObjectEx(E, 20, TRUE)
      And after it returns, worker calls WaitForSingleObjectEx(E, 20, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                  |
        | calls   | WaitForSingleObjectEx |
        | returns | WAIT_TIMEOUT          |
        | calls   | WaitForSingleObjectEx |
        | returns | WAIT_TIMEOUT          |
        | calls   | WaitForSingleObjectEx |
        | returns | WAIT_TIMEOUT          |

    Scenario Outline: An interval of weeks has not passed when the event is set
      Given a manual-reset event E, not signaled
      When worker calls WaitForSingleObjectEx(E, <interval>, <alertable>)
      And main calls SetEvent(E)
      Then this happens on worker, in this order and nothing else:
        | event   | what                  |
        | calls   | WaitForSingleObjectEx |
        | returns | WAIT_OBJECT_0         |

      Examples:
        | interval   | alertable |
        | 4294968    | FALSE     |
        | 0x7FFFFFFF | FALSE     |
        | 0x80000000 | TRUE      |
        | 0xFFFFFFFE | FALSE     |

    Scenario: A wait that follows one that an APC has ended lasts its own interval
      Given a manual-reset event E, not signaled
      And main queues APC A to worker
      And worker calls WaitForMultipleObjectsEx(1, [E], FALSE, 150, TRUE)
      And 50 ms pass
      When after it returns, worker calls WaitForSingleObjectEx(E, 150, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                     |
        | calls   | WaitForMultipleObjectsEx |
        | begins  | A                        |
        | ends    | A                        |
        | returns | WAIT_IO_COMPLETION       |
        | calls   | WaitForSingleObjectEx    |
        | returns | WAIT_TIMEOUT             |
      And WaitForSingleObjectEx on worker took at least 150 ms

    Scenario: The time passes while the thread is suspended
      Given a manual-reset event E, not signaled
      And worker calls WaitForSingleObjectEx(E, 20, TRUE)
      And main calls SuspendThread(worker)
      And 40 ms pass
      When main calls ResumeThread(worker)
      Then this happens on worker, in this order and nothing else:
        | event   | what                  |
        | calls   | WaitForSingleObjectEx |
        | returns | WAIT_TIMEOUT          |

    Scenario Outline: A routine waits, and one inside it
      Given a manual-reset event E, not signaled
      And an auto-reset event F, not signaled
      And APC routine Outer calls:
        """
        WaitForSingleObject(E, 1)
        SleepEx(0, TRUE)
        """
      And APC routine Inner calls:
        """
        WaitForSingleObjectEx(F, 1, TRUE)
        SignalObjectAndWait(E, F, 1, FALSE)
        """
      And helper queues APCs Outer, Inner to <thread>
      When <thread> calls SleepEx(0, TRUE)
      And after it returns, <thread> calls WaitForSingleObjectEx(F, 1, TRUE)
      Then this happens on <thread>, in this order and nothing else:
        | event   | what                    |
        | calls   | SleepEx                 |
        | begins  | Outer                   |
        | calls   | WaitForSingleObject     |
        | returns | WAIT_TIMEOUT            |
        | calls   | SleepEx                 |
        | begins  | Inner                   |
        | calls   | WaitForSingleObjectEx   |
        | returns | WAIT_TIMEOUT            |
        | calls   | SignalObjectAndWait     |
        | returns | WAIT_TIMEOUT            |
        | ends    | Inner                   |
        | returns | WAIT_IO_COMPLETION or 0 |
        | ends    | Outer                   |
        | returns | WAIT_IO_COMPLETION or 0 |
        | calls   | WaitForSingleObjectEx   |
        | returns | WAIT_TIMEOUT            |

      Examples:
        | thread |
        | main   |
        | worker |

  @RETURN-WFSO-ABANDONED-1
  Rule: RETURN-WFSO-ABANDONED-1 An abandoned mutex gives WAIT_ABANDONED and its ownership

    Scenario: The owner has ended before the wait
      Given a mutex M, free
      And thread routine Owner calls:
        """
        WaitForSingleObject(M, INFINITE)
        """
      And main calls CreateThread(NULL, 0, Owner, 0, 0, NULL)
      When worker calls WaitForSingleObjectEx(M, 100, TRUE)
      And after it returns, worker calls ReleaseMutex(M)
      Then this happens on worker, in this order and nothing else:
        | event   | what                  |
        | calls   | WaitForSingleObjectEx |
        | returns | WAIT_ABANDONED_0      |
        | calls   | ReleaseMutex          |
        | returns | TRUE                  |

    Scenario: The owner ends during the wait
      Given a mutex M, free
      And a manual-reset event E, not signaled
      And thread routine Owner calls:
        """
        WaitForSingleObject(M, INFINITE)
        WaitForSingleObject(E, INFINITE)
        """
      And main calls CreateThread(NULL, 0, Owner, 0, 0, NULL)
      And worker is blocked in WaitForSingleObjectEx(M, INFINITE, TRUE)
      When main calls SetEvent(E)
      And after it returns, worker calls ReleaseMutex(M)
      Then this happens on worker, in this order and nothing else:
        | event   | what                  |
        | calls   | WaitForSingleObjectEx |
        | returns | WAIT_ABANDONED_0      |
        | calls   | ReleaseMutex          |
        | returns | TRUE                  |

    Scenario: The end of the owner does not wait for the time-out
      Given a mutex M, free
      And a manual-reset event E, not signaled
      And a manual-reset event Later, not signaled
      And thread routine Owner calls:
        """
        WaitForSingleObject(M, INFINITE)
        WaitForSingleObject(E, INFINITE)
        """
      And thread routine R calls:
        """
        WaitForSingleObjectEx(M, 1000, TRUE)
        WaitForSingleObject(Later, 0)
        """
      And main calls CreateThread(NULL, 0, Owner, 0, 0, NULL)
      And main calls t = CreateThread(NULL, 0, R, 0, 0, NULL)
      When main calls SetEvent(E)
      And main calls SetEvent(Later)
      Then this happens on t, in this order and nothing else:
        | event   | what                  |
        | starts  | R                     |
        | calls   | WaitForSingleObjectEx |
        | returns | WAIT_ABANDONED_0      |
        | calls   | WaitForSingleObject   |
        | returns | WAIT_TIMEOUT          |
        | exits   |                       |

    Scenario: The owner was terminated in a wait
      Given a mutex M, owned by helper
      And a manual-reset event E, not signaled
      And helper is blocked in WaitForSingleObject(E, INFINITE)
      And main calls TerminateThread(helper, 0)
      And main calls WaitForSingleObject(helper, INFINITE)
      When worker calls WaitForSingleObjectEx(M, 100, TRUE)
      And after it returns, worker calls ReleaseMutex(M)
      And worker calls WaitForSingleObjectEx(M, 100, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                  |
        | calls   | WaitForSingleObjectEx |
        | returns | WAIT_ABANDONED_0      |
        | calls   | ReleaseMutex          |
        | returns | TRUE                  |
        | calls   | WaitForSingleObjectEx |
        | returns | WAIT_OBJECT_0         |

    Scenario: The owner had taken the mutex three times
      Given a mutex M, owned by helper
      And helper calls WaitForSingleObject(M, 0)
      And helper calls WaitForSingleObject(M, 0)
      And helper calls ExitThread(0)
      And main calls WaitForSingleObject(helper, INFINITE)
      When worker calls WaitForSingleObjectEx(M, 100, TRUE)
      And after it returns, worker calls ReleaseMutex(M)
      And worker calls ReleaseMutex(M)
      Then this happens on worker, in this order and nothing else:
        | event   | what                  |
        | calls   | WaitForSingleObjectEx |
        | returns | WAIT_ABANDONED_0      |
        | calls   | ReleaseMutex          |
        | returns | TRUE                  |
        | calls   | ReleaseMutex          |
        | returns | FALSE                 |

    Scenario Outline: The mutex was abandoned, whatever ended the last wait of the thread
      Given a mutex M, free
      And a manual-reset event E, not signaled
      And a manual-reset event H, signaled
      And thread routine Owner calls:
        """
        WaitForSingleObject(M, INFINITE)
        """
      And <by> calls CreateThread(NULL, 0, Owner, 0, 0, NULL)
      And <by> queues APCs A, B to <thread>
      And <thread> calls <before>
      When <thread> calls <wait>
      And <thread> calls ReleaseMutex(M)
      And <thread> calls SleepEx(0, TRUE)
      Then this happens on <thread>, in this order and nothing else:
        | event   | what               |
        | calls   | <before>           |
        | returns | <passed>           |
        | calls   | <wait>             |
        | returns | WAIT_ABANDONED_0   |
        | calls   | ReleaseMutex       |
        | returns | TRUE               |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | begins  | B                  |
        | ends    | B                  |
        | returns | WAIT_IO_COMPLETION |

      Examples:
        | thread | by     | before                    | passed        | wait                                |
        | main   | worker | Sleep(0)                  | void          | WaitForSingleObject(M, 0)           |
        | worker | main   | WaitForSingleObject(H, 0) | WAIT_OBJECT_0 | WaitForSingleObjectEx(M, 0, FALSE)  |
        | worker | main   | Sleep(0)                  | void          | SignalObjectAndWait(E, M, 0, FALSE) |

    Scenario Outline: The mutex was abandoned, after waits that ended in each way
      Given a manual-reset event G, not signaled
      And a manual-reset event H, not signaled
      And a mutex M, free
      And <other> calls ResetEvent(G)
      And thread routine Owner calls:
        """
        WaitForSingleObject(M, INFINITE)
        """
      And <by> calls CreateThread(NULL, 0, Owner, 0, 0, NULL)
      And <thread> is blocked in WaitForSingleObject(H, INFINITE)
      And <by> queues APCs A, B, C to <thread>
      And <by> calls SetEvent(H)
      And <thread> calls Sleep(1)
      And after it returns, <thread> calls SleepEx(0, TRUE)
      And <thread> calls <before>
      When <thread> calls <wait>
      And <thread> calls ReleaseMutex(M)
      Then this happens on <thread>, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | Sleep               |
        | returns | void                |
        | calls   | SleepEx             |
        | begins  | A                   |
        | ends    | A                   |
        | begins  | B                   |
        | ends    | B                   |
        | begins  | C                   |
        | ends    | C                   |
        | returns | WAIT_IO_COMPLETION  |
        | calls   | <before>            |
        | returns | <passed>            |
        | calls   | <wait>              |
        | returns | WAIT_ABANDONED_0    |
        | calls   | ReleaseMutex        |
        | returns | TRUE                |

      Examples:
        | thread | by     | other  | before                    | passed        | wait                                      |
        | main   | worker | helper | GetCurrentThreadId()      | id of main    | WaitForSingleObjectEx(M, INFINITE, TRUE)  |
        | worker | main   | helper | SleepEx(0, FALSE)         | 0             | SignalObjectAndWait(G, M, INFINITE, TRUE) |
        | helper | worker | main   | WaitForSingleObject(H, 0) | WAIT_OBJECT_0 | WaitForSingleObject(M, 1000)              |

    Scenario Outline: The owner had taken the mutex twice and run an APC
      Given a mutex M, owned by <owner>
      And a manual-reset event E, not signaled
      And <by> queues APC A to <owner>
      And <owner> calls WaitForSingleObject(M, 0)
      And <owner> calls SleepEx(0, TRUE)
      And <owner> is blocked in <wait>
      When <by> calls TerminateThread(<owner>, 0)
      And <by> calls WaitForSingleObject(<owner>, INFINITE)
      And <by> calls WaitForSingleObject(M, 0)
      And <by> calls ReleaseMutex(M)
      And <by> calls ReleaseMutex(M)
      Then this happens on <by>, in this order and nothing else:
        | event   | what                |
        | calls   | QueueUserAPC        |
        | returns | nonzero             |
        | calls   | TerminateThread     |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_ABANDONED_0    |
        | calls   | ReleaseMutex        |
        | returns | TRUE                |
        | calls   | ReleaseMutex        |
        | returns | FALSE               |
      And this happens on <owner>, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | SleepEx             |
        | begins  | A                   |
        | ends    | A                   |
        | returns | WAIT_IO_COMPLETION  |
        | calls   | <function>          |
        | exits   |                     |

      Examples:
        | owner  | by     | wait                             | function            |
        | main   | worker | WaitForSingleObject(E, INFINITE) | WaitForSingleObject |
        | worker | main   | SleepEx(INFINITE, TRUE)          | SleepEx             |

    Scenario Outline: The owner ends in a routine
      Given a mutex M, owned by <owner>
      And APC routine Ends calls:
        """
        ExitThread(0)
        """
      And <by> queues APC Ends to <owner>
      And <owner> calls SleepEx(0, TRUE)
      When <by> calls WaitForSingleObject(<owner>, INFINITE)
      And <by> calls WaitForSingleObject(M, 0)
      Then this happens on <by>, in this order and nothing else:
        | event   | what                |
        | calls   | QueueUserAPC        |
        | returns | nonzero             |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_ABANDONED_0    |

      Examples:
        | owner  | by     |
        | main   | worker |
        | worker | main   |

  @RETURN-WFSO-FAILED-1
  Rule: RETURN-WFSO-FAILED-1 A wait on no object fails

    Scenario Outline: The value names no object
      Given a manual-reset event E, signaled
      When worker calls WaitForSingleObjectEx(E, 20, TRUE)
      And after it returns, worker calls WaitForSingleObjectEx(<handle>, 20, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                  |
        | calls   | WaitForSingleObjectEx |
        | returns | WAIT_OBJECT_0         |
        | calls   | WaitForSingleObjectEx |
        | returns | WAIT_FAILED           |

      Examples:
        | handle  |
        | NULL    |
        | invalid |

  @RETURN-WFSO-FAILED-ERROR-1
  Rule: RETURN-WFSO-FAILED-ERROR-1 The last error after a wait on no object

    Scenario Outline: The value names no object
      When worker calls WaitForSingleObjectEx(<handle>, 20, TRUE)
      Then what happens on worker is recorded

      Examples:
        | handle  |
        | NULL    |
        | invalid |

  @RETURN-WFSO-FAILED-APC-1
  Rule: RETURN-WFSO-FAILED-APC-1 Whether a failing alertable wait runs pending APCs

    Scenario: An APC is pending when the wait fails
      Given main queues APC A to worker
      When worker calls WaitForSingleObjectEx(invalid, 20, TRUE)
      And after it returns, worker calls SleepEx(0, TRUE)
      Then what happens on worker is recorded

  @RETURN-WFSO-ZERO-PENDING-1
  Rule: RETURN-WFSO-ZERO-PENDING-1 A time-out of zero still delivers pending APCs

    Scenario: A wait for one object
      Given a manual-reset event E, not signaled
      And main queues APC A to worker
      When worker calls WaitForSingleObjectEx(E, 0, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                  |
        | calls   | WaitForSingleObjectEx |
        | begins  | A                     |
        | ends    | A                     |
        | returns | WAIT_IO_COMPLETION    |

    Scenario Outline: A wait for two objects
      Given a manual-reset event E, not signaled
      And a manual-reset event F, not signaled
      And main queues APC A to worker
      When worker calls WaitForMultipleObjectsEx(2, [E, F], <all>, 0, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                     |
        | calls   | WaitForMultipleObjectsEx |
        | begins  | A                        |
        | ends    | A                        |
        | returns | WAIT_IO_COMPLETION       |

      Examples:
        | all   |
        | FALSE |
        | TRUE  |

    Scenario: An APC is queued at the moment of the call
      Given a manual-reset event E, not signaled
      When these calls are made at the same time:
        | worker                            | main                       |
        | WaitForSingleObjectEx(E, 0, TRUE) | QueueUserAPC(A, worker, 0) |
      And worker calls SleepEx(20, TRUE)
      Then every outcome is one of:
        | worker                                                             | why                                     |
        | begins A; ends A; returns WAIT_IO_COMPLETION; returns 0            | the APC was there when the call looked  |
        | returns WAIT_TIMEOUT; begins A; ends A; returns WAIT_IO_COMPLETION | the call had looked before the APC came |

    Scenario Outline: A second wait for the object finds no APC any more
      Given a manual-reset event E, not signaled
      And an auto-reset event F, not signaled
      And a mutex M, owned by main
      And a semaphore S with count 1 of at most 1
      And main queues APC A to worker
      And worker calls WaitForSingleObject(S, 0)
      When worker calls <wait>
      And worker calls <wait>
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | <wait>              |
        | begins  | A                   |
        | ends    | A                   |
        | returns | WAIT_IO_COMPLETION  |
        | calls   | <wait>              |
        | returns | WAIT_TIMEOUT        |

      Examples:
        | wait                                                      |
        | WaitForSingleObjectEx(E, 0, TRUE)                         |
        | WaitForSingleObjectEx(F, 0, TRUE)                         |
        | WaitForSingleObjectEx(M, 0, TRUE)                         |
        | WaitForSingleObjectEx(S, 0, TRUE)                         |
        | WaitForSingleObjectEx(main, 0, TRUE)                      |
        | WaitForMultipleObjectsEx(2, [E, F], FALSE, 0, TRUE)       |
        | WaitForMultipleObjectsEx(2, [F, M], TRUE, 0, TRUE)        |
        | WaitForMultipleObjectsEx(2, [M, S], FALSE, 0, TRUE)       |
        | WaitForMultipleObjectsEx(3, [S, main, E], FALSE, 0, TRUE) |
        | SignalObjectAndWait(E, F, 0, TRUE)                        |

  @RETURN-WFSO-INFINITE-1
  Rule: RETURN-WFSO-INFINITE-1 INFINITE ends only by the object or an APC

    Scenario Outline: The object is signaled late
      Given a manual-reset event E, not signaled
      And worker calls WaitForSingleObjectEx(E, INFINITE, <alertable>)
      And 100 ms pass
      When main calls SetEvent(E)
      Then this happens on worker, in this order and nothing else:
        | event   | what                  |
        | calls   | WaitForSingleObjectEx |
        | returns | WAIT_OBJECT_0         |
      And WaitForSingleObjectEx on worker took at least 100 ms

      Examples:
        | alertable |
        | TRUE      |
        | FALSE     |

    Scenario: An APC has ended the wait before
      Given a manual-reset event E, not signaled
      And main queues APC A to worker
      And worker calls WaitForSingleObjectEx(E, INFINITE, TRUE)
      When worker calls WaitForSingleObjectEx(E, INFINITE, TRUE)
      And 100 ms pass
      Then this happens on worker, in this order and nothing else:
        | event   | what                  |
        | calls   | WaitForSingleObjectEx |
        | begins  | A                     |
        | ends    | A                     |
        | returns | WAIT_IO_COMPLETION    |
        | calls   | WaitForSingleObjectEx |

  @RETURN-WFSO-NONALERT-1
  Rule: RETURN-WFSO-NONALERT-1 A single wait that is not alertable ignores APCs

    Scenario Outline: The wait times out with the APC pending
      Given a manual-reset event E, not signaled
      And main queues APC A to worker
      When worker calls <call>
      And after it returns, worker calls SleepEx(0, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | <call>             |
        | returns | WAIT_TIMEOUT       |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

      Examples:
        | call                                |
        | WaitForSingleObject(E, 20)          |
        | WaitForSingleObject(E, 0)           |
        | WaitForSingleObjectEx(E, 20, FALSE) |
        | WaitForSingleObjectEx(E, 0, FALSE)  |

    Scenario Outline: The object ends the wait although the APC came first
      Given a manual-reset event E, not signaled
      And worker is blocked in <call>
      When main queues APC A to worker
      And main calls SetEvent(E)
      And after it returns, worker calls SleepEx(0, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | <call>             |
        | returns | WAIT_OBJECT_0      |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

      Examples:
        | call                                      |
        | WaitForSingleObject(E, INFINITE)          |
        | WaitForSingleObjectEx(E, INFINITE, FALSE) |
