"""How dates are written: `2021年3月5日`, `上个月15号`, `本周三`, `三季度`, `90年代`, `国庆节` as one pattern.

Each alternative has a named group that tells it; `dates` makes days of a match.
"""

from __future__ import annotations

from extract.expressions import festivals
from extract.expressions.clock import JOIN
from ingest import patterns as re

_ONE_TO_NINE = "一二三四五六七八九"
_HAN_DAY = rf"(?:三十一?|二?十[{_ONE_TO_NINE}]?|初[{_ONE_TO_NINE}十]|廿[{_ONE_TO_NINE}]?|卅一?|[{_ONE_TO_NINE}])"
_BEGINNING, _MIDDLE = (
    "初(?![中级步次审小选评始高])",
    "中(?![国央共华东西南北部医考心标介高级学小期间药职专了奖德美俄日韩法英印欧非])",
)
"""初 in 年初中毕业生, 中 in 年中央财政 and 年中德贸易 begin the next word."""
_SEASON = r"[春夏秋冬](?:天|季(?![学招征高运退入教奥]|开学)|[初末]|(?![\u4e00-\u9fff]|、?[春夏秋冬]))"
"""`2021年春季`, `去年夏初`; 春季学期 is the name of something."""
_BARE = rf"(?!(?<=[月份][{_ONE_TO_NINE}])(?!到|至|[上下中]午|早|晚|凌晨|周|星期|礼拜|的)[\u4e00-\u9fff])"
"""`三月八` at the end of a phrase is a day, 八 before a noun counts what follows."""
DAY = rf"(?:[12]\d|3[01]|0?[1-9]|{_HAN_DAY})"
_M = rf"(?:1[0-2]|0?[1-9]|十[一二]?|[{_ONE_TO_NINE}])"
_Y4 = rf"(?:(?<!\d)(?:1\d|2[01])\d\d|[一二][零一九八][零{_ONE_TO_NINE}]{{2}})"
_Y2 = rf"(?:(?<![\d.])\d\d|(?<![零{_ONE_TO_NINE}十百千万])[零{_ONE_TO_NINE}]{{2}})"
_YEAR_WORD = (
    r"(?:大前|大后|当前|前|去|今|明|后|本|当|次|同|翌|来(?=年(?!均))(?<![年月周天以近]来)"
    r"|上一(?:个(?=年度))?|下一(?:个(?=年度))?|这一|上|下|这)"
)
WEEK = r"(?:周|星期|礼拜)"
_WEEKDAY = "[一二三四五六日天]"
_REACH = r"(?:大?上+一?个?|大?(?<![一查])下+一?个?|本|这一?个?|今个?|当前|当)"
_MONTH_WORD = (
    r"(?:大?上+一?个?|大?下+一?个?|本|这一?个?|今个?|当前|当|同|次)月(?![亮饼球])(?:份|度(?![计工经平考报用指任]))?"
)


def _of_month_pattern(prefix: str) -> str:
    """What may follow a month: a day, a part, its n-th weekday."""
    p = prefix
    return (
        rf"(?:的?(?P<{p}d>{DAY})(?:[日号]|(?![\d{_ONE_TO_NINE}十零个年月天岁万千百亿%.元名家人项条次米]){_BARE}"
        rf"|(?={JOIN}{DAY}[日号]))"
        rf"|的?月?(?P<{p}mpart>上中旬|中下旬|上旬|中旬|下旬|{_BEGINNING}|{_MIDDLE}|底|末|头|尾)(?![学级小期间])"
        rf"|的?(?P<{p}weeks>第[一二三四五1-5]个?{WEEK}的?{WEEK}{_WEEKDAY}|(?:第[一二三四五1-5]|"
        rf"最后一?)个{WEEK}{_WEEKDAY}|(?:第[一二三四五1-5]|"
        rf"最后一)个?{WEEK}(?!{_WEEKDAY}))"
        rf"|的?(?P<{p}edge>最后一天|第一天))?"
    )


_NUMERIC_DATE = (
    r"(?P<iso>(?<![\d./])(?P<iy>(?:1[5-9]|2[01])\d\d)[-/.·](?P<im>1[0-2]|0?[1-9])"
    r"(?:[-/.·](?P<id>3[01]|[12]\d|0?[1-9])(?![\d%])|月份?(?!\d)|(?![\d.年月%万亿元]|-\d{1,3}(?!\d)))[日号]?)"
    r"|(?P<short>(?<![\d-])(?P<sy>\d\d)-(?P<sm>0[1-9]|1[0-2])-(?P<sd>0[1-9]|[12]\d|3[01])(?![\d-]))"
    r"|(?P<compact>(?<!\d)(?P<py>(?:19|20)\d\d)(?P<gap> ?)(?P<pm>0[1-9]|1[0-2])(?P=gap)(?P<pd>0[1-9]|[12]\d|3[01])"
    r"(?![\d%]))"
    r"|(?P<dayfirst>(?<![\d./-])(?P<fd>3[01]|[12]\d|0?[1-9])(?:(?P<fs>[.-])|(?<=1[3-9])/|(?<=[23]\d)/)(?P<fm>1[0-2]|"
    r"0?[1-9])"
    r"(?(fs)(?P=fs)|/)(?P<fyear>(?:19|20)\d\d)(?![\d./-]))"
    r"|(?P<us>(?<![\d/])(?P<um>1[0-2]|0?[1-9])/(?P<ud>3[01]|[12]\d|0?[1-9])/(?P<uy>\d{4}|\d\d)(?!\d))"
    r"|(?P<ymd>(?<![\d/.])(?P<ay>[0-4]\d)/(?P<am>1[0-2]|0?[1-9])/(?P<ad>3[01]|[12]\d|0?[1-9])(?![\d/]))"
)
_DOTTED = (
    rf"(?P<dotted>(?P<dy>{_YEAR_WORD})年(?P<dm>1[0-2]|0?[1-9])\.(?P<dd>3[01]|[12]\d|0?[1-9])"
    r"(?![\d.%‰A-Za-z万亿千百十元吨公平立米个倍度折分亩户人家名项条次]))"
)
ERAS = {
    "贞观": 627, "开元": 713, "天宝": 742, "洪武": 1368, "永乐": 1403, "嘉靖": 1522, "万历": 1573, "崇祯": 1628,
    "顺治": 1644, "康熙": 1662, "雍正": 1723, "乾隆": 1736, "嘉庆": 1796, "道光": 1821, "咸丰": 1851, "同治": 1862,
    "光绪": 1875, "宣统": 1909, "民国": 1912,
}  # fmt: skip
"""Names of eras → their first year."""
_AGE = (
    rf"(?P<century>(?P<c>上个?|本|\d{{1,2}}|二?十[{_ONE_TO_NINE}]?)世纪)"
    r"(?:(?P<cdecade>\d0|[二三四五六七八九]十)年代)?"
    rf"|(?P<decade>(?<!\d)(?:(?:1[89]|20)\d0|\d0)|(?<![{_ONE_TO_NINE}十])"
    rf"(?:[二三四五六七八九]十|[一二][零九八][零{_ONE_TO_NINE}]零))年代"
)
_SURE_DAY = (
    r"(?<=0[1-9]/\d\d)(?![\d/%])|(?:(?<=·\d)|(?<=·\d\d))(?![\d·%])"
    r"|(?:(?<=\A\d/1[3-9])|(?<=\A\d/[23]\d)|(?<=\A\d\d/1[3-9])|(?<=\A\d\d/[23]\d))\Z"
    r"| ?(?:周|星期)[一二三四五六日天]|[ -]{1,2}\d{1,2}(?::[0-5]\d|[点时])|(?<=[~至到]\d\d.\d\d)(?!\d)"
    r"|(?<=\d\d.\d\d)[~至到](?:0[1-9]|1[0-2])[/.-](?:3[01]|[12]\d|0[1-9])(?!\d)"
)
"""What makes a month and a day of two numbers: a zero (`02/15`), a time, the other day of a range, no other word."""
_YEARS = (
    rf"(?P<years>(?<![\d./A-Za-z-])(?P<y1>(?:19|20)\d\d){JOIN}(?P<y2>(?:19|20)\d\d)(?:学年度?|(?=年度|期间|之?间|"
    rf"[,。;、)的\s]|$)))"
    rf"|(?P<mdclock>(?<![\d./·第-])(?P<cm>1[0-2]|0?[1-9])[/.·-](?P<cd>3[01]|[12]\d|0?[1-9])(?={_SURE_DAY}))-?"
    rf"|(?P<reign>(?<![\d.])(?P<y5>[1-9]\d\d)年{JOIN}(?P<y6>[1-9]\d{{2,3}})年(?<![05]0年)"
    rf"|(?<![\d./A-Za-z-])(?P<y7>(?:1\d|20)\d\d)年?{JOIN}(?P<y8>\d\d)年(?!\d))"
    rf"|(?P<pair>(?<![\d./-])(?P<y3>(?:19|20)\d\d)年?[和与、](?P<y4>(?:19|20)\d\d)年?(?:这|度)?两年)"
)
_LUNAR = (
    rf"(?P<lunar>(?:[农阴旧]历)?(?:(?P<ly>{_Y4}|{_YEAR_WORD})年)?(?:[农阴旧]历)?(?P<lm>正|腊|冬|{_M})月"
    rf"(?P<ld>初(?:10|[1-9{_ONE_TO_NINE}十])|廿[{_ONE_TO_NINE}]?|{DAY}(?:(?=[日号])|"
    rf"(?![月个天人家名项条次{_ONE_TO_NINE}十百千万]){_BARE}))(?!\d)[日号]?)"
    rf"|(?P<newyear>(?:(?P<ny>{_Y4}|{_YEAR_WORD})年)?大年(?P<nd1>初(?:10|[1-9{_ONE_TO_NINE}十])))"
    rf"|(?P<lunarm>(?=[^月]{{0,9}}[历闰正腊冬][^月]{{0,7}}月)(?:[农阴旧]历)?(?:(?P<lmy>{_Y4}|"
    rf"{_YEAR_WORD})年的?)?(?:[农阴旧]历)?"
    rf"(?P<leap>闰)?(?P<lmm>正|腊|冬|{_M})月份?)"
)
_WEEKS = (
    rf"(?P<weekend>(?P<ereach>{_REACH})?(?<!每){WEEK}(?:末|六日))"
    rf"|(?P<weekday>(?:(?P<wreach>{_REACH})(?:{WEEK}的?)?)?(?<!每){WEEK}(?P<w>{_WEEKDAY}|(?<=[上下本这]周)[1-7](?=$|"
    rf"[,。;、)）\s]|[上下中]午|早|晚))(?!次|时|报))"
    rf"|(?P<week>(?P<kreach>{_REACH}){WEEK})(?!岁|年|末|期)"
    rf"|(?P<q>(?<![A-Za-z\d])(?:(?P<qy>{_Y4})年?)?Q(?P<qn>[1-4])(?![A-Za-z\d:.、])"
    r"(?: ?(?P<qyb>(?:19|20)\d\d)(?:年度?)?(?![\d.,千万元个]))?)"
    rf"|(?P<quarterly>(?P<qreach>{_REACH})(?:季度|(?<=一)季(?![节后风度]))(?P<quarterlyend>[末底初])?)"
)
_NAMED_DAY = (
    rf"(?P<both>今明两[年天]|昨今两天|明后(?:两)?天)|(?:(?P<rdy>{_YEAR_WORD})年的?)?(?P<rday>大+前天|大+后天|前天|"
    rf"前日|昨天|"
    rf"昨日|今天|今日(?!头条)|(?<![日期])本日|明天|明日(?!方舟)|后天(?![免性形培获努])|后日|[听寻琴]日|"
    r"(?:(?<![\u4e00-\u9fff])|(?<=[在于至到从自]))(?:当天|当日|同日|次日|翌日)|[昨今明]儿个?(?![童科子女媳歌])|"
    r"(?:昨|今|明|当|(?<![\u4e00-\u9fff])[前后](?=晚))(?=[早晚晨夜]))"
    rf"|(?P<feast>(?:(?P<fy>{_Y4}|{_YEAR_WORD}|{_Y2})年的?)?(?P<f>{festivals.PATTERN}))"
)
_OF_YEAR = (
    rf"(?:(?!(?<=以)[前后下])(?P<ry>{_YEAR_WORD})年(?![龄级轮糕货])度?(?!本月|当月|上月)|(?P<era>(?:公元前?|"
    rf"(?<=[(（])前(?=\d+年[)）])|{'|'.join(ERAS)})(?:\d{{1,4}}|元|"
    rf"[{_ONE_TO_NINE}十百][零{_ONE_TO_NINE}十百千]{{0,5}}))年"
    rf"|(?P<y>{_Y4})(?:年度?|赛季|财年|(?= ?(?:[上下]半年|第?[一二三四]季度))|(?={JOIN}(?:{_Y4}|{_Y2})年))"
    rf"|(?P<yy>{_Y2})年(?=的?{_M}月|年?[底末初]|[上下]半年|第?[一二三四]季度|第{_M}个月|前{_M}个月|[至迄]今)"
    r"|(?P<zy>(?<![\d.])0\d|\A\d\d(?=年\Z)|(?<![零一二三四五六七八九十百千万])零[一二三四五六七八九]"
    rf"|(?<![{_ONE_TO_NINE}零十百千万])(?!一二|二三|三四|四五|五六|六七|七八|八九|"
    rf"三五)[{_ONE_TO_NINE}][{_ONE_TO_NINE}](?=年)"
    rf"|(?<![{_ONE_TO_NINE}])(?:[{_ONE_TO_NINE}][零{_ONE_TO_NINE}]{{2}}"
    rf"|两千(?:零[{_ONE_TO_NINE}]|[一二]?十[{_ONE_TO_NINE}]?)?)(?=年的?(?:{_M}月|年?[底末初]|最后一|第一天)))年)"
    r"的?(?: (?=[上下]半年|第?[一二三四]季度))?"
    rf"(?:第(?P<yweek>\d{{1,2}})(?:周(?!岁|年|期)|个?星期)|年?(?P<ytail>底|末|{_BEGINNING}|{_MIDDLE}|尾|头|伊始|"
    rf"内(?![蒙部地外容江设])|第一天|最后一天|最后一?个月)|"
    rf"(?P<half>[上下]半年)|的?(?P<season>{_SEASON})"
    rf"|第?(?P<quarters>[一二三1-3](?:至|到|-|~)第?[二三四2-4])季度|"
    rf"第?(?P<quarter>[一二三四1-4首])个?季度?(?P<quarterend>[末底初])?(?!节)"
    rf"|前(?P<firstq>[一二两三2-3])个?季度|(?P<firstm>[前后])(?P<nm>{_M}|两)个?月|第(?P<nth>{_M})个月|"
    rf"(?P<firstmonth>首月)"
    rf"|(?:, ?)?(?P<ym>{_M})(?:月份?|(?=(?:{JOIN}|、){_M}月)){_of_month_pattern('y')})?"
)
_OF_MONTH = (
    rf"(?:(?:(?P<rmy>{_YEAR_WORD})年)?(?P<rm>{_MONTH_WORD})|(?<![\d.第{_ONE_TO_NINE}十半每个])(?P<m>{_M})(?:月份?|"
    rf"(?=(?:{JOIN}|、){_M}月)))(?!内|度|龄)"
    rf"{_of_month_pattern('')}"
)
_ALONE = (
    rf"(?P<alone>年底|年末|年尾|(?<!大)年{_BEGINNING}|年{_MIDDLE}|年内(?![蒙部地外容江设])|月底|月末|月尾"
    rf"|月{_BEGINNING}|月头|月{_MIDDLE}|上半年|下半年"
    r"|第?[一二三1-3](?:至|到|-|~)第?[二三四2-4]季度|前[两二三2-3]个?季度(?!末)"
    rf"|(?<![第前个])(?:第[一二三四1-4]个|第?[一二三四1-4])季度[末底初]?|上中旬|中下旬|[上中下]旬|"
    rf"前{_M}月份?(?![\d日号内上中下初底末{_ONE_TO_NINE}十]))"
)
_DAY_ONLY = (
    rf"(?<![\d.])(?P<nd>{DAY})(?:[日号]|(?={JOIN}{DAY}[日号]))(?!线|楼|院|文|令|门|机|电池|选手|窗口|车间|泊位|厂房|桌)"
)
_IN_FIGURES = rf"(?=\d)(?:{_YEARS}|{_NUMERIC_DATE})"
_FIRST = (
    rf"\d零{_ONE_TO_NINE}十两廿卅初农阴旧闰正腊冬大前去今昨明听寻琴后本当次同翌上下这周星礼公年月中第Q"
    rf"{festivals.FIRST}{''.join(sorted({name[0] for name in ERAS}))}"
)
"""The signs with which a date begins: looked at before the alternatives are."""
_FORMS = (_IN_FIGURES, _DOTTED, _AGE, _LUNAR, _WEEKS, _NAMED_DAY, _OF_YEAR, _OF_MONTH, _ALONE, _DAY_ONLY)
DATE = re.compile(f"(?=[{_FIRST}]|来年)(?:{'|'.join(_FORMS)})")
"""One date of a folded text; each alternative has a group that tells it."""
