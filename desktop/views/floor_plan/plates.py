"""Where a zone's plate goes and how much it says: the fullest form that lies wholly inside the zone.

It shrinks from name 14 / words 12 down, then puts the badge into the zone's corner, then says less; at the end only
the sign is left, so that a status never speaks by colour alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, QSizeF

from services.core.geometry import Point, Polygon
from services.core.inside import Rectangle, bounds, fits, overlap, room_inside

PADDING_X, PADDING_Y = 10.0, 5.0
CLEAR_PX = 3.0  # between a plate and its zone's edge
BADGE_GAP = 6.0
SIGN_GAP = 5.0
LEAST_PARTED = 4  # signs of a name
LEAST_PX = 2 * CLEAR_PX + 16  # no form is less high


@dataclass(frozen=True, slots=True)
class Form:
    """One way to fill a plate; sizes of type in px, `badge` "inline", "corner" or "" for none. `words` "full",
    "short" or "" for the sign alone; `name` 0 for none; `broken`: the name stands in two lines,
    the sign above them."""

    name: int
    words_px: int
    badge: str
    words: str
    broken: bool = False


FORMS = (
    Form(14, 12, "inline", "full"),
    Form(13, 12, "inline", "full"),
    Form(12, 12, "inline", "full"),
    Form(12, 12, "corner", "full"),
    Form(12, 12, "inline", "short"),
    Form(12, 11, "corner", "short"),
    Form(11, 11, "", "short"),
    Form(11, 11, "", ""),
    Form(11, 11, "", "", broken=True),
    Form(0, 11, "", "short"),
    Form(0, 11, "", ""),
)


class Measure(Protocol):
    """How wide things come out on the screen, in px."""

    def name(self, text: str, size: int) -> float: ...

    def words(self, text: str, size: int) -> float: ...


@dataclass(frozen=True, slots=True)
class Plate:
    """A plate laid out: its form, the rectangle on the screen relative to the zone's origin, the badge's corner."""

    form: Form
    box: QRectF
    badge: QPointF | None = None


def badge_size(form: Form) -> int:
    """The side of the class badge."""
    return 18 if form.name >= 13 else 16


def sign_size(form: Form) -> int:
    """The side of the status sign."""
    return 11 if form.words_px >= 12 else 10


def in_two(name: str) -> tuple[str, str] | None:
    """The name in two lines about as long as each other: between words, or signs that are no letters of one word or
    figures of one number; None where it is one word or too short to be parted."""
    places = [at for at in range(1, len(name)) if not (_holds_on(name[at - 1]) and _holds_on(name[at]))]
    at = min(places, key=lambda at: abs(2 * at - len(name)), default=0)
    return (name[:at].strip(), name[at:].strip()) if at and len(name) >= LEAST_PARTED else None


def _holds_on(sign: str) -> bool:
    """Whether it may not be parted from one like it."""
    return sign.isascii() and not sign.isspace()


def plate_size(form: Form, name: str, words: str, short: str, measure: Measure) -> QSizeF:
    """The room that a form takes."""
    said = {"full": words, "short": short}.get(form.words, "")
    second = sign_size(form) + (SIGN_GAP + measure.words(said, form.words_px) if said else 0.0)
    if not form.name:
        return QSizeF(second + 8.0, max(form.words_px + 6.0, sign_size(form) + 6.0))
    first = measure.name(name, form.name)
    if form.badge == "inline":
        first += BADGE_GAP + badge_size(form)
    if form.broken:
        first = max(measure.name(line, form.name) for line in in_two(name) or (name,))
        return QSizeF(first + 8.0, 2 * form.name + sign_size(form) + 12.0)
    if not said:
        return QSizeF(first + SIGN_GAP + second + 12.0, form.name + 10.0)
    tight = 4.0 if form.name < 12 else 0.0
    width = max(first, second) + 2 * PADDING_X - tight
    return QSizeF(width, form.name + form.words_px + 2 * PADDING_Y + 8.0 - tight)


def laid_out(
    polygon: Polygon, name: str, words: str, short: str, measure: Measure, taken: Sequence[Rectangle] = ()
) -> Plate | None:
    """The plate for an outline in pixels (y downwards), clear of what is `taken` by smaller zones; None where not even
    the sign has room."""
    left, top, right, bottom = bounds([polygon])
    width, height = right - left, bottom - top
    if min(width, height) < LEAST_PX:
        return None
    for form in FORMS:
        size = plate_size(form, name, words, short, measure)
        if size.width() + 2 * CLEAR_PX > width or size.height() + 2 * CLEAR_PX > height:
            continue
        at = place_inside(polygon, size, taken)
        if at is None:
            continue
        box = QRectF(at[0] - size.width() / 2, at[1] - size.height() / 2, size.width(), size.height())
        if form.badge != "corner":
            return Plate(form, box)
        here = (box.left(), box.top(), box.right(), box.bottom())
        badge = _corner(polygon, [here, *taken], badge_size(form))
        if badge is not None:
            return Plate(form, box, badge)
    return None


def place_inside(polygon: Polygon, size: QSizeF, taken: Sequence[Rectangle] = ()) -> Point | None:
    """A middle for a plate of this size that lies wholly inside, clear of the edge and of what is taken, or None."""
    return room_inside(polygon, size.width() + 2 * CLEAR_PX, size.height() + 2 * CLEAR_PX, taken)


def _corner(polygon: Polygon, taken: Sequence[Rectangle], side: float) -> QPointF | None:
    """The upper left of a badge in one of the zone's corners, clear of the plate and of smaller zones."""
    left, top, right, bottom = bounds([polygon])
    near, far = 5.0, 5.0 + side
    for x, y in ((left + near, top + near), (right - far, top + near), (left + near, bottom - far)):
        box, half = (x, y, x + side, y + side), side / 2 + 1
        free = not any(overlap(box, one) for one in taken)
        if free and fits(polygon, (x + side / 2, y + side / 2), half, half):
            return QPointF(x, y)
    return None
