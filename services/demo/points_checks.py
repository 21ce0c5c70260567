"""How the demo plant looks after its points: what is drawn is looked at on the next working day, what looks odd is
decided by the safety office, and something waits at the end."""

import random
from datetime import timedelta

from services.core.operation import Actor
from services.core.points_doubts import PointsDoubt
from services.core.rechecks import Recheck
from services.demo.cast import FOUNDER
from services.demo.life import SHANGHAI, Life

ONE_DAY, LATELY = timedelta(days=1), timedelta(days=3)  # what was found since waits to be decided
NOT_AS_TOLD = 0.03  # of what is looked at again
SEEN = ("现场查看，情况属实", "到位，已拍照留存", "与记录一致", "")
WRONG = "现场查看，检查项与记录不符，灭火器压力不足未记录"
SAID = {"upheld": "到现场核对过，情况属实，积分收回", "fine": "已向本人了解并现场核对，没有问题"}


def look_again(life: Life) -> None:
    """What was drawn before today is answered by whom it was given to; an odd thing found is decided a day later."""
    look, today = life.journal.records, life.now.astimezone(SHANGHAI).date()
    left = life.until - life.now
    lately = left < LATELY
    due = [one for one in look.find("recheck", result="due") if one.drawn_at.astimezone(SHANGHAI).date() < today]
    due.sort(key=lambda one: (one.drawn_at, one.id))
    for number, one in enumerate(due[:-1] if left < ONE_DAY else due):  # the last one still waits today
        _answer(life, one, wrong=lately and number == 0)
    if lately:
        return
    for doubt in look.find("points_doubt", standing="open"):
        if doubt.raised_at.astimezone(SHANGHAI).date() < today:
            _decide(life, doubt)


def _answer(life: Life, one: Recheck, *, wrong: bool) -> None:
    who, chance = life.journal.records.get("person", one.assigned), random.Random(f"{life.seed} again {one.id}")
    assert who is not None
    wrong = wrong or chance.random() < NOT_AS_TOLD
    said = {"result": "not_confirmed", "note": WRONG} if wrong else {"result": "confirmed", "note": chance.choice(SEEN)}
    life.do(Actor(who.id, frozenset(who.roles)), "rechecks.answer", recheck=one.id, **said)


def _decide(life: Life, doubt: PointsDoubt) -> None:
    verdict = "upheld" if doubt.why == "recheck_failed" else "fine"
    boss = life.someone(FOUNDER.name)
    if boss.person not in doubt.people:
        life.do(boss, "points_doubts.decide", points_doubt=doubt.id, verdict=verdict, reason=SAID[verdict])
