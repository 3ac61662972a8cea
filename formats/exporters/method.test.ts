import { expect, it } from "vitest";
import type { EditCounts } from "#domain/import-edit.ts";
import type { Report } from "#domain/report.ts";
import { methodOf } from "./method.ts";

const saidOf = (revision: Partial<Report["revision"]>, locale: "ja" | "en") =>
  methodOf({ desk: "裏取り", revision } as Report, locale).slice(3);
const last = (editedByHand: EditCounts | undefined, locale: "ja" | "en") => saidOf({ editedByHand }, locale);

it.each<[string, EditCounts | undefined, string[], string[]]>([
  ["nothing where nothing was changed", undefined, [], []],
  ["nothing where words were only compared", { compared: 12 }, [], []],
  [
    "how many places were changed",
    { join: 1, compared: 3 },
    ["取り込んだ本文の組み立て（見出し・段落・区切り・本文の範囲）は、人の手で1か所直しています。"],
    [
      "How the text is put together (headings, paragraphs, what belongs to it) was changed by hand in 1 place.",
    ],
  ],
  [
    "which of them mended a machine's reading",
    { setKind: 2, leaveOut: 1, correct: 4 },
    ["取り込んだ本文は、人の手で7か所直しています。うち4か所は、機械が読み違えた文字の訂正です。"],
    ["The text was changed by hand in 7 places, of which 4 put right what a machine had misread."],
  ],
])("says %s", (_name, counts, ja, en) => {
  expect([last(counts, "ja"), last(counts, "en")]).toEqual([ja, en]);
});

it.each([
  [
    2,
    "この本文は、原本の画像3ページから機械（tesseract.js 7.0.0）が読み取ったものです。数字など確かめるべき12か所のうち、2か所は人が画像と見比べていません（本文に印があります）。",
    "A machine (tesseract.js 7.0.0) read this text from pictures of 3 pages. Of 12 places to be compared with them, such as digits, 2 were not compared by anybody (marked in the text).",
  ],
  [
    0,
    "この本文は、原本の画像3ページから機械（tesseract.js 7.0.0）が読み取ったものです。数字など確かめるべき12か所は、すべて人が画像と見比べています。",
    "A machine (tesseract.js 7.0.0) read this text from pictures of 3 pages. Of 12 places to be compared with them, such as digits, people compared all.",
  ],
])("says that a machine read it, and of how much nobody compared: %i", (uncompared, ja, en) => {
  const machineRead = {
    engine: "tesseract.js 7.0.0",
    direction: "across",
    language: "ja",
    pages: 3,
    digits: { marked: 10, uncompared },
    words: { marked: 2, uncompared: 0 },
  } as const;
  expect([saidOf({ machineRead }, "ja"), saidOf({ machineRead }, "en")]).toEqual([[ja], [en]]);
});
