"""One value in its sentence → subject, action, responsible units, trigger, condition and modality.

The value's clause is read first, then its neighbours to the left inside the same semicolon, then what carries over in the item.
"""

from __future__ import annotations

import re

from extract import parties
from extract.mentions import Mention
from extract.parties import Agent, Context, Slots, agent_of
from extract.sentences import Sentence, mask

_CUT = re.compile(
    r"[（(，。；,;：:]|(?:和|及|以及|并|并且|且|，)(?=[一二两三四五\d]|在|于|由|将|要|应|须|同时|纳入|按|至少)|(?:，|,)|后(?=(?:\d|[一二三四五六七八九十两]+(?:个|天|日)))|(?<=[^最首])次(?=进行)"
)
_PREDICATE = re.compile(
    r"(?:应当|应该|必须|须|应(?!用|急|届|收|付|税|纳|诊|检|种|对)|要(?![求素点件闻道])|需要?(?!求)|一律|可以|可(?![能靠行持视见])|不得|严禁|禁止|均|都|每|第(?=[\d一二三四五六七八九十])|连续|不再|不予|不流动|原则上|尽量|实行|实施|进行|开展|采取|接受|落实|按|按照|根据|自|于(?=\d)|(?<![存现所内])在|由|来[^，。]后|入[^，。]后|(?<!不)(?:达到|超过|不超过|不少于|不低于|低于|高于|为(?!主|了|期)|不足)|至少|最高|最多|提前|立即|第一时间|当场|当日|及时|减免|免征|免收|减征|下浮|压缩|缩短|给予|补助|补贴|报送|提交|办理|向|凭|持|倡导|有序|集中|先|继续|严格|分为|\d+个?(?:天|日|小时|工作日|月)内)"
)
_NOUN_END = re.compile(r"(?:人员|者|病例|患者|居民|旅客|学生|师生|企业|单位|机构|场所|区域|地区|对象|家庭|车辆|项目|产品|商品|物品|事项|申请|材料|贷款|资金|费用|□|工程|建筑|住房|用地|人群|群体|病人|户|毕业生|职工|劳动者|的)$")
_IF = re.compile(r"^(?:若|如|一旦|当|因|如果|经|在|自|按|按照|根据|为|除|凡|则|并|且|同时|期间|其中)")
_DATE_ONLY = re.compile(r"^(?:自|从|于|在|到|至|力争|确保|计划|原则上|每年|其中|并|且|同时|、)*$")
_OBJECT_VERB = re.compile(rf"^(?:{parties._VERB}|向[^，。；]{{2,20}}?(?={parties._VERB})|并|和|、|好|到|给|完|全部|一次性|各类|再)+")


def read(sentence: Sentence, mention: Mention, context: Context) -> Slots:
    """The slots of the rule that `mention` is the value of; what the text leaves open stays `None` or empty."""
    return _Reading(sentence, mention, context).slots()


def subject_of(sentence: Sentence) -> str | None:
    """The subject that a sentence sets for the ones after it: `对X…`, or its topic when that is no acting unit."""
    for start, end in sentence.clauses:
        clause, covered = sentence.text[start:end], sentence.masked[start:end]
        found = _governed(clause, covered) or (_conditional(clause, covered) if not _IF.match(clause) else None)
        if found:
            return found
        if agent_of(clause, covered) is None and (topic := _topic(clause, covered, len(clause))) and _persons(topic):
            return topic
    return None


def agents_of(sentence: Sentence) -> tuple[str, ...]:
    """The unit that is the grammatical subject of a sentence's first clauses and so governs the item's next ones."""
    for start, end in sentence.clauses[:3]:
        agent = agent_of(sentence.text[start:end], sentence.masked[start:end])
        if agent and not agent.passive and not _governs_persons(agent):
            return agent.names
    return ()


class _Reading:
    """The reading of one mention: the clause it stands in, what is before and behind it, and the neighbours."""

    def __init__(self, sentence: Sentence, mention: Mention, context: Context) -> None:
        self.text, self.covered = sentence.text, sentence.masked
        self.mention, self.context = mention, context
        low, high = next(
            ((a, b) for a, b in sentence.segments if a <= mention.start < b), (0, len(self.text))
        )
        self.clauses = [(a, b) for a, b in sentence.clauses if low <= a < high] or [(low, high)]
        self.index = max((i for i, (a, _) in enumerate(self.clauses) if a <= mention.start), default=0)
        self.earlier = [(a, b) for a, b in sentence.clauses if b <= low]
        self.start, self.end = self.clauses[self.index]
        self.end = max(self.end, mention.end)
        self.head, self.tail = self.text[self.start : mention.start], self.text[mention.end : self.end]
        self.agent, self.agent_end = self._agent()

    def slots(self) -> Slots:
        action = self._action()
        subject = self._subject(action)
        responsible = self._responsible()
        return Slots(
            subject=_clean(subject),
            action=_clean(action),
            responsible=responsible,
            trigger=self._trigger(),
            condition=self._condition(),
            modality=parties.modality(self._force()),
        )

    # the unit that acts

    def _agent(self) -> tuple[Agent | None, int]:
        """The nearest acting unit: behind a leading date, in the value's clause, or in a clause before it."""
        behind = self._behind()
        if behind is not None:
            found = agent_of(self.text[behind : self._clause_end(behind)], self.covered[behind : self._clause_end(behind)])
            if found and not found.passive or found and found.start == 0:
                return found, behind + found.end
        for start, end in reversed(self.clauses[: self.index + 1]):
            found = agent_of(self.text[start:end], self.covered[start:end])
            if found and (start + found.end <= self.mention.start or start < self.start or found.passive):
                return found, start + found.end
        for start, end in reversed(self.earlier):
            found = agent_of(self.text[start:end], self.covered[start:end])
            if found and not found.passive:
                return found, -1
        return None, -1

    def _behind(self) -> int | None:
        """Where the sentence goes on after a value that opens its clause (2023年3月底前，各地…), else `None`."""
        if not _DATE_ONLY.match(self.head):
            return None
        if self.tail.strip(" ，,"):
            return self.mention.end
        return self.clauses[self.index + 1][0] if self.index + 1 < len(self.clauses) else None

    def _clause_end(self, at: int) -> int:
        return next((b for a, b in self.clauses if a <= at < b), self.end)

    def _responsible(self) -> tuple[str, ...]:
        if self.agent and not _governs_persons(self.agent):
            return self.agent.names
        if self.context.assigned:
            return self.context.assigned
        if self.agent or self._own_subject():
            return ()
        return self.context.agent

    # what is done

    def _action(self) -> str | None:
        behind = self._behind()
        if behind is not None and behind > self.end:
            begin = self.agent_end if behind <= self.agent_end <= self._clause_end(behind) else behind
            return _after(self.text[begin : self._clause_end(behind)]) or None
        if self.agent_end > self.mention.end:
            return _after(self.text[self.agent_end : self.end]) or None
        if self.mention.kind == "window" and (done := self._measure()):
            return done
        after = _after(self.tail)
        if after and not self._tail_is_unit(after):
            return after
        return self._before() or self._next()

    def _tail_is_unit(self, after: str) -> bool:
        return len(after) < 2 or bool(re.fullmatch(r"(?:以上|以下|的|内|前|后|左右|标准|比例|□+)+", after))

    def _measure(self) -> str | None:
        """What is done to a subject with a look-back: the predicate behind the noun that the look-back describes."""
        from_here = self.covered[self.mention.end : self.end]
        if re.match(r"(?:的|有效|新冠)*[^，。；]{0,8}(?:核酸|抗原|检测|证明|证)", from_here):
            return _after(self.tail)
        predicate = _PREDICATE.search(self.covered, self.mention.end, self.end)
        if predicate and (done := _after(self.text[predicate.start() : self.end])):
            return done
        return self._next()

    def _next(self) -> str | None:
        """The predicate of the following clause, where the value's own clause is but a noun phrase."""
        for start, end in self.clauses[self.index + 1 : self.index + 3]:
            agent = agent_of(self.text[start:end], self.covered[start:end])
            if done := _after(self.text[start + agent.end if agent else start : end]):
                return done
        return None

    def _before(self) -> str | None:
        """The predicate in front of a value that closes its clause (集中隔离医学观察14天)."""
        begin = self.agent_end if self.start <= self.agent_end <= self.mention.start else self.start
        head = parties._VALUE_TAIL.sub("", self.text[begin : self.mention.start])
        if match := re.match(r".*(?:将|把|对)(?=.)", head):
            head = head[match.end() :] if len(head) - match.end() >= 2 else head
        cut = list(parties_head_cuts(head))
        for at in reversed(cut):
            if len(head) - at >= 2:
                return head[at:]
        if len(head) >= 2:
            return head
        if self.index and (done := self._clause_predicate(self.index - 1)):
            return done
        return None

    def _clause_predicate(self, index: int) -> str | None:
        start, end = self.clauses[index]
        agent = agent_of(self.text[start:end], self.covered[start:end])
        return _after(self.text[start + agent.end if agent else start : end]) or None

    # whom it governs

    def _own_subject(self) -> str | None:
        stop = self.mention.start - self.start
        clause, covered = self.text[self.start : self.end], self.covered[self.start : self.end]
        if found := _governed(clause, covered, within=stop, window=self.mention.kind == "window"):
            return found
        if self.mention.kind == "window" and (found := self._described()):
            return found
        if found := _taken(clause, covered):
            return found
        if not (self.agent and self.start <= self.agent_end <= self.end):
            topic = _topic(clause, covered, stop)
            if topic and not _IF.match(topic):
                return topic
        if self.agent and _governs_persons(self.agent):
            return "、".join(self.agent.names)
        for at in range(self.index - 1, -1, -1):
            if found := self._earlier_subject(*self.clauses[at]):
                return found
        return None

    def _earlier_subject(self, start: int, end: int) -> str | None:
        clause, covered = self.text[start:end], self.covered[start:end]
        if found := _governed(clause, covered):
            return found
        if _IF.match(clause):
            return None
        if found := _conditional(clause, covered):
            return found
        if agent_of(clause, covered):
            return None
        topic = _topic(clause, covered, len(clause))
        return topic if topic and (_NOUN_END.search(mask(topic)) or _PREDICATE.search(covered)) else None

    def _described(self) -> str | None:
        """The noun phrase that holds the look-back: `14日内有高风险地区旅居史的入长返长人员`."""
        tail = self.covered[self.mention.end : self.end]
        if re.match(r"(?:的|有效|新冠)*[^，。；]{0,8}(?:核酸|抗原|检测|证明|证)", tail):
            return None
        begin = self.start + (re.match(r"^(?:对于|对|针对|凡|其中|若|如)*", self.text[self.start : self.mention.start]) or [""])[0].__len__()
        predicate = _PREDICATE.search(self.covered, self.mention.end, self.end)
        phrase = self.text[begin : predicate.start() if predicate else self.end]
        return phrase if len(phrase) > self.mention.end - begin + 1 else None

    def _subject(self, action: str | None) -> str | None:
        if own := self._own_subject():
            return own
        if self.agent and not _governs_persons(self.agent):
            return _object(action)
        for start, end in reversed(self.earlier):
            if found := self._earlier_subject(start, end):
                return found
        return self.context.subject or _object(action)

    # when and on which condition

    def _trigger(self) -> str | None:
        head = self.text[self.start : self.mention.start]
        if match := list(parties._TRIGGER.finditer(mask(head))):
            begin, end = match[-1].span("t")
            begin = max(begin, (self.agent_end - self.start) if self.start <= self.agent_end <= self.mention.start else 0)
            return head[begin:end] or None
        if match := re.search(r"(?:在)?(?P<t>[^，。；在]{2,20}?)(?:的|期间)?(?:分别为|为)?$", head) if self.mention.kind == "schedule" else None:
            return match["t"]
        if self.index:
            start, end = self.clauses[self.index - 1]
            clause = self.text[start:end]
            agent = agent_of(clause, self.covered[start:end])
            if parties._TRIGGER_CLAUSE.search(clause) or re.match(r"(?:一旦|发现|接到|收到|出现)", clause[agent.end if agent else 0 :]):
                return clause[agent.end if agent and not agent.passive else 0 :] or None
        return None

    def _condition(self) -> str | None:
        for start, end in reversed(self.clauses[: self.index]):
            clause = self.text[start:end]
            if parties._CONDITION.search(clause) and not clause.startswith(("对", "按", "为")):
                return clause
        return None

    def _force(self) -> str:
        """The words that carry the modality: the value's clause and, where it has no modal, the one before."""
        clause = self.covered[self.start : self.end]
        if parties.modality(clause) != "must" or parties._MUST.search(clause) or not self.index:
            return clause
        start, end = self.clauses[self.index - 1]
        return self.covered[start : self.end] if parties._SHOULD.match(self.covered[start:end]) else clause


def parties_head_cuts(head: str) -> list[int]:
    """Offsets behind each modal or light verb of a clause's front, where its predicate can begin."""
    return [match.end() for match in _HEAD_CUTS.finditer(mask(head))]


_HEAD_CUTS = re.compile(
    r"应当(?:在)?|必须|应该|(?<![适相响对反供])应(?!急|用|届|收|付|税|纳|诊|检|种|对)(?:在)?|一律|须|需要|要(?![求素点件闻道])|可以|原则上|不得|严禁|鼓励|继续|实施|实行|进行|开展|采取|落实|至少|先|后|再(?!贷)|即"
)


def _after(text: str) -> str:
    """The predicate at the front of `text`: modals and light verbs off, cut at the end of its clause."""
    text = parties._LIGHT.sub("", text.strip(" ，,、的"))
    cut = _CUT.search(mask(text).replace("（", "□"))
    text = text[: cut.start()] if cut and cut.start() >= 2 else text if not cut else ""
    bracket = re.search(r"[（(]", text)
    if bracket and bracket.start() >= 2:
        text = text[: bracket.start()]
    return text.strip(" ，,、。；;：:")


def _object(action: str | None) -> str | None:
    """The object of an action: what is left behind its leading verbs; `None` where nothing is."""
    if not action:
        return None
    rest = _OBJECT_VERB.sub("", action)
    return rest if len(rest) >= 2 else action if len(action) >= 2 else None


def _governed(clause: str, covered: str, *, within: int | None = None, window: bool = False) -> str | None:
    """`对X实施…` → X, the whole phrase with its qualifiers."""
    for match in parties._TO.finditer(covered):
        if within is not None and match.start() >= within and not window:
            return None
        begin, end = match.span("x")
        stop = next((m for m in parties._TO_END.finditer(covered, begin + 2, end) if _closes(covered, begin, m.start())), None)
        phrase = clause[begin : stop.start() if stop else end]
        if within is not None and not window and begin + len(phrase) > within:
            phrase = clause[begin:within]
        return phrase if len(phrase) >= 2 else None
    return None


def _closes(covered: str, begin: int, at: int) -> bool:
    """Whether a phrase can end at `at`: behind a noun, not inside `解除集中|隔离…的人员`."""
    phrase = covered[begin:at]
    rest = re.split(r"[，。；,;]", covered[at:])[0]
    return not re.search(r"(?:有|无|未|已|经|解除|符合|完成|享受|存在|近|或|和|、|的|需|应|不|并|从|来自|在|与)$", phrase) and not (
        re.match(r"[^，。；]{0,30}的(?:人员|企业|单位|机构|人|项目|者|居民|家庭|学生|患者|病例)", rest) and not _NOUN_END.search(phrase)
    )


def _taken(clause: str, covered: str) -> str | None:
    match = parties._TAKE.search(covered)
    return clause[match.start("x") : match.end("x")] if match else None


def _conditional(clause: str, covered: str) -> str | None:
    """`上海口岸入境的` → itself: a group named by what it does."""
    if covered.endswith("的") and len(clause) > 3:
        return re.sub(r"^(?:对于|对|其中|若|如)", "", clause)
    return None


def _topic(clause: str, covered: str, stop: int) -> str | None:
    """The noun phrase in front of the predicate, as far as the value's own words."""
    match = _PREDICATE.search(covered, 2)
    end = min(match.start() if match else len(clause), stop)
    begin = re.match(r"(?:其中|同时|并且?|此外|另外|即|而|对|则|且|一般|但|，|\s)*", clause).end()  # type: ignore[union-attr]
    phrase = clause[begin:end]
    if len(phrase) < 2 or re.match(parties._VERB, phrase) and not _NOUN_END.search(mask(phrase)):
        return None
    return phrase


def _persons(phrase: str) -> bool:
    return bool(parties._PERSONS.search(phrase)) and not parties._STAFF.search(phrase)


def _governs_persons(agent: Agent) -> bool:
    return not agent.passive and all(_persons(name) for name in agent.names)


def _clean(text: str | None) -> str | None:
    """Verbatim, without hanging punctuation and unbalanced quotation marks."""
    if not text:
        return None
    text = text.strip(" ，,、。；;：:\n\t")
    if text.count("“") != text.count("”"):
        text = text.strip("“”")
    return text or None
