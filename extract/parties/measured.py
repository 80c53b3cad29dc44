"""What a quantity is of: the noun behind its figure, the words in front of it, the row or scale that it stands in."""

from __future__ import annotations

from typing import Final

from extract.grammar.clause_words import ACT, GIVES, GRANT, HAS_MODAL, PLAIN_VERB
from extract.grammar.clauses import Clause, parse
from extract.grammar.masking import mask
from extract.grammar.nouns import nounlike
from extract.grammar.phrases import object_of, predicate
from extract.grammar.quantity_verbs import AHEAD, CHOOSES, COUNTED
from extract.kinds.counted import CARRIED_OUT, IN_SO_MANY
from extract.parties.acts import REACHES, bounded_act, names_alone
from extract.parties.asked import Asked
from extract.parties.surroundings import SIZE_OF, Surroundings
from ingest import patterns as re

_WEIGHED: Final = re.compile(r"(?:^|[+＋=＝、）)])(?P<x>[\u4e00-\u9fff、“”]{2,20})[（(](?:满分|总分)?$")
_SIZED: Final = re.compile(r"(?:[%％‰元倍点]|以上|以下|以内|左右)$")
_COUNTED: Final = re.compile(r"[个家名户支台辆座条所处批项件种类款场](?:以上|以下|以内|左右)$")
"""`引育5家以上骨干企业`: things that are counted stand behind the figure, bounded or not."""
_NO_NOUN_BEHIND: Final = re.compile(r"[、，为的]|[和及]\d|(?:条件|环境|温度|状态)下")
_FUNDS: Final = re.compile("提供|安排|设立|投入|筹集|下达|拨付|投放|新增|统筹")
_FUND: Final = re.compile(r"[^，。；、的\d]{0,16}(?:资金|经费|基金|贷款|额度|融资|总量|补助|支持)")
"""`安排500万元专项资金`: a sum, too, can be what the noun behind it comes to."""
_SETS_UP: Final = re.compile("(?:建设|建成|新建|建立|搭建|打造|培育|组建|设置|配备|缴纳|提供|收取|支付|预付)$")
_FIGURE: Final = re.compile(r"[\d一二三四五六七八九十百千两半]")
_TEAM: Final = re.compile("(?P<x>[^，。；]{2,24}?)(?:应当?|须|必须|一般)?由")
"""`评审组由5人以上单数组成`: how many make up a team is said of the team."""
_LIMIT_OF: Final = re.compile("(?:标准|上限|下限|额度|比例|金额|限额|权重)(?:分别)?为(?P<x>(?!每)[^，。；为]{2,20})$")
"""`奖励上限为零售企业100万元、餐饮企业50万元`: behind the measure each figure has its own name."""
_HAS: Final = re.compile("(?:具有|具备|拥有|配有|设有|^有)$")
"""`具有不少于300平方米的培训场地`: what must be there stands behind its size."""
_GRANT_ALONE: Final = re.compile(rf"(?:的|标准)?(?:资金|财政|一次性|经费|配套)*(?:{GRANT})")
"""`给予每个专业不低于100万元支持`: what is given is not who gets it."""
_ACHIEVES: Final = re.compile(
    "实现|达到|完成|纳入|用于|投向|上线|开展|进行|计入|缴纳|征收|计提|提取|执行|收取|支付|计算|计发|返还|计征|"
    "(?:标准)?(?:定额|"
    "限额|据实|全额)?扣除"
)
"""`服务事项90%以上实现“一网通办”`: an act behind the share, nothing that is counted."""
_NEXT_COUNTED: Final = re.compile(rf"[、和及]?(?:(?<=[、和及])(?:{COUNTED}))?(?:至少|不少于|约|各)?(?=\d)")
_MAKES: Final = re.compile(
    "新增|建设|新建|建成|培育|打造|引进|组建|设立|设置|储备|配备|完成|改造|推出|制定|发展|开通|举办|培训"
)
_SUMS_LISTED: Final = re.compile(r"^[到至为]?(?:每[人户亩年月天日家个名项所])*\d[^，。；]*(?:、|元)$")
"""`分别奖励20万元、50万元`: the sums before are not what the next one is of."""
_WHAT_FRONT: Final = re.compile(rf"^(?:或者?|和|并|及|以及)(?>(?:{PLAIN_VERB}|引入|引进|新建|改建|扩建|培育|培养)+)")
"""`新增或者引入代理师3名`: the other verb is no part of what is counted."""
_WHAT_END: Final = re.compile(r"(?:为|至|到|达|突破|超过|不少于|不低于|不超过|至少|共|的|约|各)+$")
_COMPARED: Final = re.compile(
    r"(?<=.{2})(?:[在于到])?(?:20\d\d年)?(?:\d{1,2}月|年)?(?:\d{1,2}日|底|末)?(?:之|以)?前$|(?:较|比|与)(?:20\d\d年|"
    r"上年|去年|原来|以往|同期|平时|目前)[^，。；]*$|(?:再|平均|同比)(?=(?:下降|降低|提高|增长)$)"
)
"""`贷款综合融资成本较2019年再下降`, `到位率3月底前`: with what it is compared and by when is no part of it."""
_ON_TOP_OF: Final = re.compile("^在[^，。；]{2,20}基础上")
_IN_A_YEAR: Final = re.compile(r"20\d\d年[底末]?$")
_RATE: Final = re.compile(
    r"(?:率|能耗|水耗|电耗|排放|占用|税负|时长|天数|次数|比例|比重|占比|总数|总量|数量|产量|产值|面积|收入|支出|成本|"
    r"费率|费用|投资|资金|经费|余额|[用耗]时|压缩比|就业|材料|环节|步骤|要件"
    r"|产能|能力|产出|效率|强度|密度|浓度|湿度|水位|流量|容量|功率|负荷|噪声|系数|水平|金额|额度|额|里程|价格?|权重|"
    r"得分|分值|增速|规模|标准|时间|评价|温度|间距|"
    r"距离|[^质力]量|人数|值|增长|成交额|[贷款用]户)$"
)
_POINTS: Final = re.compile(
    "(?P<x>[^，。；]{0,60}?)的?(?:最[高多]|可|每次|一次性)*(?:得|扣|(?<!增)加|(?<![累合总])计|记|减)(?:基础|基本)?分?$"
)
_WITH_POINTS: Final = re.compile(
    r"的?(?:最[高多]|可|每次)*(?:得|扣|(?<!增)加|(?<![累合总])计|记|减)(?:基础|基本)?分?\d[\d.]*分$"
)
_STEP: Final = re.compile(
    "每(?!(?:发[现生]|出现|查[实处]|成功[^，。；]{2})[一1][处起次例个件项][^，。；]{2})|最[高多]|发生一"
)
"""`每降低1个百分点扣1分`: by which steps is not what is scored."""
_GRADED: Final = re.compile(r"(?P<x>[^\d，。；]{2,20}?)(?:在|为|达到?)?(?:分为|划分为|\d)")
_IN_A_CHAIN: Final = re.compile(
    r"\d[\d.]*[\u4e00-\u9fff%％℃]{0,3}[＞>≥＜<≤](?P<x>[\u4e00-\u9fff]{2,16})(?=[＞>≥＜<≤]\d)"
)
"""`90分＞考核得分≥75分`: what is measured stands between its two bounds."""
_GRADES: Final = re.compile("的?(?:，)?(?:评定?|确定|认定|列|定|判定)?为")
VAGUE: Final = re.compile(
    "(?:整改|停[工业产课])时间|(?:更换|轮换|检[定测修]|校准|维护|清洗)周期|(?:安置|停留|顺延|免收|免[税租息]|停运|"
    "暂存|作用|租赁|保存|保管|留存|发放|申报|延期|展期|延长|贴息|补贴|执行|公[示告]|缓[缴交征]|服务|试用|实施|建设|"
    "[免减]征|减免|免除|返还|最长|每[届期])?(?:期限|时限|期间|时间|年限|有效期|"
    "任期|(?:支持|培养|扶持|资助|建设|培育|管理)?周?期)(?:最长|最短|原则上|一般)?|(?:(?:清|早)?晨|[上中下]午|午间|"
    "早间|傍?晚|夜间|[、和及])+|最长[^，。；]{0,6}|最多|频次|频率|次数|公[示告]期"
)
BOUND_END: Final = re.compile(
    r"(?:为|达到?|至少|约|统一|一般|原则上|人民币|一式|不[得应能]?(?:超过|[少低高多大小]于)|最[长短高低多少大小]|控制在|"
    r"各|暂定|应当?|须|不|可|凌晨|夜间|每日|每天|上午|下午|：)+$"
)
"""How a bound is put, which is no part of what is bounded."""
_EACH_OF: Final = re.compile("(?<=.{2})每[\u4e00-\u9fff]$")
_SIZE_IN_FRONT: Final = re.compile(r"^\d[\d.]*[\u4e00-\u9fff]{1,3}?(?:及?以[上下]|（含）)(?!的)")
"""`1.6升以下乘用车每年300元`: a size in front belongs to the name."""
_A_SIZE: Final = (
    r"\d[\d.]*(?:[—\-~～至]\d[\d.]*)?(?:马力|千瓦|吨|公斤|千克|升|立方米|平方米|公顷|亩|米|座|千伏安?|kg/s|kW|L)"
    r"(?:（不?含）)?(?:及?以[上下])?(?:（不?含[^（）]{0,6}）)?"
)
_SIZE_ALONE: Final = re.compile(_A_SIZE)
_SIZE_BEHIND: Final = re.compile(rf"(?<=[\u4e00-\u9fff]){_A_SIZE}$")
"""`拖拉机20马力以下每台1000元，20—50马力（含）每台3500元`: a size closes the name, or names the next class alone."""
_NO_NAME: Final = re.compile(
    r"[\d的、]|^全[国省市县区州]$|^(?:[只仅]能|每(?:[人户亩年月天日周次个家季半班学批]|[百千万]?(?:平方)?(?:公里|"
    r"千米|米|公顷)|$)|其(?![他余])|"
    r"[该此同单各连第累合总共再约近满从自以到至按并或且在于对为将由经凡若如是有无未不]|其中|一次|一般|全部|平均|日均|"
    r"年均|年度(?!封顶|起付|限额|额度)|当[年月日]|[一二三四]季度$)"
    r"|(?:[后前时起内外上下的得为是在于至到以从向按用]|(?<![初高])中|之[日间]|以来|期间|累计|连续|合计|总计|平均|"
    r"时间|期限|时限|间隔|频次|左右)$"
)
"""What stands in front of a figure and names nothing: times, sums, prepositions."""
_BESIDE_ANOTHER: Final = re.compile(r"\d[^，。；]{1,6}$")
_GRANTED_FOR: Final = re.compile(
    rf"(?:其中)?(?P<x>(?!对|将|按|给|予|由|在|每|经(?![营办济])|一次|最高|再|另|分别|累计|可|继续|适当|定额|全额|"
    rf"[到至]?20\d\d年|计划)"
    rf"[^，。；的]{{2,20}}?)(?<!财政)(?<!重点)(?<![省市县区国]级)(?<!政府)"
    rf"(?:户均|人均|亩均|平均|每[人户亩家次])?(?:一次性|最高|定额|再|另)*(?:{GRANT}|增加|追加|[加增]发)"
)
_MEASURES: Final = "期限?|时间|时限|标准|比例|额度|限额|金额|年限|假|率|年龄|次数|时长|人数|价格|分值|押金|保证金|面积"
MEASURE_NAME: Final = re.compile(f"[\u4e00-\u9fff]{{0,3}}(?:{_MEASURES})")


_AGE_OF_A_ROW: Final = re.compile(
    r"(?P<x>[^，。；：\d]{0,12}\d[\d（）含周岁至到\-—~～]*岁[^，。；\d]{0,12}?)(?:每[人户月年]|按|为|给予|发放|补贴|"
    r"补助)*"
)


def given_by_age(around: Surroundings) -> tuple[str, str] | None:
    """`80周岁以上每月发放津贴50元，90周岁以上100元`: which age a further figure is for, and what was given before."""
    aged = _BY_AGE.match(around.clause.text) if around.mention.kind == "threshold" and around.earlier else None
    if aged is None or around.until > aged.end():
        return None
    done = (predicate(clause.text[clause.body :]) for clause in around.earlier[:3] if GIVES.search(clause.text))
    act = next((act for act in done if act), None)
    return (aged["age"], act) if act else None


_BY_AGE: Final = re.compile(
    r"(?P<age>(?:年满)?\d{1,3}(?:[至到\-—~]\d{1,3})?周?岁(?:（含）)?(?:及?以上)?(?:的?(?:老年?人|人员))?)的?(?:每[\u4e00-\u9fff])*\d[\d.]*元"
)


def age_of_the_row(asked: Asked) -> str | None:
    """`80至89周岁每人每月50元`: the age in front of a sum says who gets it."""
    around = asked.around
    found = _AGE_OF_A_ROW.fullmatch(around.head) if "元" in around.mention.value else None
    return found["x"] if found else None


def weighed(asked: Asked) -> str | None:
    """`专利质量（25%）`: what has the weight stands in front of the bracket."""
    around = asked.around
    bracketed = around.tail.startswith(("）", ")")) and not around.described
    match = _WEIGHED.search(around.head) if bracketed else None
    return match["x"] if match else None


def quantity(asked: Asked) -> str | None:
    """What a quantity is of: the noun behind it (建成33个充电设施), else the words between verb and figure."""
    around = asked.around
    if (
        around.words == "减半"
        and not re.search(r"\d|、$", around.said)
        and (levied := object_of(_ON_TOP_OF.sub("", around.said)))
    ):
        return levied
    if around.tail.startswith("的") and SIZE_OF.search(around.head):
        return predicate(around.tail)
    if (where := IN_SO_MANY.search(around.head)) and (done := CARRIED_OUT.match(around.tail)):
        return where["where"] + around.words + done["noun"]
    if "组成" in around.tail and (team := _TEAM.fullmatch(around.head)):
        return team["x"]
    if "为" in around.clause.text and (listed := _LIMIT_OF.search(around.head + _FIGURE.split(around.words)[0])):
        name = mask(listed["x"])
        return listed["x"] if nounlike(name) or (len(name) <= 6 and not ACT.search(name)) else None
    if _RANK.fullmatch(around.words):
        return None
    if not around.tail.startswith("时") and (behind := _noun_behind(around)):
        return behind
    front = _words_in_front(around)
    return None if front and (front.endswith("的") or bare_measure(around, front)) else front


_RANK: Final = re.compile(r"前\d+[名位强]")
"""`优势学科进入世界前200名`: a place in a ranking is of those who come to it."""


def _noun_behind(around: Surroundings) -> str | None:
    """`建成33个|充电设施`, where a verb counts and neither an act nor a bare grant stands behind the figure."""
    share = around.words[-1] in "%％" and around.amount is not None and not around.amount["what"]
    funded = _FUNDS.search(around.amount["verb"] if around.amount else around.words) and _FUND.match(around.tail)
    sized = _SIZED.search(around.words) and not (_COUNTED.search(around.words) or share or funded)
    verb = around.amount["verb"] if around.amount and not around.amount["what"] else ""
    if CHOOSES.search(verb):
        return object_of(verb + (predicate(_NEXT_COUNTED.split(around.tail)[0]) or ""))
    sets = _HAS.search(around.said) or (_SETS_UP.search(verb) and not sized_grant(around.tail))
    if sets and around.tail.startswith("的"):
        return predicate(around.tail)
    grades = _GRADES.match(around.tail) or _NO_NOUN_BEHIND.match(around.tail)
    shared_out = around.words.startswith("每") and "/" in around.mention.value and "元" not in around.mention.value
    if sized or grades or not (around.amount or funded or shared_out or bounded_act(around.words)):
        return None
    behind = predicate(_NEXT_COUNTED.split(around.tail)[0])
    if not behind or _ACHIEVES.match(behind) or _GRANT_ALONE.fullmatch(behind):
        return None
    acting = parse(behind)
    acts = acting.topic and acting.role in ("unit", "person") and not nounlike(mask(behind))
    return behind[: acting.topic[1]] if acting.topic and acts else behind


def sized_grant(tail: str) -> bool:
    """Whether only a grant stands behind a sum (给予不低于100万元的支持)."""
    return bool(_GRANT_ALONE.match(tail))


def _words_in_front(around: Surroundings) -> str | None:
    """`补贴|合同额|50%`, else the rate that the clause is about (贷款综合融资成本再下降0.5个百分点)."""
    makes = around.amount and _MAKES.search(around.amount["verb"])
    if not makes and any(clause.governed for clause in around.earlier):
        return None
    what = around.amount["what"] if around.amount else ""
    listed = around.amount and around.shared and around.shared.endswith(around.amount.string)
    between = _SUMS_LISTED.sub("", _WHAT_END.sub("", around.head if listed else what))
    between = AHEAD.sub("", _WHAT_FRONT.sub("", between))
    if len(between) >= 2:
        return between
    if around.amount and not what and not around.tail.strip("，。； "):
        grown = _IN_A_YEAR.sub("", AHEAD.sub("", around.said[: around.said.rfind(around.amount["verb"])]))
        if len(grown) >= 3 and _RATE.search(grown) and not grown.startswith(("按", "依", "以")):
            return grown
    front = around.clause.body if around.clause.topic is None else 0
    said = _ON_TOP_OF.sub("", AHEAD.sub("", around.clause.text[front : around.at]))
    rate = _COMPARED.sub("", _WHAT_END.sub("", said))
    if len(rate) < 2 or rate.startswith(("按", "依", "以")):
        return None
    grows = REACHES.search(rate)
    thing = rate[: grows.start()] if grows else rate
    aimed = thing.removeprefix("实现")
    if grows and len(aimed) >= 2 and aimed != thing:
        return aimed
    changed = grows and len(thing) >= 4 and not (ACT.match(thing) or _NO_NAME.search(thing))
    return thing if changed or _RATE.search(thing) else None


def named_under_a_label(asked: Asked) -> str | None:
    """`触发值：甲类机构≥75%；乙类机构≥110%`: each figure has its name in front of it."""
    around, action = asked.around, asked.action
    if not action or not around.sentence.text.startswith(action):
        return None
    if around.mention.kind == "duration":
        return around.head[:-1] if around.head.endswith("为") else None
    return around.head if names_alone(around.head) else None


def scored(asked: Asked) -> str | None:
    """`未按时报送，扣3分`, `布局合理得基础分2分`: what is scored stands in front of the points, else over them."""
    around = asked.around
    if not around.words.endswith("分"):
        return None
    points = _POINTS.search(around.head + _FIGURE.split(around.words)[0])
    if not points or around.clause.governed:
        return None
    cases = sorted(around.earlier, key=lambda clause: not clause.conditional)
    texts = (points["x"], *(_WITH_POINTS.sub("", clause.text) for clause in cases))
    told = (text.strip() for text in texts if len(text) >= 4 and not (_STEP.match(text) or text.endswith("并")))
    return next(told, None) or around.context.topic.heading


def graded(asked: Asked) -> str | None:
    """`得分90分以上为优秀，75分以上90分以下为良好`: what is graded stands in front of the first grade."""
    around = asked.around
    if around.words[0] in "＞>≥＜<≤" and (chain := _IN_A_CHAIN.match(around.head + around.words)):
        return chain["x"]
    if not _GRADES.match(around.tail):
        return None
    texts = [clause.text for clause in reversed(around.earlier)] + [around.clause.text]
    return next((match["x"] for text in texts if (match := _GRADED.match(text))), None)


def named_by_the_figure(asked: Asked) -> str | None:
    """`小学不超过60分钟，初中不超过90分钟`: a bare name that is all that stands in front of the figure."""
    around = asked.around
    lasting = around.mention.kind == "duration" and (_goes_beside(around) or nounlike(mask(around.head)))
    if around.clause.topic or around.clause.agent or not (lasting or around.mention.kind != "duration"):
        return None
    name = _EACH_OF.sub("", AHEAD.sub("", BOUND_END.sub("", around.head)))
    if bare_measure(around, name):
        return None
    if around.mention.kind == "threshold" and _SIZE_ALONE.fullmatch(name):
        return name
    core = _SIZE_BEHIND.sub("", _SIZE_IN_FRONT.sub("", name))
    bare = 2 <= len(core) <= 16 and not (
        ACT.search(mask(core.removeprefix("每"))) or _NO_NAME.search(core) or VAGUE.fullmatch(core)
    )
    return name if bare and not GIVES.search(name) else None


def total_of_each(asked: Asked) -> str | None:
    """`每户年度补贴总额不超过2万元`: what is bounded stands in the value's own words."""
    total = _TOTAL_OF_EACH.match(asked.around.words)
    return total[0] if total else None


_TOTAL_OF_EACH: Final = re.compile(
    r"(?:单|每[个一]?)[个家户人名项件][^，。；\d]{2,12}?(?:总额|金额|额度|数量|面积)(?=不|最|[应须]|为|达|累计)"
)


def bare_measure(around: Surroundings, name: str) -> bool:
    """`工作满10年的，年休假10天`, `对A级企业，抽查比例不超过1%`: a bare measure is of whom the clause before names."""
    if around.mention.kind not in ("threshold", "duration", "window") or not around.earlier:
        return False
    before = next((clause for clause in around.earlier if not sets_a_measure(clause)), around.earlier[0])
    named = (before.conditional and not _ACT_OF_BEFORE.fullmatch(before.text)) or (
        before.governed and before.governed[1] >= len(before.text) - 1
    )
    if (named or class_alone(before)) and MEASURE_NAME.fullmatch(name):
        return True
    return bool(_CLASS_BY_A_FIGURE.fullmatch(before.covered) and _USED.fullmatch(name))


_ACT_OF_BEFORE: Final = re.compile("(?:确需|确有必要|需要?|必须)[^，。；]{2}的")
"""`减少聚会聚餐，确需举办的，人数…`: a case without an object is of what stands in front of it."""


def sets_a_measure(clause: Clause) -> bool:
    """`对购买第二套住房的家庭，首付款比例不低于60%，利率…`: a measure of theirs in front of the next, and no case."""
    return not clause.conditional and _MEASURED.match(clause.text) is not None


_MEASURED: Final = re.compile(
    rf"(?:且|并)?[\u4e00-\u9fff]{{0,6}}(?:{_MEASURES})(?:应当?|须|要|一般|原则上)?(?:不[得应能]?(?:超过|[少低高]于)|最[高低长短多少]|至少|为|达到?|(?:控制|保持)在|\d)"
)


def term_of_what_is_done(around: Surroundings, topic: str) -> bool:
    """`由安委办挂牌督办，督办期限不超过60日`: whether a topic only names how long an act before it takes."""
    term = _TERM_OF_AN_ACT.fullmatch(topic) if around.earlier else None
    return term is not None and around.earlier[0].text.rstrip("，").endswith(term["do"])


_TERM_OF_AN_ACT: Final = re.compile("(?P<do>[\u4e00-\u9fff]{2})(?:期限?|时限|时间)")


def class_alone(clause: Clause) -> bool:
    """`申请贷款的小微企业，成立时间不少于1年`: whether a clause only names a class, in front of what is said of it."""
    return _CLASS_ALONE.fullmatch(clause.covered) is not None


_CLASS_BY_A_FIGURE: Final = re.compile(
    r"(?!对|将|由)[^，。；]{0,12}\d[^，。；]*的[^，。；的\d]{0,8}(?:户|者|人|企业|单位|机构|车辆|船舶)"
)
_CLASS_ALONE: Final = re.compile(
    r"(?!对|将|由|其中|在|按)(?:[^，。；应须]){2,40}的[^，。；的\d]{0,8}(?:企业|单位|机构|场所|人员|[者人户站点]|家庭|"
    r"职工|学生|车辆|船舶|渔船|项目|基地|园区)"
)
_USED: Final = re.compile("[年月日周]?均?(?:总?用[水电气热能煤]|能耗|水耗|排放|取水)(?:总?量|额度)?")
"""`日均20吨以上的用水户，日用水量不得超过上月的80%`: what is used, by a class that a figure tells."""


def _goes_beside(around: Surroundings) -> bool:
    """Whether a bound stands beside another one of its kind (小学不超过60分钟，初中不超过90分钟)."""
    before = around.earlier[0].text if around.earlier else ""
    return around.mention.value[0] in "<>" and bool(_BESIDE_ANOTHER.search(before))


_PUBLIC_PURSE: Final = re.compile("(?:财政|政府)(?:一次性|再|各|均|分别|每年|按)*$")
"""`对入选企业，市财政一次性奖励50万元`: who pays is not what is paid for."""


def granted_thing(asked: Asked) -> str | None:
    """`农村危房改造户均补助2.8万元`: what stands in front of a grant's verb is what is granted for."""
    around, agent = asked.around, asked.agent
    match = _GRANTED_FOR.fullmatch(around.head + _FIGURE.split(around.words)[0])
    agent = agent if around.clause.agent else None
    return (
        match["x"]
        if match and not (_PUBLIC_PURSE.search(match["x"]) or agent or HAS_MODAL.search(mask(match["x"])))
        else None
    )


_TIME_LABEL: Final = re.compile(r"[^，。；：]{2,8}(?:时间|时段|期限|日期|期)(?:为|[：:])(?:自|从|于)?")
_SUM_LABEL: Final = re.compile(
    r"(?:[^，。；：]{2,8}(?:标准|金额|额度|限额|价格|比例)|(?:触发|预警|目标)值)(?:为|[：:])"
    r"(?:每[人户年月亩]|最[高低]|不超过)*"
)


def where_it_holds(asked: Asked) -> str | None:
    """`管制时间：8月8日至10月8日`: what stands behind its label holds for the place or group that the notice names."""
    around = asked.around
    label = _TIME_LABEL if around.mention.kind == "duration" else _SUM_LABEL
    labelled = label.fullmatch(around.sentence.text[: around.mention.start])
    return around.context.places.last if labelled else None
