"""The rule book in Chinese, written by the rules themselves: what each kind means, and its examples as read.

Nothing stands here that the finders do not do: the meaning is each finder module's first docstring line, and the value
beside an example is what the extraction makes of it now.
"""

from __future__ import annotations

import ast
from importlib.resources import files
from types import ModuleType
from typing import Final

from extract import lexicon, vocabulary
from extract.extraction import mentions
from extract.kinds import counts, deadlines, durations, frequencies, intervals, schedules, thresholds, windows
from extract.kinds.calendar_dates import Today
from extract.parties import assignments, duties
from extract.reckoning import strictness
from extract.records import Kind

KINDS: dict[ModuleType, Kind] = {
    durations: "duration",
    schedules: "schedule",
    deadlines: "deadline",
    frequencies: "frequency",
    counts: "count",
    windows: "window",
    intervals: "interval",
    thresholds: "threshold",
    duties: "duty",
}
"""The finder modules in the order of the book, and the kind that each finds."""

TODAY: Final = Today(2021, 9, 17)
"""The day that the book's examples count from."""

_HEAD: Final = """# 规则手册

本手册由程序从规则本身生成：每类要求的含义写在规则模块的第一行，例子后面的数值是程序现在读出的结果。
例中没有年份的日期按2021年9月17日的通知推算。

数值写法：`P14D` 14天，`PT2H` 2小时，`P3M` 3个月，`P15WD` 15个工作日；`>=` 不少于，`<=` 不超过，
`>` 超过，`<` 不足；`A..B` 从A到B；`22:00/06:00` 每日22:00至次日6:00。
"""

_FORCE: Final = """## 效力用语

| 用语 | 含义 |
| --- | --- |
| 必须 | 要、应、须、必须、一律、严格，以及直接的祈使 |
| 禁止 | 不得、严禁、禁止 |
| 应尽量 | 原则上、尽量、倡导、鼓励、建议 |
| 可以 | 可、可以 |

## 不作为要求的

事实、案例、统计、查处情况和历史做法；已经完成的措施；修改前的旧数值；书名号内的题名；“四方责任”一类名称中的数字；公文自身的有效期（另列为公文的失效日期）。
“及时”“尽快”不是时限；24小时值班不是期限。
"""


def text() -> str:
    """The whole book as Markdown."""
    parts = [_HEAD, *(_chapter(module) for module in KINDS), _FORCE, _orders(), _units()]
    return "\n".join(parts)


def examples(module: ModuleType) -> list[tuple[str, list[str]]]:
    """(words, values as read) of the examples in a finder module's first docstring line."""
    _, _, listed = _meaning(module).partition("（")
    words = [word for word in listed.rstrip("）。").split("；") if word]
    return [(word, [m.value for m in mentions(word, TODAY) if m.kind == KINDS[module]]) for word in words]


def _meaning(module: ModuleType) -> str:
    """The first line of a module's docstring, from its source: a compiled module keeps none."""
    package, _, name = module.__name__.rpartition(".")
    source = (files(package) / f"{name}.py").read_text("utf-8")
    return (ast.get_docstring(ast.parse(source)) or "").splitlines()[0]


def _chapter(module: ModuleType) -> str:
    meaning, _, _ = _meaning(module).partition("（")
    name, _, says = meaning.partition("：")
    lines = [f"## {name}", "", says.rstrip("。") + "。", ""]
    if KINDS[module] == "duty":
        return "\n".join([*lines, _duty(), ""])
    rows = [f"| {word} | `{'`、`'.join(values)}` |" for word, values in examples(module) if values]
    return "\n".join([*lines, "| 原文 | 数值 |", "| --- | --- |", *rows, ""])


def _duty() -> str:
    bracket = "（市卫生健康委牵头，市教育局、市民政局按职责分工负责）"
    units = "、".join(assignments.names(bracket))
    says = "没有数值，责任单位不空。条末括号、“责任单位：”一行和表格里的责任栏同样算数"
    return f"{says}，例如“{bracket}”：{units}。"


def _units() -> str:
    rows = [f"| {word.surface} | {word.label} | {word.example} |" for word in lexicon.load("units.csv")]
    return "\n".join(["## 阈值的计量单位", "", "| 单位 | 含义 | 例句 |", "| --- | --- | --- |", *rows, ""])


_ORDERS: Final = """## 宽严次序

几个地区的同一规定对照时，宽严按下表判断，自上而下第一条适用的为准（期限、阈值先看该措施自己的一条，再看上限、下限）；表中没有的只说“不同”，不作推测。
换算不能精确的（1个月与30天、工作日与天）只说“不能精确比较”。分段的（14+7+7）逐段并按合计比较；检测日须包含对方的全部检测日。
数值相同的，必须严于应尽量，应尽量严于可以；两者方向相反的只说“不同”。

| 类别 | 措施 | 数值越大 | 理由 |
| --- | --- | --- | --- |
"""
_ORDER_KINDS: Final = {
    "duration": "期限", "deadline": "时限", "lead": "提前量", "frequency": "频次", "count": "次数",
    "schedule": "检测日", "lookback": "回溯期", "window": "有效期", "cap": "上限", "floor": "下限", "threshold": "阈值",
}  # fmt: skip
_MORE: Final = {"stricter": "越严", "looser": "越宽", "more_generous": "越优惠"}


def _orders() -> str:
    """What a greater value means, line by line of `lexicon/orders.csv`."""
    known = vocabulary.labels() | {"*": "各项"}
    rows = [
        f"| {_ORDER_KINDS[rule.kind]} | {known[rule.measure]} | {_MORE[rule.more]} | {rule.ground} |"
        for rule in strictness.rules()
    ]
    return _ORDERS + "\n".join(rows) + "\n"
