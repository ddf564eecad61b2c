//! `armistice demo`: the main job on demonstration articles, offline and with no configuration.
//!
//! Must not: do anything that `init`, `add` and `brief` do not do.

use super::{add, terminal::Terminal};
use crate::{
    agreements, brief,
    failure::{Exit, Failure},
    intake::Source,
    mission::Mission,
    output,
};
use std::path::PathBuf;

/// What the demonstration mission calls itself.
pub const TITLE: &str = "Demonstration: a truce, its first weeks (fictional pages)";

/// The agreement that the demonstration is held against.
const AGREEMENT: &str = include_str!("../../../../agreements/syria-2016-12-30.toml");

macro_rules! pages {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_bytes!(concat!("../../../../scenarios/demo/", $name)))),*]
    };
}

/// The pages, which are our own fiction; `scenarios/demo/README.md` says what each plays.
pub const PAGES: &[(&str, &[u8])] = pages!(
    "01-harbour-courier.txt",
    "02-valley-observer.txt",
    "03-lakeside-post.html",
    "04-northern-ledger.txt",
    "05-quayside-review.md",
    "06-steppe-mirror.txt",
    "events.csv",
);

/// Run the main job on demonstration articles.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder to make. An earlier demonstration there is used again.
    #[arg(default_value = "armistice-demo")]
    pub dir: PathBuf,
}

/// Runs it.
pub fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    let mission = if args.dir.join("mission.toml").exists() {
        let mission = Mission::open(&args.dir)?;
        if mission.file.title != TITLE {
            return Err(Failure::new(
                Exit::Usage,
                format!("{} is a mission, and no demonstration", args.dir.display()),
                "Choose another folder: armistice demo DIR",
            ));
        }
        mission
    } else {
        let agreement = agreements::parse(AGREEMENT.as_bytes().to_vec()).map_err(|problems| {
            Failure::new(Exit::Failed, format!("the built-in agreement: {}", problems.join(" ")), "Report this.")
        })?;
        Mission::create(&args.dir, TITLE, "analyst", agreements::adopt(&agreement))?
    };
    let sources =
        PAGES.iter().map(|(name, bytes)| Source::Bytes { name: (*name).to_owned(), bytes: bytes.to_vec() }).collect();
    let (outcome, done) = add::take_in(&mission, sources, &terminal.hushed());
    done?;
    terminal.say(&format!(
        "Demonstration pages, written for this program; places and the agreement are real, the rest is fiction.\n\
         Mission folder: {} ({} new documents)\n",
        args.dir.display(),
        outcome.added.len()
    ));
    let holdings = mission.read()?;
    let brief = brief::compose(&mission, &holdings);
    if terminal.json {
        let json = serde_json::to_string(&brief)
            .map_err(|e| Failure::new(Exit::Failed, format!("the brief as JSON: {e}"), "Report this."))?;
        terminal.result(&json);
        return Ok(Exit::Done);
    }
    terminal.result(&output::text::render(&brief, terminal));
    let dir = args.dir.display();
    terminal.say(&format!(
        "\nNext:  armistice show {dir} 2               a document, with every statement about it\n       \
         armistice brief {dir} --html brief.html\n       \
         armistice check {dir}                recompute everything\n\
         Your own:  armistice init m --agreement FILE --member NAME && armistice add m FILES && armistice brief m"
    ));
    Ok(Exit::Done)
}
