/** One file for both: what is parsed is the same, how long it may take is not. */
const file = "server/parsing/parsing-worker.mjs";

/**
 * Where everything is parsed that people send and that a person waits for: bodies, rationales, passages, short texts.
 * None may take long, so that nobody waits long; two at once, so that one person's never keeps everybody else's back.
 */
export const SHORT_WORK = {
  name: "short work",
  file,
  idle: null,
  /** In megabytes: an article of 5 MB as it comes in a form. */
  heap: 512,
  places: { atWork: 2, atWorkOfEach: 1, waiting: 60, waitingOfEach: 8 },
  /** In milliseconds: all waiting included, and from when a thread begins. */
  times: { timeout: 60_000, limit: 5_000 },
};

/** Where long articles, files and many annotations are read, which may take a minute. */
export const LONG_WORK = {
  name: "long work",
  file,
  idle: 60_000,
  /** In megabytes: 5 MB of the densest Markdown stay below it. Bytes of files are not in it; their readers limit them. */
  heap: 1536,
  // Each may hold 5 MB.
  places: { atWork: 1, atWorkOfEach: 1, waiting: 10, waitingOfEach: 4 },
  times: { timeout: 240_000, limit: 60_000 },
};
