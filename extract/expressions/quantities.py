"""Numbers with what they count: `3.5万`, `十几`, `95%`, `三分之二`, `两成`, `五折`, `500万元`, `3公里` → forms."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extract.expressions.form import Form, FormType
from extract.numbers import plain
from extract.numerals import ADJACENT, ARABIC, FORMAL, NUMERAL, adjacent, digits, is_numeral, value
from ingest import patterns as re

_AMOUNTS = "|".join(
    sorted(
        (  # noqa: SIM905
            "平方公里 平方千米 平方米 平方厘米 平方分米 平方毫米 平方英尺 平方英里 平米 公顷 亩 km² hm² cm² mm² ㎡ m² "
            "立方米 立方厘米 立方分米 立方英尺 cm³ m³ 毫升 公升 升 加仑 ml mL cc L "
            "公里 千米 英里 海里 华里 厘米 毫米 分米 微米 纳米 光年 英尺 英寸 米 公分 公尺 寸 尺 "
            "km KM cm CM mm MM nm m 公里/小时 千米/小时 米/秒 km/h m/s "
            "千克 公斤 毫克 微克 克拉 克 公吨 吨 市斤 斤 盎司 磅 kg KG mg g "
            "千瓦时 千瓦 兆瓦 瓦特 瓦 伏特 伏 安培 毫安 赫兹 千赫兹 兆赫兹 千赫 兆赫 分贝 兆帕 千帕 "
            "马力 焦耳 千焦 千卡 大卡 kWh kW mAh kHz MHz GHz Hz dB 千字节 兆字节 字节 比特 GB MB KB TB "
            "W kV kVA MW kPa MPa Mbps Gbps kbps mmol/L μmol/L mmol/l mmol mg/L"
        ).split(),
        key=len,
        reverse=True,
    )
)
"""Units that a half or a fraction may stand before: `半公升`, `四分之一亩`."""
_MEASURES = (
    rf"{_AMOUNTS}|摄氏[度°]|华氏[度°]|℃|℉|°C|°F|°(?![\d′'])|度|周岁|岁"
    "|个百分点|倍|两(?![个天次人名家万千百年周小月种方者位只条件项场份套组部张台辆座层级类排对双岁])"
)
_KEPT = re.compile(rf" ?(?P<unit>{_MEASURES})(?![A-Za-z])")
_WHOLE_UNIT = re.compile(rf" ?(?P<unit>{_AMOUNTS})(?![A-Za-z])")
_HALF_UNIT = re.compile(
    rf"(?<![\d点个年月天时零一二两三四五六七八九十百千万亿米斤吨里升克亩尺磅])半(?P<unit>{_AMOUNTS})(?![A-Za-z])"
)
_HALF_THING = re.compile(
    "(?<![\\d点个年月天时前后上下大小多一每各零二两三四五六七八九十百千])半(?=[个碗杯份盒包瓶袋块张片](?!月|小时|钟|"
    "世纪|多|学|半))"
)
_LIANG = re.compile(r"(?P<n>[1-9一二三四五六七八九])两(?!个|人|位)")
"""`三斤五两`: ten of them are a 斤."""
_NO_DEGREES = re.compile(r".度[假过数]|[两三]度(?=[\u4e00-\u9fff])(?![的电左以及和与至到之])")
"""`三度获奖`: so many times."""
_LAST = r"(?=$|[,。;、)\s的了吧]|至|到|-|~)"
_AFTER_METRES = re.compile(
    rf"(?<=\d米)\d{{2}}(?![\d.]|[十百千万米厘])|(?<=\d[米度])\d{_LAST}|"
    r"[零一二三四五六七八九]{1,2}(?![一二三四五六七八九零十百千万亿个米厘分点年月日人名次层段条倍])"
)
"""`一米八`, `六十六米一三`."""
_SCALE = re.compile("(摄氏|华氏)(?:温度)?$")
_CURRENCY = {
    "元": "元", "圆": "元", "块钱": "元", "块": "元", "人民币": "元", "元人民币": "元", "美元": "美元", "美金": "美元",
    "港元": "港元", "港币": "港元", "欧元": "欧元", "英镑": "英镑", "日元": "日元", "韩元": "韩元", "卢布": "卢布",
    "法郎": "法郎", "瑞士法郎": "瑞士法郎", "澳元": "澳元", "加元": "加元", "新台币": "新台币",
    "台币": "新台币", "卢比": "卢比", "泰铢": "泰铢", "澳大利亚元": "澳元", "加拿大元": "加元", "新加坡元": "新加坡元",
    "新西兰元": "新西兰元", "澳门元": "澳门元", "澳门币": "澳门元", "令吉": "令吉", "马来西亚令吉": "令吉",
    "印度卢比": "卢比", "印度卢布": "卢比", "美刀": "美元", "日圆": "日元", "越南盾": "越南盾", "比索": "比索",
    "兰特": "兰特", "奈拉": "奈拉", "克朗": "克朗", "里拉": "里拉", "雷亚尔": "雷亚尔", "里亚尔": "里亚尔",
}  # fmt: skip
_CURRENCY_WORDS = "|".join(sorted(_CURRENCY, key=len, reverse=True))
_NO_CURRENCY = (
    r"(?!素|旦|宵|首|件)(?!(?<=块)(?:[\u4e00-\u9fff]{0,2}[石地砖板田匾碑屏牌](?!价|点)"
    r"|[布糖肉玉木铁]|巧克力|蛋糕|手表|玻璃|面包|豆腐|电池))"
)
"""元素, 元旦; `三块牌子`, `5块巧克力` are things and no sums."""
_CURRENCY_BEHIND = re.compile(rf"(?P<unit>{_CURRENCY_WORDS}){_NO_CURRENCY}")
_SIGNS = {
    "¥": "元", "￥": "元", "RMB": "元", "CNY": "元", "人民币": "元", "$": "美元", "US$": "美元", "USD": "美元",
    "港币": "港元", "港元": "港元", "新台币": "新台币", "美元": "美元", "美金": "美元", "欧元": "欧元",
    "€": "欧元", "EUR": "欧元", "£": "英镑", "GBP": "英镑", "HK$": "港元", "HKD": "港元", "A$": "澳元", "AUD": "澳元",
    "NT$": "新台币", "TWD": "新台币", "JPY": "日元", "₩": "韩元", "₹": "卢比", "₽": "卢布", "英镑": "英镑",
    "日元": "日元",
}  # fmt: skip
_SIGN = "|".join(re.escape(one) for one in sorted(_SIGNS, key=len, reverse=True))
_INCLUDED = r"[（(][^（）()\n]{0,2}含[^（）()\n]{0,2}[）)]"
_R = rf"(?:{_INCLUDED})? ?(?:至|到|--?|~|—{{1,2}}) ?"
_NO_TAIL = r"(?![\d十百千万个天年月.:点只件张份次人套斤位把条盒瓶包])"
_NUMERAL_FIRST = r"\d零一二两三四五六七八九十廿卅壹贰貳叁參肆伍陆陸柒捌玖拾佰仟百千万亿"
_MONEY_FIRST = _NUMERAL_FIRST + "".join(re.escape(one) for one in sorted({sign[0] for sign in _SIGNS}))
_MONEY = re.compile(
    rf"(?=[{_MONEY_FIRST}])(?:(?P<sign>{_SIGN})? ?(?P<n>{NUMERAL}|{FORMAL})(?P<more>多|余)?(?P<big>[万亿]*)"
    rf"(?P<unit>{_CURRENCY_WORDS}){_NO_CURRENCY}"
    rf"(?:零?(?P<jn>{NUMERAL}|{FORMAL})(?P<jiao>角|毛)(?:钱)?)?(?:零?(?P<fn>{NUMERAL}"
    rf"|{FORMAL})分钱?)?(?P<tail>零?[一二三四五六七八九]{_NO_TAIL}|(?<=块)[1-9]{_LAST})?整?"
    rf"|(?P<jiaos>{NUMERAL}|{FORMAL})(?:(?P<only>角|毛)钱?(?:(?P<fens>{NUMERAL}|{FORMAL})分|"
    rf"(?P<cents>[一二三四五六七八九]){_LAST})?|分钱"
    r"|(?<=[壹贰叁肆伍陆柒捌玖])分(?!之))"
    rf"|(?P<before>{_SIGN}) ?(?P<amount>{NUMERAL}))"
)
_TO, _PLAIN = re.compile(_R), re.compile(NUMERAL)
_MONEY_RANGE = re.compile(
    rf"(?=[{_NUMERAL_FIRST}])(?P<a>{NUMERAL})(?:{_CURRENCY_WORDS})?{_R}(?P<b>{NUMERAL})(?P<unit>{_CURRENCY_WORDS}){_NO_CURRENCY}"
)
_TAKES_MINUS = "(?:(?<=[为是至到约于比了达])|(?<=[为是至到约于比了达] ))"
"""What a negative number follows: `低至 - 8℃`, `同比 - 12%`."""
_PERCENT = re.compile(
    rf"(?P<minus>负的?|-(?<![\d一-鿿]-)|{_TAKES_MINUS}- ?)?(?:百分之(?P<han>{NUMERAL}|百)"
    rf"|(?<![\d零一二两三四五六七八九十百千万])百分(?P<whole>百|{NUMERAL})(?!之|点|制|位|比|数|[一二三四五六七八九]分)"
    rf"|(?P<n>{ARABIC}) ?%|千分之(?P<mille>{NUMERAL})|(?P<permille>{ARABIC})‰)"
)
_PERCENT_RANGE = re.compile(
    rf"(?P<a1>{ARABIC})%?{_R}(?P<b1>{ARABIC})%|百分之(?P<ha>{NUMERAL})(?:至|到)(?:百分之)?"
    rf"(?P<hb>{NUMERAL})|百分之(?P<hc>{ADJACENT})"
)
_FRACTION = re.compile(
    rf"(?P<minus>负)?(?:(?P<whole>{NUMERAL}) ?又 ?)?(?P<below>{NUMERAL}|[百千]?万)分之(?P<above>{NUMERAL})|"
    rf"(?P<less>(?<![\w/.)）-])-)?(?<![\d/.])(?P<over>\d{{1,3}})/"
    rf"(?P<under>\d{{1,3}})(?![\d/年])"
)
_TENTHS = re.compile(
    rf"(?P<n>{NUMERAL}|半(?=[成折])|(?<=打)对(?=折))(?P<sign>成|折)(?P<tail>半|"
    rf"[一二三四五六七八九](?![一二三四五六七八九十个成折半]))?"
    rf"(?!立|员|果|效|绩|为|都|本|交|年|长|功|品|熟|就|人|套|扣率|叠|腾|旧|算|型)"
)
_PROPORTION = re.compile(
    r"(?<![\d:.])(?P<a>\d+(?:\.\d+)?):(?P<b>\d+(?:\.\d+)?)(?![\d:]| ?[aApP]m)|"
    rf"(?<![\d.第零一二两三四五六七八九十百千万亿])(?P<ha>{NUMERAL})比(?P<hb>{NUMERAL})(?![较如起年月日号个%元.])|一半"
    r"(?!以(?![上下])|之)"
)
_RANGE = re.compile(rf"(?=[{_NUMERAL_FIRST}])(?P<a>{NUMERAL}){_R}(?P<b>{NUMERAL})(?P<more>多|余)?")
_BELOW_ZERO = r"(?:负|零下|(?<!\d)-(?=[\d.]+ ?(?:℃|°C|度|摄氏度)))"
_MEASURED_RANGE = re.compile(
    rf"(?=[-零负{_NUMERAL_FIRST}])(?P<below>{_BELOW_ZERO})?(?P<a>{NUMERAL}) ?(?P<unit>{_MEASURES}){_R}"
    rf"(?P<down>{_BELOW_ZERO})?(?P<b>{NUMERAL}) ?(?P=unit)(?![A-Za-z])"
)
"""`138斤到146斤`, `-9℃~-2℃`: the unit at both ends."""
_BETWEEN = re.compile(
    rf"(?=[{_NUMERAL_FIRST}])(?P<a>{NUMERAL})(?:和|与|跟)(?P<b>{NUMERAL})(?:(?P<unit>{_CURRENCY_WORDS}|"
    rf"{_MEASURES}))?之间"
)
_ADJACENT = re.compile(rf"{ADJACENT}(?![一二三四五六七八九零])")
_VAGUE = re.compile(
    r"(?P<teen>(?:[一二三四五六七八九两][百千]零?)*[一二三四五六七八九]?十|(?<!\d)[1-9]0)几(?P<big>[百千万亿]*)|"
    r"(?:好)?[几数](?P<size>十|百|千|万|亿)+(?!分之)|"
    r"(?<=[每超逾破达])"
    r"(?P<each>[百千万]?[万亿]|[百千])(?=[\u4e00-\u9fff])(?!分|年|强|[万亿瓦米克])|"
    r"(?<![\d几数])(?P<beyond>[百千万])余(?=[\u4e00-\u9fff])|上(?P<over>百|千|"
    r"万)+(?![万亿]?[分一])"
)
_SHORT = re.compile(r"(?<![A-Za-z\d.])(?P<n>\d{2,}(?:\.\d+)?|\d\.\d+)(?P<size>[kKw])(?![A-Za-z\d])")
_CLIPPED = re.compile(rf"(?<![\d.])(?P<n>\d)(?P<size>[百千万])(?P<tail>[1-9]){_LAST}")
"""`8千3`, `3万5`."""
_LOOSE = re.compile(rf"(?=[{_NUMERAL_FIRST}])(?P<n>{NUMERAL})个(?P<size>[万亿])(?![\u4e00-\u9fff]?[分])")
"""`15k`, `30w`, `两个亿`."""
_MIXED_POINT = re.compile(r"(?<![\d.])(?P<whole>\d+)点(?P<part>\d+|[零一二三四五六七八九]+)(?=[度%倍万亿]|个百分点)")
_DECADES = re.compile("(?P<n>[四五六七八九])旬(?=[老男女翁妇夫妻父母])")
"""`八旬老人`."""
_COUNTER = "(?:人次|条次|[次遍回倍人个名户家枚件处项条张辆台篇门所场部种只头株棵期支列款份套间座批组架艘盏位起例])"
_BOUND = re.compile(rf" ?(?:{_INCLUDED}|及|或者?|含)?(?:(?P<above>以上)|以下|以内)(?![级述所各简])")
_COUNTED_BOUND = re.compile(rf"(?: ?{_COUNTER})?{_BOUND.pattern}")
_BOUNDED = re.compile(r"[<>]|\.\.")
_CHEQUE = re.compile(rf"(?P<minus>负)?(?P<n>{FORMAL})")
_FORMAL_SAID = re.compile(
    r"(?<=.)[拾佰仟]|[拾佰仟](?=.)|[壹贰貳叁參肆伍陆陸柒捌玖].*[十百千万亿]|[十百千万亿].*[壹贰貳叁肆伍柒捌玖]"
)
_NUMBER = re.compile(
    rf"(?P<nth>第)?(?:零上)?(?P<minus>负的?|零下|(?<![\d一-鿿A-Za-z)）/.])-|{_TAKES_MINUS}- ?"
    rf"|(?<!\d)-(?=\d+(?:\.\d+)?(?:℃|°C|"
    rf"摄氏度)))?(?P<n>{NUMERAL}|(?<![\w.])\.\d+)(?P<more>多"
    rf"|余)?(?P<big>[万亿]*)"
)


def find(text: str) -> Iterator[Form]:
    """The quantities of a folded text, the plain numbers among them; forms that begin inside another come too."""
    bounds: dict[int, Form] = {}
    for finder in (_money, _ratios, _vague, _ranges, _halves, _numbers):
        for form in finder(text):
            yield form
            bounded = _bounded(text, form)
            if bounded and bounded.end > bounds.get(form.start, form).end:
                bounds[form.start] = bounded
    yield from bounds.values()
    for low in bounds.values():
        high = bounds.get(low.end)
        if low.value and high and high.value and (low.type, low.value[:2], high.value[:2]) == (high.type, ">=", "<="):
            yield Form(low.type, f"{low.value[2:]}..{high.value[2:]}", low.start, high.end)


def _bounded(text: str, form: Form) -> Form | None:
    """`五百以上`, `30%以下`, `10元以内`, and of things counted: `三次以上`, `20名以下`."""
    pattern = _COUNTED_BOUND if form.type == "number" else _BOUND
    bound = pattern.match(text, form.end) if form.value else None
    if bound is None or form.value is None or _BOUNDED.search(form.value) or text.startswith("第", form.start):
        return None
    return Form(form.type, f"{'>=' if bound['above'] else '<='}{form.value}", form.start, bound.end())


def _read(text: str | None) -> Decimal | None:
    return value(text) if text and is_numeral(text) else None


def _money(text: str) -> Iterator[Form]:
    for match in _MONEY_RANGE.finditer(text):
        low, high = _shared(match["a"], match["b"])
        if low is not None and high is not None and low < high:
            unit = _CURRENCY[match["unit"]]
            yield Form("money", f"{plain(low)}{unit}..{plain(high)}{unit}", *match.span())
    for match in _MONEY.finditer(text):
        said = _sum(match)
        if said is None:
            continue
        amount, unit = said
        more = ">" if match["more"] else ""
        yield Form("money", f"{more}{plain(amount)}{unit}", *match.span())
        if join := _TO.match(text, match.end()):
            yield from _up_to(text, match.start(), join.end(), said, signed=bool(match["before"]))


def _up_to(text: str, start: int, end: int, low: tuple[Decimal, str], *, signed: bool) -> Iterator[Form]:
    """The range from a sum to the one at `end`; a sign stands for both (`$100-500`)."""
    amount, unit = low
    if match := _MONEY.match(text, end):
        last = _sum(match)
    elif match := _PLAIN.match(text, end) if signed else None:
        high = _read(match[0])
        last = None if high is None else (high, unit)
    if match and last and last[1] == unit and amount < last[0]:
        yield Form("money", f"{plain(amount)}{unit}..{plain(last[0])}{unit}", start, match.end())


def _sum(match: re.Match[str]) -> tuple[Decimal, str] | None:
    """The amount and the currency of a match of `_MONEY`."""
    if match["before"]:
        amount, unit = _read(match["amount"]), _SIGNS[match["before"]]
    elif match["jiaos"]:
        amount, unit = _small(match["jiaos"], match["only"], match["fens"] or match["cents"]), "元"
    else:
        amount, unit = _amount(match), _CURRENCY[match["unit"]]
        unit = _SIGNS[match["sign"]] if match["sign"] and unit == "元" else unit
    return None if amount is None else (amount, unit)


def _amount(match: re.Match[str]) -> Decimal | None:
    """`三块五` is 3.5, `三块零五` and `三块五毛零五`… count 分 behind 零 or 毛."""
    base = _read(match["n"] + match["big"])
    if base is None:
        return None
    tail = match["tail"]
    in_cents = tail and (match["jn"] or tail.startswith("零"))
    small = _small(match["jn"], "角", match["fn"] or (tail.lstrip("零") if in_cents else None))
    rest = _read(tail) if tail and not in_cents else None
    return None if small is None else base + small + (rest / 10 if rest else 0)


def _small(first: str | None, unit: str | None, fen: str | None) -> Decimal | None:
    """角 and 分 in 元."""
    amount = _read(first) if first else Decimal(0)
    cents = _read(fen) if fen else Decimal(0)
    if amount is None or cents is None:
        return None
    return amount / (10 if unit else 100) + cents / 100


def _shared(low: str, high: str) -> tuple[Decimal | None, Decimal | None]:
    """The ends of a range; `3至5万` and `一百二十到一百五十万` share the magnitude, `8500到3万` does not."""
    first, last = _read(low), _read(high)
    for tail in ("[万亿]+$", "[百千佰仟万亿]+$"):
        big = re.search(tail, high)
        core = _read(high[: big.start()]) if big else None
        if big and core and first is not None and first < core and not re.search("[万亿]", low):
            return first * (last or core) / core, last
    return first, last


def _ratios(text: str) -> Iterator[Form]:
    for match in _PERCENT_RANGE.finditer(text):
        if match["hc"]:
            low, high = adjacent(match) or (None, None)
        else:
            low, high = _read(match["a1"] or match["ha"]), _read(match["b1"] or match["hb"])
        if low is not None and high is not None:
            yield Form("ratio", f"{plain(low)}%..{plain(high)}%", *match.span())
    for match in _PERCENT.finditer(text):
        said = match["han"] or match["whole"] or match["n"] or match["mille"] or match["permille"]
        amount = Decimal(100) if said == "百" else _read(said)
        if amount is not None:
            sign = "-" if match["minus"] else ""
            yield Form(
                "ratio", (f"{sign}{plain(amount)}{'‰' if match['mille'] or match['permille'] else '%'}"), *match.span()
            )
    for match in _FRACTION.finditer(text):
        under = match["below"] or match["under"]
        below, above = (
            _read(under if under[0] not in "百千万" else f"一{under}"),
            _read(match["above"] or match["over"]),
        )
        if below and above is not None and text[match.start() : match.end()][:3] != "百分之":
            whole = _read(match["whole"]) or 0
            sign = "-" if match["minus"] or match["less"] else ""
            said = f"{sign}{plain(whole * below + above)}/{plain(below)}"
            yield Form("ratio", said, *match.span())
            if unit := _WHOLE_UNIT.match(text, match.end()):
                yield Form("number", f"{said}{unit['unit']}", match.start(), unit.end())
    yield from _tenths(text)


def _tenths(text: str) -> Iterator[Form]:
    for match in _TENTHS.finditer(text):
        amount = _tenth(match)
        if amount is None or amount <= 0 or amount > 100:
            continue
        percent = amount * 10 if amount <= 10 else amount
        yield Form("ratio", f"{plain(percent)}%", *match.span())
    for match in _PROPORTION.finditer(text):
        low, high = match["a"] or match["ha"], match["b"] or match["hb"]
        if low is None or high is None:
            yield Form("ratio", "1/2", *match.span())
        elif value(high) or match["hb"]:
            yield Form("ratio", f"{plain(value(low))}/{plain(value(high))}", *match.span())


def _tenth(match: re.Match[str]) -> Decimal | None:
    """How many tenths: `三成半` 3.5, `七成六` 7.6, `半成` 0.5, `对折` 5; `八五折` says 85 of a hundred."""
    numeral = match["n"]
    if numeral in ("半", "对"):
        return Decimal("0.5") if match["sign"] == "成" else Decimal(5)
    if len(numeral) == 2 and re.fullmatch("[一二三四五六七八九]+", numeral) and match["sign"] == "折":
        return Decimal(digits(numeral))
    amount = _read(numeral)
    if amount is None or not match["tail"]:
        return amount
    return amount + (Decimal("0.5") if match["tail"] == "半" else value(match["tail"]) / 10)


def _vague(text: str) -> Iterator[Form]:
    """`十几` is 11 to 19, `上百` at least 100; how many `几十` and `数百` are stays open."""
    for match in _VAGUE.finditer(text):
        if match["teen"]:
            ten, size = value(match["teen"]), value(f"一{match['big']}")
            yield _measured(text, f"{plain((ten + 1) * size)}..{plain((ten + 9) * size)}", *match.span())
        elif match["each"]:
            yield _measured(text, plain(value(f"一{match['each']}")), *match.span())
        elif match["beyond"]:
            yield _measured(text, f">{plain(value('一' + match['beyond']))}", *match.span())
        elif match["over"]:
            least = _read(f"一{match[0][1:]}")
            yield _measured(text, least if least is None else f">={plain(least)}", *match.span())
        else:
            yield _measured(text, None, *match.span())


def _ranges(text: str) -> Iterator[Form]:
    for match in _RANGE.finditer(text):
        low, high = _shared(match["a"], match["b"])
        if low is not None and high is not None and low < high:
            yield _measured(text, f"{plain(low)}..{plain(high)}", *match.span())
    for match in _MEASURED_RANGE.finditer(text):
        low, high = _read(match["a"]), _read(match["b"])
        if low is None or high is None:
            continue
        low, high = (-low if match["below"] else low), (-high if match["down"] else high)
        if low < high:
            yield Form("number", f"{plain(low)}{match['unit']}..{plain(high)}{match['unit']}", *match.span())
    for match in _BETWEEN.finditer(text):
        low, high = _read(match["a"]), _read(match["b"])
        if low is not None and high is not None and low < high:
            unit = _CURRENCY.get(match["unit"] or "", match["unit"] or "")
            kind: FormType = "money" if match["unit"] in _CURRENCY else "number"
            yield Form(kind, f"{plain(low)}{unit}..{plain(high)}{unit}", *match.span())
    for match in _ADJACENT.finditer(text):
        if ends := adjacent(match):
            yield _measured(text, f"{plain(ends[0])}..{plain(ends[1])}", *match.span())


def _halves(text: str) -> Iterator[Form]:
    """`半斤`, `半公升`; what stands after a unit (`两斤半`) belongs to the number before it."""
    for match in _HALF_UNIT.finditer(text) if "半" in text else ():
        yield Form("number", f"0.5{match['unit']}", *match.span())
    for match in _HALF_THING.finditer(text) if "半" in text else ():
        yield Form("number", "0.5", *match.span())


def _numbers(text: str) -> Iterator[Form]:
    for match in _CHEQUE.finditer(text):
        sure = _FORMAL_SAID.search(match["n"]) or match[0] == text or text.startswith(("份", "套"), match.end())
        amount = _read(match["n"]) if sure else None
        if amount is not None:
            yield Form("number", plain(-amount if match["minus"] else amount), *match.span())
    for match in (*_SHORT.finditer(text), *_LOOSE.finditer(text)):
        if (amount := _read(match["n"])) is not None:
            size = {"万": 10**4, "w": 10**4, "亿": 10**8}.get(match["size"], 1000)
            yield _measured(text, plain(amount * size), *match.span())
    for match in _CLIPPED.finditer(text):
        size = {"百": 100, "千": 1000, "万": 10_000}[match["size"]]
        yield Form("number", str(int(match["n"]) * size + int(match["tail"]) * size // 10), *match.span())
    for match in _DECADES.finditer(text):
        yield Form("number", f"{digits(match['n'])}0岁", *match.span())
    for match in _MIXED_POINT.finditer(text):
        yield _measured(text, f"{match['whole']}.{''.join(str(digits(sign)) for sign in match['part'])}", *match.span())
    for match in _NUMBER.finditer(text):
        amount = _read(match["n"] + match["big"])
        if amount is None:
            yield from _before_unit(text, match)
            yield from _side_by_side(text, match)
            continue
        said = plain(-amount if match["minus"] else amount)
        end = match.end()
        yield _measured(text, (f">{said}") if match["more"] else said, match.start(), end, ordinal=bool(match["nth"]))


def _before_unit(text: str, match: re.Match[str]) -> Iterator[Form]:
    """`二十五千克`, `三百两`: the last sign belongs to the unit; `一千两位` are two numbers."""
    said, last, end = match["n"][:-1], match["n"][-1], match.end("n") - 1
    amount = _read(said)
    if amount is None or last not in "千两":
        return
    if _KEPT.match(text, end) or last == "两":
        yield _measured(text, plain(-amount if match["minus"] else amount), match.start(), end)
    if last == "两":
        yield Form("number", "2", end, end + 1)


def _side_by_side(text: str, match: re.Match[str]) -> Iterator[Form]:
    """`三百九十九三盒`: no one numeral, but a whole one and what is left of the signs is another."""
    said, start = match["n"], match.start("n")
    for cut in range(len(said) - 1, 1, -1):
        left, right = said[:cut], said[cut:]
        if re.search("[十百千万亿]", left) and right[0] != "零" and is_numeral(left) and is_numeral(right):
            yield Form("number", plain(value(left)), start, start + cut)
            yield _measured(text, plain(value(right)), start + cut, match.end("n"))
            return


def _measured(text: str, said: str | None, start: int, end: int, *, ordinal: bool = False) -> Form:
    """A number with its unit of measure or currency; other things counted (人, 家, 次) stay outside."""
    money = None if ordinal or not said else _CURRENCY_BEHIND.match(text, end)
    if money and said:
        unit_of = _CURRENCY[money["unit"]]
        return Form("money", "..".join(f"{part}{unit_of}" for part in said.split("..")), start, money.end())
    kind: FormType = "number"
    unit = None if ordinal else _KEPT.match(text, end)
    scale = _SCALE.search(text, max(0, start - 4), start) if unit and unit["unit"] in ("度", "°") else None
    if unit and scale and said:
        return Form(kind, f"{said}{scale[1]}度", scale.start(), unit.end())
    tail = _AFTER_METRES.match(text, unit.end()) if unit and unit["unit"] in ("米", "度") and said else None
    if unit and tail and said and re.search(r"^-?\d+$", said):
        figures = "".join(str(digits(sign)) for sign in tail[0])
        return Form(kind, f"{plain(Decimal(f'{said}.{figures}'))}{unit['unit']}", start, tail.end())
    if unit and unit["unit"] == "斤" and said and (liang := _LIANG.match(text, unit.end())) and said.isdigit():
        return Form(kind, f"{said}.{plain(value(liang['n']))}斤", start, liang.end())
    half = unit and said and text.startswith("半", unit.end()) and re.search(r"(?:^|\.\.)-?\d+$", said)
    if unit and not (unit["unit"] == "度" and _NO_DEGREES.match(text[end - 1 :])):
        said = f"{said}.5" if half else said
        ends = "..".join(f"{part}{unit['unit']}" for part in said.split("..")) if said else None
        return Form(kind, ends, start, unit.end() + bool(half))
    return Form(kind, said, start, end)
