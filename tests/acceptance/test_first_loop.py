"""The first loop closes: a plant is made, labels hang, a hazard is reported, fixed, reviewed twice and closed, and
the journal can prove it. Real consoles, a real hub, a real browser, a real mail server, decoders that drew nothing."""

import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller

from services.demo.scenes import draw
from services.plans import read_dxf, write_sample
from tests.acceptance.consoles import ROOT, Console
from tests.acceptance.phones import phones

pytestmark = pytest.mark.acceptance
SHARED = ROOT.parent / "shared" / "plans" / "wrld_office_cad.dxf"


class Letters:
    """What a mail server does with mail here: it keeps it."""

    def __init__(self) -> None:
        self.got: list[Any] = []

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.got.append((envelope.rcpt_tos, message_from_bytes(envelope.content, policy=default)))
        return "250 kept"

    def to(self, mailbox: str) -> list[Any]:
        return [letter for whom, letter in self.got if mailbox in whom]


@pytest.fixture
def letters() -> Iterator[tuple[Letters, int]]:
    kept = Letters()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    server = Controller(kept, hostname="127.0.0.1", port=port)
    server.start()
    yield kept, port
    server.stop()


def command(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "services.cli", *arguments, "--lang", "en"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        check=False,
    )


def shown(kind: str, data: Path) -> list[dict[str, Any]]:
    done = command("show", kind, "--data", str(data), "--json")
    assert done.returncode == 0, (kind, done.stdout, done.stderr)
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def codes_on(pdf: Path) -> list[str]:
    """What a reader that drew nothing reads from the page as a printer would put it on paper."""
    subprocess.run(["pdftoppm", "-r", "300", "-gray", "-png", str(pdf), str(pdf.with_suffix(""))], check=True)
    pages = sorted(str(page) for page in pdf.parent.glob(f"{pdf.stem}-*.png"))
    read = subprocess.run(["zbarimg", "--quiet", "--raw", *pages], capture_output=True, text=True, check=True)
    return read.stdout.split()


def photo(folder: Path, *, safe: bool) -> Path:
    """What the camera sees: the press with its light curtain taped, or put right."""
    file = folder / ("after.jpg" if safe else "before.jpg")
    file.write_bytes(draw("press", "first loop", "2号冲床", safe=safe))
    return file


def add_person(console: Console, name: str, email: str, roles: list[str], team: str = "") -> None:
    console.click("addPerson")
    console.type("personName", name)
    console.type("personEmail", email)
    for role in roles:
        console.click(f"role-{role}")
    if team:
        console.choose("personTeam", team)
    console.click("savePerson")
    console.until("rows", name, name="peopleTable")


def code_for(console: Console, name: str) -> str:
    console.click("nav-people")
    console.do("row", name="peopleTable", text=name)
    console.click("makeCode")
    text = console.until("text", lambda seen: len(str(seen).replace("-", "").strip()) >= 8, name="oneTimeCode")
    return str(text).strip()


def draw_zone(console: Console, name: str, letter: str, corners: list[list[float]], supervisor: str, team: str) -> None:
    console.click("toolRectangle")
    console.do("drag", name="planView", points=corners)
    console.type("zoneName", name)
    console.choose("zoneClass", letter)
    console.choose("zoneSupervisor", supervisor)
    console.choose("zoneTeam", team)
    console.click("saveZone")
    console.until("zone_status", lambda status: status in ("unknown", "normal"), name="planView", zone=name)


def approve(console: Console, what: str) -> None:
    console.click("nav-hazards")
    console.do("row", name="hazardTable", text=what)
    console.click("openReview")
    console.click("approve")


@pytest.mark.parametrize("drawing", ["own", "shared"])
def test_the_first_loop_closes(drawing: str, tmp_path: Path, letters: tuple[Letters, int]) -> None:
    kept, smtp_port = letters
    plan = tmp_path / "hall.dxf"
    if drawing == "own":
        write_sample(plan)
    elif SHARED.is_file():
        plan = SHARED
    else:
        pytest.skip(f"the real drawing is not here: {SHARED}")
    data = tmp_path / "office"
    office = Console(data)
    other = None
    try:
        make_plant(office)
        make_people(office, smtp_port)
        import_and_draw(office, plan)
        addresses = print_labels(office, data, tmp_path / "labels.pdf")
        with phones() as phone:
            number = report(phone(), addresses[0], tmp_path, office)
            check_dispatch(data, number, kept)
            fix(phone(), office, data, number, tmp_path)
            other = second_console(office, data, tmp_path / "desk")
            close_the_loop(office, other, data, number)
        check_journal(office)
    finally:
        ends = [console.close() for console in (other, office) if console]
    assert ends == [0, 0]
    check_chain(data)


def make_plant(office: Console) -> None:
    office.click("choosePlant")
    office.type("plantName", "华东精工机械")
    office.type("personName", "王芳")
    office.type("password", "long enough")
    office.type("passwordAgain", "long enough")
    office.click("makePlant")
    office.until("text", "中心", name="statusHub")


def make_people(office: Console, smtp_port: int) -> None:
    office.click("nav-people")
    office.click("addTeam")
    office.type("teamName", "机修班")
    office.click("saveTeam")
    add_person(office, "陈志强", "chen@plant.example", ["team_leader"])
    add_person(office, "李安", "li@plant.example", ["safety_officer"])
    add_person(office, "赵刚", "zhao@plant.example", ["fixer"], team="机修班")
    office.click("nav-settings")
    office.do("item", name="settingsSections", text="告警")
    office.type("mailHost", "127.0.0.1")
    office.type("mailPort", str(smtp_port))
    office.type("mailSender", "anhuan@plant.example")
    office.click("saveMail")


def import_and_draw(office: Console, plan: Path) -> None:
    office.click("nav-map")
    office.click("importDrawing")
    office.do("file", path=str(plan))
    office.click("useAsFloor")
    drawn = read_dxf(plan)
    w, h = drawn.width_m, drawn.height_m
    office.click("editZones")
    for place, (name, letter) in enumerate((("冲压车间", "A"), ("机加工车间", "B"), ("焊接车间", "C"))):
        left = w * (0.1 + 0.28 * place)
        corners = [[left, h * 0.3], [left + w * 0.2, h * 0.6]]
        draw_zone(office, name, letter, corners, "陈志强", "机修班")
    office.click("editZones")


def print_labels(office: Console, data: Path, pdf: Path) -> list[str]:
    """The addresses that a decoder reads from the printed page, in the order of the zones."""
    url = json.loads((data / "hub" / "hub.json").read_text(encoding="utf-8"))["url"]
    office.click("nav-labels")
    office.type("plantAddress", url)
    warned = office.until("text", "本机", name="addressWarning")
    assert warned
    office.click("saveAddress")
    office.click("printLabels")
    office.choose("labelDestination", "文件")
    office.click("labelsGo")
    office.do("file", path=str(pdf))
    office.until("rows", lambda rows: sum("20" in str(row) for row in rows) == 3, name="zoneTicks")
    read = codes_on(pdf)
    zones = {zone["code"]: zone["name"] for zone in shown("zones", data)}
    by_name = {zones[address.split("/z/")[1].split(".")[0]]: address for address in read}
    assert sorted(by_name) == sorted(["冲压车间", "机加工车间", "焊接车间"])
    assert all(address.startswith(url + "/z/Z-") for address in read)
    return [by_name["冲压车间"], by_name["机加工车间"], by_name["焊接车间"]]


def report(phone: Any, address: str, folder: Path, office: Console) -> str:
    office.click("nav-map")
    assert office.do("zone_status", name="planView", zone="冲压车间") == "normal"
    phone.open(address)
    phone.shoot("#camera", photo(folder, safe=False))
    phone.page.locator("#form").wait_for(state="visible")
    phone.tap("label.tile:has(input[value=guarding])")
    phone.write("#line", "2号冲床光幕被胶带遮挡")
    phone.tap("#send")
    number = phone.text("#receipt .number").strip()
    assert phone.taps <= 3
    assert number.startswith("YH-")
    assert not phone.faults
    office.until("zone_status", lambda status: status == "pending", name="planView", zone="冲压车间")
    return number


def check_dispatch(data: Path, number: str, kept: Letters) -> None:
    hazard = next(one for one in shown("hazards", data) if one["number"] == number)
    team = next(one for one in shown("teams", data) if one["name"] == "机修班")
    assert (hazard["state"], hazard["team"], hazard["why"]) == ("assigned", team["id"], "route_zone_team")
    assert "2号冲床光幕被胶带遮挡" in hazard["description"]
    letter = wait_for(lambda: kept.to("chen@plant.example"))[0]
    assert number in letter["subject"]
    assert "冲压车间" in letter["subject"]
    assert "光幕被胶带遮挡" in letter.get_body(("plain",)).get_content()


def wait_for(look: Any) -> Any:
    import time

    end = time.monotonic() + 30
    while time.monotonic() < end:
        if found := look():
            return found
        time.sleep(0.1)
    raise AssertionError("it did not come")


def fix(phone: Any, office: Console, data: Path, number: str, folder: Path) -> None:
    url = json.loads((data / "hub" / "hub.json").read_text(encoding="utf-8"))["url"]
    code = code_for(office, "赵刚")
    phone.open(url + "/m")
    phone.write("input[name=login]", "赵刚")
    phone.write("input[name=secret]", code)
    phone.tap("#sign_in button[type=submit]")
    phone.page.locator(".card").first.wait_for(state="visible")
    assert number in phone.text(".card")
    phone.shoot(".card input.after", photo(folder, safe=True))
    phone.write("#fix .note", "胶带已撕除,试停 10 次正常")
    phone.tap("#fix .send")
    assert number in phone.text("#handed_in .number")
    assert not phone.faults


def second_console(office: Console, data: Path, desk: Path) -> Console:
    url = json.loads((data / "hub" / "hub.json").read_text(encoding="utf-8"))["url"]
    code = code_for(office, "李安")
    other = Console(desk)
    other.click("chooseJoin")
    other.type("hubAddress", url)
    other.type("login", "李安")
    other.type("secret", code)
    other.click("joinHub")
    other.until("text", "中心", name="statusHub")
    return other


def close_the_loop(office: Console, other: Console, data: Path, number: str) -> None:
    approve(other, number)
    state = wait_for(lambda: [h for h in shown("hazards", data) if h["number"] == number and h["first_by"]])[0]
    assert state["state"] == "first_passed"
    approve(office, number)
    closed = wait_for(lambda: [h for h in shown("hazards", data) if h["number"] == number and h["state"] == "closed"])[
        0
    ]
    assert len({closed["first_by"], closed["second_by"], closed["fixed_by"]}) == 3
    for console in (office, other):
        console.click("nav-map")
        console.until("zone_status", lambda status: status == "normal", name="planView", zone="冲压车间")


def check_journal(office: Console) -> None:
    office.click("nav-journal")
    rows = office.until("rows", lambda rows: len(rows) > 15, name="journalTable")
    told = "\n".join("\t".join(row) for row in rows)
    for sentence in ("王芳 建立了工厂", "赵刚 提交整改", "李安 通过了", "的终核，隐患闭环", "在“冲压车间”上报隐患"):
        assert sentence in told, sentence


def check_chain(data: Path) -> None:
    whole = command("audit", "verify", str(data))
    assert (whole.returncode, "whole" in whole.stdout) == (0, True), whole.stdout + whole.stderr
    database = data / "hub" / "plant.db"
    content = bytearray(database.read_bytes())
    place = content.rfind("光幕被胶带遮挡".encode())
    assert place > 0
    content[place] ^= 1
    database.write_bytes(content)
    broken = command("audit", "verify", str(data), "--json")
    assert broken.returncode == 1
    faults = json.loads(broken.stdout)["faults"]
    assert any(fault["seq"] > 0 for fault in faults), faults
