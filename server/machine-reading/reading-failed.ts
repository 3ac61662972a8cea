import type { ReadingFailure } from "#domain/machine-reading.ts";

/** A file that a machine can't read, and why. */
export class ReadingFailed extends Error {
  override readonly name = "ReadingFailed";
  readonly reason: ReadingFailure;

  constructor(reason: ReadingFailure) {
    super(reason);
    this.reason = reason;
  }
}
