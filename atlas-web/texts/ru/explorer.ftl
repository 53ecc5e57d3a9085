# Страница карты: выбор, сравнение, перемещение.

nav-map = Карта
explorer-title = Карта показателей
explorer-lead = Выберите показатель и что о нём показать: период, год, изменение или два из них рядом.
explorer-link = Рассмотреть на карте
explorer-opening = Карта загружается …
explorer-failed = Интерактивная карта здесь не запустилась. Остаётся неподвижная карта; неподвижные карты других показателей перечислены ниже.

explorer-controls = Что показывает карта
explorer-indicator = Показатель
explorer-scene = Что показано
explorer-group-areas = По территориям
explorer-group-years = По годам
explorer-group-cells = По ячейкам
explorer-more = Вид и цвета
explorer-mode = Вид
explorer-mode-one = одна карта
explorer-mode-swipe = разделить линией
explorer-mode-side = рядом
explorer-mode-flip = по очереди
explorer-other = В сравнении с
explorer-change = Показать изменение между ними
explorer-palette = Другой набор цветов
explorer-relief = Рельеф вокруг территорий

explorer-swipe = Линия между двумя картами
explorer-swipe-at = { $left }: { $share } % ширины; остальное: { $right }
explorer-flip = Показать: { $label }
explorer-years = Год
explorer-play = Пройти по годам
explorer-pause = Остановить

explorer-filter-hint = Нажмите на строку, чтобы видеть только её территории.
explorer-filter-hint-cells = Нажмите на строку, чтобы видеть только её ячейки.
explorer-show-all = Снова показать всё
explorer-areas = Территории на карте
explorer-locate = Показать на карте: { $name }
explorer-close = Закрыть
explorer-keys = С клавиатуры: к карте — клавишей Tab, двигать — стрелками, масштаб — клавишами + и −. Строка под картой показывает, что находится под крестиком.
explorer-nothing-here = здесь ничего не показано

explorer-said = { $title }. С числом: { $given }. Без числа: { $withheld }.
explorer-said-change = { $title }. С числом: { $given }, из них не достоверно: { $uncertain }. Без числа: { $withheld }.
explorer-said-cells = { $title }.
explorer-at-most = { $value } или меньше
explorer-at-least = { $value } или больше
explorer-no-cells = Ячейки здесь загрузить не удалось. На странице показателя они есть на неподвижной карте.

explorer-drawn = Неподвижные карты всех показателей
explorer-drawn-hint = На каждой странице — карта в виде рисунка и таблица тех же значений; скрипты для них не нужны.
