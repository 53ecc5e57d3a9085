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
