# Profile figures of the technical example (cargo xtask example).
profile-poverty-2011 = People below the poverty line, 2011, %
profile-poverty-2020 = People below the poverty line, 2020, %
