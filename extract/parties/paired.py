"""Lists that 分别 sets side by side: the first member is for the first value of the row, and so on.

`花生种植、收获机械化率分别达到65%和55%` sets 65% for 花生种植机械化率, and 55% for 花生收获机械化率.
"""

from __future__ import annotations

from itertools import takewhile
from typing import Final, NamedTuple

from extract.grammar.masking import MASK, mask
from extract.grammar.nouns import acts_by_name, nounlike
from extract.numbers import NUMBER
from extract.parties.surroundings import Surroundings
from ingest import patterns as re

_AND: Final = "(?:、|以及|及(?!其|时|格|以)|和(?!谐|解|平)|(?<!参)与(?!会))"
_JOINTS: Final = re.compile(_AND)
_ROW: Final = re.compile(r"分别[^，。；、\d]*(?P<row>[、\d][^，。；]*)")
_FIGURE: Final = re.compile(rf"(?:不[少低高]于|不[得应能]?超过|至少|最高)?(?:{NUMBER}|每[日天周月季年]|半年)")
_YEARS: Final = re.compile(rf"(?:^|[，。；：])(?P<till>[到至]?)(?P<years>20\d\d年[底末]?(?:{_AND}20\d\d年[底末]?)+)")


class Pair(NamedTuple):
    """The place of a value in the row of values behind 分别: `number` (from 0) of `among`."""

    around: Surroundings
    number: int
    among: int
    told: int
    """Where 分别 stands in the sentence."""
    year: str | None
    """`到2022年和2030年，参保率分别达到90%和95%`: the year that is the value's own."""

    def own(self, words: str | None) -> str | None:
        """Of a list that stands in front of 分别 the member that the value is for; other words as they are."""
        if not words or self.year:
            return words
        text, earlier = self.around.sentence.text, self.around.earlier
        at = text.rfind(words, 0, self.told)
        if at < 0 or _JOINTS.search(text, at + len(words), self.told):
            return words
        if own := member(words, self.number, self.among):
            return own
        listed = earlier[0].text.partition("的")[0] if earlier and at + len(words) == self.told else ""
        names = [member(listed, each, self.among) or "" for each in range(self.among)]
        return names[self.number] + words if all(map(acts_by_name, names)) else words

    def unit(self, units: tuple[str, ...]) -> tuple[str, ...]:
        """`党政机关、事业单位应分别于6月底、9月底前完成清查`: of units in front of 分别 the value's own."""
        in_front = self.around.sentence.text[: self.told].rstrip(_TOLD_TO)
        if not units or self.year or not in_front.endswith(units[-1]):
            return units
        if len(units) == 1:
            return (self.own(units[0]) or units[0],)
        return units[self.number : self.number + 1] if len(units) == self.among else units


def pair_of(around: Surroundings) -> Pair | None:
    """The place of a value in a row that 分别 opens, `None` where it stands in none."""
    text, mention, begin = around.sentence.text, around.mention, around.spans[0][0]
    told = text.rfind("分别", begin, mention.end)
    row = _ROW.match(text, told) if told >= 0 else None
    if row is None:
        return None
    number = len(_JOINTS.findall(text, row.start("row"), max(row.start("row"), mention.start)))
    among = 1 + sum(1 for _ in takewhile(_FIGURE.match, _JOINTS.split(row["row"])[1:]))
    if number >= among or mention.start >= row.end():
        return None
    spoken = _YEARS.search(text[begin:told])
    years = _JOINTS.split(spoken["years"]) if spoken else []
    year = spoken["till"] + years[number] if spoken and len(years) == among else None
    return Pair(around, number, among, told, year)


_TOLD_TO: Final = "应当必须要可请"


def member(joint: str, number: int, among: int) -> str | None:
    """The member of that number (from 0) in a list of so many, with what all share in front of it and behind it.

    None where the list has more members or fewer: `member("生产、生活性服务业纳税人", 0, 2)` is 生产性服务业纳税人.
    """
    joint = _RANGE.sub(lambda both: "、".join(_NUMERALS[_at(both[1]) : _at(both[2]) + 1]), joint)
    joint = _ONE_WORD.sub(lambda word: "、".join(word[1]) + word[2], _LEVELS.sub("级", joint))
    covered = mask(joint)
    lists = ((0, len(covered)), *(part.span() for part in _WITHOUT_OF.finditer(covered)))
    listed = next((part for part in lists if len(_JOINTS.findall(covered, *part)) == among - 1), None)
    if not listed or among < 2:
        return None
    cuts = [cut.span() for cut in _JOINTS.finditer(covered, *listed)]
    front = _IN_FRONT.match(covered, listed[0], cuts[0][0])
    first = front.end() if front and front.end() < cuts[0][0] else listed[0]
    starts = [first, *(behind for _, behind in cuts)]
    before, last = covered[starts[-2] : cuts[-1][0]].rstrip(MASK), covered[starts[-1] :]
    size, ending = _own_length(before, last)
    ends = [*(cut for cut, _ in cuts), len(joint) - len(last[size:].lstrip(MASK))]
    own, shared = joint[starts[number] : ends[number]], _SO_MANY.sub("", joint[ends[-1] :])
    if number == 1 and among == 2 and (len(before), size, ending) == (4, 2, "") and shared:
        first += 2
    whole = len(own) >= 4 and not mask(own).rstrip(MASK).endswith(ending) and not shared.startswith("的")
    return joint[:first] + own + ("" if whole else shared) if own else None


_NUMERALS: Final = "一二三四五六七八九十"
_at = _NUMERALS.index
_RANGE: Final = re.compile(f"([{_NUMERALS}])[到至]([{_NUMERALS}])(?=[级等类档星])")
_ONE_WORD: Final = re.compile("([初中高]{2}(?=等)|[省市县区乡]{2,3}(?=级))(等|级)")
"""`中高等职业学校`, `市县级`: two names in one word."""
_LEVELS, _SO_MANY = re.compile("(?<=[省市县区乡）])[两三]级"), re.compile("^[两三四五六七八九][类种档项个](?=.)")
"""`市、县|两级`, `一类、二类|两类企业`: how many there are."""
_WITHOUT_OF: Final = re.compile("[^的]+")
_IN_FRONT: Final = re.compile(
    "(?:.*的)?(?:.*(?:取得|[荣所]获|获[得评]|[认评确]定为|评为|列入|入选|通过|突破|达到|超过|满))?"
    r"(?:.*(?=(?:国家|[省市县区州])级$|(?<![\d.])\d[\d.]*[万亿]?[^\d]{1,3}$))?"
)
"""`新认定的|国家级、省级园区`, `获得|金奖、银奖的企业`, `投资|1亿元、5亿元以上的项目`: what each of a list shares."""


def _own_length(before: str, last: str) -> tuple[int, str]:
    """How long the last name is without the head that all share, and the ending it has like the one before it.

    `国家级、|省级产业园`: to the ending that both have; `生产、|生活性服务业`: a word alike; else to a known head.
    """
    if _LEVEL.match(last):
        return 1 + before.endswith("级"), "级"
    for size in range(min(len(before), 6), 0, -1):
        at = last.find(before[-size:], 1)
        if at > 0 and (size > 1 or (at <= len(before) + 1 and not _HEAD.search(before))):
            return at + size, before[-size:]
    if len(before) == 1 or (len(before) == 2 and last.startswith(before[0])):
        return len(before), ""
    stands_alone = _HEAD.search(before) or (len(before) > 2 and nounlike(before))
    head = _OF.search(last) or _MEASURE.search(last) or (None if stands_alone else _HEAD.search(last))
    return head.start() if head and head.start() > 1 else len(last), ""


_LEVEL, _OF = re.compile("[省市县区]级"), re.compile("的")
_MEASURE: Final = re.compile(
    "[\u4e00-\u9fff]{2}(?:化?率|比例|占比|总[量额]|时[间限]|标准|水平|面积|人数|价格|规模|收入|增速)$"
)
_HEAD: Final = re.compile(
    f"(?:毕业生|学生|居民|人[员才]|职工|企业|单位|机构|学校|医院|项目|园区|基地|平台|产品|证书|用户){MASK}*$"
)
