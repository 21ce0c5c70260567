"""Makes the translation files of the window's own words: python -m desktop.strings.build update | release | check.

The code speaks English. Its Chinese stands in zh/<area>.json as {"English": "中文"}, and where two contexts need two
words, as {"Context": {"English": "中文"}}. English plurals stand in en.json as {"%n items": ["%n item", "%n items"]}.
The .ts files are made from these and never edited.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

import PySide6

from desktop.strings import stale

FOLDER = Path(__file__).parent
ROOM = FOLDER.parent
LANGUAGES = ("zh_CN", "en")
HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'

Words = dict[str, str | dict[str, str]]
Find = Callable[[str, str], list[str]]


def tool(name: str) -> str:
    """The path of one of Qt's own programs."""
    ending = ".exe" if sys.platform == "win32" else ""
    return str(Path(PySide6.__file__).parent / f"{name}{ending}")


def sentences() -> ElementTree.Element:
    """Everything the console's code says, as an untranslated TS tree; a warning of lupdate raises."""
    sources = sorted(str(path) for path in ROOM.rglob("*.py"))
    with tempfile.TemporaryDirectory() as place:
        found = Path(place) / "found.ts"
        options = ["-silent", "-warnings-are-errors", "-locations", "none", "-source-language", "en"]
        subprocess.run([tool("lupdate"), *options, *sources, "-ts", str(found)], check=True, capture_output=True)
        said = ElementTree.parse(found).getroot()
    for message in said.iter("message"):
        if "%n" in message.findtext("source", ""):  # lupdate sees a count in self.tr() only
            message.set("numerus", "yes")
    return said


def chinese(folder: Path = FOLDER / "zh") -> Words:
    """The Chinese of all areas. Raises ValueError where two areas say the same differently."""
    words: Words = {}
    for path in sorted(folder.glob("*.json")):
        for source, text in json.loads(path.read_text("utf-8")).items():
            known = words.get(source)
            if isinstance(known, dict) and isinstance(text, dict):
                known.update(text)
            elif known is not None and known != text:
                raise ValueError(f"{path.name}: {source!r} is {known!r} elsewhere and {text!r} here")
            else:
                words[source] = text
    return words


def finder(language: str) -> Find:
    """Answers the translations of (context, source): one, or one a plural form; none where it has no words."""
    if language == "en":
        plurals: dict[str, list[str]] = json.loads((FOLDER / "en.json").read_text("utf-8"))
        return lambda _, source: plurals.get(source, [])
    words = chinese()

    def find(context: str, source: str) -> list[str]:
        own = words.get(context)
        here = own.get(source) if isinstance(own, dict) else None
        text = here or words.get(source)
        return [text] if isinstance(text, str) else []

    return find


def made(language: str, said: ElementTree.Element) -> str:
    """The whole .ts file of a language."""
    said.set("language", language)
    find = finder(language)
    for context in said.iterfind("context"):
        for message in context.iterfind("message"):
            _translate(message, context.findtext("name", ""), find, plain=language == "en")
    ElementTree.indent(said, "    ")
    return HEAD + ElementTree.tostring(said, encoding="unicode") + "\n"


def _translate(message: ElementTree.Element, context: str, find: Find, *, plain: bool) -> None:
    """Fills in one message; `plain`: a text without plural forms is its own translation."""
    source = message.findtext("source", "")
    plural = message.get("numerus") == "yes"
    texts = [source] if plain and not plural else find(context, source)
    target = message.find("translation")
    assert target is not None
    target.clear()
    if not texts:
        target.set("type", "unfinished")
    elif plural:
        for text in texts:
            ElementTree.SubElement(target, "numerusform").text = text
    else:
        target.text = texts[0]


def unfinished(text: str) -> Iterator[str]:
    """What a .ts file has no words for, as 'Context: source'."""
    for context in ElementTree.fromstring(text).iterfind("context"):
        for message in context.iterfind("message"):
            target = message.find("translation")
            if target is not None and target.get("type") == "unfinished":
                yield f"{context.findtext('name')}: {message.findtext('source')}"


def unsaid(said: ElementTree.Element) -> list[str]:
    """Chinese words for what the code does not say (any more)."""
    by_context = {
        (context.findtext("name"), message.findtext("source"))
        for context in said.iterfind("context")
        for message in context.iterfind("message")
    }
    sources = {source for _, source in by_context}
    left = []
    for name, text in chinese().items():
        if isinstance(text, dict):
            left += [f"{name}: {source}" for source in text if (name, source) not in by_context]
        elif name not in sources:
            left.append(name)
    return left


def update() -> int:
    """Writes the .ts files; tells what is missing or no longer said, and answers 1 if something is."""
    faults = []
    for language in LANGUAGES:
        text = made(language, sentences())
        (FOLDER / f"{language}.ts").write_text(text, "utf-8")
        faults += [f"{language} lacks {each}" for each in unfinished(text)]
    faults += [f"zh has words for nothing: {each}" for each in unsaid(sentences())]
    sys.stdout.write("".join(f"{fault}\n" for fault in faults) or "all words are there\n")
    return 1 if faults else 0


def check() -> int:
    """Changes nothing: tells where a .ts file lacks words or is not what the code makes, and answers 1 if one does."""
    faults = [f"zh has words for nothing: {each}" for each in unsaid(sentences())]
    for language in LANGUAGES:
        text = made(language, sentences())
        faults += [f"{language} lacks {each}" for each in unfinished(text)]
        if (FOLDER / f"{language}.ts").read_text("utf-8") != text:
            faults.append(f"{language}.ts is old: python -m desktop.strings.build update")
    sys.stdout.write("".join(f"{fault}\n" for fault in faults))
    return 1 if faults else 0


def release(folder: Path = FOLDER) -> int:
    """Compiles what has changed, each file whole or not at all; answers 0. Raises OSError, CalledProcessError."""
    for language in LANGUAGES:
        source, compiled = folder / f"{language}.ts", folder / f"{language}.qm"
        if stale(source, compiled):
            half = compiled.with_suffix(f".{os.getpid()}.qm")
            subprocess.run([tool("lrelease"), "-silent", str(source), "-qm", str(half)], check=True)
            half.replace(compiled)
    return 0


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m desktop.strings.build", description=__doc__)
    parser.add_argument("do", choices=("update", "release", "check"))
    do = parser.parse_args().do
    if do == "check":
        return check()
    return update() or release() if do == "update" else release()


if __name__ == "__main__":
    sys.exit(main())
