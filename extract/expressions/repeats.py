"""How long and how often: `三到五天`, `3天内`, `每两周一次`, `一天三次`, `每周二下午三点` → forms."""

from __future__ import annotations

from collections.abc import Iterator

from extract.expressions import clock, festivals, lengths
from extract.expressions.date_forms import DAY
from extract.expressions.form import Form
from extract.expressions.lengths import LENGTH
from extract.numbers import plain
from extract.numerals import ADJACENT, NUMERAL, adjacent, is_numeral, value
from ingest import patterns as re

_UNIT = r"(?:工作日|交易日|小时|钟头|分钟|星期|礼拜|季度|年度|月份|半年|天|日|周|旬|月|季|年|晚|夜|早|晨)"
_TIMES_WORD = "(?:次|回|遍|趟)"
_FREE = r"[^\d零一二两三四五六七八九十半几第首末后中内,。;:、()（）\s]"
"""What may stand between a period and its count: `每年体检两次`, no second number, no clause."""


def _times(p: str) -> str:
    """How many times: `两次`, `至少三次`, `2-3次`, `早晚各一次`; the groups have `p` in front."""
    return (
        rf"(?:(?P<{p}least>至少|不[得应能]?少于|不低于|最少)|(?P<{p}most>至多|最多|不[得应能]?超过|不多于))?"
        rf"(?:(?P<{p}parts>早、?中、?晚|早、?晚|上、?下午)各)?"
        rf"(?:(?P<{p}low>{NUMERAL}){_TIMES_WORD}?(?:至|到|-|~|—{{1,2}}))?(?P<{p}n>{NUMERAL})(?:{_TIMES_WORD}|检|测)"
        rf"(?P<{p}more>及?以上)?"
    )


_WHEN_IN_IT = rf"(?:(?:[初末底]|(?:最后|第)一个?[周月天日])(?:{DAY}[日号])?)"
"""`每季度末25日前`, `每季度最后一周`: when in the period."""
_REPEATED = "(?:度|换|届|报|检|评|审|训|更|调度|通报|考核|研判|会商|检查|督查|总结|评估|排查|巡查|更新)"
_EVERY = re.compile(
    rf"每(?:个|逢)?(?:周|星期|礼拜)(?:的?(?:周|星期|礼拜))?(?P<weekday>[一二三四五六日天末](?:[、和与及到至]?(?:周|"
    rf"星期|"
    rf"礼拜)[一二三四五六日天]|[、和到至]?[一二三四五六日天])*)(?!次|回|遍)"
    rf"|(?:每年(?:的|公历)?|每个(?=[春夏秋冬]))(?P<yearly>(?:\d{{1,2}}|[一二三四五六七八九十]{{1,2}})月(?:份)?"
    rf"(?:[、和与及](?:\d{{1,2}}|"
    rf"[一二三四五六七八九十]{{1,2}})月份?)*(?:{DAY}[日号])?(?:{clock.JOIN}(?:[次翌来]年)?\d{{1,2}}月(?:\d{{1,2}}[日号])?)?"
    rf"|(?:[农阴旧]历|(?=[正腊冬]))(?:\d{{1,2}}|[一二三四五六七八九十正腊冬]{{1,2}})月(?:{DAY}[日号]?)?"
    rf"|上半年|下半年|第?[一二三四]季度|[春夏秋冬][天季]|{festivals.PATTERN})"
    rf"|每个?月(?:的)?(?P<monthly>(?:\d{{1,2}}|[一二三]?十?[一二三四五六七八九十])[日号]|最后一[天日]|第一天"
    rf"|(?:第[一二三四]|最后一)个(?:工作日|(?:周|星期|礼拜)[一二三四五六日天]))"
    rf"|"
    rf"(?<![米里转升])每(?:间)?(?P<apart>隔)?(?:(?:(?P<nearest>{NUMERAL}){clock.JOIN})?(?P<length>{LENGTH})(?P<onday>的?(?:周|"
    rf"星期|礼拜)[一二三四五六日天](?:[、和与及](?:周|星期|礼拜)[一二三四五六日天])*|"
    rf"(?<=周)[一二三四五六日](?=[上下早晚中\d]))?|个?(?:法定)?(?P<unit>{_UNIT}){_WHEN_IN_IT}?)(?![个亩户岁])"
    rf"(?:(?P<eleast0>至少|最少)?{_FREE}{{0,6}}?{_times('e')})?"
    rf"|(?P<daily>天天|日日|隔天|隔日|隔周|年年|月月)(?:[一1]{_TIMES_WORD})?"
    rf"|(?<![任每某同另第后上下本前首近\d.])(?P<once>[一1]个?{_UNIT})(?:[只仅]{_FREE}{{1,7}}?|"
    rf"{_FREE}{{0,4}}?){_times('o')}"
    rf"|(?:(?<!间)隔)?(?P<per>{LENGTH})[打做去吃浇洗检测换开练喝服涂]?{_times('m')}"
    rf"|(?P<round>{LENGTH}|[一每半](?:日|天|周|旬|月|季度?|年))一{_REPEATED}(?![个种名条项])"
)
_DAILY = re.compile("[天日晚早]$")
_WORDS = {
    "天": "P1D", "日": "P1D", "晚": "P1D", "夜": "P1D", "早": "P1D", "晨": "P1D", "周": "P1W", "星期": "P1W",
    "礼拜": "P1W",
    "旬": "P10D", "月": "P1M", "月份": "P1M", "季": "P3M", "季度": "P3M", "半年": "P6M", "年": "P1Y", "年度": "P1Y",
    "小时": "PT1H", "钟头": "PT1H", "分钟": "PT1M", "工作日": "P1WD", "交易日": "P1WD",
}  # fmt: skip
_SAID = {"天天": "P1D", "日日": "P1D", "隔天": "P2D", "隔日": "P2D", "隔周": "P2W", "年年": "P1Y", "月月": "P1M"}
_LENGTHS = re.compile(
    rf"(?P<low>{NUMERAL}) ?(?:至|到|--?|~|—{{1,2}}|或) ?(?P<high>{LENGTH})|(?P<first>{LENGTH})(?: ?(?:至"
    rf"|到|-|~|—{{1,2}}|或) ?|以上,?)(?P<second>{LENGTH})(?:以下)?"
    rf"|(?P<one>{LENGTH})"
)
_COUNTED = r"(?:工作日|小时|钟头|分钟|星期|礼拜|天|日|周|月|年|秒)"
_APPROXIMATE = re.compile(rf"{ADJACENT}(?P<ge>个)?(?P<unit>{_COUNTED})")
_DAYS_AND_NIGHTS = re.compile(rf"(?P<n>{NUMERAL})天{NUMERAL}[夜晚](?![上间里])")
_LISTED_DAYS = re.compile(rf"第 ?(?P<days>(?>{NUMERAL})(?:[、,和及] ?第?(?>{NUMERAL}))+)(?P<unit>天|周|个月)")
"""`第1、7、14天`: on which days, with a name for each unit as in a schedule."""
_MONTHS = re.compile(rf"(?:连续|累计)(?P<n>{NUMERAL})月(?!份|底|初|末|\d)")
"""`连续三月`: how many, where no other word says it."""
_VAGUE = re.compile(rf"(?:十?几|好几|数|几十|数十|若干)个?{_COUNTED}(?!前|后|来|度|份|据)")
_WITHIN = re.compile(r"(?:以|之)?内(?!容|部|外|地|科|存)")
_NEXT_ONE = re.compile("[上下]一$|[A-Za-z] ?[0-9]$")
"""`上一交易日`, `K 9s`: which one, no length."""
_ABOVE = re.compile(r"(?:及)?以上")
_BELOW = re.compile(r"(?:及)?以下")


def find(text: str) -> Iterator[Form]:
    """The frequencies and lengths of a folded text."""
    yield from _frequencies(text)
    yield from _durations(text)
    for match in _APPROXIMATE.finditer(text):
        found = _approximate(match)
        if found:
            yield Form("duration", found, *match.span())
    for match in _DAYS_AND_NIGHTS.finditer(text):
        if found := lengths.duration(f"{match['n']}天"):
            yield Form("duration", found, *match.span())
    for match in _LISTED_DAYS.finditer(text):
        days = re.findall(NUMERAL, match["days"])
        if all(map(is_numeral, days)):
            unit = {"天": "D", "周": "W", "个月": "M"}[match["unit"]]
            yield Form("schedule", ",".join(f"{unit}{plain(value(day))}" for day in days), *match.span())
    for match in _MONTHS.finditer(text):
        if found := lengths.duration(f"{match['n']}个月"):
            yield Form("duration", found, match.start("n"), match.end())
    for match in _VAGUE.finditer(text):
        yield Form("duration", None, *match.span())


def _frequencies(text: str) -> Iterator[Form]:
    for match in _EVERY.finditer(text):
        period, times, end = _period(match), _count(match), match.end()
        if period is None or times is None:
            continue
        sure = match["weekday"] or match["onday"] or match["monthly"] or match["yearly"] or _DAILY.search(match[0])
        time = clock.at(text, end + text.startswith(("的", " "), end), loose=True) if sure and not match["en"] else None
        end = _until(text, time) if time else end
        yield Form("frequency", f"{times}/{period}", match.start(), end)


def _count(match: re.Match[str]) -> str | None:
    """How many times in the period, once where nothing says it."""
    p = next((p for p in "eom" if match[p + "n"]), None)
    if p is None:
        return "1"
    said, low = match[p + "n"], match[p + "low"]
    if not is_numeral(said) or (low and not is_numeral(low)):
        return None
    parts = (3 if "中" in match[p + "parts"] else 2) if match[p + "parts"] else 1
    times = plain(value(said) * parts)
    if low:
        return f"{plain(value(low))}..{times}"
    least = match[p + "least"] or match[p + "more"] or (p == "e" and match["eleast0"])
    return f"{'>=' if least else '<=' if match[p + 'most'] else ''}{times}"


def _until(text: str, time: clock.Clock) -> int:
    """The end of a time, or of the range of times that it opens (`每周六上午9点到11点`)."""
    join = re.compile(clock.JOIN).match(text, time.end)
    last = clock.at(text, join.end(), loose=True, part=time.part) if join else None
    return last.end if last else time.end


def _period(match: re.Match[str]) -> str | None:
    if match["daily"]:
        return _SAID[match["daily"]]
    if match["weekday"]:
        return "P1W"
    if match["yearly"] or match["monthly"]:
        return "P1Y" if match["yearly"] else "P1M"
    if match["unit"]:
        return _WORDS[match["unit"]]
    if match["nearest"]:
        return _range(match["nearest"], match["length"])
    said = match["length"] or match["once"] or match["per"] or match["round"]
    if said in ("半年", "半月"):
        return {"半年": "P6M", "半月": "P15D"}[said]
    return lengths.duration(said) or (_WORDS.get(said[1:].removeprefix("个")) if said[:1] in "一1每" else None)


def _durations(text: str) -> Iterator[Form]:
    for match in _LENGTHS.finditer(text):
        found = _length(match)
        if found is None and match["one"]:
            yield from _one_by_one(text, match)
        if found is None or (match["one"] and _NEXT_ONE.search(text[max(0, match.start() - 2) : match.start() + 1])):
            continue
        start, end = match.span()
        if match["one"]:
            yield _bounded(text, found, start, end)
        yield Form("duration", found, start, end)


def _one_by_one(text: str, match: re.Match[str]) -> Iterator[Form]:
    """`24小时365天`: lengths side by side that are no whole."""
    pieces = list(lengths.PIECE.finditer(text, match.start(), match.end()))
    for piece in pieces if len(pieces) > 1 else ():
        if found := lengths.duration(piece[0]):
            yield Form("duration", found, *piece.span())


def _bounded(text: str, found: str, start: int, end: int) -> Form:
    if text.startswith("提前", start - 2) and start >= 2 and not found.startswith(">"):
        return Form("deadline", f"before {found}", start - 2, end)
    if not found.startswith(">"):
        if within := _WITHIN.match(text, end):
            return Form("deadline", f"<={found}", start, within.end())
        if above := _ABOVE.match(text, end):
            return Form("duration", f">={found}", start, above.end())
        if below := _BELOW.match(text, end):
            return Form("duration", f"<={found}", start, below.end())
    return Form("duration", found, start, end)


def _length(match: re.Match[str]) -> str | None:
    if match["one"]:
        return lengths.duration(match["one"])
    if match["low"]:
        return _range(match["low"], match["high"])
    low, high = lengths.duration(match["first"]), lengths.duration(match["second"])
    return f"{low}..{high}" if low and high else None


def _range(first: str, last: str) -> str | None:
    """`6` and `8小时` of `6～8小时`: the unit is said once."""
    unit = re.search(r"(?:个)?[^\d一二两三四五六七八九十百千万半零个]+$", last)
    low, high = lengths.duration(first + unit[0]) if unit else None, lengths.duration(last)
    return f"{low}..{high}" if low and high else None


def _approximate(match: re.Match[str]) -> str | None:
    """`两三天` → three days at most, two at least; only figures that follow each other say that."""
    ends = adjacent(match)
    if ends is None or (match["unit"] == "月" and not match["ge"]):
        return None
    unit = (match["ge"] or "") + match["unit"]
    first, last = (lengths.duration(f"{plain(one)}{unit}") for one in ends)
    return f"{first}..{last}" if first and last else None
