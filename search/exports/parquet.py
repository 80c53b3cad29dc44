"""Rows → Parquet, in batches, the dictionary in the file's own metadata; needs the extra `policy-notices[parquet]`."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from search.errors import SearchError
from search.exports.cells import turned
from search.exports.dictionary import entry
from search.questions.fields import Field, Grain, columns
from search.rows import Row

BATCH = 10_000
"""Rows of one row group: few enough for flat memory, enough to compress well."""


def write(rows: Iterable[Row], path: Path, grain: Grain, asked: str) -> int:
    """Writes the rows under the fields' English names and says how many; raises `SearchError` without the extra."""
    arrow, parquet = _library()
    table = columns(grain)
    schema = arrow.schema([_field(arrow, field) for field in table], {"description": asked})
    count = 0
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        for batch in turned(rows, table, size=BATCH):
            typed = [arrow.array(column, kind.type) for column, kind in zip(batch, schema, strict=True)]
            writer.write_batch(arrow.record_batch(typed, schema=schema))
            count += len(batch[0])
    return count


def _library() -> tuple[Any, Any]:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise SearchError(
            "没有安装写 Parquet 的组件", "请运行 pip install 'policy-notices[parquet]'，或改用 csv、xlsx、jsonl"
        ) from error
    return pyarrow, pyarrow.parquet


def _field(arrow: Any, field: Field) -> Any:
    """A column: numbers as such, all else as text; lists are joined as in the other tables."""
    kind = arrow.float64() if field.holds == "number" else arrow.string()
    about = json.dumps(entry(field), ensure_ascii=False)
    return arrow.field(field.name, kind, metadata={"label": field.label, "about": about})
