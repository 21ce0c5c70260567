"""Which plant a request means, where one process serves several: the one whose name stands in the address; else the one
named by its path, `/at/KEY/…`; else the one that this phone was at last.

A phone that opens a path of a plant's is led to the same page without it, and remembers the plant: the links of all
pages are then right as they are. What it keeps of being signed in has the plant's name, so that a person who works in
two plants is signed in at both. A plant that has a name of its own has it all by itself, also what the browser keeps
for dead spots: that is the better way for phones.
"""

from html import escape
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from services import words
from services.core.refused import Refused
from services.hub.pages import language_of
from services.hub.plants import Plants
from services.store.group import KEY

AT = "/at/"
CHOSEN = "anhuan_plant"
A_YEAR_S = 365 * 86_400


class WhichPlant:
    """Hands requests on to `app`, each with the hub that it means."""

    def __init__(self, app: ASGIApp, plants: Plants) -> None:
        self.app, self.plants = app, plants

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers, path = Headers(scope=scope), str(scope["path"])
        own = self.plants.at_host(headers.get("host", "").partition(":")[0].lower())
        key, rest = _in_path(path)
        chosen = _cookies(headers).get(CHOSEN, "")
        if own:
            await self._hand_on(own, scope, receive, send)
        elif key and _wants_page(scope, headers):
            await _led_to(key, rest, scope["query_string"].decode("latin-1"))(scope, receive, send)
        elif key:
            await self._hand_on(key, _at(scope, rest), receive, send)
        elif path.startswith("/static/"):
            await self.app(scope, receive, send)
        elif path in ("/health", "/at"):
            await self._front(scope)(scope, receive, send)
        elif chosen in self.plants.listed:
            await self._hand_on(chosen, _with_cookies_of(scope, chosen), receive, _naming(send, chosen))
        else:
            await self._front(scope)(scope, receive, send)

    async def _hand_on(self, key: str, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            hub = self.plants.hubs.get(key) or await run_in_threadpool(self.plants.hub, key)
        except Refused as refused:
            status = 404 if refused.code == "no_such_plant" else 503
            answer = JSONResponse(refused.as_json(), status)
            await answer(scope, receive, send)
            return
        await self.app({**scope, "hub": hub}, receive, send)

    def _front(self, scope: Scope) -> Response:
        """What the process is, or the plants to choose from."""
        if scope["path"] == "/health":
            cared = self.plants.looks_after()
            return JSONResponse({"ok": True, "plants": len(self.plants.listed), "looks_after": cared})
        if scope["path"] not in ("/", "/at"):
            return JSONResponse(Refused("plant_not_named").as_json(), 404)
        return HTMLResponse(
            _plants_page(self.plants, language_of(Request(scope))), headers={"Cache-Control": "no-store"}
        )


def _led_to(key: str, rest: str, query: str) -> Response:
    response = RedirectResponse(quote(rest) + (f"?{query}" if query else ""), 303)
    response.set_cookie(CHOSEN, key, max_age=A_YEAR_S, httponly=True, samesite="lax")
    return response


def _plants_page(plants: Plants, lang: str) -> str:
    links = "".join(
        f'<a class="row" href="{AT}{one.key}/">{escape(one.name)}</a>'
        for one in sorted(plants.listed.values(), key=lambda one: one.name)
    )
    title = escape(words.say("phone.which_plant", lang))
    return (
        f'<!doctype html><html lang="{lang}"><meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<link rel="stylesheet" href="/static/tokens.css"><link rel="stylesheet" href="/static/phone.css">'
        f"<main><h1>{title}</h1>{links}</main></html>"
    )


def _in_path(path: str) -> tuple[str, str]:
    """The plant's key in a path, and the rest of it."""
    if not path.startswith(AT):
        return "", path
    key, _, rest = path[len(AT) :].partition("/")
    return (key, f"/{rest}") if KEY.fullmatch(key) else ("", path)


def _wants_page(scope: Scope, headers: Headers) -> bool:
    return scope["method"] == "GET" and "text/html" in headers.get("accept", "")


def _at(scope: Scope, path: str) -> Scope:
    return {**scope, "path": path, "raw_path": quote(path).encode()}


def _cookies(headers: Headers) -> dict[str, str]:
    pairs = (part.strip().partition("=") for part in headers.get("cookie", "").split(";"))
    return {name: value for name, _, value in pairs if name}


def _with_cookies_of(scope: Scope, key: str) -> Scope:
    """The same request with this plant's cookies only, under their own names."""
    headers = MutableHeaders(raw=list(scope["headers"]))
    mark, sent = f"{key}.", _cookies(headers)
    of_it = {name.removeprefix(mark): value for name, value in sent.items() if name.startswith(mark)}
    headers["cookie"] = "; ".join(f"{name}={value}" for name, value in of_it.items())
    return {**scope, "headers": headers.raw}


def _naming(send: Send, key: str) -> Send:
    """What is kept on the phone gets the plant's name."""
    mark = f"{key}.".encode()

    async def named(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [
                (name, mark + value if name.lower() == b"set-cookie" else value) for name, value in message["headers"]
            ]
        await send(message)

    return named
