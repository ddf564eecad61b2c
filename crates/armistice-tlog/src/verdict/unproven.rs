//! What a bundle does not prove, said each time.
//!
//! Must not: leave a sentence out because the answer is a good one.

use super::Report;
use super::report::Check;
use super::seen::witnessed;

/// The list for this report.
pub(super) fn list(report: &mut Report) {
    let Some(said) = &report.said else { return };
    let looked_at = |check| report.findings.iter().any(|finding| finding.check == check);
    let mut list: Vec<String> = vec![
        "That the statement is true. What is shown is what was said, not that it is so.".into(),
        "Who the person behind the key was, and whether the statement was made freely.".into(),
    ];
    let until = match said.checkpoint {
        Some((size, _)) => format!("its checkpoint with {size} entries"),
        None => "some checkpoint".into(),
    };
    list.push(format!(
        "That nothing later corrects, withdraws or supersedes it. The file ends at {until}; ask for newer entries of {}.",
        said.origin
    ));
    list.push(format!(
        "That the register never revoked a key in an entry that this file leaves out. The key entries up to {until} were \
         chosen by whoever made the file; only the whole register shows that there are no others."
    ));
    list.push(
        "That its author said nothing else on the matter, here or elsewhere. A bundle shows one statement and hides the \
         others."
            .into(),
    );
    if !witnessed(&report.policies) {
        list.push(
            "That the register shows the same to everybody. No policy holds here that takes a witness to lie; whoever \
             has the register's keys, or stole them, can show another history to another reader."
                .into(),
        );
    } else if report.policies.iter().any(|p| p.holds && p.from_reader && p.least_liars > Some(0)) {
        list.push(
            "That the register shows the same to everybody, if more witnesses lie together than your policy allows for."
                .into(),
        );
    } else {
        list.push(
            "That the register shows the same to everybody, if more witnesses lie together than the policy allows for, or \
             if the witnesses of that policy are no strangers to each other: whoever made this file chose them."
                .into(),
        );
    }
    let interval = super::seen::interval(&report.policies);
    match interval {
        Some((_, Some(_), Some(_))) => {}
        Some((_, None, _)) => list.push("That it was not written long before: no witness time stands before it.".into()),
        Some((_, _, None)) | None => list.push(
            "When it was written. The time in it is its author's word, and no quorum of witnesses says by when it was there."
                .into(),
        ),
    }
    if said.kind == "sealed" || looked_at(Check::Disclosures) {
        list.push(
            "What the fields hold that are not opened, how many there are, and that none of them has the same name as an \
             opened one."
                .into(),
        );
    }
    if looked_at(Check::Blobs) {
        list.push("That a file is what its author says it is. Only its bytes are fixed.".into());
    }
    report.not_proven = list;
}
