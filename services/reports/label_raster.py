"""Labels as dots of a label printer: the words as a bitmap, the codes where they stand, and both as they come out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from services.reports.label_sheets import MM_PER_INCH, Template
from services.reports.labels import Laid, document
from services.reports.pages import grey_pages

if TYPE_CHECKING:
    import numpy as np

    from services.reports.pages import Grey

    Dots = np.ndarray[tuple[int, int], np.dtype[np.bool_]]

INK_BELOW = 160  # of 255: thin strokes of small letters must not vanish


@dataclass(frozen=True, slots=True)
class Stamp:
    """A code: its text, its place and the side of a module in dots, its level, and its modules (True is dark)."""

    url: str
    x: int
    y: int
    dots: int
    level: str
    modules: "Dots"


@dataclass(frozen=True, slots=True)
class DotPage:
    """One page: `words` are all dots but those of the codes (True is black)."""

    number: int
    words: "Dots"
    stamps: tuple[Stamp, ...]

    def whole(self) -> "Grey":
        """The page as it comes out of the printer, in grey values."""
        import numpy as np

        dots = self.words.copy()
        for stamp in self.stamps:
            code = enlarged(stamp)
            dots[stamp.y : stamp.y + code.shape[0], stamp.x : stamp.x + code.shape[1]] = code
        return np.where(dots, 0, 255).astype(np.uint8)


def enlarged(stamp: Stamp) -> "Dots":
    """The dots of a code."""
    return stamp.modules.repeat(stamp.dots, axis=0).repeat(stamp.dots, axis=1)


def dpi_of(template: Template) -> float:
    """Dots per inch: those of a 203 dpi head lie 0.125 mm apart."""
    return MM_PER_INCH / template.dot_mm


def dot_pages(template: Template, laid: Sequence[Laid], lang: str) -> Iterator[DotPage]:
    """The pages, one after the other."""
    for number, words in _words(template, document(template, laid, lang, words_only=True)):
        stamps = tuple(_stamp(template, each) for each in laid if each.place.page == number)
        yield DotPage(number, words, stamps)


def page_of_words(template: Template, page: bytes) -> DotPage:
    """The first page of a PDF without codes."""
    number, words = next(_words(template, page))
    return DotPage(number, words, ())


def _words(template: Template, pages: bytes) -> "Iterator[tuple[int, Dots]]":
    width, height = (round(side / template.dot_mm) for side in template.page_mm)
    for number, _, grey in grey_pages(pages, dpi_of(template)):
        yield number, grey[:height, :width] < INK_BELOW


def _stamp(template: Template, laid: Laid) -> Stamp:
    import numpy as np

    box, size = laid.face.code, laid.face.size
    rows = np.frombuffer(laid.bits, np.uint8).reshape(size.modules, -1)
    modules: Dots = np.unpackbits(rows, axis=1)[:, : size.modules].astype(bool)
    x, y = round(box.x / template.dot_mm), round(box.y / template.dot_mm)
    return Stamp(laid.label.url, x, y, size.dots, size.level, modules)
