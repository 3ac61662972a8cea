import { expect, it } from "vitest";
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
