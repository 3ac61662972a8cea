/**
 * Where the lines of a block's source were joined, in code points of `text`, ascending, each once. `begins` counts for each
 * line the code points before it that are no white space; `gone` so many of them are not in the text, at its beginning.
 */
export function joinsIn(text: string, begins: readonly number[], gone: number): number[] {
  const joins: number[] = [];
  let letters = gone;
  let next = 0;
  for (const [at, letter] of [...text].entries()) {
    if (/\s/u.test(letter)) continue;
    while (next < begins.length && (begins[next] ?? 0) < letters) next += 1;
    if (at > 0 && begins[next] === letters) joins.push(at);
    letters += 1;
  }
  return joins;
}
