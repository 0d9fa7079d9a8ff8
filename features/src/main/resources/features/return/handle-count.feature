Feature: The number of handles in a wait for several objects
  MAXIMUM_WAIT_OBJECTS is 64. The handles of one wait must differ from each other, so there is an event for each.

  Background:
    Given a manual-reset event E00, not signaled
    And a manual-reset event E01, not signaled
    And a manual-reset event E02, not signaled
    And a manual-reset event E03, not signaled
    And a manual-reset event E04, not signaled
    And a manual-reset event E05, not signaled
    And a manual-reset event E06, not signaled
    And a manual-reset event E07, not signaled
    And a manual-reset event E08, not signaled
    And a manual-reset event E09, not signaled
    And a manual-reset event E10, not signaled
    And a manual-reset event E11, not signaled
    And a manual-reset event E12, not signaled
    And a manual-reset event E13, not signaled
    And a manual-reset event E14, not signaled
    And a manual-reset event E15, not signaled
    And a manual-reset event E16, not signaled
    And a manual-reset event E17, not signaled
    And a manual-reset event E18, not signaled
    And a manual-reset event E19, not signaled
    And a manual-reset event E20, not signaled
    And a manual-reset event E21, not signaled
    And a manual-reset event E22, not signaled
    And a manual-reset event E23, not signaled
    And a manual-reset event E24, not signaled
    And a manual-reset event E25, not signaled
    And a manual-reset event E26, not signaled
    And a manual-reset event E27, not signaled
    And a manual-reset event E28, not signaled
    And a manual-reset event E29, not signaled
    And a manual-reset event E30, not signaled
    And a manual-reset event E31, not signaled
    And a manual-reset event E32, not signaled
    And a manual-reset event E33, not signaled
    And a manual-reset event E34, not signaled
    And a manual-reset event E35, not signaled
    And a manual-reset event E36, not signaled
    And a manual-reset event E37, not signaled
    And a manual-reset event E38, not signaled
    And a manual-reset event E39, not signaled
    And a manual-reset event E40, not signaled
    And a manual-reset event E41, not signaled
    And a manual-reset event E42, not signaled
    And a manual-reset event E43, not signaled
    And a manual-reset event E44, not signaled
    And a manual-reset event E45, not signaled
    And a manual-reset event E46, not signaled
    And a manual-reset event E47, not signaled
    And a manual-reset event E48, not signaled
    And a manual-reset event E49, not signaled
    And a manual-reset event E50, not signaled
    And a manual-reset event E51, not signaled
    And a manual-reset event E52, not signaled
    And a manual-reset event E53, not signaled
    And a manual-reset event E54, not signaled
    And a manual-reset event E55, not signaled
    And a manual-reset event E56, not signaled
    And a manual-reset event E57, not signaled
    And a manual-reset event E58, not signaled
    And a manual-reset event E59, not signaled
    And a manual-reset event E60, not signaled
    And a manual-reset event E61, not signaled
    And a manual-reset event E62, not signaled
    And a manual-reset event E63, not signaled
    And a manual-reset event E64, not signaled

  @RETURN-WFMO-MAX-1
  Rule: RETURN-WFMO-MAX-1 A wait takes 64 handles, reports the last of them, and is ended by an APC

    Scenario: The last event is signaled
      Given main calls SetEvent(E63)
      When worker calls WaitForMultipleObjectsEx(64, [E00, E01, E02, E03, E04, E05, E06, E07, E08, E09, E10, E11, E12, E13, E14, E15, E16, E17, E18, E19, E20, E21, E22, E23, E24, E25, E26, E27, E28, E29, E30, E31, E32, E33, E34, E35, E36, E37, E38, E39, E40, E41, E42, E43, E44, E45, E46, E47, E48, E49, E50, E51, E52, E53, E54, E55, E56, E57, E58, E59, E60, E61, E62, E63], FALSE, 100, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                     |
        | calls   | WaitForMultipleObjectsEx |
        | returns | WAIT_OBJECT_0 + 63       |

    Scenario: An APC is pending on entry
      Given main queues APC A to worker
      When worker calls WaitForMultipleObjectsEx(64, [E00, E01, E02, E03, E04, E05, E06, E07, E08, E09, E10, E11, E12, E13, E14, E15, E16, E17, E18, E19, E20, E21, E22, E23, E24, E25, E26, E27, E28, E29, E30, E31, E32, E33, E34, E35, E36, E37, E38, E39, E40, E41, E42, E43, E44, E45, E46, E47, E48, E49, E50, E51, E52, E53, E54, E55, E56, E57, E58, E59, E60, E61, E62, E63], FALSE, 100, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                     |
        | calls   | WaitForMultipleObjectsEx |
        | begins  | A                        |
        | ends    | A                        |
        | returns | WAIT_IO_COMPLETION       |

  @RETURN-WFMO-COUNT-1
  Rule: RETURN-WFMO-COUNT-1 A wait for no handle or for more than 64 returns WAIT_FAILED

    Scenario: There is no handle
      When worker calls WaitForMultipleObjectsEx(1, [E00], FALSE, 0, TRUE)
      And worker calls WaitForMultipleObjectsEx(0, [E00], FALSE, 20, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                     |
        | calls   | WaitForMultipleObjectsEx |
        | returns | WAIT_TIMEOUT             |
        | calls   | WaitForMultipleObjectsEx |
        | returns | WAIT_FAILED              |

    Scenario: There are 65 handles
      When worker calls WaitForMultipleObjectsEx(64, [E00, E01, E02, E03, E04, E05, E06, E07, E08, E09, E10, E11, E12, E13, E14, E15, E16, E17, E18, E19, E20, E21, E22, E23, E24, E25, E26, E27, E28, E29, E30, E31, E32, E33, E34, E35, E36, E37, E38, E39, E40, E41, E42, E43, E44, E45, E46, E47, E48, E49, E50, E51, E52, E53, E54, E55, E56, E57, E58, E59, E60, E61, E62, E63], FALSE, 0, TRUE)
      And worker calls WaitForMultipleObjectsEx(65, [E00, E01, E02, E03, E04, E05, E06, E07, E08, E09, E10, E11, E12, E13, E14, E15, E16, E17, E18, E19, E20, E21, E22, E23, E24, E25, E26, E27, E28, E29, E30, E31, E32, E33, E34, E35, E36, E37, E38, E39, E40, E41, E42, E43, E44, E45, E46, E47, E48, E49, E50, E51, E52, E53, E54, E55, E56, E57, E58, E59, E60, E61, E62, E63, E64], FALSE, 20, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                     |
        | calls   | WaitForMultipleObjectsEx |
        | returns | WAIT_TIMEOUT             |
        | calls   | WaitForMultipleObjectsEx |
        | returns | WAIT_FAILED              |
