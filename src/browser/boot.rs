//! What `public/boot.js` has fetched before the application started.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
#[cfg(target_arch = "wasm32")]
use web_sys::AbortSignal;

/// Where on its host the portal is: a path without a slash at its end, nothing at the top.
pub fn base() -> String {
    property("base")
        .and_then(|base| base.as_string())
        .unwrap_or_default()
}

/// The text of `config.json`, `None` when it could not be fetched.
pub async fn configuration() -> Option<String> {
    text_of(property("config")?).await
}

/// The language file that fits the reader, `None` when it could not be fetched.
pub(crate) async fn words() -> Option<String> {
    text_of(property("words")?).await
}

/// The answer on its way to a request that the boot script has sent: the first one of the list of servers, which then
/// obeys `signal`. It is given once, for the same token and within seconds.
#[cfg(target_arch = "wasm32")]
pub(crate) fn early_answer(
    address: &str,
    authorization: &str,
    signal: &AbortSignal,
) -> Option<Promise> {
    let take: Function = property("earlyAnswer")?.dyn_into().ok()?;
    let answer = take.call3(
        &JsValue::UNDEFINED,
        &address.into(),
        &authorization.into(),
        signal,
    );
    answer.ok()?.dyn_into().ok()
}

/// Waits a moment for that answer, where there is one to come.
#[cfg(target_arch = "wasm32")]
pub(crate) async fn early_arrival() {
    // Whoever takes the answer learns of its failure.
    told_by("earlyArrival", "").await;
}

/// The languages that this build has a file for: the tag of each, and its own name for itself.
pub(crate) fn languages() -> Vec<(String, String)> {
    let languages = property("languages").and_then(|languages| languages.dyn_into::<Object>().ok());
    let entries = languages
        .map(|languages| Object::entries(&languages))
        .unwrap_or_default();
    entries
        .iter()
        .filter_map(|entry| language(&entry))
        .collect()
}

fn language(entry: &JsValue) -> Option<(String, String)> {
    let [tag, facts] = [0, 1].map(|index| Reflect::get_u32(entry, index).ok());
    let name = Reflect::get(&facts?, &"name".into()).ok()?;
    Some((tag?.as_string()?, name.as_string()?))
}

/// Tells the browser and assistive technology the language of the page, and from which side it is written.
pub(crate) fn speak(tag: &str) {
    let speak = property("speak").and_then(|speak| speak.dyn_into::<Function>().ok());
    if let Some(speak) = speak {
        // It cannot fail for a language of this build.
        let _ = speak.call1(&JsValue::UNDEFINED, &tag.into());
    }
}

/// The parts in which a program's words come.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Those that it begins with; the sign-in has no others.
    First,
    /// All others, with the first piece of the portal.
    Later,
}

impl Part {
    /// What the boot script calls it.
    fn name(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Later => "later",
        }
    }
}

/// Fetches a language file, `None` when it cannot be had.
pub(crate) async fn load_words(tag: &str, part: Part) -> Option<String> {
    let load: Function = property("loadWords")?.dyn_into().ok()?;
    let loading = load.call2(&JsValue::UNDEFINED, &tag.into(), &part.name().into());
    text_of(loading.ok()?).await
}

/// Whether the key of the palette has been pressed while that was on its way. The boot script leaves the key alone from
/// now on.
pub fn was_palette_wanted() -> bool {
    let wanted = property("palette").is_some_and(|wanted| wanted.is_truthy());
    if let Ok(portal) = Reflect::get(&js_sys::global(), &"vpsPortal".into()) {
        // Fails only for what is no object, and then there is no boot script either.
        let _ = Reflect::set(&portal, &"palette".into(), &false.into());
    }
    wanted
}

/// Loads the style of the portal's pieces; `false` when it cannot be had.
pub(crate) async fn load_style() -> bool {
    told_by("loadStyle", "later").await
}

/// Whether another build of the portal has taken the place of this one; `false` where that cannot be told now.
pub(crate) async fn is_replaced() -> bool {
    told_by("isReplaced", "").await
}

/// The session that the program of the sign-in has begun, as the storage would keep it: a browser may keep nothing.
pub(crate) fn session() -> Option<String> {
    property("session")?.as_string()
}

/// Whether that program has led here.
pub(crate) fn has_entered() -> bool {
    property("entered").is_some()
}

/// Has the portal take the place of the sign-in at an address inside it, with a session as the storage keeps it.
#[cfg(feature = "sign_in")]
pub(crate) fn enter(session: &str, address: &str) {
    if let Some(enter) = property("enter").and_then(|enter| enter.dyn_into::<Function>().ok()) {
        // The boot script itself tells of a portal that does not start.
        let _ = enter.call2(&JsValue::UNDEFINED, &session.into(), &address.into());
    }
}

/// What a function of the boot script tells in the end of `subject`; `false` for none.
async fn told_by(name: &str, subject: &str) -> bool {
    async {
        let ask: Function = property(name)?.dyn_into().ok()?;
        let telling = ask.call1(&JsValue::UNDEFINED, &subject.into());
        let telling: Promise = telling.ok()?.dyn_into().ok()?;
        JsFuture::from(telling).await.ok()?.as_bool()
    }
    .await
    .unwrap_or_default()
}

/// How the start of the application has ended.
#[cfg(target_arch = "wasm32")]
pub(crate) enum Start {
    /// It stands in the page: what the document showed until now goes.
    Done,
    /// The portal could not start, and a fixed text says so.
    Failed,
}

/// Tells the boot script how the start has ended.
#[cfg(target_arch = "wasm32")]
pub(crate) fn tell(start: Start) {
    let name = match start {
        Start::Done => "started",
        Start::Failed => "fail",
    };
    if let Some(tell) = property(name).and_then(|tell| tell.dyn_into::<Function>().ok()) {
        // There is nothing left to do should that fail, too.
        let _ = tell.call0(&JsValue::UNDEFINED);
    }
}

fn property(name: &str) -> Option<JsValue> {
    let portal = Reflect::get(&js_sys::global(), &"vpsPortal".into()).ok()?;
    Reflect::get(&portal, &name.into())
        .ok()
        .filter(|value| !value.is_undefined())
}

async fn text_of(promise: JsValue) -> Option<String> {
    let promise: Promise = promise.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()?.as_string()
}
