//! Mounts the application.

use vps_portal::app;

fn main() {
    wasm_bindgen_futures::spawn_local(app::start());
}
