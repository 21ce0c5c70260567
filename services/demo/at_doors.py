"""What stands at the demo plant's doors: terminals with their readers, cards that nobody is known by, a row that could
not be taken, and a muster drill some weeks ago."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from typing import NamedTuple

from services.core.shape import utc_text
from services.demo.life import Happening, Life, midnight
from services.hub.doors import State, turn_state
from services.store.cards import Strange, keep_strange
from services.store.stops import Stop, append
from services.store.turned import Kept, keep_turned

DRILL_DAYS = 17  # before the last day
DRILLED = ("赵刚", "马超", "孙伟", "杨帆", "吴磊", "何军", "李雪梅", "徐鹏")
OFFICER = "王芳"


STOPS = (
    ("L-PT2", 101, 46, True, "换色清洗"),
    ("L-HJ1", 77, 7, False, "送丝卡滞"),
    ("L-PT1", 52, 95, False, "链条过载"),
    ("L-HJ2", 29, 24, False, "水冷流量低"),
)
EARLIER = timedelta(days=6)
# line, days between its stops, minutes that one takes on average
WORN = (
    ("CY-05", 5, 85),
    ("CY-11", 9, 70),
    ("JC-07", 11, 40),
    ("HJ-04", 14, 25),
    ("L-HJ1", 10, 25),
    ("RL-02", 12, 120),
    ("L-PT1", 9, 60),
    ("L-PT2", 13, 50),
)
WHYS = (("模具卡料", False), ("安全光幕误动作", False), ("计划保养", True), ("液压泄漏", False), ("送料不到位", False))


class Terminal(NamedTuple):
    """A terminal and the zone that its first reader lets into and its second lets out of."""

    name: str
    zone: str


TERMINALS = (
    Terminal("西门人行通道", "主通道"),
    Terminal("配电室门禁机", "配电室"),
    Terminal("化学品库门禁机", "化学品库"),
)


def install(life: Life) -> None:
    """Hangs the terminals; within a chapter."""
    admin = life.someone("林晓东")
    for one in TERMINALS:
        device = life.do(admin, "door_devices.add", name=one.name)
        life.ids[one.name] = device
        for reader, inward in ((1, True), (2, False)):
            leads = {"reader_no": reader, "zone": life.ids[one.zone], "inward": inward}
            life.do(admin, "door_devices.set_reader", door_device=device, **leads)


def _stands(heard: State, _: State) -> State:
    return heard


def have_seen(life: Life) -> None:
    """What stands at the devices at the end; within a chapter."""
    connection = life.journal.connection
    for number, one in enumerate(TERMINALS):
        at = life.until - timedelta(seconds=20 + 70 * number)
        heard = State(utc_text(at), 41_000 + number, utc_text(life.until))
        turn_state(connection, life.ids[one.name], partial(_stands, heard))
    device, room = life.ids["化学品库门禁机"], life.ids["化学品库"]
    cards = (("0008106606", 190, True), ("0008106606", 176, False), ("0313249263", 2_900, True))
    keep_strange(
        connection,
        [
            Strange(
                f"{device}/{number}", life.until - timedelta(minutes=back), device, number, 1, 1 if inward else 2,
                room, inward, card, "",
            )
            for number, (card, back, inward) in enumerate(cards, 40_990)
        ],
    )  # fmt: skip
    append(connection, list(_stops(life)))
    came = life.until - timedelta(hours=5)
    keep_turned(connection, [Kept(came, "swipes", "HTTP", 214, "unknown", "zone", "旧仓库")])


def _stops(life: Life) -> Iterator[Stop]:
    """When lines stood in the last days."""
    for number, (line, hours, minutes, planned, why) in enumerate(STOPS):
        began = life.until - timedelta(hours=hours)
        ended = began + timedelta(minutes=minutes)
        yield Stop(f"MES-{number + 4101}", line, began, ended, ended, planned, why)
    yield from _earlier_stops(life)


def _earlier_stops(life: Life) -> Iterator[Stop]:
    """Those of the time before, back to the beginning: each line stands about once in nine days, the presses more often
    and longer."""
    for place, (line, days, minutes) in enumerate(WORN):
        at, number = life.until - EARLIER - timedelta(hours=7 * place), 0
        while at > life.founded:
            why, planned = WHYS[(place + number) % len(WHYS)]
            ended = at + timedelta(minutes=minutes * (1 + (number * 7 + place * 3) % 5) / 3)
            yield Stop(f"MES-{line}-{number}", line, at, ended, ended, planned, why)
            at -= timedelta(days=days, hours=(number * 5 + place) % 11)
            number += 1


def happenings(life: Life) -> Iterator[Happening]:
    """The muster drill, in the afternoon of a day not long ago."""
    at = midnight(life.until) - timedelta(days=DRILL_DAYS) + timedelta(hours=15)
    if at > life.founded:
        yield Happening(at, "muster", _drill)


def _drill(life: Life) -> None:
    boss = life.someone(OFFICER)
    muster = life.do(boss, "musters.begin", muster_why="drill", point="东门广场")
    for name in DRILLED:
        if name in life.ids:
            life.do(boss, "musters.tick", muster=muster, person=life.ids[name])
    life.do(boss, "musters.end", muster=muster)
