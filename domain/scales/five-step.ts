import type { ScaleDefinition } from "./scale-definition.ts";

/** The plain English scale from true to false, in words of our own. */
export const fiveStepScale: ScaleDefinition = {
  id: "five-step",
  version: 1,
  name: { ja: "英語圏の5段階（True～False）", en: "Five steps, true to false" },
  publisher: null,
  url: null,
  ratings: [
    {
      key: "true",
      label: { ja: "真実", en: "True" },
      definition: {
        ja: "正確であり、重要なことが欠けていない。",
        en: "Accurate, with nothing important left out.",
      },
      value: 5,
      colour: "true",
    },
    {
      key: "mostly_true",
      label: { ja: "ほぼ真実", en: "Mostly true" },
      definition: {
        ja: "正確だが、説明や補足が必要である。",
        en: "Accurate, but in need of clarification or further information.",
      },
      value: 4,
      colour: "mostly_true",
    },
    {
      key: "half_true",
      label: { ja: "半分真実", en: "Half true" },
      definition: {
        ja: "正しい部分もあるが、重要な事実が省かれているか、文脈から切り離されている。",
        en: "Partly accurate, but leaves out important facts or takes things out of context.",
      },
      value: 3,
      colour: "misleading",
    },
    {
      key: "mostly_false",
      label: { ja: "ほぼ誤り", en: "Mostly false" },
      definition: {
        ja: "真実の要素を含むが、印象を変えるような決定的な事実を無視している。",
        en: "Holds an element of truth, but ignores facts that would change the impression.",
      },
      value: 2,
      colour: "inaccurate",
    },
    {
      key: "false",
      label: { ja: "誤り", en: "False" },
      definition: { ja: "正確ではない。", en: "Not accurate." },
      value: 1,
      colour: "false",
    },
  ],
};
