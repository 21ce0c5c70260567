"""The language and the time zone in force on this console."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import QObject, Signal


class Language(QObject):
    """The language and time zone in force."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name = "zh"
        self.zone = ZoneInfo("Asia/Shanghai")

    def set_zone(self, name: str) -> None:
        """The plant's time zone; an unknown one leaves the present."""
        try:
            self.zone = ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError):
            return


language = Language()
