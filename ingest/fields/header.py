"""What stands above the body of a notice: red head, number, title, note of adoption, addressees.

The order is that of GB/T 9704. Every part can be missing, and the number stands above or below the title.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, Literal

from ingest import patterns as re
from ingest.dates import DATE_LINE, day_in
from ingest.fields import closing, issuers, places, recipients, titles
from ingest.fields.doc_numbers import canonical_number, doc_numbers
from ingest.notice import Block
from ingest.wording import ANY_TYPE, DAY, DISCLOSURE, HAN, LABEL, NUMBER, TITLE_ENDS, TRIAL, TYPE_END, is_annex_label

_HEAD_BLOCKS: Final = 16
_LONGEST_TITLE: Final = 160
_TITLE_SPAN: Final = 4
_LEAST_SUBJECT: Final = 12
"""A line whose words before the kind are fewer than this is hardly a title by itself."""
_LETTERHEAD: Final = re.compile(rf"^[{HAN}（）()\s]{{2,80}}\s*文\s*件$")
_MARKS: Final = re.compile(
    r"^(?:等级|签批盖章|发往|特急|急件|平急|加急|机密|秘密|绝密|内部文件|签发人|密级|紧急程度|编号|索引号|签发)(?:[：:].{0,40})?$"
)
_MARKED_NUMBER: Final = re.compile(
    rf"(?:(?:等级|紧急程度|密级)\s*[：:]\s*)?(?:特提|特急|急件|平急|加急)[^\s〔]{{0,6}}\s+(?P<number>{NUMBER.pattern})"
)
"""`等级：特急·明电　某防办电〔2021〕33号`: the number of a telegram behind its mark of urgency."""
_OLD_NUMBER: Final = rf"[〔\[［(（]\s*(?:\d{{2}}|\d{{4}})\s*[〕\]］)）]\s*[{HAN}]{{1,12}}字第?\s*\d{{1,5}}\s*号"
"""`(1997)汇管函字第250号`: the year in front of the sign, as the source of a pattern."""
_NUMBER_LINE: Final = re.compile(
    rf"^(?:发文字号|文\s*号)?\s*[：:]?\s*(?:[（(]?(?:{NUMBER.pattern})[）)]?|{_OLD_NUMBER})"
    r"(?:\s*(?:签发人?|会签人?|类别|密级)\s*[：:].{0,20})?$"
)
_MINUTES_NUMBER: Final = re.compile(
    r"[〔\[［(（【]\s*(?P<year>\d{4})\s*[〕\]］)）】]\s*(?P<serial>第?\s*\d{1,4}\s*[号期])"
)
"""`〔2023〕第5号` below `某指挥部会议纪要`: a number without a sign of its own."""
_ISO_DAY: Final = r"[12]\d{3}[-/.]\d{1,2}[-/.]\d{1,2}"
_DATED_NUMBER: Final = re.compile(
    rf"[（(]?\s*(?:(?P<day>{DAY}|{_ISO_DAY})[\s,，]*(?:{NUMBER.pattern})"
    rf"|(?:{NUMBER.pattern})[\s,，]*(?P<later>{DAY}|{_ISO_DAY}))\s*[）)]?"
)
"""`（1993年11月2日 国税发〔1993〕101号）`: the day and the number in one line below a title."""
_BARE_NUMBER: Final = re.compile(rf"[（(]?[{HAN}]{{1,12}}[发函字办规通](?:19|20)\d{{3,7}}号[）)]?")
"""A number that lost its brackets (`国发201023号`): part of the head, but which year and number it was is not sure."""
_ADOPTED: Final = re.compile(
    rf"^(?:[（(]\s*[{HAN}]{{0,6}}?|[（(]?\s*){DAY}(?:.{{2,200}}?(?:公布|发布|通过|修订|修正|批准|印发|令).{{0,60}}|"
    rf"\s*(?:起)?施行)\s*[）)]?$"
)
_OPENER: Final = re.compile(
    r"^(?:为(?:了)?[^、]{2}|根据|按照|依据|现将|现就|经[^济营]|近[期日年来]|当前|第[一1][条章]|[一1][、.．])"
)
_LEAD: Final = re.compile(rf"(?!.*(?:以下|下列|如下|要|应|请))[{HAN}\d“”（）()]{{6,40}}(?:{ANY_TYPE})[：:]$")
"""The title of a text without a head, set as a lead-in (针对各风险地区的出入防疫政策:)."""
_SIGNED_NOTE: Final = re.compile(rf"[（(]\s*(?P<organs>[{HAN}、\s]{{3,80}}?)\s*(?P<day>{DAY})\s*[）)]")
"""`（市公安局　市应急局　二〇〇五年十二月八日）`: who made what is passed on, and when, below its title."""
_BYLINE: Final = re.compile(
    rf"(?P<organ>[{HAN}（）]{{4,30}})\s*(?P<day>\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}})(?:\s+\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?"
)
_CONGRESS: Final = re.compile(rf"(?P<place>[{HAN}]{{2,12}}?)第[^，。]{{1,3}}届(?P<organ>人民代表大会(?:常务委员会)?)第")
"""`甲市第六届人民代表大会常务委员会第三十七次会议通过`: who adopted it."""
_ISO_NOTE: Final = re.compile(r"[（(]\s*(\d{4}-\d{1,2}-\d{1,2})\s*[）)]")
_REPRINT_NOTE: Final = re.compile(r"\s*[-—–]{2,}\s*(?:数据)?来源.*$")


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the body; `body` is the index of the first block that belongs to it."""

    body: int = 0
    title: str | None = None
    number: str | None = None
    letterhead: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    signed_on: str | None = None
    """A date that stands with the title in brackets, or in the note of adoption below it."""
    published_on: str | None = None
    effective_from: str | None = None
    byline: str | None = None
    """The organ that a page names with the time of publishing, in a line below the title."""
    adopted_by: str | None = None
    """The organ's order that the note of adoption names (…令第54号)."""
    looked_at: int = 0
    """How many blocks it was read from; those behind them change nothing."""


def read_head(blocks: Sequence[Block]) -> Head:
    """The head of the notice that these blocks begin with."""
    seen = _look_through(blocks)
    lines, noted, body = seen.lines, seen.noted, seen.body
    title_lines, above = _title_lines(blocks, lines)
    if not title_lines and not seen.addressed and blocks and _LEAD.match(blocks[0].text):
        title_lines, body = [0], max(body, 1)
    raw = "\n".join(blocks[line].text for line in title_lines)
    if not raw and seen.number and re.search(r"令第|公告第|通告第", seen.number):
        raw = seen.number
    if title_lines and title_lines[-1] + 1 < body and not seen.addressed:
        body = _body_below(blocks, title_lines[-1] + 1, body)
    organs = issuers.with_aliases([issuers.bare(blocks[line].text) for line in sorted([*seen.letterhead, *above])])
    organs = organs or _makers(blocks, lines, title_lines, noted)
    led = titles.NUMBERED.match(raw) if "号" in raw else None
    number = (
        (canonical_number(led["number"]) if led else seen.number)
        or _number_with(raw)
        or _number_of_page(blocks, lines)
        or (canonical_number(str(noted["order"])) if noted.get("order") else None)
    )
    title = titles.clean(titles.without_site(_REPRINT_NOTE.sub("", raw).rstrip("：:"))) or None
    return Head(
        body=body + seen.addressed,
        title=_ordering(title, number, blocks[body + seen.addressed :]),
        number=number,
        letterhead=issuers.names(organs) if organs else (),
        recipients=recipients.split(_salutation(blocks, body, {*lines}.difference(title_lines)))
        if seen.addressed
        else (),
        signed_on=noted.get("signed_on") or _bracketed_day(raw),
        published_on=_iso_note(raw) or noted.get("published_on"),
        effective_from=noted.get("effective_from"),
        byline=noted.get("byline"),
        adopted_by=noted.get("organ"),
        looked_at=seen.looked_at,
    )


@dataclass(slots=True)
class _Seen:
    """What the lines of a head hold, by their places among the blocks."""

    lines: list[int] = field(default_factory=list)
    number: str | None = None
    letterhead: list[int] = field(default_factory=list)
    noted: dict[str, str | None] = field(default_factory=dict)
    body: int = 0
    addressed: bool = False
    looked_at: int = 0


def _look_through(blocks: Sequence[Block]) -> _Seen:
    """The head's lines from above down to the addressees, a table or the body."""
    seen = _Seen()
    for index, block in enumerate(blocks[:_HEAD_BLOCKS]):
        text = block.text.strip()
        seen.body, seen.looked_at = index, index + 1
        if block.kind == "table":
            break
        if recipients.is_salutation(text) and (seen.lines or seen.number or index < 2):
            seen.addressed = True
            break
        line = _take(seen, blocks, index)
        if line == "body":
            break
        seen.body += line == "head"
    return seen


def _take(seen: _Seen, blocks: Sequence[Block], index: int) -> Literal["head", "mark", "body"]:
    """Notes what a line of the head says; a `mark` says nothing here, and `body` is where the head has ended."""
    text = blocks[index].text.strip()
    lines, noted = seen.lines, seen.noted
    above = blocks[index - 1].text.strip() if index else ""
    numbered = "号" in text
    dated_words = "年" in text and "月" in text
    if lines and dated_words and len(text) < 300 and _ADOPTED.match(text):
        noted |= _adoption(text)
    elif lines and numbered and (dated := _DATED_NUMBER.fullmatch(text)):
        day = dated["day"] or dated["later"]
        seen.number = seen.number or _number_of(text.replace(day, ""), ())
        noted.setdefault("signed_on", day_in(day))
    elif lines and above.endswith("纪要") and (minutes := _MINUTES_NUMBER.fullmatch(text)):
        seen.number = seen.number or canonical_number(f"{above}〔{minutes['year']}〕{minutes['serial']}")
    elif lines and (organ := closing.signed_in_line(text)):
        noted |= {"signed_on": day_in(text), "makers": organ}
    elif numbered and (marked := _MARKED_NUMBER.fullmatch(text)):
        seen.number = seen.number or canonical_number(marked["number"])
    elif numbered and (_is_number(text) or titles.ORDER_NUMBER.fullmatch(text)):
        number = _number_of(text, [blocks[line].text for line in lines])
        seen.number = seen.number or number
        orders = [order for said in (text, number) if (order := titles.ORDER_NUMBER.fullmatch(said))]
        if organ := next((order["organ"] for order in orders if order["organ"]), None):
            noted.setdefault("organ", re.sub(r"(?:令|公告|通告)$", "", organ.strip()))
    elif text.endswith("件") and _LETTERHEAD.match(text):
        seen.letterhead.append(index)
    elif (
        _MARKS.match(text)
        or (numbered and _BARE_NUMBER.fullmatch(text))
        or is_annex_label(text)
        or ("公开" in text and DISCLOSURE.fullmatch(text))
    ):
        return "mark"
    elif lines and (by := _BYLINE.fullmatch(text)) and issuers.is_organ(by["organ"]):
        noted |= {"published_on": day_in(by["day"]), "byline": by["organ"]}
    elif lines and dated_words and (signed := _SIGNED_NOTE.fullmatch(text)) and issuers.is_organ(signed["organs"]):
        noted |= {"signed_on": day_in(signed["day"]), "makers": signed["organs"]}
    elif lines and DATE_LINE.fullmatch(text):
        noted.setdefault("signed_on", day_in(text))
    elif (_is_body(text) and (lines or not titles.STOPPED.fullmatch(text))) or text in ("目录", "目次"):
        return "body"
    else:
        lines.append(index)
    return "head"


_DECREES: Final = re.compile(r"(?P<order>.{2,40}令)(?:\d{4}年)?第[^号]+号")


def _ordering(title: str | None, number: str | None, below: Sequence[Block]) -> str | None:
    """The title; of an order that makes known what the page is called (某令第3号 / 《甲办法》已经…) the order."""
    decree = _DECREES.fullmatch(number) if number and title else None
    names = (
        decree
        and below
        and below[0].text.strip().startswith((f"《{title}》已", f"现公布《{title}》", f"现发布《{title}》"))
    )
    return decree["order"] if decree and names else title


def _is_body(text: str) -> bool:
    """Whether a line is running text: a sentence, an outline item, the words that notices open with."""
    if len(text) > _LONGEST_TITLE or _OPENER.match(text) or LABEL.match(text):
        return True
    return (
        "。" in text.rstrip("。")
        or (text.endswith(("。", "；", "！")) and len(text) > 20)
        or text.endswith(("：", ":"))
    )


def _salutation(blocks: Sequence[Block], body: int, loose: Collection[int]) -> str:
    """The line of addressees with those above it, `loose` in the head, that hold more of them."""
    text = blocks[body].text.strip()
    for line in range(body - 1, -1, -1):
        above = blocks[line].text.strip()
        if line not in loose or not recipients.may_go_on(above):
            break
        text = recipients.joined(above, text)
    return text


def _makers(
    blocks: Sequence[Block], lines: Sequence[int], title: Sequence[int], noted: Mapping[str, str | None]
) -> list[str]:
    """The organs that stand below a title (`省卫生厅` / `（2003年5月6日）`), as on what others pass on."""
    if makers := noted.get("makers"):
        return [makers]
    below = [blocks[line].text.strip() for line in lines if title and line > title[-1]]
    return below if all(map(issuers.is_organ, below)) else []


def _body_below(blocks: Sequence[Block], start: int, end: int) -> int:
    """Where the body begins below a title: lines that are part of the head, by their form, are passed over."""
    for index in range(start, end):
        text = blocks[index].text.strip()
        own = (
            _is_number(text)
            or titles.ORDER_NUMBER.fullmatch(text)
            or _ADOPTED.match(text)
            or _DATED_NUMBER.fullmatch(text)
            or _SIGNED_NOTE.fullmatch(text)
            or _BARE_NUMBER.fullmatch(text)
            or _MARKED_NUMBER.fullmatch(text)
            or _MARKS.match(text)
        )
        if not own and not DATE_LINE.fullmatch(text) and not issuers.is_organ(text) and not DISCLOSURE.fullmatch(text):
            return index
    return end


def _title_lines(blocks: Sequence[Block], lines: Sequence[int]) -> tuple[list[int], list[int]]:
    """The lines of the title, and the lines of organs above it that are letterhead.

    A page may print its own title above; the one next to the text is the notice's. A name right above 关于… belongs
    to the title; with a blank line between them it is letterhead.
    """
    texts = {line: blocks[line].text.strip() for line in lines}
    ends = [line for line in lines if _ends_title(texts[line])]
    if not ends:
        first = next((line for line in lines if _may_be_title(texts[line])), None)
        return ([first], [line for line in lines if first > line]) if first is not None else ([], list(lines))
    ends = [line for line in ends if not _names_order(texts[line])] or ends
    ends = [line for line in ends if line <= ends[0] + _TITLE_SPAN]
    strong = [line for line in ends if _STRONG_END.search(titles.clean(texts[line]))]
    speaking = [line for line in strong if re.search(_ACTS, texts[line])]
    bare = not strong or issuers.is_organ(_STRONG_END.sub("", texts[strong[-1]])) or len(texts[strong[-1]]) <= 4
    best = (speaking if speaking and bare else strong or ends)[-1]
    chosen = [best]
    while start := _title_start(blocks, texts, chosen):
        chosen = [*range(start - 1, chosen[0]), *chosen]
    if _NOTED.fullmatch(texts.get(best + 1, "")):
        chosen.append(best + 1)
    return chosen, [line for line in lines if line < chosen[0]]


def _names_order(text: str) -> bool:
    """Whether a line is an organ's 令, as it stands above the number (环境保护部令 / 第17号)."""
    return text.endswith("令") and issuers.is_organ(text.removesuffix("令"))


def _title_start(blocks: Sequence[Block], texts: dict[int, str], chosen: Sequence[int]) -> int | None:
    """One more than the index of the line, up to three above, that the title goes on from; `None`: it is whole."""
    for above in range(chosen[0] - 1, chosen[0] - 4, -1):
        if above not in texts or any(texts[above] == texts[line] for line in chosen):
            return None
        if _joins_title(blocks, above, texts[above], chosen):
            return above + 1
        if not _is_plain(texts[above]):
            return None
    return None


def _is_plain(text: str) -> bool:
    """Whether a line can stand in the middle of a title: words only, no name, no end of a title."""
    return (
        len(text) <= 40
        and not issuers.is_organ(text)
        and not _ends_title(text)
        and not re.search(r"[，。；：（(]", text)
    )


_NOTED: Final = re.compile(
    r"[（(](?:试行|暂行|草案|征求意见稿|(?:\d{4}年?)?修[订正](?:版|稿)?"
    r"|(?:19|20)\d\d\s*年?(?:\s*[-—–－~～至]+\s*(?:(?:19|20)\d\d|\d\d)\s*年?)?[版度]?)[）)]"
)
"""A note that belongs to the title on the line above: （试行）, （2021—2025年）."""
_ACTS: Final = "关于|印发|转发|公布|发布"
_STRONG_END: Final = re.compile(
    r"(?:通知|通报|公告|通告|公报|意见|决定|决议|命令|令|函|批复|请示|报告|纪要|公示|公开信|"
    r"须知)[》”]?(?:[（(][^（()）]{1,16}[）)])*$"
)
"""Kinds that end the title of a notice and are no part of its subject, as 制度 or 措施 can be."""


def _ends_title(text: str) -> bool:
    title = titles.clean(text)
    ends = title[-1:] in TITLE_ENDS and bool(TYPE_END.search(title))
    return ends and not _LETTERHEAD.match(text) and not _QUESTION.match(title)


_TITLE_WORD: Final = re.compile(
    rf"关于|任务|事项|要求|简章|启事|布告|倡议|声明|一封信|{ANY_TYPE}|(?:[条问法典]|解释){TRIAL}$"
)
"""What the title of a notice says that has no kind at its end."""
_QUESTION: Final = re.compile(r"(?!.*关于).*(?:什么|怎么|怎样|如何|哪些|哪里|多少|吗|呢)")
"""A site's headline (`…什么时候开始申请`)."""


def _may_be_title(text: str) -> bool:
    bare = titles.clean(_REPRINT_NOTE.sub("", text))
    return (
        4 <= len(bare) <= 80
        and not issuers.is_organ(bare)
        and not DATE_LINE.fullmatch(bare)
        and not re.search(r"[，；。]", bare)
        and bool(_TITLE_WORD.search(bare))
        and not _QUESTION.match(bare)
    )


_SPOKEN_KIND: Final = re.compile(
    rf"(?:(?:\d{{4}}年)?第\s*[\d〇零一二三四五六七八九十百]{{1,6}}\s*号|(?:\d{{4}}年)?[{HAN}]{{2,12}}(?<!发布))?(?:通告|公告|令)"
)
"""`第3号通告`, `2023年森林防火禁火令`: a kind without 关于, which is the organ's on the line above."""
_BARE_KIND: Final = re.compile(r"(?:(?:\d{4}年)?第\s*[\d〇零一二三四五六七八九十百]{1,6}\s*号)?(?:通告|公告|令)")
"""`第3号通告`: no title at all without its organ."""


def _joins_title(blocks: Sequence[Block], above: int, text: str, chosen: Sequence[int]) -> bool:
    below = blocks[chosen[0]].text.strip()
    if (
        _is_number(text)
        or _QUESTION.match(text)
        or len(text) > 80
        or text.endswith(("。", "：", "；"))
        or text.startswith(("（", "("))
    ):
        return False
    below = titles.clean(below)
    rest_of_title = bool(TYPE_END.search(below)) and len(TYPE_END.sub("", below)) < _LEAST_SUBJECT
    rest_of_title = rest_of_title and not re.search(_ACTS, below)
    if rest_of_title and re.search(_ACTS, text):
        return True
    if _ends_title(text) and (
        _STRONG_END.search(titles.clean(text)) or re.search(_ACTS, below) or titles.alike(titles.clean(text), below)
    ):
        return False
    if issuers.is_organ(text):
        speaks = re.match(rf"{_ACTS}|批转|[《“]", below) or _SPOKEN_KIND.fullmatch(below)
        joint = issuers.is_organ(below.split("关于")[0]) and not below.startswith(text)
        bare = _BARE_KIND.fullmatch(below)
        return bool(bare or ((speaks or joint) and not _apart(blocks, above, chosen)))
    starts = bool(re.search(_ACTS, text)) or places.is_place_bound(text)
    return starts or rest_of_title or text.endswith(("”", "、", "》"))


def _apart(blocks: Sequence[Block], above: int, chosen: Sequence[int]) -> bool:
    """Whether a plain text has more blank lines below this one than between the lines of the title there."""
    title = [place for block in blocks[above + 1 : chosen[-1] + 1] for _, place in block.places]
    lines = [place.line for place in (blocks[above].places[-1][1], *title) if place.line is not None]
    gaps = [second - first for first, second in pairwise(lines)]
    return bool(gaps) and gaps[0] > max([1, *gaps[1:]])


def _is_number(text: str) -> bool:
    """Whether a line is a number and no title that runs on into one."""
    return bool(_NUMBER_LINE.match(text)) and not titles.TRAILING_NUMBER.search(text)


_ENCLOSING: Final = re.compile(r"^[（(](.*)[）)]$")
_OF_ORDER: Final = re.compile(r"(?:\d{4}年)?第[^号]+号")
_ORDERING: Final = re.compile("(?:令|公告|通告)$")
"""With what an organ's line ends whose number is on the next one; of 公告 it is joined to a number with a year only."""


def _number_of(text: str, above: Sequence[str]) -> str:
    """A number in its normal form; one that only its organ makes whole (令 / 第2号) with that of the line above."""
    found = NUMBER.search(text)
    number = canonical_number(found[0] if found else _ENCLOSING.sub(r"\1", text.strip()))
    order = above[-1].strip() if above and _OF_ORDER.fullmatch(number) else ""
    kind = _ORDERING.search(order)
    if kind is None or (kind[0] != "令" and number.startswith("第")) or not issuers.is_organ(order[: kind.start()]):
        return number
    return canonical_number(order.removeprefix("中华人民共和国") + number)


_NUMBER_NOTE: Final = re.compile(
    rf"[（(]\s*({NUMBER.pattern}|{titles.YEARLY_NUMBER})\s*[）)]\s*(?:[（(][^（()）]*[）)]\s*)?$"
)
_NUMBER_LEAD: Final = re.compile(rf"\s*(?:{_ISO_DAY})?\s*({NUMBER.pattern})")
_ORDER: Final = re.compile(rf"[{HAN}]{{2,20}}令\s*第\s*\d+\s*号")
_ORDER_BEFORE: Final = re.compile(rf"[{HAN}]{{4,40}}(?:\d{{4}}年)?第\d{{1,4}}号(?:令|公告|通告)")
"""`某市防汛指挥部第3号令`: the number in front of the kind."""


def _number_with(title: str) -> str | None:
    """A number that stands in brackets behind a title, or before it."""
    found = _NUMBER_NOTE.search(title) or titles.TRAILING_NUMBER.search(title) or _NUMBER_LEAD.match(title)
    if found:
        return canonical_number(found[1])
    order = _ORDER.search(title) or _ORDER_BEFORE.fullmatch(re.sub(r"\s", "", title))
    return canonical_number(order[0]) if order else None


def _number_of_page(blocks: Sequence[Block], lines: Sequence[int]) -> str | None:
    """The number in brackets behind the title that a page prints above the notice's own."""
    noted = (_NUMBER_NOTE.search(blocks[line].text) for line in lines if "号" in blocks[line].text)
    return next((canonical_number(note[1]) for note in noted if note), None)


_DECREED: Final = re.compile(r"(?:令|公告|通告)(?:\d{4}年)?第.*号$")


def _adoption(text: str) -> dict[str, str | None]:
    """What a note below a title says: who adopted it by which order and when, from when it is in force."""
    day = day_in(text)
    if re.search(r"施行\s*[）)]?$", text) and not re.search(r"公布|发布|通过|令", text):
        return {"effective_from": day}
    words = re.sub(DAY, "", text)
    said = re.sub(rf"^.*?{DAY}\s*(?:以|由|经)?", "", text)
    decree = next((number.text for number in doc_numbers(said) if _DECREED.search(number.text)), None)
    order = re.search(rf"[{HAN}]{{2,30}}?令?第\s*[\d一二三四五六七八九十百]+\s*号", said)
    effective = re.search(r"自(?P<day>.{6,14}?)起施行", text)
    issued = day if re.search(r"公布|发布", words) else None
    found = {
        "signed_on": day,
        "published_on": issued,
        "order": decree or (order[0] if order else None),
        "organ": _DECREED.sub("", decree) if decree else _adopter(words),
    }
    return {**found, "effective_from": day_in(effective["day"])} if effective else found


def _adopter(words: str) -> str | None:
    """The organ whose order, or whose session, a note of adoption names."""
    if order := re.search(rf"(?P<organ>[{HAN}]{{2,30}}?)(?:令|公告)第", words):
        return order["organ"]
    congress = _CONGRESS.search(words)
    return congress["place"] + congress["organ"] if congress else None


_DAY_NOTE: Final = re.compile(rf"[（(]\s*({DAY})\s*[）)]\s*$")


def _bracketed_day(title: str) -> str | None:
    note = _DAY_NOTE.search(re.sub(r"\s*\n\s*", "", title))
    return day_in(note[1]) if note else None


def _iso_note(title: str) -> str | None:
    note = _ISO_NOTE.search(title)
    return day_in(note[1]) if note else None
