"""A plant with a zone, people and hazards, on a real hub; consoles of several people; photos that are photos."""

import io
from dataclasses import dataclass, field
from typing import Any

from desktop.opening import join_hub, open_plant
from desktop.tasks import Tasks
from desktop.views.hazards.page import HazardsPage
from desktop.workbench import Workbench
from services.core.operation import Actor
from services.hub import signing
from services.sync.client import HubClient
from tests.desktop.pages import shown
from tests.desktop.plants import TestPlant

PEOPLE = (
    ("赵刚", "1042", ["fixer"]),
    ("孙丽", "3001", ["safety_officer"]),
    ("刘洋", "3002", ["safety_officer"]),
    ("马超", "2077", ["worker"]),
    ("周敏", "4001", ["hr"]),
)


def jpeg(red: int, green: int = 90) -> bytes:
    """A photo of one colour with a stripe, 400 × 300."""
    from PIL import Image

    image = Image.new("RGB", (400, 300), (red, green, 60))
    image.paste((250, 250, 250), (100, 100, 300, 140))
    file = io.BytesIO()
    image.save(file, "JPEG")
    return file.getvalue()


@dataclass
class Story:
    """What happens at the hub, by whom; `plant` is the first console, of 王丽, the EHS manager."""

    plant: TestPlant
    team: str = ""
    zone: str = ""
    people: dict[str, str] = field(default_factory=dict)
    consoles: list[TestPlant] = field(default_factory=list)

    def actor(self, name: str) -> Actor:
        person = next(one for one in self.plant.hub_records("person") if one.name == name)
        return Actor(person.id, frozenset(person.roles))

    def do(self, kind: str, by: str = "王丽", **args: Any) -> str:
        """An operation at the hub that is not refused."""
        answer = self.plant.served.hub.do(kind, args, self.actor(by))
        if answer.refused:
            raise answer.refused
        return str(answer.id)

    def photo(self, red: int) -> str:
        """A photo at the hub, sent as a phone sends it."""
        client: HubClient | None = self.plant.opened.client
        assert client is not None
        return str(client.call("POST", "/api/blobs/photo", data=jpeg(red))["sha256"])

    def report(self, description: str, red: int = 200, zone: str = "") -> str:
        return self.do(
            "hazards.report", "马超", zone=zone or self.zone, photos=[self.photo(red)], description=description
        )

    def fix(self, hazard: str, red: int = 20, note: str = "已修好") -> None:
        self.do("hazards.submit_fix", "赵刚", hazard=hazard, photos=[self.photo(red)], note=note)

    def reviewable(self, description: str, red: int = 200) -> str:
        """A hazard that waits for its first review."""
        hazard = self.report(description, red)
        self.fix(hazard, red - 100)
        return hazard

    def hazard(self, id_: str) -> Any:
        """As the hub has it."""
        return next(one for one in self.plant.hub_records("hazard") if one.id == id_)

    def console(self, name: str) -> TestPlant:
        """A console of its own for somebody, which has had its first sync."""
        served = self.plant.served
        folder = self.plant.folder / name
        opened = open_plant(folder, served.url)
        number = next(number for one, number, _ in PEOPLE if one == name)
        join_hub(opened, served.url, number, signing.make_code(served.hub, self.actor("王丽"), self.people[name]))
        tasks = Tasks()
        workbench = Workbench(opened, tasks)
        workbench.syncing.stop()
        made = TestPlant(folder, served, opened, tasks, workbench, False)
        made.sync()
        self.consoles.append(made)
        return made


def story_of(plant: TestPlant, zone_class: str = "B") -> Story:
    """A zone of a class, whose supervisor is 孙丽 and whose team is that of 赵刚."""
    story = Story(plant)
    story.do("plant.set_address", address="https://anhuan.example")
    story.team = story.do("teams.add", name="电气班")
    for name, number, roles in PEOPLE:
        team = {"team": story.team} if name == "赵刚" else {}
        story.people[name] = story.do("people.add", name=name, employee_no=number, roles=roles, **team)
    floor = story.do("floors.add", name="一层", building="一号楼", width_m=60, height_m=40)
    story.zone = story.do(
        "zones.draw",
        floor=floor,
        name="冲压车间",
        zone_class=zone_class,
        polygon=[[0, 0], [9, 0], [9, 9], [0, 9]],
        team=story.team,
        supervisor=story.people["孙丽"],
    )
    story.do("routes.add", position=1, target_kind="zone_team")
    return story


def page_of(qtbot: Any, console: TestPlant) -> HazardsPage:
    """The hazards page in the window of a console."""
    console.sync()
    made = shown(qtbot, console, "hazards")
    assert isinstance(made, HazardsPage)
    made.window().activateWindow()
    qtbot.waitUntil(made.window().isActiveWindow)
    return made
