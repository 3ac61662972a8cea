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

function ascii(text: string): number[] {
  return [...text].map((character) => character.charCodeAt(0));
}
