//! The volumes that are attached to a server.

use leptos::prelude::*;

use super::pieces::{Copyable, refresh_with_status};
use crate::api::server::Server;
use crate::api::server_details::Volume;
use crate::data::query::{Handle, use_query};
use crate::data::server::VolumesOf;
use crate::format;
use crate::pages::page::{Waiting, answered};
use crate::ui::{EmptyState, Icon, Share, TableFrame, dynamic};
use crate::words::{self, t};

/// Each volume with its size, and what they are together.
#[component]
pub(super) fn Volumes(server: Memo<Server>) -> impl IntoView {
    let id = server.with_untracked(|server| server.instance_id.clone());
    let handle = use_query(move || Some(VolumesOf(id.clone())));
    refresh_with_status(handle.asked, server);
    answered(
        handle.asked,
        words::VOLUMES_FAILED_TITLE,
        || view! { <Waiting /> }.into_any(),
        move || view! { <List handle /> }.into_any(),
    )
}

#[component]
fn List(handle: Handle<Vec<Volume>>) -> impl IntoView {
    let volumes = Signal::derive(move || handle.read(Vec::clone).unwrap_or_default());
    let any = Memo::new(move |_| volumes.with(|volumes| !volumes.is_empty()));
    dynamic(move || {
        match any.get() {
        true => view! { <Table volumes /> }.into_any(),
        false => view! {
            <EmptyState icon=Icon::Disk title=words::VOLUMES_EMPTY_TITLE text=words::VOLUMES_EMPTY_TEXT />
        }
        .into_any(),
    }
    })
}

#[component]
fn Table(volumes: Signal<Vec<Volume>>) -> impl IntoView {
    let rows = move || {
        let volumes = volumes.get();
        let total = total_size(&volumes);
        let rows = volumes
            .into_iter()
            .map(|volume| view! { <Row volume total /> });
        rows.collect_view()
    };
    let total = move || {
        let total = volumes.with(|volumes| total_size(volumes))?;
        Some(view! {
            <tfoot>
                <tr>
                    <th scope="row">{t(words::VOLUMES_TOTAL)}</th>
                    <td data-align="end">{move || size_text(total)}</td>
                    <td></td>
                </tr>
            </tfoot>
        })
    };
    view! {
        <div class="volumes">
            <TableFrame caption=words::SERVER_VOLUMES>
                <thead>
                    <tr>
                        <th scope="col">{t(words::SERVERS_NAME)}</th>
                        <th scope="col" data-align="end">
                            {t(words::VOLUMES_SIZE)}
                        </th>
                        <th scope="col">{t(words::VOLUMES_ID)}</th>
                    </tr>
                </thead>
                <tbody>{dynamic(rows)}</tbody>
                {dynamic(total)}
            </TableFrame>
        </div>
    }
}

/// A volume, and how much it is of the `total`, where that is known.
#[component]
fn Row(volume: Volume, total: Option<u64>) -> impl IntoView {
    let Volume {
        volume_id,
        name,
        size_gib,
        bootable,
    } = volume;
    let mark = bootable.then(|| view! { <span class="mark">{t(words::VOLUMES_BOOTABLE)}</span> });
    let name = move || match name.trim() {
        "" => words::VOLUMES_UNNAMED.text().to_owned(),
        name => name.to_owned(),
    };
    let share = size_gib.zip(total).map(
        |(part, whole)| view! { <Share part=Signal::stored(part) whole=Signal::stored(whole) /> },
    );
    let size = move || match size_gib {
        Some(size) => size_text(size),
        None => words::VOLUMES_NO_SIZE.text().to_owned(),
    };
    view! {
        <tr>
            <th scope="row">
                <span class="volumes__name">{name}</span>
                {mark}
            </th>
            <td data-align="end">{size} {share}</td>
            <td>
                <Copyable value=volume_id />
            </td>
        </tr>
    }
}

/// What several volumes are together, in GiB; nothing where there is only one, or where the size of one is not known.
fn total_size(volumes: &[Volume]) -> Option<u64> {
    let sizes = volumes.iter().map(|volume| volume.size_gib);
    let total = sizes.sum::<Option<u64>>();
    total.filter(|_| volumes.len() > 1)
}

fn size_text(gib: u64) -> String {
    let number = u32::try_from(gib).map_or_else(|_| gib.to_string(), format::number);
    words::volumes_gib(&number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sized(size_gib: Option<u64>) -> Volume {
        Volume {
            volume_id: "1".to_owned(),
            name: String::new(),
            size_gib,
            bootable: false,
        }
    }

    #[test]
    fn only_sizes_that_are_known_have_a_total() {
        assert_eq!(total_size(&[sized(Some(40)), sized(Some(500))]), Some(540));
        assert_eq!(total_size(&[sized(Some(40)), sized(None)]), None);
        assert_eq!(total_size(&[sized(Some(40))]), None);
        assert_eq!(total_size(&[]), None);
    }
}
