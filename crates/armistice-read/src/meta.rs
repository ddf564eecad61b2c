//! What a page says about itself: headline, outlet, authors, dateline, credits, dates. Each with its bytes.
//!
//! Must not: guess what is not stated, mix photo credits with text credits, or call a page header's date the
//! publication date.

pub mod dates;
pub mod language;
pub mod masthead;
pub mod page;
pub mod structured;

use crate::meta::dates::DateMention;
use armistice_core::span::Span;

/// Words of the page with their place in the captured file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The words as they stand (character references resolved).
    pub text: String,
    /// Bytes of the captured file.
    pub span: Span,
}

/// What a statement about the outlet rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutletBasis {
    /// `og:site_name` or its like.
    SiteName,
    /// `publisher` in JSON-LD.
    StructuredData,
    /// The end of `<title>` ("Headline - Outlet").
    TitleSuffix,
    /// The line at the top of the page.
    Masthead,
    /// Markdown front matter ("outlet: …").
    FrontMatter,
    /// A copyright line ("© 2017 Outlet").
    CopyrightLine,
}

/// The outlet, if the page states it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlet {
    /// Its name.
    pub name: Found,
    /// Where the name stands.
    pub basis: OutletBasis,
}

/// "CITY, Country (AGENCY) –" at the start of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dateline {
    /// The whole dateline.
    pub whole: Found,
    /// The place as written.
    pub place: Found,
    /// The id of the agency in parentheses (`lang/agencies.toml`).
    pub agency: Option<String>,
}

/// Where a credit for the text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CreditRole {
    /// An agency in the byline or alone on a line.
    BylineAgency,
    /// An agency in the dateline.
    DatelineAgency,
    /// "Courtesy: …", "Source: …".
    CourtesyLine,
    /// "© 2017 …".
    CopyrightLine,
}

/// A credit for the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextCredit {
    /// The credit's words.
    pub found: Found,
    /// Where it stands.
    pub role: CreditRole,
    /// Ids of the agencies in it (`lang/agencies.toml`); empty if it names none of the list.
    pub agencies: Vec<String>,
}

/// A credit for a picture or video. Says nothing about who wrote the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhotoCredit {
    /// The credit's words.
    pub found: Found,
    /// Ids of the agencies in it.
    pub agencies: Vec<String>,
}

/// Where a date stands on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DateRole {
    /// The page's head or structured data: published.
    MetaPublished,
    /// The page's head or structured data: modified.
    MetaModified,
    /// A line that says "Published …", or a date beside the byline under the headline.
    PublicationLine,
    /// A line that says "Updated …".
    ModificationLine,
    /// A date at the top of the page with no label: often the day of the visit. Never the publication date by itself.
    PageHeader,
    /// In a caption.
    Caption,
    /// In the page's address.
    Url,
    /// In the main text.
    Body,
    /// In other furniture (lists of other articles, the footer).
    Elsewhere,
}

/// A date that the page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageDate {
    /// Its words and their place in the captured file.
    pub found: Found,
    /// What they say. `mention.span` is relative to `found.text`.
    pub mention: DateMention,
    /// Where it stands.
    pub role: DateRole,
}

/// All that a page says about itself. `None` and empty mean: not stated.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    /// The headline, without the outlet's name.
    pub title: Option<Found>,
    /// The outlet.
    pub outlet: Option<Outlet>,
    /// Authors as named; agencies and staff roles are not authors.
    pub authors: Vec<Found>,
    /// The byline's line.
    pub byline: Option<Found>,
    /// The dateline.
    pub dateline: Option<Dateline>,
    /// Credits for the text.
    pub credits: Vec<TextCredit>,
    /// Credits for pictures.
    pub photo_credits: Vec<PhotoCredit>,
    /// Dates in order of their place.
    pub dates: Vec<PageDate>,
    /// The page's own address.
    pub url: Option<Found>,
}
