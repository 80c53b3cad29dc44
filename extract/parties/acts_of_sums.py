"""What is done with a quantity: granted, set, borne, scored; or what a label says that it is.

Each function is a step of `extract.parties.actions`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from extract.grammar.clause_words import ACT, GRANT
from extract.grammar.masking import mask
from extract.grammar.phrases import predicate
from extract.grammar.quantity_verbs import AHEAD
from extract.kinds.counted import CARRIED_OUT, IN_SO_MANY
from extract.parties.acts import (
    GRANTING,
    REACHES,
    SHARED_ACT,
    VALUE_TAIL,
    act_behind,
    bounded_act,
    names_alone,
)
from extract.parties.rows import measure_row, share
from extract.parties.surroundings import SIZE_OF, Surroundings
from ingest import patterns as re

_LABEL: Final = re.compile(r"(?:^|[；;。])(?P<x>[\u4e00-\u9fff]{2,8})[:：]\s*$")
_LABELS_A_LIST: Final = re.compile(r"(?P<x>[\u4e00-\u9fff]{2,16})[:：][^。:：]*[；;，,、][^。:：]*。?$")
"""`触发值：甲类机构≥75%；乙类机构≥110%`: the label holds for each."""
_OF_WHOM: Final = re.compile("[省市县区村镇乡州级类户人员者]$|企业|学校|单位|机构|地区")
"""`县级市：东部地区每个城市补助总额7亿元`: whom the list is of, and no act."""
_SHORT: Final = 8
_FEES: Final = re.compile(
    "(?:费|补贴|补助|奖励|奖金|津贴|标准|价格|租金|税率|费率|比例|限额|定额|额度"
    "|报酬|工资|薪酬|班额|限[速高重载]|基数|人数|名额|间距|高度|宽度|厚度|长度|深度|面积|规模|距离|周期|温度|浓度|数量)为?$"
)
_GRANTED: Final = re.compile(
    "(?:补助|补贴|奖励|奖补|资助|给予|减免|贴息|发放|扣(?!除)减?|加分|增加|提高|降低|下降|[上下]浮|(?<!以)[上下]调(?!研)|"
    "支持(?=金额|额度|总额|资金))"
    "(?!对象|范围|政策)"
)
_GIVEN_BEFORE: Final = re.compile(f"{_GRANTED.pattern}|补偿")
_CAP_NAMED: Final = re.compile(
    "(?P<do>最[高低大小](?:贷款|补贴|奖励|补助|资助|报销)?(?:额度|限额|金额|标准|比例|[时车]速|温度|浓度|高度|重量|"
    "人数|面积|利率|费率|价格|限价|收费|[\u4e00-\u9fff]{0,4}(?:分数线?|分值|成绩)))(?:为|不[得应能]?超过)?\\d|(?P<named>最[高低大小][\u4e00-\u9fff]{2,6}?)(?:应当?|"
    "须)?(?:不[得应能]?(?:超过|[低少高大小]于)|[低高]于)(?:[^，。；\\d]{0,10}的)?\\d"
)
"""`个人最高额度30万元`: what is capped stands in the value's own words."""
_FINED: Final = re.compile("(?:凡?违[反规法]?者[^，。；]{0,6}|每[船车户人次])罚款$")
"""`违者罚款3000元`: the fine stands between whom it is for and the sum."""
_HANDS_OUT: Final = re.compile(
    r"(?:每[年月人户亩天日])+(?P<do>(?:发放|给予)(?!最高|不超过|不[少低]于)[\u4e00-\u9fff]{2,10}?)(?=最高|不超过|"
    r"不[少低]于|\d)"
)
"""`每人每月发放奖励扶助金80元`: what is handed out stands between the verb and the sum."""
_FOR_EACH: Final = re.compile(
    r"(?:每(?:平方米|公里|学年|学期|季度|"
    r"[\u4e00-\u9fff]))+?(?P<do>(?![每不最至])[\u4e00-\u9fff]{2,8}?)(?:不[得应能]?(?:超过|[少低高]于)|最[高低多少]|至少|"
    r"为)*(?=\d)"
)
"""`每生每年补偿学费不超过16000元`: the act stands between each and the sum."""
_FOR_SO_MANY: Final = re.compile(r"每[\d百千万][^，。；]{1,12}?(?P<do>配[备置]?|设置?|安[排装])")
"""`每50名学生配备1名教师`: the act stands between the two figures."""
_SCORED: Final = re.compile("(?P<do>(?:得|扣|(?<!增)加|(?<![累合总])计|记)(?:[^，。；\\d]{0,4}分)?)$")
"""`设立办公室的得4分`, `布局合理得基础分2分`: what is done to the score."""
LIST_OF: Final = re.compile(
    r"(?P<x>[^，。；：\d]{0,16}(?:比例|标准|税率|费率|限额|额度|"
    r"金额))(?:分别)?为(?!基[础数准])(?:[^，。；：为\d]{1,12}\d[\d.]*(?:[%％]|万?元)(?:[、和]))*+[^，。；：为\d]{1,12}$"
)
"""`报销比例为在职70%、退休80%`: each figure has its own name behind the measure."""
_GRANT_BEHIND: Final = re.compile(rf"(?:的|标准)*(?P<x>[^，。；、的]{{0,14}}?(?:{GRANT}))(?=$|[，。；、的])")
_GIVEN_BEHIND: Final = re.compile(r"(?:、[^，。；的]{2,16})?(?:的|标准的?)([^，。；、的\d]{2,12})(?=$|[，。；])")
_GIVEN_ALONE: Final = re.compile(r"的?(?P<x>[^，。；、的\d]{2,12})(?=$|[，。；])")
_LIGHT_GRANT: Final = re.compile("(?:给予|予以|发放|享受|获得|领取|申领)$")
_GIVEN: Final = re.compile(
    rf"(?P<x>(?:给予|予以|发放|享受)[^，。；、\d]{{0,12}}?(?:{GRANT}))(?:总?(?:金额|额度?|标准|资金))?$"
)
"""`给予一次性奖励10万元`, `给予每人2000元一次性就业补贴`: what is given stands before or behind the sum."""
_GIVES_A_SHARE: Final = re.compile(
    "(?P<do>给予|予以|提供|发放|享受|获得)[^，。；、\\d]{2,20}(?:额|费用?|投入|收入|价款?|成本|部分|金|总量|利息|"
    "增量)的?(?:最高|不超过)?$"
)
"""`给予支付额10%、最高1000元的一次性补贴`: of what it is a share stands between the verb and the figure."""
_AT_A_STANDARD: Final = re.compile(
    "的(?:标准|比例|额度)(?:一次性|再|分别)*(?P<do>(?:给予|予以|发放|享受)[^，。；、\\d]{2,16})(?=[，。；]|$)"
)
"""`按每人每月200元的标准给予招用奖励金`: what is given at the rate."""
_VAGUE_SUM: Final = re.compile(
    r"^(?:补贴|补助|奖励|资助|支持|扶持|单[户台项次场家个人件]|(?:单[个家笔]|每[个家户]|"
    r"同一)[^，。；的]{1,8}?)?(?:每年|年度)?(?:最高|累计|"
    r"总)?(?:额度|金额|标准|比例|上限|总额|总金额)?(?:为|原则上)?$"
)
_RATE_OF: Final = re.compile(
    r"每[百千万亿\d]*(?:平方米|平方公里|公里|(?:常住)?人口|[名人户个亩辆床班])?(?P<x>[\u4e00-\u9fff]{4,20}?)"
    r"(?:应当?|须|不[得应能]?(?:超过|[少低高多]于)|至少|达到?|为)+(?=\d)"
)
_HAS_SO_MANY: Final = re.compile(
    r"每[百千万亿\d]*(?:人口|[名人户])?(?:拥有|配备|有)(?P<x>[\u4e00-\u9fff（）]{2,20}?)(?:不[少低]于|达到|至少)*(?=\d)"
)
_ALL_OF: Final = re.compile(r"(?:(?:力争|到)*20\d\d年[底末]?)?(?:全[国省市县区州])?")
"""`全省每千人口拥有执业医师3.2人`: what they have so many of."""
_WHO_GETS: Final = re.compile(
    "(?:户|人|者|岁|类|级|档|残疾|人员|家庭|学生|对象|企业|老人|儿童|教师|职工|本科|专科|高职|硕士|博士|研究)生?$"
)


def rate_of_a_case(around: Surroundings) -> str | None:
    """`收费费率：合同金额100万元以下的为2%；100万元以上的为1%`: what is set for each case is named in front."""
    if around.tail.strip("，。；、 ") or not _CASE_FIGURE.search(around.head):
        return None
    named = _RATES_NAMED.search(around.sentence.text[: around.mention.start])
    return named["x"] if named else None


_CASE_FIGURE: Final = re.compile(r"\d[^，。；：]*(?:的|以[上下]|部分|元)(?:为|按|：|，)?(?:按|计)?$")
_RATES_NAMED: Final = re.compile(
    r"(?:^|[，。；])(?P<x>[^，。；：]{2,40}(?:费率|税率|利率|比例|标准|系数|额度|限额|幅度|金额|价格|限值|"
    r"上限))(?:分别)?(?:如下|为)?[：:][^。]*$"
)


_ENTITLED: Final = re.compile(
    "(?:^|[，。；：])(?P<do>补[助贴]|奖[励补]|资助|扶[持助]|支持|救助|保障|贴息|减免|招[聘录收]|遴选|认定|培训|服务|"
    "评选|申报|推荐)"
    "对象(?:主要)?(?:限?[为于是]|包括|[：:])[^。；]*$"
)


_LEVIED: Final = re.compile("(?:征收|收取|计征|缴纳|执行)(?=、|政策|措施)")
"""`落实房产税减半|征收、城镇土地使用税免征政策`: the next item of the list is no part of what is done."""


def share_borne(around: Surroundings) -> str | None:
    """`省级财政负担20%`: how a share of one cost is borne."""
    borne = share(around)
    return borne.do if borne else None


def for_whom_it_is(around: Surroundings) -> str | None:
    """`补贴对象为饲养母牛5头以上的农户`: who is entitled, and to what."""
    text = around.sentence.text
    told = _ENTITLED.search(text, 0, around.mention.start) if "对象" in text else None
    return told["do"] if told else None


def measure_of_the_row(around: Surroundings) -> str | None:
    """`起付标准为一级医院200元、二级医院400元`: what the row sets for each."""
    row = measure_row(around)
    return row[0] if row else None


def labelled(around: Surroundings) -> str | None:
    """`触发值：≥75%`: a quantity that is all that stands behind a label is the label's."""
    begin, text = around.mention.start, around.sentence.text
    if around.mention.kind == "duration":
        return _period_of_a_list(around)
    if around.tail.strip("。；;，, "):
        return None
    label = _LABEL.search(text, 0, begin)
    listed = None if label else _LABELS_A_LIST.match(text)
    of_a_measure = listed and _FEES.search(listed["x"]) and not (ACT.search(around.head) or _FEES.search(around.head))
    if listed and not (of_a_measure or (len(listed["x"]) <= _SHORT and names_alone(around.head))):
        listed = None
    if listed and not of_a_measure and _OF_WHOM.search(listed["x"]):
        return None
    said = label or listed
    return said["x"] if said and not _NUMBERED.search(said["x"]) else None


@lru_cache(maxsize=1)
def granted_under_a_label(around: Surroundings) -> tuple[str, str] | None:
    """`按下列标准给予补贴：重型货车每辆1.8万元，中型货车每辆1.2万元`: for whom a figure is, and what the row is of."""
    if "元" not in around.mention.value or around.tail.strip("，。；、（）() "):
        return None
    whom = VALUE_TAIL.sub("", _OF_WHICH.sub("", around.head))
    name = _RANK.sub("", whom)
    if (name and ACT.search(name)) or len(whom) < 2 or _FEES.search(whom) or _PAYS.search(whom):
        return None
    front = around.sentence.text[: around.mention.start]
    given = _GIVEN_TO_A_LIST.search(front) if names_alone(whom) else None
    given = given or _OVER_A_ROW.search(front)
    if given is None or (given.lastgroup == "given" and around.mention.value[0] in "<>"):
        return None
    return whom, given[given.lastgroup or 0]


_OF_WHICH: Final = re.compile("^[（(]?其中")
_PAYS: Final = re.compile("(?:负担|承担|分担|自[付筹费]|缴)$")
_RANK: Final = re.compile("第[一二三四五六七八九十至、]+")
_GIVEN_TO_A_LIST: Final = re.compile(rf"(?P<do>{GRANT})(?:标准|金额)?(?:如下|分别为|为)?[:：][^。:：]*$")
_OVER_A_ROW: Final = re.compile(
    rf"(?:(?P<do>[^，。；：:\d]{{2,12}}?(?:标准|金额|[限定]额|额度|价格|租金))(?:按照?[^，。；：:]{{2,16}}(?:[确核]定|执行|发放))?"
    rf"(?:如下|分别为|为)?[:：]|(?P<given>(?:给予|予以|发放)[^，。；：:\d]{{0,6}}(?:{GRANT}))，)"
    r"(?>(?>[^，。；：:\d]{2,24}\d[\d.]*万?元)[^，。；：:\d、（]{0,4}[，；、（])*[^，。；：:\d]{2,24}$"
)
"""`奖金标准为：第一名2000元，第二名1500元`, `给予补助，亚洲地区每人3000元`: each name has its own figure."""


def _period_of_a_list(around: Surroundings) -> str | None:
    """`禁渔期：干流为3月1日至6月30日；支流为4月1日至7月31日`: the label holds for each period."""
    listed = _LABELS_A_LIST.match(around.sentence.text) if "/" in around.mention.value else None
    named = listed and around.mention.start > listed.end("x") and _PERIODS.search(listed["x"])
    return listed["x"] if listed and named and around.head.endswith("为") else None


_PERIODS: Final = re.compile("(?:期限?|时间|时段)$")
_NUMBERED: Final = re.compile("之[一二三四五六七八九十]+$|(?:条件|对象|范围|要求|流程|程序)$")
"""`重点工程之六：…`, `申报条件：…`: a label that only counts or sorts says nothing of what is done."""


def quantity(around: Surroundings) -> str | None:
    """The verb that sets a quantity, in the value's own words (每亩补助3000元) or in front of it."""
    if around.words == "减半":
        levied = _LEVIED.match(around.tail)
        bare = re.sub(r"^\d+个?月(?:的)?", "", around.said) if not around.tail.strip("，。；") else ""
        return levied[0] if levied else bare and bare + around.words
    if around.mention.kind != "threshold" or around.described:
        return None
    if around.tail.startswith(("罚款", "的罚款")) or _FINED.match(around.head):
        return "罚款"
    if IN_SO_MANY.search(around.head) and (done := CARRIED_OUT.match(around.tail)):
        return predicate(around.tail[done.start("act") :])
    if rate := _rate_that_comes_to(around):
        return rate
    if inside := None if around.words.startswith("不") else _GRANTED.search(mask(around.words)):
        if handed := _HANDS_OUT.match(around.words):
            return handed["do"]
        light = _LIGHT_GRANT.search(inside[0])
        behind = (_GRANT_BEHIND.match(around.tail) or _GIVEN_ALONE.match(around.tail)) if light else None
        return inside[0] + behind["x"] if behind else inside[0]
    if bounded := bounded_act(around.words):
        return bounded
    if capped := _CAP_NAMED.match(around.words):
        return capped["do"] or capped["named"]
    if so_many := _FOR_SO_MANY.match(around.words):
        return so_many["do"]
    if (each := _FOR_EACH.match(around.words)) and (
        ACT.match(each["do"]) or GRANTING.match(each["do"]) or _FEES.search(each["do"])
    ):
        return each["do"]
    if around.mention.value.endswith("分") and (scored := _SCORED.search(around.head)):
        return scored["do"]
    if listed := LIST_OF.match(around.shared + around.head):
        return listed["x"]
    if sized := SIZE_OF.search(around.head):
        return sized["do"] if around.tail.startswith("的") else None
    share = _GIVES_A_SHARE.search(around.head)
    if share and (what := _GIVEN_BEHIND.match(around.sentence.text, around.mention.end)):
        return share["do"] + what[1]
    if gives := _GIVEN.search(around.head):
        return gives["x"]
    if around.amount:
        return _granted(around, around.amount) or _set_at(around, around.amount["verb"]) or around.amount["verb"]
    if handed := _AT_A_STANDARD.match(around.tail):
        return predicate(handed["do"])
    if _VAGUE_SUM.search(around.head) and (granting := _given_before(around)):
        return granting
    return _reached(around)


def _rate_that_comes_to(around: Surroundings) -> str | None:
    """`各校报到率达到98%`: the rate that comes to so much is what is measured, and more than that it does."""
    if around.mention.value[-1] not in "%‰":
        return None
    reaches = _BEFORE_FIGURE.split(around.words)[0]
    front = around.clause.agent[1] if around.clause.agent else 0
    told = (_RATE_COMES_TO.fullmatch(said + reaches) for said in (around.said, around.head[front:]))
    return next((rate["x"] for rate in told if rate), None)


_BEFORE_FIGURE: Final = re.compile("[\\d一二两三四五六七八九十百]")
_RATE_COMES_TO: Final = re.compile(
    "(?:确保|力争|实现|保证|推动|促进|使|其中|应当?|须|要|原则上)*(?P<x>[^，。；\\d]{2,30}(?<!效)(?:率|占比))"
    "(?:均|要|应当?|须|必须|力争|分别|全部|总体)*达到?"
)


def _reached(around: Surroundings) -> str | None:
    """The verb between a thing and its figure (覆盖率|提升30%, 全市高级认证企业|达26家, 企业技术中心|突破1000家)."""
    if reached := REACHES.search(around.head):
        named = reached[0].endswith(("至", "到", "在")) and names_alone(around.head[: reached.start()])
        return around.head if named else reached[0]
    high = _SET_HIGH.search(around.head + around.words, max(0, around.at - 3))
    thing = AHEAD.sub("", around.head[: high.start()]) if high and not around.clause.conditional else ""
    return high["do"] if high and names_alone(thing) and (high["do"] == "突破" or not ACT.search(thing)) else None


_SET_HIGH: Final = re.compile(r"(?<!不)(?<!不[得宜应能])(?P<do>达|突破|超过)(?=约?[\d一二三四五六七八九十两百千万亿.])")
"""`不得超过` forbids and reaches nothing."""


def _granted(around: Surroundings, amount: re.Match[str]) -> str | None:
    """The light verb with what it grants (给予|一次性奖励)."""
    light = _LIGHT_GRANT.search(amount["verb"])
    if not light:
        return None
    behind = _GRANT_BEHIND.match(around.tail) or _GIVEN_BEHIND.match(around.tail) or SHARED_ACT.match(around.tail)
    return light[0] + behind[1] if behind else act_behind(around)


def _set_at(around: Surroundings, verb: str) -> str | None:
    """`减按25%计入应纳税所得额`, `实施5%、10%增值税加计抵减`: a light verb leaves the act to what follows.

    Not where things are counted (实施490个项目).
    """
    counts = around.mention.value[-1] not in "%元倍"
    if counts or not verb.endswith(("按", "按照", "实施", "实行", "执行")):
        return None
    shared = SHARED_ACT.match(around.tail)
    behind = shared["do"] if shared else act_behind(around)
    return predicate(VALUE_TAIL.sub("", around.amount["what"])) if behind == "政策" and around.amount else behind


def _given_before(around: Surroundings) -> str | None:
    """`…的，给予补贴，最高额度不超过20万元`: what is given stands in a clause before.

    So it does where some get more (每头补贴500元…；困难户每头增加200元).
    """
    clauses = (*around.earlier, *map(around.parsed, reversed(around.before)))
    found = (match for clause in clauses for match in reversed(list(_GIVEN_BEFORE.finditer(clause.text))))
    return next((match[0] for match in found), None)


def at_a_rate(around: Surroundings) -> str | None:
    """`补贴按月发放，1人户每月300元`: who gets a sum is not what is done, which stands before it or in the heading."""
    if "元" not in around.mention.value or around.tail.strip("。，；、 "):
        return None
    head = VALUE_TAIL.sub("", around.head)
    measured = around.mention.value.startswith(">") or _OF_ITSELF.search(head) or _MEASURED.search(head)
    name = _WHO_GETS.search(head) or not (measured or ACT.search(head))
    if not (2 <= len(head) <= 16 and name) or ACT.match(head):
        return None
    before = (predicate(clause.text[clause.body :]) for clause in around.earlier if not clause.conditional)
    if done := next((done for done in before if done and GRANTING.search(done)), None):
        return done
    named = (clause.words(clause.topic) or "" for clause in around.earlier)
    told = (*(words for words in named if _FEES.search(words)), *reversed(around.sentence.headings))
    return next((words for words in told if _FEES.search(words) or GRANTING.search(words)), None)


_OF_ITSELF: Final = re.compile("[费税]|[收缴付投]$|标准|金额|额度|限额|投资|资[本金产]|价格?$")
"""`面试费另收100元`: what is paid is named by its own words, and not by a heading."""
_MEASURED: Final = re.compile("(?:[^力]量|数|率|值|额|收入|规模)$")
"""`万人专利拥有量突破10件`: how far a measure is to go beyond."""


def named_in_the_value(around: Surroundings) -> str | None:
    """The noun that a rate holds (每千名老年人口护理床位不少于10张)."""
    alone = _ALL_OF.fullmatch(around.head.strip())
    named = (_RATE_OF.match(around.words) or _HAS_SO_MANY.match(around.words)) if alone else None
    return named["x"] if named else None
