//! What the document has a browser fetch first, told before the document itself.

use axum::http::HeaderValue;

/// How the build begins an element that names such a file (`index.html` of the application).
const ELEMENT: &str = "<link rel=\"preload\" ";

/// The header `Link` of an answer with `document`: all that its elements `<link rel="preload">` name with a digest. A browser
/// reads it, and asks, before it begins with the document, which takes a phone a tenth of a second. `None` where nothing is
/// named.
#[must_use]
pub fn link_header(document: &str) -> Option<HeaderValue> {
    let links: Vec<String> = document.split(ELEMENT).skip(1).filter_map(link).collect();
    match links.is_empty() {
        true => None,
        false => HeaderValue::from_str(&links.join(", ")).ok(),
    }
}

/// The link that says what the element says whose attributes `rest` begins with.
fn link(rest: &str) -> Option<String> {
    let (attributes, _) = rest.split_once('>')?;
    let value = |name: &str| {
        let mut all = attributes.split(' ');
        all.find_map(|attribute| {
            let quoted = attribute.strip_prefix(name)?.strip_prefix("=\"")?;
            quoted.strip_suffix('"')
        })
    };
    let (address, kind, digest) = (value("href")?, value("as")?, value("integrity")?);
    Some(format!(
        "<{address}>; rel=preload; as={kind}; integrity=\"{digest}\""
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_named_with_a_digest_is_told_in_its_order() {
        let document = concat!(
            r#"<head><link rel="preload" href="/a.css" as="style" integrity="sha256-A=">"#,
            r#"<link data-rel="preload" data-portal="/b.wasm" as="fetch">"#,
            r#"<link rel="preload" href="/c.js" as="script" integrity="sha256-C=">"#,
            r#"<link rel="preload" href="/d.js" as="script"></head>"#,
        );
        let told = link_header(document).unwrap();
        assert_eq!(
            told,
            "</a.css>; rel=preload; as=style; integrity=\"sha256-A=\", \
             </c.js>; rel=preload; as=script; integrity=\"sha256-C=\""
        );
    }

    #[test]
    fn a_document_that_names_nothing_has_no_header() {
        for document in [
            "",
            "<p>",
            r#"<link rel="preload" href="/a.css" as="style""#,
            "<link rel=\"preload\" href=\"/a\n.css\" as=\"style\" integrity=\"sha256-A=\">",
        ] {
            assert_eq!(link_header(document), None, "{document}");
        }
    }
}
