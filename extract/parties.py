"""Whom a value binds: the units that must act, the subject governed, the action, its trigger, condition and modality.

Grammar over clauses of one sentence (enclosed words covered), and the little that carries over inside one item of the
outline: the agent that still governs, and the subject that a following sentence leaves out. Nothing here knows a value's kind
beyond where it stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache

from extract.records import Modality

_UNIT = (
    r"部门|单位|机构|委员会|委|局|厅|办公室|办|政府|指挥部|领导小组|小组|专家组|工作组|综合组|保障组|组|专班|机制|医院|诊所|卫生院|学校|幼儿园|高校|院校|企业|公司|银行|协会|学会|商会|联合会"
    r"|街道|乡镇|镇|社区|村|村委会|居委会|各地|地区|县区|区县|各市|各区|各县|各州|市州|辖区|科室|处室|科|处|窗口|负责人|责任人|干部|同志|成员|主任|组长|领导|校长|院长|局长|医师|教师|法人|代表|委员|平台|门诊"
    r"|酒店|景区|市场|超市|药店|口岸|组织|机关|团体|工会|党委|党组|支部|中心|站|所|队|院|行|社|经营者|生产者|供应商|招标人|投标人|中标人|采购人|申请人|纳税人|监管人员|工作人员|管理人员|核验人员|医务人员|执法人员|服务人员|初评人员"
    r"|验船人员|专业人员|检查人员|评价人员|网格员|管理员|志愿者|民警|物业|场所|工地|项目法人|保险机构|财政|人民政府|法院|检察院|海关|分局|支队|大队|派出所|管委会|园区|开发区|职能部门|相关方|各方|主体|家庭|个人|窗口人员|当事人|从业人员|业主|业务人员|用工方|雇主|招标代理|责任科室"
)
_ADVERB = (
    r"(?:要|应当|应该|应|须|必须|需要|需|不得|严禁|禁止|可以|可|将|均|都|一律|还|也|同时|统一|共同|分别|结合|根据|按照|按|依照|依据|依法|严格|切实|认真|全面|进一步|积极|充分|及时|立即|第一时间|定期|每|负责(?!人|同志)|牵头|会同|联合|配合|协同|指导|督促|对|为|向|与|以|在|于|就|从|通过|凭|自|原则上|具体|主动|至少|加快|持续|大力|不|未经|因|免费|合理|随时|继续|抓紧|坚决|优先|靠前|逐步|深入|收到|接到|发现|受理|自收到|\d)"
)
_VERB = (
    r"(?:组织|开展|建立|健全|提供|加强|制定|落实|实施|实行|做好|完善|推进|推动|提出|报送|上报|报告|审核|审批|审查|核查|检查|监督|监管|管理|承担|安排|发布|公布|公开|公示|编制|出具|出台|召开|印发|发放|拨付|支付|收集|汇总|统筹|协调|协助|支持|鼓励|引导|强化|优化|提升|提高|扩大|确保|保障|使用|采取|开通|开设|设立|成立|申请|申报|提交|办理|完成|反馈|答复|给予|予以|进行|参与|履行|执行|遵守|接受|配备|配足|明确|确定|指定|规范|收取|征收|缴纳|退还|简化|压缩|缩短|降低|减免|取消|派驻|入驻|选派|培训|宣传|告知|通知|通报|填写|填报|登记|备案|受理|核发|评估|评价|考核|测评|排查|摸排|巡查|督查|督导|抽查|检测|监测|采集|隔离|转运|消毒|关闭|延长|缓解|增加|减少|控制|建设|改造|打造|培育|搭建|构建|运用|利用|启动|联系|对接|签订|约定|持有|持|佩戴|出示|停止|暂停|恢复|撰写|反映|研究|梳理|清理|整改|处理|处置|解决|享受|参照|遵循|坚持|发挥|包|合理|作为|作出|做出|保留|保存|上传|推送|移送|抄送|报|加大|设置|形成|丰富|探索|试点|推广|推行|深化|拓展|畅通|创新|聚焦|围绕|承诺|购买|出资|补助|补贴|奖励|兑现|追究|打击|查处|处罚|约谈|调查|核实|认定|确认|验收|公证|调解|仲裁|招聘|聘请|吸纳|派出|轮训|出售|销售|运输|生产|配送)"
)
_LEAD = r"(?:并且|并|且|同时|其中|另外|此外|特别是|尤其是|因此|对此|原则上|鼓励|支持|引导|要求|督促|授权|全权授权|建议|倡导|请|确需[^，]*?的|必要时|届时|或|及|然后|后|再|则|由|具体由|具体|（□+）|□+|[一二三四五六七八九十]+是|[（(]?\d+[)）.．、])*"
_AGENT = re.compile(rf"^{_LEAD}(?P<agent>[^，。；：,;:]{{1,70}}?(?:{_UNIT})(?:□+)?(?:等(?:有关|相关)?(?:部门|单位|机构|场所|区域|方面)?)?)(?={_ADVERB}|{_VERB})")
_BY = re.compile(rf"由(?P<agent>(?!原来|此|于|法定)[^，。；：,;:\d]{{2,60}}?)(?={_ADVERB.replace('|结合', '').replace('|不', '')}|{_VERB})")
_NOT_AGENT = re.compile(
    r"^(?:对|对于|将|把|在|从|按|按照|根据|依据|通过|为|为了|以|因|如|若|凡|经|自|除|除了|由于|关于|于|向|与|至|到|涉及|针对|结合|依托|加强|推进|推动|建立|健全|完善|做好|强化|开展|落实|优化|组织(?!部)|实行|实施|严格|全面|进一步|深化|加快|提升|提高|规范|积极|持续|大力|支持|鼓励|引导|确保|每|不|未|已|本通知|本办法|本意见|本公告|上述|发现|接到|收到|建设(?!单位|部门|行政|主管|局|厅|系统)|新增|设立|成立|明确|充分|统筹|协调|探索|围绕|坚持|打造|取消|简化|压缩|允许|发挥|督促|指导|要|应|须|必须|申请|出现|核验|离开|进入)|^(?:全市|全省|全县|全区|同一|一般|各类)?(?:企业开办|项目|事项|工作|时间|期间|条件|情况)$"
)
_PERSONS = re.compile(r"(?:人员|者|患者|病例|居民|旅客|学生|师生|群众|人群|对象|密接|次密接|的人|儿童|老人|老年人|毕业生|职工|劳动者|农民工)$")
_STAFF = re.compile(r"(?:工作|监管|管理|核验|医务|执法|服务|初评|验船|专业|检查|评价|窗口|从业|业务|被评价|经办|审批|驻点|值班|督导|采样|检测|网格)人员$|工作者$|经营者$|生产者$|志愿者$|负责人$")

_MUST_NOT = re.compile(r"不得(?!少于|低于|超过|高于|小于|大于|多于|短于|长于)|严禁|禁止|不准|不再(?!受理)|不予|不能(?!够)|不流动|不允许|杜绝|一律不|无需|不需")
_SHOULD = re.compile(r"原则上|尽量|倡导|鼓励|建议|提倡|力争|争取|引导(?=在|其|在)|支持(?=各|有|符)|宜(?=\w)")
_MAY = re.compile(r"可以|(?<![许认不未均尚无])可(?![能靠行持视见用控知通操追得回再贵观])|允许|有权")
_MUST = re.compile(r"要(?![求素点件闻道])|应|须|必须|一律|严格|确保|务必|必需")

_TO = re.compile(r"(?:对于|对|针对)(?P<x>(?!应|照|比|象|标|口|外(?!来|籍|省|地)|接|账|内|此|方)[^，。；：,;:]{2,160})")
_TO_END = re.compile(
    r"(?=(?:严格|一律|要|应当|应|须|必须|可以|可|均|统一|依法|按|按照|每|分别|及时|立即|第一时间|不再|不予|进行|开展|实施|实行|采取|落实|给予|予以|提供|建立|免征|免收|减征|减免|免|再|各|做好|执行|组织|加强|减少|补贴|补助|奖励|集中|当场|下浮|上浮|收取|征收|处|罚|在\d|在居|由(?!.*?由)|全部|严肃|强化|追加|为其|开通|发放|纳入|简化|允许|自主|当日|当天|于|提前|连续|第\d|\d+[个天日小周月年家]))"
)
_TAKE = re.compile(r"(?:将|把)(?P<x>[^，。；：,;:]{2,120}?)(?=压缩|缩短|缩减|压减|控制|延长|报送|上报|报(?!告|表|名|批|备|销)|提交|推送|分解|纳入|作为|列入|送|移交|移送|反馈|通报|告知|公布|公示|录入|上传|订正|发放|拨付|退还|抄送|传送|交|转|调整|提高|降低|减|提升|扩大|发送|寄|下达|归还|汇总|打造|建成|培育)")
_TRIGGER_CLAUSE = re.compile(r"(?:后|之日起|之时|之日|起|之后|时|当日起|次日起|即|触发|结束|以后)$")
_TRIGGER = re.compile(r"(?P<t>[^，。；：,;:□]{1,40}?(?:之日起|次日起|之日|以后|之后|后(?!续|勤|方|台|期|者)|起(?=\d|[一二三四五六七八九十]+(?:个|天|日))))")
_CONDITION = re.compile(r"^(?:如果|如|若|对于|对|凡|凡是|除|因|遇|确需|符合|不具备|经|一旦|当|在[^，]*?(?:期间|情况下|前提下|时)$)|的$|期间$|外$|情况下$|前提下$")
_LIGHT = re.compile(r"^(?:的|即可|即|内|前|之前|以前|止|以上|以下|左右|要|应当|应|须|必须|需|可以|可|将|并|均|都|再|各|分别|同时|统一|完成|进行|开展|实施|实行|采取|接受|做好|做|组织开展|组织实施|组织|一次性|全部|首次|地|完毕|予以|给予|为|落实|参加|按要求|按规定|集中|继续实施|继续进行|继续|严格实施|严格|先|一次|1次|一轮|1轮|一遍|次|轮|遍|，|,|：|:|”|\"|“|、)+")
_TRAILING = re.compile(r"(?:的要求|的标准|要求|措施|工作|制度|等|的)$")
_VALUE_TAIL = re.compile(r"(?:为|为期|不超过|不少于|不低于|达到|至少|至|到|是|压缩|缩短|控制在|在|由|从|的|时限|期限|连续|持续|满|时间|分别|约|超过|不得|要|应|应当|每次|最长|最高|原则上|一般|均|各|按|按照|，|,|、|：|:|\s|“|（|\()+$")
_HEAD_CUT = re.compile(
    r"^.*?(?:应当在|应当|必须|应该|(?<![适相响对反供])应(?!急|用|届|收|付|税|纳|诊|检|种|对)|一律|须|需要|要(?![求素点件闻道])|可以|原则上|不得|严禁|鼓励|继续|实施|实行|进行|开展|采取|落实|至少|先|后|再|即|对[^，]*?(?:人员|者|的)(?=实|开|进|采|集|居))"
)


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
    """What carries over inside one item: the governing agent, the last subject, units named in a closing bracket."""

    agent: tuple[str, ...] = ()
    subject: str | None = None
    assigned: tuple[str, ...] = ()
    heading: str | None = None


EMPTY = Context()


@dataclass(frozen=True, slots=True)
class Agent:
    """A unit or role that acts, at `start:end` of a clause; `rest` is where its predicate begins."""

    names: tuple[str, ...]
    start: int
    end: int
    passive: bool = field(default=False)


def split_units(text: str) -> tuple[str, ...]:
    """`市发展改革委、市财政局和各区人民政府等` → its units; brackets stay whole, a closing 等 is dropped."""
    from extract.sentences import mask

    text = re.sub(r"等(?:有关|相关)?(?:部门|单位|机构|场所|方面)?$", "", text.strip())
    covered = mask(text)
    names, begin = [], 0
    for joint in re.finditer(r"、|，|,|以及|及(?!其|时|以)|和(?!谐|解|平)|与(?!会)|；|;", covered):
        if begin < joint.start():
            names.append(text[begin : joint.start()])
        begin = joint.end()
    names.append(text[begin:])
    return tuple(name.strip() for name in names if name.strip())


@lru_cache(maxsize=2048)
def agent_of(clause: str, covered: str) -> Agent | None:
    """The agent of a clause: a unit before its modal or verb, or after 由; `covered` is the clause with brackets masked."""
    by = _BY.search(covered)
    if by and not re.search(r"由[^，]*?(?:压缩|缩短|调整|改为|减|提高|变为)", covered):
        return Agent(split_units(clause[by.start("agent") : by.end("agent")]), by.start(), by.end("agent"), passive=True)
    match = _AGENT.match(covered)
    if not match:
        return None
    words = covered[match.start("agent") : match.end("agent")]
    if _NOT_AGENT.search(words):
        return None
    return Agent(split_units(clause[match.start("agent") : match.end("agent")]), match.start("agent"), match.end("agent"))


def modality(text: str) -> Modality:
    """The force of a clause: `不得` must_not, `原则上` should, `可` may, else must (the contract's word lists)."""
    if _MUST_NOT.search(text):
        return "must_not"
    if _SHOULD.search(text):
        return "should"
    if _MAY.search(text) and not _MUST.search(text):
        return "may"
    return "must"


def with_agent(context: Context, names: tuple[str, ...]) -> Context:
    """The context after a sentence whose grammatical subject is a unit."""
    return replace(context, agent=names)
