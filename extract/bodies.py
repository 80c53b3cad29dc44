"""Who can act: whether words are the name of a body, a role or a person in office, and no piece of the sentence."""

from __future__ import annotations

from functools import lru_cache

from extract.clause_words import ACT
from extract.masking import MASK, mask
from ingest import patterns as re

_BARE = re.compile(
    r"[和及与、或]*(?:部门|单位|机构|机关|主体|委员会|小组|专班|中心|办公室|窗口|人员|[^，。；]?人|[局委厅处科站所会组办]|"
    r"企业|平台|岗位?|银行|支?行|公司|小组成员)(?:及其|的|主要|有关|相关|负责|工作|各|成员|人员|负责人|同志|[部门单位机构])*"
)
"""What is left of a name that opens with a verb: 受理|部门, 评审|委员会 are names, 支持|外资机构 is not."""
_OPENS = re.compile(
    r"(?:[对为向把将让使与和并且由按仅即凡既等]|被(?![^的]{2,4}(?:人员?|单位|机构|银行|企业|部门|公司|者)(?![^等和、及]))|以(?![上下])|在(?![建编册职岗沪京校线])|从(?!业)|其从|"
    r"不(?!动产)|未|或|已|非经|无(?!锡|为|障碍)|可(?!再生)|应(?!急|用型|城)|须|要|是|指|到|视(?!听|觉)|经(?![营济开办贸信销法委])|交由|"
    r"年?\d+月|日内|内以|中均|[，。；：、）〕】])"
)
_SAYS = re.compile(
    r"(?<![相针绝面反])对(?![口外象接应公])|(?<!面)向(?!量)|把(?!关)|将(?!军)|(?<![行作成认])为(?![民主])|被(?![^的]{2,4}(?:人员?|单位|机构|银行|企业|部门|公司|者)(?![^等和、及]))|[已仍]|"
    r"了|(?<![但若])是(?!否)|(?<![存所潜内实])在(?![建编册职岗沪京校线]|地)|担任|兼任|设在|下设|任组长|同意|约定|"
    r"会同(?!商)|发现|推送|核实|帮助|推荐的?$|推动|建立|打造|设立|成立|依托|根据|按照|通过|具有|存在|受到|纳入|进驻|转嫁|发布|释放|落户|要求|"
    r"指出|投诉举报|违规|有义务|应当|必须|要认真|将(?=对|于|在)|[。；：:！？（）〔〕【】]"
)
"""What stands in a sentence about a body and never in its name."""
_PIVOT = re.compile(
    r"支持|鼓励|引导|指导|推动|督促|帮助|促进(?!局|中心|会)|确保|协助|主动|重点(?=[打清整推落指梳吸])|面向|针对|书面(?=报告|告知|通知)|吸引|动员|发动|加强|强化|指(?![挥导定标])|你们|你[省市局委]"
)
"""What is done to the one who is named behind it, attributes and all (支持|符合条件的保险机构)."""
_TOLD = re.compile(r"(?<![但若还])是(?!否)|(?:部门|单位|机构|企业|[局委厅户点])(?:已有|均为)")
_NO_HEAD = re.compile(
    r"(?:[大全布格结]局|住所|有所|同时站|网站|系统|(?<!防控)(?<!联控)机制|之间|[以之][内外]|多部门|^双方|^各方)$"
)
"""How names of things end that look like a body's: 大局 is no 局, a system or a mechanism is moved by others."""


@lru_cache(maxsize=8192)
def is_body(name: str) -> bool:
    """Whether a noun phrase (a list too) names those who can act; attributes in front (…的) may hold any word."""
    covered = mask(name).strip(f"{MASK} ") or name.strip("“”《》（） ")
    bare = covered.rpartition("的")[2] or covered
    if _OPENS.match(covered) and "的" not in covered:
        return False
    if _PIVOT.match(covered) or _TOLD.search(covered):
        return False
    opening = ACT.match(covered)
    if opening and bare == covered and not _BARE.fullmatch(covered, past_acts(covered)):
        return False
    return not (_SAYS.search(bare) or _NO_HEAD.search(bare))


def past_acts(covered: str, at: int = 0) -> int:
    """Where the verbs end that a phrase goes on with at `at` (监督检查|部门)."""
    while act := ACT.match(covered, at):
        at = act.end()
    return at
