# Долбоордун түрүнө жараша сөздөр; аймактардын карталары менен диаграммаларынын сөздөрү.

## Органикалык аймагы жок долбоор: салыштыруу жок
home-lead-organic = { $organic ->
    [one] { $organic } органикалык аймак
   *[other] { $organic } органикалык аймак
}: эмне өзгөрдү, кайда жана бул канчалык ишенимдүү?
home-changed-plain = Эмне өлчөндү
home-changed-hint-plain = Бир белги — бир аймак.
compare-title-plain = Аймактарды салыштыруу
compare-lead-plain = Ар бир аймак башкалардын катарында, бирдей көрсөткүчтөр боюнча.
compare-matrix-plain = Бардык аймактар
home-areas-plain = Аймакты табыңыз
land-whole-aimak-plain = Бүт аймак
on-land-whole-aimak-plain = бүт аймак боюнча

## Маалыматы жок долбоор
nothing-measured = Бул жерде азырынча эч нерсе өлчөнө элек.
nothing-measured-begin = Азырынча чектер менен аталыштар гана бар. Эмнеден баштоо керек:
nothing-measured-data = Долбоордун monitoring.toml файлында маалыматтарды көрсөтүңүз: топурак үлгүлөрү, өсүмдүктөрдүн жазмалары, спутник сүрөттөрү же рельефтин модели. Алар менен эмнени өлчөөгө болорун «aimak indicators» буйругу көрсөтөт.
nothing-measured-check = Маалыматтарды текшериңиз:
nothing-measured-publish = Эсептеп, атласты кайра жарыялаңыз:
map-boundaries = Чектер жана аталыштар
map-boundaries-desc = Аймактардын маанилери жок картасы. Бул барактагы тизмеде ошол эле аймактар. Проекция: Ламберттин тең аянттуу азимуталдык проекциясы.

## Сандын артында канча байкоо турат
sample-organic-aimaks = { $all ->
    [one] { $all } органикалык аймактын
   *[other] { $all } органикалык аймактын
} ичинен { $n }
sample-comparison-areas = { $n ->
    [one] { $n } салыштыруу аймагы
   *[other] { $n } салыштыруу аймагы
}
sample-with-comparison = { $organic }; { $comparison }
sample-one-aimak = ушул аймак жана { $comparison }
sample-count = { $of }: { $n }
sample-count-two = { $of }: { $n } + { $other }

## Карталар, диаграммалар, карточкалар
legend-no-interval = аралыгы жок сан: канчалык ишенимдүү экенин айтууга болбойт
row-compared = салыштыруу жерлерине караганда
chart-ranking-desc-plain = Мааниси боюнча иреттелген.
chart-ranking-refused = Көрсөтүлбөйт (себептери таблицада): { $areas }.
map-and-chart-table = Карта менен диаграмма таблица түрүндө
unknown-missing = Жок сандар:
compare-this-plain = Башка аймактар менен салыштыруу
compare-place-plain = { $place }-аймак
compare-choose-plain = Экиден төрткө чейин аймак тандаңыз — алар катар турат, ар бир көрсөткүч бир шкалада.
