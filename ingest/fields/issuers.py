"""发文机关: the organs that issue a notice, from its letterhead, title, signature and imprint.

The letterhead and the title carry the full name; the signature of a joint notice lists all organs where the title only
says 等部门; a signature may shorten a name (自治区市场监督管理局) that the imprint has in full.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ingest import patterns as re
from ingest.fields.places import full_name_at, is_place_bound, starts_of_places
from ingest.notice import Jurisdiction
from ingest.wording import HAN, ORGAN_LINE, ORGAN_LINE_ENDS

_ACT: Final = re.compile(r"关于|印发|转发|批转|公布|发布|下发|颁布|转送")
_SEAL: Final = re.compile(r"\s*[（(](?:公章|盖章|印章|借章|代章|代|印|章|签章|[^（()）]{2,24}代[章印])[）)]\s*$")
_ORGAN_END: Final = (
    r"(?:委员会|办公室|办公厅|指挥部|小组|总局|分局|监管局|人民政府|管委会|局|厅|部|委|院|署|行|会|组|处|中心|派出所|"
    r"海关"
    r"|总部|军区|[支总大]队|公司|集团|大学|学院|学校|中学|小学|[案书物化]馆|电视台|林场|供销合作社|交易所|研究所"
    r"|(?:管理|监督|服务|监测|推广)站|[\u4e00-\u9fff]{2}[司办])"
)
_ENDS_AS_ORGAN: Final = re.compile(rf"{_ORGAN_END}$")
_NEXT_WORDS: Final = (
    r"国家|中国|中共|国务院|财政部|教育部|公安部|民政部|司法部|水利部|商务部|农业农村部|交通运输部|生态环境部|"
    r"自然资源部"
    r"|住房|工业和信息化部|人力资源"
)
_RESTART: Final = re.compile(rf"(?:(?<=[会室厅部组局府委院署行处心关])|(?<=军区)|(?<=综合司))(?={_NEXT_WORDS})")
_FRAGMENT: Final = re.compile(
    r"^(?:公[室厅]|应对|(?:工作)?(?:领导小组|指挥部|办公室|办公厅|委员会|综合组|防控|疫情|联防|联席会议|管理局|监督管理))"
)
_OTHERS: Final = re.compile(r"等(?:[\d一二三四五六七八九十]{1,3}个?)?(?:部门|单位|委办局|厅局|部委)")
_DOCUMENT: Final = re.compile(r"\s*文\s*件\s*$")
_RELATIVE: Final = re.compile(r"^(?:省|市|县|区|自治区|州|本)(?![\u4e00-\u9fff]?(?:州|县)市)")


_COUNT: Final = r"[\d〇零一二三四五六七八九十百]{1,6}"
_OWN_KIND: Final = re.compile(
    rf"(?:(?:[12]\d{{3}}\s*年\s*)?第\s*{_COUNT}\s*号\s*)?(?:通告|公告|令|公报|通报)\s*"
    rf"(?:[（(]?(?:[12]\d{{3}}年?\s*)?第?\s*{_COUNT}\s*号[）)]?)?$"
)
"""The kind with which a title without 关于 ends: `某指挥部第310号通告`, `某指挥部通告（第6号）`."""
_GOVERNS: Final = re.compile(
    rf"(?P<organ>[{HAN}]{{2,24}}(?:人民政府|指挥部)(?:办公[室厅])?)(?:\d{{4}}年)?[{HAN}]{{2,8}}(?:令|通告|公告)$"
)


def governing(title: str | None) -> tuple[str, ...]:
    """The government or headquarters with which a title without 关于 begins: `某县人民政府封山禁牧令`."""
    found = _GOVERNS.fullmatch(title) if title and not _ACT.search(title) else None
    return (found["organ"],) if found and is_place_bound(found["organ"]) else ()


def in_title(title: str | None) -> tuple[str, ...]:
    """The organs before 关于, 印发, 转发 … in a title; none where what stands there names no organ."""
    if not title:
        return ()
    act = _ACT.search(title)
    own = None if act else _OWN_KIND.search(title)
    head = title[: act.start()].strip() if act else title[: own.start()].strip() if own else ""
    head = re.sub(
        r"(?:办公室|办公厅)?(?:联合|紧急|再次)$", lambda match: match[0][:3] if match[0][:2] == "办公" else "", head
    )
    named = head and ORGAN_LINE.fullmatch(head) and not _OTHERS.search(head) and not head.endswith("网站")
    return names([head]) if named else ()


_ALIAS: Final = re.compile(rf"^[（(][{HAN}]{{4,24}}[）)](?:\s*[（(][{HAN}]{{1,4}}[）)])?$")


def is_alias(text: str) -> bool:
    """Whether a line is a second name in brackets, for the organ on the line above."""
    return bool(_ALIAS.match(text))


def with_aliases(lines: Sequence[str]) -> list[str]:
    """The lines that name an organ, each with the second name in brackets, or the middle of its name, below it."""
    return [
        line
        for at, line in enumerate(lines)
        if is_organ(line)
        or (at > 0 and is_organ(lines[at - 1]) and (is_alias(line) or _goes_on(line, *lines[at + 1 : at + 2])))
    ]


def _goes_on(line: str, below: str = "") -> bool:
    """Whether a line is the middle of a name in three lines: `应对…疫情` above `工作领导小组指挥部`."""
    return bool(_FRAGMENT.match(line) and _FRAGMENT.match(below) and is_organ(below))


def says_others(title: str | None) -> bool:
    """Whether a title counts its organs without naming them (国家发展改革委等部门)."""
    return bool(title and _OTHERS.search(title.split("关于")[0].split("印发")[0]))


def bare(line: str) -> str:
    """A line of a red head without 文件."""
    return _DOCUMENT.sub("", line.strip())


def names(lines: Sequence[str]) -> tuple[str, ...]:
    """The organs in lines of a letterhead or signature: wrapped names joined, names side by side parted."""
    joined: list[str] = []
    for line in lines:
        name = _SEAL.sub("", _unsaid(bare(line)))
        wraps = bool(joined) and (
            name.startswith(("（", "(")) or not _ENDS_AS_ORGAN.search(joined[-1]) or bool(_FRAGMENT.match(name))
        )
        if wraps:
            joined[-1] += name
        elif name:
            joined.append(name)
    return tuple(dict.fromkeys(name for line in joined for name in _side_by_side(line) if len(name) >= 2))


_COLUMNS: Final = re.compile(r"[ \t]{3,}|\u3000{2,}")
"""The gap between the names of a joint signature."""


def _side_by_side(line: str) -> list[str]:
    """Names that one line holds: parted by blanks or 、, or run into each other where a place begins again."""
    columns = _COLUMNS.split(line)
    if len(columns) > 1 and all(map(is_organ, columns)):
        return [name for column in columns for name in _side_by_side(column)]
    pieces: list[str] = []
    for piece in re.split(r"[ \t\u3000]+|、|，", line):
        unfinished = bool(pieces) and (not _ENDS_AS_ORGAN.search(pieces[-1]) or bool(_FRAGMENT.match(piece)))
        if unfinished or (pieces and _is_joint_body(pieces[-1], piece)):
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return [name for piece in pieces for name in _run_together(piece)]


_BOUND: Final = re.compile(
    r"^(?:国家税务总局|国家外汇管理局|国家统计局|中国[\u4e00-\u9fff]{2,16}?(?<!支行)(?<!分行)(?<!监管局)|"
    r"国家金融监督管理总局|中华人民共和国|中共)$"
)


_BRANCH: Final = re.compile(rf"[{HAN}]{{2,8}}(?:分局|分公司|分行|分中心|分院)$")
"""`甲市生态环境局乙区分局`: one organ, the branch of another."""


_GOVERNMENT_BODY: Final = re.compile(rf"政府[{HAN}]*(?:领导小组|指挥部|工作组)")


def _is_joint_body(left: str, right: str) -> bool:
    """Whether a party committee and a government together name one body (某州委某州人民政府…领导小组)."""
    return left.endswith("委") and bool(_GOVERNMENT_BODY.search(right))


def _run_together(name: str) -> list[str]:
    if len(name) < 10:
        return [name]
    begun = {match.start() for match in _RESTART.finditer(name)}
    placed = {
        at
        for at in starts_of_places(name)
        if at > 3 and _ENDS_AS_ORGAN.search(name, 0, at) and not _BRANCH.search(name, at)
    }
    pieces, start = [], 0
    for at in sorted(begun | placed):
        piece = name[start:at]
        own_branch = at not in begun and _BOUND.match(piece)
        short = len(piece) < 4 and not piece.endswith(("部", "署"))
        if at <= start or own_branch or short or _is_joint_body(piece, name[at:]):
            continue
        pieces.append(piece)
        start = at
    return [*pieces, name[start:]]


def chosen(
    *,
    letterhead: Sequence[str],
    title: Sequence[str],
    signature: Sequence[str],
    imprint: Sequence[str],
    joint: bool = False,
    titled: bool = True,
    said: Sequence[str] = (),
) -> tuple[str, ...]:
    """The issuers, from where they are given in full; `said` is what the page says, and comes last: who signs issues.

    `joint`: the title counts its organs and names but one; `titled`: there is a title, so that a name above it is
    letterhead and no stray line.
    """
    if joint and len(signature) > 1:
        return tuple(signature)
    if len(signature) > max(len(title), len(letterhead), 1):
        return tuple(signature)
    if len(title) > 1:
        return tuple(title)
    order = (title, letterhead, signature, said) if titled else (signature, title, letterhead, said)
    offers = [tuple(offer) for offer in order if offer]
    signs = len(signature) == 1 and bool(_RELATIVE.match(signature[0]))
    full = next((offer for offer in offers if all(map(_is_full, offer)) and not (signs and offer == tuple(said))), None)
    found = full or (offers[0] if offers else ())
    if found == tuple(letterhead) and not title and _is_office_of(signature, letterhead):
        return tuple(signature)
    if len(found) == 1 and list(signature) in ([f"{found[0]}办公室"], [f"{found[0]}办公厅"]):
        return tuple(signature)
    return _in_full(found, [*signature, *imprint, *(() if full else said)], letterhead)


_OFFICE: Final = re.compile(r"(?:[\u4e00-\u9fff]{2,6}(?:处|科|室|股)|办公厅)")


def _is_office_of(signature: Sequence[str], letterhead: Sequence[str]) -> bool:
    """Whether one office of the organ of the letterhead signs by itself (某市教育局人事处)."""
    if len(signature) != 1 or len(letterhead) != 1 or not signature[0].startswith(letterhead[0]):
        return False
    return bool(_OFFICE.fullmatch(signature[0], len(letterhead[0])))


def _is_full(name: str) -> bool:
    return is_place_bound(name) and not _RELATIVE.match(name)


def _in_full(names_: tuple[str, ...], others: Sequence[str], letterhead: Sequence[str]) -> tuple[str, ...]:
    """A shortened single name in the full form that another part of the notice has for the same organ."""
    if len(names_) != 1:
        return names_
    name = names_[0]
    bare = _RELATIVE.sub("", name)
    for other in others:
        for whole in (other, re.sub(r"办公[室厅]$", "", other)):
            tail = name[-8:] if len(name) >= 8 else bare
            if whole != name and len(whole) > len(name) and whole.endswith(tail) and _is_full(whole):
                return (whole,)
    return next(((whole,) for whole in (*letterhead, *others) if _is_short_for(name, whole)), names_)


_COMMISSION: Final = re.compile(r"委(?:员会)?(?:办公[室厅])?$")


def _is_short_for(name: str, whole: str) -> bool:
    """`国家发展改革委` for 国家发展和改革委员会: its characters in their order, both a commission's name."""
    rest = iter(whole)
    in_order = name[:2] == whole[:2] and all(character in rest for character in name)
    return in_order and name.endswith("委") and bool(_COMMISSION.search(whole)) and len(whole) - len(name) <= 5


_RELATIVE_PLACE: Final = re.compile(r"^(?:省|市|县|区|自治区|州)(?=[\u4e00-\u9fff])")
_LEVEL_OF: Final = {
    "省": "province",
    "自治区": "province",
    "市": "prefecture",
    "州": "prefecture",
    "县": "county",
    "区": "county",
}


_STATE: Final = re.compile(r"^中华人民共和国(?=国务院$|[\u4e00-\u9fff]{2,16}(?:部|委员会|总局|署)$)")
"""A ministry is called by its own name (中华人民共和国教育部)."""


def with_place(names_: Sequence[str], place: Jurisdiction | None, title: str | None) -> tuple[str, ...]:
    """Names that begin with 省, 市 … with the place's own name instead, where the notice itself names that place.

    Many counties bear one name; the name with which the title begins stands also where it is not known which it is.
    """
    return tuple(_STATE.sub("", _with_place(name, place, title or "")) for name in names_)


_SPEAKS_FOR: Final = re.compile(rf"(?:省|市|县|区|自治区|州)[{HAN}]{{2,20}}?关于(?:印发|转发|公布|发布|修订)?[《“]?")
"""`市人民政府关于印发某市…预案的通知`: the place that the subject begins with is the one that speaks."""


def _with_place(name: str, place: Jurisdiction | None, title: str) -> str:
    relative = _RELATIVE_PLACE.match(name)
    if relative is None or is_place_bound(name):
        return name
    if place is None:
        opens = full_name_at(title, 0) or ((said := _SPEAKS_FOR.match(title)) and full_name_at(title, said.end()))
        return opens + name[relative.end() :] if opens and opens.endswith(relative[0]) else name
    city = relative[0] == "市" and place.name.endswith("市") and place.level in ("province", "prefecture", "county")
    fits = city or (_LEVEL_OF[relative[0]] == place.level and place.name.endswith(relative[0]))
    return place.name + name[relative.end() :] if fits else name


_SPEAKER: Final = re.compile(
    rf"(?:^|[，。！\n])(?P<organ>[{HAN}]{{2,30}}?{_ORGAN_END})(?:(?:郑重|温馨|特别|再次)?(?:提醒|提示|呼吁|倡议)"
    rf"(?:广大[{HAN}]{{2,12}}|全[市省县区各][^，。：]{{2,16}})?[：:]|发布[^，。：]{{2,24}}(?:提示|提醒|倡议)[：:]"
    r"|(?:研究)?决定[，,][^。]{0,120}?(?:通告|公告|通知)如下)"
)


def speaking(text: str) -> tuple[str, ...]:
    """The organ that an unsigned text lets speak (某指挥部提醒：…, 某指挥部研究决定，…通告如下)."""
    match = _SPEAKER.search(text)
    return (match["organ"],) if match and is_organ(match["organ"]) and not _SELF.match(match["organ"]) else ()


_OWNER: Final = re.compile(
    rf"(?P<organ>(?:国家|中国|海关总署|[{HAN}]{{2,8}}[省市区县州])[{HAN}]{{0,12}}?(?:总局|总署|管理局|银行|监管局|局|"
    rf"厅|委|委员会))(?:机关)?各"
    r"(?:省|市|区|县|分|直属|派出|处|科)"
)
"""`国家税务总局各省、自治区…税务局`: who addresses his own branches issues what is not signed."""


def owning(recipients: Sequence[str]) -> tuple[str, ...]:
    """The organ whose own branches an unsigned text is addressed to."""
    found = _OWNER.match(recipients[0]) if recipients else None
    return (found["organ"],) if found and is_place_bound(found["organ"]) else ()


_MAKERS: Final = re.compile(
    rf"(?:^|[，。！\n])(?P<organs>[{HAN}、]{{3,60}}?)(?:联合|共同|组织|研究)*(?:制定|制订|修订|编制)了《[^《》]+》[，。；]?"
    r"现(?:予以?|将其)?(?:印发|公布|发布)"
)
_AND: Final = re.compile(rf"(?<=[部委局厅署会院府司室])(?:和|与)(?=[{HAN}]{{2,20}}$)")


def making(text: str) -> tuple[str, ...]:
    """The organs that made what an unsigned text sends out (`甲部和乙局组织制定了《…》。现印发给你们`)."""
    match = _MAKERS.search(text)
    found = names([_AND.sub("、", match["organs"])]) if match else ()
    return found if all(is_organ(name) and not _SELF.match(name) for name in found) else ()


_PASSED_ON: Final = re.compile(
    rf"(?:^|[\n，。将])(?P<organs>[{HAN}、 ]{{2,80}}?)(?:等(?:部门|单位))?(?:(?:制|拟)[定订]的|编制的|提出的)?"
    r"《[^《》]{4,100}》(?:[（(][^（）()]{1,40}[）)])?(?:已|业|转发|批转)"
)
_PASSED_ON_TITLE: Final = re.compile(
    rf"(?:转发|批转)(?P<organs>[{HAN}、 ]{{2,60}}?)(?:等(?:部门|单位))?(?:(?:(?:制|拟)[定订]的|编制的)?《|关于)"
)


def passed_on(title: str | None, text: str) -> tuple[str, ...]:
    """The organs that made what a cover passes on.

    Its text lists them (`市公安局、市应急局《…意见》已经市政府同意`), or its title names one (`转发市公安局关于…`).
    """
    found = _PASSED_ON.search(text) or (_PASSED_ON_TITLE.search(title) if title else None)
    organs = names([found["organs"]]) if found else ()
    return organs if all(is_organ(name) and not _SELF.match(name) for name in organs) else ()


_SELF: Final = re.compile("经|[我本]|为|按|根据")
_SAYS_SO: Final = re.compile(r"[\s\u3000]+[宣启告制]$")
"""`某省教育考试院　宣`: who speaks, with the word for speaking."""
_SPEAKS_OF: Final = re.compile(rf"[{HAN}]{{0,3}}(?:关于|为|根据|各)")


def _unsaid(text: str) -> str:
    """The words without the one for speaking."""
    return _SAYS_SO.sub("", text) if text.rstrip("\n").endswith(("宣", "启", "告", "制")) else text


_EXPLAINS: Final = re.compile(
    rf"本(?:通知|办法|意见|方案|细则|规定|公告|政策|通告|文件|"
    rf"措施)[^。；\n]{{0,40}}由(?P<organ>[{HAN}]{{4,24}}?)负责解释"
)


def explaining(text: str) -> tuple[str, ...]:
    """The organ that explains an unsigned text (本办法由某市财政局负责解释), where it is one by its full name."""
    match = _EXPLAINS.search(text)
    found = names([match["organ"]]) if match and is_organ(match["organ"]) else ()
    return found if len(found) == 1 and _is_full(found[0]) else ()


def is_organ(text: str) -> bool:
    """Whether a line can be an organ's name: Chinese words that end as organs' names do, no sentence."""
    text = _unsaid(text)
    return (
        text[-1:] in ORGAN_LINE_ENDS
        and len(text) <= 90
        and bool(ORGAN_LINE.fullmatch(text))
        and not _SPEAKS_OF.match(text)
    )
