"""Which notice a relation points at, and what is in force on which day: the cases of `cases/lineage.yaml`, and laws.

The same chains go through memory (`Shelf`) and through a store; both must say the same, in every order.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
import records
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.records import record_id
from extract.relations.amendments import amendments, extensions, is_in_part, parts
from extract.relations.finding import find
from extract.resolving.lineage import Shelf, history
from extract.resolving.status import on
from ingest.notice import Block, Jurisdiction, Level, Notice, SourceInfo
from ingest.sources import Source
from ingest.sources import find as find_sources
from search.commands.cli import run
from search.files import read
from search.questions.query import ask, condition, field_named
from search.reading import Reading
from search.storage.store import Store

ROOT = Path(__file__).resolve().parents[1]
CASES = yaml.safe_load((Path(__file__).parent / "cases" / "lineage.yaml").read_text("utf-8"))
IDS = [case["reason"] for case in CASES]
CITY = "500000"


def reading_of(said: dict[str, Any]) -> Reading:
    """A notice of a case with the relations that its own text states."""
    day = str(said["signed"]) if "signed" in said else None
    place = said.get("place", CITY)
    text = f"{said['title']}\n{said['text']}"
    level: Level = "province" if place.endswith("0000") else "prefecture"
    notice = Notice(
        id=said["name"],
        text=text,
        blocks=tuple(map(Block, text.split("\n"))),
        source=SourceInfo(f"{said['name']}.txt", "text/plain", record_id(text)),
        title=said["title"],
        doc_number=said.get("number"),
        issuers=(said.get("issuer", "甲市财政局"),),
        jurisdiction=Jurisdiction(place, place, level),
        signed_on=day,
        effective_from=str(said["from"]) if "from" in said else day,
        effective_to=str(said["to"]) if "to" in said else None,
        validity=said.get("validity"),
    )
    return Reading(notice, (), find(notice))


def shelf_of(readings: list[Reading]) -> Shelf:
    shelf = Shelf()
    for reading in readings:
        shelf.add(reading.notice, reading.relations)
    return shelf


def put(store: Store, reading: Reading) -> None:
    store.put(reading.notice.source.uri, reading.notice.source.sha256, [reading])


def links(shelf: Shelf, readings: list[Reading]) -> list[tuple[str, str, str | None]]:
    said = [relation for reading in readings for relation in reading.relations]
    found = [(one.source_id, one.relation, shelf.resolution_of(one.id).target_id) for one in said]
    return sorted(link for link in found if link[2])


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_case_in_memory(case: dict[str, Any]) -> None:
    readings = list(map(reading_of, case["notices"]))
    shelf = shelf_of(readings)
    assert links(shelf, readings) == sorted(map(tuple, case["links"]))
    if "open" in case:
        said = [relation for reading in readings for relation in reading.relations]
        doubts = [(one.source_id, c.reason) for one in said for c in shelf.resolution_of(one.id).candidates]
        undecided = [doubt for doubt in doubts if doubt[0] not in {link[0] for link in case["links"]}]
        assert sorted(undecided) == sorted(map(tuple, case["open"]))
    for name, day, status in case["expect"]:
        spell = on(history(shelf, name), str(day))
        assert (name, str(day), spell.status) == (name, str(day), status), spell.reasons


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_case_in_a_store(case: dict[str, Any], tmp_path: Path) -> None:
    readings = list(map(reading_of, case["notices"]))
    with Store.open(tmp_path / "a.db", create=True) as store:
        for reading in reversed(readings):
            put(store, reading)
        shelf = shelf_of(readings)
        for reading in readings:
            assert store.lineage.history_of(reading.notice.id) == history(shelf, reading.notice.id)
        for name, day, status in case["expect"]:
            assert asked(store, str(day), status) >= {name}, (name, day)


def asked(store: Store, day: str, status: str) -> set[str]:
    """The notices that a search for a status on a day finds."""
    query = ask("", (condition(field_named("status"), "=", status),), grain="notice", on=day)
    return {row.notice.id for row in store.rows(query)}  # type: ignore[union-attr]


def everything(store: Store) -> Any:
    """All that the store derives: links, candidates and spells, by names that do not depend on the order."""
    db = store._db
    arrows = db.execute(
        "SELECT x.id, n.id, a.partial FROM arrow a JOIN relation x ON x.rowid = a.relation"
        " JOIN notice n ON n.rowid = a.target ORDER BY 1"
    ).fetchall()
    told = db.execute("SELECT id, target_id FROM relation ORDER BY 1").fetchall()
    open_ends = db.execute(
        "SELECT x.id, n.id, reason FROM candidate c JOIN relation x ON x.rowid = c.relation"
        " JOIN notice n ON n.rowid = c.notice ORDER BY 1, 2"
    ).fetchall()
    spells = db.execute(
        "SELECT n.id, first, last, s.status FROM spell s JOIN notice n ON n.rowid = notice ORDER BY 1, 2"
    )
    return arrows, told, open_ends, spells.fetchall()


@cache
def pool() -> tuple[Reading, ...]:
    """The notices of all cases, each case in a year and organ of its own so that they do not meet."""
    found = []
    for number, case in enumerate(CASES):
        for said in case["notices"]:
            own = json.loads(
                json.dumps(said, default=str, ensure_ascii=False).replace("甲", f"甲{chr(0x4E00 + number)}")
            )
            found.append(reading_of({**own, "name": f"{number}-{said['name']}"}))
    return tuple(found)


@settings(max_examples=20, deadline=None)
@given(st.permutations(range(len(pool()))))
def test_the_order_of_arrival_changes_nothing(order: list[int]) -> None:
    straight, shuffled = shelf_of(list(pool())), shelf_of([pool()[index] for index in order])
    assert shuffled.graph() == straight.graph()
    assert shuffled.histories() == straight.histories()


@settings(max_examples=20, deadline=None)
@given(st.permutations(range(len(pool()))))
def test_the_order_of_arrival_changes_nothing_in_a_store(tmp_path_factory: Any, order: list[int]) -> None:
    folder = tmp_path_factory.mktemp("order")
    with Store.open(folder / "a.db", create=True) as store, Store.open(folder / "b.db", create=True) as other:
        with store.transaction(), other.transaction():
            for index in range(len(order)):
                put(store, pool()[index])
                put(other, pool()[order[index]])
        assert everything(store) == everything(other)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.integers(0, len(pool()) - 1), max_size=12))
def test_reading_again_changes_nothing(tmp_path_factory: Any, again: list[int]) -> None:
    with Store.open(tmp_path_factory.mktemp("again") / "a.db", create=True) as store:
        with store.transaction():
            for reading in pool():
                put(store, reading)
        before = everything(store)
        with store.transaction():
            for index in again:
                put(store, pool()[index])
        assert everything(store) == before


@settings(max_examples=20, deadline=None)
@given(st.sets(st.integers(0, len(pool()) - 1), max_size=8))
def test_what_leaves_leaves_no_trace(tmp_path_factory: Any, gone: set[int]) -> None:
    """A repeal that is withdrawn from the store restores what it ended."""
    folder = tmp_path_factory.mktemp("gone")
    with Store.open(folder / "a.db", create=True) as store, Store.open(folder / "b.db", create=True) as without:
        with store.transaction(), without.transaction():
            for index, reading in enumerate(pool()):
                put(store, reading)
                if index not in gone:
                    put(without, reading)
            for index in gone:
                store.forget(pool()[index].notice.source.uri)
        assert everything(store) == everything(without)


def test_no_notice_points_at_itself_or_at_a_later_one() -> None:
    days = {reading.notice.id: reading.notice.signed_on or "" for reading in pool()}
    shelf = shelf_of(list(pool()))
    for reading in pool():
        for relation in reading.relations:
            target = shelf.resolution_of(relation.id).target_id
            assert target != reading.notice.id
            assert target is None or days[target] <= days[reading.notice.id]


def test_spells_leave_no_gap() -> None:
    for spells in shelf_of(list(pool())).histories().values():
        assert (spells[0].first, spells[-1].last) == ("", "9999-99-99")
        assert all(one.last == two.first for one, two in pairwise(spells))


def test_every_end_has_a_reason_with_the_words_that_prove_it() -> None:
    for spells in shelf_of(list(pool())).histories().values():
        for spell in spells:
            assert spell.reasons, spell
            if spell.status in ("repealed", "superseded", "partly_superseded"):
                assert any(reason.quote and reason.source_id for reason in spell.reasons)


# forwarding, suggestions, changes of single requirements, clashes


def test_an_end_suggested_by_the_provinces_own_law_decides_nothing() -> None:
    said = {"name": "old", "title": "长沙市企业纾困办法（试行）", "issuer": "长沙市人民政府办公室", "place": "430100"}
    reading = reading_of({**said, "signed": "2015-03-01", "text": "应当在5日内拨付。"})
    notice = replace(reading.notice, doc_type="办法")
    spell = on(history(shelf_of([Reading(notice)]), "old"), "2020-01-01")
    assert spell.status == "in_force"
    (suggested,) = [reason for reason in spell.reasons if reason.suggested]
    assert suggested.day == "2017-02-28" and suggested.quote and "湖南省行政程序规定" in suggested.quote


@dataclass(frozen=True)
class Wording:
    text: str
    found: tuple[tuple[str | None, str | None, str | None], ...]
    reason: str


WORDINGS = (
    Wording("将第五条中“每月一次”修改为“每季度一次”。", (("第五条", "每月一次", "每季度一次"),), "新旧词语都引"),
    Wording("第八条修改为：“应当在3日内报告。”", (("第八条", None, "应当在3日内报告。"),), "整条重写"),
    Wording("“10日”调整为“5日”。", ((None, "10日", "5日"),), "没有写在哪一条"),
    Wording("删去第八条第二项。", (("第八条第二项", None, None),), "删去一项"),
    Wording("适时修改第五条。", (), "打算修改不算"),
    Wording("称为“一网通办”。", (), "引号不是修改"),
)


@pytest.mark.parametrize("row", WORDINGS, ids=[row.reason for row in WORDINGS])
def test_old_and_new_wording(row: Wording) -> None:
    assert tuple((one.part, one.old, one.new) for one in amendments(row.text)) == row.found


EXTENSIONS = (
    ("《公告》第一条规定的政策，执行期限延长至2024年12月31日。", (("第一条", "2024-12-31"),), "一条的期限延长"),
    ("附件2的补助标准延续执行到2023年6月30日。", (("附件2", "2023-06-30"),), "附件的期限延长"),
    ("《公告》有效期延长至2024年12月31日。", (), "延长的是整件"),
    ("第三条的申报期限延长30日。", (), "没有写到哪一天"),
    ("第一条延长至2024年2月30日。", (), "没有这一天"),
)


@pytest.mark.parametrize(("text", "found", "reason"), EXTENSIONS, ids=[row[2] for row in EXTENSIONS])
def test_parts_whose_period_is_extended(text: str, found: tuple[tuple[str, str], ...], reason: str) -> None:
    assert tuple((one.part, one.last) for one in extensions(text)) == found


def test_parts_named_outside_the_title() -> None:
    title = "关于印发附件1样式的通知"
    assert parts(f"《{title}》附件2、第三条第一款同时废止", title) == ("附件2", "第三条第一款")
    rule = replace(records.rule("应当在3日内报告。"), clause="第三条/1")
    assert is_in_part(rule, "第三条第一款") and not is_in_part(rule, "第四条")


def test_values_that_differ_in_one_place_are_reported_and_nothing_ends(tmp_path: Path) -> None:
    def notice(name: str, value: str, day: str) -> Reading:
        rule = records.rule("q" + value, "deadline", value, subject="事故单位", action="报告")
        made = records.reading(name, rule, signed_on=day, uri=f"{name}.txt", text=f"{name}：{'说明' * 40}{value}")
        return replace(made, notice=replace(made.notice, effective_from=day))

    with Store.open(tmp_path / "a.db", create=True) as store:
        for one in (notice("a", "<=PT2H", "2020-01-01"), notice("b", "<=PT1H", "2021-01-01")):
            put(store, one)
        (clash,) = store.clashes(on="2022-01-01")
        assert (clash.earlier.value, clash.later.value, clash.precedence) == ("<=PT2H", "<=PT1H", None)
        assert store.clashes(on="2022-01-01", notice_id="a") == (clash,)
        assert store.clashes(on="2022-01-01", place="110000") == ()
        assert store.clashes(on="2020-06-01") == (), "the later one is not in force yet"
        assert asked(store, "2022-01-01", "in_force") == {"a", "b"}


# the corpus and the real notices


CORPUS = (
    ("盐肺炎指办〔2021〕9007号", "2022-07-17", "in_force", "整件废止之前"),
    ("盐肺炎指办〔2021〕9007号", "2022-07-18", "repealed", "整件废止，自新通知施行之日"),
    ("筑建通〔2019〕9033号", "2021-09-14", "in_force", "附件废止之前"),
    ("筑建通〔2019〕9033号", "2021-09-15", "partly_superseded", "只废止一个附件"),
    ("绍公积金〔2020〕9021号", "2022-07-01", "in_force", "有效期已延长"),
    ("绍公积金〔2020〕9021号", "2023-05-01", "partly_superseded", "延长后又修改"),
    ("绍公积金〔2020〕9021号", "2024-06-01", "expired", "延长后的有效期届满"),
    ("固政办规发〔2018〕9004号", "2024-01-01", "expired", "网页注明失效"),
    ("固政办规发〔2018〕9004号", "2018-01-01", "not_yet_in_force", "网页注明失效，施行之前还没有生效"),
    ("渝金发〔2019〕9037号", "2021-10-01", "expired", "写明的有效期届满"),
)


@pytest.mark.parametrize(("number", "day", "status", "reason"), CORPUS, ids=[row[3] for row in CORPUS])
def test_corpus_chain(corpus: Store, number: str, day: str, status: str, reason: str) -> None:
    notice_id = corpus.notice(number).notice.id
    spell = on(corpus.lineage.history_of(notice_id), day)
    assert spell.status == status, spell.reasons
    assert notice_id in asked(corpus, day, status)


def test_corpus_forwarding_reaches_down_three_levels(corpus: Store) -> None:
    inner = corpus.notice("人社厅函〔2023〕9041号").notice.id
    assert {name for _, name, _ in corpus.lineage.areas_of(inner)} >= {"湖南省", "株洲市"}
    found = corpus.graph(inner)
    assert [edge.relation for edge in found.edges].count("forwards") == 2


def test_corpus_part_end_names_its_requirements(corpus: Store) -> None:
    old = corpus.notice("筑建通〔2019〕9033号").notice.id
    clauses = {row.requirement.id: row.requirement.clause for row in corpus.requirements(old)}
    changed = corpus.lineage.changes_of(old, "2022-01-01")
    assert changed and all((clauses[one.requirement_id] or "").startswith("附件2") for one in changed)
    assert corpus.lineage.changes_of(old, "2021-09-14") == ()
    ended = {row.requirement.id for row in corpus.requirements(old) if row.status == "repealed"}
    assert ended == {one.requirement_id for one in changed}


def test_corpus_amendment_names_old_and_new(corpus: Store) -> None:
    amended = corpus.notice("绍公积金〔2020〕9021号").notice.id
    children = [row.notice.id for row in corpus.rows(ask("", (), grain="notice")) if row.notice.parent_id == amended]  # type: ignore[union-attr]
    changed = [one for child in children for one in corpus.lineage.changes_of(child, "2023-04-01")]
    assert {one.status for one in changed} >= {"superseded"} and all(one.quote for one in changed)


SHARED = ROOT.parent / "shared" / "notices"


@pytest.mark.skipif(not SHARED.is_dir(), reason="the real notices are not here")
def test_pairs_of_real_notices() -> None:
    """Pairs of which one names the other; a pair that only shares wording (text overlap) has nothing to resolve."""
    held_out = {"biz-106", "fin-028", "covid-006", "ncp-029", "ncp-045", "mix-028"}
    pairs = [json.loads(line) for line in (SHARED / "chains.jsonl").read_text("utf-8").splitlines()]
    pairs = [
        pair for pair in pairs if pair["via"] != "text overlap" and not held_out & {pair["source"], pair["target"]}
    ]
    names = {name for pair in pairs for name in (pair["source"], pair["target"])}
    manifest = [json.loads(line) for line in (SHARED / "manifest.jsonl").read_text("utf-8").splitlines()]
    shelf, home = Shelf(), dict[str, set[str]]()
    said = dict[str, list[str]]()
    for entry in manifest:
        if entry["id"] in names:
            for source in find_sources([SHARED / entry["file"]]):
                assert isinstance(source, Source)
                for reading in read(source):  # type: ignore[union-attr]
                    shelf.add(reading.notice, reading.relations)
                    home.setdefault(reading.notice.id, set()).add(entry["id"])
                    said.setdefault(entry["id"], []).extend(one.id for one in reading.relations)
    targets = {name: {shelf.resolution_of(one).target_id for one in said.get(name, [])} for name in names}
    reached = [pair for pair in pairs if any(pair["target"] in home.get(t or "", ()) for t in targets[pair["source"]])]
    assert len(reached) >= 0.9 * len(pairs), [pair for pair in pairs if pair not in reached]


def test_commands(corpus: Store, capfd: pytest.CaptureFixture[str]) -> None:
    def call(*arguments: str) -> str:
        code = run([*arguments, "--store", str(corpus.path)])
        out = capfd.readouterr()
        assert (code, out.err) == (0, "")
        return out.out

    status = json.loads(call("status", "盐肺炎指办〔2021〕9007号", "--on", "2022-08-01", "--json"))
    assert (status["on"], status["status"]) == ("2022-08-01", "repealed")
    assert any("同时废止" in (reason["quote"] or "") for reason in status["reasons"])
    assert "已废止" in call("status", "盐肺炎指办〔2021〕9007号")
    assert "转发" in call("lineage", "人社厅函〔2023〕9041号")
    assert call("lineage", "人社厅函〔2023〕9041号", "--format", "dot").startswith("digraph")
    assert fromstring(call("lineage", "人社厅函〔2023〕9041号", "--format", "svg")).tag.endswith("svg")
    assert len(json.loads(call("lineage", "人社厅函〔2023〕9041号", "--format", "json"))["nodes"]) >= 3
    assert json.loads(call("conflicts", "--json"))["total"] >= 0
    found = json.loads(call("search", "--of", "notices", "--status", "已废止", "--on", "2022-08-01", "--json"))
    assert found["total"] >= 1 and all(hit["status"] == "repealed" for hit in found["hits"])
    assert (
        json.loads(call("search", "--of", "notices", "--status", "已废止", "--on", "2021-08-01", "--json"))["total"]
        == 0
    )


def test_a_day_that_is_none_is_refused_in_one_sentence(corpus: Store, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["status", "盐肺炎指办〔2021〕9007号", "--on", "去年", "--store", str(corpus.path)]) == 2
    assert "看不懂的日期“去年”" in capfd.readouterr().err
