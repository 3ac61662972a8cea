/** At most `units` UTF-16 units of `text`, cut between characters. */
export const cutText = (text: string, units: number): string =>
  text.length <= units ? text : text.slice(0, units).replace(/[\ud800-\udbff]$/, "");
