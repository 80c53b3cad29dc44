"""次数：一共做几次（两次核酸检测；至少开展1次演练）。"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from extract.kinds.forms import every
from extract.mentions import BOUND_BEFORE, Mention, bound, ending_at
from extract.numbers import LENGTH, NUMBER, number, plain
from ingest import patterns as re

_COUNT: Final = re.compile(
    rf"(?:{BOUND_BEFORE})?(?<![\d一二三四五六七八九十百第届每上下这那几多首末同后])(?:(?P<low>\d{{1,2}}|[一二两三四五六])(?:至|到|-|—|~|～))?(?P<n>{NUMBER})(?<!二)(?:次"
    rf"|遍|轮)(?P<above>(?:[/／][项家件])?（?含?）?及?以上)?"
    r"(?![/／](?:分|秒|小时|天|日)|性|会议|常委|全会|跑|办|告知|全体|扩大|专题会|修订|修正|产业|分配|调度会|感染|事故|死亡|伤亡|造成|受伤|重伤|中毒)"
)
_NOT_BEFORE: Final = re.compile(
    r"(?:第|每|最近|上|只需[^，。；]{0,6}|仅需[^，。；]{0,6}|进|“|最多跑|只跑|"
    r"只需跑|跑|再|任|任何|其中|同|新|首|历|逐|某|另|有|过|发生|出现|受过|累计|"
    r"共|已|先后|曾|违反|违规|逾期)$"
)
_DOSES: Final = re.compile(
    rf"(?:接种|注射|采用)(?:疫苗)?(?:程序为)?(?P<value>(?:{BOUND_BEFORE})?(?P<n>{NUMBER})(?:剂次|剂|针))(?![第后间型])"
)
"""`采用2剂次免疫程序`, `须接种3剂`: how many doses in all."""
_WITHIN: Final = re.compile(rf"(?:{LENGTH})(?:以|之)?内(?:[^，。；]{{0,8}}(?:有|发生|受到|出现|累计|被))?$")
_SO_OFTEN: Final = re.compile("(?:已有|累计有|累计发生|累计出现)$")
_SO_OFTEN_THEN: Final = re.compile("[^，。；]{2,24}(?:记录|行为|情形|经历)(?:的|者|$|[，；])(?!其中)")
"""`已有两次贷款记录`: so many on record make the case."""
_MARK: Final = re.compile(
    "(?:/[项次家件人])?[^，。；]{0,6}(?:违[法规约反纪]|失信|不良|处罚|处分|超标|不合格|旷|缺|未|不[履执]行|拒|"
    "[错漏迟瞒误谎]报|投诉|举报|"
    "事故|警告|约谈|通报批评)"
)
"""`1年内有2次违法记录`: how many within a time make the case."""
_REACHED: Final = re.compile("(?:达到|满)$")
"""`超时达到5次`: so many and more."""
_CASE: Final = re.compile("[的者](?:[，；]|$)")
"""`司机违规2次的，暂停营运`: so often makes the case."""
_SUMMED: Final = re.compile(r"累计[^，。；\d]{0,6}$")
_SO_SUMMED: Final = re.compile(
    "[^，。；]{0,8}，但?仍|[^，。；的]{2,24}的(?:[，；]|$|停|暂停|取消|不予|给予|予以|列入|禁止|扣)"
)
"""`累计更换2次，仍不能正常使用的`, `累计3次考核不合格的`: so often makes the case."""
_IN_A_ROW: Final = re.compile(
    "[^，。；的]{2,24}的|(?:未|不|无故)[^。；]{2,60}，(?:视为|视同|应当予以|予以|取消|由|或[^。；]{2,40}[的者]，)"
)
"""`连续两次迟报的`, `连续两次未出席，也不委托他人出席，视为不能履职`: so many in a row make the case."""
_IN_VAIN: Final = re.compile(
    "(?:[^，。；、的（）]{0,8}(?:（[^（）]{2,24}）)?[^，。；、的（）]{0,8}(?:均|都|后?，?但?仍)[未不无]|无法|未能|拒[不绝])[^，。；]{2,40}?(?:的(?:$|[，；。])|的?除外)"
)
"""`补正1次后仍不符合要求的`, `3次联系均未接听的`: so often without success makes the case."""
_EVENTS: Final = re.compile("(?:累计|共|出现|发生|受过|违反|违规|逾期|缺课|旷[课工]|迟到|超时)$")
"""What is counted of events is told, unless it is bounded (出现2次以上错报)."""
_LIMITED: Final = re.compile(r"(?<![期时权年局有])限[\u4e00-\u9fff]{0,3}$")
"""`限补正1次`: no more than that."""
_IN_PARTS, _PAID = re.compile("(?<![十积得计满评])分$"), re.compile("次(?:拨付|支付|发放|缴|兑付|返还|到位)")
"""`分两次拨付`: in how many parts."""
_NO_MORE: Final = re.compile("为限")
"""`延期以两次为限`."""
_AT_MOST: Final = re.compile(
    r"(?:(?:最多|至多|不[得应能]?超过)[^，。；\d的]{1,6}|[只仅](?:能|可以?|得|限|允许|予)[^，。；\d的]{2,8}|原则上[只仅]有)$"
)
"""`最多可申请延期3次`, `只能享受一次`: the bound stands in front of the act."""
_JUST: Final = re.compile(r"[只仅](?!需|要|跑|是|有|用|能|可|得|限|允许|予)[^，。；\d的]{2,8}$")
"""`补考只安排一次`: just so often, no more and no less."""
_ONLY_NEEDS: Final = re.compile(r"[只仅]需(?!要?跑)[^，。；\d的]{1,4}$")
"""`热线只需转办一次`: no oftener is needed."""
_MAY: Final = re.compile(r"(?:可以|可(?![以能])|允许|重新)[^，。；\d的]{1,8}$")
"""`可续借1次`, `重新答辩一次`: how often something is allowed."""
_AT_LEAST: Final = re.compile(r"(?:至少|最少|不[得应能]?少于)[^，。；\d的有]{1,6}$")
"""`孕期至少产检5次`: the bound stands in front of the act."""
_SET_PHRASE: Final = re.compile(
    r"一次(?:(?:实施|建设|改造|规划)?到位|申请|受理|办结|办好|办成|提交|登录|认证|评审|审核|采集|录入|授权|填报"
    r"|[扣加减记罚](?=\d)|填表|申报|补正|成型|投入|通过|到位|就诊|取样|联动|验收|检测到底|接触|发放|"
    r"补偿|规划)"
)
_ORDINAL: Final = re.compile(r"第[一二三四五六七八九十百零\d]*$")
_REFERS_BACK: Final = re.compile(r"(?:次|遍|轮)?[^，。；]{0,6}(?:间隔|之间)")
"""`…，两次检查间隔不超过18个月`: at the start of a clause the count only refers to what was said."""
_DONE_TO: Final = re.compile(r"[对将把](?![^，。；]*[曾已])[^，。；\d的]{3,14}$|加强$")
"""`对雨水管道全面疏通|一次`, `首免后加强1次`: whatever is done to it."""
_MUST_ACT: Final = re.compile(
    "(?:[须应]当?|(?<![主需重首])要(?!求)|必须|每人|每名[^，。；]{0,4}|各)[^，。；\\d的有]{2,10}$"
)
"""`每人测试|3次`, `寒假前要布置|一次作业`: whatever must be done."""
_ACT: Final = re.compile(
    r"检测|检查|复[检查核议]|补考|演练|培训|排查|消毒|消杀|学习|会议|活动|教育|体检|巡查|巡检|督查|"
    r"抽查|评估|监测|采样|筛查|疫苗|接种|会商|研判|宣传|调研|走访|回访|随访|测温|"
    r"测量|清查|整治"
    r"|开展|进行|组织|召开|实施|申请延期|延期|报送|公布|抗体|核酸|考核|考试|通报|轮训|辅导|接受|享受|做|举办|免疫|注射|投递|催告|公告|张贴|改报|递补|延长|更改|变更|补报|补正"
)


def _times(match: re.Match[str]) -> Iterator[Mention]:
    """`两次核酸检测` → `2`, `至少开展1次` → `>=1`; set phrases (`一次办结`, `最多跑一次`) and told events give none."""
    text = match.string
    if ending_at(_ORDINAL, text, match.start("n")):
        return
    before, after = text[max(0, match.start() - 14) : match.start()], text[match.end("n") : match.end() + 14]
    if _REFERS_BACK.match(after) and (not before or before[-1] in "，；。：（、"):
        return
    needed = _ONLY_NEEDS.search(before)
    marked = (
        (ending_at(_WITHIN, text, match.start()) and _MARK.match(after))
        or (_SO_OFTEN.search(before) and _SO_OFTEN_THEN.match(text, match.end()))
        or (_EVENTS.search(before) and _CASE.match(text, match.end()))
        or (_SUMMED.search(before) and _SO_SUMMED.match(text, match.end()))
        or (before.endswith("连续") and _IN_A_ROW.match(text, match.end()))
        or _IN_VAIN.match(text, match.end())
    )
    if not marked and (
        re.search(
            r"每(?:[隔逢]|个|半|[\d一二两三四五六七八九十]+个?)?(?:年|月|日|天|周|星期|季|学期|学年|旬|小时|晚|班)[^，。；]{0,6}$|"
            r"每(?:[增多减缺迟漏新]|发[生现]|出现|开展|组织|完成)[^，。；]{0,6}$|"
            r"(?<![至不最])少[^，。；]{0,3}$",
            before,
        )
        or (
            _NOT_BEFORE.search(before)
            and not (bound(match.groupdict()) and _EVENTS.search(before))
            and not before.endswith(("原则上只有", "原则上仅有"))
            and not needed
        )
        or _SET_PHRASE.match(text, match.start("n"))
    ):
        return
    reached = _REACHED.search(before)
    at_least = _AT_LEAST.search(before)
    allowed = _MAY.search(before)
    in_parts = _IN_PARTS.search(before) and _PAID.match(after)
    limited = _LIMITED.search(before) or _AT_MOST.search(before) or _NO_MORE.match(text, match.end())
    if not bound(match.groupdict()) and not (
        marked
        or reached
        or limited
        or in_parts
        or at_least
        or allowed
        or needed
        or _JUST.search(before)
        or _MUST_ACT.search(before)
        or _ACT.search(after)
        or _ACT.search(before[-8:])
        or (_DONE_TO.search(before) and text[match.end() : match.end() + 1] in "，。；、）")
    ):
        return
    sign = bound(match.groupdict()) or (">=" if reached else "")
    if limited and not sign:
        sign = "<="
    sign = sign or (">=" if at_least else "")
    low = f"{plain(number(match['low']))}.." if match["low"] and not sign else ""
    yield Mention("count", sign + low + plain(number(match["n"])), match.start(), match.end())


def _doses(match: re.Match[str]) -> Iterator[Mention]:
    yield Mention("count", bound(match.groupdict()) + plain(number(match["n"])), *match.span("value"), confidence=0.75)


FORMS: Final = (every(_COUNT, _times), every(_DOSES, _doses))
