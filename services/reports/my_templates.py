"""A user's own label templates: kept beside the program's, exported to a file and brought in from one."""

import base64
import json
import re
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from services.core.refused import Refused
from services.reports.label_sheets import NO_TEMPLATES, Template, load_template, my_folder, template_names
from services.reports.labels import put

MOST_LOGO_PX = 320  # 27 mm at 300 dots per inch
_NAME = re.compile(r"[\w][\w .()×-]{0,39}")


def as_file(template: Template) -> bytes:
    """The template as the JSON of its file."""
    content: dict[str, Any] = asdict(template)
    content["elements"] = [_lean(element) for element in content["elements"]]
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def _lean(element: dict[str, Any]) -> dict[str, Any]:
    own = {"text": {"text", "pt", "bold", "centred"}, "logo": {"image"}}
    wanted = {"kind", "at_mm", "size_mm"} | own.get(element["kind"], set())
    return {key: value for key, value in element.items() if key in wanted}


def logo_from(file: Path) -> str:
    """A picture for a template, made small enough for one. Raises Refused: label.file_unreadable."""
    from io import BytesIO

    from PIL import Image

    try:
        with Image.open(file) as picture:
            small = picture.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise Refused("label.file_unreadable", file=file.name, reason=str(error)) from error
    small.thumbnail((MOST_LOGO_PX, MOST_LOGO_PX))
    out = BytesIO()
    small.save(out, "PNG", optimize=True)
    return base64.b64encode(out.getvalue()).decode("ascii")


def save_mine(template: Template, name: str) -> Template:
    """Keeps it under this name; one of that name is replaced. Raises Refused: label.template_name (not a name for a
    file, or one of the program's own), label.template_invalid."""
    name = name.strip()
    if not _NAME.fullmatch(name) or name in template_names() or name in NO_TEMPLATES:
        raise Refused("label.template_name", name=name)
    named = replace(template, name=name, title={"zh": name, "en": name})
    my_folder().mkdir(parents=True, exist_ok=True)
    part = my_folder() / f"{name}.part.json"
    put(part, as_file(named))
    try:
        checked = load_template(part)
        part.replace(my_folder() / f"{name}.json")
    finally:
        part.unlink(missing_ok=True)
    return checked


def bring_in(file: Path) -> Template:
    """Keeps a template from a file. Raises Refused: label.template_unknown, label.template_invalid,
    label.template_name."""
    found = load_template(file.with_suffix(".json") if file.suffix != ".json" else file)
    return save_mine(found, found.name)


def forget(name: str) -> None:
    """One of the user's own is not wanted any more. Raises Refused: label.template_unknown."""
    path = my_folder() / f"{name}.json"
    if not path.exists():
        raise Refused("label.template_unknown", name=name, known=", ".join(template_names()))
    path.unlink()
