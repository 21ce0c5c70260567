"""Another system is called when a rule fires: one POST with what the alert says as JSON, signed, so that who is called
can tell that it is us and that nothing was changed on the way."""

import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import requests

from services.alerts.receipt import Receipt

STEP_S = 10.0
FINAL = (400, 401, 403, 404, 405, 410, 413, 415, 422)  # as it is, it will not be taken


@dataclass(frozen=True)
class Webhook:
    """`secret` signs: the header X-Anhuan-Signature is `sha256=` and the HMAC over the moment that X-Anhuan-Time says,
    a full stop, and the body. X-Anhuan-Delivery stays the same when it is sent again."""

    secret: str | None

    def send(self, url: str, delivery: str, made_at: str, facts: Mapping[str, Any]) -> Receipt:
        """Calls the address. A redirection is not followed."""
        body = json.dumps({"event": "alert_raised", "delivery": delivery, **facts}, ensure_ascii=False).encode()
        headers = {
            "Content-Type": "application/json; charset=utf-8",
            "X-Anhuan-Delivery": delivery,
            "X-Anhuan-Time": made_at,
            **({"X-Anhuan-Signature": f"sha256={signature(self.secret, made_at, body)}"} if self.secret else {}),
        }
        try:
            answer = requests.post(url, data=body, headers=headers, timeout=STEP_S, allow_redirects=False)
        except requests.RequestException as error:
            return Receipt(ok=False, provider_id=None, code="unreachable", text=type(error).__name__, retry=True)
        if 200 <= answer.status_code < 300:
            return Receipt(ok=True, provider_id=delivery, code="ok", text="", retry=False)
        said = f"HTTP {answer.status_code}"
        again = answer.status_code not in FINAL
        return Receipt(ok=False, provider_id=None, code="refused", text=said, retry=again)


def signature(secret: str, made_at: str, body: bytes) -> str:
    """The HMAC-SHA256 as hex."""
    return hmac.new(secret.encode(), made_at.encode() + b"." + body, sha256).hexdigest()
