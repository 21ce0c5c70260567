"""What SVG elements look like: fill, stroke, size of letters and layer, from attributes, styles and style sheets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from services.plans.drawing import quoted
from services.plans.svg_shapes import NUMBER_AT_START, tag_of

LABEL = "{http://www.inkscape.org/namespaces/inkscape}label"
MODE = "{http://www.inkscape.org/namespaces/inkscape}groupmode"
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
NAMED = {"black": "#000000", "white": "#ffffff", "red": "#ff0000", "green": "#008000", "blue": "#0000ff"}
PLAIN_LAYER = "SVG"


@dataclass(frozen=True, slots=True)
class Style:
    """What an element inherits."""

    fill: str = "#000000"
    stroke: str = "none"
    size: float = 16.0
    anchor: str = "start"
    layer: str = PLAIN_LAYER


LOOKS = ("fill", "stroke", "display", "visibility", "font-size", "text-anchor")


def styled(inherited: Style, own: dict[str, str], element: Element) -> Style:
    """The look of an element within one of another look."""
    size = NUMBER_AT_START.match(own.get("font-size", ""))
    layer = inherited.layer
    if tag_of(element) == "g" and (element.get(MODE) == "layer" or (layer == PLAIN_LAYER and element.get("id"))):
        layer = quoted(element.get(LABEL) or element.get("id") or layer)[:60]
    return replace(
        inherited,
        fill=own.get("fill", inherited.fill),
        stroke=own.get("stroke", inherited.stroke),
        size=float(size[0]) if size else inherited.size,
        anchor=own.get("text-anchor", inherited.anchor),
        layer=layer,
    )


def own_layer(element: Element) -> str:
    """Outside of every group a shape's kind or class is its layer."""
    return quoted(element.get("data-type") or element.get("class") or PLAIN_LAYER)[:60] or PLAIN_LAYER


def title_of(element: Element) -> str:
    """The name that a title gives an element, or ""."""
    return next((child.text or "" for child in element if tag_of(child) == "title"), "")


def colour_of(text: str) -> str | None:
    """#rrggbb; None for none; what is not understood is grey."""
    text = text.strip().lower()
    if text in ("none", "transparent", ""):
        return None
    if re.fullmatch(r"#[0-9a-f]{6}", text):
        return text
    if re.fullmatch(r"#[0-9a-f]{3}", text):
        return "#" + "".join(2 * digit for digit in text[1:])
    parts = re.fullmatch(r"rgb\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*\)", text)
    if parts:
        return "#" + "".join(f"{min(int(part), 255):02x}" for part in parts.groups())
    return NAMED.get(text, "#808080")


def rules_of(root: Element) -> Iterator[tuple[str, dict[str, str]]]:
    """The rules for single classes in the file's style sheets, as drawing programs write them."""
    for sheet in root.iter():
        if tag_of(sheet) == "style":
            for names, inside in RULE.findall((sheet.text or "")[:200_000]):
                for name in names.split(","):
                    yield name.strip(), declarations(inside)


def declarations(text: str) -> dict[str, str]:
    """The properties that a style attribute sets."""
    pairs = (part.partition(":") for part in text.split(";"))
    return {name.strip(): value.strip() for name, _, value in pairs if value.strip()}
