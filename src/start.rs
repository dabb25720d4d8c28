//! What each program begins with: the deployment's settings and the reader's words.

use std::sync::Arc;

use crate::api::{Client, browser::Browser};
use crate::browser::boot;
use crate::config::Config;
use crate::data::service;
use crate::{paths, words};

/// Takes what the boot script has fetched. `forget` forgets what belongs to a session when that ends. `false` when there
/// are no words: nothing can be shown then.
pub async fn prepare(forget: fn()) -> bool {
    // A released page traps without a word, for fewer bytes; the boot script shows that it has stopped.
    #[cfg(debug_assertions)]
    std::panic::set_hook(Box::new(|panic| leptos::logging::error!("{panic}")));
    paths::start(boot::base());
    let (configuration, has_words) =
        futures::future::join(boot::configuration(), words::start()).await;
    if !has_words {
        return false;
    }
    let (config, problems) = Config::parse(
        configuration.as_deref().unwrap_or_default(),
        &words::built(),
    );
    service::warn_of(&problems);
    let transport = Arc::new(Browser::after(boot::early_answer));
    let client = Client::new(transport, &config.api_base, &config.auth_scheme);
    words::keep_to(&config.languages).await;
    service::start(config, client, forget);
    true
}
