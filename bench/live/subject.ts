/** One set of clients to connect and the edits they are to make. */
export interface Job {
  subject: "ws" | "map" | "claim" | "prose";
  url: string;
  clients: number;
  /** Edits before the clock starts, so that every subject is warm. */
  warmUps: number;
  edits: number;
  everyMs: number;
  /** Our own server only: where it is over HTTP, and one session cookie a client. */
  ours?: { origin: string; cookies: string[]; articleId: string; blockIds: string[]; room: string };
}

/** What became of one edit. Moments of `now()`; `seenByAll` null where somebody never got it. */
export interface EditOutcome {
  key: string;
  called: number;
  seenByAll: number | null;
}

/** N clients of one subject, connected. */
export interface Clients {
  /** Client `author` makes an edit. Whoever comes to see it says so to `seen`, the author too. Answers the edit's key. */
  edit(author: number, edit: number): string;
  /** What went wrong on the way, one line each. */
  errors: string[];
  /** How long the answers to the authors took, in milliseconds, where edits are answered. */
  answers: number[];
  close(): void;
}

export type Connect = (job: Job, seen: (key: string) => void) => Promise<Clients>;

export interface EditsResult {
  outcomes: EditOutcome[];
  errors: string[];
  answers: number[];
}
