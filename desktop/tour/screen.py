"""The screen that a tour runs on, as there is none: as large as an office's. Qt's own is so small that a dialog, which
may take two thirds of a screen, is squeezed on it."""

import json
import os
from pathlib import Path

WIDE, HIGH = 1920, 1080


def write_screen(folder: Path, scale: int) -> str:
    """Writes the file that Qt's offscreen platform reads; where it is, without a drive: there Qt ends the path at its
    colon."""
    screen = {"name": "tour", "x": 0, "y": 0, "width": WIDE * scale, "height": HIGH * scale}
    screen |= {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    file = folder / "screen.json"
    more = {"synchronousWindowSystemEvents": False, "windowFrameMargins": False}
    file.write_text(json.dumps({**more, "screens": [screen]}), encoding="utf-8")
    return os.path.splitdrive(file)[1]
