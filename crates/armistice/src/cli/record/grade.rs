//! `armistice record grade`: the grade of a claim's information, from a view that hides the letters of its sources if the assessor is
//! to be blind to them.
//!
//! Must not: show a letter, or what other assessors gave, in the blind view; or say of a grade that it was given blind when this
//! register shows that it was not.

use super::Held;
use crate::{
    brief,
    cli::{
        case::{Words, write::words},
        terminal::{Terminal, printable},
    },
    failure::{Exit, Failure},
    mission::{self, Mission},
    output::{brief_v1, text},
};
use armistice_core::{
    id::ClaimId,
    incident::Independence,
    named::Named as _,
    record,
    standards::{BlindView, blind_view, information, letters},
    statement::{
        Body,
        ledger::{Credibility, InformationGraded, Ledger},
    },
};
use serde_json::{Value, json};
use std::{fmt::Write as _, path::PathBuf};

/// Grade the information of a claim.
#[derive(Debug, clap::Args)]
pub struct Grade {
    /// The mission folder.
    pub dir: PathBuf,
    /// The claim: its id or the beginning of it.
    pub claim: String,
    /// Hide the letters of the sources and what other assessors gave; the grade says that it was given blind.
    #[arg(long)]
    pub blind: bool,
    /// 2 to 6. Without it the claim is shown and nothing is written; 1 is never given, it follows from independent origins.
    #[arg(long, value_name = "N", value_parser = crate::cli::case::word::<Credibility>, requires = "assessor")]
    pub number: Option<Credibility>,
    /// Which assessor: a code, no name.
    #[arg(long, value_name = "CODE")]
    pub assessor: Option<String>,
    #[command(flatten)]
    pub words: Words,
}

/// The claim that a person means.
fn find<'a>(brief: &'a brief_v1::Brief, given: &str) -> Result<(&'a brief_v1::Claim, ClaimId), Failure> {
    let fits: Vec<&brief_v1::Claim> =
        brief.claims.iter().filter(|c| !given.is_empty() && c.id.starts_with(given)).collect();
    match fits.as_slice() {
        [one] if let Some(id) = ClaimId::parse(&one.id) => Ok((one, id)),
        list => Err(Failure::new(
            Exit::NotFound,
            format!("`{given}` means {}", text::counted(list.len(), "claim", "claims")),
            "armistice brief DIR --json lists every claim.",
        )),
    }
}

/// What is known of the origins behind the claim's incident.
fn origins(brief: &brief_v1::Brief, claim: &str) -> Option<Independence> {
    let incident = brief.incidents.iter().find(|i| i.claims.iter().any(|c| c == claim))?;
    let o = &incident.independent_origins;
    Some(Independence {
        low: o.low,
        high: o.high,
        reasons: o.reasons.clone(),
        said: o.said.clone(),
        only_parties: false,
    })
}

/// Who stands in the claim's chain, as sources are graded.
fn sources(claim: &brief_v1::Claim) -> Vec<&str> {
    claim.chain.iter().filter_map(|l| l.name.as_deref()).collect()
}

fn shown(claim: &brief_v1::Claim, view: &BlindView, held: &Held, blind: bool) -> Value {
    let mut object = json!({
        "claim": view.claim.as_str(),
        "blind": blind,
        "quote": claim.quote,
        "kind": claim.kind,
        "act": claim.act,
        "polarity": claim.polarity,
        "origins": view.origins.map(|(low, high)| json!({ "low": low, "high": high })),
        "reasons": view.reasons,
        "graded_by": view.graded_by,
    });
    if !blind {
        let of = sources(claim)
            .into_iter()
            .flat_map(|name| letters(&held.ledgers, name).into_iter().map(move |l| (name, l)));
        object["letters"] = of
            .map(|(name, l)| {
                json!({
                    "source": name, "topic": l.topic, "letter": l.letter.id(), "assessor": l.assessor.1, "member": l.assessor.0,
                    "why": l.why,
                })
            })
            .collect();
        let given = information(&held.ledgers, &view.claim, None).1;
        object["numbers"] = given
            .iter()
            .map(|g| json!({ "assessor": g.assessor.1, "member": g.assessor.0, "number": g.given.id(), "blind": g.blind, "why": g.why }))
            .collect();
    }
    object
}

fn page(value: &Value) -> String {
    let s = |v: &Value| printable(v.as_str().unwrap_or_default());
    let mut out = format!("{} ({})\n  “{}”\n", s(&value["claim"]), text::words(&s(&value["kind"])), s(&value["quote"]));
    match &value["origins"] {
        Value::Object(o) => {
            let _ = writeln!(out, "  independent origins of the incident: {} to {}", o["low"], o["high"]);
        }
        _ => out.push_str("  independent origins: not known\n"),
    }
    for r in value["reasons"].as_array().into_iter().flatten() {
        let _ = writeln!(out, "    {}", s(r));
    }
    let n = value["graded_by"].as_u64().and_then(|n| usize::try_from(n).ok()).unwrap_or_default();
    let _ = writeln!(out, "  graded by {}", text::counted(n, "assessor", "assessors"));
    if value["blind"] == true {
        out.push_str("  The letters of the sources and the numbers of others are hidden.\n");
    }
    for l in value["letters"].as_array().into_iter().flatten() {
        let _ = writeln!(
            out,
            "  {} for {}: {} by {}/{}",
            s(&l["source"]),
            s(&l["topic"]),
            s(&l["letter"]),
            s(&l["member"]),
            s(&l["assessor"])
        );
    }
    for g in value["numbers"].as_array().into_iter().flatten() {
        let blind = if g["blind"] == true { "blind" } else { "in sight of the letters" };
        let _ = writeln!(out, "  {} by {}/{}, {blind}", s(&g["number"]), s(&g["member"]), s(&g["assessor"]));
    }
    out.trim_end().to_owned()
}

/// Why a grade of this assessor would not be blind, as far as this member's own register shows it.
fn in_sight(held: &Held, member: &str, assessor: &str, claim: &brief_v1::Claim, id: &ClaimId) -> Option<String> {
    let names = sources(claim);
    let own = held.ledgers.source_grades.iter().filter(|s| s.at.member == member && s.body.assessor == assessor);
    if let Some(s) = own.into_iter().find(|s| names.contains(&s.body.source.as_str())) {
        return Some(format!("the assessor {assessor} gave {} its letter", s.body.source));
    }
    let mut given = held.ledgers.information_grades.iter().filter(|s| s.at.member == member && s.body.claim == *id);
    given
        .any(|s| s.body.assessor == assessor && !s.body.blind)
        .then(|| format!("the assessor {assessor} has graded this claim in sight of the letters"))
}

/// Runs it.
pub(super) fn run(args: &Grade, terminal: &Terminal) -> Result<Exit, Failure> {
    let mission = Mission::open(&args.dir)?;
    let brief = brief::compose(&mission, &mission.read()?);
    let (claim, id) = find(&brief, &args.claim)?;
    let Some(number) = args.number else {
        let held = Held::open(&args.dir, terminal)?;
        let view = blind_view(&held.ledgers, &id, origins(&brief, &claim.id).as_ref());
        let value = shown(claim, &view, &held, args.blind);
        terminal.result(&if terminal.json { value.to_string() } else { page(&value) });
        return Ok(Exit::Done);
    };
    let (assessor, why) = (args.assessor.clone().unwrap_or_default(), words(&args.words)?);
    if assessor.trim().is_empty() || why.trim().is_empty() {
        let next = "Give --assessor CODE and --text TEXT; the code is no name.";
        return Err(Failure::new(
            Exit::InputRefused,
            "a grade needs an assessor and a reason; nothing was written",
            next,
        ));
    }
    let mut writer = mission.writer()?;
    let held = Held::of(&record::fold(&mission::statements(&writer.registers()?)));
    if args.blind
        && let Some(seen) = in_sight(&held, mission.member.as_str(), &assessor, claim, &id)
    {
        return Err(Failure::new(
            Exit::InputRefused,
            format!("it would not be blind: {}; nothing was written", printable(&seen)),
            "Let another assessor grade it, or leave --blind out: then the grade says that it was not.",
        ));
    }
    let body = InformationGraded { claim: id, number, assessor, blind: args.blind, why };
    let said = writer.say(vec![Body::Ledger(Box::new(Ledger::InformationGraded(body)))])?;
    writer.finish()?;
    let how = if args.blind { "blind to the letters of the sources" } else { "in sight of the letters of the sources" };
    if terminal.json {
        let object =
            json!({ "kind": "information_graded", "index": said.first_index, "claim": claim.id, "blind": args.blind });
        terminal.result(&object.to_string());
    } else {
        terminal.say(&format!("Said in #{}: graded {}, {how}.", said.first_index, number.id()));
    }
    Ok(Exit::Done)
}
