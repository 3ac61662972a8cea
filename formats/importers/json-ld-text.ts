/** More records than any page describes: what follows is not looked at. */
const MOST_VALUES = 200;

/** What scripts of templates are wrapped in, so that browsers of the last century or XML parsers leave them alone. */
const WRAPPING_START = /^(?:\s|\/\/|\/\*|\*\/|<!--|-->|<!\[CDATA\[|\]\]>|;)+/;
const WRAPPING_END = /(?:\s|\/\/|\/\*|\*\/|<!--|-->|\]\]>|;)+$/;

/**
 * The values of a JSON-LD script. Templates write them by hand, so what browsers and search engines forgive is forgiven:
 * CDATA and comments around, line breaks and tabs inside strings, quotation marks nobody escaped, a comma behind the last
 * entry, several values one behind the other, and `&quot;` for every quotation mark. What can't be read is left out.
 */
export function jsonValuesIn(script: string): unknown[] {
  const whole = parsed(script);
  if (whole !== undefined) return [whole];
  const bare = unwrapped(script);
  const text = bare.includes('"') ? bare : bare.replaceAll("&quot;", '"');
  return mendedValues(text).flatMap((value) => {
    const read = parsed(value);
    return read === undefined ? [] : [read];
  });
}

function unwrapped(script: string): string {
  // Near the end only: a pattern that ends in `$` tries every place.
  const start = script.replace(WRAPPING_START, "");
  const from = Math.max(0, start.length - 400);
  return start.slice(0, from) + start.slice(from).replace(WRAPPING_END, "");
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The outermost objects and lists of a text, each mended so that it is JSON if it can be. */
function mendedValues(text: string): string[] {
  const values: string[] = [];
  const parts: string[] = [];
  let depth = 0;
  for (let at = 0; at < text.length && values.length < MOST_VALUES; ) {
    const character = text.charAt(at);
    const comment = depth > 0 ? commentEnd(text, at) : at;
    if (comment > at) at = comment;
    else if (character === '"' && depth > 0) {
      const end = stringEnd(text, at + 1);
      parts.push(mendedString(text.slice(at + 1, end)));
      at = end + 1;
    } else {
      if (character === "{" || character === "[") depth += 1;
      const isComma = character === ",";
      if (depth > 0 && !(isComma && /[}\]]/.test(text.charAt(afterSpace(text, at + 1)))))
        parts.push(character);
      if ((character === "}" || character === "]") && depth > 0) {
        depth -= 1;
        if (depth === 0) values.push(parts.splice(0).join(""));
      }
      at = isComma ? afterSpace(text, at + 1) : at + 1;
    }
  }
  return values;
}

function commentEnd(text: string, at: number): number {
  if (text.startsWith("//", at)) {
    const end = text.indexOf("\n", at);
    return end === -1 ? text.length : end;
  }
  if (!text.startsWith("/*", at)) return at;
  const end = text.indexOf("*/", at + 2);
  return end === -1 ? text.length : end + 2;
}

/** Where a string ends: at a quotation mark behind which JSON goes on. Another one is a mark that nobody escaped. */
function stringEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === "\\") at += 1;
    else if (character === '"' && /^[,:}\]]?$/.test(text.charAt(afterSpace(text, at + 1)))) return at;
  }
  return text.length;
}

function afterSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text.charAt(at))) at += 1;
  return at;
}

function mendedString(inside: string): string {
  const escaped = inside.replace(/\\[\s\S]?|["\p{Cc}]/gu, (found) => {
    if (/^\\(?:["\\/bfnrt]|u)$/.test(found)) return found;
    if (found.startsWith("\\")) return JSON.stringify(found.slice(1)).slice(1, -1);
    return JSON.stringify(found).slice(1, -1);
  });
  return `"${escaped}"`;
}
