"""A question as a value: words, filters, order; and how a question reads in Chinese.

One table of operators and one of fields: what can be asked, how it may be spelt and how it is described back cannot
drift apart. A filter compares only what compares: `期限>=14天` holds for lengths in hours, days and weeks; for months
or working days only where the question asks to convert, and then only where it certainly holds
(see `extract.reckoning.values.in_hours`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from extract.reckoning.values import Span
from ingest import patterns as re
from search import labels
from search.errors import QueryError
from search.questions import words
from search.questions.fields import FILTERS, Field, Form, Grain
from search.questions.operands import Operand, operand

Order = Literal["newest", "relevance"]


@dataclass(frozen=True, slots=True)
class Operator:
    """One way to compare: its sign, its other spellings, how it is said, and the forms of field that it suits."""

    sign: str
    spellings: tuple[str, ...]
    said: str
    forms: frozenset[Form]


_NUMERIC: frozenset[Form] = frozenset({"date", "number", "length", "rate", "amount"})
_EXACT: frozenset[Form] = _NUMERIC | {"code"}

OPERATORS = (
    Operator(">=", ("≥", "＞＝", "不少于", "不低于", "至少", "不早于"), "不少于", _NUMERIC),
    Operator("<=", ("≤", "＜＝", "不超过", "不多于", "至多", "不晚于"), "不超过", _NUMERIC),
    Operator("!=", ("≠", "！＝", "不是", "不等于"), "不是", frozenset({"code"})),
    Operator("==", ("＝＝", "仅", "恰为"), "仅为", frozenset({"place"})),
    Operator(">", ("＞", "大于", "多于", "晚于"), "大于", _NUMERIC),
    Operator("<", ("＜", "小于", "少于", "早于"), "小于", _NUMERIC),
    Operator("=", ("＝", "等于", "属于", "是"), "为", _EXACT | {"place"}),
    Operator("~", ("～", "包含", "含有", "含"), "包含", frozenset({"text", "days"})),
)
"""Longer signs stand before those that begin them."""

_SAID_OF: dict[Form, dict[str, str]] = {
    "date": {">=": "不早于", "<=": "不晚于", ">": "晚于", "<": "早于"},
    "place": {"=": "属于"},
}


@dataclass(frozen=True, slots=True)
class Filter:
    """One condition on one field; `text` is the operand as written, `operand` as compared."""

    field: Field
    operator: Operator
    text: str
    operand: Operand

    @property
    def span(self) -> Span:
        """The operand of a field whose value is a length, rate, amount or day."""
        return cast(Span, self.operand)

    @property
    def scalar(self) -> str | float:
        """The operand of any other field."""
        return cast(str | float, self.operand)

    def describe(self) -> str:
        """The condition in Chinese."""
        said = _SAID_OF.get(self.field.form, {}).get(self.operator.sign, self.operator.said)
        below = "及其下级" if said == "属于" else ""
        return f"{self.field.label}{said}{_shown(self)}{below}"


@dataclass(frozen=True, slots=True)
class Term:
    """Words to look for: any of the alternatives, or none of them where `excluded`."""

    alternatives: tuple[str, ...]
    excluded: bool = False

    def describe(self) -> str:
        """The term in Chinese."""
        said = "或".join(f"“{text}”" for text in self.alternatives)
        return f"不含{said}" if self.excluded else f"含{said}"


@dataclass(frozen=True, slots=True)
class Query:
    """A question to the store. `number` is the key of a document number that stood among the words."""

    grain: Grain = "requirement"
    terms: tuple[Term, ...] = ()
    number: str | None = None
    filters: tuple[Filter, ...] = ()
    order: Order = "newest"
    limit: int = 20
    offset: int = 0
    convert: bool = False
    on: str | None = None
    """The day (ISO) on which the status is asked; `None`: today."""

    def describe(self) -> str:
        """The question in Chinese, so that an officer can check what was understood."""
        said = [term.describe() for term in self.terms] + [condition.describe() for condition in self.filters]
        if self.number:
            said.insert(0, f"发文字号为“{shown_number(self.number)}”")
        convert = "（月和工作日按确定无疑的范围折算后比较）" if self.convert else ""
        on = f"（效力以{self.on}为准）" if self.on else ""
        return f"{labels.GRAINS[self.grain]}：{'；'.join(said) or '全部'}{convert}{on}"

    def marked(self) -> tuple[str, ...]:
        """The words to be marked in what is found."""
        return tuple(text for term in self.terms if not term.excluded for text in term.alternatives)


def shown_number(key: str) -> str:
    """A document number as it is written, from its key."""
    return "{}〔{}〕{}号".format(*key.rsplit("-", 2))


_TERM = re.compile(r"""(-?)(?:["“”]([^"“”]+)["“”]|(\S+))""")
_MEASURED = re.compile(r"(?<=[0-9])\s+(?=小时|分钟|工作日|[天日周个月年次号元万亿人%])|(?<=第)\s+(?=[0-9])", re.ASCII)


def ask(
    text: str = "",
    filters: tuple[Filter, ...] = (),
    *,
    grain: Grain = "requirement",
    order: Order = "newest",
    limit: int = 20,
    offset: int = 0,
    convert: bool = False,
    on: str | None = None,
) -> Query:
    """A question from words as typed: blanks mean *and*, `|` *or*, a leading `-` *not*, quotes keep blanks together.

    A document number among the words is looked up as such, whatever its brackets and width; a word that compares a
    field by a sign (`期限>=14天`) is a condition, in quotes it is words. Raises `QueryError` for a single character,
    which no index entry holds, and for a condition that makes no sense.
    """
    typed = [match[0] for match in _conditions().finditer(text) if match["sign"]]
    number, rest = words.cut_number(_conditions().sub(lambda match: "" if match["sign"] else match[0], text))
    joined = _MEASURED.sub("", words.fold(rest) if rest else "")
    terms = tuple(_term(match[1], match[2], match[3]) for match in _TERM.finditer(joined))
    return Query(grain, terms, number, (*filters, *map(parse_filter, typed)), order, limit, offset, convert, on)


@cache
def _conditions() -> re.Pattern[str]:
    """The conditions among words: a field's name, a sign (是 and 超过 may stand in any text) and an operand.

    What stands in quotes is matched without `sign`, so that it stays words.
    """
    signs = "<>=!~≥≤≠＞＜＝！～"
    compared = rf"(?:{_any_name()})\s*(?P<sign>[{signs}]+)\s*[^\s{signs}]\S*"
    return re.compile(rf'["“”][^"“”]+["“”]|(?<!\S){compared}')


def _term(sign: str, quoted: str | None, bare: str | None) -> Term:
    alternatives = (quoted,) if quoted else tuple(filter(None, str(bare).split("|")))
    if not alternatives or any(words.phrases(text) == ((), ()) for text in alternatives):
        raise QueryError(f"检索词“{quoted or bare}”太短", "请写两个字以上，或一个数字（如 37.3）")
    return Term(alternatives, excluded=bool(sign))


@cache
def _filter_pattern() -> re.Pattern[str]:
    signs = [spelling for operator in OPERATORS for spelling in (operator.sign, *operator.spellings)]
    longest = sorted(signs, key=len, reverse=True)
    return re.compile(rf"\s*({_any_name()})\s*({'|'.join(map(re.escape, longest))})\s*(.+?)\s*")


def _any_name() -> str:
    """The source of a pattern for the name of any field, the longer names first."""
    names = (name for field in FILTERS for name in names_of(field))
    return "|".join(map(re.escape, sorted(names, key=len, reverse=True)))


def names_of(field: Field) -> tuple[str, ...]:
    """Every name under which a field can be asked."""
    return (field.label, field.name, *field.aliases)


def parse_filter(text: str) -> Filter:
    """A condition as typed: `期限>=14天`, `检测日 包含 7`, `地区=重庆市`, `效力用语!=可以`; raises `QueryError`."""
    match = _filter_pattern().fullmatch(text)
    if match is None:
        raise QueryError(
            f"看不懂的筛选条件“{text}”", f"请写成“字段 比较符 值”，如 期限>=14天；字段有：{_listed(FILTERS)}"
        )
    field = next(field for field in FILTERS if match[1] in names_of(field))
    operator = next(operator for operator in OPERATORS if match[2] in (operator.sign, *operator.spellings))
    return condition(field, operator.sign, match[3])


def condition(field: Field, sign: str, text: str) -> Filter:
    """The condition that `field` compares by `sign` with `text`; raises `QueryError` where that makes no sense."""
    operator = next(operator for operator in OPERATORS if operator.sign == sign)
    if field.form not in operator.forms:
        allowed = "、".join(option.sign for option in OPERATORS if field.form in option.forms)
        raise QueryError(f"“{field.label}”不能用“{sign}”比较", f"可以用：{allowed}")
    return Filter(field, operator, text.strip(), operand(field, text.strip()))


def field_named(name: str) -> Field:
    """The field that can be asked under `name`; raises `QueryError`."""
    found = next((field for field in FILTERS if name in names_of(field)), None)
    if found is None:
        raise QueryError(f"没有“{name}”这个字段", f"字段有：{_listed(FILTERS)}")
    return found


def _listed(fields: tuple[Field, ...]) -> str:
    return "、".join(field.label for field in fields)


def _shown(condition: Filter) -> str:
    if condition.field.form == "days" and isinstance(condition.operand, Span):
        unit = {"D": "天", "W": "周", "M": "月"}[condition.operand.unit]
        return f"第{condition.operand.low:g}{unit}"
    if condition.field.form == "code" and isinstance(condition.operand, str):
        return condition.field.codes.get(condition.operand, condition.text)
    return f"“{condition.text}”" if condition.field.form == "text" else condition.text
