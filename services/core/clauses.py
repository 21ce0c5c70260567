"""What auditors ask for: the clauses of GB/T 33000 (numbered as in its edition of 2016) and ISO 45001:2018, and the
kinds of records in which evidence of each is looked for. A clause without kinds is outside of what this program keeps.
Sources: the tables of contents of both standards."""

from dataclasses import dataclass
from typing import Literal

Standard = Literal["gb33000", "iso45001"]


@dataclass(frozen=True, slots=True)
class Clause:
    """`number` within its standard, what it is called, and the kinds of records that are evidence."""

    standard: Standard
    number: str
    zh: str
    en: str
    kinds: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """Names the clause everywhere: standard and number."""
        return f"{self.standard} {self.number}"


RISKS = ("risk_point", "control_measure")
ROUNDS = ("inspection", "inspection_plan")

CLAUSES = (
    Clause("gb33000", "5.1.1", "目标", "Objectives"),
    Clause("gb33000", "5.1.2", "机构和职责", "Organisation and duties", ("department", "team", "person")),
    Clause("gb33000", "5.1.3", "全员参与", "Participation of everyone", ("hazard",)),
    Clause("gb33000", "5.1.4", "安全生产投入", "Funds for work safety"),
    Clause("gb33000", "5.1.5", "安全文化建设", "Safety culture"),
    Clause("gb33000", "5.1.6", "安全生产信息化建设", "Information systems", ("rule", "sensor", "device")),
    Clause("gb33000", "5.2.1", "法规标准识别", "Laws and standards identified"),
    Clause("gb33000", "5.2.2", "规章制度", "Rules and regulations", ("checklist_version", "ladder", "route")),
    Clause("gb33000", "5.2.3", "操作规程", "Operating procedures"),
    Clause("gb33000", "5.2.4", "文档管理", "Management of documents", ("import",)),
    Clause("gb33000", "5.3.1", "教育培训管理", "Management of training"),
    Clause("gb33000", "5.3.2", "人员教育培训", "Training of people"),
    Clause("gb33000", "5.4.1", "设备设施管理", "Equipment and installations", ("equipment", "inspection")),
    Clause("gb33000", "5.4.2", "作业安全", "Safety of operations", ("checklist", "inspection")),
    Clause("gb33000", "5.4.3", "职业健康", "Occupational health"),
    Clause("gb33000", "5.4.4", "警示标志", "Warning signs", ("label",)),
    Clause("gb33000", "5.5.1", "安全风险管理", "Management of risks", (*RISKS, "risk_scale")),
    Clause("gb33000", "5.5.2", "重大危险源辨识与管理", "Major hazard installations"),
    Clause("gb33000", "5.5.3", "隐患排查治理", "Hazard screening and rectification", ("hazard", "fix_plan", *ROUNDS)),
    Clause("gb33000", "5.5.4", "预测预警", "Forecast and early warning", ("alert", "rule")),
    Clause("gb33000", "5.6.1", "应急准备", "Emergency preparedness"),
    Clause("gb33000", "5.6.2", "应急处置", "Emergency response", ("pause",)),
    Clause("gb33000", "5.6.3", "应急评估", "Evaluation of emergencies"),
    Clause("gb33000", "5.7.1", "事故报告", "Reporting of accidents", ("incident",)),
    Clause("gb33000", "5.7.2", "事故调查和处理", "Investigation of accidents"),
    Clause("gb33000", "5.7.3", "事故管理", "Management of accidents", ("incident",)),
    Clause("gb33000", "5.8.1", "绩效评定", "Evaluation of performance"),
    Clause("gb33000", "5.8.2", "持续改进", "Continual improvement", ("audit_comment",)),
    Clause("iso45001", "4.1", "理解组织及其所处的环境", "Context of the organization"),
    Clause("iso45001", "5.2", "职业健康安全方针", "OH&S policy"),
    Clause("iso45001", "5.3", "岗位、职责和权限", "Roles, responsibilities and authorities", ("department", "person")),
    Clause("iso45001", "5.4", "工作人员的协商和参与", "Consultation and participation of workers", ("hazard",)),
    Clause("iso45001", "6.1.2.1", "危险源辨识", "Hazard identification", ("risk_point", "hazard")),
    Clause("iso45001", "6.1.2.2", "职业健康安全风险的评价", "Assessment of OH&S risks", ("risk_point", "risk_scale")),
    Clause("iso45001", "6.1.3", "法律法规要求和其他要求的确定", "Legal and other requirements"),
    Clause("iso45001", "6.1.4", "措施的策划", "Planning action", ("control_measure", "fix_plan")),
    Clause("iso45001", "6.2", "职业健康安全目标", "OH&S objectives"),
    Clause("iso45001", "7.2", "能力", "Competence"),
    Clause("iso45001", "7.3", "意识", "Awareness", ("label",)),
    Clause("iso45001", "7.4", "沟通", "Communication", ("alert",)),
    Clause("iso45001", "7.5", "文件化信息", "Documented information", ("checklist_version", "import")),
    Clause("iso45001", "8.1.1", "运行策划和控制 总则", "Operational planning and control", ROUNDS),
    Clause("iso45001", "8.1.2", "消除危险源和降低风险", "Eliminating hazards and reducing risks", ("control_measure",)),
    Clause("iso45001", "8.1.3", "变更管理", "Management of change"),
    Clause("iso45001", "8.1.4", "采购（含承包方）", "Procurement, contractors"),
    Clause("iso45001", "8.2", "应急准备和响应", "Emergency preparedness and response", ("pause",)),
    Clause("iso45001", "9.1.1", "监视、测量、分析和绩效评价", "Monitoring and measurement", ("sensor", "inspection")),
    Clause("iso45001", "9.1.2", "合规性评价", "Evaluation of compliance"),
    Clause("iso45001", "9.2", "内部审核", "Internal audit", ("audit_comment",)),
    Clause("iso45001", "9.3", "管理评审", "Management review"),
    Clause("iso45001", "10.2", "事件、不符合和纠正措施", "Incidents and corrective action", ("incident", "hazard")),
    Clause("iso45001", "10.3", "持续改进", "Continual improvement", ("fix_plan",)),
)
