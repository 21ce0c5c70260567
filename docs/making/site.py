"""Builds the documentation as two sites that need no network: python -m docs.making.site OUT [PYTHON]

PYTHON is the one that has Sphinx, where it is another than that which runs this.

Their pages are the guide (desktop/guide), the operator's pages (docs/operator) and those for developers (docs, in
English in both). Nothing is written for the site alone but its tables of contents. A broken link ends it with 1.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from desktop.guide import CONTENTS, FOLDER, HEADING, LANGUAGES
from docs.making.api import page
from services import words

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
LINK = re.compile(r"\]\(([a-z0-9-]*)(?:\.md)?#([a-z0-9-]+)\)")
# What the operator reads first; other pages of the folder follow by name.
OPERATOR = ("install", "service", "connectors", "backups", "data", "watching")
DEVELOPER = ("architecture", "adding-a-feature", "api", "rules", "alerts", "sensors", "doors", "figures", "points",
             "training", "audits", "security", "usability", "third-party-licences")  # fmt: skip


def for_site(text: str, name: str) -> str:
    """A page of the guide with its named headings as targets of MyST, and its links to them."""
    named = HEADING.sub(lambda one: f"({name}-{one[3]})=\n{one[1]} {one[2]}" if one[3] else one[0], text)
    return LINK.sub(lambda one: f"](#{one[1] or name}-{one[2]})", named)


def contents(caption: str, pages: list[str]) -> str:
    """A table of contents."""
    lines = "\n".join(pages)
    return f"```{{toctree}}\n:caption: {caption}\n:maxdepth: 1\n\n{lines}\n```\n"


def write_sources(lang: str, place: Path) -> None:
    """All pages of a language, as Sphinx reads them."""
    shutil.copytree(FOLDER / "pictures" / lang, place / "pictures" / lang)
    tables = [_guide(lang, place / "guide"), _operator(lang, place / "operator"), _developer(lang, place / "developer")]
    title = words.say("guide.site.title", lang)
    about = words.say("guide.site.about", lang)
    (place / "index.md").write_text(f"# {title}\n\n{about}\n\n{''.join(tables)}", "utf-8")
    shutil.copy(DOCS / "making" / "conf.py", place / "conf.py")


def _guide(lang: str, place: Path) -> str:
    place.mkdir()
    walk = (DOCS / f"walkthrough.{lang}.md").read_text("utf-8").replace("../desktop/guide/pictures/", "../pictures/")
    walk = walk.replace(f"../desktop/guide/{lang}/", "").rsplit(" · ", 1)[0]  # the README is not part of the site
    (place / "walkthrough.md").write_text(walk + "\n", "utf-8")
    tables = contents(words.say("guide.site.walk", lang), ["guide/walkthrough"])
    for group, keys in CONTENTS:
        for key in keys:
            text = (FOLDER / lang / f"{key}.md").read_text("utf-8")
            (place / f"{key}.md").write_text(for_site(text, key), "utf-8")
        tables += contents(words.say(f"guide.group.{group}", lang), [f"guide/{key}" for key in keys])
    return tables


def _operator(lang: str, place: Path) -> str:
    pages = {one.stem: one for one in sorted((DOCS / "operator" / lang).glob("*.md"))}
    if not pages:
        return ""
    place.mkdir()
    for name, file in pages.items():
        (place / f"{name}.md").write_text(for_site(file.read_text("utf-8"), f"operator-{name}"), "utf-8")
    order = [name for name in OPERATOR if name in pages] + [name for name in pages if name not in OPERATOR]
    return contents(words.say("guide.site.operator", lang), [f"operator/{name}" for name in order])


def _developer(lang: str, place: Path) -> str:
    shutil.copytree(DOCS / "decisions", place / "decisions")
    for file in DOCS.glob("*.md"):
        if not file.stem.startswith("walkthrough"):
            shutil.copy(file, place / file.name)
    for file in DOCS.glob("*.svg"):
        shutil.copy(file, place / file.name)
    for file in (ROOT / "CHANGELOG.md", ROOT / "CONTRIBUTING.md"):
        text = file.read_text("utf-8").replace("](docs/", "](").replace("](CHANGELOG.md)", "](changelog.md)")
        (place / file.name.lower()).write_text(text, "utf-8")
    (place / "api.md").write_text(page(), "utf-8")
    there = {file.stem for file in place.glob("*.md")}
    order = [name for name in DEVELOPER if name in there] + sorted(there - set(DEVELOPER))
    names = [f"developer/{name}" for name in order] + ["developer/decisions/README"]
    readme = place / "decisions" / "README.md"
    pages = sorted(one.stem for one in (place / "decisions").glob("[0-9t]*.md"))
    table = contents(words.say("guide.site.decisions", lang), pages).replace(":maxdepth", ":hidden:\n:maxdepth")
    readme.write_text(f"{readme.read_text('utf-8')}\n{table}", "utf-8")
    return contents(words.say("guide.site.developer", lang), names)


def build(lang: str, out: Path, python: str) -> int:
    """Builds one language with this Python's Sphinx; answers Sphinx's exit code, 1 where anything is amiss."""
    with tempfile.TemporaryDirectory(prefix="anhuan-docs-") as place:
        sources = Path(place) / lang
        sources.mkdir()
        write_sources(lang, sources)
        command = [python, "-m", "sphinx", "-W", "--keep-going", "-q", "-b", "html", "-D", f"language={_code(lang)}"]
        return subprocess.run([*command, str(sources), str(out / lang)], check=False).returncode


def _code(lang: str) -> str:
    return "zh_CN" if lang == "zh" else lang


def main() -> int:
    """The command."""
    out, python = Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else sys.executable
    shutil.rmtree(out, ignore_errors=True)
    failed = [lang for lang in LANGUAGES if build(lang, out, python)]
    (out / "index.html").write_text(DOOR, "utf-8")
    sys.stdout.write(f"{'failed: ' + ', '.join(failed) if failed else 'made'} {out}\n")
    return 1 if failed else 0


DOOR = """<!doctype html>
<html lang="zh"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>安环台 · Anhuan</title>
<body style="font: 18px/2 sans-serif; margin: 15vh auto; max-width: 20em; text-align: center">
<h1>安环台 · Anhuan</h1>
<p><a href="zh/index.html" lang="zh">中文文档</a></p>
<p><a href="en/index.html" lang="en">Documentation in English</a></p>
</body></html>
"""

if __name__ == "__main__":
    sys.exit(main())
