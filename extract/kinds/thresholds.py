"""阈值：其他数量规定，限额、比例、规模、金额、标准（不少于十分之一；最高不超过50万元；每亩200元；限流75%）。"""

from __future__ import annotations

from collections.abc import Iterator

from extract.grammar.quantity_verbs import COUNTED, MEASURED
from extract.kinds import counted, portions
from extract.kinds.amounts import AFTER, FIGURED, MAGNITUDES, MONEY, ROW_GOES_ON, UNIT, amount, each, unit_code
from extract.kinds.calendar_dates import Today
from extract.kinds.forms import Form, every
from extract.mentions import BOUND_BEFORE, Mention, bound, ending_at, shared_bound
from extract.numbers import NUMBER, number, plain
from ingest import patterns as re

_FOR_ONE = (
    r"(?:[/／·](?:人公里|人次|人|月|学期|学年|年|天|日|户|亩|平方米|"
    r"吨公里|蒸吨|吨|采暖季|供暖季|辆|家|个|台|件|次|套|学时|课时|公里|千瓦时|千瓦|度|立方米|㎡|公斤|斤|笔|单|批|只|"
    r"头|床|例|班|场|份|标箱|户次"
    r"|行政村|村|社区|校|生|所|座|栋|间|张|处|点|车|位|名|株|羽|艘|项|乡镇|县)){0,2}"
)
"""`元/人/年`: for each of what."""
_QUANTITY = (
    rf"(?P<n>{NUMBER})(?P<mag>{MAGNITUDES})?(?P<more>[多余])?(?: (?=[%％℃A-Za-z]))?(?P<unit>%"
    rf"|％|‰|个百分点|{MONEY}{_FOR_ONE}"
    rf"|(?:{UNIT})(?:[/／](?:万人|千人|百户|人|户|亩|天|日|年|月|平方米|公里|床|栋|次|小时|分钟|秒|班|车))?|"
    rf"(?<=[万亿])次)"
)
_AMOUNT = re.compile(rf"(?P<pre>{BOUND_BEFORE}(?:[^，。；,;\d%]|[前近]\d{{1,2}}年){{0,32}}?)?{_QUANTITY}{AFTER}")
_BOUND = re.compile(BOUND_BEFORE)
_BARE = re.compile(
    rf"(?P<pre>{BOUND_BEFORE})(?P<n>\d+(?:\.\d+)?)(?P<unit>[A-Za-zμΩ][A-Za-zμΩ³²]{{0,5}}(?:/(?:\([^()\d]{{1,8}}\)|"
    rf"[A-Za-zμ³²]{{1,6}}))?)?"
    r"(?![\d%％]|[.．,，:：∶]\d|[\u4e00-\u9fff](?<![且的，者时分或以和将]))"
)
"""`Ct值≥35`, `浑浊度不超过1NTU`: a bounded number, bare or with a unit that no list holds."""
_BETWEEN = re.compile(
    rf"(?P<low>(?>{NUMBER}))(?P<lmag>{MAGNITUDES})?(?P<lunit>%"
    rf"|％|{MONEY}|{UNIT})?(?P<lopen>（含）|（不含）|"
    rf"\(含\))?(?:以上|及以上)?(?:-|－|—|–|~|～|至|到|、)?(?:不满|"
    rf"不足|低于)?(?P<minus>(?<=[~～至到])[-－−])?"
    rf"(?P<high>{NUMBER})(?P<hmag>{MAGNITUDES})?(?P<unit>%"
    rf"|％|{MONEY}{_FOR_ONE}|{UNIT})(?P<hopen>（含）|"
    rf"（不含）)?(?P<under>(?:及)?以下)?(?:之间)?"
)
_BOTH_ENDS = re.compile(
    rf"(?:不[少低]于|超过|高于|大于|多于|达到)(?P<low>{NUMBER})(?P<lmag>{MAGNITUDES})?(?P<unit>[%％]|{MONEY}|{UNIT})"
    r"(?:（含）|以上)?，?(?:但|且|并|又|而)(?:是|且)?(?:[不未]超过|不[高大多]于|不足|不满|低于|少于|小于|未达到?)"
    rf"(?P<high>{NUMBER})(?P<hmag>{MAGNITUDES})?(?P=unit)"
)
"""`超过100万元但不超过300万元`, `高于5%且低于10%`: one range, each end said by its own word."""
_CURRENT = re.compile(
    r"(?<![较比与])(?:目前|现行|原有|原来|原先)"
    r"(?!的?\d[^，。；]{1,8}(?:优化|压缩|压减|调整|精简|减少|提高|降低|增加|改)[为至到])"
    r"(?:的)?(?![^，。；]{0,8}(?:基础|水平|标准)上)[^，。；]{0,12}(?<![升降调减增加涨高低少][至到为])$|[在按]原(?:有|"
    r"来)?的?$"
)
"""`目前20家`; not `现行的3%降至|2%`, which is what it becomes."""
_OLD_FIRST = re.compile(
    r"(?:由|从)(?:20\d\d年的?|[^，。；\d]{1,12}的)?(?:原来?的?|目前的?|现行的?)?(?:\d+(?:\.\d+)?[%％]?[-－—–~～至])?$"
)
_NEW_NEXT = re.compile(r"[^，。；]{0,16}?(?:至|到|为|提高|降|调|增|减|上升|扩|放宽|缩)")
"""`由80%提高到90%`: the first is the old value; `由2名以上人员签字` has none."""
_STEP = re.compile(
    r"每(?:再)?(?:降低|提高|新?增加?|超过?|减少|少|多|缺少?|下降|上升|增长|高出?|低于?|发现|发生|出现|"
    r"有|发放|办理|开展|完成)[^，。；\d]{0,6}$"
)
"""`每降低1个百分点扣1分`: the step of a scale, no limit."""
_SCORED = re.compile(
    r"(?:得|占|扣除?|加|减|计|赋|记|奖|积|倒扣|总分|满分|分值|共计?|基础分|[数格]线|小计|"
    r"[记计得评积考]分(?:累计)?)(?:达到?|"
    r"满|为|：|:|\d+(?:\.\d+)?[-—~～至])?$"
)
"""`未成立的，扣2分`: what an assessment gives or takes."""
_GEOMETRY = re.compile(r"(?:圆曲线|曲线|圆心|坐标|中点)[^。；]{0,8}$")
"""`圆曲线中点，半径48.25米`: the lie of a boundary, no limit."""
_GENERATIONS = frozenset("2345678")
"""`5G基站`: a generation of networks is no quantity."""
_FACTOR = re.compile(r"[×xX*＊·]\s*$")
"""`=流动性资产/流动性负债×100%`: a factor of a formula; another one is a rate (×0.6‰)."""
_FACTORS = tuple("×xX*＊·=＝")
_LESSONS = ("学时", "个学时", "课时", "个课时", "学分", "个学分")
_LARGEST = re.compile(r"最大的?$")
"""`最大十户存款比例`: the ten largest, no bound."""
_NAMED = re.compile(r"^[”’》]")
_NOT_BEFORE = re.compile(
    r"(?:[第\d.．〔（(]\s*|(?<![底日号月末])前|近|约占?|共|等|这|那|该|上述|以下|下列|其他|"
    r"另外|其余|为期|满足|含|不含|首|头|[a-zA-Z]|\d[-—:：]|\d[%％][-—~～])$"
)
_EXTENT = re.compile(
    r"(?:半径|直径|[行株净车墙]距|外[延扩]|[上下]风向|[两外内四]侧|四周|周[边围]|上游|下游|距离?[^，。；\d]{1,12}|"
    r"间距|宽度|高度|深度|厚度)(?:为|约|各|"
    r"以?外|向外)?$"
)
"""`震源半径200米`, `道路两侧15米`: how far a rule reaches."""
_QUOTA = re.compile(
    r"(?:计划|名额|编制|职数|指标)(?:总数|数)?(?:共计?|为|"
    r"：)?(?:\d+[名人个][，；]其中[：，]?[^，。；\d]{1,12}(?:\d+[名人个][、，；][^，。；、\d]{1,12})*)?$"
)
"""`招生计划共120名，其中本科80名、专科40名`: a quota and its parts."""
_MEASURED = re.compile(
    r"(?:面积|高度|宽度|长度|距离|数量|人数|规模|容量|重量|限值|"
    r"温度)[：:](?:[^，。；、\d]{2,10}\d[^，。；、]{1,8}[，、；])*[^，。；、\d]{2,8}$"
)
"""`使用面积：处级12平方米，科级9平方米`: what a label of a measure says, each item of its list."""
_NEGATIVE = re.compile(r"(?:[~～至到为于是在：:（(，、]|——)[-－−]$")
"""`-3%～5%`, `不低于-5%`: a number below zero."""
_TREND = re.compile("(?:[涨增降跌]幅|增速)(?:为|在|控制在)?$")
"""`价格涨幅3%左右`: what is aimed at."""
_TIER = re.compile(r"\d[^，。；\d]{0,4}以[上下内]的?$")
_PRICE = re.compile("(?:费|税|[电水气票]价|收取|补[助贴])[^。；]{2,40}$")
"""`1.0升以下|60元`, `水资源费地表水|0.1元/立方米`: what is to be paid in each case."""
_TARIFF = re.compile(
    "(?:[时钟里吨米天](?:以|之)?内|起步价?|第[一二三四五六七八九十][档级阶梯]+|首[小公]?[时里吨]|"
    "(?:首期|首付|定金|预付|尾款|余款|进度款|工程款|货款)款?)(?:收费?|收取|为|：)?$"
)
"""`1小时内5元`, `第一档0.56元/千瓦时`, `首期50%`: a step of what is to be paid."""
_FULL = re.compile("(?<![未不期届已])满$")
"""`行驶满|60万公里`: how much makes the case."""
_CAPPED = re.compile(r"(?:限[速高重宽载流额量](?:为|至)?|控制[在到为])$")
_SIZE_OF = re.compile("(?:面积|高度|宽度|长度|距离|规模|容量|重量|人数)(?:为|在)?$")
"""`面积|90平方米左右的住房`: of what size they shall be."""
_OF_WHICH = re.compile(
    r"\d[\d.]*万?元(?:/[人月年户])*[，；]其中[：，]?[^，。；\d]{2,12}(?:\d[\d.]*万?元[、，；][^，。；、\d]{2,12})*$|"
    r"[=＝]$"
)
"""`月缴费为200元，其中医疗150元、互助50元`, `=2682元`: the parts of a sum that is set, and what a formula gives."""
_PUSHED = re.compile(r"(?:推动|扶持|服务|提供)约?$|(?:稳定|保持|维持)在约?$")
"""`推动500家企业改造`, `总动力稳定在11亿千瓦`: right behind such a verb."""
_DONE_TO_SO_MANY = re.compile("[^，。；]{2,30}(?:进行|实施|开展|予以|给予)")
"""`对6万户家庭进行改造`."""
_MOVED = re.compile(r"[降减加增涨提]$|(?:^|[，、；均争再])减[\u4e00-\u9fff]{2,4}$")
"""`按LPR减50个基点`, `减环节60%`: by how much it moves."""
_NEW_SIZE = re.compile(
    r"(?:提升|提高|扩大|增加|扩充|精简|压降|拓展|扩展|放宽|调整|降低|减少|压减|压缩|缩[小短]|[提增升降减扩调改涨]|"
    r"优化)(?:至|到|为)(?:“[^”]{2,16}”)?$"
)
"""`接入容量提升至240千瓦`: how much it is from now on."""
_RATE_OF = re.compile(r"(?<![利汇费税概效功])率$")
"""`检查记录表使用率100%`: a rate that is only set beside its figure."""
_ABOUT = re.compile(r"(?:缩短|压缩|提升|提高|降低|减少|增加|增长|节约|下降)约$")
"""`缩短约35%`: a planned change, though only about so much."""
_LIST_NOUN = re.compile(
    r"^(?:评价|年度|季度|工作日|周期|方面|环节|步骤|阶段|部分|领域|层面|维度|"
    r"等[级次]|类别|事项|要素|部门|单位|国家级|主要|工作组|小组|部委|批次|文件|地区"
    r"|省份?(?!重点|级|市县)|月|环境|坚持|统一|确保|到位|一律|指标|月以|左右的|问题|关键|"
    r"重点(?!项目)|原则|要求|意识|自信)"
)
_GOVERNED = re.compile(MEASURED + r"(?:[^，。；,;：:]{0,28})$")
_SUM = re.compile(
    r"(?:投资|经费|费|资金|金额|额度|预算|概算|价|奖金|补助金|保证金|定额|限额|标准|比例|其中|保额|[费税利]率|租金|"
    r"津贴|押金|罚金|工资"
    r"|起付线|封顶线|[资本金款]到位)(?:总额)?(?:为|约|共|共计)?$"
    r"|(?:标准|限额|额度|比例|基数|定额|单价|系数|费|价格?|津贴|补贴|补助)(?:分别)?[为：:][^。；]{0,24}$"
)
"""`起付标准：一级医院200元、二级医院500元`: what a label or noun of money says, each item of its list."""
_ROW_OF = re.compile(r"(?:标准|限额|额度|比例|定额|费率|经费|价格|[付顶]线)[\u4e00-\u9fff（）]{2,12}$")
"""`起付标准三级医院800元、二级医院500元`: a row whose measure has no 为 behind it."""
_STRONG = re.compile(COUNTED + r"(?:[^，。；,;：:]{0,26})$")
_LISTED_PLAN = re.compile("(?:续建|新建|新开工|建成(?:通车)?|改扩?建|改造|打造|实施)[^，。；]{2,80}等$")
"""`续建甲至乙、丙至丁等|5个高速公路项目`: so many are planned, though some are named."""
_HOW_LONG_ALL = re.compile("\\d个(?:[^，。；\\d]{2,16})?项目$")
"""`5个高速公路项目|631公里`: how long they are together."""
_SETS = re.compile(f"(?!支持){COUNTED}$|(?:各|共|不[少低]于|至少|[，、：])$")
"""`建设五个分中心`: in Chinese digits a number counts right behind its verb; elsewhere it names (五个新城)."""
_NEW_ITEMS = re.compile(
    r"(?:(?:^|[，。；、])(?:新增|取消|精简|压减)|(?:年内|年底前|计划|力争|拟|再)(?:出台|制定|发布|印发|修订))(?:约|"
    r"至少)?$"
)
"""`新增8项业务的容缺办理`, `年内出台15项政策`: so many more or less, right behind the verb that opens the clause."""
_PLANNED = re.compile(r"(?:推动|实现|新增|推出|完成|上线|新建|建设|打造|培育|建成|落实)(?:约)?$")
"""`实现60个事项“秒批秒办”`: right behind a verb of planning a number counts and lists nothing."""


def _ranges(text: str, _: Today) -> Iterator[Mention]:
    """`30%-50%` → `30%..50%`."""
    for match in _BETWEEN.finditer(text) if _JOINS.search(text) else ():
        if (value := _range(match, text)) is not None:
            yield Mention("threshold", value, *match.span(), confidence=0.8)


def _amounts(text: str, _: Today) -> Iterator[Mention]:
    """Limits, ratios, sizes and sums.

    An exact quantity counts only where a verb of planning, granting or measuring governs it in its clause; a bounded
    one (不少于, 以上 …) always does. Numbers of enumeration (三个方面, 等5部门) and ordinals are none.
    """
    last: re.Match[str] | None = None
    capped = False
    for match in _AMOUNT.finditer(text):
        item = last is not None and _next_item(last, match, text, capped=capped)
        if item or _stands(match, text):
            value, last = _value(match, text), match
            capped = bool(_AT_MOST.match(match["pre"] or "")) or (capped and item)
            value = f"<={value}" if capped and item and value[0].isdigit() else value
            yield Mention(
                "threshold", value, match.start(), match.end(), confidence=0.9 if bound(match.groupdict()) else 0.7
            )
            yield from _respectively(match, text)


def _bare(match: re.Match[str]) -> Iterator[Mention]:
    """`Ct值≥35` → `>=35`."""
    value = bound(match.groupdict()) + plain(number(match["n"])) + (match["unit"] or "")
    yield Mention("threshold", value, *match.span(), confidence=0.6)


def _both_ends(match: re.Match[str]) -> Iterator[Mention]:
    """`超过100万元但不超过300万元` → `1000000元..3000000元`."""
    low, high = amount(match["low"], match["lmag"]), amount(match["high"], match["hmag"])
    if low < high:
        unit = unit_code(match["unit"])
        yield Mention("threshold", f"{plain(low)}{unit}..{plain(high)}{unit}", *match.span(), confidence=0.85)


def _next_item(last: re.Match[str], match: re.Match[str], text: str, *, capped: bool) -> bool:
    """`设一等奖5项，二等奖10项`, `高级工补贴2000元，技师3000元`: the next item of a row, of the same unit."""
    alike = text.startswith("、", last.end()) if capped else not bound(last.groupdict())
    same = last["unit"] == match["unit"] and match["n"][0].isdigit() and alike
    item = same and _ITEM.fullmatch(text, last.end(), match.start("n"))
    return bool(item) and not _NAMED.match(text, match.end()) and not _TOLD_ITEM.search(item[0] if item else "")


_AT_MOST = re.compile(r"(?:最高|上限)[^，。；\d]{2,}")
"""`最高额度单职工60万元、双职工80万元`: a label that bounds each item of its row."""
_ITEM = re.compile(r"[，；、][\u4e00-\u9fff（）“”]{2,14}|、|(?<=[名人])[\u4e00-\u9fff“”]{2,16}[，；、]")
_TOLD_ITEM = re.compile("目前|现有|已|共|其中|(?:约|近|第|等|前|每)$")
_NEXT_OF_LIST = re.compile(rf"(?:、|和|及){_QUANTITY}{AFTER}")
_CLOSES = re.compile("[，。；、]")
"""`开展专利导航3项。`: behind its noun a number counts and lists nothing."""
_SHARE_OF = re.compile(
    r"(?:、[^，。；、\d]{1,6}\d+[%％])*(?:左右|以上)?的[^，。；]{1,30}?(?:达到|实现|建成|达(?!不)|通过|完成|开设|配备)"
)
"""`80%左右的学校达到标准`: how many of them must reach it."""
_LABELLED = re.compile(r"(?:标准|限[值额]|定额|指标|规格)(?:为)?[：:]$")
"""`限值：60分贝`: a quantity behind its label."""
_RATE_NAMED = re.compile(r"的?[\u4e00-\u9fff]{2,6}(?<![利汇费税])率(?=$|[，。；、])")
"""`90%解决率`: the rate behind its figure."""
_BY_YEAR = re.compile(r"到20\d\d年(?:底|末)?，[^。；]*$")
"""`到2025年，90%左右的幼儿在…就读`: a share that must be reached by then."""
_OLD_RATE = re.compile(
    r"(?P<per>(?:每[^，。；\d每]{1,3}){1,3})[\d.]+元[^，。；\d]{0,4}(?:提高|提升|调整|增加|降低|上调|下调|提|增|"
    r"降)(?:到|至|为)$"
)
"""`由每人每月700元提高到760元`: the new sum is for each of the same."""


def _respectively(first: re.Match[str], text: str) -> Iterator[Mention]:
    """`分别不低于20%、30%、40%`: the bound of the first holds for each."""
    sign = bound(first.groupdict())
    if not sign or "分别" not in text[max(0, first.start() - 8) : first.end()]:
        return
    position = first.end()
    while (match := _NEXT_OF_LIST.match(text, position)) is not None:
        position = match.end()
        value = f"{plain(amount(match['n'], match['mag']))}{unit_code(match['unit'])}"
        yield Mention("threshold", sign + value, match.start("n"), position, confidence=0.85)


_SUMS = re.compile(
    rf"(?:{BOUND_BEFORE}[^，。；,;\d%]{{0,12}}?)?(?<![第\d.])(?P<list>\d+(?:\.\d+)?(?:、\d+(?:\.\d+)?)+)"
    rf"(?P<mag>{MAGNITUDES})?(?P<unit>元|[%％])(?![/·])"
)
"""`不低于500、1000、2000元`: a row of figures shares bound and unit."""


def _sums(match: re.Match[str]) -> Iterator[Mention]:
    """Each figure of a row that shares its unit, where a verb of granting or setting governs the row."""
    sign, at = bound(match.groupdict()), match.start("list")
    if not (sign or _GOVERNED.search(match.string[max(0, at - 30) : at])):
        return
    for figure in _FIGURE.finditer(match["list"]):
        value = f"{sign}{plain(amount(figure[0], match['mag']))}{unit_code(match['unit'])}"
        begin, end = at + figure.start(), at + figure.end()
        yield Mention("threshold", value, begin, match.end() if end == match.end("list") else end, confidence=0.85)


_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_REACHED = re.compile(r"(?:(?:达到|达|实现)(?:20\d\d年的)?|达到[^，。；\d]{1,12}|(?<![未不期届])满)$")
_LAST_BOUND = re.compile(
    r"(?:(?:、|和|及|以及)[^，。；、\d]{0,8}\d+(?:\.\d+)?万?(?:[%％]|[\u4e00-\u9fff]{1,2}))+?(?P<way>以上|以下|以内)"
)
"""`分别压缩50%和60%以上`: the bound of the last holds for each."""
_ENDS = re.compile(r"(?P<of>[上下])限(?:标准)?(?:由[^，。；]{1,16})?[^，。；\d]{0,8}?(?:至|到|为|按)[^，。；\d]{0,6}$")
"""`比例上限由50%提高至70%`, `下限至国家规定的5%`: the new end of what is allowed."""
_LOWERED = re.compile(r"(?:降至|降到|下降到|控制在|压减至|降低到|降低至|减至|限[速高重宽载流额量](?:为|至)?)$")


def _value(match: re.Match[str], text: str) -> str:
    sign = _nearest(match)
    if match["more"] and not sign:
        sign = ">"
    if (match["below"] or match["above"]) and text.startswith(("（不含", "(不含"), match.end()):
        sign = "<" if match["below"] else ">"
    if sign == ">" and match["below"]:
        sign = "<="
    if sign == ">" and ending_at(_NOT_AT_ONCE, text, match.start()):
        sign = "<="
    included = _INCLUDED.match(text, match.end()) if sign in ("<", ">") else None
    if included and included["n"] in (None, match["n"]):
        sign += "="
    if (match["below"] or match["above"]) and ("含" in text or "及以" in text):
        same = rf"(?<!\d){match['n']}{match['mag'] or ''}{match['unit']}"
        if match["below"] and re.search(rf"{same}(?:[（(]含[）)]以上|以上[（(]含[）)]|及以上)", text):
            sign = "<"
        if match["above"] and re.search(rf"{same}(?:[（(]含[）)]以下|以下[（(]含[）)]|及以下)", text):
            sign = ">"
    if (
        not sign
        and (last := _LAST_BOUND.match(text, match.end()))
        and "分别" in text[max(0, match.start() - 40) : match.start()]
    ):
        sign = ">=" if last["way"] == "以上" else "<="
    sign = sign or shared_bound(text[max(0, match.start() - 24) : match.start()])
    before = text[max(0, match.start() - 15) : match.start()]
    if not sign and (end := _ENDS.search(text[max(0, match.start() - 30) : match.start("n")])):
        sign = "<=" if end["of"] == "上" else ">="
    if not sign and _REACHED.search(before) and (match["unit"] in "%％" or not before.endswith("实现")):
        sign = ">="
    if not sign and _LOWERED.search(before) and not text.startswith(("左右", "上下"), match.end()):
        sign = "<="
    old = ending_at(_OLD_RATE, text, match.start("n")) if match["unit"] == "元" else None
    minus = "-" if _NEGATIVE.search(text, max(0, match.start("n") - 3), match.start("n")) else ""
    size = f"{sign}{minus}{plain(amount(match['n'], match['mag']))}{unit_code(match['unit'])}"
    return f"{size}{each(old['per']) if old else ''}"


def _nearest(match: re.Match[str]) -> str:
    """The sign of an amount: of two words that bound, the one next to it counts (`最大重量超过250克`)."""
    words = None
    for words in _BOUND.finditer(match["pre"] or ""):  # noqa: B007 - the last one is wanted
        pass
    return bound(match.groupdict() | words.groupdict()) if words else bound(match.groupdict())


_NOT_AT_ONCE = re.compile("不[得能应可]?(?:同时|再)?(?:担任|兼任|承担|申请|申报|持有|购买|推荐|参加)$")
"""`不得同时担任|超过3个委员会的委员`: what may not be more."""
_INCLUDED = re.compile(r"[（(]含(?:本数|(?P<n>[\d.]+)[^（）()\d]{1,6})?[）)]")
"""`小于5000万元（含）`, `低于10平方米（含10平方米）`: the bound itself is meant, too."""


_JOINS = re.compile("[-－—–~～至到]|以上|不满|不足")
"""What stands between the two ends of a range."""


def _range(match: re.Match[str], text: str) -> str | None:
    joined = text[match.end("low") : match.start("high")]
    if (
        not _JOINS.search(joined)
        or _current(text, match.start(), match.end())
        or _NOT_BEFORE.search(text[max(0, match.start() - 3) : match.start()].removesuffix("等"))
    ):
        return None
    if match["unit"] == "人" and text.startswith(("户", "家庭"), match.end()):
        return None
    if match["unit"] in ("批", "期", "类", "层", "条", "门", "部", "对", "道", "级"):
        return None
    if match["low"][0].isdigit() != match["high"][0].isdigit():
        return None
    unit = unit_code(match["unit"])
    low = amount(match["low"], match["lmag"] or (match["hmag"] if not re.search(r"[元人家户个%％]", joined) else None))
    high = amount(match["high"], match["hmag"])
    low = -low if _NEGATIVE.search(text, max(0, match.start() - 3), match.start()) else low
    low, high = sorted((low, -high)) if match["minus"] else (low, high)
    named = unit.partition("/")[0] if unit.startswith("元") else unit
    first = unit_code(match["lunit"]) if match["lunit"] else named
    if ("元" in first) != ("元" in unit):
        return None
    return f"{plain(low)}{first}..{plain(high)}{unit}" if low < high or first != named else None


_HEADS = frozenset("个位名人家所项台张处间座")
_FOR_EACH = re.compile(
    r"(?:^|[，。；：])(?:原则上)?每(?:[个位名家所校班户村组院站省市县区镇乡]|一)[^，。；\d有共]{0,10}?(?:确定|推荐|"
    r"选择|遴选|带徒|带教|选派|选送|申报|推选|限报|指定|联系|帮扶|结对|负责|配备|设立?|建立?|招收|培养|招募|聘任)$"
)
"""`每个工作室确定6位成员`: so many for each are a rule."""


def _stands(match: re.Match[str], text: str) -> bool:
    """Whether an amount is a rule's quantity and not part of a name, an ordinal or an enumeration.

    `3名或3名以上` says no more than its second half. A number in words (一件, 五个) counts nothing unless it is
    bounded, a rate, one of a pair or right behind its verb, which is asked first: most amounts are such words.
    """
    start = match.start("n")
    before, after = text[max(0, start - 30) : start], text[match.end() : match.end() + 8]
    if after.startswith("或") and after.lstrip("或者").startswith(f"{match['n']}{match['unit']}以上"):
        return False
    unit, figures = match["unit"], match["n"][0].isdigit()
    bounded = bool(match["pre"] or match["above"] or match["below"] or shared_bound(before))
    rate = unit[0] in "%％‰元美港欧" or unit in ("个百分点", "个基点", "倍")
    if not (figures or bounded or rate or before.endswith(_PAIRS)) and (_small_word(match) or not _SETS.search(before)):
        return False
    if unit == "分" and figures and _SCORED.search(before):
        return True
    if text.startswith("第", start - 1) and start:
        return False
    if unit == "℃" and before.endswith(("零下", "-", "－", "−", "—", "–")):
        return False
    if unit == "G" and match["n"] in _GENERATIONS:
        return False
    if unit == "届" and len(match["n"]) == 4:
        return False
    if _GEOMETRY.search(before) or _current(text, start, match.end()) or _STEP.search(before):
        return False
    if _FACTOR.search(before):
        return unit in "%％‰" and match["n"] not in ("100", "50") and not after.startswith(_FACTORS)
    if unit in _LESSONS and figures:
        return True
    if unit in "户家个名项人笔" and _LARGEST.search(before):
        return False
    if unit in "名人个" and match["n"].isdigit() and ending_at(_QUOTA, text, start):
        return True
    if match["n"].isdigit() and (ending_at(_LISTED_PLAN, text, start) or _HOW_LONG_ALL.search(before)):
        return True
    aside = bounded and before.endswith(("（", "("))
    steps = bounded and after.startswith(("环节", "步骤"))
    if _NAMED.match(after) and not steps:
        return False
    tier = "元" in unit and _TIER.search(before)
    if _NOT_BEFORE.search(before) and not (match["pre"] or aside or tier or _ABOUT.search(before)):
        return False
    if after.startswith("全覆盖") or (unit == "升" and after.startswith("级")):
        return False
    named = unit in ("字", "分", "门", "款", "级") or (unit == "类" and not match["pre"])
    if named and not figures:
        return bounded and unit == "级" and after.startswith(_FORCES)
    if figures and _NEW_SIZE.search(before):
        return True
    if unit == "项" and _NEW_ITEMS.search(before) and match["n"].isdigit():
        return True
    if unit == "项" and _PLANNED.search(before) and match["n"].isdigit() and int(match["n"]) >= 10:
        return True
    if (
        unit in ("项", "类", "种")
        and match["n"].isdigit()
        and _STRONG.search(before)
        and (not after or _CLOSES.match(after))
    ):
        return True
    if unit in ("项", "类", "种", "级", "分", "期", "批", "条", "页") and not bounded:
        return unit in ("条", "期", "批") and bool(_STRONG.search(before)) and match["n"].isdigit()
    if (
        unit in ("个", "位", "人", "名", "家", "处", "件", "份", "级", "层", "岁")
        and _LIST_NOUN.match(after)
        and not steps
    ):
        planned = _PLANNED.search(before) or _DRAWN.search(before)
        return (planned is not None and match["n"].isdigit()) or _paired(before, unit)
    if bounded:
        return not _small_word(match)
    if unit in _HEADS and match["n"].isdigit() and _FOR_EACH.search(before) and not _LIST_NOUN.match(after):
        return True
    if rate:
        return (
            bool(_GOVERNED.search(before) or _SUM.search(before) or _TARIFF.search(before))
            or "权重" in text
            or bool(_RATE_OF.search(before))
            or "提速" in before
            or bool(_ROW_OF.search(before) and ROW_GOES_ON.match(text, match.end()))
            or bool(_SHARE_OF.match(text, match.end()))
            or bool(_MOVED.search(before))
            or (unit == "元" and bool(ending_at(_OF_WHICH, text, start)))
            or (after.startswith("左右") and bool(_TREND.search(before)))
            or ("元" in unit and bool(tier or ("/" in unit and ending_at(_PRICE, text, start))))
            or bool(_RATE_NAMED.match(text, match.end()))
            or (before.endswith(("，", "、")) and bool(ending_at(_BY_YEAR, text, start)))
            or bool(
                re.match(
                    r"(?:的)?(?:进行|给予|予以|计|补|比例|标准|额度|贴息|减|奖|税|费|权重|股|完成|覆盖|达标|到位|"
                    r"按[期时]|整改|响应|回访|办结)",
                    after,
                )
            )
        )
    if not figures and not _SETS.search(before):
        return False
    return not _small_word(match) and bool(
        _paired(before, unit)
        or _EXTENT.search(before)
        or _CAPPED.search(before)
        or _FULL.search(before)
        or (after.startswith("左右的") and _SIZE_OF.search(before))
        or ending_at(_MEASURED, text, start)
        or _LABELLED.search(before)
        or _PUSHED.search(before)
        or (unit in "户人名家" and before.endswith("对") and _DONE_TO_SO_MANY.match(text, match.end()))
        or _STRONG.search(before)
        or (re.search(r"(?:，|,|、|^)$", before) and _plan(text))
    )


_DRAWN = re.compile("(?:抽[取查检选]|[遴挑]选)(?:不同的?)?$")
"""`随机抽取3个单位`: what is drawn is counted, whatever its noun."""
_PAIR = re.compile(rf"\d[万亿]?(?P<unit>{UNIT})(?=[^，。；]{{1,26}}(?:和|及|、|以及)$)")
_PAIRS = ("和", "及", "、")
_FORCES = ("大风", "风力", "强风", "阵风", "地震")


def _paired(before: str, unit: str) -> bool:
    """`建设6个…和10个…`: the second of two quantities that one verb governs."""
    return before.endswith(_PAIRS) and any(match["unit"] == unit for match in _PAIR.finditer(before))


def _current(text: str, start: int, end: int) -> bool:
    """Whether a quantity is the one that holds so far (目前20家, 由80%提高到90%)."""
    before = text[max(0, start - 30) : start]
    return bool(_CURRENT.search(before) or (_OLD_FIRST.search(before) and _NEW_NEXT.match(text, end)))


def _plan(text: str) -> bool:
    """Whether the sentence is one of planned quantities (新增10个乡镇通三级以上公路，437个自然屯通硬化路)."""
    return bool(re.search(r"新增|建设|建成|改造|完成", text))


def _small_word(match: re.Match[str]) -> bool:
    """一个、两个、三级 and the like count nothing."""
    return match["n"] in ("一", "两", "二", "三") and not bound(match.groupdict()) and not match["mag"]


FORMS = (
    Form(_BETWEEN, _ranges, FIGURED),
    every(_BOTH_ENDS, _both_ends, asks=FIGURED),
    every(_SUMS, _sums, asks=FIGURED),
    *counted.FORMS,
    *portions.FORMS,
    Form(_AMOUNT, _amounts, FIGURED),
    every(_BARE, _bare, asks=FIGURED),
)
"""Limits, ratios, sizes and sums: `每亩补助3000元` → `3000元/亩`, `30%-50%` → `30%..50%`."""
