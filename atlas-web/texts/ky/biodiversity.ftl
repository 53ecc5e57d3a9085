# Түрлөрдүн алмашуусу, тизмедеги түрлөр, жерлердин ичиндеги жана арасындагы ар түрдүүлүк

# Бирдиктер
unit-species-per-plot = аянтчадагы түрлөрдүн саны
symbol-species-per-plot = аянтчадагы түр
counted-species-per-plot = түр бир аянтчада

# Эки мезгилдин арасында эмне келип, эмне кетти
quantity-between = Алмашты: { $before } → { $after }
verdict-between = Алмашуу: ким чарба жүргүзбөсүн, эч качан нөл эмес
verdict-more-between = Салыштыруу жериндегиден көп
verdict-less-between = Салыштыруу жериндегиден аз
claim-observed-between = { $indicator }: { $value } ({ $period }, { $land }). Бул сан эч качан нөл болбойт: ким чарба жүргүзбөсүн, эки байкоо эч качан бирдей нерсени таппайт. Салыштыруу жеринен айырмасы гана бир нерсе айтат.
claim-differed-from-comparison-between = { $indicator }: чарба жүргүзүүсү өзгөрбөгөн жерлердегиден айырмасы { $value } ({ $level } % аралык: { $interval }; минус «азыраак» дегенди билдирет), { $land }. Бул өтүүнүн таасирине каршы келбейт; ишеним деңгээли: { $confidence }.
claim-difference-seen-with-very-low-confidence-between = { $indicator }: чарба жүргүзүүсү өзгөрбөгөн жерлерден айырма байкалды, { $value } ({ $level } % аралык: { $interval }; минус «азыраак» дегенди билдирет), { $before } → { $after }, { $land }. Ишеним деңгээли өтө төмөн: анын себептери жөнүндө эч нерсе айтууга болбойт.
claim-no-change-larger-than-bound-between = Салыштыруу жеринен { $bound } маанисинен чоң айырма табылган жок: { $indicator }, { $value } ({ $level } % аралык: { $interval }), { $land }.
claim-cannot-tell-between = Маалыматтар салыштыруу жеринен айырма бар-жогун көрсөтө албайт: { $indicator }, { $value } ({ $level } % аралык: { $interval }), { $land }. { $detectable } маанисинен кичине айырма байкалбай калышы мүмкүн.
claim-cannot-tell-unknown-between = Маалыматтар салыштыруу жеринен айырма бар-жогун көрсөтө албайт: { $indicator }, { $value } ({ $level } % аралык: { $interval }), { $land }.
note-turnover-never-zero = Аба ырайы, байкоо күнү жана башка байкоочу эле түрлөр келип-кеткендей көрсөтөт. Бул санга эмес, салыштыруу жеринен айырмасына караңыз.
detail-turnover-needs-revisits = түрлөрдүн алмашуусу үчүн эки мезгилде тең изилденген аянтчалар керек

# Тизмедеги түрлөр
note-species-unlisted = Табылган түр: { $all }; алардын ичинен долбоордун бир да тизмесинде жогу: { $n }. Алар белгиленбеген деп эсептелет.
detail-no-species-list = долбоордун бир да тизмеси булар кайсы түрлөр экенин айтпайт
problem-species-listed-twice = Түр түрлөрдүн тизмелеринде эки жолу турат
expected-species-listed-twice = ар бир түр бир жолу, бир тизмеде
hint-species-listed-twice = Эки саптын бирин өчүрүңүз; алар айырмаланса, шилтеме берилген тизме айтканын калтырыңыз.
problem-species-list-not-recorded = Тизмедеги бул түрлөр долбоордун бир да жазуусунда жок
expected-species-list-not-recorded = түрлөрдүн таблицаларындагыдай жазылган аттар
hint-species-list-not-recorded = Сейрек түрлөр жөн эле жок болушу мүмкүн. Аттар башкача жазылса (автору менен, эски аты менен), аларды жазуулардагыдай жазыңыз, болбосо эсептелбейт.
problem-unknown-red-list-category = Бул Кызыл тизменин категориясы да, «ооба» же «жок» да эмес
expected-unknown-red-list-category = EX, EW, RE, CR, EN, VU, NT, LC, DD, NA, NE, же «ооба», «жок»
hint-unknown-red-list-category = Категорияны эки латын тамгасы менен жазыңыз, же тизмеңиз түрдү коркунучта десе «ооба» деп жазыңыз.

# Усулдар
method-temporal-jaccard = эки байкоонун Жаккар айырмачылыгы, аянтчалардын орточосу
method-temporal-jaccard-turnover = эки байкоонун Жаккар айырмачылыгынын алмаштыруу бөлүгү, аянтчалардын орточосу
method-temporal-jaccard-nestedness = эки байкоонун Жаккар айырмачылыгынын көбөйүү же азаюу бөлүгү, аянтчалардын орточосу
method-marked-species-red-list = табылган коркунучтагы түрлөр, аянтчалардын орточосу
method-marked-species-indicator = табылган көрсөткүч түрлөр, аянтчалардын орточосу
