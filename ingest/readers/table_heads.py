"""Which rows of a table are its head, where the source does not say."""

from __future__ import annotations

from collections.abc import Sequence

from ingest import patterns as re
from ingest.notice import Rows

_NO_NAME = re.compile(r"[。；]|^[\d.,%％]+$")
_LONGEST_NAME = 20
_NAME = re.compile(
    r"(?:序号|编号|代码|项目|事项|类[别型]|种类|品[种名]|名称|单位|部门|标准|时[间限段]|期限|年限|日期|年[度份]|金额|价格?|收费|费[率用]|数[量额]|"
    r"比[例率]|内容|任务|措施|要求|目标|指标|职[务责称]|姓名|性别|电话|方式|地[址点区]|区域|场所|档次?|等[级次]|级别|范围|对象|人员|"
    r"依据|备注|说明|限[值额]|频[次率]|额度?|[上下]限|最[高低]|人数|次数|天数|面积|规格|型号|材料|环节|步骤|阶段|程序|情[形节]|条件|"
    r"负责人|责任人|联系人|分[值数]|权重|系数|补[贴助]|奖励|幅度|行为|裁量基准|处[罚理]|科目|专业|学历|名额|学校|企业)"
    r"(?:[（(][^（）()]{1,20}[）)])?$"
    r"|[（(][^（）()]{0,12}(?:元|[%％‰]|[米吨克升人次天日月年时钟分亩户个])[）)]$"
)
"""How the heads of columns end: a general name (补贴标准, 完成时限), or the unit of what stands below （元/次）."""
NO_HEAD = re.compile(r"[，。；：！？,;:!?《》〔〕]")
"""A mark that the name of no column holds: a line with one is no head."""
NAME_ENDS = frozenset(
    ")业为人件价份位低例值准别务助励区历号名员围址型域容序度式形所据数料施明"
    "期标校格档次段求注点率理用目码种积称类级罚节话象责贴费重量门间限项额骤高）"
)
"""With which characters the names of columns end."""
_NO_COLUMN = re.compile(
    rf"{NO_HEAD.pattern}|^各|^\d|^[（(][一二三四五六七八九十\d]|^[一二三四五六七八九十]+、|^第.{{1,4}}[章条节]"
)
ORDINAL = re.compile(r"序\s*号|编\s*号")


def is_name(text: str) -> bool:
    """Whether a text is a general name for what stands below it, or says its unit."""
    return (
        text.rstrip()[-1:] in NAME_ENDS
        and len(text) <= _LONGEST_NAME
        and not _NO_COLUMN.search(text)
        and bool(_NAME.search("".join(text.split())))
    )


def is_set_in_columns(text: str) -> bool:
    """Whether blanks set three cells and more of a line apart, so that it is the row of a table."""
    return "   " in text and "。" not in text and len(_CELL_GAP.findall(text)) >= _LEAST_GAPS


_CELL_GAP = re.compile(r"\S {3,}(?=\S)")
_LEAST_GAPS = 2


def names_columns(texts: Sequence[str]) -> bool:
    """Whether texts side by side are a head: short, no two alike, half of them and two at least general names."""
    return may_name_columns(texts) and sum(map(is_name, texts)) >= max(2, len(texts) // 2)


def may_name_columns(texts: Sequence[str]) -> bool:
    """Whether texts side by side can be a head: short words, no two alike."""
    short = all(0 < len(text) <= _LONGEST_NAME and not _NO_COLUMN.search(text) for text in texts)
    return short and len(set(texts)) == len(texts)


def headed(rows: Rows) -> Rows:
    """The rows with the first marked as head where none is marked and it reads as one: short words, no sentence.

    A merged cell of the head takes the rows that it reaches into with it; a title over the whole width is part of it.
    """
    if not rows or any(cell.header for row in rows for cell in row):
        return rows
    captions = next((number for number, row in enumerate(rows) if sum(cell.origin for cell in row) > 1), 0)
    names = [cell.text for cell in rows[captions]]
    if not all(0 < len(name) <= _LONGEST_NAME and not _NO_NAME.search(name) for name in names):
        return rows
    height = captions + 1
    while height < len(rows) - 1 and any(not cell.origin and cell.text in names for cell in rows[height][1:]):
        height += 1
    marked = tuple(tuple(cell._replace(header=True) for cell in row) for row in rows[:height])
    return (*marked, *rows[height:])
