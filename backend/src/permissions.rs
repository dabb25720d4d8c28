//! What a token may do: `resource:action`, with `*` for all (contract, Permissions).

/// One thing that a call asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Permission {
    resource: &'static str,
    action: &'static str,
}

/// Seeing servers and what belongs to them.
pub const SERVERS_LIST: Permission = Permission {
    resource: "servers",
    action: "list",
};
/// Starting, stopping and rebooting.
pub const SERVERS_POWER: Permission = Permission {
    resource: "servers",
    action: "power",
};
/// Changing a server, or sitting at its keyboard.
pub const SERVERS_UPDATE: Permission = Permission {
    resource: "servers",
    action: "update",
};
/// What only a person who signed in may do.
pub const EVERYTHING: Permission = Permission {
    resource: "*",
    action: "*",
};

/// Every resource with its actions, as the contract lists them.
const KNOWN: [(&str, &[&str]); 10] = [
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

impl Permission {
    /// Whether one of `granted` covers this permission.
    pub fn is_granted_by(self, granted: &[String]) -> bool {
        granted
            .iter()
            .filter_map(|text| text.split_once(':'))
            .any(|(resource, action)| {
                let resource_fits = resource == "*" || resource == self.resource;
                let action_fits = action == "*" || action == self.action;
                resource_fits && action_fits
            })
    }
}

impl std::fmt::Display for Permission {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}:{}", self.resource, self.action)
    }
}

/// Whether `text` is a permission that the contract knows.
pub fn is_known(text: &str) -> bool {
    let Some((resource, action)) = text.split_once(':') else {
        return false;
    };
    if resource == "*" {
        return action == "*";
    }
    KNOWN
        .iter()
        .any(|(known, actions)| *known == resource && (action == "*" || actions.contains(&action)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn granted(texts: &[&str]) -> Vec<String> {
        texts.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_permission_is_granted_by_itself_and_by_wildcards() {
        for grant in ["servers:power", "servers:*", "*:*"] {
            assert!(
                SERVERS_POWER.is_granted_by(&granted(&["dns:list", grant])),
                "{grant}"
            );
        }
    }

    #[test]
    fn a_permission_is_not_granted_by_others() {
        for grant in ["servers:list", "dns:*", "power", "servers:powers", ""] {
            assert!(!SERVERS_POWER.is_granted_by(&granted(&[grant])), "{grant}");
        }
        assert!(!SERVERS_POWER.is_granted_by(&[]));
        assert!(!EVERYTHING.is_granted_by(&granted(&["servers:*"])));
    }

    #[test]
    fn only_the_contracts_permissions_are_known() {
        assert!(is_known("servers:snapshot") && is_known("dns:*") && is_known("*:*"));
        assert!(!is_known("servers:fly") && !is_known("*:list") && !is_known("servers"));
    }
}
