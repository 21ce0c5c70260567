"""Doubts about points: what looks odd is put before a person with what it rests on. Who decides finds it in order, or
takes the points back, with a reason either way; both stay to be seen, and an EHS manager may decide otherwise."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, Literal

from services.core.adjustments import no_clerk
from services.core.operation import Change, Context, Look, Put, Tell, operation, required
from services.core.points import SYSTEM_ONLY, Bar, Ledger, Source, bar_id, budget_of, settle
from services.core.points_patterns import MOST_ABOUT, Kind, Why
from services.core.points_rules import need_points, points_on
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import OFFICE, Role
from services.core.shape import Range, Ref, Text

Standing = Literal["open", "fine", "upheld"]
Id = Annotated[str, Text(most=60)]
Figure = Annotated[float, Range(0, 1_000_000)]
MOST_PEOPLE = 20


@record("points_doubt", indexed=("standing",), called="")
@dataclass(frozen=True, kw_only=True)
class PointsDoubt:
    """`about` are the records of `kind` that it is about, the first the plainest, `people` whose points may rest on it.
    `figure` was found where `limit` is the plant's. `upheld`: these people have no points from these records."""

    id: str
    why: Why
    kind: Kind
    about: tuple[str, ...]
    people: tuple[str, ...]
    figure: float
    limit: float
    raised_at: datetime
    standing: Standing = "open"
    decided_by: str | None = None
    decided_at: datetime | None = None
    said: str = ""


@operation("points_doubts.raise", roles=SYSTEM_ONLY, offline=False)
@dataclass(frozen=True, kw_only=True)
class RaiseDoubt:
    """Something looks odd. The same is said once only, by the id `doubt` that what was found always gives."""

    doubt: Id
    why: Why
    kind: Kind
    about: tuple[Id, ...]
    people: tuple[Id, ...]
    figure: Figure = 0.0
    limit: Figure = 0.0

    def decide(self, context: Context, look: Look) -> list[Change]:
        if not points_on(look) or look.get("points_doubt", self.doubt) is not None:
            return []
        return [Put(doubted(context, self))]


def doubted(context: Context, given: RaiseDoubt) -> PointsDoubt:
    """The doubt as it is raised. Raises Refused: doubt_too_large."""
    if not given.about or len(given.about) > MOST_ABOUT or len(given.people) > MOST_PEOPLE:
        raise Refused("doubt_too_large", most=MOST_ABOUT)
    return PointsDoubt(
        id=given.doubt,
        why=given.why,
        kind=given.kind,
        about=given.about,
        people=given.people,
        figure=given.figure,
        limit=given.limit,
        raised_at=context.now,
    )


def to_decide(context: Context, look: Look, id_: str) -> PointsDoubt:
    """The doubt, for who may decide it now. Raises Refused: no_such_record, points_off, clerk_may_not,
    not_for_yourself, decided_already."""
    need_points(look)
    no_clerk(context)
    found = required(look, PointsDoubt, id_)
    me = context.actor.person
    if me in found.people:
        raise Refused("not_for_yourself")
    if found.standing != "open" and not (context.actor.has(Role.EHS_MANAGER) and found.decided_by != me):
        raise Refused("decided_already")
    return found


@operation("points_doubts.decide", roles=OFFICE, offline=False)
@dataclass(frozen=True, kw_only=True)
class DecideDoubt:
    """It is in order, or it is upheld and the points go back; always with why. An EHS manager who has not decided it
    may decide it otherwise."""

    points_doubt: Annotated[str, Ref("points_doubt")]
    verdict: Literal["fine", "upheld"]
    reason: Annotated[str, Text(most=200, least=2)]

    def decide(self, context: Context, look: Look) -> list[Change]:
        found = to_decide(context, look, self.points_doubt)
        if found.standing == self.verdict:
            raise Refused("decided_already")
        ledger = Ledger(context, look)
        if found.why != "reversal":  # which is about who did it: nothing of theirs rests on it
            barred(ledger, found, lift=self.verdict == "fine")
        decided = replace(
            found,
            standing=self.verdict,
            decided_by=context.actor.person,
            decided_at=context.now,
            said=self.reason,
        )
        taken = tuple(sorted({one.payer for one in ledger.entries if one.meaning == "taken_back"}))
        told = [Tell(taken, "points_taken_back", found.id, {"reason": self.reason})] if taken else []
        return [*ledger.changes(), Put(decided), *told]


def barred(ledger: Ledger, doubt: PointsDoubt, *, lift: bool) -> None:
    """Bars the doubt's people from the points of its records, or lifts the bars that it had set; and settles them."""
    if lift:
        known: tuple[Bar, ...] = ledger.look.find("points_bar", doubt=doubt.id)
        ledger.bars = {one.id: replace(one, lifted_at=ledger.context.now) for one in known if one.lifted_at is None}
    else:
        for source in doubt.about:
            for person in doubt.people:
                _bar(ledger, doubt, source, person)
    budget = budget_of(ledger.look)
    for source in dict.fromkeys(one.source for one in ledger.bars.values()):
        one = ledger.look.get(doubt.kind, source)
        if one is not None and budget is not None:
            settle(ledger, budget, Source(kind=doubt.kind, id=source), one)


def _bar(ledger: Ledger, doubt: PointsDoubt, source: str, person: str) -> None:
    """A bar that another doubt has set stays that one's."""
    id_ = bar_id(doubt.kind, source, person)
    there: Bar | None = ledger.look.get("points_bar", id_)
    if there is None or there.lifted_at is not None:
        ledger.bars[id_] = Bar(id=id_, doubt=doubt.id, person=person, source_kind=doubt.kind, source=source)
