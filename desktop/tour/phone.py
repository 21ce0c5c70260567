"""The pages of a phone, by a real browser on the hub of this round; left out where no browser is at hand."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from desktop.tour.phone_pages import visits
from desktop.tour.stage import Stage
from desktop.tour.visiting import session

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
SIZE, PATIENCE_MS = {"width": 390, "height": 844}, 20_000
COOKIE = "anhuan"


def phone_pictures(stage: Stage, data: Path, url: str) -> list[Path]:
    """Pictures of a report, of someone's work, and of what may go wrong, from the hub on `data`, which answers at
    `url`. None where there is no Chromium."""
    program = next((found for name in CHROMIUM if (found := shutil.which(name))), None)
    try:
        import playwright.sync_api  # noqa: F401
    except ImportError:
        program = None
    if program is None:
        stage.tell("no Chromium: the phone's pages are left out")
        return []
    with tempfile.TemporaryDirectory(prefix="anhuan-phone-") as place, _browser(program, Path(place)) as browser:
        phone = Phones(stage, browser, data, url, Path(place))
        for scene in (
            phone.report,
            phone.work,
            phone.own_report,
            phone.map_,
            phone.points,
            phone.rechecks,
            phone.pages,
            phone.trouble,
        ):
            try:
                scene()
            except Exception as error:  # noqa: BLE001 - told as a fault; the other pages are still wanted
                stage.watch.add(stage.out.name, "missing", f"phone {scene.__name__}", str(error).partition("\n")[0])
        return phone.pictures


class Phones:
    """Phones of several people, one after the other."""

    def __init__(self, stage: Stage, browser: Any, data: Path, url: str, place: Path) -> None:
        self.stage, self.browser, self.data, self.url, self.place = stage, browser, data, url, place
        self.pictures: list[Path] = []

    def report(self) -> None:
        """A label is scanned, a photo taken and sent; nobody signs in."""
        label = next(one for one in self._records("label") if one.revoked_at is None)
        with self._phone() as page:
            page.goto(f"{self.url}/z/{label.token}")
            self._take(page, "report")
            page.set_input_files("#camera", self._photo("before", label.zone))
            page.wait_for_selector("#form:not([hidden])", timeout=PATIENCE_MS)
            page.tap(".tile:has([value=guarding])")
            page.tap(".phrases:not([hidden]) .phrase >> nth=0")
            self._take(page, "report-form")
            page.tap("#send")
            page.wait_for_selector("#receipt:not([hidden])", timeout=PATIENCE_MS)
            self._take(page, "report-receipt")

    def work(self) -> None:
        """What someone has to put right, and the photo after."""
        from services.store.queries.phone import work

        now = self.stage.workbench.now()
        people = [one for one in self._records("person") if one.left_at is None]
        to_do = {one.id: self.stage.workbench.ask(work, person=one, now=now).to_do for one in people}
        person = max(to_do, key=lambda one: len(to_do[one]))
        with self._phone(person) as page:
            page.goto(f"{self.url}/m")
            self._take(page, "work")
            page.set_input_files("input.after >> nth=0", self._photo("after", to_do[person][0].hazard.category))
            page.wait_for_selector("#fix:not([hidden])", timeout=PATIENCE_MS)
            self._take(page, "work-fix")

    def own_report(self) -> None:
        """What became of a report."""
        closed = [one for one in self._records("hazard") if one.reporter and one.state == "closed"]
        with self._phone(closed[-1].reporter) as page:
            page.goto(f"{self.url}/r")
            self._take(page, "reports")
            page.goto(f"{self.url}/r/{closed[-1].id}")
            self._take(page, "report-outcome")

    def map_(self) -> None:
        """The floor with the most urgent zone, for someone of the safety office; then why that zone has its colour."""
        from services.core.roles import OFFICE

        hazard = min((one for one in self._records("hazard") if one.open and one.due_at), key=lambda one: one.due_at)
        zone = next(one for one in self._records("zone") if one.id == hazard.zone)
        office = [one.id for one in self._records("person") if one.left_at is None and OFFICE & set(one.roles)]
        with self._phone(office[0]) as page:
            page.goto(f"{self.url}/map?floor={zone.floor}")
            self._take(page, "map")
            page.goto(f"{self.url}/map?floor={zone.floor}&zone={zone.id}#why")
            self._take(page, "map-why")

    def rechecks(self) -> None:
        """What was drawn for somebody to look at again, and one of them."""
        due = [one for one in self._records("recheck") if one.result == "due"]
        if not due:
            return
        with self._phone(due[0].assigned) as page:
            for path, name in (("rechecks", "rechecks"), (f"rechecks/{due[0].id}", "recheck")):
                page.goto(f"{self.url}/{path}")
                self._take(page, name)

    def pages(self) -> None:
        """Everything else that a phone shows, each opened by somebody whom it concerns."""
        now = self.stage.workbench.now()
        for visit in self.stage.workbench.ask(lambda look: tuple(visits(look, now))):
            with self._phone(visit.person) as page:
                for path, name in visit.pages:
                    answer = page.goto(f"{self.url}/{path}")
                    if answer.status >= 400:
                        self.stage.watch.add(self.stage.out.name, "missing", f"phone {name}", f"HTTP {answer.status}")
                    self._take(page, name, whole=True)

    def points(self) -> None:
        """What somebody has earned, the shop, a slip, and the counter of who hands out."""
        from services.core.roles import Role

        ready = max(self._records("redemption"), key=lambda one: (one.course == "ready", one.at))
        with self._phone(ready.person) as page:
            for path, name in (("points", "points"), ("shop", "shop"), (f"slips/{ready.id}", "slip")):
                page.goto(f"{self.url}/{path}")
                self._take(page, name)
        clerk = next(one.id for one in self._records("person") if Role.SHOP_CLERK in one.roles)
        with self._phone(clerk) as page:
            page.goto(f"{self.url}/counter")
            self._take(page, "counter")

    def trouble(self) -> None:
        """A label that is not ours, and signing in."""
        with self._phone(faults=False) as page:
            page.goto(f"{self.url}/z/Z-2222.1.1.notALabelOfOurs")
            self._take(page, "bad-label")
            page.goto(f"{self.url}/s")
            self._take(page, "sign-in")
            page.goto(f"{self.url}/")
            self._take(page, "front")

    def _records(self, kind: str) -> tuple[Any, ...]:
        found: tuple[Any, ...] = self.stage.workbench.ask(lambda look: look.find(kind))
        return found

    def _photo(self, which: str, like: str) -> Path:
        """A photo of the plant as a camera gives it; the best is of a hazard of this zone or category."""
        from services.sync.blobs import fetch

        opened = self.stage.workbench.opened
        assert opened.client is not None
        hazards = [one for one in self._records("hazard") if getattr(one, which)]
        hazard = max(hazards, key=lambda one: like in (one.zone, one.category))
        file = self.place / f"{which}.jpg"
        fetch(opened.client, opened.blobs, getattr(hazard, which)[0])
        file.write_bytes(opened.blobs.get(getattr(hazard, which)[0]) or b"")
        return file

    def _take(self, page: Any, name: str, *, whole: bool = False) -> None:
        """One screen of it, or the page down to its end."""
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(150)
        file = self.stage.out / f"phone-{name}.png"
        page.screenshot(path=file, full_page=whole)
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > SIZE["width"]:
            self.stage.watch.add(f"{self.stage.out.name}/{file.stem}", "clipped", "phone", f"{wide} px")
        self.pictures.append(file)
        self.stage.tell(f"{self.stage.out.name}/{file.name}")

    @contextmanager
    def _phone(self, person: str = "", *, faults: bool = True) -> Iterator[Any]:
        locale = {"zh": "zh-CN", "en": "en-GB"}[self.stage.lang]
        how = {"viewport": SIZE, "device_scale_factor": 2, "is_mobile": True, "has_touch": True}
        context = self.browser.new_context(**how, locale=locale, timezone_id="Asia/Shanghai")
        if person:
            context.add_cookies([{"name": COOKIE, "value": session(self.data, self.url, person), "url": self.url}])
        page = context.new_page()
        if faults:
            self._listen(page)
        yield page
        context.close()

    def _listen(self, page: Any) -> None:
        page.on("pageerror", self._on_error)
        page.on("console", self._on_console)

    def _on_error(self, error: Any) -> None:
        self.stage.watch.add(self.stage.out.name, "error", "phone", str(error))

    def _on_console(self, said: Any) -> None:
        if said.type == "error":
            where = str((said.location or {}).get("url", "")).removeprefix(self.url)
            self.stage.watch.add(self.stage.out.name, "error", f"phone {where}", said.text)


@contextmanager
def _browser(program: str, place: Path) -> Iterator[Any]:
    """The browser; it sees the project's font, as the machine may have none for Chinese."""
    from playwright.sync_api import sync_playwright

    from services.reports.fonts import font_file

    folders = "".join(
        f"<dir>{each}</dir>" for each in {font_file(400).parent, font_file(700).parent, "/usr/share/fonts"}
    )
    config = place / "fonts.conf"
    config.write_text(f"<fontconfig>{folders}<cachedir>{place}/cache</cachedir></fontconfig>")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program,
            args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
            env={**os.environ, "FONTCONFIG_FILE": str(config)},
        )
        yield browser
        browser.close()
