# What earlier editions have told.
detail-beside-an-edition = beside an earlier edition these figures would point at a few persons who came, went or changed their mind; the earlier figures stand until more has changed
arg-run-earlier = Sites or releases published earlier: what would point at few persons beside them is kept back
problem-answers-beside-edition = Beside an edition of this site these answers or figures would point at a few persons or farms
expected-answers-beside-edition = counts that are the same as in every earlier edition, or differ by at least the least group
hint-answers-beside-edition = make the release again with: aimak run ... --earlier { $site }
