import { Refusal } from "#domain/error.ts";
import { SHORT_WORK } from "#server/parsing/lanes.ts";
import { DESK_WORK, JobTooHard, workerPool } from "#server/worker-pool.ts";
import type { BodyLimits } from "./body-limit.ts";
import { JsonShape, type ShapeExcess } from "./json-shape.ts";
import { type BodyJob, isJson, type ParsedBody, parseBody } from "./parsed-body.ts";

/** In bytes: what is shorter is parsed sooner than it could be handed to a thread. */
const SHORT = 64_000;

const pool = workerPool<BodyJob, ParsedBody>(SHORT_WORK);

/**
 * The whole body of `request`, or a refusal as soon as more has come than a call of its kind can need, so that nobody
 * fills the memory and nothing is built of what is too much. Null where there is none.
 *
 * @throws Refusal as `limits` says; BODY_TOO_LARGE of too many values, INVALID_INPUT of too many levels
 */
export async function receivedBody(request: Request, limits: BodyLimits): Promise<Uint8Array | null> {
  if (!request.body) return null;
  const shape = isJson(typeOf(request)) ? new JsonShape(limits.shape) : null;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of chunksOf(request.body)) {
    bytes += chunk.length;
    if (bytes > limits.bytes) throw limits.tooLarge(bytes);
    const excess = shape?.take(chunk);
    if (excess) throw tooMuch(excess, limits);
    chunks.push(chunk);
  }
  return joined(chunks, bytes);
}

/**
 * What a body says, as oRPC takes it: JSON's value, or a form. A long one is parsed in a thread.
 *
 * @param by whose work it is; null for a stranger, whose bodies are short
 * @throws an error with the parser's words where it can't be read; Refusal where too much is under way
 */
export async function parsedBody(
  request: Request,
  bytes: Uint8Array | null,
  by: string | null,
): Promise<unknown> {
  if (!bytes) return undefined;
  const job = { bytes, type: typeOf(request) };
  const parsed = bytes.length <= SHORT ? await parseBody(job) : await parseAside(job, by ?? DESK_WORK);
  return parsed.kind === "json" ? parsed.value : formOf(parsed.fields);
}

async function parseAside(job: BodyJob, by: string): Promise<ParsedBody> {
  try {
    return await pool.run(job, { task: "body", by, ...SHORT_WORK.times });
  } catch (error) {
    throw error instanceof JobTooHard ? new Refusal("BODY_TOO_LARGE", { bytes: job.bytes.length }) : error;
  }
}

/**
 * As the stream itself, but for that leaving early does not cancel it: that would cut the line before the answer is sent.
 * That a body breaks off is its sender's affair, who hung up: nothing went wrong here.
 */
async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    while (true) {
      const { done, value } = await reader.read().catch(() => {
        throw new Refusal("INVALID_INPUT", { issues: [{ path: "", message: "The body broke off" }] });
      });
      if (done) return;
      yield value;
    }
  } finally {
    reader.releaseLock();
  }
}

function tooMuch(excess: ShapeExcess, { shape }: BodyLimits): Refusal {
  if (excess !== "depth") return new Refusal("BODY_TOO_LARGE", { limit: shape[excess], of: excess });
  const issues = [{ path: "", message: `Nested deeper than ${shape.depth} levels` }];
  return new Refusal("INVALID_INPUT", { issues });
}

const typeOf = ({ headers }: Request): string => headers.get("content-type")?.trim() ?? "";

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const [only] = chunks;
  return chunks.length === 1 && only ? only : Buffer.concat(chunks, length);
}

function formOf(fields: Extract<ParsedBody, { kind: "form" }>["fields"]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) {
    if (typeof value === "string") form.append(name, value);
    else form.append(name, new File([value.bytes], value.fileName, { type: value.mediaType }));
  }
  return form;
}
