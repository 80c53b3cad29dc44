"""关系用语：废止、以本通知为准、修改、延长、转发、印发、根据，管住哪些公文。

Each rule reads one sentence skeleton (`extract.relations.skeletons`) and yields statements: which mark, or which
unnamed document, stands in which relation. Object, verb and mood decide: 施工许可证自行废止 has no document, 修改或废止
不相适应的规定 is no commitment, 不得废止 is a ban.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from extract.records import RelationKind, Scope, Stage
from extract.relations.skeletons import MARK, Skeleton
from ingest import patterns as re


@dataclass(frozen=True, slots=True)
class Statement:
    """A relation as one sentence states it: of the citation with number `mark`, or of an unnamed document."""

    relation: RelationKind
    mark: int | None = None
    description: str | None = None
    issuer: str | None = None
    scope: Scope = "whole"
    stage: Stage = "done"
    revised: bool = False
    """Whether the document passed on is the new text of an older one (修订后的◆)."""


_SELF: Final = (
    r"本(?:通知|办法|规定|意见|公告|通告|方案|细则|文件|文|措施|决定|规则|指南|指引|政策|规程|规范|条例|标准"
    r"|制度|若干措施|实施细则|实施意见|实施办法|目录|清单|令|预案|计划)"
)
_END_WORDS: Final = (
    r"废止|停止执行|不再执行|失效|作废|停止施行|停止实施|停止使用|终止执行|终止实施|废除|不再施行|不再适用"
    r"|不再有效|不再实施"
)
_NOT_YET: Final = re.compile(
    r"(?:不得|不予|不能|未|尚未|拟|建议|提请|推动|适时|及时|是否|可以|可|如需|如果|加快|抓紧|组织|配合|研究"
    r"|提出|推进|尽快|计划|逐步|清理|修订或|修改或|修订、|修改、|修订和|或者?|一旦|若|动态|需要"
    r"|予以修改或)[^，,：:" + MARK + r"]{0,10}$"
)
"""Plans, conditions and bans before a verb: nothing is done by this sentence."""

_LAID_DOWN: Final = (
    r"(?:中|(?:中|所)?规定的)[^，,。：:" + MARK + r"]{2,40}?(?:政策|规定|标准|条款|内容|措施|要求|优惠|价格|收费|税率"
    r"|补贴|补助|部分)"
)
"""`◆中小微企业优惠政策`, `◆规定的票价标准`: what a document lays down, as the source of a pattern."""
_PART: Final = (
    r"(?:(?:中|的|之中|里)?(?:的)?(?:“[^”]{1,40}”|第[^，,。]{1,24}[条款项章节部分]"
    r"|附件[\d一二三四五六七八九十]*|附表[\d一二三四五六七八九十]*"
    r"|有关|相关|部分)[^，,。]{0,20}?(?:段落|部分|条款|内容|规定|条|款|项)?"
    rf"|{_LAID_DOWN})"
)
_WHEN: Final = r"(?:[，,]?\s*(?:自|从|于|在)[^，,]{2,36}?(?:之?日?起|之日|后|时|日))?"
_ADVERBS: Final = (
    r"(?:同时|即行|即日起|即|立即|相应|自行|自动|予以|一并|均|全部|也|随之|现[予以]?|正式|亦|将|宣布|规定|统一"
    r"|自然|一律|届时|，|,|\s)*"
)
_ENDED: Final = re.compile(
    rf"(?:文件?)?(?:及其?(?:补充|配套|修订|实施)[^，,。{MARK}]{{0,8}}?)?(?P<etc>等(?:上述|以上"
    rf"|"
    rf"下列)?[^，,{MARK}]{{0,30}}?)?(?P<part>{_PART})?(?:[（(][^（）()]{{0,60}}[）)])?{_WHEN}(?P<how>{_ADVERBS})(?:{_END_WORDS})"
    r"(?!后|前|时|之日|之后|之前|日期|情况|或|、|和修|的(?!通知|决定|公告|通告|文件|规范))"
)
_ENDS: Final = re.compile(
    rf"(?P<how>{_ADVERBS})(?:废止|停止执行|宣布失效|停止实施|停止施行|终止执行|废除)(?:了|以下|下列|原|\s|文件"
    rf"|关于)*(?={MARK})"
)
_ALREADY: Final = re.compile(r"(?:已经?|业已|已被|被)$")


_CHARGE_ENDED: Final = re.compile(
    rf"[^，,。{MARK}]{{0,8}}(?:中|所)?规定的[^。；]{{0,60}}?(?:收费|费用|费|保证金|基金|项目)(?:项目)?{_WHEN}(?:同时|"
    rf"一律|均|相应|予以|全部)*"
    r"(?:取消|停征|停止征收|停止收取|停收)"
)
"""`◆中规定的工本费同时取消`: what another document lays down ends in part."""


def repeals(skeleton: Skeleton) -> Iterator[Statement]:
    """`◆同时废止`, `◆中第三条停止执行`, `废止◆`, `◆等5件规范性文件失效`."""
    for group in skeleton.groups:
        last = skeleton.marks[group[-1]] + 1
        ended = _ENDED.match(skeleton.text, last)
        if ended and not _unreal(skeleton, group, ended):
            for mark in group:
                own = ended["part"] if mark == group[-1] else None
                yield Statement("repeals", mark, scope=_ended_scope(own) if own else _scope_after(skeleton, mark))
            continue
        if _CHARGE_ENDED.match(skeleton.text, last) and not _NOT_YET.search(skeleton.text, 0, last - 1):
            yield Statement("repeals", group[-1], scope="part")
            continue
        first = skeleton.marks[group[0]]
        for verb in _ENDS.finditer(skeleton.text, max(0, first - 24), first + 1):
            if verb.end() == first and not _NOT_YET.search(skeleton.text, 0, verb.start()):
                yield from (Statement("repeals", mark, scope=_scope_after(skeleton, mark)) for mark in group)
                break


def _ended_scope(part: str) -> Scope:
    """A part of the document ends, or what differs from the new one (`◆中与本通知不一致的规定`)."""
    return "conflicting" if _DIFFERS.search(part) else "part"


_UNREPORTED: Final = re.compile(r"(?:停报|停止报送|停止上报|不再报送)(?P<what>[^，,：:]*?)(?:要求|规定)")


def unreported(skeleton: Skeleton) -> Iterator[Statement]:
    """`停报◆的附件◆要求报送的报表`: the duty to report under a document ends, and nothing else of it."""
    for match in _UNREPORTED.finditer(skeleton.text):
        if not _NOT_YET.search(skeleton.text, 0, match.start()):
            yield from (Statement("repeals", mark, scope="part") for mark in skeleton.between(*match.span("what")))


_CHOICE: Final = re.compile(r"修改|修订|或")
_RESTED_ON: Final = re.compile(r"(?:按照?|依照|根据|依据|符合|违反)$")
"""按照◆规定的标准停止执行…: what a document lays down is the ground of an end, not what ends."""
_IF: Final = re.compile(r"(?:如果?|若|一旦|假如)[^，,]{0,6}$")


def _unreal(skeleton: Skeleton, group: tuple[int, ...], ended: re.Match[str]) -> bool:
    """已废止 tells of another's repeal, 修改或者废止 of a choice, 如◆废止 of a condition."""
    told = _ALREADY.search(ended["how"] or "") or _CHOICE.search(ended.group())
    first = skeleton.marks[group[0]]
    return bool(
        told or _IF.search(skeleton.text, 0, first) or _RESTED_ON.search(skeleton.text, max(0, first - 4), first)
    )


_PARTLY: Final = re.compile(
    r"(?:\s*(?:中|的)?)(?:第[^，,。]{1,12}[条款项章]|附件[\d一二三四五六七八九十]*(?!的通知)|附表|部分|有关条款"
    r"|“[^”]{1,30}”(?:段落|部分))"
)


def _scope_after(skeleton: Skeleton, mark: int) -> Scope:
    return "part" if _PARTLY.match(skeleton.text, skeleton.marks[mark] + 1) else "whole"


_NOUN: Final = (
    r"办法|规定|通知|细则|方案|意见|文件|政策|制度|标准|规则|预案|通告|公告|措施|指南|目录|清单|规范|条例|要求"
)
_EARLIER: Final = r"原来?|原有的?|此前|以前|以往|之前|过去|先前|前期|前发"
_NTH: Final = r"(?:\d{4}年)?第?[\d一二三四五六七八九十百]+号(?:令|公告|通告)?"
_OLD_ENDED: Final = re.compile(
    rf"(?P<what>(?:(?:{_EARLIER})[^，,、：:{MARK}]{{0,30}}?|[^，,、：:{MARK}]{{2,24}}(?:印发|发布|下发|公布"
    rf"|出台)的[^，,、：:{MARK}]{{0,24}}?)(?:{_NOUN})|{_NTH}(?:[、和至]{_NTH})*(?<=[令告]))(?P<part>{_PART})?"
    rf"{_WHEN}(?P<how>{_ADVERBS})(?:{_END_WORDS})(?!后|前|时|之日|之后|之前|日期|情况|或|、|的)"
)


_CLEARED: Final = re.compile(r"过期|已失效|不适应|清理|修改|修订|批准|批复|许可|核准|证明")
"""What is cleared out by others, and papers of a single case (原批准文件自动失效)."""


def repeals_unnamed(skeleton: Skeleton) -> Iterator[Statement]:
    """`原办法同时废止`, `此前印发的有关规定同时废止`, `第8号公告同时废止`: the document is described only."""
    for match in _OLD_ENDED.finditer(skeleton.text):
        planned = _NOT_YET.search(skeleton.text, 0, match.start()) or _CLEARED.search(match.group())
        if not planned:
            scope: Scope = "part" if match["part"] else "whole"
            yield Statement("repeals", description=match["what"].strip(), scope=scope)


_CONFLICT: Final = re.compile(
    rf"(?P<what>[^，,。：:]{{1,80}}?)(?:如有?|若)?(?:与|同|和|跟)(?:{_SELF}|此件|上述规定)(?:的|中)?(?:有关"
    rf"|相关)?(?:规定|要求|内容|精神|条款)?(?:有)?"
    r"(?:不一致|不符合|不相一致|不符|不相符|相抵触|抵触|相冲突|冲突|不同|出入|相矛盾|矛盾)(?:的|之处|时|的地方"
    r"|者)*[，,\s]*"
    rf"(?:均|一律|应当?|统一|都|则)*(?:以|按照?|依照?|执行|适用|遵照|从){_SELF}"
)
_DIFFERS: Final = re.compile("不一致|不符|不相|抵触|冲突|不同|出入|矛盾")
_PREVAILS: Final = re.compile(rf"[^。]{{0,40}}?(?:一律|均|统一)?以{_SELF}为准")
_INSTEAD: Final = re.compile(r"(?:代替|取代|替代)(?:了|原|\s)*$")
_INSTEAD_BY: Final = re.compile(rf"[^，,。{MARK}]{{0,12}}(?:由|被|为){_SELF}(?:所)?(?:代替|取代|替代)")


_SOME_DOCUMENT: Final = re.compile(rf"{_NOUN}|{_EARLIER}")


def supersedes(skeleton: Skeleton) -> Iterator[Statement]:
    """`…与本通知不一致的，以本通知为准` (conflicting), `代替◆`, `◆由本办法代替`, `◆…以本通知为准`."""
    for match in _CONFLICT.finditer(skeleton.text) if _DIFFERS.search(skeleton.text) else ():
        marks = skeleton.between(*match.span("what"))
        if marks:
            yield from (Statement("supersedes", mark, scope="conflicting") for mark in marks)
        elif _SOME_DOCUMENT.search(match["what"]):
            yield Statement("supersedes", description=_noun(match["what"]), scope="conflicting")
    for group in skeleton.groups:
        first, last = skeleton.marks[group[0]], skeleton.marks[group[-1]] + 1
        instead = _INSTEAD.search(skeleton.text, max(0, first - 8), first)
        prevails = _PREVAILS.match(skeleton.text, last) and "不" not in skeleton.text[last:]
        replaced = _INSTEAD_BY.match(skeleton.text, last)
        if (instead and not _NOT_YET.search(skeleton.text, 0, instead.start())) or prevails or replaced:
            yield from (Statement("supersedes", mark) for mark in group)


_LEADING: Final = re.compile(
    r"^\s*(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|第[一二三四五六七八九十百\d]+条"
    r"|\d+[.、．])?\s*(?:凡|如|若|其他|其它)?(?=.{4})"
)


_ABOUT: Final = re.compile(
    r"(.*(?:文件|通知|办法|意见|方案|政策|公告|通告|细则))(?:中|里)?的?(?:有关|相关|具体)?(?:规定|内容|要求"
    r"|条款|措施)"
)


_WITHIN: Final = re.compile("(?<=[令告])[中里]$")


def _noun(words: str) -> str:
    """市级层面以往下发的文件有关规定 → 市级层面以往下发的文件; 此前规定 stays."""
    words = _LEADING.sub("", words)
    short = _ABOUT.fullmatch(words)
    return _WITHIN.sub("", short[1] if short else words).strip()


_AMENDED: Final = re.compile(
    r"(?:(?!适时|及时|研究|逐步|如需)[^，,。：:]){0,24}?[，,]?(?:作|做|进行)?出?(?P<done>了)?(?P<firm>如下|以下|下列"
    r"|部分|予以)?(?:相应)?(?:的)?(?:修改|修订|调整|补充|更正|完善)(?P<after>如下|为|通知|规定|[：:])?"
)
_CHANGED: Final = re.compile(r"[^。]{0,80}?(?:修改为|调整为|改为|修订为|更正为|变更为|增加一[条款项]|删去|删除)")
_CLAUSE_CHANGED: Final = re.compile(
    r"\s*(?:中的?)?第[^，,。]{1,20}[条款项]?(?:内容)?(?:中的?)?(?:修改为|调整为|改为|修订为|增加|删去)"
    rf"|(?:文件?)?中(?!明确)[^，,。：:{MARK}]{{1,40}}?(?:修改为|调整为|改为|变更为|修订为)"
)
"""◆第八条第一款修改为 needs no 将."""
_TO: Final = re.compile(r"(?:现|决定|同意)?(?:对|将|把|在)(?:[^，,。：:" + MARK + r"]{0,30})$")
_OURS: Final = re.compile(r"[我本][^，,。]{0,6}[局委厅部市省办行会区县]$")
_FIRM: Final = re.compile(r"现(?:就|对|将|予)|决定|同意")
_AMENDS: Final = re.compile(r"(?:修改|修订|调整|补充)(?:原|\s)*$")


_DECIDED: Final = re.compile(r"(?:决定|现)(?:对|将|予以)?$")
_TASK: Final = re.compile(rf"(?:^|[，,：:、）)\s\d.．])(?:修订|修改)(?={MARK})")


def amends(skeleton: Skeleton) -> Iterator[Statement]:
    """`对◆作如下修改`, `将◆第五条修改为`, `决定修改◆`; a plan to revise (适时修订◆) is none.

    `（三）修订◆` in a list of tasks changes nothing yet either: the document is mentioned, its revision planned.
    """
    text = skeleton.text
    for group in skeleton.groups:
        first, last = skeleton.marks[group[0]], skeleton.marks[group[-1]] + 1
        to = _TO.search(text, max(0, first - 34), first)
        changed = (
            to and not _NOT_YET.search(text, 0, to.start()) and (_firmly(text, to, last) or _CHANGED.match(text, last))
        )
        verb = _AMENDS.search(text, max(0, first - 6), first)
        decided = verb and _DECIDED.search(text, 0, verb.start())
        if (changed and not _lasts_longer(text, last)) or decided or _CLAUSE_CHANGED.match(text, last):
            yield from (Statement("amends", mark, scope=_scope_after(skeleton, mark)) for mark in group)
        elif _TASK.search(text, max(0, first - 3), first + 1):
            scopes = {mark: _scope_after(skeleton, mark) for mark in group}
            yield from (Statement("cites", mark, scope=scopes[mark], stage="planned") for mark in group)


def _lasts_longer(text: str, last: int) -> bool:
    """对◆有效期予以调整，延长至…: only its end moves, which is an extension."""
    return bool(_PERIOD.match(text, last) and _EXTENDED.match(text, last))


def _firmly(text: str, to: re.Match[str], last: int) -> bool:
    """作如下修改, 决定对…, 我局对◆进行了修订; what another organ revised is told, not done."""
    amended = _AMENDED.match(text, last)
    if amended is None:
        return False
    firm = amended["firm"] or amended["after"] in ("如下", "：", ":", "为") or _FIRM.search(text, 0, to.end())
    return bool(firm or (amended["done"] and _OURS.search(text, 0, to.start())))


_PERIOD: Final = re.compile(r"(?:的)?(?:有效期限?|(?:执行|实施|施行|适用)期限?)(?![^，,]{0,6}第)")
_EXTENDED: Final = re.compile(
    r"(?:[^，,。"
    + MARK
    + r"]{0,30}?)[，,]?[^，,。"
    + MARK
    + r"]{0,24}?(?:有效期|执行期限?|期限|实施期|执行时间|施行期|时间|政策)?(?:再次|继续|统一|相应|均|自动)*"
    r"(?:延长至|延长到|延长\d|延长[一二三两]|延至|顺延至|延续至|延续执行|继续有效(?:至|到|，(?:有效期|期限|执行期)(?:延长|延续)?(?:至|到))|(?:期满|届满|"
    r"到期)后?继续有效"
    r"|继续执行|继续施行|继续实施|继续沿用|执行至|延期至)(?!的)"
)
_EXTENDS: Final = re.compile(r"(?:延长|延续(?:实施|执行|施行)|(?:现就|决定)继续(?:实施|执行|施行))(?:原|\s|执行)*$")


_GROUND_ONLY: Final = re.compile(r"规定(?!的[^，,。]{0,20}(?:政策|措施|优惠|期限|时间))|要求|精神")


def extends(skeleton: Skeleton) -> Iterator[Statement]:
    """`◆有效期延长至…`, `◆继续执行`, `延长◆有效期`.

    `◆继续有效` extends nothing where it names no period: a review found the document in force and says so.
    """
    for group in skeleton.groups:
        first, last = skeleton.marks[group[0]], skeleton.marks[group[-1]] + 1
        verb = _EXTENDED.match(skeleton.text, last)
        before = _EXTENDS.search(skeleton.text, max(0, first - 8), first)
        if (before or (verb and not _GROUND_ONLY.search(verb.group()))) and not _NOT_YET.search(
            skeleton.text, 0, before.start() if before else first
        ):
            yield from (Statement("extends", mark, scope=_scope_after(skeleton, mark)) for mark in group)


_PASSES_ON: Final = re.compile(r"现(?:将|把)(?P<what>[^。]*?)(?P<verb>转发|批转|翻印|印发|发布|公布|下发|颁布|颁发)")
_PASSED_ON: Final = re.compile(
    r"(?:现|特|兹|一并|现已)(?:将其|将该[^，]{0,6}|再|重新)?(?:予以?|公开|统一|联合|正式|一并)*(?P<verb>转发"
    r"|批转|翻印|印发|发布|公布|下发|颁布|颁发)"
)


_PASSES: Final = re.compile(
    rf"现(?:予)?(?P<verb>印发|发布|公布|颁布|下发|转发)(?:修订后的?|新修订的?|重新修订的?)?(?={MARK})"
)


_OPENS_PASSING: Final = re.compile("现|特|兹|一并")
"""How each of the three begins."""


def passes_on(skeleton: Skeleton, grounds: frozenset[int]) -> Iterator[Statement]:
    """`现将◆印发`, `现将◆转发`, `◆已经同意，现印发`; a mark in `grounds` (根据◆) is not what is passed on."""
    if not _OPENS_PASSING.search(skeleton.text):
        return
    for match in _PASSES_ON.finditer(skeleton.text):
        yield from _passed(skeleton, skeleton.between(*match.span("what")), grounds, match["verb"])
    for match in _PASSED_ON.finditer(skeleton.text):
        yield from _passed(skeleton, skeleton.between(0, match.start()), grounds, match["verb"])
    for match in _PASSES.finditer(skeleton.text):
        yield from _passed(skeleton, skeleton.between(match.end(), match.end() + 1), grounds, match["verb"])


_REVISED: Final = re.compile(r"(?:修订|修改|修正|重新修订)后的$|新修订的$")


def _passed(skeleton: Skeleton, marks: tuple[int, ...], grounds: frozenset[int], verb: str) -> Iterator[Statement]:
    relation: RelationKind = "forwards" if verb in ("转发", "批转", "翻印") else "promulgates"
    free = [mark for mark in marks if mark not in grounds]
    for group in reversed(skeleton.groups):
        if free and free[-1] in group:
            for mark in group:
                if mark in free:
                    yield Statement(relation, mark, revised=_is_revised(skeleton, mark))
            return


def _is_revised(skeleton: Skeleton, mark: int) -> bool:
    at = skeleton.marks[mark]
    return bool(_REVISED.search(skeleton.text, max(0, at - 8), at))


CONTINUES: Final = re.compile(r"\s*现(?:予以?|将其|公开|统一|正式|再)*(?P<verb>印发|转发|发布|公布|下发)")
"""`制定了◆。现印发给你们`: what is passed on stands in the sentence before."""


def carried_on(before: Skeleton, skeleton: Skeleton, grounds: frozenset[int]) -> Iterator[Statement]:
    """The statements about marks of `before` that the sentence after it makes; `grounds` are those it rests on."""
    verb = CONTINUES.match(skeleton.text)
    if verb:
        yield from _passed(before, before.between(0, len(before.text)), grounds, verb["verb"])


RULES: Final = (
    (re.compile(f"{_END_WORDS}|取消|停征|停止|停收"), (repeals, repeals_unnamed)),
    (_UNREPORTED, (unreported,)),
    (re.compile(rf"{_DIFFERS.pattern}|代替|取代|替代|为准"), (supersedes,)),
    (re.compile("修改|修订|调整|改为|变更为|更正|补充|完善|增加|删去|删除"), (amends,)),
    (re.compile("延长|延续|顺延|延至|延期|继续|执行至"), (extends,)),
)
"""What a draft for comment (征求意见稿) can't state: rules, and the words without which they find nothing."""


def firm(skeleton: Skeleton) -> Iterator[Statement]:
    """The statements of `RULES`."""
    for words, rules in RULES:
        if words.search(skeleton.text):
            for rule in rules:
                yield from rule(skeleton)
