"""The guide says what the program says: every text it names is one of the program's, every link and picture is there,
and every page of the navigation has its page in both languages."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest

from desktop.guide import CONTENTS, FENCE, FOLDER, LANGUAGES, file_of, keys, page
from desktop.guide.finding import find
from desktop.strings import NAMES
from desktop.views.help.topics import PLACES
from desktop.views.pages import PAGES
from services import words

STRINGS = Path(__file__).parents[2] / "desktop" / "strings"
SAID = {"zh": re.compile(r"「([^」]+)」"), "en": re.compile(r"\*\*([^*]+)\*\*")}
LINK = re.compile(r"\]\(([^)\s]+)\)")
GAP = re.compile(r"\{[A-Za-z_]+\}|%n|%L?\d")
MOST_BYTES = 120_000
BOTH = pytest.mark.parametrize("lang", LANGUAGES)
EVERY = [(lang, key) for lang in LANGUAGES for key in keys()]


def as_written(text: str) -> str:
    """A text with dots where the program fills something in; what ends in dots is also known without them."""
    return " ".join(re.sub(r"(?:…\s*)+", "… ", GAP.sub("…", text)).split()).strip(" …")


@cache
def program(lang: str) -> frozenset[str]:
    """All that the program can say in a language."""
    found: set[str] = set()
    for message in ElementTree.parse(STRINGS / f"{NAMES[lang]}.ts").iter("message"):
        target = message.find("translation")
        assert target is not None
        forms = [one.text or "" for one in target.iter("numerusform")]
        found |= {*(forms or [target.text or ""])}
    for sentence in words.catalogue(lang).values():
        found |= {sentence, *sentence.split("|")}
    return frozenset(as_written(one) for one in found)


def told(lang: str, key: str) -> Iterator[str]:
    yield from SAID[lang].findall(FENCE.sub("", page(lang, key).source))


@pytest.mark.parametrize(("lang", "key"), EVERY)
def test_every_button_that_it_names_is_there(lang: str, key: str) -> None:
    assert [one for one in told(lang, key) if as_written(one) not in program(lang)] == []


@pytest.mark.parametrize(("lang", "key"), EVERY)
def test_links_and_pictures_lead_somewhere(lang: str, key: str) -> None:
    for link in LINK.findall(FENCE.sub("", page(lang, key).source)):
        if "://" in link:
            continue
        name, _, anchor = link.partition("#")
        file = file_of(lang, key).parent / name if name else file_of(lang, key)
        assert file.is_file(), f"{key}: {link}"
        if anchor:
            assert anchor in {one.anchor for one in page(lang, file.stem).sections}, f"{key}: {link}"


@BOTH
def test_each_page_of_the_navigation_has_its_help(lang: str) -> None:
    assert {key for key, _ in PAGES} <= set(keys())
    assert {file.stem for file in (FOLDER / lang).glob("*.md")} == set(keys())


def test_both_languages_tell_the_same_things_in_the_same_order() -> None:
    for key in keys():
        anchors = [[one.anchor for one in page(lang, key).sections] for lang in LANGUAGES]
        assert anchors[0] == anchors[1], key
        assert len(set(anchors[0])) == len(anchors[0]), f"{key}: a name stands twice"


@BOTH
def test_it_explains_many_tasks_by_steps(lang: str) -> None:
    tasks = [one for key in keys() for one in page(lang, key).sections if re.search(r"^1\. ", one.text, re.MULTILINE)]
    assert len(tasks) >= 60


@BOTH
def test_what_has_the_keys_has_its_place_in_it(lang: str) -> None:
    for name, (key, anchor) in PLACES.items():
        assert anchor in {one.anchor for one in page(lang, key).sections}, name


def test_groups_have_words() -> None:
    for lang in LANGUAGES:
        assert all(words.has(f"guide.group.{name}", lang) for name, _ in CONTENTS)


def test_pictures_are_small() -> None:
    sizes = [file.stat().st_size for file in (FOLDER / "pictures").rglob("*.png")]
    assert max(sizes) <= MOST_BYTES
    assert sum(sizes) < 6_000_000


def test_sections_are_found_by_their_words() -> None:
    assert find("zh", "合并")[0].section.anchor == "merge"
    assert {"start", "labels"} <= {one.page.key for one in find("en", "print labels")[:4]}
    assert find("en", "") == []
    assert find("zh", "占星") == []
    assert all("{#" not in one.excerpt and "](" not in one.excerpt for one in find("zh", "标签"))


def test_a_heading_in_a_block_of_code_is_none() -> None:
    from desktop.guide import sections

    assert [one.title for one in sections("# One\n```\n# no\n```\n## Two {#two}\ntext\n")] == ["One", "Two"]


def test_words_of_groups_are_json() -> None:
    assert json.loads((Path(words.__file__).parent / "guide.zh.json").read_text("utf-8"))
