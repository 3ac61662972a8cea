import type { ForeignAnnotation } from "#domain/annotation.ts";
import { isObject, listOf, momentOf, nameOf, textOf } from "./json-value.ts";
import { Notes } from "./notes.ts";
import type { AnnotationReader } from "./reader.ts";
import { authorOf, bareAnnotation, commentOf, kindsOf } from "./said.ts";
import { saidPlace, saysPlace } from "./words.ts";

/**
 * What Hypothesis writes: its API's answer to a search (`rows`), the file of its own "Export annotations"
 * (`annotations`), or the bare list of either (https://h.readthedocs.io/en/latest/api-reference/v1/).
 */
export const hypothesisReader: AnnotationReader = {
  id: "hypothesis",
  find: (json) => {
    const items = Array.isArray(json) ? json : isObject(json) ? (json.rows ?? json.annotations) : null;
    if (!Array.isArray(items)) return null;
    const isOurs = isObject(json) && ("rows" in json ? "total" in json : "export_date" in json);
    return isOurs || items.some(isHypothesis) ? { items, notInline: 0 } : null;
  },
  read: (items) => {
    const notes = new Notes();
    const annotations = items.flatMap((item) => annotationOf(item, notes));
    return { annotations, notes: notes.list() };
  },
};

/** Marks of an annotation as the API has it: none of them stands in W3C's model. */
const isHypothesis = (item: unknown): boolean =>
  isObject(item) &&
  typeof item.user === "string" &&
  (typeof item.uri === "string" || typeof item.group === "string");

function annotationOf(item: unknown, notes: Notes): ForeignAnnotation[] {
  if (!isObject(item)) {
    notes.add("malformed");
    return [];
  }
  const { id, uri, user, created, text, tags, target, references, user_info: info } = item;
  if (listOf(references).length > 0) {
    notes.add("reply");
    return [];
  }
  const places = listOf(target).filter(saysPlace).filter(isObject);
  if (places.length === 0) {
    notes.add("page_note");
    return [];
  }
  const said = {
    id: nameOf(id),
    author: authorOf(isObject(info) ? info.display_name : null) || authorOf(accountName(user)),
    writtenAt: momentOf(created),
    comment: commentOf([textOf(text)], notes),
    kinds: kindsOf(listOf(tags), notes),
    positionUnit: "utf16" as const,
  };
  return places.flatMap(({ selector, source }) => {
    const place = saidPlace(selector);
    if ("not" in place) {
      notes.add(place.not);
      return [];
    }
    return [{ ...bareAnnotation(place), ...said, page: nameOf(source) ?? nameOf(uri) }];
  });
}

/** `acct:name@authority`, of which people know the name. */
const accountName = (user: unknown): string =>
  textOf(user)
    .replace(/^acct:/, "")
    .replace(/@[^@]*$/, "");
