"""A `Query` → SQL, by pure functions.

Three traps of the planner are avoided on purpose, each measured as ten to a hundred times slower: the join order from
full text to rows is pinned (`CROSS JOIN`); a set of rows is tested with `+rowid IN`, never pushed into the full text;
relevance is computed for no more than the newest `RANKED` hits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from extract.reckoning.values import TIME_UNITS, in_hours
from search.questions import words
from search.questions.entries import tag
from search.questions.fields import VALUE_FORMS, Grain, facets
from search.questions.force import requirement_status_on, status_on
from search.questions.gazetteer import prefix
from search.questions.query import Filter, Query, Term

RANKED = 5000


@dataclass(frozen=True, slots=True)
class Sql:
    """A piece of SQL and the values of its question marks."""

    text: str
    values: tuple[str | float | None, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.text)


@dataclass(frozen=True, slots=True)
class Table:
    """The tables of one grain: its rows, its alias, its full text and the columns that words are looked for in."""

    name: str
    alias: str
    index: str
    searched: str
    facets: tuple[tuple[str, str], ...]


def _facets(grain: Grain, *, shared: str) -> tuple[tuple[str, str], ...]:
    """(name, column) of each facet; place and year are read from the alias `shared`."""
    own = {"requirement": "r", "notice": "n", "relation": "x"}
    return tuple(
        (field.name, f"{shared if field.grain != grain else own[grain]}.{field.name}") for field in facets(grain)
    )


TABLES: dict[Grain, Table] = {
    "requirement": Table(
        "requirement",
        "r",
        "requirement_words",
        "{quote subject action responsible}",
        _facets("requirement", shared="r"),
    ),
    "notice": Table("notice", "n", "notice_words", "{title body issuers}", _facets("notice", shared="n")),
    "relation": Table("relation", "x", "", "", _facets("relation", shared="n")),
}

_OF_NOTICES: tuple[Grain, ...] = ("requirement", "relation")
"""The record types that belong to a notice."""


def answer(query: Query) -> Sql:
    """One statement for the whole answer, in rows of (what, value, number): total, counts of each facet, the page.

    The hits are found once and kept for all of it; where the question narrows nothing, the indexes count faster.
    """
    table = TABLES[query.grain]
    hit, page = hits(query), _page(query)
    kept = "MATERIALIZED" if query.terms or query.filters or query.number else "NOT MATERIALIZED"
    counts = [f"SELECT '{name}', {name}, count(*) FROM hit GROUP BY 2" for name, _ in table.facets]
    parts = " UNION ALL ".join(["SELECT 'total', NULL, count(*) FROM hit", *counts, page.text])
    return Sql(f"WITH hit AS {kept} ({hit.text}) {parts}", hit.values + page.values)


def _page(query: Query) -> Sql:
    """The rows to be shown, with their places in the order."""
    limits = (query.limit, query.offset)
    match = _match(query)
    if query.order == "relevance" and match:
        index = TABLES[query.grain].index
        newest = f"SELECT id FROM hit ORDER BY day DESC, id LIMIT {RANKED}"
        ranked = (
            f"SELECT rowid AS id, bm25({index}) AS score FROM {index} WHERE {index} MATCH ? AND +rowid IN ({newest})"
        )
        order = f"SELECT id, score FROM ({ranked}) ORDER BY score, id LIMIT ? OFFSET ?"
        return Sql(f"SELECT 'page', id, row_number() OVER (ORDER BY score, id) FROM ({order})", (match, *limits))
    order = "SELECT id, day FROM hit ORDER BY day DESC, id LIMIT ? OFFSET ?"
    return Sql(f"SELECT 'page', id, row_number() OVER (ORDER BY day DESC, id) FROM ({order})", limits)


def listing(query: Query) -> Sql:
    """Every row that the query finds, newest notice first, without a limit."""
    hit = hits(query)
    return Sql(f"SELECT id FROM ({hit.text}) ORDER BY day DESC, id", hit.values)


def uncompared(query: Query) -> Sql | None:
    """How many rows were left out only because their length stands in another unit; `None`: nothing could be."""
    lengths = [condition for condition in query.filters if condition.field.form == "length"]
    if not lengths or query.convert:
        return None
    hit = hits(query, length_clause=_other_unit)
    return Sql(f"SELECT count(*) FROM ({hit.text})", hit.values)


def hits(query: Query, length_clause: Callable[[Filter, bool], Sql] | None = None) -> Sql:
    """The rows that the query finds, with what facets and order need of them."""
    table = TABLES[query.grain]
    day = "n.day" if query.grain == "relation" else f"{table.alias}.day"
    columns = "".join(f", {_live(column, query.on)} AS {name}" for name, column in table.facets)
    return _select(query, f"{table.alias}.rowid AS id, {day} AS day{columns}", length_clause or _of_value)


def _live(column: str, on: str | None) -> str:
    """The column, or the status on the day that is asked, which no column holds."""
    return status_on("n.rowid", on) if column == "n.status" else column


def _select(query: Query, what: str, length_clause: Callable[[Filter, bool], Sql]) -> Sql:
    """`SELECT what` over the rows of the query's grain; conditions on other record types become sets of notices."""
    table = TABLES[query.grain]
    match = _match(query)
    own = [_clause(query, condition, length_clause) for condition in query.filters if _is_own(query.grain, condition)]
    sets = [_notices(query, length_clause), *(_records(query, grain, length_clause) for grain in _OF_NOTICES)]
    clauses = [
        *([Sql(f"{table.index} MATCH ?", (match,))] if match else []),
        *own,
        *_excluded(query),
        *_number(query),
        *sets,
    ]
    kept = [clause for clause in clauses if clause]
    where = " AND ".join(f"({clause.text})" for clause in kept) or "1"
    return Sql(f"SELECT {what} FROM {_from(table, match)} WHERE {where}", sum((c.values for c in kept), ()))


def _from(table: Table, match: str) -> str:
    if table.name == "relation":
        return "relation x CROSS JOIN notice n ON n.rowid = x.notice"
    rows = f"{table.name} {table.alias}"
    return f"{table.index} CROSS JOIN {rows} ON {table.alias}.rowid = {table.index}.rowid" if match else rows


_ALSO_OWN: dict[Grain, tuple[str, ...]] = {
    "requirement": ("place", "year", "status"),
    "relation": ("status",),
    "notice": (),
}
"""Fields of the notice that are compared row by row."""


def _is_own(grain: Grain, condition: Filter) -> bool:
    """Whether a condition is compared on the grain's rows (not in its full text, not on another record type)."""
    if condition.field.form == "text":
        return False
    return condition.field.grain == grain or condition.field.name in _ALSO_OWN[grain]


def _foreign(query: Query, grain: Grain) -> tuple[Filter, ...]:
    """The conditions of a query of another grain that speak of `grain`."""
    if query.grain == grain:
        return ()
    return tuple(
        condition
        for condition in query.filters
        if condition.field.grain == grain and not _is_own(query.grain, condition)
    )


def _notices(query: Query, length_clause: Callable[[Filter, bool], Sql]) -> Sql:
    """For requirements and relations: their notice is one of those that the notice conditions find."""
    if query.grain == "notice":
        return Sql("")
    words_too = query.grain == "relation"
    conditions = _foreign(query, "notice")
    if not conditions and not (words_too and query.terms):
        return Sql("")
    inner = Query("notice", query.terms if words_too else (), filters=conditions, on=query.on)
    found = _select(inner, "n.rowid", length_clause)
    plus = "+" if _match(query) else ""
    return Sql(f"{plus}{TABLES[query.grain].alias}.notice IN ({found.text})", found.values)


def _records(query: Query, grain: Grain, length_clause: Callable[[Filter, bool], Sql]) -> Sql:
    """For rows of another grain: one requirement (or one relation) of the notice fulfils all conditions on it."""
    conditions = _foreign(query, grain)
    if not conditions:
        return Sql("")
    inner = Query(grain, filters=conditions, convert=query.convert, on=query.on)
    found = _select(inner, f"{TABLES[grain].alias}.notice", length_clause)
    notice = "n.rowid" if query.grain == "notice" else f"{TABLES[query.grain].alias}.notice"
    return Sql(f"+{notice} IN ({found.text})", found.values)


def _match(query: Query) -> str:
    """The full-text expression: words, text conditions, and facts that are tags once there is text to look for."""
    table = TABLES[query.grain]
    if not table.index:
        return ""
    terms = [_any(term, table.searched) for term in query.terms if not term.excluded]
    texts = [
        _all(condition.text, condition.field.column)
        for condition in query.filters
        if condition.field.form == "text" and condition.field.grain == query.grain
    ]
    found = terms + texts
    facts = [_tag(condition) for condition in query.filters] if found and query.grain == "requirement" else []
    return " AND ".join([*found, *filter(None, facts)])


def _any(term: Term, columns: str) -> str:
    return f"({' OR '.join(_all(text, columns) for text in term.alternatives)})"


def _all(text: str, columns: str) -> str:
    """All phrases of a text; a lone number is looked for among the numbers."""
    phrases, numbers = words.phrases(text)
    found = [f'{columns} : "{phrase}"' for phrase in phrases] + [f'nums : "{number}"' for number in numbers]
    return f"({' AND '.join(found)})"


def _tag(condition: Filter) -> str:
    """A condition as a tag of the index, or the kind that it implies; empty where it is neither."""
    field = condition.field
    if field.kind:
        return f'tags : "{tag("kind", field.kind)}"'
    if condition.operator.sign != "=" or field.name not in ("kind", "place"):
        return ""
    value = prefix(str(condition.scalar)) if field.name == "place" else condition.scalar
    return f'tags : "{tag(field.name, value)}"' if value else ""


def _excluded(query: Query) -> Iterable[Sql]:
    table = TABLES[query.grain]
    for term in query.terms:
        if term.excluded and table.index:
            found = f"SELECT rowid FROM {table.index} WHERE {table.index} MATCH ?"
            yield Sql(f"+{table.alias}.rowid NOT IN ({found})", (_any(term, table.searched),))


def _number(query: Query) -> Iterable[Sql]:
    """The notice of that number; among notices and relations also those that speak of it."""
    if query.number is None:
        return
    numbered = "SELECT rowid FROM notice WHERE number_key = ?"
    if query.grain == "requirement":
        yield Sql(f"r.notice IN ({numbered})", (query.number,))
    elif query.grain == "notice":
        speaking = "SELECT notice FROM relation WHERE target_key = ?"
        yield Sql(f"n.rowid IN ({numbered} UNION {speaking})", (query.number, query.number))
    else:
        yield Sql(f"x.target_key = ? OR x.notice IN ({numbered})", (query.number, query.number))


def _clause(query: Query, condition: Filter, length_clause: Callable[[Filter, bool], Sql]) -> Sql:
    """One condition on the rows of its grain."""
    field = condition.field
    if field.form == "length" and field.aspect != "part":
        return length_clause(condition, query.convert)
    if field.form == "days" or field.aspect == "part":
        return _of_parts(condition, query.convert, few=bool(_match(query)))
    if field.form in VALUE_FORMS:
        return _of_value(condition, query.convert)
    column = field.column if "." in field.column else f"{TABLES[query.grain].alias}.{field.column}"
    if field.name == "status":
        column = _status(query)
    if field.form == "place" and condition.operator.sign == "=":
        return Sql(f"{column} GLOB ?", (f"{prefix(str(condition.scalar))}*",))
    if field.form == "date":
        return _date(condition, column)
    sign = {"==": "=", "!=": "IS NOT"}.get(condition.operator.sign, condition.operator.sign)
    return Sql(f"{column} {sign} ?", (condition.scalar,))


def _status(query: Query) -> str:
    """The status of a notice, of a requirement itself, and for a relation of the notice that speaks."""
    if query.grain == "requirement":
        return requirement_status_on("r", query.on)
    return status_on("n.rowid" if query.grain == "notice" else "x.notice", query.on)


def _date(condition: Filter, column: str) -> Sql:
    """A date against a day, a month or a year; a date whose year is open compares with nothing."""
    sign, day = condition.operator.sign, str(condition.scalar)
    of_kind = Sql("r.kind = ? AND ", (condition.field.kind,)) if condition.field.kind else Sql("")
    last = day if len(day) == 10 else f"{day}-99"
    compared = {"=": f"{column} BETWEEN ? AND ?", ">=": f"{column} >= ?", "<": f"{column} < ?"}.get(
        sign, f"{column} {sign} ?"
    )
    values = {"=": (day, last), ">=": (day,), "<": (day,)}.get(sign, (last,))
    return Sql(f"{of_kind.text}{column} GLOB '[0-9]*' AND {compared}", of_kind.values + values)


def _of_value(condition: Filter, convert: bool) -> Sql:
    """A value of the field's kind, as a whole."""
    field, compared = condition.field, _compared(condition, "r", convert)
    return Sql(f"r.kind = ? AND r.aspect = ? AND ({compared.text})", (field.kind, field.aspect, *compared.values))


def _of_parts(condition: Filter, convert: bool, *, few: bool) -> Sql:
    """A value of the field's kind in one of its parts: looked up row by row where words leave few, else as a set."""
    field, span = condition.field, condition.span
    day = Sql("p.unit = ? AND p.low <= ? AND p.high >= ?", (span.unit, span.low, span.low))
    compared = day if field.form == "days" else _compared(condition, "p", convert)
    if few:
        found = f"EXISTS (SELECT 1 FROM part p WHERE p.requirement = r.rowid AND ({compared.text}))"
    else:
        found = f"+r.rowid IN (SELECT p.requirement FROM part p WHERE {compared.text})"
    return Sql(f"r.kind = ? AND {found}", (field.kind, *compared.values))


def _compared(condition: Filter, alias: str, convert: bool) -> Sql:
    """Holds where every number that the rule allows fulfils the comparison: `>=P7D` is not `>= 14天`."""
    span = condition.span
    own = Sql(
        f"{alias}.unit = ? AND ({_SIGNS[condition.operator.sign].format(a=alias)})", (span.unit, *_numbers(condition))
    )
    if not convert or span.unit not in TIME_UNITS:
        return own
    least, most = in_hours(span).low, in_hours(span).high
    certain, bound = {
        ">=": (f"{alias}.least_hours >= ?", most),
        ">": (f"{alias}.least_hours > ?", most),
        "<=": (f"{alias}.most_hours <= ?", least),
        "<": (f"{alias}.most_hours < ?", least),
        "=": ("0 = ?", 1.0),
    }[condition.operator.sign]
    return Sql(f"{own.text} OR ({alias}.unit <> ? AND {certain})", (*own.values, span.unit, bound))


_SIGNS = {
    ">=": "{a}.low >= ?",
    ">": "{a}.low > ? OR ({a}.low = ? AND {a}.low_open)",
    "<=": "{a}.high <= ?",
    "<": "{a}.high < ? OR ({a}.high = ? AND {a}.high_open)",
    "=": "{a}.low = ? AND {a}.high = ? AND NOT {a}.low_open AND NOT {a}.high_open",
}


def _numbers(condition: Filter) -> tuple[float | None, ...]:
    return (condition.span.low,) * _SIGNS[condition.operator.sign].count("?")


def _other_unit(condition: Filter, convert: bool) -> Sql:
    """Lengths of the field's kind that stand in a unit with which the condition does not compare."""
    field, span = condition.field, condition.span
    others = tuple(unit for unit in TIME_UNITS if unit != span.unit)
    return Sql("r.kind = ? AND r.aspect = ? AND r.unit IN (?, ?)", (field.kind, field.aspect, *others))
