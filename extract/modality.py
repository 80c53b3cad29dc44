"""The force of a clause: what must, must not, should or may be done."""

from __future__ import annotations

from typing import Final

from extract.grammar.clause_words import MAY
from extract.records import Modality
from ingest import patterns as re

_MUST_NOT: Final = re.compile(
    r"不得(?!少于|低于|超过|高于|小于|大于|多于|短于|长于|[迟晚早]于)|严禁|禁止|不准(?![^，。；]{0,8}的?决定)|"
    r"(?<!可)(?<!可以)不再(?!受理)|(?<!可)(?<!可以)不予(?![^，。；]{0,12}决定)|不能(?!够)|"
    r"不(?:安排|举[办行]|组织|召开|接待|聚集)(?=[\d一二两三四五六七八九十百]+[名位人桌]及?以上)|不流动|不允许|杜绝|不纳入"
)
_SHOULD: Final = re.compile(
    r"原则上|尽量|倡导|鼓励(?!创新原则|政策|措施|机制|做强)|"
    r"(?<!意见)(?<!意见和)(?<!意见、)(?<!政策)(?<!对策)建议(?!书|权|、|和|的|收集|征集|，|。|；|$)|提倡|引导(?=在|其|"
    r"其在)|(?<![事适便时不相])宜(?=\w)"
)
_MAY: Final = re.compile(rf"{MAY}|(?<!只)允许|有权")
_WHO_CANNOT: Final = re.compile(
    r"(?:^|(?<=[，。；、对]))(?:暂时|确实|[因受][^，。；的不]{2,16})?不能(?!够)[^，。；]{1,20}的[^，。；的]{0,10}"
    r"(?:企业|单位|机构|主体|公司|商户|人员|职工|学生|居民|家庭|[户者])(?=[^，。；、])"
)
"""`对受影响不能正常经营的企业免收租金`: who cannot do what is forbidden nothing."""
_BAN_IN_A_NAME: Final = re.compile(
    "(?:设置|设立|张贴|悬挂|划定|公布|列入|编制|发布)[^，。；]{0,12}?(?:禁止|严禁)[^，。；]{0,12}?"
    "(?:标[志识牌线语]|警示|区|目录|清单|名单)|禁止类|禁止燃放区"
)
"""`应当设置禁止吸烟标志`, `划定禁止采砂区域`: what is set up has a ban in its name."""
_NOT_MUST: Final = re.compile("|".join(words.pattern for words in (_MUST_NOT, _SHOULD, _MAY)))
"""Most clauses hold none of all these words."""
_MUST: Final = re.compile(
    r"(?<![主重需必紧概摘想只将首次简])要(?![求素点件闻道])|"
    r"(?<!知道或)(?<!知道或者)(?<![适相响反供效感])应(?![用急届聘收付税纳诊知])|(?<!无)须|一律|严格|确保|务必"
)
"""`可以使用应急资金`, `可以自知道或者应当知道之日起…提出` oblige nobody."""


def modality(words: str) -> Modality:
    """The force of a clause: `不得` must_not, `原则上` should, `可` may, else must (the contract's word lists)."""
    words = _WHO_CANNOT.sub("", words) if "不能" in words else words
    words = _BAN_IN_A_NAME.sub("", words) if "禁" in words else words
    if not _NOT_MUST.search(words):
        return "must"
    if _MUST_NOT.search(words):
        return "must_not"
    if _SHOULD.search(words):
        return "should"
    if _MAY.search(words) and not says_must(words):
        return "may"
    return "must"


def says_must(words: str) -> bool:
    """Whether a word of obligation stands in the clause, so that its force is said and not only the default."""
    return bool(_MUST.search(words))


def opens_with_should(words: str) -> bool:
    """`原则上，…`: a recommendation that opens its clause holds for the next one too."""
    return bool(_SHOULD.match(words))
