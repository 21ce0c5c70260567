"""The project's own floor plan, drawn by script as a CAD office would: for tests and a first look."""

from pathlib import Path

from services.plans.drafting import write_sheet
from services.plans.sample_blocks import BLOCKS, NUMBER_AT
from services.plans.sample_layout import AISLE, BAY, HALL, INNER_WALLS, MACHINES, MARKS, NOTES, OPENINGS, ROOMS
from services.plans.sheet import Sheet

# colour indexes
LAYERS = {
    "墙体": 7,
    "柱": 8,
    "门": 3,
    "窗": 4,
    "设备": 9,
    "区域": 253,
    "通道": 2,
    "文字": 7,
    "轴线": 1,
    "标注": 3,
    "管线": 6,
}
SAMPLE = Sheet(
    hall=HALL,
    layers={name: (name, colour) for name, colour in LAYERS.items()},
    columns=tuple(range(0, HALL[0] + 1, BAY)),
    rows=(0, *AISLE, HALL[1]),
    rooms=ROOMS,
    walls=INNER_WALLS,
    openings=OPENINGS,
    machines=MACHINES,
    marks=MARKS,
    notes=NOTES,
    blocks=BLOCKS,
    number_at=NUMBER_AT,
)


def write_sample(path: str | Path) -> None:
    """Writes the plan as DXF (R2010, UTF-8, millimetres); the same bytes every time. Raises OSError."""
    write_sheet(SAMPLE, path)
