//! The nouns of `aimak`: place, time, survey, grid, estimate, evidence, release.
//!
//! Nothing here opens a file, reads a clock or draws a random number. Every other room of the house speaks in these types:
//! `aimak-io` builds a [`Survey`] from files, `aimak-science` turns it into [`Finding`]s, `aimak-io` writes them as a
//! [`Release`], and `aimak-atlas` shows that release without computing anything of its own.

pub mod backdrop;
pub mod block;
pub mod card;
pub mod cell_map;
pub mod eco_passport;
pub mod effect;
pub mod estimate;
pub mod evidence;
pub mod grid;
pub mod land_degradation;
pub mod message;
pub mod place;
pub mod programme;
pub mod progress;
pub mod publication;
pub mod questionnaire;
pub mod ranking;
pub mod reach;
pub mod release;
pub mod soil;
pub mod soil_management;
pub mod species_list;
pub mod survey;
pub mod text;
pub mod time;
pub mod water_erosion;
pub mod withheld;

pub use backdrop::{Backdrop, BaseKind, BaseMap, ReliefPicture};
pub use block::{Block, Samples, Valid};
pub use card::{Card, Direction, Theme};
pub use cell_map::{CellMap, MapAbout, MapClass, MapGrid, MapLayer, MapLegend};
pub use eco_passport::{
    EcoPassport, EcoPassports, Judge, PassportAuthor, PassportPhoto, PassportPlace, PhotoFile,
    PlaceKind, PlaceState, SpeciesSeen, StateClass, WithdrawnPassport,
};
pub use effect::{
    Correction, DeclaredEffects, EffectAnswer, EffectBalance, EffectCell, EffectCheck, EffectPart,
    EffectReport, EffectSince, EffectUnit, EffectValue, Likeness, Permutation, TrendTest, UnitRole,
};
pub use estimate::{
    Bands, Estimate, Flag, Interval, IntervalKind, NoInterval, SampleSize, SampleUnit, Unit,
};
pub use evidence::{Claim, Confidence, Design, Evidence, InputUse, MethodRef};
pub use grid::{Band, Grid, Raster, RasterFault, RasterLayer, RasterRole, RasterSource, Window};
pub use land_degradation::{DegradationVariant, LandCoverLegend, LandDegradation};
pub use message::{Arg, Message};
pub use place::{Aimak, AimakCode, Land, Parcel, ParcelStatus, ProfileValue};
pub use programme::{AmountUnit, FigureTold, Topic, YearlyFigure};
pub use progress::{Progress, Silent};
pub use publication::Publication;
pub use questionnaire::{
    AllAimaks, AnswerChange, AnswerClasses, Answers, AnswersMoved, AnswersOf, AnswersOfSex, Asked,
    AskedTwice, Attitudes, Question, Questionnaire, QuestionnaireAbout, Reply, Respondent, Sex,
    ShareTold, Sitting, Told,
};
pub use ranking::{Ranked, Ranking};
pub use reach::{Candidate, Characteristic, Reach, Resemblance};
pub use release::{
    Asset, Edition, Exclusion, Finding, Outcome, Quantity, Release, Source, Subject,
};
pub use soil::{CarbonMethod, ConductivityMethod, SoilLayer};
pub use soil_management::{
    ClimateZone, CroplandUse, GrasslandCondition, Input, ManagedField, Management,
    ManagementRecord, ManureRecord, SoilGroup, Tillage, Undocumented,
};
pub use species_list::{ListedSpecies, RedListCategory, SpeciesList, SpeciesMark};
pub use survey::{Abundance, Grown, Plot, Project, SpeciesScale, Survey, Visit, VisitTime};
pub use text::{Lang, LocalText};
pub use time::{PartialDate, Period, PeriodBounds, PeriodId, PeriodRole, Span};
pub use water_erosion::{ErosivityEquation, WaterErosion, Weather};
pub use withheld::{Reason, Withheld};
