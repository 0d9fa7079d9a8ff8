Feature: Setting a waitable timer again
  A timer that is set again is stopped and starts anew: it is not signaled, it releases nobody by that, and
  its queued routine is taken back.

  @TIMER-SET-NONSIGNALED-1
  Rule: TIMER-SET-NONSIGNALED-1 Setting a timer makes it not signaled

    Scenario: A manual-reset timer has expired
      Given these objects:
        | name | made by                                |
        | T    | CreateWaitableTimerW(NULL, TRUE, NULL) |
      When worker calls SetWaitableTimer(T, {after: 50}, 0, NULL, 0, FALSE)
      And worker calls WaitForSingleObject(T, INFINITE)
      And after it returns, worker calls SetWaitableTimer(T, {after: 60000}, 0, NULL, 0, FALSE)
      And worker calls WaitForSingleObject(T, 50)
      Then this happens on worker, in this order and nothing else:
        | event   | what                                                   |
        | calls   | SetWaitableTimer(T, {after: 50}, 0, NULL, 0, FALSE)    |
        | returns | TRUE                                                   |
        | calls   | WaitForSingleObject(T, INFINITE)                       |
        | returns | WAIT_OBJECT_0                                          |
        | calls   | SetWaitableTimer(T, {after: 60000}, 0, NULL, 0, FALSE) |
        | returns | TRUE                                                   |
        | calls   | WaitForSingleObject(T, 50)                             |
        | returns | WAIT_TIMEOUT                                           |

    Scenario: A synchronization timer has expired and its routine has run
      Given these objects:
        | name | made by                                 |
        | T    | CreateWaitableTimerW(NULL, FALSE, NULL) |
      When worker calls SetWaitableTimer(T, {after: 50}, 0, R, 0, FALSE)
      And worker calls SleepEx(INFINITE, TRUE)
      And after it returns, worker calls SetWaitableTimer(T, {after: 60000}, 0, R, 0, FALSE)
      And worker calls WaitForSingleObject(T, 50)
      Then this happens on worker, in this order and nothing else:
        | event   | what                                                |
        | calls   | SetWaitableTimer(T, {after: 50}, 0, R, 0, FALSE)    |
        | returns | TRUE                                                |
        | calls   | SleepEx                                             |
        | begins  | R                                                   |
        | ends    | R                                                   |
        | returns | WAIT_IO_COMPLETION                                  |
        | calls   | SetWaitableTimer(T, {after: 60000}, 0, R, 0, FALSE) |
        | returns | TRUE                                                |
        | calls   | WaitForSingleObject                                 |
        | returns | WAIT_TIMEOUT                                        |

    Scenario: A periodic manual-reset timer is signaled and active
      Given these objects:
        | name | made by                                |
        | T    | CreateWaitableTimerW(NULL, TRUE, NULL) |
      When worker calls SetWaitableTimer(T, {after: 50}, 60000, NULL, 0, FALSE)
      And worker calls WaitForSingleObject(T, INFINITE)
      And after it returns, worker calls SetWaitableTimer(T, {after: 60000}, 60000, NULL, 0, FALSE)
      And worker calls WaitForSingleObject(T, 50)
      Then this happens on worker, in this order and nothing else:
        | event   | what                                                       |
        | calls   | SetWaitableTimer(T, {after: 50}, 60000, NULL, 0, FALSE)    |
        | returns | TRUE                                                       |
        | calls   | WaitForSingleObject(T, INFINITE)                           |
        | returns | WAIT_OBJECT_0                                              |
        | calls   | SetWaitableTimer(T, {after: 60000}, 60000, NULL, 0, FALSE) |
        | returns | TRUE                                                       |
        | calls   | WaitForSingleObject(T, 50)                                 |
        | returns | WAIT_TIMEOUT                                               |

  @TIMER-RESET-STOPS-1
  Rule: TIMER-RESET-STOPS-1 A timer that is set again expires at its new due time only

    Scenario Outline: The new due time is later
      Given these objects:
        | name | made by                                          |
        | T    | CreateWaitableTimerW(NULL, <manual-reset>, NULL) |
      When worker calls SetWaitableTimer(T, {after: 150}, 0, R, 0, FALSE)
      And worker calls SetWaitableTimer(T, {after: 350}, 0, S, 0, FALSE)
      And worker calls SleepEx(250, TRUE)
      And after it returns, worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                                              |
        | calls   | SetWaitableTimer(T, {after: 150}, 0, R, 0, FALSE) |
        | returns | TRUE                                              |
        | calls   | SetWaitableTimer(T, {after: 350}, 0, S, 0, FALSE) |
        | returns | TRUE                                              |
        | calls   | SleepEx(250, TRUE)                                |
        | returns | 0                                                 |
        | calls   | SleepEx(INFINITE, TRUE)                           |
        | begins  | S                                                 |
        | ends    | S                                                 |
        | returns | WAIT_IO_COMPLETION                                |

      Examples:
        | manual-reset |
        | TRUE         |
        | FALSE        |

    Scenario Outline: The new due time is earlier
      Given these objects:
        | name | made by                                          |
        | T    | CreateWaitableTimerW(NULL, <manual-reset>, NULL) |
      When worker calls SetWaitableTimer(T, {after: 60000}, 0, R, 0, FALSE)
      And worker calls SetWaitableTimer(T, {after: 50}, 0, S, 0, FALSE)
      And worker calls SleepEx(INFINITE, TRUE)
      And after it returns, worker calls SleepEx(50, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                                                |
        | calls   | SetWaitableTimer(T, {after: 60000}, 0, R, 0, FALSE) |
        | returns | TRUE                                                |
        | calls   | SetWaitableTimer(T, {after: 50}, 0, S, 0, FALSE)    |
        | returns | TRUE                                                |
        | calls   | SleepEx                                             |
        | begins  | S                                                   |
        | ends    | S                                                   |
        | returns | WAIT_IO_COMPLETION                                  |
        | calls   | SleepEx                                             |
        | returns | 0                                                   |

      Examples:
        | manual-reset |
        | TRUE         |
        | FALSE        |

    Scenario: The timer was periodic and is no more
      Given these objects:
        | name | made by                                |
        | T    | CreateWaitableTimerW(NULL, TRUE, NULL) |
      When worker calls SetWaitableTimer(T, {after: 60000}, 50, R, 0, FALSE)
      And worker calls SetWaitableTimer(T, {after: 50}, 0, R, 0, FALSE)
      And worker calls SleepEx(INFINITE, TRUE)
      And after it returns, worker calls SleepEx(150, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                                                 |
        | calls   | SetWaitableTimer(T, {after: 60000}, 50, R, 0, FALSE) |
        | returns | TRUE                                                 |
        | calls   | SetWaitableTimer(T, {after: 50}, 0, R, 0, FALSE)     |
        | returns | TRUE                                                 |
        | calls   | SleepEx                                              |
        | begins  | R                                                    |
        | ends    | R                                                    |
        | returns | WAIT_IO_COMPLETION                                   |
        | calls   | SleepEx                                              |
        | returns | 0                                                    |

    Scenario: Another thread sets a timer that has no routine
      Given these objects:
        | name | made by                                |
        | T    | CreateWaitableTimerW(NULL, TRUE, NULL) |
      When helper calls SetWaitableTimer(T, {after: 60000}, 0, NULL, 0, FALSE)
      And worker calls SetWaitableTimer(T, {after: 50}, 0, R, 0, FALSE)
      And worker calls SleepEx(INFINITE, TRUE)
      Then this happens on helper, in this order and nothing else:
        | event   | what             |
        | calls   | SetWaitableTimer |
        | returns | TRUE             |
      And this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SetWaitableTimer   |
        | returns | TRUE               |
        | calls   | SleepEx            |
        | begins  | R                  |
        | ends    | R                  |
        | returns | WAIT_IO_COMPLETION |

    Scenario Outline: Its own routine sets it again
      Given these objects:
        | name | made by                                          |
        | T    | CreateWaitableTimerW(NULL, <manual-reset>, NULL) |
      And timer routine R calls:
        """
        SetWaitableTimer(T, {after: 200}, 0, S, 5, FALSE)
        WaitForSingleObject(T, 0)
        """
      When worker calls SetWaitableTimer(T, {after: 50}, <period>, R, 0, FALSE)
      And worker calls SleepEx(INFINITE, TRUE)
      And after it returns, worker calls SleepEx(INFINITE, TRUE)
      And after it returns, worker calls SleepEx(150, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                                                    |
        | calls   | SetWaitableTimer(T, {after: 50}, <period>, R, 0, FALSE) |
        | returns | TRUE                                                    |
        | calls   | SleepEx                                                 |
        | begins  | R                                                       |
        | calls   | SetWaitableTimer(T, {after: 200}, 0, S, 5, FALSE)       |
        | returns | TRUE                                                    |
        | calls   | WaitForSingleObject                                     |
        | returns | WAIT_TIMEOUT                                            |
        | ends    | R                                                       |
        | returns | WAIT_IO_COMPLETION                                      |
        | calls   | SleepEx                                                 |
        | begins  | S                                                       |
        | ends    | S                                                       |
        | returns | WAIT_IO_COMPLETION                                      |
        | calls   | SleepEx                                                 |
        | returns | 0                                                       |

      Examples:
        | manual-reset | period |
        | TRUE         | 0      |
        | FALSE        | 100    |

  @TIMER-RESET-WAITERS-1
  Rule: TIMER-RESET-WAITERS-1 Setting an active timer again does not signal it

    Scenario Outline: A waiting thread is released by the new due time
      Given these objects:
        | name | made by                                          |
        | T    | CreateWaitableTimerW(NULL, <manual-reset>, NULL) |
      When main calls SetWaitableTimer(T, {after: 60000}, 0, NULL, 0, FALSE)
      And worker is blocked in WaitForSingleObject(T, INFINITE)
      And main calls SetWaitableTimer(T, {after: 150}, 0, NULL, 0, FALSE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
      And WaitForSingleObject on worker took at least 100 ms

      Examples:
        | manual-reset |
        | TRUE         |
        | FALSE        |

    Scenario Outline: A waiting thread goes on waiting
      Given these objects:
        | name | made by                                          |
        | T    | CreateWaitableTimerW(NULL, <manual-reset>, NULL) |
      When main calls SetWaitableTimer(T, {after: 60000}, <period>, NULL, 0, FALSE)
      And worker calls WaitForSingleObject(T, 100)
      And main calls SetWaitableTimer(T, {after: 60000}, 0, NULL, 0, FALSE)
      And after it returns, worker calls WaitForSingleObject(T, 0)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |
      And this happens on main, in this order and nothing else:
        | event   | what                                                          |
        | calls   | SetWaitableTimer(T, {after: 60000}, <period>, NULL, 0, FALSE) |
        | returns | TRUE                                                          |
        | calls   | SetWaitableTimer(T, {after: 60000}, 0, NULL, 0, FALSE)        |
        | returns | TRUE                                                          |

      Examples:
        | manual-reset | period |
        | TRUE         | 0      |
        | FALSE        | 0      |
        | TRUE         | 1000   |

  @TIMER-RESET-CANCELS-APC-1
  Rule: TIMER-RESET-CANCELS-APC-1 Setting a timer again takes back its queued routine

    Scenario Outline: The timer has expired
      Given these objects:
        | name | made by                                          |
        | T    | CreateWaitableTimerW(NULL, <manual-reset>, NULL) |
      When worker calls SetWaitableTimer(T, {after: 50}, <period>, R, 0, FALSE)
      And main calls WaitForSingleObject(T, INFINITE)
      And after it returns, main calls SleepEx(0, TRUE)
      And worker calls SetWaitableTimer(T, {after: 60000}, 0, S, 0, FALSE)
      And worker calls SleepEx(50, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                                                    |
        | calls   | SetWaitableTimer(T, {after: 50}, <period>, R, 0, FALSE) |
        | returns | TRUE                                                    |
        | calls   | SetWaitableTimer(T, {after: 60000}, 0, S, 0, FALSE)     |
        | returns | TRUE                                                    |
        | calls   | SleepEx                                                 |
        | returns | 0                                                       |
      And this happens on main, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | SleepEx             |
        | returns | 0                   |

      Examples:
        | manual-reset | period |
        | TRUE         | 0      |
        | FALSE        | 0      |
        | TRUE         | 60000  |
        | FALSE        | 60000  |

    Scenario: The routine of the new setting runs, and that of the former one does not
      Given these objects:
        | name | made by                                |
        | T    | CreateWaitableTimerW(NULL, TRUE, NULL) |
      When worker calls SetWaitableTimer(T, {after: 50}, 0, R, 0, FALSE)
      And main calls WaitForSingleObject(T, INFINITE)
      And after it returns, main calls SleepEx(0, TRUE)
      And worker calls SetWaitableTimer(T, {after: 50}, 0, S, 0, FALSE)
      And worker calls SleepEx(INFINITE, TRUE)
      And after it returns, worker calls SleepEx(50, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                                             |
        | calls   | SetWaitableTimer(T, {after: 50}, 0, R, 0, FALSE) |
        | returns | TRUE                                             |
        | calls   | SetWaitableTimer(T, {after: 50}, 0, S, 0, FALSE) |
        | returns | TRUE                                             |
        | calls   | SleepEx                                          |
        | begins  | S                                                |
        | ends    | S                                                |
        | returns | WAIT_IO_COMPLETION                               |
        | calls   | SleepEx                                          |
        | returns | 0                                                |

    Scenario: An APC and the routine of another timer stay queued
      Given these objects:
        | name | made by                                |
        | T    | CreateWaitableTimerW(NULL, TRUE, NULL) |
        | U    | CreateWaitableTimerW(NULL, TRUE, NULL) |
      And a manual-reset event E, not signaled
      And a manual-reset event F, not signaled
      And a manual-reset event G, not signaled
      And timer routine R calls:
        """
        SetEvent(E)
        """
      And timer routine S calls:
        """
        SetEvent(F)
        """
      And APC routine A calls:
        """
        SetEvent(G)
        """
      When worker calls SetWaitableTimer(T, {after: 50}, 0, R, 0, FALSE)
      And worker calls SetWaitableTimer(U, {after: 100}, 0, S, 0, FALSE)
      And main queues APC A to worker
      And main calls WaitForMultipleObjects(2, [T, U], TRUE, INFINITE)
      And after it returns, main calls SleepEx(0, TRUE)
      And worker calls SetWaitableTimer(T, {after: 60000}, 0, R, 0, FALSE)
      And worker calls SleepEx(INFINITE, TRUE)
      And helper calls WaitForSingleObject(E, 0)
      And helper calls WaitForSingleObject(F, 0)
      And helper calls WaitForSingleObject(G, 0)
      Then this happens on helper, in this order and nothing else:
        | event   | what                      |
        | calls   | WaitForSingleObject(E, 0) |
        | returns | WAIT_TIMEOUT              |
        | calls   | WaitForSingleObject(F, 0) |
        | returns | WAIT_OBJECT_0             |
        | calls   | WaitForSingleObject(G, 0) |
        | returns | WAIT_OBJECT_0             |

  @TIMER-RESET-NULL-1
  Rule: TIMER-RESET-NULL-1 Setting a timer again without a routine leaves none to run

    Scenario Outline: The former routine is queued
      Given these objects:
        | name | made by                                          |
        | T    | CreateWaitableTimerW(NULL, <manual-reset>, NULL) |
      When worker calls SetWaitableTimer(T, {after: 50}, 0, R, 0, FALSE)
      And main calls WaitForSingleObject(T, INFINITE)
      And after it returns, main calls SleepEx(0, TRUE)
      And worker calls SetWaitableTimer(T, {after: 60000}, 0, NULL, 0, FALSE)
      And worker calls SleepEx(50, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                                                   |
        | calls   | SetWaitableTimer(T, {after: 50}, 0, R, 0, FALSE)       |
        | returns | TRUE                                                   |
        | calls   | SetWaitableTimer(T, {after: 60000}, 0, NULL, 0, FALSE) |
        | returns | TRUE                                                   |
        | calls   | SleepEx                                                |
        | returns | 0                                                      |
      And this happens on main, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | SleepEx             |
        | returns | 0                   |

      Examples:
        | manual-reset |
        | TRUE         |
        | FALSE        |

    Scenario Outline: The timer has not expired before
      Given these objects:
        | name | made by                                          |
        | T    | CreateWaitableTimerW(NULL, <manual-reset>, NULL) |
      When worker calls SetWaitableTimer(T, {after: 60000}, 0, R, 0, FALSE)
      And worker calls SetWaitableTimer(T, {after: 50}, 0, NULL, 0, FALSE)
      And worker calls SleepEx(150, TRUE)
      And after it returns, worker calls WaitForSingleObject(T, INFINITE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                                                |
        | calls   | SetWaitableTimer(T, {after: 60000}, 0, R, 0, FALSE) |
        | returns | TRUE                                                |
        | calls   | SetWaitableTimer(T, {after: 50}, 0, NULL, 0, FALSE) |
        | returns | TRUE                                                |
        | calls   | SleepEx                                             |
        | returns | 0                                                   |
        | calls   | WaitForSingleObject                                 |
        | returns | WAIT_OBJECT_0                                       |

      Examples:
        | manual-reset |
        | TRUE         |
        | FALSE        |

  @TIMER-RESET-OTHER-THREAD-1
  Rule: TIMER-RESET-OTHER-THREAD-1 Another thread sets a timer whose routine belongs to the first

    Scenario Outline: The timer is active
      Given these objects:
        | name | made by                                |
        | T    | CreateWaitableTimerW(NULL, TRUE, NULL) |
      When worker calls SetWaitableTimer(T, {after: 100}, 0, R, 0, FALSE)
      And helper calls SetWaitableTimer(T, {after: 200}, 0, <routine>, 0, FALSE)
      And worker calls SleepEx(300, TRUE)
      And helper calls SleepEx(300, TRUE)
      Then what happens on worker is recorded
      And what happens on helper is recorded

      Examples:
        | routine |
        | S       |
        | NULL    |

    Scenario: The timer has expired and the routine is queued
      Given these objects:
        | name | made by                                |
        | T    | CreateWaitableTimerW(NULL, TRUE, NULL) |
      When worker calls SetWaitableTimer(T, {after: 50}, 0, R, 0, FALSE)
      And helper calls WaitForSingleObject(T, INFINITE)
      And after it returns, helper calls SetWaitableTimer(T, {after: 100}, 0, S, 0, FALSE)
      And worker calls SleepEx(50, TRUE)
      And helper calls SleepEx(200, TRUE)
      Then what happens on worker is recorded
      And what happens on helper is recorded
