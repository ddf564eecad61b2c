//! Cases as JSON: names and meanings of version 1. The text of `armistice case show` is made from the same values.
//!
//! Must not: leave out what is void, replaced, late or refused. An absent value is null, and null means unknown or none yet.

use armistice_core::{
    case::{
        Case, CaseState, Cases, Cause, Determination, Irregular, Mark,
        decide::{Decided, GroupStance, Verbatim, Why},
    },
    named::Named as _,
    record::Said,
    statement::wire::Digest,
};
use data_encoding::HEXLOWER;
use serde_json::{Value, json};

/// A time as text: seconds since 1970 in UTC.
#[must_use]
pub fn time(seconds: i64) -> Value {
    jiff::Timestamp::from_second(seconds).map_or(Value::Null, |t| Value::String(t.to_string()))
}

fn words<T: std::fmt::Display>(list: &[T]) -> Value {
    Value::Array(list.iter().map(|i| Value::String(i.to_string())).collect())
}

fn ids<T: armistice_core::named::Named>(list: &[T]) -> Value {
    Value::Array(list.iter().map(|i| Value::String(i.id().to_owned())).collect())
}

fn mark(m: &Mark) -> Value {
    json!({
        "recorded_by": m.at.member,
        "index": m.at.index,
        "statement": HEXLOWER.encode(&m.at.id),
        "constituency": m.constituency.as_ref().map(|c| c.as_str()),
        "time": time(m.time),
        "why": m.why,
    })
}

/// All cases in short, the seats, and what is not allowed.
#[must_use]
pub fn list(cases: &Cases, misbegun: &[Said<(&'static str, String)>], now: i64) -> Value {
    json!({
        "version": 1,
        "as_of": time(now),
        "cases": cases.cases.values().map(short).collect::<Vec<_>>(),
        "seats": seats(cases),
        "irregular": cases.irregular.iter().map(irregular).collect::<Vec<_>>(),
        "of_another": misbegun.iter().map(|(at, (kind, id))| json!({
            "recorded_by": at.member, "index": at.index, "kind": kind, "id": id,
        })).collect::<Vec<_>>(),
        "objections_to_publications": cases.publication_objections.iter().map(|o| json!({
            "by": mark(&o.mark), "to": o.to.to_string(),
        })).collect::<Vec<_>>(),
        "confirmations": cases.confirmations.iter().map(|w| json!({
            "by": mark(&w.mark), "agreement": w.agreement.to_string(), "what": w.what,
            "answer": w.answer.map(|a| a.id()),
        })).collect::<Vec<_>>(),
    })
}

fn short(case: &Case) -> Value {
    let overdue: Vec<Value> = case
        .clocks
        .iter()
        .filter(|c| c.standing == armistice_core::case::clocks::Standing::Overdue)
        .map(|c| json!({ "step": c.of.id(), "held_by": c.owner, "due": time(c.due) }))
        .collect();
    json!({
        "id": case.id.as_str(),
        "number": case.number,
        "state": case.state.id(),
        "complainant": case.complainant,
        "accused": case.accused,
        "received": time(case.received.time),
        "urgent": case.urgent,
        "overdue": overdue,
    })
}

fn seats(cases: &Cases) -> Value {
    let seats = cases.seats.claims.iter().map(|s| {
        let contests = cases.seats.contests_of(s).map(|c| mark(&c.by)).collect::<Vec<_>>();
        json!({
            "agreement": s.agreement.to_string(),
            "constituency": s.constituency.as_str(),
            "member": s.member(),
            "standing": s.standing.id(),
            "taken": mark(&s.taken),
            "left": s.left.as_ref().map(mark),
            "contested_by": if s.left.is_none() { json!(contests) } else { json!([]) },
            "counts": s.left.is_none() && cases.seats.undisputed(s),
        })
    });
    Value::Array(seats.collect())
}

fn irregular(i: &Irregular) -> Value {
    json!({
        "recorded_by": i.at.member,
        "index": i.at.index,
        "statement": HEXLOWER.encode(&i.at.id),
        "kind": i.kind,
        "case": i.case.as_ref().map(|c| c.as_str()),
        "asserted": time(i.asserted),
        "code": i.refusal.refusal.code(),
        "sentence": i.refusal.refusal.sentence(),
        "on": i.refusal.thing,
        "next": i.refusal.refusal.next_step(),
    })
}

/// One case, with all that was said in it.
#[must_use]
pub fn case(case: &Case, cases: &Cases, now: i64) -> Value {
    let mut object = json!({
        "version": 1,
        "as_of": time(now),
        "id": case.id.as_str(),
        "agreement": case.agreement.to_string(),
        "number": case.number,
        "state": state(&case.state),
        "complainant": case.complainant,
        "accused": case.accused,
        "affected": case.affected,
        "clauses": case.clauses,
        "incidents": words(&case.incidents),
        "documents": words(&case.documents),
        "allegation": case.allegation,
        "urgent": case.urgent,
        "received": mark(&case.received),
        "team": case.team,
        "methods": ids(&case.methods),
        "settled_on_the_ground": case.settled.iter().map(|(m, s)| json!({
            "by": mark(m), "between": s.between, "text": s.text,
            "meaning": "the dispute is settled; the fact stands",
        })).collect::<Vec<_>>(),
        "withdrawn": case.withdrawn.as_ref().map(mark),
    });
    if let Some(map) = object.as_object_mut() {
        map.extend(investigation(case));
        map.extend(decision(case));
        map.insert("clocks".to_owned(), clocks(case));
        map.insert("history".to_owned(), history(case));
        let own = cases.irregular.iter().filter(|i| i.case.as_ref() == Some(&case.id));
        map.insert("irregular".to_owned(), own.map(irregular).collect());
    }
    object
}

fn investigation(case: &Case) -> serde_json::Map<String, Value> {
    let object = json!({
        "dismissal": case.dismissal.as_ref().map(|d| json!({
            "by": mark(&d.mark), "ground": d.ground.id(),
            "duplicate_of": d.duplicate_of.as_ref().map(|c| c.as_str()), "objections_until": time(d.until),
        })),
        "objections": case.objections.iter().map(|o| json!({
            "by": mark(&o.mark), "what": o.what.id(), "to": o.to.to_string(),
        })).collect::<Vec<_>>(),
        "assessment": case.assessed.as_ref().map(|a| mark(&a.mark)),
        "obstructions": case.obstructions.iter().map(|o| json!({
            "recorded": mark(&o.mark), "outcome": o.body.outcome.id(), "by": o.body.by, "place": o.body.place,
            "from": o.body.when.from.map(|m| m.to_string()), "to": o.body.when.to.map(|m| m.to_string()),
        })).collect::<Vec<_>>(),
        "findings": case.findings.iter().map(|f| json!({
            "id": f.body.finding.as_str(), "made": mark(&f.mark), "about": f.body.about.id(), "text": f.body.text,
            "reached": f.body.reached.id(), "claims": words(&f.body.claims), "contrary": words(&f.body.contrary),
            "documents": words(&f.body.documents), "methods": ids(&f.body.methods),
            "supersedes": f.body.supersedes.as_ref().map(|i| i.as_str()),
            "superseded_by": f.superseded_by.as_ref().map(|i| i.as_str()),
            "fact": f.body.fact.as_ref().map(|x| json!({
                "criterion": x.criterion, "actor": x.actor, "state": x.state.id(),
                "incident": f.body.incident.as_ref().map(|i| i.as_str()),
            })),
            "adverse_inference": f.body.adverse_inference,
        })).collect::<Vec<_>>(),
        "not_verifiable": case.not_verifiable.iter().map(|n| json!({
            "obstacle": n.obstacle.id(), "why": n.why,
        })).collect::<Vec<_>>(),
        "notices": case.notices.iter().map(|n| json!({
            "given": mark(&n.mark), "to": n.body.to, "guarantors": n.body.guarantors, "reply_by": time(n.body.reply_by),
        })).collect::<Vec<_>>(),
        "replies": case.replies().iter().map(|r| json!({
            "actor": r.actor, "told": time(r.told), "until": time(r.until), "answered": r.answered.map(time),
        })).collect::<Vec<_>>(),
        "responses": case.responses.iter().map(|r| json!({
            "of": r.body.by, "handed_in": mark(&r.mark), "text": r.body.text, "documents": words(&r.body.documents),
            "late": r.late,
        })).collect::<Vec<_>>(),
    });
    into_map(object)
}

fn into_map(value: Value) -> serde_json::Map<String, Value> {
    match value {
        Value::Object(map) => map,
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => serde_json::Map::new(),
    }
}

fn decision(case: &Case) -> serde_json::Map<String, Value> {
    let drafts = case.drafts.iter().zip(1..).map(|(d, number)| {
        json!({
            "number": number,
            "presented": mark(&d.mark),
            "text": d.body.text,
            "outcome": d.body.outcome.id(),
            "attribution": d.body.attribution.id(),
            "attributed_to": d.body.attributed_to,
            "clauses": clauses(&d.body.clauses),
            "findings": words(&d.body.findings),
            "contrary": words(&d.body.contrary),
            "opinions_until": time(d.until),
            "review_ended": d.ended.map(time),
            "replaced_by": d.replaced_by.as_ref().map(Digest::to_string),
            "opinions": d.opinions.iter().map(|o| json!({
                "constituency": o.body.constituency, "given": mark(&o.mark), "position": o.body.position.id(),
                "outcome": o.body.outcome.map(|x| x.id()), "attribution": o.body.attribution.map(|x| x.id()),
                "persons": o.body.persons, "text": o.body.text, "replaced": o.replaced,
                "void": d.replaced_by.is_some(),
            })).collect::<Vec<_>>(),
        })
    });
    let made = case.determinations.iter().map(|m| {
        let mut object = json!({
            "draft": m.draft.to_string(),
            "at": time(m.at),
            "kind": m.determination.id(),
            "taken_up_again": m.taken_up_again.as_ref().map(mark),
            "superseded": m.superseded,
        });
        match &m.determination {
            Determination::Unanimous(d) | Determination::Qualified(d) | Determination::MajorityWithDissent(d) => {
                object["determined"] = decided(d);
            }
            Determination::NotDetermined { why: w, groups, positions } => {
                object["why"] = why(w);
                object["groups"] = groups.iter().map(group).collect();
                object["positions"] = positions.iter().map(verbatim).collect();
            }
        }
        object
    });
    let object = json!({
        "drafts": drafts.collect::<Vec<_>>(),
        "determinations": made.collect::<Vec<_>>(),
        "remedies": case.remedies.iter().map(|r| json!({
            "id": r.body.remedy.as_str(), "asked": mark(&r.mark), "of": r.body.of, "act": r.body.act,
            "place": r.body.place, "due": time(r.body.due), "test": r.body.test, "rung": r.body.rung,
            "interim": r.body.interim,
            "progress": r.progress().map(|p| p.id()),
            "followed": r.followed.iter().map(|(m, f)| json!({
                "by": mark(m), "progress": f.progress.id(), "documents": words(&f.documents),
            })).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
        "closings_proposed": case.closings.iter().map(|c| json!({
            "by": c.by.iter().map(mark).collect::<Vec<_>>(), "ground": c.ground.id(), "objections_until": time(c.until),
        })).collect::<Vec<_>>(),
        "closed": case.closed.as_ref().map(|c| json!({
            "ground": c.ground.id(), "since": time(c.since), "by": c.by.iter().map(mark).collect::<Vec<_>>(),
            "unopposed": c.unopposed,
        })),
        "reopened": case.reopened.iter().map(|r| json!({
            "by": mark(&r.mark), "documents": words(&r.documents), "claims": words(&r.claims),
        })).collect::<Vec<_>>(),
    });
    into_map(object)
}

fn clauses(list: &[armistice_core::statement::casework::ClauseUnder]) -> Value {
    list.iter().map(|c| json!({ "text": c.text, "clause": c.clause, "broken": c.broken.id() })).collect()
}

fn decided(d: &Decided) -> Value {
    json!({
        "outcome": d.outcome.id(),
        "attribution": d.attribution.map(|a| a.id()),
        "attributed_to": d.attributed_to,
        "clauses": clauses(&d.clauses),
        "standard_of_proof": d.standard.word(),
        "standard_from": d.standard_source.word(),
        "standard_for_naming": d.naming.map(|n| n.word()),
        "adverse_inferences": d.inferences.iter().map(|(finding, of)| json!({
            "finding": finding.as_str(), "from_refusal_of_access_by": of,
        })).collect::<Vec<_>>(),
        "findings": words(&d.findings),
        "contrary": words(&d.contrary),
        "rule": d.rule.word(),
        "groups": d.groups.iter().map(group).collect::<Vec<_>>(),
        "qualifications": d.qualifications.iter().map(verbatim).collect::<Vec<_>>(),
        "dissents": d.dissents.iter().map(verbatim).collect::<Vec<_>>(),
    })
}

fn group(g: &GroupStance) -> Value {
    json!({
        "group": g.group.as_str(), "needed": g.needed, "present": g.present, "concerned": g.concerned,
        "stance": g.stance.id(),
    })
}

fn verbatim(v: &Verbatim) -> Value {
    json!({
        "constituency": v.constituency.as_str(), "given": mark(&v.mark), "position": v.position.id(),
        "outcome": v.outcome.map(|o| o.id()), "attribution": v.attribution.map(|a| a.id()), "persons": v.persons,
        "text": v.text, "counted": v.counted,
    })
}

/// Why a case was not determined.
#[must_use]
pub fn why(why: &Why) -> Value {
    let mut object = json!({ "reason": why.id() });
    match why {
        Why::FactsOnly => {}
        Why::SeatsContested { groups } | Why::NoQuorum { missing: groups } | Why::Lapsed { silent: groups } => {
            object["groups"] = words(groups);
        }
        Why::Deadlock { agree, against, alone } => {
            object["agree"] = words(agree);
            object["against"] = words(against);
            object["alone"] = json!(alone);
        }
        Why::StandardNotReached { standard, about, reached } => {
            object["standard"] = json!(standard.word());
            object["about"] = json!(about.id());
            object["reached"] = json!(reached.id());
        }
    }
    object
}

fn state(state: &CaseState) -> Value {
    let mut object = json!({ "name": state.id() });
    match state {
        CaseState::Received | CaseState::Opened | CaseState::UnderVerification => {}
        CaseState::Registered { number } => object["number"] = json!(number),
        CaseState::ScreenedOut { ground, until } => {
            object["ground"] = json!(ground.id());
            object["objections_until"] = time(*until);
        }
        CaseState::PreliminaryAssessment { assessed } => object["assessed"] = json!(assessed),
        CaseState::Tasked { team } => object["team"] = json!(team),
        CaseState::AccessBlocked { outcome, by } => {
            object["outcome"] = json!(outcome.id());
            object["by"] = json!(by);
        }
        CaseState::FactsEstablished { findings } => object["findings"] = json!(findings),
        CaseState::NotVerifiable { obstacle } => object["obstacle"] = json!(obstacle.id()),
        CaseState::NoticeSent { awaited, until } => {
            object["awaited"] = json!(awaited);
            object["until"] = time(*until);
        }
        CaseState::ResponseReceived { from } => object["from"] = json!(from),
        CaseState::NoResponse { silent, since } => {
            object["silent"] = json!(silent);
            object["since"] = time(*since);
            object["meaning"] = json!("no answer is no admission");
        }
        CaseState::Draft { draft, until } => {
            object["draft"] = json!(draft);
            object["opinions_until"] = time(*until);
        }
        CaseState::ComponentReview { draft, awaited, until } => {
            object["draft"] = json!(draft);
            object["awaited"] = words(awaited);
            object["opinions_until"] = time(*until);
        }
        CaseState::Determined { determination } => object["determination"] = json!(determination),
        CaseState::NotDetermined { why: w, until } => {
            object["why"] = why(w);
            object["may_change_until"] = until.map_or(Value::Null, time);
        }
        CaseState::RemedialActionRequested { open } => object["open"] = json!(open),
        CaseState::FollowUp { done, refused, overdue, open } => {
            object["done"] = json!(done);
            object["refused"] = json!(refused);
            object["overdue"] = json!(overdue);
            object["open"] = json!(open);
        }
        CaseState::Closed { ground, since } => {
            object["ground"] = json!(ground.id());
            object["since"] = time(*since);
        }
        CaseState::Reopened { since } => object["since"] = time(*since),
    }
    object
}

fn clocks(case: &Case) -> Value {
    let clocks = case.clocks.iter().map(|c| {
        json!({
            "step": c.of.id(), "held_by": c.owner, "from": time(c.from), "due": time(c.due), "done": c.done.map(time),
            "standing": c.standing.id(), "source": c.source.word(),
        })
    });
    Value::Array(clocks.collect())
}

fn history(case: &Case) -> Value {
    let events = case.history.iter().map(|e| {
        let mut object = json!({ "what": e.what, "from": e.from.id(), "to": e.to.id() });
        match &e.cause {
            Cause::Said(m) => object["by"] = mark(m),
            Cause::TimePassed(t) => object["time_passed"] = time(*t),
            Cause::Decided(t) => object["opinions_complete"] = time(*t),
        }
        object
    });
    Value::Array(events.collect())
}
