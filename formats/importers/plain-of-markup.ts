const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  hellip: "…",
  ndash: "–",
  mdash: "—",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  middot: "·",
};

/**
 * A title or name in which a template left markup, as a reader sees it: `R&amp;amp;D`, `&#8220;`, `<i>Titanic</i>`. Only
 * the few tags and entities that titles hold; anything else that looks like one may be meant.
 */
export function plainOfMarkup(written: string): string {
  return written
    .replace(/<\/?(?:i|em|b|strong|span|sup|sub|wbr|u)(?:\s[^<>]{0,200})?>/giu, "")
    .replace(/<br\s?\/?>/giu, " ")
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/giu, (whole, decimal, hex, name) => {
      if (name) return ENTITIES[name.toLowerCase()] ?? whole;
      const point = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      const isText = point >= 0x20 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
      return isText ? String.fromCodePoint(point) : " ";
    });
}
