"""From a channel's record and its secret to what sends by it."""

from services.alerts.channels.dingtalk import HOST as DINGTALK
from services.alerts.channels.dingtalk import DingTalk, DingTalkRobot
from services.alerts.channels.elsewhere import Elsewhere
from services.alerts.channels.feishu import HOST as FEISHU
from services.alerts.channels.feishu import FeishuRobot
from services.alerts.channels.gateway import Gateway
from services.alerts.channels.note import Sender
from services.alerts.channels.sms import ALIYUN, TENCENT, AliyunSms, TencentSms
from services.alerts.channels.tokens import Tokens
from services.alerts.channels.wecom import HOST as WECOM
from services.alerts.channels.wecom import WeCom, WeComRobot
from services.core.channels import Channel

USUAL_VARIABLES = ("number", "level", "rule")


def sender_of(channel: Channel, secret: str, tokens: Tokens) -> Sender:
    """What sends by a channel. A robot's secret is the token in its address and, after a space, the signing one."""
    token, _, signing = secret.partition(" ")
    variables, host = channel.variables or USUAL_VARIABLES, channel.address.rstrip("/")
    match channel.service:
        case "wecom":
            return WeCom(channel.account, channel.application, secret, tokens, host or WECOM)
        case "wecom_robot":
            return WeComRobot(token, host or WECOM)
        case "dingtalk":
            return DingTalk(channel.account, channel.application, secret, tokens, host or DINGTALK)
        case "dingtalk_robot":
            return DingTalkRobot(token, signing.strip(), host or DINGTALK)
        case "feishu_robot":
            return FeishuRobot(token, signing.strip(), host or FEISHU)
        case "elsewhere":
            return Elsewhere(secret)
        case "sms_aliyun":
            ours = (channel.account, secret, channel.sign, channel.template, variables)
            return AliyunSms(*ours, host or ALIYUN, letters=channel.letters)
        case "sms_tencent":
            return TencentSms(
                channel.account,
                secret,
                channel.application,
                channel.sign,
                channel.template,
                variables,
                host=host or TENCENT,
            )
        case "gateway":
            return Gateway(channel.address, channel.template, channel.sign, secret)
