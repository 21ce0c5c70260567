"""Where labels go, and what is done to a page on its way there: kept per printer and paper."""

from dataclasses import dataclass, field
from typing import Literal

from PySide6.QtCore import QSettings

from services.reports.calibration import Correction

Kind = Literal["printer", "network", "file"]
_KEPT = "labels/corrections"


@dataclass(frozen=True)
class Destination:
    """`to` is the printer's name, tcp://HOST[:PORT] or a file's path; `language` and `dpi` are a label printer's."""

    kind: Kind
    to: str
    language: str = "zpl"
    dpi: int | None = None
    correction: Correction = field(default_factory=Correction)

    @property
    def shown(self) -> str:
        """The printer or the file, as people call it."""
        return self.to.removeprefix("tcp://") if self.kind != "file" else self.to.replace("\\", "/").rpartition("/")[2]


def kept_correction(printer: str, stock: str) -> Correction:
    """What was measured for this printer with this paper; nothing where nobody has measured."""
    parts = str(QSettings().value(_key(printer, stock)) or "").split("/")
    try:
        x, y, scale = map(float, parts)
    except ValueError:
        return Correction()
    return Correction((x, y), scale)


def keep_correction(printer: str, stock: str, correction: Correction) -> None:
    """From now on pages of this paper are corrected so for this printer."""
    if correction.plain:
        QSettings().remove(_key(printer, stock))
    else:
        x, y = correction.offset_mm
        QSettings().setValue(_key(printer, stock), f"{x}/{y}/{correction.scale}")


def _key(printer: str, stock: str) -> str:
    return f"{_KEPT}/{printer.encode().hex()}/{stock}"  # names of printers hold slashes and blanks
