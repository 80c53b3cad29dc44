"""Who can act: whether words are the name of a body, a role or a person in office, and no piece of the sentence.

The plain words that stand before or beside a name and never in it are those of `lexicon/not_names.csv`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from extract.grammar.clause_words import ACT
from extract.grammar.masking import MASK, mask
from extract.lexicon import load
from ingest import patterns as re


def _words(*codes: str) -> str:
    return "|".join(word.surface for word in load("not_names.csv") if word.code in codes)


PASSIVE: Final = (
    r"被(?=(?:监管|主管|有关|执法|行政)(?:部门|机关))|"
    r"被(?![^的]{1,4}(?:人员?|单位|机构|银行|企业|部门|公司|者)(?![^等和、及]))"
)
"""被, but not in 被评价单位, which is a name."""
_BARE: Final = re.compile(
    r"[和及与、或]*(?:部门|单位|机构|机关|主体|委员会|小组|(?:专家|工作)组|专班|中心|办公室|窗口|[处科]室|人?员|(?!专|有|"
    r"无)[^，。；]{0,2}人|"
    r"[局委厅处科站所会组办部队方仓]|"
    r"海关|企业|平台|岗位?|对象|银行|支?行|公司|小组成员)"
    r"(?:及其|的|主要|主管|有关|相关|负责|工作|各|成员|人员|负责人|同志|"
    r"[部门单位机构])*"
)
"""What is left of a name that opens with a verb: 受理|部门, 评审|委员会 are names, 支持|外资机构 is not."""
_OPENS: Final = re.compile(
    rf"{PASSIVE}|[对为向把将让与和并且由按仅即凡既等]|给(?![水排])|证明(?!人)|点击|待(?![遇业])|暂时|属(?!地)|距(?!离)|"
    rf"使(?!用[单人者]|馆)|以(?![上下])|"
    rf"在(?![建编册职岗沪京校线])|从(?!业)|其从|"
    r"不(?!动产)|未|或|已(?!..(?:企业|单位|机构)$)|"
    r"[一二三四五六七八九]要|非经|无(?!锡|为|障碍)|可(?!再生)|应(?!急|用型|城)|须|要|是|指(?![挥导定])|到|视(?!听|觉)|"
    r"经(?![营济开办贸信销法委])|交由|年?\d+月|日内|内以|中均|[，。；：、）〕】]"
)
"""Prepositions, conjunctions and rests of dates: no name without an attribute (…的) opens so."""
_SAYS: Final = re.compile(
    rf"{_words('inside', 'anywhere')}|{PASSIVE}|(?<![相针绝面反])对(?![口外象接应公])|(?<!面)向(?!量)|把(?!关)|"
    r"将(?!军)|(?<![行作成认])为(?!民|主(?!要))|仍|已(?!..(?:企业|单位|机构)$)|了|"
    r"(?<![存所潜内实])在(?![建编册职岗沪京校线]|地)|"
    r"会同(?!商)|按每|"
    r"推荐的?$|(?<=[^及或和、])其(?![他它])|发布(?![者方]|单位|机构|平台|主体)|请(?=[与向对在将把到])|关于|前往|"
    r"(?<=.)以(?![上下内外及来])|(?<=.)每[次日天]|并经|(?<=.)未经|经与|定于|(?<=.)经(?:相关|有关|上级|属地|主管|同级)|(?<![自理缘经事])由(?!于)|(?<![报达])到(?![位处])|传达到|"
    r"[。；：:！？（）〔〕【】]|至(?=[上所各本当相有])|[一两\d][名位]|(?<!等)(?<!\d)\d+个|至少|(?<![拥享没])有(?=\d)"
)
"""What stands in a sentence about a body and never in its name."""
_PIVOT: Final = re.compile(
    rf"[\d.]+[%％]|[一二三四五六七八九十]+位的|{_words('front', 'anywhere')}|促进(?!局|中心|会)|"
    rf"重点(?=[打清整推落指梳吸]|建设(?!单位|项目)|培育|"
    rf"支持|发展|围绕|聚焦|扶持|引进)|严格要求|书面(?=报告|告知|通知)|"
    r"指(?![挥导定标])|你[省市局委]"
)
"""What is done to the one who is named behind it, attributes and all (支持|符合条件的保险机构)."""
_TOLD: Final = re.compile(r"对象为|(?<![但若还])是(?!否)|(?:部门|单位|机构|企业|[局委厅户点])(?:已有|均为)")
"""`市数据局是热线工作的主管部门`: what a body is or has."""
_NO_HEAD: Final = re.compile(
    r"(?:^农村|^城镇|^城乡|[大全布格结]局|[排站列]队|\d米处|住所|有所|同时站|网站|系统|(?<!防控)(?<!联控)机制|之间|[以之][内外]|多部门|^双方|^各方|"
    r"^全[省市县区国州]|梯队|住院|出院|入院|职责|(?:资金|经费|费用)[省市县]级|"
    r"(?<=[\u4e00-\u9fff])(?<![省市县区州盟旗级央方国地两益由、和与及本])财政)$"
)
"""How names of things end that look like a body's: 大局 is no 局, a system or a mechanism is moved by others."""


_WORKS: Final = re.compile(r"(?:[\u4e00-\u9fff]{2,6}、)+[\u4e00-\u9fff]{2,6}等?(?:各?单位|部门|机构|企业|各方)")
"""`建设、施工、监理等单位`: each by what it does."""


@lru_cache(maxsize=8192)
def is_body(name: str) -> bool:
    """Whether a noun phrase (a list too) names those who can act; attributes in front (…的) may hold any word."""
    covered = mask(name).strip(f"{MASK} ") or name.strip("“”《》（） ")
    bare = covered.rpartition("的")[2] or covered
    if ("）" in covered) != ("（" in covered):
        return False
    if _PIVOT.match(covered) or _TOLD.search(covered) or _SAYS.search(bare) or _NO_HEAD.search(bare):
        return False
    if "的" in covered:
        return True
    if _OPENS.match(covered):
        return False
    return not ACT.match(covered) or _opens_with_its_work(covered) or bool(_WORKS.fullmatch(covered))


def _opens_with_its_work(covered: str) -> bool:
    """`受理部门`: the verbs in front of a name's head tell what the body does."""
    return _BARE.fullmatch(covered, past_acts(covered)) is not None


def is_named_by(covered: str, act: re.Match[str]) -> bool:
    """`环境|监测机构按季度…`: whether a verb stands in a body's name, whose head follows and then what the body does.

    Verbs that move another (督促机构对…) begin what is done.
    """
    return len(act[0]) == 2 and not _MOVES.match(act[0]) and _HEAD_THAT_ACTS.match(covered, act.end()) is not None


_MOVES: Final = re.compile(
    rf"{_words('front', 'anywhere')}|组织|委托|授权|通知|告知|会同|联合|协调|配合|安排|要求|发现|确定|发布|提供|加强|"
    "完善|建立|利用|通过"
)
_HEAD_THAT_ACTS: Final = re.compile(
    "(?:管理|服务|执法)?(?:机构|部门|单位|中心(?!内|城)|站(?![点台位]))(?=按|对(?!象)|[在于](?!线)|每|自(?![主行动])|"
    "将|应|须|要|"
    "[接收]到|负责(?!人|的)|依法(?!的)|定期|及时|立即|第一时间)"
)


def past_acts(covered: str, at: int = 0) -> int:
    """Where the verbs end that a phrase goes on with at `at` (监督检查|部门)."""
    while act := ACT.match(covered, at):
        at = act.end()
    return at


def only_describes(covered: str, end: int) -> bool:
    """`市县签发的证照…`: a unit whose verb runs into 的 tells whose the noun behind it is."""
    acts = past_acts(covered, end)
    describes = covered.startswith("的", acts) and not _ON_THAT_DAY.match(covered, acts)
    return acts > end and describes and covered[end] != "是"


_ON_THAT_DAY: Final = re.compile("的(?:当[日天]|[次翌]日|第[二三]天|同时)")
"""`税务机关应于收到申报|的当日办理登记`: on which day it acts, and no noun of its own."""
