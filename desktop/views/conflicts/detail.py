"""One conflict: my basis, the present, the difference; the photos of an approval, the outlines of a zone, the fields of
anything else."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from desktop import words
from desktop.style.signs import badge_pixmap, sign_pixmap
from desktop.style.theme import theme
from desktop.style.tokens import HEAD
from desktop.views.conflicts.difference import Difference
from desktop.views.conflicts.fields import FieldsTable, fields_of
from desktop.views.conflicts.outlines import ComparedOutlines, outlines_of
from desktop.views.conflicts.photos import ComparedPhotos
from desktop.views.conflicts.said import about, because, holder, how, is_review, wanted, who
from desktop.views.hazards.shown import Showing, Shown
from desktop.widgets.parts import box, column, label, row
from desktop.widgets.pictures import Pictures
from desktop.workbench import Workbench
from services.store.queries.conflicts import Conflict, happened_since
from services.store.queries.journal import names_of


class Detail(QWidget):
    """`seen_changed` when another photo has been on the screen."""

    seen_changed = Signal()

    def __init__(self, workbench: Workbench, pictures: Pictures) -> None:
        super().__init__()
        self.setObjectName("conflictDetail")
        self._workbench = workbench
        self._one: Conflict | None = None
        self.hazard: Shown | None = None
        self.photos = ComparedPhotos(workbench, pictures)
        self.photos.seen_changed.connect(self.seen_changed)
        self.fields = FieldsTable()
        self.outlines = ComparedOutlines()
        told = column(gap=12)
        told.addWidget(self.outlines, 1)
        told.addWidget(self.fields, 1)
        self.both = QStackedWidget()
        self.both.addWidget(self.photos)
        self.both.addWidget(box(told))
        self.difference = Difference()
        self._why = label("", "error", "conflictWhy", wrap=True)
        self._red = box(row(self._why, margins=(12, 8, 12, 8)), "danger")
        columns = row(gap=16)
        columns.addWidget(self.both, 1)
        columns.addWidget(self.difference)
        inner = column(self._red, gap=4, margins=(16, 0, 16, 12))
        inner.addLayout(columns, 1)
        whole = column(self._head(), gap=0)
        whole.addLayout(inner, 1)
        self.setLayout(whole)
        theme.changed.connect(self._tint)

    def _head(self) -> QWidget:
        self._title = label("", "desk-title", "conflictTitle")
        self._badge = QLabel()
        self._where = label("", "muted", "conflictWhere", copy=True)
        self._sign, self._state = QLabel(), label("", "", "conflictState")
        pill = box(row(self._sign, self._state, gap=6, margins=(12, 0, 12, 0)), "pill")
        pill.setFixedHeight(28)
        made = box(row(self._title, self._badge, self._where, None, pill, gap=10, margins=(16, 0, 16, 0)))
        made.setFixedHeight(HEAD)
        return made

    def show_conflict(self, one: Conflict) -> None:
        """This one, as things stand now."""
        self._one = one
        title = f"{wanted(one)} · {about(one)}" if about(one) else wanted(one)
        self._title.setText(title if len(title) <= 40 else title[:39] + "…")
        self._title.setToolTip(title)
        self._where.setText(self._place(one))
        self._why.setText(because(one))
        self._red.setVisible(one.row.settled is None)
        names = self._workbench.ask(names_of)
        now = self._workbench.now()
        since = self._workbench.ask(happened_since, one=one)
        self.difference.show_conflict(one, since, names, now)
        self.hazard = self._hazard(one)
        if self.hazard is not None:
            self.photos.show_conflict(one, self.hazard, self._heads(one), names.get(str(one.seen.get("fixed_by")), ""))
            self.both.setCurrentWidget(self.photos)
        else:
            self._show_fields(one, names)
        self._tint()

    def _show_fields(self, one: Conflict, names: dict[str, str]) -> None:
        """Field by field; an outline as a picture."""
        heads, shapes = self._heads(one), self._workbench.ask(outlines_of, one=one)
        fields = tuple(field for field in fields_of(one, names) if shapes is None or field.key != "polygon")
        self.fields.show_fields(fields, heads)
        self.fields.setVisible(bool(fields) or shapes is None)
        self.outlines.setVisible(shapes is not None)
        if shapes is not None:
            self.outlines.show_outlines(shapes, heads)
        self.both.setCurrentIndex(1)

    @property
    def seen(self) -> bool:
        """Whether all photos that are there now have been on the screen."""
        return self.photos.present_seen

    def _hazard(self, one: Conflict) -> Shown | None:
        """The hazard of an approval, as the other pages show it."""
        if not is_review(one) or one.target is None:
            return None
        rows = Showing(self._workbench).hazards(one.target.id)
        return next((row for row in rows if row.id == one.target.id), None)

    def _heads(self, one: Conflict) -> tuple[str, str]:
        when = words.when(one.row.made_at, self._workbench.now())
        me, present = self._workbench.me, self.tr("The present")
        if one.holder is not None and one.target is None:
            present = self.tr("The present · {what}").format(what=holder(one))
        if me is not None and one.row.by == me.id:
            mine = self.tr("My outline · {when}") if "polygon" in one.row.args else self.tr("My basis · {when}")
            return mine.format(when=when), present
        return self.tr("What {who} wanted · {when}").format(who=who(one), when=when), present

    def _place(self, one: Conflict) -> str:
        """Zone and number of a hazard."""
        if one.thing != "hazard" or one.target is None:
            return ""
        hazard = one.target
        zone = self._workbench.ask(lambda look: look.get("zone", hazard.zone))
        return " · ".join(part for part in (zone.name if zone else "", hazard.number) if part)

    def _tint(self) -> None:
        """What is drawn in the theme's colours."""
        one, ratio = self._one, self.devicePixelRatioF()
        if one is None:
            return
        settled = one.row.settled is not None
        done = "unknown" if one.row.settled == "let_go" else "normal"
        self._sign.setPixmap(sign_pixmap(done if settled else "overdue", 12, ratio))
        self._state.setText(how(one) if settled else self.tr("Not counted"))
        self._badge.setVisible(self.hazard is not None)
        if self.hazard is not None:
            self._badge.setPixmap(badge_pixmap(self.hazard.row.zone.zone_class, 18, ratio))
