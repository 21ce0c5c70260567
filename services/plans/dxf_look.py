"""Layers and colours of a DXF document: which are off or frozen, and what "by layer" and "by block" come to."""

from typing import TYPE_CHECKING, Any

from services.plans.drawing import Layer

if TYPE_CHECKING:
    from ezdxf.document import Drawing as Document

Colour = int | str  # an AutoCAD colour index, or #rrggbb
BY_BLOCK = 0
BY_LAYER = 256
INK = 7  # white on black screens, black on paper


class LayerTable:
    """The layers of a document, found by name in any mixture of case; layers that are used but not listed are added."""

    def __init__(self, document: "Document") -> None:
        self._names: dict[str, str] = {}
        self._looks: dict[str, tuple[Colour, bool, bool]] = {}
        for layer in document.layers:
            self._enter(layer.dxf.name, _layer_colour(layer), bool(layer.is_frozen()), bool(layer.is_off()))
        self._enter("0", INK, False, False)

    def _enter(self, name: str, colour: Colour, frozen: bool, off: bool) -> None:
        readable = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        if self._names.setdefault(name.lower(), readable) == readable:
            self._looks.setdefault(readable, (colour, frozen, off))

    def name(self, name: str) -> str:
        """The layer's name as it is written in the table."""
        found = self._names.get(name.lower())
        if found is None:
            self._enter(name, INK, False, False)
            return self._names[name.lower()]
        return found

    def colour(self, name: str) -> Colour:
        return self._looks[name][0]

    def frozen(self, name: str) -> bool:
        return self._looks[name][1]

    def visible(self, name: str) -> bool:
        _, frozen, off = self._looks[name]
        return not frozen and not off

    def all(self, used: set[str]) -> tuple[Layer, ...]:
        """The layers that something is drawn on, in the order of the file."""
        return tuple(Layer(name, as_hex(self.colour(name)), self.visible(name)) for name in self._looks if name in used)

    def resolved(self, layer: str, colour: Colour) -> str:
        """#rrggbb of a stroke; one that is still "by block" outside every block is drawn in ink."""
        if colour == BY_LAYER:
            colour = self.colour(layer)
        return as_hex(INK if colour == BY_BLOCK else colour)


def colour_of(entity: Any) -> Colour:
    """An entity's own colour; a true colour goes before an index."""
    if entity.dxf.hasattr("true_color"):
        return f"#{int(entity.dxf.true_color) & 0xFFFFFF:06x}"
    return int(entity.dxf.get("color", BY_LAYER))


def as_hex(colour: Colour) -> str:
    """#rrggbb of a colour index; what is no colour is ink."""
    if isinstance(colour, str):
        return colour
    from ezdxf.colors import DXF_DEFAULT_COLORS

    index = colour if 1 <= colour <= 255 else INK
    return f"#{DXF_DEFAULT_COLORS[index] & 0xFFFFFF:06x}"


def _layer_colour(layer: Any) -> Colour:
    if layer.dxf.hasattr("true_color"):
        return f"#{int(layer.dxf.true_color) & 0xFFFFFF:06x}"
    return abs(int(layer.dxf.color))
