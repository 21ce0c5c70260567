"""The review desk: the queue, two photos side by side, who has the ball, and one decision with its key."""

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QWidget

from desktop import words
from desktop.style.signs import badge_pixmap, sign_pixmap
from desktop.style.theme import theme
from desktop.style.tokens import HEAD
from desktop.views.hazards.aligning import Aligning
from desktop.views.hazards.decision import DecisionBar, desk_offers
from desktop.views.hazards.evidence import Evidence
from desktop.views.hazards.extra_part import extra_facts
from desktop.views.hazards.major_part import lacking
from desktop.views.hazards.queue_side import QueueSide
from desktop.views.hazards.shown import Shown, called, clock, kept_sentence, name, number, queue_of, reporter, state
from desktop.views.hazards.waterfall import Waterfall
from desktop.widgets.key_button import KeyButton
from desktop.widgets.parts import box, button, column, joined, label, line, row
from desktop.widgets.photo_pair import BLINK, DIFFERENCE, SIDE, WIPE, PhotoPair, Shot
from desktop.widgets.pictures import Pictures
from desktop.workbench import Workbench
from services.core.photo_place import FAR_M
from services.store.queries.hazards import second_reviewers


class Modes(NamedTuple):
    """The buttons of the ways to compare."""

    side: KeyButton
    wipe: KeyButton
    blink: KeyButton
    difference: KeyButton


MODES = (
    (SIDE, "side", "side-by-side"),
    (WIPE, "wipe", "wipe"),
    (BLINK, "blink", "blink"),
    (DIFFERENCE, "difference", "difference"),
)


class ReviewDesk(QWidget):
    """`left` when the person goes back to the list; `approved`, `returning` carry a hazard's id, and so does
    `wanted`, of one that is to be put on the desk; `undone`; `search_wanted` carries the hash
    of a photo that is to be looked for; `plan_wanted` the id of a major hazard whose requirements are to be written."""

    left = Signal()
    approved = Signal(str)
    returning = Signal(str)
    undone = Signal()
    wanted = Signal(str)
    search_wanted = Signal(str)
    plan_wanted = Signal(str)

    def __init__(self, workbench: Workbench, pictures: Pictures) -> None:
        super().__init__()
        self.setObjectName("reviewDesk")
        self._workbench = workbench
        self._rows: tuple[Shown, ...] = ()
        self._queue: tuple[Shown, ...] = ()
        self.current = ""  # the hazard on the desk
        self._looked: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
        self._changed = False
        self._slide = False
        self._decided: dict[str, str] = {}
        self.side = QueueSide(workbench, pictures)
        self.side.shut.connect(self.left)
        self.queue = self.side.queue
        self.queue.picked.connect(self.show_hazard)
        self.pair = PhotoPair(pictures)
        self.pair.seen_changed.connect(self._on_seen)
        self.pair.zoomed.connect(self._on_zoomed)
        self.pair.turned.connect(self._show_evidence)
        self.evidence = Evidence(workbench, pictures, self)
        self.evidence.likeness.wanted.connect(self.wanted)
        self.waterfall = Waterfall()
        self.bar = DecisionBar()
        self.bar.approve.clicked.connect(self._on_approve)
        self.bar.send_back.clicked.connect(self._on_return)
        self.bar.undo.clicked.connect(self.undone)
        self.bar.previous.clicked.connect(self._on_previous)
        self.bar.next.clicked.connect(self._on_next)
        self.setLayout(row(self.side, self._rule(), self._main(), gap=0))
        theme.changed.connect(self._tint)

    # arranging

    def _rule(self) -> QFrame:
        made = line()
        made.setMaximumHeight(16_777_215)
        made.setFixedWidth(1)
        return made

    def _main(self) -> QWidget:
        self._trouble = label("", "error", "deskTrouble", wrap=True)
        self._red = box(row(self._trouble, margins=(12, 8, 12, 8)), "danger")
        self._report = label("", "", "reportText", copy=True)
        self._fix = label("", "", "fixText", copy=True)
        self._kept = label("", "warning", "deskKept", wrap=True)
        self._yellow = box(row(self._kept, margins=(12, 8, 12, 8)), "card-yellow")
        self._lacks = label("", "warning", "deskLacks", wrap=True)
        write = button(self.tr("Write them down…"), "deskPlan", self._on_plan, "", "edit")
        lacks = row(self._lacks, write, gap=12, margins=(12, 6, 12, 6))
        lacks.setStretch(0, 1)
        self._major = box(lacks, "card-yellow")
        boxes = self._red, self._yellow, self._major, self.evidence.likeness, Aligning(self.pair, self._workbench.tasks)
        inner = column(self._modes(), *boxes, gap=8, margins=(16, 0, 16, 0))
        inner.addWidget(self.pair, 1)
        inner.addWidget(self.evidence.facts)
        inner.addWidget(self.waterfall)
        self._texts = row(
            label(self.tr("Report"), "muted"), self._report, label(self.tr("Fix"), "muted"), self._fix, None, gap=10
        )
        inner.addLayout(self._texts)
        self._extra = label("", "muted", "deskExtra", wrap=True, copy=True)
        inner.addWidget(self._extra)
        inner.addSpacing(4)
        whole = column(self._head(), gap=0)
        whole.addLayout(inner, 1)
        whole.addWidget(self.bar)
        return box(whole, "page")

    def _head(self) -> QWidget:
        self._title = label("", "", "deskTitle")
        self._title.setProperty("look", "desk-title")
        self._badge = QLabel()
        self._where = label("", "muted", "deskWhere", copy=True)
        self._sign = QLabel()
        self._state = label("", "", "deskState")
        self._pill = box(row(self._sign, self._state, gap=6, margins=(12, 0, 12, 0)), "pill")
        self._pill.setFixedHeight(28)
        head = row(self._title, self._badge, self._where, None, self._pill, gap=10, margins=(16, 0, 16, 0))
        made = box(head)
        made.setFixedHeight(HEAD)
        return made

    def _modes(self) -> QWidget:
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._mode_of = {}
        offered = {one.name: (one.title, one.keys) for one in desk_offers()}
        for mode, how, picture in MODES:
            made = KeyButton(*offered[how], f"mode-{mode}", "segment", picture, self._on_mode)
            made.setCheckable(True)
            self._group.addButton(made)
            self._mode_of[made] = mode
        self.modes = Modes(*self._mode_of)
        self.modes.side.setChecked(True)
        self._zoom = label("", "caption", "zoomText")
        self._reset = button(self.tr("Whole photos"), "zoomReset", self.pair.reset, "link")
        self._seen_sign = QLabel()
        self._seen = label("", "caption", "seenText")
        turn = button("", "deskTurn", self.pair.rotate, "flat", "turn")
        turn.setToolTip(self.tr("Turn both photos (T)"))
        turn.setAccessibleName(self.tr("Turn both photos (T)"))
        find = button(self.tr("Find elsewhere…"), "deskFindPhoto", self.find_photo, "link")
        find.setToolTip(self.tr("Find this photo among all photos (F)"))
        seen = self._seen_sign, self._seen
        made_ = box(row(joined(*self.modes), turn, self._zoom, self._reset, None, find, *seen, gap=8))
        made_.setFixedHeight(34)
        return made_

    # showing

    def show_rows(self, rows: tuple[Shown, ...]) -> None:
        """All hazards as they are now; what is on the desk stays there."""
        self._rows, self._queue = rows, queue_of(rows)
        if self._here() is None and self._queue:
            self.current = self._queue[0].id
        self.side.show_rows(self._queue, self.current)
        self._show_main()

    def show_hazard(self, id_: str) -> None:
        """Puts this hazard on the desk."""
        if id_ != self.current:
            self.current, self._looked, self._changed = id_, ((), ()), False
            self._slide = True
        self.queue.show_rows(self._queue, id_)
        self._show_main()
        self.pair.setFocus()

    def show_first(self) -> None:
        """Puts the most urgent one on the desk, unless one of the queue is there already."""
        if self._queue and all(one.id != self.current for one in self._queue):
            self.show_hazard(self._queue[0].id)
        self.pair.setFocus()

    def after(self, id_: str) -> str:
        """What comes after this one in the queue: the next, else the one before it, else itself."""
        ids = [one.id for one in self._queue]
        if id_ not in ids:
            return ids[0] if ids else id_
        at = ids.index(id_)
        return (ids[at + 1 :] + ids[:at][::-1] + [id_])[0]

    def _here(self) -> Shown | None:
        return next((one for one in self._rows if one.id == self.current), None)

    def _show_main(self) -> None:
        one = self._here()
        if one is None:
            return
        hazard = one.hazard
        self._title.setText(called(hazard))
        self._title.setToolTip(called(hazard))
        self._where.setText(" · ".join((one.row.zone.name, number(hazard))))
        self._show_photos(one)
        first, now = hazard.first_by or self._my_id(), self._workbench.now()
        seconds = self._workbench.ask(second_reviewers, hazard=hazard.id, first_by=first, now=now)
        names = self.tr(" or ").join(name(person) for person in seconds[:2])
        self.waterfall.show_row(one.row, self._workbench.now(), names)
        self._report.setText(_short(called(hazard)))
        self._report.setToolTip(called(hazard))
        self._fix.setText(_short(hazard.fix_note) or "–")
        self._fix.setToolTip(hazard.fix_note)
        said = [words.with_value(head, text) for head, text in extra_facts(self._workbench, hazard) if text]
        self._extra.setText(" · ".join(said))
        self._extra.setProperty("look", "warning" if (hazard.off_m or 0) > FAR_M else "muted")
        self._extra.setVisible(bool(said))
        self._tint()
        self.bar.show_hazard(one, names)
        self._on_seen()

    def _my_id(self) -> str | None:
        me = self._workbench.me
        return me.id if me else None

    def _show_photos(self, one: Shown) -> None:
        hazard, now = one.hazard, self._workbench.now()
        photos = hazard.before, hazard.after
        if self._looked[1] and self._looked != photos:
            self._changed = True
        self._looked = photos
        reported, fixed = words.when(hazard.reported_at, now), words.when(hazard.fixed_at, now)
        before = tuple(Shot(sha, reported, reporter(one.row)) for sha in hazard.before)
        after = tuple(Shot(sha, fixed, name(one.row.fixer)) for sha in hazard.after)
        self.pair.show_pair(before, after, slide=self._slide)
        self._slide = False
        self._show_evidence()
        self._red.setVisible(one.stale or self._changed)
        self._kept.setText(kept_sentence(one))
        self._yellow.setVisible(bool(kept_sentence(one)))
        self._major.setVisible(one.row.plan_lacks)
        lacks = self.tr("Major hazard, still lacking: {fields}. It can't be approved before.")
        self._lacks.setText(lacks.format(fields=lacking()))
        self._trouble.setText(self.tr("The photos have changed since you looked: look again."))

    def _show_evidence(self) -> None:
        one = self._here()
        if one is not None:
            self.evidence.show_hazard(one, self.pair.shown())

    def _tint(self) -> None:
        """What is drawn in the theme's colours."""
        one = self._here()
        if one is None:
            return
        ratio = self.devicePixelRatioF()
        self._badge.setPixmap(badge_pixmap(one.row.zone.zone_class, 18, ratio))
        self._sign.setPixmap(sign_pixmap(one.status, 12, ratio))
        running = one.row.clock is not None and not one.unconfirmed
        self._state.setText(f"{state(one)} · {clock(one, self._workbench.now())}" if running else state(one))
        self._show_seen()

    def _show_seen(self) -> None:
        done, every = self.pair.seen()
        whole = self.pair.all_seen
        texts = self.tr("all photos seen"), self.tr("seen {done} of {all} photos").format(done=done, all=every)
        self._seen.setText(texts[0] if whole else texts[1])
        self._seen_sign.setPixmap(sign_pixmap("normal" if whole else "pending", 12, self.devicePixelRatioF()))

    def _on_seen(self) -> None:
        one = self._here()
        self._show_seen()
        if one is not None:
            self.bar.enable(one, looked=self.pair.all_seen, undo=self._workbench.undoable() in self._decided)
            self.bar.at(self._place(), len(self._queue))

    def _place(self) -> int:
        return next((place for place, one in enumerate(self._queue) if one.id == self.current), -1)

    def _on_zoomed(self, zoom: float) -> None:
        self._zoom.setText(self.tr("Linked zoom {percent} %").format(percent=round(zoom * 100)))
        self._zoom.setVisible(zoom > 1)
        self._reset.setVisible(zoom > 1)

    def find_photo(self) -> None:
        """Looks for the photo after among all photos of the plant, for the one before where there is none."""
        before, after = self.pair.shown()
        if after or before:
            self.search_wanted.emit(after or before)

    # deciding

    def _on_mode(self) -> None:
        pressed = self._group.checkedButton()
        self.pair.set_mode(next(mode for made, mode in self._mode_of.items() if made is pressed))
        self.pair.setFocus()

    def _on_plan(self) -> None:
        self.plan_wanted.emit(self.current)

    def _on_approve(self) -> None:
        self._changed = False
        self.approved.emit(self.current)

    def _on_return(self) -> None:
        self.returning.emit(self.current)

    def _on_next(self) -> None:
        self._step(1)

    def _on_previous(self) -> None:
        self._step(-1)

    def decided(self, operation: str, id_: str, following: str) -> None:
        """A decision about this hazard has been made, and can be taken back until it is sent; the next one comes."""
        self._decided[operation] = id_
        self.show_hazard(following)

    def taken_back(self, operation: str) -> None:
        """A decision was taken back: its hazard is on the desk again."""
        if operation in self._decided:
            self.show_hazard(self._decided.pop(operation))

    def _step(self, by: int) -> None:
        at = self._place() + by
        if 0 <= at < len(self._queue):
            self.show_hazard(self._queue[at].id)


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
