# Карта барагы: тандоо, салыштыруу, жылдыруу.

nav-map = Карта
explorer-title = Көрсөткүчтөрдүн картасы
explorer-lead = Көрсөткүчтү жана анын эмнесин көрсөтүү керек экенин тандаңыз: мезгил, жыл, өзгөрүү же алардын экөөнү катар.
explorer-link = Картадан кароо
explorer-opening = Карта жүктөлүүдө …
explorer-failed = Интерактивдүү карта бул жерде иштебей калды. Кыймылсыз карта калат; башка көрсөткүчтөрдүн кыймылсыз карталары төмөндө тизмеленген.

explorer-controls = Картада эмне көрсөтүлөт
explorer-indicator = Көрсөткүч
explorer-scene = Эмне көрсөтүлөт
explorer-group-areas = Аймактар боюнча
explorer-group-years = Жылдар боюнча
explorer-group-cells = Уячалар боюнча
explorer-more = Көрүнүшү жана түстөр
explorer-mode = Көрүнүшү
explorer-mode-one = бир карта
explorer-mode-swipe = сызык менен бөлүү
explorer-mode-side = катар
explorer-mode-flip = кезек менен
explorer-other = Салыштырылат
explorer-change = Алардын ортосундагы өзгөрүүнү көрсөтүү
explorer-palette = Түстөрдүн экинчи топтому
explorer-relief = Аймактардын айланасындагы рельеф

explorer-swipe = Эки картанын ортосундагы сызык
explorer-swipe-at = { $left }: туурасынын { $share } %; калганы: { $right }
explorer-flip = Көрсөтүү: { $label }
explorer-years = Жыл
explorer-play = Жылдарды кезеги менен көрсөтүү
explorer-pause = Токтотуу

explorer-filter-hint = Сапты бассаңыз, анын аймактары гана көрүнөт.
explorer-filter-hint-cells = Сапты бассаңыз, анын уячалары гана көрүнөт.
explorer-show-all = Баарын кайра көрсөтүү
explorer-areas = Картадагы аймактар
explorer-locate = Картадан көрсөтүү: { $name }
explorer-close = Жабуу
explorer-keys = Баскычтоп менен: картага Tab менен өтүңүз, жебелер менен жылдырыңыз, + жана − менен масштабын өзгөртүңүз. Картанын астындагы сап кайчылаш белгинин астында эмне бар экенин айтат.
explorer-nothing-here = бул жерде эч нерсе көрсөтүлбөйт

explorer-said = { $title }. Саны бар: { $given }. Саны жок: { $withheld }.
explorer-said-change = { $title }. Саны бар: { $given }, алардын ичинен анык эмеси: { $uncertain }. Саны жок: { $withheld }.
explorer-said-cells = { $title }.
explorer-at-most = { $value } же андан аз
explorer-at-least = { $value } же андан көп
explorer-no-cells = Уячаларды бул жерде жүктөөгө болбоду. Көрсөткүчтүн барагында алар кыймылсыз карта катары бар.

explorer-drawn = Бардык көрсөткүчтөрдүн кыймылсыз карталары
explorer-drawn-hint = Ар бир баракта карта сүрөт түрүндө жана ошол эле маанилердин таблицасы бар; аларга скрипт керек эмес.
