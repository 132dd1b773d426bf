//! `cargo xtask demo`: writes a generated notebook as a file that the widget can import.

use std::fs;
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result};
use heard_core::time::Local;
use heard_core::transfer::export::{self, Wanted};
use heard_core::{DocumentId, Notebook, Timestamp};

/// What to generate, and where to write it.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// Any number: the same one gives the same meetings
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    /// Generate a few weeks instead of a year
    #[arg(long)]
    small: bool,
    /// The file to write [default: the standard output]
    file: Option<PathBuf>,
}

pub(crate) fn run(options: &Options) -> Result<()> {
    let since_epoch = SystemTime::now().duration_since(UNIX_EPOCH);
    let now_ms = since_epoch.context("the clock is set to a time before 1970")?.as_millis();
    let until = Local { wall_ms: i64::try_from(now_ms)?, utc_offset_min: 0 };
    let text = export(options, until);
    match &options.file {
        None => println!("{text}"),
        Some(file) => {
            fs::write(file, &text)
                .with_context(|| format!("{} is not writable", file.display()))?;
            println!("Wrote {} bytes to {}.", text.len(), file.display());
        }
    }
    Ok(())
}

/// The export of a generated notebook whose last meeting ends before this time.
fn export(options: &Options, until: Local) -> String {
    let generate = if options.small { heard_demo::small } else { heard_demo::year };
    let notebook = Notebook::from_events(generate(options.seed, until));
    let boot = DocumentId::from_random(options.seed);
    let now = Timestamp { boot, wall_ms: until.wall_ms, mono_ms: 0 };
    export::json(&notebook, Wanted::default(), now, until.utc_offset_min)
}

#[cfg(test)]
mod tests {
    use heard_core::transfer::import;

    use super::*;

    #[test]
    fn the_export_can_be_imported() {
        let options = Options { seed: 7, small: true, file: None };
        let text = export(&options, Local { wall_ms: 1_795_291_200_000, utc_offset_min: 0 });
        let preview = import::read(&text).unwrap().preview(&Notebook::default());
        assert_eq!((preview.meetings_new, preview.clients_new, preview.damaged), (12, 5, 0));
    }
}
