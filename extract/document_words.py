"""公文名称用语：文种、证照表单、发文机关的词尾，判断《》里是不是公文。"""

from __future__ import annotations

from typing import Final

from ingest import patterns as re

TYPES: Final = (
    r"通知|意见|决定|决议|公告|通告|通报|批复|复函|方案|办法|规定|细则|规则|规程|规范|准则|条例|指南|指引|措施"
    r"|举措|计划|规划|纲要|要点|预案|制度|目录|清单|标准|政策"
)
"""Types of documents with which a name ends: those of the 党政机关公文处理工作条例 and of rules and plans."""

DRAFT: Final = re.compile(r"征求意见|公开征求|草案|送审稿|意见征集")
"""What the title of a draft says, which ends nothing yet."""

_DOCUMENT: Final = re.compile(
    rf"(?:{TYPES}|法|宪法|民法典|修正案|公报|纪要|协定|协议(?!书)|公约|议定书|定额|基准|通则|总则|导则|章程"
    rf"|解释|命令|原则|任务|行动|分工|机制|流程|建议"
    r"|工作要求|技术要求|管理要求|名录|分类|注释|须知|年版|[一二三四五六七八九十\d]+条|部署|安排|总体规划"
    r"|部门规章|说明|战略|框架|体系|指标|领域|工作报告|(?:出让|招标|采购|竞买)文件)$"
)
_FORM: Final = re.compile(
    r"(?:证|证书|证明|证照|表|书|报告|台账|登记册|登记簿|手册|合同|协议|声明函|确认函|函|单|票|样本|样张|模板"
    r"|范本|杂志|日报|晚报|周刊|专刊|学报|新闻|汇编|信息|资料|材料|档案|卡|码|库)$"
)
_SUFFIX: Final = re.compile(r"(?>(?:[（(\[〔][^（）()]{0,24}[）)\]〕])+)$|\s+$")
_GENERIC: Final = re.compile(
    rf"(?:办事|国家|行业|地方|总体|实施|工作|行动|若干|指导|管理|暂行|有关|专项|应急|重点|改革|发展|政策|技术|试点"
    rf"|三年行动|创新"
    rf"|量化指标)*(?:{TYPES}|任务)"
)

ISSUER: Final = (
    r"委|局|厅|部|办|院|会|府|组|(?<!部)署|中心|机制|指挥部|银行|海关|机关|中央|市委|省委|区委|县委|法院|检察院"
    r"|办公室"
    r"|办公厅|部门|公司|集团|大队|总队|营业管理部|管委会|街道|乡|镇|处"
)
"""Endings of the names of organs that issue documents."""


def bare(title: str) -> str:
    """A title without （试行）, （2022年版） and the like at its end."""
    return _SUFFIX.sub("", title)


def is_generic(title: str) -> bool:
    """A short name that says only the type: 《通知》, 《若干措施》, 《实施方案》."""
    return bool(_GENERIC.fullmatch(bare(title)))


def is_form(title: str) -> bool:
    """A certificate, form, contract or journal: 《船舶国籍证书》, 《申请表》. 清单 and 关于…的函 are documents."""
    name = bare(title)
    return bool(_FORM.search(name)) and not _DOCUMENT.search(name) and "关于" not in name


def is_document(title: str | None, doc_number: str | None, *, governed: bool = False) -> bool:
    """Whether 《》 name a document: by its number, its type, or (`governed`) by 根据 before an unusual name."""
    if doc_number or title is None:
        return bool(doc_number)
    if is_form(title) or is_generic(title):
        return False
    return governed or title.startswith("关于") or "关于" in title[:40] or bool(_DOCUMENT.search(bare(title)))


def is_title(text: str) -> bool:
    """`某市禁止燃放烟花爆竹暂行办法`: whether a line is the title of a notice that bans something."""
    return bool(_BANS.fullmatch(text))


_BANS: Final = re.compile(
    "[^，。；：各全]{1,12}[省市县区州盟旗](?:禁止|限制)(?!出台|制定|发布|印发)[^，。；：]{2,40}"
    "(?:办法|规定|条例|细则|通告)(?:（[^（）]*）)?"
)
