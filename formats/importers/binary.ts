import type { FileFormat } from "#domain/article-import.ts";

/** First bytes of what people drop on a form by mistake. RTF is here too: it is readable, but not as an article. */
const SIGNATURES: readonly (readonly number[])[] = [
  [...ascii("%PDF-")],
  [...ascii("PK"), 3, 4],
  [...ascii("PK"), 5, 6],
  [0x89, ...ascii("PNG")],
  [0xff, 0xd8, 0xff],
  [...ascii("GIF8")],
  [0x1f, 0x8b],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x7f, ...ascii("ELF")],
  [...ascii("{\\rtf")],
  [...ascii("RIFF")],
  [...ascii("7z"), 0xbc, 0xaf],
];

/** Whether these bytes begin as a known kind of file that is no text. NUL bytes alone do not say so: UTF-16 has them. */
export function looksBinary(bytes: Uint8Array): boolean {
  return SIGNATURES.some((signature) => signature.every((byte, at) => bytes[at] === byte));
}

/** The format of ours that a file begins as. A ZIP archive is called `docx`: its reader tells what else it may be. */
export function fileFormatOf(bytes: Uint8Array): FileFormat | null {
  const start = skippingBlank(bytes);
  const begins = (signature: readonly number[]) => signature.every((byte, at) => bytes[start + at] === byte);
  if (begins(ascii("%PDF-")) || beginsLate(bytes)) return "pdf";
  return [...ascii("PK"), 3, 4].every((byte, at) => bytes[at] === byte) ? "docx" : null;
}

/** How far into a file readers of PDF look for its header, in bytes, and how far after it we look for an object. */
const LATEST_HEADER = 1024;
const LATEST_OBJECT = 4096;

/**
 * Whether a PDF begins behind what some program printed before it. A text that only speaks of the header has no object
 * after it.
 */
function beginsLate(bytes: Uint8Array): boolean {
  const start = latin1(bytes.subarray(0, LATEST_HEADER + 4)).search(/%PDF-\d/);
  if (start < 0) return false;
  return /\b\d{1,10}[\t\r\n\f ]{1,4}\d{1,5}[\t\r\n\f ]{1,4}obj\b/.test(
    latin1(bytes.subarray(start, start + LATEST_OBJECT)),
  );
}

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** Some servers put white space or a byte order mark before a file. */
function skippingBlank(bytes: Uint8Array): number {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (at < MOST_BLANK && [0x09, 0x0a, 0x0d, 0x20].includes(bytes[at] ?? 0)) at += 1;
  return at;
}

const MOST_BLANK = 64;
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
/** The stream in which Office hides a document behind a password, named in UTF-16 in the file's directory. */
const ENCRYPTED_STREAM = [...ascii("EncryptedPackage")].flatMap((byte) => [byte, 0]);

/** Whether this is an Office file behind a password; the old formats look the same from outside, without the stream. */
export function isEncryptedOffice(bytes: Uint8Array): boolean {
  if (!OLE.every((byte, at) => bytes[at] === byte)) return false;
  const first = ENCRYPTED_STREAM[0] ?? 0;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1))
    if (ENCRYPTED_STREAM.every((byte, index) => bytes[at + index] === byte)) return true;
  return false;
}

function ascii(text: string): number[] {
  return [...text].map((character) => character.charCodeAt(0));
}
