import { JAPANESE_LETTERS } from "../japanese-letters.ts";
import type { Drawn } from "./drawn.ts";

/** What the library tells of a remark or form field of a page, as far as we ask. Places are in the page's own units. */
export interface Annotation {
  subtype?: unknown;
  fieldType?: unknown;
  fieldValue?: unknown;
  exportValue?: unknown;
  checkBox?: unknown;
  radioButton?: unknown;
  buttonValue?: unknown;
  password?: unknown;
  options?: unknown;
  hidden?: unknown;
  rect?: unknown;
  defaultAppearanceData?: unknown;
  contentsObj?: unknown;
}

/** A box on the page as it is shown, in points from its upper left. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

const FONT = "form field";
const LARGEST = 12;
const SMALLEST = 4;
/** In sizes: from line to line, from the box's edge to its text, and how wide a letter is. */
const LEADING = 1.2;
const INSET = 0.2;
const WIDE = new RegExp(String.raw`[${JAPANESE_LETTERS}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]`, "u");
const UNITS = new RegExp(String.raw`[${JAPANESE_LETTERS}]|[^\s${JAPANESE_LETTERS}]+\s*|\s+`, "gu");
const CHECKED = "☑";

/** What a person put into a form field, as its page shows it; empty for what is empty or not to be seen. */
export function shownValue(field: Annotation): string {
  if (field.hidden === true || field.password === true) return "";
  const { fieldType, fieldValue } = field;
  if (fieldType === "Btn") return isChecked(field) ? CHECKED : "";
  if (fieldType !== "Tx" && fieldType !== "Ch") return "";
  const values: unknown[] = Array.isArray(fieldValue) ? fieldValue : [fieldValue];
  return values
    .flatMap((value) => (typeof value === "string" ? [shownName(value, field.options)] : []))
    .join("\n")
    .replace(/\r\n?/gu, "\n")
    .trim();
}

function isChecked({ checkBox, radioButton, fieldValue, exportValue, buttonValue }: Annotation): boolean {
  if (typeof fieldValue !== "string" || fieldValue === "Off") return false;
  if (checkBox === true) return fieldValue === exportValue;
  return radioButton === true && fieldValue === buttonValue;
}

/** What was written onto the page as a remark beside its text. */
export function freeTextOf({ subtype, contentsObj }: Annotation): string {
  const { str } = Object(contentsObj) as { str?: unknown };
  return subtype === "FreeText" && typeof str === "string" ? str.replace(/\s+/gu, " ").trim() : "";
}

/** A choice is kept by a name of its own, and shown by another. */
function shownName(value: string, options: unknown): string {
  const list: unknown[] = Array.isArray(options) ? options : [];
  for (const option of list) {
    const { exportValue, displayValue } = Object(option) as { exportValue?: unknown; displayValue?: unknown };
    if (exportValue === value && typeof displayValue === "string") return displayValue;
  }
  return value;
}

/**
 * A value as if the page had drawn it into its box, broken where the box ends. `stated` is the size the field asks for (0:
 * what fits), `usual` that of the page's text: a value is no heading because its box is large.
 */
export function drawnValue(
  value: string,
  box: Box,
  { stated, usual }: { stated: number; usual: number },
  order: number,
): Drawn[] {
  const fitting = Math.max(SMALLEST, Math.min(LARGEST, box.height * 0.75));
  const wanted = stated > 0 && stated <= box.height * 1.2 ? stated : fitting;
  const size = usual > 0 ? Math.min(usual, wanted) : wanted;
  const lines = value
    .split("\n")
    .flatMap((line) => brokenAt(line.trim(), box.width - size * INSET * 2, size));
  const isOneLine = lines.length === 1 && box.height < size * LEADING * 2;
  const first = isOneLine ? box.top + box.height / 2 + size * 0.35 : box.top + size * (0.9 + INSET);
  return lines
    .filter((line) => line !== "")
    .map((text, index) => ({
      text,
      x: box.left + size * INSET,
      y: first + index * size * LEADING,
      length: widthOf(text, size),
      size,
      turns: 0,
      isVertical: false,
      font: FONT,
      hasSpaceBefore: true,
      order: order + index,
    }));
}

const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, letter) => sum + (WIDE.test(letter) ? 1 : 0.5), 0) * size;

function brokenAt(line: string, width: number, size: number): string[] {
  const parts = line.match(UNITS) ?? [];
  const lines: string[] = [];
  let open = "";
  let used = 0;
  for (const part of parts) {
    const more = widthOf(part, size);
    if (open !== "" && used + more > width * 1.05) {
      lines.push(open.trimEnd());
      open = "";
      used = 0;
    }
    open += part;
    used += more;
  }
  return open === "" ? lines : [...lines, open.trimEnd()];
}
