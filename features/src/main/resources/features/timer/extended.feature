Feature: SetWaitableTimerEx
  SetWaitableTimerEx takes a reason for a wake-up and a delay that the caller tolerates. In all else it is
  SetWaitableTimer.

  @TIMER-EX-1
  Rule: TIMER-EX-1 SetWaitableTimerEx keeps the rules of SetWaitableTimer

    Scenario Outline: The routine runs in an alertable wait of the thread
      Given these objects:
        | name | made by                                          |
        | T    | CreateWaitableTimerW(NULL, <manual-reset>, NULL) |
      When worker calls SetWaitableTimerEx(T, {after: 50}, 0, R, 7, NULL, 0)
      And main calls WaitForSingleObject(T, INFINITE)
      And after it returns, main calls SleepEx(0, TRUE)
      And worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SetWaitableTimerEx |
        | returns | TRUE               |
        | calls   | SleepEx            |
        | begins  | R(7, on time)      |
        | ends    | R                  |
        | returns | WAIT_IO_COMPLETION |
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

    Scenario: The thread sleeps alertably when the timer expires
      Given these objects:
        | name | made by                                |
        | T    | CreateWaitableTimerW(NULL, TRUE, NULL) |
      When worker calls SetWaitableTimerEx(T, {at: 50}, 0, R, 0, NULL, 0)
      And worker calls SleepEx(INFINITE, TRUE)
      And after it returns, worker calls SleepEx(100, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SetWaitableTimerEx |
        | returns | TRUE               |
        | calls   | SleepEx            |
        | begins  | R                  |
        | ends    | R                  |
        | returns | WAIT_IO_COMPLETION |
        | calls   | SleepEx            |
        | returns | 0                  |

    Scenario Outline: The timer is periodic
      Given these objects:
        | name | made by                                          |
        | T    | CreateWaitableTimerW(NULL, <manual-reset>, NULL) |
      When worker calls SetWaitableTimerEx(T, {after: 60}, 400, R, 0, NULL, 0)
      And worker calls SleepEx(INFINITE, TRUE)
      And after it returns, worker calls SleepEx(INFINITE, TRUE)
      And after it returns, worker calls CancelWaitableTimer(T)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SetWaitableTimerEx  |
        | returns | TRUE                |
        | calls   | SleepEx             |
        | begins  | R                   |
        | ends    | R                   |
        | returns | WAIT_IO_COMPLETION  |
        | calls   | SleepEx             |
        | begins  | R                   |
        | ends    | R                   |
        | returns | WAIT_IO_COMPLETION  |
        | calls   | CancelWaitableTimer |
        | returns | TRUE                |

      Examples:
        | manual-reset |
        | TRUE         |
        | FALSE        |

    Scenario: Canceling takes back the queued routine
      Given these objects:
        | name | made by                                |
        | T    | CreateWaitableTimerW(NULL, TRUE, NULL) |
      When worker calls SetWaitableTimerEx(T, {after: 50}, 0, R, 0, NULL, 0)
      And main calls WaitForSingleObject(T, INFINITE)
      And after it returns, main calls SleepEx(0, TRUE)
      And worker calls CancelWaitableTimer(T)
      And worker calls SleepEx(50, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SetWaitableTimerEx  |
        | returns | TRUE                |
        | calls   | CancelWaitableTimer |
        | returns | TRUE                |
        | calls   | SleepEx             |
        | returns | 0                   |

    Scenario Outline: Setting again takes back the queued routine and makes the timer not signaled
      Given these objects:
        | name | made by                                |
        | T    | CreateWaitableTimerW(NULL, TRUE, NULL) |
      When worker calls <first>
      And main calls WaitForSingleObject(T, INFINITE)
      And after it returns, main calls SleepEx(0, TRUE)
      And worker calls SetWaitableTimerEx(T, {after: 60000}, 0, S, 0, NULL, 0)
      And worker calls SleepEx(50, TRUE)
      And after it returns, worker calls WaitForSingleObject(T, 0)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | <first>             |
        | returns | TRUE                |
        | calls   | SetWaitableTimerEx  |
        | returns | TRUE                |
        | calls   | SleepEx             |
        | returns | 0                   |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |

      Examples:
        | first                                                |
        | SetWaitableTimerEx(T, {after: 50}, 0, R, 0, NULL, 0) |
        | SetWaitableTimer(T, {after: 50}, 0, R, 0, FALSE)     |

    Scenario Outline: Without a routine the timer is signaled and nothing is queued
      Given these objects:
        | name | made by                                          |
        | T    | CreateWaitableTimerW(NULL, <manual-reset>, NULL) |
      When worker calls SetWaitableTimerEx(T, {after: 50}, 0, NULL, 0, NULL, 0)
      And worker calls SleepEx(150, TRUE)
      And after it returns, worker calls WaitForSingleObject(T, INFINITE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SetWaitableTimerEx  |
        | returns | TRUE                |
        | calls   | SleepEx             |
        | returns | 0                   |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

      Examples:
        | manual-reset |
        | TRUE         |
        | FALSE        |

    Scenario: A negative period is refused
      Given these objects:
        | name | made by                                |
        | T    | CreateWaitableTimerW(NULL, TRUE, NULL) |
      When worker calls SetWaitableTimerEx(T, {after: 60000}, 0xFFFFFFFF, NULL, 0, NULL, 0)
      And worker calls SetWaitableTimerEx(T, {after: 60000}, 0, NULL, 0, NULL, 0)
      Then this happens on worker, in this order and nothing else:
        | event   | what                                                                |
        | calls   | SetWaitableTimerEx(T, {after: 60000}, 0xFFFFFFFF, NULL, 0, NULL, 0) |
        | returns | FALSE                                                               |
        | calls   | SetWaitableTimerEx(T, {after: 60000}, 0, NULL, 0, NULL, 0)          |
        | returns | TRUE                                                                |

  @TIMER-EX-DELAY-1
  Rule: TIMER-EX-DELAY-1 A tolerable delay does not make a timer expire early

    Scenario Outline: A wait lasts until the due time at least
      Given these objects:
        | name | made by                                          |
        | T    | CreateWaitableTimerW(NULL, <manual-reset>, NULL) |
      When worker calls SetWaitableTimerEx(T, {after: 100}, 0, NULL, 0, NULL, 60)
      And worker calls WaitForSingleObject(T, INFINITE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SetWaitableTimerEx  |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
      And WaitForSingleObject on worker took at least 70 ms

      Examples:
        | manual-reset |
        | TRUE         |
        | FALSE        |
