//! The files of the browser, embedded: scripts, styles, faces, drawings and the ground of the map, under names that carry their digests.
//! `make web` makes them from `web/`.
//!
//! Must not: read a file at run time, or serve a name that is not in the manifest.

use axum::{
    body::Body,
    http::{HeaderMap, HeaderValue, Response, StatusCode, header},
};
use maud::{Markup, html};
use rust_embed::RustEmbed;
use serde::Deserialize;
use std::{borrow::Cow, collections::BTreeMap, sync::OnceLock};

#[derive(RustEmbed)]
#[folder = "../../assets/desk"]
struct Files;

/// One file as it is served.
#[derive(Clone, Debug)]
pub struct Asset {
    /// What it holds.
    pub bytes: Cow<'static, [u8]>,
    /// The same, packed with gzip, where that is smaller by a tenth or more.
    pub gzip: Option<Cow<'static, [u8]>>,
    /// Its media type.
    pub media: &'static str,
    /// Whether the name carries the digest, so that what is under it never changes.
    pub immutable: bool,
}

#[derive(Deserialize)]
struct Entry {
    file: String,
    media: String,
    #[serde(default)]
    preload: Vec<String>,
}

#[derive(Deserialize)]
struct Manifest {
    words: BTreeMap<String, Vec<String>>,
    files: BTreeMap<String, Entry>,
}

/// What is known of the embedded files, read once.
#[derive(Default)]
struct Known {
    /// Where a logical name is served.
    urls: BTreeMap<String, String>,
    /// Media type by the name with the digest.
    media: BTreeMap<String, String>,
    /// Where the scripts are that another imports at once, by its logical name.
    preload: BTreeMap<String, Vec<String>>,
    /// Messages that scripts ask for, with the names of what they put in.
    words: BTreeMap<String, Vec<String>>,
}

fn known() -> &'static Known {
    static KNOWN: OnceLock<Known> = OnceLock::new();
    KNOWN.get_or_init(|| {
        // Without a manifest, no asset is there; the build script and a test see to it that one is.
        let manifest = Files::get("manifest.json").and_then(|f| serde_json::from_slice::<Manifest>(&f.data).ok());
        let mut out = Known::default();
        let Some(manifest) = manifest else { return out };
        out.words = manifest.words;
        for (name, entry) in manifest.files {
            out.preload.insert(name.clone(), entry.preload.iter().map(|f| format!("/assets/{f}")).collect());
            out.urls.insert(name, format!("/assets/{}", entry.file));
            out.media.insert(entry.file, entry.media);
        }
        out
    })
}

/// Where a file is served, by its name without digest: `url("desk.js")` is `/assets/desk-ABCDEF12.js`. A name that does not exist gives an
/// address that answers 404, so that a slip shows in the browser and in tests, and never stops a page.
#[must_use]
pub fn url(name: &str) -> &'static str {
    known().urls.get(name).map_or("/assets/not-there", String::as_str)
}

/// Where the scripts are that a script imports at once, for `<link rel="modulepreload">`.
#[must_use]
pub fn preload(name: &str) -> &'static [String] {
    known().preload.get(name).map_or(&[], Vec::as_slice)
}

/// Every message that scripts ask for, by id, with the names of what they put into it. A page gives them in its language in
/// `<script type="application/json" id="words">`, with `{name}` where a script puts something in.
#[must_use]
pub fn words() -> &'static BTreeMap<String, Vec<String>> {
    &known().words
}

/// Every logical name there is, in order.
pub fn names() -> impl Iterator<Item = &'static str> {
    known().urls.keys().map(String::as_str)
}

/// A file by the last part of its address (`desk-ABCDEF12.js`).
#[must_use]
pub fn get(name: &str) -> Option<Asset> {
    let media = known().media.get(name)?;
    let bytes = Files::get(name)?.data;
    let gzip = Files::get(&format!("{name}.gz")).map(|f| f.data);
    Some(Asset { bytes, gzip, media, immutable: true })
}

/// Whether a request says that it takes gzip.
fn takes_gzip(headers: &HeaderMap) -> bool {
    headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|v| v.to_str().ok()).flat_map(|v| v.split(',')).any(
        |part| {
            let mut words = part.split(';').map(str::trim);
            let coding = words.next().unwrap_or_default();
            let refused = words.any(|w| matches!(w.replace(' ', "").as_str(), "q=0" | "q=0.0" | "q=0.00" | "q=0.000"));
            (coding.eq_ignore_ascii_case("gzip") || coding == "*") && !refused
        },
    )
}

/// The answer to `GET /assets/NAME`: packed where the reader takes that, kept for a year because the name changes with the bytes, 304 where
/// the reader has it.
#[must_use]
pub fn answer(name: &str, headers: &HeaderMap) -> Response<Body> {
    let Some(asset) = get(name) else {
        let mut none = Response::new(Body::from("There is no such file.\n"));
        *none.status_mut() = StatusCode::NOT_FOUND;
        none.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
        return none;
    };
    let tag = HeaderValue::from_str(&format!("\"{name}\"")).ok();
    let same = tag.is_some() && headers.get(header::IF_NONE_MATCH) == tag.as_ref();
    let (bytes, packed) = match asset.gzip {
        Some(packed) if takes_gzip(headers) => (packed, true),
        Some(_) | None => (asset.bytes, false),
    };
    let body = match bytes {
        _ if same => Body::empty(),
        Cow::Borrowed(b) => Body::from(b),
        Cow::Owned(b) => Body::from(b),
    };
    let mut out = Response::new(body);
    if same {
        *out.status_mut() = StatusCode::NOT_MODIFIED;
    } else if packed {
        out.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    let own = out.headers_mut();
    own.insert(header::CONTENT_TYPE, HeaderValue::from_static(asset.media));
    own.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    own.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    own.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    if let Some(tag) = tag {
        own.insert(header::ETAG, tag);
    }
    out
}

/// A drawing of the sprite (`web/style/README.md` lists them), beside a word that says the same: hidden from readers of the screen.
#[must_use]
pub fn icon(name: &str) -> Markup {
    html! { svg class="icon" aria-hidden="true" { use href=(format!("{}#{name}", url("icons.svg"))) {} } }
}

/// The symbol of an incident: shape by kind of act, fill by status (stable text forms of both). What is not known is a star.
#[must_use]
pub fn symbol(act: &str, status: &str) -> Markup {
    let id = format!("{}#symbol-{}-{}", url("icons.svg"), shape(act), status.replace('_', "-"));
    html! { svg class="symbol" aria-hidden="true" { use href=(id) {} } }
}

/// Which shape stands for a kind of act.
#[must_use]
pub fn shape(act: &str) -> &'static str {
    #[derive(Deserialize)]
    struct Symbols {
        acts: BTreeMap<String, (String, String)>,
    }
    static SHAPES: OnceLock<BTreeMap<String, (String, String)>> = OnceLock::new();
    let shapes = SHAPES.get_or_init(|| {
        serde_json::from_str::<Symbols>(include_str!("../../../../web/symbols.json"))
            .map(|s| s.acts)
            .unwrap_or_default()
    });
    shapes.get(act).map_or("star", |(shape, _)| shape.as_str())
}
