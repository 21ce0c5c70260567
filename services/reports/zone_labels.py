"""From zones with their labels to what is printed; what the console's page and the command share."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from services import words
from services.core.labels import MAC_BYTES, Label, address_of
from services.core.plant import the_plant
from services.core.refused import Refused
from services.reports.label_face import LabelFacts
from services.reports.label_sheets import FOLDER, load_template

if TYPE_CHECKING:
    from services.reports.labels import Printed, Proof, Sheet
    from services.store.queries.people import ZoneRow
    from services.store.records import Records


def label_facts(look: "Records", rows: Sequence["ZoneRow"], lang: str = "zh") -> list[LabelFacts]:
    """What stands on each zone's label; zones without a good label are left out. Raises Refused: no_address."""
    from services.store.queries.risk import zone_risks

    plant = the_plant(look)
    if plant.address is None:
        raise Refused("no_address")
    risks = zone_risks(look)
    return [
        LabelFacts(
            url=address_of(plant.address, row.label),
            code=row.zone.code,
            name=row.zone.name,
            zone_class=row.zone.zone_class,
            class_word=words.say(f"label.class.{row.zone.zone_class}", lang),
            supervisor=row.supervisor.name if row.supervisor else "",
            phone=(row.supervisor.phone or "") if row.supervisor else "",
            plant=plant.name,
            risk=risks[row.zone.id].level,
            risk_word=words.say(f"risk.level.{risks[row.zone.id].level}", lang),
            emergency=" ".join(filter(None, (row.zone.emergency, row.zone.phone))),
            until=_until(row.label, plant.timezone, lang),
        )
        for row in rows
        if row.label is not None
    ]


def _until(label: Label, timezone: str, lang: str) -> str:
    """The last day on which a label that ends can be used."""
    if label.ends_at is None:
        return ""
    last = (label.ends_at - timedelta(seconds=1)).astimezone(ZoneInfo(timezone))
    return words.say("label.until", lang, day=last.strftime("%Y-%m-%d"))


def blank_facts(look: "Records", labels: Sequence[Label], lang: str = "zh") -> list[LabelFacts]:
    """What stands on labels that hang nowhere yet. It stays true when they are bound. Raises Refused: no_address."""
    plant = the_plant(look)
    if plant.address is None:
        raise Refused("no_address")
    said = words.say("label.blank", lang), words.say("label.blank_class", lang)
    return [
        LabelFacts(
            url=address_of(plant.address, label),
            code=label.code,
            name=said[0],
            zone_class="",
            class_word=said[1],
            plant=plant.name,
        )
        for label in labels
    ]


def as_if_issued(rows: Sequence["ZoneRow"], now: datetime) -> "list[ZoneRow]":
    """The same zones, those without a good label with a stand-in: as long as a real one, and sealed by nobody. For
    looking at, never for printing."""
    return [row if row.label else replace(row, label=_stand_in(row, now)) for row in rows]


def _stand_in(row: "ZoneRow", now: datetime) -> Label:
    seal = "A" * (4 * MAC_BYTES // 3)
    return Label(id="", zone=row.zone.id, code=row.zone.code, version=1, key=1, mac=seal, issued_at=now)


def sample_facts(lang: str) -> LabelFacts:
    """The record by which a template is shown where there is no plant; nobody has sealed its code."""
    sample: dict[str, dict[str, str]] = json.loads((FOLDER / "sample.json").read_text("utf-8"))
    return LabelFacts(**sample[lang])


def proof_of(template: str, facts: Sequence[LabelFacts], *, used: Sequence[int] = (), lang: str = "zh") -> "Proof":
    """How these labels would come out on a template, and what is measured there; nothing is written."""
    from services.reports.labels import proof_labels

    return proof_labels(load_template(template), facts, used=tuple(used), lang=lang)


def print_to(
    out: str,
    template: str | None,
    facts: Sequence[LabelFacts],
    *,
    dpi: int | None = None,
    language: str = "zpl",
    skip: int = 0,
    used: Sequence[int] = (),
    offset: tuple[float, float] = (0.0, 0.0),
    scale: float = 1.0,
    lang: str = "zh",
) -> "Printed":
    """Prints what can be read back from the rendered page, and keeps back the rest (see print_out)."""
    from services.reports.label_output import paper, print_out

    sheet = paper(template, out, dpi)
    how: Sheet = {"skip": skip, "used": tuple(used), "offset_mm": offset, "scale": scale, "lang": lang}
    return print_out(sheet, facts, out, language, **how)
