import type { RefusalNote } from "./entry.ts";

/** A deed that the server would not do, for the form that waited for it. The message is the server's. */
export class DeedRefused extends Error {
  override readonly name = "DeedRefused";
  readonly refusal: RefusalNote;

  constructor(refusal: RefusalNote) {
    super(refusal.message);
    this.refusal = refusal;
  }
}
