import { webAddressSchema } from "#domain/source.ts";
import { htmlImporter } from "../importers/html.ts";
import { isObject, type JsonObject, listOf, textOf } from "./json-value.ts";
import type { Notes } from "./notes.ts";
import { hasType, motivationsOf } from "./w3c-name.ts";

/** What stands in an annotation's bodies. */
export interface Bodies {
  /** What its author says of the words, body by body. */
  words: string[];
  tags: string[];
}

/** What a body's text is for where it is no remark. */
const KEYWORDS: readonly string[] = ["tagging", "classifying", "identifying"];
const REMARKS: readonly string[] = [
  "assessing",
  "commenting",
  "describing",
  "highlighting",
  "moderating",
  "questioning",
];
const MEDIA = ["Image", "Video", "Sound", "Dataset"];

/**
 * The texts in `body` and `bodyValue` (section 3.2). Of a choice the first counts, which is the default; a whole address
 * is no text but a resource, which is not fetched. What is none of these is noted.
 */
export function bodiesOf(annotation: JsonObject, notes: Notes): Bodies {
  const found: Bodies = { words: [], tags: [] };
  for (const body of [...listOf(annotation.body), ...listOf(annotation.bodyValue)]) {
    const part = partOf(chosen(body));
    if (part === null) notes.add("other_body");
    else if ("not" in part) notes.add(part.not);
    else if (part.text !== "") {
      if (part.isKeyword) found.tags.push(part.text);
      else found.words.push(part.isMarkup ? wordsIn(part.text, notes) : part.text);
    }
  }
  return found;
}

const chosen = (body: unknown): unknown =>
  isObject(body) && hasType(body, "Choice") ? listOf(body.items)[0] : body;

type Part = { text: string; isKeyword: boolean; isMarkup: boolean } | { not: "media" | "external_body" };

function partOf(body: unknown): Part | null {
  if (typeof body === "string") {
    if (webAddressSchema.safeParse(body).success) return { not: "external_body" };
    return { text: textOf(body), isKeyword: false, isMarkup: false };
  }
  if (!isObject(body)) return null;
  if (MEDIA.some((type) => hasType(body, type))) return { not: "media" };
  const purposes = motivationsOf(body.purpose);
  const isKeyword = purposes.some((purpose) => KEYWORDS.includes(purpose)) || hasType(body, "Tag");
  if (!isKeyword && purposes.length > 0 && !purposes.some((purpose) => REMARKS.includes(purpose)))
    return null;
  // A specific resource wraps the body it is about (section 4).
  const textual = isObject(body.source) ? body.source : body;
  const value = textOf(textual.value) || textOf(textual.chars);
  if (value === "") return typeof body.source === "string" || "id" in body ? { not: "external_body" } : null;
  return { text: value, isKeyword, isMarkup: textOf(textual.format).toLowerCase() === "text/html" };
}

/** Nothing of a foreign page's markup comes along but its words. */
function wordsIn(html: string, notes: Notes): string {
  notes.add("markup");
  return htmlImporter
    .read(html)
    .blocks.map((block) => block.text)
    .join("\n\n");
}
