"""Writes docs/third-party-licences.md: every package the program needs at run time, and under which licence.

The packages come from uv.lock, their licences from the installed metadata.
`--check` writes nothing and says whether the page is stale.
"""

import sys
import tomllib
from importlib import metadata
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "third-party-licences.md"

HEAD = """# Third-party licences

Made by `installer/licences.py` from `uv.lock`; do not edit. Anhuan itself is under Apache-2.0.
Tools for testing and building are not listed: they are not part of what runs.

| package | version | licence |
|---|---|---|
"""

# Never installed: uv.lock names it, an override in pyproject.toml keeps it out.
LEFT_OUT = {"anhuan", "pyside6-addons"}

# What the metadata leaves open, read from the packages themselves; the Windows-only ones are not installed elsewhere.
READ_BY_HAND = {
    "colorama": "BSD-3-Clause (Windows only)",
    "pysqlite3": "Zlib; SQLite inside is in the public domain",
    "pywin32-ctypes": "BSD-3-Clause (Windows only)",
    "tzdata": "Apache-2.0 (Windows only)",
}

NOTES = {
    "justmytype-intl-cjk": "The fonts it carries (Noto Sans SC among them) are under the SIL Open Font License 1.1; "
    "each font's text lies beside it in the package. Anhuan makes subsets of Noto Sans SC and embeds them in pages.",
    "pillow-heif": "Its wheels carry libheif and libde265 (LGPL-3.0) and x265 (GPL-2.0), so the wheel as a whole is "
    "under the GPL. Anhuan only decodes with it and keeps it a separate package that can be removed; an installer that "
    "carries the wheel must carry those licences and the offer of source as well.",
    "pypdfium2": "Its wheels carry PDFium and the libraries inside it; their texts lie in the package's metadata.",
    "pyside6": "Qt is used under LGPL-3.0: the libraries stay separate files which the user may replace.",
    "qtawesome": "The icon fonts it carries have licences of their own (SIL OFL 1.1, Apache-2.0, MIT), "
    "named in the package.",
}


def runtime_packages() -> dict[str, str]:
    """Name → versions of everything the project needs when it runs, on any system, as uv.lock has it."""
    lock: dict[str, Any] = tomllib.loads((ROOT / "uv.lock").read_text("utf-8"))
    versions: dict[str, list[str]] = {}
    needs: dict[str, set[str]] = {}
    for package in lock["package"]:
        versions.setdefault(package["name"], []).append(package["version"])
        needs.setdefault(package["name"], set()).update(item["name"] for item in package.get("dependencies", []))
    found: set[str] = set()
    waiting = {"anhuan"}
    while waiting:
        name = waiting.pop()
        found.add(name)
        waiting |= needs[name] - found
    return {name: ", ".join(sorted(versions[name])) for name in sorted(found - LEFT_OUT)}


def licence(name: str) -> str:
    """The licence in a few words; raises LookupError when neither the metadata nor we know it."""
    if name in READ_BY_HAND:
        return READ_BY_HAND[name]
    try:
        facts = metadata.metadata(name).json
    except metadata.PackageNotFoundError:
        raise LookupError(f"{name} is not installed: read its licence and name it in {Path(__file__).name}") from None
    classifiers = [text.rpartition(" :: ")[2] for text in facts.get("classifier", []) if "License ::" in text]
    said = str(facts.get("license_expression") or facts.get("license") or " / ".join(classifiers))
    if not said:
        raise LookupError(f"the metadata of {name} says no licence: read it and name it in {Path(__file__).name}")
    return said.strip().splitlines()[0]


def page(old: str) -> str:
    """The page as it should be. A row whose package and version stand in `old` is kept: what is installed differs
    from one system and one Python to the next, the page must not."""
    kept = {line.rpartition(" | ")[0]: line for line in old.splitlines() if line.startswith("| ")}
    rows = []
    packages = runtime_packages()
    for name, version in packages.items():
        start = f"| {name} | {version}"
        rows.append(kept.get(start) or f"{start} | {licence(name)} |")
    notes = [f"- **{name}**: {text}" for name, text in NOTES.items() if name in packages]
    return HEAD + "\n".join(rows) + "\n\n## Notes\n\n" + "\n".join(notes) + "\n"


def main() -> int:
    old = PAGE.read_text("utf-8") if PAGE.exists() else ""
    if "--check" not in sys.argv:
        PAGE.parent.mkdir(exist_ok=True)
        PAGE.write_text(page(old), "utf-8", newline="\n")
    elif page(old) != old:
        sys.stderr.write(f"{PAGE.relative_to(ROOT)} is stale: run python installer/licences.py\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
