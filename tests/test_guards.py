"""Words that are asked first: where none of them stands, the patterns behind them find nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract import extraction, sentences
from extract.grammar import by_whom, handled, nouns, topics
from extract.grammar.masking import mask
from extract.kinds import periods, thresholds
from extract.parties import acts_of_sums, assignments, measured, occasions, subjects
from extract.relations import grammar as relation_grammar
from extract.relations import repeal_lists, unquoted
from ingest import wording
from ingest.compiled import first_characters
from ingest.fields import closing, doc_numbers, header, titles
from ingest.readers import table_heads
from ingest.repairs import flattened, furniture, wrapping

Asks = Callable[[str], object]
_MOST = 2000


def _words(items: Sequence[Any]) -> set[str] | None:
    """All texts that a row of items can be, `None` where there is no end of them."""
    texts = {""}
    for name, value in items:
        more = _words_of(str(name), value)
        if more is None or len(texts) * len(more) > _MOST:
            return None
        texts = {text + word for text in texts for word in more}
    return texts


def _words_of(name: str, value: Any) -> set[str] | None:
    if name == "LITERAL":
        return {chr(value)}
    if name == "IN" and all(str(kind) == "LITERAL" for kind, _ in value):
        return {chr(code) for _, code in value}
    if name == "SUBPATTERN":
        return _words(value[3])
    if name == "BRANCH":
        branches = [_words(branch) for branch in value[1]]
        return None if None in branches else set().union(*(branch for branch in branches if branch))
    if name.startswith(("ASSERT", "AT")):
        return {""}
    return None


def _characters(name: str, value: Any) -> set[str]:
    """The characters that one node of a set stands for, or the name of their category."""
    if name == "RANGE":
        return set(map(chr, range(value[0], value[1] + 1)))
    return {chr(value) if name == "LITERAL" else str(value)}


def _holds(items: Sequence[Any], asks: Asks) -> bool:
    """Whether each find of a row of items holds what `asks` wants."""
    return any(
        all(map(asks, words))
        for first in range(len(items))
        for last in range(first + 1, len(items) + 1)
        if (words := _words(items[first:last])) is not None
    ) or any(_item_holds(str(name), value, asks) for name, value in items)


def _item_holds(name: str, value: Any, asks: Asks) -> bool:
    if name == "SUBPATTERN":
        return _holds(value[3], asks)
    if name == "BRANCH":
        return all(_holds(branch, asks) for branch in value[1])
    if name == "ASSERT":
        return _holds(value[1], asks)
    return name.endswith("REPEAT") and value[0] > 0 and _holds(value[2], asks)


_PATTERNS = {
    relation_grammar.repeals: (relation_grammar._ENDED, relation_grammar._ENDS),
    relation_grammar.repeals_unnamed: (relation_grammar._OLD_ENDED,),
    relation_grammar.unreported: (relation_grammar._UNREPORTED,),
    relation_grammar.supersedes: (
        relation_grammar._CONFLICT,
        relation_grammar._INSTEAD,
        relation_grammar._PREVAILS,
        relation_grammar._INSTEAD_BY,
    ),
    relation_grammar.amends: (
        relation_grammar._AMENDED,
        relation_grammar._CHANGED,
        relation_grammar._AMENDS,
        relation_grammar._CLAUSE_CHANGED,
        relation_grammar._TASK,
    ),
    relation_grammar.extends: (relation_grammar._EXTENDED, relation_grammar._EXTENDS),
}
_GUARDED: list[tuple[Asks, re.Pattern[str]]] = [
    *(
        (words.search, pattern)
        for words, rules in relation_grammar.RULES
        for rule in rules
        for pattern in _PATTERNS[rule]
        if pattern is not words
    ),
    *(
        (relation_grammar._OPENS_PASSING.search, pattern)
        for pattern in (relation_grammar._PASSES_ON, relation_grammar._PASSED_ON, relation_grammar._PASSES)
    ),
    (repeal_lists.ENDED.search, repeal_lists._OPENS),
    (repeal_lists.ENDED.search, repeal_lists._ANNEXED),
    *(
        (re.compile(words).search, pattern)
        for words, pattern in (
            ("由", by_whom._BY),
            ("对", handled._STRENGTHENS),
            ("对|为", handled._TO),
            ("将|把", handled._TAKE),
            ("将|把", handled._TAKE_OPEN),
            ("的", topics._FIGURE_CASE),
            ("经", topics._PASSES),
            ("内|后", topics._IN_FRONT_OF_ITS_TIME),
            ("的", topics._GRANTED_CASE),
            ("的", topics._IN_CHARGE),
            ("部分", topics._PART),
            ("人", topics._PARTY),
            ("财政", topics._PURSE),
            ("为", topics._TERM_NOUN),
            ("24小时", topics._TO_A_FIGURE),
            ("后", nouns._THEN),
            ("时", nouns._WHILE),
            ("是", nouns._IS),
            ("规定的", subjects._LAW_SAYS),
            ("由|从", subjects._OLD_VALUE),
            ("期", subjects._IN_THEIR_TERM),
            ("对象", acts_of_sums._ENTITLED),
            ("为", measured._LIMIT_OF),
            ("、", occasions._BESIDE),
        )
    ),
    (occasions._THEN.search, occasions._HAPPENS),
    (occasions._THEN.search, occasions._UNDERGOES),
    (lambda text: "未" in text, sentences._UNDONE),
    (periods._JOINS.search, periods._SPAN),
    (lambda text: "起" in text or "开始" in text, periods._SINCE),
    (lambda text: "至" in text, periods._UNTIL),
    (furniture._SITE_WORD.search, furniture._WORDED),
    *((wrapping._OWN_WORD.search, own) for own in (wrapping._NUMBER_OR_NOTE, titles.ORDER_NUMBER, wording.PRINTED)),
    *(
        (re.compile("号").search, pattern)
        for pattern in (header._DATED_NUMBER, header._MARKED_NUMBER, header._NUMBER_LINE, header._BARE_NUMBER)
    ),
    *(
        (re.compile(word).search, pattern)
        for word in ("年", "月")
        for pattern in (header._ADOPTED, header._SIGNED_NOTE)
    ),
    (re.compile("公开").search, wording.DISCLOSURE),
    (re.compile("公告").search, flattened._ANNOUNCED),
    (re.compile("抄").search, flattened._COPIED),
    (re.compile("[>›»＞]").search, furniture._TRAIL),
    (lambda text: "限" in text, assignments._TERM_LINE),
    *((lambda text: "”" in text, pattern) for pattern in (extraction._REPLACED, extraction._REPEALED)),
    (lambda text: "（" in text or "(" in text, extraction._TOLD_ASIDE),
    (lambda text: "本" in text or "上" in text, extraction._OWN_LIFE),
    (lambda text: "负责" in text or "：" in text or ":" in text, sentences._CLOSED),
    (lambda text: "1" in text or text.startswith(sentences._CONTACT), sentences._PHONE),
    (lambda text: ":" in text or "：" in text, assignments._LINE),
]


@pytest.mark.parametrize(("asks", "pattern"), _GUARDED, ids=lambda one: getattr(one, "pattern", "")[:24])
def test_a_find_holds_what_is_asked_first(asks: Asks, pattern: re.Pattern[str]) -> None:
    assert _holds(import_module("re._parser").parse(pattern.pattern), asks)


@pytest.mark.parametrize("pattern", [thresholds._PART, thresholds._THING, thresholds._ITEM])
def test_the_way_to_a_next_item_is_as_short_as_is_asked_first(pattern: re.Pattern[str]) -> None:
    assert import_module("re._parser").parse(pattern.pattern).getwidth()[1] <= thresholds._FARTHEST


def test_the_proof_sees_what_is_missing() -> None:
    parse = import_module("re._parser").parse
    assert _holds(parse("甲*(?:乙丙|丁(?:戊|己丙))"), lambda text: "丙" in text or "戊" in text)
    assert not _holds(parse("甲*(?:乙丙|丁(?:戊|己丙))"), lambda text: "丙" in text)
    assert not _holds(parse("甲(?:乙)?"), lambda text: "乙" in text)
    assert _holds(parse("甲(?=乙)"), lambda text: "乙" in text)
    assert not _holds(parse("甲(?!乙)"), lambda text: "乙" in text)


@pytest.mark.parametrize("pattern", [sentences._YEAR_FIRST, sentences._YEAR_TOLD, sentences._PLAN_TIME])
def test_what_tells_of_a_year_opens_with_it(pattern: re.Pattern[str]) -> None:
    opens, _ = import_module("re._parser").parse(pattern.pattern)[0]
    first = {"“十", "十"} if str(opens) == "MAX_REPEAT" else {"20"}
    assert first <= set(sentences._PAST_OPENS) and pattern.pattern.removeprefix("(").startswith(("20", "“?十"))


@pytest.mark.parametrize(
    ("pattern", "openings"),
    [(wording.STARTER, wording.STARTER_OPENINGS), (wording.ANNEX, frozenset("附"))],
)
def test_what_a_paragraph_begins_with_opens_as_is_asked_first(
    pattern: re.Pattern[str], openings: frozenset[str]
) -> None:
    """Figures are asked for apart."""
    first, empty = first_characters.begins_with(import_module("re._parser").parse(pattern.pattern))
    begun = set().union(*(_characters(str(name), value) for name, value in first or [("", None)]))
    assert not empty and begun - {"CATEGORY_DIGIT"} <= openings


@given(st.text(max_size=3))
def test_a_day_ends_as_is_asked_first(text: str) -> None:
    days = (f"2020年3月1日{text}", f"2020-3-1{text}", f"（2020年3月1日{text}")
    assert all(closing.ends_as_day(day.strip()) for day in days if closing.is_date_line(day.strip()))


@given(st.from_regex(table_heads._NAME.pattern))
def test_the_name_of_a_column_ends_as_is_asked_first(name: str) -> None:
    assert name.rstrip("\n")[-1] in table_heads.NAME_ENDS


@given(st.from_regex(wording.LABEL.pattern, fullmatch=True))
def test_a_label_is_as_short_as_is_asked_first(label: str) -> None:
    assert len(label) <= wording.LONGEST_LABEL


_NAMES = st.lists(
    st.sampled_from(
        [
            "根据", "落实好", "执行", "省大数据中心", "市政府", "联合", "出台的", "印发的", "制定的", "全国研究生",
            "管理", "工作规定", "外商投资", "补助办法", "条例", "实施细则", "规定", "有关", "的", "和", "，", "。",
            "\n", "“", "”", "《", "》", "第三条", "要求",
        ]
    ),
    max_size=24,
).map("".join)  # fmt: skip


@given(_NAMES)
def test_names_are_found_from_their_leads_as_in_the_whole_text(text: str) -> None:
    leads = [lead.start() for lead in unquoted._LEADS.finditer(text)]
    for pattern in unquoted._LED:
        led = [match.span() for match in unquoted._led(text, pattern, leads)]
        assert led == [match.span() for match in pattern.finditer(text)]


_NUMBERS = st.lists(
    st.sampled_from(["国务院令", "第5号", "公告", "令", "通告", "〔2020〕", "(96)", "第", "12号", "2015年", " "]),
    max_size=12,
).map("".join)  # fmt: skip


@given(_NUMBERS)
def test_the_kind_behind_a_number_is_asked_first(text: str) -> None:
    assert doc_numbers._KIND_BEHIND.search(text) or not doc_numbers._BACKWARDS.search(text)


_PIECES = st.lists(
    st.sampled_from(
        ["市财政局负责", "（", "）", "(", ")", "“", "”", "《", "》", '"', "「", "」", "。", "！", "\n", "一、",
         "（一）", "1.", "如下：", "（责任单位：市民政局）", "〔", "〕", "甲应当在3日内办理", " ", "\u3000", "，"]
    ),
    max_size=30,
).map("".join)  # fmt: skip


@given(_PIECES)
def test_a_sentence_is_masked_as_its_block_is(text: str) -> None:
    for bare, masked, at, _ in sentences._pieces(text, 0):
        assert text[at : at + len(bare)] == bare
        assert masked == mask(bare)
