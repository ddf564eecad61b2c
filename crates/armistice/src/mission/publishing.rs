//! Publishing as the mission does it: which keys sign, what other members claim, and when nothing may be written.
//!
//! Must not: sign with a key that the register does not declare, or go on where a rollback is suspected.

use super::{Mission, ReadRegister, Writer, made, unread};
use crate::{
    disk::{self, Real},
    durable,
    failure::{Exit, Failure},
    journal::{lock::Lock, register::Reading},
    keys::{MemberKey, MemberName, path_of},
    publish::{self, Claim, Extent, Published, Signer, error::PublishError},
};
use armistice_tlog::{
    hash::Hash,
    keyring::{Keyring, Role},
    note::{VerifierKey, sign},
};
use std::collections::BTreeSet;

/// Name of the file with the members whose claims about this register are not believed, one on a line.
pub const DISREGARDED: &str = "sign.disregard";

/// Largest such file that is read: some thousand names.
const DISREGARDED_MAX: u64 = 64 << 10;

/// The end of a refused command.
pub(super) fn not_published(e: &PublishError) -> Failure {
    let failure = Failure::from_error(e);
    match e {
        PublishError::Journal(journal) => unread(journal),
        PublishError::Durable(durable) => made(durable),
        PublishError::Read { .. } | PublishError::NotLocked { .. } | PublishError::Sign { .. } => failure,
        PublishError::Raced { .. } => Failure { exit: Exit::Denied, ..failure },
        PublishError::Rollback { .. } | PublishError::Fork { .. } => Failure {
            exit: Exit::NotVerified,
            hint: Some(
                "If a member claims what is not true, and cannot show the entries: armistice publish DIR --disregard MEMBER"
                    .to_owned(),
            ),
            ..failure
        },
        PublishError::State { .. }
        | PublishError::StateMissing { .. }
        | PublishError::Disagree { .. }
        | PublishError::Differs { .. }
        | PublishError::ReadBack { .. }
        | PublishError::Note { .. }
        | PublishError::Key { .. } => Failure { exit: Exit::NotVerified, ..failure },
    }
}

/// What the members whose registers are here say that they have seen of the register of `origin`, each size and root once.
pub(super) fn claims(origin: &str, others: &[ReadRegister], disregarded: &BTreeSet<String>) -> Vec<Claim> {
    let mut claims = Vec::new();
    for other in others.iter().filter(|other| !disregarded.contains(other.member.as_str())) {
        let mut said = BTreeSet::new();
        for (_, decoded) in &other.register.entries {
            let rows = decoded.header().seen.iter().filter(|seen| seen.origin == origin);
            said.extend(rows.map(|seen| (seen.size, Hash::from_bytes(seen.root))));
        }
        let who = format!("the register of {}", other.member);
        claims.extend(said.into_iter().map(|tip| Claim { who: who.clone(), tip }));
    }
    claims
}

/// Every key that a register ever declared for its checkpoints.
pub(super) fn checkpoint_keys(keyring: Option<&Keyring>) -> Vec<VerifierKey> {
    keyring.into_iter().flat_map(Keyring::checkpoint_keys).filter_map(|key| key.verifier()).collect()
}

impl Mission {
    /// Refuses to write to this member's register if it was once further than it is, or is another history: then it would
    /// say a second time, otherwise, what it said before.
    pub(super) fn guard(
        &self,
        lock: &Lock,
        reading: &Reading,
        keyring: Option<&Keyring>,
        claims: &[Claim],
    ) -> Result<(), Failure> {
        let folder = self.register_folder(&self.member);
        publish::guard(&**lock.disk(), &folder, reading, &checkpoint_keys(keyring), claims)
            .map(drop)
            .map_err(|e| not_published(&e))
    }

    /// The members whose claims about this register are not believed.
    pub fn disregarded(&self) -> Result<BTreeSet<String>, Failure> {
        let path = self.register_folder(&self.member).join(DISREGARDED);
        match disk::read_limited(&Real, &path, DISREGARDED_MAX) {
            Ok(bytes) => Ok(String::from_utf8_lossy(&bytes).lines().map(str::to_owned).collect()),
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(BTreeSet::new()),
            Err(e) => Err(super::io(&path, &e)),
        }
    }

    /// Stops believing what a member claims about this register. For a person who asked that member for the entries, and
    /// did not get them. Notes that this register itself signed are believed all the same.
    pub fn disregard(&self, member: &MemberName) -> Result<(), Failure> {
        let mut members = self.disregarded()?;
        members.insert(member.as_str().to_owned());
        let text: String = members.iter().map(|m| format!("{m}\n")).collect();
        let path = self.register_folder(&self.member).join(DISREGARDED);
        durable::replace(&path, text.as_bytes()).map_err(|e| made(&e))
    }

    /// Examines what is published of a register that is held: how many entries, and every place that is not what it must be.
    pub fn examine(&self, register: &ReadRegister) -> Result<(Option<u64>, Vec<String>), Failure> {
        let folder = self.register_folder(&register.member);
        let keys = checkpoint_keys(Some(&register.keyring));
        let own = register.member == self.member;
        let found = publish::examine(&Real, &folder, &register.reading, &keys, own).map_err(|e| not_published(&e))?;
        Ok((found.size, found.differences))
    }

    /// Whether this folder has the key that signs checkpoints.
    #[must_use]
    pub fn can_publish(&self) -> bool {
        path_of(&self.keys(), &self.member, Role::Checkpoints).exists()
    }
}

impl Writer<'_> {
    /// Publishes the register up to its last statement: tiles, and a checkpoint signed with this key. None if it is empty.
    pub fn publish_with(&mut self, key: &MemberKey, extent: Extent) -> Result<Option<Published>, Failure> {
        let keys = checkpoint_keys(self.keyring.as_ref());
        if keys.is_empty() {
            return Err(Failure::new(
                Exit::Denied,
                format!(
                    "the register of {} declares no key for checkpoints, so it cannot be published",
                    self.mission.member
                ),
                "Declare one: armistice key add DIR checkpoints",
            ));
        }
        let name = Role::Checkpoints.key_name(&self.mission.origin(&self.mission.member));
        let with_key = |text: &str| Ok(vec![sign(text, &name, key.signing_key())?]);
        let signer = Signer { keys, sign: &with_key };
        let folder = self.mission.register_folder(&self.mission.member);
        publish::publish(&self.lock, &folder, &mut self.register, &signer, &self.claims, extent)
            .map_err(|e| not_published(&e))
    }

    /// [`Writer::publish_with`] the key of this folder.
    pub fn publish(&mut self, extent: Extent) -> Result<Option<Published>, Failure> {
        let key = self.mission.key(Role::Checkpoints)?;
        self.publish_with(&key, extent)
    }

    /// Ends the work: publishes what was said, if this folder has the key for it. What was said is on the disk in any case.
    pub fn finish(mut self) -> Result<(), Failure> {
        let declared = self.keyring.as_ref().is_some_and(|keyring| keyring.checkpoint_keys().next().is_some());
        if !declared || !self.mission.can_publish() {
            return Ok(());
        }
        self.publish(Extent::New).map(drop).map_err(|e| Failure {
            sentence: format!("what was said is recorded, but not yet published: {}", e.sentence),
            ..e
        })
    }
}
