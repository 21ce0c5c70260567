"""The language and the time zone in force on this console."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

DEFAULT_ZONE = "Asia/Shanghai"


class Language(QObject):
    """The language and time zone in force."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name = "zh"
        self._zone: ZoneInfo | None = None

    @property
    def zone(self) -> "ZoneInfo":
        """The time zone in force; read when a time is first told, after the first paint."""
        if self._zone is None:
            from zoneinfo import ZoneInfo

            self._zone = ZoneInfo(DEFAULT_ZONE)
        return self._zone

    def set_zone(self, name: str) -> None:
        """The plant's time zone; an unknown one leaves the present."""
        from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

        try:
            self._zone = ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError):
            return


language = Language()
