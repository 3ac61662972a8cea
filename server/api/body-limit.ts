import { MAX_ANNOTATIONS_BYTES } from "#domain/annotation.ts";
import { MAX_IMPORT_BYTES } from "#domain/article-import.ts";
import { Refusal } from "#domain/error.ts";
import { READING_LIMITS } from "#domain/machine-reading.ts";

/** Enough for the longest rationale as a document, many times over. */
const ORDINARY_LIMIT = 1024 * 1024;

/**
 * An article of 5 MB may come as JSON, in which a character can take twice its bytes (`\u3042` for あ), or with the
 * wrapping of a form. The importer measures the text itself. Not more than 10 MB: there Next cuts what passes a proxy.
 */
const ARTICLE_LIMIT = 10 * 1024 * 1024;

const ARTICLE_PATHS = /\/(articles|article-previews|revision-draft)\/?$/;

/** A scan or a picture, which comes as a form. */
const READING_PATHS = /\/readings\/?$/;

/** As many bytes of annotations, wrapped in the same ways. */
const ANNOTATION_PATHS = /\/(annotations|annotation-previews)\/?$/;

function limitsOf(path: string): { limit: number; tooLarge: (bytes: number) => Refusal } {
  if (ARTICLE_PATHS.test(path)) {
    const tooLarge = (bytes: number) => new Refusal("ARTICLE_TOO_LARGE", { bytes, limit: MAX_IMPORT_BYTES });
    return { limit: ARTICLE_LIMIT, tooLarge };
  }
  if (READING_PATHS.test(path)) {
    const tooLarge = (bytes: number) =>
      new Refusal("ARTICLE_TOO_LARGE", { bytes, limit: READING_LIMITS.bytes });
    return { limit: ARTICLE_LIMIT, tooLarge };
  }
  if (ANNOTATION_PATHS.test(path)) {
    const tooLarge = (bytes: number) =>
      new Refusal("ANNOTATIONS_TOO_LARGE", { bytes, limit: MAX_ANNOTATIONS_BYTES });
    return { limit: ARTICLE_LIMIT, tooLarge };
  }
  const limit = ORDINARY_LIMIT;
  return { limit, tooLarge: (bytes) => new Refusal("BODY_TOO_LARGE", { bytes, limit }) };
}

/**
 * `request` with its whole body read, or a refusal as soon as more has come than a call of its kind can need, so that
 * nobody fills the memory. A `Content-Length` that is too large is refused before anything is read.
 */
export async function limitBody(request: Request): Promise<Request> {
  if (!request.body) return request;
  const { limit, tooLarge } = limitsOf(new URL(request.url).pathname);

  const announced = Number(request.headers.get("content-length") ?? 0);
  if (announced > limit) throw tooLarge(announced);
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  for await (const chunk of whole(request.body)) {
    bytes += chunk.length;
    if (bytes > limit) throw tooLarge(bytes);
    chunks.push(chunk);
  }
  return new Request(request.url, {
    method: request.method,
    headers: request.headers,
    body: new Blob(chunks),
    signal: request.signal,
  });
}

/** A body as it comes. That it breaks off is its sender's affair, who hung up: nothing went wrong here. */
async function* whole(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = body.getReader();
  try {
    while (true) {
      const { done, value } = await reader.read().catch(() => {
        throw new Refusal("INVALID_INPUT", { issues: [{ path: "", message: "The body broke off" }] });
      });
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}
