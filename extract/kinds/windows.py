"""有效期、回溯期：多久以内的事还算数（72小时内核酸检测阴性证明；14日内有高风险地区旅居史）。"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from extract.kinds.forms import every
from extract.mentions import Mention, bound, ending_at
from extract.numbers import LENGTH, NUMBER, TIMED, length
from ingest import patterns as re

_INSIDE: Final = r"(?:（含）)?(?:以内|之内|内|以来)"
_PROOF: Final = (
    rf"(?:有效的?)?(?:{NUMBER}次)?(?:的|新冠[^，。；]{0, 6})?(?:核酸|抗原|检测|检验|检疫|体检"
    r"|健康|疫苗)[^，。；,;]{0,14}?(?:证明|报告|结果|阴性|绿码|健康码|凭证"
    r"|记录)|的?阴性(?:证明|报告|结果)"
)
_CERTIFICATE: Final = re.compile(
    rf"(?P<length>{LENGTH})(?P<in>{_INSIDE})?(?:（[^（）]{{1,16}}）|\([^()]{{1,16}}\))?(?=(?:{_PROOF}))"
)
_HAPPENED: Final = (
    r"(?:，|,)?(?:曾|有(?!关|序|效期|权|条件|[^，。；]{0,4}(?:[雨雪]|大风|降温))|无(?!理|故|害|人|条件|息|偿|需|须|异议|障碍)|未曾|"
    r"未(?=[^，。；的\d]{1,8}(?<![通经超])过(?![程渡户期度高低])|发生|出现|受|被|有|曾|因|发现|到(?![岗场位庭账期达职]))|没有|到过|去过|来自|活动|行程|轨迹"
    r"|接触史|外出|去向|途经|旅居|发生(?:过)?|出现(?:过)?|存在|接触过|办理过(?![户程渡])|"
    r"受(?:到|过)|被(?!评价|保险|征收|申请|许可|投诉|检查|举报|监护|继承|告)|因"
    r"|入境|入川|来[^，。]返|从(?!事|严|快|重|速|优)|接种过|"
    r"连续[^，。]{0,8}(?:无|未|没有)|本土病例|累计|重复|新增|(?(past)(?:增加|减少)|(?!))|同一|多次|"
    r"两次|再次(?=[^，。；的]{1,8}的(?:$|[，。；])|[^，。；]{0,4}(?:发生|出现|违|被|受|犯|查|因|失信|拖欠|[漏迟瞒误]报|逾期))|达到(?=[\d一二两三四五六七八九十]+[次起例人件项])|均(?:无|未))"
)
_WHERE_ONE_WAS: Final = (
    r"(?:(?!报|告|登|填|查|询|核|录|提供|说明|隐瞒)[^，。；,;]){1,30}?"
    r"(?:旅居|居住|接触|旅行|活动|暴露|停留|途经|出行)史"
)
"""`7日内外省疫情所在县旅居史`: where somebody was, named behind the time."""
_LOOK_BACK: Final = re.compile(
    rf"(?P<past>近|最近|过去|前|此前|"
    rf"之前)?(?P<length>{LENGTH})(?P<in>{_INSIDE})(?:{_HAPPENED}|(?={_WHERE_ONE_WAS})"
    rf"|(?=[^，。；的]{{1,8}}(?<![通经超])过(?![程渡户期度高低])[^，。；]{{0,20}}的(?:$|[，。；]|人员|企业|单位))"
    rf"|(?=的(?!，|,|。|；|;|时间|期限|内|"
    rf"，)[^，。；,;由]{{1,24}}?(?:人员|者|企业|生|户|人|单位|机构|车辆|"
    rf"司机|记录|毕业生|高校|劳动力|住房|车|货物)))"
)
_RECENT: Final = re.compile(
    rf"(?:(?P<past>最近|近|过去|(?P<first>(?:(?<=[，。、；（在距“])|^)前))(?P<length>{LENGTH}))(?P<in>{_INSIDE})?"
    rf"(?!前|前完成|后|按|给予|免|减|全[额免]|(?(first)每年|(?!))|分别)"
)
_GRADUATED: Final = re.compile(
    rf"(?:离校|毕业|退役|退伍|出狱|刑满释放|成立|注册|登记|开业|出生)(?:后)?(?P<length>{LENGTH})(?P<in>{_INSIDE})"
    r"(?:(?=(?:的|未|尚|仍)?[^，。；,;]{0,16}?(?:毕业生|人员|者|军人|青年|企业|机构|主体|工商户|户|儿童))"
    r"|(?=，且)|(?:(?<=年内)|(?<=年[以之]内))(?=[）)]))"
)
"""`离校2年内未就业高校毕业生`, `（注册5年内）`, `毕业2年内，且…`: how long ago still counts for the group."""
_COMES_DUE: Final = re.compile(
    rf"(?P<length>{LENGTH})(?P<in>{_INSIDE})(?=(?:拟(?![定订制写办就出])|(?:即将)?到期)[^，。；,;]{{0,12}}?(?:的|项目|贷款|合同))"
)
"""`对两年内拟落地项目提前落实资金`, `一年内到期的贷款`: how far ahead what is meant may lie."""
_OFFENCE: Final = "(?:[漏迟瞒误错谎]报|缺[席勤考课岗]|旷[课工]|违[规约章纪法反]|失信)"
_OCCURS: Final = re.compile(
    rf"(?P<length>{LENGTH})(?P<in>{_INSIDE}|[之当]中)(?!向)(?=[^，。；,;]{{0,16}}?(?:累计|出现|发生(?!地)|受到|违反|"
    rf"(?<![补缴退还交付]足)(?<![补缴退还交付把将对])被)[^，。；,;]{{0,16}}?(?:次|起|例|以上|的)|[^，。；\d]{{0,12}}?{_OFFENCE}[^，。；]{{0,16}}?\d[次起例件项]"
    rf"|[^，。；\d]{{0,8}}\d+[次起例件]{_OFFENCE}|(?:{NUMBER})次[^，。；的]{{2,24}}的(?:$|[，。；]|[^，。；的]{{1,8}}，)"
    rf"|[，,]?(?:在)?[^，。；\d]{{2,30}}(?:发生|出现|报告)\d+[例起人])"
)
"""`一年内不同报表累计出现2次以上迟报`: in which time so many events count."""
_IN_A_CYCLE: Final = re.compile(
    rf"周期[（(](?P<length>{LENGTH})[）)](?P<in>{_INSIDE})(?=[^，。；]{{0,8}}(?:累计|达到?|满|记))"
)
"""`一个记分周期（12个月）内累计记满12分`: over which time it is summed up."""
_REPORTED: Final = re.compile(
    rf"(?<=[将报送按以对计总布据])(?P<past>前)(?P<length>{LENGTH})"
    r"(?=的?[^，。；\d]{0,12}?(?:情况|数据|病例|信息|平均|新增|累计|行程|用[气水电]量|产值|收入|销售))"
)
"""`报送前24小时新增病例数`, `按前12个月平均用气量`: how far back what is told or measured reaches."""
_AGE: Final = re.compile(
    rf"(?:日期|时间|时点)[距离][^，。；\d]{{2,14}}?(?P<ge>不[得应]?少于)?(?P<le>不[得应]?超过|在)?(?P<length>{LENGTH})"
    r"(?:之内|以内|内)?(?!前)"
)
"""`报告出具日期距申报截止日不得超过6个月`: how old it may be."""
_ISSUED: Final = re.compile(
    rf"(?:须|应当?|必须|需|要)(?:为|是|系)(?:[^，。；\d]{{2,10}}[日时]?前)?(?P<length>{LENGTH})(?P<in>{_INSIDE})"
    r"(?=[^，。；]{0,16}(?:出具|拍摄|开具|签发|取得|检测|作出|发放|购买|生产|打印|办理))"
)
"""`体检报告须为3个月内医院出具`, `照片应为半年内拍摄`: how old a paper may be."""
_VALID_SINCE: Final = re.compile(rf"有效期内?[（(]自[^（）\d]{{2,12}}之[日时]起(?P<length>{LENGTH})[）)]")
"""`备案证在有效期内（自备案之日起2年）`."""
_BEFORE_ONSET: Final = re.compile(
    rf"(?:(?!到期|来临|[列纳计收投加]入)(?:[抵到返来]|(?<![列纳计收投加])入)[\u4e00-\u9fff]{{1,3}}|发病|确诊|采样|检测|诊断|隔离|出现症状|症状出现|事发|"
    rf"案发)(?P<past>前)(?P<ge>至少|不少于)?(?P<length>{LENGTH})(?P<in>{_INSIDE})?(?!以?内(?:完成|组织|向|办理|提交|提出|报|将|告知|通知|"
    rf"书面))(?=至|到|起|以来|内|的|有|无|未|没有|曾|接触|密切|，?(?:离开|到过|"
    rf"来自|旅居|途经))"
)
"""`病人发病前3天至隔离治疗前`: how far back contacts and places count."""
_MEASURED_BEFORE: Final = re.compile(
    rf"(?:申请|申报|受理|评选|认定|参评|报名|投保|评审)(?:(?![人者])[^，。；\d的应届到]{{2,8}})?(?:之?[日月]|"
    rf"当[日月年])?(?P<past>前)(?P<length>{LENGTH})(?P<in>{_INSIDE})?"
    r"(?=的?(?!及?以上)[^，。；,;]{0,8}?(?:收入|缴费|缴纳|缴存|工资|纳税|营业|销售|产值|平均|月均|连续|累计|新(?:招|增|吸纳))"
    r"|(?!未|应|须|需|必须|向|提出|提交|办理|完成|将)[^，。；]{2,30}的(?:$|[，；]))"
)
"""`申请前12个月家庭人均收入`, `申请前1年内购买住房的`: the time before an application that is looked at."""
_IN_A_ROW_BEFORE: Final = re.compile(
    rf"(?:之?日|当[日月年]|申请|申报)(?P<past>前)连续(?P<length>{LENGTH})(?P<in>{_INSIDE})?(?=[^。；]{{0,40}}?(?:累计|平均|合计|未|无|没有|均|有))"
)
"""`转登记日前连续12个月累计销售额`: the time before an event over which something is measured."""
_SHOULD_HAVE: Final = re.compile(
    rf"(?P<past>前)(?P<length>{LENGTH})(?P<in>{_INSIDE})(?=(?:应当?|须|必须|需)(?:具?有(?!序|效)|无|没有|未))"
)
"""`首次开具前6个月内应当有同一诊断的就诊记录`: how far back from the event something must be on record."""
_LAST_BEFORE: Final = re.compile(
    rf"(?<![提期日年月目以当此之过于到])(?P<past>前)(?P<length>{LENGTH})(?P<in>{_INSIDE})?(?=(?(in)的|(?!))|[^，。；]{{0,12}}(?:平均|最[高低])[^，。；]{{0,4}}[价额量值数])"
)
"""`价格比较前七日内的最低成交价格`: how far back from an event something counts."""
_SINCE_BEFORE: Final = re.compile(rf"(?:之日|当日|之时)(?P<past>前)(?P<length>{LENGTH})(?=起)")
"""`购房之日前2年起已连续缴纳社保`: from when on something counts."""
_OVER: Final = re.compile(
    rf"(?:根据|依据|参照|参考|按照?|以|提供|提交|出具|查[验看]|调取|上传|打印)[^，。；\d]{{0,12}}?"
    rf"(?P<value>(?P<length>{LENGTH})(?P<above>（含）以上|及?以上))的?(?=[^，。；\d]{{0,10}}?(?:评分|得分|分数|平均|"
    rf"数据|"
    r"流水|记录|纪录|观测|监测|统计|报表|账单|结果|资料|业绩|信用报告))"
)
"""`根据12个月以上的评分确定等级`, `提供6个月以上的银行流水`: over how long back what counts was recorded."""
_VALID: Final = re.compile(
    rf"(?:有效期限?(?:统一|自动)*(?:顺延|延长|延续)至[^，。；]{{2,24}}?后|(?<!三包)有效期限?|有效时间|时效|(?:证书|许可证?|证明|"
    rf"凭证|结果|"
    rf"报告)(?:的)?有效期)(?:限)?(?:统一)?(?:均?为|是|一般|原则上)*(?P<le>最[长多](?:不[得应]?超过)?|"
    rf"不[得应]?超过)?(?P<ge>不[得应]?[少低]于|至少)?(?:为|统一为|调整为|"
    rf"延长至|延长到|由[^，。]{{1,10}}(?:延长|调整)(?:至|到|"
    rf"为))?(?P<length>{LENGTH})"
)


def _since(confidence: float, word: str) -> Callable[[re.Match[str]], Iterator[Mention]]:
    """`14日内有…旅居史` → `P14D`, `持48小时核酸检测阴性证明` → `PT48H`."""

    def read(match: re.Match[str]) -> Iterator[Mention]:
        text, value, at = match.string, length(match["length"]), match.start("length")
        if ending_at(_STILL_TO_RUN, text, at):
            return
        if match[0].startswith("有效") and _KEPT_BEYOND.search(text, max(0, match.start() - 16), match.start()):
            return
        if word in text and value and not _ordinal(text, at) and not _SHORTENED.search(text, max(0, at - 8), at):
            groups = match.groupdict()
            start = min(match.start(name) for name in ("past", "ge", "le", "length") if groups.get(name))
            end = match.end("in") if groups.get("in") else match.end("length")
            start, end = match.span("value") if groups.get("value") else (start, end)
            yield Mention("window", bound(groups) + value, start, end, confidence=confidence)

    return read


_SHORTENED: Final = re.compile(r"(?:压减|压缩|缩短|缩减|控制|精简)(?:到|至|在|为)$")
"""`用水时间压减到7个工作日内，无外线施工…`: a term that is set, though what follows begins with 无."""


_KEPT_BEYOND: Final = re.compile("(?:[至到](?![货岸港期])|超过)[^，。；]{0,10}$")
"""`保存至超过药品有效期1年`: how long beyond its validity it is kept, and not how long it is valid."""


_STILL_TO_RUN: Final = re.compile("距[^，。；\\d]{0,8}(?:年龄|退休|期满|届满|到期)[日在为]?$")
"""`距退休年龄5年以内`: how long is left, and nothing that looks back."""


def _ordinal(text: str, at: int) -> bool:
    """Whether the digits belong to a date or an ordinal (`9月14日内`, `第14天内`)."""
    return at > 0 and text[at - 1] in "第月年.-－每"


FORMS: Final = tuple(
    every(pattern, _since(confidence, word), asks=TIMED)
    for pattern, confidence, word in (
        (_CERTIFICATE, 0.95, ""),
        (_LOOK_BACK, 0.9, ""),
        (_RECENT, 0.85, ""),
        (_OCCURS, 0.85, ""),
        (_IN_A_CYCLE, 0.85, "周期"),
        (_REPORTED, 0.8, "前"),
        (_AGE, 0.8, ""),
        (_ISSUED, 0.85, ""),
        (_VALID_SINCE, 0.85, "有效期"),
        (_GRADUATED, 0.85, "内"),
        (_COMES_DUE, 0.85, "内"),
        (_BEFORE_ONSET, 0.85, ""),
        (_MEASURED_BEFORE, 0.85, ""),
        (_IN_A_ROW_BEFORE, 0.85, "连续"),
        (_SHOULD_HAVE, 0.85, "前"),
        (_LAST_BEFORE, 0.8, ""),
        (_SINCE_BEFORE, 0.8, "前"),
        (_OVER, 0.75, "以上"),
        (_VALID, 0.9, ""),
    )
)
"""Look-backs and validities, with the confidence of what each finds, and a word that its text must hold besides."""
