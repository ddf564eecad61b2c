//! Forms that become statements: a form is put into the words of the command that says the same, and that command says it. So the desk refuses
//! what the command refuses, in the same words, and nothing can be said here that the command line does not know.
//!
//! Must not: take a path, a key or a passphrase from a form.

use super::{
    problem::Problem,
    screen::{Context, Done},
};
use crate::cli::{self, terminal::Terminal};
use clap::CommandFactory as _;
use std::ffi::OsString;

/// Options that no form may give: they say when "now" is, or how to print. Options that name files are left out by their type.
const NEVER: &[&str] = &["at", "json", "quiet", "no-color", "help", "version"];

/// Whether an option takes a path: nothing that comes over the network names a file of this machine.
fn is_path(argument: &clap::Arg) -> bool {
    argument.get_value_parser().type_id() == std::any::TypeId::of::<std::path::PathBuf>()
}

/// A field of a form, as the command describes it.
#[derive(Clone, Debug, serde::Serialize)]
pub struct Field {
    /// Its name: the option without dashes.
    pub name: String,
    /// What it is for, in the words of the command's help.
    pub help: String,
    /// The values that it takes; empty: any text.
    pub values: Vec<String>,
    /// Whether it may stand several times.
    pub several: bool,
    /// Whether it must be there.
    pub required: bool,
    /// Whether it is there or not, without a value.
    pub flag: bool,
    /// On the command line it stands by its place, not by its name: which place, from 1 after the mission folder.
    pub place: Option<usize>,
}

/// The fields of a command, `["case", "notice"]`. None: there is no such command.
#[must_use]
pub fn fields(words: &[&str]) -> Option<Vec<Field>> {
    let root = cli::Cli::command();
    let mut command = &root;
    for word in words {
        command = command.find_subcommand(word)?;
    }
    let fields = command.get_arguments().filter_map(|a| {
        let name = a.get_long().unwrap_or_else(|| a.get_id().as_str());
        if NEVER.contains(&name) || is_path(a) {
            return None;
        }
        let values = a.get_possible_values();
        Some(Field {
            name: name.to_owned(),
            help: a.get_help().map(ToString::to_string).unwrap_or_default(),
            values: values.iter().filter(|v| !v.is_hide_set()).map(|v| v.get_name().to_owned()).collect(),
            several: matches!(a.get_action(), clap::ArgAction::Append),
            required: a.is_required_set(),
            flag: !a.get_action().takes_values(),
            place: a.is_positional().then(|| a.get_index().map_or(0, |i| i - 1)),
        })
    });
    Some(fields.collect())
}

/// Says what a form says. `words` is the command, `positional` what stands after the mission folder.
pub fn say(
    asked: &Context,
    words: &[&str],
    positional: &[&str],
    to: impl FnOnce(&serde_json::Value) -> String,
) -> Result<Done, Problem> {
    let known = fields(words).ok_or_else(|| Problem::not_here("step of this name"))?;
    // What is hidden from the reader is not there for its forms either.
    let unseen = &asked.snapshot.unseen;
    let given = positional.iter().copied().chain(asked.fields.iter().map(|(_, v)| v.as_str()));
    if !unseen.is_empty() && given.flat_map(str::split_whitespace).any(|v| unseen.means(v)) {
        return Err(Problem::not_here("thing of this id"));
    }
    let mut line: Vec<OsString> = words.iter().map(OsString::from).collect();
    line.push(asked.desk.mission.root.clone().into_os_string());
    for word in positional {
        // What begins with a dash would be an option.
        if word.is_empty() || word.starts_with('-') {
            return Err(Problem::new(422, format!("`{word}` names nothing."), "Give the id that the page shows."));
        }
        line.push(OsString::from(word));
    }
    let mut placed: Vec<&Field> = known.iter().filter(|f| f.place.is_some_and(|p| p > positional.len())).collect();
    placed.sort_by_key(|f| f.place);
    for field in placed {
        for value in asked.fields(&field.name) {
            if value.starts_with('-') {
                return Err(Problem::new(
                    422,
                    format!("`{value}` begins with a dash."),
                    "Choose among the values that are offered.",
                ));
            }
            line.push(OsString::from(value));
        }
    }
    for field in known.iter().filter(|f| f.place.is_none()) {
        if field.flag {
            if asked.field(&field.name).is_some() {
                line.push(format!("--{}", field.name).into());
            }
            continue;
        }
        for value in asked.fields(&field.name) {
            // Lists may be typed with one value a line.
            let parts: Vec<&str> = if field.several {
                value.lines().map(str::trim).filter(|v| !v.is_empty()).collect()
            } else {
                vec![value]
            };
            line.extend(parts.into_iter().map(|v| OsString::from(format!("--{}={v}", field.name))));
        }
    }
    let stray = asked
        .fields
        .iter()
        .find(|(n, _)| !matches!(n.as_str(), "csrf" | "shown" | "back") && !known.iter().any(|f| f.name == *n));
    if let Some((name, _)) = stray {
        return Err(Problem::new(422, "The form has a field that this step does not know.", "Load the page again.")
            .at(name.clone(), "not known"));
    }
    let terminal = Terminal::keeping();
    cli::run_words(line, &terminal)?;
    let (result, warnings) = terminal.kept();
    let mut said: serde_json::Value = serde_json::from_str(&result).unwrap_or(serde_json::Value::Null);
    if let (Some(object), false) = (said.as_object_mut(), warnings.is_empty()) {
        object.insert("warnings".to_owned(), warnings.into());
    }
    // What was said shows at once, to its author and to everybody who looks.
    asked.desk.snapshots.refresh(&asked.desk.mission)?;
    let to = to(&said);
    Ok(Done::Said { to, said })
}
