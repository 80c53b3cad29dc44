"""One file → what is read from it, or why it could not be."""

from __future__ import annotations

from dataclasses import dataclass

from extract.extraction import extract
from extract.records import Relation, Requirement
from ingest.errors import Failure, IngestError
from ingest.notice import Notice
from ingest.reading import read_notices
from ingest.sources import Source


@dataclass(frozen=True, slots=True)
class Reading:
    """A notice with what was read from it."""

    notice: Notice
    requirements: tuple[Requirement, ...] = ()
    relations: tuple[Relation, ...] = ()


def read(source: Source) -> tuple[Reading, ...] | Failure:
    """The notices of a file with what they require and say of others, or why it could not be read.

    This is the one place where any error of reading or of a rule is caught: a fault in one file (or in a library that
    opens it) must cost that file and no other. It is written down by its type, and the command ends with code 1.
    """
    stage = "read"
    try:
        notices = read_notices(source)
        stage = "extract"
        return tuple(_reading(notice) for notice in notices)
    except IngestError as error:
        return Failure(source.uri, stage, error.found, error.advice)
    except Exception as error:  # noqa: BLE001 - see above
        reason = f"程序出错（{type(error).__name__}：{error}）"
        return Failure(source.uri, stage, reason, "请把该文件和这条信息一并报告给开发者；其余文件不受影响")


def _reading(notice: Notice) -> Reading:
    extraction = extract(notice)
    return Reading(notice, extraction.requirements, extraction.relations)
