"""One value in its sentence → subject, action, responsible units, trigger, condition and modality.

The value's clause is read first, then its neighbours to the left inside the same semicolon, then the rest of the
sentence, then what carries over inside one item: the unit that still governs, and the subject that a
following sentence leaves out.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from extract.grammar.clause_words import ACT, HAS_MODAL, MODAL
from extract.grammar.clauses import Clause, parse
from extract.grammar.masking import mask
from extract.grammar.nouns import split_units
from extract.grammar.phrases import cleaned, is_preface, object_of, predicate
from extract.mentions import Mention
from extract.modality import modality, opens_with_should, says_must
from extract.parties.actions import WITHIN_FRONT, action, told_as_a_case
from extract.parties.acts import EVENTS
from extract.parties.agents import agent, class_by_a_figure, responsible
from extract.parties.by_form import unit_of_a_label
from extract.parties.circumstances import condition, trigger
from extract.parties.context import Before, Carried, CaseRule, Context, Places, Topic
from extract.parties.groups import is_supposed, who_is_eligible
from extract.parties.left_open import LEFT_OPEN
from extract.parties.obliged import answers, by_case
from extract.parties.paired import pair_of
from extract.parties.standing import benefits, is_so
from extract.parties.steps import NO_ANSWER, Answer
from extract.parties.subjects import subject
from extract.parties.surroundings import Surroundings
from extract.records import Modality
from extract.sentences import Sentence
from extract.tables import Column
from ingest import patterns as re


@dataclass(frozen=True, slots=True)
class Slots:
    """What the grammar read around one value."""

    subject: str | None = None
    action: str | None = None
    responsible: tuple[str, ...] = ()
    trigger: str | None = None
    condition: str | None = None
    modality: Modality = "must"
    steps: tuple[str, str] = ("none", "none")
    """The names of the steps that found subject and action."""


def read(sentence: Sentence, mention: Mention, context: Context) -> Slots:
    """The slots of the rule that `mention` is the value of; what the text leaves open stays `None` or empty."""
    around = Surroundings(sentence, mention, context)
    done = action(around)
    acting = agent(around)
    about = subject(around, done.words, acting)
    if done.words:
        context.before = Before(sentence.text, mention, done.words, done.step != "predicate_before")
    if about.step in _OPEN and (named := _named_in_the_row(sentence, mention)):
        about = Answer(named, "of_row")
    told, units, case = cleaned(about.words), responsible(around, acting), cleaned(condition(around))
    act = done.words
    if pair := pair_of(around):
        told, act = pair.own(told), pair.own(act) if act == about.words else act
        units, case = pair.unit(units), pair.year or pair.own(case)
    return Slots(
        subject=told,
        action=_act_alone(cleaned(act)),
        responsible=units,
        trigger=cleaned(trigger(around)),
        condition=case,
        modality=_force(around),
        steps=(about.step, done.step),
    )


def _act_alone(words: str | None) -> str | None:
    """`建筑工地必须停止施工` → `停止施工`, `支付限额为` → `支付限额`: no modal, and no verb left open."""
    if not words:
        return words
    if told := _BEHIND_ITS_MODAL.fullmatch(mask(words)):
        return words[max(told.start("do"), told.start("banned")) :]
    return _LEFT_OPEN.sub("", words)


_BEHIND_ITS_MODAL: Final = re.compile(
    r"[^，。；]+?(?<!的)(?:应当|必须|不得)(?P<do>[^，。；的\d]{2,})|"
    r"[^，。；]{2,24}[内段域区](?:禁止|严禁)(?P<banned>[^，。；\d]{2,})"
)
_LEFT_OPEN: Final = re.compile("(?<=.{3})(?:在|(?<![作行成认以因视列分])为)$")


def _force(around: Surroundings) -> Modality:
    """The force of the value's clause and of the one that it is set before; else of a recommendation in front."""
    if told_as_a_case(around) and (of_the_list := around.context.in_each_case):
        return of_the_list.force
    own = around.described and HAS_MODAL.search(around.clause.covered, around.described[1])
    events = EVENTS.fullmatch(around.tail)
    case = around.clause.conditional or (around.described and not own) or events
    opens = around.opens_a_case and around.mention.kind != "deadline"
    if _IN_HOURS.fullmatch(around.mention.value) and not around.following:
        opens = any(modality(clause.covered) == "must_not" for clause in around.later(1))
    acting = [around.following] if around.following else []
    if case or opens:
        acting = around.later(2 if events or around.opens_a_case else 1)
    told = [clause.text for clause in (around.clause, *acting) if not clause.conditional]
    words = mask("，".join(told)) if acting else around.clause.covered
    if around.asks_another:
        words = HAS_MODAL.search(mask(around.head))[0]  # type: ignore[index]
    force = modality(words)
    if force == "must" and around.earlier and opens_with_should(around.earlier[0].text) and not says_must(words):
        return modality(around.earlier[0].text)
    return force


_IN_HOURS: Final = re.compile(r"\d\d:\d\d/\d\d:\d\d")
"""`7:00至9:00、17:00至19:00，城区禁止货车通行`: what is banned in these hours is in the next clause."""


def of_item(main: Sentence, context: Context) -> Slots:
    """The slots of a value that stands outside the grammar of its rule, in a closing bracket or line of its own."""
    handled = None
    for start, end in main.clauses:
        if end - start <= _LABEL and main.text.startswith(("：", ":"), end):
            continue
        clause = parse(main.text[start:end])
        aside = clause.text.startswith("针对")
        handled = (None if aside else clause.words(clause.governed or clause.taken)) or handled
        done = predicate(clause.text[clause.body :])
        if done and not (is_preface(done) or is_supposed(clause.text)):
            about = clause.words(clause.topic) if clause.role == "thing" else None
            acting = split_units(clause.words(clause.agent) or "")
            return Slots(
                cleaned(handled or about or object_of(done) or (done if done == main.text else None)),
                cleaned(done),
                context.assigned or acting or context.carried.agent,
                modality=modality(clause.text),
                steps=("of_item", "of_item"),
            )
    label = _DUE.match(main.text)
    task = main.text if main.row is not None and len(main.text) <= _TASK else None
    return Slots(action=label["do"] if label else cleaned(task), responsible=context.assigned or context.carried.agent)


_TASK: Final = 40
"""A cell of no more characters names the task of its row, though no verb is known in it (在线提交至学校)."""


def of_cell(sentence: Sentence, mention: Mention) -> Slots | None:
    """The slots of a value that is nearly all that its cell holds; `None` where it stands in words, or in no table.

    A few words beside it say what is done (5000元以下罚款), else the head of its column (补贴标准, 报送限额); whom it
    governs stands in front in its row.
    """
    cell = next((each for each in sentence.columns if each.start <= mention.start < each.end), None)
    beside = _beside(sentence, cell, mention) if cell and cell.head else None
    if cell is None or beside is None or len(beside) > _FEW:
        return None
    done = beside if _HAN.search(beside) else cell.head
    about = _named_in_the_row(sentence, mention)
    words = sentence.text[cell.start : cell.end]
    if about is None:
        return None
    return Slots(about, done, modality=modality(words), steps=("of_cell", "of_cell"))


def _named_in_the_row(sentence: Sentence, mention: Mention) -> str | None:
    """What the first cell in words names, for a value in another: whom or what the row is about."""
    others = (each for each in sentence.columns if not each.start <= mention.start < each.end)
    named = (sentence.text[max(each.start, 0) : each.end].strip() for each in others)
    return next((words for words in named if _HAN.search(words)), None)


_OPEN: Final = {NO_ANSWER.step, *(way.name for way in LEFT_OPEN)}
"""The steps of a subject that the words around a value do not name."""


def _beside(sentence: Sentence, cell: Column, mention: Mention) -> str:
    """What a cell holds beside a value and its bound."""
    words = sentence.text[max(cell.start, 0) : mention.start] + sentence.text[mention.end : cell.end]
    return _BOUNDS.sub("", words).strip(" 、，；。：（）()的")


_FEW: Final = 6
_HAN: Final = re.compile(r"[\u4e00-\u9fff]{2}")
_BOUNDS: Final = re.compile(
    "不[得应]?(?:超过|少于|低于|高于)|最[高低多少]|至[多少]|以[上下内]|之内|左右|以?不等|分别|每[年月人次]"
)


def is_measure(heading: Sentence) -> bool:
    """`1．优化开办流程。推进…（完成时限：6月底）`: a heading that says what the item is to do is what is due then."""
    return 5 <= len(heading.text) <= _HEADING and ACT.match(heading.masked) is not None


_HEADING: Final = 40
_DUE: Final = re.compile("(?P<do>办理|办结|审批|审核|审查|整改|报送|申报|答复|处理)(?:时限|期限|时间)[:：]")
"""`办理时限：20个工作日`: the label says what is due."""
_LABEL: Final = 8
"""A clause no longer than this in front of a colon only labels what follows (主要工作：…)."""


_GRANT_NAME: Final = re.compile(
    "(?!给予|发放|落实|实施|加大|提高|完善|强化)[\u4e00-\u9fff]{2,16}(?:补助|补贴|奖励|资助|贴息|救助|补偿|津贴)"
)
"""`住院补助`: what is granted names the item."""
_PROCEDURE: Final = re.compile(
    "(?!申请|办理|优化|压缩|简化|加强|规范|推[进行])[\u4e00-\u9fff]{2,10}(?:登记|许可|备案|审批|报装|开办|过户)"
)
"""`企业设立登记`: what is applied for names the item."""
_LABELS: Final = re.compile(
    r"[\u4e00-\u9fff]{0,4}(?:标准|期限|时限|时间|额度|金额|比例|条件|对象|范围|方式|程序|流程|要求|内容|目标|原则|"
    r"依据|材料|措施|任务|安排|步骤|主体|利率|频次)"
)
"""Headings that only label what stands below (补贴标准, 申报条件); what it is of stands in the one above."""


@lru_cache(maxsize=64)
def opened(headings: tuple[str, ...]) -> Topic:
    """What the heading of an item says: it is what the item is about where it is a noun phrase."""
    titles = [heading.strip("。：: ") for heading in headings]
    heading = next((title for title in reversed(titles) if not _LABELS.fullmatch(title)), "")
    about = len(heading) <= 30 and (
        _GRANT_NAME.fullmatch(heading) or _PROCEDURE.fullmatch(heading) or parse(heading).topic == (0, len(heading))
    )
    return Topic(
        heading=heading if about else None,
        rule=predicate(re.split(r"[，,]", heading)[-1]) if "，" in heading else None,
    )


_STAGE: Final = re.compile(
    r"(?:[^，。；：（）()]{2,8}[：:])?[^，。；：（）()]{2,16}[（(][^（）()]{0,6}\d{1,4}[年月日.．/][^（）()]{2,30}[）)][。：:]?"
)
"""`组织实施（12月11日至3月25日）。`: a stage of the work by its name, its time in brackets."""
_BRACKET_LAST: Final = tuple(bracket + stop for bracket in "）)" for stop in ("", "。", "：", ":"))
"""How a stage ends."""


def acts_in_stage(sentence: Sentence, behind: list[Sentence]) -> tuple[str, ...]:
    """Who is told to act in a stage that is named in front: the unit that opens the next sentence."""
    dated = sentence.text.endswith(_BRACKET_LAST) and _STAGE.fullmatch(sentence.text)
    if not (dated and behind and behind[0].clauses):
        return ()
    start, end = behind[0].clauses[0]
    first = parse(behind[0].text[start:end])
    return split_units(first.words(first.agent) or "")


@dataclass(frozen=True, slots=True)
class Lead:
    """Who is told to act in a sentence that opens a list, and the path of the item that the list belongs to."""

    path: tuple[str, ...] = ()
    agent: tuple[str, ...] = ()
    about: str | None = None
    """Whom the conditions of the list are of."""
    outer: Lead | None = None
    """The list in which the item stands that opens this one."""
    rule: CaseRule | None = None
    """What is done in each of the cases that the list tells."""

    def opens(self, path: tuple[str, ...]) -> Carried:
        """What is handed on to an item of the list."""
        return Carried(self.over(path), self.about, persons=True) if self.sets(path) else Carried(self.over(path))

    def sets(self, path: tuple[str, ...]) -> bool:
        """Whether an item is one of the conditions that somebody must meet."""
        return self.about is not None and self.holds(path)

    def holds(self, path: tuple[str, ...]) -> bool:
        """Whether an item stands in the list."""
        return len(path) > len(self.path) and path[: len(self.path)] == self.path

    def over(self, path: tuple[str, ...]) -> tuple[str, ...]:
        """The one who acts in an item of the list; nobody in an item elsewhere."""
        return self.agent if self.holds(path) else ()


NO_LEAD: Final = Lead()
_OF_CASES: Final = re.compile("条件|情形|符合|具备|满足|范围|标准|包括|属于|如下原则|职责")


_BY_CASE: Final = re.compile(
    "按照?(?:下列|以下)[^，。；]{0,8}?(?:分类|分别)?(?:处理|办理|处置|作出|执行|进行|实施|核查)"
)
"""`承办单位应当按照下列情形分类处理：`: the one who opens the list acts in each of its cases."""
_ANY_OF_THESE: Final = re.compile("(?:下列|以下)[^，。；]{0,6}(?:情形|情况|条件|行为)之一")
"""`属于下列情形之一的，不得申请：`: the items of the list tell cases, and nobody acts in them."""


_BANNED: Final = re.compile("(?:不得|禁止|严禁|不准)[^，。；：]{0,8}(?:下列|以下)[^，。；：]{0,8}[：:]$")
"""`保护范围内不得有下列行为：`: each item is banned, and says itself what it bans."""
_CASE_OPENS: Final = re.compile("(?:^|发生|出现|存在|属于|有|具有)(?:下列|以下)[^，。；]{0,6}(?:情形|情况|事件|行为)")


def _in_each_case(sentence: Sentence) -> CaseRule | None:
    """`有下列情形之一的，应当在2小时内报告：`: what is done in each of the cases, from the clause that follows them."""
    if _BANNED.search(sentence.text):
        return CaseRule("", "must_not")
    clauses = [parse(sentence.text[start:end]) for start, end in sentence.clauses]
    opening = next((n for n, clause in enumerate(clauses) if _CASE_OPENS.search(clause.text)), None)
    if opening is None:
        return None
    if here := _DONE_THERE.search(clauses[opening].text):
        act = predicate(here["do"])
        return CaseRule(act, modality(here["do"])) if act else None
    for clause in clauses[opening + 1 :]:
        if not is_preface(clause.text) and (act := predicate(clause.text[clause.body :])):
            return CaseRule(WITHIN_FRONT.sub("", act), modality(clause.covered))
    return None


_DONE_THERE: Final = re.compile(
    "(?:情形|情况|行为)(?:之一)?的?(?P<do>(?:不得|应当?|可以?|须|不予|一律)[^，。；：]{2,})"
)
"""`有下列情形之一的|不得报名：`: a case without its comma."""


class Course:
    """What the sentences of a notice hand on to the next, a `Context` that is read where a value asks for it.

    `assigned` are the units that are assigned to the sentence at hand.
    """

    def __init__(self) -> None:
        self.assigned: tuple[str, ...] = ()
        self.before: Before | None = None
        self.places = Places()
        self._lead = self._opening = NO_LEAD
        self._item: Sentence | None = None
        self._carried: Carried | None = None
        self._told: tuple[str, ...] = ()
        self._passed: list[Sentence] = []

    @property
    def carried(self) -> Carried:
        """What carries over to the sentence at hand."""
        handed = self._carried or self._opening.opens(self._item.path if self._item else ())
        for sentence in self._passed:
            handed = carried(sentence, handed)
        self._passed.clear()
        self._carried = handed
        return handed._replace(agent=self._told) if self._told else handed

    @property
    def listed(self) -> bool:
        """Whether the one who acts is told to in the opening of the list that the item stands in."""
        acting = self._opening.over(self._item.path) if self._item else ()
        return bool(acting) and acting == self.carried.agent

    @property
    def topic(self) -> Topic:
        """What the heading of the item says."""
        return opened(self._item.headings) if self._item else Topic()

    @property
    def in_each_case(self) -> CaseRule | None:
        """What is done in each case of the list that the item stands in."""
        return self._opening.rule if self._item and self._opening.holds(self._item.path) else None

    @property
    def eligible(self) -> bool:
        """Whether the item at hand is one of the conditions that the subject must meet."""
        return self._item is not None and self._opening.sets(self._item.path)

    def opens(self, sentence: Sentence) -> None:
        """The sentence is the first of an item."""
        self._item, self._opening, self._carried = sentence, self._around(sentence.path), None
        self._passed.clear()

    def tells(self, units: tuple[str, ...]) -> None:
        """The units act in the stage that the sentence at hand names, where nobody does yet."""
        self._told = () if self.carried.agent else units

    def passes(self, sentence: Sentence) -> None:
        """The sentence has been read."""
        self._told = ()
        self._passed.append(sentence)
        if self._lead is not NO_LEAD or sentence.role == "heading" or sentence.text.endswith(("：", ":")):
            self._lead = self._led_by(sentence)

    def _led_by(self, sentence: Sentence) -> Lead:
        """`许可机关应当…，并按下列情况作出处理：`: whom the opening of a list tells to act."""
        if sentence.text.endswith(("：", ":")):
            opens = sentence.text[sentence.clauses[-1][0] :] if sentence.clauses else ""
            acts = _BY_CASE.search(opens) or _AS_FOLLOWS.search(opens)
            cases = (not acts and _OF_CASES.search(opens)) or _ANY_OF_THESE.search(sentence.text)
            outer = self._around(sentence.path)
            about = who_is_eligible(sentence.text) or (outer.about if cases else None)
            return Lead(sentence.path, () if cases else self.carried.agent, about, outer, _in_each_case(sentence))
        return self._around(sentence.path)

    def _around(self, path: tuple[str, ...]) -> Lead:
        """The innermost list that an item stands in (（一）有稳定的来源（符合下列条件之一）：1.… 2.…（二）…)."""
        lead: Lead | None = self._lead
        while lead and not lead.holds(path):
            lead = lead.outer
        return lead or NO_LEAD


def carried(sentence: Sentence, before: Carried) -> Carried:
    """What the item's next sentence is handed: topics that govern on, a `对X` or `…的` that names a group."""
    acting, about, persons = before
    if named := unit_of_a_label(sentence):
        acting = split_units(named)
    if sentence.text.endswith(("：", ":")) and _AS_FOLLOWS.search(sentence.text):
        acting = next(filter(None, map(_acts_there, (sentence.text[a:b] for a, b in sentence.clauses))), acting)
    for start, end in sentence.clauses:
        clause = parse(sentence.text[start:end])
        acts = clause.role == "unit" and clause.topic and not clause.by and not clause.governable
        named_to = clause.topic[1] if acts and clause.topic else 0
        waits = answers(sentence.text, end) and not HAS_MODAL.search(clause.covered, named_to)
        opens = acts and sentence.text.endswith("：") and _SETS_ABOUT.match(clause.text, named_to)
        if acts and (waits or opens or (_is_told(clause) and not is_so(clause))):
            told = clause.words(clause.topic) or ""
            acting = () if told.startswith("任何") else acting if class_by_a_figure(told) else split_units(told)
        elif waits and (who := by_case(clause, sentence.text, end)) and "的" not in (party := clause.words(who) or ""):
            acting = (party,)
        found = clause.words(clause.governed) or (clause.words(clause.topic) if clause.role == "person" else None)
        if found and not found.endswith("”"):
            about, persons = found, bool(_PERSONS.search(mask(found)))
        elif start == sentence.clauses[0][0] and clause.conditional and not is_supposed(clause.text):
            about, persons = clause.text, False
    return Carried(acting, about, persons)


_PERSONS: Final = re.compile(
    r"(?:人员|者|患者|病例|居民|旅客|学生|师生|群众|人群|对象|密接|儿童|老人|老年人|毕业生|职工)(?:□+)?$"
)


def _acts_there(text: str) -> tuple[str, ...]:
    """The unit that a clause names as the one who acts."""
    clause = parse(text)
    return split_units(clause.words(clause.agent) or "")


_AS_FOLLOWS: Final = re.compile(
    "(?:(?:履行|承担)(?:以下|下列)[^，。；：]{0,8}(?:职责|义务|责任|工作)|按照?(?:以下|下列)(?:程序|步骤|规定|要求|方法|办法)[^，。；：]{0,8})[：:]$"
)
"""`使用单位负责电梯安全，履行下列义务：`, `由主管部门按照下列程序进行：`: who is named acts in the items below."""
_SETS_ABOUT: Final = re.compile(
    "(?:[对按将]照?[^，。；]{2,20}?)?(?:进行|启动|采取|实行|开展|分类|落实)[^，。；]{2,20}$"
)
"""`热线中心对工单分类办理：`: who sets about it without a word of obligation acts in the items below."""
_TOLD: Final = re.compile(rf"(?:{MODAL}|等)")


def _is_told(clause: Clause) -> bool:
    """Whether the unit is told what to do: a modal behind it, and more than a permission where it is granted relief."""
    behind = clause.covered[clause.topic[1] :] if clause.topic else ""
    return bool(_TOLD.match(behind)) and not (behind.startswith("可") and benefits(clause))
