//! `armistice serve`: a mission folder over HTTP, for other members.
//!
//! Must not: say who asks, or anything about contents.

use super::terminal::Terminal;
use crate::{
    beat, clock,
    exchange::disk,
    failure::{Exit, Failure},
    mission::Mission,
    serve::{
        self, Limits,
        take::{Desk, routes},
    },
};
use std::{path::PathBuf, sync::Arc, time::Duration};

/// How often a server without a beat looks whether there is something new to publish.
const LOOK: Duration = Duration::from_secs(10);

/// Serve a mission folder to other members.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The mission folder.
    pub dir: PathBuf,
    /// Where to listen. Beyond this machine, put a web server with TLS in front.
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8650")]
    pub listen: String,
    /// Publish at this interval only, and say a beat each time: 30s, 10m, 1h.
    #[arg(long, value_name = "DURATION", value_parser = duration)]
    pub beat: Option<Duration>,
    /// Entries of a beat.
    #[arg(long, value_name = "N", default_value_t = beat::SLOTS, requires = "beat")]
    pub slots: u32,
    /// Connections at a time.
    #[arg(long, value_name = "N", default_value_t = serve::CONNECTIONS)]
    pub connections: usize,
}

/// Runs it.
pub fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    let mission = Mission::open(&args.dir)?;
    if let Err(failure) = disk::publish_own(&mission) {
        terminal.warn(&failure.sentence);
    }
    let witness = disk::witness(&mission)?;
    let witnessing = witness.is_some();
    let id = mission.file.id.clone();
    let desk = Desk::new(mission, witness);
    let work = work(args, Mission::open(&args.dir)?, Arc::clone(&desk), terminal.hushed());
    let limits = Limits { connections: args.connections, ..Limits::default() };
    let running = serve::start(&args.listen, routes(desk), limits, true, Some((args.beat.unwrap_or(LOOK), work)))?;
    let address = format!("http://{}", running.address);
    if terminal.json {
        terminal.result(&serde_json::json!({ "mission": id, "address": address, "witness": witnessing }).to_string());
    } else {
        terminal.result(&format!("serving mission {id} at {address}"));
    }
    running.wait()?;
    Ok(Exit::Done)
}

/// What is done at each interval. What fails is said, and tried again the next time.
fn work(args: &Args, mission: Mission, desk: Arc<Desk>, terminal: Terminal) -> Box<dyn FnMut() + Send> {
    let (beats, slots) = (args.beat, args.slots);
    let mut said = None;
    Box::new(move || {
        let done = (|| {
            if let Some(period) = beats {
                beat::run_at(&mission, slots, period.as_secs(), clock::now())?;
            }
            disk::publish_own(&mission)?;
            desk.refresh()
        })();
        let trouble = done.err().map(|f: Failure| f.sentence);
        // Once, until it changes: a trouble that lasts is no news every ten seconds.
        if trouble != said
            && let Some(sentence) = &trouble
        {
            terminal.warn(sentence);
        }
        said = trouble;
    })
}

/// A whole number of seconds, minutes or hours.
fn duration(text: &str) -> Result<Duration, String> {
    let wrong = || format!("`{text}` is not a number of seconds, minutes or hours, such as 30s, 10m, 1h");
    let (number, unit) = match text.strip_suffix(['s', 'm', 'h']) {
        Some(number) => (number, &text[number.len()..]),
        None => (text, "s"),
    };
    let factor = match unit {
        "h" => 3600,
        "m" => 60,
        _ => 1,
    };
    let seconds = number.parse::<u64>().ok().and_then(|n| n.checked_mul(factor)).filter(|s| (1..=604_800).contains(s));
    seconds.map(Duration::from_secs).ok_or_else(wrong)
}
