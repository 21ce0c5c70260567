"""Every rule of the cookbook is one that the program takes, and its page says what the program says of it."""

import argparse
import json
from pathlib import Path

import pytest

from desktop.guide import LANGUAGES, file_of
from docs.making.cookbook import RULES, about, document, files, page, says
from services.commands.rules import rules_check
from services.core.rule_document import rule_from, rule_json


def test_there_are_many_and_each_file_is_told_of() -> None:
    assert len(files()) >= 30
    assert {file.name for file in files()} | {"about.json"} == {file.name for file in RULES.glob("*.json")}


@pytest.mark.parametrize("file", files(), ids=lambda file: file.stem)
def test_the_command_takes_it_and_says_what_the_page_says(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert rules_check(argparse.Namespace(file=str(file), json=True, lang="zh")) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["ok"]
    assert told["says"] == says(file, "zh")
    for lang in LANGUAGES:
        assert f"> {says(file, lang)}\n" in file_of(lang, "cookbook").read_text("utf-8")


@pytest.mark.parametrize("file", files(), ids=lambda file: file.stem)
def test_nothing_in_it_is_lost_when_it_is_read(file: Path) -> None:
    read = rule_json(rule_from(json.loads(file.read_text("utf-8"))))
    assert rule_json(rule_from(read)) == read
    assert about()["rules"][file.stem]["zh"][0] == read["name"]
    assert not any(ord(sign) > 0x3000 for sign in json.dumps(document(file, "en"), ensure_ascii=False))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_is_what_its_source_makes(lang: str) -> None:
    assert file_of(lang, "cookbook").read_text("utf-8") == page(lang), "python -m docs.making.cookbook"
