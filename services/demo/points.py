"""What the demo plant's people earned: settled at the end of each day, as a hub does it at once."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from functools import partial
from typing import NamedTuple

from services.core.operation import SYSTEM
from services.demo.cast import FOUNDER
from services.demo.life import SHANGHAI, Happening, Life
from services.hub.earning import REACHED, due
from services.store.facts import fact, set_fact
from services.store.journal import head

AT, OFFICER = time(23, 50), "王芳"
FIGURES = {"month_budget": 1200, "fen_per_point": 50}


class ByHand(NamedTuple):
    """Points that 王芳 proposes on a day before the last; `answered` is how many days later they are approved, None
    while they wait."""

    day: int
    who: str
    points: int
    reason: str
    answered: int | None


BY_HAND = (
    ByHand(-16, "韩雪", 30, "提出的数控车床防护门联锁改进建议已采纳并实施", 1),
    ByHand(-9, "谢军", 20, "发现并制止未经审批的动火作业", 2),
    ByHand(-1, "唐敏", 30, "编写的量具防护目视化作业指导书在全厂推广", None),
)


def begin(life: Life) -> None:
    """The ledger is opened with the plant, and how many points it means to give is set."""
    life.do(SYSTEM, "points.begin")
    life.do(life.someone(FOUNDER.name), "points_rules.set", **FIGURES)


def happenings(life: Life, since: datetime | None = None) -> Iterator[Happening]:
    """The end of each day since the founding, or since a moment."""
    day = (since or life.founded).astimezone(SHANGHAI).date()
    while day <= life.until.astimezone(SHANGHAI).date():
        yield Happening(datetime.combine(day, AT, SHANGHAI), "points", _settle)
        day += timedelta(days=1)
    if since is None:
        yield from _by_hand(life)


def _by_hand(life: Life) -> Iterator[Happening]:
    day0 = life.until.astimezone(SHANGHAI).date()
    for one in BY_HAND:
        proposed = datetime.combine(day0 + timedelta(days=one.day), time(10, 20), SHANGHAI)
        yield Happening(proposed, f"by hand {one.who}", partial(_propose, one=one))
        if one.answered is not None:
            answered = proposed + timedelta(days=one.answered, hours=4)
            yield Happening(answered, f"by hand {one.who}", partial(_approve, one=one))


def _propose(life: Life, one: ByHand) -> None:
    given = {"person": life.ids[one.who], "points": one.points, "reason": one.reason}
    life.ids[f"by hand {one.who}"] = life.do(life.someone(OFFICER), "adjustments.propose", **given)


def _approve(life: Life, one: ByHand) -> None:
    life.do(life.someone(FOUNDER.name), "adjustments.approve", adjustment=life.ids[f"by hand {one.who}"])


def _settle(life: Life) -> None:
    connection, look = life.journal.connection, life.journal.records
    upto = head(connection)[0]
    for deed in due(look, int(fact(connection, REACHED) or 0), upto, life.now):
        life.do(SYSTEM, deed.kind, **deed.args)
    set_fact(connection, REACHED, upto)
