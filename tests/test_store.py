"""The store: what a question finds, that index and rows never part, and that files come and go whole."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from records import NANJING, YUZHONG, reading, rule, speaks

from extract.reckoning.values import Span, in_hours, parse
from extract.records import Kind, Requirement
from ingest.errors import Failure
from search.errors import QueryError, StoreError
from search.questions import words
from search.questions.answers import snippet
from search.questions.compilation import hits
from search.questions.fields import FILTERS, Grain
from search.questions.query import Filter, Query, ask, condition, parse_filter
from search.reading import Reading
from search.rows import NoticeRow, RelationRow, RequirementRow, Row
from search.storage import schema
from search.storage.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "notices.db", create=True) as opened:
        yield opened


NOTICES = (
    reading(
        "cq",
        rule("入境人员实施14天集中隔离医学观察。", "duration", "P14D", subject="入境人员", action="集中隔离医学观察"),
        rule("实行“14+7”健康管理。", "duration", "P14D+P7D"),
        rule("于第1、7、14天各进行1次核酸检测。", "schedule", "D1,D7,D14", action="核酸检测"),
        rule("疾控机构应在24小时内报告。", "deadline", "<=PT24H", responsible=("疾控机构", "定点医院")),
        rule("可以缩短为7天。", "duration", "P7D", modality="may"),
        title="重庆市关于入境人员隔离的通知",
        doc_number="渝肺炎组办发〔2020〕113号",
        signed_on="2020-04-19",
        relations=(speaks("repeals", "渝肺炎组办发〔2020〕3号"),),
    ),
    reading(
        "yz",
        rule("申请材料保存3个月。", "duration", "P3M"),
        rule("应当立即报告。", "deadline", "immediate", responsible=("社区",)),
        rule("自受理之日起15个工作日内办结。", "deadline", "<=P15WD"),
        rule("每3天开展1次核酸检测。", "frequency", "1/P3D", heading="重点人员"),
        rule("补助最高不超过50万元。", "threshold", "<=500000元"),
        where=YUZHONG,
        doc_number="渝中府办发〔2022〕7号",
        signed_on="2022-09-01",
        uri="b.txt",
        relations=(speaks("implements", "渝肺炎组办发（2020）113号"),),
    ),
    reading(
        "nj",
        rule("隔离期不少于21天。", "duration", ">=P21D"),
        rule("隔离期不超过21天。", "duration", "<=P21D"),
        rule("公示不少于7天。", "duration", ">=P7D"),
        rule("须提前3天申报。", "deadline", "before P3D"),
        rule("体温达到37.3℃的不得入内。", "threshold", ">=37.3℃", modality="must_not"),
        rule("应于2021年9月30日前完成。", "deadline", "by 2021-09-30"),
        where=NANJING,
        doc_number=None,
        signed_on=None,
        uri="c.txt",
    ),
)

FOUND: list[tuple[str, tuple[str, ...], str, str]] = [
    # words, filters, what the quotes found begin with, why
    ("隔离", (), "入境人员 隔离期不少 隔离期不超", "words in the sentence"),
    ("核酸检测", (), "每3天开展 于第1、7", "newest first"),
    ("重点人员", (), "每3天开展", "words that stand only in the heading"),
    ("37.3", (), "体温达到37", "a lone number"),
    ("14天", (), "入境人员 于第1、7", "a number with its unit"),
    ("隔离 -入境", (), "隔离期不少 隔离期不超", "not"),
    ("隔离|公示", (), "入境人员 隔离期不少 隔离期不超 公示不少于", "or"),
    ("渝肺炎组办发[2020]113号", (), "入境人员 实行“14 于第1、7 疾控机构 可以缩短", "a number finds its notice's rules"),
    ("渝肺炎组办发(2020)113号 核酸", (), "于第1、7", "a number and words"),
    ("渝肺炎组办发〔2020〕112号", (), "", "a near miss of a number"),
    (
        "",
        ("期限>=14天",),
        "入境人员 实行“14 隔离期不少",
        "at least 14 days; not `>=P7D`, which allows seven; not months",
    ),
    ("", ("期限>=28天",), "", "nothing is that long for certain"),
    ("", ("期限>=21天",), "实行“14 隔离期不少", "a compound counts as its sum"),
    ("", ("期限>14天",), "实行“14 隔离期不少", "more than"),
    ("", ("期限<=21天",), "入境人员 实行“14 可以缩短 隔离期不超", "at most 21 days"),
    ("", ("期限=14天",), "入境人员", "exactly"),
    ("", ("期限=3个月",), "申请材料", "months with months"),
    ("", ("期限>=2个月", "期限<=1年"), "申请材料", "two bounds, months and years"),
    ("", ("分段期限>=14天",), "实行“14", "a stage of a compound"),
    ("", ("检测日~7",), "于第1、7", "a test day"),
    ("", ("检测日~8",), "", "no such test day"),
    ("", ("检测日~第7周",), "", "weeks are not days"),
    ("", ("时限<=24小时",), "应当立即报 疾控机构", "a deadline; at once is within it"),
    ("", ("时限<=1天",), "应当立即报 疾控机构", "a day compares with 24 hours"),
    ("", ("时限<=15个工作日",), "自受理之日", "working days with working days"),
    ("", ("提前量>=3天",), "须提前3天", "a lead is not a deadline's length"),
    ("", ("截止日期<=2021年9月",), "应于2021", "a month holds its last day"),
    ("", ("频次>=每周2次",), "每3天开展", "every three days is more than twice a week"),
    ("", ("频次>=1次/天",), "", "but less than daily"),
    ("", ("阈值<=60万元",), "补助最高不", "money"),
    ("", ("阈值>=37℃",), "体温达到37", "another unit"),
    ("", ("地区=重庆", "类别=时限"), "应当立即报 自受理之日 疾控机构", "a place and all below it"),
    ("", ("地区==重庆", "类别=时限"), "疾控机构", "the place alone"),
    ("报告", ("地区=重庆市渝中区",), "应当立即报", "words and place"),
    ("报告", ("地区=江苏省",), "", "words and another place"),
    ("", ("效力用语=可以",), "可以缩短", "modality"),
    ("", ("效力用语!=必须",), "可以缩短 体温达到37", "any other modality"),
    ("", ("责任单位~疾控",), "疾控机构", "the unit that must"),
    ("报告", ("责任单位~定点医院",), "疾控机构", "words and unit"),
    ("", ("年份=2020",), "入境人员 实行“14 于第1、7 疾控机构 可以缩短", "year"),
    ("", ("成文日期>=2021年",), "申请材料 应当立即报 自受理之日 每3天开展 补助最高不", "a notice's date"),
    ("隔离", ("文号=渝肺炎组办发［2020］113号",), "入境人员", "a notice's number"),
    ("", ("标题~入境人员",), "入境人员 实行“14 于第1、7 疾控机构 可以缩短", "a notice's title"),
    ("隔离", ("期限>=14天", "地区=重庆", "年份=2020"), "入境人员", "words and three filters"),
    ("", ("关系=废止", "类别=时限"), "疾控机构", "rules of the notices that repeal another"),
]


def fill(store: Store) -> None:
    for one in NOTICES:
        store.put(one.notice.source.uri, "1" * 64, [one])


def quotes(store: Store, query: Query) -> list[str]:
    return [_passage(hit.row) for hit in store.search(query).hits]


def _passage(row: Row) -> str:
    return row.requirement.evidence.quote if isinstance(row, RequirementRow) else ""


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("store") / "notices.db", create=True) as opened:
        fill(opened)
        yield opened


def test_no_condition_is_ever_passed_over(filled: Store) -> None:
    """Whatever is looked for, each field that can be asked narrows it."""
    operands = {
        "text": "无此字样",
        "code": "无此",
        "place": "澳门",
        "date": "1900-01-01",
        "number": "0",
        "rate": "1000次/天",
    }
    more = {"length": "900年", "amount": "7光年", "days": "700"}
    for field in FILTERS:
        operand = (operands | more)[field.form] if not field.codes else list(field.codes)[-2]
        sign = "~" if field.form in ("text", "days") else "="
        for grain in GRAINS:
            query = ask("", (condition(field, sign, operand),), grain=grain)
            assert filled.total(query) < filled.total(ask(grain=grain)), (field.name, grain)


@pytest.mark.parametrize(("typed", "filters", "begin", "why"), FOUND)
def test_found(filled: Store, typed: str, filters: tuple[str, ...], begin: str, why: str) -> None:
    query = ask(typed, tuple(map(parse_filter, filters)))
    found = quotes(filled, query)
    assert sorted(found) == sorted(quote for quote in found if quote.startswith(tuple(begin.split()))), why
    assert len(found) == len(begin.split()), why
    assert [_passage(row) for row in filled.rows(query)] == found, "an export follows the same order"
    assert filled.search(query).total == filled.total(query) == len(found)


NOTICES_FOUND = [
    ("隔离", (), "cq nj", "words in the text"),
    ("关于做好有关工作", (), "yz nj", "words in the title"),
    ("渝肺炎组办发〔2020〕113号", (), "yz cq", "the notice of that number, and the one that speaks of it"),
    ("", ("期限>=14天",), "cq nj", "notices with such a rule"),
    ("", ("期限>=14天", "效力用语=可以"), "", "one rule must fulfil all conditions"),
    ("隔离", ("时限<=24小时",), "cq", "words anywhere in the notice, and a rule"),
    ("", ("地区=500000",), "yz cq", "place"),
    ("隔离 -入境人员", (), "nj", "not"),
    ("", ("关系=依据",), "yz", "notices with such a relation"),
    ("", ("关系=依据", "期限>=14天"), "", "such a relation and such a rule"),
]


@pytest.mark.parametrize(("typed", "filters", "ids", "why"), NOTICES_FOUND)
def test_notices_found(filled: Store, typed: str, filters: tuple[str, ...], ids: str, why: str) -> None:
    query = ask(typed, tuple(map(parse_filter, filters)), grain="notice")
    rows = [hit.row for hit in filled.search(query).hits]
    assert [row.notice.id for row in rows if isinstance(row, NoticeRow)] == ids.split(), why


RELATIONS_FOUND = [
    ("", (), 2, "all"),
    ("", ("关系=废止",), 1, "by relation"),
    ("", ("地区==重庆",), 1, "by the notice that speaks"),
    ("渝肺炎组办发〔2020〕3号", (), 1, "by the number that is spoken of"),
    ("", ("期限>=14天",), 1, "of notices with such a rule"),
    ("隔离", (), 1, "of notices with such words"),
]


@pytest.mark.parametrize(("typed", "filters", "total", "why"), RELATIONS_FOUND)
def test_relations_found(filled: Store, typed: str, filters: tuple[str, ...], total: int, why: str) -> None:
    query = ask(typed, tuple(map(parse_filter, filters)), grain="relation")
    assert filled.search(query).total == total == len(list(filled.rows(query))), why


CONVERTED = [
    ("期限>=14天", "申请材料保", "three months are longer than 14 days for certain"),
    ("期限<=92天", "申请材料保", "three months are never longer than 92 days"),
    ("时限<=30天", "疾控机构应", "15 working days may take longer than any number of days"),
    ("时限>=15天", "自受理之日", "but never shorter than 15"),
]


@pytest.mark.parametrize(("typed", "begin", "why"), CONVERTED)
def test_conversion_only_when_asked(filled: Store, typed: str, begin: str, why: str) -> None:
    strict, wide = (filled.search(ask("", (parse_filter(typed),), convert=convert)) for convert in (False, True))
    assert any(_passage(hit.row).startswith(begin) for hit in wide.hits), why
    others = {_passage(hit.row) for hit in wide.hits} - {_passage(hit.row) for hit in strict.hits}
    assert all(_passage(hit.row) not in others for hit in strict.hits)


def test_what_was_not_compared_is_counted(filled: Store) -> None:
    answer = filled.search(ask("", (parse_filter("期限>=14天"),)))
    assert answer.uncompared == 1, "the rule of three months"
    assert filled.search(ask("", (parse_filter("期限>=14天"), parse_filter("地区=江苏")))).uncompared == 0


def test_facets_count_all_hits(filled: Store) -> None:
    answer = filled.search(ask("", limit=1))
    facets = {facet.field.name: {count.label: count.hits for count in facet.counts} for facet in answer.facets}
    assert answer.total == 16 and len(answer.hits) == 1
    assert facets["kind"] == {"期限": 7, "时限": 5, "阈值": 2, "频次": 1, "检测日/时点": 1}
    assert facets["place"] == {"南京市": 6, "重庆市": 5, "渝中区": 5}
    assert facets["year"] == {"2020": 5, "2022": 5}


def test_pages_follow_each_other(filled: Store) -> None:
    whole = quotes(filled, ask(limit=16))
    paged = [quote for offset in range(0, 16, 5) for quote in quotes(filled, ask(limit=5, offset=offset))]
    assert paged == whole


def test_relevance_finds_the_same(filled: Store) -> None:
    assert set(quotes(filled, ask("核酸检测", order="relevance"))) == set(quotes(filled, ask("核酸检测")))


def test_a_number_is_shown_with_its_words() -> None:
    text = "隔离" + "甲" * 300 + "须在24小时内报告" + "乙" * 300
    cut = snippet(text, ("隔离",), value="24小时内")
    assert [cut.text[start:end] for start, end in cut.marks] == ["24小时内"]
    assert cut.text.startswith("…") and cut.text.endswith("…")
    both = snippet("隔离期间24小时内报告", ("隔离", "小时"), value="24小时内")
    assert [both.text[start:end] for start, end in both.marks] == ["隔离", "24小时内"]


def test_marks_in_hits(filled: Store) -> None:
    hit = filled.search(ask("核酸检测")).hits[0]
    assert [hit.snippet.text[start:end] for start, end in hit.snippet.marks] == ["核酸检测"]


@given(st.text(alphabet="隔离检测天1 。\n", max_size=300), st.sampled_from(["隔离", "检测", "1天"]))
def test_snippets_mark_what_was_asked(text: str, term: str) -> None:
    cut = snippet(text, (term,), width=40)
    assert all(words.fold(cut.text[start:end]).replace(" ", "") == term for start, end in cut.marks)
    assert len(cut.text) <= 42


PINNED = [
    ("隔离", ("期限>=14天", "地区=重庆", "年份=2020"), "requirement"),
    ("隔离", ("检测日~7", "标题~入境人员"), "requirement"),
    ("隔离", ("期限>=14天",), "notice"),
]


@pytest.mark.parametrize(("typed", "filters", "grain"), PINNED)
def test_full_text_leads_to_rows_never_the_other_way(
    filled: Store, typed: str, filters: tuple[str, ...], grain: Grain
) -> None:
    """The planner, left free, once chose to ask the full text once per row: forty times slower."""
    hit = hits(ask(typed, tuple(map(parse_filter, filters)), grain=grain))
    with sqlite3.connect(filled.path) as db:
        plan = [row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {hit.text}", hit.values)]
    table = {"requirement": "r", "notice": "n"}[grain]
    assert plan[0].startswith(f"SCAN {grain}_words VIRTUAL TABLE") and "M" in plan[0].rsplit(":", 1)[1], plan
    assert plan[1].startswith(f"SEARCH {table} USING INTEGER PRIMARY KEY"), plan


# the law: what SQL finds is what the records say

VALUES: dict[Kind, list[str | None]] = {
    "duration": [
        "P14D",
        "P7D",
        ">=P14D",
        "<=P7D",
        ">P14D",
        "<P14D",
        "P14D+P7D",
        "P7D..P14D",
        "P1M",
        "P2W",
        "PT336H",
        "P10WD",
    ],
    "deadline": ["<=PT24H", "immediate", "same-day", "<=P1D", "<=P3M", "before P1D", "by 2022-01-01", "<=P5WD"],
    "schedule": ["D1,D7", "D7", "W1", "D1..D9"],
    "duty": [None],
}
RULES = st.one_of(
    *(
        st.sampled_from(values).map(lambda value, kind=kind: rule("隔离与检测", kind, value))
        for kind, values in VALUES.items()
    )
)
LENGTH_FILTERS = st.builds(
    "{}{}{}".format,
    st.sampled_from(["期限", "时限", "分段期限", "提前量"]),
    st.sampled_from([">=", "<=", ">", "<", "="]),
    st.sampled_from(["14天", "7天", "24小时", "2周", "1个月", "3个月", "10个工作日"]),
)
FILTER_TEXTS = st.one_of(LENGTH_FILTERS, st.sampled_from(["检测日~7", "检测日~1", "类别=期限"]))


def holds(one: Requirement, condition: Filter, convert: bool) -> bool:
    """The meaning of a condition, said plainly: it holds where every number that the value allows fulfils it."""
    field = condition.field
    if field.name == "kind":
        return one.kind == condition.operand
    if one.kind != field.kind:
        return False
    value = parse(one.kind, one.value)
    if field.form == "days":
        return any(part.unit == condition.span.unit and _within(part, condition.span) for part in value.parts)
    spans = value.parts if field.aspect == "part" else (value.span,) if value.aspect == field.aspect else ()
    return any(_fulfils(span, condition, convert) for span in spans if span is not None)


def _within(part: Span, day: Span) -> bool:
    assert part.low is not None and part.high is not None and day.low is not None
    return part.low <= day.low <= part.high


def _fulfils(span: Span, condition: Filter, convert: bool) -> bool:
    asked = condition.span
    if span.unit != asked.unit:
        if not convert or condition.operator.sign == "=":
            return False
        span, asked = in_hours(span), in_hours(asked)
    compare: dict[str, Callable[[], bool]] = {
        ">=": lambda: _at_least(span.low, asked.high),
        ">": lambda: (
            _at_least(span.low, asked.high)
            and (span.low != asked.high or (span.low_open and span.unit == condition.span.unit))
        ),
        "<=": lambda: _at_least(asked.low, span.high),
        "<": lambda: (
            _at_least(asked.low, span.high)
            and (span.high != asked.low or (span.high_open and span.unit == condition.span.unit))
        ),
        "=": lambda: span.low == asked.low and span.high == asked.high and not (span.low_open or span.high_open),
    }
    return compare[condition.operator.sign]()


def _at_least(more: float | None, less: float | None) -> bool:
    return more is not None and less is not None and more >= less


@settings(max_examples=60, deadline=None)
@given(st.lists(RULES, min_size=1, max_size=12), st.lists(FILTER_TEXTS, max_size=2), st.booleans(), st.booleans())
def test_sql_means_what_the_records_say(
    rules: list[Requirement], filters: list[str], convert: bool, with_words: bool
) -> None:
    conditions = tuple(map(parse_filter, filters))
    with Store.open(":memory:", create=True) as store:
        store.put("a.txt", "", [reading("n", *rules)])
        query = ask("隔离" if with_words else "", conditions, convert=convert, limit=50)
        found = sorted(row.requirement.value or "" for row in store.rows(query) if isinstance(row, RequirementRow))
    wanted = [one.value or "" for one in rules if all(holds(one, condition, convert) for condition in conditions)]
    assert found == sorted(wanted)


# files come and go


def state(store: Store) -> dict[str, int]:
    return {table: count for table, count in store.counts().items() if table in ("notice", "requirement", "relation")}


def check_index(store: Store) -> None:
    """The index holds exactly the tokens of the rows: emptied rows leave an empty index."""
    db = sqlite3.connect(store.path)
    for table in ("notice_words", "requirement_words"):
        db.execute(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")
        db.execute(f"CREATE VIRTUAL TABLE temp.v_{table} USING fts5vocab(main, {table}, row)")
        assert db.execute(f"SELECT count(*) FROM temp.v_{table}").fetchone() == (0,)


def test_a_file_read_again_replaces_its_records(store: Store) -> None:
    store.put(
        "a.txt", "1", [reading("n", rule("隔离14天", "duration", "P14D"), rule("每天检测", "frequency", "1/P1D"))]
    )
    store.put("a.txt", "2", [reading("n", rule("隔离10天", "duration", "P10D"))])
    assert state(store) == {"notice": 1, "requirement": 1, "relation": 0}
    assert store.search(ask("14天")).total == store.search(ask("检测")).total == 0
    assert store.search(ask("10天")).total == 1


def test_nothing_is_left_of_a_forgotten_file(store: Store) -> None:
    fill(store)
    for uri, _, _ in store.sources():
        store.forget(uri)
    assert state(store) == {"notice": 0, "requirement": 0, "relation": 0}
    check_index(store)


POOL = [
    reading(f"n{number}", rule(f"隔离{days}天。", "duration", f"P{days}D"), where=where, signed_on=day)
    for number, days, where, day in [(1, 14, YUZHONG, "2020-01-02"), (2, 7, NANJING, None), (3, 3, None, "--05-06")]
] + [reading("n1", rule("隔离10天。", "duration", "P10D"))]
STEPS = st.lists(
    st.tuples(st.sampled_from(["a.txt", "b.html"]), st.sets(st.sampled_from(range(len(POOL))))), max_size=6
)


@settings(max_examples=50, deadline=None)
@given(STEPS)
def test_whatever_happens_index_and_rows_agree(steps: list[tuple[str, set[int]]]) -> None:
    """Files are read with other and other notices in them; at the end each notice is held, found and then gone."""
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "s.db", create=True) as store:
        for uri, numbers in steps:
            store.put(uri, "1", [POOL[number] for number in sorted(numbers)])
        held = {POOL[number].notice.id for numbers in dict(steps).values() for number in numbers}
        rows = list(store.rows(ask(grain="notice")))
        assert {row.notice.id for row in rows if isinstance(row, NoticeRow)} == held and len(rows) == len(held)
        assert store.search(ask("隔离")).total == store.search(ask()).total == len(held)
        for uri in dict(steps):
            store.forget(uri)
        check_index(store)


def test_two_files_with_one_notice_do_not_double_it(store: Store) -> None:
    one = reading("n", rule("隔离14天", "duration", "P14D"))
    store.put("a.txt", "1", [one])
    store.put("b.html", "2", [one])
    assert state(store) == {"notice": 1, "requirement": 1, "relation": 0}
    assert store.notice("n").uris == ("a.txt", "b.html")


def test_reading_one_copy_again_keeps_the_other(store: Store) -> None:
    one = reading("n", rule("隔离14天", "duration", "P14D"))
    for uri in ("a.txt", "b.html", "a.txt"):
        store.put(uri, "1", [one])
    assert store.notice("n").uris == ("a.txt", "b.html")


WHOLE = "对入境人员实施14天集中隔离医学观察。于第1、7、14天各进行1次核酸检测。疾控机构应在24小时内报告。"


@pytest.mark.parametrize("uris", [("cut.html", "whole.txt"), ("whole.txt", "cut.html")])
def test_the_fuller_copy_counts_in_any_order(store: Store, uris: tuple[str, str]) -> None:
    copies = {
        "cut.html": reading("n", rule("隔离14天", "duration", "P14D"), text=WHOLE[:30], title=""),
        "whole.txt": reading("n", rule("隔离14天"), rule("24小时内报告"), text=WHOLE, title=""),
    }
    for uri in (*uris, *uris):
        store.put(uri, "1", [copies[uri]])
    assert store.notice("n").notice.text == WHOLE
    assert store.notice("n").uris == ("cut.html", "whole.txt")
    assert state(store) == {"notice": 1, "requirement": 2, "relation": 0}


def test_another_notice_under_the_same_identifier_is_not_lost(store: Store) -> None:
    """A number that was given twice: both notices are there, under identifiers that stay."""
    first = reading("n", rule("隔离14天", "duration", "P14D"), text=WHOLE, doc_number="某办发〔2020〕1号")
    other = "企业应当在每年三月底前报送自查报告，逾期不报的由市场监管所责令改正。"
    second = reading("n", rule("三月底前报送自查报告"), text=other, doc_number="某办发〔2020〕1号", uri="b.txt")
    for _ in range(2):
        store.put("a.txt", "1", [first])
        store.put("b.txt", "1", [second])
    assert state(store) == {"notice": 2, "requirement": 2, "relation": 0}
    (row,) = (row for row in store.rows(ask("自查报告")) if isinstance(row, RequirementRow))
    assert row.notice.notice.text == "" and row.requirement.notice_id == row.notice.notice.id != "n"
    store.put("a.txt", "2", [])
    assert state(store)["notice"] == 1


def test_what_a_cover_carries_follows_it_to_its_own_identifier(store: Store) -> None:
    """The number of a cover was given twice: the attachment is that of its own cover, again and again."""
    other = "企业应当在每年三月底前报送自查报告，逾期不报的由市场监管所责令改正。"
    carried = reading("child", rule("自查报告"), text=other * 2)
    carried = replace(carried, notice=replace(carried.notice, parent_id="n"))
    for _ in range(2):
        store.put("a.txt", "1", [reading("n", rule("隔离14天", "duration", "P14D"), text=WHOLE)])
        store.put("b.txt", "1", [reading("n", rule("三月底前报送"), text=other, uri="b.txt"), carried])
    (row,) = (row for row in store.rows(ask("三月底前报送")) if isinstance(row, RequirementRow))
    cover = row.notice.notice.id
    assert store.notice("child").notice.parent_id == cover != "n"


def test_a_notice_stays_while_one_file_holds_it(store: Store) -> None:
    one = reading("n", rule("隔离14天", "duration", "P14D"))
    store.put("a.txt", "1", [one])
    store.put("b.html", "2", [one])
    store.forget("a.txt")
    assert store.notice("n").uris == ("b.html",)
    assert not store.is_current("b.html", "2"), "its records were those of the other file: it is read again"
    store.put("b.html", "2", [reading("n", rule("隔离7天", "duration", "P7D"))])
    assert store.search(ask("7天")).total == 1 and store.search(ask("14天")).total == 0
    store.forget("b.html")
    assert state(store)["notice"] == 0


def test_a_file_that_holds_other_notices_now(store: Store) -> None:
    store.put("a.txt", "1", [reading("n1", rule("隔离14天")), reading("n2", rule("隔离7天"))])
    store.put("a.txt", "2", [reading("n2", rule("隔离7天")), reading("n3", rule("隔离3天"))])
    assert {store.notice(id).notice.id for id in ("n2", "n3")} == {"n2", "n3"}
    with pytest.raises(StoreError):
        store.notice("n1")


def test_a_transaction_that_fails_leaves_the_store_as_it_was(store: Store) -> None:
    store.put("a.txt", "1", [reading("n", rule("隔离14天"))])

    def broken() -> Iterator[Reading]:
        yield reading("n", rule("隔离7天"))
        raise RuntimeError("a fault in the middle")

    with store.transaction():
        store.put("b.txt", "1", [reading("m", rule("检测"))])
        with pytest.raises(RuntimeError):
            store.put("a.txt", "2", broken())
    assert store.search(ask("14天")).total == store.search(ask("检测")).total == 1
    assert store.search(ask("7天")).total == 0
    assert store.is_current("a.txt", "1") and not store.is_current("a.txt", "2")


def test_a_failure_keeps_what_was_read_before(store: Store) -> None:
    store.put("a.txt", "1", [reading("n", rule("隔离14天"))])
    store.fail(Failure("a.txt", "read", "文件已损坏", "请重新下载"))
    assert store.failures() == (Failure("a.txt", "read", "文件已损坏", "请重新下载"),)
    assert store.search(ask("隔离")).total == 1
    store.put("a.txt", "3", [reading("n", rule("隔离14天"))])
    assert store.failures() == ()


def test_readers_see_the_last_whole_state(store: Store) -> None:
    store.put("a.txt", "1", [reading("n", rule("隔离14天"))])
    with Store.open(store.path) as reader:
        with store.transaction():
            store.put("a.txt", "2", [reading("n", rule("隔离7天"))])
            assert reader.search(ask("14天")).total == 1
        assert reader.search(ask("14天")).total == 0


def test_a_second_writer_waits_and_is_told(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "PRAGMAS", "PRAGMA busy_timeout = 50; PRAGMA foreign_keys = ON;")
    with Store.open(store.path) as other, store.transaction():
        store.put("a.txt", "1", [reading("n", rule("隔离14天"))])
        with pytest.raises(StoreError, match="另一个程序"):
            other.put("b.txt", "1", [reading("m", rule("检测"))])
    assert store.counts()["notice"] == 1


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=20))
def test_any_words_can_be_looked_for(filled: Store, text: str) -> None:
    try:
        query = ask(text)
    except QueryError:
        return
    filled.search(query)


# what is read back

GRAINS: tuple[Grain, ...] = ("requirement", "notice", "relation")


def test_records_come_back_as_they_went_in(filled: Store) -> None:
    for one in NOTICES:
        row = filled.notice(one.notice.id)
        assert row.to_record() == one.notice.to_record() | {"sources": list(row.uris)}
        assert [found.to_record() for found in filled.requirements(one.notice.id)] == [
            r.to_record() for r in one.requirements
        ]


def test_relations_both_ways(filled: Store) -> None:
    rows = filled.relations("cq")
    assert [(row.notice.notice.id, row.relation.relation) for row in rows] == [("cq", "repeals"), ("yz", "implements")]
    assert all(isinstance(row, RelationRow) for row in rows)


def test_a_notice_by_any_spelling_of_its_number(filled: Store) -> None:
    assert filled.notice("渝肺炎组办发 [2020] 113 号").notice.id == "cq"


def test_two_notices_of_one_number_are_not_chosen_between(store: Store) -> None:
    store.put(
        "a.txt", "1", [reading("n1", doc_number="渝办发〔2020〕1号"), reading("n2", doc_number="渝办发[2020]1号")]
    )
    with pytest.raises(StoreError, match="n1、n2"):
        store.notice("渝办发〔2020〕1号")


# stores that are refused


def test_a_missing_store_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="notices ingest"):
        Store.open(tmp_path / "none.db")


def test_a_file_that_is_no_store_is_refused_and_kept(tmp_path: Path) -> None:
    file = tmp_path / "notice.txt"
    file.write_bytes("关于做好有关工作的通知".encode() * 100)
    for create in (False, True):
        with pytest.raises(StoreError, match="打不开"):
            Store.open(file, create=create)
    assert file.read_bytes() == "关于做好有关工作的通知".encode() * 100


def test_a_database_of_another_program_is_refused_and_kept(tmp_path: Path) -> None:
    file = tmp_path / "other.db"
    with sqlite3.connect(file) as other:
        other.execute("CREATE TABLE anything (x)")
    other.close()
    before = file.read_bytes()
    with pytest.raises(StoreError, match="打不开"):
        Store.open(file, create=True)
    assert file.read_bytes() == before


def test_a_damaged_store_is_said_so(store: Store) -> None:
    fill(store)
    store.close()
    content = bytearray(store.path.read_bytes())
    content[8192:] = b"\xff" * (len(content) - 8192)
    store.path.write_bytes(content)
    with pytest.raises(StoreError), Store.open(store.path) as damaged:
        damaged.search(ask("隔离"))


@pytest.mark.parametrize(("module", "name"), [(schema, "VERSION"), (words, "VERSION")])
def test_a_store_of_another_version_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: object, name: str
) -> None:
    Store.open(tmp_path / "notices.db", create=True).close()
    monkeypatch.setattr(module, name, "another")
    with pytest.raises(StoreError, match="另一版本"):
        Store.open(tmp_path / "notices.db")
