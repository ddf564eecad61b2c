//! The one test binary of this crate.

#![expect(clippy::disallowed_methods, reason = "tests make and damage files as they like")]
#![expect(clippy::print_stdout, reason = "a test that was skipped says so, and the scenarios print their report")]

mod acceptance;
mod agreement_cli;
mod badinput;
mod beat;
mod case;
mod cli;
mod desk_access;
mod desk_access_store;
mod desk_access_world;
mod desk_assets;
mod desk_export;
mod desk_index;
mod desk_locale;
mod desk_locale_formats;
mod desk_locale_words;
mod desk_places;
mod desk_query;
mod desk_screens;
mod disks;
mod documents;
mod exchange_attacks;
mod exchange_cli;
mod exchange_disk;
mod exchange_model;
mod exchange_world;
mod journal;
mod journal_faults;
mod judge;
mod keys;
mod law;
mod ledger_file;
mod pages;
mod places_read;
mod powerloss;
mod prove;
mod publish_cli;
mod publishing;
mod record_cli;
mod recovery;
mod reports;
mod retest;
mod scenario;
mod sealed;
mod seeds;
mod standards_cli;
mod storage;
mod support;
mod tidy;
mod vault;
