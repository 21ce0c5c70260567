"""The list's rows: everything that is dangerous, waits for me or did not get through, the most urgent first."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from desktop import words
from desktop.views.hazards.shown import Shown, called, holder, name, number, review_word, sent_to
from desktop.views.today.counts import counted
from desktop.views.today.due_lines import due_lines
from desktop.views.today.facts import Facts
from desktop.views.today.keeping_lines import keeping_lines
from desktop.views.today.line import DANGER, MINE, Line, group_words
from desktop.views.today.permit_lines import papers_ending, permits_in_danger, permits_to_sign
from desktop.views.today.unseen_lines import alarm_line, unseen_lines
from services.core.hazards import TO_REVIEW
from services.store.queries.conflicts import ConflictRow
from services.store.queries.hazards import HazardRow
from services.store.queries.labels import ReplacementRow
from services.store.queries.today import Round

translate = QCoreApplication.translate
MOST_NAMES = 6


def lines_of(facts: Facts) -> tuple[Line, ...]:
    """All rows; each thing once, where it is most urgent."""
    found: dict[str, Line] = {}
    for line in (*_danger(facts), *_mine(facts), *keeping_lines(facts), *unseen_lines(facts)):
        found.setdefault(line.id, line)
    rows = list(found.values())
    for at, line in enumerate(rows):
        if at == 0 or rows[at - 1].group != line.group:
            rows[at] = replace(line, head=group_words(line.group), many=counted(facts, line.group))
    return tuple(rows)


def _danger(facts: Facts) -> Iterator[Line]:
    """What is past its time, the longest first, then sensors."""
    late = [(row.clock or row.hazard.reported_at, _hazard(facts, row, DANGER)) for row in facts.danger.hazards]
    missed = [(one.inspection.closes_at, _missed(facts, one)) for one in facts.danger.missed]
    yield from (line for _, line in sorted((*late, *missed), key=lambda pair: (pair[0], pair[1].id)))
    yield from permits_in_danger(facts)
    yield from (alarm_line(facts, one) for one in facts.alarming)
    if facts.barred:
        yield _barred(facts)


def _barred(facts: Facts) -> Line:
    """People whose training or certificate is missing or over; the training page says what each lacks."""
    many = len(facts.barred)
    return Line(
        id="barred",
        group=DANGER,
        sign="overdue",
        what=translate("Today", "%n people may not work today: training or certificate", "", many),
        note=words.listed(facts.barred[:MOST_NAMES]) + ("…" if many > MOST_NAMES else ""),
        clock=translate("Today", "as of today"),
        deed=translate("Today", "Open"),
        page="training",
        part="barred",
    )


def _mine(facts: Facts) -> Iterator[Line]:
    """Conflicts first, as somebody believes each of them to be done; then the shortest clock."""
    yield from (_conflict(one, facts) for one in facts.conflicts)
    yield from due_lines(facts)
    mine = {row.id: row for row in (*facts.mine.reviews, *facts.mine.fixes, *facts.mine.strays)}
    clocks = [(row.clock or row.hazard.reported_at, _hazard(facts, row, MINE)) for row in mine.values()]
    rounds = [(one.inspection.closes_at, _due(facts, one)) for one in facts.mine.rounds]
    yield from (line for _, line in sorted((*clocks, *rounds), key=lambda pair: (pair[0], pair[1].id)))
    yield from permits_to_sign(facts)
    yield from papers_ending(facts)
    if len(facts.labels) > 1:
        yield _replacements(facts)
    else:
        yield from (_replacement(one, facts) for one in facts.labels)


def _replacement(one: ReplacementRow, facts: Facts) -> Line:
    """A label to be replaced on the wall."""
    new = one.place.label
    printed = new is not None and new.id != one.old.id and new.printed_at is not None
    ready, asked = translate("Today", "put up the new one and scan it"), translate("Today", "print a new one")
    return Line(
        id=one.id,
        group=MINE,
        sign="pending",
        what=translate("Today", "Replace the label: {why}").format(why=words.say(f"value.why.{one.task.why}")),
        note=" · ".join(filter(None, (one.task.word, ready if printed else asked))),
        zone=one.place.zone.name,
        badge=one.place.zone.zone_class,
        who=translate("Today", "me"),
        role=translate("Today", "to replace"),
        clock=words.when(one.task.opened_at, facts.now),
        deed=translate("Today", "Open"),
        page="labels",
        kind="label",
        record=one.place.zone.code,
    )


def _replacements(facts: Facts) -> Line:
    """Many labels are one way through the plant: they are counted, and the labels page shows them."""
    first, many = min(one.task.opened_at for one in facts.labels), len(facts.labels)
    return Line(
        id="label_replacements",
        group=MINE,
        sign="pending",
        what=translate("Today", "%n labels to be replaced on the wall", "", many),
        note=" · ".join(one.place.zone.name for one in facts.labels),
        who=translate("Today", "me"),
        role=translate("Today", "to replace"),
        clock=words.when(first, facts.now),
        deed=translate("Today", "Open"),
        page="labels",
        part="hanging",
    )


def _hazard(facts: Facts, row: HazardRow, group: str) -> Line:
    waits, hazard = row.id in facts.unconfirmed, row.hazard
    shown = Shown(row, waits, approved=waits)
    stray = row in facts.mine.strays
    mine = shown.mine or stray or row in facts.mine.fixes
    return Line(
        id=hazard.id,
        group=group,
        sign=shown.status,
        what=called(hazard),
        note=f"{number(hazard)} · {words.say(f'state.{hazard.state.value}')}",
        zone=row.zone.name,
        badge=row.zone.zone_class,
        who=translate("Today", "me") if mine else holder(shown),
        role=_role(row, mine=mine, stray=stray),
        clock=words.clock(row.clock, facts.now) if row.clock else words.when(hazard.reported_at, facts.now),
        tone="overdue" if row.overdue else "",
        deed=_deed(review=shown.mine, stray=stray),
        page="hazards",
        kind="hazard",
        record=hazard.id,
    )


def _role(row: HazardRow, *, mine: bool, stray: bool) -> str:
    """As what the one who has the ball is to act."""
    if row.hazard.state in TO_REVIEW:
        return review_word(row.hazard)
    if stray:
        return translate("Today", "to send on")
    if mine:
        return sent_to(row)
    return row.team.name if row.assignee and row.team else ""


def _deed(*, review: bool, stray: bool) -> str:
    if review:
        return translate("Today", "Review")
    return translate("Today", "Send on") if stray else translate("Today", "Open")


def _missed(facts: Facts, one: Round) -> Line:
    task = one.inspection
    what = translate("Today", "Missed: {plan}").format(plan=one.plan.name)
    ago = translate("Today", "missed {span} ago").format(span=words.lasting(facts.now - task.closes_at))
    return replace(_round(facts, one, what, ago), group=DANGER, sign="overdue", tone="overdue")


def _due(facts: Facts, one: Round) -> Line:
    what = translate("Today", "Inspection: {plan}").format(plan=one.plan.name)
    line = _round(facts, one, what, words.clock(one.inspection.closes_at, facts.now))
    role = translate("Today", "to inspect") if one.person else one.team.name if one.team else ""
    return replace(line, who=translate("Today", "me"), role=role)


def _round(facts: Facts, one: Round, what: str, clock: str) -> Line:
    task = one.inspection
    closes = words.local(task.closes_at).strftime("%H:%M")
    window = translate("Today", "window {opens} – {closes}").format(
        opens=words.when(task.opens_at, facts.now), closes=closes
    )
    return Line(
        id=task.id,
        group=MINE,
        sign="pending",
        what=what,
        note=f"{one.equipment.name} · {window}" if one.equipment else window,
        zone=one.zone.name,
        badge=one.zone.zone_class,
        who=_maker(one),
        role=one.team.name if one.person and one.team else "",
        clock=clock,
        deed=translate("Today", "Open"),
        page="map",
        kind="zone",
        record=one.zone.id,
    )


def _maker(one: Round) -> str:
    """Whose turn it was; a plan may leave that to whoever is there."""
    if one.person is not None:
        return name(one.person)
    return one.team.name if one.team else translate("Today", "anybody")


def _conflict(one: ConflictRow, facts: Facts) -> Line:
    return Line(
        id=one.operation,
        group=MINE,
        sign="pending",
        what=translate("Today", "Refused: {did}").format(did=words.say(f"op.{one.kind}")),
        note=words.say(f"refused.{one.code}", **one.facts),
        who=translate("Today", "me"),
        role=translate("Today", "to decide"),
        clock=words.when(one.at, facts.now),
        deed=translate("Today", "Decide"),
        page="conflicts",
        kind="conflict",
        record=one.operation,
    )
