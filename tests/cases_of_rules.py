"""The table of cases that officers write (`tests/cases/*.yaml`): loaded strictly, one `Case` a row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, get_args

import yaml

from extract.records import Kind, Requirement
from ingest.notice import Notice
from ingest.reading import read_text

FOLDER = Path(__file__).parent / "cases"
FILES = (
    "durations",
    "schedules",
    "deadlines",
    "frequencies",
    "counts",
    "windows",
    "intervals",
    "thresholds",
    "duties",
    "roles",
)
SLOTS = ("subject", "action", "responsible", "trigger", "condition", "modality")
_KEYS = {"sentence", "notice", "expect", "because", "known_gap"}
_HEAD = "甲市人民政府办公室关于做好有关工作的通知\n各县（市、区）人民政府，市级各部门：\n现将有关事项通知如下：\n"
_TAIL = "\n甲市人民政府办公室\n{day.year}年{day.month}月{day.day}日\n"


class CaseError(ValueError):
    """A case that the loader refuses; the message names the file, the row and what is wrong."""


@dataclass(frozen=True)
class Case:
    """A sentence in official style, all records that it must give, and the reason."""

    sentence: str
    expect: tuple[Mapping[str, Any], ...]
    because: str
    signed_on: date | None = None
    known_gap: str | None = None

    @property
    def text(self) -> str:
        """The sentence in a whole notice, as a file would hold it."""
        return _HEAD + self.sentence + (_TAIL.format(day=self.signed_on) if self.signed_on else "")

    def notice(self) -> Notice:
        """The notice that reading makes of `text`."""
        (notice,) = read_text(self.text)
        return notice


class _Strict(yaml.SafeLoader):
    """YAML that refuses a key written twice, which PyYAML lets the last one win."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        names = [key.value for key, _ in node.value]
        if twice := {name for name in names if names.count(name) > 1}:
            raise CaseError(f"第{node.start_mark.line + 1}行：栏名重复 {'、'.join(sorted(twice))}")
        return super().construct_mapping(node, deep)


def parse(text: str, name: str) -> tuple[Case, ...]:
    """The cases of one file. Raises `CaseError`."""
    rows = yaml.load(text, _Strict)
    if not isinstance(rows, list):
        raise CaseError(f"{name}：文件应是一列用例，每条以“- ”开头")
    cases: list[Case] = []
    for number, row in enumerate(rows, start=1):
        case = _case(row, f"{name} 第{number}条")
        if (case.sentence, case.signed_on) in {(other.sentence, other.signed_on) for other in cases}:
            raise CaseError(f"{name} 第{number}条：句子重复：{case.sentence}")
        cases.append(case)
    return tuple(cases)


@cache
def load(name: str) -> tuple[Case, ...]:
    """The cases of `tests/cases/NAME.yaml`."""
    return parse((FOLDER / f"{name}.yaml").read_text("utf-8"), f"{name}.yaml")


def every() -> Iterator[tuple[str, Case]]:
    """(file, case) of all files."""
    for name in FILES:
        for case in load(name):
            yield name, case


def _case(row: object, where: str) -> Case:
    if not isinstance(row, dict):
        raise CaseError(f"{where}：应有 sentence、expect、because 三栏")
    if wrong := set(row) - _KEYS:
        raise CaseError(f"{where}：没有这个栏目 {'、'.join(map(str, sorted(wrong)))}；可用：{'、'.join(sorted(_KEYS))}")
    for name in ("sentence", "because", *({"known_gap"} & set(row))):
        if not isinstance(row.get(name), str) or not row[name].strip():
            raise CaseError(f"{where}：{name} 没有填写")
    if not isinstance(row.get("expect"), list):
        raise CaseError(f"{where}：expect 应是一列记录，没有记录写 []")
    expect = tuple(_expected(one, where) for one in row["expect"])
    return Case(row["sentence"].strip(), expect, row["because"], _signed(row, where), row.get("known_gap"))


def _signed(row: Mapping[str, Any], where: str) -> date | None:
    if "notice" not in row:
        return None
    about = row["notice"]
    if not isinstance(about, dict) or set(about) != {"signed_on"} or not isinstance(about["signed_on"], date):
        raise CaseError(f"{where}：notice 只写成文日期，例如 {{signed_on: 2021-09-17}}")
    return about["signed_on"]


def _expected(one: object, where: str) -> Mapping[str, Any]:
    if not isinstance(one, dict) or one.get("kind") not in get_args(Kind):
        raise CaseError(f"{where}：每条记录要写 kind，可用：{'、'.join(get_args(Kind))}")
    if wrong := set(one) - {"kind", "value", *SLOTS}:
        raise CaseError(f"{where}：记录里没有这一栏 {'、'.join(sorted(wrong))}")
    if (one["kind"] == "duty") == ("value" in one):
        raise CaseError(f"{where}：职责不写 value，其他都要写")
    if "value" in one and not isinstance(one["value"], str):
        raise CaseError(f"{where}：value 要加引号：{one['value']}")
    return one


def told(requirement: Requirement) -> dict[str, Any]:
    """A record in the columns that cases use."""
    said = {field.name: getattr(requirement, field.name) for field in fields(requirement)}
    return {"kind": said["kind"], "value": said["value"], **{name: said[name] for name in SLOTS}}


def differences(case: Case, found: tuple[Requirement, ...]) -> list[str]:
    """What is missing, what is too much, and which columns differ; empty where the case holds."""
    left = [told(one) for one in found]
    problems: list[str] = []
    for want in case.expect:
        same = [one for one in left if (one["kind"], one["value"]) == (want["kind"], want.get("value"))]
        if not same:
            problems.append(f"缺 {dict(want)}")
            continue
        best = min(same, key=lambda one: len(_unlike(one, want)))
        left.remove(best)
        problems += [f"{want['kind']} {want.get('value')} 的 {text}" for text in _unlike(best, want)]
    return problems + [f"多 {one}" for one in left]


def _unlike(one: Mapping[str, Any], want: Mapping[str, Any]) -> list[str]:
    plain = {**one, "responsible": list(one["responsible"])}
    return [
        f"{name} 应为 {want[name]!r}，读成 {plain[name]!r}"
        for name in SLOTS
        if name in want and plain[name] != want[name]
    ]
