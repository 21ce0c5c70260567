"""The plant's own time of day, for what the plant itself is built upon and so can't be asked of it."""

from datetime import datetime

from services.core.operation import Look


def plant_time(look: Look, moment: datetime) -> datetime:
    """A moment by the plant's clock; as it is given before there is a plant."""
    plants = look.find("plant")
    if not plants:
        return moment
    from zoneinfo import ZoneInfo

    return moment.astimezone(ZoneInfo(plants[0].timezone))
