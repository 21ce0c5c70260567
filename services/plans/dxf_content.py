"""What a document draws: its modelspace with every block spread out, as strokes and texts in the units of the file.

A block is drawn once and then moved about as one array of points: copying entities for every chair of an office
would take minutes. What the content of a block is coloured and layered like depends on the reference to it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from services.plans.drawing import PlanRefused, quoted
from services.plans.dxf_look import BY_BLOCK, BY_LAYER, Colour, LayerTable, colour_of
from services.plans.dxf_shapes import Fineness, Outline, shapes
from services.plans.dxf_text import Lettering, lettering

if TYPE_CHECKING:
    from ezdxf.document import Drawing as Document
    from numpy import ndarray

MOST_STROKES = 600_000
MOST_POINTS = 5_000_000
MOST_TEXTS = 100_000
DEEPEST = 24
FARTHEST = 1e12

LETTERED = {"TEXT", "MTEXT", "ATTRIB"}
EXPLODED = {"MLINE", "MULTILEADER", "MLEADER", "ACAD_PROXY_ENTITY", "ARC_DIMENSION"}
UNSEEN = {"POINT", "ATTDEF", "VIEWPORT", "XLINE", "RAY", "WIPEOUT", "SEQEND", "LIGHT", "SUN"}


class Stroke(NamedTuple):
    """How a run of `length` points is drawn."""

    layer: str
    colour: Colour
    closed: bool
    filled: bool
    length: int


@dataclass
class Content:
    """Geometry in the coordinates of one container: `points` are (n, 2) arrays, together as long as the strokes say."""

    points: list["ndarray"] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    texts: list[Lettering] = field(default_factory=list)
    size: int = 0


class Reading:
    """One pass over a document: the blocks drawn so far, what was left out, and the limits that hold for all of it."""

    def __init__(self, document: "Document", fineness: Fineness, layers: LayerTable) -> None:
        self.document = document
        self.fineness = fineness
        self.layers = layers
        self.skipped: dict[str, int] = {}
        self.missing: set[str] = set()
        self.external: set[str] = set()
        self.broken = 0
        self._shapes = shapes()
        self._blocks: dict[str, Content] = {}
        self._open: list[str] = []

    def modelspace(self, tick: Callable[[float], None]) -> tuple[Content, int]:
        """The whole plan and how many entities it is made of. Raises PlanRefused: too_much, block_recursion."""
        entities = list(self.document.modelspace())
        content = Content()
        for place, entity in enumerate(entities):
            if place % 256 == 0:
                tick(place / len(entities))
            self._draw(entity, content)
        return content, len(entities)

    def _draw(self, entity: Any, content: Content) -> None:
        """A single entity that cannot be drawn is counted, and never stops the others."""
        try:
            if not entity.dxf.get("invisible", 0):
                self._put(entity, content)
        except PlanRefused:
            raise
        except (ArithmeticError, AttributeError, IndexError, KeyError, TypeError, ValueError, RecursionError):
            self.broken += 1
        except Exception as error:
            if not type(error).__module__.startswith("ezdxf"):
                raise PlanRefused("file_damaged", why=quoted(error)) from error
            self.broken += 1

    def _put(self, entity: Any, content: Content) -> None:
        kind = entity.dxftype()
        draw = self._shapes.get(kind)
        if draw is not None:
            self._add(entity, draw(entity, self.fineness), content)
        elif kind in LETTERED:
            self._write(entity, content)
        elif kind == "INSERT":
            self._insert(entity, content)
        elif kind in ("DIMENSION", "ACAD_TABLE"):
            self._place_picture(entity, content)
        elif kind in EXPLODED:
            for part in entity.virtual_entities():
                self._draw(part, content)
        elif kind not in UNSEEN:
            self.skipped[kind] = self.skipped.get(kind, 0) + 1

    def _add(self, entity: Any, outlines: Iterable[Outline], content: Content) -> None:
        import numpy as np

        layer, colour = self.layers.name(entity.dxf.layer), colour_of(entity)
        for points, closed, filled in outlines:
            if len(points) < 2:
                continue
            array = np.array(points, dtype=float)
            if not np.isfinite(array).all() or np.abs(array).max() > FARTHEST:
                self.broken += 1
                continue
            content.points.append(array)
            content.strokes.append(Stroke(layer, colour, closed and len(points) > 2, filled, len(points)))
            content.size += len(points)
        self._bounded(content)

    def _write(self, entity: Any, content: Content) -> None:
        written = lettering(entity)
        if written is not None:
            content.texts.append(written._replace(layer=self.layers.name(written.layer)))
            self._bounded(content)

    def _insert(self, entity: Any, content: Content) -> None:
        import numpy as np

        name = entity.dxf.name
        block = self._block(name)
        if block is not None and (block.strokes or block.texts):
            matrix = np.array(entity.matrix44().get_2d_transformation(), dtype=float).reshape(3, 3)
            for offset in self._grid(entity, block, content):
                shifted = matrix.copy()
                shifted[2] += offset @ (matrix / _scales(entity))
                self._spread(block, shifted, entity, content)
        for attribute in entity.attribs:
            if not attribute.is_invisible:
                self._draw(attribute, content)

    def _grid(self, entity: Any, block: Content, content: Content) -> Iterable["ndarray"]:
        """The offsets of a reference that repeats its block in rows and columns."""
        import numpy as np

        rows, columns = max(entity.dxf.row_count, 1), max(entity.dxf.column_count, 1)
        self._bounded(content, rows * columns * len(block.strokes), rows * columns * block.size)
        high, wide = entity.dxf.row_spacing, entity.dxf.column_spacing
        return [np.array([c * wide, r * high, 0.0]) for r in range(rows) for c in range(columns)]

    def _place_picture(self, entity: Any, content: Content) -> None:
        """Dimensions and tables carry a block that shows them."""
        import numpy as np

        block = self._block(entity.dxf.get("geometry") or entity.dxf.get("block_name") or "")
        if block is not None:
            offset = np.identity(3)
            if entity.dxftype() == "ACAD_TABLE":
                offset[2, :2] = (entity.dxf.insert.x, entity.dxf.insert.y)
            self._spread(block, offset, entity, content)

    def _block(self, name: str) -> Content | None:
        """A block's content in its own coordinates; None for one that is missing or lies in another file."""
        key = name.lower()
        if key in self._blocks:
            return self._blocks[key]
        if key in self._open or len(self._open) >= DEEPEST:
            raise PlanRefused("block_recursion", block=quoted(name))
        layout = self.document.blocks.get(name)
        if layout is None:
            self.missing.add(name)
            return None
        if layout.block is not None and (layout.block.is_xref or layout.block.is_xref_overlay):
            self.external.add(name)
            return None
        self._open.append(key)
        content = Content()
        for entity in layout:
            self._draw(entity, content)
        self._open.pop()
        self._blocks[key] = _joined(content)
        return content

    def _spread(self, block: Content, matrix: "ndarray", entity: Any, content: Content) -> None:
        self._bounded(content, len(block.strokes), block.size)
        layer = self.layers.name(entity.dxf.layer)
        colour = self.layers.colour(layer) if (own := colour_of(entity)) == BY_LAYER and layer != "0" else own
        for points in block.points:
            content.points.append(points @ matrix[:2, :2] + matrix[2, :2])
        content.size += block.size
        buried = self.layers.frozen(layer)
        for stroke in block.strokes:
            new_layer = layer if buried or stroke.layer == "0" else stroke.layer
            new_colour = colour if stroke.colour == BY_BLOCK else stroke.colour
            content.strokes.append(Stroke(new_layer, new_colour, *stroke[2:]))
        xs, ys, shift = ((float(row[0]), float(row[1])) for row in matrix)
        for text in block.texts:
            content.texts.append(text.moved(xs, ys, shift, layer if buried or text.layer == "0" else text.layer))

    def _bounded(self, content: Content, strokes: int = 0, points: int = 0) -> None:
        """Blocks within blocks multiply: the limit is checked before they are spread out."""
        if len(content.strokes) + strokes > MOST_STROKES or content.size + points > MOST_POINTS:
            raise PlanRefused("too_much", most=MOST_STROKES)
        if len(content.texts) > MOST_TEXTS:
            raise PlanRefused("too_much", most=MOST_TEXTS)


def _scales(entity: Any) -> "ndarray":
    """Rows and columns are spaced in the plane of the reference, which its scale does not stretch."""
    import numpy as np

    return np.array([[entity.dxf.xscale or 1.0], [entity.dxf.yscale or 1.0], [1.0]])


def _joined(content: Content) -> Content:
    import numpy as np

    if len(content.points) > 1:
        content.points = [np.concatenate(content.points)]
    return content
