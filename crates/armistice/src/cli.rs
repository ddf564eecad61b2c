//! The command line: what people type. One file per command; this one holds the words.
//!
//! Must not: do the work. Results go to standard output, messages to standard error.

pub mod account;
pub mod add;
pub mod agreement;
pub mod beat;
pub mod brief;
pub mod case;
pub mod check;
pub mod claim;
pub mod demo;
pub mod disclose;
pub mod erase;
pub mod evidence;
pub mod init;
pub mod judge;
pub mod key;
pub mod member;
pub mod policy;
pub mod prove;
pub mod publish;
pub mod record;
pub mod report;
pub mod reveal;
pub mod says;
pub mod seal;
pub mod serve;
pub mod show;
pub mod sync;
pub mod terminal;
pub mod test;
pub mod verify;
pub mod witness;

use crate::failure::{Exit, Failure};
use clap::{Args, CommandFactory as _, Parser, Subcommand};
use std::path::PathBuf;
use terminal::Terminal;

/// An open mechanism for ceasefires: what was reported, by how many independent sources, and which term of the
/// agreement is at issue.
#[derive(Debug, Parser)]
#[command(name = "armistice", version, max_term_width = 100, after_help = EXAMPLES, after_long_help = LONG)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// How to print.
    #[command(flatten)]
    pub output: Output,
}

const EXAMPLES: &str = "\
Examples:
  armistice demo                                   the main job on demonstration articles, offline
  armistice init m --agreement FILE --member NAME  a mission folder of your own
  armistice add m articles/*.html && armistice brief m";

const LONG: &str = "\
Examples:
  armistice demo                                   the main job on demonstration articles, offline
  armistice init m --agreement FILE --member NAME  a mission folder of your own
  armistice add m articles/*.html && armistice brief m

Exit codes:
  0    done
  1    failed; the message says what, on which thing, and what to do
  2    the words of the command are off
  3    some of the input was refused and is named; the rest was taken
  4    there is no such mission, file or id
  5    not permitted, or another process is writing
  10   something does not verify; the message says where
  130  stopped by the user; what was acknowledged is kept

Results go to standard output, messages to standard error. NO_COLOR is honoured. Only sync, serve and witness use the network.";

/// How every command prints.
#[derive(Clone, Debug, Default, Args)]
pub struct Output {
    /// Print one JSON object instead of text.
    #[arg(long, global = true)]
    pub json: bool,
    /// Print nothing but results and errors.
    #[arg(long, short, global = true)]
    pub quiet: bool,
    /// No colour, no progress bar (also: the NO_COLOR variable).
    #[arg(long, global = true)]
    pub no_color: bool,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a mission folder.
    Init(init::Args),
    /// Take in saved pages, folders of them, or event data.
    Add(add::Args),
    /// Agreement files: check, show and compare them; how obligations and phases stand.
    Agreement(agreement::Args),
    /// Say what was reported, by whom, and what contradicts what.
    Brief(brief::Args),
    /// Compose the report of a period, and issue it.
    Report(report::Args),
    /// Cases: complaints, investigations, opinions, determinations.
    Case(case::Args),
    /// Show a thing and every statement about it.
    Show(show::Args),
    /// Hold every incident against the agreements anew, and compare with what was said.
    Test(test::Args),
    /// Say whether two claims or incidents are about one event.
    Judge(judge::Args),
    /// Claims as they were read: show one, accept, reject or correct it, take a review back.
    Claim(claim::Args),
    /// Recompute everything and compare.
    Check(check::Args),
    /// Publish this member's register as static files, with a signed checkpoint.
    Publish(publish::Args),
    /// Seal fields: commit to them without showing them.
    Seal(seal::Args),
    /// Open single fields of a sealed item for one receiver.
    Disclose(disclose::Args),
    /// Open a sealed item to everybody, for good.
    Reveal(reveal::Args),
    /// Destroy sealed content in the vault.
    Erase(erase::Args),
    /// Say what waits, among entries that say nothing.
    Beat(beat::Args),
    /// Exchange registers with a server or a folder.
    Sync(sync::Args),
    /// Serve a mission folder to other members.
    Serve(serve::Args),
    /// The accounts of the desk: list, open, sign in by a link, check the audit trail.
    Account(account::Args),
    /// Cosign checkpoints of other people's logs.
    Witness(witness::Args),
    /// Enter bulletins, observations, coverage and the like; reconcile them.
    Record(record::Args),
    /// This member's keys: list, add, rotate, revoke, reaffirm, protect.
    Key(key::Args),
    /// The members of the mission: recognise one, list them.
    Member(member::Args),
    /// Witness policies: adopt one, list them, print one for other programs.
    Policy(policy::Args),
    /// Proofs that a key signed two things which cannot both be.
    Evidence(evidence::Args),
    /// Run the main job on demonstration articles.
    Demo(demo::Args),
    /// Prove a statement to somebody who has nothing of the mission.
    Prove(prove::Args),
    /// Check a proof that somebody handed over: 0 valid, 1 invalid, 2 cannot tell.
    Verify(verify::Args),
    /// Print shell completions.
    Completions {
        /// The shell.
        #[arg(value_enum)]
        shell: clap_complete::Shell,
    },
    /// Print the manual page, or write one page per command into a folder.
    Man {
        /// The folder.
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
    },
}

/// Runs the command line and says how the process ends.
#[must_use]
pub fn run() -> Exit {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(e) => {
            let help = matches!(
                e.kind(),
                clap::error::ErrorKind::DisplayHelp
                    | clap::error::ErrorKind::DisplayVersion
                    | clap::error::ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
            );
            // A closed pipe is no reason to fail.
            let _ = e.print();
            return if help { Exit::Done } else { Exit::Usage };
        }
    };
    let terminal = Terminal::new(&cli.output);
    let outcome = dispatch(cli.command, &terminal);
    // A result that nobody got is no success.
    match outcome.and_then(|exit| terminal.unwritten().map_or(Ok(exit), Err)) {
        Ok(exit) => exit,
        Err(failure) => {
            terminal.fail(&failure);
            failure.exit
        }
    }
}

/// Runs a command that another part of the program puts together: the same words as on the command line, without the
/// program's name. What is said is kept in `terminal`.
pub fn run_words(words: Vec<std::ffi::OsString>, terminal: &Terminal) -> Result<Exit, Failure> {
    let program = std::iter::once(std::ffi::OsString::from("armistice"));
    let cli = Cli::try_parse_from(program.chain(words)).map_err(|e| {
        let text = e.render().to_string();
        let sentence = text.lines().next().unwrap_or("").trim_start_matches("error: ").to_owned();
        Failure::new(Exit::Usage, sentence, "Fill in what is missing, or choose among the values that are offered.")
    })?;
    dispatch(cli.command, terminal)
}

fn dispatch(command: Command, terminal: &Terminal) -> Result<Exit, Failure> {
    match command {
        Command::Init(args) => init::run(&args, terminal),
        Command::Add(args) => add::run(&args, terminal),
        Command::Agreement(args) => agreement::run(&args, terminal),
        Command::Brief(args) => brief::run(&args, terminal),
        Command::Report(args) => report::run(&args, terminal),
        Command::Case(args) => case::run(&args, terminal),
        Command::Account(args) => account::run(&args, terminal),
        Command::Show(args) => show::run(&args, terminal),
        Command::Judge(args) => judge::run(&args, terminal),
        Command::Test(args) => test::run(&args, terminal),
        Command::Claim(args) => claim::run(&args, terminal),
        Command::Check(args) => check::run(&args, terminal),
        Command::Publish(args) => publish::run(&args, terminal),
        Command::Seal(args) => seal::run(&args, terminal),
        Command::Disclose(args) => disclose::run(&args, terminal),
        Command::Reveal(args) => reveal::run(&args, terminal),
        Command::Erase(args) => erase::run(&args, terminal),
        Command::Beat(args) => beat::run(&args, terminal),
        Command::Sync(args) => sync::run(&args, terminal),
        Command::Serve(args) => serve::run(&args, terminal),
        Command::Witness(args) => witness::run(&args, terminal),
        Command::Record(args) => record::run(&args, terminal),
        Command::Key(args) => key::run(&args, terminal),
        Command::Member(args) => member::run(&args, terminal),
        Command::Policy(args) => policy::run(&args, terminal),
        Command::Evidence(args) => evidence::run(&args, terminal),
        Command::Demo(args) => demo::run(&args, terminal),
        Command::Prove(args) => prove::run(&args, terminal),
        Command::Verify(args) => verify::run(&args, terminal),
        Command::Completions { shell } => completions(shell, terminal),
        Command::Man { out } => man(out.as_deref(), terminal),
    }
}

fn completions(shell: clap_complete::Shell, terminal: &Terminal) -> Result<Exit, Failure> {
    let mut out = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "armistice", &mut out);
    terminal.result(&String::from_utf8_lossy(&out));
    Ok(Exit::Done)
}

fn man(folder: Option<&std::path::Path>, terminal: &Terminal) -> Result<Exit, Failure> {
    let command = Cli::command();
    if let Some(folder) = folder {
        std::fs::create_dir_all(folder).and_then(|()| clap_mangen::generate_to(command, folder)).map_err(|e| {
            Failure::new(Exit::Failed, format!("{}: {e}", folder.display()), "Choose a folder that you may write to.")
        })?;
        terminal.say(&format!("wrote the manual pages to {}", folder.display()));
        return Ok(Exit::Done);
    }
    let mut out = Vec::new();
    clap_mangen::Man::new(command)
        .render(&mut out)
        .map_err(|e| Failure::new(Exit::Failed, format!("the manual page: {e}"), "Try again."))?;
    terminal.result(&String::from_utf8_lossy(&out));
    Ok(Exit::Done)
}
