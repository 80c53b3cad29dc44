"""The commands that ask the store: `search`, `show`, `export`, `suggest`, `stock`, `fields`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from search.exports.export import Format, export
from search.exports.lines import compact, print_line
from search.questions.answers import Answer
from search.questions.query import OPERATORS, Query
from search.rows import RelationRow, RequirementRow
from search.storage.store import Store


def search_store(file: Path, query: Query, *, as_json: bool) -> int:
    """Shows one page of what the store answers."""
    with Store.open(file) as store:
        answer = store.search(query)
    if as_json:
        print_line(compact(answer_record(answer)))
    else:
        from search.commands.terminal import show_answer

        show_answer(answer)
    return 0


def answer_record(answer: Answer) -> dict[str, Any]:
    """An answer for machines: contract records, each requirement and relation with the head of its notice."""
    return {
        "query": answer.query.describe(),
        "total": answer.total,
        "uncompared": answer.uncompared,
        "facets": {
            facet.field.name: [
                {"value": count.value, "label": count.label, "hits": count.hits} for count in facet.counts
            ]
            for facet in answer.facets
        },
        "hits": [_hit_record(hit.row, hit.snippet.text, hit.snippet.marks) for hit in answer.hits],
    }


def _hit_record(row: Any, text: str, marks: tuple[tuple[int, int], ...]) -> dict[str, Any]:
    record: dict[str, Any] = row.to_record()
    if isinstance(row, RequirementRow | RelationRow):
        notice = row.notice.to_record()
        kept = ("id", "title", "doc_number", "issuers", "jurisdiction", "signed_on", "status", "source")
        record["notice"] = {name: notice[name] for name in kept}
    else:
        del record["text"]
    return record | {"snippet": {"text": text, "marks": [list(mark) for mark in marks]}}


def show_notice(file: Path, name: str, *, with_keywords: bool, as_json: bool) -> int:
    """Shows one notice with its requirements and relations."""
    from search.commands import terminal

    with Store.open(file) as store:
        row = store.notice(name)
        requirements, relations = store.requirements(row.notice.id), store.relations(row.notice.id)
    words = _keywords(row.notice.text) if with_keywords else ()
    if as_json:
        records = {
            "notice": row.to_record(),
            "requirements": [requirement.to_record() for requirement in requirements],
            "relations": [relation.to_record() for relation in relations],
            **({"keywords": list(words)} if with_keywords else {}),
        }
        print_line(compact(records))
    else:
        terminal.show_notice(row, requirements, relations)
        terminal.console().print(f"关键词：{'、'.join(words)}" if words else "", markup=False)
    return 0


def _keywords(text: str) -> tuple[str, ...]:
    from search.keywords import keywords

    return keywords(text)


def export_store(file: Path, query: Query, output: Path, format: Format, *, as_json: bool) -> int:
    """Writes all that the query finds to a file."""
    from search.commands.terminal import advanced, console, progress

    with Store.open(file) as store:
        total = store.total(query)
        with progress("导出", total, unit="条", shown=not as_json) as bar:
            rows = advanced(store.rows(query), bar)
            written = export(rows, output, grain=query.grain, format=format, asked=query.describe())
    if as_json:
        print_line(compact({"path": str(written.path), "rows": written.rows, "query": query.describe()}))
    else:
        console().print(f"{query.describe()}\n已导出 {written.rows} 条到 {written.path}", markup=False, soft_wrap=True)
    return 0


def suggest_words(file: Path, word: str, *, limit: int, as_json: bool) -> int:
    """Words of the store that hold the given characters."""
    from search.commands.terminal import console
    from search.keywords import suggestions

    with Store.open(file) as store:
        found = suggestions(store, word, limit=limit)
    if as_json:
        print_line(compact({"suggestions": [{"word": text, "uses": uses} for text, uses in found]}))
    else:
        console().print("\n".join(f"{text}（{uses}）" for text, uses in found) or "没有找到", markup=False)
    return 0


def show_status(file: Path, *, as_json: bool) -> int:
    """What the store holds, and which files failed or vanished."""
    from search.commands import terminal
    from search.commands.terminal import console, show_failures

    with Store.open(file) as store:
        counts, failures = store.counts(), store.failures()
        gone = [uri for uri, _, is_gone in store.sources() if is_gone]
    if as_json:
        failed = [{"uri": f.uri, "stage": f.stage, "reason": f.reason, "advice": f.advice} for f in failures]
        print_line(compact({"counts": counts, "failures": failed, "gone": gone}))
        return 0
    console().print(terminal.held(counts), soft_wrap=True)
    console().print(f"没读成的文件 {counts['failure']} 个", soft_wrap=True)
    show_failures(failures)
    console().print("\n".join(f"原文件已不在（记录保留）：{uri}" for uri in gone), markup=False, soft_wrap=True)
    return 0


def show_filters() -> int:
    """The fields that can be asked and the operators."""
    from search.commands.terminal import console, show_fields
    from search.questions.fields import FILTERS

    show_fields(FILTERS)
    for operator in OPERATORS:
        spellings = "、".join((operator.sign, *operator.spellings))
        console().print(f"{operator.said}：{spellings}", markup=False, soft_wrap=True)
    return 0
