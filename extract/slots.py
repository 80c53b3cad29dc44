"""One value in its sentence → subject, action, responsible units, trigger, condition and modality.

The value's clause is read first, then its neighbours to the left inside the same semicolon, then the rest of the
sentence, then what carries over inside one item: the unit that still governs, and the subject that a
following sentence leaves out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cached_property

from extract.clauses import MODAL, PREDICATE, UNIT_END, VERB, Clause, parse, split_units
from extract.masking import mask
from extract.mentions import Mention
from extract.numbers import LENGTH, NUMBER
from extract.records import Modality
from extract.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Slots:
    """What the grammar read around one value."""

    subject: str | None = None
    action: str | None = None
    responsible: tuple[str, ...] = ()
    trigger: str | None = None
    condition: str | None = None
    modality: Modality = "must"


@dataclass(frozen=True, slots=True)
class Context:
    """What carries over inside one item: the governing unit, the last subject, the units named in a closing bracket."""

    agent: tuple[str, ...] = ()
    subject: str | None = None
    persons: bool = False
    heading: str | None = None
    """The heading where it is a noun phrase that the item is about (低风险区)."""
    rule: str | None = None
    """The predicate of a heading that opens a list of cases (出现以下情形的人员，不纳入风险区域判定)."""
    assigned: tuple[str, ...] = ()


_MUST_NOT = re.compile(
    r"不得(?!少于|低于|超过|高于|小于|大于|多于|短于|长于)|严禁|禁止|不准|"
    r"不再(?!受理)|不予|不能(?!够)|不流动|不允许|杜绝|不纳入"
)
_SHOULD = re.compile(r"原则上|尽量|倡导|鼓励|建议|提倡|引导(?=在|其|其在)|宜(?=\w)")
_MAY = re.compile(r"可以|(?<![许认不未均尚无])可(?![能靠行持视见用控知通操追得回再贵观])|允许|有权")
_MUST = re.compile(r"(?<![主重需必紧概摘想只将首次简])要(?![求素点件闻道])|应|须|必须|一律|严格|确保|务必")


def modality(words: str) -> Modality:
    """The force of a clause: `不得` must_not, `原则上` should, `可` may, else must (the contract's word lists)."""
    if _MUST_NOT.search(words):
        return "must_not"
    if _SHOULD.search(words):
        return "should"
    if _MAY.search(words) and not _MUST.search(words):
        return "may"
    return "must"


def read(sentence: Sentence, mention: Mention, context: Context) -> Slots:
    """The slots of the rule that `mention` is the value of; what the text leaves open stays `None` or empty."""
    return _Reading(sentence, mention, context).slots()


def of_item(main: Sentence, context: Context) -> Slots:
    """The slots of a value that stands outside the grammar of its rule, in a closing bracket or line of its own."""
    for start, end in main.clauses:
        clause = parse(main.text[start:end])
        done = _predicate(clause.text[clause.body :])
        if done and not _PREFACE.match(done):
            about = clause.governed or clause.taken or (clause.topic if clause.role == "thing" else None)
            subject = clause.words(about) or _object(done)
            agent = split_units(clause.words(clause.agent) or "")
            return Slots(
                _clean(subject),
                _clean(done),
                context.assigned or agent or context.agent,
                modality=modality(clause.text),
            )
    return Slots(responsible=context.assigned or context.agent)


def opened(headings: tuple[str, ...]) -> Context:
    """The context at the start of an item: its heading is what it is about where that is a noun phrase."""
    heading = headings[-1].strip("。：: ") if headings else ""
    clause = parse(heading)
    about = clause.topic == (0, len(heading)) and len(heading) <= 30
    return Context(
        heading=heading if about else None,
        rule=_predicate(re.split(r"[，,]", heading)[-1]) if "，" in heading else None,
    )


def carried(sentence: Sentence, context: Context) -> Context:
    """The context for the next sentence of the item: its topics that govern on, a `对X` or `…的` that names a group."""
    agent, subject, persons = context.agent, context.subject, context.persons
    for start, end in sentence.clauses:
        clause = parse(sentence.text[start:end])
        if clause.role == "unit" and clause.topic and not clause.by and not clause.governable and _rules(clause):
            agent = split_units(clause.words(clause.topic) or "")
        found = clause.words(clause.governed) or (clause.words(clause.topic) if clause.role == "person" else None)
        if found:
            subject, persons = found, bool(_PERSONS.search(mask(found)))
        elif clause.conditional and start == sentence.clauses[0][0] and not _IF.match(clause.text):
            subject, persons = clause.text, False
    if (agent, subject, persons) == (context.agent, context.subject, context.persons):
        return context
    return replace(context, agent=agent, subject=subject, persons=persons)


def _rules(clause: Clause) -> bool:
    """Whether the unit is told what to do: a modal behind it."""
    return bool(clause.topic and re.match(rf"(?:{MODAL}|等)", mask(clause.text)[clause.topic[1] :]))


_PERSONS = re.compile(
    r"(?:人员|者|患者|病例|居民|旅客|学生|师生|群众|人群|对象|密接|儿童|老人|老年人|毕业生|职工)(?:□+)?$"
)
_IF = re.compile(r"^(?:若|如|一旦|因|如果|经(?!营|办)|按|按照|根据|为|除|则|并|且|即|在)")
_LIGHT = re.compile(
    rf"^(?:早、?(?:[午中]、?)?晚(?=各)|[^，。；]{{0,3}}前后(?=各)|后?方可|的|即可|即|以内|之内|内|之前|以前|前|止|以上|以下|左右|将|并|再|各|"
    rf"分别|同时|统一|完成|进行|开展|实施|实行|采取|接受|做好(?=.{{3}})|做|"
    rf"组织(?=开展|实施|进行|$)|召开(?=$)|一次性|全部|首次|地|予以|给予|"
    rf"为(?=期)|参加|按要求|按规定"
    rf"|(?:结束后|终了后|期满后|后)?(?:{LENGTH})(?:以内|之内|内)|"
    rf"(?:\d+|[一二三四五六七八九十]+)月(?:底|末|\d+日)?(?:之前|以前|前)"
    rf"|(?:年|月)?底前|\d+日前|继续|严格|先|一次(?!性|办)|1次|一轮|1轮|次"
    rf"|轮|遍|[，,：:”\"“、\s]|{MODAL})+"
)
_CUT = re.compile(
    r"[，。；,;：:]|时间(?=分别|为)|(?:和|及|以及|并|并且|"
    r"且)(?=[一二两三四五\d]+(?:次|天|日|个|轮|名|家)|在|于\d|由|将|要|"
    r"应|须|同时|纳入|至少)|、(?=第一时间|立即|[\d]+个?(?:天|日|小时))"
)
_VALUE_TAIL = re.compile(
    r"(?:为|为期|不超过|不得超过|不少于|不低于|不足|达到|达|至少|至|到|是|压缩|"
    r"缩短|控制在|控制|在|由|从|的|时限|连续|持续|满|分别|约|超过|要|应|应当|每次"
    r"|最长|最高|原则上|一般|均|各|按照|按|以|不|低于|高于|以来|之日起|自|于|"
    r"[，,、：:\s“（(])+$"
)
_FROM_OLD = re.compile(r"(?:由|从)(?:原来?的?)?[^，。；]*$")
_GRANTED = re.compile("补助|补贴|奖励|奖补|资助|给予|减免|贴息|发放|扣减?|加分|增加|提高")
_REACHES = re.compile("(?:达到|提高到|提升到|降低到|下降到|控制在|增长|下降|提高|降低|扩大)$")
_AHEAD = re.compile(
    rf"^(?:{MODAL}|分别|各|再|拟|计划|力争|确保|争取|推动|全年|年内|累计|"
    rf"同时|并|新(?![建增])|，|到20\d\d年(?:底)?|"
    rf"20\d\d年(?:底前?)?|[、\s])+"
)
_GIVES = re.compile(
    r"(?P<verb>(?:建设|新建|建成|改造|改建|扩建|新增|增加|更新|培育|培养|"
    r"评选|认定|创建|打造|开通|完成|实施|实现|引进|引育|发展|组建|设立|设置|配备|"
    r"配置|安排|选派|选聘|招聘|吸纳|发放|投放|投入|筹集|储备|供应|栽植|整治|治理|"
    r"修复|清理"
    r"|淘汰|压减|减少|降低|下降|提高|提升|扩大|下浮|上浮|下调|上调|减免|减征|减按|"
    r"优惠|补助|补贴|奖励|奖补|资助|给予|处以?|并处|罚款|扣减?|收取|征收|缴纳|控制"
    r"|保持|预留|返还|覆盖|保留|抽查|抽取|抽检|举办|组织|开展|开设|推出|遴选|推荐|"
    r"制定"
    r"|培训|解决|突破|布设|拨付|下达|贴息|限流|配足|确定|支付|扣除|提取|达到|加大)+)(?P<what>[^，。；]{0,60})$"
)
_WHAT_END = re.compile(r"(?:为|至|到|达到|达|突破|超过|不少于|不低于|不超过|至少|共|的|约)+$")
_HEAD_CUT = re.compile(
    rf"{MODAL}|继续|实施|实行|进行|开展|采取|落实|接受|先(?!进)|后(?!续|勤)|再(?!贷)|将|把|即|完成|[，,]"
)
_OBJECT_VERB = re.compile(
    rf"^(?:(?:{VERB})|{MODAL}|并|好|到|给|完|全部|一次性|再|组织|了|地|与|和(?=.{{4}})|、(?=.{{4}}))+"
)
_PIVOT = re.compile(
    r"(?:组织|引导|安排|疏散|转移|通知|告知|劝返)(?P<x>[^，。；]{0,10}(?:群众|人员|居民|旅客|学生|师生|职工|者|对象))(?!的|名单|信息)"
)
"""Whom an act moves (组织受威胁群众转移)."""
_NOUN_AND_ACT = re.compile(
    r"(?P<x>[^，。；]{2,40}?)的?(?:调整|发放|评估|审核|审查|改造|整改|验收|检查|排查|清理|编制|修订|公示|兑付|拨付|支付|核验)"
)
"""`完成业务系统参数调整`: behind a light verb the act closes its own object."""
_TOWARDS = re.compile(rf"^(?:电话|书面)?向[^，。；]{{2,20}}?(?=(?:{VERB}|申报|申请|报备|报告|推送)(?!单位|机关))")
_RECIPIENT = re.compile(
    r"[^，。；的]{0,16}(?:政府|部门|委员会|委|局|厅|应急办|办公室|指挥部)(?:审定|审批|初审|审核|批准|备案|同意)?"
)
"""To whom something is reported or submitted (报市人民政府审定), which is not what the act is about."""
_PERIOD_ALONE = re.compile(r"每?(?:天|日|周|月|季度?|年|学期)")
_PROOF = re.compile(r"(?:的|有效|新冠)*[^，。；]{0,10}?(?:核酸|抗原|检测|证明)")
_EVENT = re.compile(
    r"(?:接到|收到|发现|出现|确认为|判定为|诊断为|受理|获知|认定为)(?P<x>[^，。；]{2,40}?)(?:之日起|后|时|之后|$)"
)
_REPORTS = re.compile(
    r"(?:按要求|如实|统一|主动|向社会|对外|书面|逐级|"
    r"向[^，。；]{2,16}?)?(?:报送|上报|报告|抄报|抄送|"
    r"报(?=[省市县区国财])|提交|公布|公开|公示|发布|通报|反馈|提供|出具|"
    r"制定(?:出台|印发)?|编制|印发|出台|撰写|备案|填报|填写|起草)"
)
_NEXT_VALUE = re.compile("、(?=第一时间|立即)")
_CLOCK_TIME = re.compile(r"^(?:上午|下午|晚上?)?\d{1,2}[:：时点]\d{0,2}分?(?:之前|以前|前)")
_UNTIL = re.compile(
    r"^(?:末|底)?(?:(?:上午|下午)?\d{1,2}[:：时点]\d{0,2}分?前|"
    r"(?:\d+月)?\d+日|月?底)?(?:之前|以前|前)[，,]?"
)
_NOTHING = re.compile(
    rf"(?:{MODAL}|[并且请和自于在到至，,、\s]|同时|其中|力争|确保|计划|截止|"
    rf"截至|分别|每(?:月|季度末?|年|半年|周)|\d+月\d+日|[当下次]年)*"
)
_SINCE = re.compile(r"^[^，]*?(?:之日起|次日起|以后|之后|后|後|期间|印发|发布|生效|批准|受理|签订|公示|届满|期满)$")
_TAKES = re.compile(r"(?:实施|采取|实行|落实)")
_LENGTHS = re.compile(rf"^(?:{LENGTH})|^“[\d+]+”")
_BY_MEANS = re.compile(
    r"^(?:通过|依托|利用|登录|使用)[^。；]{2,80}?(?=填报|报送|上报|公布|"
    r"公开|公示|办理|提交|申请|申报|发布|报告|查询|下载|缴纳|预约)"
)
_GRADED = re.compile(r"(?P<x>[^\d，。；]{2,20}?)(?:分为|划分为|\d)")
_LISTED = re.compile(r".*\d(?:\.\d+)?[%％\u4e00-\u9fff/]{1,4}(?:以上|以下|左右)?、")
"""The items of a list in front of the one that a quantity belongs to (甲评价20%、乙评价20%)."""
_SIZED = re.compile(r"(?:[%％‰元倍点]|以上|以下|以内|左右)$")
_RATE = re.compile(
    r"(?:率|比例|比重|占比|总数|总量|数量|产量|产值|面积|收入|成本|费率|费用|投资"
    r"|金额|额度|额|里程|价格|权重|得分|分值|增速|规模|标准|时间|评价|温度|间距|"
    r"距离|容量|人数|值|增长|成交额)$"
)
_FROM_TO = re.compile(r"从[^，。；]{2,40}?到(?P<do>[^，。；]{2,30}?)的?(?:总)?(?:时间|周期|时限|用时)")
"""`从受理申请到完成装表接电的时间` names the act that ends the time."""
_GRANTS_TIME = re.compile("(?:免收|免征|减免|减半征收|减征|缓缴|缓交|给予|享受|增加|发放|补贴|免除|预拨|返还)$")
"""`免收3个月房租`: the act is verb and object without the time between them."""
_BENEFICIARY = re.compile("(?:企业|纳税人|工商户|农户|合作社|家庭|参保人|用人单位)$")
"""Those whom a rate or a term is granted to, though they could act (大型企业按30%返还)."""
_OFTEN = re.compile(
    rf"每(?:隔)?(?:{NUMBER})?(?:个)?(?:天|日|周|月|季度?|年|半年|"
    rf"学期|工作日|小时)(?:至少|不少于)?|(?:不得?少于|至少|不低于|各|最多|不超过"
    rf"|可以|应当?|须|早、?(?:中、?)?晚)*(?:{NUMBER})次$"
)
_ACT_ALONE = re.compile("检测|检查|巡查|巡检|监测|消毒|测量|采样|抽查|评估|更换|清洗|清理|维护|保养|校准")
"""An act that has its object behind the figure (每2小时检测一次气体浓度)."""
_NOUN_PHRASE = re.compile("[^，。；]{0,12}的[^，。；的]{1,16}")
_VAGUE = re.compile(
    "(?:保存|保管|留存|申报|贴息|补贴|执行|实施|公示|缓缴|最长)?(?:期限|时限|期间|时间|年限)|最长|最多|频次|频率"
)
_FREQUENCY_OF = re.compile(r"(?:人员|单位|场所|区域|的)?(?P<x>[^，。；]{2,12}?)(?:的)?(?:频次|频率)")
_SEASON = re.compile(r"(?:期间|[雨汛]期|(?:防火|禁渔|休渔|采暖|供暖|高温)期|时段|季节|节假日)$")
"""Topics that say when, not whom (非降雨期每周巡查1次)."""
_TOLD_TO = re.compile(r"(?:电话|书面|逐级|口头)?(?:报告|上报|报送|通知|告知|移交|报)")
"""`电话报告镇应急办` names who is told, not who acts."""
_STATE = re.compile("(?:时间|观察|监测|隔离|管理|治疗|期间|期)$")
"""Topics of test days that say when or in which state, not whom (居家健康监测第3天)."""
_HELD = re.compile("保存|留存|存放|公示|公告|保留")
_TIMES = re.compile(rf"{NUMBER}(?:次|轮)")
_SPED = re.compile(
    r"(?:压缩|缩短|压减|精简|提速|优化|缩减)(?P<x>[^，。；]{2,50}?)(?:的)?(?:办理)?(?:时限|时间|周期|期限)"
)
_PREFACE = re.compile(rf"^(?:{MODAL}|并)*(?:会同|联合|按照|根据|依据|结合|围绕|聚焦|立足|坚持|在)")
_TRIGGER_END = re.compile(r"(?:后|之日起|之日|时|之后|起|结束|触发|以后)$")
_CONDITION = re.compile(r"^(?:如果|如|若|对于|凡|除|因|遇|确需|符合|不具备|一旦|当)|的$|期间$|外$|情况下$|前提下$")
_PASS_ON = re.compile(
    r"(?:通知|告知|督促|要求|责令|指导|委托|授权)(?P<x>[^，。；]{4,60}(?:机构|单位|部门|企业|人员|医院))$"
)


_REACH = 16
"""No clause further to the left is asked, so that a long sentence costs in proportion to its length."""


class _Reading:
    """The reading of one mention: the clause it stands in, what is before and behind it, and the neighbours."""

    def __init__(self, sentence: Sentence, mention: Mention, context: Context) -> None:
        self.sentence, self.mention, self.context = sentence, mention, context
        low, high = next(((a, b) for a, b in sentence.segments if a <= mention.start < b), (0, len(sentence.text)))
        first, last = bisect_left(sentence.clauses, (low, 0)), bisect_left(sentence.clauses, (high, 0))
        spans = sentence.clauses[first:last] or ((low, high),)
        self.spans = spans
        self.index = max(bisect_left(spans, (mention.start + 1, 0)) - 1, 0)
        self.before = sentence.clauses[max(0, first - _REACH) : first]
        self.start, self.end = spans[self.index][0], max(spans[self.index][1], mention.end)
        self.shared = ""
        if mention.kind == "threshold" and (listed := _LISTED.match(sentence.text[self.start : mention.start])):
            self.shared = sentence.text[self.start : self.start + listed.end()]
            self.start += listed.end()
        self.clause = parse(sentence.text[self.start : self.end])
        self.at = mention.start - self.start
        self.until = mention.end - self.start

    def slots(self) -> Slots:
        action = self._action()
        return Slots(
            subject=_clean(self._subject(action)),
            action=_clean(action),
            responsible=self._responsible(),
            trigger=_clean(self._trigger()),
            condition=_clean(self._condition()),
            modality=modality(self._force()),
        )

    def _parsed(self, span: tuple[int, int]) -> Clause:
        return parse(self.sentence.text[span[0] : span[1]])

    @cached_property
    def earlier(self) -> list[Clause]:
        """The clauses to the left inside the same semicolon, nearest first."""
        return [self._parsed(span) for span in reversed(self.spans[max(0, self.index - _REACH) : self.index])]

    @cached_property
    def opening(self) -> bool:
        """Whether the value opens its clause, so that the rule stands behind it (2023年3月底前，各地…)."""
        begin = self.clause.body if self.clause.topic and self.clause.body <= self.at else 0
        head = _SINCE.sub("", self.clause.text[begin : self.at])
        return bool(_NOTHING.fullmatch(head))

    @cached_property
    def following(self) -> Clause | None:
        """What an opening value is set before: the rest of its clause, or the next clause."""
        if not self.opening or (self.mention.kind == "frequency" and self._repeated()):
            return None
        rest = _UNTIL.sub("", self.clause.text[self.until :].strip(" ，,"))
        if re.match(r"将|把", rest) and not parse(rest).taken and self.index + 1 < len(self.spans):
            rest = self.sentence.text[self.mention.end : self.spans[self.index + 1][1]]
        rest = _NEXT_VALUE.split(rest)[0]
        if len(rest) >= 2:
            return parse(rest)
        if self.index + 1 < len(self.spans) and self.mention.kind in ("deadline", "frequency", "duration"):
            return self._parsed(self.spans[self.index + 1])
        return None

    @cached_property
    def described(self) -> tuple[int, int] | None:
        """The noun phrase around a value that only describes whom the rule governs (14日内有…旅居史的人员)."""
        text = self.clause.text
        if self.mention.kind not in ("window", "threshold", "duration", "deadline", "count") or self._without():
            return None
        if _PROOF.match(mask(text), self.until) and self.mention.kind == "window":
            return None
        for span in (
            self.clause.governed,
            self.clause.topic if self.clause.role != "thing" else None,
            self.clause.taken,
        ):
            if span and span[0] <= self.at and self.until < span[1]:
                return span
        if self.mention.kind in ("window", "threshold", "duration") and not re.search(
            rf"{MODAL}", mask(text[: self.at])
        ):
            noun = re.compile(
                r"[^，。；]{0,60}?(?:的)?(?:人员|者|企业|单位|机构|毕业生|居民|项目|"
                r"家庭|户|负责人|银行|公司|学生|职工|农户|证明|报告|凭证)(?=□*$|□*(?:和"
                r"|以及|实施|实行|应|须|要|一律|不|尽量|原则上|春运|均|可|来|按|给予|，))"
            ).match(mask(text), self.until)
            if noun:
                begin = self.clause.governed[0] if self.clause.governed else 0
                return begin, noun.end()
            bounded = self.mention.kind == "window" or self.mention.value[0] in "<>"
            if bounded and self.index + 1 < len(self.spans) and _NOUN_PHRASE.fullmatch(mask(text[self.until :])):
                return (self.clause.governed or (0, 0))[0], len(text)
            if self.clause.conditional and not re.match(r"即|在|经|若|如", text):
                return 0, len(text)
        return None

    # the unit that acts

    def _responsible(self) -> tuple[str, ...]:
        if (agent := self._agent()) is not None:
            return agent
        if self.context.assigned:
            return self.context.assigned
        return () if self._own_persons() or self._persons_earlier() else self.context.agent

    def _own_persons(self) -> bool:
        clause = self.clause
        return bool(clause.governed or clause.role == "person" or (clause.governable and self._governs(clause)))

    def _persons_earlier(self) -> bool:
        return any(clause.governed or (clause.role == "person" and clause.topic) for clause in self.earlier)

    def _describes_topic(self) -> bool:
        """Whether the value stands inside the clause's topic, which then is governed and does not act."""
        return bool(
            self.described and self.clause.topic and self.described[0] <= self.clause.topic[0] and not self.clause.by
        )

    def _doer(self) -> str | None:
        """`严格落实健康管理员日报告制度`: the role in front of a value that names its act."""
        head = self.clause.text[: self.at]
        cuts = [match.end() for match in _HEAD_CUT.finditer(mask(head))]
        who = head[cuts[-1] if cuts else 0 :]
        return who if len(who) >= 2 and UNIT_END.match(mask(who)) else None

    def _agent(self) -> tuple[str, ...] | None:
        if self.mention.act and (doer := self._doer()):
            return (doer,)
        ahead = [self._parsed(span) for span in self.spans[self.index + 1 : self.index + 2]] if self.described else []
        if self.following and (words := self.following.words(self.following.agent)) and not _TOLD_TO.match(words):
            return split_units(words)
        for clause in ahead:
            if words := clause.words(clause.by):
                return split_units(words)
        if (
            not self._describes_topic()
            and (words := self.clause.words(self.clause.agent))
            and (self.clause.by or not self._governs(self.clause))
        ):
            return split_units(words)
        if self.mention.kind in ("threshold", "duration", "frequency") and self._has_own_thing():
            return None if self.context.assigned else ()
        for clause in self.earlier:
            if passed := _PASS_ON.search(clause.text):
                return (passed["x"],)
            if words := clause.words(clause.agent):
                return split_units(words)
            if clause.role == "person" and clause.topic and re.search(MODAL, clause.text):
                return None
        for span in reversed(self.before) if not self._own_persons() else ():
            clause = self._parsed(span)
            if clause.role == "unit" and (words := clause.words(clause.topic)):
                return split_units(words)
        return None

    def _has_own_thing(self) -> bool:
        """Whether the clause sets a measure of its own thing (裸露场地覆盖率达到100%): no one is told to act."""
        clause = self.clause
        return clause.role == "thing" and clause.topic is not None and clause.topic[0] <= 2 and bool(self.earlier)

    # what is done

    def _action(self) -> str | None:
        if self.mention.act:
            return self.sentence.text[self.mention.start : self.mention.end].strip("“”")
        if held := self._held():
            return held
        if self.described:
            return (
                _predicate(self.clause.text[self.described[1] :])
                or self._measure()
                or self._next()
                or self.context.rule
                or self._around()
            )
        if self._without():
            return self._last() or self._around()
        if self.mention.kind == "threshold" and (done := self._measured()):
            return done
        if self.following:
            rest = self.following
            if _PREFACE.match(rest.text[rest.body :]) and (done := self._next()):
                return done
            begin = rest.agent[1] if rest.agent else 0
            return _predicate(rest.text[max(rest.body, begin) :]) or _predicate(rest.text[begin:]) or self._around()
        return self._around()

    def _without(self) -> bool:
        """`连续5天未发现新增感染者…，降为低风险区`: a state that must last until an act may follow."""
        return self.mention.kind == "duration" and bool(
            re.match(r"(?:未|无|没有|均为|均未|仍)", self.clause.text[self.until :])
        )

    @cached_property
    def amount(self) -> re.Match[str] | None:
        """The verb that opens a quantity's part of the clause, and what stands between (建设高速公路774公里)."""
        item = self.clause.text[max(self.clause.body if self.clause.body < self.at else 0, 0) : self.at]
        found = _GIVES.match(_AHEAD.sub("", item))
        if found or not self.shared:
            return found
        return _GIVES.match(_AHEAD.sub("", self.shared))

    def _measured(self) -> str | None:
        """The verb that sets a quantity, in the value's own words (每亩补助3000元) or in front of it."""
        if re.match("的?罚款", self.clause.text[self.until :]):
            return "罚款"
        inside = _GRANTED.search(self.sentence.text[self.mention.start : self.mention.end])
        if inside:
            return inside[0]
        if self.amount:
            return self.amount["verb"]
        reached = _REACHES.search(self.clause.text[: self.at])
        return reached[0] if reached else None

    def _around(self) -> str | None:
        """The predicate behind the value, else the one that it closes (集中隔离医学观察14天)."""
        rest = self.clause.text[self.until :]
        if rest.startswith("、") and (shared := re.search(r"内(?P<do>[^，、；。]+)$", rest)):
            return _predicate(shared["do"])
        after = None if rest.startswith(("、", "，")) else _predicate(rest)
        if after and self.mention.kind == "frequency" and (done := self._repeated()) and _ACT_ALONE.fullmatch(done):
            return done
        if self.mention.kind == "frequency" and (of := _FREQUENCY_OF.search(self.clause.text[: self.at])):
            return of["x"]
        if not after and self.mention.kind == "frequency" and (done := self._repeated()):
            return done
        if after and self.mention.kind == "duration" and (verb := _GRANTS_TIME.search(self.clause.text[: self.at])):
            return verb[0] + after
        if after and not re.fullmatch(r"(?:以上|以下|的|内|前|后|左右|标准|比例|时间|要求|为限|□)+", after):
            return after
        return self._closed() or self._next()

    def _held(self) -> str | None:
        """The state inside a length's own words, of the noun in front of it (培训档案至少保存3年)."""
        found = _HELD.search(self.sentence.text[self.mention.start : self.mention.end])
        return found[0] if found and self.mention.kind == "duration" and self.clause.role == "thing" else None

    def _repeated(self) -> str | None:
        """The act inside a frequency's own words (每天消毒不少于2次)."""
        words = self.sentence.text[self.mention.start : self.mention.end]
        done = _OFTEN.sub("", words)
        return done if len(done) >= 2 and not _LIGHT.fullmatch(done) else None

    def _closed(self) -> str | None:
        topic = self.clause.words(self.clause.topic)
        if topic and self._names_time(topic) and topic.endswith("时间"):
            return topic.removesuffix("时间")
        if self.mention.kind == "schedule" and self.clause.text.startswith("分别") and self.earlier:
            return _predicate(_TIMES.sub("", self.earlier[0].text[self.earlier[0].body :]))
        if spans := _FROM_TO.search(self.clause.text[: self.at]):
            return spans["do"]
        begin = self.clause.body if self.clause.body < self.at else 0
        for front in (begin, self.clause.topic[0] if self.clause.topic else 0, 0):
            head = _VALUE_TAIL.sub("", _FROM_OLD.sub("", self.clause.text[front : self.at]))
            cuts = [match.end() for match in _HEAD_CUT.finditer(mask(head)) if len(head) - match.end() >= 2]
            if cuts:
                return head[cuts[-1] :]
            if len(head) >= 2:
                return head
        for clause in self.earlier[:1]:
            if done := _predicate(clause.text[clause.body :]):
                return done
        return None

    def _measure(self) -> str | None:
        """The measure taken on a described subject, past what is said first (赋红码，实施7天集中隔离医学观察)."""
        for span in self.spans[self.index + 1 : self.index + 4]:
            words = self.sentence.text[span[0] : span[1]]
            if (found := _TAKES.search(words)) and (done := _predicate(_LENGTHS.sub("", words[found.end() :]))):
                return done
        return None

    def _next(self) -> str | None:
        for span in self.spans[self.index + 1 : self.index + 3]:
            clause = self._parsed(span)
            if (
                not clause.conditional
                and not clause.text.startswith("经")
                and (done := _predicate(clause.text[max(clause.body, 0) :]))
            ):
                return done
        return None

    def _last(self) -> str | None:
        if self.index + 1 >= len(self.spans):
            return None
        clause = self._parsed(self.spans[-1])
        return _predicate(clause.text[clause.body :]) or _predicate(clause.text)

    # whom it governs

    def _subject(self, action: str | None) -> str | None:
        text = self.clause.text
        if self.described:
            return text[self.described[0] : self.described[1]]
        if own := self._own():
            return own
        if self.mention.kind == "threshold" and (what := self._quantified()):
            return what
        if self.earlier and (named := _only_names(self.earlier[0])):
            return named
        if document := self._document(action):
            return document
        if (
            self.mention.kind == "threshold"
            and self.clause.text[self.until :].startswith("为")
            and (graded := self._graded())
        ):
            return graded
        for clause in self.earlier:
            if found := _names_group(clause):
                return found
        agent = self._agent()
        for span in reversed(self.before):
            if not agent and (found := _names_group(self._parsed(span))):
                return found
        if found := self._from_event() or self._process() or self._term_of():
            return found
        if self.context.persons:
            return self.context.subject
        if agent:
            thing = _object(action)
            if self.mention.kind == "deadline" and thing == action:
                thing = None
            if self.mention.kind == "frequency" and thing == action and action and len(action) == 2:
                return None
            return thing or ("、".join(agent) if self.mention.kind == "deadline" else action)
        about = (
            self.context.heading
            if self.mention.kind in ("window", "duration", "schedule", "count", "frequency", "interval")
            else None
        )
        return self.context.subject or about or _object(action) or action

    def _own(self) -> str | None:
        clause = self.clause
        if self.mention.act and (doer := self._doer()):
            return doer
        if beside := re.search(r"内、(?P<x>[^，、]{2,24})$", clause.text[: self.at]):
            return beside["x"]
        if self.mention.kind == "deadline" and (moved := _PIVOT.match(_predicate(clause.text[self.until :]) or "")):
            return moved["x"]
        if clause.governed and clause.governed[0] < max(self.at, 1) + 40:
            return clause.words(
                (
                    clause.governed[0],
                    min(clause.governed[1], self.at) if clause.governed[0] < self.at else clause.governed[1],
                )
            )
        if self.following and (words := self.following.words(self.following.governed or self.following.taken)):
            return words
        if clause.taken:
            return re.sub(r"(?:分别|及时|按时|统一|一并|如实)+$", "", clause.words(clause.taken) or "")
        topic = clause.words(clause.topic)
        if (
            topic
            and not topic.endswith("的")
            and not self._vague(topic)
            and self._governs(clause)
            and clause.topic
            and not (clause.trigger and clause.trigger[0] <= clause.topic[0] < clause.trigger[1])
            and clause.topic[0] < self.at
            and not self._names_time(topic)
            and not _SEASON.search(topic)
        ):
            return clause.words((clause.topic[0], min(clause.topic[1], self.at)))
        if self.following and self.following.topic and self.following.role == "person":
            return self.following.words(self.following.topic)
        return None

    def _quantified(self) -> str | None:
        """What a quantity is of: the noun behind it (建成33个充电设施), else the words between verb and figure."""
        rest = self.clause.text[self.until :]
        sized = _SIZED.search(self.sentence.text[self.mention.start : self.mention.end])
        behind = None if sized or rest.startswith(("、", "，", "为", "的")) else _predicate(rest)
        if behind and self.amount:
            return behind
        between = _WHAT_END.sub("", self.amount["what"]) if self.amount else ""
        if len(between) >= 2 and not any(clause.governed for clause in self.earlier):
            return between
        reached = _WHAT_END.sub(
            "", _AHEAD.sub("", self.clause.text[self.clause.body if self.clause.topic is None else 0 : self.at])
        )
        if any(clause.governed for clause in self.earlier) or reached.startswith(("按", "依", "以")):
            return None
        return reached if len(reached) >= 2 and _RATE.search(_REACHES.sub("", reached)) else None

    def _graded(self) -> str | None:
        """`得分90分以上为优秀，75分以上90分以下为良好`: what is graded stands in front of the first grade."""
        for clause in reversed(self.earlier):
            if match := _GRADED.match(clause.text):
                return match["x"]
        return None

    def _document(self, action: str | None) -> str | None:
        """What is reported, published or drawn up: the verb's object; behind `报送财政部` the one before."""
        if not action or self.mention.kind not in ("deadline", "frequency") or not (match := _REPORTS.match(action)):
            return None
        rest = action[match.end() :]
        if not (
            UNIT_END.match(mask(rest)) or _RECIPIENT.fullmatch(rest) or re.search(r"(?:部|署|总局)(?:□+)?$", mask(rest))
        ):
            return rest if len(rest) >= 2 else None
        for clause in self.earlier:
            if clause.conditional:
                return clause.text
            if clause.governed or clause.taken or clause.role == "thing":
                return clause.words(clause.taken or clause.governed or clause.topic)
            if done := _predicate(clause.text[clause.body :]):
                return _object(done)
        return None

    def _term_of(self) -> str | None:
        """What a bare term belongs to: the object of the clause before (建立补贴档案，保存期限5年), else itself."""
        topic = self.clause.words(self.clause.topic)
        if self.mention.kind != "duration" or not topic or not self._vague(topic):
            return None
        for clause in self.earlier[:1]:
            if done := _predicate(clause.text[clause.body :]):
                return _object(done)
        return self.context.subject or topic

    def _process(self) -> str | None:
        """`压缩“…审批”时限，由20个工作日至15个工作日`: the clause before names what is sped up."""
        match = _SPED.search(self.earlier[0].text) if self.earlier and self.mention.kind == "deadline" else None
        return match["x"] if match else None

    def _governs(self, clause: Clause) -> bool:
        """Whether a clause's topic is the one governed, not the one who acts; staff under a measure are governed."""
        if self.mention.kind in ("threshold", "duration", "window") and _BENEFICIARY.search(
            clause.words(clause.topic) or ""
        ):
            return True
        return clause.role != "unit" or (clause.governable and self.mention.kind not in ("deadline", "duty"))

    def _vague(self, topic: str) -> bool:
        """Whether a topic only names the term or the pause itself (保存期限, 最长, 采样间隔) and not what it is of."""
        return self.mention.kind == "interval" or bool(_VAGUE.fullmatch(topic))

    def _names_time(self, topic: str) -> bool:
        """`核酸检测时间分别为第7天…`: the topic names the act, not whom it governs."""
        return self.mention.kind == "schedule" and bool(_STATE.search(topic))

    def _from_event(self) -> str | None:
        """`收到高风险区外溢人员协查信息后` names whom the clock is about."""
        words = [self.clause.text[: self.at], *(clause.text for clause in self.earlier[:2])]
        for text in words:
            if match := _EVENT.search(text):
                return match["x"]
        return None

    # when, on which condition, with what force

    def _trigger(self) -> str | None:
        clause = self.clause
        if clause.trigger and clause.trigger[1] <= self.at + 1:
            return _bare_trigger(clause.text[clause.trigger[0] : min(clause.trigger[1], self.at)])
        if match := re.search(
            r"(?P<t>[^，。；：]{1,40}?(?:之日起|以后|之后|结束后|后))(?:的)?$", clause.text[: self.at]
        ):
            return _bare_trigger(match["t"][clause.body if clause.body < match.end("t") else 0 :] or match["t"])
        if self.mention.kind == "schedule":
            head = re.sub(
                r"(?:的|期间|分别|为|于|时间)+$", "", clause.text[clause.body if clause.body < self.at else 0 : self.at]
            )
            if len(head) >= 2:
                return _bare_trigger(head)
        for earlier in self.earlier[:1]:
            if _TRIGGER_END.search(earlier.text) or (earlier.trigger and earlier.trigger[1] >= len(earlier.text) - 1):
                return _bare_trigger(earlier.words(earlier.trigger) or earlier.text)
            if match := re.search(r"(?:一旦|发现|接到|收到|出现)[^，。；]+$", earlier.text):
                return match[0]
        return None

    def _condition(self) -> str | None:
        for clause in self.earlier:
            if _CONDITION.search(clause.text) and not clause.text.startswith(("对", "按", "为")):
                return clause.text
        return None

    def _force(self) -> str:
        """The words that carry the modality: the value's clause and, where it has no modal, the one before."""
        words = mask(self.clause.text)
        if self.following is not None:
            words += mask(self.following.text)
        if (
            modality(words) == "must"
            and not _MUST.search(words)
            and self.earlier
            and _SHOULD.match(self.earlier[0].text)
        ):
            return self.earlier[0].text
        return words


def _only_names(clause: Clause) -> str | None:
    """`对各级部署的营商环境工作，` : a clause that only says whom the next one is about."""
    if clause.governed and clause.governed[1] >= len(clause.text) - 1:
        return clause.words(clause.governed)
    bare = mask(clause.text)
    if _NOUN_OF.search(bare) and not (re.search(MODAL, bare) or clause.trigger or clause.role or _IF.match(bare)):
        return clause.text
    named = 3 <= len(bare) <= 24 and not (PREDICATE.search(bare) or clause.trigger or _IF.match(bare))
    return clause.text if named and clause.role is None and _NOUNISH.search(bare) else None


_NOUN_OF = re.compile(r"^(?!对|将|把|由|按|在|自|经|以|为).{2,30}的[^，。；的]{1,8}$")
_NOUNISH = re.compile(r"(?:单|类|件|证|书|表|款|费|税|车|户|业|品|物|地|房|区|项|目|人|员|者|班|课|金|贷|险)$")


def _names_group(clause: Clause) -> str | None:
    """The subject that a clause to the left sets for the ones behind it."""
    if clause.governed or clause.taken:
        return clause.words(clause.governed or clause.taken)
    if _IF.match(clause.text):
        return None
    if clause.conditional:
        return clause.text
    if clause.topic and clause.role == "person":
        return clause.words(clause.topic)
    if (
        clause.topic
        and clause.role == "thing"
        and (clause.topic[1] - clause.topic[0] >= len(clause.text) - 2 or len(clause.text) <= 40)
    ):
        return clause.words(clause.topic)
    return None


def _predicate(text: str) -> str | None:
    """The predicate at the front of `text`: modals and light verbs off, cut at the end of its clause."""
    text = _LIGHT.sub("", _BY_MEANS.sub("", _LIGHT.sub("", _CLOCK_TIME.sub("", text.strip(" ，,、的")))))
    cut = _CUT.search(mask(text))
    text = text[: cut.start()] if cut else text
    text = re.sub(r"[（(][^（）()]*[）)]?$", "", text)
    text = text.strip(" ，,、。；;：:")
    return text if len(text) >= 2 else None


def _object(action: str | None) -> str | None:
    """The object of an action: what is left behind its leading verbs."""
    if not action:
        return None
    rest = _OBJECT_VERB.sub("", _TOWARDS.sub("", action))
    if rest == action and (done := _NOUN_AND_ACT.fullmatch(action)):
        return done["x"]
    return rest if len(rest) >= 2 and not _RECIPIENT.fullmatch(rest) else None


def _bare_trigger(text: str | None) -> str | None:
    text = re.sub(r"^(?:将|把)[^，。；]{2,24}?自(?=[^，。]{1,8}之日起)", "", text) if text else text
    text = re.sub(r"^[^，。；]{2,20}?(?:应当?|须|必须)(?:在|于|自)", "", text) if text else text
    return re.sub(rf"^(?:{MODAL}|在(?!线)|自(?!然|行|主)|于|，|从)+", "", text) or None if text else None


def _clean(text: str | None) -> str | None:
    """Verbatim, without hanging punctuation and unbalanced quotation marks."""
    if not text or _PERIOD_ALONE.fullmatch(text):
        return None
    text = text.strip(" ，,、。；;：:\n\t")
    if text.count("“") != text.count("”"):
        text = text.strip("“”")
    return text or None
