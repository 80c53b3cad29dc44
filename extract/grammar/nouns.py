"""How noun phrases end, and the names that a list of units is made of: by which a clause knows who, whom and what."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from extract.grammar.clause_words import PERSON, STAFF, UNIT
from extract.grammar.endings import Endings
from extract.grammar.masking import MASK, mask
from ingest import patterns as re

UNIT_END: Final = Endings(UNIT, STAFF, tail=r"等(?:有关|相关)?(?:部门|单位|机构|场所|区域|各方面)?")
PERSON_END: Final = Endings(PERSON, tail="等")
STAFF_END: Final = Endings(STAFF)
OFFICE_END: Final = Endings(
    "部门|局|委|厅|办|办公室|署|政府|财政|指挥部|领导小组|工作组|考核组|督查室|督查组|专班|机关|法院|检察院|"
    "派出所|街道|乡镇|海关|总队|支队|大队|省|市|县|区|州|乡|镇|各地|地区|疾控中心",
    tail="等(?:有关|相关)?(?:部门|单位)?",
)
"""Those who carry out what a notice rules for others: an office, a government, a place."""
GOVERNABLE: Final = Endings(
    STAFF,
    "场所|市场|超市|酒店|景区|工地|园区|小区|药店|公司股东|门诊|食堂|厕所|卫生间|车间|教室|宿舍|寝室|图书馆|阅览室|"
    "餐厅|会议室|(?<=[间所室舍堂厅]、)办公室|网点",
    tail="等",
)
THING: Final = (
    r"的|的(?:制定|修订|调整|使用|管理|确定|认定|变更|设置|审批|发放|收取|申报|审核)|区|率|价格|成本|债券|额|量|数|"
    r"值|期限|"
    r"(?<![延展定长短逾到过假])期|时间|时限|时长|[用耗]时|周期|费用"
    r"|(?<![年季月调过额])度|费|资金|贷款|补贴|补助|材料|事项|项目|产品|物品|商品|食品|药品|设施|设备|车辆|"
    r"(?<![停乘上下洗发堵开])车|"
    r"工程|建筑|住房|面积|标准|比例|得分|评价|结果|证明|报告|工作|业务|机制|"
    r"(?<!基)金|(?<!纳)税|票|款|证|险|假|病历|处方|支出|收入|所得|待遇|余额|房屋|商品房|耕地|农药|肥料|种子|船舶|"
    r"课程|教材|利息|距离|班额|床位|岗位|编制|器|源|空间|基地|机械|器械|纪要|文件|文书|凭证|账目|账册|图纸|"
    r"表格|"
    r"(?:事项|服务|业务|经营|适用)范围|能力|水平|体系|需求|诉求|环境|质量|格局|线索|隐患|案件|初审|复审|评审|面试|"
    r"笔试|体检|信息|情况|问题|垃圾|方式|程序|方案|清单|名单|目录|台账|预案|资料|数据|合同|协议|档案|录像|录音|"
    r"许可证|证书|"
    r"执照|证照|牌照|账户|[餐器用工]具|班级|年级|会议|竞赛|用地|(?<!代)表|稿|活动|措施|课时|学时|小学|初中|高中|部分|"
    r"服务|企业开办"
)
NOUN_END: Final = Endings(UNIT, STAFF, PERSON, THING)


_THEN: Final = re.compile(r"[^的]*(?<![前背落今先士])后(?!续|勤|评|方|台|期|备|门|于|的)[^的]*")
"""`员工离职后调入其他银行` tells what follows what: no noun phrase without a 的 holds it."""


_WHILE: Final = re.compile("[^的]{1,8}时(?:持|应|须|需|要|出示|提供|携带).*")
_TAKES: Final = re.compile(
    r"\d[万亿]?元、|\d(?:小时|天|日|工作日)(?:内|前)?完成|\d个?(?:工作日|天|小时|分钟)、|[前后]\d+个?(?:天|日|周|月|"
    r"小时)$|\d(?:日|天|周|个月|小时|个?工作日)(?:以?内|前)?[将把向]|享受\d[^的]*$|^一次告知|或者$"
)
"""`演练前3日将方案报主管部门`: a time with what is taken behind it begins what is done; 享受98天产假 does, too."""
_IS: Final = re.compile("(?<=[^凡总别其而但只不于])是(?![否非])")
"""`各部门是政策的执行者` says something of them, and is no noun phrase."""


def nounlike(phrase: str) -> bool:
    """Whether a phrase (its brackets covered) ends as the name of a unit, a person or a thing does."""
    named = NOUN_END.match(phrase) or ("等" in phrase and (UNIT_END.match(phrase) or PERSON_END.match(phrase)))
    return (named or is_level(phrase)) and not _says_something(phrase)


def _says_something(phrase: str) -> bool:
    return bool(
        ("后" in phrase and _THEN.fullmatch(phrase))
        or ("时" in phrase and _WHILE.fullmatch(phrase))
        or ("是" in phrase and _IS.search(phrase))
        or _TAKES.search(phrase)
    )


def is_level(phrase: str) -> bool:
    """`县（市、区）`: a level of places, the others in brackets behind it."""
    return phrase.endswith(MASK) and _LEVEL_AND_OTHERS.fullmatch(phrase) is not None


LEVEL: Final = "县级?|市|州|盟|区|乡镇?|镇|村|街道|社区"
_LEVEL_AND_OTHERS: Final = re.compile(rf"(?:各|每个|全市各|所有)?(?:{LEVEL}){MASK}{{3,9}}")


def acts_by_name(words: str) -> bool:
    """Whether a phrase ends as the name of a unit, a role, a person or a place does."""
    return UNIT_END.match(words) or PERSON_END.match(words) or words.rstrip(MASK).endswith(_PLACE)


KIN: Final = re.compile("(?:亲属|家属|户主|邻居|家长)$")
"""`由户主、亲属或者邻居|向派出所申报`: persons who do it for somebody."""


_PLACE: Final = tuple("省市县区州盟旗乡镇")


_AND_OTHERS: Final = re.compile(r"等(?:地|(?:有关|相关|行政|主管|监管)*(?:部门|单位|机构|场所|各方面))?$")
_AND_OTHERS_LIKE: Final = re.compile(
    r"(?P<name>[^，。；]*[^，。；、])等[^，。；、的]{0,10}(?:部门|单位|机构|处室|科室)(?:[（(](?:单位|部门)[）)])?$"
)
"""`市水务局等市级各有关部门`: the first is a name by itself, the rest is a closing 等."""
_LEVEL: Final = re.compile(
    r"(?:[^，。；、]{0,24}(?:设区的市|[省市州县区])级(?:以上)?)|各?(?:[省市州县区盟旗地]|自治[区州县旗]|直辖市|县区|"
    r"市州|街道|乡|镇)(?:□+)?"
)
_LEVEL_NEXT: Final = re.compile(r"设区的|[省市州县区盟旗地乡镇]|自治|直辖市|街道|新疆生产")
"""`各市、州、县人民政府` are one name of governments of three levels."""
_EACH_LEVEL: Final = re.compile(r"(?:社区|村)(?:□+)?$")
"""`各县、街道和社区`: levels side by side, without the head that one name would end in."""
_LEVELS_ALONE: Final = re.compile(f"(?>(?:(?:中央|[省市县区乡镇]){MASK}*[、和与])+)[省市县区乡镇]{MASK}*")
"""`省、市、县按5:3:2分担`: levels without a head are one each."""
_A_TRADE: Final = re.compile("(?:房地产|资本|要素|劳动力|人力资源|人才|金融|产权|土地|技术|证券|期货|电力)市场$")
"""`市房地产市场和产权交易管理中心`: what is traded where is no unit, and goes on into the name of one."""
_JOINTS: Final = re.compile(r"、|，|,|以及|及(?!其|时|以)|和(?!谐|解|平)|与(?!会)|或者?|；|;")


_ONE_NAME: Final = re.compile("(单位|组织|企业|部门)(和|或者?)(个人|单位)")
"""`任何单位和个人`, `有关部门和单位` are one name of both."""


@lru_cache(maxsize=4096)
def split_units(text: str) -> tuple[str, ...]:
    """`市发展改革委、市财政局和各区人民政府等` → its units; brackets stay whole, a closing 等 is dropped."""
    whole = text.strip()
    if _RUN_BY.fullmatch(whole) or _lists_attributes(whole):
        return (whole,)
    bare = _AND_OTHERS.sub("", whole)
    text = whole if _shares_its_head(mask(bare), "") else bare
    covered = _ONE_NAME.sub(lambda name: f"{name[1]}{MASK * len(name[2])}{name[3]}", mask(text))
    names, begin, piece = [], 0, 0
    one_head = not (_EACH_LEVEL.search(covered) or _LEVELS_ALONE.fullmatch(covered))
    for joint in _JOINTS.finditer(covered):
        level, piece = _LEVEL.fullmatch(covered, piece, joint.start()), joint.end()
        if one_head and level and _LEVEL_NEXT.match(covered, joint.end()):
            continue
        piece_ends = covered[begin : joint.start()]
        if joint[0] in ("和", "与", "及", "或", "或者") and (
            not (acts_by_name(piece_ends) or KIN.search(piece_ends)) or _A_TRADE.search(piece_ends)
        ):
            continue
        if _shares_its_head(covered[begin : joint.start()], covered[joint.end() :]):
            continue
        if begin < joint.start():
            names.append(text[begin : joint.start()])
        begin = joint.end()
    names.append(text[begin:])
    return tuple(name for name in (_alone(n.strip(" \t\n")) for n in names) if name)


def _lists_attributes(words: str) -> bool:
    """`法律、法规规定的主管部门`, `担任甲、乙委员会负责人的董事`: the list stands in front of 的, and names nobody."""
    front, of, head = mask(words).rpartition("的")
    first = front.partition("、")[0]
    if not of or first == front or _JOINTS.search(head):
        return False
    return _HOLDS.match(first) is not None or not (acts_by_name(first) or KIN.search(first) or first.endswith("地"))


_HOLDS: Final = re.compile("担任|兼任|从事|承担")
_RUN_BY: Final = re.compile("[^，。；的]{2,60}、[^，。；的]{2,20}的(?>(?:[和或者、]*[\u4e00-\u9fff]{2}者)+)")
"""`商铺、摊位的经营者或者管理者`: what is listed is what they run."""
_HEAD: Final = re.compile(rf"(?:部门|单位|机构|企业|组织|公司|学校|医院|[局委办厅]){MASK}*$")


def _shares_its_head(name: str, following: str) -> bool:
    """Whether a list goes on to the head that its names share (`各供水、燃气企业`, `各级医疗保障、财政和税务部门`).

    It begins with 各, and its first name alone is no unit; the short names of offices (财政) are none in such a list.
    """
    first = name.partition("、")[0].rstrip(MASK)
    begun = first.startswith("各") and first != "各级" and not acts_by_name(first)
    traded = _WHO_TRADES.search(following) and not (acts_by_name(name) or PERSON_END.match(name))
    return bool(traded) or (begun and not following.startswith("各") and not _HEAD.search(name))


_WHO_TRADES: Final = re.compile(
    rf"^[^，。；、和及或]{{2,10}}(?:经营|生产|销售|零售|批发|加工|使用|供应|配送)(?:者|户|商|单位|企业|门店){MASK}*$"
)
"""`种子、农药经营者`: goods in a row are what one and the same kind of business deals in."""


def _alone(name: str) -> str:
    others = _AND_OTHERS_LIKE.fullmatch(name) if "等" in name else None
    return others["name"] if others and UNIT_END.match(mask(others["name"])) else name
