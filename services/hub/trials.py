"""Rules over the past, tried where the past is kept: consoles have no readings. Said in lines, as far as it is."""

import json
from collections.abc import Callable, Generator, Iterator
from datetime import datetime
from typing import Any

from fastapi import APIRouter
from fastapi.responses import StreamingResponse

from services.core.alert_rules import read_document
from services.core.operation import Actor
from services.core.refused import Refused
from services.core.roles import OFFICE
from services.core.rule_document import Rule
from services.core.shape import Wrong, utc_moment
from services.hub.api import Json, TheHub, Who, text_in
from services.hub.hub import Hub
from services.rules.spells import trial_json
from services.rules.trace import trace_json
from services.store.queries.trials import tracing, trying
from services.store.records import Records

routes = APIRouter()
MOST_TEXT = 20_000


@routes.post("/api/rules/trial")
def trial(hub: TheHub, actor: Who, message: Json) -> StreamingResponse:
    """Tries a rule (`document`, and `present`, the one to compare with, or null) from `begins` to `ends`. Lines of
    JSON: {"share"} as it goes on, then {"trial"}, or {"refused"}. Whoever no longer listens ends it."""
    document, begins, ends = _asked(actor, message)
    present = read_document(text_in(message, "present", MOST_TEXT)) if message.get("present") else None
    return _told(hub, lambda look: trying(look, document, present, begins, ends), "trial", trial_json)


@routes.post("/api/rules/trace")
def trace(hub: TheHub, actor: Who, message: Json) -> StreamingResponse:
    """How each condition of a rule (`document`) went from `begins` to `ends` about one thing (`key`). Lines as of a
    trial, the last with {"trace"}."""
    document, begins, ends = _asked(actor, message)
    key = text_in(message, "key")
    return _told(hub, lambda look: tracing(look, document, key, begins, ends), "trace", trace_json)


def _asked(actor: Actor, message: dict[str, Any]) -> tuple[Rule, datetime, datetime]:
    """The rule and the stretch. Raises Refused: not_allowed, args_wrong, and why the document is none."""
    if OFFICE.isdisjoint(actor.roles):
        raise Refused("not_allowed")
    document = read_document(text_in(message, "document", MOST_TEXT))
    try:
        return document, utc_moment(message.get("begins")), utc_moment(message.get("ends"))
    except Wrong:
        raise Refused("args_wrong", field="begins", expected="date-time with offset") from None


def _told(
    hub: Hub,
    work: Callable[[Records], Generator[float, None, Any]],
    called: str,
    as_json: Callable[[Any], dict[str, Any]],
) -> StreamingResponse:
    def lines() -> Iterator[bytes]:
        with hub.store.look() as look:
            going = work(look)
            try:
                while True:
                    yield _line({"share": round(next(going), 3)})
            except StopIteration as end:
                yield _line({called: as_json(end.value)})
            except Refused as refused:
                yield _line({"refused": refused.code, "facts": refused.facts})

    return StreamingResponse(lines(), media_type="application/x-ndjson")


def _line(values: dict[str, Any]) -> bytes:
    return json.dumps(values, ensure_ascii=False).encode() + b"\n"
