"""Signing in by an account elsewhere: through a WeCom and a DingTalk that answer as the real ones do, and an OpenID
provider that others have written. What is forged, repeated, late or somebody else's opens nothing."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests

from services.hub import signing
from services.store import secret_box
from services.words import has, say
from tests.services.alerts.providers import OK, Heard, Provider, provider
from tests.services.hub.living import Living, living_plant

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of the provider that others have written

WHO, UNION, USERS = "/cgi-bin/auth/getuserinfo", "/topapi/user/getbyunionid", "/v1.0/contact/users/me"
USER_TOKEN = "/v1.0/oauth2/userAccessToken"


@pytest.fixture(scope="module")
def wecom() -> Iterator[Provider]:
    with provider() as made:
        for path in ("/cgi-bin/gettoken", "/gettoken"):
            made.tokens(path)
        yield made


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, wecom: Provider) -> Iterator[Living]:
    plant = living_plant(tmp_path_factory.mktemp("sign_on") / "plant")
    plant.do("plant.set_address", address=plant.url)
    for service in ("wecom", "dingtalk"):
        plant.do("channels.set", service=service, account="ww1", application="1000002", address=wecom.address)
        plant.do("ways_in.set", provider=service)
        secret_box.keep(plant.served.hub.folder.secrets, service, "app secret")
    plant.do("people.set_contact", person=plant.people["马超"], wecom="machao", dingtalk="0100")
    plant.do("people.set_contact", person=plant.people["孙丽"], wecom="SunLi", email="sun@example.com")
    yield plant
    plant.served.stop()


@pytest.fixture(autouse=True)
def usual(wecom: Provider) -> None:
    """The codes of three members, each good once, as long as a test does not say otherwise."""
    codes = {"m": {"userid": "MaChao"}, "s": {"UserId": "sunli"}, "out": {"openid": "o"}, "who": {"userid": "nobody"}}

    def answer(heard: Heard) -> dict[str, object]:
        found = codes.pop(heard.query["code"], None)
        return {**OK, **found} if found else {"errcode": 40029, "errmsg": "invalid code"}

    wecom.answers[WHO] = [answer]
    wecom.answers[USER_TOKEN] = [{"accessToken": "U", "expireIn": 7200, "corpId": "d"}]
    wecom.answers[USERS] = [{"nick": "马超", "unionId": "z21"}]
    wecom.answers[UNION] = [{**OK, "result": {"contact_type": 0, "userid": "0100"}}]


class Browser:
    """One browser, that keeps its cookies."""

    def __init__(self, plant: Living, agent: str = "Mozilla/5.0") -> None:
        self.plant, self.http = plant, requests.Session()
        self.http.headers["user-agent"] = agent

    def get(self, path: str) -> requests.Response:
        address = path if path.startswith("http") else self.plant.url + path
        return self.http.get(address, allow_redirects=False, timeout=20)

    def begin(self, provider: str = "wecom", more: str = "") -> str:
        """Goes to the provider; the state that it was sent with."""
        answer = self.get(f"/o/{provider}{more}")
        assert answer.status_code == 303, answer.text
        return parse_qs(urlsplit(answer.headers["location"]).query)["state"][0]

    def back(self, state: str, code: str, provider: str = "wecom", name: str = "code") -> requests.Response:
        return self.get(f"/o/{provider}/back?state={state}&{name}={code}")

    @property
    def person(self) -> str:
        return str(self.http.get(f"{self.plant.url}/api/me", timeout=20).json()["person"])


def test_a_worker_signs_in_by_wecom_and_lands_where_they_wished(place: Living) -> None:
    phone = Browser(place)
    page = phone.get("/s?next=/r").text
    assert 'href="/o/wecom?next=/r"' in page
    state = phone.begin(more="?next=/r")
    answer = phone.back(state, "m")
    assert (answer.status_code, answer.headers["location"]) == (303, "/r")
    assert phone.person == place.people["马超"]


def test_the_pages_for_signing_in_are_those_of_the_app_it_is_opened_in(place: Living) -> None:
    outside = Browser(place).get("/o/wecom").headers["location"]
    assert "/wwlogin/sso/login?login_type=CorpApp&appid=ww1&agentid=1000002" in outside
    inside = Browser(place, "Mozilla/5.0 wxwork/4.1 MicroMessenger/7.0").get("/o/wecom").headers["location"]
    assert "/connect/oauth2/authorize?appid=ww1" in inside
    assert inside.endswith("#wechat_redirect")
    back = parse_qs(urlsplit(inside).query)["redirect_uri"][0]
    assert back == f"{place.url}/o/wecom/back"


def test_inside_wecom_nobody_is_asked_how_to_sign_in(place: Living) -> None:
    phone = Browser(place, "Mozilla/5.0 wxwork/4.1 MicroMessenger/7.0")
    asked = phone.get("/m")
    assert asked.headers["location"] == "/s?next=/m"
    assert phone.get("/s?next=/m").headers["location"] == "/o/wecom?next=/m"
    trouble = phone.back(phone.begin(), "old").text
    assert 'href="/s?hand=1"' in trouble
    assert "<form" in phone.get("/s?hand=1").text


def test_dingtalk_tells_who_it_is_in_three_steps(place: Living, wecom: Provider) -> None:
    phone = Browser(place)
    assert phone.back(phone.begin("dingtalk"), "c", "dingtalk", "authCode").status_code == 303
    assert phone.person == place.people["马超"]
    assert wecom.at(USERS)[-1].headers["x-acs-dingtalk-access-token"] == "U"


WRONG = {
    "no state": lambda one, other: one.back("", "m"),
    "a made-up state": lambda one, other: one.back("x" * 43, "m"),
    "a state that was never begun in this browser": lambda one, other: one.back(other.begin(), "m"),
    "no code": lambda one, other: one.back(one.begin(), ""),
    "a code of another time": lambda one, other: one.back(one.begin(), "old"),
    "a code that is far too long": lambda one, other: one.back(one.begin(), "m" * 3000),
    "a state of another provider": lambda one, other: one.back(one.begin("dingtalk"), "m"),
    "an outsider": lambda one, other: one.back(one.begin(), "out"),
    "somebody whom nobody knows here": lambda one, other: one.back(one.begin(), "who"),
    "an unknown provider": lambda one, other: one.get("/o/feishu/back?state=a&code=m"),
    "a provider that is not in use": lambda one, other: one.get("/o/oidc?next=/m"),
    "a console's challenge that is none": lambda one, other: one.get("/o/wecom?console=abc"),
    "the page that lets a console in, unasked": lambda one, other: one.get("/o/waiting"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_forged_or_repeated_opens_nothing(place: Living, case: str) -> None:
    one, other = Browser(place), Browser(place)
    answer = WRONG[case](one, other)
    assert answer.status_code in (404, 409, 422), answer.text
    assert (one.person, other.person) == ("", "")


def test_a_state_is_good_once_also_for_who_has_the_cookie(place: Living, wecom: Provider) -> None:
    phone = Browser(place)
    state = phone.begin()
    kept = phone.http.cookies.copy()
    assert phone.back(state, "m").status_code == 303
    thief = Browser(place)
    thief.http.cookies.update(kept)
    assert thief.back(state, "s").status_code == 409
    assert thief.person == ""


def test_a_wrong_browser_uses_the_state_up(place: Living) -> None:
    one, other = Browser(place), Browser(place)
    state = one.begin()
    other.begin()
    assert other.back(state, "m").status_code == 409
    assert one.back(state, "m").status_code == 409
    assert (one.person, other.person) == ("", "")


@pytest.mark.parametrize("wanted", ["//evil.example", "https://evil.example", "/\\evil", "javascript:alert(1)"])
def test_nobody_is_sent_on_to_another_site(place: Living, wanted: str) -> None:
    phone = Browser(place)
    answer = phone.back(phone.begin(more=f"?next={wanted}"), "m")
    assert answer.headers["location"] == "/"


def test_five_minutes_later_it_is_over(place: Living, monkeypatch: pytest.MonkeyPatch) -> None:
    hub, phone = place.served.hub, Browser(place)
    state, now = phone.begin(), hub.now
    for later in (timedelta(minutes=5, seconds=1), timedelta(days=-1)):
        state = phone.begin()
        monkeypatch.setattr(hub, "now", lambda later=later: now() + later)
        assert phone.back(state, "m").status_code == 409
        monkeypatch.setattr(hub, "now", now)
    assert phone.person == ""


def test_who_has_left_is_out_and_a_recycled_id_opens_nothing(place: Living) -> None:
    gone = place.do("people.add", name="旧人", employee_no="9001").id
    place.do("people.set_contact", person=gone, wecom="nobody")
    phone = Browser(place)
    assert phone.back(phone.begin(), "who").status_code == 303
    place.do("people.leave", person=gone)
    assert phone.person == ""
    again = Browser(place)
    assert again.back(again.begin(), "who").status_code == 409
    assert again.person == ""


def test_an_id_that_two_people_have_opens_for_neither(place: Living) -> None:
    twin = place.do("people.add", name="同号", employee_no="9002").id
    place.do("people.set_contact", person=twin, wecom="MACHAO")
    phone = Browser(place)
    assert phone.back(phone.begin(), "m").status_code == 409
    place.do("people.leave", person=twin)
    assert phone.person == ""


def test_a_way_that_is_switched_off_is_not_offered_and_ends_what_is_under_way(place: Living) -> None:
    phone = Browser(place)
    state = phone.begin("dingtalk")
    place.do("ways_in.set", provider="dingtalk", active=False)
    try:
        assert "/o/dingtalk" not in phone.get("/s").text
        assert phone.back(state, "c", "dingtalk", "authCode").status_code == 409
        assert phone.person == ""
    finally:
        place.do("ways_in.set", provider="dingtalk")


TROUBLE = {
    "60020 not allow to access from your ip": "可信 IP",
    "48002 api forbidden": "没有调用这个接口的权限",
    "40001 invalid credential": "Secret 不对",
    "50001 redirect_url domain not trusted": "可信域名",
}


@pytest.mark.parametrize("said", TROUBLE)
def test_what_is_wrong_with_the_set_up_is_said_in_plain_words(place: Living, wecom: Provider, said: str) -> None:
    code, _, text = said.partition(" ")
    wecom.answers[WHO] = [{"errcode": int(code), "errmsg": text}]
    phone = Browser(place)
    page = phone.back(phone.begin(), "m").text
    assert TROUBLE[said] in page
    assert phone.person == ""


@pytest.mark.parametrize("answer", [(500, ""), (200, "<html>"), {"errcode": 0}, {"errcode": "0", "userid": ["x"]}])
def test_a_provider_that_answers_nonsense_lets_nobody_in(place: Living, wecom: Provider, answer: object) -> None:
    wecom.answers[WHO] = [answer]
    phone = Browser(place)
    assert phone.back(phone.begin(), "m").status_code == 409
    assert phone.person == ""


def test_dingtalk_refuses_who_is_outside_the_company(place: Living, wecom: Provider) -> None:
    wecom.answers[UNION] = [{**OK, "result": {"contact_type": 1, "userid": "0100"}}]
    phone = Browser(place)
    assert "不是本公司的" in phone.back(phone.begin("dingtalk"), "c", "dingtalk", "authCode").text
    wecom.answers[USER_TOKEN] = [(400, '{"code":"invalidParameter.authCode.notFound","message":"不存在的临时授权码"}')]
    assert phone.back(phone.begin("dingtalk"), "c", "dingtalk", "authCode").status_code == 409
    assert phone.person == ""


# --- a console, by the system's browser ---------------------------------------------------------------------------


def asked(place: Living, secret: str, device: str = "01a9e7f4-0000-7000-8000-000000000001") -> dict[str, object]:
    message = {"secret": secret, "device": device, "computer": "安环办-01"}
    answer = requests.post(f"{place.url}/api/sign-on/claim", json=message, timeout=20)
    assert answer.status_code == 200, answer.text
    found: dict[str, object] = answer.json()
    return found


def test_a_console_is_let_in_when_its_browser_says_so(place: Living) -> None:
    from services.core.sign_on import spoken
    from services.store.accounts import hashed

    secret = "s" * 43
    browser = Browser(place)
    state = browser.begin(more=f"?console={hashed(secret)}&computer=安环办-01")
    assert asked(place, secret) == {"waiting": True}
    answer = browser.back(state, "s")
    assert answer.headers["location"] == "/o/waiting"
    assert browser.person == "", "the browser itself gets no session"
    page = browser.get("/o/waiting").text
    assert spoken(hashed(secret)) in page
    assert "孙丽" in page
    assert asked(place, secret) == {"waiting": True}, "nobody has pressed the button yet"
    assert asked(place, hashed(secret)) == {"waiting": True}, "the challenge is no secret"
    done = browser.http.post(f"{place.url}/o/waiting", timeout=20)
    assert "电脑已登录" in done.text
    found = asked(place, secret)
    assert found["person"] == place.people["孙丽"]
    assert asked(place, secret) == {"waiting": True}, "good once"
    assert [one.person for one in place.all("device") if one.name == "安环办-01"] == [place.people["孙丽"]]


def test_another_browser_cannot_let_it_in_nor_a_worker(place: Living) -> None:
    from services.store.accounts import hashed

    secret = "t" * 43
    browser, other = Browser(place), Browser(place)
    browser.back(browser.begin(more=f"?console={hashed(secret)}&computer=x"), "s")
    other.begin()
    assert other.http.post(f"{place.url}/o/waiting", timeout=20).status_code == 409
    worker = Browser(place)
    assert worker.back(worker.begin(more=f"?console={hashed('u' * 43)}"), "m").status_code == 403
    assert asked(place, secret) == {"waiting": True}


# --- an OpenID provider that others have written ------------------------------------------------------------------


@pytest.fixture(scope="module")
def issuer(place: Living) -> Iterator[str]:
    import oidc_provider_mock

    with oidc_provider_mock.run_server_in_thread() as server:
        address = f"http://127.0.0.1:{server.server_port}"
        place.do(
            "ways_in.set",
            provider="oidc",
            title="集团账号",
            issuer=address,
            client="anhuan",
            claim="email",
            matches="email",
        )
        secret_box.keep(place.served.hub.folder.secrets, "oidc", "client secret")
        yield address


def consent(phone: Browser, issuer: str, sub: str, email: str) -> requests.Response:
    """The person signs in on the provider's own page, and comes back."""
    requests.put(f"{issuer}/users/{sub}", json={"email": email}, timeout=20).raise_for_status()
    page = phone.get("/o/oidc").headers["location"]
    answer = phone.http.post(page, data={"sub": sub}, allow_redirects=False, timeout=20)
    return phone.get(answer.headers["location"])


def test_an_openid_account_signs_in_whom_its_claim_names_and_stays_theirs(place: Living, issuer: str) -> None:
    phone = Browser(place)
    assert "用集团账号登录" in phone.get("/s").text
    answer = consent(phone, issuer, "sub-1", "Sun@Example.com")
    assert answer.status_code == 303, answer.text
    assert phone.person == place.people["孙丽"]
    other = Browser(place)
    assert consent(other, issuer, "sub-2", "sun@example.com").status_code == 409, "a second account with that address"
    assert other.person == ""
    renamed = Browser(place)
    assert consent(renamed, issuer, "sub-1", "new@example.com").status_code == 303
    assert renamed.person == place.people["孙丽"]
    signing.unlink(place.served.hub, place.manager, place.people["孙丽"])
    changed = Browser(place)
    assert consent(changed, issuer, "sub-2", "sun@example.com").status_code == 303, "the old account is forgotten"
    stranger = Browser(place)
    assert consent(stranger, issuer, "sub-3", "nobody@example.com").status_code == 409


def test_a_code_given_to_one_browser_is_no_good_in_another(place: Living, issuer: str) -> None:
    phone, thief = Browser(place), Browser(place)
    page = phone.get("/o/oidc").headers["location"]
    answer = phone.http.post(page, data={"sub": "sub-1"}, allow_redirects=False, timeout=20)
    stolen = parse_qs(urlsplit(answer.headers["location"]).query)["code"][0]
    state = parse_qs(urlsplit(thief.get("/o/oidc").headers["location"]).query)["state"][0]
    assert thief.back(state, stolen, "oidc").status_code == 409, "its verifier is another one"
    assert thief.person == ""


def test_a_provider_that_calls_itself_another_is_not_asked(place: Living, wecom: Provider) -> None:
    wecom.answers["/.well-known/openid-configuration"] = [{"issuer": "https://other.example"}]
    place.do("ways_in.set", provider="oidc", issuer=wecom.address, client="anhuan")
    answer = Browser(place).get("/o/oidc")
    assert answer.status_code == 409
    assert "自称是另一个" in answer.text


# --- trying the set-up out ----------------------------------------------------------------------------------------


def trial(place: Living, provider: str, upto: str = "") -> dict[str, Any]:
    token = requests.post(
        f"{place.url}/api/sign-in", json={"login": "周敏", "secret": "long enough"}, timeout=20
    ).json()["token"]
    answer = requests.post(
        f"{place.url}/api/ways-in/{provider}/test",
        params={"upto": upto},
        headers={"authorization": f"Bearer {token}"},
        timeout=20,
    )
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def steps(place: Living, provider: str) -> list[tuple[str, str]]:
    return [(step["what"], step["code"]) for step in trial(place, provider)["steps"]]


FROM = (
    "not allow to access from your ip, hint: [17], from ip: 203.0.113.7, more info at https://open.work.weixin.qq.com"
)
TOKEN = "/cgi-bin/gettoken"
REACHING = {
    40001: "secret_wrong",
    40013: "corp_wrong",
    40091: "secret_wrong",
    40089: "secret_wrong",
    60020: "ip_not_listed",
    -1: "busy",
    45009: "too_many",
    45033: "too_many",
    301002: "agent_wrong",
    48002: "no_right",
    50001: "domain_not_trusted",
    60011: "not_visible",
    60111: "no_such_person",
    12345: "bad_setup",
}


@pytest.fixture
def over_https(place: Living, wecom: Provider) -> Iterator[Provider]:
    place.do("plant.set_address", address="https://anhuan.example")
    wecom.answers["/cgi-bin/agent/get"] = [{**OK, "name": "安环台"}]
    kept = {path: [*some] for path, some in wecom.answers.items()}
    yield wecom
    wecom.answers.clear()
    wecom.answers.update(kept)
    place.do("plant.set_address", address=place.url)


@pytest.mark.parametrize("number", REACHING)
def test_each_number_of_a_refusal_has_a_sentence_of_its_own(place: Living, over_https: Provider, number: int) -> None:
    for path, what in (("/cgi-bin/agent/get", "reach"), ("/cgi-bin/department/list", "directory")):
        over_https.answers[path] = [{"errcode": number, "errmsg": FROM}]
        told = trial(place, "wecom")["steps"][-1]
        assert (told["what"], told["code"], told["ip"]) == (what, REACHING[number], "203.0.113.7")
        over_https.answers[path] = [{**OK, "department": [{"id": 1, "name": "厂"}]}]
    for lang in ("zh", "en"):
        assert has(f"sign_on.{REACHING[number]}")
        assert say(f"sign_on.{REACHING[number]}", lang)


def test_what_a_secret_is_not_for_is_said_before_anybody_may_sign_in(place: Living, over_https: Provider) -> None:
    over_https.answers["/cgi-bin/department/list"] = [{**OK, "department": [{"id": 1}, {"id": 2}]}]
    place.do("ways_in.set", provider="wecom", active=False)
    try:
        assert trial(place, "wecom")["steps"][-1]["code"] == "no_names"
        assert [one["what"] for one in trial(place, "wecom", "reach")["steps"]] == ["address", "secret", "reach"]
        over_https.answers["/cgi-bin/department/list"] = [{**OK, "department": [{"id": 1, "name": "厂"}]}]
        assert (trial(place, "wecom")["steps"][-1]["ok"], trial(place, "wecom")["steps"][-1]["found"]) == (True, 1)
    finally:
        place.do("ways_in.set", provider="wecom")


DING_WRONG = [
    ({"errcode": 88, "sub_code": "60011", "sub_msg": "没有调用该接口的权限"}, "no_right"),
    ({"errcode": 40089, "errmsg": "不合法的corpid或corpsecret"}, "secret_wrong"),
    ({"errcode": 60020, "errmsg": "访问ip不在白名单之中,request ip=203.0.113.7"}, "ip_not_listed"),
]


@pytest.mark.parametrize(("answer", "code"), DING_WRONG)
def test_dingtalk_has_numbers_of_its_own(place: Living, over_https: Provider, answer: Any, code: str) -> None:
    over_https.answers[UNION] = [answer]
    (*_, told) = trial(place, "dingtalk")["steps"]
    assert (told["what"], told["code"]) == ("reach", code)
    assert told["ip"] == ("203.0.113.7" if code == "ip_not_listed" else "")
    over_https.answers[UNION] = [{"errcode": 60121, "errmsg": "找不到该用户"}]
    for said, meant in (("Forbidden.AccessDenied.AccessTokenPermissionDenied", "no_right"),
                        ("invalidClientId", "corp_wrong"), ("invalidClientSecret", "secret_wrong")):  # fmt: skip
        over_https.answers[USER_TOKEN] = [(400, f'{{"code":"{said}","message":"x","requestid":"0"}}')]
        assert trial(place, "dingtalk")["steps"][-1]["code"] == meant


def test_a_trial_goes_step_by_step_to_what_is_wrong(place: Living, wecom: Provider) -> None:
    assert steps(place, "wecom") == [("address", "not_https")]
    place.do("plant.set_address", address="https://anhuan.example")
    try:
        wecom.answers["/cgi-bin/agent/get"] = [{"errcode": 60020, "errmsg": "not allow to access from your ip"}]
        assert steps(place, "wecom")[-1] == ("reach", "ip_not_listed")
        wecom.answers["/cgi-bin/agent/get"] = [{**OK, "name": "安环台"}]
        wecom.answers["/cgi-bin/department/list"] = [{**OK, "department": [{"id": 1, "name": "厂"}]}]
        assert steps(place, "wecom") == [(one, "") for one in ("address", "secret", "reach", "right", "directory")]
        wecom.answers[WHO] = [{"errcode": 48002, "errmsg": "api forbidden"}]
        assert steps(place, "wecom")[-1] == ("right", "no_right")
        wecom.answers[UNION] = [{"errcode": 60121, "errmsg": "找不到该用户"}]
        wecom.answers[USER_TOKEN] = [
            (400, '{"code":"invalidParameter.authCode.notFound","message":"不存在的临时授权码"}')
        ]
        wecom.answers["/topapi/v2/department/listsub"] = [{**OK, "result": []}]
        assert steps(place, "dingtalk") == [(one, "") for one in ("address", "secret", "reach", "right", "directory")]
    finally:
        place.do("plant.set_address", address=place.url)
