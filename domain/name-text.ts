import { z } from "zod";

/**
 * What turns the direction of the text after it, and is not seen itself (Unicode's Bidi_Control): with one of them a name
 * reads as another (`cod.exe` as `exe.doc`), and what is printed behind it as well.
 */
const DIRECTION = /\p{Bidi_Control}/gu;

/** Anything that is drawn: neither white space nor a control, a joiner, a filler, a mark of format or the blank of Braille. */
const SEEN = /[^\s\p{Z}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Why a name is refused, by which its sentence is found; `params.why` of the issue. */
type NameFault = "name_direction" | "name_invisible";

const params = (why: NameFault) => ({ params: { why } });

/**
 * A name of a person or a thing, in one line: what lists, reports and histories print among other words. Without
 * characters that turn its direction, and not of invisible ones alone; empty only where `min` allows it. For what
 * comes in. What is answered may be older than this rule.
 *
 * @param max in UTF-16 units, as a form counts; white space around it is not
 */
export const nameText = ({ min = 0, max }: { min?: number; max: number }): z.ZodString =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    .refine((text) => text.search(DIRECTION) < 0, params("name_direction"))
    .refine((text) => text === "" || SEEN.test(text), params("name_invisible"));

/**
 * A name as somebody else wrote it, made one of ours: without what turns its direction, and empty where nothing of it is
 * seen. `dropped` names each character that turned it as `U+202E`.
 */
export function withoutHidden(name: string): { name: string; dropped: string[] } {
  const dropped: string[] = [];
  const rest = name.replace(DIRECTION, (character) => {
    dropped.push(`U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`);
    return "";
  });
  return { name: SEEN.test(rest) ? rest.trim() : "", dropped };
}
