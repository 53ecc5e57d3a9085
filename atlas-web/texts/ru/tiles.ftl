# Плитки интерактивных карт, карта-основа и рельеф
stage-atlas-tiles = Запись плиток карт
stage-relief = Построение рельефа
kind-basemap = Карта-основа: реки, озёра, дороги, населённые пункты (GeoJSON, WGS 84)
kind-relief = Рельеф (PNG, цвета обозначают высоты)
problem-basemap-shape = Форма объекта не подходит к его виду
expected-basemap-shape = { $kind ->
    [line] линия
    [area] площадь
   *[point] точка
}
hint-basemap-shape = исправьте `kind` или укажите другой слой файла
problem-basemap-outside = Ни один объект слоя не попадает на карту
expected-basemap-outside = хотя бы один объект внутри районов или рядом с ними
hint-basemap-outside = проверьте файл и систему координат или уберите слой
problem-basemap-rank = Ранг — не целое число от 1 до 9
expected-basemap-rank = 1 для самого важного, 9 для того, что видно только вблизи
hint-basemap-rank = исправьте значение или уберите `rank`
