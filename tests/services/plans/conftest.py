"""Drawings that the tests share: the project's own plan, and small files written for one question."""

from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from ezdxf.filemanagement import new

from services.plans import Drawing, read_dxf, write_sample


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("plans") / "works.dxf"
    write_sample(path)
    return path


@pytest.fixture(scope="session")
def sample(sample_file: Path) -> Drawing:
    return read_dxf(sample_file)


def written(draw: Callable[[Any], None], insunits: int = 6, version: str = "R2010", **header: object) -> bytes:
    """A DXF file of what `draw` adds to the modelspace, with a 20 × 10 frame so that its size is plausible."""
    document = new(version, units=insunits)
    for name, value in header.items():
        document.header[f"${name}"] = value
    plan = document.modelspace()
    plan.add_lwpolyline([(0, 0), (20, 0), (20, 10), (0, 10)], close=True, dxfattribs={"layer": "FRAME"})
    draw(plan)
    out = StringIO()
    document.write(out)
    return out.getvalue().encode(document.output_encoding, "surrogateescape")
