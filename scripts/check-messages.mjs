import { readdirSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { icuArguments } from "./icu-arguments.mjs";
import { messageUses } from "./message-uses.mjs";
import { inRoot } from "./places.mjs";
import { conclude, sourceFiles } from "./source-files.mjs";

const LANGUAGES = ["en", "ja"];

/** @typedef {Map<string, string>} Words message by key with its namespace, e.g. `claim.panel.title` */

/**
 * @param {Record<string, Words>} words by language
 * @returns {string[]} keys, arguments and empty messages that differ between the languages
 */
export function languageComplaints(words) {
  const keys = new Set(Object.values(words).flatMap((messages) => [...messages.keys()]));
  if (keys.size === 0) return ["no messages were found: the check itself is broken"];
  return [...keys].flatMap((key) => {
    const absent = Object.keys(words).filter((language) => !words[language]?.get(key)?.trim());
    if (absent.length > 0) return [`${key} has no words in ${absent.join(", ")}`];
    return argumentComplaint(key, words);
  });
}

/** @param {string} key @param {Record<string, Words>} words */
function argumentComplaint(key, words) {
  try {
    const named = Object.keys(words).map((language) =>
      icuArguments(words[language]?.get(key) ?? "").join(", "),
    );
    return new Set(named).size > 1
      ? [`${key} names different arguments: ${named.map((one) => one || "none").join(" / ")}`]
      : [];
  } catch (error) {
    return [`${key}: ${error instanceof Error ? error.message : error}`];
  }
}

/**
 * @param {string[]} keys
 * @param {Map<string, string>} files code by path
 * @returns {string[]} keys nobody asks for, and asked-for keys that do not exist
 */
export function askedComplaints(keys, files) {
  const uses = [...files].map(([path, text]) => ({ path, ...messageUses(path, text) }));
  const literals = new Set(uses.flatMap((one) => [...one.literals]));
  const full = (/** @type {string} */ prefix, /** @type {string} */ key) =>
    prefix ? `${prefix}.${key}` : key;
  const known = new Set(keys);
  const used = new Set();
  const complaints = [];
  for (const { path, exact, patterns, named, whole } of uses) {
    for (const { prefix, key } of exact) {
      if (!known.has(full(prefix, key)))
        complaints.push(`${path} asks for ${full(prefix, key)}, which does not exist`);
      used.add(full(prefix, key));
    }
    for (const { prefix, pattern, text } of patterns) {
      const found = under(keys, prefix).filter((rest) => pattern.test(rest));
      if (found.length === 0)
        complaints.push(`${path} asks for ${full(prefix, text)}, and nothing is like that`);
      for (const rest of found) used.add(full(prefix, rest));
    }
    for (const prefix of named)
      for (const rest of under(keys, prefix)) if (literals.has(rest)) used.add(full(prefix, rest));
    for (const space of whole) for (const rest of under(keys, space)) used.add(full(space, rest));
  }
  for (const key of keys) if (!used.has(key)) complaints.push(`${key} is asked for by nobody`);
  return complaints;
}

/** @param {string[]} keys @param {string} prefix @returns {string[]} the rest of each key below the prefix */
function under(keys, prefix) {
  if (!prefix) return keys;
  return keys.flatMap((key) => (key.startsWith(`${prefix}.`) ? [key.slice(prefix.length + 1)] : []));
}

/** @param {string} language @returns {Words} */
function wordsOf(language) {
  const folder = inRoot("messages", language);
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return new Map(
    names.flatMap((name) => [
      ...flat(JSON.parse(readFileSync(`${folder}/${name}`, "utf8")), name.slice(0, -".json".length)),
    ]),
  );
}

/** @param {unknown} value @param {string} path @returns {[string, string][]} */
function flat(value, path) {
  if (typeof value !== "object" || value === null) return [[path, String(value)]];
  return Object.entries(value).flatMap(([key, inner]) => flat(inner, `${path}.${key}`));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const words = Object.fromEntries(LANGUAGES.map((language) => [language, wordsOf(language)]));
  const keys = [...new Set(LANGUAGES.flatMap((language) => [...(words[language]?.keys() ?? [])]))].sort();
  const code = [...sourceFiles(/\.tsx?$/)].filter(
    ([path]) => !/\.test\.|^(?:scripts|bench|e2e)\//.test(path),
  );
  const complaints = [...languageComplaints(words), ...askedComplaints(keys, new Map(code))];
  conclude(complaints, `messages: ${keys.length} in ${LANGUAGES.join(" and ")}`);
}
