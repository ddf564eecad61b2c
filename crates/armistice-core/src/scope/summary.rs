//! The answers of one incident in one line: in scope, out of scope because, or cannot be determined, under each text.
//!
//! Must not: say violation of what is out of scope, and of what is in scope only *alleged violation*.

use super::{Answer, Question, TestAnswer};
use crate::agreement::name::{ClauseId, TextId};
use crate::said::{Said, Slot};

/// What the answers under one text come to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// In force, inside, between parties, nobody and no area left out, and at least one term prohibits the act.
    InScope {
        /// The terms that it would breach.
        clauses: Vec<ClauseId>,
        /// Exceptions that are neither shown nor ruled out. Who relies on one has to show it.
        open_exceptions: Vec<ClauseId>,
    },
    /// At least one question puts it outside; the first is the one to print.
    OutOfScope {
        /// The questions, the most telling first.
        because: Vec<Question>,
    },
    /// Neither.
    CannotBeDetermined {
        /// The questions that are open.
        open: Vec<Question>,
    },
}

/// The standing of an incident under each text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// In the order of the answers.
    pub texts: Vec<(TextId, Standing)>,
}

/// The order in which reasons are printed: what ends the matter soonest for a reader.
const PRECEDENCE: &[Question] = &[
    Question::InTime,
    Question::InTerritory,
    Question::ExcludedActor,
    Question::ExcludedArea,
    Question::BetweenParties,
    Question::ActProhibited,
    Question::Exception,
];

/// Sums up the answers of one incident under one agreement.
#[must_use]
pub fn summary(answers: &[TestAnswer]) -> Summary {
    let mut ids: Vec<&TextId> = Vec::new();
    for a in answers {
        if !ids.contains(&&a.text) {
            ids.push(&a.text);
        }
    }
    Summary { texts: ids.into_iter().map(|id| (id.clone(), standing(answers, id))).collect() }
}

fn standing(answers: &[TestAnswer], text: &TextId) -> Standing {
    let of = |q: Question| answers.iter().filter(move |a| a.text == *text && a.question == q);
    let all = |q: Question, wanted: Answer| of(q).next().is_some() && of(q).all(|a| a.answer == wanted);
    let any = |q: Question, wanted: Answer| of(q).any(|a| a.answer == wanted);
    let mut because = Vec::new();
    let mut open = Vec::new();
    for q in PRECEDENCE {
        let (out, settled) = match q {
            Question::InTime | Question::InTerritory | Question::BetweenParties => {
                (all(*q, Answer::No), all(*q, Answer::Yes))
            }
            Question::ExcludedActor | Question::ExcludedArea => (any(*q, Answer::Yes), all(*q, Answer::No)),
            Question::ActProhibited => (all(*q, Answer::No), any(*q, Answer::Yes)),
            // An open exception does not keep an allegation out: it is for the accused to show it.
            Question::Exception => (any(*q, Answer::Yes), true),
        };
        if out {
            because.push(*q);
        } else if !settled {
            open.push(*q);
        }
    }
    let clauses =
        |q: Question, wanted: Answer| of(q).filter(|a| a.answer == wanted).filter_map(|a| a.clause.clone()).collect();
    if !because.is_empty() {
        Standing::OutOfScope { because }
    } else if open.is_empty() {
        Standing::InScope {
            clauses: clauses(Question::ActProhibited, Answer::Yes),
            open_exceptions: clauses(Question::Exception, Answer::CannotBeDetermined),
        }
    } else {
        Standing::CannotBeDetermined { open }
    }
}

impl Standing {
    /// The stable text form, without the details.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Standing::InScope { .. } => "in_scope",
            Standing::OutOfScope { .. } => "out_of_scope",
            Standing::CannotBeDetermined { .. } => "cannot_be_determined",
        }
    }

    /// The words after "under such a text": the headline, without its details.
    #[must_use]
    pub fn words(&self) -> (String, String) {
        match self {
            Standing::InScope { clauses, open_exceptions } => {
                let list = |ids: &[ClauseId]| ids.iter().map(ClauseId::as_str).collect::<Vec<_>>().join(", ");
                let open = if open_exceptions.is_empty() {
                    String::new()
                } else {
                    format!(" (exception not ruled out: {})", list(open_exceptions))
                };
                ("in scope".to_owned(), format!("alleged violation of {}{open}", list(clauses)))
            }
            Standing::OutOfScope { because } => {
                ("out of scope".to_owned(), because.first().copied().map_or("", headline).to_owned())
            }
            Standing::CannotBeDetermined { open } => {
                let list = open.iter().map(|q| q.plain()).collect::<Vec<_>>().join(", ");
                ("cannot be determined".to_owned(), format!("open: {list}"))
            }
        }
    }
}

impl Standing {
    /// The same without words.
    #[must_use]
    pub fn said(&self) -> Said {
        let ids = |ids: &[ClauseId]| Slot::Texts(ids.iter().map(|c| c.as_str().to_owned()).collect());
        match self {
            Standing::InScope { clauses, open_exceptions } if open_exceptions.is_empty() => {
                Said::new("summary-alleged").with("clauses", ids(clauses))
            }
            Standing::InScope { clauses, open_exceptions } => Said::new("summary-alleged-exception")
                .with("clauses", ids(clauses))
                .with("exceptions", ids(open_exceptions)),
            Standing::OutOfScope { because } => match because.first() {
                Some(q) => Said::new("summary-outside").word("why", "outside", q.id()),
                None => Said::new("scope-out-of-scope"),
            },
            Standing::CannotBeDetermined { open } => Said::new("summary-open")
                .with("questions", Slot::Words("matter", open.iter().map(|q| q.id()).collect())),
        }
    }
}

/// Why a question puts an incident outside.
const fn headline(q: Question) -> &'static str {
    match q {
        Question::InTime => "not in time",
        Question::InTerritory => "not in territory",
        Question::BetweenParties => "not between parties",
        Question::ExcludedActor => "excluded actor",
        Question::ExcludedArea => "excluded area",
        Question::ActProhibited => "act not prohibited",
        Question::Exception => "permitted by an exception",
    }
}

impl Summary {
    /// In plain English: "out of scope under A and B: excluded actor". Texts with the same words are named together.
    #[must_use]
    pub fn plain(&self) -> String {
        let mut groups: Vec<((String, String), Vec<&str>)> = Vec::new();
        for (text, standing) in &self.texts {
            let words = standing.words();
            match groups.iter_mut().find(|(w, _)| *w == words) {
                Some((_, texts)) => texts.push(text.as_str()),
                None => groups.push((words, vec![text.as_str()])),
            }
        }
        let parts = groups.into_iter().map(|((head, tail), texts)| {
            let texts = match texts.split_last() {
                Some((last, [])) => (*last).to_owned(),
                Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
                None => String::new(),
            };
            format!("{head} under {texts}: {tail}")
        });
        parts.collect::<Vec<_>>().join("; ")
    }
}
