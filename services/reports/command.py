"""What the command line asks of this room."""

from pathlib import Path
from typing import Any

from services.core.refused import Refused

COMMANDS = frozenset((".zpl", ".tspl"))
PICTURES = frozenset((".png", ".jpg", ".jpeg", ".bmp", ".tif", ".tiff", ".webp"))


def labels_check(file: str | Path) -> list[dict[str, Any]]:
    """Every code on the pages of a PDF or picture, as JSON values. Raises Refused:
    label.file_unreadable, label.commands_not_pages."""
    from services.reports.preflight import check_image, check_pdf

    path = Path(file)
    if path.suffix.lower() in COMMANDS:
        raise Refused("label.commands_not_pages", file=path.name)
    findings = check_image(path) if path.suffix.lower() in PICTURES else check_pdf(path)
    return [finding.as_json() for finding in findings]
