//! `armistice serve`: a mission folder over HTTP, for other members.
//!
//! Must not: say who asks, or anything about contents.

use super::terminal::Terminal;
use crate::{
    beat, clock,
    desk::{
        self, Desk,
        access::{self, Gate, Settings, Store},
    },
    exchange::disk,
    failure::{Exit, Failure},
    mission::Mission,
    serve::{
        self, Limits,
        take::{Folder, routes},
    },
};
use std::{path::PathBuf, sync::Arc, time::Duration};

/// How often a server without a beat looks whether there is something new to publish.
const LOOK: Duration = Duration::from_secs(10);

/// How often the head of the audit trail is put into the register, in seconds, if there is something new.
const ANCHOR: i64 = 3600;

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
    /// Where browsers see the desk, if a web server with TLS stands in front: `https://desk.example.org`
    #[arg(long, value_name = "URL")]
    pub origin: Option<String>,
    /// Serve other members only, without the desk.
    #[arg(long)]
    pub no_desk: bool,
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
    let folder = Folder::new(mission, witness);
    let work = work(args, Mission::open(&args.dir)?, Arc::clone(&folder), terminal.hushed());
    let limits = Limits { connections: args.connections, ..Limits::default() };
    let mut app = routes(folder);
    let (mut link, mut audited) = (None, None);
    let listener = serve::listen(&args.listen)?;
    let port = listener.local_addr().map_or(0, |a| a.port());
    if !args.no_desk {
        let desk = Desk::open(Mission::open(&args.dir)?)?;
        let store = Store::open(&args.dir).map_err(|e| store_failed(&e))?;
        // A link of the command line is for the person at it: printed once, used once.
        link = access::first_link(&store, clock::now()).map_err(|e| store_failed(&e))?;
        let settings =
            Settings { origin: args.origin.clone(), proxied: args.origin.is_some(), port, ..Settings::default() };
        let (router, gate) = desk::app(&desk, store, settings)?;
        app = gate.headers(app).merge(router);
        watch(&desk, &gate, terminal.hushed());
        audited = Some((desk, gate));
    }
    let running = serve::start_on(listener, app, limits, true, Some((args.beat.unwrap_or(LOOK), work)))?;
    let address = args.origin.clone().unwrap_or_else(|| format!("http://{}", running.address));
    let sign_in = link.map(|l| format!("{address}{}", l.path()));
    if terminal.json {
        let object =
            serde_json::json!({ "mission": id, "address": address, "witness": witnessing, "sign_in": sign_in });
        terminal.result(&object.to_string());
    } else {
        terminal.result(&format!("serving mission {id} at {address}"));
        if let Some(sign_in) = sign_in {
            terminal
                .result(&format!("Open {sign_in}\n(this link signs in once, within twenty minutes). Ctrl-C stops."));
        }
    }
    let ended = running.wait();
    if let Some((desk, gate)) = audited
        && let Err(failure) = access::anchor::run(&desk.mission, gate.store(), clock::now())
    {
        terminal.warn(&failure.sentence);
    }
    ended?;
    Ok(Exit::Done)
}

fn store_failed(e: &dyn std::fmt::Display) -> Failure {
    Failure::new(Exit::Failed, format!("the accounts of the desk: {e}"), "Check the folder `desk` of the mission.")
}

/// Composes the record anew when the folder has changed: a colleague's command, an exchange.
fn watch(desk: &Arc<Desk>, gate: &Gate, terminal: Terminal) {
    let (desk, gate) = (Arc::downgrade(desk), gate.clone());
    std::thread::spawn(move || {
        let mut said = None;
        let mut anchored = clock::now();
        loop {
            std::thread::sleep(Duration::from_secs(1));
            let Some(desk) = desk.upgrade() else { return };
            let mut trouble = desk.snapshots.refresh(&desk.mission).err().map(|f| f.sentence);
            if clock::now() >= anchored + ANCHOR {
                anchored = clock::now();
                trouble =
                    trouble.or(access::anchor::run(&desk.mission, gate.store(), anchored).err().map(|f| f.sentence));
            }
            if trouble != said
                && let Some(sentence) = &trouble
            {
                terminal.warn(sentence);
            }
            said = trouble;
        }
    });
}

/// What is done at each interval. What fails is said, and tried again the next time.
fn work(args: &Args, mission: Mission, folder: Arc<Folder>, terminal: Terminal) -> Box<dyn FnMut() + Send> {
    let (beats, slots) = (args.beat, args.slots);
    let mut said = None;
    Box::new(move || {
        let done = (|| {
            if let Some(period) = beats {
                beat::run_at(&mission, slots, period.as_secs(), clock::now())?;
            }
            disk::publish_own(&mission)?;
            folder.refresh()
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
