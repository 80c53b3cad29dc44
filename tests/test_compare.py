"""Rules of places side by side: matrix, deviations, history and changes, against tables made by hand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml

from extract.records import Evidence, Kind, Relation, Requirement, Target
from ingest.notice import Block, Jurisdiction, Notice, SourceInfo
from search.commands import cli
from search.comparison.changes import changes
from search.comparison.compare import UPPER, Cell, deviations, matrix
from search.comparison.history import history
from search.comparison.matrix_files import html, write_xlsx
from search.comparison.points import Asked, Point, Source, Topic, ancestors
from search.comparison.step_chart import svg
from search.ingestion import ingest
from search.reading import Reading
from search.storage.store import Store

HERE = Path(__file__).parent
CORPUS = HERE.parent / "corpus"
SEEDS = HERE.parents[1] / "shared" / "gold" / "seeds"
TABLES = yaml.safe_load((HERE / "compared.yaml").read_text("utf-8"))
NATION, PROVINCE, CITY, OTHER, COUNTY = "000000", "330000", "330800", "330100", "330803"


def notice(id: str, place: str, day: str, *rules: Requirement, relations: tuple[Relation, ...] = ()) -> Reading:
    text = f"{id}号通知\n" + "\n".join(rule.evidence.quote for rule in rules)
    made = Notice(
        id=id, text=text, blocks=(Block(text),), source=SourceInfo(f"{id}.txt", "text/plain", id), title=f"{id}号通知",
        doc_number=f"甲发〔{day[:4]}〕{len(id)}{ord(id[-1])}号", issuers=("某办",),
        jurisdiction=Jurisdiction(place, "某地", "prefecture"), signed_on=day, effective_from=day,
    )  # fmt: skip
    return Reading(made, rules, relations)


def rule(
    id: str, value: str, *, subject: str = "密切接触者", action: str = "集中隔离", kind: Kind = "duration"
) -> Requirement:
    from extract.vocabulary import action_code, subject_code

    quote = f"{subject}{action}{value}"
    return Requirement(
        f"r-{id}", id, kind, value, value, Evidence(quote, 0, 0), subject=subject, action=action,
        subject_code=subject_code(subject), action_code=action_code(action),
    )  # fmt: skip


def acts(id: str, kind: str, target: Reading, *, on: str | None = None) -> Relation:
    named = Target(target.notice.doc_number, target.notice.title)
    return Relation(f"x-{id}", id, kind, named, Evidence("依原文", 0, 3), effective_on=on)  # type: ignore[arg-type]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    nation = notice("N", NATION, "2021-01-01", rule("N", "P7D"))
    province = notice("P", PROVINCE, "2021-02-01", rule("P", "P14D"))
    city = notice("C", CITY, "2021-03-01", rule("C", "P14D+P7D"))
    newer = notice("D", CITY, "2022-03-01", rule("D", "P5D"), relations=(acts("D", "repeals", city),))
    other = notice("E", OTHER, "2021-03-01", rule("E", "P1M"), rule("E2", "P10D", subject="未接种的密切接触者"))
    passing = notice("F", COUNTY, "2021-04-01", relations=(acts("F", "forwards", city),))
    with Store.open(tmp_path / "s.db", create=True) as opened:
        for reading in (nation, province, city, newer, other, passing):
            opened.put(reading.notice.source.uri, reading.notice.id, [reading])
        yield opened


def said(cell: Cell) -> tuple[str, list[str], str | None]:
    values = sorted(str(point.requirement.value) for point in cell.points)
    return cell.state, values, cell.judgement.order if cell.judgement else None


def test_a_matrix_shows_every_value_and_tells_nothing_found_from_nothing_held(store: Store) -> None:
    found = matrix(store.points(on="2021-06-01"), [CITY, OTHER, COUNTY, "110000"], baseline=CITY)
    (row,) = found.rows
    assert [said(cell) for cell in row.cells] == [
        ("values", ["P14D+P7D"], None),
        ("values", ["P10D", "P1M"], "different"),
        ("values", ["P14D+P7D"], "equal"),
        ("not_held", [], None),
    ]
    assert row.cells[1].disagrees
    assert row.cells[2].points[0].through
    assert row.cells[2].points[0].through.id == "F"


VALUES = [
    ("threshold", ["45000元", "90000元"], True, "two sums"),
    ("threshold", [">=100人", "45000元"], False, "for how many, and how much"),
    ("duration", ["P10D", "P1M"], True, "lengths in two units"),
    ("deadline", ["<=PT2H", "before P3D"], False, "within, and ahead of"),
    ("deadline", ["<=PT2H", "<=PT2H"], False, "the same twice"),
]


@pytest.mark.parametrize(("kind", "values", "disagrees", "reason"), VALUES, ids=[row[3] for row in VALUES])
def test_values_of_one_measure_disagree(kind: Kind, values: list[str], disagrees: bool, reason: str) -> None:
    source = Source("N", "关于补助的通知", None, None, None)
    rules = [rule(f"r{number}", value, kind=kind) for number, value in enumerate(values)]
    points = tuple(Point(Topic("", "", kind), CITY, one, source, "in_force") for one in rules)
    assert Cell(CITY, "values", points).disagrees is disagrees, reason


def test_a_place_with_notices_and_without_such_a_rule(store: Store) -> None:
    found = matrix(store.points(on="2021-02-15"), [PROVINCE, CITY])
    assert [said(cell)[0] for cell in found.rows[0].cells] == ["values", "nothing"]


def test_the_upper_level_nearest_to_the_place_is_the_baseline(store: Store) -> None:
    (row,) = matrix(store.points(on="2022-06-01"), [CITY], baseline=UPPER).rows
    judgement = row.cells[0].judgement
    assert judgement
    assert judgement.order == "looser"
    assert [point.source.id for point in judgement.against] == ["P"]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2021-06-01", [("stricter", "P14D+P7D", "P14D"), ("stricter", "P14D+P7D", "P7D")]),
        ("2022-06-01", [("looser", "P5D", "P14D"), ("looser", "P5D", "P7D")]),
        ("2021-02-15", []),
    ],
)
def test_deviations_follow_the_day(store: Store, day: str, expected: list[tuple[str, str, str]]) -> None:
    found = deviations(store.points(on=day), CITY)
    assert [(one.order, one.local.requirement.value, one.upper.requirement.value) for one in found.listed] == expected
    assert found.total == len(expected)


def test_a_narrower_subject_makes_the_order_a_hint(store: Store) -> None:
    found = deviations(store.points(on="2021-06-01"), OTHER)
    assert {(one.local.requirement.value, one.order, one.qualified) for one in found.listed} == {
        ("P1M", "inexact", False), ("P10D", "looser", True), ("P10D", "stricter", True),
    }  # fmt: skip


def test_history_says_who_set_a_value_and_who_ended_it(store: Store) -> None:
    (track,) = history(store.points(), CITY, asked=Asked(subject="密接"))
    assert [(one.first, one.last, one.point.requirement.value) for one in track.stretches] == [
        ("2021-03-01", "2022-03-01", "P14D+P7D"),
        ("2022-03-01", "9999-99-99", "P5D"),
    ]
    first = track.stretches[0]
    assert first.ended_by
    assert (first.ended_by.id, "废止" in (first.ended or "")) == ("D", True)
    picture = svg([track])
    assert picture.count("<rect") == 2
    assert "P14D+P7D" in picture


def test_changes_pair_what_was_with_what_is(store: Store) -> None:
    report = changes(store.points(), since="2022-01-01", until="2022-12-31", place="330000")
    assert [
        (one.day, one.place, [p.requirement.value for p in one.before], [p.requirement.value for p in one.after])
        for one in report.changes
    ] == [("2022-03-01", COUNTY, ["P14D+P7D"], []), ("2022-03-01", CITY, ["P14D+P7D"], ["P5D"])]
    assert {source.id for source in report.changes[1].by} == {"C", "D"}
    assert changes(store.points(), since="2022-03-02", until="2022-12-31").changes == ()


def test_what_a_list_leaves_out_is_said(
    store: Store, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = changes(store.points(), since="2021-01-01", until="2022-12-31")
    assert (whole.cut, whole.since) == (False, "2021-01-01")
    monkeypatch.setattr("search.comparison.changes.LIMIT", 1)
    report = changes(store.points(), since="2021-01-01", until="2022-12-31")
    assert (report.cut, report.since) == (True, "2022-03-01")
    assert report.changes == tuple(one for one in whole.changes if one.day >= report.since)
    assert cli.run(["changes", "--since", "2021-01-01", "--until", "2022-12-31", "--store", str(store.path)]) == 0
    assert "--until 2022-02-28" in capsys.readouterr().out
    monkeypatch.setattr("search.comparison.compare.DIFFERENCES", 1)
    found = deviations(store.points(on="2021-06-01"), CITY)
    assert (len(found.listed), found.total) == (1, 2)
    assert cli.run(["deviations", CITY, "--on", "2021-06-01", "--store", str(store.path)]) == 0
    assert "共2处" in capsys.readouterr().out


HOUSING_FUND = (
    "shaoxing-2020-housing-fund.txt", "shaoxing-2022-housing-fund-extended.md",
    "shaoxing-2023-housing-fund-amended.html",
)  # fmt: skip


@pytest.mark.parametrize("order", list(permutations(HOUSING_FUND)), ids="-".join)
def test_an_amended_value_is_that_of_the_old_rule_in_whatever_order_notices_come(
    tmp_path: Path, order: tuple[str, ...]
) -> None:
    with Store.open(tmp_path / "s.db", create=True) as opened:
        for name in (*order, order[0]):
            ingest(opened, [CORPUS / name])
        (track,) = history(opened.points(), "330600", asked=Asked(subject="账户余额"))
        assert [(one.first, one.last, one.point.requirement.value) for one in track.stretches] == [
            ("2020-06-01", "2023-04-01", ">=100元"),
            ("2023-04-01", "2024-06-01", ">=10元"),
        ]
        opened.forget(next(uri for uri, *_ in opened.sources() if "amended" in uri))
        (track,) = history(opened.points(), "330600", asked=Asked(subject="账户余额"))
        assert [one.point.requirement.value for one in track.stretches] == [">=100元"]


def test_ancestors() -> None:
    assert ancestors(COUNTY) == (CITY, PROVINCE, NATION)
    assert ancestors(NATION) == ()


def test_a_page_and_a_workbook_hold_the_same_cells_escaped(store: Store, tmp_path: Path) -> None:
    store.put("x.txt", "x", [notice("X", OTHER, "2021-03-01", rule("X", "P3D", subject="<b>=1+1"))])
    found = matrix(store.points(on="2021-06-01"), [CITY, OTHER])
    page, file = html(found), tmp_path / "m.xlsx"
    assert "<b>=1+1" not in page
    assert "&lt;b&gt;=1+1" in page
    write_xlsx(found, file)
    book = openpyxl.load_workbook(file)
    assert book.sheetnames == ["对照表", "说明"]
    assert book["对照表"].freeze_panes == "D2"
    assert "该地未检出此项" in {cell.value for row in book["对照表"] for cell in row}


def test_the_commands(store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = ["--store", str(store.path)]
    assert cli.run(["compare", "--place", CITY, "--on", "2021-06-01", "--format", "json", *file]) == 0
    assert json.loads(capsys.readouterr().out)["rows"][0]["subject_label"] == "密切接触者"
    assert cli.run(["deviations", CITY, "--on", "2021-06-01", "--json", *file]) == 0
    assert json.loads(capsys.readouterr().out)["deviations"][0]["order"] == "stricter"
    assert cli.run(["history", "--place", CITY, "--format", "json", *file]) == 0
    assert json.loads(capsys.readouterr().out)["tracks"][0]["stretches"][0]["last"] == "2022-03-01"
    assert cli.run(["changes", "--since", "2022-01-01", "--json", *file]) == 0
    assert len(json.loads(capsys.readouterr().out)["changes"]) == 2
    assert cli.run(["compare", "--place", CITY, "--format", "xlsx", *file]) == cli.WRONG_CALL
    assert "-o" in capsys.readouterr().err


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("real") / "s.db", create=True) as opened:
        ingest(opened, [path for path in (CORPUS, SEEDS) if path.exists()])
        yield opened


def cases(table: str) -> list[Any]:
    """The cases of a table, each by its reason."""
    return [pytest.param(case, id=case["why"]) for case in TABLES[table]]


def skip_without_seeds(case: dict[str, Any]) -> None:
    if case.get("seeds") and not SEEDS.exists():
        pytest.skip("the annotated notices are not part of this repository")


def asked_in(case: dict[str, Any]) -> Asked:
    return Asked(case["subject"], case["measure"], case["kind"])


@pytest.mark.parametrize("case", cases("matrix"))
def test_cells_read_from_the_notices_by_hand(real: Store, case: dict[str, Any]) -> None:
    skip_without_seeds(case)
    places = [f"{place:06}" for place in case["cells"]]
    found = matrix(real.points(on=str(case["day"])), places, asked=asked_in(case))
    if rows := case.get("rows", 1):
        assert len(found.rows) == rows, [row.topic for row in found.rows]
    values: dict[str, set[str]] = {place: set() for place in places}
    for cell in (cell for row in found.rows for cell in row.cells):
        values[cell.place].update(said(cell)[1])
    held = real.points().held(places)
    told = {place: values[place] or ("nothing" if place in held else "not_held") for place in places}
    assert told == {
        f"{place:06}": set(value) if isinstance(value, list) else value for place, value in case["cells"].items()
    }


@pytest.mark.parametrize("case", cases("deviations"))
def test_deviations_read_from_the_notices_by_hand(real: Store, case: dict[str, Any], tmp_path: Path) -> None:
    skip_without_seeds(case)
    with Store.open(tmp_path / "told.db", create=True) as told:
        for number, text in enumerate(case.get("notices", [])):
            (tmp_path / f"{number}.txt").write_text(text, "utf-8")
            ingest(told, [tmp_path / f"{number}.txt"])
        store = told if "notices" in case else real
        found = deviations(store.points(on=str(case["day"])), str(case["place"])).listed
    assert sorted([one.order, one.local.requirement.value, one.upper.requirement.value] for one in found) == sorted(
        case["found"]
    )


@pytest.mark.parametrize("case", cases("history"))
def test_histories_read_from_the_notices_by_hand(real: Store, case: dict[str, Any]) -> None:
    tracks = history(real.points(), str(case["place"]), asked=asked_in(case))
    found = [[one.first, one.last, one.point.requirement.value] for track in tracks for one in track.stretches]
    assert sorted(found) == sorted([[str(first), str(last), value] for first, last, value in case["stretches"]])


def test_a_change_says_why_a_notice_ended(real: Store) -> None:
    report = changes(real.points(), since="2026-01-01", until="2026-01-01", place="360724")
    assert report.changes and {one.said for one in report.changes} == {("有效期至2025-12-31",)}
    begun = changes(real.points(), since="2023-05-01", until="2023-05-01", place="360724")
    assert begun.changes and {one.said for one in begun.changes} == {()}, "what begins ends nothing"


def test_the_days_of_a_history_are_both_within(real: Store, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["history", "--place", "绍兴市", "--kind", "频次", "--store", str(real.path)]) == 0
    shown = capsys.readouterr().out
    assert "2023-03-31" in shown and "2023-04-01" in shown, "one value to the last day of March, the next from April on"
    assert "2020-05-20 有效" not in shown, "a value of the past has days and no status"


@pytest.mark.parametrize("case", cases("changes"))
def test_changes_read_from_the_notices_by_hand(real: Store, case: dict[str, Any]) -> None:
    report = changes(real.points(), since=str(case["since"]), until=str(case["until"]), place=str(case["place"]))
    found = [
        [one.day, [p.requirement.value for p in one.before], [p.requirement.value for p in one.after]]
        for one in report.changes
        if one.topic.subject == case["subject"]
    ]
    assert sorted(found) == sorted([[str(day), before, after] for day, before, after in case["found"]])
    assert not report.cut
