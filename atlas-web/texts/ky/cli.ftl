# Буйрук сабынын сөздөрү. Редактордун текшерүүсүн күтүүдө.
help-usage = Чакыруу
help-commands = Буйруктар
help-arguments = Аргументтер
help-options = Параметрлер
help-aimak = Органикалык айыл аймактары үчүн «чейин жана кийин» далилдери жана каалаган жерде ачылган атлас.
help-aimak-example = Мисал:
    {"  "}aimak demo --out demo && aimak run demo/monitoring.toml --out release && aimak atlas release --out site
help-check = Долбоор файлында аталгандардын баарын окуп, бардык каталарды билдирет; эч нерсе жазбайт.
help-check-example = Мисал:
    {"  "}aimak check monitoring.toml
help-run = Долбоор файлы боюнча чыгарылыштын папкасын эсептейт.
help-run-example = Мисал:
    {"  "}aimak run monitoring.toml --out release
help-atlas = Чыгарылыштын папкасын кыргыз, орус жана англис тилдеринде туруктуу сайт катары жарыялайт.
help-atlas-example = Мисал:
    {"  "}aimak atlas release --out site
help-serve = Сайтты ушул компьютерде көрсөтөт (127.0.0.1 гана), Ctrl-C басылганча.
help-serve-example = Мисал:
    {"  "}aimak serve site --port 8080
help-demo = Баарын сынап көрүү үчүн ойдон чыгарылган чөлкөмты долбоор файлы менен жазат.
help-demo-example = Мисал:
    {"  "}aimak demo --out demo
help-indicators = Көрсөткүчтөрдүн тизмеси же бирөөсүнүн карточкасы.
help-indicators-example = Мисал:
    {"  "}aimak indicators soc_stock
help-explain = Сан кантип алынганын айтып берет: булактар, саптар, формула, параметрлер, программанын версиясы.
help-explain-example = Мисал:
    {"  "}aimak explain release DEMO-01 soc_stock
help-zonal = Растрдын полигондор ичиндеги көрсөткүчтөрү, уячалардын так капталышы боюнча; долбоор файлы керек эмес.
help-zonal-example = Мисал:
    {"  "}aimak zonal --raster ndvi.tif --polygons fields.gpkg --id field --stats count,mean,stdev,quantile=0.9 --out fields.csv
    Көрсөткүчтөр: count, sum, mean, min, max, variance, stdev, cv, median, quantile=0.9, majority, minority, variety, area_ha, shares, weighted_mean, weighted_sum.
    Уяча полигон каптаган үлүшү менен эсептелет. Канал бир нече болсо, мамычалардын аты band_1_, band_2_, ... деп башталат
help-trend = Сүрөттөр катарынын уяча боюнча тренди: Тейл — Сен жантаюусу, Манн — Кендалл p жана тау, Cloud Optimized GeoTIFF файлдары катары.
help-trend-example = Мисал:
    {"  "}aimak trend --raster ndvi_2005_2024.tif --fdr 0.05 --polygons aimaks.gpkg --id code --out trend
    Бир жылдын бир нече сүрөтүнүн орточосу алынат. Уячага маалыматы бар 8 жыл керек.
help-composite = Спутник сүрөттөрүнөн булутсуз, даталанган катар: маскалар, бир индекс, ар бир айдын же мезгилдин ачык күндөрүнүн медианасы.
help-composite-example = Мисал:
    {"  "}aimak composite --scenes landsat/ sentinel2/ --every month --out series
    Сүрөттөр: Landsat 5, 7, 8, 9 Collection 2 Level 2 жана Sentinel-2 Level 2A, файлдарынын аты USGS жана ESA бергендей; көбөйткүч менен жылыш алардын метамаалыматынан алынат.
    Индекстер: ndvi, evi, evi2, savi, msavi2, ndwi, ndmi, bsi, nbr, nbr2, ndsi, kndvi.
    Таблицада (--table) file, date, sensor, blue, green, red, nir, nir_narrow, swir1, swir2 (же index), mask, keep, buffer, buffer_m, scale, offset мамычалары болот. Канал — анын файлдагы номери же башка файл (clouds.tif:2). keep ичинде класстар боштук менен бөлүнүп жазылат же qa_pixel, scl турат.
    Ар бир датага бир каналы бар <индекс>.tif жана count.tif, анан about.json жазылат. aimak trend жана aimak productivity аларды ошол бойдон окуйт.
help-productivity = Жылдык өндүрүмдүүлүк: ар бир өсүү мезгилиндеги NDVI ийрисинин астындагы аянт, уяча боюнча; ал жок жерде себеби айтылат.
help-productivity-example = Мисал:
    {"  "}aimak composite --scenes landsat/ sentinel2/ --every day --out days
    {"  "}aimak productivity --raster days/ndvi.tif --dem dem.tif --out productivity
    {"  "}aimak trend --raster productivity/productivity.tif --out trend
    Арасы 48 күндөн ашпаса, кошуна байкоолор түз сызык менен туташтырылат; биринчиси менен акыркысы мезгилдин чегинен 16 күндөн алыс болбошу керек. Айды анын ортоңку күнү билдирет.
help-degradation = ТӨМ 15.3.1 көрсөткүчү боюнча жердин деградациясы: түшүмдүүлүк, жер катмары жана топурактын көмүртеги — уяча боюнча жана полигондор боюнча гектар менен.
help-degradation-example = Мисал:
    {"  "}aimak degradation --productivity ndvi_{"{year}"}.tif --land-cover cover_{"{year}"}.tif --soil-carbon soc_{"{year}"}.tif --baseline 2000-2015 --reporting 2004-2019 --polygons aimaks.gpkg --id code --out degradation
help-landscape = Жер катмарынын полигондор боюнча сүрөтү (тилкелер, чек аралар, ар түрдүүлүк, аралыктар) же Раонун Q картасы.
help-landscape-example = Мисалдар:
    {"  "}aimak landscape --land-cover cover.tif --polygons aimaks.gpkg --id code --out pattern.csv
    {"  "}aimak landscape --raster ndvi.tif --rao 9 --polygons aimaks.gpkg --id code --out rao
    Уяча полигонго борбору боюнча таандык: тилкелер бүтүн уячалардан турат, кошуналардын орток уячасы жок.
help-soil = Лабораториянын барагы ар бир топурак кесилиши жөнүндө эмне дейт: тереңдикке чейинки органикалык көмүртек концентрация катары жана тыгыздык өлчөнгөн жерде запас катары; гранулометриялык курамдын классы; pH, чиринди, фосфор, калий жана азот класстар боюнча.
help-soil-example = Мисалдар:
    {"  "}aimak soil --layers sheet.xlsx --out profiles.csv
    {"  "}aimak soil --layers sheet.csv --depth 20 --carbon dry-combustion --out profiles.parquet
    {"  "}aimak soil --layers sheet.csv --ec saturated-paste --calibrate pairs.csv --spline depths.csv --health 3,4 --out profiles.csv
    Баракта ар бир катмарга бир сап: profile, top_cm, bottom_cm; көмүртек ушул мамычалардын бири менен: humus_percent (Тюрин), organic_carbon_percent, organic_carbon_g_per_kg, organic_matter_percent (күйгүзүүдөгү жоготуу), total_carbon_percent (carbonate_percent менен); белгилүү болсо bulk_density_g_per_cm3 (майда топурактын), coarse_percent (көлөм боюнча), ph (сууда), sand_percent, silt_percent, clay_percent (USDA чектери), p2o5_machigin_mg_per_kg, k2o_machigin_mg_per_kg, nitrogen_percent.
    Тыгыздык болбосо, запас жок жана ойдон чыгарылбайт: сап себебин айтат.
help-survey = Адамдар тартиптелген суроолорго (Лайкерт) кандай жооп берди, топтор боюнча: сандар, медиана, 95 % чектери менен макулдук; жана эки датанын ортосунда ал өзгөрдүбү.
help-survey-example = Мисалдар:
    {"  "}aimak survey --answers answers.csv --items soil_alive,organic_pays --by village --out questions.csv
    {"  "}aimak survey --answers answers.csv --items soil_alive,organic_pays --by wave --before 2019 --after 2024 --person id --changes changes.csv --out questions.csv
    {"  "}aimak survey --answers answers.csv --items soil_alive,organic_pays --by village --publishable --out public.csv
    Таблицада ар бир адамга (жана датага) бир сап, ар бир суроого бир мамыча. --person менен бир эле адамдар салыштырылат (панель), ансыз — башка-башка адамдардын эки үлгүсү; бүтүн айылдардан алынган үлгү бул чектер айткандан азыраак ишенимдүү.
    --publishable беш адамдан азды көрсөткөн ар бир санды жана аны билдире турган нерселердин баарын жашырат.
help-diversity = Канча түр бар, алар канчалык тең, канчасы табылган жок жана жерлер канчалык айырмаланат: Хилл сандары, Чао, толуктук, бирдей толуктукта салыштыруу, окшошпоолор.
help-diversity-example = Мисалдар:
    {"  "}aimak diversity --counts species.csv --by plot --out diversity.csv
    {"  "}aimak diversity --counts species.csv --by year --plots plot --coverage common --curve curves.csv --out years.csv
    {"  "}aimak diversity --counts species.csv --by plot --cover braun-blanquet-turboveg --matrix pairs.csv --measure bray-curtis --out cover.csv
    {"  "}aimak diversity --counts species.csv --by land --sites plot --partition parts.csv --multi-site sites.csv --revisits year --turnover turnover.csv --out land.csv
    {"  "}aimak diversity --counts crops.csv --by aimak --species crop --count area_ha --nested village,farm --out levels.csv
    Таблица узун: ар бир жер жана түр үчүн саны менен бир сап. 0 саны эч нерсе табылбаган жерди сактайт. --plots менен үлгү катары особдор (Чао1) эмес, аянтчалардагы бар болуу (Чао2) алынат.
    --by мамычасынын ар бир мааниси үчүн бир сап жазылат: n, s_obs, coverage, hill_q0 …, chao1_classic, chao1_bias_corrected, ace (se жана 95 % чектери менен), asymptotic_q0 …; --coverage менен дагы compared_q0 … 95 % чектери менен же алар эмне үчүн жок экендиги.
help-erosion = Суу тоо боорлорунан канча топурак жууп кетет (RUSLE) жана анын канчасы агын сууга жетет (чөкмөнүн жетиши): алты карта жана суу топтоочу аянттар боюнча таблица.
help-erosion-example = Мисалдар:
    {"  "}aimak erosion --dem dem.tif --erosivity 900 --erodibility 0.035 --cover 0.08 --out erosion
    {"  "}aimak erosion --dem dem.tif --erosivity station.csv --erodibility k.tif --cover worldcover.tif --cover-table classes.csv --watersheds basins.gpkg --id name --out erosion
    {"  "}aimak erosion --dem dem.tif --erosivity r.tif --erodibility k.tif --cover ndvi.tif --cover-ndvi van-der-knijff --ls invest --out erosion_invest
    Станциянын таблицасында ар бир айга же күнгө бир сап: date, precipitation_mm, temperature_c. Класстардын таблицасында class, c, кааласа p жана surface (soil, water, rock, ice, settlement); InVEST аттары да жарайт (lucode, usle_c, usle_p).
    ls.tif, soil_loss.tif, ic.tif, sdr.tif, export.tif, deposition.tif, watersheds.csv (95 % интервалдары менен) жана about.json жазылат. Суммаларга 50 % чейинки эңкейиштер кирет; андан тик жерлер өз мамычаларында турат.
help-wind = Шамал талаалардан канча топурак учурат, чейин жана кийин (RWEQ), же алардын ага кабылуу индекси (ILSWE).
help-wind-example = Мисалдар:
    {"  "}aimak wind --weather station.csv --fields fields.csv --height 10 --elevation 1600 --latitude 42.4 --out wind
    {"  "}aimak wind --index --weather station.csv --fields fields.csv --latitude 42.4 --out wind_index
    Аба ырайынын таблицасында ар бир саатка (же суткага) бир сап: time, wind_m_per_s, rain_mm, temperature_c; белгилүү болсо snow_depth_mm, etp_mm, irrigation_mm, temperature_min_c, temperature_max_c. Суткалык шамал жоготууну абдан төмөн көрсөтөт: сааттыкты бериңиз.
    Талаалардын таблицасында ар бир талаа жана мезгил (before, after сыяктуу белги) үчүн бир сап: field, period, sand_percent, silt_percent, clay_percent, organic_carbon_percent, carbonate_percent, ridge_height_cm, ridge_spacing_cm, chain_roughness_cm, residue_cover_percent, silhouette_cm2_per_m2, canopy_fraction, length_m; индекс үчүн дагы surface (bare, sparse, crops, grass, shrubs, forest, water).
    Жылаңач жана тегиз бет — 0; бош уяча «өлчөнгөн эмес» дегенди билдирет, анда талаада жоготуунун ордуна себеп болот. Таблицалар: CSV, Parquet, XLSX же ODS.
    fields.csv (көбөйтүүчүлөр, т/га менен жоготуу, 95 % интервал, эскертүүлөр), periods.csv, weather.csv жана about.json жазылат. Талаалар үчүн, тоо боорлору үчүн эмес; суу эрозиясына эч качан кошулбайт.
help-terrain = Рельеф моделиндеги суу: толтурулган ойдуңдар, суу кайда агат, канча суу чогулат, эңкейиш, экспозиция, агын суулар жана бассейндер, булутка ылайыкталган GeoTIFF түрүндө.
help-terrain-example = Мисалдар:
    {"  "}aimak terrain --dem dem.tif --out terrain
    {"  "}aimak terrain --dem N51E067.tif N51E068.tif --sinks lakes.gpkg --routing d8 --streams 500 --out terrain
    Градус менен берилген рельеф модели адегенде метр менен өлчөнгөн чарчы уячаларга проекцияланат. Агып чыкпаган көлдөрдү (Ысык-Көл) --sinks менен атоо керек, болбосо алар суу ашып кете турган ашууга чейин толтурулат.
help-schema = Долбоор файлынын JSON Schema'сын чыгарат: редакторлор аны толуктап жана текшерип турат.
help-schema-example = Мисал:
    {"  "}aimak schema > monitoring.schema.json
help-texts = Эне тилдүү редактордун текшерүүсүн күткөн кыргызча жана орусча тексттердин тизмеси.
help-texts-example = Мисал:
    {"  "}aimak texts --review > texts.tsv
arg-global-lang = Билдирүүлөрдүн тили
arg-global-threads = Жумушчу агымдардын саны (алдын ала: бардык өзөктөр); жыйынтык андан көз каранды эмес
arg-global-quiet = Каталарды жана жыйынтыктарды гана айтуу
arg-global-json = Жыйынтыктарды JSON түрүндө чыгаруу
arg-global-help = Ушул жардамды көрсөтүү
arg-global-version = Версияны көрсөтүү
arg-check-file = Долбоор файлы, адатта monitoring.toml
arg-run-file = Долбоор файлы, адатта monitoring.toml
arg-run-out = Чыгарылыштын папкасы; жаңысы толук бүтмөйүнчө мурункусу сакталат
arg-atlas-release = Чыгарылыштын папкасы
arg-atlas-out = Сайттын папкасы; жаңысы толук бүтмөйүнчө мурункусу сакталат
arg-serve-site = Сайттын папкасы
arg-serve-port = Порт (алдын ала: 8080); 0 — бош порттордун бири
arg-demo-out = Жазыла турган папка
arg-demo-seed = Башка ойдон чыгарылган чөлкөмдүн баштапкы саны
arg-indicators-id = Көрсөткүч, мисалы soc_stock
arg-explain-release = Чыгарылыштын папкасы
arg-explain-aimak = Аймактын коду же organic_aimaks — бардык органикалык аймактар чогуу
arg-explain-indicator = Көрсөткүч
arg-zonal-raster = Растр: файл, http дареги (бөлүктөп окулат) же GDAL билген ат
arg-zonal-band = Бир канал, 1ден баштап; көрсөтүлбөсө, бардык каналдар
arg-zonal-polygons = Полигондор: GDAL окуй турган ар кандай вектордук файл
arg-zonal-layer = Файлда бир нече катмар болсо, полигондор катмары
arg-zonal-id = Полигондорду атаган талаа; ал биринчи мамыча болот; ал жок болсо, полигондор 1ден баштап номерленет
arg-zonal-stats = Үтүр менен бөлүнгөн көрсөткүчтөр; ар бири мамыча болот
arg-zonal-weights = Биринчи каналы салмак болгон экинчи растр; анын уячалары растрдын уячаларына туура келиши керек
arg-zonal-skip-invalid = Туура эмес полигондордон баш тартпай, аларды көрсөткүчсүз калтыруу
arg-zonal-out = Жазыла турган таблица: .csv, .parquet же .gpkg
arg-trend-raster = Катар: ар бир сүрөт үчүн каналы бар файл же аттардын үлгүсү, мисалы ndvi_{"{year}"}.tif
arg-trend-dates = Каналдардын датасы ирети менен, үтүр аркылуу, же алардын тизмеси бар файл; болбосо каналдардын аты айтат
arg-trend-test = standard (жылдар аз болуп, бирдей маанилер жок болсо так, болбосо нормалдуу), normal, exact, hamed-rao (автокорреляция, 1–3 лаг), hamed-rao-all-lags
arg-trend-seasonal = Ар бир айды башка жылдардын ошол эле айы менен гана салыштыруу (Кендаллдын мезгилдик тести); катмарлардын айы болушу керек
arg-trend-min-years = Уячадагы маалыматы бар жылдардын эң аз саны (демейде 8)
arg-trend-fdr = Бардык уячалар боюнча жалган табылгалардын үлүшү (Бенжамини — Хохберг), мисалы 0.05: q жана direction жазылат
arg-trend-interval = Жантаюунун 95 пайыздык аралыгын да жазуу (жайыраак)
arg-trend-polygons = Орточо катары текшериле турган полигондор; polygons.csv жазылат
arg-trend-id = Полигондорду атаган талаа; ал жок болсо, полигондор 1ден баштап номерленет
arg-trend-skip-invalid = Туура эмес полигондордон баш тартпай, аларды трендсиз калтыруу
arg-trend-out = Жазыла турган папка; жаңысы даяр болгуча мурдагысы турат
arg-composite-scenes = Сүрөттөрдүн папкалары же ошондой папкалар турган папка
arg-composite-table = Башкача жайгашкан сүрөттөрдүн таблицасы, ар бир сапта бирден
arg-composite-stack = Сүрөттөрдүн ордуна: мурда эсептелип, маскаланган индекстин даталанган катары
arg-composite-dates = Катардын каналдарынын даталары үтүр менен же алар жазылган файл; болбосо каналдардын аты айтат
arg-composite-index = Индекс (демейки: ndvi)
arg-composite-every = Кайсы сүрөттөр бир катмар болот: day (күн), month (ай) же season (мезгил); демейки: month
arg-composite-season = Мезгилдин биринчи жана акыркы күнү; андан сырткары сүрөттөр алынбайт (--every season менен демейки: 04-01..10-31)
arg-composite-min-clear = Мааниге керек болгон ачык күндөрдүн эң аз саны (демейки: 2, --every day менен 1)
arg-composite-harmonise = oli: ар бир сенсор Landsat 8 көргөндөй; none: өз бойдон (демейки: сенсорлордун тобу бир нече болсо oli)
arg-composite-grid = Тору жана чеги алына турган растр (демейки: биринчи сүрөттүкү)
arg-composite-nearest = Торго туура келбеген уячаларды четке какпай, эң жакын борбору боюнча алуу
arg-composite-out = Жазыла турган папка; жаңысы толук даяр болмоюнча эскиси турат
arg-productivity-raster = NDVI катары: ар бир датага бир каналы бар файл же ndvi_{"{year}"}{"{month}"}{"{day}"}.tif сыяктуу аттардын үлгүсү
arg-productivity-dates = Каналдардын даталары ирети менен, үтүр аркылуу, же алар жазылган файл; болбосо каналдардын аты айтат
arg-productivity-season = Өсүү мезгилинин биринчи жана акыркы күнү, ар жылы бирдей (демейки: 04-01..10-31)
arg-productivity-dem = Бийиктиктер, м: анда мезгил алкакка жараша болот
arg-productivity-belts = Бийиктиктерден жогорку мезгилдер, үтүр аркылуу (--dem менен демейки: 2500=05-01..09-30)
arg-productivity-floor = Жылаңач топурактын эсепке кирбеген NDVI мааниси (демейки: 0.1)
arg-productivity-max-gap = Байкоолордун арасындагы түз сызык өтө ала турган эң узун үзгүлтүк, күн (демейки: 48)
arg-productivity-edge = Биринчи жана акыркы байкоо мезгилдин чегинен канча алыс болушу мүмкүн, күн (демейки: 16)
arg-productivity-out = Жазыла турган папка; жаңысы толук даяр болмоюнча эскиси турат
arg-degradation-productivity = Жылдык түшүмдүүлүк же NDVI (-1ден 1ге чейин): ар бир сүрөт үчүн каналы бар файл же аттардын үлгүсү, мисалы ndvi_{"{year}"}.tif
arg-degradation-dates = Анын каналдарынын датасы ирети менен, үтүр аркылуу, же алардын тизмеси бар файл; болбосо каналдардын аты айтат
arg-degradation-land-cover = Эки же андан көп жылдын жер катмары, жылына бирден карта; түшүмдүүлүктүн координаттар системасында, уячалары каалаган чоңдукта
arg-degradation-land-cover-dates = Анын каналдарынын датасы, --dates сыяктуу
arg-degradation-legend = Анын коддорунун мааниси: esa-cci, worldcover, unccd7 же «код,класс» саптары бар файл (демейде esa-cci)
arg-degradation-matrix = Жер катмары алмашканынын мааниси: unccd, kyrgyz-pasture (айдалган жайыт жоготуу деп эсептелет) же TOML файлы (демейде unccd)
arg-degradation-soil-carbon = Эки же андан көп жылдын топурактагы көмүртеги, т/га; жалгыз карта жер катмарынын биринчи жылына тиешелүү, калганын --climate менен модель эсептейт
arg-degradation-soil-carbon-dates = Анын каналдарынын датасы, --dates сыяктуу
arg-degradation-climate = Топурак көмүртегинин модели үчүн климат: temperate-dry, temperate-moist, tropical-dry, tropical-moist, tropical-montane
arg-degradation-soil-units = Топурак түрлөрүнүн коддору; алар жер катмары менен бирге жердин кайтарымы (performance) салыштырылган бирдиктерди түзөт
arg-degradation-baseline = Базалык мезгилдин он алты жылы, мисалы 2000-2015; ага карата абал да жазылат
arg-degradation-reporting = Отчёттук он алты жыл, мисалы 2004-2019 (демейде акыркы он алты жыл)
arg-degradation-variant = Эрежелер: default, unccd-reporting (колдонмо боюнча), trends-earth (ал программаны кайталоо үчүн)
arg-degradation-any-available = Көрсөткүчтүн калган бөлүктөрү жок болсо, белгилүүлөрү боюнча чечүү; sdg_complete да жазылат
arg-degradation-polygons = Аянттары керек полигондор; polygons.csv файлына гектар менен жазылат
arg-degradation-id = Полигондорду атаган талаа; ал жок болсо, полигондор 1ден баштап номерленет
arg-degradation-skip-invalid = Туура эмес полигондордон баш тартпай, аларды аянтсыз калтыруу
arg-degradation-out = Жазыла турган папка; жаңысы даяр болгуча мурдагысы турат
arg-landscape-land-cover = Коддору 0дөн 255ке чейинки жер катмары, метр менен өлчөнгөн чарчы уячаларда
arg-landscape-raster = --rao үчүн маанилер, мисалы NDVI
arg-landscape-band = Канал, 1ден баштап (демейде 1)
arg-landscape-metrics = all, деңгээлдер (landscape, class, patch), l_shdi сыяктуу аттар же pd сыяктуу кыскартуулар (демейде landscape,class)
arg-landscape-four-neighbours = Бурчу менен гана тийишкен уячалар башка-башка тилкеге кирет (демейде бир тилкеге)
arg-landscape-search-radius = PROX тилкелерди издеген радиус, м (демейде 500)
arg-landscape-join-distance = CONNECT тилкелерди байланышкан деп эсептеген эң чоң аралык, м (демейде 500)
arg-landscape-rao = Раонун Q үчүн жылма терезенин жагы, уяча менен, так сан, мисалы 9
arg-landscape-step = Мындан жакын маанилер Раонун Q эсебинде бирдей деп саналат (демейде 0.01, NDVI үчүн)
arg-landscape-polygons = Полигондор: GDAL окуган каалаган вектордук файл
arg-landscape-id = Полигондорду атаган талаа; ал жок болсо, полигондор 1ден баштап номерленет
arg-landscape-skip-invalid = Туура эмес полигондордон баш тартпай, аларды көрсөткүчсүз калтыруу
arg-landscape-out = Жазыла турган таблица (.csv же .parquet); --rao менен папка
arg-soil-layers = Барак: CSV, Parquet, XLSX же ODS, ар бир катмарга бир сап
arg-soil-depth = Концентрациянын жана запастын тереңдиги, см (демейде 30)
arg-soil-carbon = Баракта органикалык көмүртек турса, ал кантип аныкталган: dichromate (түзөтүү айтылган эмес), dichromate-corrected (түзөтүлгөн), dry-combustion (кургак күйгүзүү) же tyurin (Тюрин); демейде dichromate
arg-soil-out = Жазыла турган таблица, ар бир кесилишке бир сап: .csv же .parquet
arg-survey-answers = Анкета: CSV, Parquet, XLSX же ODS, ар бир адамга бир сап
arg-survey-items = Суроолордун мамычалары, үтүр менен
arg-survey-scale = Таптакыр макул эместен толук макулга чейинки жооптордун коддору (демейде 1-5)
arg-survey-reversed = Макулдук башкалар сураган нерсеге каршы болгон суроолор
arg-survey-do-not-know = «Билбейм» деген жооптун коду
arg-survey-declined = Жооп берүүдөн баш тартуунун коду
arg-survey-by = Топтордун же даталардын мамычасы
arg-survey-before = Мурда суралган топ
arg-survey-after = Кийин суралган топ
arg-survey-person = Бир эле адамдар эки жолу суралса, алардын белгиси турган мамыча
arg-survey-cluster = Бүтүндөй тандалган айылдардын мамычасы: анда чектер бир айылдын адамдары окшош жооп берерин эске алат (кеминде 5 айыл)
arg-survey-publishable = Аз адамды көрсөткөндү жашыруу (5 адамдан аз, 10дон аз топтор)
arg-survey-changes = Экинчи таблица: ар бир суроонун --before датасынан --after датасына өзгөрүшү
arg-survey-out = Жазыла турган таблица, ар бир суроого жана топко бир сап: .csv же .parquet
arg-diversity-counts = Таблица: CSV, Parquet, XLSX же ODS, ар бир жер жана түр үчүн бир сап
arg-diversity-by = Салыштырыла турган нерсенин мамычасы: аянтча, жыл, жер
arg-diversity-species = Түрлөрдүн мамычасы (демейде species)
arg-diversity-count = Сандардын мамычасы, --cover менен каптоонун (демейде count)
arg-diversity-plots = Салыштырылуучунун ичиндеги аянтчалардын мамычасы: анда үлгү — аянтчаларда бар болуу
arg-diversity-cover = Сандар — каптоо: percent, braun-blanquet-turboveg, reichelt-wilmanns-turboveg, braun-blanquet-middles же drude-middles. Каптоодон үлгүнүн толуктугу да, Чао да чыкпайт
arg-diversity-q = Хилл сандарынын тартиптери (демейде 0,1,2)
arg-diversity-coverage = Баарын ушул толуктукта салыштыруу, 0.9 сыяктуу үлүш, же common: баары эки эсе үлгүдө жеткен эң чоңу
arg-diversity-bootstraps = Стандарттык каталар үчүн канча үлгү алынат; 0 — бир да (демейде 200)
arg-diversity-seed = Кокустук сандардын башталышы (демейде 1)
arg-diversity-curve = Экинчи таблица: эки эсе үлгүгө чейин сейректетүү жана улантуу, ар бир тартип үчүн 40 чекит
arg-diversity-matrix = Үчүнчү таблица: бардык жуптардын окшошпоолору
arg-diversity-measure = Сандар боюнча: bray-curtis, bray-balanced, bray-gradient, ruzicka, ruzicka-balanced, ruzicka-gradient; бар болуу боюнча: sorensen, turnover, nestedness, jaccard, jaccard-turnover, jaccard-nestedness (демейде bray-curtis)
arg-diversity-out = Жазыла турган таблица: .csv же .parquet
arg-erosion-dem = Рельеф модели: бир файл же жанаша жаткан, болбосо бийиктиктери бирдей болуп бири-бирин жапкан бир нече файл
arg-erosion-crs = Проекциялай турган, метр менен өлчөнгөн координаттар системасы (демейде рельеф моделиники, ал градус менен болсо, ортосундагы UTM зонасы)
arg-erosion-sinks = Агып чыкпаган көлдөрдүн жана ойдуңдардын полигондору; алар бийиктигин сактап, куюлган сууну алат
arg-erosion-erosivity = R, МДж·мм/(га·саат·жыл): сан, растр же метеостанциянын таблицасы (CSV, Parquet, XLSX, ODS)
arg-erosion-erosivity-equation = Станциянын жаанынан R кантип чыгат: fournier (айлар боюнча) же annual (жылдык сумма боюнча), экөө тең Renard & Freimund 1994 (демейде fournier)
arg-erosion-erodibility = K, т·га·саат/(га·МДж·мм): сан, растр же топурактын курамы пайыз менен берилген теңдеме: epic=кум,чаң,чопо,көмүртек, mean-diameter=кум,чаң,чопо же nomograph=кум,чаң,чопо,көмүртек,структура(1-4),суу өткөрүү(1 тез - 6 өтө жай)
arg-erosion-cover = C, 0дөн 1ге чейин: сан же растр; --cover-table менен класстардын растры, --cover-ndvi менен NDVI растры
arg-erosion-cover-table = --cover растрындагы ар бир класс үчүн C, кааласа P жана бет
arg-erosion-cover-ndvi = C NDVIден теңдеме боюнча: van-der-knijff, durigon, almagro же kulikov. Алар беш эсеге чейин айырмаланат жана мульчаны көрбөйт: салыштыруу үчүн, жалгыз жооп катары эмес
arg-erosion-practice = P, 0дөн 1ге чейин: сан, растр же бардык жердеги ыкма, ар бир уячанын эңкейиши боюнча: contouring, strip-cropping (USDA Handbook 537, боордун узундугу --l-max), shin-contouring, shin-strip-cropping, shin-terracing (Shin 1999). Демейде 1, ыкма колдонулган эмес
arg-erosion-watersheds = Суммалана турган полигондор; алар жок болсо, бүт рельеф модели суммаланат
arg-erosion-id = Суу топтоочу аянттардын аты турган талаа; ал жок болсо, алар номерленет
arg-erosion-skip-invalid = Туура эмес полигондордон баш тартпай, аларды сансыз калтыруу
arg-erosion-routing = Суу кайда агат: mfd (төмөн турган бардык кошуналарга), d8 (эң тик кошунага), dinf (эң тик багыт боюнча эки кошунанын ортосуна); демейде mfd
arg-erosion-ls = Рельеф моделинен башталган ыкма: desmet-govers (узундуктар метр менен; демейки) же invest (InVEST SDR 3.20 чынжыры анын коду аткаргандай, салыштыруу үчүн)
arg-erosion-streams = Уяча агын суу болушу үчүн ал аркылуу канча уячанын суусу агышы керек (демейде 1000)
arg-erosion-k = Жетүү коэффициентинин k саны: ал байланыш менен канчалык жай өсөт (демейде 2)
arg-erosion-ic0 = Эң чоң коэффициенттин жарымына жеткен IC (демейде 0,5)
arg-erosion-sdr-max = Боордогу эң чоң жетүү коэффициенти, 0дөн чоң, 1ден ашпаган (демейде 0,8)
arg-erosion-l-max = Боордун эң чоң узундугу, метр; --ls invest менен InVEST'тегидей эң чоң узундук көбөйтүүчүсү (демейде 122)
arg-erosion-seed = Интервалдар үчүн кокустук сандардын башталышы (демейде 1)
arg-erosion-out = Жазыла турган папка; жаңысы бүтүн болмоюнча эскиси сакталат
arg-wind-weather = Аба ырайы, саат сайын (же сутка сайын)
arg-wind-fields = Талаалар, ар бир талаа жана мезгил үчүн бир сап
arg-wind-height = Шамал өлчөгүчтүн жерден бийиктиги, м (демейки: 10); шамал 2 м бийиктикке келтирилет
arg-wind-threshold = Топурак козголбогон шамал, 2 м бийиктикте, м/с (демейки: 5)
arg-wind-elevation = Деңиз деңгээлинен бийиктик, м, абанын тыгыздыгы үчүн; индекске кереги жок
arg-wind-latitude = Түндүк кеңдиктин градусу; etp_mm өлчөнбөсө керек: буулануу мүмкүнчүлүгү температурадан эсептелет (Харгривс, болбосо Торнтвейт)
arg-wind-reanalysis = Шамал ERA5-Land сыяктуу реанализден; ар бир натыйжада белгиленет
arg-wind-every = Мезгилдер: half-month (жарым ай) же month (ай); демейки half-month, RWEQнин 15 суткасы
arg-wind-index = Жоготуунун ордуна ILSWE индексин жазуу: бирдиги жок орун, айлык орточолордон
arg-wind-seed = Интервалдар үчүн кокустук сандардын башталышы (демейки: 1)
arg-wind-out = Жазылуучу папка; жаңысы бүтмөйүнчө мурдагысы калат
arg-terrain-dem = Рельеф модели: бир файл же жанаша жаткан, болбосо бийиктиктери бирдей болуп бири-бирин жапкан бир нече файл
arg-terrain-crs = Проекциялай турган, метр менен өлчөнгөн координаттар системасы (демейде рельеф моделиники, ал градус менен болсо, ортосундагы UTM зонасы)
arg-terrain-sinks = Агып чыкпаган көлдөрдүн жана ойдуңдардын полигондору; алар бийиктигин сактап, куюлган сууну алат
arg-terrain-routing = Суу кайда агат: mfd (төмөн турган бардык кошуналарга), d8 (эң тик кошунага), dinf (эң тик багыт боюнча эки кошунанын ортосуна); демейде mfd
arg-terrain-streams = Уяча агын суу болушу үчүн ал аркылуу канча уячанын суусу агышы керек (демейде 1000)
arg-terrain-out = Жазыла турган папка; жаңысы бүтүн болмоюнча эскиси сакталат
arg-texts-review = Ар бир текст: ачкычы, тили, сөздөрү
cli-error = Ката
cli-warning = Эскертүү
cli-row = { $row }-сап
cli-feature = объект { $feature }
cli-column = мамыча { $column }
cli-found = Табылды:
cli-found-nothing = эч нерсе жок
cli-expected = Күтүлгөн:
cli-hint = Кантип оңдоо керек:
cli-problems = { $errors ->
    [one] { $errors } ката. Эч нерсе жазылган жок.
   *[other] { $errors } ката. Эч нерсе жазылган жок.
}
cli-interrupted = Үзүлдү. Эч нерсе жазылган жок; мурунку жыйынтык ошол бойдон калды.
cli-check-good = Долбоор ирээтте: аймактар { $aimaks }, байкоо аянтчалары { $plots }, барып көрүүлөр { $visits }, растр катмарлары { $rasters }, эскертүүлөр { $remarks }.
cli-run-kept-back = { $source }: { $rows } жарыяланган жок – { $reason }
cli-run-left-out = { $source } таблицасынан колдонулган жок: { $of } саптын ичинен { $rows } ({ $which }) – { $reason }
cli-run-done = Чыгарылыш { $dir } папкасына жазылды: сандар { $findings }, себеби менен көрсөтүлбөгөнү { $withheld }. Жарыялоо: aimak atlas { $dir } --out site
cli-atlas-done = Атлас { $dir } папкасына жарыяланды: барактар { $pages }, файлдар { $files }, { $megabytes } МБ. { $dir }/index.html ачыңыз же: aimak serve { $dir }
cli-demo-done = Ойдон чыгарылган чөлкөм жазылды. Андан ары: aimak run { $file } --out release
cli-serve-at = Атлас бул даректе: { $address } — Ctrl-C менен токтойт.
cli-serve-no-site = { $dir } папкасында index.html жок. Адегенде сайтты жарыялаңыз: aimak atlas RELEASE --out { $dir }
cli-serve-failed = { $port } портун ачууга болбоду: { $cause }. Башкасын колдонуп көрүңүз: --port 0
cli-no-indicator = { $id } деген көрсөткүч жок. Барлары: { $known }
cli-withheld = Көрсөтүлбөйт
cli-explain-nothing = Чыгарылышта { $aimak } үчүн { $indicator } боюнча эч нерсе жок.
    Аймактар: { $aimaks }
    Көрсөткүчтөр: { $indicators }
cli-explain-program = Программа
cli-explain-design = Салыштыруу схемасы
cli-explain-confidence = Ишеним деңгээли
cli-explain-input = булак { $path } (колдонулган саптар же каналдар: { $used }), sha256 { $sha256 }
stage-write = Чыгарылышты жазуу
stage-pixels = { $layer } катмарынын пикселдерин окуу
cli-zonal-projected = Полигондор ({ $from }) растрдын координаталарына ({ $to }) өткөрүлдү; узун жактары алдын ала бөлүндү.
cli-zonal-done = { $out } файлына жазылды: { $polygons } полигон, { $columns } мамыча.
cli-trend-yearly = { $years } жылдын { $images } сүрөтү: бир жылдын сүрөттөрүнүн орточосу алынды.
cli-trend-done = { $out } папкасына жазылды: { $all } уячанын { $cells } уячасында тренд бар.
cli-trend-share = Алардын { $rising } % өсүүдө, { $falling } % азаюуда; жалган табылгалардын үлүшү { $level }.
cli-composite-found = { $first } — { $last } аралыгындагы { $images } сүрөт; сенсорлор: { $sensors }
cli-composite-grid = Тор: { $cell } өлчөмдөгү { $width } × { $height } уяча ({ $crs }). Уячасы чоңураак каналдар интерполяцияланбайт: ар бир уяча борборунун астындагы санды алат.
cli-composite-harmonised = Сенсорлор салыштырмалуу кылынды: ар бир канал Landsat 8 көргөндөй. Бул канчалык өзгөртөрүн билүү үчүн --harmonise none менен кайталаңыз.
cli-composite-not-harmonised = Сенсорлордун бир нече тобу өз бойдон катар турат; алардын NDVI мааниси жерде эч себепсиз эле жүздөн бир нече үлүшкө айырмаланышы мүмкүн.
cli-composite-done = { $out } папкасына жазылды: { $index }, { $layers } катмар; уячалардын { $share } % мааниси бар.
cli-productivity-done = { $out } папкасына жазылды: { $years } жыл; { $all } учурдун (уяча жана жыл) { $cells } учурунда маани бар.
cli-productivity-refused = { $cells } учурда маани жок: { $reason } ({ $code })
cli-written-with-gaps = Кемтиги менен жазылды: файлдардын { $n } бөлүгү окулбады, алар көрүнгөн эмес деп эсептелет.
stage-dem-read = Бийиктиктерди окуу
stage-dem-project = Бийиктиктерди метрге проекциялоо
stage-terrain-fill = Ойдуңдарды толтуруу
stage-terrain-plateaus = Тегиз жерлерден сууну агызуу
stage-terrain-flow = Суунун багытын табуу
stage-erosion = Суунун жана чөкмөнүн жолу
stage-maps = Карталарды жазуу
cli-dem-mosaic = { $files } файл бир рельеф моделин түзөт; алардын бир нечесинде бирдей бийиктик менен турган уячалар: { $shared }.
cli-dem-projected = Рельеф модели { $from } системасынан (жердеги уячалар { $width } × { $height } м) { $to } системасына, { $cell } м чарчы уячаларга бисызыктуу жол менен проекцияланды.
cli-dem-grid = { $width } × { $height } уяча, ар бири { $dx } × { $dy } м.
cli-terrain-done = { $out } жазылды: бийиктиги бар { $cells } уяча, { $basins } бассейн.
cli-terrain-hollows = Суу ойдуңдардан ашып чыгышы үчүн { $raised } уяча ({ $percent } %) көтөрүлдү, эң көп дегенде { $deepest } м. Рельеф моделинин катасынан алда канча терең ойдуң чыныгы болушу мүмкүн: аны --sinks менен атаңыз.
cli-terrain-streams = { $streams } уяча агын суу: ар бири аркылуу кеминде { $threshold } уячанын суусу агат. Бардык ландшафтка ылайык бир чек жок, картадагы дарыялар менен салыштырыңыз. Эң чоң суу топтоочу аянт { $largest } км².
cli-terrain-edge = Рельеф моделинин четинен ары жактан келген суу эсептелген жок: чектен чыккан суу топтоочу аянттар кичирейтилген.
stage-maps-packing = Карталар кысылууда
cli-erosion-bilinear = { $factor } { $file } файлынан рельеф моделинин уячаларына бисызыктуу жол менен көчүрүлдү.
cli-erosion-nearest = { $factor } { $file } файлынан рельеф моделинин уячаларына көчүрүлдү: ар биринин борборундагы класс.
cli-erosion-rain = Станциядагы кары жок жаан жылына { $rain } мм, толук жылдар: { $years }; мындан R { $erosivity } МДж·мм/(га·саат·жыл).
cli-erosion-done = { $out } папкасына жазылды: 50 % чейинки эңкейиштерде топурактын орточо жоголушу { $counted } га жерде жылына { $mean } т/га; агын сууларга жылына { $export } т жетет.
cli-erosion-left-out = Суммаларга кирбеди: 50 % ашык тик { $steep } га (өз мамычаларында), топурагы жок { $masked } га, бир көбөйтүүчүсү жок же четинде жаткан { $missing } га.
cli-erosion-edge = { $n } аянт рельеф моделинин четине жетет: чектен ары жактан келген суу менен чөкмө ал жерде эсептелген жок.
cli-erosion-invest = InVEST SDR 3.20 эсептегендей эсептелди: бул карталарды башка ыкманын карталары менен салыштырууга болбойт, алардын LS эле төрт эсеге айырмаланышы мүмкүн.
cli-erosion-caveat = RUSLE боюнча баа, өлчөө эмес: бетти жана жылгаларды жууган эрозиянын көп жылдык орточосу. Жар, сел, жер көчкү, жээктин жешилиши, кардын ээриши, сугаруу жана айдоо буга кирбейт. Интервалдар көбөйтүүчүлөрдүн так эместигин гана камтыйт.
stage-diversity = Түрлөр саналууда
stage-diversity-curve = Аракет боюнча ийри сызыктар
cli-diversity-joined = Түр ошол эле жерде экинчи жолу аталган саптар: { $n }. Алар бириктирилди.
cli-diversity-done = { $out } жазылды: { $rows } сап.
cli-diversity-coverage = { $percent } % толуктукта салыштырылды.
cli-diversity-note = Чаонун баалары — түрлөрдүн санынын төмөнкү чеги. Ар башка аракет менен алынган сандар түз салыштырылбайт; аларды бирдей толуктукта салыштырыңыз (--coverage common).
cli-diversity-cover-note = Каптоодон алынган 1- жана 2-тартиптеги Хилл сандары класстар канчалык тар болсо, ошончолук так; каптоодон алынган түрлөрдүн саны каралган аянтка жараша болот.
cli-soil-done = { $out } жазылды: { $profiles } кесилиш, анын ичинен { $depth } см чейинки органикалык көмүртек запасы барлары: { $stocks }.
cli-soil-note = Запас үчүн өлчөнгөн тыгыздык керек; концентрация запас жөнүндө эч нерсе айтпайт. Эки дата топурактын бирдей массасында жана көмүртекти бир гана ыкма менен аныктаганда салыштырылат (aimak run).
cli-survey-done = { $out } жазылды: { $items } суроо, { $rows } сап жооп.
cli-survey-alpha = Бардык суроолордун чогуу Кронбах альфасы { $alpha } (95 % { $low } менен { $high } аралыгында, толук саптар { $persons }).
cli-survey-panel = Бир эле адамдар салыштырылат: эң жогорку эки жооптун үлүшү (Ньюкомб, p Мак-Немардын мид-p'си) жана көтөрүлгөндөрдүн үлүшү минус төмөндөгөндөрдүн үлүшү. Ортодо жоголгондор буга кирбейт.
cli-survey-waves = Башка-башка адамдардын эки үлгүсү салыштырылат: эң жогорку эки жооптун үлүшү (Ньюкомб) жана Клифф дельтасы (Манн — Уитни). Чектер бирден тандалган адамдар үчүн туура; бүтүн айылдарда ишеним азыраак.
cli-survey-clusters = Чектер айылдарды эске алат: пландын таасири дисперсия адамдарды бирден тандагандагыдан канча эсе чоң экенин айтат.
cli-survey-private = Чакан сандар көрсөтүлдү: таблицалар жооптордун ээлери үчүн, жарыялоо үчүн эмес (--publishable).
stage-digests = Баштапкы файлдардын текшерүү суммалары
cli-degradation-done = { $out } папкасына { $variant } эрежелери боюнча жазылды. Башка эрежелер башка үлүштөрдү берет: аларды ар бир сан менен кошо атаңыз.
cli-degradation-share = Классы бар уячалардын { $degraded } % начарлаган, { $improved } % жакшырган; { $all } уячанын { $cells } уячасында класс бар.
cli-degradation-no-units = Жер катмары же топурак түрлөрү болбосо, мындай жердин эмнеге жөндөмдүү экени белгисиз: performance көрсөткүчү жок, ошондуктан түшүмдүүлүк да жок.
cli-degradation-no-indicator = Көрсөткүч үчүн түшүмдүүлүк, жер катмары жана топурактын көмүртеги керек; --any-available менен белгилүүлөрү чечет.
cli-landscape-done = { $out } жазылды: { $polygons } полигон, { $rows } сап.
cli-landscape-note = Сүрөт уячанын чоңдугуна, легендага жана классификаторго жараша болот: бир эле продуктунун карталарын салыштырыңыз, классификациянын катасын эсептебей туруп өзгөрүү жөнүндө айтпаңыз.
cli-rao-done = { $out } папкасына жазылды: { $cells } уячада маани бар.
stage-wind = Талаалар эсептелүүдө
cli-wind-done = { $out } папкасына жазылды: талаалар боюнча { $rows } сап.
cli-wind-all = Бардык талаалар
cli-wind-loss-year = { $label }: шамалдан жоготуу талаалар катарынын ортосунда ({ $n }) жылына { $middle } т/га, { $low } менен { $high } аралыгында.
cli-wind-loss-sum = { $label }: шамалдан жоготуу бүт жазуу ичинде талаалар катарынын ортосунда ({ $n }) { $middle } т/га, { $low } менен { $high } аралыгында. Жазууда жылдын бардык мезгилдери жок, ошондуктан жылдык жоготуу да жок.
cli-wind-index = { $label }: ILSWE (геометриялык орточо, 0дөн 1ге чейин) талаалар катарынын ортосунда ({ $n }) { $middle }, { $low } менен { $high } аралыгында.
cli-wind-remark = { $words } (сап: { $n })
cli-wind-withheld-field = Талаалар боюнча мааниси жок сап: { $n } — { $reason } ({ $lacking })
cli-wind-withheld-period = Аба ырайынын мааниси жок мезгилдери: { $n } — { $reason } ({ $lacking })
cli-wind-note = RWEQ боюнча баа, өлчөө эмес: айдоо талаалары үчүн, тоо боорлору үчүн эмес. Суу эрозиясына кошпоңуз; интервал көбөйтүүчүлөрдүн так эместигин гана камтыйт.
cli-wind-index-note = ILSWE — бирдиги жок орун. Ал жоготуу эмес, ага салыштырылбайт жана суу эрозиясына кошулбайт.

## Буйрук сабынын толтурулуучу жерлери жана каталары
value-options = параметрлер
value-command = буйрук
value-file = файл
value-dir = папка
value-site = сайт
value-release = чыгарылыш
value-aimak = аймак
value-indicator = көрсөткүч
value-id = көрсөткүч
value-port = порт
value-seed = сан
value-n = сан
value-raster = растр
value-name = ат
value-field = талаа
value-list = тизме
value-test = текшерүү
value-level = деңгээл
value-legend = легенда
value-matrix = матрица
value-climate = климат
value-years = жылдар
value-variant = эрежелер
value-metres = метр
value-side = жагы
value-step = кадам
value-out = таблица
value-index = индекс
value-span = аралык
value-days = күндөр
value-way = ыкма
value-belts = алкактар
value-ndvi = NDVI
value-speed = ылдамдык
value-degrees = градус
value-factor = сан же растр
value-rain = сан, растр же таблица
value-table = таблица
value-equation = теңдеме
value-method = ыкма
value-routing = агым
value-cells = уячалар
value-share = үлүш
value-number = сан
value-crs = система
value-column = мамыча
value-scale = шкала
value-measure = өлчөм
value-cm = см
value-soil = сан, растр же топурак
value-practice = сан, растр же ыкма
cli-usage-no-such-command = { $word } деген буйрук жок.
cli-usage-command-missing = Буйрук көрсөтүлгөн эмес.
cli-usage-no-such-argument = { $word } деген параметр же аргумент бул жерде жок.
cli-usage-argument-missing = Жетишпейт: { $args }
cli-usage-value-missing = { $arg } үчүн маани көрсөтүлгөн эмес.
cli-usage-wrong-value = { $value } — { $arg } үчүн туура эмес маани.
cli-usage-twice = { $arg } бир гана жолу көрсөтүлөт.
cli-usage-together = { $arg } менен { $other } чогуу көрсөтүлбөйт.
cli-usage-other = Буйрук сабы туура эмес.
cli-usage-help = Көбүрөөк: aimak --help

arg-atlas-usb = Флешка үчүн көчүрмөнү SITE ичиндеги долбоордун аты жана датасы бар жаңы папкага жазуу; эки жолу чыкылдатып ачылат
arg-atlas-single-file = CODE аймагын (же «all» — баарын) ар бир тил үчүн бир HTML файл кылып, диаграммалары жана усулдары менен жазуу; --lang бир тилди тандайт
cli-atlas-stick-done = Флешка үчүн даяр: { $dir } (барактар { $pages }, файлдар { $files }, { $megabytes } МБ). Папканы толугу менен көчүрүңүз; кантип ачуу READ ME.txt файлында жазылган.
cli-atlas-single-done = { $file }: { $megabytes } МБ
