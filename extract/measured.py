"""What a quantity is of: the noun behind its figure, the words in front of it, the row or scale that it stands in."""

from __future__ import annotations

from extract.actions import REACHES, SIZE_OF, bounded_act, names_alone
from extract.clause_words import GRANT
from extract.phrases import predicate
from extract.surroundings import AHEAD, Surroundings
from ingest import patterns as re

_WEIGHED = re.compile(r"(?:^|[+＋=＝、])(?P<x>[\u4e00-\u9fff、]{2,20})[（(]$")
_SIZED = re.compile(r"(?:[%％‰元倍点]|以上|以下|以内|左右)$")
_COUNTED = re.compile(r"[个家名户支台辆座条所处批项](?:以上|以下|以内)$")
"""`引育5家以上骨干企业`: things that are counted stand behind the figure, bounded or not."""
_NO_NOUN_BEHIND = re.compile(r"[、，为的]|[和及]\d")
_GRANT_ALONE = re.compile(rf"(?:的|标准)?(?:资金|财政|一次性|经费|配套)*(?:{GRANT})")
"""`给予每个专业不低于100万元支持`: what is given is not who gets it."""
_ACHIEVES = re.compile("实现|达到|完成|纳入|上线|开展|进行")
"""`服务事项90%以上实现“一网通办”`: an act behind the share, nothing that is counted."""
_NEXT_COUNTED = re.compile(r"、(?=\d)")
_WHAT_END = re.compile(r"(?:为|至|到|达到|达|突破|超过|不少于|不低于|不超过|至少|共|的|约)+$")
_COMPARED = re.compile(
    r"(?:较|比|与)(?:20\d\d年|上年|去年|原来|以往|同期|平时)[^，。；]*$|(?:再|平均|同比)(?=(?:下降|降低|提高|增长)$)"
)
"""`贷款综合融资成本较2019年再下降`: with what it is compared is no part of it."""
_RATE = re.compile(
    r"(?:率|比例|比重|占比|总数|总量|数量|产量|产值|面积|收入|成本|费率|费用|投资"
    r"|产能|能力|产出|效率|强度|密度|浓度|湿度|水位|流量|容量|功率|负荷|噪声|系数|水平|金额|额度|额|里程|价格|权重|得分|分值|增速|规模|标准|时间|评价|温度|间距|"
    r"距离|[^质力]量|人数|值|增长|成交额)$"
)
_GRADED = re.compile(r"(?P<x>[^\d，。；]{2,20}?)(?:分为|划分为|\d)")


def weighed(around: Surroundings) -> str | None:
    """`专利质量（25%）`: what has the weight stands in front of the bracket."""
    match = _WEIGHED.search(around.head) if around.mention.kind in ("threshold", "duration") else None
    return match["x"] if match and around.tail.startswith(("）", ")")) else None


def quantity(around: Surroundings) -> str | None:
    """What a quantity is of: the noun behind it (建成33个充电设施), else the words between verb and figure."""
    if around.mention.kind != "threshold":
        return None
    if SIZE_OF.search(around.head) and around.tail.startswith("的"):
        return predicate(around.tail)
    return _noun_behind(around) or _words_in_front(around)


def _noun_behind(around: Surroundings) -> str | None:
    """`建成33个|充电设施`, where a verb counts and neither an act nor a bare grant stands behind the figure."""
    share = around.words[-1] in "%％" and around.amount is not None and not around.amount["what"]
    sized = _SIZED.search(around.words) and not (_COUNTED.search(around.words) or share)
    if sized or _NO_NOUN_BEHIND.match(around.tail) or not (around.amount or bounded_act(around.words)):
        return None
    behind = predicate(_NEXT_COUNTED.split(around.tail)[0])
    return None if behind and (_ACHIEVES.match(behind) or _GRANT_ALONE.fullmatch(behind)) else behind


def _words_in_front(around: Surroundings) -> str | None:
    """`补贴|合同额|50%`, else the rate that the clause is about (贷款综合融资成本再下降0.5个百分点)."""
    if any(clause.governed for clause in around.earlier):
        return None
    what = around.amount["what"] if around.amount else ""
    between = _WHAT_END.sub("", around.head if around.shared and len(what) > len(around.head) else what)
    if len(between) >= 2:
        return between
    front = around.clause.body if around.clause.topic is None else 0
    rate = _COMPARED.sub("", _WHAT_END.sub("", AHEAD.sub("", around.clause.text[front : around.at])))
    if len(rate) < 2 or rate.startswith(("按", "依", "以")):
        return None
    rate = REACHES.sub("", rate)
    return rate if _RATE.search(rate) else None


def named_under_a_label(around: Surroundings, action: str | None) -> str | None:
    """`触发值：甲类机构≥75%；乙类机构≥110%`: each figure has its name in front of it."""
    labelled = around.mention.kind == "threshold" and action and around.sentence.text.startswith(action)
    return around.head if labelled and names_alone(around.head) else None


def graded(around: Surroundings) -> str | None:
    """`得分90分以上为优秀，75分以上90分以下为良好`: what is graded stands in front of the first grade."""
    if around.mention.kind != "threshold" or not around.tail.startswith("为"):
        return None
    return next((match["x"] for clause in reversed(around.earlier) if (match := _GRADED.match(clause.text))), None)
