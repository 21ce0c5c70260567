"""Pages for people lead to what is there, and what is made of the program tells all of it."""

import re
import tomllib
from pathlib import Path

import pytest

from docs.making import architecture
from docs.making.api import page as api_page
from docs.making.pictures import COLOURS, PLACE, ROOT, wanted
from docs.making.site import contents, for_site
from services.core.operation import OPERATIONS

LINK = re.compile(r"\]\((?!https?:|mailto:)([^)\s#]+)")
PAGES = [ROOT / "README.md", ROOT / "README.zh-CN.md", ROOT / "CHANGELOG.md", ROOT / "CONTRIBUTING.md"]
PAGES += sorted((ROOT / "docs").rglob("*.md"))
RIGHTS = Path(__file__).parents[1] / "services" / "hub" / "rights.toml"


@pytest.mark.parametrize("file", PAGES, ids=lambda file: str(file.relative_to(ROOT)))
def test_what_a_page_leads_to_is_there(file: Path) -> None:
    made = {"api.md"}  # written when the site is built
    for link in LINK.findall(file.read_text("utf-8")):
        assert (file.parent / link).exists() or link in made, link


def test_every_picture_that_a_page_shows_is_there_and_no_other() -> None:
    there = {(file.parent.name, file.stem) for file in PLACE.rglob("*.png")}
    assert there == wanted()
    assert tuple(sorted(COLOURS, reverse=True)) == COLOURS


def test_the_picture_of_the_architecture_is_what_its_source_draws() -> None:
    assert architecture.FILE.read_text("utf-8") == architecture.drawn()


def test_the_page_of_the_api_tells_every_route_and_operation() -> None:
    text = api_page()
    declared = tomllib.loads(RIGHTS.read_text("utf-8"))
    for route in (route for group in declared.values() for route in group["routes"]):
        method, path = route.split()
        assert method == "HEAD" or f"| `{method}` | `{path}` |" in text, route
    assert all(f"**`{kind}`**" in text for kind in OPERATIONS)


def test_named_headings_and_links_to_them_become_targets_of_the_site() -> None:
    source = "# A page\n\n## A task {#task}\n\n[here](#task) [there](map.md#draw) [all](map.md)\n"
    made = for_site(source, "hazards")
    assert "(hazards-task)=\n## A task\n" in made
    assert "[here](#hazards-task) [there](#map-draw) [all](map.md)" in made
    assert contents("Guide", ["a", "b"]) == "```{toctree}\n:caption: Guide\n:maxdepth: 1\n\na\nb\n```\n"
