/** Names, with their digests, of files that scripts ask for; written in by the build. */
declare const MADE: Readonly<Record<string, string>>;
