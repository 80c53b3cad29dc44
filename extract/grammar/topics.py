"""The topic of a clause: the noun phrase in front of its first modal, else of the predicate that one can precede.

A phrase that opens as a verb does can still be a noun (受理部门, 培训档案, 符合条件的企业): each such construction has
a pattern with its example. Read with everything in brackets, quotes and titles covered.
"""

from __future__ import annotations

from typing import Final

from extract.grammar.bodies import is_body, is_named_by
from extract.grammar.by_whom import PREPOSITION
from extract.grammar.clause_words import ACT, GRANT, HAS_MODAL, MODAL, NO_CLASS, PLAIN_ACTS, SHOULD
from extract.grammar.nouns import PERSON_END, UNIT_END, acts_by_name, nounlike
from ingest import patterns as re

Span = tuple[int, int]

_NOT_NOUN: Final = re.compile(
    r"^(?:(?!1(?:2345|2315|2329|2328|2369|10|19|20)[^\d年月日天个])\d|[一二两三四五六七八九十半]{1,3}(?:个月|"
    r"个?(?:工作|自然)?日内|[年月周]内(?!累计|连续|[未有无曾的受被因违]|没有|发生|出现)|天|小时)|一次性|"
    r"(?:期满|届满|到期)前|书面(?=[告通报提])|[一二三四五六七八九十]{1,2}月|[首末次当前后][月周]|"
    r"新(?=(?:引进|引育|培育|认定|开工|开通|招引|签约)(?!的))|是否|精准(?=招|对接|服务|施策|发力|支持|投放|推送|培育|"
    r"引进)|只(?=[\u4e00-\u9fff])|基本(?=消除|建成|实现|完成|形成|建立|解决)|"
    r"有效(?!期|性|证|率|的|投资|身份|合同|票|发明)|辅导(?!员)|入住|构筑|争创|争取|瞄准|筑牢|夯实|壮大|"
    r"决定(?!书|机关|权|性|单位)|起(?=主动|依法|按|每|立即|执行|实施|停)|起?算满|年满|降[为至到低]|升[为至级]|[列视定改]为|做大|做强|做优|擦亮|谋划|举办|对标|锚定|"
    r"释放|激发|盘活|打通|破解|攻克|承接|"
    r"招引|集聚|布局|融入|放宽|放开|消除|缓解|化解|防范|严守|严控|守住|稳住|促进|"
    r"带动|最迟|最晚|随机|抽取|抽查|抓好|抓|做到|搞好|管好|用好|分派|派(?!出所)|"
    r"紧盯|盯紧|送|用(?![人工户电水地气])|报(?!社|刊|废|关|检|名|警[装器系设])|做|使|"
    r"转(?!运人)|填|缴(?!费人)|交(?!通|易|警)|离开|跨(?!境电|[^，。；的]{1,6}人员)|赴|前往|"
    r"返回|回(?!族)|乘|搭|佩|戴|登(?!记机|记[簿册表证])|领(?!导)|即|先(?!进)|"
    r"后(?!勤|续)|仍|又|也|还|就(?!业|餐|诊)|能|不(?!动产|记名|合格|可抗力|锈|饱和)|未|已|本(?:通知|办法|意见|"
    r"公告|规定|方案|细则)|如果|如|若|一旦|当(?!地|事)|因|除|由于|关于|针对|"
    r"涉及|依托|随着|经(?!营|办|济|费|信|销)|在(?![职岗建编册校]|线监)|自(?!治|然|主|贸|行|来|由|荐|建)"
    r"|从(?!业)|为|以(?!上)|按|凭|与|向|至|到|于|把|将|对|要|严格|第(?!三方|[\d一二三四五六]+[剂针])|"
    r"每(?![个家户名位])|分(?!指挥|局|行(?!业)|公司|管|支|院|校|店|厂|会|队|中心|包)|科学(?=谋划|安排|制定|设置|合理|规划|"
    r"精准|调度|统筹|确定|编制|有序)|加强|推进|推动|组织(?!机|部|方)|落实(?!情况))"
)


def topic_of(covered: str, at: int) -> Span | None:
    """The noun phrase in front of the first modal, else of the first predicate that a noun phrase can precede."""
    if at >= len(covered) or covered[at] == "的":
        return None
    figured = "的" in covered and (_FIGURE.search(covered, at) or "连续" in covered)
    if figured and (case := _FIGURE_CASE.match(covered, at) or _GRANTED_CASE.match(covered, at)):
        return case.span()
    if ("结果" in covered or "来" in covered or "返" in covered) and (persons := _PERSONS.match(covered, at)):
        return persons.span()
    if named := _COMPOUND.match(covered, at):
        told = HAS_MODAL.search(covered, at)
        if not told or told.start() >= named.end():
            return at, named.end()
    if "经" in covered and (passing := _PASSES.match(covered, at)) and nounlike(passing[0]):
        return passing.span()
    if ("内" in covered or "后" in covered) and (timed := _IN_FRONT_OF_ITS_TIME.match(covered, at)):
        return timed.span()
    if ("应" in covered or "须" in covered) and (brought := _BROUGHT_ABOUT.match(covered, at)):
        return brought.span()
    if "的" in covered and (body := _IN_CHARGE.match(covered, at)):
        return body.span()
    if "部分" in covered and (part := _PART.match(covered, at)):
        return part.span()
    if "人" in covered and (party := _PARTY.match(covered, at)):
        return party.span()
    if "财政" in covered and (payer := _PURSE.match(covered, at)):
        return payer.span()
    if "为" in covered and (term := _TERM_NOUN.match(covered, at)) and not HAS_MODAL.search(term[0]):
        return term.span()
    if _opens_with_an_act(covered, at):
        return _described(covered, at) or _named_by_its_act(covered, at)
    modal = HAS_MODAL.search(covered, at + 2)
    if modal and nounlike(phrase := _AS_A_RULE.sub("", covered[at : modal.start()])):
        first = _first(covered, at, modal.start())
        return first if first and _splits(covered, first, modal.start()) else (at, at + len(phrase))
    first = _first(covered, at, len(covered))
    return None if first and modal and modal.end() <= first[1] else first


def _named_by_its_act(covered: str, at: int) -> Span | None:
    """`核查处置工作应当在3个月内完成`: work, a procedure or a thing by its act, in front of the modal."""
    named = _BY_ITS_ACT.match(covered, at)
    return named.span() if named else None


_BY_ITS_ACT: Final = re.compile(
    "(?!发[现生]|出现|[收接]到|违反)[\u4e00-\u9fff]{2,14}?(?:工作|业务|事项|活动|行为|项目|程序|手续|制度)(?=应当|应(?!急|用)|须|必须|不得|只能)"
)


def opens_with_a_verb(text: str, at: int) -> bool:
    """Whether one of the verbs of two characters stands at `at` that open a clause without a name (加强, 完善)."""
    return text[at : at + 2] in PLAIN_ACTS and _NO_CLASS.match(text, at + 2) is not None


def _opens_with_an_act(covered: str, at: int) -> bool:
    if opens_with_a_verb(covered, at):
        return True
    return bool(_NOT_NOUN.match(rest := covered[at:]) or ACT.match(rest))


_NO_CLASS: Final = re.compile(NO_CLASS)
_PASSES: Final = re.compile(
    r"(?!对|将|把|由|按|在|自|凡|须|应)[^，。；的经]{2,24}(?=经(?!营|济|办|费|理|验|纪)[^，。；]{2,30}?(?:认定|确认|"
    r"批准|审[定核查批]|同意|注册|备案|核准|验收|评审|公示|登记|鉴定|检验|研究(?:同意|通过|决定)?|审议))"
)
"""`评审结果经主管部门审定后…`: what goes through a procedure stands in front of it."""
_ITS_TIME: Final = (
    r"(?:一般|原则上|通常)?[在于自][^，。；的在于]{2,16}?(?:后|之[日时]起)\d+个?(?:工作日|小时|天|日|月)(?:之|以)?内"
)
_IN_FRONT_OF_ITS_TIME: Final = re.compile(
    rf"第[\d一二三四五六][剂针](?=(?:应当?|须)?{_ITS_TIME})|(?![对将把由按自凡并且]|经(?!营)|可|应|须|"
    r"[一-龥]{0,3}(?:完成|开展|进行|做好))[^，。；的\d应须要可对将把由]{3,14}?"
    rf"(?={_ITS_TIME}|"
    r"在[^，。；的在于]{2,20}后(?:一次性|分[期批]|再|予以)?(?:兑[现付]|拨付|发放|退还|返还|支付|下达|结算))"
)
"""`资格审查在报名结束后5个工作日内完成`, `奖励资金在竣工后兑现50%`: what is done or paid stands in front of when."""
_BROUGHT_ABOUT: Final = re.compile(
    r"(?!发[现生]|出现|[收接]到|[遇如若需有无在自经对将由按于凡])[\u4e00-\u9fff]{2,10}?(?<![后时前起的])"
    r"(?=(?:应当|应|须|必须)[在于自][^，。；]{2,30}?[内前后](?:全面|统一|陆续)*"
    r"(?:组织|实施|实行|施行|开展|进行|报送|上报|举行|召开|结束|办结)(?:实施|开展|完毕)?(?:$|[，。；]))"
)
"""`培训|应在6月底前开展`, `整改方案|应于10日内报送`: no object behind the act: it stands in front."""
_COMPOUND: Final = re.compile(
    rf"(?!若|如|发现|出现|发生|遇|每[年月日天周季](?:压|减|缩|降|提|增|精)|提[高升]|申请|强化|加强|建立|健全|优化|推[进动]|降低|扩大|"
    rf"加大|增加|减少|确保|保持|完善|达到|实现|按|依|以|对|将|把|由|在|为|自|"
    rf"{MODAL})[^，。；将把]{{2,10}}?(?:档案|覆盖面|覆盖率|率|费|时限|时间|标准|人员|"
    r"结果|报告|金(?!融|额|属|标)|数量|金额|费用|比例|限额|周期|期限|申请|浓度|温度|高度|宽度|深度|间距|尺寸|面积|记录|"
    r"资料|台账|凭证|录像|信息|数据|影像|票据|材料|样品|情况|门槛|资金|款项|经费|[联名清]单|(?<!或)者)(?=保存|留存|存档|保管|保持|有效期|及时|立即|当场|当[日天]|"
    r"即时|实时|同步|公[示告](?:期|时间|不少于|至少|"
    r"\d)|于(?=[当每次\d]|[^，。；]{2,16}(?:前|后|内))|\d+(?:[至到—\-~]\d+)?个?(?:工作日|小时|分钟|天|日)(?:之|"
    r"以)?内|在(?=[^，。；]{2,20}(?:前|后|内|公[示布开告]))|至少|不得|不少于|"
    r"不低于|不超过|不高于|分别为|一般|应当|应|须|[由从](?=[^，。；\d]{{0,8}}\d)|压[缩减]|缩[短减]|分(?=[两三四五\d]+[年期次批])|按(?=\d)|(?<=率)按照|每|"
    r"为(?![^，。；的]{1,10}的[^，。；的]{2,14}$)|达到|给予|予以|提高|降低|下降|上浮|下浮)"
)
"""A noun that opens with a verb's characters (培训档案至少保存3年, 检查覆盖面不低于50%)."""


_IN_CHARGE: Final = re.compile(
    r"(?![对将把由按向为以经])(?:[^，。；]{0,16}?(?:[省市县区]级(?:以上)?|国务院|地方|各级|所在地|人民政府))?"
    r"(?:负责|负有|承担|主管)[^，。；的]{2,20}的(?:部门|机构|单位)(?=应当|应|须|必须|要|不得|可以|自|对|在|依|按|将|"
    r"负责|[收接]到|作出|经)"
)
"""`市级负责药品监督管理的部门`: a unit named by what it is in charge of."""
_PARTY: Final = re.compile(
    r"(?!对|将|把|由|按|根据|向|为|以|经|如|若|因|除|在|凡|给|与|从)[^，。；的\d]{0,8}?"
    r"(?:申请|持有|承租|出租|纳税|缴费|扣缴义务|借款|投保|被保险|参保|受益|注册|备案|承包|发包|抵押|担保|所有|当事|"
    r"委托|代理|受托|发行|申报|报告|监护|招标|投标|采购|用工|报检|登记|许可|使用|权利|义务|利害关系|经营|管理)人"
    r"(?=(?:经(?![营办济])|因|在(?!线|册|编)|于(?!是)|被|未|逾期|拒|提出|作出|办理|变更|取得|发现|"
    r"需要)(?![^，。；]{0,16}的[^，。；的])|应(?![用急])|须|不得|自(?![然主行己])|对(?!象|口))"
)
_PERSONS: Final = re.compile(
    "[^，。；的]{0,8}结果均?[为呈是][^，。；的]{1,4}(?:者|的(?:人员|患者|学生|员工))|"
    "(?:公布|发布|通报|发生|出现|检出|从(?!事))[^，。；]{2,}(?:来|返)[^，。；的]{0,8}人员(?=$|应|须|要|一律|不得)"
)
"""`检测结果为阴性者居家监测`, `发生疫情的县来返人员`: persons by their test, or by what happened where they were."""
_PART: Final = re.compile(
    r"(?![对按将把由])[^，。；]{0,20}(?:以[上下内]|超过[^，。；]{2,10}|不足[^，。；]{2,10}|[至到—-]\d[^，。；]{1,6})的?部分"
    r"(?=按|给|予|由|报销|支付|补|征|计|减|加|收|免|享|再|的?$)"
)
"""`5万元以下部分报销60%`: the part of a sum that a rate holds for."""
_PURSE: Final = re.compile(
    r"(?:中央|地方|[省市县区州盟旗国]|[省市县区州]级|各级|同级|本级|[、和与])*财政(?:部门)?(?=(?:再|"
    r"另)?一次性(?![^，。；]{2,8}的))"
)
"""`省财政一次性奖励50万元`: the purse that pays stands in front of how often it does."""
PARTY_NAME: Final = re.compile("(?:扣缴义务|注册|备案|承包|发包|抵押|担保|登记|许可|报检|用工)人$")
"""`持有人经调查评估后`, `承租人逾期未缴的`: a party by its part in law, in front of what it does or what befalls it."""
_TERM_NOUN: Final = re.compile(
    r"(?![按依以对将把由在为自从])[^，。；从自]{2,30}的[^，。；从自的]{1,12}(?:时间|时限|期限)(?=为)|"
    r"[^，。；从自的]{2,8}(?<![定分按日周学任])期(?=为)"
)
"""`监测报表的月报报送时间为…`: a noun to the end, though a unit's name opens it."""


def _splits(covered: str, first: Span, end: int) -> bool:
    """Whether the unit in front of a long noun phrase is the topic by itself (供电企业|从受理到接电的时间)."""
    rest = covered[first[1] : end]
    return (
        UNIT_END.match(covered[first[0] : first[1]])
        and ("的" not in rest or rest.endswith(("时间", "期限", "时限")))
        and not (_ITS_OWN.match(rest) or (UNIT_END.match(rest) and is_body(rest)))
    )


_ITS_OWN: Final = re.compile(
    r"[^，。；的]{2,10}(?:能力|水平|评价|工作|制度|机制|情况|结果|方案|规划|计划|体系|环境|质量|标准|效率)□*$"
)
"""`企业|创新能力评价`: what is the unit's own and no act of it."""


def _described(covered: str, at: int) -> Span | None:
    """A noun behind a relative clause that opens with a verb: `承办初评事项的监管人员应…`."""
    whole = covered[at:]
    if whole[0].isdigit() and PERSON_END.match(whole) and not (HAS_MODAL.search(whole) or "将" in whole):
        return at, len(covered)
    if "员" in whole and (staff := _STAFF_NOUN.match(covered, at)) and UNIT_END.match(staff[0]):
        return staff.span()
    if built := _NEW_THING.match(covered, at) or ("岁" in whole and _AGED.match(covered, at)):
        return built.span()
    if (named := _ROLE_NOUN.match(covered, at) or _by_part(covered, at)) and is_body(named[0]):
        return named.span()
    if "的" not in whole or (PREPOSITION.match(covered, at) and not _WHO_DO_NOT.match(covered, at)):
        return None
    if people := _PEOPLE_WHO.match(covered, at):
        return people.span()
    if case := _CASE_TOPIC.match(covered, at):
        return case.span()
    match = _RELATIVE.match(covered, at)
    timed = match and _FIGURE.match(covered, match.end()) and _FIGURE.search(match[0])
    return match.span() if match and nounlike(match[0]) and not timed else None


_STAFF_NOUN: Final = re.compile(
    rf"[\u4e00-\u9fff]{{2,8}}?(?:人员|(?<=[查督导护检管])员)(?=对(?!象)|{SHOULD}|须|必须|要(?![求点素件])|不得|在|按|根据|负责|每|将|"
    r"向|于|凭|如实)"
)
"""`评价人员对资料进行整理`: staff named by its work, in front of what it does."""
_AGED: Final = re.compile(
    r"(?:年满|未满|不满)?\d{1,3}(?:[至到\-—~～]\d{1,3})?周?岁(?:（[^（）]{1,4}）)?(?:及?以[上下])?"
    r"(?:[^，。；的\d每]{0,10}(?:人|者|户|员|[儿幼]童|居民|妇女|学生)|(?<=以[上下]))(?=每[人月年周天日]|按|给予|发放|接受|免费|实行|参加|应|须|不得|可|"
    r"补[贴助]|享受)"
)
"""`80-89周岁老年人每人每月100元`: those of an age, in front of what they get."""
_FIGURE: Final = re.compile(r"\d")
_RELATIVE: Final = re.compile(
    r"[^，]{2,40}?的[^，的]{2,30}?"
    rf"(?={SHOULD}|须|必须|要|不[得少低超高]|(?:一般|原则上|通常)?在|当场|立即|第一时间|一律|都|均|可|(?<!所)需|持|达|自行|"
    r"负责(?!人)|按?每[人户家个年月周天日季]|按(?=\d)|[自从于]\d|\d+个?(?:年|月|日|天|工作日|小时)(?:之|以)?内)"
)
_PEOPLE_WHO: Final = re.compile(
    r"(?:(?!对|将|把|由|按|向|为|给)[^，。；的]){2,60}?的[^，。；的]{0,10}?(?:人员|接触者|密接|患者|病例|居民|旅客|"
    r"学生|师生|职工|员工)"
    r"(?=进行|实行|实施|采取|落实|执行|开展|接受|居家|集中|纳入|赋)"
)
"""`14天内有旅居史的人员实施集中隔离`: whom a measure is for, in front of the verb that only carries it."""
_CASE_TOPIC: Final = re.compile(
    rf"(?!分别|给予|予以|按|一次性|提供|发放|享受|实行|实施)(?:(?!给予|予以)[^，。；的]){{2,40}}的"
    rf"(?=仍?应当|仍?应(?![用急对届答收付])|须|必须|要(?![求点素件])"
    rf"|不得|一律|当场|立即|即时|即刻|由|给予|予以|一次性(?:给予|予以|奖|补)|(?:按|每[人户家个次例]|不超过|不[得应]?[少低]于|至少(?=[\u4e00-\u9fff]{2}\d)|最高(?:不超过|给|奖|补)|"
    rf"可(?![靠能行持见])|注销|取消|撤销|吊销|终止|停止|责令|不予|视为|追回|[加增减改延缩][至到为]|在?\d+(?:小时|分钟|天|日|个工作日)(?:之|以)?内)(?![^，。；]*的)|每[日天月](?=按|加)"
    rf"|(?:[处扣加减]|{GRANT})\d)"
)
"""`符合受理条件的应立即受理`, `完成股改的奖励50万元`: a case without its comma."""
_WHO_DO_NOT: Final = re.compile("不[^，。；的]{1,12}的")
"""`不登记的处200元罚款`: a case that is told by what is not done."""
_FIGURE_CASE: Final = re.compile(
    r"(?!对|将|把|由|按)[^，。；的\d]{0,14}(?:(?:(?:超[过出]|达到?|不足|[低高少多大小]于|[不未]?满|在)\d[^，。；的]{1,10}|"
    r"\d[\d.]*[^，。；的\d]{1,4}以[上下])的(?=(?:增|减|补|奖|扣|加|给|配|按|每|休)[^，。；的]*\d|(?:享受|全额|"
    r"免[收征除费]|减半|取消|暂停|责令|不予|停止|终止|撤销|追回|退回)(?![^，。；]*的))|"
    r"连续[两二三四五][次年月个][^，。；的]{0,10}的(?=(?:取消|暂停|责令|不予|停止|终止|撤销|约谈|通报)(?![^，。；]*的)))"
)
"""`户数超过500户的增配1名`: a case that sets a figure, without its comma."""
_GRANTED_CASE: Final = re.compile(rf"(?!对|将|把|由|按|给予|一次性)[^，。；的\d]{{2,24}}的(?=(?:{GRANT})\d)")
"""`复审通过的奖励5万元`: a case and what it is given, without a comma."""
_ROLE_NOUN: Final = re.compile(
    r"(?!对|将|把|由|按|根据|向|为|以|经|如|若|因|除|要|应|不|本|[^，。；]{0,6}(?:各|有关|"
    r"相关))[^，。；的]{2,14}?(?:部门|机关|单位|机构|海关|主体)"
    rf"(?={SHOULD}|须|必须|要(?![求点素件])|不得|举行|决定|收到|接到|负责(?!人)|即时|立即|当场|第一时间|"
    r"依法|结合|根据|依据|会同|组织(?!机)|通过|对(?!象|口)|在(?!线)|按(?!揭)|将|于|[自从]\d)"
    r"|(?!对|将|把|由|按|根据|向|为|以|经|如|若|因|除|要|应|不|本)"
    r"(?:[^，。；的]{2,6}?(?:企业|公司|银行|学校|医院|[检测验]站|方|责任人)|[^，。；的]{0,6}?(?:指挥部|"
    r"[督检巡][查导]组|评审组))"
    rf"(?={SHOULD}|须|必须|不得|于[\d每]|自收)"
)
"""A unit's name that opens with a verb's characters (受理部门应当…, 试点地区海关应…)."""


def _by_part(covered: str, at: int) -> re.Match[str] | None:
    """A body named by its part, or as one of many, in front of the paperwork that it does."""
    one_of_many = "各" in covered or "成员" in covered
    return _BY_ITS_PART.match(covered, at) or (_EACH_OR_MEMBER.match(covered, at) if one_of_many else None)


_DOES_PAPERWORK: Final = (
    r"(?:单位|部门|机构|企业|分?支?行|公司|学校|医院)"
    r"(?=填写|填报|登录|报送|提交|携带|凭|签订|缴纳|做好|配合|同时|以[^，。；]{2,10}(?:形式|方式))"
)
_BY_ITS_PART: Final = re.compile(
    rf"(?:申报|推荐|起草|参赛|参评|投标|中标|主办|协办|承办|送检|受检|用人|承建){_DOES_PAPERWORK}"
)
"""`申报企业|填写申请表`: named by its part in what is done."""
_EACH_OR_MEMBER: Final = re.compile(
    rf"(?:各[^，。；的、]{{2,8}}?|[^，。；的、]{{2,8}}?成员|"
    rf"[^，。；]{{2,24}}的各[^，。；的、]{{1,8}}?){_DOES_PAPERWORK}"
)
"""`各推荐单位|报送…`, `参与授信的各分支行|做好配合`."""
_NEW_THING: Final = re.compile(
    r"(?:(?:新|改|扩|在|已)建(?:成)?|已(?![经将把被在由对按为])|现有|在用|存量|"
    r"新购置?的?)[^，。；的\d]{1,16}?(?:机械|设备|车辆|船舶|企业|"
    r"机构|排污口|用户|区|项目|工程|建筑|小区|住宅|房屋|场所|设施|道路|校舍|学校|医院|场[地馆]|厂房)"
    rf"(?={SHOULD}|须|必须|不得|要(?![求点素件])|自|按|每|全部|同步|一律|由|至少|不[少低]于|达到)"
    r"|(?:超[过出]|不足|低于|高于)[^，。；\d]{0,16}?部分"
)
"""`新建居住区应当…`: what is built, named by the building; `超过标准的部分|减按1%征收`: what is over, by the bound."""


def _first(covered: str, at: int, stop: int) -> Span | None:
    weak: Span | None = None
    for match in ACT.finditer(covered, at + 2, stop):
        phrase = _AS_A_RULE.sub("", covered[at : match.start()])
        if _NEXT_FIGURE.search(phrase):
            break
        if ("、" in phrase and _inside_a_row(covered, phrase, match)) or is_named_by(covered, match):
            continue
        if named := _NOUN_GOES_ON.match(covered, match.start()):
            if nounlike(covered[at : named.end()]) and covered[named.end() : named.end() + 1] not in _JOINS:
                return at, named.end()
            continue
        if _closes_a_noun(covered, match):
            if covered[match.end() + 1 : match.end() + 2] in _BOUNDS and nounlike(covered[at : match.end() + 1]):
                return at, match.end() + 1
            continue
        if phrase.endswith("所") and PERSON_END.match(phrase[:-1]):
            continue
        if nounlike(phrase):
            if _ONE_NOUN.match(covered, match.start(), stop) and nounlike(covered[at:stop]):
                return at, stop
            described = _NOUN_TO_BOUND.match(covered, match.start(), stop)
            if described and nounlike(covered[at : described.end()]):
                return at, described.end()
            return at, _with_others(covered, match) or at + len(phrase)
        if (
            weak is None
            and len(phrase) <= 40
            and not phrase.endswith(("、", "至", "到", "给", "是"))
            and _WEAK.match(covered, match.start())
            and not _NO_TOPIC.search(phrase)
        ):
            weak = (at, match.start())
    if weak is None and stop == len(covered) and nounlike(covered[at:]) and not _GRANT_GIVEN.search(covered, at + 2):
        dated = _BY_A_DATE.search(covered, at + 2)
        return at, dated.start() if dated else len(covered)
    figure = _TO_A_FIGURE.match(covered, at, stop) if weak is None and "24小时" in covered else None
    return figure.span() if figure and UNIT_END.match(figure[0]) else weak


_GRANT_GIVEN: Final = re.compile(r"(?:给予|予以)[^的]{0,12}$|\d个?(?:小时|分钟|工作日|日|天)(?:之|以)?内[^的]{0,8}$")
"""`付息后按基准利率的40%予以补贴` is what is done, though it ends as a noun does."""
_NEXT_FIGURE: Final = re.compile(r"、\d")
"""`房租免收、2个月租金减半`: no name runs on into the next figure of a row."""
_BY_A_DATE: Final = re.compile(r"(?:请|应)?(?:分别|及时|统一|按时)?[于在](?=20\d\d年\d|\d{1,2}月\d)")
"""`工作总结|请分别于3月31日前报送市知识产权局`: no noun goes on past the day by which something is due."""
_TO_A_FIGURE: Final = re.compile(r"[^\d，。；]{2,24}(?=24小时(?:[值备在开服待专]|不间断))")
"""`救援队伍|24小时备勤`: a unit in front of round the clock."""


def _with_others(covered: str, joint: re.Match[str]) -> int | None:
    """`甲局与乙局负责…`: where the other unit ends that acts too; none where 与 opens what is done (与劳动者签订…)."""
    modal = HAS_MODAL.search(covered, joint.end() + 2) if joint[0] == "与" else None
    return modal.start() if modal and UNIT_END.match(covered[joint.end() : modal.start()]) else None


_AS_A_RULE: Final = re.compile(
    r"(?:(?<=[位构门业行司校院者人员])以[^，。；以]{2,14}(?:形式|方式|名义)|"
    r"(?<=[业员者户位目人])一次性|一般|通常|原则上|尤其|特别|(?<=[员任长者师家人])中|暂定|暂|首年|"
    r"[第前后][一二三四五两\d]个?年度?|总计|合计|共计|累计|平均|户均|人均|亩均|稳定|保持|维持|更加|更为|全部|普遍|"
    r"陆续|(?<=[局委办厅部院校位门县区乡镇队政构业司行站所心店村处科会组])(?:各|再|另|也|还|又|仍)|率先|常年|始终|明显|显著|大幅|稳步|最迟|最晚|全年|每年|"
    r"最[长短高低多少]|(?:同比|[较比](?:上[一]?年度?|去年|同期|20\d\d年)(?:同期|底|末)?)|"
    r"(?<=.{2})不)+$"
)
"""`许可证有效期一般为5年`, `利率较上年降低`: how a bound is meant is no part of what is bounded."""


def _closes_a_noun(covered: str, verb: re.Match[str]) -> bool:
    """`质量保证金按…`: one more character makes a noun of the verb, where the clause then goes on."""
    end = verb.end()
    if len(verb[0]) < 2 or covered[end : end + 1] not in _ONE_MORE:
        return False
    return end + 1 >= len(covered) or covered[end + 1] in _GO_ON or ACT.match(covered, end + 1) is not None


def _inside_a_row(covered: str, phrase: str, verb: re.Match[str]) -> bool:
    """Whether a verb stands in one of several names: others follow, or `等工作` closes the row of them."""
    if _MORE_NAMES.match(covered, verb.end()):
        return True
    member = _NEXT_MEMBER.match(covered, verb.start())
    if member is None or acts_by_name(phrase) or ACT.match(covered, member.end()):
        return False
    return nounlike(member["x"])


_MORE_NAMES: Final = re.compile("(?:、[^，。；、]{2,8})+等\\d+[个项]|等(?:工作|业务|服务|任务|活动|环节|岗位)")
"""`实现就业、员工保障、政策兑现等10个场景`, `样品采集和病源检测等工作`: an act inside one of several names."""
_NEXT_MEMBER: Final = re.compile("(?P<x>[^，。；、的\\d]{3,10})、")
"""`平台挂载率、数据|更新及时率、事项办结率`: a verb inside a name of a row that goes on behind it."""
_ONE_MORE: Final = frozenset("金书率费证额量员期法权表单图室站厅局科组队院所网店厂库器车船师户品物款税价度卡簿")
_JOINS: Final = frozenset("的、和及与或")
_BOUNDS: Final = frozenset("为不达最每至")
_GO_ON: Final = _BOUNDS | frozenset("应由、和及")
_NOUN_GOES_ON: Final = re.compile(
    r"最[高低长短][^，。；的\d]{2,8}?(?:标准|额度|限额|金额|费用|比例|期限|时限|年限)(?=\d|为|不得|不超过|提高|调整|"
    r"由)|"
    r"(?![在于每按由对为将与和及向把从自给凭持]|实现)(?:[\u4e00-\u9fff]{2}(?:者|人(?![员才民口工数次大身均事]))|"
    r"[^，。；的\d]{2,24}?(?:(?<![效频比税费利汇])率|指标|总额|余额|总量|许可证|资格证|合格证|证书|执照|牌照|有效期|期限|时限|时间|年限|标准|比例|"
    r"费率|"
    r"税率|额度|限额|"
    r"上限|下限|金额|费用|情况|记录|档案|报告|台账|资料|次数|频次|人数|人次|面积|(?<!学)期)(?:统一)?(?=为|每(?=[天日周月季年])|"
    r"不得|应|至少|不[少低超高大小]|[一二三四五六]项指标|均?达\d|均?不[少低超高]|控制在|保持在|"
    r"最[高低长短多少]|保存|达到|[长短高低]于|超过|延长|缩短|压缩|提高|提升|降低|下降|上浮|下浮|调整|自|由))"
)
"""`食品经营许可证有效期为5年`: a verb's characters inside the name of what is bounded begin no act."""
_ONE_NOUN: Final = re.compile(
    r"(?:为(?=[^，。；的]{1,10}的)|取得|使用|持有|购买|销售|生产|经营|从事|参加|发生|出现|存在|不足|不?超过|达到|"
    r"低于|高于|列入|纳入|认定|缴纳|"
    r"申请|申报|签订|在|用于|承担|受理|发放|出具|出售)"
    r"[^，。；的]{0,24}的[^，。；的]{2,14}$"
)
"""`纳税人取得的专用发票，应…`: what looks like the act describes the noun that closes the clause."""
_NOUN_TO_BOUND: Final = re.compile(
    r"(?![在于每按由对为将与和及向把从自给凭持据依])[^，。；的\d]{2,16}的[^，。；的]{1,20}?(?=每|不得|不[少低超高]|"
    r"应当|分别|为|达到|按|由|给予|至少|最[高低长多少])"
)
"""`租赁房屋改建的床位每张补助…`: the verb describes the noun that the clause goes on to bound."""
_WEAK: Final = re.compile(
    rf"(?:{MODAL}|将(?=举办|举行|召开|于|在|分|实行|实施|纳入|继续|不再)|每|第|全年|连续|超过|不超过|不少于|不低于|"
    rf"低于|"
    rf"高于|不足|达到|按"
    rf"|至少|最高|最多|下浮|上浮|凭|持|一旦|一经|(?<![理缘自事])由|实行|压缩|及时|立即|第一时间|"
    rf"(?:调整|提高|降低|[上下]调|增加|减少|提升|扩大|缩[小短])[为至到](?=[^，。；]{{0,10}}\d)|减按|免征|减征|推迟|"
    rf"延迟|顺延|延长|自(?=[^，。；]{{2,16}}之[日时]起))"
)
_NO_TOPIC: Final = re.compile(
    r"^(?:储备(?![粮金库林]|土地|资金|物资)|配备)|(?<=[^的士])后(?![续勤评方台期备门])[^的]+$|(?:开展|进行|实施|"
    r"完成|组织|给予|建立|设立|储备|后|前|时|中|内|期间|起|下|上|以来|[前后]\d+个?(?:天|日|周|月|小时))$|^(?:累计|合计|总计|连续|"
    r"一次(?!性)|期满|届满|年底|月底|后续$|[一二三四]季度$|平均|逐|再|先|"
    r"各自|其(?![余他它中]))"
)
