"""The rows of work permits and of contractors' papers."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop import words
from desktop.views.contractors.said import called, stands
from desktop.views.today.line import DANGER, MINE, Line

if TYPE_CHECKING:
    from desktop.views.today.facts import Facts
    from services.store.queries.permits import PermitRow

translate = QCoreApplication.translate


def permits_in_danger(facts: "Facts") -> Iterator[Line]:
    """Work that goes on without a valid permit or a gas reading, or was stopped and not closed."""
    for row in facts.permits.danger:
        yield _permit(facts, row, DANGER)


def permits_to_sign(facts: "Facts") -> Iterator[Line]:
    """What waits for my signature."""
    for row in facts.permits.to_sign:
        yield _permit(facts, row, MINE)


def _permit(facts: "Facts", row: "PermitRow", group: str) -> Line:
    sign = row.permit.next_sign
    mine = group == MINE
    return Line(
        id=row.id,
        group=group,
        sign="overdue" if group == DANGER else "pending",
        what=f"{called(row.permit)} · {row.permit.task}",
        note=" · ".join(filter(None, (row.permit.number, stands(row)))),
        zone=row.zone.name,
        badge=row.zone.zone_class,
        who=translate("Today", "me") if mine else row.name(row.permit.leader),
        role=words.say(f"value.signs.{sign}") if mine and sign else words.say("field.permit.leader"),
        clock=words.clock(row.permit.ends_at, facts.now),
        tone="overdue" if row.expired else "",
        deed=translate("Today", "Sign") if mine else translate("Today", "Open"),
        page="contractors",
        kind="permit",
        record=row.id,
    )


def papers_ending(facts: "Facts") -> Iterator[Line]:
    """All papers and inductions that end soon in one row: the page shows them."""
    if facts.endings:
        first, many = facts.endings[0], len(facts.endings)
        yield Line(
            id="contractor_endings",
            group=MINE,
            sign="overdue" if first.step == 0 else "pending",
            what=translate("Today", "%n papers or inductions of contractors end soon or have", "", many),
            note=f"{first.whose} · {first.what}",
            who=translate("Today", "me"),
            role=translate("Today", "to renew"),
            clock=first.until.isoformat(),
            tone="overdue" if first.step == 0 else "",
            deed=translate("Today", "Open"),
            page="contractors",
            part="companies",
        )
