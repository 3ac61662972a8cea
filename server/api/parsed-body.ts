import { storableBody } from "./storable-body.ts";

/** A field of a form: its text, or a file's bytes and what is said of them. */
type FormField = [name: string, value: string | { bytes: ArrayBuffer; fileName: string; mediaType: string }];

/** A body that was parsed, in a form that a thread can hand over. `value` is undefined where there was none. */
export type ParsedBody = { kind: "json"; value: unknown } | { kind: "form"; fields: FormField[] };

export interface BodyJob {
  bytes: Uint8Array;
  /** Its `Content-Type`; empty where nothing was said, which counts as JSON. */
  type: string;
}

/** More fields than any form of ours has. */
const MAX_FIELDS = 40;

/** The kinds of body the API takes, by how their type begins. */
export const isJson = (type: string): boolean => type === "" || type.startsWith("application/json");
export const isForm = (type: string): boolean =>
  type.startsWith("multipart/form-data") || type.startsWith("application/x-www-form-urlencoded");

/**
 * Parses a body to its end, with every text in it storable. Takes up to a second of a form of 10 MB.
 *
 * @throws SyntaxError, RangeError or TypeError where it can't be read, with the parser's words
 */
export async function parseBody({ bytes, type }: BodyJob): Promise<ParsedBody> {
  if (isJson(type)) {
    const text = new TextDecoder().decode(bytes);
    return { kind: "json", value: text === "" ? undefined : storableBody(JSON.parse(text)) };
  }
  if (!isForm(type))
    throw new TypeError(`${type.slice(0, 100)} is none of application/json, multipart/form-data`);
  if (hasTooManyFields(bytes, type)) throw new RangeError(`More than ${MAX_FIELDS} fields`);
  const form = await new Response(new Uint8Array(bytes), { headers: { "content-type": type } }).formData();
  const fields = await Promise.all(
    [...form].map(async ([name, value]): Promise<FormField> => {
      if (typeof value === "string") return [name, value];
      return [name, { bytes: await value.arrayBuffer(), fileName: value.name, mediaType: value.type }];
    }),
  );
  return { kind: "form", fields };
}

/** Counted before anybody builds them: a field can be of a few bytes. */
function hasTooManyFields(bytes: Uint8Array, type: string): boolean {
  const divider = type.startsWith("multipart/") ? `--${boundaryOf(type)}` : "&";
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let count = 0;
  for (let at = buffer.indexOf(divider); at !== -1 && count <= MAX_FIELDS + 1; count += 1)
    at = buffer.indexOf(divider, at + divider.length);
  // The last divider of a form ends it.
  return count > MAX_FIELDS + 1;
}

function boundaryOf(type: string): string {
  const [, quoted, plain] = /boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(type) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) throw new TypeError("The form names no boundary");
  return boundary;
}
