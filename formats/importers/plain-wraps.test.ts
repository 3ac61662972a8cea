import { describe, expect, it } from "vitest";
import { plainTextImporter } from "./plain-text.ts";

const texts = (text: string) => plainTextImporter.read(text).blocks.map((block) => block.text);

it.each<[name: string, text: string, blocks: string[]]>([
  [
    "a paragraph of a gazette goes on at the margin",
    "○港町告示第三号\n　港湾法（昭和二十五年法律第二百十八号）第三十七条の規定に基づき、\n次のとおり許可したので告示する。\n　令和七年九月十二日",
    [
      "港町告示第三号",
      "港湾法（昭和二十五年法律第二百十八号）第三十七条の規定に基づき、次のとおり許可したので告示する。",
      "令和七年九月十二日",
    ],
  ],
  [
    "a full line that ends a sentence goes on",
    "　町は港の入り口に新しい灯台を建てる計画をまとめ、三日に議会へ示\nした。費用は三億円で、国の補助を受けて来年の秋から工事を始める。\n完成は二年後になる見通しで、町は船の往来が増えると見ている。",
    [
      "町は港の入り口に新しい灯台を建てる計画をまとめ、三日に議会へ示した。費用は三億円で、国の補助を受けて来年の秋から工事を始める。完成は二年後になる見通しで、町は船の往来が増えると見ている。",
    ],
  ],
  [
    "an answer hangs under its first word",
    "問１　いつ終わるのか。\n答　　来年の三月末までを予定しています。雨が続けば、四月の\n　　　半ばまで延びます。",
    [
      "問１　いつ終わるのか。",
      "答　　来年の三月末までを予定しています。雨が続けば、四月の半ばまで延びます。",
    ],
  ],
])("%s", (_name, text, blocks) => {
  expect(texts(text)).toEqual(blocks);
});

/** The lines of a paragraph as a paper of so many characters a line sets them. Full stops and commas may hang. */
function column(paragraph: string, characters: number, hangs: boolean): string {
  const lines: string[] = [];
  let line = "\u3000";
  for (const character of paragraph) {
    const isFull = [...line].length >= characters;
    if (isFull && !(hangs && /[、。]/.test(character) && [...line].length === characters)) {
      // What may not stand at an edge takes its neighbour with it.
      const down = /[「『]$/u.exec(line)?.[0] ?? (/[、。」』]/u.test(character) ? line.slice(-1) : "");
      lines.push(line.slice(0, line.length - down.length));
      line = down;
    }
    line += character;
  }
  return [...lines, line].join("\n");
}

const PARAGRAPHS = [
  "港町の市長は三日の会見で「機械に頼らない町をつくる」と述べ、来年度の予算に三億円を計上する考えを示した。「説明会を五回開く」とも約束した。",
  "一方、商工会の会長は「『機械の町』という看板を下ろすのは早い」と反論する。会長によると、町の工場では「熟練工」と呼ばれる職人が減り、「機械化」を進めなければ仕事を受けられない。",
  "灯台守という仕事がなくなって、もう二十年になる。最後の守りだった野田さんは、いまも毎晩、窓から灯の回る数を数える。「機械のほうが正しい」と笑うが、数えるのはやめない。",
];

describe("a column of a paper is its paragraphs, quotations at the margin and all", () => {
  const ways = [20, 21, 23, 25, 28, 30, 32, 36, 38, 40].flatMap((width) => [
    { width, hangs: true },
    { width, hangs: false },
  ]);
  it.each(ways)("$width characters a line, marks that hang: $hangs", ({ width, hangs }) => {
    expect(texts(PARAGRAPHS.map((one) => column(one, width, hangs)).join("\n"))).toEqual(PARAGRAPHS);
  });
});

describe("a quotation at the margin begins a paragraph", () => {
  it.each<[name: string, text: string, blocks: string[]]>([
    [
      "of a story, whose narration fills its line",
      "　港の灯が見えるころには、雨はもう上がっていて、花子は傘をたたんだ。\n「もう帰るのか」\n「ああ」\n　男は短く答えて、それきり黙った。波の音だけが、しばらくのあいだ二\n人の間にあった。",
      [
        "港の灯が見えるころには、雨はもう上がっていて、花子は傘をたたんだ。",
        "「もう帰るのか」",
        "「ああ」",
        "男は短く答えて、それきり黙った。波の音だけが、しばらくのあいだ二人の間にあった。",
      ],
    ],
    [
      "of an interview",
      "　市長に聞いた。港の整備はこれからどう進むのか、費用はだれが払うの。\n「三億円のうち半分は国の補助です。残りは町が払います」\n　完成はいつか。\n「来年の三月です」",
      [
        "市長に聞いた。港の整備はこれからどう進むのか、費用はだれが払うの。",
        "「三億円のうち半分は国の補助です。残りは町が払います」",
        "完成はいつか。",
        "「来年の三月です」",
      ],
    ],
    [
      "of a list of them",
      "今月の言葉を三つ選びました。読者のみなさんから届いたものばかりです。\n「海は広いな」\n「山は高いな」",
      [
        "今月の言葉を三つ選びました。読者のみなさんから届いたものばかりです。",
        "「海は広いな」",
        "「山は高いな」",
      ],
    ],
    [
      "after the name of who speaks",
      "町長　それでは始めます。まず予算について説明をお願いいたします。\n課長「総額は三億円です」",
      ["町長　それでは始めます。まず予算について説明をお願いいたします。", "課長「総額は三億円です」"],
    ],
  ])("%s", (_name, text, blocks) => {
    expect(texts(text)).toEqual(blocks);
  });
});

describe("a notice of correction keeps its edges", () => {
  it.each<[name: string, text: string, blocks: string[]]>([
    [
      "between labels in brackets, and before who is sorry",
      "　九月二十八日付の朝刊三面「市債、過去最大に」の記事で、発行額を\n「１２０億円」としたのは「１０２億円」の誤りでした。\n\n（誤）１２０億円\n（正）１０２億円\n　編集局の確認が足りませんでした。\n関係する方々におわびします。",
      [
        "九月二十八日付の朝刊三面「市債、過去最大に」の記事で、発行額を「１２０億円」としたのは「１０２億円」の誤りでした。",
        "（誤）１２０億円",
        "（正）１０２億円",
        "編集局の確認が足りませんでした。",
        "関係する方々におわびします。",
      ],
    ],
    [
      "between labels set off by a space",
      "誤　　定員　１２０人\n正　　定員　８０人\n訂正日　令和７年９月１２日",
      ["誤　　定員　１２０人", "正　　定員　８０人", "訂正日　令和７年９月１２日"],
    ],
    [
      "between labels with half a bracket or a colon",
      "誤）総額は三億円\n正）総額は二億円\n訂正前：令和七年九月三日\n訂正後：令和七年九月四日",
      ["誤）総額は三億円", "正）総額は二億円", "訂正前：令和七年九月三日", "訂正後：令和七年九月四日"],
    ],
    [
      "between labels alone",
      "誤\n定員は１２０人\n正\n定員は８０人",
      ["誤", "定員は１２０人", "正", "定員は８０人"],
    ],
    [
      "between pairs with arrows",
      "本文３段落目\n「三億円」→「二億円」\n「１２０人」→「８０人」\n４段落目\n１２０\n↓\n８０",
      ["本文３段落目", "「三億円」→「二億円」", "「１２０人」→「８０人」", "４段落目", "１２０", "↓", "８０"],
    ],
    [
      "under wide lines",
      "　九月三日付の朝刊一面に掲載した「港の整備に三億円」の記事について、\n次のとおり訂正します。関係者の皆さまにご迷惑をおかけしました。\n誤　総額は三億円で、このうち半分を国の補助金でまかなう計画である。\n正　総額は二億円で、このうち三割を国の補助金でまかなう計画である。\n九月四日",
      [
        "九月三日付の朝刊一面に掲載した「港の整備に三億円」の記事について、次のとおり訂正します。関係者の皆さまにご迷惑をおかけしました。",
        "誤　総額は三億円で、このうち半分を国の補助金でまかなう計画である。",
        "正　総額は二億円で、このうち三割を国の補助金でまかなう計画である。",
        "九月四日",
      ],
    ],
  ])("%s", (_name, text, blocks) => {
    expect(texts(text)).toEqual(blocks);
  });
});

it.each<[name: string, text: string, title: string]>([
  [
    "a wide head of a release",
    "ＮＥＷＳ　ＲＥＬＥＡＳＥ\n２０２５年９月１２日\n\n灯台を十月に公開\n\n町は灯台を公開する。",
    "灯台を十月に公開",
  ],
  [
    "the day of an issue",
    "みなと通信第４号\n令和7年9月12日発行\n\n灯台を公開\n\n町は灯台を公開する。",
    "灯台を公開",
  ],
  [
    "a centred by-law",
    "　　　港町灯台条例の一部を改正する条例\n　第一条中「二百円」を「三百円」に改める。",
    "港町灯台条例の一部を改正する条例",
  ],
])("%s is told from the title", (_name, text, title) => {
  expect(plainTextImporter.read(text).title).toBe(title);
});

const levels = (text: string) =>
  plainTextImporter.read(text).blocks.flatMap(({ kind, text }) => (kind === "heading" ? [text] : []));
const LEAD = "Market moves to the bridge\n\nThe market will move in May, the council said on Monday.\n\n";

describe("a short line of English between blank ones is a heading", () => {
  it.each<[name: string, text: string, headings: string[]]>([
    ["over a short sentence", `${LEAD}The next steps\n\nThe council votes.`, ["The next steps"]],
    ["over a list", `${LEAD}The next steps\n\n- Stalls are drawn.\n- Fees stay.`, ["The next steps"]],
    [
      "over numbered items",
      `${LEAD}The next steps\n\n1. The council votes.\n2. The stalls move.`,
      ["The next steps"],
    ],
    ["that asks", `${LEAD}What happens now?\n\nThe council votes.`, ["What happens now?"]],
  ])("%s", (_name, text, headings) => {
    expect(levels(text).slice(1)).toEqual(headings);
  });

  it.each<[name: string, text: string]>([
    [
      "a signature and its office",
      `${LEAD}Kind regards\n\nJane Doe\n\nHead of Communications\n\nThe paper is printed daily.`,
    ],
    [
      "who wrote it",
      "Market moves to the bridge\n\nKyoko Oi\n\nThe market will move in May, the council said.",
    ],
    ["an address", `${LEAD}Harbour Post\n\n12 Bridge Street\n\nMinato`],
    ["a line right above its sentence", `${LEAD}The next steps\nThe council votes in June.`],
    ["the last line", `${LEAD}The next steps`],
  ])("but not %s", (_name, text) => {
    expect(levels(text).slice(1)).toEqual([]);
  });
});
