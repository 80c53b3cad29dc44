"""The cheap look at a clause leaves out none that names who acts."""

from __future__ import annotations

from pathlib import Path

from cases_of_rules import every

from extract.grammar.clause_words import STAFF, UNIT
from extract.grammar.clauses import parse, sign_of_an_agent
from extract.grammar.endings import alternatives
from extract.grammar.nouns import UNIT_END
from extract.sentences import sentences
from ingest import patterns as re
from ingest.reading import read_notices
from ingest.sources import Source

CORPUS = sorted(path for path in (Path(__file__).parents[1] / "corpus").iterdir() if ".gold." not in path.name)


def _sees(clause: str) -> bool:
    return sign_of_an_agent(clause, 0) < len(clause)


def test_every_plain_ending_of_a_unit_is_seen() -> None:
    plain = [word for word in alternatives(f"{UNIT}|{STAFF}") if re.fullmatch(r"[\u4e00-\u9fff]+", word)]
    assert len(plain) > 300
    assert [word for word in plain if not (_sees(f"{word}应当报告") and UNIT_END.match(word))] == []


def test_levels_counties_parties_and_who_stands_behind_by_are_seen() -> None:
    clauses = ("各市（州、盟）应当报告", "各乡（镇、街道）应当报告", "各旗应当报告", "登记人应当报告", "由省统筹")
    assert all(parse(clause).agent and _sees(clause) for clause in clauses)


def test_no_agent_is_left_out() -> None:
    notices = [case.notice() for _, case in every()]
    notices += [notice for path in CORPUS for notice in read_notices(Source(path.name, path.read_bytes()))]
    texts = {one.text[a:b] for notice in notices for one in sentences(notice) for a, b in one.clauses}
    named = [text for text in texts if parse(text).agent]
    assert len(named) > 1_000
    assert [text for text in named if not _sees(text)] == []
