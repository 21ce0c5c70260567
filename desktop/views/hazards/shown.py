"""A hazard as this console shows it: the record, and whether the hub has yet to confirm what was done here."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from desktop import words
from desktop.workbench import Workbench
from services.core.hazards import TO_FIX, TO_REVIEW, Hazard, State
from services.core.people import Person
from services.store.queries.conflicts import ConflictRow, conflict_rows
from services.store.queries.finding import HazardName
from services.store.queries.hazard_pages import HazardCounts, Part, hazard_counts, hazard_listing, review_rows
from services.store.queries.hazards import HazardRow, hazard_rows

if TYPE_CHECKING:
    from services.store.queries.paging import Listing
    from services.store.records import Records

translate = QCoreApplication.translate
MOST_HELD = 500


@dataclass(frozen=True)
class Shown:
    """`unconfirmed`: changed here, the hub's word is awaited; `approved`: by an approval. `stale`: the hub refused an
    approval of these photos' predecessors, and nobody has looked since."""

    row: HazardRow
    unconfirmed: bool = False
    stale: bool = False
    approved: bool = False

    @property
    def id(self) -> str:
        """The hazard's id."""
        return self.row.id

    @property
    def hazard(self) -> Hazard:
        """The record."""
        return self.row.hazard

    @property
    def mine(self) -> bool:
        """Whether it waits for my review."""
        return self.row.mine and not self.approved

    @property
    def status(self) -> str:
        """The sign: normal, pending, overdue, unknown."""
        if self.hazard.state in (State.REJECTED, State.MERGED):
            return "unknown"
        if self.hazard.state == State.CLOSED:
            return "normal"
        return "overdue" if self.row.overdue else "pending"


class Showing:
    """What a console shows of its hazards at a moment: what waits for the hub's word and which approvals were refused
    is asked once."""

    def __init__(self, workbench: Workbench) -> None:
        self._workbench = workbench
        self.waiting = workbench.unconfirmed()
        self._approved = workbench.unconfirmed("hazards.approve") if self.waiting else self.waiting
        self._refused = _stale(workbench)
        self.counts: HazardCounts = workbench.ask(hazard_counts, now=workbench.now())

    def _shown(self, row: HazardRow) -> Shown:
        stale = _since_fix(row, self._refused.get(row.id))
        return Shown(row, row.id in self.waiting, stale, row.id in self._approved)

    @property
    def many(self) -> bool:
        """Whether there are too many open ones to be held: then they are read page by page, too."""
        return self.counts.open > MOST_HELD

    def hazards(self, *also: str) -> tuple[Shown, ...]:
        """The open hazards by urgency (of too many, what waits for a review), then what the hub has yet to confirm and
        those named `also`."""
        me, now = self._workbench.me, self._workbench.now()
        given = {"now": now, "me": me.id if me else None, "also": self.waiting.union(also)}
        if self.many:
            rows = self._workbench.ask(review_rows, most=MOST_HELD, **given)
            return tuple(self._shown(row) for row in rows)
        return tuple(self._shown(row) for row in self._workbench.ask(hazard_rows, **given))

    def listing(self, part: Part) -> "Listing":
        """All hazards page by page, or a part of them."""
        if part == "open" and self.counts.open == self.counts.clocked:
            part = "clocked"  # the same ones, faster
        me = self._workbench.me
        all_ = hazard_listing(self._workbench.now(), me.id if me else None, part=part, but=self.waiting)

        def read(look: "Records", rows: Sequence[Any]) -> list[Shown]:
            return [self._shown(row) for row in all_.read(look, rows)]

        return replace(all_, read=read)


def _stale(workbench: Workbench) -> dict[str, datetime]:
    return {row.args["hazard"]: row.at for row in refused_approvals(workbench) if row.code == "stale"}


def refused_approvals(workbench: Workbench) -> tuple[ConflictRow, ...]:
    """Approvals made here that the hub has refused and that wait for a decision."""
    rows: tuple[ConflictRow, ...] = workbench.ask(conflict_rows)
    return tuple(row for row in rows if row.kind == "hazards.approve")


def _since_fix(row: HazardRow, refused_at: datetime | None) -> bool:
    if refused_at is None or row.hazard.state not in TO_REVIEW:
        return False
    fixed = row.hazard.fixed_at
    return fixed is not None and refused_at >= fixed


def queue_of(shown: Sequence[Shown]) -> tuple[Shown, ...]:
    """What waits for my review, the most urgent first."""
    return tuple(one for one in shown if one.mine)


def called(hazard: Hazard | HazardName) -> str:
    """What people call it: its description, else its category."""
    return hazard.description or words.category(hazard.category)


def number(hazard: Hazard) -> str:
    """Its number, once the hub has given one."""
    return hazard.number or translate("Hazards", "to be numbered")


def state(one: Shown) -> str:
    """Where the ball is, in words; what the hub has not confirmed is said to be so."""
    if one.unconfirmed:
        return _unconfirmed(one)
    word = words.say(f"state.{one.hazard.state.value}")
    if one.row.kept and one.hazard.state in TO_REVIEW:
        return translate("Hazards", "{state} · needs another").format(state=word)
    if one.row.plan_lacks:
        return translate("Hazards", "{state} · major, no plan").format(state=word)
    return translate("Hazards", "{state} · photos changed").format(state=word) if one.stale else word


def _unconfirmed(one: Shown) -> str:
    hazard = one.hazard
    if one.approved and hazard.state in TO_REVIEW:
        return translate("Hazards", "Approved by me, not yet confirmed")
    if hazard.state == State.FIXING and hazard.return_reason:
        return translate("Hazards", "Returned by me, not yet confirmed")
    if hazard.state == State.REJECTED:
        return translate("Hazards", "Rejected by me, not yet confirmed")
    word = words.say(f"state.{hazard.state.value}")
    return translate("Hazards", "{state}, not yet confirmed").format(state=word)


def kept_sentence(one: Shown) -> str:
    """Whose approval is kept and does not count; empty where there is none, or where nobody waits for a review."""
    if not one.row.kept or one.hazard.state not in TO_REVIEW:
        return ""
    text = translate(
        "Hazards", "{who} approved it while holding the role, which was withdrawn before: another must review."
    )
    return text.format(who=words.listed(name(person) for person in one.row.kept))


def review_word(hazard: Hazard) -> str:
    """First or second review."""
    if hazard.state == State.FIRST_PASSED:
        return translate("Hazards", "second review")
    return translate("Hazards", "first review")


def sent_to(row: HazardRow) -> str:
    """The person or team it was sent to."""
    if row.assignee:
        return name(row.assignee)
    return row.team.name if row.team else "–"


def holder(one: Shown) -> str:
    """Who has the ball: whom it was sent to, then the reviewers, then nobody."""
    hazard = one.hazard
    if not hazard.open:
        return "–"
    if hazard.state in TO_REVIEW:
        return translate("Hazards", "me") if one.mine else translate("Hazards", "reviewers")
    return sent_to(one.row)


def name(person: Person | None) -> str:
    """A person's name; what is left of it after an erasure."""
    if person is None:
        return "–"
    return person.name or translate("Hazards", "(erased)")


def reporter(row: HazardRow) -> str:
    """Who saw it; a phone that was not signed in has no name."""
    if row.hazard.reporter is None:
        return translate("Hazards", "no name given")
    return name(row.reporter)


def clock(one: Shown, now: datetime) -> str:
    """How long the next one has, or is late."""
    return words.clock(one.row.clock, now) if one.row.clock else "–"


def to_fix(hazard: Hazard) -> bool:
    """Whether it can still be sent to somebody."""
    return hazard.state == State.REPORTED or hazard.state in TO_FIX
