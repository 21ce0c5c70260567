"""SMS and gateways: signatures as the providers publish them, and a code for each number."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from services.alerts.channels.gateway import Gateway
from services.alerts.channels.note import Note
from services.alerts.channels.sms import AliyunSms, TencentSms, acs3_signed, fitting, segments_of, tc3_headers
from tests.services.alerts.providers import provider

NOTE = Note(
    to="13800000000",
    subject="告警 GJ-1",
    text='冲压车间"过热"',
    key="k1",
    number="3F9A01",
    link="https://plant.example/alerts/1",
    facts={"number": "GJ-20260302-0001", "level": "危急", "rule": "连续十五分钟高于八十五摄氏度的空压机电机"},
)
VARIABLES = ("number", "level", "rule")


@pytest.fixture
def service():
    with provider() as made:
        yield made


def test_aliyuns_signature_is_the_published_one():
    """The example of its documentation."""
    query = {"ImageId": "win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd", "RegionId": "cn-shanghai"}
    headers = {
        "host": "ecs.cn-shanghai.aliyuncs.com",
        "x-acs-action": "RunInstances",
        "x-acs-version": "2014-05-26",
        "x-acs-date": "2023-10-26T10:22:32Z",
        "x-acs-signature-nonce": "3156853299f313e23d1673dc12e1703d",
    }
    signed = acs3_signed("YourAccessKeyId", "YourAccessKeySecret", query, headers)["Authorization"]
    assert signed.endswith("Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0")


def test_tencents_signature_is_the_published_one():
    body = '{"Limit": 1, "Filters": [{"Values": ["\\u672a\\u547d\\u540d"], "Name": "instance-name"}]}'
    at = datetime.fromtimestamp(1551113065, UTC)
    host, action = "cvm.tencentcloudapi.com", "DescribeInstances"
    made = tc3_headers("AKID" + "*" * 32, "*" * 32, host, action, body.encode(), at)
    assert made["Authorization"].endswith("Signature=10b1a37a7301a02ca19a647ad722d5e43b4b3cff309d421d85b46093f6ab6c4f")


def aliyun(service):
    return AliyunSms("kid", "s3cret", "安环台", "SMS_1", VARIABLES, service.address)


def tencent(service):
    return TencentSms("kid", "s3cret", "1400", "安环台", "T1", VARIABLES, host=service.address)


def test_aliyun_takes_a_message_without_a_link_in_its_variables(service):
    service.answers["/"] = [{"RequestId": "R", "Message": "OK", "BizId": "900619746936498440^0", "Code": "OK"}]
    receipt = aliyun(service).send(NOTE)
    assert (receipt.ok, receipt.provider_id) == (True, "900619746936498440^0")
    query = service.heard[0].query
    assert (query["PhoneNumbers"], query["SignName"], query["TemplateCode"]) == ("13800000000", "安环台", "SMS_1")
    param = json.loads(query["TemplateParam"])
    assert set(param) == set(VARIABLES)
    assert all(isinstance(value, str) and 0 < len(value) <= 20 and "http" not in value for value in param.values())


@pytest.mark.parametrize(
    ("answer", "code", "retry", "setup"),
    [
        ({"Message": "触发天级流控Permits:10", "Code": "isv.BUSINESS_LIMIT_CONTROL"}, "too_many", False, False),
        ({"Message": "触发分钟级流控Permits:1", "Code": "isv.BUSINESS_LIMIT_CONTROL"}, "too_many", True, False),
        ({"Message": "账户余额不足", "Code": "isv.AMOUNT_NOT_ENOUGH"}, "no_money", False, True),
        ({"Message": "非法手机号", "Code": "isv.MOBILE_NUMBER_ILLEGAL"}, "no_such_person", False, False),
        ({"Message": "签名不合法", "Code": "isv.SMS_SIGNATURE_ILLEGAL"}, "bad_setup", False, True),
        ((400, '{"Code": "SignatureDoesNotMatch", "Message": "Specified signature"}'), "bad_setup", False, True),
        ((503, "{}"), "busy", True, False),
    ],
)
def test_what_aliyun_refuses(service, answer, code, retry, setup):
    service.answers["/"] = [answer]
    receipt = aliyun(service).send(NOTE)
    assert (receipt.ok, receipt.code, receipt.retry, receipt.setup) == (False, code, retry, setup)


def status(code, serial=""):
    one = {"SerialNo": serial, "PhoneNumber": "+8613800000000", "Fee": 1, "Code": code, "Message": "m"}
    return {"Response": {"SendStatusSet": [one], "RequestId": "r"}}


@pytest.mark.parametrize(("letters", "billed"), [(1, 1), (70, 1), (71, 2), (134, 2), (135, 3)])
def test_a_long_sms_is_billed_as_several(letters, billed):
    assert segments_of(letters) == billed


def test_what_aliyun_does_not_say_is_reckoned_from_the_letters(service):
    service.answers["/"] = [{"RequestId": "R", "Message": "OK", "BizId": "9", "Code": "OK"}]
    short = aliyun(service)
    values = sum(len(fitting(NOTE.facts[name])) for name in VARIABLES)
    room = 70 - values - len("【安环台】")
    assert replace(short, letters=room).send(NOTE).segments == 1
    assert replace(short, letters=room + 1).send(NOTE).segments == 2


def test_tencent_has_a_code_for_each_number(service):
    service.answers["/"] = [status("Ok", "5000:1")]
    receipt = tencent(service).send(NOTE)
    assert (receipt.ok, receipt.provider_id, receipt.segments) == (True, "5000:1", 1)
    (heard,) = service.heard
    assert heard.body["TemplateParamSet"] == [fitting(NOTE.facts[name]) for name in VARIABLES]
    assert heard.headers["x-tc-action"] == "SendSms"


@pytest.mark.parametrize(
    ("answer", "code", "retry", "setup"),
    [
        (status("LimitExceeded.PhoneNumberThirtySecondLimit"), "too_many", True, False),
        (status("LimitExceeded.PhoneNumberDailyLimit"), "too_many", False, False),
        (status("FailedOperation.InsufficientBalanceInSmsPackage"), "no_money", False, True),
        (status("InvalidParameterValue.IncorrectPhoneNumber"), "no_such_person", False, False),
        ({"Response": {"Error": {"Code": "AuthFailure.SignatureFailure", "Message": "m"}}}, "bad_setup", False, True),
        ({"Response": {"Error": {"Code": "InternalError", "Message": "m"}}}, "busy", True, False),
        ({}, "bad_setup", False, True),
    ],
)
def test_what_tencent_refuses_with_200(service, answer, code, retry, setup):
    service.answers["/"] = [answer]
    receipt = tencent(service).send(NOTE)
    assert (receipt.ok, receipt.code, receipt.retry, receipt.setup) == (False, code, retry, setup)


def test_a_variable_is_short_on_one_line_and_never_empty():
    assert fitting("") == "-"
    assert fitting(" a\nb ") == "a b"
    assert len(fitting("长" * 50)) == 20


def test_a_gateway_is_called_as_its_template_says(service):
    service.answers["/send"] = [(200, "result=0"), (200, "result=9 no credit"), (500, "")]
    posting = Gateway(f"{service.address}/send", '{"mobile": "{to}", "msg": "{text}", "id": "{key}"}', "result=0", "p")
    assert posting.send(NOTE).ok
    assert service.heard[0].body == {"mobile": NOTE.to, "msg": NOTE.text, "id": "k1"}, "quotes stay quotes"
    refused = posting.send(NOTE)
    assert (refused.ok, refused.setup, refused.text) == (False, True, "result=9 no credit")
    assert posting.send(NOTE).retry
    getting = Gateway(f"{service.address}/send?to={{to}}&text={{text}}&key={{secret}}", secret="p&x=1")
    service.answers["/send"] = [(200, "")]
    assert getting.send(replace(NOTE, text="甲&乙 {secret}")).ok
    assert service.heard[-1].query == {"to": NOTE.to, "text": "甲&乙 {secret}", "key": "p&x=1"}


def test_a_gateway_that_moved_is_not_followed(service):
    service.answers["/send"] = [(302, "")]
    assert Gateway(f"{service.address}/send").send(NOTE).setup
