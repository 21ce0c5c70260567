"""The side panel while things are put on the plan: the palette, the form of a new thing, or the one that is chosen."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.style.icons import pixmap
from desktop.views.floor_plan.hand import Placing
from desktop.views.floor_plan.shapes import MapSymbol
from desktop.views.floor_plan.thing_forms import Offered, ThingFields, new_form
from desktop.views.floor_plan.thing_palette import ThingPalette
from desktop.widgets import unconfirmed
from desktop.widgets.form import Form
from desktop.widgets.parts import button, column, label, row
from desktop.widgets.side_panel import SidePanel
from services.core.geometry import Point


class ThingPanel(SidePanel):
    """`wanted` carries what is taken in hand, `saved` the values of a new thing, `changed` an operation and its
    arguments."""

    wanted = Signal(object)
    saved = Signal(object)
    given_up = Signal()
    changed = Signal(str, object)
    off_wanted = Signal()
    retire_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("thingPanel")
        self._form: Form | None = None
        self._palette: ThingPalette | None = None
        self._shown: object = None
        self._spot = label()
        self._mark: QWidget = label()

    def show_palette(self, waiting: tuple[Placing, ...], in_hand: Placing | None) -> None:
        """What can be put on the plan; what is searched for stays while the same things wait."""
        if self._palette is not None and self._shown == waiting and self.isVisible():
            self._palette.mark(in_hand)
            return
        self._begin(self.tr("Put on the plan"), waiting)
        self.body.addWidget(
            label(self.tr("Click a sign, then the plan; or drag it there. Esc gives it back."), "muted", wrap=True)
        )
        self._palette = ThingPalette(waiting, in_hand)
        self._palette.wanted.connect(self.wanted)
        self.body.addWidget(self._palette)
        self.end()

    def ask_for(self, what: Placing, at: Point, offered: Offered, zone: str, leads_to: str = "") -> None:
        """The form of a new thing at a place; what has been typed stays while it is put elsewhere."""
        if self._form is not None and self._shown == what and self.isVisible():
            self._spot.setText(self._place(at))
            return
        self._begin(self.tr("New on the plan"), what)
        self._form = new_form(what.kind, what.sort, offered, zone, leads_to)
        self._form.entered.connect(self._on_save)
        self._spot = label(self._place(at), "caption", "thingSpot")
        sign = label()
        sign.setPixmap(pixmap(what.glyph, 24, "accent"))
        self.body.addLayout(row(sign, label(what.name, "head"), None))
        self.body.addWidget(self._form)
        self.body.addWidget(self._spot)
        self.foot.addWidget(button(self.tr("Save"), "saveThing", self._on_save, "primary"), 1)
        self.foot.addWidget(button(self.tr("Cancel"), "cancelThing", self.given_up.emit))
        self.end()
        self._form.begin()

    def show_thing(self, thing: MapSymbol, record: Any, zone: str, offered: Offered, *, waits: bool) -> None:
        """One that stands on the plan."""
        if self._shown == record and self.isVisible():
            self._mark.setVisible(waits)
            return
        self._begin(record.name, record)
        sign = label()
        sign.setPixmap(pixmap(thing.glyph, 24, "accent"))
        self.body.addLayout(row(sign, label(thing.words, "muted", "thingWords"), None, gap=10))
        self._mark = unconfirmed.mark("thingUnconfirmed")
        self.body.addWidget(self._mark)
        self._mark.setVisible(waits)
        facts = column(
            label(f"{record.code} · {zone}", "", "thingZone", wrap=True, copy=True),
            label(self._place((thing.x, thing.y)), "caption", "thingSpot"),
            gap=2,
        )
        self.body.addLayout(facts)
        fields = ThingFields(thing.kind, record, offered)
        fields.changed.connect(self.changed)
        self.body.addWidget(fields)
        told = self.tr("Drag it, or push it by the arrow keys. Every change is saved at once and can be undone.")
        self.body.addWidget(label(told, "caption", wrap=True))
        self.foot.addWidget(button(self.tr("Take off the plan"), "thingOff", self.off_wanted.emit))
        self.foot.addWidget(button(self.tr("Retire"), "thingRetire", self.retire_wanted.emit, "", "trash"))
        self.foot.addStretch(1)
        self.end()

    def put_away(self) -> None:
        """Nothing of this is shown any more."""
        self._form = self._palette = self._shown = None
        self.hide()

    @property
    def asks_for_new(self) -> bool:
        """Whether the form of a new thing is open."""
        return self._form is not None and self.isVisible()

    def _begin(self, title: str, shown: object) -> None:
        self._form, self._palette, self._shown = None, None, shown
        self.start(title)

    def _on_save(self) -> None:
        if self._form is None:
            return
        missing = self._form.missing()
        if missing is None:
            self.saved.emit(self._form.values())
            return
        field = self._first_empty()
        if field is not None:
            field.setFocus()
            field.setPlaceholderText(self.tr("Please fill in: {field}").format(field=missing))

    def _first_empty(self) -> QLineEdit | None:
        lines = self._form.findChildren(QLineEdit) if self._form is not None else []
        names = {"thingCode", "thingName", "thingUnit"}
        return next((one for one in lines if one.objectName() in names and not one.text().strip()), None)

    def _place(self, at: Point) -> str:
        return self.tr("At {x} m, {y} m").format(x=f"{at[0]:.2f}", y=f"{at[1]:.2f}")
