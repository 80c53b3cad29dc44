"""What stands around one value: its clause, the clauses before and behind it, and what carries over in its item."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from mypy_extensions import mypyc_attr

from extract.grammar.clause_words import ACT, ADVERB, HAS_MODAL, MODAL, PLAIN_VERB, VERB
from extract.grammar.clauses import Clause, parse
from extract.grammar.masking import MASK, mask
from extract.grammar.nouns import PERSON_END, UNIT_END, nounlike
from extract.grammar.phrases import light
from extract.grammar.quantity_verbs import CHANGES, CHOOSES, setting
from extract.grammar.topics import Span
from extract.kinds.hours import HOURS
from extract.mentions import Mention
from extract.numbers import LENGTH, NUMBER, SEASONS
from extract.parties.context import Context
from extract.sentences import Sentence
from ingest import patterns as re
from ingest.once import once

_ALSO_IS: Final = "(?!(?:具[备有]|拥有|符合|满足)[^，。；]{2,40}的)"
_LISTED: Final = re.compile(rf".*\d(?:\.\d+)?[%％\u4e00-\u9fff/]{{1,4}}(?:以上|以下|左右)?、{_ALSO_IS}")
"""The items of a list in front of the one that a quantity belongs to (甲评价20%、乙评价20%);
what else the thing of the figure has is none (培育产值超1亿元、具备竞争力的企业)."""
_NAMED: Final = re.compile(r"(?<![\d万亿])(?!元)[\u4e00-\u9fff]{2}")
_LIST_GOES_ON: Final = re.compile(rf"、{_ALSO_IS}[^，。；、\d]{{2,24}}\d")
"""`创新型企业15万家以上、小巨人企业1万家以上`: the next item has its own thing and figure."""
DOES: Final = f"(?:{VERB}|{PLAIN_VERB}|会商|举办|举行|走访|慰问)"
_NEXT_ACT: Final = re.compile(
    rf"[、（(](?:共同|联合|集中|统一|至少|各|再)*(?={DOES}(?:(?:或者?|并|和){DOES})?(?:至少|不少于)?(?:{NUMBER})次)"
)
"""`会商一次形势、开展一次检查`: acts in a row, each with its own count."""
_ASKS: Final = re.compile("建议(?!书)|提请|商请|函请|请求|申请|要求")
_EACH_WEEK: Final = re.compile("^(?:每周|每星期|周)[一二三四五六日天末]$")
"""`每周五17:00前，各县局将进度报市局`: on which day, in front of the hour."""
_SINCE: Final = re.compile(
    r"^[^，]*?(?:之[日时]起|次日起|以后|之后|后|後|期间|印发|发布|生效|批准|受理|签订|公示|届满|期满|终了|结束|"
    r"之日前)满?的?$"
)
BEFORE_WHAT: Final = re.compile(r"(?:在|于)[^，。；\d]{2,20}$")
"""`在统一考试|15日前，将…`, `在作出决定|3个工作日内，…`: the event that time is counted from, said without 后."""
_NOTHING: Final = re.compile(
    rf"(?>(?:{MODAL}|[并且请和自从于在到至用，,、\s]|\d{{1,2}}[．.]|同时|以及|其中|力争|确保|计划|截止|截至|分别|每(?:月|季度|年|半年|"
    rf"周[一二三四五六日]?|[天日])(?:首月|[前初末首])?的?(?:第[一二三]个月)?|\d{{4}}年|\d+月(?:\d+日|[底末初](?=[和及、]))|[当下次]年)*)"
)
_UNTIL: Final = re.compile(
    r"^前(?:\d+|[一二三四五六七八九十])个?(?:工作日|[日天周])(?:之|以)?内[，,]?|"
    r"^期间[，,]?|^(?:每[日天])?\d{1,2}(?:[:：]\d{2}|[时点])[至到—\-～~]\d{1,2}(?:[:：]\d{2}|[时点])(?:期间|"
    r"内)?[，,]?(?=$|[（(])|^(?:(?:结束|终了|期满|届满)后?|后|之[日时]起|起)(?:的)?(?:\d+|"
    r"[一二三四五六七八九十]+)个?(?:工作日|日|天|小时|月)(?:之内|以内|内)[，,]?|"
    r"^\d{1,2}月\d{1,2}日(?:\d{1,2}时)?[至到—-](?:[次翌]年)?(?:\d{1,2}月)?\d{1,2}日(?:\d{1,2}时)?(?:期间|内)?[，,]?|"
    r"^(?:\d{1,2}月(?:\d{1,2}日|底)?(?=[、和及]))?(?:(?:、|和|及|以及)(?:\d{4}年|[下次翌]年)?\d{1,2}月(?:\d{1,2}日|底)?)*(?:末|底)?的?(?:(?:上午|"
    r"下午)?\d{1,2}[:：时点]\d{0,2}分?|"
    r"(?:\d+月|[首末次当]月|第[一二三]个月)?(?:\d+(?:日号|[日号])|底)|月?底)?(?:之前|以前|前(?![往来去台期置]))[，,]?|"
    r"^\d{1,2}[日号](?=报|上报|提交|向)|"
    r"^\d{1,2}日\d{1,2}[时点](?:\d{1,2}分)?(?!前)|^(?:第?[一二三四1-4]季度|[上下]半年)(?:末|底)?(?=[^，。；的]{4})|"
    r"^的?(?:标准(?!定额)|比例|额度|幅度|费率|税率|利率)(?=[^，。；的]{2}|$)|^(?:的?时间|"
    r"之日前(?:[\d一二三四五六七八九十]+)个?(?:工作日|日|天|月)(?:之|以)?内)[，,]?$|^的?(?:首|最后|"
    r"第[一二三\d])个?(?:工作日|周|月|日)[，,]?"
)
_ON_A_DAY: Final = re.compile(rf"(?:{MODAL})?[在于自]")
"""`各部门要在结果确定|当日，将合同上报`: on which day, in front of what is done."""
_MONTH_ALONE: Final = re.compile(
    r"^(?:\d{1,2}|十[一二]?|[一二三四五六七八九])月(?:份|[底末初]|[上中下]旬|\d{1,2}[日号])?$"
)
"""`每年3月，由市教育局组织申报`: the month is when, and what follows stands in the next clause."""
_IN_BRACKETS: Final = re.compile("^[（(][^（）()]*[）)](?:(?:之|以)?内)?")
_MOMENT: Final = re.compile("[^，。；的将把对一二三\\d]{1,10}(?:[前后]|(?<![小课学])时|期间|结束)")
"""`每日交接班时，员工应巡查一次`: at which moment is no part of what is done."""
_HOURS: Final = re.compile(rf"(?:(?:^|[、和及])(?:每[天日]?)?{HOURS.pattern})+(?:期间|时段|之间|内)?")
"""`每日7:00至9:00、17:00至19:00，城区禁止…`: at which hours is no part of what is banned."""
_NEXT_VALUE: Final = re.compile("、(?=第一时间|立即)")
_CARRIES_OUT: Final = re.compile(r"(?:开展|进行|组织)(?:不少于|至少)?[一\d]次$")
_OFTEN: Final = re.compile(
    rf"^(?:{NUMBER})个?(?:月|年|周|季度|学期)(?=安排|组织|召开|开展|集中|进行|举办)|隔[日天周]|"
    rf"按[年季月周旬日](?:度(?!假))?|每[隔满]?(?:{NUMBER})?(?:个)?(?:天|日|周|旬|月|季度?|年|半个?[年月天]|"
    rf"学期|工作日|小时|分钟)(?:[初末首底](?=报|上报|发布|通报|公[布开示]|召开|开展|组织|检查|评估|考核))?(?:至少|不少于)?|(?:不[得应能]?少于|至少|不低于|各|最多|"
    rf"不超过|可以|应当?|须|早、?(?:中、?)?晚)*(?:{NUMBER}[至到\-—~～])?(?:{NUMBER})[次遍轮节](?:以上)?(?:[/／][^，。；]{{1,5}})?$|(?:{NUMBER})[^，。；]{{1,3}}[/／]次|(?:^|"
    rf"(?<=每[天日]))(?:[^，。；、\d和及]{{2,6}}[前后][、和及])+[^，。；、\d]{{2,6}}[前后]各|(?:^|"
    rf"(?<=每[天日]))早、?(?:[午中]、?)?晚各?"
)
SIZE_OF: Final = re.compile(
    r"(?P<do>设立|建立|组建|发起|筹建|成立|推进|用好|做大)(?:总)?(?:规模|额度|金额|总额)(?:不低于|不少于|达到?|为|约)*$"
)
"""`设立规模为5亿元的基金`: what is founded stands behind its size."""
_THINGS: Final = re.compile(r"\d[家个名座条所支台项户](?:以上)?$")
"""`培育5家具备上市条件的企业`: what the verb counts, which the figure does not describe."""
_PROOF: Final = re.compile(r"(?:的|有效|新冠)*[^，。；]{0,10}?(?:核酸|抗原|检测|证明)")
_DESCRIBED: Final = re.compile(
    r"[^，。；]{0,60}?(?:的)?(?:人员|者|企业|单位|机构|毕业生|居民|项目|"
    r"家庭|户|负责人|银行|公司|学生|职工|农户|职位|岗位|股东|董事|客户|用户|儿童|老人|老年人|青年|船舶|车辆|建筑|房屋|证明|"
    r"报告|凭证|(?<=的)(?:村|乡镇|县|社区|园区|医院|学校))(?=□*$|□*(?:\d|和|免|享受|凭|达到?|占|实现"
    r"|以及|实施|实行|应|须|必须|要|一律|不|尽量|原则上|春运|均|可|来|按|给予|再|另|[加增]发|全额|减半|免[收征除]|取消|暂停|撤销|予以|限期|责令|，))"
)
_AND_MORE: Final = re.compile("和|及|以及|或者?|、")
"""`70周岁以上老人|和身高1.2米以下儿童免费`: others stand beside those whom a value describes."""
_NOUN_TO_MODAL: Final = re.compile(rf"的[^，。；的\d]{{2,16}}?(?={MODAL}|准予|\d+个?(?:[年月天日]|工作日)内)")
"""`单价50万元以上的设备处置须报批`: the noun in front of the modal."""
_WHO_EACH_TIME: Final = re.compile(
    "的?[^，。；的\\d]{0,4}(?:老年人|老人|居民|[人成]员|[儿幼]童|妇女|学生|职工)(?=每[年月季周])"
)
"""`为65岁以上老年人每年体检1次`: whom a bound tells, in front of how often."""
_CLASS_ALONE: Final = re.compile(
    "^(?!对|将|各|给予|鼓励|支持|建[成设]|培育|打造)[^，。；]*的[^，。；的]{0,10}(?:企业|农场|合作社|大户|机构|单位|"
    "人员|家庭|个人|项目|车辆)[；;。]?$"
)
"""`（一）流转面积不低于50亩的家庭农场；`: an item that only names a class."""
_FROM_ON: Final = re.compile("以上|超过|突破|满|达到?|不[低少]于")
_EACH_YEAR: Final = re.compile("每[年月日天周]")
"""`董事每年工作时间不少于15个工作日，`: a rule by itself, and no case that the next clause closes."""
_SETS_A_TERM: Final = re.compile(
    "(?:期限?|时限|时间|比例|标准)(?:应当?|须|一般)?(?:不[少低]于|不[得应能]?超过|至少|最[长多])"
)
"""`保存期限不少于2年，没有约定的，…`, `公示期不少于5日，无异议的，…`: a term that is set opens no case."""
_CASES_ANEW: Final = ("对", "针对", "不具备", "不符合", "无法", "确", "情况", "情节")
"""How a case of its own opens."""
_GOES_ON: Final = re.compile("且|并|及|同时|或|未|无|没有")
AND_WHO: Final = re.compile(
    "(?:且(?!末)|并且?|或者?|以及|同时)[^，。；]{2,40}的[^，。；的]{0,12}(?:人员|人|者|户|企业|单位|机构|家庭|学生|"
    "居民|项目|车辆)□*"
)
"""`居住满1年，|且参加社会保险满1年的人员`: who closes a case that the clause before opened."""
_CAPS: Final = re.compile("(?:限(?:额?(?:申报|推荐)|[报推购领选评填])|[只仅][能可][^，。；]{0,6})$")
"""`每名考生限报一个项目`: so much is allowed, and describes nobody."""
_GRANTS_IT: Final = re.compile(
    "^(?:给予|提供|发放)|(?:获得|领取|享有|入住|租住|完成|开展|组织|举办|进行|实行|接受|参加|设置|提供|投入|安排|提取|"
    "计提|预留|缴存|减免|免收|免征|给予|延长|缓缴|补贴|发放|享受|增加|减少)$"
)
"""`减免不超过6个月的租金`: the length is granted and describes nobody."""
_WITHIN_REACH: Final = re.compile("(?:范围)?(?:以|之)?内?的")
_RATE: Final = "标准|比例|额度|幅度|税率|费率|价格|基础上|前提下"
_RATE_BEHIND: Final = re.compile(f"的(?:{_RATE})")
"""`按1:3的比例配备护理人员`: at which rate describes nobody."""
_NOUN_PHRASE: Final = re.compile(f"[^，。；]{{0,12}}的(?!{_RATE})[^，。；的]{{1,30}}")
_CLASS_NAMES: Final = "企业|单位|机构|项目|工程|用户|居民|人员|家庭|市场主体|学校|园区"
_OF_SUCH_SIZE: Final = re.compile(f"的[^，。；的\\d]{{0,8}}?(?:{_CLASS_NAMES})(?![家名库])")
"""`容量160千瓦及以下的小微企业|用电报装零投资`: which ones of a class are meant."""
_JOINT: Final = re.compile("[、和及]|以及")
_CLASS: Final = re.compile(f"(?:{_CLASS_NAMES})$")
_WHOM: Final = re.compile("(?<=的)[^，。；的向对为给□]{0,8}?(?:人员|者|户|企业|单位|机构|个人|居民|学生|职工|教师)")
"""`连续任教满5年的教师|申报职称`: whom the value describes, in front of what they do."""
_CASE_BEHIND: Final = re.compile(f"[^，。；的]{{0,12}}的(?!{_RATE})(?=[^，。；的]{{2,}}$)")
"""`用量不足8立方米的|按规定减免`: a case without its comma, and what is done in it."""
_ACTS_ON: Final = re.compile(
    r"(?:招[用聘收]|聘用|录用|雇[用佣]|接[纳收]|吸纳|采购|购[买置]|使用|登记|受理|扶持|帮扶|救助|资助|支持|淘汰|更新|"
    r"报废|"
    r"收购|销售|出[售租]|检查|抽查|走访|慰问|表彰|查处|清理|取缔|关停|[摸排]排|排查|核查|承接|审[批核]|备案|收取|"
    r"引进|培育|梳理|"
    r"奖励|改造|拆除|举办|召开|饲养|燃放|携带)(?=[^，。；的、]{0,10}$)"
)
_TOLD: Final = re.compile(rf"(?:{MODAL}|鼓励|重点|优先)[^，。；]{{0,10}}$")
_BEGINS_WITH_IT: Final = re.compile(
    f"(?:{ADVERB}|合理|全面|严格|坚决|切实|进一步|事先|提前)*(?:扶持|满足|淘汰|关停|取缔|取消|整治|改造|清理|排查|摸排|梳理|"
    f"审查|审核|抽查|"
    "压减|拆除|推广|推行|培育|打造|构建|搭建|组建|开设|撰写|编写|储备|设置|安装|铺设|修建|种植|购置|悬挂|张贴)"
)
"""`整治|库容10万立方米以上的水库`: what the authorities do opens the clause; what others do there describes them."""
_RATE_HEAD: Final = re.compile("率(?:[高低大]于|超过|达到?|为)?$")
"""`抽查不合格率高于5%的学校`: the verb belongs to the name of the rate."""
_MAKES: Final = re.compile(
    rf"(?:构建|打造|建设|培育|引进|新建|建成|培养|形成|组建|成立|设立|(?<![没享所在])有)(?:至少|不[少低]于|"
    rf"超过)?(?:{NUMBER})余?[个项家例条处座所人名支](?:以上)?$"
)
"""`构建不少于1000例病例的数据集，支撑…`: what is made so many times over describes nobody."""
_OBJECT_END: Final = re.compile(
    r"(?P<x>(?:、(?:具[备有]|拥有|符合|满足)[^，。；的]{2,24})?的(?!标准|比例|额度|幅度|税率|费率|价格|规模|要求|需[求要]|能力|水平)[^，。；的]{2,30}?)(?:\d+[个家项名])?[。；]?"
)
"""`不得采购|单价200万元以上的设备`: verbs that act on what is there, and the noun that closes the clause."""
_COMES_BY_THEN: Final = re.compile("(?:能|可|已|拟)?(?:开工|建成|投产|竣工|到期|完工|投用)(?:建设|投产|投用)?(?=的)")
"""`优先支持6月底前|开工的项目`: by when describes what is supported."""
_DESCRIBED_TWICE: Final = re.compile(
    r"□*(?:或者?|且|及|和|、)[^，。；]{2,40}的(?:[^，。；的]{0,16}$|[^，。；的]{2,10}?(?=应当|必须|须|不得|可以?|免|"
    r"享受))"
)
"""`资产规模100亿元以上或从业人员超过100人的异地支行`: two figures describe one noun."""
_IF: Final = re.compile("若|如(?!皋|东)")
_SPOKEN_OF: Final = re.compile(
    r"即|在(?=[^，。；]{0,12}(?:[前后时]|期间|\d[^，。；]{1,4}内))|经(?![营办济费销纪贸验理开常适])|若|如"
)
_SAYS_HOW: Final = re.compile("(?:继续|分别)?或?按(?![时期月])|以(?!及)|依(?!法)|凭")
"""`按每人不超过1500元的标准`: how something is done describes nobody."""
_GROUND: Final = re.compile("(?:依据|根据|按照|参照|参考|结合)(?P<x>[^，。；]{0,16})$")
"""`依据其近12个月的信用状况`: the look-back is of the ground on which something is decided."""
_EXCEPT: Final = re.compile("除[^，。；]{2,40}外|经[^，。；]{2,24}(?:审定|批准|同意|审核|审议通过)后")
"""`6月底前，除另有规定外，…`: what is excepted stands aside."""
_REACHED: Final = re.compile("(?:达到?|满|超过)$")
_STATE_LASTS: Final = re.compile(r"未|无|没有|均为|均未|仍")
_STILL_SO: Final = re.compile("[^，。；]{2,20}的[^，。；的]{0,8}(?:企业|单位|机构|人员|者|户|个人|项目)")
"""`列入名录满3年仍未改正的企业，…`: whom the state describes."""
_EACH_TIME: Final = re.compile("(?:每[天日周月年次]|累计|全年|最[长迟晚]|一般)+(?:不[得应能]?(?:超过|少于|低于)|至少)?")
"""`每天工作不超过8小时，每周不超过40小时`: a second bound of what was said before."""
_ONLY_LABELS: Final = re.compile(
    r"(?:标准|[期时]限|时间|日期|年限|额度|金额|比例|条件|对象|范围|方式|程序|流程|要求|内容|[目指]标|原则|依据|材料|"
    r"措施|任务|工作|安排|步骤|阶段|主体|频[次率]|办法|情况|说明|其中|如下|以下|下列|包括|即|为|是|注|例如|"
    r"电话|地址|网址|邮箱|人|单位|部门|来源|类型|名称|职责|分工|结果|意见|事项|问题|重点)□*$|[，。；]"
)
"""Labels that say what kind of words follow, and name nothing that is ruled (补贴标准：, 责任单位：)."""
_PUNISHES: Final = re.compile(
    "罚款|罚金|暂停[^，。；]*(?:服务|资格|业务|执业|结算)|拘留|徒刑|警告|停考|吊销|没收|"
    "取消(?=[^，。；]{0,8}资[格质])|内(?:均|都|也)?(?:不得|不予|禁止)(?:再次?|重新)?(?:申[请报]|参[与加评选]|"
    "承担|承接|受理|推荐|报[名考]|从事|担任)"
)
"""What it costs to break a rule, also what one may not do for a time (三年内不得申报)."""
_MORE_VALUES: Final = re.compile(
    rf"(?>(?:(?:、|和|及|以及|或者?)(?:一个|{NUMBER})[^，。；、和及或\d]{{1,5}})+)[，。；]?"
)
_OR_SO_MUCH: Final = re.compile(r"或者?[^，。；\d在于]{0,8}\d[\d.,]*(?:公里|千米|小时|个?[月年天日]|次|元)")
"""`不低于2年|或者行驶里程5万公里`: another measure of the same bound."""
_CAPPED: Final = re.compile(
    rf"^(?:当[天日]|单日|每日|一天|(?:{LENGTH})(?:以|之)?内)|不[得应能]?超过(?={NUMBER}次$)|[最至]多(?={NUMBER}次$)"
)
"""`一小时内不得超过三次`: in which time and how often at most, and no act."""
_TOLD_TO: Final = re.compile(f"^(?>(?:(?:{MODAL})(?=.{{2}}))+)")
_AT_TIMES: Final = re.compile(
    rf"^(?:\d{{1,2}}(?:[:：]\d{{2}}|[时点](?:\d{{1,2}}分)?)(?:[、和及前各]|之前|以前)*)+|^(?:在|于)?{SEASONS}各?|"
    r"^(?:[上下]班|[开收]工|[开收]市|营业|开业|闭店|[下上]课|[就用]?餐|饭|会|交接班|[出收]车|[开闭]馆|放学|[入离]园|[上离]岗|使用|"
    r"开放)(?:前后|[前后])(?:应当?|须|必须|各|均)*"
)
"""`每天8时、20时各观测一次`, `每年春秋两季各检修1次`, `每日下班前清点一次`: at which times is no part of the act."""
_SHORT_ACTS: Final = frozenset("测查巡消洗扫访送换报采检验清")
_REACH: Final = 16
"""No clause further to the left is asked, so that a long sentence costs in proportion to its length."""


_DONE_IN_A_LIST: Final = re.compile(
    r"(?:当场|即时|立即|随时|当[日天]|\d[^，。；、\d]{1,6}内)(?:全部)?(?:办[理结好完]|完成|答复|受理|出证|领证|审结|送达)、|"
    r"月(?:\d{1,2}日|[底末])前、(?=[^，。；、\d]{2,12}[于在]\d)"
)
"""`一般事项当场办理、|简单事项即时办结`: each thing of a list is done by a time of its own."""


@mypyc_attr(native_class=False)
class Surroundings:
    """One value and what stands around it; `at` and `until` are its offsets in `clause.text`."""

    def __init__(self, sentence: Sentence, mention: Mention, context: Context) -> None:
        self.sentence, self.mention, self.context = sentence, mention, context
        low, high = sentence.segment(mention.start)
        first, last = bisect_left(sentence.clauses, (low, 0)), bisect_left(sentence.clauses, (high, 0))
        self.spans = sentence.clauses[first:last] or ((low, high),)
        self.index = max(bisect_left(self.spans, (mention.start + 1, 0)) - 1, 0)
        self.before = sentence.clauses[max(0, first - _REACH) : first]
        start, end = self.spans[self.index][0], max(self.spans[self.index][1], mention.end)
        self._later: list[Clause] = []
        self.shared = ""
        if mention.kind == "threshold" and not self._is_whole(start, end):
            listed = _LISTED.match(sentence.text[start : mention.start])
            if listed and _NAMED.search(sentence.text, start + listed.end(), mention.start):
                self.shared = listed[0]
                start += listed.end()
            if _LIST_GOES_ON.match(sentence.text, mention.end, end):
                end = mention.end
        if mention.kind == "deadline":
            listed_before = _DONE_IN_A_LIST.finditer(sentence.text, start, mention.start)
            start = max((done.end() for done in listed_before), default=start)
        self.in_a_row = False
        if mention.kind == "count":
            for cut in _NEXT_ACT.finditer(sentence.text, start, end):
                self.in_a_row = True
                if cut.start() >= mention.end:
                    end = cut.start()
                    break
                self.shared, start = self.shared or sentence.text[start : cut.start()], cut.end()
        self.clause = clause = parse(sentence.text[start:end])
        self.at, self.until = at, until = mention.start - start, mention.end - start
        self.words = sentence.text[mention.start : mention.end]
        """The value's own words."""
        self.head, self.tail = clause.text[:at], clause.text[until:]
        """The clause in front of the value, and behind it."""
        self.said = clause.text[clause.body : at] if clause.body <= at else self.head
        """What the clause says in front of the value, its topic and adjuncts left out."""

    def _is_whole(self, start: int, end: int) -> bool:
        """`对单户1000万元以下、担保费率1.5%以下的业务`: a list in a case or in what is handled is read as a whole."""
        if self.sentence.text[start:end].rstrip("，。； ").endswith("的"):
            return True
        if not self.sentence.text.startswith("对", start):
            return False
        governed = parse(self.sentence.text[start:end]).governed
        return (
            governed is not None and governed[0] <= self.mention.start - start < self.mention.end - start < governed[1]
        )

    def parsed(self, span: Span) -> Clause:
        """A stretch of the sentence as a clause."""
        return parse(self.sentence.text[span[0] : span[1]])

    @once
    def covered_tail(self) -> str:
        """The clause behind the value with what is enclosed covered."""
        return mask(self.tail)

    @once
    def earlier(self) -> list[Clause]:
        """The clauses to the left inside the same semicolon, nearest first."""
        return [self.parsed(span) for span in reversed(self.spans[max(0, self.index - _REACH) : self.index])]

    @once
    def label(self) -> str | None:
        """`端午节：6月8日至10日放假，共3天`: the thing that stands in front of the last colon before the value."""
        for begin, end in reversed([*self.before, *self.spans[: self.index]]):
            if self.sentence.text[end : end + 1] in ("：", ":"):
                words = self.sentence.text[begin:end].strip()
                named = 2 <= len(words) <= 16 and not (_ONLY_LABELS.search(words) or ACT.match(words))
                return words if named else None
        return None

    def later(self, count: int) -> list[Clause]:
        """The next clauses to the right inside the same semicolon."""
        known = self._later
        for begin, end in self.spans[self.index + 1 + len(known) : self.index + 1 + count]:
            known.append(parse(self.sentence.text[begin:end]))
        return known[:count]

    @once
    def opening(self) -> bool:
        """Whether the value opens its clause, so that the rule stands behind it (2023年3月底前，各地…)."""
        if self.mention.kind == "duration":
            closes = not self.tail.strip("，。；")
            again = closes and "/" not in self.mention.value and self.earlier and _EACH_TIME.fullmatch(self.head)
            if again:
                return False
            if self.words.startswith("前") and not self.tail.strip("起内，"):
                return True
            if closes and self.head.endswith(("公示", "公告")):
                return False
        closes_it = not self.tail.strip("，") and self.index + 1 < len(self.spans)
        if closes_it and (
            (self.words == "第一时间" and self.head.endswith("的"))
            or (self.words in ("当日", "当天") and _ON_A_DAY.match(self.said))
        ):
            return True
        if self._closes_its_thing or self._answers_a_label:
            return False
        if self._counts_back:
            return True
        clause = self.clause
        begins = [at for at in (clause.topic[1], clause.body) if at <= self.at] if clause.topic else []
        front = clause.text[max(begins, default=0) : self.at]
        if clause.role == "thing" and front.startswith("为"):
            return False
        if self.mention.kind == "deadline":
            front = _EACH_WEEK.sub("", front.removeprefix("的"))
        within = self.mention.kind == "deadline" and self.words.endswith("内") and not self.tail.strip("，")
        within = within and not _SINCE.search(front)
        if within or self.mention.value.startswith("before ") or self.words.startswith("每满"):
            front = BEFORE_WHAT.sub("", self._behind_its_modal(front) if closes_it else front)
        return not front or _NOTHING.fullmatch(_SINCE.sub("", front)) is not None

    @staticmethod
    def _behind_its_modal(front: str) -> str:
        """`公司变更住所时应|至少提前2个月，…`: what stands between a word of obligation and a time says from when."""
        told = [modal.end() for modal in HAS_MODAL.finditer(mask(front))]
        return front[told[-1] :].removeprefix("至少") if told else front

    @property
    def _counts_back(self) -> bool:
        """`合同到期前60日，承租人应当告知产权单位`: from what it counts back, in front of who must do it."""
        if not self.mention.value.startswith("before ") or self.tail.strip("，。； "):
            return False
        behind = [] if HAS_MODAL.search(self.clause.covered) else self.later(1)
        return any(clause.agent or clause.taken or HAS_MODAL.search(clause.covered) for clause in behind)

    @property
    def _answers_a_label(self) -> bool:
        """`报送时间：5月11日前，…`: nothing behind the value belongs to it."""
        alone = not (self.head.strip() or self.tail.strip("，。； "))
        return alone and bool(self.earlier) and self.earlier[0].text.strip().endswith(("时间", "时限", "期限", "日期"))

    @property
    def _closes_its_thing(self) -> bool:
        """`水质检测每季度不少于1次，…`: how often or how long closes what is said of the thing in front of it."""
        times = self.mention.kind == "frequency" and self.words.endswith(("次", "轮"))
        about = self.clause.role == "thing" or (times and self.clause.topic is not None)
        spoken_of = about and self.mention.kind in ("frequency", "duration", "count")
        lasts = self.mention.kind == "duration" and self.tail.startswith(("并", "且"))
        return spoken_of and (lasts or not self.tail.strip("，。； "))

    @once
    def following(self) -> Clause | None:
        """What an opening value is set before: the rest of its clause, or the next clause."""
        if not self.opening or _OR_SO_MUCH.match(self.tail) or (self.mention.kind == "frequency" and self.repeated):
            return None
        rest = _MONTH_ALONE.sub("", _IN_BRACKETS.sub("", _UNTIL.sub("", self.tail.strip(" ，,"))))
        moment = self.mention.kind == "frequency" and _MOMENT.fullmatch(rest)
        moment = moment or (self.mention.kind in ("frequency", "duration") and _HOURS.fullmatch(rest.lstrip("、")))
        if moment and self.index + 1 < len(self.spans):
            rest = ""
        if rest.startswith(("将", "把")) and not parse(rest).taken and self.index + 1 < len(self.spans):
            rest = self.sentence.text[self.mention.end : self.spans[self.index + 1][1]]
        rest = self._short_act + _NEXT_VALUE.split(rest)[0]
        if len(rest) >= 2 and not _EXCEPT.fullmatch(rest):
            return parse(rest)
        behind = self.later(2) if self.mention.kind in ("deadline", "frequency", "duration") else []
        return next((one for one in behind if not (_EXCEPT.fullmatch(one.text) or _HOURS.fullmatch(one.text))), None)

    @property
    def carries_out(self) -> bool:
        """`每半年开展一次|风险评估`: behind a light verb stands what is carried out, and no clause of its own."""
        return self.mention.kind == "frequency" and _CARRIES_OUT.search(self.words) is not None

    @once
    def asks_another(self) -> bool:
        """`应当在3日内建议检察机关监督`: who is to ask another does so; the other is not told to act."""
        asked = self.following.text if self.following else self.tail
        return _ASKS.match(asked) is not None and HAS_MODAL.search(mask(self.head)) is not None

    @once
    def described(self) -> Span | None:
        """The noun phrase around a value that only describes whom the rule governs (14日内有…旅居史的人员)."""
        kind, clause = self.mention.kind, self.clause
        if (
            kind not in ("window", "threshold", "duration", "deadline", "count")
            or self.until_then
            or self.words.endswith(("减半", "为限额"))
            or self.tail.startswith(("罚款", "的罚款"))
            or (kind == "threshold" and clause.conditional and _IF.match(clause.text))
        ):
            return None
        if kind == "window" and _PROOF.match(clause.covered, self.until):
            return None
        counted = kind == "threshold" and self.amount and not self.amount["what"]
        if counted and self.amount and (_THINGS.search(self.words) or CHOOSES.search(self.amount["verb"])):
            return None
        if self.handled:
            return self.handled[1]
        for span in (
            clause.governed,
            clause.topic if clause.role != "thing" or clause.tells_a_case or self._tells_which else None,
            clause.taken,
        ):
            if span and span[0] <= self.at and self.until < span[1]:
                return span
        twofold = self.mention.value[0] in "<>" and not _GRANTS_IT.search(self.head)
        if twofold and (twice := _DESCRIBED_TWICE.match(self.covered_tail)):
            return (clause.governed or (0, 0))[0], self.until + twice.end()
        if kind == "window" and (ground := _GROUND.search(self.head)):
            return ground.start("x"), len(clause.text.rstrip("，。； "))
        if kind != "deadline" and not (self.words.startswith("每") or HAS_MODAL.search(mask(self.head))):
            return self._describing()
        return None

    @once
    def handled(self) -> tuple[Span, Span] | None:
        """`不得招用|未满16周岁的未成年人`: a verb and its object, which the value only describes."""
        describes = self.mention.kind == "window" or self.mention.value[0] in "<>" or self.words.startswith("前")
        by_when = _COMES_BY_THEN.match(self.tail) if self.mention.kind == "deadline" else None
        begin = by_when.end() if by_when else 0
        closed = _OBJECT_END.fullmatch(self.covered_tail, begin) if describes or by_when else None
        if closed is None or HAS_MODAL.search(closed["x"]):
            return None
        opens = None if self.clause.conditional or _RATE_HEAD.search(self.head) else _BEGINS_WITH_IT.match(self.head)
        verb = opens or _ACTS_ON.search(mask(self.head))
        if verb is None or not (opens or _TOLD.search(self.head[: verb.start()])):
            return None
        return verb.span(), (verb.end(), self.until + closed.end("x"))

    def _describing(self) -> Span | None:
        """The phrase from the value to the noun that it describes, or a whole clause that names a group."""
        text, begin = self.clause.text, (self.clause.governed or (0, 0))[0]
        if (
            _SAYS_HOW.match(text)
            or _CAPS.search(self.head)
            or SIZE_OF.search(self.head)
            or _MAKES.search(text[: self.until])
            or _RATE_BEHIND.match(self.tail)
        ):
            return None
        bounded = self.mention.kind == "window" or self.mention.value[0] in "<>"
        said = self.clause.covered
        if bounded and (told := _NOUN_TO_MODAL.match(said, self.until) or _WHO_EACH_TIME.match(said, self.until)):
            return begin, told.end()
        if bounded and not _GRANTS_IT.search(self.head) and (end := self._before_they_act):
            return begin, end
        enclosed = self.clause.covered.startswith(MASK, self.at)
        noun = None if enclosed else _DESCRIBED.match(self.clause.covered, self.until)
        counted = noun and self.mention.kind == "threshold" and self.amount and "的" not in noun[0]
        while noun and _AND_MORE.match(said, noun.end()) and (again := _DESCRIBED.match(said, noun.end())):
            noun = again
        if noun and not counted and not HAS_MODAL.match(said, self.until):
            return begin, noun.end()
        bounded = bounded and not (_GRANTS_IT.search(self.head) or self._told_on)
        case = _CASE_BEHIND.match(said, self.until) if bounded else None
        if case and _acts(said[case.end() :].rstrip("；;。")):
            return begin, case.end()
        named = _NOUN_PHRASE.fullmatch(self.covered_tail.rstrip("；;。")) if bounded else None
        alone = len(self.sentence.clauses) == 1 and _CLASS_ALONE.search(text)
        if named and (alone or self.index + 1 < len(self.spans)):
            return begin, len(text.rstrip("；;。"))
        such = _OF_SUCH_SIZE.match(said, self.until) if bounded and not self.clause.conditional else None
        if such:
            return max(begin, self._where_it_begins), such.end()
        whole = self.clause.conditional and not _SPOKEN_OF.match(text) and not self._tells_whose_case
        return (0, len(text)) if whole else None

    @property
    def _where_it_begins(self) -> int:
        """Where the words begin that a value describes a noun with: behind the last whole noun of a row, or a verb."""
        joints = [m.end() for m in _JOINT.finditer(mask(self.head)) if _CLASS.search(self.head[: m.start()])]
        opens = _BEGINS_WITH_IT.match(self.head)
        return max(joints, default=opens.end() if opens else 0)

    @property
    def _before_they_act(self) -> int | None:
        """The end of the noun that names whom a value describes, where what they do follows it."""
        said = self.clause.covered
        return next((noun.end() for noun in _WHOM.finditer(said, self.until) if ACT.match(said, noun.end())), None)

    @property
    def _told_on(self) -> bool:
        """`各校要消毒，储备不少于2周用量的物资，…`: a thing that the one told before sees to describes nobody."""
        told = bool(self.earlier) and self.earlier[0].agent and HAS_MODAL.search(self.earlier[0].covered)
        named = self.covered_tail.rstrip("。；")
        return bool(told) and not (UNIT_END.match(named) or PERSON_END.match(named))

    @property
    def _tells_whose_case(self) -> bool:
        """`境外返回人员。在入境地完成14天隔离后抵达的，…`: under a heading of persons the case is theirs."""
        return self.clause.text.startswith("在") and PERSON_END.match(self.context.topic.heading or "")

    @once
    def opens_a_case(self) -> bool:
        """`吸纳失业半年以上人员就业，签订劳动合同的，给予…`: the next clause goes on with the case and closes it."""
        if self.index + 1 >= len(self.spans):
            return False
        if not (_FROM_ON.search(self.words) or _FROM_ON.search(self.head[-4:])) or _EACH_YEAR.search(self.head):
            return False
        if (
            self.clause.conditional
            or HAS_MODAL.search(self.clause.covered)
            or _SETS_A_TERM.search(self.head + self.words)
        ):
            return False
        for clause in self.later(2):
            goes_on = (
                _GOES_ON.match(clause.text)
                or ACT.match(clause.text)
                or (clause.conditional and not (clause.topic or clause.governed))
            )
            anew = clause.text.startswith(_CASES_ANEW)
            if anew or not goes_on or HAS_MODAL.search(clause.covered):
                return False
            if clause.conditional or AND_WHO.fullmatch(clause.covered):
                return True
        return False

    @property
    def reaches_the_next_case(self) -> bool:
        """`超时3次的，予以提醒，超时达到5次，取消资格`: a further case, said without 的."""
        reached = self.mention.kind == "count" and _REACHED.search(self.head) and not self.tail.strip("，。； ")
        return bool(reached) and self.index + 1 < len(self.spans) and any(c.conditional for c in self.earlier)

    @property
    def _tells_which(self) -> bool:
        """`考场周围100米范围内的噪声源应…`, `5万元以下部分报销60%`: how far off or of which size describes them."""
        if (self.clause.words(self.clause.topic) or "").endswith("部分"):
            return True
        within = "范围" in self.tail[:2] or self.words.endswith("内")
        return self.mention.kind == "threshold" and within and bool(_WITHIN_REACH.match(self.tail))

    @property
    def until_then(self) -> bool:
        """`连续5天未发现新增感染者…，降为低风险区`: a state that must last until an act may follow."""
        lasts = self.mention.kind == "duration" and _STATE_LASTS.match(self.tail)
        case = self.clause.conditional or _STILL_SO.fullmatch(self.covered_tail)
        return bool(lasts) and not (case or _CASE_BEHIND.match(self.covered_tail))

    @once
    def amount(self) -> re.Match[str] | None:
        """The verb that opens a quantity's part of the clause, and what stands between (建设高速公路774公里)."""
        return setting(self.mention, self.said, self.tail, "" if CHANGES.search(self.head) else self.shared)

    @once
    def punishes(self) -> bool:
        """`处1万元以下的罚款`, `停考1至3年`: what it costs to break a rule."""
        return self.mention.kind in ("threshold", "duration") and _PUNISHES.search(self.clause.text) is not None

    @property
    def more(self) -> bool:
        """Whether only other values of a row stand behind this one (350万元、300万元和450万元; 1年或一个采期)."""
        row = _MORE_VALUES.fullmatch(self.tail) and not ACT.search(self.tail)
        return bool(row or _OR_SO_MUCH.match(self.tail))

    @property
    def repeated(self) -> str | None:
        """The act inside a frequency's own words (每天消毒不少于2次)."""
        done = self._in_a_frequency
        return done if len(done) >= 2 and not light(done) else None

    @property
    def _short_act(self) -> str:
        """`每日早晚各测1次体温`: a verb of one character in a frequency's words, whose object stands behind them."""
        done = self._in_a_frequency if self.mention.kind == "frequency" else ""
        return done if len(done) == 1 and done in _SHORT_ACTS else ""

    @once
    def _in_a_frequency(self) -> str:
        often = _OFTEN.sub("", _CAPPED.sub("", self.words)).removeprefix("至少")
        return _TOLD_TO.sub("", _AT_TIMES.sub("", often))


def _acts(words: str) -> bool:
    """Whether words behind a case say what is done in it, and name nothing."""
    return bool(ACT.match(words) or words.startswith(("即", "单独"))) and not nounlike(words)
