# Home: the first screen, the choice of a map, the search.

## First screen
home-surest-hint = Бардык органикалык аймактар чогуу: ар бир темада эң чоң эмес, эң ишенимдүү өзгөрүү.
home-states-hint = Ар бир теманын биринчи көрсөткүчү: мааниси эң төмөн жана эң жогору аймактар.
home-nothing-stands-out = Бардык органикалык аймактарды чогуу алганда бир да өзгөрүү кокустуктан айырмаланбайт.
home-col-what = Эмне өзгөрдү
home-col-by = Канчага
home-col-sure = Ишеним деңгээли
home-col-lowest = Эң төмөнү
home-col-highest = Эң жогорусу
home-more = { $n ->
    [one] дагы { $n } өзгөрүү
   *[other] дагы { $n } өзгөрүү
}
home-cannot-tell = Өзгөрүү болгон-болбогонун айтууга болбойт:
home-without-pooled = Бардык органикалык аймактар үчүн жалпы саны жок:
home-all = Бардык көрсөткүчтөр
home-all-plain = Бардык көрсөткүчтөр
home-way-all = Бардык көрсөткүчтөр, ар бир аймак өзүнчө
home-way-all-plain = Бардык көрсөткүчтөр
home-way-indicators = Ар бир көрсөткүч эмнени билдирет
home-way-summary = Ошол эле маалымат сүйлөмдөрдө
home-way-map = Картаны изилдөө

## The map of home
home-map-choice = Картада
home-map-links = Башка көрсөткүчтөрдүн карталары
map-elsewhere = Бул картанын маанилери таблица түрүндө

## Search
search-label = Издөө
search-hint = Аталышы, коду же көрсөткүч
search-found = Табылгандар
search-kind-aimak = аймак
search-kind-aimak-plain = аймак
search-kind-place = жер
search-kind-indicator = көрсөткүч
search-kind-method = усул
search-also = дагы: { $what }
search-code = код { $what }
search-similar = окшош: { $what }
