import type { ScaleDefinition } from "./scale-definition.ts";

/**
 * FactCheck Initiative Japan's nine ratings (ファクトチェック・ガイドライン, 2019-04-02), free to use with notice to FIJ.
 * The Japanese labels and definitions are FIJ's own words, letter for letter; the English ones are our translation.
 * `value` is a convention of ours for ClaimReview: ミスリード says nothing false and stands in the middle; 虚偽 adds
 * intent, not falsity, and has the number of 誤り.
 */
export const fijScale: ScaleDefinition = {
  id: "fij",
  version: 1,
  name: { ja: "FIJレーティング（9段階）", en: "FIJ ratings (nine steps)" },
  publisher: "ファクトチェック・イニシアティブ（FIJ）",
  url: "https://fij.info/introduction/rating",
  ratings: [
    {
      key: "accurate",
      label: { ja: "正確", en: "Accurate" },
      definition: {
        ja: "事実の誤りはなく、重要な要素が欠けていない。",
        en: "There are no factual errors, and nothing important is missing.",
      },
      value: 5,
      colour: "true",
    },
    {
      key: "mostly_accurate",
      label: { ja: "ほぼ正確", en: "Mostly accurate" },
      definition: {
        ja: "一部は不正確だが、主要な部分・根幹に誤りはない。",
        en: "Partly inaccurate, but the main part is free of error.",
      },
      value: 4,
      colour: "mostly_true",
    },
    {
      key: "misleading",
      label: { ja: "ミスリード", en: "Misleading" },
      definition: {
        ja: "一見事実と異なることは言っていないが、釣り見出しや重要な事実の欠落などにより、誤解の余地が大きい。",
        en: "Nothing said seems to differ from the facts, but a baiting headline, the omission of important facts or the like leaves much room for misunderstanding.",
      },
      value: 3,
      colour: "misleading",
    },
    {
      key: "inaccurate",
      label: { ja: "不正確", en: "Inaccurate" },
      definition: {
        ja: "正確な部分と不正確な部分が混じっていて、全体として正確性が欠如している。",
        en: "Accurate and inaccurate parts are mixed, and as a whole it lacks accuracy.",
      },
      value: 2,
      colour: "inaccurate",
    },
    {
      key: "unsupported",
      label: { ja: "根拠不明", en: "Unsupported" },
      definition: {
        ja: "誤りと証明できないが、証拠・根拠がないか非常に乏しい。",
        en: "It cannot be proven wrong, but there is no evidence for it, or very little.",
      },
      value: null,
      colour: "unsupported",
    },
    {
      key: "false",
      label: { ja: "誤り", en: "False" },
      definition: {
        ja: "全て、もしくは根幹部分に事実の誤りがある。",
        en: "All of it, or its core, is factually wrong.",
      },
      value: 1,
      colour: "false",
    },
    {
      key: "fabricated",
      label: { ja: "虚偽", en: "Fabricated" },
      definition: {
        ja: "全て、もしくは根幹部分に事実の誤りがあり、事実でないと知りながら伝えた疑いが濃厚である。",
        en: "All of it, or its core, is factually wrong, and it was very probably told in the knowledge that it is not true.",
      },
      value: 1,
      colour: "fabricated",
    },
    {
      key: "withheld",
      label: { ja: "判定留保", en: "Judgement withheld" },
      definition: {
        ja: "真偽を証明することが困難。誤りの可能性が強くはないが、否定もできない。",
        en: "It is difficult to prove true or false. An error is not very likely, but cannot be ruled out either.",
      },
      value: null,
      colour: "withheld",
    },
    {
      key: "out_of_scope",
      label: { ja: "検証対象外", en: "Out of scope" },
      definition: {
        ja: "意見や主観的な認識・評価に関することであり、真偽を証明・解明できる事柄ではない。",
        en: "It concerns an opinion, or a subjective perception or assessment, and is not a matter that can be proven true or false.",
      },
      value: null,
      colour: "out_of_scope",
    },
  ],
};
