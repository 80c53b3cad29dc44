"""依据用语：根据、按照、落实、贯彻、…精神，管住哪些公文；没有名称的依据；其余的只是提到。

Each rule reads one sentence skeleton (`extract.relations.skeletons`), as those of `extract.relations.grammar` do.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from extract.document_words import ISSUER
from extract.relations.grammar import Statement
from extract.relations.skeletons import MARK, Skeleton
from ingest import patterns as re

_TOKEN: Final = re.compile(
    rf"(?P<mark>{MARK})|(?P<freed>(?:不|无需|暂不|免予)(?:再)?(?:执行|适用|按照?|落实|实施))|(?P<ground>根据|依据|"
    rf"依照|按照|遵照|参照|比照|对照|落实|贯彻|(?<!延续)(?<!现就继续)(?<!决定继续)(?:执行|实施)|推行|遵守|遵循"
    rf"|履行|适用(?!于)|围绕|严格按|结合(?={MARK}(?:{MARK}|[，,、和及]|等|(?:有关|相关)?(?:要求|精神|规定|部署|任务)|"
    rf"$))|按(?!期|时|需|月|年|季|比例|日|规定|要求|程序|职责|照)|依(?={MARK})|深化"
    rf"|衔接|对标)|(?P<other>(?:制定|修订|制订|起草|编制|出台|研究|发布|印发|公布|填写|提交|签订|颁发|出具|换发|修改"
    rf"|完善|更新|编写|推出|征求|形成|开展|废止|调研)(?:并?实施(?={MARK}))?(?!的|了的|后的|完善的)"
    r"|宣传(?!贯彻)|违反|加大|加强|依托|通过|属于|列入|纳入|参见|详见|填报|申请|办理|公开|发放|提供|除)"
    r"|(?P<aside>[（(]以下[简统合]?称[^（）()]*[）)])|(?P<stop>[，,：:）)（(])"
)
_FULFILLED: Final = re.compile(
    rf"(?:等)?(?:[、和及与]?[^，,。：:{MARK}]{{0,16}}?)(?:精神|落实|落地|贯彻|有关要求执行|规定执行|要求执行"
    rf"|的?工作要求|工作安排|工作部署|为依据|为指导|部署要求|规定[^，,。：:{MARK}]{{0,16}}基础上)(?!情况)"
)
_HISTORY: Final = re.compile(r"第[一二三四五六七八九十]+次修[订正改]|修[订正](?!后)")
"""A law's own history: 根据2008年2月18日◆第二次修订."""
_LOOKED_UP: Final = re.compile(
    rf"对照{MARK}(?:通知|文件?)?(?:明确|列明|列出|界定)的|参照{MARK}管理(?:的|单位|机关|事业单位|人员)"
)
"""A document that only says who is meant: 对照◆明确的“四类企业”, 参照◆管理的事业单位."""

_PROMOTED: Final = re.compile(rf"推[动进]实施{MARK}(?:推荐性)?(?:国家|行业|地方|团体)标准")
"""A standard whose use by others is promoted."""
_DEFINES: Final = re.compile(rf"(?:是|系|，)指[^，。；{MARK}]{{0,16}}$")
_ATTRIBUTE: Final = re.compile(rf"[^，。；{MARK}]{{1,20}}的")
"""A definition mentions a document that says who is meant: `所称困难人员，是指按照◆认定的人员`."""


_LISTS_GROUNDS: Final = re.compile(
    r"[\s（(]*(?:[一二三四五六七八九十\d]+[、.．）)]+\s*)?[【\[]?(?:政策|法律|法律法规|法定|法规|设定|设立|文件|实施|"
    r"办理|审批"
    r"|收费|许可|制定|执法|处罚|编制|主要)?依据[】\]]?\s*(?P<colon>[：:])?\s*"
)
"""`政策依据：`, `二、法定依据`: what stands behind the colon or in the items below is what a measure rests on."""
_ITEM: Final = re.compile(r"[\s（(]*(?:[一二三四五六七八九十\d]+[、.．）)]+)?\s*《")


def are_listed(text: str, start: int) -> bool:
    """Whether the sentence at `start` names the grounds of a measure in a list that is headed 依据."""
    line = text.rfind("\n", 0, start) + 1
    labelled = _LISTS_GROUNDS.match(text, line)
    if labelled and labelled["colon"]:
        return True
    while _ITEM.match(text, line):
        above = text.rfind("\n", 0, line - 1) + 1 if line else 0
        if above == line:
            return False
        if _LISTS_GROUNDS.fullmatch(text, above, line):
            return True
        line = above
    return False


def grounds(skeleton: Skeleton, *, listed: bool = False) -> Iterator[Statement]:
    """`根据◆◆等`, `落实◆要求`, `◆精神`: implements, and so is every mark of a list of grounds (`listed`); every other
    mark is cited."""
    if listed:
        yield from (Statement("implements", mark) for mark in range(len(skeleton.marks)))
        return
    fulfilled = _fulfilled(skeleton)
    governed, last, mark = False, -1, -1
    for token in _TOKEN.finditer(skeleton.text):
        if token.lastgroup == "mark":
            mark += 1
            reached = governed or mark in fulfilled or (last >= 0 and _carried(skeleton, last, token.start()))
            governed = reached and not _is_looked_at(skeleton.text, *token.span())
            last = token.end() if governed else -1
            yield Statement("implements" if governed else "cites", mark)
        elif token.lastgroup == "stop":
            governed = False
        elif token.lastgroup != "aside":
            governed = token.lastgroup == "ground"
            last = last if governed else -1


def _is_looked_at(text: str, start: int, end: int) -> bool:
    if (
        _HISTORY.match(text, end)
        or _LOOKED_UP.match(text, max(0, start - 2))
        or _PROMOTED.match(text, max(0, start - 4))
    ):
        return True
    return bool(_DEFINES.search(text, max(0, start - 30), start) and _ATTRIBUTE.match(text, end))


_TAKEN_UP: Final = re.compile(
    rf"，(?:[^，,{MARK}]{{0,30}}，)?为(?:切实|认真|深入|全面|进一步|更好|抓好|做好)*(?:贯彻|落实)好?[^，,。{MARK}]*?"
    rf"(?:政策|措施|要求|精神|文件|任务|部署|规定|通知|意见|方案)"
)
_STUDIED: Final = re.compile("(?:学习|领会|掌握)(?:好)?$")
_PUT_INTO_PRACTICE: Final = re.compile("[，、]?(?:并|切实|认真|要)[^，。]{0,6}(?:贯彻|落实|执行)")
"""`认真学习◆，并抓好贯彻落实`: what is studied is what is carried out."""
_SENT_OUT: Final = re.compile(r"(?:印发|出台|发布|下发|公布)了?$")
"""省政府印发了◆，为落实好有关政策措施: what was sent out is what is carried out, in the same sentence."""


_TO_BE_MADE: Final = re.compile(rf"(?:制定|制订|出台|编制|起草|印发)(?:并?实施)?{MARK}并")
"""制定◆并抓好落实: a document that is to be made is no ground of what makes it."""


def _fulfilled(skeleton: Skeleton) -> frozenset[int]:
    """The marks of the lists that 精神, 落实 or 落地 follows."""
    return frozenset(mark for group in skeleton.groups if _is_fulfilled(skeleton, group) for mark in group)


def _is_fulfilled(skeleton: Skeleton, group: tuple[int, ...]) -> bool:
    first, last = skeleton.marks[group[0]], skeleton.marks[group[-1]] + 1
    if _FULFILLED.match(skeleton.text, last):
        return not any(_TO_BE_MADE.match(skeleton.text, max(0, first - back)) for back in (2, 4, 5))
    if _STUDIED.search(skeleton.text, max(0, first - 4), first) and _PUT_INTO_PRACTICE.match(skeleton.text, last):
        return True
    return bool(_SENT_OUT.search(skeleton.text, max(0, first - 4), first) and _TAKEN_UP.match(skeleton.text, last))


_ALONG: Final = re.compile(
    r"(?:等)?[、，,\s]*(?:以及|及|和|与|或|并)?"
    rf"(?:[\u4e00-\u9fff、\s]{{0,30}}(?:{ISSUER})(?:等[^，]{{0,6}}部门)?)?(?:印发的|发布的|制定的|的)?"
)


def _carried(skeleton: Skeleton, last: int, start: int) -> bool:
    """根据◆（…），◆和市委◆: the verb reaches over a comma when only an organ stands between."""
    return bool(_ALONG.fullmatch(skeleton.text, last, start)) and not _FULFILLED.search(skeleton.text, last, start)


_RULES_OF: Final = re.compile("及其(?:配套的?)?(?P<rules>实施(?:条例|细则|办法|规定|规则))")


def implementing_rules(skeleton: Skeleton, held: frozenset[int]) -> Iterator[Statement]:
    """`根据◆及其实施条例`: the rules that carry out a law are a second ground, named after it."""
    for mark in sorted(held) if "及其" in skeleton.text else ():
        rules, law = _RULES_OF.match(skeleton.text, skeleton.marks[mark] + 1), skeleton.citations[mark].title
        if rules and law:
            yield Statement("implements", description=law.removeprefix("中华人民共和国") + rules["rules"])


_VERSION: Final = re.compile(
    r"(?:根据|按照|依据|执行|落实|遵照|参照|依照)(?P<what>[^，,。；：:、]{0,16}(?:最新版|最新|现行版?"
    r"|第[一二三四五六七八九十\d]+版)的?[^，,。；：:、]{3,30}?(?:方案|指南|规范|办法|目录|清单|预案|手册|指引))"
)
_UNQUOTED: Final = re.compile(
    r"(?:根据|按照|依据|落实|贯彻|执行|遵照|以及)+(?P<what>(?P<issuer>[\u4e00-\u9fff、]{0,24}?(?:指挥部"
    r"|领导小组|机制|(?<![省市县区州党])委|局|厅|部|组|办公室|办公厅|防控办))"
    r"关于[^，,。；：:]{4,50}?(?:要求|规定|通知|意见|方案|办法|指南|决定(?!部署)))"
)
_OF_PLACE: Final = (
    r"(?:20\d\d年|国家|全国|中央|中长期|自由贸易试验区|我[省市县区州]|省委、省政府|市委、市政府|"
    r"[\u4e00-\u9fff]{2,3}[省市]"
    r"|[国省市县区州](?!有|场))"
)
_PLAN: Final = (
    rf"{_OF_PLACE}(?:(?!有关|相关|各项|出台|制定|系列|印发)[^，,。；：:、的{MARK}]){{2,40}}?(?:行动方案|实施方案"
    r"|行动计划|实施意见|规划纲要|若干(?:政策)?(?:措施|意见)|[\d一二三四五六七八九十]+条(?:政策)?措施|条例"
    r"|(?:基础|产业|补充)(?:目录|清单)|特别管理措施（负面清单）|[正负]面清单)"
)
_NAMED_PLAN: Final = re.compile(
    rf"(?:根据|按照|依据|依照|落实|贯彻|执行|参照|对照)好?(?P<what>{_PLAN})(?:和(?P<more>{_PLAN}))?"
    r"(?=[，,。；]|$|和|对|(?:有关|相关)?(?:要求|规定|部署|精神|内容))"
)
"""`根据2023年全省…行动方案，`, `落实国家…若干措施，`: a plan named with its year or level, without 《》."""
_CENTRAL_ONE: Final = re.compile(
    r"(?:根据|按照|依据|依照|落实|贯彻|执行|和|以及|及|、)(?P<what>20\d\d年中央[一1]号文件)(?=[，,。；]|的?(?:有关|精神|要求|部署|规定))"
)
"""`落实◆和2013年中央1号文件有关要求`: the document on farming that opens each year, by its year alone."""
_BARE_NUMBER: Final = re.compile(
    r"(?:根据|按照?|依据|依照|参照|执行|落实)(?P<what>[\u4e00-\u9fff]{1,8}[发函字办规通](?:19|20)\d{3,6}号)(?=文|"
    r"的?(?:规定|要求|精神)|执行|，)"
)
"""`按国发201023号文件执行`: a number that lost its brackets, told as it stands; its year is not sure."""
_VAGUE: Final = re.compile(r"总书记|论述|决策部署|精神|有关要求|相关要求|(?:工作|部署)要求$|工作部署")


def unnamed_grounds(skeleton: Skeleton) -> Iterator[Statement]:
    """`根据国家最新版…诊疗方案`, `省指挥部关于…服务要求`: a ground that is described, not cited."""
    text = skeleton.text
    if "版" in text or "最新" in text or "现行" in text:
        for match in _VERSION.finditer(text):
            if MARK not in match["what"]:
                yield Statement("implements", description=match["what"])
    for match in _BARE_NUMBER.finditer(text) if "号" in text else ():
        yield Statement("implements", description=match["what"])
    for match in _NAMED_PLAN.finditer(text):
        yield from (Statement("implements", description=said) for said in match.group("what", "more") if said)
    for match in _CENTRAL_ONE.finditer(text) if "号文件" in text else ():
        yield Statement("implements", description=match["what"])
    if "关于" in text:
        for match in _UNQUOTED.finditer(text):
            if MARK not in match["what"] and not _VAGUE.search(match["what"]):
                yield Statement("implements", description=match["what"], issuer=match["issuer"])
