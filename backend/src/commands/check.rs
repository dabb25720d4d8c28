//! `check`: whether a database is sound.

use crate::command_line::Check;
use crate::storage::Database;

/// Fails with what is wrong with a database. One that is being served can be looked at as well.
pub fn run(arguments: Check) -> Result<(), String> {
    let path = super::path(arguments.storage)?;
    let name = path.display();
    if !path.is_file() {
        return Err(format!("There is no database {name}."));
    }
    let found = Database::open(&path)
        .and_then(|database| database.damage())
        .map_err(|error| format!("The database {name} cannot be read: {error}."))?;
    match found.as_slice() {
        [] => {
            println!("The database {name} is sound.");
            Ok(())
        }
        found => Err(format!(
            "The database {name} is damaged: {}.",
            found.join("; ")
        )),
    }
}
