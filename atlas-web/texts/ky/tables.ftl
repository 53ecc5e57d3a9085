# Долбоордун таблицалары файлдарда кантип жатат.
problem-key-without-use = Мындай файлда бул ачкычтын мааниси жок
expected-key-without-use = `sheet` — электрондук таблицалар үчүн, `layer` — карта файлдары үчүн, `header_row` жана `first_row` — CSV жана электрондук таблицалар үчүн
hint-key-without-use = ачкычты алып салыңыз же файлдын кеңейтүүсүн текшериңиз
problem-first-row-above = Маалыматтар башкы саптан жогору башталат
expected-first-row-above = `first_row` `header_row` санынан чоң (берилбесе 1); саптар электрондук таблицадагыдай саналат
hint-first-row-above = маалымат башталган саптын номерин жазыңыз же ачкычты алып салыңыз
problem-no-header-row = Башкы сап деп аталган сап бош же ал жок
expected-no-header-row = мамычалардын аттары жазылган сап
hint-no-header-row = `header_row` санын оңдоңуз: саптар электрондук таблицадагыдай саналат, бош саптар да
hint-header-row = аттар { $row }-сапта турат: таблицага header_row = { $row } деп кошуңуз
hint-units-row = уячаларды оңдоңуз; эгер бул сапта маалымат эмес, бирдиктер же жазуулар турса, таблицага first_row = { $row } деп кошуңуз
hint-sheet-units-row = уячаларды оңдоңуз; эгер бул сапта маалымат эмес, бирдиктер же жазуулар турса, аны өчүрүңүз
hint-sheet-layer = керектүү катмарды өзүнчө файлга сактаңыз
hint-marked-thousands = { $plain } деп жазыңыз: миңдиктердин ортосундагы белги башка өлкөлөрдө ондук үтүр катары окулат

# күндөр
problem-date-order = Күндү эки башка түшүнсө болот
expected-date-order = таблицада `dates = "day_first"` ({ $day_first }) же `dates = "month_first"` ({ $month_first })
hint-date-order = ачкычты кошуңуз: мамычадагы бир дагы күн кайсынысы экенин көрсөтпөйт, программа болжолдобойт
problem-date-orders-mixed = Бир мамычада бирде күн, бирде ай биринчи жазылган
expected-date-orders-mixed = бир гана тартип; { $day_first }-сапта биринчи күн, { $month_first }-сапта ай турат
hint-date-orders-mixed = күндөрдү 2019-05-14 түрүндө жазыңыз же таблицаны ким толтурганына жараша бөлүңүз
hint-other-order = бул күндүн тартиби `dates` айткандан башка: уячаны же ачкычты оңдоңуз
hint-two-digit-year = жылды төрт сан менен жазыңыз
hint-excel-days = эгер булар Excel санаган күндөр болсо, таблицага dates = "excel" деп кошуңуз; болбосо 2019-05-14 түрүндө жазыңыз

# жерлер
problem-not-degrees = Узундук да, кеңдик да эмес
expected-not-degrees = градус: 42.4261, 42°25'34" N же 42 25 34; мүнөт менен секунд 60тан кичине
hint-not-degrees = уячаларды оңдоңуз; эгер бул жазуу файлда «жери белгисиз» дегенди билдирсе, аны файлдагыдай так `missing` тизмесине кошуңуз
problem-feature-no-point = Объект чекит эмес
expected-feature-no-point = бир чекит же геометриясыз объект
hint-feature-no-point = туура катмар аталганын текшериңиз; QGISте аянттардан чекиттерди «Центроиды» жасайт
problem-degrees-as-metres = Чекиттер аймактардан тышкары, сандар градус болсо — ичинде
expected-degrees-as-metres = аталган координаттар системасынын метрлери жана аймактардын ичиндеги чекиттер; тышкары жатканы { $rows }
hint-degrees-as-metres = мамычаларды `x` жана `y` эмес, `longitude` жана `latitude` деп көрсөтүңүз: анда { $rows } чекиттин { $mended } ичинде болот
problem-metres-as-degrees = Чекиттер аймактардан тышкары, сандар метр болсо — ичинде
expected-metres-as-degrees = градустар жана аймактардын ичиндеги чекиттер; тышкары жатканы { $rows }
hint-metres-as-degrees = мамычаларды `longitude` жана `latitude` эмес, `x` жана `y` деп көрсөтүңүз: анда { $rows } чекиттин { $mended } ичинде болот
hint-some-places = аталган саптардын уячаларын оңдоңуз; таблицанын калган чекиттери ичинде жатат ({ $sound })

# анкетадан чыгарылган файлдар
hint-export = файл суроолору топторго бөлүнгөн анкетадан чыгарылганга окшойт: таблицага export = "{ $export }" деп кошуңуз, анда аттарда топторду жазбай койсо болот
hint-name-group = бир нече мамыча ушинтип бүтөт ({ $columns }): керектүүсүнүн атын толук жазыңыз
hint-place-part = уячада жердин баары турат: longitude = {"{"} name = "{ $column }", part = "longitude" {"}"} деп жазыңыз, latitude дагы ошондой
problem-part-without-use = Бөлүк узундукта, кеңдикте жана катмардын тереңдиктеринде гана болот
expected-part-without-use = `columns.longitude` менен `columns.latitude` ичинде "longitude" же "latitude", `columns.top_cm` ичинде "top", `columns.bottom_cm` ичинде "bottom"
hint-part-without-use = `part` ачкычын алып салыңыз
problem-parent-where = Кайталануучу топ таандык болгон саптар кайда экени айтылган эмес
expected-parent-where = электрондук таблица үчүн parent = {"{"} sheet = "..." {"}"}, өзүнчө файл үчүн parent = {"{"} file = "..." {"}"}
hint-parent-where = анкетанын өзүнүн саптары турган баракты же файлды көрсөтүңүз
problem-no-parent = Кайталануучу топтун сабы анкетанын бир дагы сабына таандык эмес
expected-no-parent = анкетанын индекстер мамычасында бар маани
hint-no-parent = эки таблицаны тең бардык жазуулары менен кайра чыгарыңыз же `parent.key` менен `parent.index` ачкычтарын оңдоңуз
problem-parent-twice = Анкетанын эки сабынын индекси бирдей
expected-parent-twice = ар бир саптын өз индекси
hint-parent-twice = анкетаны кайра чыгарыңыз же `parent.index` ачкычын оңдоңуз
problem-list-presence = Бир уячадагы түрлөрдүн тизмесинде сандар жок
expected-list-presence = `layout = "list"` болсо — `scale = "presence"` жана `columns.amount` жок
hint-list-presence = ачкычтарды оңдоңуз же ар бир түрдү саны менен өзүнчө сапка жазыңыз
problem-cover-step = Каптоонун шкаласында мындай код жок
expected-cover-step = { $scale } шкаласынын коду: { $known }
hint-cover-step = кодду шкаладагыдай жазыңыз же таблицага башка шкаланы көрсөтүңүз
