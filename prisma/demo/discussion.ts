import type { DemoRole } from "./members.ts";

/** A comment of the demo desk. `@editor` and the other roles name the member of that role. */
export interface DemoComment {
  by: DemoRole;
  text: string;
}

/** A conversation on the claim whose whole quote this is, or on a passage that is no claim. */
export interface DemoDiscussion {
  on: { claim: string } | { passage: string };
  comments: [DemoComment, ...DemoComment[]];
  resolvedBy?: DemoRole;
}

/** What the desk talked about in the Japanese demo article: two things are still open, and a passage. */
export const japaneseDiscussions: DemoDiscussion[] = [
  {
    on: { claim: "数え直しによって、日本の領海はほぼ2倍に広がった。" },
    comments: [
      {
        by: "reviewer",
        text: "島の数が2倍になったという発表との取り違えだと思います。故意とまでは言えないので、「虚偽」ではなく「誤り」でよいでしょうか。",
      },
      { by: "editor", text: "同感です。「誤り」にして、取り違えの経緯を理由に書きました。" },
    ],
    resolvedBy: "reviewer",
  },
  {
    on: { claim: "最南端の沖ノ鳥島は沖縄県に属する。" },
    comments: [
      { by: "editor", text: "沖ノ鳥島は東京都小笠原村のはずです。誤りで確定してよいでしょうか。" },
      {
        by: "reviewer",
        text: "小笠原村で間違いありません。ただ、いまは情報源が一つも付いていません。@editorさん、村か国土地理院の資料を根拠に加えてもらえますか。",
      },
    ],
  },
  {
    on: { claim: "琵琶湖の面積は、滋賀県の面積のおよそ半分を占める。" },
    comments: [
      {
        by: "reviewer",
        text: "要約の「六分の一」は、どの年の面積で計算しましたか。\n\n国土地理院の「全国都道府県市区町村別面積調」でそろえると、あとで問い合わせがあっても答えやすいです。",
      },
      { by: "editor", text: "県の資料の数字です。面積調で計算し直してから確定します。" },
      { by: "reviewer", text: "お願いします。比はどの年でもほとんど変わらないはずです。" },
    ],
  },
  {
    on: { passage: "六千八百あまりの島からなる" },
    comments: [
      {
        by: "admin",
        text: "@editorさん、@reviewerさん、箇条書きの6852を誤りとするなら、地の文のここも気になります。「古い本の説明」として引いているだけなので、このままでよいと思いますか。",
      },
    ],
  },
];
