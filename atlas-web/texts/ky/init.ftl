# Файлдардын өздөрүнөн түзүлгөн биринчи долбоор файлы. Редактордун текшерүүсүн күтүүдө.
help-init = Файлдарыңызды карап чыгып, аларды окуган биринчи долбоор файлын жазуу; эмне так болбосо, ошол жерде суроо турат.
help-init-example = Мисалдар:
    {"  "}aimak init aimaks.gpkg soil.xlsx plots.csv ndvi_2013.tif ndvi_2021.tif
    {"  "}aimak init data/* --out monitoring.toml --lang ky
arg-init-files = Чектер, органикалык жер тилкелери, таблицалар (китептин ар бир барагы) жана растрлар, каалаган тартипте
arg-init-out = Жазыла турган долбоор файлы (айтылбаса: monitoring.toml); мурда бар файлдын үстүнө эч качан жазылбайт
cli-init-found = { $file }: { $kind } ({ $of } ичинен { $used })
cli-init-done = Долбоор файлы түзүлдү: { $file }. Андагы суроолор: { $questions }
cli-init-question = { $number }. { $question }
cli-init-next = Аларга файлдын ичинде жооп бериңиз (# ??? менен башталган саптар), андан кийин: aimak check { $file }
init-kind-boundaries = аймактардын чектери
init-kind-parcels = органикалык жер тилкелери
init-kind-plots = байкоо аянтчалары, окулган мамычалар
init-kind-soil-layers = топурак катмарлары, окулган мамычалар
init-kind-species = түрлөр, окулган мамычалар
init-kind-crop-varieties = эгиндер жана сорттор, окулган мамычалар
init-kind-survey-answers = адамдардын жооптору, окулган мамычалар
init-kind-programme = программанын сандары, окулган мамычалар
init-kind-weather = аба ырайы, окулган мамычалар
init-kind-elevation = жердин бийиктиги, каналдар
init-kind-ndvi = NDVI, каналдар
init-kind-land-cover = жер каптоосу, каналдар
init-kind-soil-erodibility = топурактын эрозияга алсыздыгы, каналдар
init-kind-soil-carbon = топурактын көмүртеги, каналдар
init-kind-unknown = таанылган жок
init-title = Мониторинг
init-about = «aimak init» буйругу файлдардын өздөрүнөн түздү. Ар бир сапты карап чыгыңыз; # ??? менен башталган саптарга жооп берип, андан кийин «aimak check» буйругун иштетиңиз.
init-crs = ортосу жаткан UTM зонасы; аянттар жана аралыктар ошондо өлчөнөт
init-table = { $file }: саптар { $rows }, баш сап { $header }-сапта
init-unused = окулбайт: { $column } ({ $holds })
init-personal = жеке маалыматка окшойт; мүмкүн болсо, файлдан алып салыңыз
init-holds-nothing = бош
init-holds-numbers = { $low } менен { $high } ортосундагы сандар
init-holds-dates = { $first } менен { $last } ортосундагы даталар
init-holds-words = сөздөр, ар башкасы { $different }
init-question-words = адамдар уккан сөздөрдү бардык тилдерде жазыңыз
init-ask-boundaries = Аймактардын чектери бар полигондордун файлы берилген жок. Ал кайсы файл, жана алардын коду кайсы талаада турат?
init-ask-code = Бир дагы талаа аймактын кодуна окшобойт. Ал кайсы талаа? Ага чейин аймактар файлдагы тартип менен саналат.
init-ask-organic = Аймак кайсы убактан бери органикалык экенин кайсы талаа айтат (organic_since = "...")? Ансыз ар бир аймак — салыштыруу аймагы.
init-ask-periods = Кайсы жылдар өткөнгө чейин, кайсылары өткөндөн кийин? Төмөнкү мезгилдер таблицалардагы жылдардан алынды жана туура эмес болушу мүмкүн.
init-ask-kind = { $file } таанылган жок. Бул эмне (plots, soil_layers, species, crop_varieties, survey_answers, programme, weather)?
init-ask-scale = Түрлөрдүн сандары эмнени билдирет: count (даана), cover_percent (каптоо), presence (бар экени) же каптоо шкаласынын коддору (braun_blanquet_turboveg, reichelt_wilmanns_turboveg, braun_blanquet_middles, drude_middles)? { $scale } деп алынды.
init-ask-codes = Жооптордун коддору { $low } менен { $high } ортосунда. Эң жогоркусу толук макулдукту билдиреби, жана алардын бири «билбейм» дегенби (do_not_know = ...)? Кайсы суроо колдоо жөнүндө (support = true), кайсынысы тескерисинче айтылган (reversed = true)?
init-ask-unit = { $file }: «{ $column }» кайсы бирдикте? Баш сап айтпайт; сандарына { $unit } туура келмек.
init-ask-date = { $file }: бир дагы мамычада дата жок. Бул качан болгон: мамыча (date = "...") же бүт таблицага бир мезгил (period = "before")?
init-ask-column = { $file }: { $key } кайсы мамыча? Бири да таанылган жок.
init-ask-role = { $file }: пикселдер эмнени билдирет (elevation, ndvi, land_cover, soil_carbon, soil_erodibility)?
init-ask-dates = { $file }: анын { $bands } каналынын даталары кандай (dates = ["2013-07", ...])?
init-kind-species-list = түрлөрдүн тизмелери (Кызыл китеп, индикаторлор), окулган мамычалар
init-kind-managed-fields = талаалар жана алардын чарба жүргүзүүсү, окулган мамычалар
init-ask-carbon-method = { $file }: көмүртек кайсы усул менен аныкталган (carbon_method = "tyurin_humus", "walkley_black", "dry_combustion" ...)? Өзгөрүү бир усул менен аныкталган эки датанын ортосунда гана айтылат.
init-ask-nutrient-method = { $file }: фосфор жана калий кайсы эритиндиде аныкталган? "machigin" деп алынды, карбонаттуу топурактар үчүн кадимки усул.
init-ask-ec-method = { $file }: электр өткөрүмдүүлүк каныккан пастада ("saturated_paste") же 1:5 эритиндисинде ("one_to_five") өлчөнгөнбү? Туздануу класстары биринчиси үчүн гана бар.
init-ask-occurrences = { $file } байкоо аянтчаларын эмес, түрлөр көрүнгөн жазууларды камтыйт: aimak occurrences буйругун колдонуңуз. Алар түрлөр кайда көрүнгөнүн айтат, эмне өзгөргөнүн эч качан айтпайт.
