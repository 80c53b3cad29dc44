"""时限：最迟何时办完（2小时内；15个工作日内；9月30日前；压缩至3个工作日；提前3天；立即；当日）。"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from extract.kinds import days_due
from extract.kinds.calendar_dates import Today
from extract.kinds.days_due import TO_THE_DAY
from extract.kinds.forms import Form, every
from extract.mentions import Mention, ending_at
from extract.numbers import LENGTH, NUMBER, TIMED, length, unit
from ingest import patterns as re

_ASIDE: Final = r"（[^（）\d]{1,20}）|\([^()\d]{1,20}\)"
"""`7个工作日（不含公示期）内`: what a bracket adds to a length."""
_WITHIN: Final = re.compile(
    rf"(?:(?<![\d年月])(?P<low>\d{{1,2}}|"
    rf"[一二两三四五六七八九十])[至到\-—~～])?(?P<length>{LENGTH})(?:{_ASIDE})?(?:的?时间)?(?:以内|之内|内)(?!部(?!分|"
    rf"门)|容|地|外|在的|涵|置|设(?!立|置)|控|资|陆)"
)
_USED_UP: Final = re.compile(
    rf"(?:用|利用|通过|经过|力争|争取)(?P<length>{LENGTH})(?:左右)?(?:的?时间|的?努力)内?(?=，?(?:基本|全面|力争)*(?:完成|实现|建[成立]|消除|形成|使))"
)
"""`用三年时间，建成…`: within which time it shall be brought about."""
_WITHIN_AND: Final = re.compile(rf"(?P<length>{LENGTH})(?=（[^（）\d]+\d[^（）]*）(?:以内|之内|内)(?!部|容))")
"""`30日（特殊情况可延长15日）内`: the bracket has a length of its own."""
_THE_CASE: Final = re.compile(
    r"(?:[（(]含[^（）()]{1,8}[）)])?(?:的(?:$|[，；。扣罚按由予给处记视])|由[^，。；]{2,12}(?:审批|批准|决定|审定)|报[^，。；]{2,8}(?:批准|审批)|报(?:学院|学生处|院系)|(?:收费?|收取|为)?[\d.]+元)"
)
"""`储存6个月以内的，…`, `1小时内5元`: how long tells the case, and nothing that must be done by then."""
_FREE: Final = re.compile("免费|免收|不收费|免缴|全免")
"""`停车前30分钟免费`: the first half an hour, and nothing that is due before it."""
_TERM_AS_STATE: Final = re.compile(
    r"(?<![办整审处理批结改答复完成反馈受])(?:期限|年限|工期|任期|试用期|见习期|周期|寿命|时长|处方量|用药量|疗程|假期|产假|租期|账期|保质期|距离?[^，。；\d]{0,6}(?:退休(?:年龄)?|期满|届满|到期))(?:为|在|一般|原则上|控制)*$"
    "|(?:中断(?:缴费|缴存|治疗|服务)?|逾期|欠[缴费薪租]|拖欠|迟到|早退|超期|脱保|断缴)$"
)
"""`期限3年以内`, `中断缴费3个月以内`: how long it lasts."""
_NO_ENTRY: Final = re.compile(
    rf"(?P<length>{LENGTH})后，?[^，。；\d的]{{0,6}}?(?:禁止|不得|不准|不再|停止|谢绝|严禁)(?=入[场园馆]|进|参加|报到|受理|检票|签到|登记)"
)
"""`开考30分钟后禁止入场`: who comes must come within that time."""
_SUMMED_YEARLY: Final = re.compile("，?[^。；，]{0,24}(?:累计|合计)[^，。；]{0,16}(?:超过|达到?|满|不足|[高低]于|以上)")
"""`在一个年度内，各项所得累计超过2万元的`: over which time it is summed up."""
_FORECAST: Final = re.compile(
    r"(?:的|将有?|可能)?(?:[^，。；\d]{0,4}(?:降[雨雪水温]|雨量)|(?:最[高低])?气温|水位|风力)"
)
"""`预报24小时内降雨量达到50毫米`: over which time it is measured."""
_LASTS: Final = re.compile(
    r"(?:，|,)?(?:(?:(?:依照|依据|根据|按照?)[^，。；]{2,16}|(?:其|该|其他)[^，。；\d]{0,12}|(?!通知|告知|要求|责令|作出|向)[^，。；\d的]{0,8}(?:单位|企业|机构|人员?|(?<!或)者|股东))，?"
    r"(?:均|一律|原则上|也)?(?=不得(?!不)|不准|禁止|不再))?(?:可以?(?:随时|按)|不得|不准|不允许|不(?=重复|聚|洗|沾|饮|吃|喝|剧烈|驾|外出|返回|离开|参加|流动|前往|进入|乘坐|接触)|暂停|不再|禁[用售行养捕渔猎采伐播]|"
    r"不予(?!(?:答复|回复|办理|处理|受理|反馈)[^，。；]{0,8}的(?:$|[，。；]))|禁止|"
    r"不(?:适用|接受|纳入|授予|享受|参与|给予|作为|计入|计算|录[用取]|聘用|受理|安排|列入|评先?优|评[选定先]|核准|"
    r"批准|审批|收取|办理[^，。；]{2})(?![^，。；]*的(?:$|[，。；]))|免(?:予|征|"
    r"收|除|缴|交|费|票|租|检|上线|年检|审|验|试|考)|按(?!照?[^，。；]{0,24}(?:规定|要求|程序|流程|约定|格式|权限|职责|分工|订立|签订|签署|指[令示]|预案|方案|计划|部署|安排))|一直|享受|保持|"
    r"有效|"
    r"给予?(?:补贴|补助|减免|优惠)|(?:依次|定额)?(?:扣减|抵减|抵扣)|(?:申请|分期)?(?:结转|弥补|摊销)|的(?:延期|展期|宽限|缓缴|贴息|过渡|养护|管护|维[护修]|保[养修])|"
    r"每[天日周月年户人]|每[\d两二三四五六]+个?[天日周月年]|累计|达到(?=[\d一二两三四五六七八九十]+[次起例人件项])|减按|，[^。；]{0,30}阶段性|(?:尽量|尽可能)?减少"
    r"(?=[^，。；]{0,8}(?:外出|聚集|活动|聚会|接触|流动|出行))|(?:应当?|须|需|要|尽量|尽可能)*(?:避免|不宜|不要(?!求))|"
    r"(?:应当?|须|需|要)*加强[^，。；]{0,6}(?:监测|观察|测温|[午夜]检|巡[查视护]|值[班守]|看护|护理|防护|随访|监护)|"
    r"非必要|(?:无|没有|未提出|未收到)[^，。；]{0,4}异议|原则上(?=不|停|暂停|禁)|"
    r"(?:再次|重新|又)(?:申请|申报|报名|提出)[^，。；]{0,8}(?:不予|不得|不再))"
)
_BARRED: Final = re.compile(
    r"(?:，|,)?(?:(?:取消|停止|限制|剥夺)[^，。；]{0,30}?(?:资格|权限|资质|待遇|权利)|限制其?[^，。；]{0,8}?(?:参与|参加|从事|申报|任职|准入))"
)
"""`一年内取消申报资格`: months and years are for how long it is taken away; within days it must be done."""
_STAYS: Final = re.compile(
    "[^，。；、的\\d]{0,14}不(?:迁|搬|改变|变更|转让|出[售租]|退出|减少|撤[资离]|抽逃|注销|离[职开])"
)
"""`5年内注册地址不迁出本区`: through so many years something stays as it is."""
_GRANTED_FOR: Final = re.compile(
    r"(?:，|,)?(?:每年|按[^，。；]{0,24})?(?:(?:分档|分年度?|分期)(?=奖|补|给|予)|给予|予以|实行|享受)[^，。；]{0,16}?"
    r"(?:补|奖|资助|贴息|扶持|减免|优惠|返还)"
    r"|，?由[^，。；\d]{0,10}财政[^。；]{0,60}?(?:补[助贴]|奖[励补]|资助|扶持|返还)"
    r"|[^，。；\d]{1,6}(?:免费|免收|优先享受)"
    r"|对其[^，。；]{0,40}?(?:实行|不予|不再|享受|给予|优先|免予|从严|取消|限制)"
)
"""`三年内给予奖励`, `两年之内对其用地申请实行优先`: years are for how long something is granted or withheld."""
_UP_TO: Final = re.compile(r"，?可|(?:申请|分期)?(?:结转|弥补|摊销)")
"""`可在10年内结转弥补` allows that long and no longer."""
_EXTENDS: Final = re.compile("的(?:延期|展期|宽限|缓缴|过渡)")
"""`办理1年以内的延期`: no longer than that."""
_CARRIED: Final = re.compile("(?:结转|递延|顺延)(?:至|到)?以后$")
"""`准予结转至以后三年内扣除`: through so many years, and no longer."""
_SUSPENDED: Final = re.compile(
    "(?:取消|暂停|停止|限制|禁止)(?:其|当事人|[^，。；\\d]{0,8}(?:单位|企业|人员?|机构|者))?(?:今后|以后)?$"
)
"""`取消三年内申报资格`, `取消项目负责人3年内申报资格`: for how long it is taken away."""
_WITHIN_EACH: Final = re.compile(
    r"(?<![第\d.])(?P<list>\d+个?(?:[、和]\d+个?)+)(?P<unit>工作日|天|日|小时|月|年)(?:以内|之内|内(?!容|外|设))"
)
"""`分别压减至6个、22个、32个工作日以内`: the figures of a row share their unit."""
_SHARED_WITHIN: Final = re.compile(
    rf"(?<![前后\d])(?P<length>{LENGTH})(?=(?>(?:、[^，。；、\d]{{2,14}}(?:{LENGTH}))+)(?:之|以)?内)"
)
"""`大型项目15个工作日、小型项目10个工作日内`: 内 holds for each."""
_TO: Final = re.compile(
    rf"(?:压缩|缩短|缩减|压减|控制|提速|精简|(?<![期时年])限|减少|减|降|提升|"
    rf"优化|调整|承诺)(?:到|至|为|在|"
    rf"成)(?:法定时限的|承诺(?:时限|期限)?)?(?P<length>{LENGTH})(?:（含）)?(?:以内|"
    rf"之内|内|以下)?"
)
_FROM: Final = re.compile(
    rf"(?:由|从)(?:原来?的?|法定的?|"
    rf"现行的?)?(?P<length>{LENGTH})(?=[^，。；]{{0,8}}?(?:压缩"
    rf"|缩短|缩减|压减|调整|提速|减|降|优化|变|改|提升|至|到))"
)
_TO_BARE: Final = re.compile(rf"(?:至|到|为)(?P<length>{LENGTH})(?:以内|内)?")
_TO_AT_ONCE: Final = re.compile(r"[^，。；]{0,8}?(?:至|到|为)(?P<now>当场|即时|当日|当天|立等可取)")
_PROCESS: Final = (
    r"(?:时限|(?<=[理批结件核复查务务])时长|(?:办理|审批|办件|流程|交付|接电|审核|审理|审查|服务)周期|审批|审核|审查|核实|"
    r"(?:上报|报送|报告|反馈|响应|(?:到达|抵达|赶到|赶赴)[^，。；\d]{0,4}|到场|到岗|出警|送达)的?时间|审结|办结|办理|答复|反馈|回复|受理|"
    r"核准|"
    r"登记|交付|核发|公告|出具|作出|予以|整改(?:期限|时间)?|修复|抢修|维修|接电|接通|接入|报装|通关|完成|批复|评审|办电|拨付|查验|踏勘|备案)"
)
_NOT_OVER: Final = re.compile(
    rf"(?P<before>{_PROCESS}(?:(?!等候|"
    rf"等待)[^，。；,;]){{0,16}}?)(?:不[得应宜可能]?超过|不大于|不高于|"
    rf"最长不?超?过?|最多|≤|为|仅需|只需|"
    rf"需)(?P<length>{LENGTH})(?!内?以上)"
)
_NOT_OVER_EACH: Final = re.compile(
    rf"(?:{_PROCESS}|从[^，。；\d]{{1,8}}?[到至])[^，。；\d]{{0,16}}?(?:不[得应宜可能]?超过|最[长多])"
    r"(?P<list>\d+个?(?:[、和]\d+个?)+)(?P<unit>工作日|天|日|小时|分钟)(?!以?上)"
)
"""`从受理到接通分别不得超过15个和7个工作日`: the figures of a row share bound and unit."""
_NEXT_DAY: Final = re.compile(
    "(?<![日天])(?:于|在)?(?P<value>次日|翌日|第二天)(?:之?内)?"
    "(?=(?:前|全部)?(?:送达|送[到至]|办结|办理|完成|上报|报送|到账|反馈|答复|整改|公示|公布|归还|返还|发放|出具))"
)
"""`次日送达`: by the end of the day after."""
_TERM_OF: Final = re.compile(
    rf"(?:(?:办结|办理|审批|审查|承诺|法定|处理|反馈|答复|整改|完成|受理|办件|报送|上报|补报|报告)(?:(?:时限|时间)[：:]?|[时期]限(?<!延长承诺期限)[^，。；：、\d的为至到超长]{{1,6}}(?={LENGTH}[、，。；]))|"
    rf"限[期时]|(?:法定|承诺)(?:期限|时间)?[为：]?(?={NUMBER}(?:个?工作)?日))(?P<length>{LENGTH})(?!左右|上下)(?:以内|内)?"
)
"""`法定时限：20个工作日`, `办理时限3个工作日`, `法定20个工作日，承诺7个工作日`: a label and its term."""
_STEP: Final = re.compile(
    r"(?:^|(?<=[，。；、：（）().．\d]))(?P<step>[\u4e00-\u9fff]{0,4}(?:受理|预审|初审|复审|会审|审核|审查|审批|核准|"
    r"审定|决定|批准|办结|制证|制作|"
    r"发证|颁证|送达|领证|核发|踏勘|勘验|答复|反馈|回复|转办|交办|验收|登记|备案)(?:环节|阶段)?)"
    rf"[:：](?P<length>{LENGTH})(?:以内|之内|内)?(?=$|[，。；、（(])"
)
"""`审核：2个工作日`: a step of a procedure and its term."""
_WORKDAYS_AT_MOST: Final = re.compile(
    rf"(?:^|"
    rf"[，。；、：])(?P<before>[^，。；、：]{{2,30}})(?P<words>不[得应]?超过(?:\d+个环节、)?(?P<length>{NUMBER}个?工作日))(?!以?上)"
)
"""`低风险项目不超过15个工作日`: working days at most are the term of a process, but for what is shown or rested."""
_RESTS: Final = re.compile(r"公示|公告|休|假|期(?:限|间)?$|停|留|延长|顺延|工作时间|累计")
_LATEST: Final = re.compile(
    rf"(?:最[迟晚](?:不[得应]?(?:超过|[晚迟]于)|在|于)?|不[得应]?[晚迟]于)"
    rf"(?:[^，。；\d]{{2,24}}[起后])?(?P<length>{LENGTH})(?:之?内|以内)?"
)
_LATEST_BEFORE: Final = re.compile(
    rf"(?:最|不[得应]?)[迟晚]于[^，。；\d]{{2,24}}?(?P<form>(?:之|以)?前(?P<length>{LENGTH})(?:之?内|以内)?)"
)
"""`最迟于活动开始之前一个月`: so long before the event."""
_DONE: Final = re.compile(
    rf"(?<![前×xX*\d])(?P<length>{LENGTH})(?:即可|即|便可|就能|可|全部|"
    rf"一次性?)?(?=办结|办成|办完|办好|办理完|办理完毕|完成(?!率)|答复|审结|接电"
    rf"|接通|拿证|出证|领证|完毕|响应|出件|到岗|到场|到达|抵达|赶到|接单|(?:快捷|快速|限时)?送达|"
    rf"(?>(?:、[^，。；、\d]{{2,12}}(?:{LENGTH}))+)(?:办结|完成|答复|审结|办好|到达|抵达|到场|送达|修复|恢复|响应))"
)
_AHEAD: Final = re.compile(
    rf"(?<!每)提前[（(]?(?:至少|不少于)?(?:(?P<low>{NUMBER})(?P<unit>个?工作日|个月|天|日|"
    rf"小时)?[至到—\-~～])?(?P<length>{LENGTH})"
)
_BEFORE_EVENT: Final = re.compile(
    rf"(?<![第月\d提每])(?P<form>之?前?(?P<length>{LENGTH})(?:以|之)?前)(?<!满\d年前)(?!往|期|后|的|[十百千]|，?[已曾])"
)
"""`赛事举办60日前`, `应当于举行听证的7日前`, `出港2小时前`: the length stands between the event and 前."""
_NO_EVENT: Final = re.compile("(?:[，。；、：（年月日由自从至以请并和或务必]|(?<![应当须])[于在])$")
"""`请于15日前报送`: nothing in front of it from which 15 days could count, so a day of the month."""
_COUNTED_BACK: Final = re.compile("[^，。；、\\d目以之此提当年月日天周季度旬](?<!学期)(?:之日|日)?前$")
"""`开工前15日内`: the length counts back from the event."""
_PUT_OFF_AFTER: Final = re.compile(
    rf"(?:延[长期缓续后]|顺延|推迟|展期)[至到][^，。；\d]{{2,24}}后(?P<length>{LENGTH})(?:之?内|以内)?(?=$|"
    rf"[，。；（）])"
)
"""`还款期限延长至灾害解除后三个月`: to so long after the event."""
_AFTER_BEFORE: Final = re.compile(rf"(?<=后)(?<!最后)(?P<length>{LENGTH})(?:\d{{1,2}}[时点])?(?:之|以)?前(?!往|期|后)")
"""`季后10日前报送`: within so long after the event."""
_EACH_DAY_OF_IT: Final = re.compile("(?:内|起|开始)?(?:，[^，。；]{0,6})?(?:坚持)?(?:每[日天]|连续)")
"""`返校前14天，每日测温`: so long before the event something goes on."""
_COUNTED_FROM: Final = re.compile(
    r"(?<=[^，。；、（\d目以之此提当年月日天周季度旬的按将据对计或及和前了在到往])(?<!学期)(?<!达到)(?:之日|日)?之?"
    rf"(?P<form>前(?:至少|不少于)?(?:(?P<far>{LENGTH})[至到\-—~～])?(?P<length>{LENGTH})(?P<in>(?:以|之)?内)?)"
    r"(?!的|\d{1,2}[时点]|[无未没曾容部所至（(]|有(?!限)|以[上前]|前|(?(in)(?!)|(?:(?<=年)|平均|累计|不)))"
)
"""`危险作业前30分钟内完成检测`, `赛前一周送组委会`: counted back from any event that 前 stands behind."""
_AT_ONCE: Final = re.compile(
    r"第一时间|立即|即刻|马上(?!就?办)|立刻|当场|(?<!应)当即|随即|即时(?!通讯|通信|配送|消息|信息|零售|数字|性)|"
    r"即[到来报接申收受审]即[办报]|即(?=[收办]?办)(?:收即|来即|报即|接即)?办|"
    r"(?<=[报诉申呼阳接])即(?:办|报)|(?<=[必逢][阳]、逢阳)即报|即来即办|"
    r"即接即办|秒批|立等可取|[即立]查[即立]改|立行立改"
)
_NAMED_ACT: Final = re.compile(r"即(?:办|享|报|改)$|改$|秒批|立等可取")
_NOT_AT_ONCE: Final = re.compile(
    r"(?:(?:无法|不能|能够?|可以)[^，。；]{1,16}的(?=[，。；]|立即|当场|立刻|应|要|须|由|一律|责令|限)|(?:(?:[^，。；、]{1,4})?事项(?:清单|目录)|事项|"
    r"件(?!$)|类|业务|工单|专班|平台)|[、，,]?[”’]|、第一|，第一落点|生效|失效|发生|行动(?=，|。|起来)|、|"
    r"起(?![草用诉运飞]))"
)
_IN_A_NAME: Final = re.compile(
    r"(?!(?:报告|上报|报送)制度|启动|启用|建立|完善|健全|落实|执行|实[行施]|按|依|采取|对|将|把|向|组[建织]|开展|停|"
    r"终|暂|恢复|触发|激活|"
    r"纳入|进入|转入|调整|修订|加强)"
    r"[^，。；、的了]{2,8}(?:、[^，。；的了]{2,12}){0,2}(?:机制|制度|体系|平台|系统|渠道|通道|模式|窗口|专区)"
)
_IS_BUILT: Final = re.compile(
    "(?:建立|建设|完善|健全|构建|强化|优化|推广|探索|创新|形成|搭建|打造|开发|加强|规范|[开设]设|推进|推行|深化|落实)"
    "[^，。；]{0,24}$"
)
"""`完善预警信息即时发布制度`, `建立线索立即核查机制`: the word belongs to the name of what is built up.

A 报告制度 is the rule of when to report itself."""
_AMONG_WAYS: Final = re.compile(
    r"[^。；]{2,40}等(?:[\u4e00-\u9fff]{2})?(?:举措|做法|模式|改革|经验|服务方式|机制|制度)"
)
_IS_SPREAD: Final = re.compile("(?:落实|推广|推行|复制|借鉴|总结|深化|推进|完善|优化)[^。；]{0,30}$")
"""`落实当场缴税当场领证、一次同缴等举措`: one of the ways of working that are named."""
_AT_THAT_TIME: Final = re.compile("[\u4e00-\u9fff]{1,8}时[，,]")
"""`当场告知时，应当退回材料`: when it is done, nothing that must be."""
_HAS_DONE: Final = re.compile("[^，。；的为]{2,8}了(?!解)")
"""`第一时间部署建立了联保机制`: what has been done is told."""
_WHETHER: Final = re.compile(r"(?:无法|不能|难以|不具备|能够?|可以?)$")
_SUCH: Final = re.compile(
    r"[^，。；]{1,10}的(?=$|[，。；（\d]|立即|当场|限期|应|可|要|须|由|一律|[^，。；]{0,6}(?:问题|事项|隐患|业务|情形|"
    r"错误|行为|缺陷))"
)
"""`能够立即整改的，…`, `无法当场办结的事项`: tells cases apart and sets no deadline."""
_SAME_DAY: Final = re.compile(
    r"(?:于|在)?(?:当日|当天|当天内|当日内|日产日清|日清日结|日结日清|当日事当日毕)(?!(?:上午|下午|晚上?|中午)?\d|票|有效|"
    r"(?:[^，。；的]{0,8}(?:公布|发布|执行|施行|适用))?的[^，。；]{0,16}(?:[率价]|价格|牌价|指数|标准)|"
    r"[^，。；、]{0,4}[费款租](?![用项])|[^，。；]{0,8}最[高低]价|[^，。；]{0,8}为准|不得|不超过|最[多高低大小]|至多|平均|未|没有|室外|室内|交易|收盘|"
    r"汇率|剩余|单笔|(?:累计|合计)[^，。；]{0,12}\d|[^，。；]{1,12}(?:超过|达到?|不足|[低高]于)\d[^，。；]{0,8}的，)"
)
"""Not `当日累计转账超过5万元的，…`: a day's measure tells the case."""
_RATE_OF_THE_DAY: Final = re.compile(
    r"(?<![及准]时)(?:按照?|以|参照|依据?|根据)[^，。；]{0,24}(?:当日|当天)(?=[^，。；]{0,30}(?:价格?|[利汇费税]率|"
    r"标准|指数|余额|净值|行情|牌价|基数|数额)(?:$|[，。；]|确定|计算|折算|执行|计收|计付|结算|核定|为准|为依据|"
    r"换算))"
)
"""`按照发放当日公布的利率执行`: which day's rate counts, not by when."""
_EVENT_DAY: Final = re.compile(
    r"(?:期满|届满|解除隔离|活动|考试|疫情|报告|出生|生效|出现|发病|核酸|接种|事故|发生|终止|起算)(?:之|的|后)?$"
)

_OF_THAT_DAY: Final = re.compile("(?:凭|持|将|把|以|上报|报送|填报|统计|汇总|公布)$")
"""`上报当日报名进度`, `凭当日挂号凭证`: which day's is meant, not by when."""
_ARRIVES, _SHOWN = re.compile(r"[返入离到抵出回来][\u4e00-\u9fff]{1,2}$"), re.compile("须?(?:凭|持|出示|携带)")
"""`返校当日凭核酸检测证明入校`: the day on which it is shown."""
_COUNTED_IN: Final = re.compile("[（(]不?含[^（）()]{0,10}$")
"""`三天（含报到当天）`: whether the day counts, not by when."""


def _each_within(match: re.Match[str]) -> Iterator[Mention]:
    """`压减至6个、22个、32个工作日以内` → a deadline for each figure."""
    for figure in re.finditer(r"\d+个?", match["list"]):
        begin, end = match.start("list") + figure.start(), match.start("list") + figure.end()
        last = match.end() if end == match.end("list") else end
        if value := length(figure[0].removesuffix("个") + "个" * (match["unit"] == "月") + match["unit"]):
            yield Mention("deadline", f"<={value}", begin, last)


def _no_entry(match: re.Match[str]) -> Iterator[Mention]:
    value = length(match["length"])
    if value and "T" in value:
        yield Mention("deadline", f"<={value}", match.start("length"), match.end("length") + 1, confidence=0.7)


def _next_day(match: re.Match[str]) -> Iterator[Mention]:
    yield Mention("deadline", "<=P1D", *match.span("value"), confidence=0.6)


def _shared_within(match: re.Match[str]) -> Iterator[Mention]:
    if value := length(match["length"]):
        yield Mention("deadline", f"<={value}", *match.span())


def _shortened(match: re.Match[str]) -> Iterator[Mention]:
    """`由20个工作日压缩至5个`: the new length is the term, or lasts so long where it is the longer one."""
    text = match.string
    to = _TO.search(text, match.end()) or _TO_BARE.search(text, match.end(), match.end() + 24)
    if to and TO_THE_DAY.search(text):
        return
    lasts = ending_at(_STATE, text, match.start()) or ending_at(_YEARS_OF, text, match.start())
    if to and (lasts or _LONGER.search(text, match.end(), to.start("length"))):
        if value := length(to["length"]):
            yield Mention("duration", value, to.start("length"), to.end(), (match.start(), to.end()))
        return
    if to:
        yield from _measured(to, claim=(match.start(), to.end()))
    elif done := _TO_AT_ONCE.match(text, match.end()):
        value = "same-day" if done["now"] in ("当日", "当天") else "immediate"
        yield Mention("deadline", value, done.start("now"), done.end(), (match.start(), done.end()))


def _to(match: re.Match[str]) -> Iterator[Mention]:
    if not (ending_at(_YEARS_OF, match.string, match.start()) or ending_at(_SPENT, match.string, match.start())):
        yield from _measured(match)


def _not_over(match: re.Match[str]) -> Iterator[Mention]:
    if not ending_at(_ALLOTTED, match.string, match.start("length")):
        yield from _measured(match, confidence=0.8)


def _workdays_at_most(match: re.Match[str]) -> Iterator[Mention]:
    if not _RESTS.search(match["before"]) and (term := length(match["length"])):
        yield Mention("deadline", f"<={term}", *match.span("words"), confidence=0.8)


def _said(match: re.Match[str]) -> Iterator[Mention]:
    yield from _measured(match, confidence=0.85)


_YEARS_OF: Final = re.compile(r"(?:年限|学制|保修期|试用期|见习期|服务期|刑期|有效期|停留期)，?[^，。；]{0,8}$")
"""`任职年限缩短至4年`: how long a state lasts, no time to finish in."""
_SPENT: Final = re.compile(
    "(?:^|[，；：])(?:会议|活动|就餐|用餐|停留|逗留|参观|每[次批场餐][^，。；]{0,6})?时[间长](?:应当?|要|须|严格|"
    "原则上)*(?:控制在)?$"
    "|平均[^，。；]{2,6}(?:日|天数)(?:控制在)?$|停电时间(?:压?[压缩减][缩减短]?[至到])?$"
)
"""`停电时间压减至20分钟以内`, `现场会议不超过50人，时间控制在1小时以内`: how long it lasts, no time to finish in."""
_STATE: Final = re.compile(
    "(?:公[告示]|隔离|观察|试用|见习|服务|停留|保[存管]|休息|休市|冷静|等待期)(?:期限?|时间|期间)?$"
)
"""`公告时间由45天压缩为20天`: how long a state lasts, whichever of the two is longer."""
_NOT_DONE: Final = re.compile(
    r"(?:不能|无法|难以|未能|仍未能?|仍不能)[^，。；]{2,20}的(?=[，。；]|$)|最高[\u4e00-\u9fff]{0,6}\d"
)
"""`20日内不能作出决定的，可以延长`: the time that could not be kept was set before."""
_ALLOTTED: Final = re.compile(
    r"(?:每(?:天|日|周|晚)|作业|中断|离开|停留|外出|停[工业产])[^，。；]{0,20}时间[^，。；]{0,8}$"
    r"|公告期(?:限|间)?[^，。；\d]{0,6}$"
)
"""`每天作业平均完成时间不超过60分钟`, `中断登记时间不超过3天` cap how long something lasts."""
_LONGER: Final = re.compile("延长|放宽|增加|提高|延至")


def _measured(
    match: re.Match[str], *, claim: tuple[int, int] | None = None, confidence: float = 0.9
) -> Iterator[Mention]:
    value, start = length(match["length"]), match.start("length")
    if value and not _dated(match.string, start):
        yield Mention("deadline", f"<={value}", start, match.end(), claim or (start, match.end()), confidence)


def _within(match: re.Match[str]) -> Iterator[Mention]:
    """`2小时内` → `<=PT2H`."""
    text, value = match.string, length(match["length"])
    summed = "年度" in match["length"] and _SUMMED_YEARLY.match(text, match.end())
    if not value or summed or _NOT_DONE.match(text, match.end()) or _FORECAST.match(text, match.end()):
        return
    if text.endswith(("任何", "任意", "任一"), 0, match.start()):
        return  # `任何7天内休息不少于77小时`: over which time something is summed up
    if _dated(text, match.start()) or ending_at(_COUNTED_BACK, text, match.start()):
        return
    end = last.end() if (last := _NEXT_WITHIN.match(text, match.end())) else match.end()
    carried = ending_at(_CARRIED, text, match.start()) or ending_at(_SPENT, text, match.start())
    lasts = carried or ending_at(_SUSPENDED, text, match.start()) or _LASTS.match(text, end)
    long = value.endswith(("Y", "M")) and "T" not in value
    granted = value.endswith("Y") and _GRANTED_FOR.match(text, match.end())
    if lasts or granted or (long and (_BARRED.match(text, match.end()) or _STAYS.match(text, match.end()))):
        most = _UP_TO.match(text, match.end()) or _EXTENDS.match(text, match.end()) or carried
        free = match[0].endswith("以内") and (_FREE.match(text, match.end()) or text.startswith("每", match.end()))
        low = length(match["low"] + unit(match["length"])) if match["low"] and not most else None
        least = text.endswith(("至少", "不少于"), 0, match.start())
        sign = "<=" if most or free else f"{low}.." if low else ">=" * least
        yield Mention("duration", sign + value, match.start(), match.end(), confidence=0.75)
    elif _THE_CASE.match(text, match.end()) or ending_at(_TERM_AS_STATE, text, match.start()):
        yield Mention("duration", f"<={value}", match.start(), match.end(), confidence=0.75)
    else:
        yield Mention("deadline", f"<={value}", match.start(), match.end())


_NEXT_WITHIN: Final = re.compile(rf"(?>(?:、[^，。；、\d]{{0,10}}{LENGTH}(?:以|之)?内)+)")
"""`新建道路5年内、大修道路3年内不得开挖`: what the last of a row says holds for each."""


def _ahead(match: re.Match[str]) -> Iterator[Mention]:
    """`提前3天`, `提前3至5天` → `before P3D`: no later than that."""
    latest = match["low"] + (match["unit"] or unit(match["length"])) if match["low"] else match["length"]
    if value := length(latest):
        yield Mention("deadline", f"before {value}", *match.span())


def _before_event(match: re.Match[str]) -> Iterator[Mention]:
    if _FREE.match(match.string, match.end()) or _dated(match.string, match.start("length")):
        return
    if match[0].endswith("日前") and (not match.start() or ending_at(_NO_EVENT, match.string, match.start())):
        return
    if value := _nearer(match.groupdict().get("far"), match["length"]):
        if _EACH_DAY_OF_IT.match(match.string, match.end()):
            yield Mention("duration", value, *match.span("form"), confidence=0.75)
        else:
            yield Mention("deadline", f"before {value}", *match.span("form"))


def _nearer(far: str | None, near: str) -> str | None:
    """`届满前90个工作日至30个工作日期间`: the latest is the shorter of the two, whichever stands first."""
    last, first = length(near), length(far) if far else None
    alike = first and last and _FIGURES.sub("", first) == _FIGURES.sub("", last)
    return first if first and last and alike and (len(first), first) < (len(last), last) else last


_FIGURES: Final = re.compile(r"\d+")


def _before_act(match: re.Match[str]) -> Iterator[Mention]:
    if value := length(match["length"]):
        yield Mention("deadline", f"before {value}", *match.span("form"), confidence=0.8)


def _at_once(match: re.Match[str]) -> Iterator[Mention]:
    text = match.string
    if not (
        text.startswith(("不", "未"), match.start() - 1)
        or _NOT_AT_ONCE.match(text, match.end())
        or _AT_THAT_TIME.match(text, match.end())
        or _named(text, match)
        or _HAS_DONE.match(text, match.end())
        or (ending_at(_WHETHER, text, match.start()) and _SUCH.match(text, match.end()))
        or (_EXCEPTED.match(text, match.end()) and ending_at(_EXCEPTS, text, match.start()))
    ):
        yield Mention("deadline", "immediate", *match.span(), confidence=0.85, act=bool(_NAMED_ACT.search(match[0])))


_EXCEPTS: Final = re.compile("(?:^|[，。；])除[^。；]*$")
_EXCEPTED: Final = re.compile("[^，。；]{2,40}外，")
"""`除需要立即制定的外，审核时间不少于5个工作日`: in which case the rule does not hold is no order."""


def _named(text: str, match: re.Match[str]) -> bool:
    """Whether the word stands in the name of a mechanism that is built, or of a way of working that is spread."""
    return bool(
        (_IN_A_NAME.match(text, match.end()) and ending_at(_IS_BUILT, text, match.start()))
        or (_AMONG_WAYS.match(text, match.end()) and ending_at(_IS_SPREAD, text, match.start()))
    )


def _same_day(text: str, _: Today) -> Iterator[Mention]:
    rates = [rate.span() for rate in _RATE_OF_THE_DAY.finditer(text)]
    for match in _SAME_DAY.finditer(text):
        rated = any(begin <= match.start() and match.end() <= end for begin, end in rates)
        which = match[0] in ("当日", "当天") and ending_at(_OF_THAT_DAY, text, match.start())
        arrived = _SHOWN.match(text, match.end()) and ending_at(_ARRIVES, text, match.start())
        counted = which or arrived or ending_at(_COUNTED_IN, text, match.start()) or _named(text, match)
        if not (rated or counted) and not _EVENT_DAY.search(text[max(0, match.start() - 6) : match.start()]):
            yield Mention("deadline", "same-day", *match.span(), confidence=0.8, act="清" in match[0])


def _dated(text: str, at: int) -> bool:
    """Whether the figure at `at` belongs to a date or an ordinal (`9月30日内`, `第5天`, `第1、3日`)."""
    return at > 0 and (
        _ordinals_before(text, at)
        or text[at - 1] in "第月.-－/"
        or (text[at - 1] in "上下" and (text[at - 2] != "以" or ending_at(_A_LENGTH_ABOVE, text, at) is not None))
        or (text[at - 1] == "年" and text[at : at + 3].rstrip("日").isdigit())
    )


_A_LENGTH_ABOVE: Final = re.compile(rf"(?:{LENGTH})以[上下]$")


def _ordinals_before(text: str, at: int) -> bool:
    return text[at - 1] in "、和" and ending_at(_ORDINALS, text, at) is not None


_ORDINALS: Final = re.compile(r"第\d{1,2}(?:[、和]\d{1,2})*[、和]$")


FORMS: Final = (
    every(_WITHIN_EACH, _each_within, asks=TIMED),
    every(_NOT_OVER_EACH, _each_within, asks=TIMED),
    every(_SHARED_WITHIN, _shared_within, asks=TIMED),
    every(_FROM, _shortened, asks=TIMED),
    every(_TO, _to, asks=TIMED),
    every(_NOT_OVER, _not_over, asks=TIMED),
    every(_WORKDAYS_AT_MOST, _workdays_at_most, asks=TIMED),
    every(_TERM_OF, _measured, asks=TIMED),
    every(_STEP, _measured, asks=TIMED),
    every(_LATEST_BEFORE, _before_act, asks=TIMED),
    every(_LATEST, _measured, asks=TIMED),
    every(_DONE, _said, asks=TIMED),
    every(_AFTER_BEFORE, _said, asks=TIMED),
    every(_PUT_OFF_AFTER, _said, asks=TIMED),
    every(_WITHIN, _within, asks=TIMED),
    every(_WITHIN_AND, _said, asks=TIMED),
    every(_USED_UP, _said, asks=TIMED),
    every(_NO_ENTRY, _no_entry, asks=TIMED),
    *days_due.FORMS,
    every(_AHEAD, _ahead, asks=TIMED),
    every(_BEFORE_EVENT, _before_event, asks=TIMED),
    every(_COUNTED_FROM, _before_event, asks=TIMED),
    every(_AT_ONCE, _at_once),
    Form(_SAME_DAY, _same_day),
    every(_NEXT_DAY, _next_day),
)
"""By when an act must be done. Relative: `<=PT2H`; by a date: `by 2021-09-30`; counted back: `before P3D`."""
