# Where else might the findings hold? Aimaks that are not organic, likened to those that are.
reach-title = Where else might this hold?
reach-lead = { $n ->
    [one] The evidence rests on { $n } aimak that chose to become organic.
   *[other] The evidence rests on { $n } aimaks that chose to become organic.
} The others are compared with them in: { $what }.
reach-counts = Of { $all } other { $all ->
    [one] aimak
   *[other] aimaks
}, { $inside } { $inside ->
    [one] lies
   *[other] lie
} within the range of the organic ones in each of these, { $outside } outside it in at least one.
reach-counts-unknown = { $n ->
    [one] Of { $n } more, something is not known.
   *[other] Of { $n } more, something is not known.
}
reach-caution = To be similar is a condition, not a promise. The organic aimaks chose to join; what happens where joining is ordered, nobody has seen. The evidence says nothing about an aimak outside that range: what would happen there is a guess.
reach-map-title = How similar are the others to the organic aimaks?
reach-map-desc = Map of all aimaks by similarity. The table after the map lists the same.
reach-legend = Similarity
reach-legend-base = Organic: the evidence rests on these
reach-legend-left-out = Organic, but not part of this: in no effect, or something is not known of it
reach-legend-outside = Outside their range: every statement would be a guess (extrapolation)
reach-legend-unknown = Not compared: something is not known
reach-table = All aimaks that are not organic
reach-column-similarity = Similarity
reach-column-where = Where it stands
reach-inside = within the range in everything; least similar in: { $what }
reach-outside = outside the range in: { $what }
reach-not-known = not known: { $what }
reach-range = { $what } (organic: { $least } to { $most })
reach-method = How this is calculated
reach-method-words = Multivariate environmental similarity (MESS; Elith, Kearney and Phillips 2010, Methods in Ecology and Evolution 1:330–342, appendix S3): 100 in the middle of the organic aimaks, 0 at an end of their range, below 0 outside it, in hundredths of the range. It is the similarity in the one thing in which an aimak is least similar. Whole aimaks are compared with whole aimaks, by the first value known of each. Combinations are not looked at: an aimak may lie within the range in each single thing and yet be unlike all of them.
reach-refused = The others cannot be compared with them:
reach-link = Where else might this hold?
detail-reach-base = organic aimaks with everything known: { $n }, needed: { $needed }
