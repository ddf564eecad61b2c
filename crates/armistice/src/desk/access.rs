//! Who asks, and what they may do.
//!
//! Must not: print, log, or let a secret or a name of an account into the record.
//!
//! - [`role`]: roles, actions, objects, and the one table that joins them ([`may`]).
//! - [`reader`]: who asks, handed to every handler.
//! - [`mod@routes`]: how screens register themselves; no route without its action.
//! - [`gate`]: the layers in front of every route; [`headers`], [`cookie`], [`csrf`], [`limit`], [`held`] are its parts.
//! - [`refuse`]: what one gets who may not.
//! - [`store`]: the tables; [`account`], [`session`], [`link`], [`token`], [`grant`], [`audit`] are what they hold.
//! - [`password`], [`totp`], [`passkey`]: how somebody proves who they are; [`signin`] puts them together.
//! - [`pages`]: sign-in, the own account, accounts, tokens, restrictions, the audit trail; [`frame`] puts them into the shell.
//! - [`anchor`]: the audit trail's head as a statement in the member's register.

pub mod account;
pub mod anchor;
pub mod audit;
pub mod cookie;
pub mod csrf;
pub mod frame;
pub mod gate;
pub mod grant;
pub mod headers;
pub mod held;
pub mod limit;
pub mod link;
pub mod pages;
pub mod passkey;
pub mod password;
pub mod reader;
pub mod refuse;
pub mod role;
pub mod routes;
pub mod secret;
pub mod session;
pub mod signin;
pub mod store;
pub mod token;
pub mod totp;

pub use frame::Framed;
pub use gate::{Gate, Settings};
pub use link::{Link, first_link};
pub use pages::routes;
pub use reader::{AccountId, Reader, SessionId, Sight};
pub use role::{Action, Denied, Object, Role, Scope, may};
pub use routes::{Class, Routes, Subject};
pub use store::Store;
