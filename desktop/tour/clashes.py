"""Scenes of work that did not count: what a colleague did meanwhile makes an approval, a zone's name and its outline
come back."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtWidgets import QLineEdit

from desktop.opening import open_plant
from desktop.tasks import Tasks
from desktop.tour.stage import Stage
from desktop.tour.visiting import visit
from desktop.workbench import Workbench
from services.core.geometry import Polygon, area
from services.core.operation import required
from services.core.people import Person
from services.core.roles import LEADERS, OFFICE, Role

HELD_MS = 600_000
NAMES = {"zh": ("危废暂存间", "危废暂存间（北）"), "en": ("Waste store", "Waste store north")}
WHY = {"zh": "照片太暗，看不清", "en": "The photo is too dark to judge"}
NOTE = {"zh": "补拍，光线充足", "en": "Taken again in better light"}


def conflicts(stage: Stage) -> None:
    """An approval whose photo was replaced, and a zone whose name was taken: seen, decided, and let go."""
    _away(stage)
    page = stage.go("conflicts")
    _looked_at(stage, page)
    stage.take("conflicts")
    stage.press("conflictAgain")
    stage.take("conflicts-decided")
    stage.workbench.syncing.hold(0)
    stage.workbench.syncing.soon()
    stage.until(lambda: stage.workbench.sync_state.waiting == 0, "the decision is not sent")
    stage.take("conflicts-counted")
    stage.press("conflictChange")
    stage.part(QLineEdit, "changeName").setText(NAMES[stage.lang][1])
    stage.take("conflicts-change")
    stage.press("cancelChange")
    stage.press("conflictLetGo")
    stage.press("chip-settled-conflicts")
    stage.take("conflicts-settled")


def _away(stage: Stage) -> None:
    """She works without the hub while others go on; then she meets it again."""
    hazard, fixer_id = _hers(stage)
    stage.go("map")
    stage.workbench.hold_back(HELD_MS)
    stage.rest()
    assert stage.workbench.run("hazards.approve", hazard=hazard.id).ok
    _draw(stage.workbench, NAMES[stage.lang][0])
    with _colleague(stage, _person(stage, Role.EHS_MANAGER).id) as manager:
        _draw(manager, NAMES[stage.lang][0])
        assert manager.run("hazards.return", hazard=hazard.id, reason=WHY[stage.lang]).ok
        _sent(stage, manager)
    with _colleague(stage, fixer_id) as fixer:
        photo = _brighter(stage, hazard.after[0])
        client = fixer.opened.client
        assert client is not None
        sha256 = client.call("POST", "/api/blobs/photo", data=photo)["sha256"]  # the hub names what it has cleaned
        assert fixer.run("hazards.submit_fix", hazard=hazard.id, photos=[sha256], note=NOTE[stage.lang]).ok
        _sent(stage, fixer)
    stage.workbench.syncing.hold(0)
    stage.workbench.syncing.soon()
    stage.until(lambda: stage.workbench.sync_state.conflicts == 2, "what was refused does not come back")
    stage.take("conflicts-told")


def outline_conflict(stage: Stage) -> None:
    """One zone reshaped by two at once: hers comes back with both outlines."""
    zones = [one for one in stage.workbench.ask(lambda look: look.find("zone")) if one.retired_at is None]
    zone = max(zones, key=lambda one: area(one.polygon))
    stage.workbench.hold_back(HELD_MS)
    stage.rest()
    assert stage.workbench.run("zones.reshape", zone=zone.id, polygon=_shrunk(zone.polygon, 0.8, 0.6)).ok
    with _colleague(stage, _person(stage, Role.EHS_MANAGER).id) as manager:
        assert manager.run("zones.reshape", zone=zone.id, polygon=_shrunk(zone.polygon, 0.55, 1.0)).ok
        _sent(stage, manager)
    known = stage.workbench.sync_state.conflicts
    stage.workbench.syncing.hold(0)
    stage.workbench.syncing.soon()
    stage.until(lambda: stage.workbench.sync_state.conflicts > known, "what was refused does not come back")
    stage.go("conflicts")
    stage.press("chip-open-conflicts")
    stage.take("conflicts-outline")
    stage.press("conflictLetGo")
    assert stage.workbench.run("zones.reshape", zone=zone.id, polygon=zone.polygon).ok  # as other pictures want it


def _shrunk(polygon: Polygon, wide: float, high: float) -> Polygon:
    """Towards its lower left corner."""
    left, low = min(x for x, _ in polygon), min(y for _, y in polygon)
    return tuple((round(left + (x - left) * wide, 3), round(low + (y - low) * high, 3)) for x, y in polygon)


def _hers(stage: Stage) -> tuple[Any, str]:
    """A hazard that waits for her first review, and who has a console and may hand its fix in."""
    from desktop.views.hazards.shown import Showing, queue_of

    queue = queue_of(Showing(stage.workbench).hazards())
    first = [(one.hazard, _fixer(stage, one.hazard)) for one in queue if one.hazard.state == "fixed"]
    return next((hazard, fixer) for hazard, fixer in first if fixer)


def _person(stage: Stage, role: Role) -> Any:
    found = stage.workbench.ask(lambda look: look.find("person"))
    return next(one for one in found if one.here and role in one.roles)


def _fixer(stage: Stage, hazard: Any) -> str:
    """The id of who may do so; empty where there is nobody."""
    found = stage.workbench.ask(lambda look: look.find("person", team=hazard.team))
    me = stage.workbench.me
    able = [one for one in found if one.here and LEADERS & set(one.roles) and one != me]
    return str(able[0].id) if able else ""


def _draw(workbench: Workbench, name: str) -> None:
    floor = workbench.ask(lambda look: look.find("floor"))[0]
    right, low = floor.width_m - 1, floor.height_m - 1
    corners = [[right - 6, low - 4], [right, low - 4], [right, low], [right - 6, low]]
    assert OFFICE & set(workbench.me.roles if workbench.me else ())
    assert workbench.run("zones.draw", floor=floor.id, name=name, zone_class="C", polygon=corners).ok


@contextmanager
def _colleague(stage: Stage, person: str) -> Iterator[Workbench]:
    """Somebody else at a console of their own."""
    assert stage.plant is not None
    folder, url = stage.data.parent / f"colleague-{person}", stage.workbench.opened.url
    visit(stage.plant, folder, url, lambda look: required(look, Person, person))
    workbench = Workbench(open_plant(folder, url), Tasks())
    workbench.syncing.start()
    stage.until(lambda: workbench.sync_state.hub == "in_step" and workbench.plant, "a colleague's console has no plant")
    yield workbench
    workbench.close()


def _sent(stage: Stage, workbench: Workbench) -> None:
    workbench.syncing.soon()
    stage.until(lambda: workbench.sync_state.waiting == 0, "a colleague's work is not sent")


def _brighter(stage: Stage, sha256: str) -> bytes:
    """The same place, photographed again: nearer, and in better light."""
    from PIL import Image, ImageEnhance

    stage.until(lambda: stage.workbench.photo(sha256) is not None, "the photo does not come")
    with Image.open(io.BytesIO(stage.workbench.photo(sha256) or b"")) as taken:
        wide, high = taken.size
        nearer = taken.crop((wide // 8, high // 10, wide - wide // 12, high - high // 8)).resize(taken.size)
        file = io.BytesIO()
        ImageEnhance.Brightness(nearer.convert("RGB")).enhance(1.25).save(file, "JPEG", quality=88)
    return file.getvalue()


def _looked_at(stage: Stage, page: Any) -> None:
    def seen() -> bool:
        page.detail.photos.before.repaint()
        page.detail.photos.after.repaint()
        return bool(page.detail.seen)

    stage.until(seen, "the photos do not come")
