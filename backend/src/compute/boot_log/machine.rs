//! The particulars of one pretended machine.

use chrono::{DateTime, Utc};

use super::BootSubject;
use super::distribution::Distribution;
use super::random::Random;

/// A machine as its console shows it; all that the portal does not know follows from the server's identifier.
#[derive(Clone, Debug)]
pub(super) struct Machine<'a> {
    pub(super) instance_id: &'a str,
    pub(super) host_name: String,
    pub(super) addresses: &'a [String],
    pub(super) distribution: Distribution,
    pub(super) booted_at: DateTime<Utc>,
    /// Virtual processors.
    pub(super) processors: u64,
    /// In MiB.
    pub(super) memory: u64,
    /// Of its disk, in GiB.
    pub(super) disk: u64,
    /// What the host's processor is.
    pub(super) processor: &'static str,
    /// Of the processor, in kHz.
    pub(super) frequency: u64,
    /// Of its network card.
    pub(super) mac_address: String,
}

impl<'a> Machine<'a> {
    /// The machine that a server pretends to have.
    pub(super) fn of(subject: &BootSubject<'a>, distribution: Distribution) -> Self {
        let mut random = Random::from_words(&["machine", subject.instance_id]);
        let (processors, memory) =
            random.choose([(1, 1024), (2, 2048), (2, 4096), (4, 8192), (8, 16384)]);
        let (processor, frequency) = random.choose([
            ("Intel(R) Xeon(R) Gold 6248R CPU @ 3.00GHz", 2_992_968),
            ("Intel(R) Xeon(R) Silver 4314 CPU @ 2.40GHz", 2_394_374),
            ("AMD EPYC 7543 32-Core Processor", 2_794_748),
        ]);
        Self {
            instance_id: subject.instance_id,
            host_name: host_name(subject),
            addresses: subject.addresses,
            distribution,
            booted_at: subject.booted_at,
            processors,
            memory,
            disk: random.choose([20, 40, 60, 80]),
            processor,
            frequency,
            mac_address: mac_address(&mut random),
        }
    }

    /// Numbers of this very boot, for one purpose.
    pub(super) fn random_for(&self, purpose: &str) -> Random {
        let boot = self.booted_at.timestamp_millis().to_string();
        Random::from_words(&[purpose, self.instance_id, &boot])
    }

    /// Numbers that are the machine's own, whenever it boots.
    pub(super) fn own_random_for(&self, purpose: &str) -> Random {
        Random::from_words(&[purpose, self.instance_id])
    }
}

/// The server's name as far as a host name can hold it (RFC 1123), or one made of its identifier.
pub(super) fn host_name(subject: &BootSubject<'_>) -> String {
    let kept: String = subject
        .name
        .to_lowercase()
        .chars()
        .map(|letter| {
            if letter.is_ascii_alphanumeric() {
                letter
            } else {
                '-'
            }
        })
        .collect();
    let words: Vec<&str> = kept.split('-').filter(|word| !word.is_empty()).collect();
    let was_ascii = subject.name.is_ascii();
    match words.join("-") {
        name if was_ascii && !name.is_empty() => name,
        _ => format!(
            "vps-{}",
            subject.instance_id.split('-').next().unwrap_or("0")
        ),
    }
}

/// An address from the range that OpenStack gives to its machines.
fn mac_address(random: &mut Random) -> String {
    let mut byte = || random.between(0, 255);
    format!("fa:16:3e:{:02x}:{:02x}:{:02x}", byte(), byte(), byte())
}
