"""The status of a requirement by itself, and which clause prevails where two differ."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import records
from conftest import CORPUS_FILES

from extract.relations.finding import find as find_relations
from ingest.notice import Jurisdiction
from ingest.sources import Source, find
from search import labels
from search.files import read
from search.questions.query import ask, condition, field_named
from search.reading import Reading
from search.rows import NoticeRow, RequirementRow
from search.storage.store import Store


def id_of(store: Store, number: str) -> str:
    """The notice of that number as its text writes it."""
    rows = [row for row in store.rows(ask("", (), grain="notice")) if isinstance(row, NoticeRow)]
    return next(row.notice.id for row in rows if row.notice.doc_number == number)


OWN = (
    ("筑建通〔2019〕9033号", "附件2", "2021-09-14", "in_force", "附件废止之前"),
    ("筑建通〔2019〕9033号", "附件2", "2021-09-15", "repealed", "所在附件已废止，通知的其余部分有效"),
    ("2022年第9001号", "一", "2022-06-01", "in_force", "条款自身的期限之内"),
    ("2022年第9001号", "一", "2024-06-01", "partly_superseded", "条款自身的期限由另一公告延长"),
    ("2022年第9001号", "一", "2025-01-01", "expired", "延长后的期限届满"),
)


@pytest.mark.parametrize(("number", "clause", "day", "status", "reason"), OWN, ids=[row[4] for row in OWN])
def test_a_requirement_has_its_own_status(
    corpus: Store, number: str, clause: str, day: str, status: str, reason: str
) -> None:
    """Exactly one status finds it on each day; of the article that is extended in part, the rule that is named."""
    rules = [row.requirement for row in corpus.requirements(id_of(corpus, number))]
    inside = [rule for rule in rules if (rule.clause or "").startswith(clause)]
    asked_for = next((rule for rule in inside if rule.value == "50%"), inside[0])
    found = [one for one in labels.STATUSES if asked_for in [row.requirement for row in _having(corpus, day, one)]]
    assert found == [status]


def _having(store: Store, day: str, status: str) -> Iterator[RequirementRow]:
    for row in store.rows(ask("", (condition(field_named("status"), "=", status),), on=day)):
        assert isinstance(row, RequirementRow) and row.status == status
        yield row


def test_an_extension_of_a_part_leaves_what_it_does_not_name(corpus: Store) -> None:
    """The limit of 150,000 in the same article is not the half tax that is extended."""
    notice = id_of(corpus, "2022年第9001号")
    found = [row.requirement for row in _having(corpus, "2024-06-01", "expired")]
    assert [rule.value for rule in found if rule.notice_id == notice] == ["<=150000元"]


def test_a_withdrawn_extension_moves_no_end(corpus: Store) -> None:
    """The period is that of the clause again once the notice that extended it is gone; and moves when it is back."""
    file = next(path for path in CORPUS_FILES if path.stem == "xiamen-2023-tax-extended")
    (source,) = find([file])
    assert isinstance(source, Source)
    notice, day = id_of(corpus, "2022年第9001号"), "2024-06-01"
    corpus.forget(source.uri)
    ended = {row.requirement.value for row in _having(corpus, day, "expired") if row.notice.notice.id == notice}
    corpus.put(source.uri, source.sha256, read(source))  # type: ignore[arg-type]
    again = {row.requirement.value for row in _having(corpus, day, "expired") if row.notice.notice.id == notice}
    assert (ended, again) == ({"50%", "<=150000元"}, {"<=150000元"})


def _put(store: Store, found: Reading) -> None:
    store.put(found.notice.source.uri, "1", [found])


PRECEDENCE = (
    ("市级层面以往下发的文件与本通知不一致的，以本通知为准。", True, "同为市级、在先"),
    ("省级层面以往下发的文件与本通知不一致的，以本通知为准。", False, "在先的是市级文件"),
    ("此前我局有关规定与本通知不一致的，以本通知为准。", True, "同一机关在先的规定"),
    ("此前印发的管理办法与本通知不一致的，以本通知为准。", False, "在先的是通知，不是办法"),
    ("《乙市事故报告办法》（乙应急〔2019〕3号）与本通知不一致的，以本通知为准。", False, "指名的是另一个文件"),
    ("此前我局有关规定同时废止。", True, "只描述、不指名的废止：列为可能涉及"),
    ("此前省级层面有关规定同时废止。", False, "描述的是省级文件"),
    ("各单位应当严格执行。", False, "没有这样的条款"),
)


@pytest.mark.parametrize(("clause", "prevails", "reason"), PRECEDENCE, ids=[row[2] for row in PRECEDENCE])
def test_a_clause_prevails_over_what_it_speaks_of(tmp_path: Path, clause: str, prevails: bool, reason: str) -> None:
    def notice(name: str, value: str, day: str, text: str) -> Reading:
        rule = records.rule("q" + value, "deadline", value, subject="事故单位", action="报告")
        words = f"{text}\n{name}：{'说明' * 40}{value}"
        made = records.reading(name, rule, signed_on=day, uri=f"{name}.txt", text=words)
        place = Jurisdiction("320900", "盐城市", "prefecture")
        own = replace(made.notice, jurisdiction=place, effective_from=day, doc_type="通知", title=f"关于{name}的通知")
        own = replace(own, issuers=("盐城市应急管理局",))
        return replace(made, notice=own, relations=find_relations(own))

    with Store.open(tmp_path / "a.db", create=True) as store:
        _put(store, notice("a", "<=PT2H", "2020-01-01", "事故单位应当报告。"))
        _put(store, notice("b", "<=PT1H", "2021-01-01", clause))
        (clash,) = store.clashes(on="2022-01-01")
        assert bool(clash.precedence) is prevails, clash.precedence
