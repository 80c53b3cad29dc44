"""A row of a table read with its headers: the task, the units that its columns name, the term they set.

`重点任务 | 牵头单位 | 配合单位 | 完成时限`: the row's task is a sentence of its own, its units govern it,
and its term is a value of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from extract.grammar.nouns import split_units
from ingest import patterns as re
from ingest.notice import Block, Cell

_UNITS: Final = re.compile(
    r"(?:责任|牵头|配合|主办|协办|承办|实施|落实|负责|参与|主责|主管|"
    r"协同)(?:单位|部门|科室|处室|人|领导|主体)|^(?:单位|部门|科室)$"
)
_TERM: Final = re.compile(
    r"时限|完成时间|期限|时间节点|时间要求|完成日期|时间安排|完成进度|^(?:时间段?|日期|起止时间)$"
)
_LASTS: Final = r"(?:补贴|补助|享受|执行|资助|贷款|合同|保[存管]|隔离|公示|缓缴|领取|试用|聘用|租赁)期限"
_SHARES: Final = r"(?:报销|支付|补贴|补助|奖励|分担|减免|提取)比例"
_VALUE: Final = re.compile(
    rf"(?:标准|限[值额价]|额度|[上下]限|最[高低]|单价|票价|价格|幅度|频次|频率|分值|权重|配比|有效期|起[始拍叫]价|底价|保证金|租金|罚款|收费|周期|起付线|封顶线|{_LASTS}|{_SHARES})"
    r"(?:[（(][^（）()]*[）)])?$"
)
"""Heads of columns that set values without a verb: 补贴标准, 补贴期限, 限值, 月缴存额上限, 检测频次."""
_ORDINAL: Final = re.compile(r"^(?:序号|编号|No\.?|备注)$")


@dataclass(frozen=True, slots=True)
class Column:
    """A cell of a row: its range in the block, and what the head of its column says."""

    start: int
    end: int
    head: str
    unit: str = ""
    """The unit that the head gives in brackets behind its name."""
    ruled: bool = False
    """Whether the line above the table says that its figures rule, so that no head has to."""


@dataclass(frozen=True, slots=True)
class Part:
    """A cell that is read: its offset in the block, the row, the units of the row, and whether it is the row's term."""

    text: str
    start: int
    row: int
    units: tuple[str, ...] = ()
    term: bool = False
    unit: str = ""
    """The unit that the head of a term gives its figures: 承诺时限（工作日）."""
    columns: tuple[Column, ...] = ()
    """The cells of a row that is read as one, where the table has a head."""


_CAPTION: Final = re.compile(
    r"(?:金额|计量|计价|货币)?单位[:：]\s*(?:人民币)?(?P<unit>[万亿]?元(?:[/·][\u4e00-\u9fff]{1,6}){0,2})(?:[，,；;][^（）()]{0,30})?[）)]?[:：]?\s*$"
)
"""The unit that the line above a table gives all its sums: `见下表（单位：元/立方米）：`."""
_RULED: Final = re.compile(
    r"(?:任务|指标|计划|标准|比例|限额|额度|配额|名额|[上下]限|价格|基数|费率)[^。；]{0,40}(?:如下|下表|下列|以下)[^。；]{0,10}[:：。]?\s*$"
    r"|按照?(?:下列|以下|下表)[^。；]{0,20}[:：。]?\s*$"
)
"""`任务分配如下表。`, `由统筹基金按下列比例支付：`: what a table sets is announced above it."""
_PERSONS: Final = re.compile("电话|姓名|联系|手机")
"""Heads of a list of whom to ask, which sets nothing."""


def parts(block: Block, above: str = "") -> Iterator[Part]:
    """The cells of a table in reading order, where its head names units or a term; else each row as one part.

    The line `above` it can give the unit of its sums, and say that its figures rule.
    """
    columns = _columns(block)
    if columns is None:
        told = _CAPTION.search(above)
        ruled = _RULED.search(above) and not any(_PERSONS.search(cell.text) for row in block.rows[:1] for cell in row)
        yield from _rows(block, told["unit"] if told else "", ruled=bool(ruled))
        return
    head, units, terms, skipped = columns
    for number, row in enumerate(block.rows):
        if number <= head or [cell.text for cell in row] == [cell.text for cell in block.rows[head]]:
            continue
        named = tuple(dict.fromkeys(name for column in units if column < len(row) for name in _names(row[column])))
        in_row = sorted(_cells(block, number), key=lambda item: item[1] in terms)
        for _, column, start, end, cell in in_row:
            if column not in units and column not in skipped and cell.origin and cell.text.strip():
                term = column in terms
                unit = _named(block.rows[head][column].text)[1] if term else ""
                yield Part(block.text[start:end], start, number, named, term, unit)


def _columns(block: Block) -> tuple[int, set[int], set[int], set[int]] | None:
    """(row of the head, columns of units, of terms, of ordinals), `None` where no row is such a head."""
    for number, row in enumerate(block.rows[:3]):
        labels = [re.sub(r"\s", "", cell.text) for cell in row]
        units = {column for column, label in enumerate(labels) if _UNITS.search(label) and len(label) < 16}
        terms = {
            column
            for column, label in enumerate(labels)
            if _TERM.search(label) and len(label) < 16 and not _VALUE.search(label)
        }
        if (units or terms) and len(units | terms) < len(labels) and not _all_figures(block, number, units | terms):
            return number, units, terms, {column for column, label in enumerate(labels) if _ORDINAL.match(label)}
    return None


def _all_figures(block: Block, head: int, named: set[int]) -> bool:
    """`单位 | 农贸市场（批次）`: whether the other columns hold nothing but figures, and no task."""
    rest = [cell.text for row in block.rows[head + 1 :] for column, cell in enumerate(row) if column not in named]
    return bool(rest) and all(_FIGURE.fullmatch(text) for text in rest)


def sets(column: Column, text: str) -> bool:
    """Whether a cell holds a value, though no verb says so: by its head, or as a bound in the unit that this gives."""
    if _SO_FAR.match(column.head):
        return False
    if _VALUE.search(column.head) or _TARIFF.fullmatch(column.unit):
        return True
    if column.ruled and _MEASURED.search(text + column.unit):
        return True
    tier = _FIGURE.fullmatch(text) if column.unit else None
    return tier is not None and bool(tier["sign"] or tier["to"] or tier["way"])


def lends(column: Column, text: str) -> bool:
    """Whether a cell holds a bare figure, and its head the unit: read alone, `不少于15` would have none."""
    return bool(column.unit) and _FIGURE.fullmatch(text) is not None


def worded(column: Column, text: str) -> tuple[str, int, int]:
    """What a cell says with its head in front, where the cell begins in it, how much of its end is the head's unit.

    A bare figure takes the unit that the head gives: `首小时内（元/次）`, `4` says `首小时内标准：4元/次`.
    """
    figure = _FIGURE.fullmatch(text)
    unit = column.unit if figure else ""
    sets_it = bool(_MONEY.match(unit)) or (column.ruled and not _VALUE.search(column.head))
    label = f"{_LEAST.sub('下限不低于', column.head)}{'标准' * sets_it}："
    said = f"{text[: figure.end('n')]}{unit}{text[figure.end('n') :]}" if figure else text
    return label + said, len(label), len(unit)


_SO_FAR: Final = re.compile("现行|原|调整前|改革前|旧")
"""`现行价格 | 调整后价格`: what held so far rules no more."""
_SUM: Final = re.compile("价格?|标准|金额|收费|费用?|补[贴助]|奖[励金]|限额|额度|租金|罚款|保证金|底价|单价")
_TARIFF: Final = re.compile(r"(?:[万亿]?元|角|分)/.{1,8}")
"""`首小时内（元/次）`: a sum for so much is a rate, whatever else the head says."""
_MONEY: Final = re.compile("[万亿]?元|角|分/")
_UNIT: Final = re.compile(r"[（(](?:单位[:：])?(?P<unit>[^（）()，。、\d]{1,10})[）)]$")
_IS_UNIT: Final = re.compile(
    "[千万百亿]?[元角分米克升吨度瓦]|公[里斤顷]|平方|立方|毫|厘|[个人次批天日月年周亩户套台辆名件份盏株头只批瓶床]|小时|分钟|工作日|[%％‰℃]"
)
_MEASURED: Final = re.compile(rf"^\D{{0,4}}\d[\d,.]*(?:{_IS_UNIT.pattern})")
_LEAST: Final = re.compile("下限$")
_FIGURE: Final = re.compile(
    r"(?P<sign>[≥≤<>±]|不[得应]?(?:超过|高于|少于|低于)|最[高低多少])?(?P<n>\d[\d,.]*(?P<to>[-—~～－至]{1,2}\d[\d,.]*)?)"
    r"(?:[（(]不?含[）)])?(?P<way>及?以[上下内])?"
)


def _names(cell: Cell) -> tuple[str, ...]:
    """The units of a cell: a list with 、, or a line each."""
    return tuple(name for line in re.split(r"[\n；;]", cell.text) for name in split_units(line) if len(name) >= 2)


def _cells(block: Block, number: int) -> Iterator[tuple[int, int, int, int, Cell]]:
    return (item for item in block.cells() if item[0] == number)


def _named(text: str) -> tuple[str, str]:
    """The name that a head gives its column, and the unit."""
    bare = re.sub(r"\s", "", text)
    unit = _UNIT.search(bare)
    return (bare[: unit.start()], unit["unit"]) if unit and _IS_UNIT.match(unit["unit"]) else (bare, "")


def _rows(block: Block, unit: str, *, ruled: bool) -> Iterator[Part]:
    heads = [_named(cell.text) for cell in block.rows[0]] if block.rows else []
    heads = [(head, own or (unit if _SUM.search(head) else "")) for head, own in heads]
    named = any(_VALUE.search(head) or unit for head, unit in heads) or (
        bool(block.rows) and all(cell.header for cell in block.rows[0])
    )
    cells = [
        Column(start, end, *heads[column], ruled=ruled and column > 0)
        for _, column, start, end, _ in block.cells()
        if column < len(heads) and start < end
    ]
    offset = 0
    for number, line in enumerate(block.text.split("\n")):
        end = offset + len(line)
        if line.strip():
            inside = tuple(cell for cell in cells if offset <= cell.start and cell.end <= end) if named else ()
            yield Part(line, offset, number, columns=inside)
        offset = end + 1
