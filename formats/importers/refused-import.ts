import type { ImportFailureReason } from "#domain/article-import.ts";

/** Why a file can't be read, thrown where it is found out; `readArticle` answers it. */
export class RefusedImport extends Error {
  override readonly name = "RefusedImport";
  readonly reason: Exclude<ImportFailureReason, "TOO_LARGE">;

  constructor(reason: Exclude<ImportFailureReason, "TOO_LARGE">) {
    super(reason);
    this.reason = reason;
  }
}
