//! `cargo xtask demo`: a notebook that nobody lived, as the file that the widget brings in.

use std::fs;
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result};
use heard_core::time::Local;
use heard_core::transfer::export::{self, Wanted};
use heard_core::{DocumentId, Notebook, Timestamp};

use crate::usage;

/// The seed one gets without asking.
const USUAL_SEED: u64 = 1;

#[derive(Debug, PartialEq, Eq)]
struct Wishes {
    seed: u64,
    small: bool,
    file: Option<PathBuf>,
}

pub(crate) fn run(words: &[String]) -> Result<()> {
    let wishes = parse(words)?;
    let now_ms = SystemTime::now().duration_since(UNIX_EPOCH).context("the clock is set")?;
    let until = Local { wall_ms: i64::try_from(now_ms.as_millis())?, utc_offset_min: 0 };
    let text = told(&wishes, until);
    match &wishes.file {
        None => println!("{text}"),
        Some(file) => {
            fs::write(file, &text).with_context(|| format!("{} is written", file.display()))?;
            println!("{} holds {} bytes.", file.display(), text.len());
        }
    }
    Ok(())
}

/// The file of the notebook that ends at this moment.
fn told(wishes: &Wishes, until: Local) -> String {
    let make = if wishes.small { heard_demo::small } else { heard_demo::year };
    let desk = Notebook::gather(make(wishes.seed, until));
    let now = Timestamp {
        boot: DocumentId::from_random(wishes.seed),
        wall_ms: until.wall_ms,
        mono_ms: 0,
    };
    export::json(&desk, Wanted::default(), now, until.utc_offset_min)
}

fn parse(words: &[String]) -> Result<Wishes> {
    let mut wishes = Wishes { seed: USUAL_SEED, small: false, file: None };
    let mut words = words.iter().map(String::as_str);
    while let Some(word) = words.next() {
        match word {
            "--small" => wishes.small = true,
            "--seed" => wishes.seed = seed(words.next().unwrap_or_default())?,
            _ if word.starts_with("--seed=") => wishes.seed = seed(&word["--seed=".len()..])?,
            _ if word.starts_with('-') || wishes.file.is_some() => {
                return Err(usage::misused(format!("`demo` does not know `{word}`")));
            }
            _ => wishes.file = Some(word.into()),
        }
    }
    Ok(wishes)
}

fn seed(text: &str) -> Result<u64> {
    text.parse().map_err(|_| usage::misused(format!("`--seed` takes a whole number, not `{text}`")))
}

#[cfg(test)]
mod tests {
    use heard_core::transfer::import;

    use super::*;
    use crate::usage::Misused;

    fn words(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn each_wish_is_heard_and_anything_else_refused() {
        let wishes = parse(&words("--seed 7 --small demo.json")).unwrap();
        assert_eq!(wishes, Wishes { seed: 7, small: true, file: Some("demo.json".into()) });
        assert_eq!(parse(&words("--seed=7")).unwrap().seed, 7);
        for wrong in ["--seed", "--seed x", "--large", "one.json two.json"] {
            assert!(parse(&words(wrong)).unwrap_err().is::<Misused>(), "{wrong}");
        }
    }

    #[test]
    fn what_it_writes_is_fit_to_be_brought_in() {
        let wishes = Wishes { seed: 7, small: true, file: None };
        let text = told(&wishes, Local { wall_ms: 1_795_291_200_000, utc_offset_min: 0 });
        let preview = import::read(&text).unwrap().preview(&Notebook::default());
        assert_eq!((preview.meetings_new, preview.clients_new, preview.damaged), (12, 5, 0));
    }
}
