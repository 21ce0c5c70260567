"""What somebody has earned badges for, counted from the records of this moment."""

from collections import Counter
from typing import get_args

import sqlalchemy as sa

from services.core.badges import Badge, Held, badge_rules_of, held
from services.store.records import Records
from services.store.tables import RECORDS

OF_RULES: dict[str, Badge] = {
    "hazard_general": "finder",
    "hazard_major": "finder",
    "inspection": "steady",
    "training": "learner",
    "drill": "drilled",
}
assert set(OF_RULES.values()) <= set(get_args(Badge))


def badges_of(look: Records, person: str) -> tuple[Held, ...]:
    """All badges of somebody, with how far they have come."""
    return held(_counts(look, person), badge_rules_of(look))


def _counts(look: Records, person: str) -> Counter[Badge]:
    found: Counter[Badge] = Counter()
    earned = RECORDS["earning"].c
    query = sa.select(earned.rule, sa.func.count()).where(earned.person == person, earned.ended_at.is_(None))
    for rule, count in look.connection.execute(query.group_by(earned.rule)):
        found[OF_RULES[rule]] += count
        if rule == "hazard_major":
            found["major_finder"] += count
    told = RECORDS["incident"].c
    near = sa.select(sa.func.count()).where(told.reported_by == person, told.kind == "near_miss")
    near = near.where(told.withdrawn_at.is_(None), told.to_classify.is_(False), told.batch.is_(None))
    found["near_miss"] = look.connection.execute(near).scalar() or 0
    again = RECORDS["recheck"].c
    looked = sa.select(sa.func.count()).where(again.by == person, again.result.in_(("confirmed", "not_confirmed")))
    found["second_look"] = look.connection.execute(looked).scalar() or 0
    return found
