"""The drawing under the zones: paths merged once by look, size and place, painted as quiet grey furniture.

Status colours come first on the map, so the plan's own colours only tint the grey. What would be smaller than two
pixels, or lies outside of what is exposed, is not painted at all."""

import math
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QImage, QPainter, QPen, QTransform

from desktop.views.floor_plan.bundles import Bundle, bundles_of
from desktop.views.floor_plan.scans import Scan
from services.plans.drawing import Drawing, Text

SMALLEST_PX = 2.0
SMALLEST_TEXT_PX = 3.0
LARGEST_TEXT_PX = 1500.0
EM = 1.25  # a font's size, seen from the height of a capital
MARGIN = 0.03  # of a preview


class Ink(NamedTuple):
    """Colours of one theme; other lines are greys between `dark_line` and `pale_line`, tinted by their own colour."""

    ground: str
    wall: str
    wall_fill: str
    fill: str
    text: str
    dark_line: float
    pale_line: float


LIGHT = Ink("#FFFFFF", "#7A8697", "#9AA4B2", "#EEF0F3", "#7A8696", 0.62, 0.76)
DARK = Ink("#1C2229", "#8B97A6", "#5E6977", "#252D36", "#8793A2", 0.42, 0.32)


class Underlay:
    """A drawing made ready for painting; needs no widget. Build it once for each drawing."""

    def __init__(self, drawing: Drawing) -> None:
        self.drawing = drawing
        self.bounds = QRectF(0, 0, drawing.width_m, drawing.height_m)
        self.unseen = frozenset(layer.name for layer in drawing.layers if not layer.visible)
        self._scans = [Scan(picture) for picture in drawing.pictures]
        self._bundles = sorted(bundles_of(drawing), key=_depth)

    def paint(
        self,
        painter: QPainter,
        dark: bool,
        exposed: QRectF | None = None,
        hidden: frozenset[str] | None = None,
        lettered: Callable[[Text], bool] | None = None,
    ) -> None:
        """Paints with a painter whose coordinates are the drawing's: metres, y upwards (scale(k, -k) before).

        `exposed` is the part in metres that is to be seen (None: all), `hidden` the layers not shown (None: those
        that were off in the file). `lettered` says which texts are painted (None: all), as zones carry names of their
        own."""
        ink = DARK if dark else LIGHT
        hidden = self.unseen if hidden is None else hidden
        scale = _pixels_per_metre(painter.worldTransform())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for scan in self._scans:
            scan.paint(painter, dark, scale)
        for bundle in self._bundles:
            seen = bundle.largest * scale >= SMALLEST_PX and bundle.look.layer not in hidden
            if seen and (exposed is None or exposed.intersects(bundle.bounds)):
                _paint_bundle(painter, bundle, ink)
        texts = [text for text in self.drawing.texts if text.layer not in hidden and (not lettered or lettered(text))]
        _paint_texts(painter, texts, ink, scale, exposed)
        painter.restore()


def _paint_texts(painter: QPainter, texts: list[Text], ink: Ink, scale: float, exposed: QRectF | None) -> None:
    """Texts stand upright on the screen, so they are painted in its pixels."""
    world = painter.worldTransform()
    near = None if exposed is None else exposed.adjusted(-20, -20, 20, 20)
    lettering = Lettering(painter, ink)
    for text in texts:
        height = text.height_m * scale
        if SMALLEST_TEXT_PX <= height <= LARGEST_TEXT_PX and (near is None or near.contains(text.x, text.y)):
            lettering.paint(text, world, round(height * EM))
    painter.setWorldTransform(world)


class Lettering:
    """Paints texts of a drawing, keeping one font for each size."""

    def __init__(self, painter: QPainter, ink: Ink) -> None:
        self._painter = painter
        self._fonts: dict[int, tuple[QFont, QFontMetricsF]] = {}
        painter.setPen(QColor(ink.text))

    def paint(self, text: Text, world: QTransform, size: int) -> None:
        """A text of one or more lines in a font of `size` pixels."""
        font, metrics = self._font(size)
        turn = math.radians(text.rotation_deg)
        at = world.map(QPointF(text.x, text.y))
        ahead = world.map(QPointF(text.x + math.cos(turn), text.y + math.sin(turn))) - at
        upright = QTransform.fromTranslate(at.x(), at.y())
        upright.rotateRadians(math.atan2(ahead.y(), ahead.x()))
        self._painter.setWorldTransform(upright)
        self._painter.setFont(font)
        lines = text.text.split("\n")
        spacing = metrics.lineSpacing()
        lowest = text.up * (metrics.capHeight() + spacing * (len(lines) - 1))
        for number, line in enumerate(reversed(lines)):
            left = -text.across * metrics.horizontalAdvance(line)
            self._painter.drawText(QPointF(left, lowest - number * spacing), line)

    def _font(self, size: int) -> tuple[QFont, QFontMetricsF]:
        if size not in self._fonts:
            font = QFont(self._painter.font())
            font.setPixelSize(max(size, 1))
            self._fonts[size] = (font, QFontMetricsF(font))
        return self._fonts[size]


def render(drawing: Drawing, width_px: int, height_px: int, dark: bool) -> QImage:
    """The whole drawing fitted into a picture of that many pixels."""
    image = QImage(width_px, height_px, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor((DARK if dark else LIGHT).ground))
    room = 1 - 2 * MARGIN
    scale = min(width_px * room / drawing.width_m, height_px * room / drawing.height_m)
    painter = QPainter(image)
    painter.translate((width_px - drawing.width_m * scale) / 2, (height_px + drawing.height_m * scale) / 2)
    painter.scale(scale, -scale)
    Underlay(drawing).paint(painter, dark)
    painter.end()
    return image


def line_colour(colour: str, structure: bool, ink: Ink) -> QColor:
    """A grey with a breath of the line's own colour. Black and white are the same ink, as on every CAD screen."""
    if structure:
        return QColor(ink.wall)
    own = QColor(colour)
    grey = own.hslSaturationF() < 0.1
    strength = 1.0 if grey and (own.lightnessF() > 0.9 or own.lightnessF() < 0.1) else 0.5
    lightness = ink.pale_line + (ink.dark_line - ink.pale_line) * strength
    return QColor.fromHslF(max(own.hslHueF(), 0.0), 0.0 if grey else 0.14, lightness)


def _pixels_per_metre(world: QTransform) -> float:
    return math.sqrt(abs(world.determinant()))


def _depth(bundle: Bundle) -> tuple[bool, bool]:
    """Fills lie under lines, and walls over furniture."""
    return (not bundle.look.filled, bundle.look.structure)


def _paint_bundle(painter: QPainter, bundle: Bundle, ink: Ink) -> None:
    look = bundle.look
    if look.filled:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(QColor(ink.wall_fill if look.structure else ink.fill)))
    else:
        pen = QPen(line_colour(look.colour, look.structure, ink), 1.0)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(bundle.path)
