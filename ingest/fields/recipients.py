"""主送 and 抄送: who a notice is addressed to, one entry each.

The standard lists kinds of addressees apart by ，(or ；), and those of one kind by 、. A 、 also stands inside one
addressee (各省、自治区、直辖市人民政府); it parts two only where each piece is an addressee by itself.
"""

from __future__ import annotations

from typing import Final

from ingest import patterns as re
from ingest.fields.places import is_place_bound, names_place
from ingest.wording import HAN, LABEL, LIST_SIGNS

_BETWEEN_KINDS, _WITHIN_KIND = re.compile("[，,；;。（()）]"), re.compile("[、（()）]")
"""Marks that part addressees, and the brackets within which they do not."""
_END: Final = re.compile(r"。?[：:]\s*$")
_BRACKETED: Final = re.compile(r"[（(][^（()）]*[）)]")
_ADDRESSEE: Final = re.compile(
    rf"各|^(?:广大|尊敬的|亲爱的)|全(?:市|省|县|区|体|州)|有关|相关|所属|直属|驻|单位|部门|政府|"
    rf"[局委厅部院会行司处室组企]\s*[：:]|[{HAN}]{{2,}}(?:公司|银行|机构|企业|大学|学校|中学|小学|幼儿园|协会|机场|集团|党组|朋友|市民|"
    rf"居民|群众|人员|业主|商户|考生)[：:]|^[{HAN}]{{2,4}}(?:等\d*位)?(?:代表|委员|副?主席|同志|先生|女士)[：:]"
)
_NO_ADDRESS: Final = re.compile(
    r"如下|下列|以下|参会|与会|包括|以下简称|为了?[^、，]{4,}|根据|按照|通知[：:]|事项[：:]|要求[：:]|附件|提醒|"
    r"(?:规定|政策|"
    r"措施|办法|方案|标准|清单|名单|安排|情况)[：:]|指出|强调|联系|电话|地址|时间|来源|日期|责任|(?:是|为|有|执行|"
    r"进行|如下|内容|要求|意见)[：:]"
)
_UNIT: Final = re.compile(
    r"(?:局|委|厅|部|院|府|会|行|司|处|室|组|办|政府|单位|部门|机构|企业|公司|小组|指挥部|平台|科室|中心|医院|学校|"
    r"院校|高校|协会|集团|街道|镇|乡|管委会|税务局|分局|"
    r"办事处|联盟|工商联|[妇残文侨]联|科协|商会|机关|团体|党组|银行|分行|海关|站|所|队|社|军区|基金|所院|人员|人|者|兵团)$"
)
_OWNER: Final = re.compile(rf"(?:国务院|[{HAN}]{{0,8}}(?<![级上])(?:人民)?政府)各")
"""`国务院各部委、各直属机构`: the second is the same owner's, and names nobody without it."""
_NEEDS_HEAD: Final = re.compile(rf"[{HAN}]{{2,3}}市?(?:分行|支行|分公司|办事处)")
"""A branch without its bank: 某行浙江省分行、杭州分行."""
_SCOPE: Final = re.compile(
    r"(?:开发区|新区|高新区|投资区|园区|保税区|示范区)[\u4e00-\u9fff]*(?:局|部|委|办|办公室|中心)$|^(?:省|市|县|区|"
    r"州|局|厅)(?=[\u4e00-\u9fff]{3})|管委会$|各|全国|全市|全省|全县|全区|有关|相关|所属|直属|中国|国家|其他|驻|本|"
    r"有限(?:责任)?公司$|局机关|厅机关|委机关|区机关|市机关|县机关|省级|市级|县级|区级|市直|省直|县直|区直|中央|新疆生产建设兵团"
)


def is_salutation(text: str) -> bool:
    """Whether a line addresses somebody: it ends in a colon, names organs or groups, and opens no list or sentence."""
    if not text or text[-1] not in "：:" or len(text) > 600 or "。" in text[:-2] or LABEL.match(text):
        return False
    return bool(_ADDRESSEE.search(text)) and not _NO_ADDRESS.search(text)


def are_more(text: str) -> bool:
    """Whether a line below a 抄送 line holds more of its organs: nothing but their names."""
    pieces = _at(re.sub(r"[\s。]+", "", text), _BETWEEN_KINDS)
    return len(text) <= 200 and bool(pieces) and all(_UNIT.search(_BRACKETED.sub("", piece)) for piece in pieces)


_SOME: Final = re.compile(rf"[{HAN}（）、，]*各[{HAN}（）、，]+")


def may_go_on(text: str) -> bool:
    """Whether a line that no colon ends can be the first of several lines of addressees."""
    return bool(_SOME.fullmatch(text))


def joined(text: str, below: str) -> str:
    """Two lines of addressees in one: a wrapped one is put together, whole ones in lines of their own are parted."""
    return f"{text}，{below}" if _UNIT.search(text) and _SCOPE.match(below) else text + below


def split(text: str) -> tuple[str, ...]:
    """The addressees in a salutation or a 抄送 line."""
    bare = re.sub(r"\s+", "", _END.sub("", text.strip(LIST_SIGNS).rstrip("。")))
    groups = _at(bare, _BETWEEN_KINDS)
    return tuple(one for group in groups for one in _members(group))


def _members(group: str) -> list[str]:
    pieces = _at(group, _WITHIN_KIND)
    if _OWNER.match(group) and all(piece.startswith("各") for piece in pieces[1:]):
        return [group]
    return pieces if len(pieces) > 1 and all(_stands_alone(piece) for piece in pieces) else [group]


def _stands_alone(piece: str) -> bool:
    bare = _BRACKETED.sub("", piece)
    if len(bare) < 3 or not _UNIT.search(bare) or _NEEDS_HEAD.fullmatch(bare):
        return False
    return bool(_SCOPE.search(bare)) or is_place_bound(bare) or names_place(bare)


def _at(text: str, mark: re.Pattern[str]) -> list[str]:
    """The text cut at marks outside of brackets, empty pieces left out."""
    pieces, depth, start = [], 0, 0
    for found in mark.finditer(text):
        if found[0] in "（(":
            depth += 1
        elif found[0] in "）)":
            depth -= 1
        elif depth <= 0:
            pieces.append(text[start : found.start()])
            start = found.end()
    return [piece for piece in [*pieces, text[start:]] if piece]
