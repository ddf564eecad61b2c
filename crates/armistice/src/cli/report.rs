//! `armistice report`: the accountability report of a period, as JSON, page, PDF, table or map data; and issuing one.
//!
//! Must not: compose (see `report`), or issue anything whose fields the public edition may not hold.

use super::terminal::Terminal;
use crate::{
    brief, clock, durable,
    failure::{Exit, Failure},
    mission::{self, Holdings, Mission},
    output::{brief_v1::RegisterAsOf, page_html, page_pdf, report_v1::Report},
    report::{
        self, Inputs, Kind, Refused,
        as_of::{self, Here, NotHere, Wanted},
    },
    wording::Language,
};
use armistice_core::{
    id::ReportId,
    named::Named as _,
    record::Register,
    statement::{
        Body,
        ledger::{AsOf, Edition, Ledger, ReportIssued},
        wire::{Digest, Interval},
    },
    time::Moment,
};
use clap::ValueEnum;
use jiff::{Timestamp, civil::Date};
use sha2::{Digest as _, Sha256};
use std::{
    fs::File,
    io::Read as _,
    path::{Path, PathBuf},
};

/// Compose the report of a period, and issue it.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The mission folder.
    pub dir: PathBuf,
    /// First day, in the time zone of the agreement: 2017-01-16.
    #[arg(long, value_name = "DATE")]
    pub from: Date,
    /// Last day.
    #[arg(long, value_name = "DATE")]
    pub to: Date,
    /// The cut-off: statements dated later are left out. 2017-01-23T19:30:00+02:00; else now.
    #[arg(long, value_name = "TIME")]
    pub at: Option<Timestamp>,
    /// From the registers at the sizes that this file names: a report in its JSON form, whose cut-off is taken too, or a list of sizes.
    #[arg(long, value_name = "FILE", conflicts_with = "issue")]
    pub as_of: Option<PathBuf>,
    /// For whom: the public edition is another document, with fewer fields.
    #[arg(long, value_enum, default_value = "internal")]
    pub edition: EditionArg,
    /// One day, seven days, any period, or all since the agreement took effect.
    #[arg(long, value_enum, default_value = "period")]
    pub kind: KindArg,
    /// The language of page and PDF.
    #[arg(long, value_enum, default_value = "en")]
    pub language: LanguageArg,
    /// What is printed.
    #[arg(long, value_enum, default_value = "json")]
    pub format: Format,
    /// Write it to a file instead.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Say in this member's register that it was issued, with its digest and the registers that it rests on.
    #[arg(long)]
    pub issue: bool,
}

/// For whom.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum EditionArg {
    /// Members of the mechanism.
    Internal,
    /// Everybody.
    Public,
}

/// Which kind.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum KindArg {
    /// One day.
    Daily,
    /// Seven days.
    Weekly,
    /// Any number of days.
    Period,
    /// Since the agreement took effect.
    Closing,
}

/// Which language.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum LanguageArg {
    /// English.
    En,
    /// Arabic.
    Ar,
}

/// What is printed.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Format {
    /// All of it, for programs.
    Json,
    /// A page.
    Html,
    /// Pages for paper.
    Pdf,
    /// The table of incidents.
    Csv,
    /// Incidents and zones for maps.
    Geojson,
}

/// Runs it.
pub fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    if terminal.json && !matches!(args.format, Format::Json) {
        return Err(usage("--json and --format name two formats", "Leave one of them out."));
    }
    if matches!(args.format, Format::Pdf) && args.out.is_none() {
        return Err(usage("a PDF is not printed to standard output", "Name a file: --out report.pdf"));
    }
    let wanted = args.as_of.as_deref().map(wanted).transpose()?;
    let now = clock::now();
    let cut_off = args.at.or(wanted.as_ref().and_then(|w| w.cut_off)).map_or(now, Timestamp::as_second);
    if cut_off > now {
        return Err(usage("the cut-off is in the future", "Give a time that has passed: --at TIME"));
    }
    let mission = Mission::open(&args.dir)?;
    let holdings = mission.read()?;
    let (registers, as_of) = match &wanted {
        Some(wanted) => cut(&holdings, wanted)?,
        None => (mission::statements(&holdings.registers), brief::as_of(&holdings)),
    };
    let inputs = Inputs {
        mission: &mission.file.id,
        title: &mission.file.title,
        registers: &registers,
        as_of: &as_of,
        from: args.from,
        to: args.to,
        cut_off,
        kind: kind(args.kind),
        edition: edition(args.edition),
    };
    let composed = report::compose(&inputs).map_err(refused)?;
    let json = to_json(&composed)?;
    if inputs.edition == Edition::Public {
        fit_for_the_public(&json)?;
    }
    drop(holdings);
    put(args, terminal, &composed, &json)?;
    if args.issue {
        issue(&mission, &composed, &json, cut_off, terminal)?;
    }
    Ok(Exit::Done)
}

/// The registers that a file names.
fn wanted(path: &Path) -> Result<Wanted, Failure> {
    let refused = |exit, why: &dyn std::fmt::Display| {
        let hint = "Give a report in its JSON form, or {\"registers\": [{\"origin\": …, \"size\": …}]}.";
        Failure::new(exit, format!("{}: {why}", path.display()), hint)
    };
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|f| f.take(as_of::FILE_MAX + 1).read_to_end(&mut bytes));
    match read {
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Err(refused(Exit::NotFound, &e)),
        Err(e) => return Err(refused(Exit::Failed, &e)),
        Ok(_) => {}
    }
    if bytes.len() as u64 > as_of::FILE_MAX {
        return Err(refused(Exit::InputRefused, &format!("more than {} bytes", as_of::FILE_MAX)));
    }
    as_of::read(&bytes).map_err(|e| refused(Exit::InputRefused, &e))
}

/// The registers at the sizes that are wanted.
fn cut(holdings: &Holdings, wanted: &Wanted) -> Result<(Vec<Register>, Vec<RegisterAsOf>), Failure> {
    let here: Vec<Here<'_>> =
        holdings.registers.iter().map(|r| Here { register: &r.register, leaves: r.reading.leaves() }).collect();
    as_of::cut(&here, wanted).map_err(|e| match &e {
        NotHere::Missing(_) | NotHere::Shorter { .. } => Failure::new(
            Exit::NotFound,
            e.to_string(),
            "Exchange registers with a member who has them: armistice sync.",
        ),
        NotHere::OtherHistory { .. } => Failure::new(
            Exit::NotVerified,
            e.to_string(),
            "Ask who issued the report which history it rests on; armistice evidence.",
        ),
    })
}

fn usage(sentence: &str, hint: &str) -> Failure {
    Failure::new(Exit::Usage, sentence, hint)
}

fn kind(k: KindArg) -> Kind {
    match k {
        KindArg::Daily => Kind::Daily,
        KindArg::Weekly => Kind::Weekly,
        KindArg::Period => Kind::Period,
        KindArg::Closing => Kind::Closing,
    }
}

fn edition(e: EditionArg) -> Edition {
    match e {
        EditionArg::Internal => Edition::Internal,
        EditionArg::Public => Edition::Public,
    }
}

fn language(l: LanguageArg) -> Language {
    match l {
        LanguageArg::En => Language::English,
        LanguageArg::Ar => Language::Arabic,
    }
}

fn refused(why: Refused) -> Failure {
    let hint = match &why {
        Refused::Backwards { .. } => "Swap --from and --to.".to_owned(),
        Refused::Length { .. } => "Choose other days, or --kind period.".to_owned(),
        Refused::TooLong { .. } => "Choose fewer days.".to_owned(),
        Refused::Closing { effective, .. } => format!("Give --from {effective}, or --kind period."),
    };
    Failure::new(Exit::Usage, why.to_string(), hint)
}

fn to_json(report: &Report) -> Result<String, Failure> {
    report::json(report).map_err(|e| Failure::new(Exit::Failed, format!("the report as JSON: {e}"), "Report this."))
}

/// A public edition holds the fields that the list names, and no other. What is new is first put on the list by somebody.
fn fit_for_the_public(json: &str) -> Result<(), Failure> {
    let value = serde_json::from_str(json)
        .map_err(|e| Failure::new(Exit::Failed, format!("the report as JSON: {e}"), "Report this."))?;
    let more = report::edition::unlisted(&value);
    if more.is_empty() {
        return Ok(());
    }
    Err(Failure::new(
        Exit::Denied,
        format!("the public edition would hold fields that are not on its list: {}", more.join(", ")),
        "Nothing was written. Report this.",
    ))
}

fn put(args: &Args, terminal: &Terminal, report: &Report, json: &str) -> Result<(), Failure> {
    let pages = || report::blocks::document(report, language(args.language));
    let bytes = match args.format {
        Format::Json => json.as_bytes().to_vec(),
        Format::Csv => report::csv::render(report).into_bytes(),
        Format::Geojson => report::geojson::render(report).to_string().into_bytes(),
        Format::Html => page_html::render(&pages()).into_bytes(),
        Format::Pdf => page_pdf::render(&pages()).map_err(|e| Failure::from_error(&e))?,
    };
    match &args.out {
        Some(file) => {
            durable::replace(file, &bytes).map_err(|e| Failure::from_error(&e))?;
            terminal.say(&format!("wrote {}", file.display()));
        }
        None => terminal.result(&String::from_utf8_lossy(&bytes)),
    }
    Ok(())
}

/// Says that the report was issued. It is dated after its cut-off, so that the registers up to the cut-off give it again.
fn issue(mission: &Mission, report: &Report, json: &str, cut_off: i64, terminal: &Terminal) -> Result<(), Failure> {
    let mut writer = mission.writer()?;
    let day = |text: &str| text.parse::<Moment>().ok();
    let as_of = report.title.as_of.iter().filter_map(|a| {
        let root = data_encoding::HEXLOWER.decode(a.root.as_bytes()).ok()?.try_into().ok()?;
        Some(AsOf { origin: a.origin.clone(), size: a.size, root: Digest(root) })
    });
    let edition = Edition::from_id(&report.edition)
        .ok_or_else(|| Failure::new(Exit::Failed, "the report has no edition", "Report this."))?;
    let supersedes = report.title.supersedes.as_ref().and_then(|r| ReportId::parse(&r.id));
    let issued = ReportIssued {
        report: ReportId::begun(&mission.file.id, mission.member.as_str(), writer.size()),
        edition,
        number: report.title.number,
        period: Interval { from: day(&report.title.period.from), to: day(&report.title.period.to) },
        digest: Digest(Sha256::digest(json.as_bytes()).into()),
        as_of: as_of.collect(),
        supersedes,
    };
    let said = format!(
        "Issued: report no. {} ({edition}), {}, SHA-256 of its JSON form {}.",
        issued.number,
        issued.report,
        issued.digest,
        edition = edition.id(),
    );
    let body = Body::Ledger(Box::new(Ledger::Report(issued)));
    writer.say_at(clock::now().max(cut_off.saturating_add(1)), vec![body])?;
    for warning in writer.warnings.clone() {
        terminal.warn(&warning);
    }
    writer.finish()?;
    terminal.say(&said);
    Ok(())
}
