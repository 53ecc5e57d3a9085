# Топурак: лабораториянын ыкмалары, шкалалардагы класстар, лабораториянын таблицалары жана алардын каталары. Редактордун текшерүүсүн күтөт.

## Units and methods of soil
unit-milligram-per-kilogram = майда топурактын килограммына миллиграмм
unit-percent-of-fine-earth = майда топурактын массасынан пайыз
unit-decisiemens-per-metre = метрге децисименс
symbol-milligram-per-kilogram = мг/кг
symbol-percent-of-fine-earth = %
symbol-decisiemens-per-metre = дСм/м
method-soc-equal-depth = 0–20 см катмардагы көмүртектин калыңдык боюнча орточо концентрациясы
method-soil-equal-depth = 0–20 см катмардын калыңдык боюнча ортосу
method-ec-equal-depth = 0–20 см катмардын калыңдык боюнча орточо электр өткөрүмдүүлүгү

## Methods of the laboratory
parameter-carbon-method = Көмүртекти аныктоо ыкмасы
parameter-carbon-method-tyurin-humus = Тюрин (чиринди ÷ 1,724)
parameter-carbon-method-walkley-black = Уокли–Блэк, толук эмес кычкылдануу түзөтүлгөн
parameter-carbon-method-walkley-black-recovery-unstated = Уокли–Блэк, түзөтүлгөнү айтылган эмес
parameter-carbon-method-dry-combustion = карбонатсыз кургак күйгүзүү
parameter-carbon-method-loss-on-ignition = күйгүзгөндөгү жоготуу (÷ 2)
parameter-carbon-method-tyurin-calibrated = жуп үлгүлөр боюнча кургак күйгүзүүгө келтирилген Тюрин
parameter-carbon-method-not-stated = айтылган эмес
parameter-carbon-method-several = бир нече, эскертүүнү караңыз
parameter-ec-method = Электр өткөрүмдүүлүк эмнеден өлчөнгөн
parameter-ec-method-saturated-paste = каныккан пастадан алынган эритме (ECe)
parameter-ec-method-one-to-five = 1 : 5 суспензия (EC 1:5)
parameter-ec-method-not-stated = айтылган эмес
parameter-humus-method = Чириндини аныктоо ыкмасы
parameter-humus-method-tyurin = Тюрин
parameter-nutrient-method = Эритме
parameter-nutrient-method-machigin = Мачигин боюнча
parameter-nutrient-method-olsen = Олсен боюнча
lab-method-tyurin-humus = Тюрин (чиринди ÷ 1,724)
lab-method-walkley-black = Уокли–Блэк, толук эмес кычкылдануу түзөтүлгөн
lab-method-walkley-black-recovery-unstated = Уокли–Блэк, түзөтүлгөнү айтылган эмес
lab-method-dry-combustion = карбонатсыз кургак күйгүзүү
lab-method-loss-on-ignition = күйгүзгөндөгү жоготуу (÷ 2)
lab-method-tyurin-calibrated = жуп үлгүлөр боюнча кургак күйгүзүүгө келтирилген Тюрин
lab-method-saturated-paste = каныккан пастадан алынган эритме (ECe)
lab-method-one-to-five = 1 : 5 суспензия (EC 1:5)
detail-lab-methods = бири — «{ $one }», экинчиси — «{ $other }»
note-lab-methods-several = Лаборатория бул аянтчаларда бир нече ыкма колдонгон (же баарына ыкманы айткан эмес): сандар толук бир тектүү эмес.
note-lab-method-not-stated = Ыкма айтылган эмес: лаборатория муну өткөнгө чейин же кийин кантип аныктаганы белгисиз. Ыкма алмашса, өзгөрүүнүн бир бөлүгү ыкмадан келип чыгат.

## Classes by named scales
note-class = { $scale }: орточо маани «{ $class }» классына туура келет.
note-class-spans = { $scale }: орточо маани «{ $class }» классына туура келет; анын 95 % аралыгы «{ $lowest }» классынан «{ $highest }» классына чейин жетет.
note-class-ph = КМШ шкаласы боюнча орточо маани — «{ $cis }»; USDA шкаласы боюнча — «{ $usda }».
note-class-changed = { $scale }: класс «{ $before }» дегенден «{ $after }» дегенге өттү — эки мезгилдин 95 % аралыктары ар башка класста жатат.
note-class-not-demonstrable = { $scale }: класстын өзгөргөнүн көрсөтүүгө болбойт.
note-scale-recalled = { $scale }: класстардын чектери жалпы колдонулгандан алынган; бул атлас үчүн басма булак менен али салыштырыла элек.
note-ec-without-class = Электр өткөрүмдүүлүк бардык жерде каныккан пастадан өлчөнгөн эмес: анын туздуулук классы жок жана ал которулбайт.
soil-scale-ph-cis = КМШнын топурак мониторинг шкаласы
soil-scale-ph-usda = USDAнын pH шкаласы
soil-scale-humus-dstu-4362 = ДСТУ 4362:2004 чиринди шкаласы
soil-scale-p2o5-machigin = P2O5 үчүн Мачигин шкаласы
soil-scale-k2o-machigin = K2O үчүн Мачигин шкаласы
soil-scale-p-olsen = P үчүн Олсен шкаласы
soil-scale-n-total = жалпы азоттун шкаласы
soil-scale-salt-ece = АКШнын Туздануу лабораториясынын чеги
soil-class-fertility-very-low = өтө төмөн
soil-class-fertility-low = төмөн
soil-class-fertility-medium = орто
soil-class-fertility-elevated = көтөрүңкү
soil-class-fertility-high = жогору
soil-class-fertility-very-high = өтө жогору
soil-class-ph-ultra-acid = ашыкча кычкыл
soil-class-ph-extremely-acid = өтө эле кычкыл
soil-class-ph-very-strongly-acid = өтө күчтүү кычкыл
soil-class-ph-strongly-acid = күчтүү кычкыл
soil-class-ph-medium-acid = орто кычкыл
soil-class-ph-moderately-acid = орточо кычкыл
soil-class-ph-slightly-acid = начар кычкыл
soil-class-ph-near-neutral = нейтралдууга жакын
soil-class-ph-neutral = нейтралдуу
soil-class-ph-slightly-alkaline = начар щелочтуу
soil-class-ph-moderately-alkaline = орточо щелочтуу
soil-class-ph-alkaline = щелочтуу
soil-class-ph-strongly-alkaline = күчтүү щелочтуу
soil-class-ph-very-strongly-alkaline = өтө күчтүү щелочтуу
soil-class-salt-not-saline = шор эмес
soil-class-salt-saline = шор

## Problems of soil tables
problem-carbon-method-column = Көмүртекти аныктоо ыкмасы мамычаларга туура келбейт
expected-carbon-method-column = { $method } тура ала турган мамыча: { $columns }
hint-carbon-method-column = лаборатория толтурган мамычаны көрсөтүңүз же carbon_method ачкычын оңдоңуз; эки ыкмага эки таблица керек
problem-nutrient-method-missing = Фосфор же калий, бирок эритмеси айтылган эмес
expected-nutrient-method-missing = nutrient_method = "machigin" же "olsen"
hint-nutrient-method-missing = лабораториянын баракчасын караңыз: булар башка чоңдуктар, бири экинчисине которулбайт
problem-nutrient-method-olsen = Олсендин эритмеси фосфор үчүн гана
expected-nutrient-method-olsen = Олсен боюнча таблицада калий мамычасы болбойт
hint-nutrient-method-olsen = эгер калий Мачигин боюнча аныкталса, аны nutrient_method = "machigin" деген өзүнчө таблицага чыгарыңыз
problem-ec-method-missing = Электр өткөрүмдүүлүк, бирок ыкмасы айтылган эмес
expected-ec-method-missing = ec_method = "saturated_paste" же "one_to_five"
hint-ec-method-missing = лабораториянын баракчасын караңыз: 1:5 суспензиядагы сан пастадагыдан бир нече эсе төмөн
problem-nutrient-twice = Сапта азык заты оксид түрүндө да, элемент түрүндө да жазылган
expected-nutrient-twice = экөөнүн бири
hint-nutrient-twice = лаборатория жазганын калтырып, экинчисин бошотуңуз
problem-carbon-recovery-applied = Уокли жана Блэк боюнча көмүртек бул жерде толук эмес кычкылданууга түзөтүлдү
expected-carbon-recovery-applied = лаборатория өзү түзөткөн ыкма же ушул көбөйтүүчү
hint-carbon-recovery-applied = эгер лаборатория өзү түзөткөн болсо, carbon_method = "walkley_black" деп жазыңыз
exclusion-carbonate-missing = карбонаты болушу мүмкүн топурактын жалпы көмүртеги, ал эми карбонат өлчөнгөн эмес
exclusion-more-carbonate-than-carbon = карбонаттардагы көмүртек жалпы көмүртектен көп

## aimak soil
value-classes = класстар
arg-soil-before = Ошол эле кесиндилердин мурунку датадагы барагы
arg-soil-before-carbon = Ошол баракта органикалык көмүртек кандай аныкталган (айтылбаса: --layers кандай болсо)
arg-soil-changes = Дагы бир таблица: ар бир кесиндинин көмүртек корунун өзгөрүшү, белгиленген тереңдикте жана топурактын бирдей массасында сызыктар жана сплайн менен, же ал эмнеге жок
cli-soil-changes = Өзгөрүүлөр { $out } файлына жазылды. Топурактын бирдей массасында жумшаруу жана тыгыздалуу эсепке кирбейт; белгиленген тереңдикте кирет. Булар аралыгы жок айрым кесиндилер: алар жер жөнүндө эмне айтарын үлгү алуунун планы бар долбоор файлы көрсөтөт.
arg-soil-ec = Барактагы электр өткөрүмдүүлүк эмнеден өлчөнгөн: saturated-paste (каныккан паста, туздуулук класстары бар) же one-to-five (1:5 суспензия, класстары жок); айтылбаса класс көрсөтүлбөйт
arg-soil-calibrate = Эки ыкма менен талданган үлгүлөр: tyurin_carbon_percent же humus_percent жана combustion_carbon_percent, 20 саптан кем эмес; Тюрин боюнча көмүртек алар аркылуу өткөн түз сызык менен кургак күйгүзүүгө келтирилет
arg-soil-spline = Экинчи таблица: ар бир катмардын ортосун сактаган сплайн боюнча 0–5, 5–15, 15–30, 30–60 жана 60–100 смдеги көмүртек, pH жана ылай бөлүкчөлөрү
arg-soil-smoothing = Сплайнды жылмалоо; 0 ар бир катмардын ортосун так сактайт, 0.1 кеңири колдонулат (демейде 0)
arg-soil-health = Топурактын ден соолугунун упайлары: мындай топурактардын органикалык зат классы (1 эң көп – 4 эң аз) жана климат классы (1 жылуу нымдуу, 2 жылуу кургак, 3 суук нымдуу, 4 суук кургак), мисалы 3,4
arg-soil-best-ph = Эң жогорку упай берилүүчү pH, мисалы табигый топурактыкы (демейде 6.8, буудай)
cli-soil-spline = Стандарттык тереңдиктер { $out } файлына жазылды. Алар катмарлар аркылуу өткөн ийри сызыктан алынган, үлгү катары алынган эмес; эң терең катмардан төмөн эч нерсе айтылбайт.
cli-soil-calibration = Кургак күйгүзүү = { $intercept } (± { $intercept_se }) + { $slope } (± { $slope_se }) · Тюрин, көмүртек %, кашаада стандарттык каталар; чачырандылык { $residual } %, жуптар { $n }, Тюрин { $lowest } – { $highest } %. Сызыктын катасы бардык үлгүлөргө орток жана алардын саны менен азайбайт.
cli-soil-health-note = Упайлар айрым көрсөткүчтөрдү АКШнын топурактары жана өсүмдүктөрү үчүн тандалган ийри сызыктар боюнча окуйт; салмактары — эксперттик пикир. Индекс — жыйынтык, өлчөө эмес: ал курамы ар башка топурактарды салыштырбайт, лабораториянын катасынын эки эсесинен аз өзгөрүү өзгөрүү эмес, ал эми карбонаттуу топурак табигый болсо да pH боюнча төмөн упай алат (--best-ph).
problem-texture-twice = Сапта гранулометриялык курам эки система боюнча жазылган
expected-texture-twice = USDA бөлүктөрү же Качинский фракциялары
hint-texture-twice = Лаборатория аныктаганын калтырып, калганын бошотуңуз.
problem-calibration-pairs = Эки ыкма менен талданган үлгүлөр өтө аз
expected-calibration-pairs = { $needed } жуптан кем эмес
hint-calibration-pairs = Дагы үлгүлөрдү эки ыкма менен тең талдаңыз; ага чейин ар башка ыкмадагы эки датаны салыштырууга болбойт.
problem-calibration-line = Үлгүлөр эч нерсени калибрлебейт
expected-calibration-line = ар башка Тюрин маанилери жана алар менен бирге өскөн күйгүзүү
hint-calibration-line = Эки мамыча тең бир эле үлгүлөргө тиешелүү жана көмүртектин пайызында экенин текшериңиз.
problem-soil-smoothing = Мындай жылмалоо болбойт
expected-soil-smoothing = 0дон 1000ге чейинки сан
hint-soil-smoothing = Ар бир катмардын ортосун сактоо үчүн аны жазбаңыз.
problem-soil-best-ph = Мындай эң жакшы pH болбойт
expected-soil-best-ph = 2ден 11ге чейинки сан
hint-soil-best-ph = Табигый топурактын pH санын бериңиз же буудай үчүн (6.8) эч нерсе жазбаңыз.
soil-scale-kachinsky-steppe = физикалык ылай боюнча Качинский шкаласы
soil-class-grains-loose-sand = борпоң кум
soil-class-grains-cohesive-sand = байланышкан кум
soil-class-grains-sandy-loam = кумдак топурак
soil-class-grains-light-loam = жеңил чопо топурак
soil-class-grains-medium-loam = орто чопо топурак
soil-class-grains-heavy-loam = оор чопо топурак
soil-class-grains-light-clay = жеңил чопо
soil-class-grains-medium-clay = орто чопо
soil-class-grains-heavy-clay = оор чопо

## aimak soil-tier1
help-soil-tier1 = Чарба жүргүзүүсү алмашкан талаалардын топурагындагы көмүртек жөнүндө IPCCнин демейки ыкмасы (2019-жылдагы такталган колдонмо, 1-деңгээл) эмнени болжойт: үстүңкү 30 смдин кору жана 20 жылдагы өзгөрүү, ар дайым аралыгы менен. Бул болжол, өлчөө эмес.
help-soil-tier1-example = Мисалдар:
    {"  "}aimak soil-tier1 --fields fields.csv --out tier1.csv
    Мамычалар: id; climate_zone же mean_temperature_c, warmest_month_c, frost_days, precipitation_mm, potential_evapotranspiration_mm жана elevation_m; soil_group же wrb_group, sand_percent жана clay_percent менен; land_before, tillage_before, input_before жана ошолор _after менен; manure_recorded жана manure_diverted (ооба же жок), high_with_manure үчүн керек.
arg-soil-tier1-fields = Талаалар: CSV, Parquet, XLSX же ODS, ар бирине бир сап
arg-soil-tier1-out = Жазыла турган таблица: .csv же .parquet
cli-soil-tier1-done = { $out } файлына жазылды: талаалар { $fields }; өзгөрүүнүн белгиси { $determined } талаада аныкталды, { $open } талаада демейки ыкма аныктай албайт; { $withheld } талаада чарба, климат же топурак жөнүндө маалымат жетишпейт.
cli-soil-tier1-note = Булар IPCCнин демейки сандары, өлчөө эмес. Нөлдү камтыган аралык мындай дегенди билдирет: белгини демейки ыкма аныктай албайт. Көмүртек 20 жыл өзгөрөт, андан кийин өзгөрбөйт; кык жазууларда көрсөтүлүп, башка талаадан алынбаса гана эсептелет. Бул сандар өлчөнгөн корлорго кошулбайт.
problem-tier1-word = Сөз демейки ыкманын класстарына кирбейт
expected-tier1-word = класстардын бири
hint-tier1-word = Ылайыктуу классты алыңыз; бош уяча муну эч ким жазбаганын билдирет.
flag-class-limits-recalled = класстардын биринин чектери эстен жазылган жана текшерүүнү күтүүдө

## Долбоордогу МГЭИКтин стандарттуу ыкмасы: божомолдонгон, эч качан өлчөнбөгөн нерсе
design-default-method = чарба кандай жүргүзүлгөнүнө жараша стандарттуу ыкма божомолдойт; эч нерсе өлчөнгөн эмес
method-ipcc-tier1 = МГЭИКтин стандарттуу ыкмасы (1-деңгээл, 2019-жылы такталган), талаалардын аянты боюнча орточо мааниси
quantity-assumed = Стандарттуу ыкма боюнча, өлчөнгөн эмес
claim-assumed-by-default-method = МГЭИКтин стандарттуу ыкмасы боюнча божомолдонгон, өлчөнгөн эмес: { $indicator }, { $value } ({ $level } % аралык: { $interval }), { $land }.
claim-assumed-sign-not-determined = МГЭИКтин стандарттуу ыкмасы боюнча божомолдонгон, өлчөнгөн эмес: { $indicator }, { $value } ({ $level } % аралык: { $interval }), { $land }. Аралык нөлдү камтыйт: белгисин стандарттуу ыкма аныктабайт.
verdict-assumed = Божомолдонгон, өлчөнгөн эмес
verdict-assumed-sign-not-determined = Божомолдонгон; белгисин стандарттуу ыкма аныктабайт
tally-assumed = божомолдонгон, өлчөнгөн эмес
legend-assumed = штрихтелген: МГЭИКтин стандарттуу ыкмасы боюнча божомолдонгон, өлчөнгөн эмес
card-assumed = Бул сан үчүн эч нерсе өлчөнгөн эмес: ал талааларда чарба кандай жүргүзүлгөнүнөн жана МГЭИКтин таблицаларынан келип чыгат.
grade-default-method = Бир кадам төмөн: чарба кандай жүргүзүлгөнүнө жараша стандарттуу ыкма божомолдойт; эч нерсе өлчөнгөн эмес.
note-tier1-assumed = Бүт жер боюнча эмес, чарба жүргүзүүсү жазылган талаалардын аянты боюнча орточо маани. Стандарттуу ыкма кор 20 жыл өзгөрөт, андан кийин өзгөрбөйт деп эсептейт. Бул санды өлчөнгөн көмүртекке кошууга да, анын ордуна колдонууга да болбойт.
note-tier1-fields-left-out = Эсепке алынбаган талаалар: { $n } ({ $hectares } га); алардын чарба жүргүзүүсү, климаты же топурагы жазылган эмес же таблицаларда алар үчүн көбөйтүүчү жок.
note-tier1-organic-unknown = Органикалык жерби же жокпу, жазылбаган талаалар: { $n } ({ $hectares } га); бул жерде алар эсепке алынган жок.
detail-no-managed-field = чарба жүргүзүүсү жазылган бир да талаа жок
tier1-lacks-climate-zone = климаттык алкак
tier1-lacks-soil-group = топурактын тобу
tier1-lacks-management = талааларда мурда жана кийин чарба кандай жүргүзүлгөнү
tier1-lacks-manure-record = башка талаадан алынбаган кык жөнүндө жазуу
parameter-estimate-kind = Сандын түрү
parameter-estimate-kind-ipcc-tier1 = божомолдонгон, МГЭИК, 1-деңгээл
parameter-factor-set = Көбөйтүүчүлөрдүн топтому
parameter-factor-set-2019r = МГЭИКтин 2019-жылы такталган колдонмосу
parameter-transition-years = Өзгөрүү канча жылда бүтөт
parameter-fields-ha = Эсепке алынган талаалардын аянты, га
problem-field-twice = Талаа талаалардын таблицаларында эки жолу жазылган
expected-field-twice = аймактын ар бир талаасы бир жолу
hint-field-twice = Эки саптын бирин өчүрүңүз же эки талаага эки башка ат бериңиз.
problem-field-without-area = Талаанын аянты жок
expected-field-without-area = 0 гадан чоң аянт
hint-field-without-area = Талаанын аянтын гектар менен жазыңыз: ансыз талаанын аймактын орточо маанисинде салмагы болбойт.
