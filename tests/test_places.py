"""Jurisdiction: which place of GB/T 2260 a name, a number or a title stands for, and which stay open."""

from __future__ import annotations

import pytest

from ingest.fields import places


@pytest.mark.parametrize(
    ("name", "code", "level", "reason"),
    [
        ("上海市水务局", "310000", "province", "a municipality ranks with provinces"),
        ("扬州市水利局", "321000", "prefecture", "a city"),
        ("长子县应急管理局", "140428", "county", "a county's name that no other county bears"),
        ("北京市朝阳区人民政府", "110105", "county", "two cities have a 朝阳区; the one before it settles which"),
        ("朝阳区人民政府", None, None, "two cities have it and none is named: not guessed"),
        ("国家税务总局重庆市税务局", "500000", "province", "an organ of the centre that serves a place"),
        ("扬州银保监分局", "321000", "prefecture", "the short name before an organ of the centre"),
        ("国家税务总局", "000000", "national", "an organ of the centre"),
        ("财政部", "000000", "national", "a ministry"),
        ("延边州财政局", "222400", "prefecture", "the short form of an autonomous prefecture"),
        ("常熟市虞山镇人民政府", "320581", "township", "a town has no code of its own: the county's"),
        ("北京市密云县人民政府", "110228", "county", "a county of its time, since renamed"),
        ("北京市某某县人民政府", None, None, "an unknown county is not the city's rule"),
        ("江门市城市管理和综合执法局", "440700", "prefecture", "城市 is no place"),
        ("市水务局", None, None, "which city is not said"),
    ],
)
def test_names(name: str, code: str | None, level: str | None, reason: str) -> None:
    place = places.of_name(name)
    assert (place and place.code, place and place.level) == (code, level), reason


@pytest.mark.parametrize(
    ("number", "code", "reason"),
    [
        ("沪府办发〔2021〕3号", "310000", "沪 stands for Shanghai"),
        ("黔发改服务〔2020〕1号", "520000", "黔 stands for Guizhou"),
        ("国办发〔2021〕3号", "000000", "the State Council's office"),
        ("发改法规〔2023〕1号", "000000", "a commission of the State Council"),
        ("京社保发〔2009〕3号", "110000", "the city's centre of social insurance"),
        ("沪劳社保发〔2008〕7号", "310000", "the bureau of labour, as it was called"),
        ("长防汛办发〔2021〕3号", None, "a city's own sign is not known"),
    ],
)
def test_numbers(number: str, code: str | None, reason: str) -> None:
    place = places.of_number(number)
    assert (place and place.code) == code, reason


@pytest.mark.parametrize(
    ("issuers", "number", "title", "code", "reason"),
    [
        (["甘肃省水利厅", "财政部"], None, None, "620000", "a local organ beside one of the centre"),
        (["中国人民银行营业管理部", "北京市财政局"], None, None, "110000", "the centre's office signs with the city"),
        ([], None, "海南省防汛工作方案", "460000", "the title begins with the place"),
        ([], None, "关于印发《广州市防汛条例》的通知", "440100", "also behind 关于印发"),
        (["市水务局"], "沪水务〔2021〕1号", None, "310000", "the number's sign, where the name leaves it open"),
        (["市水务局"], None, "关于防汛的通知", None, "nothing says where"),
    ],
)
def test_notices(issuers: list[str], number: str | None, title: str | None, code: str | None, reason: str) -> None:
    place = places.of_notice(issuers, number=number, title=title)
    assert (place and place.code) == code, reason


def test_a_known_place_settles_a_shared_name() -> None:
    beijing = places.of_name("北京市水务局")
    found = places.of_name("朝阳区人民政府", within=beijing)
    assert found is not None and found.code == "110105"


@pytest.mark.parametrize(
    ("text", "named", "code", "reason"),
    [
        ("为落实我市要求，简化流程。", "关于调整北京市企业备案流程的通知", "110000", "the title holds the one city"),
        ("现就我市工作通知如下。", "各县市区 阜阳经开区管委会", "341200", "a zone bears its city's name"),
        ("现就我市工作通知如下。", "关于做好工作的通知 各县区人民政府", None, "no city is named"),
        ("现就我市工作通知如下。", "关于与扬州市、南通市合作的通知", None, "two cities"),
        (
            "现就有关工作通知如下。",
            "关于调整北京市企业备案流程的通知",
            None,
            "the text does not say that it is its own",
        ),
        (
            "按照我省安排，现就我市工作通知如下。",
            "扬州经开区管委会",
            None,
            "of which rank the notice is, is not certain",
        ),
        (
            "按照我省要求推进。市政府将定期调度。",
            "各县（区）人民政府、抚州高新区管委会",
            "361000",
            "the city's government speaks of its province",
        ),
        ("按照省政府各项要求推进。", "抚州高新区管委会", None, "what the province's government asks for"),
        ("我市场监管部门要加强检查。", "扬州经开区管委会", None, "市场 is no city"),
    ],
)
def test_places_spoken_of(text: str, named: str, code: str | None, reason: str) -> None:
    place = places.spoken_of(text, named=named)
    assert (place and place.code) == code, reason
