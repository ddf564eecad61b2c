//! Who may do what: the roles, the actions, the objects, and the one table that joins them.
//!
//! Must not: ask a store, or decide by anything but what it is given.

use super::reader::Reader;
use armistice_core::named::Named;

macro_rules! named {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $value:ident = $id:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $value,)* }

        impl Named for $name {
            const ALL: &'static [Self] = &[$($name::$value),*];

            fn id(self) -> &'static str {
                match self { $($name::$value => $id),* }
            }
        }
    )*};
}

named! {
    /// What an account is in the mission. Each has what stands in the table of [`allowed`], and nothing by being above another.
    Role {
        /// Anybody: not signed in.
        Public = "public",
        /// Reads the work.
        Viewer = "viewer",
        /// Triages and judges, keeps ledgers.
        Analyst = "analyst",
        /// Leads cases.
        CaseOfficer = "case_officer",
        /// Speaks for the member: opinions and reports.
        Head = "head",
        /// Keeps the desk: accounts, settings. Alone on a laptop also does the work.
        Administrator = "administrator",
    }
    /// What somebody wants to do.
    Action {
        /// Read what is public.
        ReadPublic = "read_public",
        /// Come in.
        SignIn = "sign_in",
        /// Look after the own account, sessions and tokens.
        OwnAccount = "own_account",
        /// Read the work.
        ReadWork = "read_work",
        /// Take a filtered set away as a file.
        Export = "export",
        /// Accept, correct or reject what a reader proposed; bring documents in.
        Triage = "triage",
        /// Say what is the same event, and the like.
        Judge = "judge",
        /// Take a step of a case.
        CaseStep = "case_step",
        /// Give the member's opinion.
        Opinion = "opinion",
        /// Enter in a ledger.
        Record = "record",
        /// Issue a report.
        Report = "report",
        /// Open what is sealed.
        ReadSealed = "read_sealed",
        /// Say who is let in to a restricted case or document.
        ManageGrants = "manage_grants",
        /// Invite, change and close accounts.
        ManageAccounts = "manage_accounts",
        /// Change the mission's settings.
        ManageMission = "manage_mission",
        /// Read the audit trail.
        ReadAudit = "read_audit",
    }
    /// What a token of the API was made for.
    Scope {
        /// Read the work.
        Read = "read",
        /// Export.
        Export = "export",
        /// Bring documents, accept and reject claims.
        Triage = "triage",
        /// Judgements.
        Judge = "judge",
        /// Steps of cases.
        Cases = "cases",
        /// Entries of ledgers.
        Record = "record",
        /// Issue reports.
        Report = "report",
    }
}

impl Role {
    /// Roles that an account can have.
    pub const OF_ACCOUNTS: &'static [Role] =
        &[Role::Viewer, Role::Analyst, Role::CaseOfficer, Role::Head, Role::Administrator];
}

impl Action {
    /// The scope that a token needs for it. `None`: no token does this, a person who is signed in does.
    #[must_use]
    pub const fn scope(self) -> Option<Scope> {
        match self {
            Action::ReadWork => Some(Scope::Read),
            Action::Export => Some(Scope::Export),
            Action::Triage => Some(Scope::Triage),
            Action::Judge => Some(Scope::Judge),
            Action::CaseStep => Some(Scope::Cases),
            Action::Record => Some(Scope::Record),
            Action::Report => Some(Scope::Report),
            Action::ReadPublic
            | Action::SignIn
            | Action::OwnAccount
            | Action::Opinion
            | Action::ReadSealed
            | Action::ManageGrants
            | Action::ManageAccounts
            | Action::ManageMission
            | Action::ReadAudit => None,
        }
    }

    /// Whether a role alone is not enough: the object must have been granted to this very account.
    #[must_use]
    pub const fn needs_grant(self) -> bool {
        matches!(self, Action::ReadSealed)
    }

    /// Whether everybody may, signed in or not.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Action::ReadPublic | Action::SignIn)
    }
}

/// The table of who may do what. Whoever keeps the desk does not by that read what is sealed.
#[must_use]
pub const fn allowed(role: Role) -> &'static [Action] {
    use Action::{
        CaseStep, Export, Judge, ManageAccounts, ManageGrants, ManageMission, Opinion, OwnAccount, ReadAudit,
        ReadPublic, ReadSealed, ReadWork, Record, Report, SignIn, Triage,
    };
    match role {
        Role::Public => &[ReadPublic, SignIn],
        Role::Viewer => &[ReadPublic, SignIn, OwnAccount, ReadWork],
        Role::Analyst => &[ReadPublic, SignIn, OwnAccount, ReadWork, Export, Triage, Judge, Record],
        Role::CaseOfficer => &[
            ReadPublic,
            SignIn,
            OwnAccount,
            ReadWork,
            Export,
            Triage,
            Judge,
            Record,
            CaseStep,
            ReadSealed,
            ManageGrants,
        ],
        Role::Head => &[
            ReadPublic,
            SignIn,
            OwnAccount,
            ReadWork,
            Export,
            Triage,
            Judge,
            Record,
            CaseStep,
            ReadSealed,
            ManageGrants,
            Opinion,
            Report,
            ReadAudit,
        ],
        Role::Administrator => &[
            ReadPublic,
            SignIn,
            OwnAccount,
            ReadWork,
            Export,
            Triage,
            Judge,
            Record,
            CaseStep,
            ManageGrants,
            Opinion,
            Report,
            ManageAccounts,
            ManageMission,
            ReadAudit,
        ],
    }
}

/// What it is done to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Object<'a> {
    /// The mission as a whole: lists, settings.
    Mission,
    /// A document, by its id.
    Document(&'a str),
    /// A claim.
    Claim(&'a str),
    /// An incident.
    Incident(&'a str),
    /// A case.
    Case(&'a str),
    /// An agreement, by its digest.
    Agreement(&'a str),
    /// An obligation.
    Obligation(&'a str),
    /// A member, by its name.
    Member(&'a str),
    /// A person or a source.
    Person(&'a str),
    /// A report.
    Report(&'a str),
    /// A sealed thing.
    Sealed(&'a str),
    /// An account of the desk.
    Account(&'a str),
    /// Something of the reader's own: a session, a token, a draft. Whose it is, the store checks.
    Own(&'a str),
}

impl Object<'_> {
    /// The stable text form under which grants and restrictions are kept: `case:…`. The mission has none.
    #[must_use]
    pub fn key(&self) -> Option<String> {
        let (kind, id) = match self {
            Object::Mission => return None,
            Object::Document(id) => ("document", id),
            Object::Claim(id) => ("claim", id),
            Object::Incident(id) => ("incident", id),
            Object::Case(id) => ("case", id),
            Object::Agreement(id) => ("agreement", id),
            Object::Obligation(id) => ("obligation", id),
            Object::Member(id) => ("member", id),
            Object::Person(id) => ("person", id),
            Object::Report(id) => ("report", id),
            Object::Sealed(id) => ("sealed", id),
            Object::Account(id) => ("account", id),
            Object::Own(id) => ("own", id),
        };
        Some(format!("{kind}:{id}"))
    }
}

/// Why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Denied {
    /// Nobody is signed in.
    #[error("not signed in")]
    SignIn,
    /// The role does not have this action.
    #[error("the role does not allow it")]
    Role(Action),
    /// The token was not made for this.
    #[error("the token has no scope for it")]
    Scope(Option<Scope>),
    /// The object is restricted, and this account was not let in. Answered as if it were not there.
    #[error("restricted to others")]
    Restricted,
}

/// Whether a reader may do this to that. The one place where it is decided.
pub fn may(reader: &Reader, action: Action, object: &Object<'_>) -> Result<(), Denied> {
    if action.is_open() {
        return Ok(());
    }
    if reader.role == Role::Public {
        return Err(Denied::SignIn);
    }
    if !allowed(reader.role).contains(&action) {
        return Err(Denied::Role(action));
    }
    if let Some(scopes) = &reader.scopes
        && !action.scope().is_some_and(|s| scopes.contains(&s))
    {
        return Err(Denied::Scope(action.scope()));
    }
    match object.key() {
        Some(key) if reader.sight.hides(&key) => Err(Denied::Restricted),
        Some(key) if action.needs_grant() && !reader.sight.granted.contains(&key) => Err(Denied::Restricted),
        None if action.needs_grant() => Err(Denied::Restricted),
        Some(_) | None => Ok(()),
    }
}
