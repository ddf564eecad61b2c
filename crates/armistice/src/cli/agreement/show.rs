//! `armistice agreement show`: an agreement as people read it, with what is contested, silent or to be confirmed beside it.
//!
//! Must not: print an alias, or hide that a value is the mechanism's default.

use super::super::terminal::{Terminal, Tone, printable};
use crate::{
    agreements::{self, AgreementFile},
    failure::{Exit, Failure},
    mission::{self, Mission},
};
use armistice_core::agreement::{
    Agreement, Bearer, EffectiveMoment, Marks, Modality, Texts,
    name::ActorId,
    words::{ClockKind, Cover, GeometryStatus, Known, Membership, ModalitySource, StatementKind},
};
use armistice_core::record;
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::path::Path;

/// Runs it.
pub(super) fn run(path: &Path, terminal: &Terminal) -> Result<Exit, Failure> {
    let files = load(path)?;
    if terminal.json {
        let list = files.iter().map(object).collect::<Vec<_>>();
        terminal.result(&json!({ "agreements": list }).to_string());
        return Ok(Exit::Done);
    }
    for (i, file) in files.iter().enumerate() {
        if i > 0 {
            terminal.result("");
        }
        let mut page = Page { out: String::new(), terminal };
        page.agreement(&file.agreement);
        terminal.result(&page.out);
    }
    Ok(Exit::Done)
}

/// The agreement of a file, or those of a mission in the order in which they were adopted.
pub(super) fn load(path: &Path) -> Result<Vec<AgreementFile>, Failure> {
    if !path.is_dir() {
        return Ok(vec![agreements::read_file(path)?]);
    }
    let mission = Mission::open(path)?;
    let record = record::fold(&mission::statements(&mission.read()?.registers));
    let (files, problems) = agreements::of_record(&record);
    match problems.first() {
        Some((digest, why)) if files.is_empty() => Err(Failure::new(
            Exit::Failed,
            format!("agreement {digest} cannot be used: {why}"),
            "Sync with the member who adopted it, or adopt it again.",
        )),
        _ if files.is_empty() => Err(Failure::new(
            Exit::NotFound,
            format!("the mission in {} has adopted no agreement", path.display()),
            "Give an agreement file, or make the mission with --agreement FILE.",
        )),
        _ => Ok(files),
    }
}

/// For programs: every element with its fields, as in the file.
pub(crate) fn object(file: &AgreementFile) -> Value {
    let elements = file.agreement.elements();
    let list = elements.iter().map(|e| {
        let fields: serde_json::Map<String, Value> =
            e.fields.iter().map(|(name, values)| ((*name).to_owned(), json!(values))).collect();
        json!({ "kind": e.kind, "id": e.id, "fields": fields })
    });
    json!({
        "id": file.agreement.id.as_str(),
        "version": file.agreement.version,
        "title": file.agreement.title,
        "sha256": data_encoding::HEXLOWER.encode(&file.sha256),
        "elements": list.collect::<Vec<_>>(),
    })
}

struct Page<'t> {
    out: String,
    terminal: &'t Terminal,
}

fn moment(m: &EffectiveMoment) -> String {
    format!("{} {} {}", m.local.date(), m.local.time().strftime("%H:%M"), m.zone)
}

fn marks(m: &Marks) -> &'static str {
    if m.to_be_confirmed { " [to be confirmed]" } else { "" }
}

fn known(k: Known) -> &'static str {
    match k {
        Known::Yes => "yes",
        Known::No => "no",
        Known::Unknown => "not known",
    }
}

fn geometry(g: GeometryStatus) -> &'static str {
    match g {
        GeometryStatus::Exact => "exact: the agreement gives it",
        GeometryStatus::Indicative => "indicative: drawn from words; nothing is tested against it",
        GeometryStatus::None => "none given",
    }
}

/// A word of the language for people.
fn words(word: &str) -> String {
    word.replace('_', " ")
}

fn names<'a>(a: &Agreement, list: impl IntoIterator<Item = &'a ActorId>) -> String {
    let list: Vec<&str> = list.into_iter().map(|id| a.actor(id).map_or(id.as_str(), |x| x.name.as_str())).collect();
    if list.is_empty() { "nobody".to_owned() } else { list.join("; ") }
}

fn bearers(a: &Agreement, list: &[Bearer]) -> String {
    let one = |b: &Bearer| match b {
        Bearer::AllParties => "all parties".to_owned(),
        Bearer::AllGuarantors => "all guarantors".to_owned(),
        Bearer::Actor(id) => a.actor_name(id).to_owned(),
    };
    list.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// Under which texts something holds; nothing to say when it is all.
fn under(texts: &Texts) -> String {
    match texts {
        Texts::All => String::new(),
        Texts::These(list) => {
            format!(" (only under {})", list.iter().map(|t| t.as_str()).collect::<Vec<_>>().join(", "))
        }
    }
}

impl Page<'_> {
    fn head(&mut self, text: &str) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        let _ = writeln!(self.out, "{}", self.terminal.tone(Tone::Strong, text));
    }

    fn line(&mut self, text: &str) {
        let _ = writeln!(self.out, "  {}", printable(text));
    }

    fn more(&mut self, m: &Marks) {
        if let Some(note) = &m.note {
            let _ = writeln!(self.out, "      {}", printable(note));
        }
    }

    fn item(&mut self, text: &str, m: &Marks) {
        self.line(&format!("{text}{}", marks(m)));
        self.more(m);
    }

    fn agreement(&mut self, a: &Agreement) {
        self.head(&format!("{} ({})", printable(&a.title), printable(a.id.as_str())));
        self.line(&format!("signed {}, in force from {}", a.signed, moment(&a.effective)));
        let end = a.ends.as_ref().map_or(String::new(), |m| format!(", {}", moment(m)));
        self.line(&format!("end: {}{end}{}", words(a.ending.word()), marks(&a.marks)));
        if let (Some(of), Some(from)) = (&a.amends, &a.in_force_from) {
            self.line(&format!("version {}, amends {of}, holds from {}", a.version, moment(from)));
        }
        if !a.external_refs.is_empty() {
            self.line(&format!("see {}", a.external_refs.join("; ")));
        }
        self.more(&a.marks);
        self.parties(a);
        self.texts(a);
        self.scope(a);
        self.clauses(a);
        self.obligations(a);
        self.statements(a);
        self.phases(a);
        self.modalities(a);
        self.contested(a);
    }

    fn parties(&mut self, a: &Agreement) {
        self.head("parties");
        for p in &a.parties {
            let who = match p.membership {
                Membership::All => "",
                Membership::Joined => "; only members with an adherence record are bound",
            };
            let guarantor = p.guarantor.as_ref().map_or(String::new(), |g| format!("; guarantor {}", a.actor_name(g)));
            self.item(&format!("{}{guarantor}{who}", a.actor_name(&p.actor)), &p.marks);
        }
        if !a.guarantors.is_empty() {
            self.head("guarantors");
        }
        for g in &a.guarantors {
            let of = names(a, &g.guarantor_of);
            let bound = known(g.own_forces_bound);
            let name = a.actor_name(&g.actor);
            let text = format!("{name}, since {}, of: {of}; own forces bound: {bound}", g.since);
            let contested = if g.contested_by.is_empty() {
                String::new()
            } else {
                format!("; contested by {}", names(a, &g.contested_by))
            };
            self.item(&format!("{text}{contested}"), &g.marks);
        }
        if !a.observers.is_empty() {
            self.head("observers");
        }
        for o in &a.observers {
            let vote = if o.vote { "has a vote" } else { "no vote" };
            self.item(&format!("{}: {} ({vote})", a.actor_name(&o.actor), o.role), &o.marks);
        }
        if !a.adherence.is_empty() {
            self.head("who accepted what, according to whom");
        }
        for r in &a.adherence {
            let text = r.text.as_ref().map_or(String::new(), |t| format!(" in the text {t}"));
            let day = r.date.map_or(String::new(), |d| format!(", {d}"));
            let who = a.actor_name(&r.actor);
            let mut line =
                format!("{who}: {} {}{text}{day}, according to {}", r.status.word(), r.instrument, r.according_to);
            if !r.disputed_by.is_empty() {
                let _ = write!(line, "; disputed by {}", r.disputed_by.join("; "));
            }
            self.item(&line, &r.marks);
        }
    }

    fn texts(&mut self, a: &Agreement) {
        self.head("instruments");
        for i in &a.instruments {
            let day = i.date.map_or(String::new(), |d| format!(", {d}"));
            let term = i.term.as_ref().map_or(String::new(), |t| format!("; term {t}"));
            let renewal = i.renewal.as_ref().map_or(String::new(), |r| format!(", renewal: {r}"));
            self.item(&format!("{}: {} ({}{day}){term}{renewal}", i.id, i.title, words(i.kind.word())), &i.marks);
        }
        self.head("texts");
        for t in &a.texts {
            let held = if t.held_by.is_empty() { String::new() } else { format!("; held by {}", names(a, &t.held_by)) };
            let differs = if t.differs_on.is_empty() {
                String::new()
            } else {
                format!("; differs on {}", t.differs_on.join(", "))
            };
            let tested = if t.tested { "" } else { "; incidents are not tested under it" };
            let line = format!("{} of {}: {}; {}{held}{differs}{tested}", t.id, t.of, t.status.word(), t.authority);
            self.item(&line, &t.marks);
        }
    }

    fn scope(&mut self, a: &Agreement) {
        let s = &a.scope;
        self.head("scope");
        let countries = s.territory.countries.join(", ");
        self.item(&format!("territory: {}, {countries}", words(s.territory.default.word())), &s.territory.marks);
        for d in &s.territory.divisions {
            let cover = match d.cover {
                Cover::Whole => "",
                Cover::Part => " (a part, whose border is not given)",
            };
            self.item(&format!("division {}{cover}", d.name), &d.marks);
        }
        for e in &s.territory.excluded_areas {
            let line = format!("left out: {} (criterion: {}){}", e.condition, e.criterion.word(), under(&e.texts));
            self.item(&line, &e.marks);
        }
        for e in &s.excluded_actors {
            let contested = if e.contested { "; contested" } else { "" };
            self.item(&format!("left out: {}{}{contested}", a.actor_name(&e.actor), under(&e.texts)), &e.marks);
        }
        for z in &s.zones {
            self.item(&format!("zone {}: {}, {}; border {}", z.id, z.name, z.kind, geometry(z.geometry)), &z.marks);
        }
        for l in &s.lines {
            let sides: Vec<String> =
                l.sides.iter().map(|x| format!("; {}: {}", a.actor_name(&x.actor), x.side)).collect();
            let drawn = geometry(l.geometry);
            self.item(&format!("line {}: {}, {}; course {drawn}{}", l.id, l.name, l.kind, sides.concat()), &l.marks);
        }
    }

    fn clauses(&mut self, a: &Agreement) {
        self.head("prohibited");
        for p in &a.prohibitions {
            let line = format!("{}: {} Binds {}.{}", p.id, p.summary, bearers(a, &p.bearers), under(&p.texts));
            self.item(&line, &p.marks);
        }
        if !a.permissions.is_empty() {
            self.head("permitted");
        }
        for p in &a.permissions {
            let conditions: Vec<String> = p.conditions.iter().map(|c| words(c.word())).collect();
            let when = if conditions.is_empty() { String::new() } else { format!(" If: {}.", conditions.join(", ")) };
            self.item(&format!("{}: {}{when}{}", p.id, p.summary, under(&p.texts)), &p.marks);
        }
    }

    fn obligations(&mut self, a: &Agreement) {
        if !a.obligations.is_empty() {
            self.head("obligations");
        }
        for o in &a.obligations {
            let c = &o.clock;
            let of = |x: &Option<String>| x.clone().unwrap_or_default();
            let clock = match c.kind {
                ClockKind::By => format!("by {}", c.by.map_or(String::new(), |d| d.to_string())),
                ClockKind::Within => format!("within {} from {}", of(&c.within), of(&c.from)),
                ClockKind::Recurring => format!("every {}", of(&c.every)),
                ClockKind::Continuous => "for as long as the agreement holds".to_owned(),
                ClockKind::None => "no time is given".to_owned(),
                ClockKind::Unknown => "the time is not known".to_owned(),
            };
            self.item(&format!("{}: {} [{clock}] Due from {}.", o.id, o.summary, bearers(a, &o.bearers)), &o.marks);
        }
    }

    fn statements(&mut self, a: &Agreement) {
        if !a.statements.is_empty() {
            self.head("said by one side: none of it is an obligation");
        }
        for s in &a.statements {
            let kind = match s.kind {
                StatementKind::Demand => "demand",
                StatementKind::Undertaking => "undertaking",
                StatementKind::DeclaredCondition => "declared condition",
            };
            self.item(&format!("{}: {kind} of {}: {}", s.id, a.actor_name(&s.by), s.summary), &s.marks);
        }
    }

    fn phases(&mut self, a: &Agreement) {
        if !a.phases.is_empty() {
            self.head("phases");
        }
        for p in &a.phases {
            let entry = p.entry.map_or(String::new(), |d| format!("; began {d}"));
            let planned = p.planned.map_or(String::new(), |d| format!("; planned for {d}"));
            self.item(&format!("{}: {}{entry}{planned}", p.id, p.name), &p.marks);
            for gate in &p.gates {
                self.line(&format!("    agreed: {gate}"));
            }
            for id in &p.declared_conditions {
                self.line(&format!("    declared, holds nothing back: {id}"));
            }
        }
    }

    fn modality<T>(&mut self, name: &str, value: &str, m: &Modality<T>) {
        let source = match m.source {
            ModalitySource::Text => "",
            ModalitySource::MechanismDefault => " [mechanism default]",
        };
        self.item(&format!("{name}: {value}{source}"), &m.marks);
    }

    fn modalities(&mut self, a: &Agreement) {
        let m = &a.modalities;
        self.head("how it is observed and decided");
        for o in &m.organs {
            let advisers =
                if o.advisers.is_empty() { String::new() } else { format!("; advised by {}", names(a, &o.advisers)) };
            self.item(&format!("{}: {}: {}{advisers}", o.id, o.name, names(a, &o.members)), &o.marks);
        }
        self.modality("complaints from", &m.complaints.value.join(", "), &m.complaints);
        for (name, s) in [
            ("standard of proof for a determination", &m.standard_of_proof),
            ("standard of proof for urgent action", &m.urgent_standard),
            ("standard of proof for naming somebody", &m.naming_standard),
        ] {
            self.modality(name, &words(s.value.word()), s);
        }
        self.modality("decision", &words(m.decision_rule.value.word()), &m.decision_rule);
        let q = &m.quorum.value;
        let who = if q.of.is_empty() { "not said".to_owned() } else { names(a, &q.of) };
        self.modality("quorum", &format!("{} from each of: {who}", q.per_member), &m.quorum);
        for (what, list) in [("quorum", &q.constituencies), ("quorum in an emergency", &q.emergency)] {
            for c in list {
                self.line(&format!("    {what}: {} of {} ({})", c.present, c.id, names(a, &c.actors)));
            }
        }
        self.modality("guarantor of the accused", &words(m.recusal.value.word()), &m.recusal);
        let r = m.right_of_reply.value;
        let urgent = r.urgent_hours.map_or(String::new(), |h| format!(", {h} hours when urgent"));
        self.modality("right of reply", &format!("{} days{urgent}", r.days), &m.right_of_reply);
        let s = m.silence_procedure.value;
        let silence = format!("{} days, then: {}", s.days, words(s.on_expiry.word()));
        self.modality("silence procedure", &silence, &m.silence_procedure);
        let c = &m.clocks.value;
        let days: Vec<String> = c.follow_up_days.iter().map(ToString::to_string).collect();
        let clocks = format!(
            "screening {} h, assessment {} h, tasking {} h, report {} d, opinions {} d, objection {} d, publication {} h, follow-up after {} d",
            c.screening_hours,
            c.assessment_hours,
            c.tasking_hours,
            c.report_days,
            c.opinions_days,
            c.objection_days,
            c.publication_hours,
            days.join(" and ")
        );
        self.modality("clocks", &clocks, &m.clocks);
        if m.clocks.source == ModalitySource::Text && !m.silent_clocks.is_empty() {
            self.line(&format!("    mechanism default: {}", m.silent_clocks.join(", ")));
        }
        self.modality(
            "may keeping monitors out count against who did",
            known(m.adverse_inference.value),
            &m.adverse_inference,
        );
        let ladder =
            if m.sanctions.value.is_empty() { "none given".to_owned() } else { m.sanctions.value.join(" → ") };
        self.modality("what may be asked of an author", &ladder, &m.sanctions);
        let p = &a.publication.value;
        self.modality("reports", &format!("internal: {}; public: {}", p.internal, p.public), &a.publication);
    }

    /// What the parties do not agree on, gathered.
    fn contested(&mut self, a: &Agreement) {
        let mut list = Vec::new();
        for t in a.texts.iter().filter(|t| !t.differs_on.is_empty()) {
            list.push(format!("the text {} differs on {}", t.id, t.differs_on.join(", ")));
        }
        for e in a.scope.excluded_actors.iter().filter(|e| e.contested) {
            list.push(format!("whether {} is left out", a.actor_name(&e.actor)));
        }
        for g in a.guarantors.iter().filter(|g| !g.contested_by.is_empty()) {
            list.push(format!("whether {} is a guarantor", a.actor_name(&g.actor)));
        }
        for r in a.adherence.iter().filter(|r| !r.disputed_by.is_empty()) {
            list.push(format!("whether {} accepted {}", a.actor_name(&r.actor), r.instrument));
        }
        list.dedup();
        if !list.is_empty() {
            self.head("contested");
        }
        for line in list {
            self.line(&line);
        }
    }
}
