import { type JsonObject, listOf } from "./json-value.ts";

/** A name of W3C's vocabulary without its space: `commenting`, `oa:commenting` and the whole address are one. */
const plainName = (name: unknown): string =>
  typeof name === "string" ? name.replace(/^(?:oa:|https?:\/\/www\.w3\.org\/ns\/oa#)/, "") : "";

/** Whether a thing is of a type, which may be one of several and stand under either of its keys. */
export const hasType = (thing: JsonObject, type: string): boolean =>
  [thing.type, thing["@type"]].flatMap(listOf).some((one) => plainName(one) === type);

/** Why an annotation was made, or what a body is for; empty where it does not say. */
export const motivationsOf = (value: unknown): string[] => listOf(value).map(plainName).filter(Boolean);
