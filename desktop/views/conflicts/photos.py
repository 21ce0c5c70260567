"""Both pairs of photos of an approval: the pair that was approved at the left, the pair that is there now at the right;
before above, after below. What was replaced has a frame."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop import words
from desktop.style.theme import theme
from desktop.style.tokens import RADIUS
from desktop.views.hazards.shown import Shown, name, reporter
from desktop.widgets.parts import label, row
from desktop.widgets.photo_pair import GAP, PhotoPair, Shot
from desktop.widgets.pictures import Pictures
from desktop.workbench import Workbench
from services.store.queries.conflicts import Conflict

LOW, FRAME = 150, 3


class LoudPair(PhotoPair):
    """One photo then and now; `loud` frames the one that took the other's place."""

    def __init__(self, pictures: Pictures, name: str, then: str, now: str) -> None:
        super().__init__(pictures)
        self.setObjectName(name)
        self.setMinimumSize(320, LOW)
        self.tags = (then, now)
        self.loud = False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.loud:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("overdue"), FRAME))
            inner = self.panes()[1].adjusted(FRAME / 2, FRAME / 2, -FRAME / 2, -FRAME / 2)
            painter.drawRoundedRect(QRectF(inner), RADIUS, RADIUS)


class ComparedPhotos(QWidget):
    """`seen_changed` when another photo has really been on the screen."""

    seen_changed = Signal()

    def __init__(self, workbench: Workbench, pictures: Pictures) -> None:
        super().__init__()
        self._workbench = workbench
        self._then, self._now = label("", "head", "basisHead"), label("", "head", "presentHead")
        self.before = LoudPair(pictures, "beforeThenNow", self.tr("Before, then"), self.tr("Before, now"))
        self.after = LoudPair(pictures, "afterThenNow", self.tr("After, then"), self.tr("After, now"))
        heads = row(gap=GAP)
        for head in (self._then, self._now):
            head.setFixedHeight(28)
            heads.addWidget(head, 1)
        self._whole = QVBoxLayout()
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(GAP)
        self._whole.addLayout(heads)
        for pair in (self.before, self.after):
            pair.seen_changed.connect(self.seen_changed)
            self._whole.addWidget(pair, 1)
        self.setLayout(self._whole)

    def show_conflict(self, one: Conflict, hazard: Shown, heads: tuple[str, str], fixer_then: str) -> None:
        """The two pairs; `fixer_then` is the name of who had fixed it when it was approved."""
        now, record = self._workbench.now(), hazard.hazard
        self._then.setText(heads[0])
        self._now.setText(heads[1])
        reported, fixed = words.when(record.reported_at, now), words.when(record.fixed_at, now)
        seen = one.seen
        looked = self.tr("looked at {when}").format(when=words.when(one.row.made_at, now))
        was = tuple(Shot(sha, reported, reporter(hazard.row)) for sha in seen.get("before", ()))
        is_ = tuple(Shot(sha, reported, reporter(hazard.row)) for sha in record.before)
        self.before.show_pair(was, is_)
        done = tuple(Shot(sha, looked, fixer_then) for sha in seen.get("after", ()))
        here = tuple(Shot(sha, fixed, name(hazard.row.fixer)) for sha in record.after)
        self.after.show_pair(done, here)
        self.before.loud = list(record.before) != list(seen.get("before", ()))
        self.after.loud = list(record.after) != list(seen.get("after", ()))
        self._whole.setStretch(1, 3 if self.before.loud == self.after.loud or self.before.loud else 2)
        self._whole.setStretch(2, 3 if self.before.loud == self.after.loud or self.after.loud else 2)
        self.before.update()
        self.after.update()

    @property
    def present_seen(self) -> bool:
        """Whether the pair that is there now is here and has been on the screen, all of it."""
        return self.before.seen_side(1) and self.after.seen_side(1)
