"""Cuts of a clause into what is done and what it is done to: verbatim, without modals, times and light verbs.

Several steps ask for the same cut of one clause, one behind the other: the last cuts are kept.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from extract.grammar.clause_words import ACT, ADVERB, MODAL, NO_CLASS, PLAIN_VERB, VERB
from extract.grammar.masking import MASK, mask
from extract.grammar.nouns import UNIT_END
from extract.numbers import LENGTH, NUMBER
from ingest import patterns as re

_LIGHT: Final = re.compile(
    rf"^(?>(?:(?:一般|通常)(?=应|须|要|不得|可)|在[^，。；]{{1,10}}之日(?=应|须|要)|在?(?:{LENGTH})[（(](?:{LENGTH})[）)]内|"
    rf"[（(]不?含[^（）()]{{0,12}}[）)]|[\d.]+(?:[万亿]?元|个月|[%％])的?|(?:{LENGTH})的|(?:税率|费率|利率|比例|标准|"
    rf"额度|"
    rf"价格)(?=分担|负担|承担|配套|拨付|兑现|分配|缴|征收|计|收取|给予|予以|执行|发放|补|返|支付|进行)|至少(?=\D)|"
    rf"早、?(?:[午中]、?)?晚(?=各)|"
    rf"[^，。；]{{0,3}}前后(?=各)|后?方可|(?:尤其|特别)(?=要|应|须|是)是?|后(?=重新|不得|应|须|要|可|禁止|严禁|享受|给予|予以)|的|"
    rf"即可|即(?![时刻日])|当[日天](?=应|须|必须|不得|停止|禁止)|以内|之内|"
    rf"内(?![外部地河容控设需])|之前|以前|前(?![往来去台期沿瞻端])|止|以上|以下|左右|(?:条件|环境)下(?=[^，。；]{{2}})|"
    rf"[将把对为]其(?![他它中余])|将|并|再(?!次|教育|就业|担保|保险|利用|生|贷|制造)|各(?![地县市区省乡镇部单级项类种])|"
    rf"分别|同时|统一|完成|进行|开展|实施|实行|采取(?!措施)|接受|做好(?=.{{3}})|做(?![出到实强优大])|"
    rf"组织(?=开展|实施|进行|$)|召开(?=$)|[\d两二三四五六]+次(?!性|元)|一次性|全部|一式(?:{NUMBER})份|首次|"
    rf"地(?![毯质方区址点铁震面下图块段域理形价表税热板名产勤标上市县级])|予以|给予|予(?!以)|"
    rf"起(?=每[天日周月])|为期(?:{LENGTH})的|为(?=期)|参加|按要求|按规定|(?:(?<=不准)|(?<=禁止)|(?<=允许))其|一定的?(?=奖|补|支持|比例)"
    rf"|(?:[在于]?[年季月周旬]度?(?:结束|终了)?后|(?:结束|终了|期满)后?|后|(?:或者?)?在)?(?:{LENGTH})(?:以内|之内|内)|"
    rf"[在于]?(?:\d{{4}}年|每年)?(?:\d+|[一二三四五六七八九十次当]+)月(?:底|末|\d+日)?(?:之前|以前|前)"
    rf"|[在于]?(?:期满|届满)前?(?:{LENGTH})(?:以|之)?前|提前(?:{LENGTH})(?:以上)?(?=[^，。；]{{2}})|"
    rf"[在于]?\d{{1,2}}月\d{{1,2}}日(?![前起至到\-—~、和及（(])|(?:年|"
    rf"月)?底前|\d+日前|继续(?!教育)|时间(?=完成|实现|建成|基本|全面|组织|开展|集中)|严格|先(?!行|进|导)|一次(?!性|办)|1次|一轮|1轮|次"
    rf"|每隔?(?:{NUMBER}|半)?个?(?:小时|天|日|周|月|季度?|年|学期|学年|工作日)(?:(?:至少|不少于)(?=\D))?|"
    rf"每(?:[人户生亩头]|平方米)(?=[每补奖发资给])"
    rf"|(?:不[少低高]于|不[得应能]?超过|至少|最[高低])(?:{NUMBER})[^，。；、的]{{1,5}}的"
    rf"|每[次班餐批](?!人|份)|(?:每[人户家亩次台辆月年天日位]){{1,3}}[\d.]+[万亿]?元|轮(?![岗换休训值班流候])|遍|"
    rf"(?:需要|使用|消耗|需求|用)量(?=储备|配备|准备|储存)|[，,：:”\"“、\s]|"
    rf"(?:上午|下午|晚上?|早上|中午|夜间)(?=固定|定期|召开|举[办行]|组织|开展|集中|报[送告]|上报|提交|汇总|发布|通报|调度)|固定(?=召开|举[办行]|组织|开展|集中)|{MODAL})+)"
)
_FROM_TO_DAY: Final = re.compile(
    r"^[自从于在]?(?:\d{4}年|每年)?\d{1,2}月(?:\d{1,2}日?)?(?:（[^（）]{1,6}）)?(?:至|到|-|－|—|~|"
    r"～)+(?:\d{4}年|[次翌]年)?(?:\d{1,2}月(?!\d)|(?:\d{1,2}月)?\d{1,2}日)(?:（[^（）]{1,6}）)?(?:期间|止|内)?"
)
"""`6月22日至24日|放假调休`: from when to when is no part of what is done."""
_CLOCK_TIME: Final = re.compile(
    r"^(?:上午|下午|晚上?)?\d{1,2}[:：]\d{2}[至到—\-～~]\d{1,2}[:：]\d{2}(?:期间|内)?|"
    r"^下班前|^(?:\d{1,2}[日号](?=\d))?(?:上午|下午|晚上?)?\d{1,2}(?:[:：时点]\d{0,2}分?(?:之前|以前|前)|"
    r"[时点](?![间段期])(?:\d{1,2}分)?)"
)
_BY_MEANS: Final = re.compile(
    r"^在[^，。；\d]{1,12}(?:间|时|期间|时段|[前后内中])(?=必须|应当|须|不得|一律|禁止|严禁)|"
    r"^在[^，。；]{2,40}?(?:行业|领域|地区|区域|范围内?|[省市县区镇村]|单位|企业|机构|学校|医院)(?=(?:推行|推广|试行|"
    r"试点开展)[^的]{2,})|"
    r"^在[^，。；的\d]{2,12}?(?:[点站处室内]|医院|机构|中心)(?=各?(?:参加|接受|进行|开展|完成))|"
    r"^在现场(?=[\u4e00-\u9fff]{2})|"
    r"^[\u4e00-\u9fff]{2,4}[前后](?=(?:应当?|必须|须)?(?:进行|开展|实施))|^(?:办理|购买|使用|租用|参加)[^，。；的]{2,24}?(?=免[收征缴费])|"
    r"^持[^，。；]{2,16}?(?=向|到|至|在)|^凭[^，。；]{1,12}?(?:[证卡码]|证明)(?![件明书材文])(?=[^，。；]{2})|"
    r"^[到赴][^，。；]{0,40}?(?:机构|部门|窗口|中心|机关|大厅|网点|[站局所]|银行|社区|[村居]委会|政府|街道|"
    r"法院|委员会|单位)(?=办理|领取|提出|缴纳|申请|申领|登记|报到|提交|备案)|^经(?![营办济销])[^，。；]{2,24}?(?=向)|"
    r"^从[^，。；]{2,24}?中(?=随机|[遴筛挑抽评推]选|抽[取查]|选[取派出拔]|推荐)|"
    r"^(?:通过|依托|利用|登录|使用)[^。；]{2,160}?(?=(?:向社会|对外|书面)?(?:上传|填报|报送|上报|公布|"
    r"公开|公示|办理|提交|申请(?![人者单])|申报|告知|答复|发布|报告|查询|下载|缴纳|预约|兑[付现]|拨付|发放|支付)(?!(?:管理)?(?:信息)?系统|平台|栏|网|期))"
)


def _by_means(text: str) -> str:
    """The words behind by which means and where: at most two stand in a row (持执照|到主管部门|申领许可证)."""
    past = _BY_MEANS.sub("", text)
    return _BY_MEANS.sub("", past) if len(past) < len(text) else past


_UPON: Final = re.compile(
    r"^(?:可)?(?:通过|采取|采用|运用|以(?![上下]))[^，。；的]{2,40}?(?:方式|形式|手段|办法)(?=[^，。；的]{4})|"
    r"^(?:可以|以|可以以)?[^，。；的]{2,16}为(?:基础|基数|基准)(?=[^，。；的]{2})|"
    r"^(?:须|需|应)?经[^，。；]{0,12}?(?:批准|同意|核准|审批|审核|备案|确认)后?(?=可|应当?|方|再|[^，。；的]{4})"
)
"""`经批准可以延期缴纳`, `采取评估等方式进行改造`: upon whose consent or by which means, in front of what is done."""
_WITH_OTHERS: Final = re.compile(rf"会同[^，。；、]{{2,24}}?(?:部门|单位|[局委厅办院])(?={VERB})")
"""`会同财政局|审核资金`: with whom, in front of what is done."""
_BASIS: Final = re.compile(
    r"^按照?(?:\d+[:：])+\d+(?:的?比例)?(?=拨付|兑现|分担|负担|承担|给予|发放|分配)|"
    r"^按照?(?:[^，。；\d]{0,14}的?|(?:每[人户亩年月天日家项所课时])*)\d[\d.]*(?:万?元|"
    r"[%％])(?:/[\u4e00-\u9fff]{1,3})*(?:为限额?)?的?(?:标准|比例|幅度)?(?=依次扣减|贴息|给予|暂?退|减[免征]|"
    r"免[征收]|"
    r"予以|发放|补|奖|缴|计)|^在[^，。；]{2,24}?(?:基础上|前提下|框架下|条件下|利率水平上|"
    r"计算[^，。；]{2,12}时)(?=[^，。；]{2})|"
    r"^就(?![业近地医读诊餐学任职])[^，。；]{2,60}?(?=形成|提出|作出|征求|签订|达成)"
)
"""`在现行优惠基础上减半征收`: on which basis, in front of what is done."""
_OF_A_SHARE: Final = re.compile(
    r"^[^，。；的\d]{0,10}\d[\d.]*(?:[%％]|万?元)的(?=补|奖|贴|资助|支持|优惠)|"
    r"^[^，。；的\d每]{2,12}(?:每[人户名月年天])*\d[\d.]*[万亿]?元(?=[^，。；的\d]{0,10}(?:奖励|奖补|补[贴助]|津贴|资助)"
    r"(?:$|[，。；]))"
)
"""`给予投资额10%的补助`, `给予用人单位每月500元岗位补贴`: how much and to whom is no part of what is given."""
_CUT: Final = re.compile(
    r"[。；;]|[：:](?!(?<=\d.)\d)|[，,](?!(?<=\d.)\d{3}(?!\d))|方可|、(?=每个?(?:[天日周月年]|季度|学期|半年))|"
    r"、(?=最?近[一二三四五六七八九十两半\d]+个?[年月])|时间(?=分别|为)|(?:和|及|以及|并|并且|(?<!参)加|"
    r"且)(?=[一二两三四五\d]+(?:次|天|日|个|轮|名|家)|在|于\d|由|将|要|"
    r"应(?![急用收付届])|须|同时|纳入|至少)|的基础上|(?<=办[理结])、(?=[“□])|、(?=\d+[%％])|、(?=第一时间|立即|"
    r"当[日天]|[^，。；、]{2,8}(?:即时|当场|立即|限时|当天|当日)|"
    r"\d+个?(?:工作日|天|日|小时|分钟)|[^，。；、]{2,12}\d+个?(?:工作日|天|日|小时|分钟)内)"
)
_NOUN_OF_WORK: Final = (
    "流程|方式|模式|时限|期限|制度|机制|体系|方案|计划|报告|系统|平台|数据|信息|记录|材料|资料|结果|意见|情况|工作|"
    "标准|程序|"
    "事项|服务|资金|费用|档案|"
    "台账|设备|设施|场地|队伍|力量|指标|任务|目录|清单|要求|条件|手续|申请|证明|决定|结论|办法|细则|措施|业务|活动|"
    "站点|网点|面积|对象|名单"
)
"""Behind a verb these make a noun with it (审批流程, 监测数据), which is the object of the verb in front."""
_HANDLES: Final = (
    "(?:启动|优化|简化|完善|建立|健全|制定|提供|提交|报送|上报|公开|公布|公示|发布|出具|提出|开展|做好|加强|完成|履行|"
    "办理|办结|规范|压缩|缩短|压减|"
    "更新|公告|披露|"
    "作出|做出|填报|上传|保存|留存|编制|反馈|通报|推送|印发|下达|汇总|审核|审查)"
)
_OBJECT_VERB: Final = re.compile(
    rf"^(?>(?:在线|每[村户校县人队店](?=[\u4e00-\u9fff]{{2}})|每个?(?:工作日|半年|学期|季度?|餐次|"
    rf"[天日周月年次班餐批届])(?!度|次|"
    rf"[前起末底初])|(?:每(?:{NUMBER})年)?累计|"
    rf"(?!(?<={_HANDLES})(?!{_HANDLES})(?:{VERB}|{PLAIN_VERB})(?:{_NOUN_OF_WORK}))"
    rf"(?!(?<=简化|优化|规范|完善|健全|建立|精简)(?:{VERB}|{PLAIN_VERB})(?:流程|方式|模式|程序|机制|制度|环节|手续|标准))(?!符合[^，。；]{{1,16}}的|包修期|为老[服志]|"
    rf"对标|告知承诺制|(?:制止|打击|查处)[^，。；]{{2,40}}(?:专项|执法)(?:行动|活动)$)(?:(?!第|与|每[场批件份间片])(?:{VERB})|{PLAIN_VERB}|{ADVERB}|"
    rf"{MODAL}|并(?![联购网轨行])|好|到(?![达期])|(?<=指导|督促|要求|帮助|协助|引导)其(?![他它中余与向])|"
    rf"在线|线上|给出?|完|专人|(?:初步|基本)(?=实现|建立|形成|建成|完成|消除|健全)|调度(?!会|令|中心|平台)|(?:披露|公告|开发(?![区商利用行])|"
    rf"督办|下达(?=[^，。；]{{3}})|汇报|走访|巡护|核验|研判|调研|回访|慰问|探访)(?!工作|"
    rf"制度|通知|单|函|材料|报告|记录|情况)|全部|一次性|再(?![次担保就教利])|组织|了|过(?![程渡敏期户])|"
    rf"地(?![毯质方区址点铁震面下图块段域理形价表税热板名产勤标上市县级])|与(?={VERB}|{PLAIN_VERB})|(?:和|或者?)(?=.{{4}})|"
    rf"、(?=.{{4}})){NO_CLASS})+)"
)
_HANDS_OUT: Final = re.compile(
    "(?:补发|换发|颁发|发给|领取|换领|补领|补办|注销|吊销|(?:基本|有效|全面|初步|坚决)*(?:消除|遏制|形成|化解|"
    "杜绝))(?!放)"
)
"""`领取经营许可证`: what is given out stands right behind the verb, though its name opens with another one."""
_COUNTED: Final = re.compile(
    rf"^(?:不[少低]于|至少|超过|约)?(?:{NUMBER})余?(?:项|个|家|次|批|种|类|名|所|处|条|台|辆|座|户|人|件|场|期|套|"
    rf"份)(?:以上|左右|以内)?|^(?:(?:不[少低]于|至少|超过|约)[^，。；的\d]{{0,10}})?(?:{NUMBER})[%％]?(?:以上)?的"
)
"""`推出不少于20项“免申办”事项`: how many is no part of what."""
_ASKS: Final = re.compile(
    "(?:提交|提出|递交|受理)(?P<x>(?:延续|变更|书面|复核|行政|补办|换证|退费)?(?:申请|报告|建议|异议|申诉))"
)
"""`提交申请`: what is handed in, though its name is a verb elsewhere."""
_CHOSEN: Final = re.compile(
    r"(?:随机)?(?:[遴筛挑评推]选|选[取派拔送]|抽[取调查检])(?P<x>[^，。；]{2,}?)"
    r"(?:(?:开展|进行|参加|参与|组织(?!机构)|推[进动广]|实施|纳入|[到赴])[^，。；的]{2,})?"
)
"""`抽取部分企业进行检查`: what is chosen, without what is then done with it."""
_VALUE_BEHIND: Final = re.compile(
    r"(?<![\d.])(?>(?:\d+[至到\-—~～])?(?:(?:最[高低多少长短]|应当?|须|均|不[得应能]?(?:超过|[少低高多]于)|不足|至少|达到?|"
    r"超过|突破|高于|低于|为|"
    r"约|满|在)*"
    rf"(?:(?:{NUMBER}[至到\-—~～])?{NUMBER}(?:[万亿]?元|[%％次倍]|个百分点)|{LENGTH})(?:以[上下内]|"
    rf"左右)?[、和及]?)+)(?<![、和及])$"
    rf"|(?:不[得应能]?(?:超过|[少低高多]于)|至少|最[多少高低])(?:{NUMBER})[^，。；、\d]{{1,4}}$"
)
"""`给予一次性补贴1万元`, `年休假10天`: the value that closes a predicate is another one's, and no part of the act."""
_NOUN_AND_ACT: Final = re.compile(
    r"(?P<x>[^，。；]{3,40}?|资金|款项|经费|补[贴助]|奖金|物资|证书|病历|档案|合同|名单|样品)(?<![大总])的?(?:调整|发放|评估|审核|审查|改造|"
    r"整改|验收|检查|排查|清理|编制|修订|公示|兑付|拨付|"
    r"支付|核验|归档|制作|安装|采购|录入|归集|清缴|清算|评定|认定|维修|更新)"
)
"""`完成业务系统参数调整`: behind a light verb the act closes its own object."""
_TOWARDS: Final = re.compile(
    rf"^(?:持[^，。；]{{2,20}}?(?=向))?(?:电话|书面|及时|主动|{ADVERB})*[向与][^，。；]{{2,20}}?(?:电话|书面|口头|当面)?(?=(?:{VERB}|"
    rf"{PLAIN_VERB}|"
    rf"申报|申请|申领|申办|报备|报告|推送|公告)(?!单位|机关))"
)
_TOWARDS_UNIT: Final = re.compile(
    rf"^(?:电话|书面|及时|主动|{ADVERB})*向[^，。；]{{2,30}}?(?:机构|部门|单位|机关|政府|中心|银行|公司|平台|指挥部|"
    rf"委员会|[局委厅办院会站所])"
    rf"(?=(?:{VERB}|申报|申请|申领|申办|报备|报告|推送)(?!单位|机关|机构|部门|中心))"
)
"""`向质量监督机构报告`: the unit is told as a whole, verbs in its name or not."""
_RECIPIENT: Final = re.compile(
    r"[^，。；的]{0,16}(?:政府|部门|委员会|委|局|厅|司|(?<![全内外干东西南北中])部|[省市县区改急编招]办|办公室|"
    r"指挥部)(?:汇总(?:形成[^，。；的审会批备同汇复申验统处]{2,6})?|审定|审批|初审|审核|复核|审查|会签|"
    r"批准|备案|同意|申请复查|复查|验收|(?:统一)?处理)*"
)
"""To whom something is reported or submitted (报市人民政府审定), which is not what the act is about."""
_MINISTRY: Final = re.compile(r"(?:部|署|总局|监会)(?:□+)?$")
_PREFACE: Final = re.compile(
    rf"^(?>(?:{MODAL}|并)*)(?:(?:会同|联合(?=[^，。；]*(?:部门|单位|[局委办厅部院]|机构|企业|政府|公司|协会|学校|力量)(?:□+)?$)|遵循|"
    rf"按照|根据|依据|依照|对照|参照|参考|针对|结合|围绕|聚焦|立足|坚持|作为|特别是|高度重视|"
    rf"(?:统一|提高)(?:思想|政治站位)|(?:分工负责|密切(?:协作|配合|协同)|各[负司]其[责职])$)|"
    rf"(?:每[人户月年亩])*按[^。；]{{2,60}}的(?:标准|比例)$|[凭持][^，。；]{{1,30}}(?:[证卡码票函件]|证明|材料|"
    rf"户口[本簿])$|"
    rf"[到向赴][^，。；]{{2,36}}(?:机构|部门|窗口|中心|机关|大厅|网点|站|局|所|银行|法院|委员会|单位|企业|公司|医院)$|"
    rf"在(?![^，。；]*\d[日月年天]?[前内])(?=[^，。；]*(?:[上下中内里前后时]|期间|方面|过程|领域|环节|同时)$)|"
    rf"(?:登[录陆]|进入)[^，。；]{{2,40}}(?:平台|系统|网站|官网|网|端|小程序|公众号|页面)$|(?:通过|利用|"
    rf"依托)[^。；]{{2,90}}(?:方式|平台|系统|渠道|途径|形式|手段|优势|资源|热线|大厅|窗口|载体|专班|机制|网点|力量|官网|网站|邮箱)$|"
    rf"(?:采[取用]|运用)[^，。；]{{2,40}}(?:方式|形式|手段|办法)$|按(?![时期])[^，。；\d]{{2,20}}(?:安排|部署|分工|要求|规定)$|"
    rf"以[^，。；]{{2,160}}为[^，。；]{{1,8}}$|在[^，。；]{{0,8}}\d+[个家所][^，。；]{{0,8}}(?:省份?|[市县区州村]|"
    rf"地区|城市|乡镇|街道|园区|社区|学校|医院|企业|单位|机构)$)"
)
_GROUND: Final = re.compile(rf"(?>(?:{MODAL}|严格|并)*)(?:按照?|根据|依据|依照|参照|对照|结合|围绕)")
_GROUND_END: Final = re.compile(
    "要求|规定|标准|原则|实际(?![减补损成增贷招缴发支完使投参新到在经收安执获])|情况|办法|程序|方案|清单|特点|需要|"
    "职责|模板|"
    "流程|部署|精神|意见|通知|目录"
)
_BOUND_ALONE: Final = re.compile(
    rf"(?:共计?|合计|总计|为期|历时)(?:{LENGTH}|{NUMBER}[^，。；、]{{1,4}})$|(?:一般|"
    rf"原则上)?(?:(?:最[高低多少长短大小]为?)?不[得应能]?(?:超过|[少低高多大小短长]于)|超过|[少低高多大小]于|至少|"
    rf"最[高低多少长短大小]为?)(?:{NUMBER})"
    rf"|[早晚迟]于|(?:{LENGTH})(?:以|之)?内?$|(?:超过|[少低高]于)[^，。；]{{0,24}}(?:{NUMBER})分之|(?:和|及|"
    rf"、)(?:{NUMBER})(?:[%％]|[万亿]*元|个百分点)$|(?:为|或者?)(?:{NUMBER})[^，。；、]{{1,4}}$|(?:和|及|"
    rf"、)?(?:（含）)?(?:{NUMBER})[^，。；、]{{1,4}}(?:以上|以下|以内)(?:$|、)"
)
"""`不超过15个工作日`: a value, nothing that is done."""
_BOUND_BEHIND: Final = re.compile(
    rf"(?:累计|总计|均)?(?:不[得应能]?(?:超过|[少低高多大小短长]于)|超过|[少低高]于|至少|"
    rf"最[高低多少长短])(?:{NUMBER})(?:个?工作日|.{{0,2}})(?:以上|左右)?$"
)
"""`巡查不少于4小时`: how much is no part of what."""
_GOES_TO: Final = re.compile(
    "至(?![少多])|到(?=[^，。；]{2,24}(?:手[中里]|名下|平台|系统|账户|账号|专户|部门|窗口|现场|邮箱|网站)$)"
)
"""`上传至信用信息平台`: where it goes is nothing that is handled."""
_LENGTH_FIRST: Final = re.compile(rf"(?:{LENGTH})|工作日(?!历)")
_SOMEWHERE: Final = re.compile(
    "[在到](?![位期达])[^，。；]{2,16}?(?:实践|实训|实习|锻炼|工作|任职|执业|就业|服务|学习|培训|居住|活动|集合|报到|"
    "隔离|观察)$"
)
"""`到企业实践`: where it is done is nothing that is handled."""
_SHARE_FIRST: Final = re.compile(r"\d[\d.]*(?:[%％元]|万元)")
AND_ACTS: Final = re.compile(rf"(?<=.{{2}})(?:(?<!合)并|且)(?=争取|及时|在|向|电话|书面|报|{VERB}).*$")
"""`通知申请人并争取…`: what is done next is no part of the object."""
_ACTS_ALONE: Final = re.compile(
    "退付|办结|返回|兑付|推荐|审核|审查|初审|复核|核查|走访|巡查|延期|展期|顺延|检查|考核|评估|自查|报告|登记|备案|"
    "公示|验收|保养|养护|检修|下达|下发|移交|呈报|上报|报备(?:登记)?"
)
"""Acts that close a row of acts (完成审核推荐) and are no object of the first."""
_AND_TELLS: Final = re.compile(
    "(?<=.{2})并(?:及时|同时)?(?:电话|书面)?向[^，。；]{2,}(?:报告|报备|通报|反馈|说明|告知)$"
)
"""`核实并向指挥部办公室电话报告`: whom it is then told to is no part of the object."""
_TRADE: Final = "生产|销售|购进|使用|经营|运输|储存|加工|进口|出口|整理|归档|封存|供应|出售|采购|转让|出租|屠宰|饲养"
_TRADES: Final = re.compile(rf"^(?:(?:{_TRADE})、)+(?:{_TRADE})(?=.{{2}})")
"""`停止|生产、销售|不合格种子`: what is stopped are acts, and their object stands behind the last."""
_TRADES_ALONE: Final = re.compile(rf"(?:{_TRADE})(?:、(?:{_TRADE}))+")
_PERIODS: Final = frozenset(
    each + period for each in ("", "每") for period in ("天", "日", "周", "月", "季", "季度", "年", "学期")
)


def light(words: str) -> bool:
    """Whether `words` are all modals, times and light verbs (各进行), which name no act."""
    return _LIGHT.fullmatch(words) is not None


@lru_cache(maxsize=64)
def is_preface(words: str) -> bool:
    """Whether a predicate only says on which ground or with whom (会同…, 按照…); the act stands behind it."""
    return bool(_PREFACE.match(mask(words).rstrip(MASK))) and not (
        _past_ground(words) or _WITH_OTHERS.match(words) or _GIVES_AT_ITS_END.search(words)
    )


_GIVES_AT_ITS_END: Final = re.compile("(?:给予|予以)[^，。；的]{2,6}$")
"""`按照同一举报给予奖励`: behind the ground stands what is given."""


def _past_ground(text: str) -> int:
    """Where the act begins behind its ground (参照国家有关要求|开展自评价); 0 where no ground opens the words."""
    opening = _GROUND.match(text)
    if not opening:
        return 0
    ends = (match.end() for match in _GROUND_END.finditer(mask(text), opening.end(), opening.end() + 44))
    return next((end for end in ends if ACT.match(text, end)), 0)


_OR_UNIT: Final = re.compile(r"^[/／][次项人个张篇起家户](?=[^，。；])")
"""`出现1次/项错报`: a second unit of the figure."""
_FIRST_BRACKET: Final = re.compile(r"^[（(][^（）()]*[）)](?=[^，。；、）)]{2})")
"""`每季度结算1次（季度末报资料）接入费用`: what stands in brackets in front is said of the value."""
_LAST_BRACKET: Final = re.compile(r"[（(][^（）()]*[）)]?$")


@lru_cache(maxsize=64)
def predicate(text: str) -> str | None:
    """The predicate at the front of `text`: modals and light verbs off, cut at the end of its clause."""
    whole = _FROM_TO_DAY.sub("", _FIRST_BRACKET.sub("", _OR_UNIT.sub("", text).strip(" ，,、的")))
    text = _LIGHT.sub("", _by_means(_FROM_TO_DAY.sub("", _LIGHT.sub("", _UPON.sub("", _CLOCK_TIME.sub("", whole))))))
    text = _LIGHT.sub("", _WITH_OTHERS.sub("", text)) if text.startswith("会同") else text
    text = _LIGHT.sub("", _OF_A_SHARE.sub("", _BASIS.sub("", text[_past_ground(text) :])))
    cut = _CUT.search(mask(text))
    text = text[: cut.start()] if cut else text
    text = _LAST_BRACKET.sub("", text)

    text = text.strip(" ，,、。；;：:")
    if text.count("）") > text.count("（"):
        text = text.rstrip("）")
    if text.count("”") > text.count("“") and f"“{text}" in whole:
        text = f"“{text}"
    return _without_value(text) if len(text) >= 2 and not _BOUND_ALONE.match(text) else None


def _without_value(text: str) -> str:
    """The words without the value that closes them, where others are left."""
    looked_for = text.endswith(_CLOSES_A_VALUE) or _BOUND.search(text)
    text = _VALUE_INSIDE.sub("", text)
    found = _VALUE_BEHIND.search(text, max(2, len(text) - _LONGEST_VALUE)) if looked_for else None
    if not found:
        return text
    share = text.endswith(("%", "％", "倍")) and not text[: found.start()].endswith("目的")
    left = _OF_ANOTHER.sub("", text[: found.start()]).removesuffix("的" if share else "")
    return _KEPT_AT.sub("", left)


_VALUE_INSIDE: Final = re.compile(
    rf"(?<=.{{2}})(?<![度量率积数额重])(?:不[少低]于|不超过|至少|最[高长])[^，。；、的\d]{{0,8}}(?:{NUMBER})"
    r"(?:[%％倍]|[万亿]?元|个?[^，。；、的\d]{1,2})的(?!标准|比例|[密额幅]度)(?=.{2})"
)
"""`设置|不少于床位数2%的|隔离用房`: how much is no part of what is done."""
_KEPT_AT: Final = re.compile(
    "(?<=.{4})(?:按规定|一般|稳定|基本)*(?:控制|保持|维持|稳定|压缩|压减|缩短)(?:在|至|到|为)?$"
)
"""`审批时间控制在|8个工作日以内`: the verb of the value that was cut off."""
_LONGEST_VALUE: Final = 60
_OF_ANOTHER: Final = re.compile("(?<=.{2})不[得应能]?(?:超过|[少低高多]于)[^，。；\\d]{2,16}的$")
"""`支出不低于上年余额的8%`: of what it is a share closes the act with it."""
_BOUND: Final = re.compile("不[得应能]?(?:超过|[少低高多]于)|至少|最[多少高低]")
_CLOSES_A_VALUE: Final = tuple("元%％次倍点年月日天周时钟上下内右")


_NO_OBJECT: Final = re.compile("全覆盖|日期|时间|期限|时限|地点|方式|次数|频次")


AT_A_PLACE: Final = re.compile(
    rf"^在(?:全[国省市县区]|[^，。；]{{0,20}}?(?:网站?|平台|范围|领域|专?栏|公众号|系统|位置|大厅|窗口|[处址]|门口|现场|"
    rf"媒体)”?[上内中]?|[^，。；的\d]{{1,12}}内(?=公[示告布开]|张贴))(?=组织|建成|张贴|悬挂|摆放|公[告示布开]|发布|完善|完成|建立|推广|开展|留观|(?:{VERB}))"
)
"""`在政府采购网公告中标结果`: where it is done is no part of what."""


SHOWN_AT: Final = re.compile(
    "^在[^，。；的\\d]{2,20}?(?:网站?|平台|公众号|系统|栏|大厅|窗口|媒体|[处地]|内)[上内中]?(?=(?:予以)?公[示告布开]|发布|张贴)"
)
"""`在各自门户网站公开`: where it is shown is no part of what is done."""
_SHARE_OF: Final = re.compile(r"^[^，。；的\d]{2,10}(?<!前)\d[\d.]*[%％]的(?=.{2})")
"""`预付不低于|合同价款10%的|工程款`: how much of it is no part of what."""


_TAKES_LEAVE: Final = re.compile("向[^，。；]{2,16}(?:请假|销假|报到|报名)")
"""`向办公室请假`: whom is told, and no object behind it."""


@lru_cache(maxsize=64)
def object_of(action: str | None) -> str | None:
    """The object of an action: what is left behind its leading verbs; `None` where only a recipient is left."""
    if not action or _TAKES_LEAVE.fullmatch(action):
        return None
    action = AT_A_PLACE.sub("", action)
    told = _TOWARDS_UNIT.sub("", _BOUND_BEHIND.sub("", _AND_TELLS.sub("", action)))
    if (handed := _HANDS_OUT.match(told)) and handed.end() + 2 <= len(told):
        return told[handed.end() :]
    if asks := _ASKS.fullmatch(told):
        return asks["x"]
    if urged := _URGED.match(told) or _BRINGS_ABOUT.fullmatch(told):
        return urged["x"]
    if (chosen := _CHOSEN.fullmatch(told)) and not _NO_OBJECT.search(chosen["x"]):
        return _COUNTED.sub("", chosen["x"])
    rest = _COUNTED.sub("", _OBJECT_VERB.sub("", _TOWARDS.sub("", told))).removeprefix("后的")
    rest = _SHARE_OF.sub("", _TRADES.sub("", AND_ACTS.sub("", rest)))
    bare = _BARE_WORK.search(told)
    if bare and bare[0] == rest and (verb := ACT.match(acts := _TOWARDS.sub("", told))):
        rest = acts[verb.end() :] if acts[verb.end() :] != rest else acts
    if len(rest) == 2 and (how := _DONE_TOGETHER.search(told[: -len(rest)])):
        rest = how[0] + rest
    if _LENGTH_FIRST.match(rest) or (rest.startswith(("并", "且")) and not rest.startswith(("并联", "并购", "并网"))):
        return None
    if _SHARE_FIRST.match(rest) or _GOES_TO.match(rest) or _SOMEWHERE.match(told):
        return None
    if rest == action and (done := _NOUN_AND_ACT.fullmatch(action)):
        return _IN_WHICH_WAY.sub("", done["x"])
    return (
        rest
        if len(rest) >= 2
        and not (
            _NO_OBJECT.fullmatch(rest)
            or _RECIPIENT.fullmatch(rest)
            or _ACTS_ALONE.fullmatch(rest)
            or _TRADES_ALONE.fullmatch(rest)
        )
        else None
    )


_IN_WHICH_WAY: Final = re.compile("(?<=.{2})(?:全面|专项|集中|联合|随机|综合|交叉)?的?$")
"""`消防安全专项|检查`: of the act's own way nothing belongs to what it is done to."""
_DONE_TOGETHER: Final = re.compile("(?:联合|统一|集中|协同|同步|并联)$")
"""`推进联合|测绘`: how it is done belongs to the name of so short an act."""
_URGED: Final = re.compile(
    r"(?:督促|责令|指导|组织|(?=\d))(?:\d+[家户个名所])?(?P<x>[^，。；]{2,24}?(?:企业|单位|机构|公司|人员|户|学校|"
    r"场所))(?=完成|落实|整改|限期|停止)"
)
"""`督促未监测的企业完成整改`: who is urged."""
COMES_TO: Final = (
    "(?:全部|全面|整体|基本|正式|如期|顺利|尽快|早日)*"
    "(?:(?:(?:开工|复工|动工)(?:建设)?|建成|竣工|完工|交付|投产|投用|投入(?:使用|运[行营]|生产)|达产|落地|落成|通车|"
    "通航|并网|挂牌|"
    "开业|开放|签约|核准|获批|供[水气热电]|上线|启用|启动|试?运[行营])(?:验收|发电)?)+"
)
"""What a work comes to by a time (开工建设, 建成投产, 落地), said without an object of its own."""
_BRINGS_ABOUT: Final = re.compile(f"(?:实现|推[动进]|力争|争取|确保|促进|保证)+(?P<x>[^，。；的]{{3,40}}?){COMES_TO}")
"""`实现签约项目落地`: what is brought to it."""
_BARE_WORK: Final = re.compile("(?:工作|活动|任务|事宜|结果|(?<!征求)(?<!听取)(?<!征集)意见)$")
"""`启动发放工作`, `报告核实结果`: what is started is 发放工作, what is reported 核实结果."""
_TOLD_ROLE: Final = re.compile(
    "^[^，。；的]{0,4}(?:(?:校长|医务|保卫|值班|保健)室|校医|医生|家长|班主任|负责人|领导|监护人|亲属|家属|本人)$"
)


TELLS: Final = re.compile("(?:主动|书面|电话|口头|逐级)*(?:报告|上报|报)")
"""`30分钟内报告学校`: who is told is not what the report is about."""


def is_recipient(words: str) -> bool:
    """Whether `words` name to whom something goes (财政部, 市人民政府审定)."""
    covered = mask(words)
    return bool(
        UNIT_END.match(covered) or _TOLD_ROLE.search(words) or _RECIPIENT.fullmatch(words) or _MINISTRY.search(covered)
    )


@lru_cache(maxsize=64)
def cleaned(text: str | None) -> str | None:
    """Verbatim, without hanging punctuation and unbalanced quotation marks; `None` for a bare period (每月)."""
    if not text or text in _PERIODS:
        return None
    text = text.strip(" ，,、。；;：:\n\t")
    opened = max(text.rfind("（"), text.rfind("("))
    if opened >= 0 and opened > max(text.rfind("）"), text.rfind(")")):
        text = text[opened + 1 :] if len(text) - opened > 2 else text[:opened]
    if text.count("“") != text.count("”"):
        text = text.strip("“”")
        if text.count("”") == 1 and "“" not in text and text.index("”") >= 2:
            text = text[: text.index("”")]
    return text or None
