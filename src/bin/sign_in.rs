//! Mounts the sign-in page.

/// Starts the sign-in in the page that has loaded it. Anywhere else there is no page, and nothing to start.
fn main() {
    #[cfg(target_arch = "wasm32")]
    wasm_bindgen_futures::spawn_local(vps_portal::entrance::start());
}
