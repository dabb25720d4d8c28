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

    /// The service's words that the reference does not know: they allow nothing here.
    pub fn unknown(&self) -> impl Iterator<Item = &str> {
        let words = self.0.iter().map(String::as_str);
        words.filter(|word| !all_known().any(|(resource, action)| grants(word, resource, action)))
    }

    /// Whether `action` on `resource` is allowed. What the reference does not know is not.
    pub fn allows(&self, resource: &str, action: &str) -> bool {
        is_known(resource, action) && self.0.iter().any(|word| grants(word, resource, action))
    }
}

fn is_known(resource: &str, action: &str) -> bool {
    all_known().any(|known| known == (resource, action))
}

fn all_known() -> impl Iterator<Item = (&'static str, &'static str)> {
    let resources = REFERENCE.iter();
    resources.flat_map(|(resource, actions)| actions.iter().map(|action| (*resource, *action)))
}

fn grants(word: &str, resource: &str, action: &str) -> bool {
    match word.split_once(':') {
        Some(("*", "*")) => true,
        Some((granted, "*")) => granted == resource,
        Some((granted, allowed)) => granted == resource && allowed == action,
        None => false,
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::{Permissions, REFERENCE, all_known};

    fn granted(words: &[&str]) -> Vec<(&'static str, &'static str)> {
        let permissions = Permissions::new(words.iter().copied().map(String::from).collect());
        all_known()
            .filter(|(resource, action)| permissions.allows(resource, action))
            .collect()
    }

    fn any_word() -> impl Strategy<Value = String> {
        let part = || {
            prop_oneof![
                Just(String::from("*")),
                "[a-z:*-]{0,8}",
                prop::sample::select(vec!["servers", "dns", "list", "power"])
                    .prop_map(String::from)
            ]
        };
        (part(), part()).prop_map(|(resource, action)| [resource, action].join(":"))
    }

    #[test]
    fn a_permission_grants_itself_alone() {
        for (resource, action) in all_known() {
            assert_eq!(
                granted(&[&[resource, action].join(":")]),
                [(resource, action)]
            );
        }
    }

    #[test]
    fn wildcards_grant_all_of_a_resource_or_everything() {
        let everything: Vec<_> = all_known().collect();
        assert_eq!(everything.len(), 28);
        assert_eq!(granted(&["*:*"]), everything);
        for (resource, actions) in REFERENCE {
            let all_of_it: Vec<_> = actions.iter().map(|action| (resource, *action)).collect();
            assert_eq!(granted(&[&[resource, "*"].join(":")]), all_of_it);
        }
    }

    #[test]
    fn an_unknown_word_grants_nothing() {
        for word in [
            "",
            "*",
            ":",
            "servers",
            "servers:",
            ":list",
            "*:list",
            "servers:fly",
            "Servers:list",
            "servers:list:x",
            "servers: list",
            "servers:**",
        ] {
            assert_eq!(granted(&[word]), [], "{word}");
        }
        let everything = Permissions::new(vec![String::from("*:*")]);
        assert!(!everything.allows("servers", "fly"));
        assert!(!everything.allows("*", "*"));
    }

    #[test]
    fn unknown_words_are_told_apart() {
        let words = [
            "servers:list",
            "dns:*",
            "*:*",
            "moon:land",
            "servers:fly",
            "moon:*",
        ];
        let permissions = Permissions::new(words.map(String::from).to_vec());
        let unknown: Vec<_> = permissions.unknown().collect();
        assert_eq!(unknown, ["moon:land", "servers:fly", "moon:*"]);
    }

    proptest! {
        #[test]
        fn more_words_never_grant_less(words in vec(any_word(), 0..6), another in any_word()) {
            let few: Vec<&str> = words.iter().map(String::as_str).collect();
            let more: Vec<&str> = few.iter().copied().chain([another.as_str()]).collect();
            let granted_by_more = granted(&more);
            prop_assert!(granted(&few).iter().all(|permission| granted_by_more.contains(permission)));
        }

        #[test]
        fn a_wildcard_never_grants_less_than_its_parts(word in any_word()) {
            let everything = granted(&["*:*"]);
            let (resource, _) = word.split_once(':').unwrap_or_default();
            let all_of_it = granted(&[&[resource, "*"].join(":")]);
            for permission in granted(&[&word]) {
                prop_assert!(everything.contains(&permission));
                prop_assert!(word == "*:*" || all_of_it.contains(&permission));
            }
        }

        #[test]
        fn nothing_outside_the_reference_is_granted(words in vec(any_word(), 0..6), resource in "[a-z*]{0,8}", action in "[a-z*]{0,8}") {
            let known = all_known().any(|pair| pair == (resource.as_str(), action.as_str()));
            let permissions = Permissions::new(words);
            prop_assert!(known || !permissions.allows(&resource, &action));
        }
    }
}
