//! A little language of timelines for casework: one line, one step. `warden 26 find fact reasonable_grounds` is what the member
//! `warden` says 26 hours after the beginning.

use crate::agreement::{LAKE, read};
use armistice_core::{
    agreement::Agreement,
    case::{Cases, Input, fold},
    id::{CaseId, DocumentId, FindingId, RemedyId, ReportId},
    named::Named as _,
    record::{EntryRef, Step},
    scope::Answer,
    statement::{
        casework::{
            AccessBlocked, AccessOutcome, Attribution, CaseAssessed, CaseOpened, CaseReceived, CaseRegistered,
            CaseReopened, CaseScreened, CaseSettled, CaseTasked, CaseWithdrawn, Casework, ClauseUnder, ClosingProposed,
            ConfirmationGiven, DraftPresented, FactFound, FindingAbout, FindingMade, Ground, Method, NotVerifiable,
            NoticeSent, Objectable, Objected, Obstacle, OpinionGiven, Outcome, Position, Progress, Reached,
            RemedyFollowed, RemedyRequested, ResponseGiven, Screening, SeatLeft, SeatTaken, VerificationBegun,
        },
        ledger::{AsOf, Edition, Ledger, ReportIssued},
        wire::{Digest, Interval},
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// The beginning of every timeline: seconds since 1970.
pub(crate) const T0: i64 = 1_900_000_000;

/// The digest under which the agreement is known.
pub(crate) const AGREEMENT: Digest = Digest([0xa9; 32]);

/// Three guarantors decide together.
pub(crate) const THREE: &str =
    "[modalities.quorum]\nof = [\"warden\", \"ferry\", \"bank\"]\nper_member = 1\nsource = \"text\"\n";

/// The same, with a ladder of sanctions, and a phase whose agreed condition asks the guarantors to confirm something.
pub(crate) const FULL: &str = "[modalities.quorum]\nof = [\"warden\", \"ferry\", \"bank\"]\nper_member = 1\nsource = \"text\"
[modalities.sanctions]\nladder = [\"demand to stop\", \"measures\"]\nsource = \"text\"
[[phases]]\nid = \"second\"\nname = \"Second phase\"\nagreed_conditions = ['guarantors_confirm(\"the guns are gone\")']\n";

/// The lake truce with other modalities.
pub(crate) fn lake(modalities: &str) -> Agreement {
    let (before, _) = LAKE.split_once("[modalities.quorum]").expect("the file ends with its modalities");
    read(&format!("{before}{modalities}"))
}

pub(crate) fn hours(n: i64) -> i64 {
    T0.saturating_add(n.saturating_mul(3_600))
}

pub(crate) struct World {
    pub(crate) agreements: BTreeMap<[u8; 32], Agreement>,
    pub(crate) steps: Vec<Step<Casework>>,
    pub(crate) ledger: Vec<Step<Ledger>>,
    cases: Vec<CaseId>,
    findings: Vec<FindingId>,
    remedies: Vec<RemedyId>,
    drafts: Vec<Digest>,
    last: BTreeMap<String, Digest>,
}

fn names(list: Option<&&str>) -> Vec<String> {
    list.map_or(vec![], |l| l.split(',').filter(|n| !n.is_empty()).map(str::to_owned).collect())
}

impl World {
    /// Under the lake truce with other modalities.
    pub(crate) fn new(modalities: &str) -> World {
        Self::under(lake(modalities))
    }

    pub(crate) fn under(agreement: Agreement) -> World {
        World {
            agreements: BTreeMap::from([(AGREEMENT.0, agreement)]),
            steps: vec![],
            ledger: vec![],
            cases: vec![],
            findings: vec![],
            remedies: vec![],
            drafts: vec![],
            last: BTreeMap::new(),
        }
    }

    /// Reads a timeline. Lines are parted by line ends or `;`.
    pub(crate) fn all(mut self, text: &str) -> World {
        for line in text.split(['\n', ';']).map(str::trim).filter(|l| !l.is_empty()) {
            self.line(line);
        }
        self
    }

    pub(crate) fn fold(&self, now: i64) -> Cases {
        fold(&Input { casework: &self.steps, ledger: &self.ledger, agreements: &self.agreements, now: hours(now) })
    }

    pub(crate) fn line(&mut self, line: &str) {
        let words: Vec<&str> = line.split_whitespace().collect();
        let (member, at, verb) = (words[0], words[1].parse::<i64>().expect(line), words[2]);
        let entries = self.steps.iter().map(|s| &s.at).chain(self.ledger.iter().map(|s| &s.at));
        let seq = entries.filter(|at| at.member == member).count() as u64;
        let plain: Vec<&str> = words[3..].iter().filter(|w| !w.contains('=')).copied().collect();
        let keys: BTreeMap<&str, &str> = words[3..].iter().filter_map(|w| w.split_once('=')).collect();
        let mut id = [0; 32];
        id[..member.len().min(20)].copy_from_slice(&member.as_bytes()[..member.len().min(20)]);
        id[24..].copy_from_slice(&seq.to_be_bytes());
        let at_ref = EntryRef { member: member.to_owned(), index: seq, id };
        // What the author had of another register: with `saw=a,b` all that stands before this line.
        let size = |m: &str| {
            let all = self.steps.iter().map(|s| &s.at).chain(self.ledger.iter().map(|s| &s.at));
            all.filter(|at| at.member == m).count() as u64
        };
        let seen = names(keys.get("saw")).into_iter().map(|m| (m.clone(), size(&m))).collect();
        if verb == "issue" {
            let all: BTreeSet<&str> = self.steps.iter().map(|s| s.at.member.as_str()).collect();
            let without = keys.get("without").copied().unwrap_or_default();
            let of = all.into_iter().filter(|m| *m != without);
            let as_of = of.map(|m| AsOf { origin: format!("m/{m}"), size: size(m), root: Digest([0; 32]) }).collect();
            let day = |key: &str| keys.get(key).map(|d| d.parse().expect("a day"));
            let body = Ledger::Report(ReportIssued {
                report: ReportId::begun("m", member, seq),
                edition: Edition::from_id(plain[0]).expect("an edition"),
                number: 1,
                period: Interval { from: day("from"), to: day("to") },
                digest: Digest([8; 32]),
                as_of,
                supersedes: None,
            });
            self.last.insert(format!("{member}.issue"), Digest(id));
            self.ledger.push(Step { at: at_ref, seq, mission: "m".to_owned(), asserted: hours(at), seen, body });
            return;
        }
        let body = self.body(member, seq, hours(at), verb, &plain, &keys);
        match &body {
            Casework::Received(s) => self.cases.push(s.case.clone()),
            Casework::FindingMade(s) => self.findings.push(s.finding.clone()),
            Casework::RemedyRequested(s) => self.remedies.push(s.remedy.clone()),
            Casework::DraftPresented(_) => self.drafts.push(Digest(id)),
            _ => {}
        }
        for key in [verb.to_owned(), format!("{member}.{verb}")] {
            self.last.insert(key, Digest(id));
        }
        self.steps.push(Step { at: at_ref, seq, mission: "m".to_owned(), asserted: hours(at), seen, body });
    }

    pub(crate) fn case(&self, n: usize) -> CaseId {
        self.cases.get(n - 1).cloned().unwrap_or_else(|| CaseId::begun("m", "nobody", n as u64))
    }

    fn body(
        &self,
        member: &str,
        seq: u64,
        time: i64,
        verb: &str,
        plain: &[&str],
        keys: &BTreeMap<&str, &str>,
    ) -> Casework {
        let arg = |i: usize| plain.get(i).copied().unwrap_or_default();
        let why = keys.get("why").map_or_else(|| format!("{member} says so"), |w| (*w).to_owned());
        let case = self.case(keys.get("case").map_or(1, |n| n.parse().expect("a number")));
        let agreement = if keys.contains_key("elsewhere") { Digest([1; 32]) } else { AGREEMENT };
        let to = |key: &str| self.last.get(key).copied().unwrap_or(Digest([0; 32]));
        let hour = |key: &str| keys.get(key).map(|h| hours(h.parse().expect("hours")));
        match verb {
            "seat" => Casework::SeatTaken(SeatTaken { agreement, constituency: arg(0).to_owned(), note: why }),
            "leave" => Casework::SeatLeft(SeatLeft { agreement, constituency: arg(0).to_owned(), why }),
            "receive" => Casework::Received(CaseReceived {
                case: if keys.contains_key("again") { case } else { CaseId::begun("m", member, seq) },
                agreement,
                complainant: arg(0).to_owned(),
                accused: names(keys.get("accused")),
                affected: names(keys.get("affected")),
                clauses: names(keys.get("clauses")),
                incidents: vec![],
                documents: vec![],
                allegation: why,
                urgent: keys.contains_key("urgent"),
            }),
            "register" => Casework::Registered(CaseRegistered { case, number: arg(0).to_owned() }),
            "screen" => Casework::Screened(CaseScreened {
                case,
                result: Screening::from_id(arg(0)).expect("a result"),
                duplicate_of: keys.get("of").map(|n| self.case(n.parse().expect("a number"))),
                why,
            }),
            "object" => {
                let what = Objectable::from_id(arg(0)).expect("a matter");
                let (case, to) = match what {
                    Objectable::Dismissal => (Some(case), to("screen")),
                    Objectable::Closing => (Some(case), to("close")),
                    Objectable::Publication => (None, to(&format!("{}.issue", arg(1)))),
                    Objectable::Seat => (None, to(&format!("{}.seat", arg(1)))),
                };
                Casework::Objected(Objected { case, what, to, why })
            }
            "withdraw" => Casework::Withdrawn(CaseWithdrawn { case, why }),
            "assess" => Casework::Assessed(CaseAssessed { case, assessment: why, urgent: keys.contains_key("urgent") }),
            "open" => Casework::Opened(CaseOpened {
                case,
                accused: names(keys.get("accused")),
                clauses: names(keys.get("clauses")),
                incidents: vec![],
                why,
            }),
            "task" => Casework::Tasked(CaseTasked { case, team: names(plain.first()), task: why }),
            "verify" => {
                Casework::VerificationBegun(VerificationBegun { case, methods: vec![Method::SiteVisit], note: why })
            }
            "blocked" => Casework::AccessBlocked(AccessBlocked {
                case,
                outcome: AccessOutcome::from_id(arg(0)).expect("an outcome"),
                by: names(keys.get("by")),
                place: "the shore".to_owned(),
                when: Interval::default(),
                why,
            }),
            "find" => Casework::FindingMade(Box::new(FindingMade {
                case,
                finding: match keys.get("id") {
                    Some(n) => self.finding(n),
                    None => FindingId::begun("m", member, seq),
                },
                supersedes: keys.get("supersedes").map(|n| self.finding(n)),
                about: FindingAbout::from_id(arg(0)).expect("of what"),
                text: why,
                reached: Reached::from_id(arg(1)).expect("a standard"),
                claims: vec![],
                contrary: vec![],
                documents: if keys.contains_key("bare") { vec![] } else { vec![DocumentId::of(&[b"a document"])] },
                methods: if keys.contains_key("bare") { vec![] } else { vec![Method::SiteVisit] },
                fact: keys.get("fact").map(|state| FactFound {
                    criterion: "presence".to_owned(),
                    actor: Some(keys.get("actor").unwrap_or(&"mill").to_string()),
                    state: Answer::from_id(state).expect("an answer"),
                }),
                incident: None,
                adverse_inference: names(keys.get("inference")),
            })),
            "not_verifiable" => Casework::NotVerifiable(NotVerifiable { case, obstacle: Obstacle::AccessDenied, why }),
            "notice" => Casework::NoticeSent(NoticeSent {
                case,
                to: names(plain.first()),
                guarantors: names(keys.get("and")),
                reply_by: hour("by").unwrap_or(time.saturating_add(5 * 86_400)),
                text: why,
            }),
            "respond" => {
                Casework::ResponseGiven(ResponseGiven { case, by: arg(0).to_owned(), text: why, documents: vec![] })
            }
            "draft" => {
                let outcome = Outcome::from_id(arg(0)).expect("an outcome");
                let violation = matches!(outcome, Outcome::Minor | Outcome::Serious);
                Casework::DraftPresented(Box::new(DraftPresented {
                    case,
                    text: why,
                    outcome,
                    attribution: Attribution::from_id(arg(1)).expect("an attribution"),
                    attributed_to: names(keys.get("to")),
                    clauses: vec![ClauseUnder {
                        text: keys.get("text").unwrap_or(&"T1").to_string(),
                        clause: keys.get("clause").unwrap_or(&"L.1").to_string(),
                        broken: match keys.get("broken") {
                            Some(word) => Answer::from_id(word).expect("an answer"),
                            None if violation => Answer::Yes,
                            None => Answer::No,
                        },
                    }],
                    findings: match keys.get("findings") {
                        Some(list) => list.split(',').map(|n| self.finding(n)).collect(),
                        None => self.findings.clone(),
                    },
                    contrary: vec![],
                }))
            }
            "opine" => Casework::OpinionGiven(OpinionGiven {
                case,
                constituency: keys.get("for").unwrap_or(&member.split('.').next().unwrap_or(member)).to_string(),
                draft: match keys.get("draft") {
                    Some(n) => {
                        let n: usize = n.parse().expect("a number");
                        self.drafts.get(n.wrapping_sub(1)).copied().unwrap_or(Digest([0; 32]))
                    }
                    None => self.drafts.last().copied().unwrap_or(Digest([0; 32])),
                },
                position: Position::from_id(arg(0)).expect("a position"),
                outcome: keys.get("outcome").map(|o| Outcome::from_id(o).expect("an outcome")),
                attribution: keys.get("attribution").map(|a| Attribution::from_id(a).expect("an attribution")),
                persons: keys.get("persons").map_or(1, |n| n.parse().expect("a number")),
                text: why,
            }),
            "remedy" => Casework::RemedyRequested(RemedyRequested {
                case,
                remedy: match keys.get("id") {
                    Some(n) => self.remedies[n.parse::<usize>().expect("a number") - 1].clone(),
                    None => RemedyId::begun("m", member, seq),
                },
                of: arg(0).to_owned(),
                act: why.clone(),
                place: None,
                due: hour("due").unwrap_or(time.saturating_add(7 * 86_400)),
                test: why,
                rung: keys.get("rung").map(|r| r.replace('_', " ")),
                interim: keys.contains_key("interim"),
            }),
            "follow" => Casework::RemedyFollowed(RemedyFollowed {
                case,
                remedy: match keys.get("id") {
                    Some(_) => RemedyId::begun("m", "nobody", 0),
                    None => self.remedies.last().cloned().unwrap_or_else(|| RemedyId::begun("m", "nobody", 0)),
                },
                progress: Progress::from_id(arg(0)).expect("progress"),
                text: why,
                documents: vec![],
            }),
            "settle" => Casework::Settled(CaseSettled { case, between: names(plain.first()), text: why }),
            "close" => Casework::ClosingProposed(ClosingProposed {
                case,
                ground: Ground::from_id(arg(0)).expect("a ground"),
                why,
            }),
            "confirm" => Casework::Confirmed(ConfirmationGiven {
                agreement,
                what: arg(0).replace('_', " "),
                answer: plain.get(1).map(|a| Answer::from_id(a).expect("an answer")),
                why,
            }),
            "reopen" => Casework::Reopened(CaseReopened { case, why, documents: vec![], claims: vec![] }),
            other => panic!("no verb {other}"),
        }
    }

    fn finding(&self, n: &str) -> FindingId {
        let n: usize = n.parse().expect("a number");
        self.findings.get(n.wrapping_sub(1)).cloned().unwrap_or_else(|| FindingId::begun("m", "nobody", n as u64))
    }
}
