"""What the hub can be asked: an OpenAPI document that lists every operation, and a page that people can read."""

from functools import cache
from html import escape
from typing import Any

from fastapi import APIRouter, Request, Response

from services import __version__, words
from services.core.operation import DOMAIN_VERSION, OPERATIONS, OperationKind
from services.hub.blobs import MOST

routes = APIRouter()
OCTETS = "application/octet-stream"


@cache
def document() -> dict[str, Any]:
    """OpenAPI 3.1. `POST /api/operations` takes any operation; its body is one of all kinds."""
    kinds = {name: _operation_schema(spec) for name, spec in sorted(OPERATIONS.items())}
    mapping = {name: f"#/components/schemas/{name}" for name in kinds}
    any_operation = {
        "oneOf": [{"$ref": place} for place in mapping.values()],
        "discriminator": {"propertyName": "kind", "mapping": mapping},
    }
    message = {
        "type": "object",
        "required": ["operations"],
        "properties": {
            "clock": {"type": "object"},
            "operations": {"type": "array", "maxItems": 100, "items": {"$ref": "#/components/schemas/Operation"}},
        },
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "Anhuan 安环台", "version": __version__},
        "paths": {"/api/operations": {"post": _post("Any operations of one device, in order", message)}, **_others()},
        "components": {"schemas": {**kinds, "Operation": any_operation}},
    }


def _post(summary: str, schema: dict[str, Any], media: str = "application/json") -> dict[str, Any]:
    return {
        "summary": summary,
        "requestBody": {"required": True, "content": {media: {"schema": schema}}},
        "responses": {"200": {"description": "answered"}, "4XX": {"description": "refused: code and facts"}},
    }


def _others() -> dict[str, Any]:
    plain = {"type": "object"}
    octets = {"type": "string", "format": "binary"}
    answered = {"responses": {"200": {"description": "answered"}}}
    return {
        "/health": {"get": {"summary": "Whether the hub answers", **answered}},
        "/api/changes": {"get": {"summary": "Entries after a sequence number", **answered}},
        "/api/readings": {"get": {"summary": "What sensors said lately, and their last minutes", **answered}},
        "/api/readings/course": {"get": {"summary": "How a sensor's value went in the last minutes", **answered}},
        "/api/sign-in": {"post": _post("A session for a password or a one-time code", plain)},
        "/api/visit": {"post": _post("A token for a phone that shows a label", plain)},
        "/api/sign-out": {"post": _post("Ends the session", plain)},
        "/api/accounts/password": {"post": _post("A new password for a person", plain)},
        "/api/accounts/code": {"post": _post("A personal one-time code", plain)},
        "/api/blobs/photo": {"post": _post("A picture, cleaned and stored", octets, OCTETS)},
        "/api/blobs/drawing": {"post": _post("A drawing, stored as it is", octets, OCTETS)},
        "/api/blobs/{sha256}": _blob(octets, answered),
    }


def _blob(octets: dict[str, Any], answered: dict[str, Any]) -> dict[str, Any]:
    name = {"name": "sha256", "in": "path", "required": True, "schema": {"type": "string"}}
    count = {"type": "integer", "minimum": 0}
    asked = {"what": {"enum": list(MOST)}, "offset": count, "total": count}
    part = _post("A part of a photo or a drawing, 256 KB at most, where the last one ended", octets, OCTETS)
    query = [{"name": key, "in": "query", "required": True, "schema": schema} for key, schema in asked.items()]
    return {
        "parameters": [name],
        "get": {"summary": "A photo or a drawing, also from the middle on (Range)", **answered},
        "head": {"summary": "200 where it is here; else 404, and Upload-Offset says how much has come", **answered},
        "put": {**part, "parameters": query},
    }


def _operation_schema(spec: OperationKind) -> dict[str, Any]:
    text = {"type": "string"}
    return {
        "type": "object",
        "description": (spec.cls.__doc__ or "").strip(),
        "required": ["id", "kind", "args", "device", "n", "made_at"],
        "properties": {
            "id": {"type": "string", "format": "uuid"},
            "kind": {"const": spec.name},
            "args": spec.schema(),
            "device": text,
            "n": {"type": "integer", "minimum": 1},
            "made_at": {"type": "string", "format": "date-time"},
            "premise": {"type": "object"},
            "mono": {"type": "number"},
            "boot": text,
            "domain_version": {"const": DOMAIN_VERSION},
        },
        "x-roles": sorted(spec.roles),
        "x-offline": spec.offline,
    }


@routes.get("/openapi.json")
def openapi() -> dict[str, Any]:
    """The document."""
    return document()


@routes.get("/api")
def page(request: Request) -> Response:
    """Every operation on one page, in the reader's language."""
    lang = "en" if request.headers.get("accept-language", "zh").lower().startswith("en") else "zh"
    blocks = "".join(_block(spec, lang) for _, spec in sorted(OPERATIONS.items()))
    title = words.say("api.title", lang)
    html = (
        f'<!doctype html><html lang="{lang}"><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>'
        '<link rel="stylesheet" href="/static/tokens.css"><link rel="stylesheet" href="/static/phone.css">'
        f'<main class="wide"><h1>{title}</h1>'
        f'<p>{words.say("api.intro", lang)} <a href="/openapi.json">openapi.json</a></p>{blocks}</main></html>'
    )
    return Response(html, media_type="text/html; charset=utf-8")


def _block(spec: OperationKind, lang: str) -> str:
    schema = spec.schema()
    rows = "".join(
        f"<tr><td><code>{escape(name)}</code>{'' if name in schema['required'] else ' ?'}</td>"
        f"<td>{escape(_kind_of(field))}</td></tr>"
        for name, field in schema["properties"].items()
    )
    where = words.say("api.offline" if spec.offline else "api.hub_only", lang)
    roles = ", ".join(words.say(f"role.{role}", lang) for role in sorted(spec.roles))
    return (
        f'<section id="{escape(spec.name)}"><h2>{escape(words.say(f"op.{spec.name}", lang))}</h2>'
        f"<p><code>{escape(spec.name)}</code> · {escape(where)} · {escape(roles)}</p><table>{rows}</table></section>"
    )


def _kind_of(field: dict[str, Any]) -> str:
    kind = field.get("type", "")
    text = " / ".join(kind) if isinstance(kind, list) else str(kind)
    if "enum" in field:
        text += ": " + ", ".join(value for value in field["enum"] if value)
    if "x-ref" in field:
        text += f" → {field['x-ref']}"
    return text
