import type { Difference } from "./differences.ts";

/** A quote and where it stands in the earlier text: code points, end exclusive. */
export interface Carried {
  start: number;
  end: number;
  exact: string;
  prefix?: string | undefined;
  suffix?: string | undefined;
}

export type CarryState = "exact" | "moved" | "changed" | "needsPlacing" | "gone";

/** A place a person may choose: code points in the later text, end exclusive; `score` from 0 to 1. */
export interface Candidate {
  start: number;
  end: number;
  score: number;
}

/** Why a placed passage is the one that was quoted. */
export interface Evidence {
  /** Letter for letter, or the same words in other width, case, punctuation marks or white space. */
  words: "equal" | "setOtherwise";
  /** Whether the words stand once in either text, so that nothing else can be meant. */
  isOnlyCopy: boolean;
  /** Whether the word directly before, and the one directly behind, are those that stood there. */
  keepsBefore: boolean;
  keepsBehind: boolean;
  /** Whether the passage stands in another order than the rest of the text. */
  isElsewhere: boolean;
}

/**
 * What became of one anchor. `start` and `end` (code points in the later text) only where it is placed without asking:
 * `exact` and `moved`, with `why`. Otherwise `candidates`, the best first, and for `changed` what differs there.
 */
export interface Outcome {
  state: CarryState;
  start?: number;
  end?: number;
  why?: Evidence;
  candidates?: Candidate[];
  /** For `changed`: where the words of the first candidate are others than the quoted, in reading order. */
  differences?: Difference[];
}
