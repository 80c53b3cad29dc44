"""What is done in a time: what lasts, is due, comes round, or may follow when it is over.

Each function is a step of `extract.parties.actions`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from extract.grammar.clause_words import ACT, HAS_MODAL, MODAL
from extract.grammar.clauses import Clause
from extract.grammar.masking import MASK, mask
from extract.grammar.nouns import acts_by_name, nounlike
from extract.grammar.phrases import AND_ACTS, predicate
from extract.kinds.durations import LASTS
from extract.kinds.hours import HOURS
from extract.numbers import LENGTH, NUMBER
from extract.parties.acts import HELD, ONLY_THEN, SHARED_ACT, VALUE_TAIL, act_behind, next_act
from extract.parties.measured import sets_a_measure
from extract.parties.rows import at_rates
from extract.parties.surroundings import Surroundings
from ingest import patterns as re

_AND_AT_LEAST: Final = r"(?:且|并)(?:不[得应能]?[少低]于|不[得应能]?超过|至少)?"
_GOES_ON_BOUNDED: Final = re.compile("(?:且|并)(?:不[得应能]?[少低]于|不[得应能]?超过|至少)")
_HELD_TWICE: Final = re.compile(
    rf"(?P<do>{HELD.pattern})(?:[至到][^，。；\d]{{2,18}}后|\d[^，。；]{{1,6}}{_AND_AT_LEAST}[^，。；]{{0,16}})?$"
)
"""`保存5年且不得少于保质期后|1年`: two bounds of one act."""
_MORE_DATES: Final = re.compile(
    r"(?:[、和及](?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|[底末])?)+(?:之前|以前|前)?(?P<do>[^，。；]{2,})"
)
"""`3月31日、6月25日和11月20日前报送`: dates in a row share the act behind the last."""
_MORE_BEFORE: Final = re.compile(
    r"(?:[、和及][^，。；、和及前\d]{2,12}前(?:\d+|[一二三四五六七八九十])个?(?:工作日|小时|[天日月周]))+(?P<do>[^，。；\d]{2,})"
)
"""`起运前3天、屠宰前6小时|申报检疫`: before which events, and what is done before each."""
_WAYS: Final = ("口头", "电话", "书面", "初步")
_MORE_HOURS: Final = re.compile(rf"(?:[、和及]{HOURS.pattern})+(?:为|是)?")
"""`7:00—9:00、17:00—19:00禁止通行`: hours in a row share what stands behind the last."""
_SAID_THEN_WRITTEN: Final = re.compile(
    rf"(?:{'|'.join(_WAYS)})、(?:{LENGTH})(?:以|之)?内(?:{'|'.join(_WAYS)})?(?P<do>[^，。；]{{2,}})"
)
"""`30分钟内口头、1小时内书面报告`: two ways of one act."""
_TWO_CHARACTERS: Final = re.compile("(?:逐[\u4e00-\u9fff]|全面|集中|联合|随机|实地|现场|统一)?[\u4e00-\u9fff]{2}")
_TO_SOMEONE: Final = re.compile(
    "(?:向[^，。；]{1,16}?)?(?:披露|公布|公示|发布|报送|报告|通报|反馈|推送|提交|上报|汇报)$"
)
"""`每半月向专班报送1次进展情况`, `每半年披露一次资金使用情况`: what is told stands behind how often."""
_FREQUENCY_OF: Final = re.compile("^(?P<x>[^，。；]{2,24}?)的?(?:频次|频率)")
_AND_THEN: Final = re.compile("(?:无异议|期满)?后(?!方可|才|再次|续|可|不|[，,])")
"""`公示7天后发放`: what takes the time stands in front of it."""
_TIME_OF: Final = re.compile(
    r"(?P<do>[^，。；：]{2,60}?)的?(?:时间|期限|年限|时长|(?<=[察离测理护])期|(?<=公[示告])期)(?>(?:为|一般|原则上|应当?|"
    r"要|须|(?:延长|缩短|压缩|控制|调整)[至到在为]|自[^，。；]+之[日时]起(?:计算)?)*)$"
)
"""`合法性审核时间一般不少于5个工作日`: what takes the time is the act."""
_CASE_OF_TIME: Final = re.compile(
    rf"(?:(?:一般|普通|简单|简易)(?:事项|问题|业务|案件|情况))?(?>(?:(?:不[得应能]?超过|最长)(?:{LENGTH})、[^，。；、]{{2,8}})*)$"
)
_BARE_TERM: Final = re.compile(
    r"(?:政策|实施|执行|优惠|享受|支持|培养|扶持|资助)?(?:期限|周?期|时长|时间)(?:均|一般|原则上|最长)?为?(?:每年)?"
)
_OF_A_MEASURE: Final = re.compile(r"[^，。；\d]{0,8}(?:比例|标准|额度|限额|金额|利率|总额)(?:按|为|不|最|每)")
"""`可以申请贴息，贴息比例为50%，期限2年`: what the share is stands beside how long, and is nothing that is done."""
_STATE: Final = re.compile("(?:时间|观察|监测|隔离|管理|治疗|期间|期)$")
"""Topics of test days that say when or in which state, not whom (居家健康监测第3天)."""
_TIMES: Final = re.compile(rf"{NUMBER}(?:次|轮)")
_AT_A_TIME: Final = re.compile(
    r"(?:^|[，。；])(?P<do>[^，。；：:]{2,40}?)的?(?:截止)?(?:时间|时限|期限|日期)"
    r"(?>(?:为|是|[：:]|一般|原则上|不[得应]?[晚迟早]于|最[晚迟早](?:于|不超过)?|截[至止]到?|"
    r"自(?:[^，。；]{1,20}之[日时]起)?|(?:每?次?[月季年周旬]度?(?:终了|结束)?)?(?:后|"
    r"前))+)(?:每[月年天日]|每?个?工作日|(?:周|星期)[一二三四]至(?:周|星期)?[五六日])?$"
)
_NO_LATER: Final = re.compile("(?:不[得应]?|最)[晚迟早](?:于|不超过)?")
_NO_ACT_OF_A_TIME: Final = re.compile("目标|工作|截止|实施|执行|政策|承诺|法定|有效|.*完成")
"""`报送时间：5月11日前`, `月报报送时间为月后10日内`: what is due then stands in front of 时间."""
_FROM_TO: Final = re.compile(r"从[^，。；]{2,40}?到(?P<do>[^，。；]{2,30}?)的?(?:总)?(?:时间|周期|时限|用时)")
_FROM_TO_ALONE: Final = re.compile("从[^，。；\\d年月日]{2,20}[到至](?P<do>[\u4e00-\u9fff]{2,12})$")
"""`从受理到接通|分别不得超过15个工作日`."""
"""`从受理申请到完成装表接电的时间` names the act that ends the time."""


_RULE_OF_IT: Final = re.compile("的?(?:制度|机制|要求|规定|标准)")
"""`每2小时报告1次制度`: that it is a rule is no part of what is done."""


def names_time(around: Surroundings, topic: str) -> bool:
    """`核酸检测时间分别为第7天…`: the topic of test days names the act, not whom it governs."""
    return around.mention.kind == "schedule" and bool(_STATE.search(topic.rstrip("在于")))


def due_at_a_time(around: Surroundings) -> str | None:
    """`报送时间：5月11日前`: what is due at the time that is named."""
    if _MORE_HOURS.sub("", around.covered_tail).strip(f"{MASK}，。；、 "):
        return None
    bound = _NO_LATER.match(around.words)
    front = around.sentence.text[: around.mention.start + (bound.end() if bound else 0)]
    due = _AT_A_TIME.search(front)
    return due["do"] if due and not _NO_ACT_OF_A_TIME.fullmatch(due["do"]) else None


def takes_place(around: Surroundings) -> str | None:
    """`答辩安排在5月25日至6月7日之间进行`, `访视应在出院后由医师到家中进行`: what is done stands in front."""
    set_for = _SET_FOR.match(around.head) if _TAKES_PLACE.fullmatch(around.tail) else None
    return set_for["do"] if set_for else None


_TAKES_PLACE: Final = re.compile(
    "(?:之间|期间|之?[前后内]|的[^，。；的]{2,8}?)?(?:由[^，。；]{2,16}?)?(?:[在到][^，。；的]{2,12}?)?(?:分批|统一|集中)?(?:进行|举行)[。；，]?"
)
_SET_FOR: Final = re.compile(
    "(?P<do>(?![将对由在按自])[^，。；的\\d]{2,16}?)(?:一般|原则上|应当?|须|拟|均|统一|初步|计划)*(?:安排|定|选|放)?[在于]"
)


def in_the_hours(around: Surroundings) -> str | None:
    """What the hours of the day are of (受理时间：9:00—12:00，13:00—17:00), or what is done or banned in them."""
    if "/" not in around.mention.value or ":" not in around.mention.value:
        return None
    if named := _HOURS_OF.search(around.sentence.text[: around.mention.start]):
        return named["do"]
    rest = _MORE_HOURS.sub("", around.tail).lstrip("，")
    return predicate(rest) or next_act(around)


_HOURS_OF: Final = re.compile("(?:^|[，。；])(?P<do>[^，。；：:]{2,30}?)的?(?:时间|时段)(?:为|是|[：:])[^。；]*$")


def before_the_next(around: Surroundings) -> str | None:
    """The verb that the length closes, where something else follows it (公示7天后上报)."""
    if not _AND_THEN.match(around.tail):
        return None
    if state := _STATE_ENDED.search(around.head):
        return state["do"]
    return next((act[0] for act in ACT.finditer(around.head) if act.end() == len(around.head)), None)


_THEN_MAY: Final = re.compile("(?:均|即|都|也)?(?:可以?(?!能)|有资格|允许)(?:自愿|按规定)?(?P<do>[^，。；]{2,})")
"""`缴费满1年，可申领失业保险金`: what those may do who have lasted so long."""
_MUST_THEN: Final = re.compile("(?:后|必须|应当?|须|不得|可以?)+(?P<do>[^，。；的]{2,})")
"""`任职满5年必须轮岗`, `迟到30分钟以上不得入场`: what those must do who have lasted so long."""


def after_it_lasted(around: Surroundings) -> str | None:
    """What follows when a length is over (从事护理工作满2年后，给予补贴; 满3年，并通过考核后方可申请)."""
    ended = around.tail.strip("，。；、 ") in ("后", "之后", "以后")
    if around.head.endswith("满") or around.words.endswith("以上") or around.words.startswith(("未满", "不满")):
        if must := _MUST_THEN.match(around.tail):
            return predicate(must["do"])
        texts = (around.tail, *(clause.text for clause in around.later(3)))
        said = (found for text in texts if (found := ONLY_THEN.search(text)))
        if then := next(said, None):
            return predicate(then["do"])
        if (behind := around.later(1)) and (may := _THEN_MAY.match(behind[0].text)):
            return predicate(may["do"])
    return next_act(around) if ended else None


_STATE_ENDED: Final = re.compile(
    rf"^(?:[^，。；]*[在满])?(?>(?:{MODAL})*)(?:进行|实施|完成)?(?P<do>[\u4e00-\u9fff]{{0,6}}(?:隔离|观察|监测|管理|治疗))$"
)
"""`集中隔离7天后解除隔离`: the state that ends then."""
_MAY_LAST: Final = re.compile(rf"最[长短多]可?再?(?P<do>{LASTS})")
"""`最长可展期1年`: the act stands between the bound and the length."""


def held(around: Surroundings) -> str | None:
    """The state inside a length's own words, of the noun in front of it (培训档案至少保存3年)."""
    if found := HELD.search(around.words):
        return found[0]
    if (may := _MAY_LAST.match(around.words)) and not (around.earlier and may["do"] in around.earlier[0].text):
        return may["do"]
    twice = _HELD_TWICE.search(around.head)
    return twice["do"] if twice and (twice.end("do") < twice.end() or _GOES_ON_BOUNDED.match(around.tail)) else None


def after_the_state(around: Surroundings) -> str | None:
    """What may follow a state that lasted (连续14天无新增，方可…): the sentence's last predicate."""
    if not around.until_then or around.index + 1 >= len(around.spans):
        return None
    last = around.parsed(around.spans[-1])
    return predicate(last.text[last.body :]) or predicate(last.text)


def shared_by_a_list(around: Surroundings) -> str | None:
    """`2小时内、…12小时内完成流调`: values in a row share the act behind the last."""
    if around.more:
        return None
    if rated := at_rates(around):
        return rated
    if around.tail.startswith(("、", "和", "及")):
        shared = (
            re.search(r"内(?P<do>[^，、；。内][^，；。内]*)[。；]?$", around.tail)
            or _MORE_BEFORE.match(around.tail)
            or _MORE_DATES.match(around.tail)
            or SHARED_ACT.match(around.tail)
        )
    else:
        shared = _SAID_THEN_WRITTEN.match(around.tail)
    if shared and around.clause.taken and around.clause.taken[0] > around.at:
        return predicate(around.clause.text[around.clause.taken[1] :])
    return predicate(shared["do"]) if shared else None


@lru_cache(maxsize=1)
def each_at_its_time(around: Surroundings) -> tuple[str | None, str | None] | None:
    """`早稻于5月底前、晚稻于8月底前申报`: each has its own time, and all share the act behind the last."""
    text, at = around.sentence.text, around.mention.start
    rows = _ROW_OF_TIMES.finditer(text) if "、" in text and ("前、" in text or "按" in text) else ()
    row = next((row for row in rows if row.start() <= at < row.start("do")), None)
    done = predicate(row["do"]) if row else None
    name = _ITS_NAME.match(text, max(text.rfind("、", 0, at) + 1, row.start())) if row and done else None
    return (None if acts_by_name(mask(name["x"])) else name["x"], done) if name else None


_ITS_TIME: Final = r"(?:[于在](?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|[底末])前|按[年季月周旬日]度?)"
_ITS_NAME: Final = re.compile(rf"(?P<x>[^，。；：、\d]{{2,12}}?)(?:应当?|须)?{_ITS_TIME}")
_ROW_OF_TIMES: Final = re.compile(
    rf"(?:^|(?<=[，。；：]))[^，。；：、\d]{{2,12}}?{_ITS_TIME}(?:、[^，。；：、\d]{{2,12}}?{_ITS_TIME})+(?P<do>[^，。；、\d]{{2,}})"
)


_CYCLE: Final = re.compile("(?:^|[，。；])(?P<do>[^，。；：:]{2,16}?)的?(?:周期|频次|频率)(?:为|[：:])[^。：:]*$")
"""`检验周期：甲类设备每年1次，乙类设备每两年1次`: what the rhythms behind the label are of."""


def repeated(around: Surroundings) -> str | None:
    """The act of a frequency: in its own words (每天消毒不少于2次, 每周走访一次农户), or what it is of (检测频次)."""
    after, done = None if around.tail.startswith(("并", "且")) else act_behind(around), around.repeated
    if done and (by := around.clause.words(around.clause.by)):
        done = re.sub(rf"^由{re.escape(by)}", "", done)
    acts = ACT.search(around.head) and not around.head.endswith(("周期为", "周期是"))
    cycle = None if after or acts else _CYCLE.search(around.sentence.text[: around.mention.start])
    if cycle and not (done and ACT.search(done)):
        return cycle["do"]
    if after and done and _RULE_OF_IT.fullmatch(after) and ACT.search(done):
        return done
    if after and done and _TO_SOMEONE.match(done):
        return done + after
    after = AND_ACTS.sub("", after or "")
    if after and done and _TWO_CHARACTERS.fullmatch(done) and (ACT.fullmatch(done) or not ACT.search(after)):
        return done + after
    if of := _FREQUENCY_OF.search(around.head):
        return of["x"]
    return None if after else done


def of_the_clause_before(around: Surroundings) -> str | None:
    """`价格均下调10%，期限为3个月`: a bare term belongs to the act of the clause before."""
    if not around.earlier or not _BARE_TERM.fullmatch(around.head):
        return None
    before = next((clause for clause in around.earlier if not _only_bounds(clause)), around.earlier[0])
    done = predicate(before.text[before.body :])
    acts = done and (ACT.match(done) or before.agent or before.tells_a_case) and not done.startswith("由")
    return done if acts else before.words(before.topic) or done


_ONE_BOUNDED: Final = re.compile("(?<=.{2})(?:最[高低]|不[得应能]?超过)\\d[\\d.]*[万亿]?元")
"""`小微企业最高400万元，期限不超过3年`: who gets how much at most is nothing that lasts."""


def _only_bounds(clause: Clause) -> bool:
    """Whether a clause only says how much, or for how much at most: nothing that lasts."""
    told = _ONE_BOUNDED.match(clause.text, clause.topic[1] if clause.topic else 0)
    return bool(told or _OF_A_MEASURE.match(clause.text)) or sets_a_measure(clause)


def time_of_an_act(around: Surroundings) -> str | None:
    """The topic names the act whose time is given (核酸检测时间分别为…, 从受理到办结的时间)."""
    topic = around.clause.words(around.clause.topic)
    if topic and topic.endswith("时间") and names_time(around, topic):
        return topic.removesuffix("时间")
    if around.mention.kind == "schedule" and around.clause.text.startswith("分别") and around.earlier:
        before = around.earlier[0]
        return predicate(_TIMES.sub("", before.text[before.body :]))
    if spans := _FROM_TO.search(around.head):
        return spans["do"]
    if around.mention.kind in ("deadline", "duration") and (
        spans := _FROM_TO_ALONE.search(VALUE_TAIL.sub("", around.head))
    ):
        return spans["do"]
    if spent := time_spent(around):
        return spent[1]
    head = VALUE_TAIL.sub("", around.head)
    cased = _CASE_OF_TIME.search(head)
    if (
        around.mention.kind == "duration"
        and cased
        and cased[0]
        and (timed_case := _TIME_OF.search(head[: cased.start()]))
    ):
        return timed_case["do"]
    bare = len(head) < 2 or _BARE_TERM.fullmatch(topic or head)
    timed = (around.head, *(clause.text[: clause.body] for clause in (around.earlier[:1] if bare else ())))
    found = (_TIME_OF.search(text) for text in timed if around.mention.kind == "duration")
    return next((match["do"] for match in found if match), None)


@lru_cache(maxsize=1)
def kept_or_valid(around: Surroundings) -> tuple[str, str] | None:
    """`修理记录保存期限不得低于6年`, `许可证有效期4年`: what is kept or valid so long, and which of the two."""
    if around.mention.kind not in ("duration", "window") or around.covered_tail.strip(f"{MASK}，。；、 ") not in (
        "",
        "备查",
    ):
        return None
    told = _KEPT_OR_VALID.fullmatch(VALUE_TAIL.sub("", around.head))
    told = told or _KEPT_BEYOND.fullmatch(around.head) or _FRONT_KEPT.fullmatch(around.head)
    if told is None or told["what"].endswith(_INSIDE) or HAS_MODAL.search(mask(told["what"])):
        return None
    return told["what"].removesuffix("的"), told["kept"] or told["valid"]


_INSIDE: Final = ("内", "里", "中")
"""`实验室内存放期限不超过30天`: where it is kept is not what is kept."""
_KEPT_BEYOND: Final = re.compile(
    "[^，。；]{0,24}?(?P<kept>保存|留存|保管|保留)(?P<what>[^，。；至到]{2,20})[至到][^，。；]{2,16}(?:期|后)(?P<valid>)"
)
"""`应保存销售记录至超过药品有效期1年`: the verb in front, and beyond what it lasts behind."""


_FRONT_KEPT: Final = re.compile(
    "(?P<what>(?![将由按本其对])[^，。；：:至]{2,30}?)(?<![妥集分密单长冷][善中类封独期藏冻])(?:应当?|须|必须|要)?(?P<kept>保存|留存|保管|保留)"
    "(?:[至到][^，。；]{2,16}(?:期|后))?(?:不[得应]?少于|至少)?(?P<valid>)"
)
"""`温度监测记录应保存至疫苗有效期满后5年`, `乘客登记卡保存一个月备查`: a noun, verbs in it or not, in front of 保存."""
_KEPT_OR_VALID: Final = re.compile(
    "(?:原则上|一般|其中|且|但)?(?P<what>(?![将由按本其每])[^，。；：:对至]{2,40}?)"
    "(?:(?P<kept>保存|留存|存放|存档|保留|保管|贮存|储存|(?:最[低高长短])?(?:服务|试用|使用|缴费|任职|聘用|质保|保修))"
    "(?:期限?|时间|年限|时长)|(?P<valid>有效期)限?)"
)


def granted_to(around: Surroundings) -> re.Match[str] | None:
    """`国有企业减免中小微企业3个月租金`: what is granted, and to whom it is, between the verb and the length."""
    granted = around.mention.kind == "duration" and not around.described
    found = _GRANTED_TO.search(around.head) if granted else None
    return found if found and acts_by_name(mask(found["whom"])) else None


_GRANTED_TO: Final = re.compile(
    "(?P<do>减免|免收|免除|缓收|返还|补贴|奖励|发放)(?P<whom>[^，。；的\\d]{2,16}?)(?:每人)?(?:最长)?$"
)


def time_spent(around: Surroundings) -> tuple[str, str] | None:
    """`驻村工作队每年驻村时间不少于220天`: who spends the time, and on what."""
    text = around.head
    if around.earlier and _AND_EACH.fullmatch(text):
        text = _FIGURE.split(around.earlier[0].text)[0]
    timed = around.mention.kind in ("duration", "threshold")
    spent = _SPENT.fullmatch(text) if timed else None
    if timed and not spent and around.mention.value[0] in "<>" and (of_one := _OF_ONES_OWN.fullmatch(text)):
        return of_one["who"], of_one["do"]
    if timed and not spent and around.earlier and (again := _OF_THEM_EACH_YEAR.fullmatch(text)):
        theirs = _OF_ONES_OWN.match(around.earlier[0].text)
        return (theirs["who"], again["do"]) if theirs else None
    named = spent and (spent["who"][-1] in "员师生者人" or nounlike(mask(spent["who"])))
    return (spent["who"], spent["do"]) if spent and named else None


_AND_EACH: Final = re.compile("每[天日周月年](?:不[得应能]?(?:[少低]于|超过)|至少|最[长多少])*")
_FIGURE: Final = re.compile(r"\d")
_AT_LEAST: Final = "(?:累计|原则上|一般|应当?|须|均|不[得应能]?(?:[少低]于|超过)|至少|达到?|为|最[长少])*"
_OF_ONES_OWN: Final = re.compile(
    "(?P<who>[^，。；的每]{0,24}?(?:学生|职工|员工|驾驶员|人员|负责人|儿童|教师|"
    "学员))(?P<do>[\u4e00-\u9fff]{2,6})(?:时间|时长)" + _AT_LEAST
)
"""`小学生睡眠时间不少于10小时`: whose own time it is."""
_OF_THEM_EACH_YEAR: Final = re.compile(
    "(?:其中|且|并)?每[年月周天日](?P<do>[\u4e00-\u9fff]{2,6})(?:时间|时长)?" + _AT_LEAST
)
"""`管理人员培训时间不少于48学时，每年再培训时间不少于16学时`: of those in front."""
_SPENT: Final = re.compile(
    r"(?:其中)?(?P<who>[^，。；\d每]{2,60}?)(?:每(?:学期|学年|季度|\d年|[人名年月周日天]))+(?:累计|平均|"
    r"接受)*(?P<do>[\u4e00-\u9fff]{2,16}?)(?:的?时间|时长)" + _AT_LEAST
)


def completed_in_part(around: Surroundings) -> str | None:
    """`开展除险评估，其中病险水库4月底前完成`: what is completed for a part is what is done to the whole."""
    if not around.head.startswith("其中") or around.tail.strip("，。；、 ") != "完成":
        return None
    whole = (predicate(clause.text[(clause.governed or (0, clause.body))[1] :]) for clause in around.earlier)
    return next((act for act in whole if act), None)


_WHENREACHED: Final = re.compile(r"(?P<of>[^，。；、\d的]{0,6})时(?![间限期长段代效速候刻])，?(?P<do>[^，。；]{2,})")
REACHED: Final = re.compile("达到?|超过|[低高大小少多]于|不足|突破|降至|升至|满")


def when_reached(around: Surroundings) -> str | None:
    """`水位超过警戒水位0.5米时封闭堤段`: what is done when a measure has come so far."""
    then = _WHENREACHED.match(around.tail)
    if not then or ACT.search(then["of"]) or not REACHED.search(around.head + around.words):
        return None
    return predicate(then["do"])


def banned(around: Surroundings) -> tuple[str, str] | None:
    """`6月1日至8月31日，全线禁止重型货车驶入`: who may not move there in a time, and how."""
    rest = around.following or (around.later(1)[0] if around.later(1) else None)
    ban = _BANNED.fullmatch(rest.text) if rest and not around.described else None
    return (ban["who"], ban["do"]) if ban and not ACT.match(ban["who"]) else None


_BANNED: Final = re.compile(
    "[^，。；]{0,40}?(?:禁止|严禁|不准)(?P<who>(?![携带驾乘]|擅自|未经)[^，。；在]{2,30}?)"
    "(?P<do>(?:在[^，。；的]{2,20}?)?(?:驶[入出离]|通[行航过]|进[入出场]|[入离]场|出入|停[放靠泊]|上路|行驶|航行|入内|左转|右转|"
    "掉头|鸣笛)[^，。；的]{0,16})[。；]?"
)
