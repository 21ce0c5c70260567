"""What is known of the desk's photos beside what they show: asked in the background, so that J and K stay quick."""

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject

from desktop.views.hazards.likeness import LikenessBox
from desktop.views.hazards.photo_facts import PhotoFacts
from desktop.views.hazards.shown import Shown
from desktop.widgets.pictures import Pictures
from desktop.workbench import Workbench
from services.store.queries.photos import Likeness, PhotoNote, likenesses, photo_notes
from services.store.records import Records


class Known(NamedTuple):
    """Of a hazard's photos."""

    notes: dict[str, PhotoNote]
    alike: tuple[Likeness, ...]


class Evidence(QObject):
    """`facts` belongs below the photos, `likeness` above them."""

    def __init__(self, workbench: Workbench, pictures: Pictures, parent: QObject) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self.facts = PhotoFacts()
        self.likeness = LikenessBox(pictures)
        self._about: tuple[object, ...] = ()
        self._known = Known({}, ())
        self._one: Shown | None = None
        self._shas = ("", "")

    def show_hazard(self, one: Shown, shas: tuple[str, str]) -> None:
        """What is known of this hazard's photos; `shas` are those that are shown."""
        self._one, self._shas = one, shas
        about = (one.id, one.hazard.before, one.hazard.after)
        if about != self._about:
            self._about, self._known = about, Known({}, ())
            self.look_again()
        self._show()

    def look_again(self) -> None:
        """More may be known of photos than before."""
        if self._about:
            asked = self._about
            self._workbench.ask_later(known_of, partial(self._on_known, asked), hazard=str(asked[0]))

    def _on_known(self, asked: tuple[object, ...], known: Known) -> None:
        if asked == self._about:
            self._known = known
            self._show()

    def _show(self) -> None:
        if self._one is not None:
            now = self._workbench.now()
            self.facts.show_notes(self._one, self._shas, self._known.notes, now)
            self.likeness.show_found(self._known.alike, self._one.hazard, now)


def known_of(look: Records, hazard: str) -> Known:
    """Both questions on one snapshot."""
    return Known(photo_notes(look, hazard), likenesses(look, hazard))
