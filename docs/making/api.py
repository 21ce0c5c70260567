"""The page of the API, from the hub itself: its routes and every operation with its arguments. It is made when the site
is built and lies nowhere else, so it can't be old."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace
from typing import Any

from services.core.operation import OPERATIONS, OperationKind
from services.hub.app import make_app

HEAD = """# API

Made from the hub's own routes and operations when this site was built. A hub tells the same of itself: `/openapi.json`
for programs, `/api` for people.

## How to call it

1. **Sign in**: `POST /api/sign-in` with `login` and `secret` gives a `token`; send it as `Authorization: Bearer …`.
2. **Change something**: `POST /api/operations` with `{"operations": [{…}]}`. Every change there is goes through it.
3. **Read**: `GET /api/changes?after=N` gives the journal's entries with their records.
4. A **refusal** is `{"refused": code, "facts": {…}}`; each code has its sentence in `services/words`.

An operation has an `id` (UUIDv7, made by whoever sends it; the same id again gets the first answer again), its `kind`,
`args`, the `device` and `n` (counts from 1 without gaps for each device), and `made_at`.

## Routes
"""


def routes_of(routes: Any) -> Iterator[tuple[str, str, str]]:
    """Path, method and what it is for, of an application and the routers within."""
    for one in routes:
        within = getattr(one, "original_router", None)
        if within is not None:
            yield from routes_of(within.routes)
        about = (getattr(getattr(one, "endpoint", None), "__doc__", "") or "").strip().split("\n\n")[0]
        for method in sorted(set(getattr(one, "methods", None) or ()) - {"HEAD"}):
            yield one.path, method, " ".join(about.split())


def page() -> str:
    """The page as Markdown."""
    with TemporaryDirectory() as place:
        app = make_app(_Nothing(Path(place)))  # type: ignore[arg-type]
    found = sorted(set(routes_of(app.routes)))
    rows = "\n".join(f"| `{method}` | `{path}` | {_safe(about)} |" for path, method, about in found)
    groups: dict[str, list[OperationKind]] = {}
    for name, kind in sorted(OPERATIONS.items()):
        groups.setdefault(name.partition(".")[0], []).append(kind)
    said = "\n".join(_group(name, kinds) for name, kinds in groups.items())
    return f"{HEAD}\n| | path | |\n|---|---|---|\n{rows}\n\n## Operations\n\n{said}"


class _Nothing:
    """A hub that nobody asks anything of, with an empty folder: its routes are only told, not called."""

    def __init__(self, folder: Path) -> None:
        self.blobs = SimpleNamespace(path=folder)

    def __getattr__(self, _: str) -> Any:
        return SimpleNamespace()


def _group(name: str, kinds: list[OperationKind]) -> str:
    return f"### {name}\n\n" + "\n".join(_operation(kind) for kind in kinds)


def _operation(kind: OperationKind) -> str:
    about = " ".join((kind.cls.__doc__ or "").split())
    schema = kind.schema()
    must = set(schema.get("required", ()))
    args = ", ".join(
        f"`{name}`{'' if name in must else '?'} {_type(one)}" for name, one in schema.get("properties", {}).items()
    )
    where = "also offline" if kind.offline else "at the hub only"
    roles = ", ".join(sorted(role.value for role in kind.roles))
    return f"**`{kind.name}`** · {where} · {roles}\n: {_safe(about)}\n: {args or 'no arguments'}\n"


def _type(schema: dict[str, Any]) -> str:
    if "enum" in schema:
        return "(" + " / ".join(f"`{one}`" for one in schema["enum"]) + ")"
    kind = schema.get("type", "")
    if isinstance(kind, list):
        return " or ".join(str(one) for one in kind)
    return str(kind)


def _safe(text: str) -> str:
    """A text that a table and Markdown leave alone."""
    return text.replace("|", "\\|").replace("<", "&lt;")
