import type { Rating, RatingColour, Scale } from "#domain/scale.ts";

type Row = [RatingColour, number | null, string, string, string, string];

const ROWS: Row[] = [
  ["true", 5, "正確", "True", "事実の誤りはなく、重要な要素が欠けていない。", "No factual error, nothing important left out."],
  ["mostly_true", 4, "ほぼ正確", "Mostly true", "一部は不正確だが、主要な部分・根幹に誤りはない。", "Partly inaccurate, right at the core."],
  ["misleading", 3, "ミスリード", "Misleading", "事実と異なることは言っていないが、重要な事実の欠落などで誤解の余地が大きい。", "Nothing false is said, yet much room for a wrong impression."],
  ["inaccurate", 2, "不正確", "Inaccurate", "正確な部分と不正確な部分が混じり、全体として正確性を欠く。", "Right and wrong parts mixed; inaccurate as a whole."],
  ["unsupported", null, "根拠不明", "Unsupported", "誤りとは証明できないが、根拠がないか非常に乏しい。", "Not provably false, but little or no evidence."],
  ["false", 1, "誤り", "False", "全て、または根幹部分に事実の誤りがある。", "Wrong altogether or at the core."],
  ["fabricated", 1, "虚偽", "Fabricated", "根幹部分に事実の誤りがあり、事実でないと知りながら伝えた疑いが濃い。", "Wrong at the core, and probably told in the knowledge of it."],
  ["withheld", null, "判定留保", "Withheld", "真偽を証明することが困難である。", "It is hard to prove either way."],
  ["out_of_scope", null, "検証対象外", "Out of scope", "意見や主観的な評価であり、真偽を問えない。", "An opinion or a subjective assessment."],
];

const rating = ([key, value, ja, en, meaning, englishMeaning]: Row): Rating => ({
  key,
  label: { ja, en },
  definition: { ja: meaning, en: englishMeaning },
  value,
  colour: key,
  retired: false,
});

/** The sample's own scale: FIJ's nine ratings, worded for the sample. */
export const sampleScale: Scale = {
  id: "fij",
  version: 2,
  name: { ja: "FIJのレーティング(9段階)", en: "FIJ ratings (nine steps)" },
  publisher: "ファクトチェック・イニシアティブ",
  url: "https://fij.info/introduction/rating",
  retired: false,
  ratings: ROWS.map(rating),
};

/** The rating of the sample scale with `key`. */
export function sampleRating(key: RatingColour): Rating {
  const found = sampleScale.ratings.find((candidate) => candidate.key === key);
  if (!found) throw new Error(`The sample scale has no ${key}`);
  return found;
}
