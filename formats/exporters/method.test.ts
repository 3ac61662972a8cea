import { expect, it } from "vitest";
import type { EditCounts } from "#domain/import-edit.ts";
import type { Report } from "#domain/report.ts";
import { methodOf } from "./method.ts";

const last = (editedByHand: EditCounts | undefined, locale: "ja" | "en") =>
  methodOf({ desk: "裏取り", revision: { editedByHand } } as Report, locale).slice(3);

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
