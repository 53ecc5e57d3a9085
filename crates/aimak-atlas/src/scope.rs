//! What kind of project is it: are organic aimaks compared with others, or are areas only described? And how many stand
//! behind a number?

use aimak_core::{Finding, Land, Message, SampleUnit, Subject};

use crate::view::View;

impl View<'_> {
    /// How many aimaks are organic.
    pub fn organic_aimaks(&self) -> usize {
        let aimaks = self.release.aimaks.iter();
        aimaks.filter(|aimak| aimak.organic_since.is_some()).count()
    }

    /// True where there are organic aimaks: without them nothing is compared, and no area is a comparison area.
    pub fn has_organic(&self) -> bool {
        self.organic_aimaks() > 0
    }

    /// What every page has to say before anything else.
    pub fn standing_notices(&self) -> Vec<String> {
        let project = &self.release.project;
        let simulated = project.simulated.then(|| self.t("simulated-banner"));
        let notice = project
            .notice
            .as_ref()
            .map(|text| self.local(text).to_owned());
        simulated.into_iter().chain(notice).collect()
    }

    /// The entry `id`, or `id-plain` where nothing is compared.
    pub fn t_scoped(&self, id: &str) -> String {
        if self.has_organic() {
            self.t(id)
        } else {
            self.t(&format!("{id}-plain"))
        }
    }

    /// Name of a kind of land; a project without organic land knows only whole areas.
    pub fn land_name(&self, land: Land) -> String {
        if land == Land::WholeAimak {
            self.t_scoped("land-whole-aimak")
        } else {
            self.words.keyed("land", land.key())
        }
    }

    /// The same inside a sentence.
    pub fn on_land(&self, land: Land) -> String {
        if land == Land::WholeAimak {
            self.t_scoped("on-land-whole-aimak")
        } else {
            self.words.keyed("on-land", land.key())
        }
    }

    /// How many areas and of which kind, as the first line of home; kinds that do not occur are not told.
    pub fn lead(&self) -> String {
        let all = self.release.aimaks.len();
        let organic = self.organic_aimaks();
        self.words.message(&match (organic, all - organic) {
            (0, areas) => Message::new("home-lead-plain").with("areas", areas),
            (organic, 0) => Message::new("home-lead-organic").with("organic", organic),
            (organic, comparison) => Message::new("home-lead")
                .with("organic", organic)
                .with("comparison", comparison),
        })
    }

    /// What stands behind a number: "8 of 10 organic aimaks, 14 comparison areas"; "sample plots: 12".
    pub fn sample(&self, finding: &Finding) -> Option<String> {
        let sample = finding.estimate()?.sample;
        let count = |n: usize| self.words.number(n as f64, 0);
        let message = match (&finding.subject, sample.of, sample.n_other) {
            (Subject::OrganicAimaks, SampleUnit::Aimaks, other) => {
                let organic = Message::new("sample-organic-aimaks")
                    .with("n", count(sample.n))
                    .with("all", self.organic_aimaks());
                let organic = self.words.message(&organic);
                return Some(match other {
                    Some(other) => self.words.message(
                        &Message::new("sample-with-comparison")
                            .with("organic", organic)
                            .with("comparison", self.comparison_areas(other)),
                    ),
                    None => organic,
                });
            }
            (Subject::Aimak(_), SampleUnit::Aimaks, Some(other)) => {
                Message::new("sample-one-aimak").with("comparison", self.comparison_areas(other))
            }
            (_, of, None) => Message::new("sample-count")
                .with("of", self.words.keyed("sample", of.key()))
                .with("n", count(sample.n)),
            (_, of, Some(other)) => Message::new("sample-count-two")
                .with("of", self.words.keyed("sample", of.key()))
                .with("n", count(sample.n))
                .with("other", count(other)),
        };
        Some(self.words.message(&message))
    }

    /// The same where room is short: areas in words, observations as "n = 12".
    pub fn sample_short(&self, finding: &Finding) -> Option<String> {
        let sample = finding.estimate()?.sample;
        if sample.of == SampleUnit::Aimaks {
            return self.sample(finding);
        }
        let count = |n: usize| self.words.number(n as f64, 0);
        Some(match sample.n_other {
            None => format!("n\u{a0}=\u{a0}{}", count(sample.n)),
            Some(other) => format!(
                "n\u{a0}=\u{a0}{}\u{a0}+\u{a0}{}",
                count(sample.n),
                count(other)
            ),
        })
    }

    fn comparison_areas(&self, n: usize) -> String {
        self.words
            .message(&Message::new("sample-comparison-areas").with("n", n))
    }
}
