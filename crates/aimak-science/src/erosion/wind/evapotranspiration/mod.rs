//! How much water could evaporate, where nobody measured it?
//!
//! | type | needs | use |
//! |---|---|---|
//! | [`Hargreaves`] | lowest and highest temperature of the day | the default |
//! | [`Thornthwaite`] | mean temperature of all twelve months | where there is no more |
//!
//! Both know nothing of wind and dry air: where both are strong, which is where soil is blown away, they give too little, and the
//! soil seems wetter than it is. Thornthwaite gives 0 in months of frost, and RWEQ then sees no loss at all.

mod hargreaves;
mod sun;
mod thornthwaite;

pub use hargreaves::Hargreaves;
pub use sun::{day_length_h, extraterrestrial_radiation};
pub use thornthwaite::Thornthwaite;
