Feature: Suspended threads
  A thread has a suspend count. It runs no code of user mode, and so no APC, while the count is above zero.

  @THREAD-SUSPENDED-NORUN-1
  Rule: THREAD-SUSPENDED-NORUN-1 A suspended thread runs no APCs

    Scenario: An APC that is queued to a suspended waiter does not run
      Given a manual-reset event Later, not signaled
      And APC routine A calls:
        """
        WaitForSingleObject(Later, 0)
        """
      And worker is blocked in SleepEx(INFINITE, TRUE)
      And main calls SuspendThread(worker)
      When main queues APC A to worker
      And 20 ms pass
      And main calls SetEvent(Later)
      And main calls ResumeThread(worker)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SleepEx             |
        | begins  | A                   |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | ends    | A                   |
        | returns | WAIT_IO_COMPLETION  |

    Scenario: It runs when the thread is resumed
      Given worker is blocked in SleepEx(INFINITE, TRUE)
      And main calls SuspendThread(worker)
      And main queues APC A to worker
      When main calls ResumeThread(worker)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

    Scenario: One resume of a thread that was suspended twice does not let the APC run
      Given a manual-reset event Later, not signaled
      And APC routine A calls:
        """
        WaitForSingleObject(Later, 0)
        """
      And worker is blocked in SleepEx(INFINITE, TRUE)
      And main calls SuspendThread(worker)
      And main calls SuspendThread(worker)
      And main queues APC A to worker
      When main calls ResumeThread(worker)
      And 20 ms pass
      And main calls SetEvent(Later)
      And main calls ResumeThread(worker)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SleepEx             |
        | begins  | A                   |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | ends    | A                   |
        | returns | WAIT_IO_COMPLETION  |

    Scenario: The second resume of a thread that was suspended twice lets the APC run
      Given worker is blocked in SleepEx(INFINITE, TRUE)
      And main calls SuspendThread(worker)
      And main calls SuspendThread(worker)
      And main queues APC A to worker
      When main calls ResumeThread(worker)
      And main calls ResumeThread(worker)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

    Scenario: An APC that is queued to a thread created suspended does not run
      Given worker is created suspended
      And a manual-reset event Ran, not signaled
      And APC routine A calls:
        """
        SetEvent(Ran)
        """
      And main queues APC A to worker
      And 20 ms pass
      When main calls WaitForSingleObject(Ran, 0)
      And helper calls ResumeThread(worker)
      And worker calls SleepEx(0, TRUE)
      And main calls WaitForSingleObject(Ran, 0)
      Then this happens on main, in this order and nothing else:
        | event   | what                |
        | calls   | QueueUserAPC        |
        | returns | nonzero             |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

    Scenario Outline: Several APCs run in their order when the waiter is resumed
      Given a manual-reset event E, not signaled
      And a manual-reset event G, not signaled
      And a semaphore S with count 0 of at most 1
      And helper queues APC C to helper2
      And <thread> is blocked in <wait>
      And helper calls SuspendThread(<thread>)
      And helper queues APCs A, A, B to <thread>
      When helper calls ResumeThread(<thread>)
      Then this happens on <thread>, in this order and nothing else:
        | event   | what               |
        | calls   | <wait>             |
        | begins  | A                  |
        | ends    | A                  |
        | begins  | A                  |
        | ends    | A                  |
        | begins  | B                  |
        | ends    | B                  |
        | returns | WAIT_IO_COMPLETION |

      Examples:
        | thread | wait                                                       |
        | main   | SleepEx(INFINITE, TRUE)                                    |
        | worker | WaitForSingleObjectEx(E, 1000, TRUE)                       |
        | worker | WaitForMultipleObjectsEx(2, [E, S], FALSE, INFINITE, TRUE) |
        | worker | WaitForMultipleObjectsEx(2, [S, G], TRUE, 1000, TRUE)      |
        | worker | SignalObjectAndWait(G, E, INFINITE, TRUE)                  |

    Scenario: A routine suspends its thread while others are queued
      Given APC routine A calls:
        """
        SuspendThread(worker)
        """
      And main queues APC D to helper
      And main queues APCs A, B, C to worker
      When worker calls SleepEx(INFINITE, TRUE)
      And main calls ResumeThread(worker)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | A                  |
        | calls   | SuspendThread      |
        | returns | 0                  |
        | ends    | A                  |
        | begins  | B                  |
        | ends    | B                  |
        | begins  | C                  |
        | ends    | C                  |
        | returns | WAIT_IO_COMPLETION |

  @THREAD-SUSPEND-COUNT-1
  Rule: THREAD-SUSPEND-COUNT-1 Suspensions nest

    Scenario: Two suspensions are undone by two resumes
      When main calls SuspendThread(worker)
      And main calls SuspendThread(worker)
      And main calls ResumeThread(worker)
      And main calls ResumeThread(worker)
      And main calls ResumeThread(worker)
      Then this happens on main, in this order and nothing else:
        | event   | what          |
        | calls   | SuspendThread |
        | returns | 0             |
        | calls   | SuspendThread |
        | returns | 1             |
        | calls   | ResumeThread  |
        | returns | 2             |
        | calls   | ResumeThread  |
        | returns | 1             |
        | calls   | ResumeThread  |
        | returns | 0             |

    Scenario: The creation in a suspended state counts as a suspension
      Given a manual-reset event Later, not signaled
      And thread routine R calls:
        """
        WaitForSingleObject(Later, 0)
        """
      And helper calls t = CreateThread(NULL, 0, R, 0, CREATE_SUSPENDED, NULL)
      When main calls SuspendThread(t)
      And main calls ResumeThread(t)
      And 20 ms pass
      And helper calls SetEvent(Later)
      And main calls ResumeThread(t)
      Then this happens on main, in this order and nothing else:
        | event   | what          |
        | calls   | SuspendThread |
        | returns | 1             |
        | calls   | ResumeThread  |
        | returns | 2             |
        | calls   | ResumeThread  |
        | returns | 1             |
      And this happens on t, in this order and nothing else:
        | event   | what                |
        | starts  | R                   |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | exits   |                     |

    Scenario: The thread starts with the last of two resumes
      Given worker is created suspended
      When main calls SuspendThread(worker)
      And main calls ResumeThread(worker)
      And main calls ResumeThread(worker)
      Then this happens on main, in this order and nothing else:
        | event   | what          |
        | calls   | SuspendThread |
        | returns | 1             |
        | calls   | ResumeThread  |
        | returns | 2             |
        | calls   | ResumeThread  |
        | returns | 1             |
      And this happens on worker, in this order and nothing else:
        | event  | what |
        | starts |      |

    Scenario: Two threads that suspend at the same time are both counted
      When these calls are made at the same time:
        | main                  | helper                |
        | SuspendThread(worker) | SuspendThread(worker) |
      Then every outcome is one of:
        | main      | helper    | why                    |
        | returns 0 | returns 1 | main suspended first   |
        | returns 1 | returns 0 | helper suspended first |

    Scenario: A thread is suspended and resumed time and again
      When main calls SuspendThread(worker)
      And main calls ResumeThread(worker)
      And main calls SuspendThread(worker)
      And main calls ResumeThread(worker)
      And main calls SuspendThread(worker)
      And main calls ResumeThread(worker)
      And worker calls SleepEx(0, TRUE)
      Then this happens on main, in this order and nothing else:
        | event   | what          |
        | calls   | SuspendThread |
        | returns | 0             |
        | calls   | ResumeThread  |
        | returns | 1             |
        | calls   | SuspendThread |
        | returns | 0             |
        | calls   | ResumeThread  |
        | returns | 1             |
        | calls   | SuspendThread |
        | returns | 0             |
        | calls   | ResumeThread  |
        | returns | 1             |
      And this happens on worker, in this order and nothing else:
        | event   | what    |
        | calls   | SleepEx |
        | returns | 0       |

    Scenario: A thread that is suspended twice in a wait goes on with it after two resumes
      Given a manual-reset event E, not signaled
      And worker is blocked in WaitForSingleObject(E, INFINITE)
      When main calls SuspendThread(worker)
      And main calls SuspendThread(worker)
      And main calls ResumeThread(worker)
      And main calls ResumeThread(worker)
      And main calls SetEvent(E)
      Then this happens on main, in this order and nothing else:
        | event   | what          |
        | calls   | SuspendThread |
        | returns | 0             |
        | calls   | SuspendThread |
        | returns | 1             |
        | calls   | ResumeThread  |
        | returns | 2             |
        | calls   | ResumeThread  |
        | returns | 1             |
        | calls   | SetEvent      |
        | returns | TRUE          |
      And this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

    Scenario Outline: Four suspensions of a waiter are undone by four resumes, whatever ended its last wait
      Given a manual-reset event E, not signaled
      And a manual-reset event H, signaled
      And a manual-reset event Ran, not signaled
      And APC routine A calls:
        """
        SetEvent(Ran)
        """
      And <other> calls ResetEvent(E)
      And <other> queues APC A to <thread>
      And <thread> calls SleepEx(0, TRUE)
      And <thread> calls <before>
      And <thread> is blocked in <wait>
      When <by> calls SuspendThread(<thread>)
      And <by> calls SuspendThread(<thread>)
      And <other> queues APCs A, B to <thread>
      And <by> calls SuspendThread(<thread>)
      And <by> calls SuspendThread(<thread>)
      And <by> calls ResumeThread(<thread>)
      And <by> calls ResumeThread(<thread>)
      And <by> calls ResumeThread(<thread>)
      And <by> calls ResumeThread(<thread>)
      And <by> calls ResumeThread(<thread>)
      And <by> calls WaitForSingleObject(Ran, 0)
      Then this happens on <by>, in this order and nothing else:
        | event   | what                |
        | calls   | SuspendThread       |
        | returns | 0                   |
        | calls   | SuspendThread       |
        | returns | 1                   |
        | calls   | SuspendThread       |
        | returns | 2                   |
        | calls   | SuspendThread       |
        | returns | 3                   |
        | calls   | ResumeThread        |
        | returns | 4                   |
        | calls   | ResumeThread        |
        | returns | 3                   |
        | calls   | ResumeThread        |
        | returns | 2                   |
        | calls   | ResumeThread        |
        | returns | 1                   |
        | calls   | ResumeThread        |
        | returns | 0                   |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

      Examples:
        | thread | by     | other  | before                    | wait                             |
        | main   | worker | helper | Sleep(0)                  | WaitForSingleObject(E, INFINITE) |
        | worker | helper | main   | WaitForSingleObject(H, 0) | WaitForSingleObject(E, INFINITE) |
        | helper | worker | main   | SetEvent(H)               | SleepEx(INFINITE, FALSE)         |
        | helper | main   | worker | SetEvent(H)               | SleepEx(INFINITE, TRUE)          |

    Scenario Outline: A waiter that is resumed goes on with what was signaled meanwhile
      Given a manual-reset event E, not signaled
      And a semaphore S with count 0 of at most 2
      And a semaphore T with count 1 of at most 1
      And <thread> is blocked in <wait>
      And helper calls SuspendThread(<thread>)
      And helper calls ReleaseSemaphore(S, 1, NULL)
      When helper calls ResumeThread(<thread>)
      And helper calls WaitForSingleObject(S, 0)
      And helper calls WaitForSingleObject(T, 0)
      Then this happens on <thread>, in this order and nothing else:
        | event   | what     |
        | calls   | <wait>   |
        | returns | <result> |
      And this happens on helper, in this order and nothing else:
        | event   | what                |
        | calls   | SuspendThread       |
        | returns | 0                   |
        | calls   | ReleaseSemaphore    |
        | returns | TRUE                |
        | calls   | ResumeThread        |
        | returns | 1                   |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |
        | calls   | WaitForSingleObject |
        | returns | <other>             |

      Examples:
        | thread | wait                                                  | result               | other         |
        | main   | WaitForSingleObject(S, INFINITE)                      | WAIT_OBJECT_0        | WAIT_OBJECT_0 |
        | worker | WaitForSingleObjectEx(S, 1000, TRUE)                  | WAIT_OBJECT_0        | WAIT_OBJECT_0 |
        | worker | WaitForMultipleObjects(2, [E, S], FALSE, INFINITE)    | WAIT_OBJECT_0 + 1    | WAIT_OBJECT_0 |
        | worker | WaitForMultipleObjectsEx(2, [T, S], TRUE, 1000, TRUE) | WAIT_OBJECT_0 + 0..1 | WAIT_TIMEOUT  |
        | worker | SignalObjectAndWait(E, S, INFINITE, FALSE)            | WAIT_OBJECT_0        | WAIT_OBJECT_0 |

    Scenario: A thread is suspended twice in a routine
      Given a manual-reset event E, not signaled
      And APC routine A calls:
        """
        WaitForSingleObject(E, INFINITE)
        """
      And main queues APC A to worker
      And worker calls SleepEx(0, TRUE)
      When main calls SuspendThread(worker)
      And main calls SuspendThread(worker)
      And main calls ResumeThread(worker)
      And main calls ResumeThread(worker)
      And main calls ResumeThread(worker)
      And main calls SetEvent(E)
      Then this happens on main, in this order and nothing else:
        | event   | what          |
        | calls   | QueueUserAPC  |
        | returns | nonzero       |
        | calls   | SuspendThread |
        | returns | 0             |
        | calls   | SuspendThread |
        | returns | 1             |
        | calls   | ResumeThread  |
        | returns | 2             |
        | calls   | ResumeThread  |
        | returns | 1             |
        | calls   | ResumeThread  |
        | returns | 0             |
        | calls   | SetEvent      |
        | returns | TRUE          |
      And this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SleepEx             |
        | begins  | A                   |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | ends    | A                   |
        | returns | WAIT_IO_COMPLETION  |

  @THREAD-SUSPEND-RETURN-1
  Rule: THREAD-SUSPEND-RETURN-1 SuspendThread returns the previous suspend count

    Scenario: A running thread had the count zero
      When main calls SuspendThread(worker)
      Then this happens on main, in this order and nothing else:
        | event   | what                  |
        | calls   | SuspendThread(worker) |
        | returns | 0                     |

    Scenario: A thread created suspended had the count one
      Given worker is created suspended
      When main calls SuspendThread(worker)
      Then this happens on main, in this order and nothing else:
        | event   | what                  |
        | calls   | SuspendThread(worker) |
        | returns | 1                     |

    Scenario Outline: It fails for what is not a thread
      Given a manual-reset event E, not signaled
      When main calls SuspendThread(<handle>)
      And main calls SuspendThread(worker)
      Then this happens on main, in this order and nothing else:
        | event   | what          |
        | calls   | SuspendThread |
        | returns | 0xFFFFFFFF    |
        | calls   | SuspendThread |
        | returns | 0             |

      Examples:
        | handle  |
        | NULL    |
        | invalid |
        | E       |

    Scenario: It fails without the right to suspend
      Given main calls h = OpenThread(SYNCHRONIZE, FALSE, id of worker)
      When main calls SuspendThread(h)
      And main calls SuspendThread(worker)
      Then this happens on main, in this order and nothing else:
        | event   | what          |
        | calls   | OpenThread    |
        | returns | handle        |
        | calls   | SuspendThread |
        | returns | 0xFFFFFFFF    |
        | calls   | SuspendThread |
        | returns | 0             |

    Scenario: The 128th suspension fails and leaves the count alone
      Given APC routine Suspend calls:
        """
        SuspendThread(worker)
        """
      And APC routine Resume calls:
        """
        ResumeThread(worker)
        """
      And helper queues APCs Suspend(1..127) to helper
      And helper calls SleepEx(100, TRUE)
      When main calls SuspendThread(worker)
      And helper queues APCs Resume(1..126) to helper
      And helper calls SleepEx(100, TRUE)
      And main calls ResumeThread(worker)
      Then this happens on main, in this order and nothing else:
        | event   | what          |
        | calls   | SuspendThread |
        | returns | 0xFFFFFFFF    |
        | calls   | ResumeThread  |
        | returns | 1             |

    Scenario: A thread suspends itself
      When worker calls SuspendThread(worker)
      And main calls ResumeThread(worker)
      Then this happens on worker, in this order and nothing else:
        | event   | what          |
        | calls   | SuspendThread |
        | returns | 0             |
      And this happens on main, in this order and nothing else:
        | event   | what         |
        | calls   | ResumeThread |
        | returns | 1            |

    Scenario: A routine that suspends its own thread is told zero once the thread is resumed
      Given APC routine A calls:
        """
        SuspendThread(worker)
        """
      And main queues APC A to worker
      When worker calls SleepEx(0, TRUE)
      And main calls ResumeThread(worker)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | A                  |
        | calls   | SuspendThread      |
        | returns | 0                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |
      And this happens on main, in this order and nothing else:
        | event   | what         |
        | calls   | QueueUserAPC |
        | returns | nonzero      |
        | calls   | ResumeThread |
        | returns | 1            |

    Scenario: The right to suspend is enough
      Given main calls h = OpenThread(THREAD_SUSPEND_RESUME, FALSE, id of worker)
      When main calls SuspendThread(h)
      And main calls SuspendThread(worker)
      Then this happens on main, in this order and nothing else:
        | event   | what                  |
        | calls   | OpenThread            |
        | returns | handle                |
        | calls   | SuspendThread(h)      |
        | returns | 0                     |
        | calls   | SuspendThread(worker) |
        | returns | 1                     |

  @THREAD-RESUME-COUNT-1
  Rule: THREAD-RESUME-COUNT-1 ResumeThread returns the previous suspend count

    Scenario: The first resume of a thread created suspended returns one and the second zero
      Given worker is created suspended
      When main calls ResumeThread(worker)
      And main calls ResumeThread(worker)
      Then this happens on main, in this order and nothing else:
        | event   | what         |
        | calls   | ResumeThread |
        | returns | 1            |
        | calls   | ResumeThread |
        | returns | 0            |
      And this happens on worker, in this order and nothing else:
        | event  | what |
        | starts |      |

    Scenario: More than one means that the thread stays suspended
      Given a manual-reset event Later, not signaled
      And thread routine R calls:
        """
        WaitForSingleObject(Later, 0)
        """
      And helper calls t = CreateThread(NULL, 0, R, 0, CREATE_SUSPENDED, NULL)
      And helper calls SuspendThread(t)
      When main calls ResumeThread(t)
      And 20 ms pass
      And helper calls SetEvent(Later)
      And main calls ResumeThread(t)
      Then this happens on main, in this order and nothing else:
        | event   | what         |
        | calls   | ResumeThread |
        | returns | 2            |
        | calls   | ResumeThread |
        | returns | 1            |
      And this happens on t, in this order and nothing else:
        | event   | what                |
        | starts  | R                   |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | exits   |                     |

    Scenario Outline: It fails for what is no handle
      When main calls ResumeThread(<handle>)
      And main calls ResumeThread(worker)
      Then this happens on main, in this order and nothing else:
        | event   | what         |
        | calls   | ResumeThread |
        | returns | 0xFFFFFFFF   |
        | calls   | ResumeThread |
        | returns | 0            |

      Examples:
        | handle  |
        | NULL    |
        | invalid |

    Scenario: It fails without the right to resume
      Given worker is created suspended
      And main calls h = OpenThread(SYNCHRONIZE, FALSE, id of worker)
      When main calls ResumeThread(h)
      And main calls ResumeThread(worker)
      Then this happens on main, in this order and nothing else:
        | event   | what         |
        | calls   | OpenThread   |
        | returns | handle       |
        | calls   | ResumeThread |
        | returns | 0xFFFFFFFF   |
        | calls   | ResumeThread |
        | returns | 1            |

    Scenario Outline: A thread that is not suspended has the count zero
      Given worker is blocked in SleepEx(INFINITE, FALSE)
      When main calls ResumeThread(<thread>)
      Then this happens on main, in this order and nothing else:
        | event   | what         |
        | calls   | ResumeThread |
        | returns | 0            |

      Examples:
        | thread |
        | main   |
        | worker |

    Scenario: The right to resume is enough
      Given worker is created suspended
      And main calls h = OpenThread(THREAD_SUSPEND_RESUME, FALSE, id of worker)
      When main calls ResumeThread(h)
      And main calls ResumeThread(worker)
      Then this happens on main, in this order and nothing else:
        | event   | what                 |
        | calls   | OpenThread           |
        | returns | handle               |
        | calls   | ResumeThread(h)      |
        | returns | 1                    |
        | calls   | ResumeThread(worker) |
        | returns | 0                    |

  @THREAD-SUSPENSION-REFUSED-1
  Rule: THREAD-SUSPENSION-REFUSED-1 A suspension or a resume that fails changes nothing

    Scenario: The right to suspend is missing
      Given main calls h = OpenThread(SYNCHRONIZE, FALSE, id of worker)
      And main calls SuspendThread(h)
      When main calls ResumeThread(worker)
      And main calls SuspendThread(worker)
      Then this happens on main, in this order and nothing else:
        | event   | what                  |
        | calls   | OpenThread            |
        | returns | handle                |
        | calls   | SuspendThread(h)      |
        | returns | 0xFFFFFFFF            |
        | calls   | ResumeThread(worker)  |
        | returns | 0                     |
        | calls   | SuspendThread(worker) |
        | returns | 0                     |

    Scenario: The right to resume is missing
      Given worker is created suspended
      And main calls h = OpenThread(SYNCHRONIZE, FALSE, id of worker)
      When main calls ResumeThread(h)
      And main calls ResumeThread(worker)
      Then this happens on main, in this order and nothing else:
        | event   | what         |
        | calls   | OpenThread   |
        | returns | handle       |
        | calls   | ResumeThread |
        | returns | 0xFFFFFFFF   |
        | calls   | ResumeThread |
        | returns | 1            |
      And this happens on worker, in this order and nothing else:
        | event  | what |
        | starts |      |

  @THREAD-SUSPENDED-WAIT-1
  Rule: THREAD-SUSPENDED-WAIT-1 What ends the wait of a suspended thread

    Scenario: An APC comes, then the object is signaled, then the thread is resumed
      Given an auto-reset event F, not signaled
      And worker is blocked in WaitForSingleObjectEx(F, INFINITE, TRUE)
      And main calls SuspendThread(worker)
      When main queues APC A to worker
      And main calls SetEvent(F)
      And main calls ResumeThread(worker)
      And worker calls SleepEx(0, TRUE)
      And main calls WaitForSingleObject(F, 0)
      Then what happens on worker is recorded
      And what happens on main is recorded

    Scenario: The object is signaled, and another thread takes it before the thread is resumed
      Given an auto-reset event F, not signaled
      And worker is blocked in WaitForSingleObjectEx(F, INFINITE, TRUE)
      And main calls SuspendThread(worker)
      When main calls SetEvent(F)
      And main calls WaitForSingleObject(F, 0)
      And main calls ResumeThread(worker)
      Then what happens on worker is recorded
      And what happens on main is recorded

  @THREAD-SUSPEND-LATER-1
  Rule: THREAD-SUSPEND-LATER-1 A suspension may take effect after SuspendThread has returned

    Scenario: Another thread looks twice for what the suspended thread does
      Given a manual-reset event E, not signaled
      When these calls are made at the same time:
        | main                      | worker      |
        | SuspendThread(worker)     | SetEvent(E) |
        | WaitForSingleObject(E, 0) |             |
        | WaitForSingleObject(E, 0) |             |
      Then what happens on main is recorded

  @THREAD-ENDED-COUNT-1
  Rule: THREAD-ENDED-COUNT-1 The suspend count of a thread that has ended

    Scenario: A thread created suspended is terminated, resumed and suspended
      Given worker is created suspended
      When main calls TerminateThread(worker, 3)
      And main calls ResumeThread(worker)
      And main calls SuspendThread(worker)
      Then what happens on main is recorded
