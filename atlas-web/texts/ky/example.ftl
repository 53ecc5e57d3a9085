# Profile figures of the technical example (cargo xtask example).
profile-poverty-2011 = Жакырчылык чегинен төмөн жашагандар, 2011-жыл, %
profile-poverty-2020 = Жакырчылык чегинен төмөн жашагандар, 2020-жыл, %
