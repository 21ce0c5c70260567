"""One HTTP call to a provider, and what it means when there is no answer to read."""

import json
from collections.abc import Mapping
from typing import Any

import requests
from urllib3.exceptions import HTTPError

from services.alerts.receipt import Receipt, failed

STEP_S = 8.0
LATER_S = 30.0
JSON = {"Content-Type": "application/json; charset=utf-8"}
MOST, MOST_LISTED = 100_000, 20_000_000  # a department's people are listed in one answer

Answer = dict[str, Any]


def ask(
    method: str,
    url: str,
    *,
    body: bytes | None = None,
    headers: Mapping[str, str] | None = None,
    plain: bool = False,
    most: int = MOST,
) -> Answer | Receipt:
    """The JSON object that a provider answered (with `plain`, {"text": …} for any text); a Receipt where there was
    none. A 4xx whose body is a JSON object is an answer too: providers say in it what was wrong. Redirections are not
    followed, and no more than `most` bytes are read."""
    try:
        with requests.request(
            method, url, data=body, headers=dict(headers or {}), timeout=STEP_S, allow_redirects=False, stream=True
        ) as answer:
            text = answer.raw.read(most, decode_content=True).decode("utf-8", "replace")
    except (requests.RequestException, HTTPError, OSError) as error:
        return failed("unreachable", type(error).__name__, retry=True)
    return read(answer.status_code, text, plain=plain)


def read(status: int, text: str, *, plain: bool = False) -> Answer | Receipt:
    """What an HTTP answer says."""
    said = f"HTTP {status} {' '.join(text.split())[:120]}".strip()
    if status == 429:
        return failed("too_many", said, retry=True, wait_s=LATER_S)
    if status >= 500:
        return failed("busy", said, retry=True)
    if plain:
        return {"text": text} if status < 300 else failed("refused", said, setup=True)
    try:
        found = json.loads(text)
    except ValueError:
        found = None
    if isinstance(found, dict) and (status < 300 or 400 <= status < 500):
        return found
    return failed("refused", said, setup=True)


def post_json(url: str, value: Any, most: int = MOST) -> Answer | Receipt:
    """As `ask`, with a JSON body."""
    body = json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")
    return ask("POST", url, body=body, headers=JSON, most=most)


def number(value: Any) -> int:
    """A code of a provider, which some write as text; -1 (busy) for none at all."""
    try:
        return int(value)
    except (TypeError, ValueError):
        return -1
