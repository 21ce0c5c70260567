"""What a floor plan drawn by script shows, as data in millimetres: rooms, walls, openings, machines, words.

(0, 0) is the hall's outer lower left corner; axes and dimensions are drawn left of and below it."""

from collections.abc import Callable, Mapping
from typing import Any, Literal, NamedTuple

OUTER_WALL = 300
INNER_WALL = 200
AXIS_AT = -2_600
AXIS_RADIUS = 500
MARGIN = AXIS_RADIUS - AXIS_AT  # from the drawing's lower left to that of the hall


class Room(NamedTuple):
    """A room by its inner faces; `title` is how large its name is written, `aside` how far from the middle."""

    name: str
    left: int
    bottom: int
    right: int
    top: int
    title: int = 700
    aside: tuple[int, int] = (0, 0)

    @property
    def area_m2(self) -> float:
        return (self.right - self.left) * (self.top - self.bottom) / 1e6

    @property
    def polygon_m(self) -> tuple[tuple[float, float], ...]:
        """The outline in metres of the drawing as it is read, whose origin is the lower left of all that is drawn."""
        left, right = (self.left + MARGIN) / 1000, (self.right + MARGIN) / 1000
        bottom, top = (self.bottom + MARGIN) / 1000, (self.top + MARGIN) / 1000
        return ((left, bottom), (right, bottom), (right, top), (left, top))


class Opening(NamedTuple):
    """A hole in a wall round (x, y). A door hinges at its `hinge` end (-1: left or lower) and swings to the `side`
    (1: up or right) of the wall."""

    kind: Literal["gate", "door", "double", "window"]
    x: int
    y: int
    width: int
    upright: bool = False
    hinge: int = -1
    side: int = 1


class Machine(NamedTuple):
    """A block set down at its middle, with the number painted on it ("" for none)."""

    block: str
    x: int
    y: int
    number: str = ""
    turn: int = 0


class Mark(NamedTuple):
    """A line along `points` on a layer: closed, dashed, or filled with its layer's colour."""

    layer: str
    points: tuple[tuple[float, float], ...]
    closed: bool = False
    dashed: bool = False
    filled: bool = False


class Note(NamedTuple):
    """Words on a layer, from their lower left."""

    layer: str
    words: str
    x: int
    y: int
    height: int = 300


class Sheet(NamedTuple):
    """One plan. `layers` are the names and colour indexes of what is drawn (墙体, 柱, 门, 窗, 设备, 区域, 通道, 文字,
    轴线, 标注, 管线); `columns` and `rows` are where columns stand and axes run; `walls` are centre lines of inner
    walls; `blocks` draw what `machines` set down, `number_at` says how far above its middle a number is written."""

    hall: tuple[int, int]
    layers: Mapping[str, tuple[str, int]]
    columns: tuple[int, ...]
    rows: tuple[int, ...]
    rooms: tuple[Room, ...]
    walls: tuple[tuple[int, int, int, int], ...]
    openings: tuple[Opening, ...]
    machines: tuple[Machine, ...]
    marks: tuple[Mark, ...]
    notes: tuple[Note, ...]
    blocks: Mapping[str, Callable[[Any], None]]
    number_at: Mapping[str, int]
    frozen: tuple[str, ...] = ("管线",)

    def outline(self, room: str) -> tuple[tuple[float, float], ...]:
        """The inner faces of a room, in metres of the drawing as it is read."""
        return next(each.polygon_m for each in self.rooms if each.name == room)
