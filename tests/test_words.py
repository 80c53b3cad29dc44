"""The words of the index: what is found, what is not, and that every substring is."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from search.questions import words

SAME_NUMBER = [
    ("渝肺炎组办发〔2020〕113号", "as issued"),
    ("渝肺炎组办发[2020]113号", "square brackets"),
    ("渝肺炎组办发［2020］113号", "full-width square brackets"),
    ("渝肺炎组办发（2020）113号", "round brackets"),
    ("渝肺炎组办发(2020)第113号", "half-width brackets, 第"),
    ("渝肺炎组办发【2020】113号", "black brackets"),
    ("渝肺炎组办发﹝2020﹞113号", "small brackets"),
    ("渝肺炎组办发 〔 2020 〕 113 号", "blanks"),
    ("渝肺炎组办发〔２０２０〕１１３号", "full-width digits"),
    ("渝肺炎组办发\u200b〔2020〕\u200b113号", "zero-width blanks from a web page"),
    ("渝肺炎组办发〔2020〕0113号", "leading zero"),
    ("根据渝肺炎组办发〔2020〕113号", "cited with a leading word"),
]
OTHER_NUMBERS = [
    ("渝肺炎组办发〔2020〕112号", "another number"),
    ("渝肺炎组办发〔2021〕113号", "another year"),
    ("肺炎组办发〔2020〕113号", "another agency"),
    ("国发〔 〕 号", "no number at all"),
    ("关于做好2020年113个项目的通知", "figures in a title"),
]


@pytest.mark.parametrize(("spelling", "why"), SAME_NUMBER)
def test_a_number_has_one_key(spelling: str, why: str) -> None:
    assert words.number_key(spelling) == "渝肺炎组办发-2020-113", why


@pytest.mark.parametrize(("spelling", "why"), OTHER_NUMBERS)
def test_another_number_has_another_key(spelling: str, why: str) -> None:
    assert words.number_key(spelling) != "渝肺炎组办发-2020-113", why


def test_announcements_have_keys() -> None:
    assert words.number_key("财政部公告2020年第5号") == words.number_key("财政部公告２０２０年 第 5 号")
    assert words.number_key("财政部公告2020年第5号") is not None


FOUND = [
    ("实施14天集中隔离医学观察", "14天", "a number with its unit is one token"),
    ("实施 14 天集中隔离", "14天", "blanks beside Han characters go"),
    ("持４８小时内核酸证明", "48小时", "width"),
    ("Ct值≥35的", "ct值", "case"),
    ("第1、7、14天各检测1次", "14天", "the last of a list"),
    ("实行“14+7+7”管理", "14+7", "a compound"),
    ("体温≥37.3℃", "37.3", "a lone number"),
    ("应封 控管理", "封控", "a blank inside a word"),
    ("返渝人员", "返渝", "no dictionary has it"),
    ("渝办发〔2020〕3号", "渝办发[2020]3号", "brackets of a number"),
]
NOT_FOUND = [
    ("应在12小时内报告", "2小时", "a number is whole"),
    ("隔离点，离开时", "点离开", "punctuation parts"),
    ("集中。中心", "集中心", "tokens that meet across punctuation"),
    ("集中\n中心", "集中心", "a line parts"),
    ("实施14天管理", "4天", "no part of a number"),
    ("体温37.3℃", "37.33", "another number"),
]


def index_of(text: str) -> sqlite3.Connection:
    db = sqlite3.connect(":memory:")
    db.execute(
        "CREATE VIRTUAL TABLE f USING fts5"
        " (body, nums, content='', tokenize=\"unicode61 remove_diacritics 0 tokenchars '+-~/%.'\")"
    )
    db.execute("INSERT INTO f (rowid, body, nums) VALUES (1, ?, ?)", (words.tokens(text), words.numbers(text)))
    return db


def finds(text: str, term: str) -> bool:
    phrases, numbers = words.phrases(term)
    asked = [f'body : "{phrase}"' for phrase in phrases] + [f'nums : "{number}"' for number in numbers]
    return bool(index_of(text).execute("SELECT 1 FROM f WHERE f MATCH ?", (" AND ".join(asked),)).fetchone())


@pytest.mark.parametrize(("text", "term", "why"), FOUND)
def test_found(text: str, term: str, why: str) -> None:
    assert finds(text, term), why
    assert words.marks(text, (term,)), why


@pytest.mark.parametrize(("text", "term", "why"), NOT_FOUND)
def test_not_found(text: str, term: str, why: str) -> None:
    assert not finds(text, term), why


UNITS = st.sampled_from([*"隔离检测天日第个中心应报告居家", "14", "7", "37.3", "ct", "+", "%", "-"])
BREAKS = st.sampled_from(["，", "。", "\n", "“", "（"])
TEXTS = st.lists(st.one_of(UNITS, UNITS, UNITS, BREAKS), min_size=2, max_size=40)


@given(TEXTS, st.data())
def test_every_substring_is_found(pieces: list[str], data: st.DataObject) -> None:
    """Of two units and more, cut where units meet: the index misses nothing that stands in the text."""
    start = data.draw(st.integers(0, len(pieces) - 2))
    end = data.draw(st.integers(start + 2, len(pieces)))
    joined = _apart(pieces)
    term = "".join(joined[start:end])
    if words.phrases(term) != ((), ()):
        assert finds("".join(joined), term)


@given(TEXTS, st.lists(st.sampled_from([*"隔离检测天日中心"]), min_size=2, max_size=4))
def test_nothing_else_is_found(pieces: list[str], term: list[str]) -> None:
    """What is found stands in the text."""
    text = "".join(_apart(pieces))
    assert finds(text, "".join(term)) == ("".join(term) in text)


def _apart(pieces: list[str]) -> list[str]:
    """Two numbers or Latin runs side by side would be one: a comma keeps them apart."""
    kept = [pieces[0]]
    for piece in pieces[1:]:
        kept.append(f"，{piece}" if kept[-1][-1].isascii() and piece[0].isascii() else piece)
    return kept


@given(st.text())
def test_folding_keeps_positions(text: str) -> None:
    assert len(words.fold(text)) == len(text)
    assert words.fold(words.fold(text)) == words.fold(text)


@given(st.text(alphabet=st.sampled_from("隔离检测14天 \n，+-.%ct〔〕（）2020号第"), max_size=60))
def test_tokens_are_indexed_as_given(text: str) -> None:
    """The engine's tokenizer takes every token whole, so an entry can be deleted by giving its tokens back."""
    db = index_of(text)
    db.execute("CREATE VIRTUAL TABLE temp.v USING fts5vocab(main, f, row)")
    terms = {term for (term,) in db.execute("SELECT term FROM temp.v")}
    assert terms == set(f"{words.tokens(text)} {words.numbers(text)}".split())


@given(st.text(), st.text())
@example("", "––")
def test_marks_lie_in_the_text(text: str, term: str) -> None:
    for start, end in words.marks(text, (term,)):
        assert 0 <= start < end <= len(text)


MARKED = [
    ("实施14天 隔离", ("隔离",), ["隔离"]),
    ("实施 14 天隔离", ("14天",), ["14 天"]),
    ("渝办发〔2020〕3号", ("渝办发[2020]3号",), ["渝办发〔2020〕3号"]),
    ("隔离点与隔离", ("隔离点", "隔离"), ["隔离点", "隔离"]),
    ("应在12小时内", ("2小时",), []),
]


@pytest.mark.parametrize(("text", "terms", "pieces"), MARKED)
def test_marks(text: str, terms: tuple[str, ...], pieces: list[str]) -> None:
    assert [text[start:end] for start, end in words.marks(text, terms)] == pieces
