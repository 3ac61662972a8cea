import type { ScaleDefinition } from "./scale-definition.ts";

/**
 * The five ratings of the Japan Fact-check Center (日本ファクトチェックセンター). The Japanese labels and definitions are
 * JFC's own; the English ones are our translation.
 */
export const jfcScale: ScaleDefinition = {
  id: "jfc",
  version: 1,
  name: { ja: "JFCの判定（5段階）", en: "JFC ratings (five steps)" },
  publisher: "日本ファクトチェックセンター（JFC）",
  url: "https://www.factcheckcenter.jp/",
  ratings: [
    {
      key: "accurate",
      label: { ja: "正確", en: "Accurate" },
      definition: {
        ja: "誤りがなく、重要な要素が欠けていない。",
        en: "There are no errors, and nothing important is missing.",
      },
      value: 5,
      colour: "true",
    },
    {
      key: "mostly_accurate",
      label: { ja: "ほぼ正確", en: "Mostly accurate" },
      definition: {
        ja: "一部に誤りを含むが重要な部分を含む大部分は正しく、概ね正確。",
        en: "It contains some errors, but most of it, the important part included, is right.",
      },
      value: 4,
      colour: "mostly_true",
    },
    {
      key: "unsupported",
      label: { ja: "根拠不明", en: "Unsupported" },
      definition: {
        ja: "根拠がないか不十分であり、事実の検証ができない。",
        en: "There is no evidence, or not enough, so the facts cannot be checked.",
      },
      value: null,
      colour: "unsupported",
    },
    {
      key: "inaccurate",
      label: { ja: "不正確", en: "Inaccurate" },
      definition: {
        ja: "一部は正しいが、重要な部分に誤りや欠落があるかミスリード。",
        en: "Part of it is right, but something important is wrong or missing, or it misleads.",
      },
      value: 2,
      colour: "inaccurate",
    },
    {
      key: "false",
      label: { ja: "誤り", en: "False" },
      definition: {
        ja: "誤りである、または重要な要素が大きく欠けている。",
        en: "It is wrong, or important elements are largely missing.",
      },
      value: 1,
      colour: "false",
    },
  ],
};
