"""What to do in the demo plant's zones when something happens, and whom to call."""

from services.demo.cast import PLACE
from services.demo.life import Life

OFFICER = "王芳"
CONTROL_ROOM = "8119"  # the fire control room, inside the plant
USUAL = "发现险情先撤离，再报消防控制室；听从疏散引导员指挥，到厂门口集合点清点人数。"
FIRST_AID = "伤者不要移动，先止血，报医务室；"
PLANS = {
    "冲压车间": "夹手、断指：按急停，断电，断指用干净纱布包好冷藏；" + FIRST_AID + "设备挂牌后再处理。",
    "机加工车间": "卷入、切伤：按急停；" + FIRST_AID + "铁屑入眼不要揉，用洗眼器冲洗 15 分钟。",
    "磨削车间": "砂轮破裂：按急停，全员离开飞出方向；" + FIRST_AID + "磨削粉尘着火用干粉，不用水。",
    "焊接车间": "气瓶起火：能关阀先关阀，用干粉灭火；气瓶发烫立即撤离 50 米并报警。触电：先断电，再施救。",
    "热处理车间": "淬火油起火：盖上槽盖，断电停加热，用干粉或泡沫，严禁用水；火势大立即撤离。",
    "喷涂车间": "着火或漆雾报警：停喷停风，断电，用泡沫或干粉；气味重时戴防毒面具撤离。",
    "调漆区": "溶剂泄漏：熄灭一切火源，用吸附棉围堵，开窗通风；着火用泡沫或干粉，不用水。",
    "化学品库": "泄漏：戴防毒面具和防化手套，用吸附棉围堵，查安全技术说明书；入眼入肤用洗眼器冲洗 15 分钟。",
    "危废库": "泄漏：围堵收集，不得冲入下水；着火用干粉，报环保部门。",
    "空压机房": "储气罐超压：按急停，人员撤离，远处泄压；安全阀未动作时不得靠近。",
    "配电室": "触电：先断电，或用绝缘杆拉开，再做心肺复苏。着火：断电后用二氧化碳，严禁用水。",
    "装卸平台": "叉车伤人、坠落：停车熄火；" + FIRST_AID + "封闭平台两端。",
    "食堂": "燃气泄漏：关总阀，开窗，不要开关电器，撤到室外再打电话。油锅着火：盖锅盖，不用水。",
}


def plan_emergencies(life: Life) -> None:
    """Says it for every zone, as a safety officer would."""
    officer = life.someone(OFFICER)
    for place in PLACE:
        told = {"emergency": PLANS.get(place, USUAL), "phone": CONTROL_ROOM}
        life.do(officer, "zones.set_emergency", zone=life.ids[place], **told)
