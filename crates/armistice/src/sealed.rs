//! Sealed content: fields that a register commits to and does not show; disclosing, revealing and erasing them.
//!
//! Must not: let a value, path, salt, file name or exact size out of the vault, but where its owner opens it.
//!
//! Sealing writes the vault first, then says `sealed`. What stands in the vault and not in the register waits (see
//! [`crate::beat`]), so a crash in between loses nothing and doubles nothing: an item's id is made from the root of its
//! commitments. Erasing destroys first, then says `erased`; the vault keeps the note until it is said. Releasing is said
//! first: a release that nobody recorded is worse than a record of a release that did not take place.

pub mod fields;
pub mod file;
pub mod fit;
pub mod view;

use crate::{
    clock, durable,
    failure::{Exit, Failure},
    keys::MemberName,
    mission::{Mission, PAYLOAD_MAX, ReadRegister, Writer},
    vault::{
        Attached, Vault, VaultError,
        crypt::{self, CryptError},
        item::{ABOUT_MAX, BLOBS_MAX, DECOY, Item, Leaf, NAME_MAX, TOGETHER_MAX},
        key::VaultKeyError,
        ring::{NOTE_MAX, Note, Scope},
    },
};
use armistice_core::{
    id::ItemId,
    record::Register,
    statement::{
        Body, Decoded,
        trust::{ErasureScope, Sealed, SealedBlob, Trust},
    },
};
use armistice_tlog::{
    cbor::Writer as Cbor,
    commitment::{self, Commitments, Disclosure, commit},
    hash::Hash,
};
use fields::Fields;
use file::DisclosureFile;
use fit::Unpadded;
use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};
use zeroize::Zeroizing;

/// What the register says of every attachment's kind: what it is would tell something (a recording, a scan).
const MEDIA_TYPE: &str = "application/octet-stream";

/// Bytes of disclosures in one `revealed`, so that the entry holds them.
const REVEALED_MAX: usize = PAYLOAD_MAX - 4096;

/// Bytes of the receiver's name, or of the reason of a release.
const TEXT_MAX: usize = 2000;

/// What is to be sealed.
#[derive(Debug, Default)]
pub struct Fresh {
    /// The fields.
    pub fields: Fields,
    /// The attachments.
    pub attached: Vec<Attached>,
    /// The public label.
    pub about: String,
    /// The members that it is to be opened together with.
    pub together: Vec<String>,
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The item.
    pub item: ItemId,
    /// Leaves of its tree: at most so many fields.
    pub leaves: u32,
    /// How many attachments.
    pub attachments: usize,
    /// Index of the statement; none while it waits for a beat.
    pub index: Option<u64>,
    /// How many items wait for a beat.
    pub waiting: usize,
    /// Whether a passphrase protects the vault key.
    pub protected: bool,
}

/// A sealing as it stands in the register.
#[derive(Debug, Clone, Copy)]
pub struct Said<'a> {
    /// Index of the entry.
    pub index: u64,
    /// Its leaf hash.
    pub id: Hash,
    /// What it says.
    pub sealed: &'a Sealed,
}

/// The vault's errors as failures of a command.
pub fn failed(e: &VaultError) -> Failure {
    let (exit, hint) = match e {
        VaultError::Locked(_) => {
            (Exit::Denied, "Wait until the other process has finished, then run the command again.")
        }
        VaultError::Missing { .. } => (Exit::NotFound, "Is the vault on a volume that is not there now?"),
        VaultError::NoRing { .. } | VaultError::Exchanged { .. } | VaultError::Content { .. } => {
            (Exit::NotVerified, "Keep the folder as it is, and put the files back from where you keep them.")
        }
        VaultError::Closed { source, .. } => match source {
            CryptError::Key | CryptError::Format => {
                (Exit::NotVerified, "Keep the folder as it is, and put the files back from where you keep them.")
            }
            CryptError::TooLarge | CryptError::Randomness => (Exit::Failed, "Try again."),
        },
        VaultError::Key(key) => match key {
            VaultKeyError::Missing { .. } => (Exit::Denied, "Put the vault key back from where you keep it."),
            VaultKeyError::Exposed { .. } => (Exit::Denied, "Only its owner may read a key."),
            VaultKeyError::NoPassphrase { .. } | VaultKeyError::Passphrase { .. } | VaultKeyError::NoneOffered(_) => (
                Exit::Denied,
                "Name a file with the passphrase on its first line in ARMISTICE_PASSPHRASE_FILE, or run it in a terminal.",
            ),
            VaultKeyError::Format { .. } => (Exit::NotVerified, "Put the vault key back from where you keep it."),
            VaultKeyError::Protect(_) | VaultKeyError::Read { .. } | VaultKeyError::Randomness => {
                (Exit::Failed, "Check the disk, then run the command again.")
            }
        },
        VaultError::NoItem { .. } => (Exit::NotFound, "armistice show DIR ITEM says what became of it."),
        VaultError::Crypt(CryptError::TooLarge) => (Exit::InputRefused, "Divide it, and attach the parts."),
        VaultError::Full
        | VaultError::ReadOnly
        | VaultError::Stopped
        | VaultError::Crypt(_)
        | VaultError::Io { .. }
        | VaultError::Durable(_) => {
            (Exit::Failed, "Check that the disk is there and has room; then run the command again.")
        }
    };
    Failure { exit, hint: Some(hint.to_owned()), ..Failure::from_error(e) }
}

fn usage(sentence: impl Into<String>, hint: &str) -> Failure {
    Failure::new(Exit::Usage, sentence, hint)
}

fn no_randomness(e: &CryptError) -> Failure {
    Failure::new(Exit::Failed, e.to_string(), "Try again.")
}

/// Nothing that is sealed may stand in an error, so what went wrong with a commitment is not told further.
fn uncommitted(_: &commitment::CommitmentError) -> Failure {
    Failure::new(Exit::Failed, "the fields cannot be committed to", "Report this.")
}

/// The sealings of a register, by item; the first of each.
pub fn said_in<'a>(register: &'a Register, item: &ItemId) -> Option<Said<'a>> {
    sealings(register).find(|s| s.sealed.item == *item)
}

fn sealings(register: &Register) -> impl Iterator<Item = Said<'_>> {
    register.entries.iter().enumerate().filter_map(|(i, (id, decoded))| match decoded {
        Decoded::Known(s) => match &s.body {
            Body::Trust(Trust::Sealed(sealed)) => Some(Said { index: i as u64, id: Hash::from_bytes(*id), sealed }),
            // Every other kind seals nothing.
            _ => None,
        },
        Decoded::Unknown { .. } => None,
    })
}

/// The register of this folder's member.
pub fn own<'a>(mission: &Mission, registers: &'a [ReadRegister]) -> Result<&'a Register, Failure> {
    let found = registers.iter().find(|r| r.member == mission.member).map(|r| &r.register);
    found.ok_or_else(|| Failure::new(Exit::NotFound, "this folder has no register of its own", "Is this your mission?"))
}

/// The items of a vault that the register does not speak of yet, in order of their ids, which are random.
#[must_use]
pub fn waiting(vault: &Vault, register: &Register) -> Vec<ItemId> {
    let said: BTreeSet<&ItemId> = sealings(register).map(|s| &s.sealed.item).collect();
    vault.ids().filter(|id| !said.contains(id)).cloned().collect()
}

/// Makes the item: salts, decoys, the shuffled tree of commitments.
fn commit_to(fresh: &Fresh, together: Vec<String>) -> Result<Item, Failure> {
    let leaves = commitment::padded(fresh.fields.len()).map_err(|e| uncommitted(&e))?;
    let mut all: Vec<Leaf> = Vec::with_capacity(leaves as usize);
    for (path, value) in &fresh.fields {
        let salt = crypt::random::<32>().map_err(|e| no_randomness(&e))?;
        all.push(Leaf { path: path.clone(), value: value.clone(), salt });
    }
    // A decoy is a commitment to nothing. Its owner can open it later, and so show that no second value hides in it.
    for n in all.len()..leaves as usize {
        let salt = crypt::random::<32>().map_err(|e| no_randomness(&e))?;
        let path = Zeroizing::new(format!("{DECOY}{n}"));
        all.push(Leaf { path, value: Zeroizing::new(Cbor::new().null().finish()), salt });
    }
    let hashes = all.iter().map(|l| commit(&l.path, &l.salt, &l.value)).collect::<Result<Vec<_>, _>>();
    let seed = crypt::random::<32>().map_err(|e| no_randomness(&e))?;
    let arranged = hashes.and_then(|hashes| Commitments::arrange(&hashes, &[], &seed)).map_err(|e| uncommitted(&e))?;
    let (tree, places) = arranged;
    let mut placed: Vec<(u32, Leaf)> = places.into_iter().zip(all).collect();
    placed.sort_by_key(|(place, _)| *place);
    let root = *tree.root().as_bytes();
    Ok(Item {
        id: ItemId::of(&[&root]),
        about: fresh.about.clone(),
        together,
        root,
        leaves: placed.into_iter().map(|(_, leaf)| leaf).collect(),
        attachments: Vec::new(),
    })
}

/// What the register says of an item.
fn statement_of(item: &Item) -> Sealed {
    let blobs = item.attachments.iter().map(|a| SealedBlob {
        sha256: a.digest,
        size_class: a.class,
        media_type: MEDIA_TYPE.to_owned(),
    });
    Sealed {
        item: item.id.clone(),
        about: item.about.clone(),
        root: item.root,
        leaves: u32::try_from(item.leaves.len()).unwrap_or(u32::MAX),
        blobs: blobs.collect(),
        together: item.together.clone(),
        padding: Vec::new(),
    }
}

fn check(mission: &Mission, fresh: &Fresh) -> Result<Vec<String>, Failure> {
    if fresh.about.len() > ABOUT_MAX || fresh.about.chars().any(char::is_control) {
        let sentence = format!("the label has more than {ABOUT_MAX} bytes, or a control character");
        return Err(usage(sentence, "The label is public and short: --about TEXT"));
    }
    if fresh.attached.len() > BLOBS_MAX {
        return Err(usage(format!("more than {BLOBS_MAX} attachments"), "Attach one archive of them instead."));
    }
    if fresh.attached.iter().any(|a| a.name.len() > NAME_MAX || a.media_type.len() > NAME_MAX) {
        return Err(usage(format!("the name of an attachment has more than {NAME_MAX} bytes"), "Rename it."));
    }
    let mut together = BTreeSet::new();
    for name in &fresh.together {
        let member = MemberName::parse(name).map_err(|e| usage(e.to_string(), "Name members: --together MEMBER"))?;
        if member == mission.member {
            return Err(usage(format!("{member} is yourself"), "Name the other members: --together MEMBER"));
        }
        together.insert(member.as_str().to_owned());
    }
    if together.len() > TOGETHER_MAX {
        return Err(usage(format!("more than {TOGETHER_MAX} members"), "Seal for fewer members at once."));
    }
    if !together.is_empty() && fresh.about.is_empty() {
        return Err(usage(
            "what is opened together needs a label by which the sides find each other's",
            "--about TEXT",
        ));
    }
    Ok(together.into_iter().collect())
}

/// Seals: takes the content into the vault, and says so at once, or leaves it to wait for the next beat.
pub fn seal(mission: &Mission, fresh: &Fresh, queue: bool) -> Result<Kept, Failure> {
    let together = check(mission, fresh)?;
    let item = commit_to(fresh, together)?;
    if queue {
        let registers = mission.read()?;
        let mut vault = Vault::write(&mission.vault_folder(), mission.passphrases()).map_err(|e| failed(&e))?;
        let item = vault.put(item, &fresh.attached).map_err(|e| failed(&e))?;
        let waiting = waiting(&vault, own(mission, &registers.registers)?).len();
        return Ok(kept(&item, None, waiting, &vault));
    }
    let mut writer = mission.writer()?;
    let registers = writer.registers()?;
    let mut vault = Vault::write(&mission.vault_folder(), mission.passphrases()).map_err(|e| failed(&e))?;
    settle(&mut writer, own(mission, &registers)?, &mut vault)?;
    let before = waiting(&vault, own(mission, &registers)?).len();
    // Killed after this line: the item waits for the next beat.
    let item = vault.put(item, &fresh.attached).map_err(|e| failed(&e))?;
    let asserted = clock::now();
    let body = fit::fitted(&writer, 0, asserted, &Unpadded::Sealed(Box::new(statement_of(&item))), None)?;
    let receipt = writer.say_at(asserted, vec![body])?;
    writer.finish()?;
    Ok(kept(&item, Some(receipt.first_index), before, &vault))
}

fn kept(item: &Item, index: Option<u64>, waiting: usize, vault: &Vault) -> Kept {
    Kept {
        item: item.id.clone(),
        leaves: u32::try_from(item.leaves.len()).unwrap_or(u32::MAX),
        attachments: item.attachments.len(),
        index,
        waiting,
        protected: vault.is_protected(),
    }
}

/// The statement of an item that waits, its padding not drawn yet.
pub fn unsaid(vault: &Vault, id: &ItemId) -> Result<Unpadded, Failure> {
    let item = vault.get(id).map_err(|e| failed(&e))?;
    Ok(Unpadded::Sealed(Box::new(statement_of(&item))))
}

/// Says the notes of erasures that were done and cut short before they were said.
pub fn settle(writer: &mut Writer<'_>, register: &Register, vault: &mut Vault) -> Result<(), Failure> {
    for note in vault.notes().to_vec() {
        let scope = match note.scope {
            Scope::Fields => ErasureScope::Fields,
            Scope::All => ErasureScope::All,
        };
        let erased = Trust::Erased { item: note.item.clone(), scope, basis: note.basis.clone(), by: note.by.clone() };
        let body = Body::Trust(erased);
        let there =
            |body: &Body| register.entries.iter().any(|(_, d)| matches!(d, Decoded::Known(s) if s.body == *body));
        // What was never public leaves no trace.
        if said_in(register, &note.item).is_some() && !there(&body) {
            writer.say(vec![body])?;
        }
        vault.noted(&note).map_err(|e| failed(&e))?;
    }
    Ok(())
}

/// Opens fields of an item: those with these paths, or every field when none is named. Decoys are opened only on demand.
pub fn open(item: &Item, paths: &[String], decoys: bool) -> Result<Vec<Disclosure>, Failure> {
    if item.leaves.is_empty() {
        let sentence = format!("the fields of {} were erased", item.id);
        return Err(Failure::new(Exit::NotFound, sentence, "Nothing can bring them back."));
    }
    if let Some(n) = paths.iter().position(|p| !item.leaves.iter().any(|l| !l.is_decoy() && *l.path == *p)) {
        let sentence = format!("{} has no field of the name number {} of those given", item.id, n + 1);
        return Err(Failure::new(Exit::NotFound, sentence, "Fields in tables have a point: --field source.phone"));
    }
    let hashes = item.leaves.iter().map(|l| commit(&l.path, &l.salt, &l.value)).collect::<Result<Vec<_>, _>>();
    let tree = hashes.and_then(Commitments::new).map_err(|e| uncommitted(&e))?;
    if *tree.root().as_bytes() != item.root {
        let sentence = format!("the fields of {} in the vault are not those that were sealed", item.id);
        return Err(Failure::new(Exit::NotVerified, sentence, "Put the vault back from where you keep it."));
    }
    let mut out = Vec::new();
    for (index, leaf) in (0_u32..).zip(&item.leaves) {
        let wanted = if leaf.is_decoy() { decoys } else { paths.is_empty() || paths.iter().any(|p| *leaf.path == *p) };
        if wanted {
            let opened = tree.disclose(index, &leaf.path, &leaf.salt, &leaf.value);
            out.push(opened.map_err(|e| uncommitted(&e))?);
        }
    }
    Ok(out)
}

/// Opens fields of an item in the vault of this mission; every field when none is named. Says nothing in the register:
/// whoever hands them on says `released` or `revealed`.
pub fn disclosures(mission: &Mission, item: &ItemId, paths: &[String]) -> Result<Vec<Disclosure>, Failure> {
    let vault = Vault::read(&mission.vault_folder(), mission.passphrases()).map_err(|e| failed(&e))?;
    open(&vault.get(item).map_err(|e| failed(&e))?, paths, false)
}

fn not_said(item: &ItemId) -> Failure {
    let sentence = format!("the register does not speak of {item} yet: it waits for a beat, or it is not yours");
    Failure::new(Exit::NotFound, sentence, "Run `armistice beat DIR`, or look at the id.")
}

/// A release of fields to one receiver.
#[derive(Debug, Clone)]
pub struct Release<'a> {
    /// The item.
    pub item: &'a ItemId,
    /// The fields.
    pub paths: &'a [String],
    /// Every field, whatever `paths` names.
    pub every_field: bool,
    /// The attached files too: their keys in the file, their ciphertexts in a folder beside it (see [`beside`]).
    pub files: bool,
    /// To whom: public.
    pub to: &'a str,
    /// Why: public.
    pub why: &'a str,
    /// Until when it may be used, seconds since 1970.
    pub until: Option<i64>,
    /// The file to write.
    pub out: &'a Path,
    /// Recipients that the file is encrypted to (age); none: it is plain.
    pub recipients: &'a [age::x25519::Recipient],
}

/// Writes a disclosure file for a receiver, and says so before. Gives the number of fields and files.
pub fn disclose(mission: &Mission, release: &Release<'_>) -> Result<u32, Failure> {
    for text in [release.to, release.why] {
        if text.is_empty() || text.len() > TEXT_MAX || text.chars().any(char::is_control) {
            return Err(usage("--to and --why must each be one line", "Both stand in the register for good."));
        }
    }
    if release.out.exists() {
        return Err(usage(format!("{} exists already", release.out.display()), "Choose another file: --out FILE"));
    }
    let mut writer = mission.writer()?;
    let registers = writer.registers()?;
    let register = own(mission, &registers)?;
    let said = said_in(register, release.item).ok_or_else(|| not_said(release.item))?;
    let mut vault = Vault::write(&mission.vault_folder(), mission.passphrases()).map_err(|e| failed(&e))?;
    settle(&mut writer, register, &mut vault)?;
    let item = vault.get(release.item).map_err(|e| failed(&e))?;
    let disclosures = match (release.every_field, release.paths) {
        (true, _) => open(&item, &[], false)?,
        (false, []) => Vec::new(),
        (false, paths) => open(&item, paths, false)?,
    };
    let files = if release.files { item.attachments.clone() } else { Vec::new() };
    if disclosures.is_empty() && files.is_empty() {
        return Err(usage("nothing is to be opened", "Name fields (--field PATH), or say --every-field or --files."));
    }
    let file = DisclosureFile {
        mission: mission.file.id.clone(),
        member: mission.member.as_str().to_owned(),
        item: release.item.clone(),
        statement: said.id,
        root: Hash::from_bytes(said.sealed.root),
        leaves: said.sealed.leaves,
        to: release.to.to_owned(),
        until: release.until,
        disclosures,
        files,
    };
    // What a receiver will check is checked before it is said.
    file.verify().map_err(|e| Failure { exit: Exit::NotVerified, ..Failure::from_error(&e) })?;
    let mut bytes = file.encode();
    if !release.recipients.is_empty() {
        bytes = encrypted(release.recipients, &bytes)?;
    }
    let fields = u32::try_from(file.disclosures.len() + file.files.len()).unwrap_or(u32::MAX);
    writer.say(vec![Body::Trust(Trust::Released {
        item: release.item.clone(),
        fields,
        to: release.to.to_owned(),
        why: release.why.to_owned(),
        until: release.until,
    })])?;
    writer.finish()?;
    let unwritten = |e: &dyn std::fmt::Display| {
        let hint = "The release stands in the register. Run the command again to write another file.";
        Failure::new(Exit::Failed, e.to_string(), hint)
    };
    durable::create(release.out, &bytes).map_err(|e| unwritten(&e))?;
    let folder = beside(release.out);
    for a in &file.files {
        let ciphertext = std::fs::read(vault.ciphertext(a)).map_err(|e| unwritten(&e))?;
        let copy = folder.join(data_encoding::HEXLOWER.encode(&a.digest));
        durable::create_folder(&folder)
            .and_then(|()| durable::create(&copy, &ciphertext))
            .map_err(|e| unwritten(&e))?;
    }
    Ok(fields)
}

/// The folder of ciphertexts beside a disclosure file: its name with `.files` after it.
#[must_use]
pub fn beside(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".files");
    PathBuf::from(name)
}

/// Encrypts to every recipient, each of whom can open it alone.
pub fn encrypted(recipients: &[age::x25519::Recipient], bytes: &[u8]) -> Result<Zeroizing<Vec<u8>>, Failure> {
    use std::io::Write as _;
    let cannot = |e: &dyn std::fmt::Display| Failure::new(Exit::Failed, format!("encrypting: {e}"), "Try again.");
    let each = recipients.iter().map(|r| r as &dyn age::Recipient);
    let encryptor = age::Encryptor::with_recipients(each).map_err(|e| cannot(&e))?;
    let mut out = Vec::new();
    let mut writer = encryptor.wrap_output(&mut out).map_err(|e| cannot(&e))?;
    writer.write_all(bytes).and_then(|()| writer.finish().map(drop)).map_err(|e| cannot(&e))?;
    Ok(Zeroizing::new(out))
}

/// Checks a disclosure file against the registers held here: the statement stands there and seals what the file opens.
pub fn check_file(registers: &[Register], bytes: &[u8]) -> Result<DisclosureFile, file::FileError> {
    let file = DisclosureFile::decode(bytes)?;
    file.verify()?;
    let register = registers.iter().find(|r| r.member == file.member);
    let said = register.and_then(|r| said_in(r, &file.item)).ok_or(file::FileError::OtherStatement)?;
    let same = said.id == file.statement
        && said.sealed.root == *file.root.as_bytes()
        && said.sealed.leaves == file.leaves
        && file.files.iter().all(|a| said.sealed.blobs.iter().any(|b| (b.sha256, b.size_class) == (a.digest, a.class)))
        && register.is_some_and(|r| r.origin == format!("{}/{}", file.mission, file.member));
    if same { Ok(file) } else { Err(file::FileError::OtherStatement) }
}

/// Opens fields in the register, for everybody and for good. What is to be opened together is opened whole, decoys
/// included, and not before the other members' sealings are held here. Gives the number of fields opened.
pub fn reveal(mission: &Mission, id: &ItemId, paths: &[String]) -> Result<u32, Failure> {
    let mut writer = mission.writer()?;
    let registers = writer.registers()?;
    let register = own(mission, &registers)?;
    let said = said_in(register, id).ok_or_else(|| not_said(id))?;
    let together = &said.sealed.together;
    if !together.is_empty() && !paths.is_empty() {
        return Err(usage(
            format!("{id} is opened together with {}, so it is opened whole", together.join(", ")),
            "Leave out --field. A part of it could be chosen after the others were seen.",
        ));
    }
    let missing: Vec<&str> = together
        .iter()
        .map(String::as_str)
        .filter(|m| !has_sealed(&registers, m, said.sealed, mission.member.as_str()))
        .collect();
    if !missing.is_empty() {
        return Err(Failure::new(
            Exit::Denied,
            format!("nothing was opened: no sealing by {} for the same label is held here", missing.join(", ")),
            "Bring their registers here first; they could adapt theirs to yours otherwise.",
        ));
    }
    let mut vault = Vault::write(&mission.vault_folder(), mission.passphrases()).map_err(|e| failed(&e))?;
    settle(&mut writer, register, &mut vault)?;
    let item = vault.get(id).map_err(|e| failed(&e))?;
    let known = view::opened_indices(register, id);
    // Opened whole, the decoys show that no second value of a field was sealed beside the first.
    let opened: Vec<Disclosure> =
        open(&item, paths, paths.is_empty())?.into_iter().filter(|d| !known.contains(&d.index())).collect();
    if opened.is_empty() {
        return Err(Failure::new(Exit::Usage, format!("{id} is open already"), "Nothing was said."));
    }
    commitment::verify_all(&opened, &Hash::from_bytes(said.sealed.root), said.sealed.leaves)
        .map_err(|e| uncommitted(&e))?;
    let mut parts: Vec<Vec<Vec<u8>>> = Vec::new();
    let mut room = 0;
    for d in &opened {
        let bytes = d.encode();
        // A byte string has at most nine bytes before it.
        let size = bytes.len() + 9;
        match parts.last_mut() {
            Some(last) if size <= room => {
                room -= size;
                last.push(bytes);
            }
            Some(_) | None => {
                room = REVEALED_MAX.saturating_sub(size);
                parts.push(vec![bytes]);
            }
        }
    }
    let bodies =
        parts.into_iter().map(|disclosures| Body::Trust(Trust::Revealed { item: id.clone(), disclosures })).collect();
    writer.say(bodies)?;
    writer.finish()?;
    let fields = opened.iter().filter(|d| !d.path().starts_with(DECOY)).count();
    Ok(u32::try_from(fields).unwrap_or(u32::MAX))
}

/// Whether a member has sealed something for the same label and the same members.
fn has_sealed(registers: &[ReadRegister], member: &str, ours: &Sealed, us: &str) -> bool {
    let group = |s: &Sealed, of: &str| -> BTreeSet<String> {
        s.together.iter().cloned().chain(std::iter::once(of.to_owned())).collect()
    };
    let wanted = group(ours, us);
    let theirs = registers.iter().filter(|r| r.member.as_str() == member);
    theirs
        .flat_map(|r| sealings(&r.register))
        // A copy of our root is not a sealing of its own: it would be opened with what we open.
        .any(|s| s.sealed.about == ours.about && s.sealed.root != ours.root && group(s.sealed, member) == wanted)
}

/// Erases: destroys what the vault holds of an item, then says so.
pub fn erase(mission: &Mission, id: &ItemId, scope: Scope, basis: &str, by: &str) -> Result<(), Failure> {
    for text in [basis, by] {
        if text.is_empty() || text.len() > NOTE_MAX || text.chars().any(char::is_control) {
            return Err(usage("--basis and --by must each be one line", "Both stand in the register for good."));
        }
    }
    let mut writer = mission.writer()?;
    let registers = writer.registers()?;
    let register = own(mission, &registers)?;
    let mut vault = Vault::write(&mission.vault_folder(), mission.passphrases()).map_err(|e| failed(&e))?;
    settle(&mut writer, register, &mut vault)?;
    let note = Note { item: id.clone(), scope, basis: basis.to_owned(), by: by.to_owned() };
    vault.erase(note).map_err(|e| failed(&e))?;
    settle(&mut writer, register, &mut vault)?;
    writer.finish()
}
