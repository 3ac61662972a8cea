import { MAX_ANNOTATIONS_BYTES } from "#domain/annotation.ts";
import { MAX_IMPORT_BYTES } from "#domain/article-import.ts";
import { Refusal } from "#domain/error.ts";
import { READING_LIMITS } from "#domain/machine-reading.ts";
import type { ShapeLimits } from "./json-shape.ts";
import { isOpenCall } from "./routes.ts";
import { MAX_DEPTH } from "./storable-body.ts";

/** How large a body may be, and what is said of a larger one. */
export interface BodyLimits {
  /** In bytes, as it is sent. */
  bytes: number;
  /** Of JSON: many times what any call of its kind holds, and few enough to be built and checked in milliseconds. */
  shape: ShapeLimits;
  tooLarge: (bytes: number) => Refusal;
}

/** Enough for the longest rationale as a document, many times over. */
const ORDINARY_BYTES = 1024 * 1024;
/** More keys than any record of the contract has. */
const KEYS = 200;
const ORDINARY_SHAPE: ShapeLimits = { values: 20_000, depth: MAX_DEPTH, keys: KEYS };

/**
 * An article of 5 MB may come as JSON, in which a character can take twice its bytes (`\u3042` for あ), or with the
 * wrapping of a form. The importer measures the text itself. Not more than 10 MB: there Next cuts what passes a proxy.
 */
const ARTICLE_BYTES = 10 * 1024 * 1024;
/** As many hand edits as may be made, each with its fields. */
const ARTICLE_SHAPE: ShapeLimits = { values: 80_000, depth: MAX_DEPTH, keys: KEYS };

const ARTICLE_PATHS = /\/(articles|article-previews|revision-draft)\/?$/;

/** A scan or a picture, which comes as a form. */
const READING_PATHS = /\/readings\/?$/;

/** As many bytes of annotations, wrapped in the same ways. */
const ANNOTATION_PATHS = /\/(annotations|annotation-previews)\/?$/;

/** Names, an address and a password: what a stranger can have to say. */
const OPEN_BYTES = 10_000;

/** What a call at `path` may bring; `method` as HTTP has it. */
export function bodyLimits(method: string, path: string): BodyLimits {
  const of = (
    bytes: number,
    shape: ShapeLimits,
    code: "ARTICLE_TOO_LARGE" | "ANNOTATIONS_TOO_LARGE",
    limit: number,
  ) => ({
    bytes,
    shape,
    tooLarge: (came: number) => new Refusal(code, { bytes: came, limit }),
  });
  if (ARTICLE_PATHS.test(path))
    return of(ARTICLE_BYTES, ARTICLE_SHAPE, "ARTICLE_TOO_LARGE", MAX_IMPORT_BYTES);
  if (READING_PATHS.test(path))
    return of(ARTICLE_BYTES, ORDINARY_SHAPE, "ARTICLE_TOO_LARGE", READING_LIMITS.bytes);
  if (ANNOTATION_PATHS.test(path))
    return of(ARTICLE_BYTES, ORDINARY_SHAPE, "ANNOTATIONS_TOO_LARGE", MAX_ANNOTATIONS_BYTES);
  const bytes = isOpenCall(method, path) ? OPEN_BYTES : ORDINARY_BYTES;
  const tooLarge = (came: number) => new Refusal("BODY_TOO_LARGE", { bytes: came, limit: bytes });
  return { bytes, shape: ORDINARY_SHAPE, tooLarge };
}
