"""The notice as sentences, each with its outline path and its role: rule, fact, heading or frame.

A sentence ends at 。！？ or at the end of its block, never inside brackets or quotation marks, so that
`“…不予行政处罚。”` stays whole. A table row is a sentence of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from mypy_extensions import mypyc_attr

from extract import tables
from extract.grammar.masking import mask
from ingest import patterns as re
from ingest.notice import Block, Notice, Section
from ingest.once import once

Role = Literal["rule", "fact", "heading", "frame"]

_STOP: Final = re.compile(r"[。！？!?]+[”’）)]*|\n+|如下[：:](?=[一1][、.．]|[（(][一1][）)])")
"""`现将有关事项通知如下：一、…` on one line, as a page without line breaks leaves it, is two sentences."""
_CLOSED: Final = re.compile(
    r"(?:[（(〔](?:责任|牵头|配合|主办|落实|实施)(?:单位|部门|科室|处室)[:：]|"
    r"(?<![^\n。])[（(〔](?=(?:[^（）()〔〕]|（[^（）]*）)*负责[）)〕]))"
    r"(?:[^（）()〔〕]|（[^（）]*）|\([^()]*\))*[）)〕](?=[^\s。；;，,、）)〕])"
)
"""A bracket that assigns an item ends it, though its source ran the next paragraph on behind it."""
_CLAUSE_END: Final = re.compile(r"[；;]|[:：](?!(?<=\d.)\d)|[,，](?!(?<=\d.)\d{3}(?!\d))")
"""`8:30` and `1,500` are figures, and end no clause."""
_ITEM_NUMBER: Final = re.compile(r"[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|[①-⑳]")
_ITEM: Final = re.compile(rf"\s*(?:{_ITEM_NUMBER.pattern})\s*")
_SEGMENT: Final = re.compile(r"[^；;]+")

FACT_HEADING: Final = re.compile(
    r"(?:基本|疫情|有关|发生|病例|事故|违法|违规)情况$|(?:暴露|存在|发现|"
    r"突出)(?:出)?的?(?:主要|突出)?问题(?=$|[和及与、，。（(])|主要问题$|典型案例|经验做法"
    r"|^(?![^，。]*(?:报|告|反馈|公开|公示|核实|了解|掌握|分析|说明))[^，。；]{0,16}(?:总体|整体|检查|抽查|抽检|督查|"
    r"监测|进展|开展)情况$"
    r"|原因分析|事故经过|工作成效|主要成效|^背景|发展现状"
)
"""Headings under which a notice tells what was (二、暴露出的问题), and no rule stands."""

_SOME: Final = "(?:企业|单位|地方|地区|学校|商家|部门|医院|机构|人员|干部|群众)"
_DONE: Final = "于|在|经(?!.{0,20}(?:同意|批准|通过))|由|对|将|完成|建成|实现|落实|开展|累计|发现|报告|治愈"
_TOLD: Final = re.compile(
    r"某(?<=[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶余潘杜戴夏钟"
    r"汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文]某)(?<!：.某)(?!些|个|种|项|部|某?(?:处|（电话|，电话|联系))|"
    r"某(?:公司|企业|校|学校|店|药店|医院|工地|村|酒店|宾馆|厂|小区|社区|商场|超市|饭店|餐馆|养老院|幼儿园|项目)(?:[^，。]{0,20})(?:因|被|未|发生|拖欠|违[反规法]|擅自|涉嫌|存在|反映|投诉|举报)|"
    r"某(?<=[\u4e00-\u9fff]某)(?<!：.某)(?!某?(?:处|（电话|，电话|联系))(?:[某君兰男女]|[，,。、（(]|[\u4e00-\u9fff]{0,2}[,，（(])|"
    r"被(?<![将会]被)(?:罚款|(?:处以)?行政(?:拘留|处罚)|约谈|追责|问责)(?![^，。；]{0,16}的)|"
    r"被(?:立案)?查处(?![^，。；]{0,16}的)|"
    r"岁(?<=\d岁)(?!以[上下]).{0,4}(?:患者|男|女)|入院治疗|(?:诊断为|判定为|确诊为).{0,12}(?:病例|感染者)(?!(?:的|"
    r"或)[^。；]{0,12}[，,])|形同虚设(?!的)|严重失职|落实不力(?![^，。；]{0,14}的)|未能(?!.*?的[，,]|"
    r"[^，。；]{0,16}的).{0,20}(?:导致|开展|落实|履行|引起|充分|有效)|"
    r"当[日天](?:未|没有)(?![^，。；]*的)|未引起(?![^，。；]*的)|有效落实，如|督查发现，|检查发现，|排查发现，|"
    r"调查发现，|审计发现，|已(?:予以)?通报|已立案|暴露出|事故中，|"
    r"共(?:检查|抽[检查]|监测|查处|办理|受理|排查|培训|发放|减免|新增|完成)[^，。]{0,12}\d|"
    r"为\d+(?:\.\d+)?万?(?:户|名|家|人)[^，。]{0,14}(?:办理|减免|发放|返还)|"
    r"已建(?:成)?[、和及](?:在建|拟建|规划)[^，。；]{0,30}(?:达到?|[共已]?有)\d|共发生(?=[^，。；]{0,20}\d+(?:次|起|"
    r"例|宗|件))|"
    r"例如(?<=^例如)[：:，]|假[如设](?<=^假[如设])|为例(?=[，,])|涌现出|"
    r"了(?<=圆满完成了)|了(?<=(?:印发|出台|下发|制定|发布|召开|审议|参加|听取|传达|研究)了)"
)
"""Cases told and faults found, whatever else the sentence says (入境人员陈某…实施14天集中隔离).

Here and in the next two each alternative begins with a fixed character, and what must stand before it is asked behind
it: so `search` leaps from one such character to the next.
"""
_UNDONE: Final = re.compile(
    r".{0,8}(?:人员|单位|机构|医院|企业|部门)未(?:实施|落实|完全|制定|执行|按要求|严格)(?!.*的[，,])"
)
"""A sentence that opens so tells of a fault, too (入境人员未实施14天集中隔离管理)."""
_FACT: Final = re.compile(
    r"累计(?<!内累计)(?!满|[^，。；\d]{0,6}\d次[^，。；]{0,6}，但?仍|[\d一二两三四五六]+[次起分例][^，。；]{0,8}的|[^，。；\d]{1,10}满[\d一二三四五六七八九十]|报表|统计表|不|[^。；]{0,24}(?:以上|以下)|"
    r"[^，。；]{0,16}(?:超过\d+(?:\.\d+)?(?:日|天|次|个月|小时|年)|"
    r"(?:超过|达到?|满|不足)\d[\d.]*[^，。；\d]{1,8}的|的[，,]))|"
    r"(?:检查|巡查|调查|排查)(?:时|中)发现(?![^，。；]*的[，,])|气象[^，。；]{0,8}(?:预报|预测)|"
    r"有(?:(?<=[将省市县区镇街]有)|(?<=[省市县区镇街]道有))[^，。；\d]{0,10}(?:暴雨|大雨|强?降雨|大风|降雪|降温|寒潮|雷暴)|潜伏期(?:通常|一般|平均|大?多|最[长短])*[为是约]|将(?:陆续)?(?:出台|印发|发布)[^，。]{0,20}(?:政策|措施|文件|办法)|同比(?!例|[^，。；]{0,16}(?:以上|以下)的)|"
    r"环比|检出(?!率)|检[测出]值|预计(?!于)|践(?<=实践)(?:证明|表明)|专家(?:建议|提醒|表示)|呈[^，。；]{0,6}[趋态]势|较常年(?:同期)?偏|截至.{2,12}[，,]|截止.{2,12}[，,](?:全|我|共|已)|据(?<!数据)(?:统计|[测估]算|了解|悉|通报，)|"
    r"了(?<=(?:导致|引发)了)|"
    r"发生(?<!每发生)(?:了|(?<=[相接]继发生)|(?<=先后发生)|一(?:起|例)(?!的|[^，。；]{0,8}[扣加]))|报告(?:新增|病例)|"
    r"新增.{0,8}病例\d|显示(?<=(?:数据|调查|结果|通报)显示)|"
    r"会议(?:指出|认为)|了(?<=(?:开展|组织|进行|取得|实施|完成)了)(?![^，。；]*的)|"
    r"本次(?:检查|抽检|督查|排查)共|有(?<=[全我本该][省市县区国州盟旗校院局镇乡村][现共已]有)|受到.{0,8}处分|被(?:处以|判处)|"
    rf"有的(?<![^，。：；]有的){_SOME}|一些(?<![^，。：；]一些){_SOME}|"
    rf"个别(?<![^，。：；]个别){_SOME}|少数(?<![^，。：；]少数){_SOME}|"
    rf"已(?:经)?(?:{_DONE}|连续)|曾(?:{_DONE})|均已(?![^，。；的]{{1,8}}的)|先后|此前|"
    r"了(?<=(?:进行|开展|推动|取得|形成|发挥)了)(?![^，。；]{0,30}的(?:$|[，；]))|过去[一二三两四五几十]年(?:来|间|里|，)|"
    r"去年|近年来|年来(?<=[一二三两四五几十多\d]年来)|目前(?:[^，。]{0,10}已|(?:仍|还|尚)有(?=\d)(?![^。；]*的，))|"
    r"以来[，,]|已(?:经)?(?:达到?|超过?|突破)(?=[约近]?\d)(?![^，。；]{0,10}的|[^。]{0,60}(?:的，|(?<![小届同平随按准])时(?:[，,]|启动|发布|应|须)))|"
    r"近[两二三四五六七八九十几]年[来，][^，。；]{0,30}(?:增长|下降|增加|减少|达到?|完成|提高|提升)(?!不|超过|"
    r"\d[\d.]*[%％]?以|[^，。；]*的)|"
    r"位[居列][^，。；]{0,6}第[一二三四五六七八九十\d](?![^，。；]*的)"
)
"""Words of telling: statistics and findings, and what was done before."""
_TELLING: Final = re.compile(f"{_TOLD.pattern}|{_FACT.pattern}")
"""Either of them: most sentences hold none, and are looked through once."""
_MUST: Final = re.compile(
    r"应(?<![响适相反对供效]应)(?!用|急|对|届|收|付|税|纳)|须|必须|要(?!求|"
    r"素|点|件|闻|道|素)|不得|严禁|禁止|一律|鼓励|可以|原则上|负责(?!人|同志)|确保|不超过|"
    r"不少于|不低于|方[可能]|力争|(?:^|(?<=[，。；]))[到至]20\d\d年|^(?:推动|促进|努力|着力|加快)|实行|实施(?!以来|后[，,]|"
    r"[近一两二三四五\d]年来)|追加|安排|予以|给予"
)
_DEFINES: Final = re.compile(r"(?:，|,|所称[^，。]{1,30})(?:是指|系指|指的是|均指)|^[^，。；的]{2,14}是指|^指在")
_ZONE: Final = re.compile(
    r"是指[^。]{0,40}(?:[上下]游|[两外四]侧|周[边围]|四周|半径|边缘|距)[^。]{0,30}\d(?:米|公里|千米|km|m|海里)"
)
"""`保护区是指距取水口1000米以内的水域`: how far a zone reaches is a rule, though it stands as a definition."""
_LIMITS: Final = re.compile(
    r"^(?!.*\d[天日时]内)(?:.*?)(?:(?:不[得应]?(?:超过|[少低高]于)|超过|[少低高大小]于|达到|年满|至少|"
    r"[≥≤＞＜])[^，。；\d]{0,6}\d|"
    r"\d[\d.]*[^，。；、\d]{1,6}(?:（含[^（）]{0,6}）)?以[上下内]|"
    r"[二三四五六七八九十百千万](?:周?岁|[平立]方米|米|公里|吨|元)以[上下内])"
)
"""A definition that sets a limit rules who or what counts (小型微利企业是指…资产总额不超过5000万元的企业).

What is told of within some days (聚集性疫情是指14天内…2例以上) names an event, and limits nothing.
"""
_ON_TERMS: Final = re.compile("(?:满足|符合|具备|具有)(?:以下|下列)[^，。；]{0,6}条件")
"""`“空壳”企业是指符合下列条件之一的企业`: the conditions rule who counts."""
_CONTACT: Final = ("联系", "咨询", "监督", "举报", "投诉")
_PHONE: Final = re.compile(rf"1[3-9]\d{{9}}|^(?:{'|'.join(_CONTACT)})(?:人|电话|方式|邮箱|地址)[：:]")
_WHOM: Final = re.compile(
    r"对[^，。；]{2,80}(?=[，,])|已经(?!\d|成为|[^，。；的]{1,8}了)[^，。；]{2,40}的(?=[\u4e00-\u9fff])|"
    r"[^，。；]{2,99}的(?=[，,；]|。?$)|"
    r"曾[^。；]{2,60}的(?=[；。]?$)|^[^，。；]{2,60}的[^，。；的了\d]{0,6}"
    r"(?:企业|单位|人员|机构|主体|学校|项目|工程|房屋|车辆|户|小区|村|社区|家庭|学生|考生|职工|产品|工地|场所|患者|对象)(?=[，,])|"
    r"已(?:经)?[^，。；]{2,30}?的(?=[^，。；]{0,6}(?:企业|单位|人员|机构|纳税人|主体|学校|项目|工程|房屋|车辆|户|"
    r"条件|设施|产品|合同|规划|税款))"
)
"""Whom a rule governs: `已将债务清偿完结的市场主体` describes and tells nothing."""
_URGES: Final = re.compile(
    "(?:推动|促进|加强|推进|提升|完善|优化|深化|推广|健全|强化|支持|扩大|鼓励|落实)(?!了|工作取得)"
)
_GREW: Final = re.compile("同比|环比")
"""In a sentence that urges, a growth is the one that is wanted (提升服务水平，推动运量同比增长15%)."""


@mypyc_attr(native_class=False)
@dataclass(eq=False)
class Sentence:
    """A stretch of a notice that is read as one: `notice.text[start:start + len(text)] == text`."""

    text: str
    masked: str
    """The text with brackets, quotes and titles covered, offsets kept: for the grammar around them."""
    start: int
    role: Role
    path: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    block: int = 0
    row: int | None = None
    units: tuple[str, ...] = ()
    """The units that a table's columns name for this row."""
    term: bool = False
    """Whether this is the cell of a table that says by when its row is due."""
    unit: str = ""
    """The unit that the head of such a cell gives."""
    told: int = 0
    """Up to where it only tells how it came to the order: no value in front of it rules."""
    columns: tuple[tables.Column, ...] = ()
    """The cells that stand in it, where it is a row of a table with a head; offsets into its text."""

    @property
    def end(self) -> int:
        """Offset after the last character."""
        return self.start + len(self.text)

    @once
    def segments(self) -> tuple[tuple[int, int], ...]:
        """Ranges between semicolons."""
        return tuple([m.span() for m in _SEGMENT.finditer(self.masked)])

    def segment(self, at: int) -> tuple[int, int]:
        """The range between semicolons that holds an offset; the whole sentence where none does."""
        for low, high in self.segments:
            if low <= at < high:
                return low, high
        return 0, len(self.text)

    @once
    def clauses(self) -> tuple[tuple[int, int], ...]:
        """Ranges between commas, semicolons and colons, the number of an item left out."""
        spans: list[tuple[int, int]] = []
        at = 0
        for words in _CLAUSE_END.split(self.masked):
            end = at + len(words)
            if words:
                spans.append((at, end))
            at = end + 1
        numbered = _ITEM_NUMBER.search(self.text) is not None
        return tuple([(_past_number(self.text, *span), span[1]) for span in spans] if numbered else spans)


def _past_number(text: str, start: int, end: int) -> int:
    """Where a clause begins behind the number of its item (`…条件：（一）有不少于10万元的资金`)."""
    number = _ITEM.match(text, start, end)
    return number.end() if number and number.end() < end else start


def sentences(notice: Notice) -> Iterator[Sentence]:
    """The sentences of a notice in reading order, with roles; head and tail come as `frame`."""
    signed = _YEAR.match(notice.signed_on or notice.published_on or "")
    outline = Outline(notice.sections)
    body_end = len(notice.text) if notice.body_end is None else notice.body_end
    preamble = True
    year = int(signed[0]) if signed else None
    spoken = _SPOKEN.search(notice.title or "") is not None
    above, body_start = "", notice.body_start
    for number, (start, block) in enumerate(zip(notice.block_starts(), notice.blocks, strict=True)):
        read, above = _split(block, start, above), block.text
        for text, masked, at, part in read:
            path, headings, heading_end, below_facts = outline.at(at)
            role = _role(text, masked, at, block, heading_end, below_facts=below_facts)
            if spoken and role == "rule" and not _SAID_TO_RULE.search(text):
                role = "fact"
            if year and role == "rule" and text.startswith(_PAST_OPENS) and _past(text, year):
                role = "fact"
            if not body_start <= at < body_end or (preamble and not path and role == "rule" and _opens(text)):
                role = "frame"
            preamble = preamble and not path
            if part is None:
                told = 0 if below_facts or role in ("heading", "frame") else _told_before_order(text, year)
                role = "rule" if told and role == "fact" and not spoken else role
                yield Sentence(text, masked, at, role, path, headings, number, told=told)
            else:
                columns = tuple(
                    replace(one, start=one.start + start - at, end=one.end + start - at) for one in part.columns
                )
                cell = (part.row, part.units, part.term, part.unit)
                yield Sentence(text, masked, at, role, path, headings, number, *cell, columns=columns)


_SPOKEN: Final = re.compile(
    "(?:问答实录|答记者问|新闻(?:发布|通气)会|吹风会|在?线?访谈|专访)(?!.*(?:通知|方案|办法|规定|制度|意见|细则|函|"
    "公告)》?$)"
)
"""A record of what was said to the press: it tells what was reached, unless a word says that something is ruled."""
_SAID_TO_RULE: Final = re.compile(
    r"应当|应(?=[在按于自向由及予]|不)|必须|须(?!知)|不得|不准|严禁|禁止|可以?(?=享受|申请|申领|按|获|凭|在|向|到|"
    r"选择|由|通过)|给予|予以|奖励|补[贴助]|"
    r"资助|减免|[免减]征|免收|最[高低长短多少][^，。；\d]{0,4}\d|不(?:超过|[低少高多]于|足|满)|鼓励|力争|争取|确保|"
    r"要(?![求素点件闻道是])|拟(?!建)|"
    r"将(?=[^，。；]{0,24}(?:提供|给予|建设|实施|开展|推出|打造|培育|新增|建成|实现|出台|完成|形成|支持|推动|"
    r"加[快大]|提高|降低))|"
    r"计划(?!单列)|下一步|(?:^|[，。；、])(?:到20\d\d年|启动|加[快速])|标准[为是]"
)
_YEAR: Final = re.compile(r"\d{4}")
_YEAR_FIRST: Final = re.compile(r"(20\d\d)年(?:\d{1,2}月份?(?:[至到—-]\d{1,2}月份?)?|上半年|下半年|度)?，")


_YEAR_TOLD: Final = re.compile(
    r"(20\d\d)年(?:\d{1,2}月份?|底|末|上半年|下半年|度)?(?!\d|[^，。；]{0,12}(?:起|至|前|以后|后|"
    r"内))[^，。；]{0,40}(?:\d[\d.]*[万亿]*(?:元|人|吨)，(?:比上年|同比)?(?:增长|下降)|达到?|为|投资|建成|完成|增长|"
    r"下降|增加|减少|投入|实现|余额|共有|发生|接待|审结|查处|办理了?|受理了?|培训|荣获|获评|签约)"
)
"""`2003年全国城市污水处理率达到42%`: how it stood in a year before the notice."""


def _past(text: str, signed: int) -> bool:
    """A sentence that opens with a year or a plan before the notice tells of it (2021年，全市共检查…家)."""
    plan = _PLAN_TIME.match(text)
    year = _YEAR_FIRST.match(text) or _YEAR_TOLD.match(text)
    if "的，" in text and _GRANTS.search(text):
        return False
    told = int(year[1]) if year else 2010 + 5 * "一二三四".index(plan[1]) if plan else signed
    return told < signed and not _MUST.search(text)


_GRANTS: Final = re.compile("的，[^。；]*(?:奖励|奖补|补[助贴]|资助|按)")
"""`2023年度营业收入增长20%以上的，按增量奖励`: what is granted for a year that is over."""
_PLAN_TIME: Final = re.compile("“?十([一二三四])五”?(?:期间|时期|以来)")
"""`“十三五”期间，优良天数比例提高到85%`: a plan that ended before the notice."""
_PAST_OPENS: Final = ("20", "十", "“十")
"""How each of these opens."""


_OPENING: Final = re.compile(r"^(?:为|为了|根据|按照|依据|现将|经(?![营办济费销纪贸验理开常适]))")
_PAID: Final = "(?:发放|给予|补[助贴偿]|奖励|配套|收取|征收|缴纳|支付|拨付|返还|计[发提算]|提取|安排)"
_SETS: Final = re.compile(
    r"(?:提高|调整|降低|上调|下调|增加|延长|缩短)[到至为]\D{0,6}\d|执行\d|标准为\D{0,4}\d"
    rf"|^(?:按照|依据|根据)[^，。；《》]{{0,24}}\d[\d.]*(?:[万亿]?元|[%％‰]|[:：]\d)[^，。；]{{0,12}}?{_PAID}"
    rf"|^经[^，。；]{{2,14}}的(?:[^，。；]{{2,12}})?，[^，。；\d]{{0,12}}{_PAID}\d"
)
"""`经市政府同意，将低保标准提高到750元`, `按照每人100元的标准发放`: what sets a value is a rule, however it opens."""
_SETS_FROM: Final = re.compile(
    r"[从自]20\d\d年[^，。；]{2,12}起，[^。；]{2,60}(?:执行|为|提高到|提高至|调整为|降至|降低[至到])"
)
"""`从2023年4月1日起，失业金按最低工资的90%执行，现就有关事项通知如下`: it rules from a day on, though it opens."""
_SETS_ANYWAY: Final = re.compile(
    r"招[聘录收募][^，。；\d]{2,24}\d+[名人]|限购\d|(?:由|从)(?:原来?的?)?\d[\d.]*(?:元|[%％])(?:调整|提高|降低)[为到至]\d"
)
"""`现公开招聘…20名，现公告如下`: a number that is set, wherever it stands."""
_OPENS: Final = re.compile(
    r"(?:通知|公告|通告|通报|规定|要求|意见|措施|办法|方案|细则|"
    r"事项)?如下[：:。]?$|(?:制定|出台|提出)(?:了)?(?:本|如下|以下|此|"
    r"若干)"
)


def _opens(text: str) -> bool:
    """A preamble: `为…，根据…，现将有关事项通知如下：`; it states purpose and ground, and no rule."""
    if _SETS_FROM.match(text) or _SETS_ANYWAY.search(text):
        return False
    rules = _MUST.search(text) or _DUE.search(text) or _SETS.search(mask(text))
    return bool(_OPENS.search(text)) or (bool(_OPENING.match(text)) and not rules)


_DUE: Final = re.compile(r"^(?!经(?:调?查|核)).*?\d个?(?:日|天|号|工作日|小时|月)(?:底|以|之)?[内前]")
"""`经公示无异议后，5日内发放补偿款`: opens like a preamble and sets a term."""


Piece = tuple[str, str, int, tables.Part | None]
"""The text of a sentence, the same text masked, its offset, and the part of a table that it stands in."""


def _split(block: Block, start: int, above: str) -> list[Piece]:
    if block.kind != "table":
        return _pieces(block.text, start)
    return [piece for part in tables.parts(block, above) for piece in _pieces(part.text, start + part.start, part)]


def _pieces(text: str, start: int, part: tables.Part | None = None) -> list[Piece]:
    """The stretches between full stops, labels in front taken off.

    No stop stands in what is covered, so a stretch is masked as the text is; only a closed bracket can end one there.
    """
    masked = mask(text)
    ends = [stop.end() for stop in _STOP.finditer(masked)]
    assigns = "负责" in text or "：" in text or ":" in text
    closed = [bracket.end() for bracket in _CLOSED.finditer(text)] if assigns else []
    if closed:
        ends = sorted({*ends, *closed})
    if not ends or ends[-1] < len(text):
        ends.append(len(text))
    pieces: list[Piece] = []
    begin = 0
    for end in ends:
        at, bare = _bare(text, begin, end)
        if bare:
            pieces.append((bare, mask(bare) if closed else masked[at : at + len(bare)], start + at, part))
        begin = end
    return pieces


_LABEL: Final = re.compile(
    r"[ \u3000\t\n]*(?:第[一二三四五六七八九十百]+[条款][ \u3000]*"
    r"|[一二三四五六七八九十]{1,3}、[ \u3000]*|"
    r"[（(][一二三四五六七八九十\d]{1,3}[）)][ \u3000]*|"
    r"\d{1,2}(?:[.．](?!\d)|、)[ \u3000]*|"
    r"[A-Z](?:[.．](?![\dA-Za-z])|、)[ \u3000]*|"
    r"[①-⑳][ \u3000]*)?(?:【[^【】\n]{1,24}】[ \u3000]*)?"
)
"""The outline label in front of a sentence, which is no part of it."""
_NUMBERING: Final = "第一二三四五六七八九十百"
"""With what other Chinese character a sentence begins, it has no label."""


def _bare(text: str, begin: int, end: int) -> tuple[int, str]:
    """Where the words of a stretch begin, and the words; a label with nothing behind it is the words."""
    first = text[begin : begin + 1]
    label = None if "\u4e00" <= first <= "\u9fff" and first not in _NUMBERING else _LABEL.match(text, begin, end)
    at = label.end() if label else begin
    bare = text[at:end].rstrip(_BLANKS)
    if not bare or bare.isspace():
        words = text[begin:end].lstrip()
        at, bare = end - len(words), words.rstrip(_BLANKS)
    return at, bare


_BLANKS: Final = " \u3000\t\n"


def _role(text: str, masked: str, at: int, block: Block, heading_end: int, *, below_facts: bool) -> Role:
    """What a sentence is for; what only its brackets tell (`计划抽检90批次（去年完成80批次）`) makes no fact of it."""
    if at < heading_end and at + len(text) <= heading_end + 1:
        return "heading"
    if block.kind == "heading":
        return "heading"
    if (
        "指" in text
        and _DEFINES.search(text)
        and not (_ZONE.search(text) or _LIMITS.search(text) or _ON_TERMS.search(text))
    ) or (("1" in text or text.startswith(_CONTACT)) and _PHONE.search(text) and not _MUST.search(text)):
        return "fact"
    return "fact" if below_facts or tells(masked) else "rule"


def tells(text: str) -> bool:
    """Whether a sentence tells what was instead of saying what must be (未能及时开展核酸检测, 累计报告…例)."""
    if "未" in text and _UNDONE.match(text):
        return True
    if not _TELLING.search(text):
        return False
    if _TOLD.search(text):
        return True
    if not _FACT.search(text) or _MUST.search(text):
        return False
    rest = _WHOM.sub("", text)
    rest = _GREW.sub("", rest) if _URGES.match(text) else rest
    return _FACT.search(rest) is not None


_TURNS: Final = re.compile(
    r"[，；](?=(?:为此|因此|鉴于此)，?决定|(?:因此|为此|对此|现|故|下一步|今后|今年|希望|特|恳)*，?"
    r"(?:请(?!示|假|求|愿|销|的)|望(?!见)|(?:各|有关|相关|全[省市县区镇乡街校体])[^，。；]{1,16}?"
    r"(?:要(?![求素点件闻道])|应当|应(?=[在于立按及])|须|必须|务必|不得)"
    r"|(?<=下一步)[^，。；]{0,12}要|(?<=今年)[^，。；]{0,12}要|20\d\d年[^，。；\d]{0,16}?(?:要|力争|确保|计划|目标)))"
)
"""`预计28日台风登陆，|请各单位于27日18时前…`: where a sentence turns from what it tells to whom it asks for what."""
_TURNS_TO_PLAN: Final = re.compile(
    r"[，；](?=(?:今后|接下来|下半年|[二三四]季度)[^，。；]{0,16}?(?:要(?!求)|每[年月季]|力争|确保|安排|不[少低]于)|"
    r"到20\d\d年|按(?:规定|要求)[^，。；]{0,6}每"
    r"|20\d\d年[^，。；]{0,8}前要|"
    r"[^，。；]{2,24}的[^，。；的]{0,4}(?:单位|企业|部门|地区|县|市|镇|乡|学校)(?:要(?!求)|应当|须|必须))"
)
"""`已累计拨付3000万元，|今后每年安排不少于1000万元`: where it turns to what is to come, unless a case is told."""
_TURN: Final = re.compile(f"{_TURNS.pattern}|{_TURNS_TO_PLAN.pattern}")
"""Either of them: most sentences hold neither, and are looked through once."""
_NOW: Final = re.compile(
    r"(?:个别|部分|少数|一些)(?=[^，。；的]{2,30}(?:，|$))|(?:上半年|[一二三]季度|前[两三]季度)(?:共|已|累计)|"
    r"(?:因|由于|受|鉴于|针对)?(?:近期|近日|连日|当前|目前|近来|日前|最近|截至|昨[日天]|去年|上(?:一?年度?|月|周|季度))"
)
"""`因连日降雨，水位达到102.5米，各地要…`, `部分学校班额超过55人，…`: how things stand."""
_A_CASE: Final = re.compile(r"(?:的|时|后|之日起|情况下|如|若|一旦|凡)$|(?:^|，)(?:如果?|若|一旦|凡|对)")
"""`检查时发现隐患的，各单位应…`: in which case the order holds, and nothing told."""


def _told_before_order(text: str, signed: int | None) -> int:
    """Up to where a sentence tells what was, before it turns to an order; 0 where it does not."""
    if not _TURN.search(text):
        return 0
    turn = _TURNS.search(text)
    if turn is None and (planned := _TURNS_TO_PLAN.search(text)) and not _TOLD.search(text, 0, planned.start()):
        turn = planned
    front = text[: turn.start()] if turn else ""
    if not turn or _MUST.search(front) or _A_CASE.search(front) or tells(text[turn.end() :]):
        return 0
    told = _NOW.match(front) or tells(front) or (signed and front.startswith(_PAST_OPENS) and _past(front, signed))
    return turn.end() if told else 0


_Governing = tuple[tuple[str, ...], tuple[str, ...], int, bool]


class Outline:
    """The section tree as a flat table: the path of numbers and headings that governs an offset."""

    def __init__(self, sections: tuple[Section, ...]) -> None:
        self._rows: list[tuple[int, int, _Governing]] = []
        self._flatten(sections, (), (), below_facts=False)
        self._next = 0
        self._open: list[tuple[int, int, _Governing]] = []

    def _flatten(
        self, sections: tuple[Section, ...], path: tuple[str, ...], headings: tuple[str, ...], *, below_facts: bool
    ) -> None:
        for section in sections:
            here, words = (*path, section.number), (*headings, section.heading) if section.heading else headings
            told = below_facts or FACT_HEADING.search(section.heading) is not None
            self._rows.append((section.start, section.end, (here, words, self._heading_end(section), told)))
            self._flatten(section.children, here, words, below_facts=told)

    @staticmethod
    def _heading_end(section: Section) -> int:
        """Where the heading's words end; a heading longer than a line is the sentence itself."""
        return section.start + len(section.number) + 2 + len(section.heading) if section.heading else section.start

    def at(self, offset: int) -> _Governing:
        """(numbers, headings, end of the heading, whether a heading says that what was is told below) at `offset`.

        Of the innermost section there; offsets must ascend.
        """
        while self._next < len(self._rows) and self._rows[self._next][0] <= offset:
            self._open.append(self._rows[self._next])
            self._next += 1
        while self._open and self._open[-1][1] <= offset:
            self._open.pop()
        return self._open[-1][2] if self._open else ((), (), 0, False)
