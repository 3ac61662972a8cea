import type { InlinePiece } from "../inline.ts";
import { webAddressFrom } from "../web-address.ts";

/** A field of which the beginning was met: first its code, then its result. */
export interface Field {
  code: string;
  isResult: boolean;
  link: string | undefined;
}

const HYPERLINK = /^\s*HYPERLINK\s+"([^"]{1,2048})"/i;

/** Where the text of a field leads. */
export function fieldLink(code: string): string | undefined {
  return webAddressFrom(HYPERLINK.exec(code)?.[1] ?? "") ?? undefined;
}

/** Older Words set ruby as a formula: `EQ \* jc2 \* "Font:…" \o\ad(\s\up 9(うらと),裏取)`. */
const RUBY =
  /^\s*EQ\b[^(]{0,200}\\o[^(]{0,20}\(\s*\\s\\up\s*\d+\s*\(([^()]{1,200})\)\s*,\s*([^()]{1,200})\)\s*$/i;

export function fieldRuby(code: string): InlinePiece | null {
  const [, ruby, text] = RUBY.exec(code) ?? [];
  return ruby && text ? { text, ruby: ruby.trim() } : null;
}
