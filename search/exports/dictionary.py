"""What the columns of an export mean, written beside it for programs: CSV on the Web for CSV, the same names for JSONL.

`NAME.csv-metadata.json` is where W3C's CSVW (https://www.w3.org/TR/tabular-data-model/) looks for it: each column with
its label, meaning and values, and its name in ELI (http://data.europa.eu/eli/ontology#) or schema.org where it has one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from search.questions.fields import Field, Grain, columns

_CONTEXT = [
    "http://www.w3.org/ns/csvw",
    {"@language": "zh", "eli": "http://data.europa.eu/eli/ontology#"},
]


def beside(path: Path) -> Path:
    """Where the dictionary of an export lies."""
    return path.with_name(f"{path.name}-metadata.json")


def csvw(path: Path, *, grain: Grain, asked: str, rows: int) -> str:
    """The dictionary of a CSV export."""
    record = {
        "@context": _CONTEXT,
        "url": path.name,
        "dc:description": asked,
        "dc:extent": rows,
        "dialect": {
            "encoding": "utf-8",
            "header": True,
            "delimiter": ",",
            "doubleQuote": True,
            "lineTerminators": "\r\n",
        },
        "tableSchema": {"columns": [_column(field) for field in columns(grain)], "primaryKey": key(grain).name},
    }
    return _text(record)


def jsonl(path: Path, *, grain: Grain, asked: str, rows: int) -> str:
    """The dictionary of a JSONL export: the fields of the record with the path at which each stands."""
    own = [field for field in columns(grain) if field.grain == grain]
    return _text(
        {
            "url": path.name,
            "dc:description": asked,
            "dc:extent": rows,
            "fields": [{"path": _path(field), **entry(field)} for field in own],
        }
    )


def key(grain: Grain) -> Field:
    """The column that tells a row from all others."""
    name = "notice_id" if grain == "notice" else "id"
    return next(field for field in columns(grain) if field.name == name)


def entry(field: Field) -> dict[str, Any]:
    """What is said of one field: name, label, meaning, values, terms."""
    codes = {"codes": dict(field.codes)} if field.codes else {}
    terms = {"terms": list(field.terms)} if field.terms else {}
    about = {"name": field.name, "label": field.label, "about": field.about, "values": field.values()}
    return {**about, **codes, **terms}


def _column(field: Field) -> dict[str, Any]:
    listed: Mapping[str, Any] = {"separator": "、"} if field.holds == "list" else {}
    named = {"propertyUrl": field.terms[0]} if len(field.terms) and field.name != "relation" else {}
    same = {"dc:relation": list(field.terms)} if field.terms else {}
    return {
        "name": field.name,
        "titles": field.label,
        "dc:description": f"{field.about}。取值：{field.values()}",
        "datatype": "number" if field.holds == "number" else "string",
        **listed,
        **named,
        **same,
    }


def _path(field: Field) -> str:
    """Where a field stands in the record of the contract."""
    inside = field.path.split(".")[1:] or [field.path]
    return "id" if field.name == "notice_id" else ".".join(inside)


def _text(record: Mapping[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def explained(fields: Iterable[Field]) -> list[tuple[str | None, ...]]:
    """The rows of a sheet that explains the columns of a table."""
    return [(one.label, one.name, one.about, one.values(), "、".join(one.terms) or None) for one in fields]
