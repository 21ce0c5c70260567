"""What a permit asks for and what has been done of it: signatures, gas readings, measures; each line with its sign."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop import words
from desktop.views.contractors.said import line_said
from desktop.widgets.parts import column, label, picture, row
from services.core.permit_forms import GasLimit
from services.core.permit_work import last_reading
from services.store.queries.permits import PermitRow

if TYPE_CHECKING:
    from datetime import datetime


class ListsPart(QWidget):
    """The three lists of one permit."""

    def __init__(self, one: PermitRow, now: "datetime") -> None:
        super().__init__()
        layout = column(gap=6)
        for title, lines in self._lists(one, now):
            if lines:
                layout.addSpacing(6)
                layout.addWidget(label(title, "head"))
            for sign, text, more in lines:
                told = column(label(text, wrap=True), gap=0)
                if more:
                    told.addWidget(label(more, "caption", wrap=True))
                line = row(picture(sign, "sign", 12), told, gap=8)
                line.setStretch(1, 1)
                layout.addLayout(line)
        self.setLayout(layout)

    def _lists(self, one: PermitRow, now: "datetime") -> list[tuple[str, list[tuple[str, str, str]]]]:
        permit = one.permit
        signed = [self._signature(one, place, now) for place in range(len(permit.signs))]
        gases = [self._gas(one, limit, now) for limit in permit.gases]
        done = len(permit.measures) - len(permit.open_measures)
        measures = [
            (
                "normal" if code in permit.confirmed else "unknown" if code in permit.not_needed else "pending",
                line_said("measure", code),
                self.tr("not needed here") if code in permit.not_needed else "",
            )
            for code in permit.measures
        ]
        return [
            (f"{words.say('field.permit.signed')} {len(permit.signed)}/{len(permit.signs)}", signed),
            (f"{words.say('field.permit.readings')} · {words.say(f'permit.gas_state.{one.gas}')}", gases),
            (f"{words.say('field.permit.measures')} {done}/{len(permit.measures)}", measures),
        ]

    def _signature(self, one: PermitRow, place: int, now: "datetime") -> tuple[str, str, str]:
        said = words.say(f"value.signs.{one.permit.signs[place]}")
        if place < len(one.permit.signed):
            done = one.permit.signed[place]
            return "normal", said, f"{one.name(done.person)} · {words.when(done.at, now)}"
        awaited = place == len(one.permit.signed) and one.signers
        waits = self.tr("waits for {names}").format(names=words.listed(one.signers[:4])) if awaited else ""
        return "pending", said, waits

    def _gas(self, one: PermitRow, limit: GasLimit, now: "datetime") -> tuple[str, str, str]:
        read = last_reading(one.permit, limit.gas)
        said = line_said("gas", limit.gas)
        bounds = self.tr("limit {limit}").format(limit=bounds_said(limit))
        if read is None:
            return "unknown", said, bounds
        spot = f" · {read.spot}" if read.spot else ""
        told = f"{bounds} · {words.when(read.at, now)} · {one.name(read.by)}{spot}"
        return "normal" if limit.holds(read.value) else "overdue", f"{said} {read.value:g} {limit.unit}", told


def bounds_said(limit: GasLimit) -> str:
    """19.5–23.5 %, or ≤ 10 %LEL."""
    if limit.least is not None and limit.most is not None:
        return f"{limit.least:g}–{limit.most:g} {limit.unit}"
    return f"≤ {limit.most:g} {limit.unit}" if limit.most is not None else f"≥ {limit.least or 0:g} {limit.unit}"
