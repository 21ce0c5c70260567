"""What a phone keeps of the pages, so that they open without a network: scripts and styles under an address that
changes when they do, the report form of any label, the emergency plans, a page for everything else, manifest and
icons."""

import hashlib
import re
from functools import cache
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.types import Scope

from services import words
from services.hub.pages import HERE, language_of, page

STATIC = HERE / "static"
KEPT_PAGES = ("report", "bind", "offline", "emergency")
FOR_EVER = "public, max-age=31536000, immutable"
IMPORTED = re.compile(r'^import (?:.* from )?"\./([a-z_]+\.js)";$', re.MULTILINE)
routes = APIRouter()


@cache
def version() -> str:
    """`v-` and a name for all static files as they are: other files have another one."""
    sums = hashlib.sha256()
    for name in names():
        sums.update(name.encode() + b"\0" + (STATIC / name).read_bytes())
    return f"v-{sums.hexdigest()[:12]}"


def names() -> list[str]:
    """The static files."""
    return sorted(place.name for place in STATIC.iterdir() if place.is_file())


@cache
def modules(name: str) -> tuple[str, ...]:
    """A script and all that it imports, so that a page asks for them at once and not one after the other."""
    found: dict[str, None] = {}
    waiting = [name]
    while waiting:
        one = waiting.pop(0)
        if one not in found:
            found[one] = None
            waiting += IMPORTED.findall((STATIC / one).read_text(encoding="utf-8"))
    return tuple(found)


class Static(StaticFiles):
    """Styles and scripts. Under their version they never change; by their plain names a phone asks each time."""

    def get_path(self, scope: Scope) -> str:
        """The file's name, without the version before it."""
        path = super().get_path(scope)
        first, _, rest = path.replace("\\", "/").partition("/")
        scope["for_ever"] = first == version()
        return rest if first.startswith("v-") else path

    def file_response(self, *args: Any, **kwargs: Any) -> Response:
        """The file; one of another version than this is not to be kept."""
        response = super().file_response(*args, **kwargs)
        scope = args[2] if len(args) > 2 else kwargs["scope"]
        response.headers["Cache-Control"] = FOR_EVER if scope.get("for_ever") else "no-cache"
        if str(args[0]).endswith("sw.js"):
            response.headers["Service-Worker-Allowed"] = "/"
        return response


@routes.get("/shell")
def shell() -> Response:
    """What the phone keeps: static files, and pages that are the same for everybody."""
    pages = [f"/shell/{name}/{lang}" for name in KEPT_PAGES for lang in words.LANGUAGES]
    return JSONResponse({"files": names(), "pages": pages}, headers={"Cache-Control": "no-store"})


@routes.get("/shell/{name}/{lang}")
def shell_page(request: Request, name: str, lang: str) -> Response:
    """The report form of a label that this phone has not opened yet, the form that binds a blank, the emergency plans,
    or what is shown in place of any other page."""
    from services.hub.api import hub_of
    from services.hub.phone import PAGE_OF_NOBODY, frame
    from services.hub.phone_emergency import plans_page
    from services.hub.phone_fields import fields_asked
    from services.store.queries.categories import categories

    if name not in KEPT_PAGES or lang not in words.LANGUAGES:
        return Response(status_code=404)
    values: dict[str, Any] = {"place": None, "label": "", "may_name": False, "place_known": False}
    with hub_of(request).store.look() as look:
        values["named"], values["fields"] = categories(look), fields_asked(look, "hazard")
        if name == "emergency":
            values |= plans_page(request, look)
            values["kept_at"] = frame(request, look)["times"].now.strftime("%Y-%m-%d %H:%M")
    values |= {"zones": [], "code": "", "old_label": False, "to_replace": False, "to_check": None, **PAGE_OF_NOBODY}
    return page(request, f"{name}.html", lang=lang, **values)


@routes.get("/manifest.webmanifest")
def manifest(request: Request) -> Response:
    """What a phone needs to put the pages on its home screen."""
    name = words.say("phone.name", language_of(request))
    base = f"/static/{version()}"
    icons = [{"src": f"{base}/shield.svg", "sizes": "any", "type": "image/svg+xml"}]
    for size in (192, 512):
        icons.append({"src": f"{base}/icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png"})
    icons.append({**icons[-1], "src": f"{base}/icon-mask-512.png", "purpose": "maskable"})
    colours = {"background_color": "#FFFFFF", "theme_color": "#FFFFFF"}
    values = {"id": "/", "name": name, "short_name": "安环台", "start_url": "/", "scope": "/", "display": "standalone"}
    return JSONResponse({**values, "icons": icons, **colours}, media_type="application/manifest+json")
