"""How often: what is chosen is a rule, and a rule is asked in the same words again."""

import pytest

from desktop.views.inspections.how_often import HowOften, in_words, said_of
from tests.desktop.speaking import speaking


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY",
        "FREQ=DAILY;INTERVAL=3;COUNT=5",
        "FREQ=WEEKLY;BYDAY=MO,WE,FR",
        "FREQ=MONTHLY;BYMONTHDAY=15;UNTIL=20270331",
        "FREQ=MONTHLY;BYDAY=-1FR",
        "FREQ=YEARLY;BYMONTH=6",
    ],
)
def test_a_rule_comes_back_out_of_the_questions(qtbot, rule):
    made = HowOften(rule)
    qtbot.addWidget(made)
    assert made.rule() == rule
    assert said_of(rule).rule() == rule


def test_a_rule_is_said_as_people_do(qapp):
    with speaking(qapp, "zh"):
        assert in_words("FREQ=WEEKLY;BYDAY=MO,WE") == "每周 · 周一、周三"
        assert in_words("FREQ=MONTHLY;BYDAY=2TU;COUNT=4") == "每月 · 第二个 周二 · 共 4 次"
    with speaking(qapp, "en"):
        assert in_words("FREQ=DAILY;INTERVAL=2") == "every 2 days"
        assert in_words("FREQ=MONTHLY;BYDAY=-1FR") == "every month · the last Fri"
