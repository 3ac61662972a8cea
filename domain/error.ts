/**
 * Every failure a caller must expect, as a closed union: the code, its HTTP status, and when it happens.
 * The words for people stand in `messages/<locale>/errors.json` under the same code; what is not listed here is a
 * defect, is logged, and leaves the server as INTERNAL without detail.
 */
export const ERROR_STATUS = {
  /** No session and no token, or one that ended. */
  UNAUTHENTICATED: 401,
  /** Address or password is wrong; which of them is never said. */
  CREDENTIALS_WRONG: 401,
  /** Signed in, and not allowed to. */
  FORBIDDEN: 403,
  /** The personal token was made for reading only. */
  TOKEN_READ_ONLY: 403,
  /** A write with a cookie came from another site, or a read that is written down. */
  ORIGIN_REFUSED: 403,
  /** There is no such thing, or it was deleted. */
  NOT_FOUND: 404,
  /** The address exists and answers other methods; `data.allowed` names them. */
  METHOD_NOT_ALLOWED: 405,
  /** The request's shape is wrong; `data.issues` lists paths and reasons. */
  INVALID_INPUT: 400,
  /** The request's first line and headers are larger than any request needs. */
  HEADERS_TOO_LARGE: 431,
  /**
   * The request's body is larger than any call of its kind needs; `data.limit` in bytes, or in values of JSON, or keys of
   * one record, where `data.of` is `values` or `keys`.
   */
  BODY_TOO_LARGE: 413,
  /** The `Idempotency-Key` stands for another call already, or for the same one with another input. */
  IDEMPOTENCY_KEY_REUSED: 422,
  /** It was done when it came first, under the same `Idempotency-Key`; its answer held a secret and was not kept. */
  SECRET_SHOWN_ONCE: 409,
  /** The article text is empty or white space. */
  ARTICLE_EMPTY: 422,
  /** The file is neither text nor of another format that is read. */
  ARTICLE_BINARY: 422,
  /** A PDF without a text layer: pictures of pages. A machine may read it (`POST /readings`). */
  ARTICLE_SCAN: 422,
  /** A picture of a kind that a machine may read (`POST /readings`). */
  ARTICLE_PICTURE: 422,
  /** The machine has not read the file to its end: it still does, or could not. */
  READING_NOT_DONE: 409,
  /** The file opens with a password only. */
  ARTICLE_ENCRYPTED: 422,
  /** The file is not whole, or not as its format has it. */
  ARTICLE_DAMAGED: 422,
  /** Reading the file took more time or memory than an article may. */
  ARTICLE_TOO_HARD: 422,
  /** More than 5 MB; `data.bytes` and `data.limit`. */
  ARTICLE_TOO_LARGE: 413,
  /** More paragraphs, bullets and headings than any article has; `data.blocks` and `data.limit`. */
  ARTICLE_TOO_MANY_BLOCKS: 422,
  /** The source reads otherwise now than when hand edits were made on it. */
  IMPORT_CHANGED: 409,
  /** A hand edit can't be done; `data.index` counts the edits from 0, `data.reason` of `domain/import-edit.ts`. */
  IMPORT_EDIT_UNFIT: 422,
  /** The text's encoding can't be told or has broken characters. */
  ARTICLE_ENCODING: 422,
  /**
   * The address may not be asked: no http(s), another port than the web's, with a password in it, on a private network, or
   * from https to http by a redirect; `data.reason` says which.
   */
  FETCH_ADDRESS_REFUSED: 422,
  /** Nothing came from the address; `data.reason` of `server/fetch/fetch-failure.ts`. */
  FETCH_FAILED: 422,
  /** The address answered with another status than 200; `data.status`. */
  FETCH_STATUS: 422,
  /** The address did not answer in time. */
  FETCH_TIMEOUT: 422,
  /** What the address answers is larger than an article may be; `data.limit` in bytes. */
  FETCH_TOO_LARGE: 422,
  /** What the address answers is no kind of text we read; `data.mediaType`. */
  FETCH_TYPE: 422,
  /** The text is the one of the newest revision, letter for letter; `data.number` is that revision's. */
  REVISION_UNCHANGED: 409,
  /** A new version of the article waits already; `data.draft` is its id, by whom and since when. */
  DRAFT_EXISTS: 409,
  /** The new version was saved, thrown away or replaced meanwhile; `data.number` is the newest revision's. */
  DRAFT_GONE: 409,
  /** The claim's words did not change since its finding. */
  CLAIM_NOT_STALE: 409,
  /** An article without an address has nothing to watch. */
  WATCH_WITHOUT_ADDRESS: 422,
  /** The file of annotations is no JSON. */
  ANNOTATIONS_NOT_JSON: 422,
  /** JSON, but of none of the formats annotations come in as, or of a later version of ours. */
  ANNOTATIONS_UNKNOWN: 422,
  /** More than 5 MB of annotations; `data.bytes` and `data.limit`. */
  ANNOTATIONS_TOO_LARGE: 413,
  /** More annotations than one file may have; `data.count` and `data.limit`. */
  ANNOTATIONS_TOO_MANY: 422,
  /** Finding where the annotations stand took more time or memory than it may. */
  ANNOTATIONS_TOO_HARD: 422,
  /** No such rating scale, or a retired one. */
  SCALE_UNKNOWN: 422,
  /** The rating is not in the article's scale, or retired. */
  RATING_UNKNOWN: 422,
  /** The quote does not stand in the revision. */
  ANCHOR_NOT_FOUND: 422,
  /** The quote stands in several places and its context singles none out; `data.candidates`. */
  ANCHOR_AMBIGUOUS: 409,
  /** The passage goes over a block's edge. */
  ANCHOR_CROSSES_BLOCKS: 422,
  /** Nothing but white space or punctuation is left of the passage. */
  ANCHOR_EMPTY: 422,
  /** The passage is longer than one claim may be; `data.length` and `data.limit` in code points. */
  ANCHOR_TOO_LONG: 422,
  /**
   * Another person changed the same field; `data.current` is the thing as it is now, `data.fields` which fields. On a
   * claim and its evidence `data.writers` says of each field who changed it last, and when.
   */
  CONFLICT: 409,
  /** An id sent by the client belongs to another thing already. */
  ID_TAKEN: 409,
  /** A claim can't be settled without rating and summary. */
  VERDICT_INCOMPLETE: 422,
  /** The rationale holds something that may not stand in one; `data.path`. */
  RATIONALE_INVALID: 422,
  /** A comment without a word. */
  COMMENT_EMPTY: 422,
  /** The comment is longer than one may be; `data.length` and `data.limit` in code points. */
  COMMENT_TOO_LONG: 422,
  /** The comment holds something that may not stand in one; `data.path`, `data.reason`. */
  COMMENT_INVALID: 422,
  /** The same passage of the same source is evidence on this claim already. */
  EVIDENCE_EXISTS: 409,
  /** Another source of the library has that address; `data.source`. */
  SOURCE_EXISTS: 409,
  /** Only bullets can be dismissed. */
  NOT_A_BULLET: 422,
  /** The person to assign can't work on claims (viewer or disabled). */
  ASSIGNEE_UNFIT: 422,
  /** The last admin can't be demoted or disabled. */
  LAST_ADMIN: 409,
  /** Somebody has that address already (told to admins only). */
  MEMBER_EXISTS: 409,
  /** The invitation or set-up link is unknown, used or expired. */
  LINK_INVALID: 410,
  /** Current password is wrong. */
  PASSWORD_WRONG: 422,
  /** The code of an authenticator app or the recovery code is wrong, or was used. */
  SECOND_FACTOR_WRONG: 422,
  /** Only after the second factor was shown. */
  SECOND_FACTOR_NEEDED: 403,
  /** The member's role must have a second factor, and this is the last one. */
  SECOND_FACTOR_LAST: 409,
  /** What the passkey signed is not right, or the passkey is none of the member's. */
  PASSKEY_REFUSED: 422,
  /** This passkey is registered already. */
  PASSKEY_EXISTS: 409,
  /** Only soon after proving who one is, by the password (`POST /second-factor/password`). */
  PROOF_NEEDED: 403,
  /** The new password is on a list of leaked and common ones, or made of one (`domain/weak-password.ts`). */
  PASSWORD_COMMON: 422,
  /** The new password is made of the person's name or address, or of the product's name. */
  PASSWORD_PERSONAL: 422,
  /** Too many tries; `data.retryAfter` in seconds. */
  TOO_MANY_REQUESTS: 429,
  /** The database does not answer for the moment; `data.retryAfter` in seconds. Nothing is known to be done. */
  DATABASE_AWAY: 503,
  /** A disk of the server has no room left; nothing was stored. `data.retryAfter` in seconds. */
  STORAGE_FULL: 507,
  /** More work waits already, of everybody together, than may; `data.retryAfter` in seconds. */
  BUSY: 503,
  /** The report format's maker failed or took too long. */
  EXPORT_FAILED: 500,
  /** This instance is stopping, or cannot reach its database: come back in a moment. */
  UNAVAILABLE: 503,
  /** A defect on our side; it was logged under `data.reference`. */
  INTERNAL: 500,
} as const satisfies Record<string, number>;

export type ErrorCode = keyof typeof ERROR_STATUS;

/** All codes, for loops and documents. */
export const ERROR_CODES = Object.keys(ERROR_STATUS) as ErrorCode[];

/** An expected failure on its way out of a command. `data` is what the code's line above promises. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: ErrorCode;
  readonly data: Record<string, unknown>;

  constructor(code: ErrorCode, data: Record<string, unknown> = {}) {
    super(code);
    this.code = code;
    this.data = data;
  }
}
