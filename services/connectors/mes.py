"""The plant's MES over HTTP: asks it to pause a line, and reads what it answers. The same request may be sent again: it
carries its id, and the MES pauses once.

POST {address}/pauses {"id", "line", "reason", "at"}, later GET {address}/pauses/{id}; both answer with
{"id", "state": "accepted" | "paused" | "refused", "receipt", "reason"}. Only `paused` with a receipt and with the id
that was asked for says that the line is paused. 409, 422, 403 and 404 to the first are refusals, too; all else is
trouble, and tried again.
"""

from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import quote

import requests

from services.core.pauses import Trouble

STEP_S = 5.0
REFUSING = (403, 404, 409, 422)
MOST_ANSWER = 20_000


@dataclass(frozen=True)
class MesAnswer:
    """What is known of a request by now. `trouble` is why it is still open, empty where it was accepted."""

    state: Literal["open", "paused", "refused"]
    receipt: str = ""
    reason: str = ""
    trouble: Trouble = ""


class Mes:
    """One MES; `token` is sent as a bearer's."""

    def __init__(self, address: str, token: str | None) -> None:
        self.address = address.rstrip("/")
        self.headers = {"Authorization": f"Bearer {token}"} if token else {}

    def ask(self, id_: str, line: str, reason: str, at: str) -> MesAnswer:
        """Sends the request, for the first time or again."""
        return self._call("POST", "", id_, {"id": id_, "line": line, "reason": reason, "at": at})

    def look(self, id_: str) -> MesAnswer:
        """What has become of it. One that the MES does not know was never taken."""
        return self._call("GET", f"/{quote(id_)}", id_, None)

    def _call(self, method: str, path: str, id_: str, body: dict[str, Any] | None) -> MesAnswer:
        try:
            answer = requests.request(
                method,
                f"{self.address}/pauses{path}",
                json=body,
                headers={**self.headers, "Idempotency-Key": id_},
                timeout=STEP_S,
                allow_redirects=False,
            )
        except requests.RequestException:
            return MesAnswer("open", trouble="unreachable")
        return _read(answer, id_, first=method == "POST")


def _read(answer: requests.Response, id_: str, *, first: bool) -> MesAnswer:
    found = _body(answer)
    if first and answer.status_code in REFUSING:
        return MesAnswer("refused", reason=str(found.get("reason") or f"HTTP {answer.status_code}")[:300])
    if answer.status_code not in (200, 201, 202) or found.get("id") != id_:
        return MesAnswer("open", trouble="bad_answer")
    state, receipt = found.get("state"), str(found.get("receipt") or "")[:200].strip()
    if state == "paused" and receipt:
        return MesAnswer("paused", receipt=receipt)
    if state == "refused":
        return MesAnswer("refused", reason=str(found.get("reason") or "-")[:300])
    return MesAnswer("open", trouble="" if state == "accepted" else "bad_answer")


def _body(answer: requests.Response) -> dict[str, Any]:
    try:
        found = answer.json() if len(answer.content) <= MOST_ANSWER else None
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
