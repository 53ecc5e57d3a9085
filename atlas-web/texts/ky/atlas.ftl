# Барактардын сөздөрү. Терминдер GLOSSARY.md боюнча. Редактордун текшерүүсүн күтүүдө.

## Бирдиктер
unit-tonne-carbon-per-hectare = гектарына тонна көмүртек
unit-gram-per-kilogram = майда топурактын килограммына грамм
unit-ph = pH бирдиги
unit-species = түрлөрдүн саны
unit-effective-species = түрлөрдүн эффективдүү саны
unit-effective-crops = өсүмдүктөрдүн эффективдүү саны
unit-varieties = сорттордун саны
unit-ndvi = өсүмдүк индекси (NDVI), −1ден 1ге чейин
unit-ndvi-per-year = өсүмдүк индексинин (NDVI) бир жылдагы өзгөрүшү
unit-tonne-per-hectare-year = бир гектардан жылына тонна топурак
unit-percent = пайыз
symbol-tonne-carbon-per-hectare = т C/га
symbol-gram-per-kilogram = г/кг
symbol-ph = pH
symbol-species = түр
symbol-effective-species = эффективдүү түр
symbol-effective-crops = эффективдүү өсүмдүк
symbol-varieties = сорт
symbol-ndvi = NDVI
symbol-ndvi-per-year = NDVI жылына
symbol-tonne-per-hectare-year = жылына т/га
symbol-percent = %
symbol-percent-points = пайыздык пункт
counted-species = түр
counted-effective-species = эффективдүү түр
counted-effective-crops = эффективдүү өсүмдүк
counted-varieties = сорт

## Аралык эмнени билдирет
interval-sampling = башка байкоо аянтчалары тандалып калышы мүмкүн эле
interval-among-aimaks = башка аймактар тандалып калышы мүмкүн эле
interval-year-to-year = башка жылдар байкалышы мүмкүн эле
interval-parameter = формуланын көбөйтүүчүлөрү так белгилүү эмес
interval-model = моделдин өзү так эмес
no-interval-census = аралык жок: жарактуу пикселдердин баары эсепке алынган, тандоо болгон эмес
no-interval-too-few-units = аралык жок: аянтчалар же аймактар экиден аз
no-interval-too-few-years = аралык жок: мезгилде мааниси бар жылдар үчтөн аз
sample-plots = байкоо аянтчалары
sample-paired-plots = өткөнгө чейин да, өткөндөн кийин да каралган аянтчалар
sample-farms = чарбалар
sample-paired-farms = өткөнгө чейин да, өткөндөн кийин да суралган чарбалар
sample-persons = суралган адамдар
sample-paired-persons = өткөнгө чейин да, өткөндөн кийин да суралган адамдар
sample-years = жылдар
sample-cells = растрдын уячалары
sample-aimaks = аймактар
sample-fields = чарба жүргүзүүсү жазылган талаалар

## Далилдер
design-state = бир убактагы абал
design-before-after = өткөнгө чейин жана кийин, салыштыра турган эч нерсе жок
design-trend = бир аймактын көп жылдык жүрүшү, салыштыра турган эч нерсе жок
design-within-aimak = өткөнгө чейин жана кийин, ошол эле аймактын органикалык жана органикалык эмес жерлери салыштырылат
design-one-against-many = бир органикалык аймак салыштыруу аймактары менен салыштырылат
design-many-against-many = органикалык аймактар салыштыруу аймактары менен салыштырылат
confidence-very-low = өтө төмөн
confidence-low = төмөн
confidence-moderate = орто
confidence-high = жогору

## Жер, тема, багыт
land-whole-aimak = Бүт аймак
land-organic = Органикалык жерлер
land-untreated = Органикалык эмес жерлер
on-land-whole-aimak = бүт аймак боюнча
on-land-organic = органикалык жерлерде
on-land-untreated = органикалык эмес жерлерде
theme-soil = Топурак
theme-erosion = Эрозия
theme-biodiversity = Биологиялык ар түрдүүлүк
theme-farming = Дыйканчылык
theme-people = Адамдар
theme-vegetation = Өсүмдүк каптоосу
theme-land = Жер
theme-terrain = Рельеф
better-higher = Канчалык көп болсо, ошончолук жакшы.
better-lower = Канчалык аз болсо, ошончолук жакшы.
better-neutral = Көп да, аз да өзүнөн өзү жакшы эмес: жерине жараша.

## Бул кайсы сан
quantity-timeless = Мааниси, убакытка көз каранды эмес
quantity-state = Мааниси, { $period }
quantity-at = Мааниси, { $date }
quantity-trend = Тренд, { $years }
quantity-over-years = Баалоо, { $years }
years-from-to = { $first }–{ $last }
quantity-change = Өзгөрүү: { $before } → { $after }
quantity-difference = Салыштыруу жерлерине караганда өзгөрүү: { $before } → { $after }
short-change = Өзгөрүү
short-difference = Салыштырууга караганда
short-trend = Тренд
short-latest = Акыркы мааниси

## Тыянак көтөрө алган сүйлөмдөр
claim-observed = { $indicator }: { $value } ({ $period }, { $land }). Бул ошол жерде, ошол убакта эмне байкалганын гана айтат; өзгөрүү жөнүндө эч нерсе айтпайт.
claim-observed-timeless = { $indicator }: { $value }, { $land }. Бул жердин сыпаттамасы; ал убакыт боюнча салыштырылбайт.
claim-changed-without-comparison = { $indicator }: өзгөрүү { $value } ({ $level } % аралык: { $interval }), { $before } → { $after }, { $land }. Бул жерде башка жерлер менен салыштыруу жок; өзгөрүүнүн бир бөлүгүн же баарын аба ырайы же башка себептер түшүндүрүшү мүмкүн.
claim-differed-from-comparison = { $indicator }: чарба жүргүзүүсү өзгөрбөгөн жерлерге караганда өзгөрүүнүн айырмасы { $value } ({ $level } % аралык: { $interval }; минус «азыраак» дегенди билдирет), { $land }. Бул өтүүнүн таасирине каршы келбейт; ишеним деңгээли: { $confidence }.
claim-seen-with-very-low-confidence = { $indicator }: өзгөрүү байкалды, { $value } ({ $level } % аралык: { $interval }), { $before } → { $after }, { $land }. Ишеним деңгээли өтө төмөн: анын себептери жөнүндө эч нерсе айтууга болбойт.
claim-difference-seen-with-very-low-confidence = { $indicator }: чарба жүргүзүүсү өзгөрбөгөн жерлерге караганда өзгөрүүнүн айырмасы байкалды, { $value } ({ $level } % аралык: { $interval }; минус «азыраак» дегенди билдирет), { $before } → { $after }, { $land }. Ишеним деңгээли өтө төмөн: анын себептери жөнүндө эч нерсе айтууга болбойт.
claim-no-change-larger-than-bound = { $bound } маанисинен чоң өзгөрүү табылган жок: { $indicator }, { $value } ({ $level } % аралык: { $interval }), { $land }.
claim-cannot-tell = Маалыматтар өзгөрүү болгон-болбогонун көрсөтө албайт: { $indicator }, { $value } ({ $level } % аралык: { $interval }), { $land }. Мындан кичине өзгөрүү байкалбай калышы мүмкүн: { $detectable }.
claim-cannot-tell-unknown = Маалыматтар өзгөрүү болгон-болбогонун көрсөтө албайт: { $indicator }, { $value } ({ $level } % аралык: { $interval }), { $land }.
claim-trend-without-comparison = { $indicator }: { $value } ({ $level } % аралык: { $interval }), { $period }, { $land }. Бул жерде башка жерлер менен салыштыруу жок; өзгөрүүнүн бир бөлүгүн же баарын аба ырайы же башка себептер түшүндүрүшү мүмкүн.
claim-trend-seen-with-very-low-confidence = { $indicator }: тренд байкалды, { $value } ({ $level } % аралык: { $interval }), { $period }, { $land }. Ишеним деңгээли өтө төмөн: анын себептери жөнүндө эч нерсе айтууга болбойт.
claim-trend-cannot-tell = Маалыматтар тренд бар-жогун көрсөтө албайт: { $indicator }, { $value } ({ $level } % аралык: { $interval }), { $period }, { $land }.
claim-difference-cannot-tell = Өзгөрүү салыштыруу жериндегиден айырмаланабы, маалыматтар көрсөтө албайт: { $indicator }, { $value } ({ $level } % аралык: { $interval }), { $land }. Мындан кичине айырма байкалбай калышы мүмкүн: { $detectable }.
claim-difference-cannot-tell-unknown = Өзгөрүү салыштыруу жериндегиден айырмаланабы, маалыматтар көрсөтө албайт: { $indicator }, { $value } ({ $level } % аралык: { $interval }), { $land }.
claim-no-interval-no-sentence = { $indicator }: { $value }, { $land }. Аралык болбосо, бул канчалык ишенимдүү экенин айтууга болбойт.

## Эмне үчүн сан жок
reason-no-data = мындай маалымат жок
reason-too-few-plots = аралык үчүн байкоо аянтчалары өтө аз
reason-too-few-years = мезгилде жылдар өтө аз
reason-series-too-short = тренд үчүн жарактуу мааниси бар жылдар өтө аз
reason-too-few-clusters = салыштыруунун бир тарабында аймактар өтө аз
reason-period-undefined = мезгилди аныктоого болбойт: ал бул аймакта жок датадан эсептелет
reason-always-organic = биринчи байкоого чейин эле органикалык болгон: «өткөнгө чейинки» абал жок
reason-before-period-after-transition = «өткөнгө чейин» деп алынган мезгил өтүүдөн кийин жатат; аны өтүүгө карата белгилөө керек болмок
reason-treated-area-unknown = кайсы жер органикалык экени белгисиз, ал эми бүт аймак органикалык жер эмес
reason-no-comparison = салыштыруу аймактарынын биринде да мындай маалымат жок
reason-gap-at-depth = топурак үлгүлөрүнүн тереңдигинде үзүлүү бар же алар жердин бетинен башталбайт
reason-esm-needs-deeper-sample = үлгү алуу салыштырыла турган топурак массасынан жогору токтогон
reason-bulk-density-missing = көлөмдүк тыгыздык өлчөнгөн эмес
reason-method-mismatch = өткөнгө чейин жана кийин башка-башка усул менен өлчөнгөн
reason-effort-missing = түрлөрдүн санын салыштырууга байкоо өтө аз
reason-valid-area-below70 = аянттын 70 %ынан азында гана жарактуу пиксель бар
reason-too-few-pixels = пикселдер өтө аз
reason-outside-raster = аймак растрдын сыртында жатат
reason-out-of-range = маани физикалык жактан мүмкүн болгон чектен тышкары
reason-raster-unreadable = ал жерде растрды окуу мүмкүн болбоду
reason-subindicator-missing = көрсөткүчтүн бир бөлүгү (өсүмдүк түшүмдүүлүгү, жер каптоосу же топурактагы көмүртек) белгисиз
reason-gap-too-long = мезгилдин өтө узак бөлүгү жарактуу сүрөтсүз өткөн
reason-season-not-covered = мезгилдин башы же аягы сүрөттөрдө көрүнбөйт
reason-factor-missing = теңдеменин бир көбөйтүүчүсү өлчөнгөн эмес
reason-too-few-observations = мезгилде байкоо өтө аз
reason-texture-sum = кум, чаң жана чопо бирге 100 % болбойт
reason-method-unknown = лабораториянын ыкмасы белгисиз
reason-carbonate-missing = карбонаты болушу мүмкүн топурактын жалпы көмүртеги аныкталган, ал эми карбонат өлчөнгөн эмес
reason-bd-ptf = көлөмдүк тыгыздык эки мөөнөттүн жок дегенде биринде өлчөнгөн эмес, ошондуктан бирдей массадагы өзгөрүүнү баалоого болбойт
reason-activity-data-missing = чарбалар эмне кылганы документ менен тастыкталган эмес
reason-suppressed = сандын артында адам аз болгондуктан, ал кимдир бирөөнү таанытып коюшу мүмкүн
lacking-column = маалымат жок: { $column }

## Ар бир барактын алкагы
site-language = Кыргызча
nav-label = Барактар
nav-home = Жалпы көрүнүш
nav-indicators = Көрсөткүчтөр
nav-methods = Усулдар
nav-data = Маалыматтар
nav-skip = Мазмунга өтүү
languages-label = Тилдер
choose-language = Тилди тандаңыз
simulated-title = Моделденген (чыныгы эмес) маалымат
simulated-banner = Моделденген (чыныгы эмес) маалымат. Бул чөлкөм ойдон чыгарылган: мында эч бир чыныгы жер жөнүндө айтылбайт.
simulated-footer = Бул барактагы маалыматтардын баары моделденген, чыныгы эмес.
footer-edition = { $edition }-чыгарылыш, { $date }
footer-program = { $program } программасы жасады
footer-permanent = Бул чыгарылыштын туруктуу дареги
footer-newest = Эң жаңы чыгарылыш
footer-frozen = Бул — { $edition }-чыгарылыштын сакталган көчүрмөсү; андагы сандар өзгөрбөйт.
footer-review = Кыргызча жана орусча тексттер эне тилдүү редактордун текшерүүсүн күтүүдө.
editions-title = Чыгарылыштар

## Башкы барак
home-lead = { $organic ->
    [one] { $organic } органикалык аймак
   *[other] { $organic } органикалык аймак
} жана { $comparison ->
    [one] { $comparison } салыштыруу аймагы
   *[other] { $comparison } салыштыруу аймагы
}: эмне өзгөрдү, кайда жана бул канчалык ишенимдүү?
home-lead-plain = { $areas ->
    [one] { $areas } аймак
   *[other] { $areas } аймак
}: эмне өлчөндү, кайда жана бул канчалык ишенимдүү?
home-changed = Эмне өзгөрдү
home-changed-hint = Бардык органикалык аймактар чогуу жана ар бири өз-өзүнчө.
home-headline-difference = Бардык органикалык аймактар чогуу, салыштыруу аймактарына караганда:
home-headline-change = Бардык органикалык аймактар чогуу, салыштыруусуз:
home-tally-changes = Ар бир органикалык аймак өз-өзүнчө, салыштыруусуз:
home-areas = Аймагыңызды табыңыз
home-areas-organic = Органикалык аймактар
home-areas-comparison = Салыштыруу аймактары
home-areas-all = Аймактар
home-no-pooled = Бардык органикалык аймактар үчүн жалпы сан жок.
find-label = Аталышы же коду боюнча издөө
find-none = Эч нерсе табылган жок
find-some = Табылды: { $n }
tally-rose = өсүү
tally-fell = төмөндөө
tally-seen = байкалды, ишеним деңгээли өтө төмөн
tally-uncertain = өзгөрүү болгон-болбогонун айтууга болбойт
tally-no-interval = аралыгы жок
tally-withheld = көрсөтүлбөйт
tally-of-areas = Аймактар:
tally-measured = саны бар
tally-item = { $what }: { $n }
mark-organic = { $year }-жылдан бери органикалык
mark-comparison = салыштыруу аймагы

## Карта
map-desc = Аймактардын картасы. Картадан кийинки таблицада ошол эле маанилер. Проекция: Ламберттин тең аянттуу азимуталдык проекциясы.
map-title = { $indicator }{ "\u00A0" }— { $quantity }
map-land-mixed = Органикалык аймактарда — органикалык жерлер (алар боюнча сан болсо). Салыштыруу аймактарында — бүт аймак.
map-land-one = { $land } көрсөтүлгөн.
map-open = Интерактивдүү картаны ачуу (болжол менен { $mb } МБ)
map-close = Жөнөкөй картага кайтуу
map-failed = Интерактивдүү карта бул жерде иштебеди; жөнөкөй карта калат.
map-table = Ошол эле маалымат таблицада
map-selected = Коюу түс — ушул аймак, бозомук түс — калгандары.
map-zoom-in = Чоңойтуу
map-zoom-out = Кичирейтүү
map-reset = Баарын көрсөтүү
map-open-page = Барагын ачуу
map-gesture-ctrl = Масштабды өзгөртүү үчүн Ctrl баскычын басып, чычкандын дөңгөлөгүн бураңыз
map-gesture-command = Масштабды өзгөртүү үчүн ⌘ баскычын басып, чычкандын дөңгөлөгүн бураңыз
map-gesture-touch = Картаны эки манжа менен жылдырыңыз
legend-title = Шарттуу белгилер
legend-colour = Түсү
legend-meaning = Мааниси
legend-areas = Аймактардын саны
legend-uncertain = өзгөрүү болгон-болбогонун айтууга болбойт (аралыкта нөл бар) же ишеним деңгээли өтө төмөн
legend-withheld = көрсөтүлбөйт; себеби аймактын барагында
legend-none = мындай сан жок
legend-organic = жоон сызык: органикалык аймак
legend-range = { $lo } … { $hi }
legend-below = { $hi } санынан кичине
legend-above = { $lo } жана андан көп
legend-source = Түстөр: { $scheme }

## Аймактын барагы
aimak-profile = Аймак жөнүндө
aimak-code = Коду
aimak-names = Аталыштары
aimak-aliases = Башкача жазылышы
aimak-organic-since = Органикалык болгон убактысы
aimak-comparison = Салыштыруу аймагы
aimak-status = Статусу
aimak-area = Аянты
aimak-organic-land = Органикалык жерлер
aimak-valid-from = Түзүлгөн убактысы
aimak-valid-to = Жоюлган убактысы
aimak-predecessors = Кайсылардан түзүлгөн
aimak-unit-note = Байкалган аймактын чеги өзгөрбөйт; кийинки биригүүлөр жана атын өзгөртүүлөр анын жазуусун гана өзгөртөт.
profile-farmers = Дыйкандар
profile-people = Калктын саны
profile-women-led = Аял жетектейт
profile-hectares = Жерлер, га (билдирилген)
profile-eco-schools = Экокласстары бар мектептер
profile-suppressed = { $n } кишиден аз, көрсөтүлбөйт
answer-yes = ооба
answer-no = жок
hectares = { $value } га
share-known = аймактын { $share } %ы — органикалык жер
share-of-aimak = аймактын { $share } %ы
share-unknown = Органикалык жерлердин үлүшү белгисиз
share-none = Органикалык жер жок: салыштыруу аймагы
aimak-at-a-glance = Кыскача
aimak-indicators = Көрсөткүчтөр
aimak-map = Кайда жайгашкан
aimak-unknown = Эмне белгисиз жана эмне үчүн
aimak-unknown-none = Суралган сандардын баары бар; канчалык ишенимдүү экени ар биринин жанында айтылган.
aimak-themes = Темалар
aimak-overview = Бул аймак
aimak-sources = Булактар
aimak-all-figures = Бул көрсөткүчтүн башка сандары
aimak-compare-pooled = Бардык органикалык аймактар чогуу
no-figure = Сан жок
caveats = Этияттык менен окуңуз

## Диаграммалар
chart-before-after = Өткөнгө чейин жана кийин
chart-before-after-desc = Чекиттер — маанилер, сызыктар — алардын аралыктары. Диаграммадан кийинки таблицада ошол эле маанилер.
chart-change = Өзгөрүү
chart-change-desc = Чекит — өзгөрүү; сызык — анын аралыгы; тик сызык — өзгөрүү жок.
chart-series = Жылдан жылга
chart-series-desc = Ар бир жылга бир чекит. Диаграммадан кийинки таблицада ошол эле маанилер.
chart-series-dates = Сүрөттөн сүрөткө
chart-series-dates-desc = Ар бир сүрөткө бир чекит. Диаграммадан кийинки таблицада ошол эле маанилер.
chart-series-weather = Жашылдык жаан-чачынга, карга жана ысыкка жараша болот: кургак жылы ал бардык жерде төмөндөйт. Бир жакшы же жаман жыл — бул аба ырайы, багыт эмес.
chart-series-organic = { $year }-жылдан бери органикалык
chart-ranking = Бардык аймактар катары менен
chart-ranking-desc = Мааниси боюнча иреттелген. Сызыктар кабатташкан жерде ирет кокустук болушу мүмкүн.
chart-ranking-note = Мааниси боюнча иреттелген. Сызыктар кабатташкан жерде ирет аз нерсени билдирет: орундарды эмес, сызыктарды караңыз.
chart-table = Ошол эле маалымат таблицада
zero-line = өзгөрүү жок

## Таблицалар
col-area = Аймак
col-land = Жер
col-figure = Кайсы сан
col-value = Мааниси
col-interval = Аралыгы
col-lo = Төмөнкү чеги
col-hi = Жогорку чеги
col-n = n
col-verdict = Эмне айтууга болот
col-reason = Эмне үчүн
col-indicator = Көрсөткүч
col-date = Күнү
col-status = Статусу
col-file = Файл
col-size = Көлөмү
col-sha256 = SHA-256
col-licence = Лицензия
col-citation = Кантип шилтеме берүү керек
col-format = Бул эмне
interval-words = { $level } % аралык: { $lo }{"\u00A0"}…{"\u00A0"}{ $hi }
interval-short = { $lo }{"\u00A0"}…{"\u00A0"}{ $hi }
verdict-rose = Өстү
verdict-fell = Төмөндөдү
verdict-seen = Байкалды, ишеним деңгээли өтө төмөн
verdict-unchanged = Өзгөрүү жок
verdict-more = Салыштыруу жерлерине караганда көбүрөөк өстү (же азыраак төмөндөдү)
verdict-less = Салыштыруу жерлерине караганда азыраак өстү (же көбүрөөк төмөндөдү)
verdict-uncertain = Өзгөрүү болгон-болбогонун айтууга болбойт
verdict-no-interval = Аралыгы жок сан
verdict-withheld = Көрсөтүлбөйт
verdict-value = Абал, өзгөрүү эмес
verdict-timeless = Жерди сүрөттөйт

## Бул сан жөнүндө
about-number = Бул сан жөнүндө
about-figure = Эмне көрсөтүлгөн
about-unrounded = Тегеректелбеген
about-interval = Аралык
about-interval-meaning = Аралык эмнени камтыйт
about-n = Байкоолордун саны
about-land = Жер
about-share = Органикалык жерлердин үлүшү
about-share-unknown = белгисиз
about-method = Усул
about-version = { $version }-версия
about-parameters = Параметрлер
about-inputs = Баштапкы файлдар
about-input = { $path } (колдонулган саптар же каналдар: { $used })
about-design = Салыштыруу схемасы
about-confidence = Ишеним деңгээли
about-confidence-steps = Жогору же төмөн кадамдар
about-detectable = Байкоого мүмкүн болгон эң кичине өзгөрүү
about-detectable-meaning = мындай өзгөрүүнү бул схема 100 учурдун 80инде көрсөтмөк
about-notes = Эскертмелер
about-flags = Белгилөөлөр
about-program = Программа
about-code-link = Усул кантип иштейт

## Көрсөткүчтүн барагы
indicator-question = Суроо
indicator-card = Бул кантип өлчөнөт
indicator-downloads = Жүктөп алуу
indicator-pooled = Бардык органикалык аймактар чогуу
indicator-where = Кайда
indicator-no-map = Картага түшүрө турган сан эч бир аймакта жок.
indicators-title = Көрсөткүчтөр
card-unit = Бирдиги
card-formula = Формула
card-method = Усул
method-soc-fd = белгиленген тереңдикке чейинки көмүртек кору
method-soc-esm = топурактын бирдей массасындагы көмүртек кору
method-ph-topsoil = үстүңкү катмардын калыңдык боюнча орточо pH мааниси
method-richness-at-coverage = изилдөөнүн бирдей толуктугундагы түрлөрдүн саны
method-hill-1 = 1-тартиптеги Хилл саны
method-ndvi-season-mean = мезгилдин пикселдери, күндөрү жана жылдары боюнча орточо
method-mk-sen = Тейл менен Сендин усулу боюнча эңкейиш, Манн менен Кендаллдын тести
method-sdg-15-3-1 = ТӨМ 15.3.1: бир белги начарласа, жер начарлаган деп эсептелет
method-sdg-15-3-1-productivity = ТӨМ 15.3.1, түшүмдүүлүк бөлүгү
method-slope-horn = Хорн усулу боюнча сегиз коңшу уячадан алынган эңкейиш
method-rusle = топурак жоголушунун кайра каралган универсалдуу теңдемеси, көбөйтүүчүлөрү карталардан жана жаан-чачындан
method-rusle-split = топурак жуулушунун өзгөрүүсүнүн бөлүктөрү, эки тартиптин орточосу (Шепли)
method-crop-hill-1 = өсүмдүктөрдүн аянты боюнча 1-тартиптеги Хилл саны
method-varieties-per-farm = сорттордун саны, чарбалардын орточосу
method-top-two-share = эң жогорку эки жооптун үлүшү, Вильсондун аралыгы менен
card-range = Мүмкүн болгон маанилер
card-explanation = Сан кантип чыгат
card-references = Адабият
card-better = Кайсы жагы жакшы
card-interval = Аралык эмнени билдирет
card-over-years = Бардык жылдар чогуу бир сан берет; анын «чейин» менен «кийини» жок.
card-profile-only = Аймактын сыпаттамасы: ал жерди сүрөттөйт жана убакыт боюнча салыштырылбайт.

## Усулдар
methods-lead = Бул барактардагы ар бир сан кантип алынганы. Ар бир карточка бир көрсөткүчкө тиешелүү.
methods-intervals = Аралык эмнени камтыйт
methods-intervals-lead = Ар бир сандын жанында анын аралыгы кайсы белгисиздикти камтый турганы айтылат. Түрлөрү эч качан аралаштырылбайт.
methods-designs = Салыштыруу схемалары жана эмнени айтууга болот
methods-designs-lead = Сүйлөм канчалык күчтүү боло аларын схема чечет. Салыштыруусуз өзгөрүү эч качан таасир деп аталбайт.
methods-designs-codes = Тамга жана сан схеманын күчүн билдирет: E0 (эксперттин сөзү же бир эле сүрөт) эң алсызы, E7 (өткөн жерлер чүчүкулак менен тандалган) эң күчтүүсү. Сан чоңойгон сайын тыянак ишенимдүүрөөк болушу мүмкүн. Программа билген схемалар:
methods-reasons = Эмне үчүн сан көрсөтүлбөйт
methods-reasons-lead = Жетишсиз же жараксыз маалымат да — жооп. Программа билген себептердин баары ушулар.
methods-codes-hint = Ар бир сөздүн артындагы код файлдарда жазылган түрүндө.
methods-periods = Мезгилдер
methods-period-relative = ар бир аймактын өзүнүн өтүүсүнөн эсептегенде { $from }-жылдан { $to }-жылга чейин
methods-period-absolute = башталышы { $from }, аякталышы { $to } (бул күн кирбейт)
methods-colours = Түстөр
methods-colours-text = Өзгөрүү: ColorBrewer BrBG, жети класс, нөлгө карата симметриялуу. Маанилер: Crameri batlow, алты класска чейин; уячалар боюнча топурактын жуулушу: кабыл алынган чектери менен ColorBrewer YlOrBr. Штрих: өзгөрүү болгон-болбогонун айтууга болбойт же ишеним деңгээли өтө төмөн.

## Маалыматтар
data-lead = Ар бир сан n, усулу жана аралыгы менен же аралыктын эмне үчүн жок экени менен — эркин текшерүү үчүн.
data-files = Бул чыгарылыштын файлдары
data-headline = Ар бир көрсөткүчтүн негизги саны жазылган чектер
data-sources = Баштапкы файлдар
licence-not-stated = лицензиясы көрсөтүлгөн эмес
citation-not-stated = шилтемеси көрсөтүлгөн эмес
data-exclusions = Колдонулбай калган саптар
data-exclusions-rows = { $rows ->
    [one] { $rows } сап
   *[other] { $rows } сап
}
data-verify = Текшерүү суммасы (SHA-256) файл өзгөрүүсүз жеткенин көрсөтөт.
kind-outlines = Чектер (GeoJSON, WGS 84)
kind-exclusions-csv = Колдонулбаган саптар (CSV)
data-exclusions-of = баары { $of }
kind-findings-csv = Бардык сандар, ар бири бир сапта (CSV)
kind-findings-parquet = Бардык сандар, ар бири бир сапта (Parquet)
kind-release = Программа жазгандын баары (JSON)
kind-headline = Негизги сандары бар чектер (GeoJSON)
kind-log = Эсептөөнүн журналы
kind-other = Чыгарылыштын файлы
bytes = { $n } байт
kilobytes = { $n } кБ
megabytes = { $n } МБ

## Каталар жана кадамдар
stage-atlas = Барактарды түзүү
stage-atlas-files = Чыгарылышты текшерүү
atlas-error-read = { $path } окулбай жатат: { $cause }
atlas-error-write = { $path } жазылбай жатат: { $cause }
atlas-error-parse = { $path } бузулган: { $cause }
atlas-error-schema = Бул чыгарылыш { $found } келишимине ылайык; программа { $expected } окуйт. Эсептөөнү ушул версия менен кайталаңыз.
atlas-error-digest = { $path } — чыгарылыш түзүлгөн файл эмес: анын SHA-256 суммасы { $found }, күтүлгөнү { $expected }. Эсептөөнү кайталаңыз.
atlas-error-path = Чыгарылыш өз папкасынын сыртындагы файлды атап жатат: { $path }
atlas-error-not-a-site = { $path } папкасы бош эмес жана атлас эмес. Сиздин эч нерсеңиз алмаштырылбашы үчүн бош же жаңы папканы тандаңыз.
atlas-error-cancelled = Үзүлдү. Мурунку сайт ошол бойдон калды.

## Уячалар боюнча карталар
cells-title = { $indicator }, уячалар боюнча: { $quantity }
cells-desc = Уячалардын түстөрү легендада түшүндүрүлгөн; ар бир аймактын сандары таблицада.
cells-download = ГИС үчүн растр (GeoTIFF)
indicator-cells = Уячалар боюнча
cell-class-none = мааниси жок
cell-class-degraded = начарлаган
cell-class-stable = туруктуу
cell-class-improved = жакшырган
cell-class-declining = төмөндөө
cell-class-early-decline = төмөндөөнүн башталышы
cell-class-stable-but-stressed = туруктуу, бирок начар
cell-class-improving = жакшыруу
cell-class-water = суу, эсептелбейт
kind-map-raster = ГИС үчүн уячалар картасы (булуттук GeoTIFF)
kind-map-picture = Уячалар картасынын сүрөтү (PNG, сандары — коддор)

# адамдар эмне деди
questions-heading = Адамдар эмне деди
questions-lead = Суралган жана пикири болгон адамдардын үлүштөрү. Жооптор эң майда топторго бөлүнөт: ар бир топто долбоор белгилеген чектен аз эмес адам бар же эч ким жок. Өзгөрүү айырмаланат деп 95 % аралыгында нөл жок болуп, бардык жоопторду текшерүү да ошону айтканда гана айтылат (p 0,05тен ашпайт: жооптор кокустуктан көбүрөөк өйдө же ылдый жылганбы?).
questions-words-not-deeds = Бул — адамдардын айтканы. Ал алардын кылганын да, пикирлер эмнеге өзгөргөнүн да далилдебейт.
questions-change = Өзгөрүү
question-quoted = «{ $text }»
question-control = Текшерүү суроосу: программага тиешеси жок.
question-reversed = Пикир тескерисинче айтылган: макул болбогондор программаны колдойт, ошондуктан шкала оодарылган.
question-support = Негизги пикир: анын үлүшү — колдоо көрсөткүчү.
question-share-for = { $share } % макул (95 % аралык { $lo }–{ $hi } %; n = { $n })
question-share-against = { $share } % макул эмес (95 % аралык { $lo }–{ $hi } %; n = { $n })
question-share-alone = Үлүш өзгөрдү, бирок бардык жоопторду текшерүү муну тастыктаган жок: өткөнгө чейин { $before } %, өткөндөн кийин { $after } %; айырма { $change } пайыздык пункт (95 % аралык: { $lo } … { $hi }).
question-rose = Үлүш { $before } %дан { $after } %га өстү: { $change } пайыздык пункт (95 % аралык: { $lo } … { $hi }).
question-fell = Үлүш { $before } %дан { $after } %га түштү: { $change } пайыздык пункт (95 % аралык: { $lo } … { $hi }).
question-no-change = Айырмаланган өзгөрүү жок: өткөнгө чейин { $before } %, өткөндөн кийин { $after } %; айырма { $change } пайыздык пункт (95 % аралык: { $lo } … { $hi }).
question-same-people = Бир эле адамдар эки жолу суралган: { $n }.
question-other-people = Башка-башка адамдар суралган: өткөнгө чейин { $before }, өткөндөн кийин { $after }.
question-woman = аялдар { $share } % ({ $lo }–{ $hi } %; n = { $n })
question-man = эркектер { $share } % ({ $lo }–{ $hi } %; n = { $n })
question-sexes-of-all = Жынысы боюнча бардык аймактар үчүн гана берилет, анткени бул жерде аз адамды таанып коюуга болот:
question-p-below = Бардык жоопторду текшерүү: p { $p } санынан кичине, бардык суроолор эске алынды (Холм).
question-p = Бардык жоопторду текшерүү: p = { $p }, бардык суроолор эске алынды (Холм).
question-controls-moved = Бардык жоопторду текшерүү боюнча программага тиешеси жок суроо да жылды: балким, адамдар сылыгыраак болгон же заман өзгөргөн.
answer-against = макул эмес
answer-neither = ооба да, жок да эмес
answer-for = макул
answer-not-for = макул болбогондор
answer-1-of-5 = таптакыр макул эмес
answer-2-of-5 = анча макул эмес
answer-3-of-5 = ооба да, жок да эмес
answer-4-of-5 = көбүнчө макул
answer-5-of-5 = толук макул
answer-reversed-against = макул
answer-reversed-neither = ооба да, жок да эмес
answer-reversed-for = макул эмес
answer-reversed-not-for = каршы эмес
answer-reversed-1-of-5 = толук макул
answer-reversed-2-of-5 = көбүнчө макул
answer-reversed-3-of-5 = ооба да, жок да эмес
answer-reversed-4-of-5 = анча макул эмес
answer-reversed-5-of-5 = таптакыр макул эмес

# программа сандарда
programme-heading = Программа сандарда
programme-lead = Отчёттор боюнча, жыл сайын. Бул сандар эсептелген же отчёттордон алынган, үлгү аралыгы жок, булагы канчалык туура болсо, ошончолук туура. Саны жок жыл — нөл эмес, маалымат жок.
programme-what = Эмне
programme-sources = Булактар: { $sources }
produce-wheat = буудай
produce-barley = арпа
produce-maize = жүгөрү
produce-rice = күрүч
produce-bean = төө буурчак
produce-potato = картошка
produce-onion = пияз
produce-carrot = сабиз
produce-tomato = помидор
produce-garlic = сарымсак
produce-sugar-beet = кант кызылчасы
produce-sunflower = күн карама
produce-safflower = мак сары
produce-cotton = пахта
produce-alfalfa = беде
produce-sainfoin = эспарцет
produce-apple = алма
produce-apricot = өрүк
produce-walnut = жаңгак
produce-honey = бал
produce-milk = сүт
produce-meat = эт
produce-wool = жүн
produce-sheep = кой
produce-goat = эчки
produce-cattle = уй
produce-horse = жылкы
produce-yak = топоз
produce-poultry = тоок
produce-bee = аары уюктары
topic-fertiliser-applied = Чачылган минералдык жер семирткич
topic-pesticide-applied = Колдонулган пестициддер
topic-harvest = Түшүм
topic-harvested-area = Оруп-жыйылган аянт
topic-organic-sales = Сатылган органикалык азык
topic-organic-revenue = Органикалык азыктан түшкөн киреше
topic-certified-land = Сертификатталган жер
topic-livestock = Мал
topic-pasture = Жайыт
topic-medicinal-plants = Белгилүү дары өсүмдүктөр
topic-crop-wild-relatives = Маданий өсүмдүктөрдүн жапайы туугандары
topic-irrigation-water = Сугат суусу
topic-water-places = Каралган булактар жана арыктар
topic-waste-places = Каралган таштандылар
topic-trainings = Тренингдер
topic-eco-classes = Экокласс сабактары
topic-fairs = Жарманкелер
amount-kg-product = кг препарат
amount-kg-active = кг таасир этүүчү зат
amount-t = т
amount-ha = га
amount-head = баш
amount-livestock-unit = шарттуу баш
amount-m3 = м³
amount-event = иш-чара
amount-attendance = катышуу
amount-place = жер
amount-kind = түр
amount-som = сом, { $year }-жылдын баасында
