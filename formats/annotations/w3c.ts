import type { ForeignAnnotation } from "#domain/annotation.ts";
import { isObject, type JsonObject, listOf, momentOf, nameOf, textOf } from "./json-value.ts";
import { Notes } from "./notes.ts";
import type { AnnotationReader } from "./reader.ts";
import { authorOf, bareAnnotation, commentOf, kindsOf } from "./said.ts";
import { bodiesOf } from "./w3c-body.ts";
import { hasType, motivationsOf } from "./w3c-name.ts";
import { saidPlace, saysPlace } from "./words.ts";

/**
 * The W3C Web Annotation Data Model as JSON-LD (https://www.w3.org/TR/annotation-model/): one annotation, a list, or a
 * collection or page whose items stand in it. Read as JSON, with the names its own context gives: no context is fetched.
 */
export const w3cReader: AnnotationReader = {
  id: "w3c",
  find: (json) => {
    if (Array.isArray(json)) return json.some(isAnnotation) ? { items: json, notInline: 0 } : null;
    if (!isObject(json)) return null;
    if (isAnnotation(json)) return { items: [json], notInline: 0 };
    const isCollection = hasType(json, "AnnotationCollection") || hasType(json, "AnnotationPage");
    if (isCollection) return itemsOf(json);
    const graph = listOf(json["@graph"]);
    return graph.some(isAnnotation) ? { items: graph.filter(isAnnotation), notInline: 0 } : null;
  },
  read: (items) => {
    const notes = new Notes();
    const annotations = items.flatMap((item) => annotationsOf(item, notes));
    return { annotations, notes: notes.list() };
  },
};

const isAnnotation = (item: unknown): item is JsonObject =>
  isObject(item) &&
  (hasType(item, "Annotation") ||
    (item.type === undefined && "target" in item && ("body" in item || "motivation" in item)));

/** A collection's first page may stand in it, and each page's next one in that; what is only an address is not fetched. */
function itemsOf(collection: JsonObject): { items: unknown[]; notInline: number } {
  const items: unknown[] = [];
  let part: unknown = collection;
  while (isObject(part)) {
    for (const item of listOf(part.items)) items.push(item);
    part = part.first ?? part.next;
  }
  return { items, notInline: typeof part === "string" ? 1 : 0 };
}

/** What marks words of a text as something to speak of. Others (section 3.3.5) do something else with them. */
const MARKING = new Set([
  "assessing",
  "classifying",
  "commenting",
  "describing",
  "highlighting",
  "identifying",
  "moderating",
  "questioning",
  "tagging",
]);

function annotationsOf(item: unknown, notes: Notes): ForeignAnnotation[] {
  if (!isAnnotation(item)) {
    // An item of a page may be an address; it is not fetched.
    notes.add(typeof item === "string" ? "not_inline" : "malformed");
    return [];
  }
  const motivations = motivationsOf(item.motivation);
  if (motivations.includes("replying")) return none(notes, "reply");
  if (motivations.length > 0 && !motivations.some((one) => MARKING.has(one)))
    return none(notes, "other_motivation");
  const targets = listOf(item.target).flatMap(membersOf);
  const places = targets.filter(saysPlace).filter(isObject);
  if (places.length === 0) return none(notes, "page_note");
  const { words, tags } = bodiesOf(item, notes);
  const said = {
    id: nameOf(item.id) ?? nameOf(item["@id"]),
    author: listOf(item.creator).map(agentName).filter(Boolean).join(", "),
    writtenAt: momentOf(item.created),
    comment: commentOf(words, notes),
    kinds: kindsOf(tags, notes),
  };
  return places.flatMap(({ selector, source }) => {
    const place = saidPlace(selector);
    if ("not" in place) return none(notes, place.not);
    return [{ ...bareAnnotation(place), ...said, author: authorOf(said.author), page: pageOf(source) }];
  });
}

function none(notes: Notes, why: Parameters<Notes["add"]>[0]): [] {
  notes.add(why);
  return [];
}

/** Sections 3.2.6 and 4: a target may be a set of targets; each of them says where. */
const membersOf = (target: unknown): unknown[] =>
  isObject(target) && Array.isArray(target.items) && target.selector === undefined ? target.items : [target];

/** Section 3.3.1: an agent by name, else by what else it is known by. */
function agentName(agent: unknown): string {
  if (!isObject(agent)) return textOf(agent);
  const known = [agent.name, agent.nickname, agent.id].flatMap(listOf).map(textOf);
  return known.find((name) => name !== "") ?? "";
}

const pageOf = (source: unknown): string | null => nameOf(isObject(source) ? source.id : source);
