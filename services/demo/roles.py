"""Who may do what in the demo plant: a right that it gave, a role that somebody had for some hours, a request that
waits for its second person."""

from collections.abc import Iterator
from datetime import timedelta

from services.demo.cast import FOUNDER
from services.demo.life import Happening, Life, midnight

ADMIN, DEPUTY, LEADER = "林晓东", "陈志强", "赵刚"
AFTER = timedelta(days=3, hours=1)  # the founding
LENT = timedelta(hours=2)
ASKED = timedelta(hours=-8)  # the last midnight
KIND = "zones.set_supervisor"


def happenings(life: Life) -> Iterator[Happening]:
    """In the order of time."""
    yield Happening(life.founded + AFTER, "rights", _set)
    yield Happening(life.founded + AFTER + LENT, "lend", _lend)
    yield Happening(life.founded + AFTER + 2 * LENT, "return", _take_back)
    yield Happening(midnight(life.until) + ASKED, "ask", _ask)


def _set(life: Life) -> None:
    roles = ["department_manager", "safety_officer", "ehs_manager"]
    life.do(life.someone(FOUNDER.name), "permissions.set", kind=KIND, roles=roles)


def _lend(life: Life) -> None:
    given = {"person": life.ids[LEADER], "roles": ["safety_officer"], "reason": "夜班油雾泄漏，安全管理人员均不在厂"}
    life.do(life.someone(ADMIN), "emergency_grants.give", **given, hours=4.0)


def _take_back(life: Life) -> None:
    (lent,) = (one for one in life.journal.records.find("emergency_grant") if one.ended_at is None)
    life.do(life.someone(FOUNDER.name), "emergency_grants.end", emergency_grant=lent.id)


def _ask(life: Life) -> None:
    asked = {"person": life.ids[DEPUTY], "roles": ["ehs_manager"], "reason": "任命为 EHS 副经理，刘洋出差时代理终核"}
    life.do(life.someone(ADMIN), "grants.ask", **asked)
