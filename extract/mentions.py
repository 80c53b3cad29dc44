"""A `Mention`: one value found in one sentence, before it is known whom it binds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from extract.records import Kind
from ingest import patterns as re

_OF_A_BASE: Final = (
    r"(?:[^，。；\d为按达至给补奖不]{2,30}的\d|[^，。；\d]{0,12}基础上|点(?![数球])|指标(?!数?值?[为是：]))"
)
"""`最低缴费基数的50%`, `最高额度基础上提高10万元`, `距最低点25厘米`: the least or most belongs to the base."""
BOUND_BEFORE: Final = (
    rf"(?:(?P<ge>不[得应宜可能]?[少低小短]于|至少|最少(?!的)|最短|最低(?!的|生活保障|工资|限度|{_OF_A_BASE})|不少於|下限(?!至)为?|"
    rf"大于等于|大于或等于|达到或者?(?:超过|高于)|≥|>=|＞=)"
    rf"|(?P<le>(?:[不未][得应宜可能准许]?|不允许|严禁|禁止)(?:超(?:过|(?=[\d一二三四五六七八九十]))|突破)|不[得应宜可能]?[高多大长]于|最多(?!的)|最高(?!的|一[项个级次档]|{_OF_A_BASE})"
    rf"|最长为?|至多|(?<!达到)(?<!超过)最大(?!的|{_OF_A_BASE})|上限为?|封顶(?=[\d一二三四五六七八九十])|小于等于|小于或等于|≤|<=|＜=)"
    r"|(?P<gt>超过(?!(?:的|[^，。；\d]{1,8}的)?部分)|突破(?=[\d两二三四五六七八九十]|一[百千万亿半])|"
    r"超(?=[\d一二三四五六七八九十])|高于|大于|多于|超出(?!的?部分)|＞|>)|(?P<lt>低于"
    r"|少于|小于|不足|不满|未满|未达到?|(?:无法|不能|未能|难以)达到|达?不到(?![位岗场达期账人])|＜|<))"
)
"""Words before a value that bound it, as named groups `ge le gt lt`."""

BOUND_END: Final = re.compile(rf"{BOUND_BEFORE}$")
"""A bound right in front of what is looked at."""
BOUND_AFTER: Final = (
    r"(?:(?P<above>(?:（含）|\(含\)|及其?|\(含本数\))?(?:以上|"
    r"起步|及以上))|(?P<below>(?:（含）|\(含\)|及其?)?(?:以下|以内|"
    r"之内|及以下)))"
)
"""Words after a value that bound it; 以上 and 以下 include the value itself (民法典 § 1259)."""


_REACH: Final = 120
"""Characters that a look back may cover: a list and its label, not a sentence of a hundred clauses."""


def ending_at(pattern: re.Pattern[str], text: str, at: int) -> re.Match[str] | None:
    """Match of `pattern` (it ends in `$`) in the text in front of `at`, at a cost that does not grow with `at`."""
    return pattern.search(text, max(0, at - _REACH), at)


def bound(groups: dict[str, str | None]) -> str:
    """The sign of a bounded value from the groups of `BOUND_BEFORE` and `BOUND_AFTER`; empty for an exact one."""
    if groups.get("ge") or groups.get("above"):
        return ">="
    if groups.get("le"):
        return "<="
    if groups.get("gt"):
        return ">"
    if groups.get("lt"):
        return "<"
    return "<=" if groups.get("below") else ""


_FIGURE_AND_UNIT: Final = r"\d[\d.,]*[^\d.,，。；、]{1,6}"
_SHARED: Final = re.compile(
    rf"{BOUND_BEFORE}(?:[^，。；、\d]{{2,30}}的)?{_FIGURE_AND_UNIT}"
    rf"(?:(?:、{_FIGURE_AND_UNIT})*(?:或者?[^\d，。；、的]{{0,6}}|、)|(?:、{_FIGURE_AND_UNIT})+(?<=和))$"
)


def shared_bound(before: str) -> str:
    """`超过3个月或|60课时`, `突破1亿元、5亿元和|10亿元`: the bound of the first holds for the next, which has none."""
    match = _SHARED.search(before) if "或" in before or before.endswith(("、", "和")) else None
    return bound(match.groupdict()) if match else ""


_FORBIDDEN: Final = re.compile("(?:不(?:[得准许能应可]|(?=同时))|严禁|禁止)(?:同时|再)?[^，。；\\d的]{1,8}$")


def forbidden(text: str, at: int) -> bool:
    """`不得滞留|超过30日`: whether what would be more than the bound at `at` must not be."""
    return ending_at(_FORBIDDEN, text, at) is not None


@dataclass(frozen=True, slots=True)
class Mention:
    """A value at `start:end` of a sentence's text; `claim` is the stretch that no weaker finder may read again."""

    kind: Kind
    value: str
    start: int
    end: int
    claim: tuple[int, int] = (0, 0)
    confidence: float = 0.9
    flags: tuple[str, ...] = ()
    act: bool = False
    """Whether the words name the act as well as its value (`三天三检`, `即收即办`, `日报告`)."""

    @property
    def reach(self) -> tuple[int, int]:
        """The stretch that this mention claims: `claim`, else its own words."""
        return self.claim if self.claim != (0, 0) else (self.start, self.end)


_OUTSIDE: Final = re.compile(
    r"(?:^|(?<=[“‘，、。；（(称中\n]))(?P<way>以[上下])(?=[^，。；（(含包]{0,8}不(?:包括|包含|含)本数)"
)
_SIGNS: Final = {"以上": (">=", ">"), "以下": ("<=", "<")}


def bounds_outside(text: str) -> frozenset[str]:
    """Which of 以上 and 以下 do not include the number itself, because the notice says so (`以下不包括本数`)."""
    return frozenset(match["way"] for match in _OUTSIDE.finditer(text)) if "本" in text else frozenset()


def outside_bound(mention: Mention, text: str, outside: frozenset[str]) -> Mention:
    """`60分以下` where `以下不包括本数`: the mention in `text` with the sign that the notice gives its bound."""
    word = text[mention.end - 2 : mention.end]
    if word not in outside or text[mention.end - 3 : mention.end - 2] in ("及", "）", ")"):
        return mention
    closed, opened = _SIGNS[word]
    return (
        replace(mention, value=opened + mention.value.removeprefix(closed))
        if mention.value.startswith(closed)
        else mention
    )
