"""What a device at a door has seen, whoever made it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Told:
    """One event. `serial` counts what the device has seen, `front` the one before it, where it says so. `code` is the
    kind of event (subEventType); one of a door alone has neither card nor employee number. A heartbeat has no code."""

    at: datetime | None
    serial: int | None = None
    front: int | None = None
    code: int | None = None
    door_no: int = 1
    reader_no: int | None = None
    card: str = ""
    employee_no: str = ""
    status: str = ""
    beat: bool = False

    @property
    def somebody(self) -> bool:
        """Whether it is about a person."""
        return bool(self.card or self.employee_no)
