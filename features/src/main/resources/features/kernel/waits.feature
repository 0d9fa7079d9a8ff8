Feature: What ends a wait
  The kernel interrupts an alertable wait to deliver a user APC, and any wait of user mode to end the thread.

  @KERNEL-WAITTABLE-1
  Rule: KERNEL-WAITTABLE-1 A regular user APC interrupts an alertable wait and no other

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

    Scenario Outline: A wait that is not alertable goes on, whatever it is for and whatever ended the last
      Given an auto-reset event E, not signaled
      And a manual-reset event H, not signaled
      And a mutex M, owned by main
      And a semaphore S with count 0 of at most 1
      And worker is blocked in WaitForSingleObject(H, INFINITE)
      And main queues APCs A, A to worker
      And main calls SetEvent(H)
      And worker calls SleepEx(0, TRUE)
      And worker calls <before>
      And worker is blocked in <wait>
      When main queues APCs B, C to worker
      And 20 ms pass
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | SleepEx             |
        | begins  | A                   |
        | ends    | A                   |
        | begins  | A                   |
        | ends    | A                   |
        | returns | WAIT_IO_COMPLETION  |
        | calls   | <before>            |
        | returns | <passed>            |
        | calls   | <wait>              |

      Examples:
        | before                             | passed       | wait                                                       |
        | GetCurrentThreadId()               | id of worker | WaitForSingleObject(M, INFINITE)                           |
        | Sleep(0)                           | void         | WaitForSingleObjectEx(S, INFINITE, FALSE)                  |
        | SetEvent(E)                        | TRUE         | WaitForSingleObject(main, INFINITE)                        |
        | WaitForSingleObjectEx(E, 0, FALSE) | WAIT_TIMEOUT | WaitForMultipleObjectsEx(2, [E, S], TRUE, INFINITE, FALSE) |
        | Sleep(0)                           | void         | WaitForMultipleObjects(3, [S, main, E], FALSE, INFINITE)   |
        | Sleep(0)                           | void         | WaitForSingleObject(E, INFINITE)                           |

    Scenario Outline: An alertable wait is interrupted, whatever it is for and whatever ended the last
      Given an auto-reset event E, signaled
      And a semaphore S with count 0 of at most 1
      And worker calls <before>
      And worker is blocked in <wait>
      And main queues APC A to worker
      And worker is blocked in <wait>
      And main queues APC A to worker
      And worker is blocked in <wait>
      When main queues APC A to worker
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | <before>           |
        | returns | <passed>           |
        | calls   | <wait>             |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |
        | calls   | <wait>             |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |
        | calls   | <wait>             |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

      Examples:
        | before                    | passed        | wait                                                        |
        | WaitForSingleObject(E, 0) | WAIT_OBJECT_0 | WaitForSingleObjectEx(main, 1000, TRUE)                     |
        | WaitForSingleObject(S, 0) | WAIT_TIMEOUT  | WaitForMultipleObjectsEx(2, [S, main], FALSE, 1000, TRUE)   |
        | WaitForSingleObject(E, 0) | WAIT_OBJECT_0 | WaitForMultipleObjectsEx(3, [E, main, S], TRUE, 1000, TRUE) |
        | WaitForSingleObject(E, 0) | WAIT_OBJECT_0 | SleepEx(INFINITE, TRUE)                                     |

    Scenario: The second of two waiters is interrupted, and takes nothing
      Given a semaphore S with count 0 of at most 2
      And worker is blocked in WaitForSingleObject(S, INFINITE)
      And main queues APC A to helper
      And helper calls WaitForSingleObjectEx(S, 1000, TRUE)
      And helper is blocked in WaitForSingleObjectEx(S, INFINITE, TRUE)
      When main queues APC A to helper
      And helper is blocked in WaitForSingleObject(S, INFINITE)
      And main queues APC A to helper
      And main calls ReleaseSemaphore(S, 2, NULL)
      And main calls WaitForSingleObject(S, 0)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
      And this happens on helper, in this order and nothing else:
        | event   | what                  |
        | calls   | WaitForSingleObjectEx |
        | begins  | A                     |
        | ends    | A                     |
        | returns | WAIT_IO_COMPLETION    |
        | calls   | WaitForSingleObjectEx |
        | begins  | A                     |
        | ends    | A                     |
        | returns | WAIT_IO_COMPLETION    |
        | calls   | WaitForSingleObject   |
        | returns | WAIT_OBJECT_0         |
      And this happens on main, in this order and nothing else:
        | event   | what                |
        | calls   | QueueUserAPC        |
        | returns | nonzero             |
        | calls   | QueueUserAPC        |
        | returns | nonzero             |
        | calls   | QueueUserAPC        |
        | returns | nonzero             |
        | calls   | ReleaseSemaphore    |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |

    Scenario Outline: An APC leaves a wait alone that is not alertable, after waits that ended in each way
      Given a manual-reset event G, not signaled
      And a manual-reset event H, not signaled
      And a mutex M, owned by <by>
      And a semaphore S with count 0 of at most 1
      And <other> calls ResetEvent(G)
      And <thread> is blocked in WaitForSingleObject(H, INFINITE)
      And <by> queues APCs A, B, C to <thread>
      And <by> calls SetEvent(H)
      And <thread> calls Sleep(1)
      And after it returns, <thread> calls SleepEx(0, TRUE)
      And <thread> calls <before>
      And <thread> is blocked in <wait>
      When <by> queues APCs A, B to <thread>
      And <by> calls <signal>
      And <thread> calls SleepEx(0, TRUE)
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
        | returns | <result>            |
        | calls   | SleepEx             |
        | begins  | A                   |
        | ends    | A                   |
        | begins  | B                   |
        | ends    | B                   |
        | returns | WAIT_IO_COMPLETION  |

      Examples:
        | thread | by     | other  | before                    | passed        | wait                                                       | signal                       | result            |
        | main   | worker | helper | WaitForSingleObject(H, 0) | WAIT_OBJECT_0 | WaitForSingleObject(M, INFINITE)                           | ReleaseMutex(M)              | WAIT_OBJECT_0     |
        | worker | main   | helper | GetCurrentThreadId()      | id of worker  | WaitForMultipleObjects(2, [G, M], FALSE, INFINITE)         | ReleaseMutex(M)              | WAIT_OBJECT_0 + 1 |
        | worker | helper | main   | SleepEx(0, FALSE)         | 0             | WaitForMultipleObjectsEx(2, [main, S], FALSE, 1000, FALSE) | ReleaseSemaphore(S, 1, NULL) | WAIT_OBJECT_0 + 1 |
        | helper | main   | worker | GetCurrentThreadId()      | id of helper  | WaitForMultipleObjects(3, [S, worker, G], FALSE, 1000)     | SetEvent(G)                  | WAIT_OBJECT_0 + 2 |

  @KERNEL-TERMINATE-1
  Rule: KERNEL-TERMINATE-1 Termination ends every wait of user mode

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

    Scenario Outline: Every other wait and every sleep ends with its thread
      Given a manual-reset event E, not signaled
      And a manual-reset event F, not signaled
      And worker is blocked in <call>
      When main calls TerminateThread(worker, 3)
      And main calls WaitForSingleObject(worker, INFINITE)
      Then this happens on main, in this order and nothing else:
        | event   | what                |
        | calls   | TerminateThread     |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
      And this happens on worker, in this order and nothing else:
        | event | what       |
        | calls | <function> |
        | exits |            |

      Examples:
        | function                 | call                                                        |
        | Sleep                    | Sleep(INFINITE)                                             |
        | Sleep                    | Sleep(60000)                                                |
        | SleepEx                  | SleepEx(INFINITE, FALSE)                                    |
        | SleepEx                  | SleepEx(60000, FALSE)                                       |
        | SleepEx                  | SleepEx(INFINITE, TRUE)                                     |
        | SleepEx                  | SleepEx(60000, TRUE)                                        |
        | WaitForSingleObject      | WaitForSingleObject(E, INFINITE)                            |
        | WaitForSingleObject      | WaitForSingleObject(E, 60000)                               |
        | WaitForSingleObjectEx    | WaitForSingleObjectEx(E, 60000, TRUE)                       |
        | WaitForMultipleObjects   | WaitForMultipleObjects(2, [E, F], FALSE, INFINITE)          |
        | WaitForMultipleObjects   | WaitForMultipleObjects(2, [E, F], TRUE, INFINITE)           |
        | WaitForMultipleObjectsEx | WaitForMultipleObjectsEx(2, [E, F], FALSE, INFINITE, TRUE)  |
        | WaitForMultipleObjectsEx | WaitForMultipleObjectsEx(2, [E, F], TRUE, INFINITE, TRUE)   |
        | WaitForMultipleObjectsEx | WaitForMultipleObjectsEx(2, [E, F], FALSE, INFINITE, FALSE) |
        | WaitForMultipleObjectsEx | WaitForMultipleObjectsEx(2, [E, F], TRUE, INFINITE, FALSE)  |
        | SignalObjectAndWait      | SignalObjectAndWait(F, E, INFINITE, FALSE)                  |
        | SignalObjectAndWait      | SignalObjectAndWait(F, E, INFINITE, TRUE)                   |

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

    Scenario Outline: The wait ends with its thread although APCs are queued to it
      Given a manual-reset event E, not signaled
      And <thread> is blocked in WaitForSingleObject(E, INFINITE)
      And <other> calls ResetEvent(E)
      And <by> queues APCs A, B to <thread>
      When <by> calls TerminateThread(<thread>, 3)
      And <by> calls WaitForSingleObject(<thread>, INFINITE)
      And <by> queues APC A to <other>
      And <other> calls SleepEx(0, TRUE)
      Then this happens on <by>, in this order and nothing else:
        | event   | what                |
        | calls   | QueueUserAPC        |
        | returns | nonzero             |
        | calls   | QueueUserAPC        |
        | returns | nonzero             |
        | calls   | TerminateThread     |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | QueueUserAPC        |
        | returns | nonzero             |
      And this happens on <other>, in this order and nothing else:
        | event   | what               |
        | calls   | ResetEvent         |
        | returns | TRUE               |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

      Examples:
        | thread | by     | other   |
        | worker | helper | helper2 |
        | helper | worker | main    |

    Scenario Outline: What is signaled after the end is left for others, whatever the ended wait was for
      Given a semaphore S with count 0 of at most 2
      And a manual-reset event E, not signaled
      And <other> calls ResetEvent(E)
      And <thread> is blocked in <wait>
      And <by> calls TerminateThread(<thread>, 3)
      And <by> calls WaitForSingleObject(<thread>, INFINITE)
      When <by> calls ReleaseSemaphore(S, 1, NULL)
      And <by> calls WaitForSingleObject(S, 0)
      Then this happens on <by>, in this order and nothing else:
        | event   | what                |
        | calls   | TerminateThread     |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | ReleaseSemaphore    |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

      Examples:
        | thread | by     | other  | wait                                                        |
        | main   | worker | helper | WaitForSingleObjectEx(S, INFINITE, TRUE)                    |
        | worker | main   | helper | WaitForMultipleObjects(2, [E, S], FALSE, INFINITE)          |
        | worker | helper | main   | SignalObjectAndWait(E, S, 1000, FALSE)                      |
        | helper | main   | worker | WaitForMultipleObjectsEx(2, [S, worker], FALSE, 1000, TRUE) |

    Scenario: The thread was suspended and resumed before
      Given worker is blocked in SleepEx(INFINITE, TRUE)
      And main calls SuspendThread(worker)
      And main calls ResumeThread(worker)
      And main calls SuspendThread(worker)
      And main calls ResumeThread(worker)
      When main calls TerminateThread(worker, 3)
      And main calls WaitForSingleObject(worker, INFINITE)
      Then this happens on worker, in this order and nothing else:
        | event | what    |
        | calls | SleepEx |
        | exits |         |
      And this happens on main, in this order and nothing else:
        | event   | what                |
        | calls   | SuspendThread       |
        | returns | 0                   |
        | calls   | ResumeThread        |
        | returns | 1                   |
        | calls   | SuspendThread       |
        | returns | 0                   |
        | calls   | ResumeThread        |
        | returns | 1                   |
        | calls   | TerminateThread     |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

  @KERNEL-PROCESS-WAIT-1
  Rule: KERNEL-PROCESS-WAIT-1 A process can be waited for, and its handle may be the pseudo handle

    Scenario: The pseudo handle of the process
      Given main calls p = GetCurrentProcess()
      And main queues APC A to worker
      When main calls WaitForSingleObject(p, 0)
      And worker calls WaitForSingleObjectEx(p, INFINITE, TRUE)
      Then this happens on main, in this order and nothing else:
        | event   | what                |
        | calls   | GetCurrentProcess   |
        | returns | handle              |
        | calls   | QueueUserAPC        |
        | returns | nonzero             |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |
      And this happens on worker, in this order and nothing else:
        | event   | what                  |
        | calls   | WaitForSingleObjectEx |
        | begins  | A                     |
        | ends    | A                     |
        | returns | WAIT_IO_COMPLETION    |

  @KERNEL-SEMAPHORE-ZERO-1
  Rule: KERNEL-SEMAPHORE-ZERO-1 Releasing no unit of a semaphore

    Scenario: A semaphore that is neither empty nor full
      Given a semaphore S with count 1 of at most 2
      When main calls ReleaseSemaphore(S, 0, &before)
      Then what happens on main is recorded
