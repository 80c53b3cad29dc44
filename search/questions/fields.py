"""One table of fields: filters, tables, headings of exports, facets and documentation all come from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import Any, Literal, cast

from search import labels

Grain = Literal["requirement", "notice", "relation"]
Cell = str | int | float | None
Form = Literal["text", "code", "place", "date", "number", "length", "rate", "amount", "days"]
"""How a field is asked: words, a code, a place with all below it, a date, a number; `length` to `days` are values."""

VALUE_FORMS_SAID = (
    "P14D 14天；PT24H 24小时；P2W 2周；P3M 3个月；P15WD 15个工作日；P14D+P7D 先14天再7天；P3D..P5D 3至5天；"
    "D1,D7 第1、7天；<=PT2H 2小时内；immediate 立即；same-day 当日；by 2021-09-30 该日前；by day 10 每月10日前；"
    "before P3M 提前3个月；1/P3D 每3天1次；>= 不少于，<= 不超过，> 大于，< 小于；500000元、95%、1/10 数量"
)
VALUE_FORMS: frozenset[Form] = frozenset({"length", "rate", "amount", "days"})


@dataclass(frozen=True, slots=True)
class Field:
    """One field of one record type.

    `path` leads from a row of the store to the value (empty: only for filters); `column` is what a filter compares
    in the store (empty: only shown); `kind` and `aspect` say which requirements hold a value field.
    """

    name: str
    label: str
    grain: Grain
    about: str
    path: str = ""
    form: Form = "text"
    column: str = ""
    width: int = 14
    facet: bool = False
    everywhere: bool = False
    codes: Mapping[str, str] = field(default_factory=dict)
    kind: str = ""
    aspect: str = ""
    aliases: tuple[str, ...] = ()
    written: str = ""
    holds: Literal["text", "number", "list"] = "text"
    """What stands at `path`; a list is shown joined by 、."""
    terms: tuple[str, ...] = ()
    """Its names in ELI and schema.org/Legislation, where they have one."""

    def values(self) -> str:
        """How its values are written, for the sheet that explains a table."""
        if self.codes:
            return "、".join(self.codes.values())
        said = {"date": "年-月-日；年份不明的写作 --月-日", "number": "数字", "list": "文字，几个之间用顿号"}
        return self.written or said.get(self.form) or said.get(self.holds, "文字")

    def value(self, row: object) -> Cell:
        """What a table shows of a row: labels for codes, lists joined by 、."""
        found: Any = row
        for name in self.path.split("."):
            found = None if found is None else attrgetter(name)(found)
        return self.shown(found)

    def shown(self, found: Any) -> Cell:
        """What a table shows of the value that stands at the field's path."""
        if isinstance(found, tuple | frozenset):
            words = sorted(found) if isinstance(found, frozenset) else found
            return "、".join(str(self.codes.get(word, word)) for word in words) or None
        if isinstance(found, float) and found.is_integer():
            return int(found)
        return self.codes.get(found, found) if isinstance(found, str) else cast(Cell, found)


def _notice(name: str, label: str, about: str, path: str = "", **more: Any) -> Field:
    return Field(name, label, "notice", about, path or f"notice.{name}", **more)


def _requirement(name: str, label: str, about: str, path: str = "", **more: Any) -> Field:
    return Field(name, label, "requirement", about, path or f"requirement.{name}", **more)


def _relation(name: str, label: str, about: str, path: str = "", **more: Any) -> Field:
    return Field(name, label, "relation", about, path or f"relation.{name}", **more)


def _value(name: str, label: str, about: str, form: Form, kind: str, **more: Any) -> Field:
    return Field(name, label, "requirement", about, form=form, kind=kind, column="r.low", **more)


NOTICE_FIELDS = (
    _notice(
        "title",
        "标题",
        "通知的标题",
        column="title",
        width=48,
        everywhere=True,
        aliases=("题名",),
        terms=("eli:title", "schema:name"),
    ),
    _notice(
        "doc_number",
        "发文字号",
        "发文字号，括号统一为〔〕",
        form="code",
        column="n.number_key",
        width=26,
        everywhere=True,
        aliases=("文号",),
        terms=("eli:id_local", "schema:legislationIdentifier"),
    ),
    _notice(
        "doc_type",
        "文种",
        "通知、公告、办法、方案等",
        form="code",
        column="n.doc_type",
        facet=True,
        width=8,
        terms=("eli:type_document", "schema:legislationType"),
    ),
    _notice(
        "issuers",
        "发文机关",
        "发文机关全称；联合发文全部列出",
        column="issuers",
        width=34,
        everywhere=True,
        aliases=("issuer", "机关"),
        holds="list",
        terms=("eli:passed_by", "schema:legislationPassedBy"),
    ),
    _notice(
        "place",
        "地区",
        "发文机关所辖地区；按地区筛选时包括其下级",
        "notice.jurisdiction.name",
        form="place",
        column="place",
        facet=True,
        everywhere=True,
        aliases=("jurisdiction", "地方"),
        terms=("eli:jurisdiction", "schema:legislationJurisdiction"),
    ),
    _notice("place_code", "地区代码", "GB/T 2260 行政区划代码，全国为000000", "notice.jurisdiction.code", width=10),
    _notice(
        "level",
        "层级",
        "国家、省级、地市级、区县级、乡镇级",
        "notice.jurisdiction.level",
        form="code",
        column="n.level",
        codes=labels.LEVELS,
        facet=True,
        width=8,
    ),
    _notice(
        "signed_on",
        "成文日期",
        "成文日期；年份看不清的写作--月-日",
        form="date",
        column="n.signed_on",
        width=12,
        everywhere=True,
        terms=("eli:date_document", "schema:legislationDate"),
    ),
    _notice(
        "published_on",
        "发布日期",
        "发布日期",
        form="date",
        column="n.published_on",
        width=12,
        terms=("eli:date_publication", "schema:datePublished"),
    ),
    _notice("printed_on", "印发日期", "印发日期", form="date", column="n.printed_on", width=12),
    _notice(
        "effective_from",
        "施行日期",
        "开始施行的日期；未写明的为成文日期",
        form="date",
        column="n.effective_from",
        width=12,
        terms=("eli:first_date_entry_in_force",),
    ),
    _notice(
        "effective_to",
        "失效日期",
        "有效期届满的日期；未写明的为空",
        form="date",
        column="n.effective_to",
        width=12,
        terms=("eli:date_no_longer_in_force",),
    ),
    Field("year", "年份", "notice", "成文（没有则发布）的年份，仅用于筛选", form="number", column="year", facet=True),
    _notice(
        "status",
        "效力",
        "依据库中通知之间的关系得出的效力状态，筛选要求时按要求自身；未定表示尚不能判断",
        "status",
        form="code",
        column="n.status",
        codes=labels.STATUSES,
        facet=True,
        width=10,
        everywhere=True,
        aliases=("notice_status",),
        terms=("eli:in_force", "schema:legislationLegalForce"),
    ),
    _notice("recipients", "主送", "主送机关", width=30, holds="list"),
    _notice("copied_to", "抄送", "抄送机关", width=30, holds="list"),
    _notice("disclosure", "公开属性", "原文所写的公开属性", width=12),
    _notice("attachments", "附件", "附件名称", width=30, holds="list"),
    _notice(
        "flags",
        "原文问题",
        "原文本身的缺陷，引用前请核对原件",
        codes=labels.FLAGS,
        width=16,
        everywhere=True,
        holds="list",
    ),
    _notice("requirements", "要求条数", "从该通知中读出的要求条数", "requirements", width=10, holds="number"),
    _notice("parent_id", "上级通知编号", "转发或附有本通知的通知", width=20),
    _notice("uri", "来源文件", "读取该通知的文件", "notice.source.uri", width=40, everywhere=True),
    _notice("sha256", "来源文件校验值", "来源文件的 SHA-256，用来核对文件是否改动", "notice.source.sha256", width=20),
    _notice("notice_id", "通知编号", "通知在本系统中的编号，各次运行不变", "notice.id", width=20, everywhere=True),
)

REQUIREMENT_FIELDS = (
    _requirement("kind", "类别", "要求的类别", form="code", column="r.kind", codes=labels.KINDS, facet=True, width=14),
    _requirement("value_text", "原文数值", "原文中的写法，一字不改"),
    _requirement("value", "规范值", "统一写法的数值，相同的要求写法相同", width=18, written=VALUE_FORMS_SAID),
    _requirement("low", "下限", "规范值的下限（期限类以小时、月或工作日计）", "low", width=9, holds="number"),
    _requirement("high", "上限", "规范值的上限", "high", width=9, holds="number"),
    _requirement("measure", "计量单位", "下限、上限的单位；月、工作日不折算成天", "measure", width=9),
    _requirement("subject", "对象", "要求所管的人、物或单位，照录原文", column="subject", width=34),
    _requirement("action", "措施", "要做的事，照录原文", column="action", width=24, aliases=("行为",)),
    _requirement(
        "responsible",
        "责任单位",
        "必须去做的单位或岗位",
        column="responsible",
        width=24,
        aliases=("unit", "责任主体"),
        holds="list",
    ),
    _requirement("lead", "牵头单位", "责任单位中牵头、主办的", width=24, holds="list"),
    _requirement("joint", "配合单位", "责任单位中配合、协办的", width=24, holds="list"),
    _requirement("trigger", "起算点", "何时起算", width=22),
    _requirement("condition", "条件", "何种条件下适用，或其例外", width=26),
    _requirement(
        "modality",
        "效力用语",
        "必须、禁止、应尽量、可以",
        form="code",
        column="r.modality",
        codes=labels.MODALITIES,
        facet=True,
        width=9,
    ),
    _requirement("clause", "条款", "所在条款的编号", width=14),
    _requirement("heading", "条款标题", "条款编号各级的标题", width=24),
    _requirement("applies_from", "适用起", "该条自身规定的适用起日", form="date", column="r.applies_from", width=12),
    _requirement("applies_to", "适用止", "该条自身规定的适用止日", form="date", column="r.applies_to", width=12),
    _requirement("subject_code", "对象代码", "对象在词表中的代码，便于各地对照", form="code", column="r.subject_code"),
    _requirement("action_code", "措施代码", "措施在词表中的代码，便于各地对照", form="code", column="r.action_code"),
    _requirement("quote", "原文依据", "载有该要求的原句", "requirement.evidence.quote", width=60),
    _requirement("page", "页码", "原句在来源文件中的页码", "requirement.evidence.page", width=6, holds="number"),
    _requirement("line", "行号", "原句在来源文件中的行号", "requirement.evidence.line", width=6, holds="number"),
    _requirement(
        "start", "起始字符", "原句在通知正文中的起始位置", "requirement.evidence.start", width=9, holds="number"
    ),
    _requirement("end", "结束字符", "原句在通知正文中的结束位置", "requirement.evidence.end", width=9, holds="number"),
    _requirement(
        "confidence",
        "把握",
        "同样读法的要求整条（数值、对象、措施、单位）读对的比例，0到1，据未参与编写规则的人工标注通知统计",
        form="number",
        column="r.confidence",
        width=7,
        aliases=("置信度",),
        holds="number",
    ),
    _requirement("requirement_status", "要求效力", "该条要求的效力状态", "status", codes=labels.STATUSES, width=10),
    _requirement("id", "要求编号", "要求在本系统中的编号", width=20),
    _value("duration", "期限", "持续多久；“14+7+7”以合计比较", "length", "duration"),
    _value("phase", "分段期限", "“14+7+7”这类期限中的任一段", "length", "duration", aspect="part"),
    _value("deadline", "时限", "须在多久内完成；立即为0，当日为24小时", "length", "deadline"),
    _value("lead", "提前量", "须提前多久", "length", "deadline", aspect="lead"),
    _value("schedule", "检测日", "第几天（周）做；“包含”指其中有这一天", "days", "schedule", aliases=("时点",)),
    _value("frequency", "频次", "多久几次，如 1次/天、每3天1次", "rate", "frequency"),
    _value("window", "有效期", "多久之内的才算数", "length", "window", aliases=("回溯期",)),
    _value("interval", "间隔", "两次之间隔多久", "length", "interval"),
    _value("count", "次数", "一共几次", "amount", "count"),
    _value("threshold", "阈值", "带单位的限额，如 50万元、95%", "amount", "threshold"),
    Field("due", "截止日期", "requirement", "须在哪一天前完成", form="date", column="r.last_day", kind="deadline"),
)

RELATION_FIELDS = (
    _relation(
        "relation",
        "关系",
        "本通知对另一通知的关系",
        form="code",
        terms=tuple(sorted(set(labels.RELATION_TERMS.values()))),
        column="x.relation",
        codes=labels.RELATIONS,
        facet=True,
        width=10,
    ),
    _relation("scope", "范围", "全部、部分或仅不一致处", codes=labels.SCOPES, width=10),
    _relation("stage", "进度", "仅为计划的（修订某办法的任务）尚未改变对方", codes=labels.STAGES, width=10),
    _relation("target_number", "对方文号", "所指通知的发文字号", "relation.target.doc_number", width=26),
    _relation("target_title", "对方标题", "所指通知的标题", "relation.target.title", width=48),
    _relation("target_issuer", "对方机关", "所指通知的发文机关", "relation.target.issuer", width=30),
    _relation("target_description", "对方描述", "没有写明名称时原文的说法", "relation.target.description", width=30),
    _relation("target_id", "对方通知编号", "库中对应的通知；空为库中没有", width=20),
    _relation("effective_on", "何时起", "该关系何时起生效", width=12),
    _relation("quote", "原文依据", "写明该关系的原句", "relation.evidence.quote", width=60),
    _relation("page", "页码", "原句在来源文件中的页码", "relation.evidence.page", width=6, holds="number"),
    _relation("id", "关系编号", "关系在本系统中的编号", width=20),
)

FIELDS = NOTICE_FIELDS + REQUIREMENT_FIELDS + RELATION_FIELDS
FILTERS = tuple(field for field in FIELDS if field.column)


def columns(grain: Grain) -> tuple[Field, ...]:
    """The columns of a table of records: their own, then those of the notice in which they stand."""
    own = tuple(field for field in FIELDS if field.grain == grain and field.path)
    if grain == "notice":
        return own
    return own + tuple(_of_notice(field) for field in NOTICE_FIELDS if field.everywhere and field.path)


def _of_notice(column: Field) -> Field:
    """A notice's column in the table of its records."""
    label = f"通知{column.label}" if column.name in ("title", "status") else column.label
    return replace(column, path=f"notice.{column.path}", label=label)


def facets(grain: Grain) -> tuple[Field, ...]:
    """The fields whose values are counted in an answer: those of the grain, and place and year everywhere."""
    shared = ("place", "year")
    return tuple(field for field in FIELDS if field.facet and (field.grain == grain or field.name in shared))
