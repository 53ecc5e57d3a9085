//! What do people say, did that change, and what did the programme itself do year by year?
//!
//! One file per question. One item: [`likert`] and [`net_share`], with [`proportion`] and [`effective_size`] for how sure a share is.
//! Several items: [`scale_score`], [`reliability`]. Before and after: the same people in [`panel`] ([`mcnemar`], [`signed_rank`],
//! losses in [`attrition`]), different people in [`cross_sections`] ([`share_difference`], [`superiority`]); the two are types of their
//! own, so they cannot be mixed. Questions declared before the survey are tested together in [`family`]. Villages, strata and weights:
//! [`sample_design`]; programme villages against others: [`villages`]. Scores and amounts on any scale: [`effect_size`]. The programme's
//! own figures: [`programme`].
//!
//! Nothing here decides what may be published; that is [`crate::disclosure`].

pub mod attrition;
pub mod clustered;
pub mod cross_sections;
pub mod effect_size;
pub mod effective_size;
pub mod family;
pub mod likert;
pub mod mcnemar;
pub mod net_share;
pub mod panel;
pub mod programme;
pub mod proportion;
pub mod refusal;
pub mod reliability;
pub mod sample_design;
pub mod scale_score;
pub mod share_difference;
pub mod signed_rank;
pub mod superiority;
pub mod villages;

#[cfg(test)]
mod oracle;
