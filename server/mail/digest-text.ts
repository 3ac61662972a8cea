import type { Digest, DigestItem } from "./digest.ts";

/** A digest as plain text. What people wrote keeps its lines, set off so that it can't pass for ours. */
export function digestText({ greeting, articles, more, inbox, settings }: Digest): string {
  const sections = articles.map(({ title, items }) => [title, ...items.map(itemText)].join("\n\n"));
  const links = [inbox, settings].map(({ words, address }) => `${words}: ${address}`);
  return `${[greeting, ...sections, ...(more ? [more] : []), links.join("\n")].join("\n\n")}\n`;
}

function itemText({ said, about, excerpt, address }: DigestItem): string {
  const quoted = excerpt.split("\n").map((line) => `  > ${line}`);
  return [`* ${said}`, ...(about ? [`  ${about}`] : []), ...(excerpt ? quoted : []), `  ${address}`].join(
    "\n",
  );
}
