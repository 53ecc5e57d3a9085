# Profile figures of the technical example (cargo xtask example).
profile-poverty-2011 = Население за чертой бедности, 2011 год, %
profile-poverty-2020 = Население за чертой бедности, 2020 год, %
