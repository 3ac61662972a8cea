import type { InlinePiece } from "../inline.ts";
import { webAddressFrom } from "../web-address.ts";
import { childOf, elementsIn, type XmlElement } from "../xml-tree.ts";
import { equationPieces } from "./equation-field.ts";
import { isOn } from "./text-setting.ts";

/** A field of which the beginning was met: first its code, then its result. */
export interface Field {
  code: string;
  isResult: boolean;
  /** Something of its result was printed. */
  hasText: boolean;
  link: string | undefined;
  /** A field of a form prints what it holds. */
  form: XmlElement | null;
}

const HYPERLINK = /^\s*HYPERLINK\s+"([^"]{1,2048})"/i;

/** Where the text of a field leads. */
export function fieldLink(code: string): string | undefined {
  return webAddressFrom(HYPERLINK.exec(code)?.[1] ?? "") ?? undefined;
}

/** Older Words set ruby as a formula: `EQ \* jc2 \* "Font:…" \o\ad(\s\up 9(うらと),裏取)`. */
const RUBY =
  /^\s*EQ\b[^(]{0,200}\\o[^(]{0,20}\(\s*\\s\\up\s*\d+\s*\(([^()]{1,200})\)\s*,\s*([^()]{1,200})\)\s*$/i;

function fieldRuby(code: string): InlinePiece | null {
  const [, ruby, text] = RUBY.exec(code) ?? [];
  return ruby && text ? { text, ruby: ruby.trim() } : null;
}

/** What Word prints for a field that has no result beside it: ruby, a formula, the box or choice of a form. */
export function fieldPieces({ code, form }: Field): { pieces: InlinePiece[]; isFormula: boolean } {
  const ruby = fieldRuby(code);
  if (ruby) return { pieces: [ruby], isFormula: false };
  const equation = equationPieces(code);
  if (equation) return { pieces: equation, isFormula: true };
  const text = form ? formText(form) : "";
  return { pieces: text === "" ? [] : [{ text }], isFormula: false };
}

function formText(form: XmlElement): string {
  const box = childOf(form, "w:checkBox");
  if (box) return isOn(childOf(box, "w:checked") ?? childOf(box, "w:default")) ? "☑" : "☐";
  const choices = childOf(form, "w:ddList");
  if (!choices) return "";
  const chosen = childOf(choices, "w:result") ?? childOf(choices, "w:default");
  const index = Number(chosen?.attributes.get("w:val") ?? 0);
  const entries = elementsIn(choices).filter(({ name }) => name === "w:listEntry");
  return entries[index]?.attributes.get("w:val") ?? "";
}

/** Neither is part of the text that is read. */
const DELETED = new Set(["w:del", "w:moveFrom", "mc:Fallback"]);

/** The beginnings of fields that nothing ends: what follows one of them is text all the same. */
export function endlessFields(root: XmlElement): ReadonlySet<XmlElement> {
  const open: XmlElement[] = [];
  const visit = (parent: XmlElement): void => {
    for (const element of elementsIn(parent)) {
      if (DELETED.has(element.name)) continue;
      if (element.name !== "w:fldChar") visit(element);
      else if (element.attributes.get("w:fldCharType") === "begin") open.push(element);
      else if (element.attributes.get("w:fldCharType") === "end") open.pop();
    }
  };
  visit(root);
  return new Set(open);
}
