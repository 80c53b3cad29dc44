"""One file → what is read from it, or why it could not be. The only module here that reads and extracts."""

from __future__ import annotations

from extract.extraction import extract
from ingest import patterns as re
from ingest.errors import Failure, IngestError
from ingest.notice import Notice
from ingest.reading import read_notices
from ingest.sources import Source
from search.reading import Reading
from search.time_limit import TIME_LIMIT, OutOfTimeError, time_limit

_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


def read(source: Source, *, seconds: float = TIME_LIMIT) -> tuple[Reading, ...] | Failure:
    """The notices of a file with what they require and say of others, or why it could not be read in time.

    This is the one place where any error of reading or of a rule is caught: a fault in one file (or in a library that
    opens it) must cost that file and no other. It is written down by its type, and the command ends with code 1. So is
    one that takes longer than `seconds` (0: as long as it takes).
    """
    stage = "read"
    try:
        with time_limit(seconds):
            notices = read_notices(source)
            for notice in notices:
                _check_characters(notice.text)
            stage = "extract"
            return tuple(_reading(notice) for notice in notices)
    except IngestError as error:
        return Failure(source.uri, stage, error.found, error.advice)
    except OutOfTimeError:
        advice = "页数很多的扫描件可分成几份，或用 --time-limit 放宽；其他文件请报告给开发者；其余文件不受影响"
        return Failure(source.uri, stage, f"读了{seconds:g}秒还没有读完，已停止", advice)
    except Exception as error:  # noqa: BLE001 - see above
        reason = f"程序出错（{type(error).__name__}：{error}）"
        return Failure(source.uri, stage, reason, "请把该文件和这条信息一并报告给开发者；其余文件不受影响")


def _check_characters(text: str) -> None:
    """Half characters (lone surrogates, from a broken `\\ud83d` in a page) can be neither stored nor written."""
    if (found := _HALF_CHARACTER.search(text)) is not None:
        around = text[max(0, found.start() - 10) : found.start()]
        raise IngestError(f"正文第{found.start() + 1}个字符不完整（在“{around}”之后）", "请从原网站重新下载该文件")


def _reading(notice: Notice) -> Reading:
    extraction = extract(notice)
    return Reading(notice, extraction.requirements, extraction.relations)
