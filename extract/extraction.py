"""A notice → its requirements and relations: sentences, then finders in order of strength, then slots.

A stretch of text that one finder claims is not read again by a weaker one, so `14` in `“14+7+7”` is never a length of
its own and `2小时内` never both deadline and duration.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from extract import confidence, tables
from extract.grammar.masking import MASK, mask
from extract.kinds import (
    counts,
    deadlines,
    durations,
    earliest,
    frequencies,
    hours,
    intervals,
    periods,
    rates,
    schedules,
    terms,
    thresholds,
    told,
    windows,
)
from extract.kinds.calendar_dates import UNDATED, Today
from extract.kinds.forms import Forms
from extract.mentions import Mention, bounds_outside, ending_at, outside_bound
from extract.modality import modality, says_must
from extract.parties import assignments, duties, roles, slots
from extract.parties.slots import Course, Slots
from extract.records import Evidence, Relation, Requirement, evidence, record_id
from extract.relations import finding as relations
from extract.sentences import Sentence, sentences
from extract.vocabulary import action_code, subject_code
from ingest import patterns as re
from ingest.notice import Notice

_NUMERIC: Final = re.compile(
    r"[\d一二三四五六七八九十两半百双]|加倍|[次翌]日|每|立即|即刻|马上|立刻|当场|当[日天即]|"
    r"即[时办报]|随即|[按逐](?:[日天周旬月季年]|学[年期])|[日周月季](?:度?(?:工作|协调|联席)?(?:调度|通报|会商|研判|点评|例会|"
    r"会议|讲评|排名|预警)|报|排查|管控)|"
    r"早晚|[万亿]元|千[项家个名场]|年内|年底|月底|年末|秒批|立[查行改等]|(?:实[行施]|进行|开展|接受|加强)(?:月|季|半?年)|年度[^，。；、]{2,4}[制机]|[壹贰叁肆伍陆柒捌玖拾佰仟]"
)


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one notice says: the rules it sets and the notices it speaks of."""

    requirements: tuple[Requirement, ...] = ()
    relations: tuple[Relation, ...] = ()


def extract(notice: Notice) -> Extraction:
    """All records of one notice, in text order; pure, so the same notice gives the same records."""
    return Extraction(tuple(requirements(notice)), relations.find(notice))


def requirements(notice: Notice) -> Iterator[Requirement]:
    """The requirements of one notice in text order, the same rule repeated by its source only once.

    A sentence said again under another clause, or behind another sentence of its paragraph, gives records of its own;
    its place among its equals is in their ids.
    """
    today = _today(notice)
    behind: defaultdict[tuple[str, str | None], set[str]] = defaultdict(set)
    said: Counter[str] = Counter()
    for requirement in _all(notice, today):
        front = _in_front(notice.text, requirement.evidence.start)
        others = behind[requirement.id, requirement.clause]
        if not others or (front and others.isdisjoint((front, ""))):
            said[requirement.id] += 1
            again = said[requirement.id]
            yield replace(requirement, id=record_id(requirement.id, again)) if again > 1 else requirement
        others.add(front)


def _in_front(text: str, at: int) -> str:
    """The end of the sentence that stands in its own paragraph in front of the one at `at`; empty for the first."""
    front = text[max(0, at - _IN_FRONT) : at].rpartition("\n")[2]
    return front[: front.rfind("。") + 1]


_IN_FRONT: Final = 60
"""So many characters tell one sentence in front from another; a long paragraph costs a value no more than a short."""


def _today(notice: Notice) -> Today:
    """The day that dates without a year count from: signing or publishing; a lost year is the number's or title's."""
    today = Today.of(notice.signed_on or notice.published_on)
    named = _NUMBER_YEAR.search(notice.doc_number or "") or _TITLE_YEAR.search(notice.title or "")
    named = named or _PURPOSE_YEAR.match(notice.text)
    if today.year is None and named:
        today = replace(today, year=int(named[1]))
    return today


_NUMBER_YEAR: Final = re.compile(r"(20\d\d)")
_PURPOSE_YEAR: Final = re.compile(
    r"[^。]{0,160}?为(?:了|切实|进一步|全面|确保|保障|做好|迎接|加强|搞好|保证|维护)+(20\d\d)年(?!以?来)"
)
"""`为确保2017年清明节期间交通畅通，…通告如下`: the year of a notice that has no date, number or title."""
_TITLE_YEAR: Final = re.compile(r"(?<![\d至到-])(20\d\d)年(?!以?来|[至到-])")


class _Source(NamedTuple):
    """What the records of a notice are made of beside its sentences."""

    notice: Notice
    parts: roles.Parts


def _all(notice: Notice, today: Today) -> Iterator[Requirement]:
    read = list(sentences(notice))
    governed, closings = assignments.read(read)
    course, path = Course(), None
    source, outside = _Source(notice, roles.Parts(notice)), bounds_outside(notice.text)
    main: Sentence | None = None
    heading: Sentence | None = None
    measure: Sentence | None = None
    owed: set[tuple[int, int | None, tuple[str, ...]]] = set()
    for number, (sentence, assigned) in enumerate(zip(read, governed, strict=True)):
        units = sentence.units or assigned.units
        course.places.passes(sentence.text)
        if sentence.role in ("frame", "fact"):
            continue
        if sentence.role == "heading":
            heading = sentence
            runs_on = read[number + 1 : number + 2] and read[number + 1].block == sentence.block
            measure = sentence if runs_on else None
        if sentence.path != path or sentence.role == "heading":
            path, main = sentence.path, None
            course.opens(sentence)
        course.assigned = units
        if not units and (follows := slots.acts_in_stage(sentence, read[number + 1 : number + 2])):
            course.tells(follows)
        assigns = assignments.is_assignment(sentence.text)
        told = heading if heading and assigns else sentence
        records: list[Requirement] = []
        if found := _values(sentence, today):
            found = [outside_bound(value, sentence.text, outside) for value in found]
            named = measure and measure.path == sentence.path and slots.is_measure(measure)
            item = measure if measure and named else main or told
            records += _of_values(source, sentence, found, course, item, today)
        if not assigns:
            records += _duties(source, sentence, found, course)
        open_still = sentence.role == "rule" and not records and not assigned.due
        item_of = told.block, told.row, units
        if units and open_still and item_of not in owed and (main is None or sentence.row is None):
            end = closings.get((told.block, units), 0)
            records = list(_assigned_duty(source, told if main is None else sentence, units, end))
            owed |= {item_of} if records else set()
        yield from records
        course.passes(sentence)
        if sentence.role == "rule" and not sentence.term and not assigns:
            main = main if main and (main.block, main.row) == (sentence.block, sentence.row) else sentence


def mentions(text: str, today: Today = UNDATED) -> list[Mention]:
    """The values in one sentence, strongest reading first claimed, in text order."""
    if not _NUMERIC.search(text):
        return []
    if _UNUSUAL.search(text):
        text = _FORMAL.sub(lambda figures: figures[0].translate(_PLAIN_FIGURES), text)
        text = _SERIAL.sub(lambda run: MASK * len(run[0]), text)
    taken: list[tuple[int, int]] = []
    kept: list[Mention] = []
    for mention in _FORMS.read(text, today):
        start, end = mention.reach
        at = bisect_left(taken, (start, end))
        if (at == 0 or taken[at - 1][1] <= start) and (at == len(taken) or end <= taken[at][0]):
            taken.insert(at, (start, end))
            kept.append(mention)
    if not kept:
        return []
    found = list(_unrepeated(text, sorted(kept, key=lambda m: (m.start, m.end))))
    return list(told.untold(text, found, today)) if today.year and "年" in text else found


_FORMAL_FIGURES: Final = "[壹贰叁肆伍陆柒捌玖拾佰仟]"
_FORMAL: Final = re.compile(f"(?<![大登着内]){_FORMAL_FIGURES}+(?=[万亿元圆])")
_PLAIN_FIGURES: Final = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
"""`叁拾万元`: the figures of contracts and bank papers, one for one."""
_SERIAL: Final = re.compile(
    r"\d{16,}|0\d{2,3}[-－—]\d{2,8}[xX×*＊]+|[一二三四五六七八九十百千]{24,}|[A-Z]\d{1,4}(?:[/、](?:[A-Z]?\d{1,4}))*次"
)
"""So many figures in a row are a serial number or a slip, no quantity; covered, they cost no time.

`K792/89次` is a train, `0734-8281xxx` the telephone of somebody.
"""
_UNUSUAL: Final = re.compile(f"{_FORMAL_FIGURES}|{_SERIAL.pattern}")
FORMS: Final = tuple(
    form
    for finder in (
        schedules, earliest, rates, hours, frequencies, intervals, windows, deadlines, durations, counts, thresholds,
    )
    for form in finder.FORMS
)  # fmt: skip
"""All forms of values, the strongest finder's first."""
_FORMS: Final = Forms(FORMS)


def _unrepeated(text: str, found: list[Mention]) -> Iterator[Mention]:
    """Without values that say nothing of their own.

    `各进行1次` beside a schedule or frequency; a measure that is over (`已完成“7+2”健康监测的人员`); a second form of
    one proof (`7天内核酸检测阴性证明或包含7天内核酸检测阴性证明的绿码`).
    """
    before: Mention | None = None
    bracketed, of_itself, quoted = "（" in text or "(" in text, "本" in text or "上" in text, "”" in text
    """What `_TOLD_ASIDE` and `_OWN_LIFE` (本规范, 以上政策) open with, and what `_REPLACED` and `_REPEALED` hold."""
    for number, mention in enumerate(found):
        begin = max([text.rfind(mark, 0, mention.start) for mark in "，,；;。"]) + 1
        beside = [m for m in found[:number] if begin <= m.start]
        if (
            mention.kind == "count"
            and mention.value in ("1", ">=1")
            and any(m.kind in ("schedule", "frequency") for m in beside)
        ):
            continue
        if (
            _DONE.search(text[max(begin, mention.start - 16) : mention.start])
            or ending_at(_REFERRED_TO, text, mention.start)
            or (bracketed and ending_at(_TOLD_ASIDE, text, mention.start))
            or (of_itself and _OWN_LIFE.search(text[max(0, mention.start - 100) : mention.start]))
            or _in_name(text, mention)
            or text.endswith(("（含", "(含"), 0, mention.start)
        ):
            continue
        if mention.kind == "frequency" and text.startswith(("未", "没有"), mention.end):
            continue
        described = _DESCRIBES.match(text, begin) if mention.kind == "frequency" else None
        if described and described.end() > mention.end:
            continue
        to = _REPLACED_TO.match(text, mention.end)
        if (
            (quoted and (_REPLACED.match(text, mention.end) or _REPEALED.match(text, mention.end)))
            or _is_abolished(text, mention)
            or (to and _is_old(text, mention, begin, to.end()))
        ):
            continue
        if text.rfind("《", 0, mention.start) > text.rfind("》", 0, mention.start):
            continue
        if mention.kind in ("deadline", "duration") and terms.of_a_target(text, mention, found):
            continue
        if mention.kind == "duration":
            mention = terms.as_term(text, before, mention)
        before = mention
        after = text[mention.end : mention.end + 4]
        if any(
            (m.kind, m.value) == (mention.kind, mention.value) and text.startswith(after, m.end)
            for m in beside
            if m.kind == "window"
        ):
            continue
        yield mention


def _is_abolished(text: str, mention: Mention) -> bool:
    if mention.kind in _LASTING and ending_at(_NOT_NEEDED, text, mention.start):
        return True
    return bool(ending_at(_ABOLISHES, text, mention.start) and _ABOLISHED.match(text, mention.end))


def _is_old(text: str, mention: Mention, begin: int, to: int) -> bool:
    """Whether a value is the one so far: `由75%提高至100%`, `将通行费9.5折优惠幅度扩大到8.5折`."""
    before = text[max(begin, mention.start - 24) : mention.start]
    bound = _BOUND_BY.match(text, mention.start)
    if _REPLACED_FROM.search(bound[0] if bound else before) or (
        "，现" in text[mention.end : to] and _ONCE.match(before)
    ):
        return True
    return bool(_TAKEN.search(text, begin, mention.start) and _FIGURE.match(text, to))


def _in_name(text: str, mention: Mention) -> bool:
    """Whether a length or quantity only stands in a quoted name (“3.5小时消毒清洁”预案, “15分钟便民服务圈”)."""
    rated = mention.kind == "deadline" and _RATE_WITHIN.match(text, mention.end)
    called = mention.kind == "frequency" and _CALLED.match(text, mention.end)
    if rated or called or _RATE_OF_A_NAME.match(text, mention.end):
        return True
    if (
        (mention.value != "immediate" and mention.kind not in ("duration", "threshold"))
        or "+" in mention.value
        or mention.value[0] in "<>"
    ):
        return False
    opened, closed = text.rfind("“", 0, mention.start), text.rfind("”", 0, mention.start)
    if (opened > 0 and text[opened - 1] in "至到为") or durations.QUOTED_MEASURE.match(text, mention.end):
        return False
    end = text.find("”", mention.end)
    return (
        opened > closed
        and end >= 0
        and text[opened + 1 : end].strip() != text[mention.start : mention.end]
        and end - opened < 16
    )


_RATE_OF_A_NAME: Final = re.compile("[^“”，。；]{0,6}”[\u4e00-\u9fff]{0,2}率")
"""`“一日办结”率`: how many are done so is what is measured."""
_CALLED: Final = re.compile(
    "[^“”。；]{0,12}”[^“”，。；]{0,4}(?:品牌|栏目|专栏|课堂|讲堂|沙龙|主题|行动|工程|[学练]习|竞赛|擂台|视频|动态|典型)"
)
"""`“每日一题、每周一课”学习品牌`: how often is in the name of what is built up; a 制度 so named is done so often."""
_RATE_WITHIN: Final = re.compile(r"[\u4e00-\u9fff]{2,6}率(?=达|不|为|提|保|要|应|须|\d|$|[，。；])")
"""`10秒内接听率达到95%`: the time is in the name of the rate."""
_REPLACED: Final = re.compile(r"[^“”，。；]{0,12}”，?(?:修改为|调整为|改为|变更为|修订为)")
_REPEALED: Final = re.compile(
    "[^“”，。；]{0,12}”的?(?:规定|要求|条款|内容|表述|字样)?(?:自[^，。；]{2,16})?(?:停止执行|(?:予以)?(?:废止|删除|取消)|不再执行)"
)
"""`“每7天检测1次”的规定停止执行`: what is in force no more."""
_ABOLISHES: Final = re.compile(
    "(?:(?<!不予)(?<!不得)取消|废止|不受|不再(?:执行|实行|要求|查验|收取|提供|需要)|删[去除掉])[^，。；：]{0,24}$"
)
_ABOLISHED: Final = re.compile(
    "[^，。；“”]{0,16}?”?的?(?:[^，。；“”的]{0,8})?(?:规定|要求|限制|门槛|条件|收费|收费标准|费用?|工本费|证明|报告|期限|条款|内容|表述|字样|做法|”)(?=$|[，。；、])"
)
"""`取消注册资本最低3万元的限制`, `不再执行“第1、4、7天核酸检测”的规定`: what is done away with rules no more."""
_NOT_NEEDED: Final = re.compile(
    "(?:无[需须]|不再?需要?|不必|免[于予])(?:采取|进行|实[施行]|接受|落实|执行|提供|出示)?"
    "(?:集中|居家|自我|闭环|医学|健康|隔离|观[察测]|监测|管[理控]|核酸|检测)*$"
)
"""`无需隔离14天`, `不需要采取14天隔离措施`: what nobody need do is no rule, as what is done away with is none."""
_LASTING: Final = ("duration", "window", "schedule", "frequency", "count")
_REPLACED_FROM: Final = re.compile(
    r"(?:(?:由|从)(?:原来?的?|之前的?)?|原[定有]?(?:的|为)?|现行的?|原[^，。；]{2,16}规定的?)$"
)
_TAKEN: Final = re.compile(r"(?:[将把][^，。；\d]{2,30}|(?<![理自])[由从][^，。；\d]{0,20})$")
_FIGURE: Final = re.compile(r"[每约\d一二两三四五六七八九十百千万]")
"""`将收费标准2元调整为3元`, `由现行办法规定的3%降至2%`: what is taken and what becomes of it, with its own figure."""
_BOUND_BY: Final = re.compile(r"最[高低多少长短][^，。；\d]{2,12}?(?:由|从)(?:每[年月日人户亩]|原来?的?)?(?=\d)")
"""`最高额度由200万元提高至300万元`: the bound belongs to the value's words."""
_ONCE: Final = re.compile("原(?![则因料材文址件籍])")
_REPLACED_TO: Final = re.compile(
    r"[^，。；“”]{0,8}?，?(?:(?:缩短|压缩|减少|延长|增加)[^，。；]{1,8}，)?(?:现(?:统一)?)?(?:调整|改|变更|修改|增加|"
    r"提高|降低|减少|缩短|压缩|压减|延长|放宽|上调|下调|上升|下降|扩大|"
    r"[降提增升减])(?:为|至|到)"
)
"""The old wording or value of an amendment is no rule any more."""
_DESCRIBES: Final = re.compile(r"对[^，。；]{2,40}?的(?:机构|企业|单位|人员|纳税人|项目|地区|部门)")
"""`对每季度排名靠后的机构`: the frequency describes whom the rule governs."""
_TOLD_ASIDE: Final = re.compile("[（(](?:去年|上年|同期|目前|现已|已)[^（）()]*$")
"""`计划抽检90批次（去年完成|80批次）`: told beside what is planned."""
_REFERRED_TO: Final = re.compile(
    "(?:前[款条]|上述|本条|第[一二三四五六七八九十百\\d]+[条款项])(?:所?规定|所称|所列)的$"
)
"""`前款规定的|15个工作日不包括公示时间`: a term that is set elsewhere, and only spoken of here."""
_OWN_LIFE: Final = re.compile(
    r"(?:本|以上|上述)[\u4e00-\u9fff]{0,6}(?:规范|指南|条例|规程|标准|通知|办法|政策|意见|细则|规定|方案|公告|通告|"
    r"措施|指引|"
    r"实施细则|实施意见|实施方案|若干措施|行动计划)(?:[^，。]{0,20}(?:有效期|施行|执行|适用|"
    r"实施)(?!之日)[^，。日]{0,12}|[^。；]{0,24}?自[^。]{2,30}，(?:有效期|试行期?|"
    r"执行期|(?:施行|执行|实施|有效|适用)?至)[^，。]{0,20})$"
)
"""How long the notice itself lives is the notice's own field, no rule."""
_DONE: Final = re.compile(r"已(?:经)?(?:完成|实施|接受|进行)[^，。]{0,4}$")


def _values(sentence: Sentence, today: Today) -> list[Mention]:
    """The values of one sentence, those of a row's cells with their heads."""
    if sentence.term:
        found = _term(sentence, today)
    else:
        found = [] if _slogan(sentence) else mentions(sentence.text, today)
        found = [mention for mention in found if mention.start >= sentence.told]
    if sentence.columns:
        bare = [cell for cell in sentence.columns if tables.lends(cell, sentence.text[max(cell.start, 0) : cell.end])]
        found = [one for one in found if not any(cell.start <= one.start < cell.end for cell in bare)]
        found = sorted((*found, *_under_heads(sentence, found, today)), key=lambda mention: mention.start)
    return found


def _of_values(
    source: _Source, sentence: Sentence, found: list[Mention], course: Course, main: Sentence, today: Today
) -> Iterator[Requirement]:
    """The records of a sentence's values; one in a closing bracket (`完成时限：6月底`) belongs to the main sentence."""
    closing = 0 if sentence.term else assignments.begins(sentence.text)
    begin, end = periods.applies(sentence.text, today)
    for mention in found:
        if mention.kind == "duration" and periods.long_begun(sentence.text[: mention.start], begin, today):
            continue
        if mention.start >= closing:
            quote = evidence(source.notice, min(main.start, sentence.start), max(sentence.end, main.end))
            record = _requirement(source, sentence, mention, slots.of_item(main, course), quote)
        else:
            quote = _quote(source.notice, sentence, mention)
            told = slots.of_cell(sentence, mention) or slots.read(*_where_it_stands(sentence, mention), course)
            record = _requirement(source, sentence, mention, told, quote)
        own = record.value == f"{begin}/{end}"
        yield replace(record, applies_from=begin, applies_to=end) if (begin or end) and not own else record


def _duties(source: _Source, sentence: Sentence, found: list[Mention], course: Course) -> Iterator[Requirement]:
    """What a sentence obliges somebody to, beside its values; a cell that only says by when obliges nobody."""
    if not sentence.term and (sentence.role == "rule" or _whole_item(sentence)):
        for duty in duties.find(sentence, found, assigned=bool(course.assigned)):
            yield _duty(source, sentence, duty)


_BRACKET: Final = re.compile(r"（(?P<x>[^（）]{12,})）")


def _where_it_stands(sentence: Sentence, mention: Mention) -> tuple[Sentence, Mention]:
    """`身份证明（未满16周岁的人员代办的，应当…）`: a bracket with a rule of its own is read by itself."""
    for bracket in _BRACKET.finditer(sentence.text) if "（" in sentence.text else ():
        begin, end = bracket.span("x")
        if begin <= mention.start and mention.end <= end and _RULE_OF_ITS_OWN.search(bracket["x"]):
            start, masked = sentence.start + begin, mask(bracket["x"])
            inner = replace(sentence, text=bracket["x"], masked=masked, start=start, columns=())
            return inner, replace(mention, start=mention.start - begin, end=mention.end - begin, claim=(0, 0))
    return sentence, mention


_RULE_OF_ITS_OWN: Final = re.compile("[^，。；]{4,}，[^。；]*(?:应当|须|必须|不得|可以|可)[^。；]{2,}")


def _whole_item(sentence: Sentence) -> bool:
    """A numbered item of one sentence (`（一）保险公司应制定…。`): its own heading, and it obliges all the same."""
    if sentence.role != "heading" or not sentence.text.endswith("。"):
        return False
    text = sentence.masked
    return says_must(text) or modality(text) == "must_not" or "负责" in text or text.startswith("请")


def _term(sentence: Sentence, today: Today) -> list[Mention]:
    """The values of a cell under `完成时限`, read as if the head stood in front of it and its unit behind."""
    label = "完成时限："
    unit = sentence.unit if sentence.text.isdigit() else ""
    return [
        replace(
            mention, start=max(mention.start - len(label), 0), end=min(mention.end - len(label), len(sentence.text))
        )
        for mention in mentions(label + sentence.text + unit, today)
        if mention.start >= len(label) or unit
    ]


def _under_heads(sentence: Sentence, found: list[Mention], today: Today) -> Iterator[Mention]:
    """The values of a row's cells in which nothing was read, with the head in front: `补贴标准：5000元`."""
    for cell in sentence.columns:
        begin = max(cell.start, 0)
        said = sentence.text[begin : cell.end]
        if not tables.sets(cell, said) or any(cell.start <= one.start < cell.end for one in found):
            continue
        text, at, lent = tables.worded(cell, said)
        for mention in mentions(text, today):
            if mention.end > at:
                start, end = max(mention.start, at), min(mention.end, len(text) - lent)
                yield replace(mention, start=start + begin - at, end=end + begin - at, claim=(0, 0))


def _slogan(sentence: Sentence) -> bool:
    """A heading of a few words (线上业务马上办) names its section and rules nothing; a whole numbered sentence does."""
    return (
        sentence.role == "heading"
        and not sentence.text.endswith("。")
        and len(sentence.text) < 30
        and not any(map(str.isdigit, sentence.text))
        and not _RULES.search(sentence.text)
    )


_RULES: Final = re.compile("只(?:允许|准|[能可限])|不得|不准|必须|应当")
"""`1.每个家庭只能登记一个项目`: an item without a full stop that sets a limit."""


def _quote(notice: Notice, sentence: Sentence, mention: Mention) -> Evidence:
    low, high = sentence.segment(mention.start)
    return evidence(notice, *_bare(notice, sentence.start + low, sentence.start + max(high, mention.end)))


def _requirement(source: _Source, sentence: Sentence, mention: Mention, read: Slots, quote: Evidence) -> Requirement:
    words, begin = sentence.text[mention.start : mention.end], sentence.start + mention.start - quote.start
    grounds = confidence.grounds(mention, read.steps)
    return Requirement(
        id=record_id(source.notice.id, mention.kind, mention.value, words, quote.quote, begin),
        notice_id=source.notice.id,
        kind=mention.kind,
        value=mention.value,
        value_text=words,
        evidence=quote,
        clause="/".join(sentence.path) or None,
        heading="/".join(sentence.headings) or None,
        subject=read.subject,
        action=read.action,
        responsible=read.responsible,
        trigger=read.trigger,
        condition=read.condition,
        modality=read.modality,
        subject_code=subject_code(read.subject),
        action_code=action_code(read.action),
        confidence=confidence.of(grounds),
        flags=mention.flags,
        roles=source.parts.of(read.responsible, quote),
        grounds=grounds,
    )


def _assigned_duty(source: _Source, sentence: Sentence, units: tuple[str, ...], end: int) -> Iterator[Requirement]:
    """The duty of an item whose sentences name no agent, of the units assigned to it; one for all its sentences.

    The evidence reaches to `end`, where the words that assign the item end, if that is behind the sentence.
    """
    if assignments.is_assignment(sentence.text):
        return
    if duty := duties.of_item(sentence, max(end, sentence.end), units):
        yield _duty(source, sentence, duty)


def _duty(source: _Source, sentence: Sentence, duty: duties.Duty) -> Requirement:
    quote = evidence(source.notice, *_bare(source.notice, sentence.start + duty.start, sentence.start + duty.end))
    return Requirement(
        id=record_id(source.notice.id, "duty", *duty.responsible, quote.quote),
        notice_id=source.notice.id,
        kind="duty",
        value=None,
        value_text=None,
        evidence=quote,
        clause="/".join(sentence.path) or None,
        heading="/".join(sentence.headings) or None,
        action=duty.action,
        responsible=duty.responsible,
        modality=duty.force,
        action_code=action_code(duty.action),
        confidence=confidence.of(confidence.DUTY),
        roles=source.parts.of(duty.responsible, quote),
        grounds=confidence.DUTY,
    )


def _bare(notice: Notice, start: int, end: int) -> tuple[int, int]:
    """A stretch of the notice without blanks and stops at its edges."""
    piece = notice.text[start:end]
    front = len(piece) - len(piece.lstrip(" \t\u3000，,、；;"))
    back = len(piece) - len(piece.rstrip(" \t\u3000。；;，,"))
    return start + front, max(end - back, start + front + 1)
