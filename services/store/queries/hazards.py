"""Hazards as the desk sees them: the queue, what waits for one person's review, who may do what."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

import sqlalchemy as sa

from services.core.absences import stood_for
from services.core.fix_plans import FixPlan
from services.core.hazards import ENDED, TO_FIX, TO_REVIEW, Hazard, State, may_review_second, reviews, standing
from services.core.hazards import may_review as may_review_alone
from services.core.people import Person, Team
from services.core.shape import utc_text
from services.core.zones import Zone
from services.store.queries.status import by_urgency, clock_of, open_hazards
from services.store.records import Records
from services.store.tables import RECORDS, entries

SETTLED = tuple(state.value for state in ENDED)


@dataclass(frozen=True, slots=True)
class HazardRow:
    """One hazard with the names that a table needs. `clock` is the time by which the next one must have acted; `kept`
    are those whose approval of these photos does not count, as their role was withdrawn before it arrived. `plan` has
    the five requirements of a major one, once they are written. `into` is the one that it was merged into."""

    hazard: Hazard
    zone: Zone
    team: Team | None
    assignee: Person | None
    reporter: Person | None
    fixer: Person | None
    first_by: Person | None
    second_by: Person | None
    clock: datetime | None
    overdue: bool
    mine: bool
    kept: tuple[Person, ...] = ()
    plan: FixPlan | None = None
    into: Hazard | None = None

    @property
    def id(self) -> str:
        """The hazard's id."""
        return self.hazard.id

    @property
    def plan_lacks(self) -> bool:
        """Whether it is a major hazard whose five requirements are not written yet."""
        return self.hazard.open and self.hazard.grade == "major" and self.plan is None


def hazard_rows(
    look: Records, now: datetime, me: str | None = None, *, also: Collection[str] = ()
) -> tuple[HazardRow, ...]:
    """All open hazards by urgency, then those named by `also`, the newest first."""
    hazards = {hazard.id: hazard for hazard in by_urgency(open_hazards(look))}
    named = [look.get("hazard", id_) for id_ in sorted(set(also) - hazards.keys(), reverse=True)]
    return rows_of(look, (*hazards.values(), *filter(None, named)), now, me)


def rows_of(look: Records, hazards: Iterable[Hazard], now: datetime, me: str | None = None) -> tuple[HazardRow, ...]:
    """These hazards in this order, with the names that belong to them."""
    hazards = tuple(hazards)
    zones = {zone.id: zone for zone in look.find("zone")}
    people = _named_in(look, hazards, me)
    teams = {team.id: team for team in look.find("team")}
    reviewer = people.get(me or "")

    stands = reviewer is not None and bool(stood_for(look, reviewer.id, now))

    def judges(person: Person, hazard: Hazard, zone: Zone) -> bool:
        alone = may_review_alone(look, person, hazard, zone)
        return alone or (stands and reviews(look, person, hazard, zone, now))

    def row(hazard: Hazard) -> HazardRow:
        zone = zones[hazard.zone]
        return HazardRow(
            hazard,
            zone,
            teams.get(hazard.team or ""),
            people.get(hazard.assignee or ""),
            people.get(hazard.reporter or ""),
            people.get(hazard.fixed_by or ""),
            people.get(hazard.first_by or ""),
            people.get(hazard.second_by or ""),
            clock_of(hazard) if hazard.open else None,
            hazard.overdue(now),
            reviewer is not None and hazard.state in TO_REVIEW and judges(reviewer, hazard, zone),
            tuple(people[id_] for id_ in hazard.needs_another if id_ in people),
            look.get("fix_plan", hazard.id) if hazard.grade == "major" else None,
            look.get("hazard", hazard.merged_into) if hazard.merged_into else None,
        )

    return tuple(row(hazard) for hazard in hazards)


def _named_in(look: Records, hazards: Iterable[Hazard], me: str | None) -> dict[str, Person]:
    """The people that these hazards name, and who asks, by id."""
    ids = {id_ for h in hazards for id_ in (h.assignee, h.reporter, h.fixed_by, h.first_by, h.second_by)}
    ids |= {me, *(id_ for hazard in hazards for id_ in hazard.needs_another)}
    table = RECORDS["person"]
    rows = look.connection.execute(sa.select(table).where(table.c.id.in_(sorted(filter(None, ids)))))
    return {row.id: look.read("person", row) for row in rows}


def open_in_zone(look: Records, zone: str) -> tuple[Hazard, ...]:
    """All that is open in a zone, the newest first."""
    found = look.find("hazard", zone=zone)
    return tuple(sorted((one for one in found if one.open), key=lambda one: one.id, reverse=True))


def merged_into(look: Records, hazard: str) -> tuple[Hazard, ...]:
    """The reports that were merged into this one, the oldest first."""
    table = RECORDS["hazard"]
    mine = look.get("hazard", hazard)
    if mine is None:
        return ()
    query = sa.select(table).where(table.c.zone == mine.zone, table.c.state == State.MERGED.value)
    rows = look.connection.execute(query.where(table.c.merged_into == hazard).order_by(table.c.id))
    return tuple(look.read("hazard", row) for row in rows)


def in_hand(look: Records, person: str) -> int:
    """How many hazards a person has to fix."""
    return sum(one.state in TO_FIX for one in look.find("hazard", assignee=person))


def settled_count(look: Records) -> int:
    """How many hazards have been closed or found to be none."""
    table = RECORDS["hazard"]
    query = sa.select(sa.func.count()).select_from(table).where(table.c.state.in_(SETTLED))
    return int(look.connection.execute(query).scalar() or 0)


def may_review(look: Records, person: Person, hazard: Hazard, zone: Zone, now: datetime) -> bool:
    """Whether the hazard waits for a review that this person may do now, also as somebody's deputy."""
    return hazard.state in TO_REVIEW and reviews(look, person, hazard, zone, now)


def second_reviewers(look: Records, hazard: str, first_by: str | None, now: datetime) -> tuple[Person, ...]:
    """Who may do the second review once `first_by` has done the first, the longest here first."""
    found = look.get("hazard", hazard)
    zone = look.get("zone", found.zone) if found else None
    if found is None or zone is None:
        return ()
    passed = replace(found, first_by=first_by)
    people = look.find("person")
    able = [one for one in people if may_review_second(*standing(look, one, passed, zone, now))]
    return tuple(sorted(able, key=lambda person: (person.since, person.id)))


def reviewed_by(look: Records, person: str, since: datetime) -> tuple[int, int]:
    """How many fixes a person has approved and returned since a moment, as far as the hub has confirmed them. By the
    index of moments: all approvals there ever were, or all that a person ever did, are far more."""
    kind, author = sa.func.coalesce(entries.c.kind, ""), sa.func.coalesce(entries.c.author, "")
    query = (
        sa.select(kind, sa.func.count())
        .where(entries.c.at >= utc_text(since), author == person, entries.c.outcome == "accepted")
        .where(kind.in_(("hazards.approve", "hazards.return")))
        .group_by(kind)
    )
    counts = {kind: count for kind, count in look.connection.execute(query)}
    return counts.get("hazards.approve", 0), counts.get("hazards.return", 0)


def work_of(look: Records, person: Person) -> tuple[Hazard, ...]:
    """What was sent to a person or the person's team and is not fixed yet, the shortest clock first."""
    found = {h.id: h for h in look.find("hazard", assignee=person.id)}
    if person.team:
        found |= {h.id: h for h in look.find("hazard", team=person.team) if h.assignee in (None, person.id)}
    return by_urgency([hazard for hazard in found.values() if hazard.state in TO_FIX])


def waiting_for_review(look: Records, person: Person) -> tuple[Hazard, ...]:
    """What a person has fixed and others have yet to review."""
    found = [*look.find("hazard", state="fixed"), *look.find("hazard", state="first_passed")]
    return by_urgency([hazard for hazard in found if hazard.fixed_by == person.id and hazard.state in TO_REVIEW])
