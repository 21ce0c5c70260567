"""Warns of what ends: certificates, contractors' papers and inductions, work permits. What was told stands in the
records: whatever is restarted, nothing is missed by it or told twice. What a plant does not use is left alone."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from services.core.contractor_warnings import due_step, permit_due
from services.core.contractors import policy
from services.core.ids import id_from
from services.core.modules import uses
from services.core.training_warnings import due_warning
from services.hub.hub import Hub
from services.hub.looking import Looking
from services.store.queries.contractors import living_papers
from services.store.queries.permits import living_permits
from services.store.records import Records

EVERY_S = 300.0
Warning = tuple[str, dict[str, Any], str]  # the operation, its arguments, and its id


class Reminding(Looking):
    """Looks every five minutes."""

    def __init__(self, hub: Hub) -> None:
        super().__init__("reminding", lambda: self.look(hub.now()), EVERY_S)
        self.hub = hub

    def look(self, now: datetime) -> None:
        """One look."""
        with self.hub.store.look() as look:
            found = list(_due(look, now)) if look.find("plant") else []
        for kind, args, id_ in found:
            self.hub.note(kind, args, id_)


def _due(look: Records, now: datetime) -> Iterator[Warning]:
    if uses(look, "training"):
        yield from _certificates(look, now)
    if uses(look, "contractors"):
        yield from _contractors(look, now)


def _certificates(look: Records, now: datetime) -> Iterator[Warning]:
    plant = look.find("plant")[0]
    today = now.astimezone(ZoneInfo(plant.timezone)).date()
    here = {one.id for one in look.find("person") if one.here}
    for one in look.find("certificate"):
        step = due_warning(one, plant, today)
        if step is not None and one.person in here:
            yield _step("certificates.warn", "certificate", one.id, str(one.until), step)


def _contractors(look: Records, now: datetime) -> Iterator[Warning]:
    """Of each company the papers that count, of its people those who come; nobody is told of who is on the black
    list."""
    rules, today = policy(look), now.astimezone(ZoneInfo(look.find("plant")[0].timezone)).date()
    living = {one.id for one in look.find("contractor") if one.retired_at is None and one.banned_at is None}
    for paper in (paper for one in sorted(living) for paper in living_papers(look, one)):
        step = due_step(paper.valid_until, paper.warned, rules.warn_days, today)
        if step is not None:
            yield _step("contractor_papers.warn", "contractor_paper", paper.id, str(paper.valid_until), step)
    for member in look.find("contractor_person"):
        comes = member.ended_at is None and member.banned_at is None and member.contractor in living
        step = due_step(member.valid_until, member.warned, rules.warn_days, today) if comes else None
        if step is not None:
            yield _step("contractor_people.warn", "contractor_person", member.id, str(member.valid_until), step)
    for permit in living_permits(look):
        if permit_due(permit, rules, now):
            id_ = id_from("permits.warn", permit.id, permit.ends_at.isoformat())
            yield "permits.warn", {"permit": permit.id}, id_


def _step(kind: str, of: str, id_: str, until: str, step: int) -> Warning:
    return kind, {of: id_, "step": step}, id_from(kind, id_, until, str(step))
