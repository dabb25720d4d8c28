//! What is done each time that something has changed.

use upstream::prelude::Effect as AnyEffect;
use upstream::reactive::effect::EffectFunction;

/// What is done once a view stands, and again each time that what it read has changed.
pub struct Effect;

impl Effect {
    /// Does `work`, which is given what it made the time before.
    pub fn new<T: 'static, Given>(mut work: impl EffectFunction<T, Given> + 'static) -> Self {
        let mut before = None;
        erased(Box::new(move || before = Some(work.run(before.take()))));
        Self
    }

    /// Does `work` at once, and also where nothing draws: natively, in tests.
    pub fn new_isomorphic(work: impl FnMut(Option<()>) + Send + Sync + 'static) -> Self {
        AnyEffect::new_isomorphic(work);
        Self
    }
}

fn erased(work: Box<dyn FnMut()>) {
    AnyEffect::new(work);
}
