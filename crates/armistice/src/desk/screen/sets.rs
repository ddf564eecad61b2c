//! A filtered set in other shapes: on the map, as a file, under a name; and one search over everything.
//!
//! Must not: take away more than was shown, or draw a point where only an area is known.

use super::{
    Context, Done, Screen,
    ground::{self, Ground},
    list,
};
use crate::desk::{
    access::audit::{Event, Say},
    export::{self, Format},
    index::Row,
    locale::Locale,
    page::Shell,
    problem::Problem,
    query::{Kind, Query},
};
use axum::{
    body::Body,
    http::{StatusCode, header},
    response::{IntoResponse as _, Response},
};
use maud::{Markup, html};
use serde::Serialize;
use serde_json::{Value, json};

/// ISO 3166-1: two letters and three, one after the other.
const COUNTRIES: &str = "\
ADAND AEARE AFAFG AGATG AIAIA ALALB AMARM AOAGO AQATA ARARG ASASM ATAUT AUAUS AWABW AXALA AZAZE BABIH BBBRB \
BDBGD BEBEL BFBFA BGBGR BHBHR BIBDI BJBEN BLBLM BMBMU BNBRN BOBOL BQBES BRBRA BSBHS BTBTN BVBVT BWBWA BYBLR \
BZBLZ CACAN CCCCK CDCOD CFCAF CGCOG CHCHE CICIV CKCOK CLCHL CMCMR CNCHN COCOL CRCRI CUCUB CVCPV CWCUW CXCXR \
CYCYP CZCZE DEDEU DJDJI DKDNK DMDMA DODOM DZDZA ECECU EEEST EGEGY EHESH ERERI ESESP ETETH FIFIN FJFJI FKFLK \
FMFSM FOFRO FRFRA GAGAB GBGBR GDGRD GEGEO GFGUF GGGGY GHGHA GIGIB GLGRL GMGMB GNGIN GPGLP GQGNQ GRGRC GSSGS \
GTGTM GUGUM GWGNB GYGUY HKHKG HMHMD HNHND HRHRV HTHTI HUHUN IDIDN IEIRL ILISR IMIMN ININD IOIOT IQIRQ IRIRN \
ISISL ITITA JEJEY JMJAM JOJOR JPJPN KEKEN KGKGZ KHKHM KIKIR KMCOM KNKNA KPPRK KRKOR KWKWT KYCYM KZKAZ LALAO \
LBLBN LCLCA LILIE LKLKA LRLBR LSLSO LTLTU LULUX LVLVA LYLBY MAMAR MCMCO MDMDA MEMNE MFMAF MGMDG MHMHL MKMKD \
MLMLI MMMMR MNMNG MOMAC MPMNP MQMTQ MRMRT MSMSR MTMLT MUMUS MVMDV MWMWI MXMEX MYMYS MZMOZ NANAM NCNCL NENER \
NFNFK NGNGA NINIC NLNLD NONOR NPNPL NRNRU NUNIU NZNZL OMOMN PAPAN PEPER PFPYF PGPNG PHPHL PKPAK PLPOL PMSPM \
PNPCN PRPRI PSPSE PTPRT PWPLW PYPRY QAQAT REREU ROROU RSSRB RURUS RWRWA SASAU SBSLB SCSYC SDSDN SESWE SGSGP \
SHSHN SISVN SJSJM SKSVK SLSLE SMSMR SNSEN SOSOM SRSUR SSSSD STSTP SVSLV SXSXM SYSYR SZSWZ TCTCA TDTCD TFATF \
TGTGO THTHA TJTJK TKTKL TLTLS TMTKM TNTUN TOTON TRTUR TTTTO TVTUV TWTWN TZTZA UAUKR UGUGA UMUMI USUSA UYURY \
UZUZB VAVAT VCVCT VEVEN VGVGB VIVIR VNVNM VUVUT WFWLF WSWSM YEYEM YTMYT ZAZAF ZMZMB ZWZWE";

fn three(two: &str) -> Option<&'static str> {
    COUNTRIES.split_whitespace().find(|c| c.starts_with(two)).and_then(|c| c.get(2..))
}

/// The query of an address for a kind, without what is no part of it.
fn query(asked: &Context, kind: Kind) -> Result<Query, Problem> {
    let parts: Vec<&str> = asked
        .query
        .split('&')
        .filter(|p| !p.starts_with("lang=") && !p.starts_with("kind=") && !p.starts_with("incident="))
        .collect();
    Query::from_url(kind, &parts.join("&")).map_err(|p| list::wrong(&p))
}

fn kind(name: &str) -> Result<Kind, Problem> {
    Kind::from_id(name).ok_or_else(|| Problem::not_here("list of this name"))
}

/// What the map shows of a query, in the shape that the map takes: `docs` of it stand in `web/style/README.md`.
pub fn map(asked: &Context) -> Result<Response, Problem> {
    let of = asked.parameter("kind").map_or(Ok(Kind::Incidents), |k| kind(&k))?;
    let mut query = query(asked, of)?;
    if let Some(id) = asked.parameter("incident") {
        if !id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
            return Err(Problem::not_here("incident of this id"));
        }
        query = Query::from_words(of, &format!("id:{id}")).map_err(|p| list::wrong(&p))?;
    }
    let access = list::sight(asked);
    let index = &asked.snapshot.index;
    let found = index.map(&query, &access).map_err(list::unanswered)?;
    // Titles and times are on the rows; the first page of them is what stands in the list beside the map.
    let rows = index.page(&query, &access).map_err(list::unanswered)?.rows;
    let row = |id: &str| rows.iter().find(|r| r.item.id == id);
    let degrees = |micro: i32| f64::from(micro) / 1e6;
    let points: Vec<Value> = found
        .points
        .iter()
        .map(|p| {
            let item = row(&p.id).map(|r| &r.item);
            let when = item.and_then(|i| i.when.as_ref());
            json!({
                "id": p.id, "at": [degrees(p.lon), degrees(p.lat)], "radius_m": p.radius_m, "act": p.kind, "status": p.status,
                "title": item.map_or(p.id.as_str(), |i| i.title.as_str()),
                "url": row(&p.id).and_then(list::link), "from": when.and_then(|w| w.from.clone()), "to": when.and_then(|w| w.to.clone()),
            })
        })
        .chain(found.clusters.iter().enumerate().map(|(n, c)| {
            json!({ "id": format!("cluster-{n}"), "at": [degrees(c.lon), degrees(c.lat)], "count": c.rows, "radius_m": null,
                    "title": asked.locale.number(i64::try_from(c.rows).unwrap_or(i64::MAX)), "status": c.statuses.first().map(|s| &s.0) })
        }))
        .collect();
    // What was shown of one incident is its own time; of a list, the days that it asks for.
    let time = asked.parameter("incident").and_then(|id| row(&id)).and_then(|r| r.item.when.as_ref());
    let period = match time {
        Some(t) => ground::days_of(t.from.as_deref(), t.to.as_deref()),
        None => ground::days(&query),
    };
    let ground = Ground::of(asked, &period);
    let unseen: Vec<&str> = ground.unseen().collect();
    let is_unseen = |name: &str| unseen.iter().any(|u| u.to_lowercase() == name.to_lowercase());
    let mut areas: Vec<Value> = found
        .areas
        .iter()
        .filter_map(|a| {
            let name = a.adm1.as_ref().or(a.name.as_ref())?;
            let two = a.country.as_deref()?;
            Some(json!({ "id": format!("{two}-{name}"), "country": three(two), "names": [name], "label": name, "count": a.rows, "unseen": is_unseen(name),
                         "url": format!("/{}?q=adm1:{}", of.id(), list::escaped(&format!("\"{name}\""))) }))
        })
        .collect();
    let mut countries: Vec<&str> = found.areas.iter().filter_map(|a| three(a.country.as_deref()?)).collect();
    countries.extend(rows.iter().filter_map(|r| three(r.item.place.as_ref()?.country.as_deref()?)));
    let agreed = asked.snapshot.files.iter().flat_map(|f| &f.agreement.scope.territory.countries);
    let mut agreed: Vec<&str> = agreed.filter_map(|c| three(c.as_str())).collect();
    agreed.sort_unstable();
    agreed.dedup();
    countries.extend(&agreed);
    countries.sort_unstable();
    countries.dedup();
    // Areas in which nothing happened that is known, and nobody could see: which country the words of an entry mean is not said, so
    // that they are drawn only where the agreements hold in one country, if that has an area of this name. Zones are hatched themselves.
    if let [country] = agreed.as_slice() {
        let is = |name: &str, u: &str| name.to_lowercase() == u.to_lowercase();
        let zone =
            |u: &str| ground.zones.iter().any(|z| z.unseen && (is(&z.name, u) || z.id.ends_with(&format!("/{u}"))));
        let listed = |u: &str| areas.iter().any(|a| a["label"].as_str().is_some_and(|l| is(l, u)));
        let rest = unseen.iter().filter(|u| !zone(u) && !listed(u));
        let rest: Vec<Value> = rest
            .map(|u| json!({ "id": format!("unseen-{u}"), "country": country, "names": [u], "label": u, "count": 0, "unseen": true }))
            .collect();
        areas.extend(rest);
    }
    let body = json!({ "countries": countries, "points": points, "areas": areas, "zones": ground.drawn(), "labels": [],
                       "ground": ground,
                       "unplaced": found.unplaced, "total": found.total, "hidden": found.hidden });
    Ok((StatusCode::OK, [(header::CONTENT_TYPE, "application/json")], body.to_string()).into_response())
}

/// Exactly the filtered set as a file. That somebody took it away is noted.
pub fn file(asked: &Context) -> Result<Response, Problem> {
    let name = asked.named("file");
    let (of, format) = name.split_once('.').ok_or_else(|| Problem::not_here("file of this name"))?;
    let (of, format) = (kind(of)?, Format::from_id(format).ok_or_else(|| Problem::not_here("format of this name"))?);
    let query = query(asked, of)?.whole();
    let mut bytes = Vec::new();
    let trailer = export::write(format, &asked.snapshot.index, &query, &list::sight(asked), &mut bytes)
        .map_err(|e| Problem::new(422, e.to_string(), "Narrow the query, or take another format."))?;
    if let Some(gate) = asked.desk.gate.get() {
        let (object, detail) = (format!("{}?{}", of.id(), query.to_url()), format!("{} rows", trailer.rows));
        gate.store()
            .note(
                gate.now(),
                Say { event: Event::Exported, actor: asked.reader.account.as_ref(), object: &object, detail: &detail },
            )
            .map_err(|e| Problem::new(503, e.to_string(), "Nothing is given out that cannot be noted; try again."))?;
    }
    let disposition = format!("attachment; filename=\"{}.{}\"", of.id(), format.extension());
    let headers = [
        (header::CONTENT_TYPE, format.media_type().to_owned()),
        (header::CONTENT_DISPOSITION, disposition),
        (header::HeaderName::from_static("x-rows"), trailer.rows.to_string()),
        (header::HeaderName::from_static("x-sha256"), trailer.sha256),
    ];
    Ok((StatusCode::OK, headers, Body::from(bytes)).into_response())
}

/// One search over all lists.
#[derive(Debug, Serialize)]
pub struct Everywhere {
    /// The words.
    pub words: String,
    /// What was found, list by list.
    pub lists: Vec<Found>,
}

/// What was found in one list.
#[derive(Debug, Serialize)]
pub struct Found {
    /// The list.
    pub kind: Kind,
    /// All that match.
    pub total: u64,
    /// Rows of this list that are hidden by the reader's access, whether they match or not.
    pub hidden: u64,
    /// The first ones.
    pub rows: Vec<Row>,
}

/// Searches everywhere.
pub fn everywhere(asked: &Context) -> Result<Everywhere, Problem> {
    let words = asked.parameter("q").unwrap_or_default();
    let mut lists = Vec::new();
    for kind in Kind::ALL {
        // A filter that one list does not know is no filter of it.
        let Ok(query) = Query::from_words(kind, &words) else { continue };
        let found = asked.snapshot.index.page(&Query { limit: 5, ..query }, &list::sight(asked));
        let Ok(found) = found else { continue };
        // How many are hidden is said also where nothing is found, so that it does not tell what a hidden row says.
        if found.total > 0 || found.hidden > 0 {
            lists.push(Found { kind, total: found.total, hidden: found.hidden, rows: found.rows });
        }
    }
    Ok(Everywhere { words, lists })
}

impl Screen for Everywhere {
    fn title(&self, locale: &Locale) -> String {
        locale.t("shell-search")
    }

    fn body(&self, shell: &Shell<'_>) -> Markup {
        let l = shell.locale;
        html! {
            p { q { (shell.name(&self.words)) } }
            @if self.lists.is_empty() { p class="empty" { (l.t("query-nothing")) } }
            @for found in &self.lists {
                section {
                    h2 { a href={ (path(found.kind)) "?q=" (list::escaped(&self.words)) } { (l.t(&format!("nav-{}", found.kind.id()))) } " " (l.number(i64::try_from(found.total).unwrap_or(i64::MAX))) }
                    @if found.hidden > 0 { p class="counts" role="status" { (l.t_with("query-hidden", &[("n", found.hidden.into())])) } }
                    ul { @for row in &found.rows { li { @match list::link(row) { Some(to) => a href=(to) { (shell.name(&row.item.title)) }, None => (shell.name(&row.item.title)) } } } }
                }
            }
        }
    }
}

const fn path(kind: Kind) -> &'static str {
    match kind {
        Kind::Incidents => "/incidents",
        Kind::Claims => "/claims",
        Kind::Documents => "/documents",
        Kind::Cases => "/cases",
        Kind::Obligations => "/obligations",
        Kind::Ledger => "/ledgers/entries",
        Kind::People => "/people",
    }
}

/// Keeps a query under a name.
pub fn save(asked: &Context) -> Result<Done, Problem> {
    let account = asked
        .reader
        .account
        .as_ref()
        .ok_or_else(|| Problem::new(403, "A search is kept for an account.", "Sign in."))?;
    let address = asked.field("address").unwrap_or("/incidents");
    let (list, query) = address.split_once('?').unwrap_or((address, ""));
    let of = Kind::ALL.into_iter().find(|k| path(*k) == list).ok_or_else(|| Problem::not_here("list of this name"))?;
    let query = Query::from_url(of, query).map_err(|p| list::wrong(&p))?;
    let name = asked.field("name").unwrap_or_default();
    let said = asked.desk.state.save(&account.0, name, &query.whole(), crate::clock::now());
    let said = said.map_err(|e| Problem::new(422, e.to_string(), "Choose another name.").at("name", "not taken"))?;
    Ok(Done::Said {
        to: format!("{list}?{}", query.whole().to_url()),
        said: json!({ "id": said.id, "name": said.name, "address": said.address }),
    })
}

/// The searches that this account keeps.
pub fn searches(asked: &Context) -> Result<Response, Problem> {
    let account = asked.reader.account.as_ref().map_or("", |a| a.0.as_str());
    let all =
        asked.desk.state.searches(account).map_err(|e| Problem::new(503, e.to_string(), "Try again in a moment."))?;
    let items: Vec<Value> = all.iter().map(|s| json!({ "id": s.id, "name": s.name, "address": s.address })).collect();
    let body = json!({ "items": items, "next": null });
    Ok((StatusCode::OK, [(header::CONTENT_TYPE, "application/json")], body.to_string()).into_response())
}
