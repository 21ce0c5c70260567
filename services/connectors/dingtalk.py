"""DingTalk's application: who somebody is that signs in by it, and the calls that its directory is read by."""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode

from services.alerts.channels.dingtalk import HOST
from services.alerts.channels.tokens import Fetched, Tokens
from services.alerts.channels.wecom import fetched, with_token
from services.alerts.channels.wire import MOST_LISTED, Answer, ask, number, post_json
from services.alerts.receipt import Receipt, failed

NEW_HOST, LOGIN = "https://api.dingtalk.com", "https://login.dingtalk.com"
OF_THE_COMPANY = 0
NEW_STYLE = {"uthCode": "code_wrong", "Forbidden": "no_right", "lientId": "corp_wrong", "lientSecret": "secret_wrong"}


@dataclass(frozen=True)
class DingTalkApp:
    """One application. It has two hosts, an older and a newer API; where `host` is another one, both are there."""

    key: str
    secret: str = field(repr=False)
    tokens: Tokens = field(default_factory=Tokens, repr=False)
    host: str = HOST

    def sign_on_address(self, back: str, state: str, *, inside: bool) -> str:
        """Where a browser is sent, inside DingTalk or not."""
        asked = {"redirect_uri": back, "response_type": "code", "client_id": self.key, "scope": "openid"}
        query = urlencode({**asked, "state": state, "prompt": "consent"})
        return f"{self._at(LOGIN)}/oauth2/auth?{query}"

    def who(self, code: str) -> str | Receipt:
        """The member whose code this is; good once, for five minutes. One outside the company is `outsider`."""
        union = self._union(code)
        if isinstance(union, Receipt):
            return union
        answer = self.post("topapi/user/getbyunionid", {"unionid": union})
        if isinstance(answer, Receipt):
            return answer
        result = answer.get("result") or {}
        if number(result.get("contact_type")) != OF_THE_COMPANY or not result.get("userid"):
            return failed("outsider", f"contact_type {result.get('contact_type')}")
        return str(result["userid"])

    def post(self, path: str, body: Answer) -> Answer | Receipt:
        """The answer of a call of the older API."""
        return with_token(
            self.tokens,
            f"dingtalk {self.key}",
            self._fetch,
            lambda token: post_json(f"{self.host}/{path}?access_token={quote(token)}", body, MOST_LISTED),
        )

    def _union(self, code: str) -> str | Receipt:
        """What the person is called in all applications of the company."""
        asked = {"clientId": self.key, "clientSecret": self.secret, "code": code, "grantType": "authorization_code"}
        answer = _new_style(post_json(f"{self._at(NEW_HOST)}/v1.0/oauth2/userAccessToken", asked), "accessToken")
        if isinstance(answer, Receipt):
            return answer
        token = {"x-acs-dingtalk-access-token": answer}
        return _new_style(ask("GET", f"{self._at(NEW_HOST)}/v1.0/contact/users/me", headers=token), "unionId")

    def _at(self, usual: str) -> str:
        return usual if self.host == HOST else self.host

    def _fetch(self) -> Fetched:
        return fetched(f"{self.host}/gettoken?appkey={quote(self.key)}&appsecret={quote(self.secret)}")


def _new_style(answer: Any, wanted: str) -> str | Receipt:
    """What the newer API answered: it has no errcode, and a refusal is an object with a code."""
    if isinstance(answer, Receipt):
        return answer
    if not answer.get(wanted):
        said = f"{answer.get('code') or ''} {answer.get('message') or ''}".strip()
        known = next((code for sign, code in NEW_STYLE.items() if sign in said), "bad_setup")
        return failed(known, said, setup=known != "code_wrong")
    return str(answer[wanted])
