//! Time, as a test wants it.

use std::{cell::RefCell, rc::Rc};

use leptos::prelude::window;
use wasm_bindgen::JsCast;

use super::page::{Stub, function};

/// A clock that a test turns by hand, in the place of the window's timers.
pub struct Clock {
    running: Rc<RefCell<Vec<(i32, js_sys::Function)>>>,
    _stubs: [Stub; 2],
}

impl Clock {
    /// Takes the place of the timers that are set from now on, until it is dropped.
    pub fn new() -> Self {
        let running = Rc::new(RefCell::new(Vec::new()));
        let next_id = Rc::new(RefCell::new(0));
        let started = Rc::clone(&running);
        let start = function(move |callback| {
            *next_id.borrow_mut() += 1;
            let id = *next_id.borrow();
            started.borrow_mut().push((id, callback.unchecked_into()));
            id
        });
        let stopped = Rc::clone(&running);
        let stop = function(move |id| {
            stopped
                .borrow_mut()
                .retain(|(running, _)| f64::from(*running) != id.as_f64().unwrap());
            0
        });
        let window = window();
        Self {
            running,
            _stubs: [
                Stub::new(&window, "setTimeout", &start),
                Stub::new(&window, "clearTimeout", &stop),
            ],
        }
    }

    /// Lets the time of every timer that runs be over.
    pub fn elapse(&self) {
        let due = self.running.take();
        for (_, callback) in due {
            callback.call0(&wasm_bindgen::JsValue::NULL).unwrap();
        }
    }
}
