# Интерактивдүү карталардын плиткалары, негизги карта жана рельеф
stage-atlas-tiles = Картанын плиткаларын жазуу
stage-basemap = Негизги картаны окуу
stage-relief = Рельефти тартуу
kind-basemap = Негизги карта: дарыялар, көлдөр, жолдор, айылдар (GeoJSON, WGS84)
kind-relief = Рельеф (PNG, түстөр бийиктикти билдирет)
problem-basemap-shape = Объекттин формасы анын түрүнө туура келбейт
expected-basemap-shape = { $kind ->
    [line] сызык
    [area] аянт
   *[point] чекит
}
hint-basemap-shape = `kind` маанисин оңдоңуз же файлдын башка катмарын көрсөтүңүз
problem-basemap-outside = Катмардын бир да объектиси картага түшпөйт
expected-basemap-outside = аймактардын ичинде же жанында жок дегенде бир объект
hint-basemap-outside = файлды жана координаталар системасын текшериңиз же катмарды алып салыңыз
problem-basemap-rank = Даража 1ден 9га чейинки бүтүн сан эмес
expected-basemap-rank = эң маанилүүлөр үчүн 1, жакындан гана көрүнө тургандар үчүн 9
hint-basemap-rank = маанисин оңдоңуз же `rank` дегенди алып салыңыз
