Feature: The right to wait
  A wait needs a handle with the access right SYNCHRONIZE, whatever the kind of the object.

  @RETURN-WFSO-RIGHTS-1
  Rule: RETURN-WFSO-RIGHTS-1 A wait needs SYNCHRONIZE

    Scenario Outline: The handle may change the object and not wait for it
      Given an auto-reset event E, signaled
      And a mutex M, free
      And a semaphore S with count 1 of at most 1
      And main calls self = GetCurrentProcess()
      And main calls DuplicateHandle(self, <object>, self, &weak, <right>, FALSE, 0)
      When worker calls <refused>
      And after it returns, worker calls <granted>
      Then this happens on worker, in this order and nothing else:
        | event   | what          |
        | calls   | <refused>     |
        | returns | WAIT_FAILED   |
        | calls   | <granted>     |
        | returns | WAIT_OBJECT_0 |

      Examples:
        | object | right                  | refused                                | granted                             |
        | E      | EVENT_MODIFY_STATE     | WaitForSingleObject(weak, 20)          | WaitForSingleObject(E, 20)          |
        | E      | EVENT_MODIFY_STATE     | WaitForSingleObjectEx(weak, 20, TRUE)  | WaitForSingleObjectEx(E, 20, TRUE)  |
        | S      | SEMAPHORE_MODIFY_STATE | WaitForSingleObjectEx(weak, 20, FALSE) | WaitForSingleObjectEx(S, 20, FALSE) |
        | M      | MUTEX_MODIFY_STATE     | WaitForSingleObjectEx(weak, 20, TRUE)  | WaitForSingleObjectEx(M, 20, TRUE)  |

    Scenario: The handle may do other things to a thread
      Given main calls queueing = OpenThread(THREAD_SET_CONTEXT, FALSE, id of helper)
      And main calls waiting = OpenThread(SYNCHRONIZE, FALSE, id of helper)
      When worker calls WaitForSingleObject(queueing, 20)
      And after it returns, worker calls WaitForSingleObject(waiting, 20)
      Then this happens on worker, in this order and nothing else:
        | event   | what                              |
        | calls   | WaitForSingleObject(queueing, 20) |
        | returns | WAIT_FAILED                       |
        | calls   | WaitForSingleObject(waiting, 20)  |
        | returns | WAIT_TIMEOUT                      |

    Scenario: The handle may set a timer and not wait for it
      Given these objects:
        | name | made by                                |
        | T    | CreateWaitableTimerW(NULL, TRUE, NULL) |
      And main calls self = GetCurrentProcess()
      And main calls DuplicateHandle(self, T, self, &weak, TIMER_MODIFY_STATE, FALSE, 0)
      When worker calls SetWaitableTimer(weak, {after: 50}, 0, NULL, 0, FALSE)
      And worker calls WaitForSingleObject(weak, 20)
      And after it returns, worker calls WaitForSingleObject(T, INFINITE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                             |
        | calls   | SetWaitableTimer                 |
        | returns | TRUE                             |
        | calls   | WaitForSingleObject(weak, 20)    |
        | returns | WAIT_FAILED                      |
        | calls   | WaitForSingleObject(T, INFINITE) |
        | returns | WAIT_OBJECT_0                    |

    Scenario: The right to wait is enough, even in the duplicate of a duplicate
      Given an auto-reset event E, signaled
      And helper calls self = GetCurrentProcess()
      And helper calls DuplicateHandle(self, E, self, &first, SYNCHRONIZE, FALSE, 0)
      And helper calls DuplicateHandle(self, first, self, &second, SYNCHRONIZE, FALSE, 0)
      When worker calls WaitForSingleObjectEx(second, 20, TRUE)
      And after it returns, worker calls WaitForSingleObject(E, 0)
      Then this happens on worker, in this order and nothing else:
        | event   | what                  |
        | calls   | WaitForSingleObjectEx |
        | returns | WAIT_OBJECT_0         |
        | calls   | WaitForSingleObject   |
        | returns | WAIT_TIMEOUT          |

  @RETURN-WFMO-RIGHTS-1
  Rule: RETURN-WFMO-RIGHTS-1 A multiple wait needs SYNCHRONIZE of each handle

    Scenario Outline: The second handle may set the event and not wait for it
      Given a manual-reset event D, not signaled
      And an auto-reset event E, signaled
      And main calls self = GetCurrentProcess()
      And main calls DuplicateHandle(self, E, self, &weak, EVENT_MODIFY_STATE, FALSE, 0)
      When worker calls <refused>
      And after it returns, worker calls <granted>
      Then this happens on worker, in this order and nothing else:
        | event   | what              |
        | calls   | <refused>         |
        | returns | WAIT_FAILED       |
        | calls   | <granted>         |
        | returns | WAIT_OBJECT_0 + 1 |

      Examples:
        | refused                                                 | granted                                              |
        | WaitForMultipleObjects(2, [D, weak], FALSE, 20)         | WaitForMultipleObjects(2, [D, E], FALSE, 20)         |
        | WaitForMultipleObjectsEx(2, [D, weak], FALSE, 20, TRUE) | WaitForMultipleObjectsEx(2, [D, E], FALSE, 20, TRUE) |
        | WaitForMultipleObjectsEx(2, [D, weak], TRUE, 20, TRUE)  | WaitForMultipleObjectsEx(2, [D, E], FALSE, 20, TRUE) |
