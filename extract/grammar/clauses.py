"""A clause of a rule: its adjunct in front, its topic, the unit that acts, what it is done to, its predicate.

Read with everything in brackets, quotes and titles covered. The order of a Chinese rule clause is steady: connective,
time or trigger, topic, modal, adjunct (对…, 将…, 由…), predicate; each part may be missing.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, Literal, NamedTuple

from extract.grammar.bodies import is_body, only_describes
from extract.grammar.by_whom import LEVELS, by_in, in_front_of_by, in_front_of_its_time, opened_by_a_verb
from extract.grammar.clause_words import HAS_MODAL, MODAL
from extract.grammar.handled import governed_in, in_front_of_whom, taken_in
from extract.grammar.masking import MASK, OPENERS, mask
from extract.grammar.nouns import (
    GOVERNABLE,
    KIN,
    LEVEL,
    PERSON_END,
    STAFF_END,
    UNIT_END,
    acts_by_name,
    is_level,
    nounlike,
)
from extract.grammar.topics import PARTY_NAME, Span, topic_of
from extract.numbers import SEASONS
from ingest import patterns as re

Role = Literal["unit", "person", "thing"]

_ROLE_THAT_ACTS: Final = (
    "[\u4e00-\u9fff]{0,6}(?:[^人成]员|人员|负责人|干部|领导)(?:离开|外出|应|须|必须|要|每|不得|[于在](?=[\\d每]))"
)
"""`汛期|负责人离开本市须请假`: when, in front of a role that is told to act."""
_LEAD: Final = re.compile(
    r"(?>(?:(?:、|并且|并(?!购|网|联)|且|或(?=[按以由在])|同时|其中|另外|另(?=[指安设选派配需须将把对按给免])|此外|"
    r"特别是|尤其是|因此|"
    r"对此|必要时|(?:正常|特殊|紧急|一般|通常)(?:情况|情形)下|届时|(?:通过[^，。；使]{2,20})?使(?![用命馆者])|或者|"
    r"以及(?=各|有关|相关)|及(?!时)|然后|然而|但是?|即(?!日|可|将|时|收)|则"
    r"|而|具体|上述|全权授权|授权(?=[各区县市])|责成|(?:务|敬|烦|恳)请|希望|望(?=各|你)|确保|允许|督促|要求|建议|"
    r"倡导|严禁|禁止|鼓励(?:和|、)?(?:引导|支持)?|支持鼓励|支持(?=各)|要(?=严禁|禁止|督促|确保)|"
    r"(?:引导|推动|指导)(?=各|[^，。；的]{2,16}?(?:机构|银行|企业|单位|部门)(?:将|加|按|对|开|提|降|为|落|做|做))|请(?!示|假)|"
    r"凡|原则上|重点(?=[对将把针])|(?:当前|现阶段|下一步|下一阶段|今后)，?(?=各|全|[^，。；的]{2,12}(?:要|应)))"
    r"|一般(?=按|由|在|应|不|为|于|可|控制)|(?:前|后|第|首|次)[一二两三四五\d]{0,2}个?(?:年度?|学年)(?=给予|予以|按|"
    r"每|补|奖|减|免|全额|分别|可|享|发|执行)"
    r"|(?:□+)?[、和及]?(?:从|自|于)?(?:20\d\d年)?\d{1,2}月\d{1,2}日(?:至|到|-|—|～)(?:\d{1,2}月)?\d{1,2}日(?:□+|"
    r"期间)?[、和及]?(?=[^\d，。；]*(?:应当|须|必须|不得|一律|要))"
    rf"|{SEASONS}各"
    r"|(?:寒|暑|节)?假期?(?:期间|中)(?=[\u4e00-\u9fff]{2,10}(?:每|应|要|须|不得|负责|按|对))"
    rf"|(?:[\u4e00-\u9fff]{{1,6}}期[内间]|(?:汛|防火|禁[渔烧火牧])期(?![内间]))(?={_ROLE_THAT_ACTS})"
    r"|下班前|全年|年内|今年|当年|本年度|到?20\d\d年(?:年?(?:底|末)(?:之前|以前|前)?|度|起)?，?(?!\d)|力争|"
    r"计划(?=[^，]{2})|[一二三四五六七八九十]+是(?:要)?|"
    r"[一二三四五六七八九十]+、(?!(?:[一二三四五六七八九十]、)*[一二三四五六七八九十]+[类级批等期])|(?:[^，。；]{1,6}期[内间]|法定(?:节假|休假)日)(?=各|全[市省县区]|所有|(?:销售|生产|经营|修理)者|纳税人|"
    r"(?:用人)?单位|企业)|"
    r"[（(]?\d{1,2}[)）.．、](?!\d)|\d{1,2}[.．]\d{1,2}[.．、]?(?=[各省市县区国卫公教民]|所有|\s)|"
    r"\d{1,2}(?:[.．]\d{1,2}){2,3}[.．、]?(?!\d)|—+|"
    r"第[一二三四五六七八九十百]+[条款项章]|\s|\u3000)*)"
)
_TIME: Final = (
    r"(?:(?:自|从)?[^，]{1,40}?(?:之[日时]起|次日起|当日起|即日起)|即日起|"
    r"自?[^，]{0,16}?\d{1,2}[日号月]起|[^，]{2,36}?(?:以后|之后"
    r"|(?<![前落背今先身])(?<!中事)(?<!博士)后(?!续|勤|评|方|台|期(?!间)|者|备|门|于|的))|"
    r"[^，]{1,16}?期(?:间|内)|[^，]{1,10}中(?=[^，]{2,10}(?:要|应|须|必须|不得))|放假前|"
    r"[^，]{1,20}?(?<![小课学延耗用限及按实临准定同届超])时(?=[\d，每]|应|要|须)"
    r"|(?:力争)?(?:20\d\d年)?(?:(?:\d{1,2}|[一二三四五六七八九十]{1,2}|[首末次当])月)?(?:上半年|下半年|年?底|"
    r"月?底)?(?:\d{1,2}日)?之?前(?![往来去台期置]))"
)
_FRONT: Final = re.compile(rf"(?P<time>{_TIME})")
_CASE_END: Final = tuple("的。”’）)")


class Clause(NamedTuple):
    """The parts of one clause as spans of the clause; `body` is where its predicate begins."""

    text: str
    trigger: Span | None = None
    topic: Span | None = None
    role: Role | None = None
    by: Span | None = None
    governed: Span | None = None
    taken: Span | None = None
    body: int = 0
    at: int = 0
    """Where its topic or predicate begins, past connectives and time."""
    covered: str = ""
    """The text with what stands in brackets, quotes and titles covered."""
    agent: Span | None = None
    """The unit or role that acts: behind 由, else the topic where it is one; no piece of the sentence is."""

    def words(self, span: Span | None) -> str | None:
        """The words of a span, `None` for no span."""
        return self.text[span[0] : span[1]] if span else None

    @property
    def governable(self) -> bool:
        """Whether the topic is staff or a kind of place: it acts in a duty, and is governed by a measure on it
        (重点岗位工作人员每3天1次核酸检测, 所有电梯及其他小型密闭场所每日消毒)."""
        return self.topic is not None and GOVERNABLE.match(self.covered[self.topic[0] : self.topic[1]])

    @property
    def tells_a_case(self) -> bool:
        """`超过6年的每半年检验一次`: a case without its comma stands where the topic does."""
        return self.topic is not None and self.text[: self.topic[1]].endswith("的")

    @property
    def conditional(self) -> bool:
        """`上海口岸入境的`, `不具备居家隔离条件的`: a group or case named by what it is."""
        return self.text.endswith(_CASE_END) and self.text.rstrip("。”’）)").endswith("的") and len(self.text) > 3


@lru_cache(maxsize=4096)
def parse(text: str) -> Clause:
    """The parts of a clause (the text between two commas, semicolons or colons)."""
    covered = mask(text.replace("後", "后"))
    at = _LEAD.match(covered).end()  # type: ignore[union-attr]
    trigger: Span | None = None
    topic = topic_of(covered, at) or in_front_of_its_time(covered, at)
    if topic is None and (front := _front(covered, at)) and not _ADJUNCT.match(covered, at):
        trigger = front.span("time")
        at = _LEAD.match(covered, front.end()).end()  # type: ignore[union-attr]
        topic = topic_of(covered, at) or in_front_of_its_time(covered, at)
    if topic and (who := _WHO_COMES.fullmatch(covered, *topic)):
        topic = who.span("who")
    elif topic and (own := _OWN_THING.match(covered, topic[1])) and UNIT_END.match(covered[topic[0] : topic[1]]):
        topic = topic[0], own.end()
    body = topic[1] if topic else at
    by = by_in(covered, at) if "由" in covered else None
    governed = governed_in(covered, at) if "对" in covered or "为" in covered else None
    taken = taken_in(covered, at) if "将" in covered or "把" in covered else None
    if by or governed or taken:
        if by and governed and governed[0] < by[0] < governed[1]:
            by = None
        for span in (by, governed, taken):
            body = max(body, span[1]) if span and span[0] <= body + 6 else body
        topic = _apart(covered, at, topic, by, governed)
    if trigger is None and topic and (later := _front(covered, topic[1])):
        trigger = later.span("time")
        body = max(body, later.end())
    if trigger and governed and trigger[0] + 1 < governed[0] and trigger[1] == governed[1]:
        governed = None
    role = _role(covered, topic) if topic else None
    agent = _agent(text, covered, by, topic if role == "unit" else None) if by or role == "unit" else None
    return Clause(text, trigger, topic, role, by, governed, taken, body, at, covered, agent)


def _apart(covered: str, at: int, topic: Span | None, by: Span | None, governed: Span | None) -> Span | None:
    """The topic without the one behind 由 and whom it acts on, where it holds them, or what stands in front of 由."""
    if governed and topic and topic[0] < governed[1] <= topic[1] + 2 and governed[0] <= topic[0]:
        topic = None
    if governed and topic and (acting := in_front_of_whom(covered, topic, governed)):
        topic = acting
    if by and topic is None and (opened := opened_by_a_verb(covered, at, by[0] - 1)):
        topic = opened
    if by and topic and (topic[1] >= by[0] or _goes_on_to(covered, topic, by[0] - 1)):
        topic = in_front_of_by(covered, topic[0], by[0] - 1)
    return topic


def _goes_on_to(covered: str, topic: Span, end: int) -> bool:
    """`住房价格|控制目标|由市局公布`: a noun that goes on past a verb's characters up to 由."""
    rest = covered[topic[1] : end]
    return len(rest) > 2 and not HAS_MODAL.search(rest) and nounlike(rest) and nounlike(covered[topic[0] : end])


def _agent(text: str, covered: str, by: Span | None, topic: Span | None) -> Span | None:
    """Who acts: the one behind 由, else the topic that is a unit, where its words are a body's name."""
    span = by or topic
    if span is None or not is_body(words := text[span[0] : span[1]]):
        return None
    if (span != by and span[0] == 0 and only_describes(covered, span[1])) or _OF_WHERE.match(covered, span[1]):
        return None
    named = (
        span != by
        or words in LEVELS
        or words.endswith(("部", "地"))
        or acts_by_name(mask(words))
        or _WHO_DOES.search(words) is not None
    )
    applies = covered.startswith("向", span[1]) and KIN.search(words)
    return span if named or applies or PERSON_END.match(words) else None


_WHO_COMES: Final = re.compile(
    "(?P<who>[^，。；的]{0,12}(?:人员|学生|师生|员工|职工|教职工|考生|旅客|居民|群众|干部|负责人|领导|[教医]师))"
    "(?:[返入离进到][校岗乡程境园场厂]|上岗|返回|(?<=[员部人导师])(?:外出|(?:离开|前往)[^，。；的]{1,8}))"
)
"""`学生|返校须提供证明`, `负责人|离开本市须请假`: who comes or goes, without the way."""
_OWN_THING: Final = re.compile(
    r"[^，。；的每将对把由按在于向从应须要不\d]{0,14}?(?:率|环节|时限|专?栏|任期|指标|建设|补助|限额|额度|标准|费用|比例)"
    r"(?=应(?!急)|须|必须|不得|不[低高少多超]|[超达]|可?提高|由(?=目前|[^，。；]{0,6}\d)|压缩|控制在)"
)
"""`企业|登记环节压缩至5日`, `收储中心|建设应于9月底前完成`: what is a unit's own goes on from its name."""
_WHO_DOES: Final = re.compile(r"[\u4e00-\u9fff](?<![家本他某个数两几])人$")
"""`由养犬人处置`: whoever does something, by what he does."""
_OF_WHERE: Final = re.compile("(?<=所)在(?:地(?![震铁方])|单位)")
"""`企业资质、所在地等限制`: 所在地 is one word, and no 所 ends in front of it."""
_ADJUNCT: Final = re.compile(rf"(?:{MODAL})?(?:对|针对|将|把|由)")
_TIMED: Final = re.compile("[后後起前间时]")


def _front(covered: str, at: int) -> re.Match[str] | None:
    """The time or trigger that a clause goes on with at `at`; a cheap look first, for most clauses have none."""
    return _FRONT.match(covered, at) if _TIMED.search(covered, at) else None


def past_its_time(text: str) -> int:
    """Where what a clause says begins behind the time or trigger that opens it (`期满后|退出`); few have one."""
    trigger = parse(text).trigger if _TIMED.search(text) else None
    return trigger[1] if trigger and trigger[0] == 0 else 0


FOUNDING: Final = re.compile("(?:开办|设立|注册|注销)(?:企业|公司|机构)$")
"""`开办企业应当在三个工作日内办结` speaks of an act: what is founded or closed does not handle it."""
_NO_UNIT: Final = re.compile(f"{FOUNDING.pattern}|新[设办](?:企业|公司|机构)$|.+的$")
"""Those too that are only just founded, or named by a case (`符合条件的应…`), are taken for no unit."""


def _role(covered: str, topic: Span) -> Role:
    words = covered[topic[0] : topic[1]]
    if _NO_UNIT.match(words):
        return "thing"
    if covered.startswith("中", topic[1]):
        return "person"
    if PERSON_END.match(words) and not STAFF_END.match(words) and not _WHO_RUNS.search(words):
        return "person"
    if PARTY_NAME.search(words) or (words.endswith("者") and _WHO_RUNS.search(words)):
        return "unit"
    if words.endswith(("会议", "例会", "办公会", "大会")) and _IS_HELD.match(covered, topic[1]):
        return "thing"
    county = words.rstrip(f"{MASK} ").endswith(_COUNTY) or is_level(words)
    return "unit" if county or UNIT_END.match(words) else "thing"


_IS_HELD: Final = re.compile(
    r"(?>(?:一般|原则上|通常|应当?|须|至少|不少于|定期|不定期|[根依]据[^，。；召举]{2,12}|每[^，。；召举]{1,6}|"
    r"[^，。；]{0,2}年|按[年季月周]度?)*)(?:召开|举行)(?![^，。；]*会)"
)
"""`全体会议每半年召开一次`: a meeting that is held acts no more than a thing; `联席会议每季度召开会议` does."""
_WHO_RUNS: Final = re.compile(
    "(?:(?:单位|组织|企业)(?:和|或者?|、)个人|(?:经营|生产|开办|举办|运营|管理|服务提供|销售|处理)者)$"
)
"""Those who run something act as units do."""
_COUNTY: Final = tuple("县旗")
_UNIT: Final = (
    rf"[{''.join(_COUNTY)}]|{PARTY_NAME.pattern.removesuffix('$')}|(?:{LEVEL})(?={MASK}|{OPENERS})|{UNIT_END.anywhere}"
)
_AGENT: Final = re.compile(f"由|{_UNIT}")


def sign_of_an_agent(text: str, at: int) -> int:
    """Where the next 由 or ending of a unit stands (`_role`), else the end: a clause without one has no agent."""
    found = _AGENT.search(text, at)
    return found.start() if found else len(text)
