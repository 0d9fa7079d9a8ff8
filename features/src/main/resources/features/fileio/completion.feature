Feature: Completion routines of reads and writes
  A request goes to the device while its thread goes on. When it has ended, its completion routine waits in the queue of
  the thread that has issued it, as an APC does.

  @FILEIO-QUEUED-1
  Rule: FILEIO-QUEUED-1 A completion routine waits until its thread waits alertably

    Scenario: The thread sleeps without being alertable after the read has ended
      Given these objects:
        | name           | made by     |
        | server, client | a byte pipe |
      When worker calls ReadFileEx(server, buf, 8, &o, R)
      And main calls WriteFile(client, "hello", 5, &n, NULL)
      And the request o has completed
      And worker calls Sleep(0)
      And worker calls SleepEx(0, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | ReadFileEx         |
        | returns | TRUE               |
        | calls   | Sleep              |
        | returns | void               |
        | calls   | SleepEx            |
        | begins  | R                  |
        | ends    | R                  |
        | returns | WAIT_IO_COMPLETION |

  @FILEIO-WAIT-RETURN-1
  Rule: FILEIO-WAIT-RETURN-1 A completion ends the alertable wait of the thread that made the request

    Scenario Outline: The thread waits already
      Given these objects:
        | name           | made by     |
        | server, client | a byte pipe |
      And a manual-reset event E, not signaled
      When worker calls ReadFileEx(server, buf, 8, &o, R)
      And worker is blocked in <wait>
      And main calls WriteFile(client, "hello", 5, &n, NULL)
      And the request o has completed
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | ReadFileEx         |
        | returns | TRUE               |
        | calls   | <function>         |
        | begins  | R                  |
        | ends    | R                  |
        | returns | WAIT_IO_COMPLETION |

      Examples:
        | function                 | wait                                                    |
        | SleepEx                  | SleepEx(INFINITE, TRUE)                                 |
        | WaitForSingleObjectEx    | WaitForSingleObjectEx(E, INFINITE, TRUE)                |
        | WaitForMultipleObjectsEx | WaitForMultipleObjectsEx(1, [E], FALSE, INFINITE, TRUE) |

  @FILEIO-THREAD-1
  Rule: FILEIO-THREAD-1 No thread but the one that made the request runs its completion routine

    Scenario: The thread that has written waits alertably, and then the one that reads
      Given these objects:
        | name           | made by     |
        | server, client | a byte pipe |
      When worker calls ReadFileEx(server, buf, 8, &o, R)
      And main calls WriteFile(client, "hello", 5, &n, NULL)
      And the request o has completed
      And main calls SleepEx(20, TRUE)
      And after it returns, main calls SleepEx(0, TRUE)
      And worker calls SleepEx(0, TRUE)
      Then this happens on main, in this order and nothing else:
        | event   | what      |
        | calls   | WriteFile |
        | returns | TRUE      |
        | calls   | SleepEx   |
        | returns | 0         |
        | calls   | SleepEx   |
        | returns | 0         |
      And this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | ReadFileEx         |
        | returns | TRUE               |
        | calls   | SleepEx            |
        | begins  | R                  |
        | ends    | R                  |
        | returns | WAIT_IO_COMPLETION |

  @FILEIO-ARGS-1
  Rule: FILEIO-ARGS-1 The routine receives status, number of bytes and OVERLAPPED

    Scenario: Of a read
      Given these objects:
        | name           | made by     |
        | server, client | a byte pipe |
      When worker calls ReadFileEx(server, buf, 8, &o, R)
      And main calls WriteFile(client, "hello", 5, &n, NULL)
      And the request o has completed
      And worker calls SleepEx(0, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | ReadFileEx         |
        | returns | TRUE               |
        | calls   | SleepEx            |
        | begins  | R(0, 5, &o)        |
        | ends    | R                  |
        | returns | WAIT_IO_COMPLETION |

    Scenario: Of a write
      Given these objects:
        | name           | made by     |
        | server, client | a byte pipe |
      When worker calls WriteFileEx(server, "hello", 5, &o, W)
      And the request o has completed
      And worker calls SleepEx(0, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | WriteFileEx        |
        | returns | TRUE               |
        | calls   | SleepEx            |
        | begins  | W(0, 5, &o)        |
        | ends    | W                  |
        | returns | WAIT_IO_COMPLETION |

  @FILEIO-DATA-1
  Rule: FILEIO-DATA-1 The data is in the buffer when the routine runs

    Scenario Outline: What was written is read
      Given these objects:
        | name           | made by     |
        | server, client | a byte pipe |
      When worker calls ReadFileEx(server, buf, <room>, &o, R)
      And main calls WriteFile(client, "hello", 5, &n, NULL)
      And the request o has completed
      And worker calls SleepEx(0, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                           |
        | calls   | ReadFileEx                     |
        | returns | TRUE                           |
        | calls   | SleepEx                        |
        | begins  | R(0, <count>, &o), buf = <got> |
        | ends    | R                              |
        | returns | WAIT_IO_COMPLETION             |

      Examples:
        | room | count | got     |
        | 8    | 5     | "hello" |
        | 5    | 5     | "hello" |
        | 3    | 3     | "hel"   |

  @FILEIO-ASYNC-ERROR-1
  Rule: FILEIO-ASYNC-ERROR-1 An operation that fails later runs its routine with the error

    Scenario: The other end is closed while the read is pending
      Given these objects:
        | name           | made by     |
        | server, client | a byte pipe |
      When worker calls ReadFileEx(server, buf, 8, &o, R)
      And main calls CloseHandle(client)
      And the request o has completed
      And worker calls SleepEx(0, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                        |
        | calls   | ReadFileEx                  |
        | returns | TRUE                        |
        | calls   | SleepEx                     |
        | begins  | R(ERROR_BROKEN_PIPE, 0, &o) |
        | ends    | R                           |
        | returns | WAIT_IO_COMPLETION          |

  @FILEIO-ALL-1
  Rule: FILEIO-ALL-1 One alertable wait runs the routine of every completed operation

    Scenario: Two reads have ended
      Given these objects:
        | name           | made by     |
        | server, client | a byte pipe |
      And a manual-reset event E, not signaled
      And a manual-reset event F, not signaled
      And completion routine R calls:
        """
        SetEvent(E)
        """
      And completion routine S calls:
        """
        SetEvent(F)
        """
      When worker calls ReadFileEx(server, buf, 3, &o, R)
      And worker calls ReadFileEx(server, rest, 3, &p, S)
      And main calls WriteFile(client, "hello", 5, &n, NULL)
      And the request o has completed
      And the request p has completed
      And worker calls SleepEx(0, TRUE)
      And main calls WaitForMultipleObjects(2, [E, F], TRUE, 0)
      Then this happens on main, in this order and nothing else:
        | event   | what                   |
        | calls   | WriteFile              |
        | returns | TRUE                   |
        | calls   | WaitForMultipleObjects |
        | returns | WAIT_OBJECT_0          |

  @FILEIO-SYNC-COMPLETE-1
  Rule: FILEIO-SYNC-COMPLETE-1 A routine is queued although its operation completes at once

    Scenario: The data is there when the read is issued
      Given these objects:
        | name           | made by     |
        | server, client | a byte pipe |
      When main calls WriteFile(client, "hello", 5, &n, NULL)
      And worker calls ReadFileEx(server, buf, 8, &o, R)
      And the request o has completed
      And worker calls Sleep(0)
      And worker calls SleepEx(0, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | ReadFileEx         |
        | returns | TRUE               |
        | calls   | Sleep              |
        | returns | void               |
        | calls   | SleepEx            |
        | begins  | R                  |
        | ends    | R                  |
        | returns | WAIT_IO_COMPLETION |

  @FILEIO-CHAIN-1
  Rule: FILEIO-CHAIN-1 A completion routine can make the next request

    Scenario: The routine of the read writes, as that of an echo server does
      Given these objects:
        | name           | made by     |
        | server, client | a byte pipe |
      And a manual-reset event E, not signaled
      And completion routine R calls:
        """
        WriteFileEx(server, "hello", 5, &p, W)
        """
      And completion routine W calls:
        """
        SetEvent(E)
        """
      When worker calls ReadFileEx(server, buf, 8, &o, R)
      And main calls WriteFile(client, "hello", 5, &n, NULL)
      And the request o has completed
      And worker calls SleepEx(INFINITE, TRUE)
      And the request p has completed
      And worker calls SleepEx(20, TRUE)
      And 30 ms pass
      And main calls WaitForSingleObject(E, 0)
      Then this happens on main, in this order and nothing else:
        | event   | what                |
        | calls   | WriteFile           |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

  @FILEIO-FAIL-NOCALL-1
  Rule: FILEIO-FAIL-NOCALL-1 A call that fails never runs its routine

    Scenario: Nobody is at the other end any more
      Given these objects:
        | name           | made by     |
        | server, client | a byte pipe |
      When worker calls ReadFileEx(server, buf, 8, &o, R)
      And main calls CloseHandle(client)
      And the request o has completed
      And worker calls SleepEx(0, TRUE)
      And worker calls ReadFileEx(server, buf, 8, &p, S)
      And worker calls SleepEx(20, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | ReadFileEx         |
        | returns | TRUE               |
        | calls   | SleepEx            |
        | begins  | R                  |
        | ends    | R                  |
        | returns | WAIT_IO_COMPLETION |
        | calls   | ReadFileEx         |
        | returns | FALSE              |
        | calls   | SleepEx            |
        | returns | 0                  |

  @FILEIO-BADHANDLE-1
  Rule: FILEIO-BADHANDLE-1 What is no file can be neither read nor written

    Scenario Outline: The handle is that of an event, or none
      Given these objects:
        | name           | made by     |
        | server, client | a byte pipe |
      And a manual-reset event E, not signaled
      When worker calls <function>(server, <rest>, &o, R)
      And worker calls <function>(<handle>, <rest>, &p, S)
      And main calls WriteFile(client, "hello", 5, &n, NULL)
      And the request o has completed
      And worker calls SleepEx(20, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | <function>         |
        | returns | TRUE               |
        | calls   | <function>         |
        | returns | FALSE              |
        | calls   | SleepEx            |
        | begins  | R                  |
        | ends    | R                  |
        | returns | WAIT_IO_COMPLETION |

      Examples:
        | function    | handle  | rest       |
        | ReadFileEx  | E       | buf, 8     |
        | ReadFileEx  | invalid | buf, 8     |
        | WriteFileEx | E       | "hello", 5 |
        | WriteFileEx | invalid | "hello", 5 |
