//! Work that blocks its thread, so many pieces at once and no more.

use std::sync::Arc;

use tokio::sync::Semaphore;

/// Places for work that blocks. Work waits for one without a thread, so that what is slow (a disk, a flood of passwords)
/// does not use up the threads that other work needs.
#[derive(Debug)]
pub struct Places(Arc<Semaphore>);

/// The work was not done, or did not come to its end: the backend is stopping, or the work panicked.
#[derive(Debug)]
pub struct NotDone;

impl Places {
    /// So many places.
    pub fn new(number: usize) -> Self {
        Self(Arc::new(Semaphore::new(number)))
    }

    /// Does `work` on a thread of its own as soon as there is a place. It keeps the place until it is done, even if the
    /// caller goes away before: else callers that do not wait for their answers could have any number done at once.
    pub async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, NotDone> {
        let place = Arc::clone(&self.0)
            .acquire_owned()
            .await
            .map_err(|_| NotDone)?;
        let done = tokio::task::spawn_blocking(move || {
            let answer = work();
            drop(place);
            answer
        });
        done.await.map_err(|_| NotDone)
    }

    /// Begins `work` if there is a place right now; nobody waits for it, and without a place it is not done.
    pub fn run_if_free(&self, work: impl FnOnce() + Send + 'static) {
        if let Ok(place) = Arc::clone(&self.0).try_acquire_owned() {
            tokio::task::spawn_blocking(move || {
                work();
                drop(place);
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;
    use std::time::Duration;

    use super::*;

    #[tokio::test]
    async fn work_whose_caller_has_gone_keeps_its_place_until_it_is_done() {
        let places = Places::new(1);
        let (finish, finished) = mpsc::channel::<()>();
        let work = places.run(move || finished.recv());
        tokio::time::timeout(Duration::from_millis(1), work)
            .await
            .unwrap_err();
        let next = tokio::time::timeout(Duration::from_millis(1), places.run(|| ())).await;
        assert!(next.is_err(), "there was a second place");
        finish.send(()).unwrap();
        places.run(|| ()).await.unwrap();
    }

    #[tokio::test]
    async fn work_that_may_be_left_undone_neither_waits_nor_is_waited_for() {
        let places = Places::new(1);
        let (finish, finished) = mpsc::channel::<()>();
        let (done, count) = mpsc::channel();
        let second_done = done.clone();
        places.run_if_free(move || {
            let _ = finished.recv();
            let _ = done.send(1);
        });
        places.run_if_free(move || {
            let _ = second_done.send(2);
        });
        finish.send(()).unwrap();
        places.run(|| ()).await.unwrap();
        assert_eq!(count.iter().collect::<Vec<_>>(), [1]);
    }

    #[tokio::test]
    async fn a_panic_gives_the_place_back() {
        let places = Places::new(1);
        places.run(|| panic!("on purpose")).await.unwrap_err();
        places.run(|| ()).await.unwrap();
    }
}
