import type { ScaleDefinition } from "./scale-definition.ts";

/**
 * A desk's own four outcomes for a text that is not published yet. They say what to do with the words, not how true
 * they are, so none has a number: such a finding is no ClaimReview.
 */
export const prepublicationScale: ScaleDefinition = {
  id: "prepublication",
  version: 1,
  name: { ja: "公開前チェック（4区分）", en: "Pre-publication check (four outcomes)" },
  publisher: null,
  url: null,
  ratings: [
    {
      key: "confirmed",
      label: { ja: "確認済", en: "Confirmed" },
      definition: {
        ja: "信頼できる情報源で裏付けが取れた。このまま掲載できる。",
        en: "Reliable sources bear it out. It can run as it stands.",
      },
      value: null,
      colour: "true",
    },
    {
      key: "corrected",
      label: { ja: "要修正", en: "Needs correction" },
      definition: {
        ja: "事実と異なる、または不正確な点がある。示した内容に直せば掲載できる。",
        en: "Something in it is wrong or inexact. It can run once corrected as noted.",
      },
      value: null,
      colour: "inaccurate",
    },
    {
      key: "unconfirmed",
      label: { ja: "未確認", en: "Unconfirmed" },
      definition: {
        ja: "調べたが裏付けが取れていない。断定を避けるか、追加の取材が必要。",
        en: "Checked, and not borne out so far. Do not state it as fact, or report further.",
      },
      value: null,
      colour: "unsupported",
    },
    {
      key: "cut",
      label: { ja: "削除", en: "Cut" },
      definition: {
        ja: "裏付けがなく、直しても成り立たない。掲載しない。",
        en: "It has no support and no correction saves it. It must not run.",
      },
      value: null,
      colour: "false",
    },
  ],
};
