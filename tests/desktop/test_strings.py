"""The window's words: every text of the code stands in both languages, and the .ts files are what the code says."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from desktop import strings
from desktop.language import language
from desktop.strings import build
from tests.desktop.speaking import speaking


@pytest.mark.parametrize("language", build.LANGUAGES)
def test_the_files_are_what_the_code_says(language: str) -> None:
    text = build.made(language, build.sentences())
    assert list(build.unfinished(text)) == []
    kept = (build.FOLDER / f"{language}.ts").read_text("utf-8")
    assert kept == text, "run: python -m desktop.strings.build update"


def test_there_are_no_words_for_what_nobody_says() -> None:
    assert build.unsaid(build.sentences()) == []


def test_values_in_both_languages_have_the_same_names() -> None:
    faults = []
    for source, text in build.chinese().items():
        pairs = text.items() if isinstance(text, dict) else [(source, text)]
        faults += [one for one, other in pairs if places(one) != places(other)]
    assert faults == []


def places(text: str) -> set[str]:
    return {part.split("}")[0] for part in text.split("{")[1:]} | ({"%n"} if "%n" in text else set())


def test_what_has_no_words_is_told() -> None:
    said = build.sentences()
    message = said.find("context/message/source")
    assert message is not None
    message.text = "Nobody has translated this"
    assert any(each.endswith(": Nobody has translated this") for each in build.unfinished(build.made("zh_CN", said)))


def test_two_areas_that_disagree_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"Save": "保存"}', "utf-8")
    (tmp_path / "b.json").write_text('{"Save": "存储"}', "utf-8")
    with pytest.raises(ValueError, match=r"b\.json: 'Save'"):
        build.chinese(tmp_path)


def test_a_context_has_its_own_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "chinese", lambda: {"Left": "已离厂", "Arrows": {"Left": "左"}})
    find = build.finder("zh_CN")
    assert (find("Arrows", "Left"), find("Team", "Left"), find("Team", "Right")) == (["左"], ["已离厂"], [])


def test_a_language_is_put_in_force_and_changed(qapp: QApplication) -> None:
    with speaking(qapp, "zh"):
        assert language.name == "zh"
        assert QCoreApplication.translate("Pages", "Map") == "地图"
        assert QCoreApplication.translate("StatusLine", "%n conflicts", "", 2) == "冲突 2 处"
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消", "Qt's own dialogs"
        assert strings.install(qapp, "en") == "en"
        assert language.name == "en"
        assert QCoreApplication.translate("Pages", "Map") == "Map"
        assert QCoreApplication.translate("StatusLine", "%n conflicts", "", 1) == "1 conflict"


@pytest.mark.parametrize(
    ("setting", "environment", "language"),
    [("en", "zh", "en"), ("zh", "en", "zh"), ("", "en_GB", "en"), ("", "zh_TW", "zh")],
)
def test_the_setting_comes_before_the_environment(
    setting: str, environment: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANHUAN_LANG", environment)
    assert strings.chosen(setting) == language


def test_translations_are_compiled_when_they_are_old(tmp_path: Path) -> None:
    source, compiled = tmp_path / "a.ts", tmp_path / "a.qm"
    assert not strings.stale(source, compiled), "a delivered program has no .ts"
    source.touch()
    assert strings.stale(source, compiled)
    compiled.touch()
    assert not strings.stale(source, compiled)
    os.utime(compiled, (0, 0))
    assert strings.stale(source, compiled)


def test_a_folder_that_cannot_be_compiled_is_no_reason_not_to_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "zh_CN.ts").write_text("<TS><context>", "utf-8")
    monkeypatch.setattr(strings, "FOLDER", tmp_path)
    strings.ensure()
    assert "not compiled" in caplog.text
    assert not (tmp_path / "zh_CN.qm").exists()
