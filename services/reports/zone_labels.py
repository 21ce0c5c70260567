"""From zones with their labels to what is printed; what the console's page and the command share."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from services import words
from services.core.labels import address_of
from services.core.plant import the_plant
from services.core.refused import Refused
from services.reports.label_face import LabelFacts
from services.reports.label_sheets import load_template

if TYPE_CHECKING:
    from services.reports.labels import Printed
    from services.store.queries.people import ZoneRow
    from services.store.records import Records


def label_facts(look: "Records", rows: Sequence["ZoneRow"], lang: str = "zh") -> list[LabelFacts]:
    """What stands on each zone's label; zones without a good label are left out. Raises Refused: no_address."""
    plant = the_plant(look)
    if plant.address is None:
        raise Refused("no_address")
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
        )
        for row in rows
        if row.label is not None
    ]


def print_to(
    out: Path,
    template: str,
    facts: Sequence[LabelFacts],
    *,
    skip: int = 0,
    used: Sequence[int] = (),
    offset: tuple[float, float] = (0.0, 0.0),
    scale: float = 1.0,
    lang: str = "zh",
) -> "Printed":
    """Prints what can be read back from the rendered page, and keeps back the rest (see print_labels)."""
    from services.reports.labels import print_labels

    sheet = load_template(template)
    return print_labels(sheet, facts, out, skip=skip, used=tuple(used), offset_mm=offset, scale=scale, lang=lang)
