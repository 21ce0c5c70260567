"""What the report form tells of itself, and the slip of who reports without a name."""

import pytest

from services import words
from services.store.queries.form_times import MOST_A_DAY, form_figures
from services.store.tables import form_times
from tests.acceptance.wires import wait_for
from tests.services.hub.calls import Caller, manager, signed_in
from tests.services.hub.test_phone_browser import before, new_phone, phone, picture  # noqa: F401 - fixtures

TAKEN = {"form": "report", "sent": True, "last": "receipt", "total_ms": 20_000, "fields": {"photo": 9_000, "send": 900}}


def reported(phone, plant, before):  # noqa: F811
    phone.open(f"/z/{plant.label}")
    phone.photograph(before)
    phone.page.tap(".tile:has([value=guarding])")
    phone.page.tap(".phrases:not([hidden]) .phrase >> nth=0")
    with phone.page.expect_response("**/api/form-times") as told:
        phone.page.tap("#send")
    assert told.value.status == 200
    return phone.number(), told.value.request


def test_a_report_tells_how_long_each_field_took_and_nothing_else(phone, plant, before):  # noqa: F811
    _, request = reported(phone, plant, before)
    sent = request.post_data_json
    assert set(sent["fields"]) == {"photo", "category", "phrase", "send", "receipt"}
    assert sum(sent["fields"].values()) <= sent["total_ms"] + 5
    assert "cookie" not in request.all_headers()
    phone.open("/s")  # leaving a finished form tells nothing more
    found = manager(plant).call("GET", "/api/form-times").json()["forms"][0]
    assert (found["sent"], found["left"]) == (1, 0)
    assert found["dearest"] in {"photo", "category", "phrase", "send"}


def test_a_form_that_is_left_says_how_far_it_came(phone, plant, before):  # noqa: F811
    phone.open(f"/z/{plant.label}")
    phone.photograph(before)
    phone.open("/s")

    def figures():
        return manager(plant).call("GET", "/api/form-times").json()["forms"][0]

    found = wait_for(lambda: figures()["left"] and figures())
    assert (found["sent"], found["left"], found["left_at"]) == (0, 1, "photo")


def test_the_figures_name_the_field_that_costs_most(plant):
    caller = Caller(plant)
    for place in range(10):
        fields = {"photo": 5_000 + place, "category": 7_000, "receipt": 50_000}
        assert caller.post("/api/form-times", {**TAKEN, "fields": fields, "total_ms": 1_000 * place}).status_code == 200
    caller.post("/api/form-times", {**TAKEN, "sent": False, "last": "category", "fields": {}})
    (found,) = manager(plant).call("GET", "/api/form-times").json()["forms"]
    assert (found["sent"], found["left"], found["left_at"], found["dearest"]) == (10, 1, "category", "category")
    assert (found["p50"], found["p90"]) == (5_000, 9_000)
    assert [one["name"] for one in found["fields"]] == ["photo", "category", "receipt"]
    assert signed_in(plant, "马超").call("GET", "/api/form-times").json()["refused"] == "not_allowed"


@pytest.mark.parametrize(
    "wrong",
    [
        {"form": "other"},
        {"last": "somewhere"},
        {"sent": "yes"},
        {"fields": {"who": 3}},
        {"fields": {"photo": -1}},
        {"fields": {"photo": True}},
        {"total_ms": 10**9},
        {"fields": [1]},
    ],
)
def test_nothing_else_is_taken(plant, wrong):
    assert Caller(plant).post("/api/form-times", TAKEN | wrong).json()["refused"] == "malformed"


def test_a_flood_of_one_day_stops_at_some_thousand(plant):
    rows = [
        {"form": "report", "day": "2026-01-01", "sent": True, "last": "receipt", "total_ms": 1, "fields": "{}"}
    ] * MOST_A_DAY
    store = plant.served.hub.store
    store.write(lambda connection: connection.execute(form_times.insert(), rows))
    from services.store.queries.form_times import keep_times

    store.write(lambda connection: keep_times(connection, "report", "2026-01-01", True, "receipt", 2, {}))
    with store.look() as look:
        assert form_figures(look.connection, "report", "2026-01-01", ()).sent == MOST_A_DAY


def test_a_slip_shows_what_became_of_a_report_without_a_name(phone, new_phone, plant, before):  # noqa: F811
    number, _ = reported(phone, plant, before)
    slip = phone.page.inner_text("#receipt .slip strong")
    other = new_phone()
    other.open("/slip")
    other.page.fill("[name=number]", number)
    other.page.fill("[name=code]", "AAAA-2222")
    other.page.click("[type=submit]")
    assert other.problem() == words.say("phone.slip.wrong")
    other.page.fill("[name=code]", slip.lower())
    other.page.click("[type=submit]")
    other.page.wait_for_selector("h1:has-text('YH-')")
    assert number in other.page.inner_text("h1")
    assert other.page.evaluate("document.querySelector('.photos img').decode().then(() => true)")
    (hazard,) = plant.all("hazard")
    assert hazard.reporter is None
    stranger = new_phone()
    stranger.open(f"/p/{hazard.id}/0/before")
    assert "/s?next=" in stranger.page.url
    phone.page.tap("#receipt .follow")
    phone.page.wait_for_url(f"**/slip/{hazard.id}")


def test_the_same_report_again_has_the_same_slip_and_a_named_one_has_none(plant, before):  # noqa: F811
    visit = Caller(plant).post("/api/visit", {"label": plant.label}).json()["token"]
    caller = Caller(plant, visit)
    photo = caller.call("POST", "/api/blobs/photo", data=before.read_bytes()).json()["sha256"]
    args = {"zone": plant.zone, "photos": [photo]}
    operation = caller.operation("hazards.report", args)
    answers = [caller.post("/api/operations", {"operations": [operation]}).json()["answers"][0] for _ in range(2)]
    assert answers[0]["slip"] == answers[1]["slip"]
    named = signed_in(plant, "马超").issue("hazards.report", args)
    assert "slip" not in named
    number = named["given"][named["id"]]
    assert Caller(plant).call("GET", "/slip", params={"number": number, "code": answers[0]["slip"]}).status_code == 404


def test_slips_are_not_guessed(plant):
    caller = Caller(plant)
    asked = [caller.call("GET", "/slip", params={"number": "YH-1", "code": "AAAA2222"}).status_code for _ in range(62)]
    assert asked[0] == 404
    assert asked[-1] != 404


def test_a_code_is_a_picture_that_signs_in(new_phone, plant):  # noqa: F811
    made = manager(plant).post("/api/accounts/code", {"person": plant.people["赵刚"]}).json()
    assert made["address"] == "https://anhuan.example"
    worker = new_phone()
    worker.open(f"/s#{plant.people['赵刚']}.{made['code']}")
    worker.page.click("[type=submit]")
    worker.page.wait_for_url(plant.url + "/m")
    assert "赵刚" in worker.page.inner_text("main")
