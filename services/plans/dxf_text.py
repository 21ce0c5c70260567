"""The lettering of DXF entities: control codes taken out, signs put in, and where the text hangs on its point."""

import math
import re
from typing import Any, NamedTuple

MOST_SIGNS = 2000
DIAMETER = re.compile("%%c", re.IGNORECASE)
NUMBERED = re.compile(r"%%(\d{3})")
Point = tuple[float, float]
REBAR = range(130, 134)  # the steel grades of Chinese structural fonts


class Lettering(NamedTuple):
    """A text in the units of its container; `turn` in radians, `across` and `up` as in drawing.Text."""

    layer: str
    x: float
    y: float
    height: float
    turn: float
    text: str
    across: float
    up: float

    def moved(self, xs: Point, ys: Point, shift: Point, layer: str) -> "Lettering":
        """Where a reference puts the text that makes `xs` of (1, 0) and `ys` of (0, 1). A mirrored text fills the
        same box but stays readable."""
        c, s = math.cos(self.turn), math.sin(self.turn)
        ahead = (c * xs[0] + s * ys[0], c * xs[1] + s * ys[1])
        upwards = (c * ys[0] - s * xs[0], c * ys[1] - s * xs[1])
        across, up = self.across, self.up
        if xs[0] * ys[1] - xs[1] * ys[0] < 0:
            if ahead[0] < 0:
                ahead, across = (-ahead[0], -ahead[1]), 1 - across
            else:
                up = 1 - up
        return self._replace(
            layer=layer,
            x=self.x * xs[0] + self.y * ys[0] + shift[0],
            y=self.x * xs[1] + self.y * ys[1] + shift[1],
            height=self.height * math.hypot(*upwards),
            turn=math.atan2(ahead[1], ahead[0]),
            across=across,
            up=up,
        )


ACROSS_OF_TEXT = {0: 0.0, 1: 0.5, 2: 1.0, 3: 0.5, 4: 0.5, 5: 0.5}
UP_OF_TEXT = {0: 0.0, 1: 0.0, 2: 0.5, 3: 1.0}
MIDDLE = 4


def lettering(entity: Any) -> Lettering | None:
    """The text of a TEXT, ATTRIB or MTEXT entity; None where nothing is written."""
    if entity.dxftype() == "MTEXT":
        return _of_mtext(entity)
    if entity.dxftype() == "ATTRIB" and getattr(entity, "has_embedded_mtext_entity", False):
        return _of_mtext(entity.virtual_mtext_entity())
    return _of_text(entity)


def _of_text(entity: Any) -> Lettering | None:
    text = plain(entity.dxf.text)
    if not text:
        return None
    dxf = entity.dxf
    across, up = ACROSS_OF_TEXT.get(dxf.halign, 0.0), UP_OF_TEXT.get(dxf.valign, 0.0)
    place = dxf.insert
    if (across or up) and dxf.hasattr("align_point"):
        place = dxf.align_point
        if dxf.halign in (3, 5):  # stretched between two points: hang it in the middle
            place = (dxf.insert + dxf.align_point) / 2
    if dxf.halign == MIDDLE:
        up = 0.5
    written = Lettering(dxf.layer, place.x, place.y, abs(dxf.height), math.radians(dxf.rotation), text, across, up)
    return _on_plan(entity, written, place.z)


def _of_mtext(entity: Any) -> Lettering | None:
    text = plain(entity.text, formatted=True)
    if not text:
        return None
    dxf = entity.dxf
    point = min(max(int(dxf.attachment_point), 1), 9) - 1
    turn = math.radians(entity.get_rotation())
    place = dxf.insert
    return Lettering(
        dxf.layer, place.x, place.y, abs(dxf.char_height), turn, text, (point % 3) / 2, 1.0 - (point // 3) / 2
    )


def _on_plan(entity: Any, written: Lettering, elevation: float) -> Lettering:
    """The text as the plan sees it, out of the entity's own plane."""
    extrusion = entity.dxf.extrusion
    if extrusion.z > 0 and extrusion.x == 0 and extrusion.y == 0:
        return written
    ocs = entity.ocs()
    shift = ocs.to_wcs((0, 0, elevation))
    return written.moved((ocs.ux.x, ocs.ux.y), (ocs.uy.x, ocs.uy.y), (shift.x, shift.y), written.layer)


def plain(text: str, formatted: bool = False) -> str:
    """What a person reads: %%c, %%d, %%p, \\U+ and \\M+ as signs, and of a `formatted` (MTEXT) text its lines.
    Bytes that no encoding explains show as one sign."""
    from ezdxf.lldxf.encoding import decode_dxf_unicode, decode_mif_to_unicode
    from ezdxf.tools.text import plain_mtext, plain_text

    text = decode_mif_to_unicode(decode_dxf_unicode(text[: 4 * MOST_SIGNS]))
    text = NUMBERED.sub(_numbered, DIAMETER.sub("∅", text))
    text = str(plain_mtext(text) if formatted else plain_text(text))
    text = text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    lines = ("".join(sign if sign.isprintable() else " " for sign in line).strip() for line in text.splitlines())
    return "\n".join(lines).strip("\n")[:MOST_SIGNS]


def _numbered(code: re.Match[str]) -> str:
    number = int(code[1])
    return "Φ" if number in REBAR else chr(number)
