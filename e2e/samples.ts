import { readFileSync } from "node:fs";

const SAMPLE = new URL("../formats/samples/articles/beijing-parade-ja.txt", import.meta.url);

/** The real article the desk was made for. Its bullets below are letter for letter what stands in it. */
export const parade = {
  text: readFileSync(SAMPLE, "utf8"),
  title: "金正恩総書記、北京で存在感を示す:ロシア・中国との関係深化と軍事力強化の現在地",
  /** As the preview counts them: the title is no heading of its own. */
  counts: { heading: 9, bullet: 18 },
};

/**
 * `text` in an old Japanese encoding. Neither Node nor a browser can write one, but both can read it: every pair of
 * bytes is read once, and the table turned around.
 *
 * @throws Error for a character the encoding does not have
 */
export function encoded(text: string, encoding: "shift_jis" | "euc-jp"): Buffer {
  const bytesOf = tableOf(encoding);
  const pieces = [...text].map((character) => {
    const bytes = bytesOf.get(character);
    if (!bytes) throw new Error(`${encoding} has no ${character}`);
    return bytes;
  });
  return Buffer.from(pieces.flat());
}

function tableOf(encoding: string): Map<string, number[]> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const table = new Map<string, number[]>();
  const add = (bytes: number[]) => {
    try {
      const character = decoder.decode(Uint8Array.from(bytes));
      if ([...character].length === 1 && !table.has(character)) table.set(character, bytes);
    } catch {
      // These bytes are no character.
    }
  };
  for (let first = 0; first < 0x80; first += 1) add([first]);
  for (let first = 0x81; first < 0xff; first += 1)
    for (let second = 0x40; second < 0xff; second += 1) add([first, second]);
  return table;
}
