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
    And a manual-reset event S00, signaled
    And a manual-reset event S01, signaled
    And a manual-reset event S02, signaled
    And a manual-reset event S03, signaled
    And a manual-reset event S04, signaled
    And a manual-reset event S05, signaled
    And a manual-reset event S06, signaled
    And a manual-reset event S07, signaled
    And a manual-reset event S08, signaled
    And a manual-reset event S09, signaled
    And a manual-reset event S10, signaled
    And a manual-reset event S11, signaled
    And a manual-reset event S12, signaled
    And a manual-reset event S13, signaled
    And a manual-reset event S14, signaled
    And a manual-reset event S15, signaled
    And a manual-reset event S16, signaled
    And a manual-reset event S17, signaled
    And a manual-reset event S18, signaled
    And a manual-reset event S19, signaled
    And a manual-reset event S20, signaled
    And a manual-reset event S21, signaled
    And a manual-reset event S22, signaled
    And a manual-reset event S23, signaled
    And a manual-reset event S24, signaled
    And a manual-reset event S25, signaled
    And a manual-reset event S26, signaled
    And a manual-reset event S27, signaled
    And a manual-reset event S28, signaled
    And a manual-reset event S29, signaled
    And a manual-reset event S30, signaled
    And a manual-reset event S31, signaled
    And a manual-reset event S32, signaled
    And a manual-reset event S33, signaled
    And a manual-reset event S34, signaled
    And a manual-reset event S35, signaled
    And a manual-reset event S36, signaled
    And a manual-reset event S37, signaled
    And a manual-reset event S38, signaled
    And a manual-reset event S39, signaled
    And a manual-reset event S40, signaled
    And a manual-reset event S41, signaled
    And a manual-reset event S42, signaled
    And a manual-reset event S43, signaled
    And a manual-reset event S44, signaled
    And a manual-reset event S45, signaled
    And a manual-reset event S46, signaled
    And a manual-reset event S47, signaled
    And a manual-reset event S48, signaled
    And a manual-reset event S49, signaled
    And a manual-reset event S50, signaled
    And a manual-reset event S51, signaled
    And a manual-reset event S52, signaled
    And a manual-reset event S53, signaled
    And a manual-reset event S54, signaled
    And a manual-reset event S55, signaled
    And a manual-reset event S56, signaled
    And a manual-reset event S57, signaled
    And a manual-reset event S58, signaled
    And a manual-reset event S59, signaled
    And a manual-reset event S60, signaled
    And a manual-reset event S61, signaled
    And a manual-reset event S62, signaled
    And a manual-reset event S63, signaled

  @RETURN-WFMO-MAX-1
  Rule: RETURN-WFMO-MAX-1 A wait takes up to 64 handles

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

    Scenario: An APC comes during a wait for all of them, and another one was pending before
      Given main queues APC A to worker
      And worker calls WaitForMultipleObjectsEx(64, [E00, E01, E02, E03, E04, E05, E06, E07, E08, E09, E10, E11, E12, E13, E14, E15, E16, E17, E18, E19, E20, E21, E22, E23, E24, E25, E26, E27, E28, E29, E30, E31, E32, E33, E34, E35, E36, E37, E38, E39, E40, E41, E42, E43, E44, E45, E46, E47, E48, E49, E50, E51, E52, E53, E54, E55, E56, E57, E58, E59, E60, E61, E62, E63], TRUE, INFINITE, TRUE)
      And worker calls WaitForMultipleObjectsEx(64, [E00, E01, E02, E03, E04, E05, E06, E07, E08, E09, E10, E11, E12, E13, E14, E15, E16, E17, E18, E19, E20, E21, E22, E23, E24, E25, E26, E27, E28, E29, E30, E31, E32, E33, E34, E35, E36, E37, E38, E39, E40, E41, E42, E43, E44, E45, E46, E47, E48, E49, E50, E51, E52, E53, E54, E55, E56, E57, E58, E59, E60, E61, E62, E63], TRUE, INFINITE, TRUE)
      When main queues APC B to worker
      Then this happens on worker, in this order and nothing else:
        | event   | what                     |
        | calls   | WaitForMultipleObjectsEx |
        | begins  | A                        |
        | ends    | A                        |
        | returns | WAIT_IO_COMPLETION       |
        | calls   | WaitForMultipleObjectsEx |
        | begins  | B                        |
        | ends    | B                        |
        | returns | WAIT_IO_COMPLETION       |

    Scenario Outline: One of the events is signaled during the wait
      Given worker is blocked in WaitForMultipleObjectsEx(64, [E00, E01, E02, E03, E04, E05, E06, E07, E08, E09, E10, E11, E12, E13, E14, E15, E16, E17, E18, E19, E20, E21, E22, E23, E24, E25, E26, E27, E28, E29, E30, E31, E32, E33, E34, E35, E36, E37, E38, E39, E40, E41, E42, E43, E44, E45, E46, E47, E48, E49, E50, E51, E52, E53, E54, E55, E56, E57, E58, E59, E60, E61, E62, E63], FALSE, INFINITE, TRUE)
      When main calls SetEvent(<event>)
      Then this happens on worker, in this order and nothing else:
        | event   | what                     |
        | calls   | WaitForMultipleObjectsEx |
        | returns | <result>                 |

      Examples:
        | event | result             |
        | E00   | WAIT_OBJECT_0      |
        | E01   | WAIT_OBJECT_0 + 1  |
        | E31   | WAIT_OBJECT_0 + 31 |
        | E32   | WAIT_OBJECT_0 + 32 |
        | E62   | WAIT_OBJECT_0 + 62 |
        | E63   | WAIT_OBJECT_0 + 63 |

    Scenario Outline: A wait for all of them ends with the last signal, wherever it stands
      When worker calls WaitForMultipleObjectsEx(64, <handles>, TRUE, INFINITE, TRUE)
      And main calls SetEvent(<event>)
      Then this happens on worker, in this order and nothing else:
        | event   | what                     |
        | calls   | WaitForMultipleObjectsEx |
        | returns | WAIT_OBJECT_0 + 0..63    |

      Examples:
        | event | handles                                                                                                                                                                                                                                                                                                                          |
        | E00   | [E00, S01, S02, S03, S04, S05, S06, S07, S08, S09, S10, S11, S12, S13, S14, S15, S16, S17, S18, S19, S20, S21, S22, S23, S24, S25, S26, S27, S28, S29, S30, S31, S32, S33, S34, S35, S36, S37, S38, S39, S40, S41, S42, S43, S44, S45, S46, S47, S48, S49, S50, S51, S52, S53, S54, S55, S56, S57, S58, S59, S60, S61, S62, S63] |
        | E31   | [S00, S01, S02, S03, S04, S05, S06, S07, S08, S09, S10, S11, S12, S13, S14, S15, S16, S17, S18, S19, S20, S21, S22, S23, S24, S25, S26, S27, S28, S29, S30, E31, S32, S33, S34, S35, S36, S37, S38, S39, S40, S41, S42, S43, S44, S45, S46, S47, S48, S49, S50, S51, S52, S53, S54, S55, S56, S57, S58, S59, S60, S61, S62, S63] |
        | E63   | [S00, S01, S02, S03, S04, S05, S06, S07, S08, S09, S10, S11, S12, S13, S14, S15, S16, S17, S18, S19, S20, S21, S22, S23, S24, S25, S26, S27, S28, S29, S30, S31, S32, S33, S34, S35, S36, S37, S38, S39, S40, S41, S42, S43, S44, S45, S46, S47, S48, S49, S50, S51, S52, S53, S54, S55, S56, S57, S58, S59, S60, S61, S62, E63] |

    Scenario: An APC is pending at a wait for all of them
      Given main queues APC A to worker
      When worker calls WaitForMultipleObjectsEx(64, [S00, S01, S02, S03, S04, S05, S06, S07, S08, S09, S10, S11, S12, S13, S14, S15, S16, S17, S18, S19, S20, S21, S22, S23, S24, S25, S26, S27, S28, S29, S30, S31, S32, S33, S34, S35, S36, S37, S38, S39, S40, S41, S42, S43, S44, S45, S46, S47, S48, S49, S50, S51, S52, S53, S54, S55, S56, S57, S58, S59, S60, S61, S62, E63], TRUE, INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                     |
        | calls   | WaitForMultipleObjectsEx |
        | begins  | A                        |
        | ends    | A                        |
        | returns | WAIT_IO_COMPLETION       |

    Scenario Outline: A wait for all of them does without none, wherever it stands
      When worker calls WaitForMultipleObjectsEx(64, <handles>, TRUE, 20, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                     |
        | calls   | WaitForMultipleObjectsEx |
        | returns | WAIT_TIMEOUT             |

      Examples:
        | handles                                                                                                                                                                                                                                                                                                                          |
        | [E00, S01, S02, S03, S04, S05, S06, S07, S08, S09, S10, S11, S12, S13, S14, S15, S16, S17, S18, S19, S20, S21, S22, S23, S24, S25, S26, S27, S28, S29, S30, S31, S32, S33, S34, S35, S36, S37, S38, S39, S40, S41, S42, S43, S44, S45, S46, S47, S48, S49, S50, S51, S52, S53, S54, S55, S56, S57, S58, S59, S60, S61, S62, S63] |
        | [S00, S01, S02, S03, S04, S05, S06, S07, S08, S09, S10, S11, S12, S13, S14, S15, S16, S17, S18, S19, S20, S21, S22, S23, S24, S25, S26, S27, S28, S29, S30, E31, S32, S33, S34, S35, S36, S37, S38, S39, S40, S41, S42, S43, S44, S45, S46, S47, S48, S49, S50, S51, S52, S53, S54, S55, S56, S57, S58, S59, S60, S61, S62, S63] |
        | [S00, S01, S02, S03, S04, S05, S06, S07, S08, S09, S10, S11, S12, S13, S14, S15, S16, S17, S18, S19, S20, S21, S22, S23, S24, S25, S26, S27, S28, S29, S30, S31, S32, S33, S34, S35, S36, S37, S38, S39, S40, S41, S42, S43, S44, S45, S46, S47, S48, S49, S50, S51, S52, S53, S54, S55, S56, S57, S58, S59, S60, S61, S62, E63] |

  @RETURN-WFMO-COUNT-1
  Rule: RETURN-WFMO-COUNT-1 No handles, or more than 64, is refused

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
