"""The rows of alerts, approvals, drills and training that wait for me: one each, with how many and the oldest."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop import words
from desktop.views.today.line import MINE, Line

if TYPE_CHECKING:
    from desktop.views.today.facts import Facts

translate = QCoreApplication.translate


def due_lines(facts: "Facts") -> Iterator[Line]:
    """Alerts first, as somebody may be in danger."""
    yield from _alerts(facts)
    yield from _approvals(facts)
    yield from _checks(facts)
    yield from _drills(facts)
    yield from _training(facts)


def _alerts(facts: "Facts") -> Iterator[Line]:
    found, many = facts.due.alerts, len(facts.due.alerts)
    if found:
        first = found[0]
        rule = first.rule.name if first.rule else words.say("record.alert")
        yield Line(
            id="alerts",
            group=MINE,
            sign="overdue",
            what=translate("DueToday", "%n alerts wait for an answer", "", many),
            note=f"{rule} · {first.alert.key}",
            zone=first.zone.name if first.zone else "",
            badge=first.zone.zone_class if first.zone else "",
            who=translate("DueToday", "me"),
            role=translate("DueToday", "to answer"),
            clock=words.when(first.alert.raised_at, facts.now),
            tone="overdue",
            deed=translate("DueToday", "Answer"),
            page="alerts",
            kind="alert" if len(found) == 1 else "",
            record=first.id if len(found) == 1 else "",
        )
    if facts.due.drill is not None:
        what = translate("DueToday", "A drill of alerts waits for your answer")
        clock = words.when(facts.due.drill.made_at, facts.now)
        yield _mine("alert_drill", what, clock, translate("DueToday", "Answer"), "alerts")


def _approvals(facts: "Facts") -> Iterator[Line]:
    orders, by_hand = facts.due.orders, facts.due.by_hand
    many, waiting = len(orders), len(by_hand)
    if orders:
        first = min(orders, key=lambda one: one.redemption.at)
        what = translate("DueToday", "%n redemptions to approve", "", many)
        clock = words.when(first.redemption.at, facts.now)
        note = " · ".join(filter(None, (first.what, first.person.name if first.person else "")))
        yield _mine("redemptions", what, clock, translate("DueToday", "Approve"), "points", "orders", note)
    if by_hand:
        first_hand = by_hand[0]
        what = translate("DueToday", "%n proposals of points to decide", "", waiting)
        clock = words.when(first_hand.adjustment.proposed_at, facts.now)
        yield _mine("by_hand", what, clock, translate("DueToday", "Decide"), "points", "by_hand", first_hand.name)
    counts, counted = facts.due.counts, len(facts.due.counts)
    if counts:
        what = translate("DueToday", "%n stock counts to decide", "", counted)
        clock = words.when(counts[0].count.at, facts.now)
        yield _mine("counts", what, clock, translate("DueToday", "Decide"), "points", "goods", counts[0].name)


def _checks(facts: "Facts") -> Iterator[Line]:
    again, doubts = facts.due.rechecks, facts.due.doubts
    to_look, to_decide = len(again), len(doubts)
    if again:
        what = translate("DueToday", "%n random re-checks for you", "", to_look)
        note = f"{again[0].zone} · {again[0].called}"
        clock = words.clock(again[0].recheck.due_at, facts.now)
        yield _mine("rechecks", what, clock, translate("DueToday", "Look"), "points", "rechecks", note)
    if doubts:
        what = translate("DueToday", "%n doubts about points to decide", "", to_decide)
        clock = words.when(doubts[0].doubt.raised_at, facts.now)
        note = words.say(f"value.why.{doubts[0].doubt.why}")
        yield _mine("doubts", what, clock, translate("DueToday", "Decide"), "points", "checks", note)


def _drills(facts: "Facts") -> Iterator[Line]:
    over = [one for one in facts.due.drills if one.stands == "over"]
    ahead = [one for one in facts.due.drills if one.stands == "planned"]
    to_judge, to_hold = len(over), len(ahead)
    for id_, some, said in (
        ("drills_over", over, translate("DueToday", "%n drills to evaluate", "", to_judge)),
        ("drills_ahead", ahead, translate("DueToday", "%n drills to hold", "", to_hold)),
    ):
        if some:
            clock = words.clock(some[0].drill.planned_at, facts.now)
            yield _mine(id_, said, clock, translate("DueToday", "Open"), "training", "drills", some[0].plan)


def _training(facts: "Facts") -> Iterator[Line]:
    gaps = facts.due.gaps
    if gaps:
        many, barred = len(gaps), sum(gap.barred for gap in gaps)
        soonest = min((gap.until for gap in gaps if gap.until is not None), default=None)
        what = translate("DueToday", "%n of your trainings or certificates are due", "", many)
        note = translate("DueToday", "%n missing or over", "", barred) if barred else ""
        clock = soonest.isoformat() if soonest else ""
        yield _mine("my_training", what, clock, translate("DueToday", "Open"), "training", "gaps", note)


def _mine(id_: str, what: str, clock: str, deed: str, page: str, part: str = "", note: str = "") -> Line:
    return Line(
        id=id_,
        group=MINE,
        sign="pending",
        what=what,
        note=note,
        who=translate("DueToday", "me"),
        clock=clock,
        deed=deed,
        page=page,
        part=part,
    )
