//! A case: where it stands, its clocks, what is on its table and what is missing, and the steps that may come next.
//!
//! Must not: decide anything, or leave out what is void, late or refused.

use super::{Context, Done, Screen, form};
use crate::{
    desk::{
        act,
        locale::{Arg, Locale},
        page::Shell,
        problem::Problem,
    },
    output::case_v1,
};
use armistice_core::{
    case::{Case, CaseState, Cases, Cause, Determination, clocks::Standing, decide::GroupStance},
    id::CaseId,
    named::Named as _,
};
use maud::{Markup, html};
use serde::Serialize;
use serde_json::Value;
use std::{collections::BTreeMap, sync::Arc};

/// The steps of a case, in the order in which cases mostly go: command, and whether it is of the head of a component.
pub const STEPS: &[(&str, bool)] = &[
    ("register", false),
    ("screen", false),
    ("assess", false),
    ("open", false),
    ("task", false),
    ("verify", false),
    ("blocked", false),
    ("find", false),
    ("not-verifiable", false),
    ("notice", false),
    ("respond", false),
    ("draft", false),
    ("opine", true),
    ("remedy", false),
    ("follow", false),
    ("settle", false),
    ("close", false),
    ("reopen", false),
    ("withdraw", false),
];

/// A case as the record has it.
#[derive(Debug, Serialize)]
pub struct One {
    /// All of it, as `armistice case show --json` prints it.
    #[serde(flatten)]
    value: Value,
    /// What each finding, claim and document says to each question: the evidence matrix.
    matrix: Matrix,
    #[serde(skip)]
    case: Case,
    #[serde(skip)]
    all: Arc<crate::desk::snapshot::Timed>,
    #[serde(skip)]
    decision: bool,
}

/// Evidence by question.
#[derive(Debug, Default, Serialize)]
pub struct Matrix {
    /// The questions: what findings are about.
    pub questions: Vec<String>,
    /// The rows.
    pub rows: Vec<MatrixRow>,
}

/// One piece of evidence.
#[derive(Debug, Serialize)]
pub struct MatrixRow {
    /// Its id.
    pub id: String,
    /// Where it can be read, where it can.
    pub href: Option<String>,
    /// Per question: `supports`, `against`, `silent`.
    pub says: Vec<String>,
}

fn find<'a>(cases: &'a Cases, given: &str) -> Result<&'a Case, Problem> {
    let by_number = || cases.cases.values().find(|c| c.number.as_deref() == Some(given));
    CaseId::parse(given)
        .and_then(|id| cases.cases.get(&id))
        .or_else(by_number)
        .ok_or_else(|| Problem::not_here("case of this id or number"))
}

fn make(asked: &Context, decision: bool) -> Result<One, Problem> {
    let all = asked.snapshot.timed();
    let case = find(&all.cases, asked.named("id"))?.clone();
    let matrix = matrix(&case, asked);
    Ok(One { value: case_v1::case(&case, &all.cases, all.now), matrix, case, all, decision })
}

/// The case that is named in the path.
pub fn view(asked: &Context) -> Result<One, Problem> {
    make(asked, false)
}

/// The same with the draft, the opinions and the rule in front.
pub fn determination(asked: &Context) -> Result<One, Problem> {
    make(asked, true)
}

fn matrix(case: &Case, asked: &Context) -> Matrix {
    let mut questions: Vec<String> = Vec::new();
    let mut rows: BTreeMap<String, Vec<(usize, &'static str)>> = BTreeMap::new();
    for finding in case.standing_findings() {
        let about = finding.body.about.id().to_owned();
        let column = questions.iter().position(|q| *q == about).unwrap_or_else(|| {
            questions.push(about);
            questions.len() - 1
        });
        let for_it = finding
            .body
            .claims
            .iter()
            .map(ToString::to_string)
            .chain(finding.body.documents.iter().map(ToString::to_string));
        for id in for_it {
            rows.entry(id).or_default().push((column, "supports"));
        }
        for id in &finding.body.contrary {
            rows.entry(id.to_string()).or_default().push((column, "against"));
        }
    }
    for id in &case.documents {
        rows.entry(id.to_string()).or_default();
    }
    let document_of = |id: &str| {
        let brief = &asked.brief;
        if brief.documents.iter().any(|d| d.id == id) {
            return Some(format!("/documents/{id}"));
        }
        brief.claims.iter().find(|c| c.id == id).map(|c| format!("/documents/{}#{id}", c.document))
    };
    let rows = rows
        .into_iter()
        .map(|(id, says)| {
            let cell = |n: usize| says.iter().find(|(at, _)| *at == n).map_or("silent", |(_, s)| s).to_owned();
            MatrixRow { href: document_of(&id), says: (0..questions.len()).map(cell).collect(), id }
        })
        .collect();
    Matrix { questions, rows }
}

/// Takes a step: what the form says goes through the command of the same name.
pub fn step(asked: &Context) -> Result<Done, Problem> {
    use crate::desk::access::{Action, Object};
    let (case, step) = (asked.named("id"), asked.named("step"));
    let (_, of_head) = STEPS.iter().find(|(s, _)| *s == step).ok_or_else(|| Problem::not_here("step of this name"))?;
    if *of_head && asked.reader.may(Action::Opinion, &Object::Case(case)).is_err() {
        return Err(Problem::new(
            403,
            "An opinion is given by the head of a component.",
            "Ask the head of your component to sign in.",
        ));
    }
    act::say(asked, &["case", step], &[case], |_| format!("/cases/{case}"))
}

/// Receives a complaint, or takes a matter up.
pub fn receive(asked: &Context) -> Result<Done, Problem> {
    act::say(asked, &["case", "receive"], &[], |said| {
        said.get("id").and_then(Value::as_str).map_or_else(|| "/cases".to_owned(), |id| format!("/cases/{id}"))
    })
}

/// The form for a new case.
#[derive(Debug, Serialize)]
pub struct New {
    /// What the form takes.
    pub fields: Vec<act::Field>,
    /// The incident that it is begun from.
    pub incident: Option<String>,
}

/// The form for a new case.
pub fn new(asked: &Context) -> Result<New, Problem> {
    Ok(New { fields: act::fields(&["case", "receive"]).unwrap_or_default(), incident: asked.parameter("incident") })
}

impl Screen for New {
    fn title(&self, locale: &Locale) -> String {
        locale.t("case-new")
    }

    fn place(&self) -> &'static str {
        "/cases"
    }

    fn body(&self, shell: &Shell<'_>) -> Markup {
        let given = self.incident.iter().map(|i| ("incident", vec![i.clone()])).collect();
        html! { p { (shell.t("case-new-why")) } (form::form(shell, "case-new", "/cases/new", "step-receive", &self.fields, &given)) }
    }
}

impl Screen for One {
    fn title(&self, locale: &Locale) -> String {
        locale.t_with(
            "case-title",
            &[("number", Arg::from(self.case.number.as_deref().unwrap_or(self.case.id.as_str())))],
        )
    }

    fn place(&self) -> &'static str {
        "/cases"
    }

    fn body(&self, shell: &Shell<'_>) -> Markup {
        let (l, c) = (shell.locale, &self.case);
        html! {
            p class="crumbs" {
                (shell.pill("case-state", c.state.id())) " "
                @if c.urgent { span class="pill" { (l.t("case-urgent")) } " " }
                code { (c.id) }
                " · " a href={ "/cases/" (c.id) } { (l.t("case-tab-case")) }
                " · " a href={ "/cases/" (c.id) "/determination" } { (l.t("case-tab-decision")) }
            }
            (self.stages(l))
            @if self.decision { (self.decision(shell)) } @else {
                blockquote dir="auto" { (c.allegation) }
                dl class="facts" {
                    dt { (l.t("field-complainant")) } dd { (shell.name(&c.complainant)) }
                    dt { (l.t("field-accused")) } dd { @if c.accused.is_empty() { span class="unknown" { (l.t("unknown")) } } @for a in &c.accused { (shell.name(a)) " " } }
                    dt { (l.t("field-affected")) } dd { @if c.affected.is_empty() { span class="unknown" { (l.t("unknown")) } } @for a in &c.affected { (shell.name(a)) " " } }
                    dt { (l.t("field-clause")) } dd { @for a in &c.clauses { code { (a) } " " } }
                    dt { (l.t("nav-incidents")) } dd { @for i in &c.incidents { a href={ "/incidents/" (i) } { code { (i) } } " " } }
                    dt { (l.t("case-received-by")) } dd { (shell.name(&c.received.at.member)) " " (moment(c.received.time, l)) }
                }
                (self.clocks(l))
                (self.matrix(l))
                (self.replies(shell))
                (self.findings(shell))
                (self.irregular(l))
                (self.history(shell))
            }
            (self.steps(shell))
        }
    }
}

fn moment(at: i64, l: &Locale) -> Markup {
    match jiff::Timestamp::from_second(at) {
        Ok(t) => html! { time datetime=(t) { (l.moment(t)) } },
        Err(_) => html! { span class="unknown" { (l.t("unknown")) } },
    }
}

impl One {
    fn stages(&self, l: &Locale) -> Markup {
        use armistice_core::case::Stage;
        let order = [
            Stage::Received,
            Stage::Assessment,
            Stage::Opened,
            Stage::Noticed,
            Stage::Review,
            Stage::Determined,
            Stage::Closed,
        ];
        let now = match self.case.stage {
            Stage::Received | Stage::Registered | Stage::ScreenedOut => Some(0),
            Stage::Assessment | Stage::Reopened => Some(1),
            Stage::Opened
            | Stage::Tasked
            | Stage::Verification
            | Stage::Blocked
            | Stage::Facts
            | Stage::NotVerifiable => Some(2),
            Stage::Noticed => Some(3),
            Stage::Review => Some(4),
            Stage::Determined | Stage::NotDetermined | Stage::Remedy | Stage::FollowUp => Some(5),
            Stage::Closed => Some(6),
        };
        html! {
            ol class="stages" {
                @for (n, stage) in order.iter().enumerate() {
                    li aria-current=[(now == Some(n)).then_some("step")] class=[now.filter(|at| n < *at).map(|_| "done")] { (l.word("stage", stage.id())) }
                }
            }
        }
    }

    fn clocks(&self, l: &Locale) -> Markup {
        html! {
            section { h2 { (l.t("case-clocks")) }
                table { thead { tr { th scope="col" { (l.t("col-step")) } th scope="col" { (l.t("col-owner")) } th scope="col" { (l.t("col-due")) } th scope="col" { (l.t("col-status")) } } }
                    tbody { @for c in &self.case.clocks { tr class=[(c.standing == Standing::Overdue).then_some("overdue")] {
                        th scope="row" { (l.word("case-clock", c.of.id())) } td { @for o in &c.owner { bdi { (o) } " " } } td { (moment(c.due, l)) } td { (l.word("standing", c.standing.id())) }
                    } } } }
            }
        }
    }

    fn matrix(&self, l: &Locale) -> Markup {
        html! {
            section { h2 { (l.t("case-matrix")) }
                @if self.matrix.rows.is_empty() { p class="empty" { (l.t("case-matrix-empty")) } } @else {
                    table class="matrix" { thead { tr { th scope="col" { (l.t("col-evidence")) } @for q in &self.matrix.questions { th scope="col" { (l.word("finding-about", q)) } } } }
                        tbody { @for row in &self.matrix.rows { tr {
                            th scope="row" { @match &row.href { Some(to) => a href=(to) { code { (row.id) } }, None => code { (row.id) } } }
                            @for says in &row.says { td data-says=(says) { (match says.as_str() { "supports" => "+", "against" => "−", _ => "·" }) " " span class="visually-hidden" { (l.word("says", says)) } } }
                        } } } }
                    p class="note" { (l.t("case-matrix-legend")) }
                }
            }
        }
    }

    fn replies(&self, shell: &Shell<'_>) -> Markup {
        let l = shell.locale;
        html! {
            section { h2 { (l.t("incident-replies")) }
                @if self.case.replies().is_empty() { p class="empty" { (l.t("incident-nobody-asked")) } }
                ul { @for r in self.case.replies() { li { (shell.name(&r.actor)) " "
                    @match r.answered { Some(t) => { (l.t("incident-answered")) " " (moment(t, l)) } None => { (l.t("incident-not-answered")) " " (moment(r.until, l)) } } } }
                    @for r in &self.case.responses { li { (shell.name(&r.body.by)) ": " blockquote dir="auto" { (r.body.text) } @if r.late { (l.t("case-late")) } } } }
                @for o in &self.case.obstructions { p { (l.word("access-outcome", o.body.outcome.id())) " " @for b in &o.body.by { (shell.name(b)) " " } (shell.name(&o.body.place)) } }
            }
        }
    }

    fn findings(&self, shell: &Shell<'_>) -> Markup {
        let l = shell.locale;
        html! {
            section { h2 { (l.t("case-findings")) }
                @if self.case.findings.is_empty() { p class="empty" { (l.t("case-no-findings")) } }
                ol { @for f in &self.case.findings { li id=(f.body.finding) class=[f.superseded_by.as_ref().map(|_| "struck")] {
                    strong { (l.word("finding-about", f.body.about.id())) } " " span class="pill" { (l.word("reached", f.body.reached.id())) } " " code { (f.body.finding) }
                    p dir="auto" { (f.body.text) }
                    p class="note" { (shell.name(&f.mark.at.member)) " " (moment(f.mark.time, l)) @if let Some(by) = &f.superseded_by { " · " (l.t("case-superseded")) " " code { (by) } } }
                } } }
            }
        }
    }

    fn irregular(&self, l: &Locale) -> Markup {
        let own: Vec<_> = self.all.cases.irregular.iter().filter(|i| i.case.as_ref() == Some(&self.case.id)).collect();
        html! {
            @if !own.is_empty() {
                section { h2 { (l.t("case-irregular")) }
                    ul { @for i in own { li { bdi { (i.at.member) } " #" (i.at.index) " " code { (i.kind) } ": " (refusal(&i.refusal, l)) } } } }
            }
        }
    }

    fn history(&self, shell: &Shell<'_>) -> Markup {
        let l = shell.locale;
        html! {
            section { h2 { (l.t("incident-history")) }
                ol class="activity" { @for e in &self.case.history { li {
                    @match &e.cause {
                        Cause::Said(m) => { (moment(m.time, l)) " " (shell.name(&m.at.member)) " " (l.word("statement", e.what)) @if !m.why.is_empty() { blockquote dir="auto" { (m.why) } } }
                        Cause::TimePassed(t) => { (moment(*t, l)) " " (l.t("case-time-passed")) }
                        Cause::Decided(t) => { (moment(*t, l)) " " (l.t("case-opinions-complete")) }
                    }
                    " → " (l.word("stage", e.to.id()))
                } } }
            }
        }
    }

    fn steps(&self, shell: &Shell<'_>) -> Markup {
        use crate::desk::access::{Action, Object};
        let l = shell.locale;
        let may = shell.reader.may(Action::CaseStep, &Object::Case(self.case.id.as_str())).is_ok();
        let opinion = shell.reader.may(Action::Opinion, &Object::Case(self.case.id.as_str())).is_ok();
        let wanted: Vec<&(&str, bool)> = STEPS
            .iter()
            .filter(|(s, head)| {
                let allowed = if *head { opinion } else { may };
                allowed && (!self.decision || matches!(*s, "draft" | "opine" | "find" | "notice"))
            })
            .collect();
        html! {
            @if !wanted.is_empty() {
                section { h2 { (l.t("case-steps")) }
                    @for (step, _) in wanted {
                        @let fields = act::fields(&["case", step]).unwrap_or_default();
                        details class="step" { summary { (l.t(&format!("step-{step}"))) }
                            (form::form(shell, &format!("{}-{step}", self.case.id), &format!("/cases/{}/{step}", self.case.id), &format!("step-{step}"), &fields, &BTreeMap::new()))
                        }
                    }
                }
            }
        }
    }

    fn decision(&self, shell: &Shell<'_>) -> Markup {
        let (l, c) = (shell.locale, &self.case);
        html! {
            @if c.drafts.is_empty() { p class="empty" { (l.t("case-no-draft")) } }
            @for (n, d) in c.drafts.iter().enumerate().rev() {
                section class=[d.replaced_by.as_ref().map(|_| "struck")] {
                    h2 { (l.t_with("case-draft", &[("n", (n + 1).into())])) " " span class="pill" { (l.word("outcome", d.body.outcome.id())) } }
                    @if d.replaced_by.is_some() { p role="note" { (l.t("case-draft-replaced")) } }
                    blockquote dir="auto" { (d.body.text) }
                    dl class="facts" {
                        dt { (l.t("field-attribution")) } dd { (l.word("attribution", d.body.attribution.id())) " " @for a in &d.body.attributed_to { (shell.name(a)) " " } }
                        dt { (l.t("case-opinions-until")) } dd { (moment(d.until, l)) }
                        dt { (l.t("case-digest")) } dd { code { (d.mark.id()) } }
                    }
                    table class="votes" { caption { (l.t("case-opinions")) }
                        thead { tr { th scope="col" { (l.t("col-constituency")) } th scope="col" { (l.t("col-position")) } th scope="col" { (l.t("col-words")) } } }
                        tbody { @for o in &d.opinions { tr class=[(o.replaced || d.replaced_by.is_some()).then_some("struck")] {
                            th scope="row" { (shell.name(&o.body.constituency)) } td { (l.word("position", o.body.position.id())) @if o.replaced || d.replaced_by.is_some() { " " (l.t("case-void")) } }
                            td { blockquote dir="auto" { (o.body.text) } (moment(o.mark.time, l)) }
                        } } } }
                }
            }
            @for m in c.determinations.iter().rev() {
                section class=[m.superseded.then_some("struck")] {
                    h2 { (l.word("determination", m.determination.id())) }
                    p { (moment(m.at, l)) }
                    @match &m.determination {
                        Determination::Unanimous(d) | Determination::Qualified(d) | Determination::MajorityWithDissent(d) => {
                            p { (l.word("outcome", d.outcome.id())) " · " (l.t("case-standard")) " " (d.standard.word()) }
                            (groups(&d.groups, shell))
                            @for v in d.dissents.iter().chain(&d.qualifications) { blockquote dir="auto" { (shell.name(v.constituency.as_str())) ": " (v.text) } }
                        }
                        Determination::NotDetermined { why, groups: g, positions } => {
                            p role="note" { (l.word("not-determined", why.id())) }
                            (groups(g, shell))
                            @for v in positions { blockquote dir="auto" { (shell.name(v.constituency.as_str())) ": " (v.text) } }
                        }
                    }
                }
            }
        }
    }
}

fn groups(list: &[GroupStance], shell: &Shell<'_>) -> Markup {
    let l = shell.locale;
    html! {
        table class="quorum" { caption { (l.t("case-quorum")) }
            thead { tr { th scope="col" { (l.t("col-constituency")) } th scope="col" { (l.t("col-present")) } th scope="col" { (l.t("col-needed")) } th scope="col" { (l.t("col-position")) } } }
            tbody { @for g in list { tr {
                th scope="row" { (shell.name(g.group.as_str())) @if g.concerned { " " span class="pill" { (l.t("case-concerned")) } } }
                td { (l.number(g.present.into())) } td { (l.number(g.needed.into())) } td { (l.word("group-stance", g.stance.id())) }
            } } } }
    }
}

/// A refusal in the reader's language, with the thing that it is about.
fn refusal(refused: &armistice_core::case::Refused, l: &Locale) -> String {
    let code = &refused.refusal.code().to_string();
    let sentence =
        if l.has_word("refusal", code) { l.word("refusal", code) } else { refused.refusal.sentence().to_owned() };
    format!("{sentence} ({})", refused.thing)
}

/// Whether a case still moves.
#[must_use]
pub fn open(state: &CaseState) -> bool {
    !matches!(state.id(), "closed" | "withdrawn")
}
