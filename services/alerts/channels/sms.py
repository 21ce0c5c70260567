"""SMS by Aliyun and by Tencent Cloud: a template of the provider, filled in. No link goes into a variable: it would be
refused."""

import hmac
import json
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from urllib.parse import quote, urlsplit

from services.alerts.channels.note import Note
from services.alerts.channels.wire import ask, number
from services.alerts.receipt import Receipt, failed, taken

ALIYUN, TENCENT = "https://dysmsapi.aliyuncs.com", "https://sms.tencentcloudapi.com"
MOST_LETTERS = 20  # of a variable: what both providers let through
ONE, EACH = 70, 67  # letters of one SMS; of each part of a longer one
LIMITS = ("isv.BUSINESS_LIMIT_CONTROL", "LimitExceeded", "RequestLimitExceeded", "Throttling")
NUMBERS = (
    "isv.MOBILE_NUMBER_ILLEGAL",
    "InvalidParameterValue.IncorrectPhoneNumber",
    "FailedOperation.PhoneNumberInBlacklist",
)
MONEY = ("isv.AMOUNT_NOT_ENOUGH", "FailedOperation.InsufficientBalance", "isv.OUT_OF_SERVICE")
BUSY = ("isp.", "InternalError", "ServiceUnavailable")
Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The wall clock."""
    return datetime.now(UTC)


@dataclass(frozen=True)
class AliyunSms:
    """`variables` are the template's, which our facts are called as well; `letters` how many it has besides, from
    which is reckoned what the message costs: Aliyun does not say."""

    key: str
    secret: str = field(repr=False)
    sign: str
    template: str
    variables: tuple[str, ...]
    host: str = ALIYUN
    letters: int = 0
    now: Clock = utc_now

    def send(self, note: Note) -> Receipt:
        """One message to one number."""
        param = {name: fitting(note.facts.get(name, "")) for name in self.variables}
        query = {
            "PhoneNumbers": note.to,
            "SignName": self.sign,
            "TemplateCode": self.template,
            "TemplateParam": json.dumps(param, ensure_ascii=False),
            "OutId": note.key[:64],
        }
        headers = {
            "host": urlsplit(self.host).netloc,
            "x-acs-action": "SendSms",
            "x-acs-version": "2017-05-25",
            "x-acs-date": self.now().strftime("%Y-%m-%dT%H:%M:%SZ"),
            "x-acs-signature-nonce": secrets.token_hex(16),
        }
        signed = acs3_signed(self.key, self.secret, query, headers)
        answer = ask("POST", f"{self.host}/?{canonical_query(query)}", headers=signed)
        if isinstance(answer, Receipt):
            return answer
        code = str(answer.get("Code") or "")
        if code != "OK":
            return refusal(code, answer.get("Message"))
        letters = len(self.sign) + 2 + self.letters + sum(map(len, param.values()))
        return taken(str(answer.get("BizId") or note.key), segments=segments_of(letters))


@dataclass(frozen=True)
class TencentSms:
    """`variables` are our facts in the order of the template's."""

    key: str
    secret: str = field(repr=False)
    application: str
    sign: str
    template: str
    variables: tuple[str, ...]
    region: str = "ap-guangzhou"
    host: str = TENCENT
    now: Clock = utc_now

    def send(self, note: Note) -> Receipt:
        """One message to one number. The answer is 200 whatever happened, and each number has a code of its own."""
        body = {
            "PhoneNumberSet": [note.to],
            "SmsSdkAppId": self.application,
            "TemplateId": self.template,
            "SignName": self.sign,
            "TemplateParamSet": [fitting(note.facts.get(name, "")) for name in self.variables],
            "SessionContext": note.key[:64],
        }
        payload = json.dumps(body, ensure_ascii=False).encode("utf-8", "replace")
        headers = tc3_headers(self.key, self.secret, urlsplit(self.host).netloc, "SendSms", payload, self.now())
        headers |= {"X-TC-Version": "2021-01-11", "X-TC-Region": self.region}
        answer = ask("POST", f"{self.host}/", body=payload, headers=headers)
        if isinstance(answer, Receipt):
            return answer
        said = answer.get("Response") or {}
        error = said.get("Error")
        statuses = said.get("SendStatusSet") or []
        if error or not statuses:
            return refusal(str((error or {}).get("Code") or "none"), (error or {}).get("Message"))
        first = statuses[0]
        code = str(first.get("Code") or "")
        if code != "Ok":
            return refusal(code, first.get("Message"))
        return taken(str(first.get("SerialNo") or note.key), segments=number(first.get("Fee")))


def segments_of(letters: int) -> int:
    """As how many SMS a text of so many letters is billed: one up to 70, else one for each 67."""
    return 1 if letters <= ONE else -(-letters // EACH)


def fitting(text: str) -> str:
    """A value that a variable may have: short, on one line, never empty."""
    words = " ".join(text.split()) or "-"
    return words if len(words) <= MOST_LETTERS else words[: MOST_LETTERS - 1] + "…"


def refusal(code: str, message: object) -> Receipt:
    """What a code other than OK means."""
    said = f"{code} {message or ''}".strip()
    if code.startswith(LIMITS):
        daily = "天级" in said or "Day" in code or "Daily" in code
        return failed("too_many", said) if daily else failed("too_many", said, retry=True, wait_s=60)
    if code.startswith(NUMBERS):
        return failed("no_such_person", said)
    if code.startswith(MONEY):
        return failed("no_money", said, setup=True)
    if code.startswith(BUSY):
        return failed("busy", said, retry=True)
    return failed("bad_setup", said, setup=True)


def canonical_query(query: Mapping[str, str]) -> str:
    """The arguments in order, each letter as RFC 3986 writes it."""
    return "&".join(f"{quote(name, safe='~')}={quote(value, safe='~')}" for name, value in sorted(query.items()))


def acs3_signed(key: str, secret: str, query: Mapping[str, str], headers: Mapping[str, str]) -> dict[str, str]:
    """The headers of an Aliyun call without a body, signed by ACS3-HMAC-SHA256."""
    empty = sha256(b"").hexdigest()
    named = {**headers, "x-acs-content-sha256": empty}
    names = ";".join(sorted(named))
    lines = "".join(f"{name}:{named[name]}\n" for name in sorted(named))
    request = f"POST\n/\n{canonical_query(query)}\n{lines}\n{names}\n{empty}"
    text = f"ACS3-HMAC-SHA256\n{sha256(request.encode()).hexdigest()}"
    made = hmac.new(secret.encode(), text.encode(), sha256).hexdigest()
    return {**named, "Authorization": f"ACS3-HMAC-SHA256 Credential={key},SignedHeaders={names},Signature={made}"}


def tc3_headers(key: str, secret: str, host: str, action: str, payload: bytes, now: datetime) -> dict[str, str]:
    """The headers of a Tencent Cloud call, signed by TC3-HMAC-SHA256."""
    kind, stamp, day = "application/json; charset=utf-8", str(int(now.timestamp())), now.strftime("%Y-%m-%d")
    service, names = host.split(".")[0], "content-type;host;x-tc-action"
    lines = f"content-type:{kind}\nhost:{host}\nx-tc-action:{action.lower()}\n"
    request = f"POST\n/\n\n{lines}\n{names}\n{sha256(payload).hexdigest()}"
    scope = f"{day}/{service}/tc3_request"
    text = f"TC3-HMAC-SHA256\n{stamp}\n{scope}\n{sha256(request.encode()).hexdigest()}"
    sealed = f"TC3{secret}".encode()
    for part in (day, service, "tc3_request"):
        sealed = hmac.new(sealed, part.encode(), sha256).digest()
    made = hmac.new(sealed, text.encode(), sha256).hexdigest()
    return {
        "Content-Type": kind,
        "X-TC-Action": action,
        "X-TC-Timestamp": stamp,
        "Authorization": f"TC3-HMAC-SHA256 Credential={key}/{scope}, SignedHeaders={names}, Signature={made}",
    }
