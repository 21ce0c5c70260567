"""Rules that need a look: those that chatter, that never speak, and that speak more often than people can take."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from services.core.alert_rules import AlertRule
from services.core.alerts import Alert

LATELY = timedelta(days=28)
CHATTER, WITHIN = 3, timedelta(hours=1)  # so many alerts about one thing
NEVER = timedelta(days=90)
BUDGET = 20.0  # alerts a week to one person by one rule


@dataclass(frozen=True, slots=True)
class Flaw:
    """`count` is how many times within an hour (about `key`), for how many days nothing, or how many a week to one
    person (`key`, an id)."""

    code: Literal["chatters", "never", "too_many"]
    count: int
    key: str = ""


def flaws_of(rule: AlertRule, alerts: Iterable[Alert], now: datetime) -> tuple[Flaw, ...]:
    """What is to be seen to of a rule in use; `alerts` are all of its that were not withdrawn."""
    known = sorted(alerts, key=lambda one: one.fired_at)
    lately = [one for one in known if one.raised_at >= now - LATELY]
    found = [_chatters(lately), _too_many(lately)]
    if rule.works and not any(one.fired_at >= rule.since for one in known) and now - rule.since >= NEVER:
        found.append(Flaw("never", (now - rule.since).days))
    return tuple(one for one in found if one is not None)


def _chatters(alerts: Sequence[Alert]) -> Flaw | None:
    by_key: dict[str, list[datetime]] = {}
    for one in alerts:
        by_key.setdefault(one.key, []).append(one.fired_at)
    worst = max(((_most_within(ats), key) for key, ats in by_key.items()), default=(0, ""))
    return Flaw("chatters", *worst) if worst[0] >= CHATTER else None


def _most_within(ats: Sequence[datetime]) -> int:
    """The most of them that lie within an hour; in order of time."""
    most = first = 0
    for last, at in enumerate(ats):
        while at - ats[first] > WITHIN:
            first += 1
        most = max(most, last - first + 1)
    return most


def _too_many(alerts: Sequence[Alert]) -> Flaw | None:
    told = Counter(person for one in alerts for person in one.told)
    person, count = max(told.items(), key=lambda one: one[1], default=("", 0))
    weekly = count / (LATELY / timedelta(days=7))
    return Flaw("too_many", round(weekly), person) if weekly > BUDGET else None
