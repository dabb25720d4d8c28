//! A page of its own for each test, and what a reader does on it.

use leptos::{mount::UnmountHandle, prelude::*, tachys::view::any_view::AnyViewState};
use wasm_bindgen::{JsCast, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Event, EventInit, HtmlElement, KeyboardEvent, KeyboardEventInit};

/// A view in the body of the document, gone when the test ends.
pub struct Page {
    host: HtmlElement,
    view: Option<UnmountHandle<AnyViewState>>,
}

impl Page {
    /// Mounts a view and waits until it stands.
    pub async fn of<V: IntoView + 'static>(view: impl FnOnce() -> V + 'static) -> Self {
        let host = document()
            .create_element("div")
            .unwrap()
            .unchecked_into::<HtmlElement>();
        document().body().unwrap().append_child(&host).unwrap();
        let handle = leptos::mount::mount_to(host.clone(), move || view().into_any());
        let page = Self {
            host,
            view: Some(handle),
        };
        settle().await;
        page
    }

    /// The first element that the selector finds, if there is one.
    pub fn find(&self, selector: &str) -> Option<HtmlElement> {
        self.host
            .query_selector(selector)
            .unwrap()
            .map(JsCast::unchecked_into)
    }

    /// The first element that the selector finds.
    pub fn get(&self, selector: &str) -> HtmlElement {
        self.find(selector)
            .unwrap_or_else(|| panic!("nothing on the page is {selector}: {}", self.html()))
    }

    /// The first element that the selector finds, as one of its own kind.
    pub fn get_as<E: JsCast>(&self, selector: &str) -> E {
        self.get(selector).unchecked_into()
    }

    /// How many elements the selector finds.
    pub fn count(&self, selector: &str) -> u32 {
        self.host.query_selector_all(selector).unwrap().length()
    }

    /// The whole page as the browser has it, for the text of a failure.
    pub fn html(&self) -> String {
        self.host.inner_html()
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        drop(self.view.take());
        self.host.remove();
    }
}

/// Waits until effects have run and the browser has drawn two frames: nothing is under way after that.
pub async fn settle() {
    for _ in 0..2 {
        leptos::task::tick().await;
        frame().await;
    }
}

async fn frame() {
    let drawn = js_sys::Promise::new(&mut |resolve, _| {
        window().request_animation_frame(&resolve).unwrap();
    });
    JsFuture::from(drawn).await.unwrap();
}

/// Types a text into a control, replacing what is there.
pub async fn type_into(control: &web_sys::HtmlInputElement, text: &str) {
    control.set_value(text);
    send(control, "input");
    settle().await;
}

/// Presses an element and waits for what follows.
pub async fn press(element: &HtmlElement) {
    element.click();
    settle().await;
}

/// Presses a key on an element and waits for what follows; `false` when the page has used the key up.
pub async fn press_key(element: &HtmlElement, key: &str) -> bool {
    let settings = KeyboardEventInit::new();
    settings.set_key(key);
    settings.set_bubbles(true);
    settings.set_cancelable(true);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &settings).unwrap();
    let passed_on = element.dispatch_event(&event).unwrap();
    settle().await;
    passed_on
}

/// Sends an event that bubbles.
pub fn send(target: &Element, name: &str) {
    let settings = EventInit::new();
    settings.set_bubbles(true);
    let event = Event::new_with_event_init_dict(name, &settings).unwrap();
    target.dispatch_event(&event).unwrap();
}

/// The element that has the focus.
pub fn focused() -> Element {
    document().active_element().unwrap()
}

/// Puts a value in the place of a property of an object, until it is dropped.
pub struct Stub {
    object: js_sys::Object,
    name: &'static str,
    /// The descriptor of the object's own property; undefined where the original stands on its prototype.
    original: wasm_bindgen::JsValue,
}

impl Stub {
    /// Replaces the property.
    pub fn new(object: &js_sys::Object, name: &'static str, value: &wasm_bindgen::JsValue) -> Self {
        let original = js_sys::Object::get_own_property_descriptor(object, &name.into());
        let descriptor = js_sys::Object::new();
        js_sys::Reflect::set(&descriptor, &"value".into(), value).unwrap();
        js_sys::Reflect::set(&descriptor, &"configurable".into(), &true.into()).unwrap();
        js_sys::Object::define_property(object, &name.into(), &descriptor);
        Self {
            object: object.clone(),
            name,
            original,
        }
    }
}

impl Drop for Stub {
    fn drop(&mut self) {
        let name = self.name.into();
        match self.original.dyn_ref::<js_sys::Object>() {
            Some(original) => {
                js_sys::Object::define_property(&self.object, &name, original);
            }
            // What hid the prototype's goes.
            None => {
                js_sys::Reflect::delete_property(&self.object, &name).unwrap();
            }
        }
    }
}

/// A JavaScript function of one argument, leaked: a test's page ends soon enough.
pub fn function<R: wasm_bindgen::convert::IntoWasmAbi + 'static>(
    body: impl FnMut(wasm_bindgen::JsValue) -> R + 'static,
) -> wasm_bindgen::JsValue
where
    Closure<dyn FnMut(wasm_bindgen::JsValue) -> R>: Sized,
    dyn FnMut(wasm_bindgen::JsValue) -> R: wasm_bindgen::closure::WasmClosure,
{
    Closure::<dyn FnMut(wasm_bindgen::JsValue) -> R>::new(body).into_js_value()
}
