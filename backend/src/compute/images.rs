//! The operating systems that a server can be made of.
//!
//! No call of the contract lists them: the front end has the same list in its `public/config.json`.

/// What kind of system an image holds; they take different times to install.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// Any Linux.
    Linux,
    /// Any Windows.
    Windows,
}

/// One operating system to choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Image {
    /// What a rebuild names as `os_image`.
    pub id: i64,
    /// What people call it.
    pub name: &'static str,
    /// What kind of system it is.
    pub family: Family,
}

/// Every image.
pub const IMAGES: [Image; 4] = [
    Image {
        id: 1,
        name: "Debian 12",
        family: Family::Linux,
    },
    Image {
        id: 2,
        name: "Ubuntu 24.04 LTS",
        family: Family::Linux,
    },
    Image {
        id: 3,
        name: "AlmaLinux 9",
        family: Family::Linux,
    },
    Image {
        id: 4,
        name: "Windows Server 2022",
        family: Family::Windows,
    },
];

/// The image of this number.
pub fn find(id: i64) -> Option<Image> {
    IMAGES.into_iter().find(|image| image.id == id)
}
