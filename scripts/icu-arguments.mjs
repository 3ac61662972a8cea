/**
 * The names of an ICU message's arguments and tags, those inside plural and select branches included.
 *
 * @param {string} message
 * @returns {string[]} sorted, each once; tags as `<name>`
 * @throws Error when braces do not match
 */
export function icuArguments(message) {
  /** @type {Set<string>} */
  const names = new Set();
  const rest = readMessage(message.replace(/''/g, "").replace(/'[{}<][^']*'/g, ""), 0, names);
  if (rest < message.length && message[rest] === "}") throw new Error("a } too many");
  return [...names].sort();
}

/** @param {string} text @param {number} at @param {Set<string>} names @returns {number} where the message ended */
function readMessage(text, at, names) {
  while (at < text.length && text[at] !== "}") {
    const tag = text[at] === "<" ? /^<(\w+)\/?>/.exec(text.slice(at)) : null;
    if (tag) names.add(`<${tag[1]}>`);
    at = text[at] === "{" ? readArgument(text, at + 1, names) : at + 1;
  }
  return at;
}

/** @param {string} text @param {number} at @param {Set<string>} names @returns {number} after the closing brace */
function readArgument(text, at, names) {
  const name = /^\s*([\w-]+)\s*/.exec(text.slice(at));
  if (!name) throw new Error("a { without a name");
  names.add(String(name[1]));
  at += name[0].length;
  while (at < text.length && text[at] !== "}") {
    if (text[at] === "{") {
      const end = readMessage(text, at + 1, names);
      if (text[end] !== "}") throw new Error("a { without its }");
      at = end + 1;
    } else at += 1;
  }
  if (text[at] !== "}") throw new Error("a { without its }");
  return at + 1;
}
