//! Who asks: made by the gate from a cookie or a token, and handed to every handler.
//!
//! Must not: be made by a handler.

use super::role::{Action, Denied, Object, Role, Scope, may};
use axum::{
    extract::FromRequestParts,
    http::{StatusCode, request::Parts},
};
use std::{collections::BTreeSet, fmt, sync::Arc};

/// An account of the desk: an opaque id that says nothing about its person.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct AccountId(pub String);

impl fmt::Display for AccountId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A session, by the name under which its owner sees it in the list. It opens nothing.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct SessionId(pub String);

/// What is restricted to others, and what was granted to this account.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sight {
    /// Keys of objects ([`Object::key`]) that are restricted and not granted to this account.
    pub hidden: BTreeSet<String>,
    /// Keys of objects that were granted to this account.
    pub granted: BTreeSet<String>,
}

impl Sight {
    /// Whether an object is out of this reader's sight.
    #[must_use]
    pub fn hides(&self, key: &str) -> bool {
        self.hidden.contains(key)
    }
}

/// Who asks. Nobody in particular is [`Role::Public`].
#[derive(Clone, Debug)]
pub struct Reader {
    /// The role.
    pub role: Role,
    /// The account, when one is signed in or a token of it is used.
    pub account: Option<AccountId>,
    /// The name as the account gives it; empty for nobody.
    pub name: String,
    /// The session, when there is one. A token has none.
    pub session: Option<SessionId>,
    /// What the token was made for; `None` for a person who is signed in.
    pub scopes: Option<BTreeSet<Scope>>,
    /// Code of the language that the account chose (`ar`); `None` when nobody chose.
    pub language: Option<String>,
    /// What this reader does not see.
    pub sight: Arc<Sight>,
    /// Some time before the present visit: when the account was last here, for "changed since your last visit".
    pub last_visit: Option<i64>,
    pub(super) csrf: String,
}

impl Reader {
    /// Nobody in particular.
    #[must_use]
    pub fn public() -> Self {
        Self {
            role: Role::Public,
            account: None,
            name: String::new(),
            session: None,
            scopes: None,
            language: None,
            sight: Arc::default(),
            last_visit: None,
            csrf: String::new(),
        }
    }

    /// Whether somebody is signed in.
    #[must_use]
    pub fn is_signed_in(&self) -> bool {
        self.role != Role::Public
    }

    /// What a form must carry in its field `csrf` (or a script in the header `x-csrf-token`). Empty on pages without a cookie:
    /// such pages have no forms that post.
    #[must_use]
    pub fn csrf_token(&self) -> &str {
        &self.csrf
    }

    /// See [`may`].
    pub fn may(&self, action: Action, object: &Object<'_>) -> Result<(), Denied> {
        may(self, action, object)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Reader {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        // Without the gate in front nobody is anybody, and nothing is answered.
        parts.extensions.get::<Reader>().cloned().ok_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
}
