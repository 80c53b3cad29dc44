"""What a clause says is handled: the one behind 对, the thing behind 将.

Both are read in the clause's covered text; where a phrase behind 对 ends, an act begins that describes no noun in it.
"""

from __future__ import annotations

from typing import Final

from extract.grammar.clause_words import ACT, DUE_TO, MODAL
from extract.grammar.masking import MASK
from extract.grammar.nouns import PERSON_END, UNIT_END, nounlike
from ingest import patterns as re

Span = tuple[int, int]

_TO: Final = re.compile(
    r"(?:对于|(?<![应相针面反绝核比])(?<!(?<!重)点)对|"
    rf"(?<=应)对(?=[^，。；]{{1,40}}(?:{DUE_TO}))|针对|"
    r"为(?!每)(?=[^，。；：,;:]{2,60}(?:做好|提供|办理|出具|发放|开通|开展|配备)|[^，。；：,;:]{0,20}?"
    r"(?:[员者人工生户童众民]|企业|单位|家庭|对象)(?:每[人户天日月年]|免费|购买|配发|缴纳|投保|安排|测量|测温|采样|"
    r"配送|体检|筛查|接种|建立|代缴|申报|"
    r"申请|落实|上门|向)))(?P<x>(?!应(?!急(?!处置|响应|工作))|照|比|公[账存客业贷]|象|标|口|外(?!来|籍|省|地)|接|账|"
    r"内(?![蒙部容设外])|此|方|性)[^，。；：,;:]{2,160})"
)
_STRENGTHENS: Final = re.compile(r"(?:加大|加强|强化|提高|提升)对(?P<x>[^，。；：]{2,80})的[^，。；：的]{2,16}[。；]?$")
"""`加大对…业务系统的整合力度`: the act stands behind the last 的, whatever verbs the name holds."""
_TAKE: Final = re.compile(
    r"(?:(?<![即必])将|"
    r"把)(?P<x>(?![在每于按根]|要(?![求素点件闻])|对(?![标口外]))[^。；：;:]{2,120}?)"
    r"(?:进行|予以|分别|及时|按时|统一|一并|如实|依法|全部)*(?=压缩|缩短|"
    r"缩减|压减|控制|延长|第一时间|立即|报送|上报|(?<![申填汇呈])报(?!告|表|名|批|备|销|装"
    r"|卡)|提交|推送|分解|纳入|作为|列入|送|移交|移送|转[送办派]|派发|[支兑]付(?=[到至给])|交办|反馈(?=给|至|到|$)|通报"
    r"|告知|公布|公示|录入|上传|订正|发放|拨付|退还|抄送|传送|交(?!通|易)|"
    r"(?<![周流运中])转(?!运人|变为|移支)|(?:调整|提高|降低|提升|扩大|精简|优化)(?=[至到为增一两三]|\d|$|了|全)|"
    r"降[至到为]|减|发送|寄|下达|划[为入归]|归为|清空|清零|[\u4e00-\u9fff]{2}(?:完毕|干净|到位)|公告(?![的牌栏书])|提前(?=[\d一二两三十])|"
    r"归还|汇总|"
    r"打造|建成|培育|抄报|在\d|于(?:\d|每[月周季年])|(?<![本该此])通知(?!书|单|公告|的|要求|精神)|函告|抄告|发给|"
    r"交给|交付|递交|退给|"
    r"送达|传达(?=[至到给])|寄送|传真(?=[至到给])|邮寄|发(?=[至到给])|缴入|上[缴交]|划转|转入|存入|划入|列为|返还(?!政策|"
    r"标准|比例|金额|资金)|(?<=资料|材料|记录|文件|合同|凭证|档案|数据)(?:妥善)?(?:保存|留存|保管)|放宽(?=[至到为])|"
    r"(?:提供|打印|复印|装订)?一式|退回|张贴|悬挂|"
    r"书面报告|(?:(?<=情况)|(?<=结果)|(?<=信息))报告(?![书厅单制表])|"
    r"向(?=[^，。；]{2,30}(?:报告|通报|反馈|说明|公布|公示|公开|告知))|"
    r"(?:更新|归集|汇聚|迁移|下沉|下放|同步|集中|推荐|汇交|移送|回收|清运|转运|运送|运输|护送|投放|拨转|落实|安置|分配|"
    r"延伸|覆盖|传导|转移|细化|安排)(?=至|到)|报请|报经|归档|存档|(?:公开|披露|备案)(?=$|"
    r"[，。；]))"
)
_TAKE_OPEN: Final = re.compile(r"(?<![即必])将(?P<x>(?!(?<![应须需要]将)每|[在于按]|对(?![标口外]))[^，。；]{4,})$")
"""`需将每日新增病例的情况说明，于次日12时前报…`: the verb stands behind the comma."""
_BY_WHICH_WAY: Final = re.compile(
    r"自[^，。；]{2,20}起|(?<=.{2})在[^，。；的]{1,14}(?:[内上中]|网站?|平台|窗口|大厅|媒体)$|(?<!的)(?:通过(?!率)|经由|以(?=[^，。；]{2,8}(?:形式|方式)))[^，。；]{1,24}"
)
"""`将报表通过金融专网报送`, `将结果在单位内公示`: the way, or where, is no part of what is sent."""
_TO_STOP: Final = re.compile(
    rf"(?={MODAL}|严格|统一|依法|亲自|逐一|逐户|逐项|全程|全覆盖|按(?![钮揭摩])|每|分别|及时|立即|即时|即刻|第一时间|"
    rf"进行|开展|实施|实现(?!的)"
    rf"|实行|采取|落实(?!情况)|给予|予以|提供(?![者商方])|建立|免|减|[增加]发|(?:优先|继续)(?=给予|予以|安排|享受|居家|集中|执行|实施)|再(?![贷生就担保利制教])|各(?![类级项部单县市区省乡镇街科处室委局有相地行村社])|"
    rf"(?<=[业户社司])新增(?=[^，。；的]{{2,10}}\d)|做好|执行|组织|加强|减少|(?:降|提高|提升|[上下]调|降低|"
    rf"调整)[至到为]|"
    rf"(?:消毒|消杀|通风|清洗|检测|测温|巡查|检查|培训|轮训|走访)(?=(?:不少于|至少)?[\d一二两三]+(?:[次遍轮天]|小时|"
    rf"[学课]时))|"
    rf"(?!超过|达到|累计|连续|[不未]满|不足|至多|最多|最少|原则)[\u4e00-\u9fff]{{2}}(?=(?:不少于|至少)?[\d一二两三]+[次遍轮](?!性|[^，。；]*的))|"
    rf"(?:消毒|消杀|随访|自查|清洗)(?=[。；]?$)|"
    rf"补贴|补助|奖励|集中隔离|当场|下浮|上浮|收取|征收|处(?![方室级]|理(?:企业|厂|设施|单位|站|中心|费))|罚|(?<![存现所])在|于(?=每[月周季年天日]|[\d□])|"
    rf"增加(?=不少于|至少|\d|[一二三])|"
    rf"提交(?!的)|至少|不[少低]于|不[得应能]?超过(?=[^的]*$)|汛[前中后期]|(?<![理缘自事])由"
    rf"|向(?=[^，。；]{{2,24}}(?:申请|申报|报告|报送|报备|提交|提出|备案|缴纳|推送|移送))|全部|免费|测量|测温|采样|"
    rf"集中(?=培训|轮训|学习|检查|整治|清理|开展)|单独(?=[存保设编核列签管])|配送|上门|入户(?!的)|严肃|明显(?!的)|适度|显著(?!的)|大幅|稳步|"
    rf"强化|追加|为其|开通|发放|纳入|简化|允许|自主(?!创新|品牌|知识产权|研发|可控|选择权|择业|就业)|完成(?![的率时情后])|当日|当天|"
    rf"(?<![由关位属用低高对基等])于|提前|连续|第|(?<!\d)\d+(?:天|小时|周"
    rf"|个月|年|个工作日)|设置|明确|做好|办理|出具|配备|不再|以\d|享受|适当|"
    rf"[作做]出(?![^，。；]{{0,8}}的)|(?:清点|盘点|称重|编号|建档|留样)(?=$|[，。；])|追究|彻底|逐一|定期(?!存)|申请(?!$|[人书者表的]|材料|单位|企业)|购买(?![的方力]))"
)
_OPEN: Final = re.compile(
    r"(?:(?<=\d[年月日时])[至到]|以及|有|无|未|已|经|解除|符合|完成|享受|存在|近|或|和|、|的(?=$)|需|应"
    r"|不|并|从|来自|在|与|被|(?<![场会诊出务住究厕易])所|按|等待|未经|确需|能|拒绝|参加|从事|居住|超过|"
    r"满|达到|因|不足|上一|年|连续|首次|累计|持续)$"
)
_DISPUTES: Final = re.compile(
    r"(?:不服|不满意?|不认可|不认同|(?:有|存有|存在|提出)(?:异议|疑义|争议|不同意见))的?$|贡献(?:突出|较?大|显著)的$"
)
"""`申请人对处理决定不服的`, `对产业贡献突出的`: whoever does so is what the clause is about, not what he disputes."""
_DESCRIBES: Final = re.compile(
    r"[^，。；]{0,40}?的(?:[^，。；的]{0,8})?(?:人员|企业|单位|机构|"
    r"人|项目|者|居民|家庭|学生|患者|病例|事项|行为|车辆|材料|申请)"
)
_RELATIVE_TO_THE_END: Final = re.compile(r"[^，。；的]{2,40}的[^，。；的]{1,14}")
"""`对入驻中心|开展续贷业务的担保公司，`, `对企业|在疫情期间生产的物资`: what looks like the act describes the noun."""
_IN_WHICH_TIME: Final = re.compile(r"在\d[^，。；的]*(?:期间|之间|以?内)[^，。；的]{0,40}的[^，。；的]{1,60}")
"""`对购置日期|在6月1日至30日期间的载货汽车、客车，`: in which time describes them, where the clause ends with them."""
_DESCRIBES_WHOM: Final = re.compile(
    r"[^，。；]{0,16}的(?:(?:人员|企业|单位|机构|者)|[^，。；的]{0,8}(?:人员|企业|单位|机构|公司|者|家庭|户|园|基地|"
    r"中心|平台|项目|学校|医院|银行|商场|市场|业主|房东)$|"
    r"[^，。；的]{0,24}(?:毕业生|人员|职工|学生|老年人)□*$)"
)
_RELATIVE_NEXT: Final = re.compile(r"(?!给予|予以)[^，。；的\d]{2,6}的[^，。；的]{2}")
"""`对已依法办理的工单提交意见`: behind what is no noun yet the verb describes the noun to come."""
_LISTED_NOUN: Final = re.compile("[\u4e00-\u9fff]{2}、[^，。；]{2,24}?(?:情况|工作|质量|水平|状况)")
"""`对监督部门政策执行、工作推进情况开展检查`: a verb in a list of nouns begins no act."""
_NEXT_OF_A_ROW: Final = re.compile(
    "[^，。；、的\\d]{2,14}(?:人员|[患学]者|企业|单位|场所|设施|栏目)、(?=[^，。；]{2,30}等)"
)
"""`对住院人员、疫情防控|需要隔离人员、一线医务人员等`: the row of those goes on behind a verb in the name of one."""
_RELIEVED: Final = re.compile(
    r"(?:免[征收除]|减[征按]|减半|给予|予以|(?:奖励|补[助贴])(?=(?:最高|每[人户家])?\d)|优先|继续|"
    r"依法(?=给予|予以|[处追从严])|在[^，。；的]{2,16}后\d|给予(?:最高|不超过)?\d[\d.]*(?:[%％]|[万亿]?元)的)[^的]*$"
)
"""`对月销售额10万元以下的|免征增值税`, `对符合条件的|给予最高50%的补贴`, `对延期缴费的|在结束后3个月内补缴`: a
case, and what it is spared or given, or when it is done."""
_PAST_GROUP: Final = re.compile(
    r"\d+(?:年|个?月|天|日|周|小时)(?:之|以)?内(?:未|有|无|曾|没有|的)|\d+(?:年|个?月|天|"
    r"日)及?以[上下](?:[^，。；的]{0,12}的|"
    r"(?!.*(?:补|贴|奖|给)))"
)
"""`离校2年内未就业高校毕业生`, `减免租户3个月以上租金的商场`: the length belongs to the group's description."""


_STAYS: Final = re.compile(r"连续|累计|首次|第|当[年月]|\d|[一二两三四五六七八九十]+个?[年月]")
_VERB_FIRST: Final = re.compile(
    "[纳列][入为]|取得|获得|办理|签订|参加|从事|使用|享受|领取|登记|注册|租赁|入驻|进入|承租|申请|批准"
)
"""`对列入清单连续六个月未整改的`: how long goes on with the case that a verb has opened."""


def governed_in(covered: str, at: int) -> Span | None:
    """The one behind 对 (or behind 为, where something is done for somebody) up to the act that follows."""
    if "对" in covered and (strengthened := _STRENGTHENS.search(covered, at)):
        return strengthened.span("x")
    match = _TO.search(covered, at)
    if not match or _DISPUTES.search(covered, match.start()):
        return None
    begin, end = match.span("x")
    for stop in _TO_STOP.finditer(covered, begin + (1 if covered[begin] == "其" else 2), end):
        if _closes(covered[begin : stop.start()], covered[stop.start() : end]):
            return begin, stop.start()
    return begin, end


def _closes(phrase: str, rest: str) -> bool:
    """Whether a phrase behind 对 can end here: no open verb before, no noun that it would describe behind."""
    if phrase.endswith("的") and _RELIEVED.match(rest):
        return True
    if rest.endswith("的") and _STAYS.match(rest) and _VERB_FIRST.match(phrase):
        return False
    if _OPEN.search(phrase) or _PAST_GROUP.match(rest) or _LISTED_NOUN.match(rest):
        return False
    if "、" in phrase and (member := _NEXT_OF_A_ROW.match(rest)) and not ACT.match(rest, member.end()):
        return False
    if not nounlike(phrase) and (_RELATIVE_NEXT.match(rest) or rest.endswith("的")):
        return False
    to_the_end = _RELATIVE_TO_THE_END.fullmatch(rest)
    if rest.startswith("在") and (to_the_end or _IN_WHICH_TIME.fullmatch(rest)):
        return False
    follows = (
        _DESCRIBES.match(rest)
        or _DESCRIBES_WHOM.match(rest)
        or (to_the_end and (UNIT_END.match(rest) or PERSON_END.match(rest)))
    )
    return not follows or (nounlike(phrase) and not phrase.endswith("的") and not _DESCRIBES_WHOM.match(rest))


_NOUN_PAST_A_VERB: Final = re.compile(
    "(?:报告|通报|公示|公告|转移|转[办运让]|保存|推荐|分配)[\u4e00-\u9fff]{0,8}?(?:时限|时间|期限|费用|比例|标准|名单|"
    "清单|目录|部门及[^，。；的]{2,6}|数量|总量)(?=由|从|压|缩|减|控制|延|提|通过|经|在|于|报|按)"
)
"""`将养老保险|转移办理时限|由45天压缩至20天`: a verb's characters inside the name of what is handled."""


def _bare(thing: str) -> str:
    """`排查数据、“问题清单”`: a list of things, without what it encloses at its end."""
    return thing.rstrip(MASK).rstrip("、和及") or thing


def in_front_of_whom(covered: str, topic: Span, governed: Span) -> Span | None:
    """`各企业|对出现症状的人员应…`: the unit in front of those whom it acts on."""
    end = governed[0] - 1
    acts = topic[0] + 2 <= end and governed[1] <= topic[1] and covered[end] == "对"
    return (topic[0], end) if acts and UNIT_END.match(covered[topic[0] : end]) else None


def taken_in(covered: str, at: int) -> Span | None:
    """The thing behind 将 or 把 up to its verb, without the way in which it is sent."""
    match = _TAKE.search(covered, at)
    if match is None and (open_end := _TAKE_OPEN.search(covered, at)) and nounlike(_bare(open_end["x"])):
        match = open_end
    if not match:
        return None
    begin, end = match.span("x")
    if named := _NOUN_PAST_A_VERB.match(covered, end):
        end = named.end()
    way = _BY_WHICH_WAY.search(covered, begin + 2, end)
    return begin, way.start() if way else end
