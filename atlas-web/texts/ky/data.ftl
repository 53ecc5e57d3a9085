# Маалыматтар барагы: шарттар, файлдар, мамычалар, шилтеме берүү; метамаалыматтар эмне дейт.
data-terms = Колдонуудан мурун
data-edition = Номери жана датасы
data-publisher = Жарыялаган
data-contact = Суроолор
data-address = Туруктуу дарек
data-time = Байкоо мезгили
data-time-span = { $first } – { $last }
data-frame = Жайгашкан жери
data-frame-degrees = чыгыш узундук { $west }° – { $east }°, түндүк кеңдик { $south }° – { $north }°
data-licence-of-all = Бардык файлдардын лицензиясы: { $licence }.
data-licence-photos = Жерлердин сүрөттөрүнө ал тиешелүү эмес: аларды колдонуудан мурда жарыялоочудан сураңыз.
data-licence-of-none = Лицензия көрсөтүлгөн эмес: файлдарды колдонуудан мурун жарыялоочудан сураңыз.

data-group-tables = Таблицалар
data-group-lead-tables = CSV — электрондук таблица үчүн (үтүр менен, UTF-8), Parquet — программалар үчүн; саптары бирдей. Ар бир сан n, усулу жана аралыгы менен же аралыктын эмне үчүн жок экени менен; сан жок болсо, сапта эмне үчүн экени жазылган.
data-group-outlines = ГИС үчүн
data-group-lead-outlines = Чектер узундук жана кеңдик менен (WGS 84), сандары бирге. GeoPackage QGISте катмарлар болуп ачылат: чектер, сандар жана экөө бирге.
data-group-maps = Уячалар карталары
data-group-lead-maps = Өз торундагы растрлар, тегдеринде бирдиги, усулу жана чыгарылышы жазылган, жана алардан жасалган сүрөттөр.
data-group-record = Толук жазуу
data-group-lead-record = Барактар эмнеден жасалганынын баары жана эсептөөнүн журналы.
data-group-photos = Экопаспорттордун сүрөттөрү
data-group-lead-photos = Аларда сүрөткө тарткан адамдардын жерлери бар: башка жерде колдонуудан мурун жарыялоочудан сураңыз.
data-photos = { $n ->
    [one] { $n } файл
   *[other] { $n } файл
}
data-photos-listed = Тизмелөөгө өтө көп: release.json ар бирин текшерүү суммасы менен атайт.
kind-findings-gpkg = Чектер жана бардык сандар катмарлар болуп (GeoPackage)
kind-effects-csv = Өтүүнүн таасирлери, ар бир жооп бир сапта (CSV)
kind-effects-parquet = Өтүүнүн таасирлери, ар бир жооп бир сапта (Parquet)
kind-passport-photo = Экопаспорттун сүрөтү (JPEG)

data-metadata = Каталогдор жана программалар үчүн
data-metadata-lead = Ошол эле сүрөттөмө төрт стандарттын сөзү менен жана бардык файлдардын тизмеси. Эч биринде файлдарда жок сан жок.
data-metadata-schema-org = schema.org — маалымат издегичтер үчүн (JSON-LD); көрсөткүчтөрдүн барактарынын ичинде өзүнүкү бар
data-metadata-stac = STAC 1.1 — карта издеген программалар үчүн; ар бир уячалар картасына бир жазуу
data-metadata-ro-crate = RO-Crate 1.2 — бүтүн папканы сактаган маалымат сактагычтар үчүн
data-metadata-dcat = DCAT-AP 3 — ачык маалымат порталдары үчүн (Turtle)
data-metadata-manifest = Сайттын бардык файлдары текшерүү суммалары менен

data-columns = Мамычалар эмнени билдирет
data-columns-lead = Бош уяча: тиешеси жок же байкалган эмес. headline.geojson ичинде ошол эле аттар көрсөткүчтүн id кодунан кийин турат: soil_ph_value, soil_ph_interval_lo.
data-columns-of = { $file }, { $n ->
    [one] { $n } мамыча
   *[other] { $n } мамыча
}
col-column = Мамыча
col-meaning = Мааниси

data-cite = Кантип шилтеме берүү керек
data-cite-edition = Чыгарылышты дайыма атаңыз: башка чыгарылышта сандар башкача болушу мүмкүн.
data-cite-bibtex = адабияттар программалары үчүн
data-cite-cff = маалымат сактагычтар үчүн
cite-line = { $publisher } ({ $year }): { $title }. { $edition }-чыгарылыш ({ $date }), { $program } программасы менен эсептелген.
cite-line-unsigned = { $title } ({ $year }). { $edition }-чыгарылыш ({ $date }), { $program } программасы менен эсептелген.
cite-simulated = Моделденген (чыныгы эмес) маалымат.

metadata-description = Топурак, эрозия, биологиялык ар түрдүүлүк, жер жана пикирлер боюнча аймактардын сандары жана алар канчалык ишенимдүү экени: { $areas ->
    [one] { $areas } аймак
   *[other] { $areas } аймак
}, { $indicators ->
    [one] { $indicators } көрсөткүч
   *[other] { $indicators } көрсөткүч
}. Ар бир сан n, усулу жана аралыгы менен же аралыктын эмне үчүн жок экени менен; сан жок болсо, себеби айтылган.
metadata-uncertainty = Сандар канчалык ишенимдүү: { $meanings }.
metadata-keywords = органикалык айыл чарба, топурак, эрозия, биологиялык ар түрдүүлүк, өсүмдүк каптоосу, Кыргызстан

problem-publication-licence = Мындай лицензия боюнча эч нерсе табылбайт
expected-publication-licence = SPDX белгиси, мисалы CC-BY-4.0, же https:// менен башталган дарек
hint-publication-licence = CC-BY-4.0 деп дефис менен жазыңыз, «CC BY 4.0» эмес
problem-publication-contact = Бул дарек боюнча эч ким табылбайт
expected-publication-contact = электрондук почта же барактын дареги
hint-publication-contact = data@example.org же https://example.org/contact түрүндө жазыңыз
problem-publication-address = Туруктуу дарек эч жакка алып барбайт
expected-publication-address = атластын папкасынын дареги, https://…
hint-publication-address = https:// менен баштап, index.html алдында бүтүрүңүз

## Сандардын мамычалары
column-indicator = Көрсөткүчтүн id коду, атластын баарында бирдей
column-unit = Маанинин жана аралыктын бирдиги
column-subject = Айыл аймагынын коду; organic_aimaks — бардык органикалыктар чогуу
column-name-ky = Айыл аймагынын кыргызча аты
column-name-ru = Айыл аймагынын орусча аты
column-name-en = Айыл аймагынын англисче аты
column-land = Кайсы жерлер: whole_aimak (бүт аймак), organic (органикалык), untreated (калганы)
column-treated-share-percent = Айыл аймагындагы органикалык жерлердин үлүшү, %
column-quantity = Көрсөткүчтүн эмнеси: state (мезгилдеги маани), at (күнү), trend (жылына), over_years, change (кийин минус мурун), between (эки мезгилдин орток эмеси), difference_of_changes (салыштырууга карата), timeless (убакытсыз)
column-period-before = «Мурун» деп алынган мезгилдин id коду
column-period-after = «Кийин» деп алынган мезгилдин id коду
column-period = Маани берилген мезгилдин id коду
column-date = Күн же жыл; трендде — биринчи жана акыркы жыл, кыйгач сызык менен
column-value = Сан, тегеректелген эмес; көрсөтүлбөсө бош
column-interval-lo = Аралыктын төмөнкү чеги
column-interval-hi = Аралыктын жогорку чеги
column-interval-level = Анын деңгээли: 0.95 — 95 % аралык
column-interval-kind = Чачырандылык эмнеден: sampling (башка аянтчалар), among_aimaks (башка аймактар), year_to_year (башка жылдар), parameter (формуланын көбөйтүүчүлөрү), model (моделдин өзү)
column-no-interval-reason = Эмне үчүн аралык жок: census (баары көрүнгөн), too_few_units (бирдиктер аз), too_few_years (жылдар аз)
column-interval-50-lo = 50 % аралыктын төмөнкү чеги, белгилүү болсо
column-interval-50-hi = 50 % аралыктын жогорку чеги
column-interval-80-lo = 80 % аралыктын төмөнкү чеги, белгилүү болсо
column-interval-80-hi = 80 % аралыктын жогорку чеги
column-n = Сандын артында канчасы турат; эки топ болсо — өткөнгө чейинкиси же органикалык жерлердеги
column-n-other = Экинчи топто канча: өткөндөн кийинкиси же салыштыруудагы
column-n-of = Эмне саналган: plots (аянтчалар), farms (чарбалар), persons (адамдар), years (жылдар), cells (уячалар), aimaks (айыл аймактары); paired_… — эки жолу тең байкалган
column-design = Маалымат кантип алынган; эмнени айтууга болорун ушул чечет
column-design-code = Ошол эле код менен: E1ден (абал) E7ге (чүчүкулак) чейин
column-confidence = Ишеним деңгээли: very_low (өтө төмөн), low (төмөн), moderate (орто), high (жогору)
column-claim = Бул сан жөнүндө кайсы сүйлөмдү айтууга болот
column-smallest-detectable = Мындай маалымат 80 % кубаттуулук менен көрсөтө ала турган эң кичине өзгөрүү, маанинин бирдигинде
column-no-change-beyond = Андан чоңу табылбаган өзгөрүү, сүйлөм ошондой болсо
column-method = Усулдун id коду; усулдар барагы түшүндүрөт
column-method-version = Усулдун версиясы: натыйжалары өзгөргөндө көбөйөт
column-withheld-reason = Эмне үчүн сан жок, код менен; ар бир коддун сөзү усулдар барагында
column-flags = Сан менен бирге калган белгилер, код менен
column-edition = Сап кайсы чыгарылышка таандык
column-simulated = Маалымат ойдон чыгарылган болсо true

## Таасирлердин мамычалары
column-kind = Сап эмнеге жооп берет: effect (таасир), described_change (салыштыруусуз), since_start (башталгандан бери), cell (топ жана мезгил), part (бөлүк), check (ошол эле суроо башкача), sensitivity (маалымат атайын өзгөртүлгөн)
column-told-first = Атлас биринчи айткан жоопто true
column-which = Кайсы бөлүк, текшерүү же маалыматтын кайсы өзгөрүшү
column-cohort = Топ качан баштаган
column-time = Мезгил; since_start үчүн — башталгандан берки мезгилдер
column-se = Стандарттык ката
column-df = Эркиндик даражалары; ката көп бирдик үчүн гана туура болсо бош
column-band-lo = Бир түрдүн бардык бөлүктөрү үчүн бир убакта туура болгон төмөнкү чек
column-band-hi = Бир түрдүн бардык бөлүктөрү үчүн бир убакта туура болгон жогорку чек
column-p = Бул жооптун эки тараптуу p мааниси
column-n-treated = Артында турган, өткөн айыл аймактары
column-n-comparison = Артында турган салыштыруу аймактары
column-permutation-p = Башталыштарды алмаштыруу боюнча таасирдин p мааниси; андан кийинки мамычалардай эле көрсөткүчтүн бардык саптарында бирдей
column-permutation-least-p = Бул чүчүкулактар бере ала турган эң кичине p
column-family-p = Чогуу жарыяланган көрсөткүчтөрдүн санына түзөтүлгөн p (Холм)
column-trends-p = Башталганга чейинки тренддерди текшерүүнүн p мааниси
column-smallest-detectable-in-family = Бул түзөтүүнүн эң катуу кадамындагы эң кичине байкалуучу таасир
column-relevant = Алдын ала жарыяланган, мааниси бар таасир
column-no-effect-beyond = Андан чоңу табылбаган таасир, сүйлөм ошондой болсо
column-breakdown = Эч нерсе калбашы үчүн тренддер мурун көрүнгөндөн канча эсе күчтүү айырмаланышы керек
column-treated-share-percent-least = Таасирдин аймактарындагы органикалык жерлер: аймактын аянтынын эң аз үлүшү, пайыз
column-treated-share-percent-median = Орто үлүшү (медиана)
column-treated-share-percent-most = Эң чоң үлүшү
column-grade-steps = Ишенимдин ылдый же өйдө ар бир кадамы, код менен
column-units-treated = Катардын ичинде баштаган айыл аймактары
column-units-comparison = Эч качан баштабаган айыл аймактары
column-units-later = Катардан кийин баштаган айыл аймактары
column-units-always-treated = Биринчи мезгилден эле органикалык аймактар: таасирге кирбейт
column-units-incomplete = Ар бир мезгилде көрүнбөгөн аймактар: таасирге кирбейт
column-parameters = Колдонулган параметрлер
