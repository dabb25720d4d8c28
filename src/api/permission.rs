//! What a token may do (contract, Account).

/// Every resource and the actions on it, as VPS.org's reference lists them.
pub const REFERENCE: [(&str, &[&str]); 10] = [
    (
        "servers",
        &[
            "list", "create", "update", "delete", "power", "backup", "snapshot", "resize",
        ],
    ),
    ("domains", &["list", "search", "update", "renew"]),
    ("dns", &["list", "create", "update", "delete"]),
    ("snapshots", &["list", "delete"]),
    ("backups", &["list"]),
    ("ssh-keys", &["list", "create", "delete"]),
    ("plans", &["list"]),
    ("locations", &["list"]),
    ("deployments", &["list", "create", "delete"]),
    ("billing", &["list"]),
];

/// The permissions of a token, as the service wrote them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Permissions(Vec<String>);

impl Permissions {
    /// Permissions in the service's words: `resource:action`, `resource:*` or `*:*`.
    pub fn new(words: Vec<String>) -> Self {
        Self(words)
    }

    /// The service's words, known and unknown.
    pub fn words(&self) -> &[String] {
        &self.0
    }

    /// Whether `action` on `resource` is allowed. What the reference does not know is not.
    pub fn allows(&self, resource: &str, action: &str) -> bool {
        is_known(resource, action) && self.0.iter().any(|word| grants(word, resource, action))
    }
}

fn is_known(resource: &str, action: &str) -> bool {
    REFERENCE
        .iter()
        .any(|(known, actions)| *known == resource && actions.contains(&action))
}

fn grants(word: &str, resource: &str, action: &str) -> bool {
    match word.split_once(':') {
        Some(("*", "*")) => true,
        Some((granted, "*")) => granted == resource,
        Some((granted, allowed)) => granted == resource && allowed == action,
        None => false,
    }
}
