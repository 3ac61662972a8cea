import {
  type FileFormat,
  type ImportFailureReason,
  type ImportFormat,
  type ImportNote,
  type ImportResult,
  isTextFormat,
  MAX_IMPORT_BYTES,
  type ParsedArticle,
  type TextFormat,
} from "#domain/article-import.ts";
import { mayBePage } from "#domain/picture.ts";
import { fileFormatOf, isEncryptedOffice } from "./binary.ts";
import { type DecodedText, decodeArticle } from "./decode.ts";
import { htmlImporter } from "./html.ts";
import { Notes, withNotes } from "./import-notes.ts";
import type { FileImporter, Importer } from "./importer.ts";
import { isMostlyText, unreadableIn, withoutStrays } from "./invisible.ts";
import { markdownImporter } from "./markdown.ts";
import { plainTextImporter } from "./plain-text.ts";
import { RefusedImport } from "./refused-import.ts";

const BY_FORMAT = {
  text: plainTextImporter,
  markdown: markdownImporter,
  html: htmlImporter,
} as const satisfies Record<TextFormat, Importer>;

/** Loaded when one comes: their libraries are large, and most articles are text. */
const FILE_KINDS = {
  docx: {
    extensions: ["docx", "docm", "dotx"],
    mediaTypes: ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
    load: async () => (await import("./docx.ts")).docxImporter,
  },
  pdf: {
    extensions: ["pdf"],
    mediaTypes: ["application/pdf"],
    load: async () => (await import("./pdf.ts")).pdfImporter,
  },
} as const satisfies Record<
  FileFormat,
  { extensions: readonly string[]; mediaTypes: readonly string[]; load: () => Promise<FileImporter> }
>;

/** Every way an article can come in as text. */
export const IMPORTERS: readonly Importer[] = Object.values(BY_FORMAT);

type FileDescription = { fileName?: string | undefined; mediaType?: string | undefined };

/** The importer of a format; or of a file by its extension, else by its media type, null where neither is known. */
export function importerFor(wanted: { format: TextFormat }): Importer;
export function importerFor(wanted: FileDescription): Importer | null;
export function importerFor(wanted: { format: TextFormat } | FileDescription): Importer | null {
  if ("format" in wanted) return BY_FORMAT[wanted.format];
  const extension = /\.([^.]+)$/.exec(wanted.fileName ?? "")?.[1]?.toLowerCase() ?? "";
  const mediaType = (wanted.mediaType ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  const byName = IMPORTERS.find((importer) => importer.extensions.includes(extension));
  return byName ?? IMPORTERS.find((importer) => importer.mediaTypes.includes(mediaType)) ?? null;
}

/** Enough to see what a text is written in. */
const GUESS_UTF16_UNITS = 20_000;
const HTML_START =
  /^\s*(?:<!--[\s\S]*?-->\s*)?<(?:!doctype\s+html|html|head|body|meta|article|main|section|div|p|h[1-6]|ul|table)\b/i;
const HTML_TAG = /<\/(?:p|div|h[1-6]|article|section|ul|li|table)\s*>/gi;
const MARKDOWN_SIGNS = [
  /^---\r?\n[A-Za-z_-]+\s*:/,
  /^#{1,6}[ \t]+\S/m,
  /\[[^\]\n]{1,200}\]\(https?:[^)\s]{1,2000}\)/,
  /\*\*[^\s*][^*\n]{0,200}\*\*/,
  /^(?:```|~~~)/m,
];

/** The format a text is most likely written in: as its file's name says, else by its own marks; plain text when unsure. */
export function guessFormat(text: string, fileName?: string): TextFormat {
  const named = importerFor({ fileName })?.id;
  // A .txt is often Markdown or a saved page under a harmless name; the other names are meant.
  if (named && named !== "text") return named;
  const sample = text.slice(0, GUESS_UTF16_UNITS);
  if (HTML_START.test(sample) || (sample.match(HTML_TAG)?.length ?? 0) >= 3) return "html";
  if (named) return named;
  return MARKDOWN_SIGNS.some((sign) => sign.test(sample)) ? "markdown" : "text";
}

/** What comes in: a file's bytes in any encoding, or pasted text. Without a format it is guessed. */
export interface IncomingArticle {
  content: Uint8Array | string;
  format?: ImportFormat | undefined;
  fileName?: string | undefined;
  mediaType?: string | undefined;
  /** The encoding that whoever sent the bytes says they are in; it counts more than what they say of themselves. */
  charset?: string | null | undefined;
  /** Where it was fetched from: links lead on from there. */
  address?: string | undefined;
}

export type ReadArticle = ImportResult<{
  format: ImportFormat;
  /** Null for pasted text. */
  encoding: string | null;
  /** The decoded text, which reads the same when it comes back as pasted text in the same format; null for what is none. */
  text: string | null;
  article: ParsedArticle;
}>;

/**
 * Reads an article as far as it can be read without a person; what is wrong with it is answered, never thrown. What a
 * file is named or said to be gives way to what its bytes are.
 */
export async function readArticle(incoming: IncomingArticle): Promise<ReadArticle> {
  const { content } = incoming;
  const bytes = byteLength(content);
  if (bytes > MAX_IMPORT_BYTES) return { ok: false, reason: "TOO_LARGE", bytes, limit: MAX_IMPORT_BYTES };
  if (bytes === 0) return { ok: false, reason: "EMPTY" };
  if (typeof content !== "string" && isEncryptedOffice(content)) return { ok: false, reason: "ENCRYPTED" };
  const fileFormat = typeof content === "string" ? null : fileFormatOf(content);
  if (fileFormat !== null && typeof content !== "string") return await readFile(content, fileFormat);
  const decoded = decodedOf(content, incoming.charset);
  if (!decoded.ok)
    return decoded.reason === "TOO_LARGE"
      ? decoded
      : { ok: false, reason: reasonOf(decoded.reason, incoming) };
  const { encoding } = decoded;
  const { text, found } = withoutStrays(decoded.text);
  const format = isText(incoming.format) ? incoming.format : formatOf(text, incoming);
  const { address } = incoming;
  // A page as it stands on the web has much around its article; a file or a pasted piece was chosen by a person.
  const readable = format === "html" && address !== undefined ? await readableOf(text) : null;
  const article = importerFor({ format }).read(text, { address, readable });
  if (article.blocks.length === 0) return { ok: false, reason: "EMPTY" };
  const notes = withNotes(article.notes, strayNotes(found, unreadableIn(text)));
  // What is sent back to be read again says of itself what it lacks.
  const whole = /\p{Cs}/u.test(decoded.text) ? text : decoded.text;
  return { ok: true, format, encoding: encoding || null, text: whole, article: { ...article, notes } };
}

/** What is said of characters that were dropped, and of those that nobody could read. */
function strayNotes(found: readonly string[], unreadable: number): ImportNote[] {
  const notes = new Notes();
  for (const name of found) notes.add("characters", name);
  const halves = found.filter((name) => /^U\+D[89A-F]/.test(name)).length;
  for (let more = halves; more < unreadable; more += 1) notes.add("characters", "U+FFFD");
  return notes.all;
}

const readableOf = async (page: string) => (await import("./html-readability.ts")).readableMarkup(page);

async function readFile(bytes: Uint8Array, format: FileFormat): Promise<ReadArticle> {
  try {
    const article = await (await FILE_KINDS[format].load()).read(bytes);
    if (article.blocks.length === 0) return { ok: false, reason: "EMPTY" };
    return { ok: true, format, encoding: null, text: null, article };
  } catch (error) {
    if (error instanceof RefusedImport) return { ok: false, reason: error.reason };
    throw error;
  }
}

/** Why bytes that are no text can't come in: a picture that a machine may read and a damaged file are told apart. */
function reasonOf(
  reason: Exclude<ImportFailureReason, "TOO_LARGE">,
  incoming: IncomingArticle,
): Exclude<ImportFailureReason, "TOO_LARGE"> {
  if (saidToBeFile(incoming)) return "DAMAGED";
  return typeof incoming.content !== "string" && mayBePage(incoming.content) ? "PICTURE" : reason;
}

/** Whether bytes that are no text came under the name or type of a file we read: it is damaged then, not foreign. */
function saidToBeFile({ content, format, fileName = "", mediaType = "" }: IncomingArticle): boolean {
  if (typeof content === "string") return false;
  const extension = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? "";
  return Object.entries(FILE_KINDS).some(
    ([id, kind]) =>
      id === format ||
      kind.extensions.some((known) => known === extension) ||
      kind.mediaTypes.some((known) => known === mediaType),
  );
}

const isText = (format: ImportFormat | undefined): format is TextFormat =>
  format !== undefined && isTextFormat(format);

function formatOf(text: string, { fileName, mediaType }: FileDescription): TextFormat {
  const stated = importerFor({ fileName, mediaType })?.id;
  return stated && stated !== "text" ? stated : guessFormat(text, fileName);
}

function decodedOf(content: Uint8Array | string, charset: string | null = null): DecodedText {
  if (typeof content !== "string") return decodeArticle(content, charset);
  return isMostlyText(content) ? { ok: true, text: content, encoding: "" } : { ok: false, reason: "BINARY" };
}

function byteLength(content: Uint8Array | string): number {
  return typeof content === "string" ? new TextEncoder().encode(content).byteLength : content.byteLength;
}
