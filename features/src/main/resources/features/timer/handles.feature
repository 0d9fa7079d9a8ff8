Feature: Handles of waitable timers
  Setting and canceling a timer need TIMER_MODIFY_STATE and a handle of a timer. The timer lives until its
  last handle is closed.

  @TIMER-ACCESS-1
  Rule: TIMER-ACCESS-1 Setting and canceling a timer need TIMER_MODIFY_STATE

    Scenario Outline: A handle to wait with does not set the timer
      Given these objects:
        | name | made by                                          |
        | T    | CreateWaitableTimerW(NULL, <manual-reset>, NULL) |
      And main calls self = GetCurrentProcess()
      And main calls DuplicateHandle(self, T, self, &weak, SYNCHRONIZE, FALSE, 0)
      When worker calls <refused>
      And worker calls WaitForSingleObject(weak, 100)
      And after it returns, worker calls <granted>
      And worker calls WaitForSingleObject(weak, INFINITE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | <refused>           |
        | returns | FALSE               |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |
        | calls   | <granted>           |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

      Examples:
        | manual-reset | refused                                                    | granted                                                 |
        | TRUE         | SetWaitableTimer(weak, {after: 50}, 0, NULL, 0, FALSE)     | SetWaitableTimer(T, {after: 50}, 0, NULL, 0, FALSE)     |
        | FALSE        | SetWaitableTimer(weak, {after: 50}, 0, NULL, 0, FALSE)     | SetWaitableTimer(T, {after: 50}, 0, NULL, 0, FALSE)     |
        | TRUE         | SetWaitableTimerEx(weak, {after: 50}, 0, NULL, 0, NULL, 0) | SetWaitableTimerEx(T, {after: 50}, 0, NULL, 0, NULL, 0) |

    Scenario Outline: A handle to wait with does not cancel the timer
      Given these objects:
        | name | made by                                          |
        | T    | CreateWaitableTimerW(NULL, <manual-reset>, NULL) |
      And main calls self = GetCurrentProcess()
      And main calls DuplicateHandle(self, T, self, &weak, SYNCHRONIZE, FALSE, 0)
      When worker calls SetWaitableTimer(T, {after: 100}, 0, R, 0, FALSE)
      And worker calls CancelWaitableTimer(weak)
      And worker calls SleepEx(INFINITE, TRUE)
      And after it returns, worker calls CancelWaitableTimer(T)
      Then this happens on worker, in this order and nothing else:
        | event   | what                      |
        | calls   | SetWaitableTimer          |
        | returns | TRUE                      |
        | calls   | CancelWaitableTimer(weak) |
        | returns | FALSE                     |
        | calls   | SleepEx                   |
        | begins  | R                         |
        | ends    | R                         |
        | returns | WAIT_IO_COMPLETION        |
        | calls   | CancelWaitableTimer(T)    |
        | returns | TRUE                      |

      Examples:
        | manual-reset |
        | TRUE         |
        | FALSE        |

    Scenario: The right to change the timer is enough, even in the duplicate of a duplicate
      Given these objects:
        | name | made by                                |
        | T    | CreateWaitableTimerW(NULL, TRUE, NULL) |
      And main calls self = GetCurrentProcess()
      And main calls DuplicateHandle(self, T, self, &first, TIMER_MODIFY_STATE, FALSE, 0)
      And main calls DuplicateHandle(self, first, self, &second, TIMER_MODIFY_STATE, FALSE, 0)
      When worker calls SetWaitableTimer(second, {after: 60000}, 0, NULL, 0, FALSE)
      And worker calls CancelWaitableTimer(second)
      And worker calls SetWaitableTimer(second, {after: 50}, 0, R, 0, FALSE)
      And worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SetWaitableTimer    |
        | returns | TRUE                |
        | calls   | CancelWaitableTimer |
        | returns | TRUE                |
        | calls   | SetWaitableTimer    |
        | returns | TRUE                |
        | calls   | SleepEx             |
        | begins  | R                   |
        | ends    | R                   |
        | returns | WAIT_IO_COMPLETION  |

  @TIMER-CREATE-EX-ACCESS-1
  Rule: TIMER-CREATE-EX-ACCESS-1 The handle of CreateWaitableTimerExW has the rights that were asked for

    Scenario: The right to wait
      When main calls weak = CreateWaitableTimerExW(NULL, NULL, CREATE_WAITABLE_TIMER_MANUAL_RESET, SYNCHRONIZE)
      And main calls T = CreateWaitableTimerExW(NULL, NULL, CREATE_WAITABLE_TIMER_MANUAL_RESET, SYNCHRONIZE | TIMER_MODIFY_STATE)
      And main calls SetWaitableTimer(weak, {after: 60000}, 0, NULL, 0, FALSE)
      And main calls SetWaitableTimer(T, {after: 50}, 0, NULL, 0, FALSE)
      And main calls WaitForSingleObject(weak, 0)
      And main calls WaitForSingleObject(T, INFINITE)
      Then this happens on main, in this order and nothing else:
        | event   | what                                                      |
        | calls   | CreateWaitableTimerExW                                    |
        | returns | handle                                                    |
        | calls   | CreateWaitableTimerExW                                    |
        | returns | handle                                                    |
        | calls   | SetWaitableTimer(weak, {after: 60000}, 0, NULL, 0, FALSE) |
        | returns | FALSE                                                     |
        | calls   | SetWaitableTimer(T, {after: 50}, 0, NULL, 0, FALSE)       |
        | returns | TRUE                                                      |
        | calls   | WaitForSingleObject(weak, 0)                              |
        | returns | WAIT_TIMEOUT                                              |
        | calls   | WaitForSingleObject(T, INFINITE)                          |
        | returns | WAIT_OBJECT_0                                             |

    Scenario: The right to change the timer
      When main calls weak = CreateWaitableTimerExW(NULL, NULL, 0, TIMER_MODIFY_STATE)
      And main calls T = CreateWaitableTimerExW(NULL, NULL, 0, TIMER_ALL_ACCESS)
      And main calls SetWaitableTimer(weak, {after: 60000}, 0, NULL, 0, FALSE)
      And main calls WaitForSingleObject(weak, 0)
      And main calls WaitForSingleObject(T, 0)
      Then this happens on main, in this order and nothing else:
        | event   | what                         |
        | calls   | CreateWaitableTimerExW       |
        | returns | handle                       |
        | calls   | CreateWaitableTimerExW       |
        | returns | handle                       |
        | calls   | SetWaitableTimer             |
        | returns | TRUE                         |
        | calls   | WaitForSingleObject(weak, 0) |
        | returns | WAIT_FAILED                  |
        | calls   | WaitForSingleObject(T, 0)    |
        | returns | WAIT_TIMEOUT                 |

  @TIMER-BADHANDLE-1
  Rule: TIMER-BADHANDLE-1 What is no timer can be neither set nor canceled

    Scenario Outline: The same call succeeds for a timer
      Given these objects:
        | name | made by                                |
        | T    | CreateWaitableTimerW(NULL, TRUE, NULL) |
      And a manual-reset event E, not signaled
      When main calls <refused>
      And main calls <granted>
      Then this happens on main, in this order and nothing else:
        | event   | what      |
        | calls   | <refused> |
        | returns | FALSE     |
        | calls   | <granted> |
        | returns | TRUE      |

      Examples:
        | refused                                                       | granted                                                    |
        | SetWaitableTimer(NULL, {after: 60000}, 0, NULL, 0, FALSE)     | SetWaitableTimer(T, {after: 60000}, 0, NULL, 0, FALSE)     |
        | SetWaitableTimer(invalid, {after: 60000}, 0, NULL, 0, FALSE)  | SetWaitableTimer(T, {after: 60000}, 0, NULL, 0, FALSE)     |
        | SetWaitableTimer(E, {after: 60000}, 0, NULL, 0, FALSE)        | SetWaitableTimer(T, {after: 60000}, 0, NULL, 0, FALSE)     |
        | SetWaitableTimer(worker, {after: 60000}, 0, NULL, 0, FALSE)   | SetWaitableTimer(T, {after: 60000}, 0, NULL, 0, FALSE)     |
        | SetWaitableTimerEx(NULL, {after: 60000}, 0, NULL, 0, NULL, 0) | SetWaitableTimerEx(T, {after: 60000}, 0, NULL, 0, NULL, 0) |
        | SetWaitableTimerEx(E, {after: 60000}, 0, NULL, 0, NULL, 0)    | SetWaitableTimerEx(T, {after: 60000}, 0, NULL, 0, NULL, 0) |

    Scenario Outline: Canceling succeeds for a timer that is active
      Given these objects:
        | name | made by                                |
        | T    | CreateWaitableTimerW(NULL, TRUE, NULL) |
      And a manual-reset event E, not signaled
      When main calls SetWaitableTimer(T, {after: 60000}, 0, NULL, 0, FALSE)
      And main calls CancelWaitableTimer(<handle>)
      And main calls CancelWaitableTimer(T)
      Then this happens on main, in this order and nothing else:
        | event   | what                          |
        | calls   | SetWaitableTimer              |
        | returns | TRUE                          |
        | calls   | CancelWaitableTimer(<handle>) |
        | returns | FALSE                         |
        | calls   | CancelWaitableTimer(T)        |
        | returns | TRUE                          |

      Examples:
        | handle  |
        | NULL    |
        | invalid |
        | E       |
        | worker  |

  @TIMER-HANDLES-1
  Rule: TIMER-HANDLES-1 A timer lives until its last handle is closed

    Scenario: The handle that set it is closed and another one is open
      Given main calls T = CreateWaitableTimerW(NULL, TRUE, NULL)
      And main calls self = GetCurrentProcess()
      And main calls DuplicateHandle(self, T, self, &other, SYNCHRONIZE, FALSE, 0)
      When worker calls SetWaitableTimer(T, {after: 100}, 0, R, 0, FALSE)
      And worker calls CloseHandle(T)
      And worker calls SleepEx(INFINITE, TRUE)
      And after it returns, worker calls WaitForSingleObject(other, 100)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SetWaitableTimer    |
        | returns | TRUE                |
        | calls   | CloseHandle         |
        | returns | TRUE                |
        | calls   | SleepEx             |
        | begins  | R                   |
        | ends    | R                   |
        | returns | WAIT_IO_COMPLETION  |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

    Scenario: It is closed while its routine is queued, and another handle is open
      Given main calls T = CreateWaitableTimerW(NULL, FALSE, NULL)
      And main calls self = GetCurrentProcess()
      And main calls DuplicateHandle(self, T, self, &other, SYNCHRONIZE, FALSE, 0)
      When worker calls SetWaitableTimer(T, {after: 50}, 0, R, 0, FALSE)
      And helper calls WaitForSingleObject(other, INFINITE)
      And after it returns, helper calls CloseHandle(T)
      And worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SetWaitableTimer   |
        | returns | TRUE               |
        | calls   | SleepEx            |
        | begins  | R                  |
        | ends    | R                  |
        | returns | WAIT_IO_COMPLETION |
      And this happens on helper, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | CloseHandle         |
        | returns | TRUE                |

    Scenario Outline: One handle of a periodic timer that has expired is closed
      Given main calls T = CreateWaitableTimerW(NULL, <manual-reset>, NULL)
      And main calls self = GetCurrentProcess()
      And main calls DuplicateHandle(self, T, self, &other, SYNCHRONIZE, FALSE, 0)
      When worker calls <set>
      And worker calls SleepEx(INFINITE, TRUE)
      And after it returns, worker calls CloseHandle(T)
      And worker calls SleepEx(INFINITE, TRUE)
      And after it returns, worker calls CloseHandle(other)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | <set>              |
        | returns | TRUE               |
        | calls   | SleepEx            |
        | begins  | R                  |
        | ends    | R                  |
        | returns | WAIT_IO_COMPLETION |
        | calls   | CloseHandle        |
        | returns | TRUE               |
        | calls   | SleepEx            |
        | begins  | R                  |
        | ends    | R                  |
        | returns | WAIT_IO_COMPLETION |
        | calls   | CloseHandle        |
        | returns | TRUE               |

      Examples:
        | manual-reset | set                                                    |
        | TRUE         | SetWaitableTimer(T, {after: 50}, 400, R, 0, FALSE)     |
        | FALSE        | SetWaitableTimerEx(T, {after: 50}, 400, R, 0, NULL, 0) |

  @TIMER-CLOSE-1
  Rule: TIMER-CLOSE-1 The last handle of a timer with a routine is closed

    Scenario Outline: The routine is queued
      Given main calls T = CreateWaitableTimerW(NULL, <manual-reset>, NULL)
      When worker calls SetWaitableTimer(T, {after: 50}, <period>, R, 7, FALSE)
      And main calls WaitForSingleObject(T, INFINITE)
      And after it returns, main calls CloseHandle(T)
      And worker calls SleepEx(50, TRUE)
      Then what happens on main is recorded
      And what happens on worker is recorded

      Examples:
        | manual-reset | period |
        | TRUE         | 0      |
        | FALSE        | 0      |
        | TRUE         | 60000  |

    Scenario Outline: The timer is active
      Given main calls T = CreateWaitableTimerW(NULL, <manual-reset>, NULL)
      When worker calls SetWaitableTimer(T, {after: 100}, 0, R, 7, FALSE)
      And main calls CloseHandle(T)
      And worker calls SleepEx(200, TRUE)
      Then what happens on main is recorded
      And what happens on worker is recorded

      Examples:
        | manual-reset |
        | TRUE         |
        | FALSE        |
