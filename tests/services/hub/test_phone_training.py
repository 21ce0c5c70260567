"""Training on a phone: a session is signed in to by its code, a test is taken and marked by the hub, what is due is
said; the hub warns before a certificate ends. A real hub and a real browser."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from services import words
from services.core.calendar import day_of
from services.core.contractor_warnings import permit_due
from services.core.contractors import ContractorPolicy
from services.core.permits import Permit
from services.demo.handouts import HOT_WORK, as_args
from services.hub.reminding import Reminding
from services.hub.sending import note_of
from services.store.deliveries import claim
from services.store.tables import deliveries
from tests.services.hub.living import Living
from tests.services.hub.test_phone_browser import Phone
from tests.services.hub.test_ruling import Plant


@pytest.fixture
def course(plant: Living) -> str:
    """A course of both: a session, then a test of two questions; a welder must have passed it."""
    made = plant.do(
        "courses.add", name="焊接安全", stage="special_topic", passed_by="both", questions=2, pass_percent=100,
        valid_months=12, links=[{"title": "动火作业录像", "url": "https://video.example/1"}],
    ).id  # fmt: skip
    plant.do("questions.add", course=made, asks="single", text="动火前先做什么？", choices=["清理可燃物", "点火"],
             right=[0])  # fmt: skip
    plant.do("questions.add", course=made, asks="true_false", text="气瓶可以平放使用。", right=[1], why="防止倾倒。")
    post = plant.do("posts.add", name="电焊工", courses=[made], trades=["welding"]).id
    plant.do("postings.give", post=post, people=[plant.people["赵刚"]])
    return str(made)


@pytest.fixture
def phone(plant: Living, phone_screen: Any) -> Phone:
    made = Phone(phone_screen(390, 844, "zh-CN"), plant.url)
    made.open("/s?next=/train")
    made.sign_in("1042", plant.code("赵刚"))
    made.page.wait_for_url(plant.url + "/train")
    return made


def test_from_what_is_due_to_a_pass(plant: Living, phone: Phone, course: str) -> None:
    page = phone.page
    page.goto(plant.url + "/m")
    assert words.say("phone.train.some", count=2) in page.inner_text("main")
    page.tap("a[href='/train']")
    page.wait_for_url(plant.url + "/train")
    assert words.say("phone.train.barred") in page.inner_text("main")
    page.tap(f"a[href='/train/course/{course}']")
    page.wait_for_url("**/train/course/*")
    assert words.say("phone.train.session_first") in page.inner_text("main")
    assert page.query_selector("a[href='https://video.example/1']")

    starts = plant.served.hub.now().isoformat()
    session = plant.do("training_sessions.plan", course=course, starts_at=starts, place="培训室").id
    plant.do("training_sessions.open", training_session=session)
    token = plant.record("training_session", session).token
    page.goto(plant.url + f"/t/{token[:-1]}x")
    assert words.say("refused.session_code_wrong") in page.inner_text("main")
    page.goto(plant.url + f"/t/{token}")
    page.tap(".sign:enabled")
    page.wait_for_selector("#session .clock.normal")
    (there,) = plant.all("attendance")
    assert there.person == plant.people["赵刚"]
    plant.do("training_sessions.close", training_session=session)

    page.goto(plant.url + f"/train/course/{course}")
    page.tap(".begin:enabled")
    page.wait_for_url("**/train/exam/*")
    assert "防止倾倒" not in page.content(), "nothing that tells the answer is sent before"
    page.tap(".hand_in:enabled")
    assert phone.problem() == words.say("phone.js.train.unanswered", number=1)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    for one in page.query_selector_all("fieldset"):
        one.query_selector("input[value='1']").check()
    page.tap(".hand_in:enabled")
    page.wait_for_selector(".score")
    assert page.inner_text(".score") == words.say("phone.train.score", score=50)
    page.goto(plant.url + f"/train/course/{course}")
    page.tap(".begin:enabled")
    page.wait_for_url("**/train/exam/*")
    for one in page.query_selector_all("fieldset"):
        one.query_selector(f"input[value='{0 if '动火' in one.inner_text() else 1}']").check()
    page.tap(".hand_in:enabled")
    page.wait_for_selector(".score")
    assert page.inner_text(".score") == words.say("phone.train.score", score=100)
    passes = [one.passed for one in sorted(plant.all("training_record"), key=lambda one: one.at)]
    assert passes == [False, True]

    page.goto(plant.url + "/train")
    due = page.query_selector_all(".due")
    assert len(due) == 1, "the certificate is still missing"
    plant.do("plant.set_modules", modules_off=["training"])
    page.goto(plant.url + "/m")
    assert page.query_selector("a[href='/train']") is None
    page.goto(plant.url + "/train")
    assert words.say("refused.module_off") in page.inner_text("main")


def test_a_courses_document_opens_for_who_is_signed_in(
    plant: Living, phone: Phone, course: str, phone_screen: Any
) -> None:
    made = plant.do("documents.add", course=course, **as_args(plant.served.hub.blobs, *HOT_WORK)).id
    page = phone.page
    page.goto(plant.url + f"/train/course/{course}")
    told = page.inner_text(f"a[href='/e/document/{made}']")
    assert "动火作业安全操作规程" in told
    assert words.say("phone.document.pages", count=2) in told
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    answer = page.request.get(plant.url + f"/e/document/{made}")
    assert (answer.headers["content-type"], answer.body()[:5]) == ("application/pdf", b"%PDF-")
    assert answer.headers["content-disposition"].startswith("inline; filename*=UTF-8''%E5%8A%A8")
    stranger = phone_screen(390, 844, "zh-CN")
    stranger.goto(plant.url + "/z/" + plant.label)
    assert b"%PDF" not in stranger.request.get(plant.url + f"/e/document/{made}").body()
    plant.do("documents.retire", document=made)
    assert page.request.get(plant.url + f"/e/document/{made}").status == 404


def test_the_test_of_another_is_not_shown(plant: Living, phone: Phone, course: str) -> None:
    hub = plant.served.hub
    plant.do("courses.change", course=course, name="焊接安全", stage="special_topic", passed_by="test", questions=1)
    begun = hub.do("exams.begin", {"course": course}, plant.actor("马超"))
    phone.page.goto(plant.url + f"/train/exam/{begun.id}")
    assert "动火前" not in phone.page.content()


def test_it_is_warned_before_a_certificate_ends_and_once_when_it_is_over(tmp_path: Path) -> None:
    plant = Plant(tmp_path / "plant")
    hub = plant.hub
    with hub.store.look() as look:
        ends = day_of(look, hub.now()) + timedelta(days=30)
        settings = look.find("plant")[0]
    certificate = plant.do("certificates.add", person=plant.people["陈刚"], trade="welding", number="T32",
                           expires_on=ends.isoformat())  # fmt: skip
    looking = Reminding(hub)

    def told(message: str) -> list[str]:
        with hub.store.look() as look:
            query = sa.select(deliveries.c.person).where(deliveries.c.message == message)
            return sorted(look.connection.execute(query).scalars())

    def warned(certificate: str) -> tuple[int, ...]:
        with hub.store.look() as look:
            (found,) = (one for one in look.find("certificate") if one.id == certificate)
            return tuple(found.warned)

    for _ in range(2):
        looking.look(hub.now())
    assert warned(certificate) == (30,)
    assert told("certificate_ending") == sorted({plant.people["陈刚"], plant.people["孙丽"]})
    looking.look(hub.now() + timedelta(days=23))
    looking.look(hub.now() + timedelta(days=31))
    assert warned(certificate) == (30, 7, -1)
    assert told("certificate_over") == sorted({plant.people["陈刚"], plant.people["孙丽"]})
    taken = hub.store.write(lambda connection: claim(connection, "me", hub.now(), 20))
    mine = next(one for one in taken if one.message == "certificate_ending")
    note = note_of(hub, mine, settings, "x", hub.now())
    assert "陈刚" in note.text
    assert words.say("value.trade.welding") in note.text
    plant.close()


def test_it_is_told_before_contractors_papers_inductions_and_permits_end(tmp_path: Path) -> None:
    plant = Plant(tmp_path / "plant")
    hub, now = plant.hub, plant.hub.now()
    with hub.store.look() as look:
        ends = day_of(look, now) + timedelta(days=30)
    firm = plant.do("contractors.add", name="华安检修", owner=plant.people["孙丽"])
    plant.do(
        "contractor_papers.add", contractor=firm, paper="insurance", title="工伤保险", valid_until=ends.isoformat()
    )
    who = plant.do("people.add", name="何勇", employee_no="9001", roles=["contractor"])
    member = plant.do("contractor_people.link", person=who, contractor=firm)
    plant.do("contractor_people.induct", contractor_person=member, valid_until=ends.isoformat())
    plant.do("permits.apply", work="lifting", work_level="third", zone=plant.zone, task="吊装", leader=who,
                      guardian=plant.people["陈刚"], contractor=firm, begins_at=now.isoformat(),
                      ends_at=(now + timedelta(hours=4)).isoformat())  # fmt: skip
    with hub.store.look() as look:
        found: Permit = replace(look.find("permit")[0], stage="approved")
    assert permit_due(found, ContractorPolicy(id=""), now + timedelta(hours=3))
    assert not permit_due(replace(found, warned_for=found.ends_at), ContractorPolicy(id=""), now + timedelta(hours=3))
    assert not permit_due(found, ContractorPolicy(id="", permit_minutes=0), now + timedelta(hours=3))
    looking = Reminding(hub)
    for passed in (0, 0, 24, 31):
        looking.look(now + timedelta(days=passed))
    with hub.store.look() as look:
        told = [row.message for row in look.connection.execute(sa.select(deliveries.c.message))]
        assert [one.warned for one in look.find("contractor_paper")] == [(30, 7, -1)]
        assert [one.warned for one in look.find("contractor_person")] == [(30, 7, -1)]
    for kind in ("contractor_paper", "induction"):
        assert told.count(f"{kind}_ending") >= 2
        assert f"{kind}_over" in told
    plant.close()
