//! Short ways to make claims for tests. All names are made up.

use armistice_core::act::Act;
use armistice_core::claim::{ActorMention, Claim, ClaimKind, Polarity};
use armistice_core::count::{Count, CountStatus, CountWhat};
use armistice_core::id::DocumentId;
use armistice_core::incident::{RecordedClaim, SourceKey};
use armistice_core::place::{Place, PlacePrecision};
use armistice_core::span::Span;
use armistice_core::time::{Moment, TimeBasis, When};

pub(crate) fn doc(name: &str) -> DocumentId {
    DocumentId::of(&[name.as_bytes()])
}

/// `2021-05-12`, `2021-05-10..2021-05-12`, `2021-05-10..`, or `?`.
pub(crate) fn days(text: &str) -> When {
    let day = |t: &str| (!t.is_empty()).then(|| t.parse::<Moment>().expect("a day").date);
    match text.split_once("..") {
        _ if text == "?" => When::unknown(TimeBasis::NotStated),
        Some((a, b)) => When::days(day(a), day(b), TimeBasis::Stated),
        None => When::days(day(text), day(text), TimeBasis::Stated),
    }
}

/// `settlement:Tal`, `near:Tal`, `admin1:Norland`, `country:XX`; a settlement is of Norland unless `settlement:Tal/Sudland`.
pub(crate) fn place(text: &str) -> Place {
    let (kind, rest) = text.split_once(':').expect("kind:name");
    let (name, admin1) = rest.split_once('/').unwrap_or((rest, "Norland"));
    let precision = match kind {
        "settlement" => PlacePrecision::Settlement,
        "near" => PlacePrecision::Near,
        "admin1" => PlacePrecision::Admin1,
        "country" => PlacePrecision::Country,
        other => panic!("no precision {other}"),
    };
    let admin1 = match precision {
        PlacePrecision::Country => None,
        PlacePrecision::Admin1 => Some(name),
        _ => Some(admin1),
    };
    Place {
        text: format!("the area of {name}"),
        name: Some(name.to_owned()),
        precision,
        point: None,
        country: Some("XX".to_owned()),
        admin1: admin1.map(str::to_owned),
        zone: None,
    }
}

pub(crate) fn exactly(what: CountWhat, status: CountStatus, n: u64) -> Count {
    Count { what, status, min: Some(n), best: Some(n), max: Some(n) }
}
pub(crate) fn more_than(what: CountWhat, status: CountStatus, n: u64) -> Count {
    Count { what, status, min: Some(n), best: Some(n), max: None }
}

/// A claim under construction: an incident reported on 13 May 2021, no place, no time, no source.
#[derive(Clone)]
pub(crate) struct C(pub(crate) RecordedClaim);

pub(crate) fn claim(document: &str, kind: ClaimKind, act: Option<Act>) -> C {
    let document = doc(document);
    let span = Span::new(100, 150);
    C(RecordedClaim {
        claim: Claim {
            id: Claim::make_id(&document, span, kind, 0),
            document: document.clone(),
            span,
            quote: String::new(),
            kind,
            act,
            alleged_authors: Vec::<ActorMention>::new(),
            affected: vec![],
            place: None,
            time: None,
            counts: vec![],
            chain: vec![],
            polarity: Polarity::Asserted,
            rules: vec![],
        },
        when: days("?"),
        published: days("2021-05-13"),
        origin: usize::from_str_radix(&document.as_str()[4..6], 36).expect("base 36"),
        document,
        in_copied_passage: vec![],
        ultimate_source: SourceKey::Unstated,
        author_ids: vec![],
        affected_ids: vec![],
        topic: None,
    })
}

pub(crate) fn incident(document: &str, act: Act) -> C {
    claim(document, ClaimKind::Incident, Some(act))
}

impl C {
    pub(crate) fn at(mut self, p: &str) -> Self {
        self.0.claim.place = Some(place(p));
        self
    }
    pub(crate) fn on(mut self, w: &str) -> Self {
        self.0.when = days(w);
        self
    }
    pub(crate) fn published(mut self, w: &str) -> Self {
        self.0.published = days(w);
        self
    }
    pub(crate) fn count(mut self, c: Count) -> Self {
        self.0.claim.counts.push(c);
        self
    }
    pub(crate) fn killed(self, n: u64) -> Self {
        self.count(exactly(CountWhat::Killed, CountStatus::All, n))
    }
    pub(crate) fn civilians(self, n: u64) -> Self {
        self.count(exactly(CountWhat::Killed, CountStatus::Civilians, n))
    }
    pub(crate) fn by(mut self, who: &str) -> Self {
        self.0.author_ids.push(who.to_owned());
        self
    }
    pub(crate) fn named(mut self, name: &str) -> Self {
        self.0.ultimate_source = SourceKey::Named(name.to_owned());
        self
    }
    pub(crate) fn party(mut self, party: &str, name: &str) -> Self {
        self.0.ultimate_source = SourceKey::Party { party: party.to_owned(), name: name.to_owned() };
        self
    }
    pub(crate) fn source(mut self, key: SourceKey) -> Self {
        self.0.ultimate_source = key;
        self
    }
    pub(crate) fn origin(mut self, n: usize) -> Self {
        self.0.origin = n;
        self
    }
    pub(crate) fn quote(mut self, text: &str) -> Self {
        text.clone_into(&mut self.0.claim.quote);
        self
    }
    pub(crate) fn shared_with(mut self, documents: &[&str]) -> Self {
        self.0.in_copied_passage = documents.iter().map(|d| doc(d)).collect();
        self
    }
    pub(crate) fn polarity(mut self, p: Polarity) -> Self {
        self.0.claim.polarity = p;
        self
    }
    pub(crate) fn topic(mut self, t: &str) -> Self {
        self.0.topic = Some(t.to_owned());
        self
    }
    /// Another place in the same document.
    pub(crate) fn span(mut self, start: usize) -> Self {
        let span = Span::new(start, start + 50);
        self.0.claim.span = span;
        self.0.claim.id = Claim::make_id(&self.0.document, span, self.0.claim.kind, 0);
        self
    }
}

pub(crate) fn records(claims: &[C]) -> Vec<RecordedClaim> {
    claims.iter().map(|c| c.0.clone()).collect()
}
