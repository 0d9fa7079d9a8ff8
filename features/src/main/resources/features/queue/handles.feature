Feature: The handle that QueueUserAPC needs
  The handle must be that of a thread and carry the right THREAD_SET_CONTEXT. With any other handle
  the call fails and queues nothing.

  @QUEUE-ACCESS-1
  Rule: QUEUE-ACCESS-1 The handle needs THREAD_SET_CONTEXT

    Scenario Outline: A handle with one other right
      When main calls h = OpenThread(<right>, FALSE, id of worker)
      And main calls QueueUserAPC(A, h, 0)
      And main calls QueueUserAPC(B, worker, 0)
      And worker calls SleepEx(20, TRUE)
      Then this happens on main, in this order and nothing else:
        | event   | what         |
        | calls   | OpenThread   |
        | returns | handle       |
        | calls   | QueueUserAPC |
        | returns | 0            |
        | calls   | QueueUserAPC |
        | returns | nonzero      |
      And this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | B                  |
        | ends    | B                  |
        | returns | WAIT_IO_COMPLETION |

      Examples:
        | right                            |
        | SYNCHRONIZE                      |
        | THREAD_SUSPEND_RESUME            |
        | THREAD_QUERY_LIMITED_INFORMATION |

    Scenario: A handle with several other rights
      When main calls h = OpenThread(THREAD_TERMINATE | THREAD_SUSPEND_RESUME | THREAD_GET_CONTEXT | SYNCHRONIZE, FALSE, id of worker)
      And main calls QueueUserAPC(A, h, 0)
      And main calls QueueUserAPC(B, worker, 0)
      And worker calls SleepEx(20, TRUE)
      Then this happens on main, in this order and nothing else:
        | event   | what         |
        | calls   | OpenThread   |
        | returns | handle       |
        | calls   | QueueUserAPC |
        | returns | 0            |
        | calls   | QueueUserAPC |
        | returns | nonzero      |
      And this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | B                  |
        | ends    | B                  |
        | returns | WAIT_IO_COMPLETION |

    Scenario: A duplicate with fewer rights than its source
      When main calls process = GetCurrentProcess()
      And main calls DuplicateHandle(process, worker, process, &h, SYNCHRONIZE, FALSE, 0)
      And main calls QueueUserAPC(A, h, 0)
      And main calls QueueUserAPC(B, worker, 0)
      And worker calls SleepEx(20, TRUE)
      Then this happens on main, in this order and nothing else:
        | event   | what              |
        | calls   | GetCurrentProcess |
        | returns | handle or NULL    |
        | calls   | DuplicateHandle   |
        | returns | TRUE              |
        | calls   | QueueUserAPC      |
        | returns | 0                 |
        | calls   | QueueUserAPC      |
        | returns | nonzero           |
      And this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | B                  |
        | ends    | B                  |
        | returns | WAIT_IO_COMPLETION |

  @QUEUE-ACCESS-ERROR-1
  Rule: QUEUE-ACCESS-ERROR-1 The last error for a missing right

    Scenario: The handle may only suspend and resume
      When main calls h = OpenThread(THREAD_SUSPEND_RESUME, FALSE, id of worker)
      And main calls QueueUserAPC(A, h, 0)
      Then what happens on main is recorded

  @QUEUE-ACCESS-MIN-1
  Rule: QUEUE-ACCESS-MIN-1 THREAD_SET_CONTEXT alone is enough

    Scenario: A handle opened with this right alone
      When main calls h = OpenThread(THREAD_SET_CONTEXT, FALSE, id of worker)
      And main calls QueueUserAPC(A, h, 0)
      And worker calls SleepEx(20, TRUE)
      Then this happens on main, in this order and nothing else:
        | event   | what         |
        | calls   | OpenThread   |
        | returns | handle       |
        | calls   | QueueUserAPC |
        | returns | nonzero      |
      And this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

    Scenario: A duplicate reduced to this right
      When main calls process = GetCurrentProcess()
      And main calls DuplicateHandle(process, worker, process, &h, THREAD_SET_CONTEXT, FALSE, 0)
      And main calls QueueUserAPC(A, h, 0)
      And worker calls SleepEx(20, TRUE)
      Then this happens on main, in this order and nothing else:
        | event   | what              |
        | calls   | GetCurrentProcess |
        | returns | handle or NULL    |
        | calls   | DuplicateHandle   |
        | returns | TRUE              |
        | calls   | QueueUserAPC      |
        | returns | nonzero           |
      And this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

  @QUEUE-BADHANDLE-1
  Rule: QUEUE-BADHANDLE-1 A handle that is no thread handle is refused

    Scenario Outline: No thread can be found by the handle
      Given a manual-reset event E, not signaled
      When main calls QueueUserAPC(A, <handle>, 0)
      And main calls QueueUserAPC(B, worker, 0)
      Then this happens on main, in this order and nothing else:
        | event   | what         |
        | calls   | QueueUserAPC |
        | returns | 0            |
        | calls   | QueueUserAPC |
        | returns | nonzero      |

      Examples:
        | handle  |
        | NULL    |
        | E       |
        | invalid |

    Scenario: The handle has been closed
      When main calls h = OpenThread(THREAD_SET_CONTEXT, FALSE, id of worker)
      And main calls QueueUserAPC(A, h, 0)
      And main calls CloseHandle(h)
      And main calls QueueUserAPC(B, h, 0)
      And worker calls SleepEx(20, TRUE)
      Then this happens on main, in this order and nothing else:
        | event   | what         |
        | calls   | OpenThread   |
        | returns | handle       |
        | calls   | QueueUserAPC |
        | returns | nonzero      |
        | calls   | CloseHandle  |
        | returns | TRUE         |
        | calls   | QueueUserAPC |
        | returns | 0            |
      And this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

  @QUEUE-BADHANDLE-ERROR-1
  Rule: QUEUE-BADHANDLE-ERROR-1 The last error for a handle that is no thread handle

    Scenario Outline: The error names the handle
      Given a manual-reset event E, not signaled
      When main calls QueueUserAPC(A, <handle>, 0)
      Then what happens on main is recorded

      Examples:
        | handle  |
        | NULL    |
        | E       |
        | invalid |
