"""Photos of other hazards that look like this one's after photo: shown to the reviewer without being asked for."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop import words
from desktop.views.hazards.shown import called, number
from desktop.widgets.parts import box, button, column, emptied, label, row
from desktop.widgets.pictures import Pictures, Thumb
from services.core.hazards import Hazard
from services.store.queries.photos import Likeness

translate = QCoreApplication.translate
THUMB = QSize(48, 36)
MOST = 2


class LikenessBox(QWidget):
    """`wanted` carries the id of a hazard that should be opened."""

    wanted = Signal(str)

    def __init__(self, pictures: Pictures) -> None:
        super().__init__()
        self.setObjectName("likenessBox")
        self._pictures = pictures
        self._lines = column(gap=6)
        self._known: tuple[Likeness, ...] = ()
        self.setLayout(self._lines)
        self.hide()

    def show_found(self, found: tuple[Likeness, ...], mine: Hazard, now: datetime) -> None:
        """The most alike; nothing is shown where there are none."""
        telling = tuple(one for one in found if one.of in mine.after)[:MOST]
        if telling != self._known:
            self._known = telling
            emptied(self._lines)
            for one in telling:
                self._lines.addWidget(box(self._line(one, mine, now), "card-yellow"))
        self.setVisible(bool(telling))

    def _line(self, one: Likeness, mine: Hazard, now: datetime) -> QHBoxLayout:
        thumb = Thumb(self._pictures, one.photo.id, THUMB, "likenessPhoto", self.tr("The photo that it looks like"))
        told = label(sentence(one, mine, now), "warning", "likenessText", wrap=True)
        made = row(thumb, gap=12, margins=(12, 6, 12, 6))
        made.addWidget(told, 1)
        if one.hazard.id != mine.id:
            go = button(self.tr("Open that hazard"), "likenessOpen", self._on_open, "", "review")
            for part in (go, thumb):
                part.setProperty("hazard", one.hazard.id)
            thumb.clicked.connect(self._on_open)
            made.addWidget(go)
        return made

    def _on_open(self) -> None:
        self.wanted.emit(str(self.sender().property("hazard")))


def sentence(one: Likeness, mine: Hazard, now: datetime) -> str:
    """What looks like what, and how long ago that came."""
    if one.hazard.id == mine.id:
        return translate("LikenessBox", "The photo after looks like the photo before of this very hazard.")
    ago = words.lasting(now - (one.photo.taken_at or one.photo.noted_at))
    facts = {"number": number(one.hazard), "what": words.short(called(one.hazard), 24), "ago": ago}
    if not one.bits:
        text = translate("LikenessBox", "The photo after is the same as one of {number} '{what}', {ago} ago.")
    else:
        text = translate("LikenessBox", "The photo after looks like one of {number} '{what}', {ago} ago.")
    return text.format(**facts)
