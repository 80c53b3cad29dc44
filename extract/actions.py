"""What is done: the act or measure that a value belongs to, verbatim and short.

Each step below knows one way in which a notice says it; they are asked in order and the first answer stands.
"""

from __future__ import annotations

from collections.abc import Callable

from extract.agents import HEAD_CUT
from extract.clause_words import ACT, GRANT, HAS_MODAL, VERB
from extract.masking import mask
from extract.nouns import nounlike
from extract.numbers import LENGTH, NUMBER
from extract.phrases import is_preface, predicate
from extract.rows import at_rates, measure_row, row_act, share, zone
from extract.steps import NO_ANSWER, Answer, named
from extract.surroundings import Surroundings
from ingest import patterns as re

_JOINS = re.compile(
    r"^(?:(?:但是?|其中|同时|并且|并(?![购网案联处轨])|而且|且(?!末))(?=.{2})|"
    r"[到至自]?20\d\d年(?:底|末|度|\d{1,2}月(?:份|底|\d{1,2}日)?)?[前起的]?(?=[^\d\-—至到、]{2})|\d{1,2}[月日]份?(?=[^\d\-—至到、内]{2}))"
)
"""How a clause goes on from the one before, and the year or month in front, are no part of what is done."""
_LABEL = re.compile(r"(?:^|[；;。])(?P<x>[\u4e00-\u9fff]{2,8})[:：]\s*$")
_LABELS_A_LIST = re.compile(r"(?P<x>[\u4e00-\u9fff]{2,16})[:：][^。:：]*[；;，,、][^。:：]*。?$")
"""`触发值：甲类机构≥75%；乙类机构≥110%`: the label holds for each."""
_OF_WHOM = re.compile("[省市县区村镇乡州级类户人员者]$|企业|学校|单位|机构|地区")
"""`县级市：东部地区每个城市补助总额7亿元`: whom the list is of, and no act."""
_SHORT = 8
_FEES = re.compile(
    "(?:费|补贴|补助|奖励|奖金|津贴|标准|价格|租金|税率|费率|比例|限额|定额|额度"
    "|高度|宽度|面积|规模|距离|周期|温度|浓度|数量)为?$"
)
_HELD = re.compile("保存|留存|存放|公示|公告|保留|保管|贮存|储存")
_AND_AT_LEAST = r"(?:且|并)(?:不得?[少低]于|不得?超过|至少)?"
_GOES_ON_BOUNDED = re.compile("(?:且|并)(?:不得?[少低]于|不得?超过|至少)")
_HELD_TWICE = re.compile(rf"(?P<do>{_HELD.pattern})(?:\d[^，。；]{{1,6}}{_AND_AT_LEAST}[^，。；]{{0,16}})?$")
"""`保存5年且不得少于保质期后|1年`: two bounds of one act."""
_TAKES = re.compile(r"(?:实施|采取|实行|落实)(?!期限|细则|方案|办法|意见|条例)")
_OWN_TERM = re.compile(r"^(?:政策|措施|本[^，]{1,6})?(?:实施|执行|有效)?(?:期限|有效期|时间)(?:截至|为|至|到|自|暂定)")
"""How long the policy itself lasts is no act."""
_LENGTHS = re.compile(rf"^(?:{LENGTH})|^“[\d+]+”")
_GRANTED = re.compile(
    "(?:补助|补贴|奖励|奖补|资助|给予|减免|贴息|发放|扣减?|加分|增加|提高|降低|下降|[上下]浮|[上下]调(?!研)|支持(?=金额|额度|总额|资金))"
    "(?!对象|范围|政策)"
)
_BOUNDED = re.compile(
    r"(?:至少|不少于|最多|不超过|最低|最高)(?!不得?|超过)(?P<do>[\u4e00-\u9fff]{2,8}?)(?=\d|[一二三四五六七八九十两])"
)
"""`至少培育形成1个`: the act stands between the bound and the figure."""
_CAP_NAMED = re.compile(
    "(?P<do>最[高低大小](?:贷款|补贴|奖励|补助|资助|报销)?(?:额度|限额|金额|标准|比例))(?:为|不超过)?\\d"
)
"""`个人最高额度30万元`: what is capped stands in the value's own words."""
_FOR_EACH = re.compile(
    r"(?:每(?:平方米|公里|学年|学期|季度|[\u4e00-\u9fff]))+?(?P<do>(?![每不最至])[\u4e00-\u9fff]{2,8}?)(?:不得?(?:超过|[少低高]于)|最[高低多少]|至少|为)*(?=\d)"
)
"""`每生每年补偿学费不超过16000元`: the act stands between each and the sum."""
_SCORED = re.compile("(?P<do>得|加|扣|计|记)(?:[^，。；]{0,4}分)?$")
"""`设立办公室的得4分`: what is done to the score."""
LIST_OF = re.compile(
    r"(?P<x>[^，。；：\d]{0,16}(?:比例|标准|税率|费率|限额|额度|金额))(?:分别)?为(?:[^，。；：为、\d]{2,8}\d[\d.]*(?:[%％]|万?元)(?:[、和]))*[^，。；：为、\d]{2,8}$"
)
"""`报销比例为在职70%、退休80%`: each figure has its own name behind the measure."""
_GRANT_BEHIND = re.compile(rf"(?:的|标准)*(?P<x>[^，。；、的]{{0,14}}?(?:{GRANT}))(?=$|[，。；、的])")
_GIVEN_BEHIND = re.compile(r"(?:、[^，。；的]{2,16})?(?:的|标准的?)([^，。；、的\d]{2,12})(?=$|[，。；])")
_LIGHT_GRANT = re.compile("(?:给予|予以|发放|享受)$")
_GIVEN = re.compile(rf"(?:给予|予以|发放|享受)[^，。；、\d]{{0,12}}?(?:{GRANT})$")
"""`给予一次性奖励10万元`, `给予每人2000元一次性就业补贴`: what is given stands before or behind the sum."""
SIZE_OF = re.compile(
    r"(?P<do>设立|建立|组建|发起|筹建|成立)(?:总)?(?:规模|额度|金额|总额)(?:不低于|不少于|达到?|为|约)*$"
)
"""`设立规模为5亿元的基金`: what is founded stands behind its size."""
_SHARED_ACT = re.compile(
    r"(?:、[^，。；、]{1,12}?)*(?:、|和|及)\d[\d.]*(?:[%％元万亿]|[个百分点]+)+(?:的标准|的比例)?(?P<do>(?!工作日|小时|分钟|[天日月年])[^，。；、\d%]{2,20})[。；]?$"
)
_MORE_DATES = re.compile(
    r"(?:[、和及](?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|[底末])?)+(?:之前|以前|前)?(?P<do>[^，。；]{2,})"
)
"""`3月31日、6月25日和11月20日前报送`: dates in a row share the act behind the last."""
_DATES_END = re.compile(
    r"的?(?:日期|时间|期限)?(?:定?[为是于在]|：|自|从)*(?:\d{4}年)?\d{1,2}月[\d日号月年至到\-－—~～起]*$"
)
"""`培训时间为5月8日至12日（共5天）`: what lasts so long stands in front of its dates."""
_OPENED = re.compile(r"(?P<do>[^，。；：（()）—]{2,30})[（(](?P<said>[^（）()]{0,12})$")
_SEASON = re.compile("(?:[在于自]|每年|全年|[本当]年)*[\u4e00-\u9fff]{2,6}(?:季|期间?|时段|假期|阶段)")
"""`在每年供暖季（11月15日至3月15日），由区财政…`: a season by its name, its dates in brackets."""
_OWN_ACT = re.compile(r"(?:截止|前|内|起)?(?P<do>[\u4e00-\u9fff]{2,8})[）)]")
"""`（9月15日截止报名）`: what stands in the brackets with its time."""
_WAYS = ("口头", "电话", "书面", "初步")
_SAID_THEN_WRITTEN = re.compile(
    rf"(?:{'|'.join(_WAYS)})、(?:{LENGTH})(?:以|之)?内(?:{'|'.join(_WAYS)})?(?P<do>[^，。；]{{2,}})"
)
"""`30分钟内口头、1小时内书面报告`: two ways of one act."""
_CLOSED_AGAIN = re.compile("^[）)](?=(?:之|以)?内|的|后)")
_LENGTH_AGAIN = re.compile(rf"(?:{LENGTH})$")
"""`在3年（36个月）内`: the same length said twice."""
_VAGUE_SUM = re.compile(
    r"^(?:补贴|补助|奖励|资助|支持|扶持|单户|(?:单个|每[个家户]|同一)[^，。；的]{1,8}?)?(?:每年|年度)?(?:最高|累计|总)?(?:额度|金额|标准|比例|上限|总额|总金额)?(?:为|原则上)?$"
)
REACHES = re.compile(
    "(?:达到|(?:提高|提升|降低|下降|增加|压缩)[到至]|降[到至]|控制在|增长|增加|上升|下降|提高|提升|降低|减少|压缩|扩大)$"
)
_ACT_ALONE = re.compile("检测|检查|巡查|巡检|监测|消毒|测量|采样|抽查|评估|更换|清洗|清理|维护|保养|校准")
"""An act that has its object behind the figure (每2小时检测一次气体浓度)."""
_TO_SOMEONE = re.compile("向[^，。；]{1,16}?(?:报送|报告|通报|反馈|推送|提交|上报|汇报)$")
"""`每半月向专班报送1次进展情况`: what is told stands behind how often."""
_RULE_OF_IT = re.compile("的?(?:制度|机制|要求|规定|标准)")
"""`每2小时报告1次制度`: that it is a rule is no part of what is done."""
_FREQUENCY_OF = re.compile(r"(?:人员|单位|场所|区域|的)?(?P<x>[^，。；]{2,12}?)(?:的)?(?:频次|频率)")
_GRANTS_TIME = re.compile(
    "(?:免收|免征|减免|减半征收|减征|缓缴|缓交|给予|享受|增加|发放|补贴|免除|预拨|返还|领取|领用|收取|预收|加收|征收|提供|安排|支付|"
    "缴纳|预缴|补缴|具有|具备|签订|保留|预付|缴存|储备)$"
)
"""`免收3个月房租`, `签订1年以上劳动合同`: the act is verb and object without the time between them."""
_AND_THEN = re.compile("(?:无异议|期满)?后(?!方可|才|再|续|可|不|[，,])")
"""`公示7天后发放`: what takes the time stands in front of it."""
_BOUND_BEFORE = re.compile("(?:不得?(?:超过|少于|低于)|至少|最[长多]|为期)+$")
_NO_ACT = re.compile(r"(?:以上|以下|的|内|前|后|左右|标准|比例|时间|要求|为限|备查|□)+")
_TIME_OF = re.compile(
    r"(?P<do>[^，。；：]{2,}?)的?(?:时间|期限|年限|时长|(?<=[察离测理护])期|(?<=公[示告])期)(?:为|一般|原则上|应当?|要|须|(?:延长|缩短|压缩|控制|调整)[至到在为]|自[^，。；]+之日起(?:计算)?)*$"
)
"""`合法性审核时间一般不少于5个工作日`: what takes the time is the act."""
_WEIGHING = re.compile(r"[\u4e00-\u9fff]{0,6}(?:权重|分值|评分标准|评分|得分|计分|评价指标|考核指标)")
_OTHER_CASE_BEHIND = re.compile("、[^，。；、]{2,8}(?:不得?超过|不[少低]于|不得[少低]于|最[长多])")
"""`一般事项不超过10分钟、复杂事项不超过30分钟`: the next case of a row is no act."""
_HALVED = re.compile("减半|免收|全免")
_CASE_OF_TIME = re.compile(
    rf"(?:(?:一般|普通|简单|简易)(?:事项|问题|业务|案件|情况))?(?:(?:不得?超过|最长)(?:{LENGTH})、[^，。；、]{{2,8}})*$"
)
_BARE_TERM = re.compile(r"(?:政策|实施|执行|优惠|享受)?(?:期限|期|时长|时间)(?:均|一般|原则上|最长)?为?")
_STATE = re.compile("(?:时间|观察|监测|隔离|管理|治疗|期间|期)$")
"""Topics of test days that say when or in which state, not whom (居家健康监测第3天)."""
_WITHIN = re.compile(rf"(?:{LENGTH})(?:以|之)?内(?P<do>[^，。；]{{2,}})$")
_ANOTHER_CASE = re.compile(
    "(?:[^，。；]*(?:用户|问题|事项|情况|情形|案件|诉求|项目|工单|地区|区域|县域|市域|城区|农村|山区|[类级件户者的]|城市|乡镇|企业|单位|车辆|人员))?"
)
_TAKES_TIME = re.compile(rf"(?P<do>[^，。；：]{{2,}}?)的?(?:时间|时限)[^，。；\d]{{0,8}}(?:{LENGTH})")
_RATE_OF = re.compile(
    r"每[百千万亿\d]*(?:平方米|平方公里|公里|[名人户个亩辆床班])?(?P<x>[\u4e00-\u9fff]{4,20}?)"
    r"(?:应当?|须|不得?(?:超过|[少低高多]于)|至少|达到?|为)+(?=\d)"
)
_FEE = re.compile("(?P<x>[^，。；：:]{2,16}?(?:费|税|价格|补贴|补助|奖励|标准|租金|津贴))[：:]")
"""`污水处理费：居民每立方米0.95元`: the label says what the sums are."""
_WHO_GETS = re.compile("(?:户|人|者|类|级|档|残疾|人员|家庭|学生|对象|企业|老人|儿童|教师|职工)$")
_GRANTING = re.compile(f"{GRANT}|发放|收费|收取|征收|罚款|给予|缴纳|救助")
_TIMES = re.compile(rf"{NUMBER}(?:次|轮)")
_AT_THE_RATE = re.compile(
    r"^(?:范围|区间|幅度|限额)内|^[^，。；的]{0,12}的(?:标准|比例|额度|税率|征收率|利率|费率|价格|幅度|频次|规模)(?=[^，。；的]{2})|^(?:标准|比例|幅度|税率|费率|利率|征收率)(?=[^，。；的]{3})"
)
"""`1500元至3500元范围内分档发放`, `1.5%的征收率计算缴纳`: the figure's own noun stands before the act."""
_NOUN_ALONE = re.compile(r"(?!的)[\u4e00-\u9fff]+")
_BOUND = re.compile(r"(?:不得?(?:超过|[少低高多大小]于)|至少|最[多少高低])\D*\d*[^\d，。；]*$")
_DIMENSION = re.compile("(?:时间|期限|时限|比例|金额|标准|数量|人数|额度|面积|规模|费用|[率量数值额])$")
"""What is measured, named by its last word; alone it is no act (书面作业平均完成|时间)."""
_AT_A_TIME = re.compile(
    r"(?:^|[，。；])(?P<do>[^，。；：:]{2,40}?)的?(?:截止)?(?:时间|时限|期限|日期)"
    r"(?:为|是|[：:]|截[至止]到?|自(?:[^，。；]{1,20}之日起)?|(?:每?次?[月季年周旬]度?(?:终了|结束)?)?(?:后|前))+(?:每[月年])?$"
)
_NO_ACT_OF_A_TIME = re.compile("目标|工作|截止|实施|执行|政策|承诺|法定|有效|.*完成")
"""`报送时间：5月11日前`, `月报报送时间为月后10日内`: what is due then stands in front of 时间."""
_FROM_TO = re.compile(r"从[^，。；]{2,40}?到(?P<do>[^，。；]{2,30}?)的?(?:总)?(?:时间|周期|时限|用时)")
"""`从受理申请到完成装表接电的时间` names the act that ends the time."""
_VALUE_TAIL = re.compile(
    r"(?:\d{1,2}[至到\-—~]|\d+(?:\.\d+)?(?:[%％]|万?元|[个家名人年月天日岁次倍分]|个月|小时|工作日)(?:以上|以下)?(?:[和、及]|或者?)|为|为期|不超过|不得超过|不少于|不低于|不足|达到|达|至少|至|到|是|压缩|"
    r"缩短|控制在|控制|在|由|从|的|时限|连续|持续|(?:积|修|(?<!登)记)?满|分别|约|超过|要|应|应当|每次"
    r"|最长|最高|最[迟晚早]|人民币|一式|须|必须|应该|达到或|原则上|一般|统一|均|各|当地|每[班人户次年月日天周期村校届批]|累计|按照|按|以|不|低于|高于|以来|之日起|自|于|"
    r"[，,、：:\s“（(])+$"
)
_MOVED = re.compile(
    rf"(?:将|把)[^，。；将把]{{2,30}}?(?:资料|材料|档案|记录|台账|凭证|票据|合同|样品|标本|信息|数据)(?P<do>{VERB})$"
)
"""`将合同等资料保存2年`: what is moved in front of the verb is its object."""
_EACH_TIME = re.compile(
    r"^在[^，。；]{2,40}基础上(?=[\u4e00-\u9fff]{2})|^分别(?=[\u4e00-\u9fff]{2})|^第[一二三四五]年(?=[\u4e00-\u9fff]{2})|^每(?:次|天|日|周|月|年)(?![次度末初底])(?=[\u4e00-\u9fff]{2})"
)
"""`每天巡护不少于8小时`: each day is when, and no part of what is done."""
_IN_A_CASE = re.compile("(?:(?<![小课学工])时|期间|之后|以后)$")
_WITHIN_FRONT = re.compile(rf"^[在于]?(?:{LENGTH})(?:以|之)?内(?=.{{2}})")
"""`在3个工作日内存入保证金20万元`: by when is no part of what is done."""
_SHARE_OF = re.compile(r"(?:为|按照?|不[少低高]于|不得?超过|不得[少低高]于)[^，。；为按]{2,24}的$")
"""`标准为当地最低工资的90%`: of what it is a share is no part of what is set."""
_FROM_OLD = re.compile(r"(?:由|从)(?:原来?的?)?[^，。；]*$")


def action(around: Surroundings) -> Answer:
    """The act that the value belongs to, `NO_ANSWER` where the text names none."""
    found = ((_JOINS.sub("", done), step) for step in STEPS if (done := step(around)))
    return next((Answer(done, named(step)) for done, step in found if done), NO_ANSWER)


def bounded_act(words: str) -> str | None:
    """The act between bound and figure (至少培育形成1个); not of what a share is (不超过费用50%)."""
    share = words.endswith(("%", "％", "倍")) and not words.startswith("至少")
    found = None if share else _BOUNDED.match(words)
    return found["do"] if found and ACT.match(found["do"]) else None


def names_alone(head: str) -> bool:
    """Whether the words in front of a figure are a name and no predicate (开业满5年的村镇银行|≥75%)."""
    return len(head) >= 2 and nounlike(mask(head))


def names_time(around: Surroundings, topic: str) -> bool:
    """`核酸检测时间分别为第7天…`: the topic of test days names the act, not whom it governs."""
    return around.mention.kind == "schedule" and bool(_STATE.search(topic))


def _rate_of_a_case(around: Surroundings) -> str | None:
    """`收费费率：合同金额100万元以下的为2%；100万元以上的为1%`: what is set for each case is named in front."""
    if around.mention.kind != "threshold" or around.tail.strip("，。；、 ") or not _CASE_FIGURE.search(around.head):
        return None
    named = _RATES_NAMED.search(around.sentence.text[: around.mention.start])
    return named["x"] if named else None


_CASE_FIGURE = re.compile(r"\d[^，。；：]*(?:的|以[上下]|部分|元)(?:为|按|：|，)?(?:按|计)?$")
_RATES_NAMED = re.compile(
    r"(?:^|[，。；])(?P<x>[^，。；：]{2,40}(?:费率|税率|利率|比例|标准|系数|额度|限额|幅度|金额|价格|限值|上限))(?:分别)?(?:如下|为)?[：:][^。]*$"
)


def _in_the_value(around: Surroundings) -> str | None:
    """The value's words name the act (三天三检, 即收即办, 日报告)."""
    return around.words.strip("“”") if around.mention.act else None


def _share_borne(around: Surroundings) -> str | None:
    """`省级财政负担20%`: how a share of one cost is borne."""
    borne = share(around)
    return borne.do if borne else None


_HANDED_IN = re.compile("提[供交]|报送|递交|附|填写|[应须需]")


_ON_TOP_OF = re.compile("的?(?:水平|标准|价格)?的?基础上")


def _had_already(around: Surroundings) -> str | None:
    """`在享受优惠电价0.3元/度的基础上，…`: what is had already is the act of the value in it."""
    on_top = around.mention.kind == "threshold" and _ON_TOP_OF.match(around.tail)
    return predicate(re.sub(r"^(?:.*，)?在", "", around.head)) if on_top else None


def _copied(around: Surroundings) -> str | None:
    """`申请书一式4份，A4纸双面打印`: what is done with the copies, where the clause only counts them."""
    return _next(around) if around.head.endswith("一式") and not _HANDED_IN.search(around.head) else None


def _reach_of_a_zone(around: Surroundings) -> str | None:
    """`保护区是指距取水口上游1000米以内的水域`: from where its figure reaches."""
    reach = zone(around)
    return reach[1] if reach else None


def _measure_of_the_row(around: Surroundings) -> str | None:
    """`起付标准为一级医院200元、二级医院400元`: what the row sets for each."""
    row = measure_row(around)
    return row[0] if row else None


def _labelled(around: Surroundings) -> str | None:
    """`触发值：≥75%`: a quantity that is all that stands behind a label is the label's."""
    begin, text = around.mention.start, around.sentence.text
    if around.mention.kind != "threshold" or around.tail.strip("。；;，, "):
        return None
    if around.label and (_GRANTED.search(around.words) or _FOR_EACH.match(around.words)):
        return None
    label = _LABEL.search(text, 0, begin)
    listed = None if label else _LABELS_A_LIST.match(text)
    of_a_measure = listed and _FEES.search(listed["x"]) and not (ACT.search(around.head) or _FEES.search(around.head))
    if listed and not (of_a_measure or (len(listed["x"]) <= _SHORT and names_alone(around.head))):
        listed = None
    if listed and _OF_WHOM.search(listed["x"]):
        return None
    said = label or listed
    return said["x"] if said and not _NUMBERED.search(said["x"]) else None


_NUMBERED = re.compile("之[一二三四五六七八九十]+$")
"""`重点工程之六：…`: a label that only counts says nothing of what is done."""


def _due_at_a_time(around: Surroundings) -> str | None:
    """`报送时间：5月11日前`: what is due at the time that is named."""
    if around.mention.kind not in ("deadline", "duration") or around.tail.strip("，。；、 "):
        return None
    due = _AT_A_TIME.search(around.sentence.text[: around.mention.start])
    return due["do"] if due and not _NO_ACT_OF_A_TIME.fullmatch(due["do"]) else None


def _before_the_next(around: Surroundings) -> str | None:
    """The verb that the length closes, where something else follows it (公示7天后上报)."""
    if around.mention.kind != "duration" or not _AND_THEN.match(around.tail):
        return None
    return next((act[0] for act in ACT.finditer(around.head) if act.end() == len(around.head)), None)


_THEN_MAY = re.compile("(?:均|即|都|也)?(?:可以?(?!能)|有资格|允许)(?:自愿|按规定)?(?P<do>[^，。；]{2,})")
"""`缴费满1年，可申领失业保险金`: what those may do who have lasted so long."""
_ONLY_THEN = re.compile("(?:方可|方能|才可以?|才能)(?P<do>[^，。；]{2,})")


def _after_it_lasted(around: Surroundings) -> str | None:
    """What follows when a length is over (从事护理工作满2年后，给予补贴; 满3年，并通过考核后方可申请)."""
    if around.mention.kind == "duration" and (
        around.head.endswith("满") or around.words.endswith("以上") or around.words.startswith(("未满", "不满"))
    ):
        said = (found for clause in around.later(3) if (found := _ONLY_THEN.search(clause.text)))
        if then := next(said, None):
            return predicate(then["do"])
        if (behind := around.later(1)) and (may := _THEN_MAY.match(behind[0].text)):
            return predicate(may["do"])
    over = around.mention.kind == "duration" and around.tail.strip("，。；、 ") in ("后", "之后", "以后")
    return _next(around) if over else None


def _held(around: Surroundings) -> str | None:
    """The state inside a length's own words, of the noun in front of it (培训档案至少保存3年)."""
    if around.mention.kind != "duration":
        return None
    if found := _HELD.search(around.words):
        return found[0]
    twice = _HELD_TWICE.search(around.head)
    return twice["do"] if twice and (twice.end("do") < twice.end() or _GOES_ON_BOUNDED.match(around.tail)) else None


def _for_which_act(around: Surroundings) -> str | None:
    """`选拔条件` over `年龄45周岁以下，教龄8年以上的骨干教师`: for what they are wanted."""
    if around.mention.kind not in _QUALITIES or around.sentence.text.count("，") > 3 or ACT.match(around.clause.text):
        return None
    if HAS_MODAL.search(around.sentence.masked) or not _BARE_PERSONS.search(around.sentence.masked):
        return None
    named = (_CONDITIONS.search(heading) for heading in reversed(around.sentence.headings))
    return next((found["do"] for found in named if found), None)


_QUALITIES = ("threshold", "duration", "window", "count")
_CONDITIONS = re.compile(
    "(?P<do>选拔|申报|报名|招聘|招录|报考|评选|推荐|申请|准入|参评|认定|聘用|遴选|评审|入选|培养)(?:人员|对象|人选)?(?:的)?(?:基本|资格|具体|标准和)?(?:条件|资格|范围|要求)"
)
_BARE_PERSONS = re.compile("的[^，。；的]{2,16}(?:人员|教师|医师|者|人才|干部|职工|企业|单位|机构|学生|毕业生)[。；]?$")


def _on_the_described(around: Surroundings) -> str | None:
    """What is done with those whom the value describes (14日内有…旅居史的人员，实施7天集中隔离).

    Within a time something is done, also where that is the case that is set (15日内及时改正的，可以…).
    """
    if not around.described:
        return None
    rest = re.sub(r"^[（(][^（）()]*[）)]", "", around.clause.text[around.described[1] :])
    behind = None if rest.startswith(("和", "及", "以及", "或", "、")) else predicate(rest)
    if not behind and around.mention.kind == "deadline" and (done := _behind(around)) and ACT.match(done):
        return done
    return behind or _measure(around) or _next(around) or around.context.rule


def _in_a_case(around: Surroundings) -> str | None:
    """What follows a case that the value belongs to (如参展企业数量超过总数50%的，给予支持)."""
    if around.mention.kind not in ("threshold", "duration", "window", "count"):
        return None
    case = around.clause.conditional or around.opens_a_case
    return _measure(around) or _next(around) if case else None


def _measure(around: Surroundings) -> str | None:
    """The measure taken on a described subject, past what is said first (赋红码，实施7天集中隔离医学观察)."""
    for clause in around.later(3):
        found = _TAKES.search(clause.text)
        if found and (done := predicate(_LENGTHS.sub("", clause.text[found.end() :]))):
            return done
    return None


def _next(around: Surroundings) -> str | None:
    """The predicate of the clauses behind (接到报告后2小时内，…); where they only say in which way, that one."""
    way = None
    for clause in around.later(4):
        aside = (
            clause.conditional
            or is_preface(clause.text)
            or is_preface(clause.text[clause.body :])
            or _OWN_TERM.search(clause.text)
            or clause.text.startswith(("经", "除"))
        )
        if not aside and clause.body == len(clause.text) and clause.role:
            way = way or predicate(clause.text)
        elif not aside and (done := predicate(clause.text[clause.body :]) or predicate(clause.text[: clause.body])):
            return done
        if not clause.conditional and (by := _BY_RULE.search(clause.text)):
            way = way or by[0]
    return way


_BY_RULE = re.compile(
    r"按照?[^，。；]{2,30}(?:征[税收]|处[理罚置]|执行|办理|计[算征税]|收取|缴纳|管理|发放)(?=[。；]?$)"
)
"""`均按照一般货物全额征税`: the way is all that is said of what is done."""


def _after_the_state(around: Surroundings) -> str | None:
    """What may follow a state that lasted (连续14天无新增，方可…): the sentence's last predicate."""
    if not around.until_then or around.index + 1 >= len(around.spans):
        return None
    cases = [n for n, clause in enumerate(around.later(6)) if clause.conditional]
    if cases:
        return next(
            (done for clause in around.later(6)[cases[-1] + 1 :] if (done := predicate(clause.text[clause.body :]))),
            None,
        )
    last = around.parsed(around.spans[-1])
    return predicate(last.text[last.body :]) or predicate(last.text)


def _quantity(around: Surroundings) -> str | None:
    """The verb that sets a quantity, in the value's own words (每亩补助3000元) or in front of it."""
    if around.mention.kind != "threshold" or around.described:
        return None
    if around.tail.startswith(("罚款", "的罚款")):
        return "罚款"
    if inside := _GRANTED.search(mask(around.words)):
        behind = _GRANT_BEHIND.match(around.tail) if _LIGHT_GRANT.search(inside[0]) else None
        return inside[0] + behind["x"] if behind else inside[0]
    if bounded := bounded_act(around.words):
        return bounded
    if capped := _CAP_NAMED.match(around.words):
        return capped["do"]
    if (each := _FOR_EACH.match(around.words)) and (ACT.match(each["do"]) or _GRANTING.match(each["do"])):
        return each["do"]
    if around.mention.value.endswith("分") and (scored := _SCORED.search(around.head)):
        return scored["do"]
    if listed := LIST_OF.match(around.shared + around.head):
        return listed["x"]
    if sized := SIZE_OF.search(around.head):
        return sized["do"] if around.tail.startswith("的") else None
    if given := _GIVEN.search(around.head):
        return given[0]
    if around.amount:
        return _granted(around, around.amount) or _set_at(around, around.amount["verb"]) or around.amount["verb"]
    if around.shared and "元" in around.mention.value and (listed := _GRANTED.search(mask(around.shared))):
        return listed[0]
    if _VAGUE_SUM.search(around.head) and (granting := _given_before(around)):
        return granting
    reached = REACHES.search(around.head)
    return reached[0] if reached else None


def _granted(around: Surroundings, amount: re.Match[str]) -> str | None:
    """The light verb with what it grants (给予|一次性奖励)."""
    light = _LIGHT_GRANT.search(amount["verb"])
    if not light:
        return None
    behind = _GRANT_BEHIND.match(around.tail) or _GIVEN_BEHIND.match(around.tail) or _SHARED_ACT.match(around.tail)
    return light[0] + behind[1] if behind else None


def _set_at(around: Surroundings, verb: str) -> str | None:
    """`减按25%计入应纳税所得额`, `实施5%、10%增值税加计抵减`: a light verb leaves the act to what follows."""
    if not verb.endswith(("按", "按照", "实施", "实行", "执行")):
        return None
    shared = _SHARED_ACT.match(around.tail)
    return shared["do"] if shared else _behind(around)


def _given_before(around: Surroundings) -> str | None:
    """`…的，给予补贴，最高额度不超过20万元`: what is given stands in a clause before."""
    found = (match for clause in around.earlier for match in reversed(list(_GRANTED.finditer(clause.text))))
    return next((match[0] for match in found), None)


def _in_what_follows(around: Surroundings) -> str | None:
    """What an opening value is set before (2023年3月底前，各地完成…), past a case (7日内，人数变化的，应当补报)."""
    rest = None if around.described else around.following
    if not rest or _OTHER_CASE_BEHIND.match(rest.text):
        return None
    if rest.text.startswith("或") and _HALVED.fullmatch(around.words):
        return around.words + (predicate(rest.text) or "")
    waits = is_preface(rest.text[rest.body :]) or (rest.conditional and not around.tail.strip("，。； "))
    if waits and (done := _next(around)):
        return done
    begin = rest.agent[1] if rest.agent else 0
    return predicate(rest.text[max(rest.body, begin) :]) or predicate(rest.text[begin:])


def _shared_by_a_list(around: Surroundings) -> str | None:
    """`2小时内、…12小时内完成流调`: values in a row share the act behind the last."""
    if around.more:
        return None
    if rated := at_rates(around):
        return rated
    if around.tail.startswith(("、", "和", "及")):
        shared = (
            re.search(r"内(?P<do>[^，、；。内][^，；。内]*)[。；]?$", around.tail)
            or _MORE_DATES.match(around.tail)
            or _SHARED_ACT.match(around.tail)
        )
    else:
        shared = _SAID_THEN_WRITTEN.match(around.tail)
    if shared and around.clause.taken and around.clause.taken[0] > around.at:
        return predicate(around.clause.text[around.clause.taken[1] :])
    return predicate(shared["do"]) if shared else None


def _repeated(around: Surroundings) -> str | None:
    """The act of a frequency: in its own words (每天消毒不少于2次), or what the frequency is of (检测频次)."""
    if around.mention.kind != "frequency":
        return None
    after, done = _behind(around), around.repeated
    if done and (by := around.clause.words(around.clause.by)):
        done = re.sub(rf"^由{re.escape(by)}", "", done)
    if after and done and _TO_SOMEONE.match(done):
        return done + after
    if after and done and _RULE_OF_IT.fullmatch(after) and ACT.match(done):
        return done
    if after and done and _ACT_ALONE.fullmatch(done):
        return done
    if after and done and ACT.fullmatch(done) and not ACT.match(after):
        return done + after
    if of := _FREQUENCY_OF.search(around.head):
        return of["x"]
    return None if after else done


def _named_by_the_heading(around: Surroundings) -> str | None:
    """`评价指标及权重：专利质量（25%）`: the heading says what the figures in brackets are."""
    bracketed = around.mention.kind == "threshold" and around.head.endswith(("（", "("))
    headings = reversed(around.sentence.headings) if bracketed else ()
    return next((found[0] for heading in headings if (found := _WEIGHING.search(heading))), None)


def _in_brackets(around: Surroundings) -> str | None:
    """`电话联系3次（每次间隔15分钟）`: what stands in brackets is said of what stands in front of them."""
    inside = _OPENED.search(around.head) if ")" in around.tail or "）" in around.tail else None
    if inside and not inside["said"] and _SEASON.fullmatch(inside["do"]):
        return _next(around)
    if inside and not inside["said"] and (own := _OWN_ACT.match(around.tail)):
        return own["do"]
    if inside and (dated := _DATES_END.search(inside["do"])) and dated.start() >= 2:
        return inside["do"][: dated.start()]
    if (
        not inside
        or ACT.search(inside["said"])
        or ACT.match(around.tail)
        or _GRANTING.match(around.tail)
        or _LENGTH_AGAIN.search(inside["do"])
    ):
        return None
    return predicate(inside["do"])


def _of_the_clause_before(around: Surroundings) -> str | None:
    """`价格均下调10%，期限为3个月`: a bare term belongs to the act of the clause before."""
    if around.mention.kind != "duration" or not around.earlier or not _BARE_TERM.fullmatch(around.head):
        return None
    before = around.earlier[0]
    done = predicate(before.text[before.body :])
    return done if done and ACT.match(done) else before.words(before.topic) or done


def _behind(around: Surroundings) -> str | None:
    for span in (around.clause.taken, around.clause.by):
        if span and span[0] >= around.until:
            return predicate(around.clause.text[span[1] :])
    tail = _CLOSED_AGAIN.sub("", around.tail)
    return None if tail.startswith(("、", "，", "）", ")")) else predicate(_AT_THE_RATE.sub("", tail))


def _of_a_bound(around: Surroundings) -> str | None:
    """`门诊处方一般不得超过7日用量`: what is bounded stands in front where only a noun follows the figure."""
    tail, head = around.tail.strip("。 "), _VALUE_TAIL.sub("", around.head)
    bounded = around.mention.kind in ("threshold", "duration") and _BOUND.search(around.head + around.words)
    noun = 0 < len(tail) <= 8 and _NOUN_ALONE.fullmatch(tail) and not ACT.search(tail)
    moved = head.endswith(("将", "把", "以", "对")) or "按" in head or tail.startswith(("用于", "作为"))
    return head if bounded and noun and len(head) >= 4 and not moved else None


def _predicate_behind(around: Surroundings) -> str | None:
    """The predicate behind the value (14天集中隔离, 免收3个月房租)."""
    after = None if around.more else _behind(around)
    if not after or (around.head.endswith("满") and _AND_MORE.match(around.tail)):
        return None
    if around.mention.kind == "duration" and (verb := _GRANTS_TIME.search(_BOUND_BEFORE.sub("", around.head))):
        return verb[0] + after
    if around.mention.kind == "threshold" and (keeps := _KEEPS.search(_BOUND_BEFORE.sub("", around.head))):
        return keeps[0] + after
    if around.mention.kind == "window" and _ON_PEOPLE.search(around.head) and (on := _DONE_ON.search(after)):
        return on["do"]
    if around.head.endswith(("按", "按照")) and (set_so := _SET_SO.search(after)):
        return set_so["do"]
    return None if _NO_ACT.fullmatch(after) else after


_KEEPS = re.compile("(?:保持|留有|留出|预留)$")
"""`保持1米以上间隔`: the act is verb and object without the figure between them."""
_AND_MORE = re.compile("[并且](?!不得|可|应|须)")
"""`在同一单位工作满1年并签订劳动合同`: what else must be is not what lasted."""
_ON_PEOPLE = re.compile("对(?:最?近|过去)?$")
_DONE_ON = re.compile("(?:人员|者|人|户)(?:进行|予以|开展|实施|实行)(?P<do>[^，。；]{2,})$")
"""`对近15天内来访人员进行摸排`: on whom it is done stands in front of the act."""
_SET_SO = re.compile("(?<=.{4})(?P<do>(?:计算|确定|核定|计发|返还|发放)[^，。；]*)$")
"""`按6个月的工资和职工人数确定`: by what something is set stands in front of the act."""


def _time_of_an_act(around: Surroundings) -> str | None:
    """The topic names the act whose time is given (核酸检测时间分别为…, 从受理到办结的时间)."""
    topic = around.clause.words(around.clause.topic)
    if topic and topic.endswith("时间") and names_time(around, topic):
        return topic.removesuffix("时间")
    if around.mention.kind == "schedule" and around.clause.text.startswith("分别") and around.earlier:
        before = around.earlier[0]
        return predicate(_TIMES.sub("", before.text[before.body :]))
    if spans := _FROM_TO.search(around.head):
        return spans["do"]
    head = _VALUE_TAIL.sub("", around.head)
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


def _as_before(around: Surroundings) -> str | None:
    """`一般问题2日内答复，疑难问题不超过5日`: another case of the act that the clause before sets a time for."""
    if around.mention.kind not in ("duration", "deadline") or around.tail.strip("，。；、 "):
        return None
    head = _VALUE_TAIL.sub("", around.head)
    if not _ANOTHER_CASE.fullmatch(head) or ACT.search(head):
        return None
    found = (_WITHIN.search(clause.text) or _TAKES_TIME.match(clause.text) for clause in around.earlier[:3])
    return next((predicate(match["do"]) for match in found if match), None)


def _at_a_rate(around: Surroundings) -> str | None:
    """`补贴按月发放，1人户每月300元`: who gets a sum is not what is done, which stands before it or in the heading."""
    if "元" not in around.mention.value or around.tail.strip("。，；、 "):
        return None
    head = _VALUE_TAIL.sub("", around.head)
    if (fee := _FEE.match(around.sentence.text)) and fee.end() <= around.mention.start and not ACT.search(head):
        return fee["x"]
    if not (2 <= len(head) <= 16 and _WHO_GETS.search(head)) or ACT.match(head):
        return None
    before = (predicate(clause.text[clause.body :]) for clause in around.earlier if not clause.conditional)
    if done := next((done for done in before if done and _GRANTING.search(done)), None):
        return done
    return next((heading for heading in reversed(around.sentence.headings) if _GRANTING.search(heading)), None)


def _named_in_the_value(around: Surroundings) -> str | None:
    """The noun that a rate holds (每千名老年人口护理床位不少于10张)."""
    named = _RATE_OF.match(around.words) if not around.head.strip() else None
    return named["x"] if named else None


def _predicate_before(around: Surroundings) -> str | None:
    """The predicate that the value closes (集中隔离医学观察14天), else that of the clause before."""
    topic = around.clause.topic
    for front in (around.at - len(around.said), topic[0] if topic else 0, 0):
        said = _FROM_OLD.sub("", around.clause.text[front : around.at])
        head = _EACH_TIME.sub("", _VALUE_TAIL.sub("", _SHARE_OF.sub("", said)))
        if moved := _MOVED.search(head):
            return moved["do"]
        cuts = [match.end() for match in HEAD_CUT.finditer(mask(head)) if len(head) - match.end() >= 2]
        if cuts and not (len(head) - cuts[-1] <= 4 and _DIMENSION.search(head)):
            return _WITHIN_FRONT.sub("", _EACH_TIME.sub("", head[cuts[-1] :]))
        if len(head) >= 2 and not (around.earlier and _IN_A_CASE.search(head)):
            return head
    for clause in sorted(around.earlier[:3], key=lambda clause: clause.conditional):
        done = predicate(clause.text[clause.body :]) or clause.words(clause.topic)
        said = _VALUE_TAIL.sub("", done or "")
        if done and said and not (clause.conditional and said.startswith(("没有", "无", "未", "不"))):
            return done
    return None


def _of_the_part_before(around: Surroundings) -> str | None:
    """`接待10人以内的，陪餐不得超过3人；超过10人的，不得超过三分之一`: what the part before the semicolon sets."""
    for clause in (around.parsed(span) for span in reversed(around.before[-3:])):
        if around.mention.kind == "duration" and (held := _HELD.search(clause.text)):
            return held[0]
        done = None if clause.conditional else predicate(clause.text[clause.body :]) or clause.words(clause.topic)
        if done:
            return done
    return None


def _label_alone(around: Surroundings) -> str | None:
    """`寒假：1月20日至2月16日`: where a label has nothing but its value, it names what takes place."""
    return around.label


STEPS: tuple[Callable[[Surroundings], str | None], ...] = (
    _in_the_value,
    _share_borne,
    _measure_of_the_row,
    _reach_of_a_zone,
    row_act,
    _rate_of_a_case,
    _had_already,
    _copied,
    _labelled,
    _due_at_a_time,
    _before_the_next,
    _after_it_lasted,
    _held,
    _for_which_act,
    _on_the_described,
    _in_a_case,
    _after_the_state,
    _quantity,
    _named_by_the_heading,
    _in_brackets,
    _of_the_clause_before,
    _shared_by_a_list,
    _in_what_follows,
    _repeated,
    _of_a_bound,
    _predicate_behind,
    _time_of_an_act,
    _as_before,
    _at_a_rate,
    _named_in_the_value,
    _predicate_before,
    _next,
    _of_the_part_before,
    _label_alone,
)
