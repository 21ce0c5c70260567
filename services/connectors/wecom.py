"""WeCom's application: who somebody is that signs in by it, and the calls that its directory is read by. What counts
is `errcode`, never `errmsg`."""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode

from services.alerts.channels.tokens import Fetched, Tokens
from services.alerts.channels.wecom import HOST, fetched, with_token
from services.alerts.channels.wire import MOST_LISTED, Answer, ask, post_json
from services.alerts.receipt import Receipt, failed

INSIDE = "https://open.weixin.qq.com"  # for who is in the WeCom client already
OUTSIDE = "https://login.work.weixin.qq.com"  # a code to be scanned, for any browser


@dataclass(frozen=True)
class WeComApp:
    """One application of a corporation. `host` is where its API is; where a plant has a WeCom of its own, the pages for
    signing in are there too."""

    corp: str
    agent: str
    secret: str = field(repr=False)
    tokens: Tokens = field(default_factory=Tokens, repr=False)
    host: str = HOST

    def sign_on_address(self, back: str, state: str, *, inside: bool) -> str:
        """Where a browser is sent: inside WeCom it comes back at once, elsewhere a code is scanned."""
        if inside:
            asked = {"appid": self.corp, "redirect_uri": back, "response_type": "code", "scope": "snsapi_base"}
            query = urlencode({**asked, "state": state, "agentid": self.agent})
            return f"{self._page(INSIDE)}/connect/oauth2/authorize?{query}#wechat_redirect"
        asked = {"login_type": "CorpApp", "appid": self.corp, "agentid": self.agent}
        query = urlencode({**asked, "redirect_uri": back, "state": state})
        return f"{self._page(OUTSIDE)}/wwlogin/sso/login?{query}"

    def who(self, code: str) -> str | Receipt:
        """The member whose code this is; a code is good once, for five minutes. Somebody who is no member has no
        userid, though the answer is 0: `outsider`."""
        answer = self.get("auth/getuserinfo", code=code)
        if isinstance(answer, Receipt):
            return answer
        userid = str(answer.get("userid") or answer.get("UserId") or "")
        return userid or failed("outsider", "no userid")

    def get(self, path: str, **query: Any) -> Answer | Receipt:
        """The answer of a call by GET."""
        more = "".join(f"&{name}={quote(str(value), safe='')}" for name, value in query.items())
        return self._call(lambda token: ask("GET", f"{self._api(path, token)}{more}", most=MOST_LISTED))

    def post(self, path: str, body: Answer) -> Answer | Receipt:
        """The answer of a call by POST."""
        return self._call(lambda token: post_json(self._api(path, token), body))

    def _api(self, path: str, token: str) -> str:
        return f"{self.host}/cgi-bin/{path}?access_token={quote(token)}"

    def _page(self, usual: str) -> str:
        return usual if self.host == HOST else self.host

    def _call(self, call: Any) -> Answer | Receipt:
        return with_token(self.tokens, f"wecom {self.corp} {self.agent}", self._fetch, call)

    def _fetch(self) -> Fetched:
        return fetched(f"{self.host}/cgi-bin/gettoken?corpid={quote(self.corp)}&corpsecret={quote(self.secret)}")
