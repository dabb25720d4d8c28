//! Servers as a file: a table for people and their spreadsheets, or JSON for programs.

mod csv;
mod json;

use chrono::{DateTime, FixedOffset};

pub use self::csv::lines;
pub use self::json::json;
use crate::api::server::Server;

/// The heads of the table's columns, in the reader's language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heads {
    /// Over the instance ids.
    pub id: String,
    /// Over the names.
    pub name: String,
    /// Over the statuses, which stand there as the service spells them.
    pub status: String,
    /// Over the regions.
    pub region: String,
    /// Over the addresses, which are joined by spaces.
    pub addresses: String,
    /// Over the times at which the servers were made.
    pub created: String,
    /// Over the times at which their plans end.
    pub expires: String,
}

/// The servers as CSV (RFC 4180) in UTF-8, for whatever opens it: with the mark by which a spreadsheet knows UTF-8, with
/// times as RFC 3339 writes them, and with no text that a spreadsheet would take for a formula.
#[must_use]
pub fn csv(heads: &Heads, servers: &[Server]) -> String {
    let head = [
        &heads.id,
        &heads.name,
        &heads.status,
        &heads.region,
        &heads.addresses,
        &heads.created,
        &heads.expires,
    ];
    let mut rows = vec![head.map(String::clone)];
    rows.extend(servers.iter().map(row));
    lines(rows.iter().map(<[String; 7]>::as_slice))
}

fn row(server: &Server) -> [String; 7] {
    [
        server.instance_id.clone(),
        server.name.clone(),
        server.status.as_word().to_owned(),
        server.region.clone(),
        server.ip_addresses.join(" "),
        time(server.created.as_ref()).unwrap_or_default(),
        time(server.expired.as_ref()).unwrap_or_default(),
    ]
}

/// A time as RFC 3339 writes it.
fn time(time: Option<&DateTime<FixedOffset>>) -> Option<String> {
    time.map(DateTime::to_rfc3339)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::server::Status;

    fn server(name: &str) -> Server {
        Server {
            instance_id: "7f3a".to_owned(),
            status: Status::Shutoff,
            addresses: "net=192.0.2.1".to_owned(),
            name: name.to_owned(),
            created: DateTime::parse_from_rfc3339("2026-01-31T08:00:00+07:00").ok(),
            expired: None,
            ip_addresses: vec!["192.0.2.1".to_owned(), "2001:db8::1".to_owned()],
            region: "HN-01".to_owned(),
        }
    }

    fn heads() -> Heads {
        Heads {
            id: "ID".to_owned(),
            name: "Tên".to_owned(),
            status: "Trạng thái".to_owned(),
            region: "Khu vực".to_owned(),
            addresses: "Địa chỉ IP".to_owned(),
            created: "Ngày tạo".to_owned(),
            expires: "Hết hạn".to_owned(),
        }
    }

    #[test]
    fn a_table_has_a_head_and_a_line_for_each_server() {
        let expected = "\u{feff}ID,Tên,Trạng thái,Khu vực,Địa chỉ IP,Ngày tạo,Hết hạn\r\n\
            7f3a,\"web, \"\"old\"\"\",SHUTOFF,HN-01,192.0.2.1 2001:db8::1,2026-01-31T08:00:00+07:00,\r\n";
        assert_eq!(csv(&heads(), &[server("web, \"old\"")]), expected);
    }

    #[test]
    fn a_name_is_never_a_formula() {
        let table = csv(&heads(), &[server("=HYPERLINK(\"//evil.example\")")]);
        assert!(table.contains(",\"'=HYPERLINK(\"\"//evil.example\"\")\","));
    }

    #[test]
    fn json_has_the_fields_of_the_contract() {
        let one = "{\"instance_id\":\"7f3a\",\"status\":\"SHUTOFF\",\"addresses\":\"net=192.0.2.1\",\
            \"name\":\"a \\\"b\\\"\",\"created\":\"2026-01-31T08:00:00+07:00\",\"expired\":null,\
            \"ip_addresses\":[\"192.0.2.1\",\"2001:db8::1\"],\"region\":\"HN-01\"}";
        let expected = ["[\n", one, ",\n", one, "\n]\n"].concat();
        assert_eq!(json(&[server("a \"b\""), server("a \"b\"")]), expected);
        assert_eq!(json(&[]), "[\n]\n");
    }
}
