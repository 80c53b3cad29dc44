"""From when and until when a notice itself is in force, by its own words (自…起施行, 有效期至…)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ingest import patterns as re
from ingest.dates import day_in, years_later
from ingest.wording import DAY

_KEY: Final = re.compile(
    r"截[止至](?:时间|日期)|施行|生效|有效期|试行期|起实施|起执行|起实行|之日起|执行至|有效至|执行期|即日起|正式[实执]|"
    r"[日止时][实执]"
)
_SELF: Final = re.compile(
    r"本(?![省市州区县款项]|条(?!例))[\u4e00-\u9fff]{0,4}?(?:通知|通告|公告|办法|规定|细则|意见|方案|措施|政策|规则|"
    r"条例|决定|指南|指引|计划|规范|标准|制度|批复|函|通报|文件|令)"
    r"|(?:以上|上述|该)[^，。]{0,4}(?:政策|措施|规定|办法|标准|价格|费率)|新(?:的)?(?:标准|价格|费率|政策|规定|"
    r"办法)自|现[^，。]{0,8}(?:公布|发布|印发)|予以(?:公布|发布|印发)"
)
_FROM_DAY: Final = re.compile(
    rf"(?:自|从|于)\s*(?P<day>{DAY})\s*(?:[（(][^（）()]{{1,12}}[）)])?\s*(?:零时|0时|"
    rf"起)*\s*(?:正式)?(?:开始)?(?:施行|实施|执行|生效|实行|试行)"
)
_FROM_ISSUE: Final = re.compile(
    r"[自从]\s*(?:印发|发布|公布|颁布|下发|发文|签发|发出|公告|通告|通知)?(?:文件)?(?:印发|发布|公布|颁布|下发|签发|"
    r"发文)?之日\s*起\s*(?P<later>(?:满)?[\d一二三四五六七八九十]+\s*(?:个工作日|个月|[日天月])\s*(?:后|起|之后))?"
)
_PUBLISHED: Final = re.compile("发布|公布|颁布|公告|通告")
_UNTIL_DAY: Final = re.compile(
    rf"(?:有效期|执行期|施行期|政策期限|期限|有效|执行|施行|实施|试行)(?:限|间)?\s*"
    rf"(?:(?:为|暂定为?|截止|延长|延续|延期)?\s*(?:至|到)|截[止至])\s*(?P<day>{DAY}|[2２][0０]\d\d\s*年\s*年?底)"
    rf"|(?:适用|执行|有效|实施)(?:的)?截[止至](?:时间|日期|日)\s*(?:为|是|:|：)?\s*(?P<last>{DAY})"
    rf"|(?:起|生效)[，,]?\s*(?:至|到)\s*(?P<then>{DAY})\s*(?:\d{{1,2}}时)?(?:止|有效|截止|期间)"
)
_SPAN: Final = re.compile(
    rf"(?:自|从)?\s*(?P<first>{DAY})\s*(?:\d{{1,2}}时|零时)?起?\s*(?:施行|实施|执行|生效)?\s*[，,]?\s*(?:[至到]|[—–－~～-]+)"
    rf"\s*(?P<last>{DAY}|\d{{1,2}}月\d{{1,2}}日)\s*(?:\d{{1,2}}时)?(?:止)?"
)
"""`自2022年4月1日至2023年3月31日`, `2022年4月1日0时起至4月30日24时止` (the year is that of the first day)."""
_TERM: Final = re.compile(
    r"(?:有效期|试行期?|执行期|施行期|暂行期)(?:限|间)?\s*(?:为|暂定为?|"
    r"是)?\s*(?:[^，。；]{0,12}?之日起的?)?\s*(?P<count>[\d一二两三四五六七八九十]{1,3})\s*(?P<unit>年|个月)"
)
_NUMERALS: Final = {**{numeral: value for value, numeral in enumerate("零一二三四五六七八九十")}, "两": 2}


@dataclass(frozen=True, slots=True)
class Period:
    """Days in ISO; `stated` says that the text speaks of the beginning, also where it gives no day of the calendar."""

    start: str | None = None
    end: str | None = None
    stated: bool = False


_SETS_RATES: Final = re.compile(
    r"(?:调整|提高|降低|上调|下调|核定)[^，。]{0,40}(?:标准|价格|电价|气价|水价|费率|收费|缴费)"
)
_RATED: Final = re.compile(
    rf"(?:自|从|于)\s*(?P<day>{DAY})\s*(?:起|零时)[^。；\n]{{0,80}}?"
    r"(?:执行|实施|调整[为至到]|提高[为至到]?|降低[为至到]?|[上下]调[为至到]?)"
)
"""The first day of the rates that a notice sets (关于调整…标准的通知: 从4月1日起，…标准按…执行) is its own."""


def of_text(text: str, *, signed_on: str | None, published_on: str | None = None, title: str | None = None) -> Period:
    """The period that the notice gives itself; the last such sentence counts, where final provisions stand."""
    start: str | None = None
    end: str | None = None
    stated = False
    for sentence in _sentences(text):
        day, said = _start(sentence, signed_on, published_on)
        start, stated = (day, True) if said else (start, stated)
        end = _end(sentence, day or start or (None if stated else signed_on)) or end
    if not stated and title and _SETS_RATES.search(title) and (rated := _RATED.search(text)):
        start, stated = day_in(rated["day"]), True
    return Period(start, end, stated)


def _sentences(text: str) -> Iterator[str]:
    """Sentences that speak of the notice's own force, in their order."""
    done = 0
    for key in _KEY.finditer(text):
        if key.start() < done:
            continue
        begin = max(text.rfind("。", 0, key.start()), text.rfind("\n", 0, key.start())) + 1
        stops = [at for at in (text.find("。", key.end()), text.find("\n", key.end())) if at >= 0]
        done = min(stops, default=len(text))
        sentence = text[begin:done]
        if _SELF.search(sentence):
            yield sentence


_SPANNED: Final = re.compile(r"(?:[期时][限间]?(?:为|是|：)?|自|从)\s*$")
_SPANNING: Final = re.compile(r"\s*(?:止|正式|[起内]?(?:施行|实施|执行|有效|生效|实行))")


def _own_span(sentence: str) -> re.Match[str] | None:
    """The first span that the words around it make the notice's (`有效期为…`, `自…至…`, `…施行`), no other thing's."""
    for span in _SPAN.finditer(sentence):
        led = span[0][0] in "自从" or _SPANNED.search(sentence, 0, span.start())
        if led or span[0].endswith("止") or _SPANNING.match(sentence, span.end()):
            return span
    return None


def _start(sentence: str, signed_on: str | None, published_on: str | None) -> tuple[str | None, bool]:
    """(the first day in force, whether the sentence speaks of it).

    自发布之日 is the day that the page says where none is signed.
    """
    named = _FROM_DAY.search(sentence)
    if named:
        return day_in(named["day"]), True
    span = _own_span(sentence)
    if span and re.search("施行|执行|有效", sentence):
        return day_in(span["first"]), True
    issue = _FROM_ISSUE.search(sentence)
    if issue and re.search("施行|实施|执行|生效|实行|试行|有效", sentence):
        issued = signed_on or (published_on if _PUBLISHED.search(issue[0]) else None)
        return (None, True) if issue["later"] else (issued, True)
    return None, False


def _end(sentence: str, start: str | None) -> str | None:
    until = _UNTIL_DAY.search(sentence)
    if until:
        day = until["day"] or until["last"] or until["then"]
        return f"{int(day[:4])}-12-31" if day.endswith("底") else day_in(day)
    span = _own_span(sentence)
    if span and re.search("施行|执行|有效|实施", sentence):
        last = span["last"]
        return day_in(last if "年" in last else f"{span['first'].partition('年')[0]}年{last}")
    term = _TERM.search(sentence)
    if term and start and not start.startswith("--"):
        count = _count(term["count"])
        return years_later(start, count) if term["unit"] == "年" else years_later(start, 0, count)
    return None


def _count(text: str) -> int:
    if text.isdigit():
        return int(text)
    tens, _, ones = text.partition("十")
    if "十" not in text:
        return _NUMERALS[text[-1]]
    return (_NUMERALS.get(tens, 1) if tens else 1) * 10 + _NUMERALS.get(ones, 0)
