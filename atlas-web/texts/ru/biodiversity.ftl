# Смена видов, виды из списков, разнообразие внутри мест и между ними

# Единицы
unit-species-per-plot = число видов на площадке
symbol-species-per-plot = видов на площадке
counted-species-per-plot = вида на площадке

# Что появилось и исчезло между двумя периодами
quantity-between = Сменилось: { $before } → { $after }
verdict-between = Смена: никогда не равна нулю, кто бы ни хозяйствовал
verdict-more-between = Больше, чем на землях сравнения
verdict-less-between = Меньше, чем на землях сравнения
claim-observed-between = { $indicator }: { $value } ({ $period }, { $land }). Это число никогда не равно нулю: два обследования никогда не находят одно и то же, кто бы ни хозяйствовал. О чём-то говорит только разница с землями сравнения.
claim-differed-from-comparison-between = { $indicator }: больше на { $value }, чем на землях, где хозяйствование не менялось ({ $level } % интервал: { $interval }; минус означает «меньше»), { $land }. Это согласуется с эффектом перехода; степень достоверности: { $confidence }.
claim-difference-seen-with-very-low-confidence-between = { $indicator }: наблюдалась разница { $value } с землями, где хозяйствование не менялось ({ $level } % интервал: { $interval }; минус означает «меньше»), { $before } → { $after }, { $land }. Степень достоверности очень низкая: о причинах ничего сказать нельзя.
claim-no-change-larger-than-bound-between = Разницы с землями сравнения больше чем { $bound } не обнаружено: { $indicator }, { $value } ({ $level } % интервал: { $interval }), { $land }.
claim-cannot-tell-between = Данные не позволяют сказать, есть ли разница с землями сравнения: { $indicator }, { $value } ({ $level } % интервал: { $interval }), { $land }. Разница меньше { $detectable } могла бы остаться незамеченной.
claim-cannot-tell-unknown-between = Данные не позволяют сказать, есть ли разница с землями сравнения: { $indicator }, { $value } ({ $level } % интервал: { $interval }), { $land }.
note-turnover-never-zero = Уже погода, день обследования и другой наблюдатель создают видимость, что виды приходят и уходят. Смотрите на разницу с землями сравнения, а не на это число.
detail-turnover-needs-revisits = для смены видов нужны площадки, обследованные в обоих периодах

# Виды из списков
note-species-unlisted = Найдено видов: { $all }; из них нет ни в одном списке проекта: { $n }. Они считаются неотмеченными.
detail-no-species-list = ни один список проекта не говорит, какие это виды
problem-species-listed-twice = Вид стоит в списках видов дважды
expected-species-listed-twice = каждый вид один раз, в одном списке
hint-species-listed-twice = Удалите одну из двух строк; если они расходятся, оставьте то, что говорит указанный источник.
problem-species-list-not-recorded = Виды списка, которых нет ни в одной записи проекта
expected-species-list-not-recorded = названия, написанные так же, как в таблицах видов
hint-species-list-not-recorded = Редких видов может просто не быть. Если же названия написаны иначе (с автором, старым названием), напишите их как в записях, иначе они не считаются.
problem-unknown-red-list-category = Это не категория Красного списка и не «да» или «нет»
expected-unknown-red-list-category = EX, EW, RE, CR, EN, VU, NT, LC, DD, NA, NE либо «да» или «нет»
hint-unknown-red-list-category = Напишите категорию двумя латинскими буквами или «да», если ваш список относит вид к угрожаемым.

# Методы
method-temporal-jaccard = несходство Жаккара двух обследований, среднее по площадкам
method-temporal-jaccard-turnover = несходство Жаккара двух обследований, доля замены, среднее по площадкам
method-temporal-jaccard-nestedness = несходство Жаккара двух обследований, доля прироста или потери, среднее по площадкам
method-marked-species-red-list = найденные виды под угрозой, среднее по площадкам
method-marked-species-indicator = найденные виды-индикаторы, среднее по площадкам
