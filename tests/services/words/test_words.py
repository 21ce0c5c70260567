"""The catalogue: it says what it is asked, and both languages hold the same sentences with the same facts."""

import re
from collections import Counter

import pytest

from services import words
from services.words import FACT, LANGUAGES, catalogue, files, has, keys, say, without_twins

# Sentences that are the same letters in Chinese: names of products, formats and languages.
LETTERS_IN_CHINESE = {"English", "PDF", "DXF", "SVG", "PNG", "JPEG", "Excel", "GeoJSON", "CSV", "ZPL", "TSPL", "MES"}
HAN = re.compile(r"[\u3400-\u9fff]")
# What Chinese words may stand in English text: the product's name and the languages' own names.
CHINESE_IN_ENGLISH = re.compile("安环台|中文|简体中文")


@pytest.fixture
def sentences(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """A catalogue of its own, so that these tests do not hang on real sentences."""
    made = {"x.greet": "您好，{name}", "x.plain": "无"}
    monkeypatch.setattr(words, "catalogue", lambda lang: made)
    return made


def test_facts_are_filled_in(sentences):
    assert say("x.greet", name="王工") == "您好，王工"


def test_a_missing_fact_stays_visible(sentences):
    assert say("x.greet") == "您好，{name}"


def test_a_fact_is_text_and_never_a_template(sentences):
    assert say("x.greet", name="{name} {0} {x.__class__}") == "您好，{name} {0} {x.__class__}"


def test_a_fact_may_be_called_key(sentences):
    sentences["x.key"] = "{key}"
    assert say("x.key", key="钥匙") == "钥匙"


def test_an_unknown_key_is_its_own_sentence(sentences, monkeypatch):
    monkeypatch.delenv(words.STRICT, raising=False)
    assert say("x.nobody_wrote_this", name="王工") == "x.nobody_wrote_this"


def test_an_unknown_key_raises_where_words_are_strict(sentences, monkeypatch):
    monkeypatch.setenv(words.STRICT, "1")
    with pytest.raises(KeyError, match="nobody_wrote_this"):
        say("x.nobody_wrote_this")


def test_has_and_keys(sentences):
    assert has("x.plain")
    assert not has("x.none")
    assert keys("x.g") == ["x.greet"]


@pytest.mark.parametrize(
    ("lang", "expected"), [("zh", "zh"), ("zh_CN", "zh"), ("en-GB", "en"), ("EN", "en"), ("de", "zh"), ("", "zh")]
)
def test_a_locale_finds_its_language(lang, expected):
    assert words.language(lang) == expected


def test_a_key_twice_in_a_file_is_an_error():
    with pytest.raises(ValueError, match="a"):
        without_twins([("a", "1"), ("b", "2"), ("a", "3")])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_key_stands_in_two_files(lang):
    times = Counter(key for found in files(lang).values() for key in found)
    assert [key for key, count in times.items() if count > 1] == []


def test_both_languages_have_the_same_files_with_the_same_keys():
    chinese, english = (
        {name.replace(f".{lang}.", "."): set(found) for name, found in files(lang).items()} for lang in LANGUAGES
    )
    assert chinese == english


def test_both_languages_name_the_same_facts():
    english = catalogue("en")
    differing = [
        key
        for key, text in catalogue("zh").items()
        if set(FACT.findall(text)) != set(FACT.findall(english.get(key, "")))
    ]
    assert differing == []


def test_every_brace_is_a_fact():
    loose = [
        (lang, key)
        for lang in LANGUAGES
        for key, text in catalogue(lang).items()
        if re.search("[{}]", FACT.sub("", text))
    ]
    assert loose == []


def test_no_sentence_is_empty():
    assert [(lang, key) for lang in LANGUAGES for key, text in catalogue(lang).items() if not text.strip()] == []


def english_only(text: str) -> bool:
    bare = FACT.sub("", text)
    return bool(re.search("[A-Za-z]", bare)) and not HAN.search(bare) and bare.strip() not in LETTERS_IN_CHINESE


def test_chinese_sentences_are_chinese():
    assert {key: text for key, text in catalogue("zh").items() if english_only(text)} == {}


def test_english_sentences_are_english():
    assert {key: text for key, text in catalogue("en").items() if HAN.search(CHINESE_IN_ENGLISH.sub("", text))} == {}


def test_english_says_its_quotes_as_a_keyboard_has_them() -> None:
    """Chinese fonts, which the window and the papers use, draw the curly ones as wide as a character of Chinese."""
    found = [key for key, text in catalogue("en").items() if set(str(text)) & set("“”‘’")]
    assert found == []
