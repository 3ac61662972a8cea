import type { DemoArticle } from "./finding.ts";
import { japaneseArticle } from "./japanese-article.ts";

const accessed = "2026-11-20";

/** The Japanese demo article: most claims settled on FIJ's scale, some in work, some still to be marked. */
export const japaneseDemo: DemoArticle = {
  content: japaneseArticle,
  language: "ja",
  byline: "裏取りデスク(見本)",
  publisher: "見本新聞",
  publishedAt: "2026-11-16",
  scale: "fij",
  sources: {
    mountains: {
      title: "日本の主な山岳標高",
      url: "https://www.gsi.go.jp/kihonjohochousa/kihonjohochousa41139.html",
      publisher: "国土地理院",
      type: "dataset",
      accessed,
    },
    islands: {
      title: "日本の島の数",
      url: "https://www.gsi.go.jp/kihonjohochousa/islands_index.html",
      publisher: "国土地理院",
      type: "webpage",
      issued: "2023-02-28",
      accessed,
    },
    islandsNews: {
      title: "日本の“島の数”が2倍以上に 国土地理院が発表",
      url: "https://news.ntv.co.jp/category/society/b1402f3990be4cc1b803c75ff25983fd",
      publisher: "日本テレビ",
      type: "article-newspaper",
      issued: "2023-02-28",
      accessed,
    },
    islandsWatch: {
      title: "日本の島の数は1万4,125島。国土地理院が計数結果を公表",
      url: "https://pc.watch.impress.co.jp/docs/news/yajiuma/1493308.html",
      publisher: "PC Watch",
      type: "article-magazine",
      issued: "2023",
      accessed,
    },
    naganoBlog: {
      title: "日本で二番目、三番目に高い山",
      url: "https://blog.nagano-ken.jp/nihonichi/viewspots/3524.html",
      publisher: "長野県",
      type: "webpage",
      accessed,
    },
    westernmost: {
      title: "日本最西端 260メートル北北西へ 与那国島の岩「トゥイシ」 地理院が地形図に記載",
      url: "https://www.tokyo-np.co.jp/article/national/list/201906/CK2019061102000133.html",
      publisher: "東京新聞",
      type: "article-newspaper",
      issued: "2019-06-11",
      accessed,
    },
    census: {
      title: "令和2年国勢調査 調査の結果",
      url: "https://www.stat.go.jp/data/kokusei/2020/kekka.html",
      publisher: "総務省統計局",
      type: "dataset",
      issued: "2021-11-30",
      accessed,
    },
  },
  findings: [
    {
      quote: "富士山の標高は3776メートルで、日本でもっとも高い山である。",
      statement: "富士山(剣ヶ峯)の標高は3776メートルで、日本の最高峰である。",
      kinds: ["number", "comparison"],
      workState: "settled",
      assignee: "editor",
      verdict: {
        rating: "accurate",
        summary: "国土地理院の一覧と一致し、二位の北岳とは583メートルの差がある。",
        rationale:
          "国土地理院の標高一覧は、富士山の最高点である剣ヶ峯を3776メートルとしている[@mountains]。二位の北岳は3193メートルで、順位にも争いはない[@naganoBlog]。",
      },
      evidence: [
        {
          source: "mountains",
          stance: "supports",
          primary: true,
          quote: "富士山<剣ヶ峯> 3776",
          locator: "標高一覧の先頭",
        },
        {
          source: "naganoBlog",
          stance: "supports",
          primary: false,
          note: "国土地理院の一覧を根拠として挙げている。",
        },
      ],
    },
    {
      quote: "二番目に高い山は、南アルプスの北岳で、標高は3193メートルに達する。",
      statement: "日本で二番目に高い山は北岳(3193メートル)である。",
      kinds: ["number", "name"],
      workState: "settled",
      assignee: "editor",
      verdict: {
        rating: "accurate",
        summary: "国土地理院と長野県の資料がともに、北岳を3193メートルで第二位としている。",
        rationale: "国土地理院の一覧[@mountains]と、それを引く長野県の解説[@naganoBlog]が一致する。",
      },
      evidence: [
        { source: "mountains", stance: "supports", primary: true, quote: "北岳 3193" },
        {
          source: "naganoBlog",
          stance: "supports",
          primary: false,
          quote: "富士山に次ぐ日本第2位は、標高3,193 mの「北岳」。",
        },
      ],
    },
    {
      quote: "三番目は奥穂高岳ただ一つで、槍ヶ岳がそれに続く。",
      statement: "日本で三番目に高い山は奥穂高岳だけで、四番目は槍ヶ岳である。",
      kinds: ["comparison"],
      workState: "settled",
      assignee: "editor",
      verdict: {
        rating: "inaccurate",
        summary: "奥穂高岳は間ノ岳と同じ3190メートルで、三位は二つある。",
        rationale:
          "2014年の改定で間ノ岳は3190メートルとなり、奥穂高岳と並んだ。「ただ一つ」は誤りで、槍ヶ岳(3180メートル)は五番目に当たる[@naganoBlog]。",
      },
      evidence: [
        {
          source: "naganoBlog",
          stance: "refutes",
          primary: false,
          quote: "そして第3位は、標高 3,190 mの「奥穂高岳」と「間ノ岳」。",
        },
        { source: "mountains", stance: "refutes", primary: true, quote: "間ノ岳 3190" },
      ],
    },
    {
      quote: "日本の島の数は6852で、この数は40年近く変わっていない。",
      statement: "日本の島の数は6852である。",
      kinds: ["number", "date"],
      priority: "high",
      workState: "settled",
      assignee: "reviewer",
      verdict: {
        rating: "false",
        summary: "6852は1987年の数字で、国土地理院は2023年に14125島と改めた。",
        rationale:
          "6852は海上保安庁が1987年に公表した数である[@islandsWatch]。国土地理院は電子国土基本図から数え直し、14125島とした[@islands]。「変わっていない」も事実に反する。",
      },
      evidence: [
        {
          source: "islands",
          stance: "refutes",
          primary: true,
          quote: "我が国の島を一定条件の下で数えた結果、14,125島となりました。",
        },
        {
          source: "islandsWatch",
          stance: "context",
          primary: false,
          quote: "これまで、日本の島の数は海上保安庁が1987年に公表した6,852島が広く用いられており",
        },
      ],
    },
    {
      quote: "6852",
      statement: "6852は最新の島の数である。",
      kinds: ["number"],
      workState: "to_check",
    },
    {
      quote: "島がもっとも多い都道府県は長崎県である。",
      statement: "島の数がもっとも多い都道府県は長崎県(1479島)である。",
      kinds: ["comparison"],
      workState: "settled",
      assignee: "editor",
      verdict: {
        rating: "accurate",
        summary: "2023年公表の数では長崎県が最多で、わずかな差で北海道が続く。",
        rationale: "国土地理院の都道府県別の数による[@islands]。差は小さく、条件が変われば入れ替わりうる。",
      },
      evidence: [{ source: "islands", stance: "supports", primary: true, locator: "都道府県別の島の数" }],
    },
    {
      quote: "数え直しによって、日本の領海はほぼ2倍に広がった。",
      statement: "島の数え直しで日本の領海が約2倍になった。",
      kinds: ["number", "cause"],
      priority: "high",
      workState: "settled",
      assignee: "reviewer",
      verdict: {
        rating: "false",
        summary: "増えたのは地図に描かれる島の数で、領土・領海の広さは変わらない。",
        rationale: "国土地理院は、島の数が増えても領土・領海の広さに影響はないとしている[@islandsNews]。",
      },
      evidence: [
        {
          source: "islandsNews",
          stance: "refutes",
          primary: false,
          quote: "国土地理院は、島の数が倍増しても領土・領海の広さに影響はないとしています。",
        },
      ],
    },
    {
      quote: "琵琶湖の面積は、滋賀県の面積のおよそ半分を占める。",
      statement: "琵琶湖は滋賀県の面積の約半分を占める。",
      kinds: ["number", "comparison"],
      priority: "high",
      workState: "checking",
      assignee: "editor",
      verdict: {
        rating: "false",
        summary: "面積の比はおよそ六分の一で、半分には遠い。",
        rationale:
          "琵琶湖は約669平方キロメートル、滋賀県は約4017平方キロメートル。県の一次資料で確かめてから確定する。",
      },
    },
    {
      quote: "最東端の南鳥島は東京都に属する。",
      statement: "日本の最東端である南鳥島は東京都(小笠原村)に属する。",
      kinds: ["name"],
      workState: "to_check",
    },
    {
      quote: "最南端の沖ノ鳥島は沖縄県に属する。",
      statement: "日本の最南端である沖ノ鳥島は沖縄県に属する。",
      kinds: ["name"],
      priority: "high",
      workState: "waiting",
      assignee: "reviewer",
    },
    {
      quote: "最西端は与那国島にあり、2019年に地図上の位置が約260メートル動いた。",
      statement: "日本の最西端は与那国島で、2019年に地形図上の位置が北北西へ約260メートル移った。",
      kinds: ["number", "date"],
      workState: "settled",
      assignee: "editor",
      verdict: {
        rating: "mostly_accurate",
        summary: "最西端は島の沖にある岩「トゥイシ」で、「与那国島にあり」は少し大まかである。",
        rationale:
          "2019年6月、国土地理院の地形図に岩「トゥイシ」が載り、最西端は約260メートル北北西へ移った[@westernmost]。",
      },
      evidence: [
        {
          source: "westernmost",
          stance: "supports",
          primary: false,
          quote: "日本最西端の地点がこれまでより北北西に約二百六十メートル先になった",
        },
      ],
    },
    {
      quote: "青函トンネルは、いまも世界でもっとも長い鉄道トンネルである。",
      statement: "青函トンネルは現在も世界最長の鉄道トンネルである。",
      kinds: ["comparison"],
      priority: "high",
      workState: "to_check",
    },
    {
      quote: "2020年の国勢調査で、日本の人口は約1億2615万人だった。",
      statement: "2020年10月1日現在の日本の人口は約1億2615万人である。",
      kinds: ["number", "date"],
      workState: "settled",
      assignee: "editor",
      verdict: {
        rating: "accurate",
        summary: "確定値は1億2614万6千人で、四捨五入すれば約1億2615万人になる。",
        rationale: "総務省統計局の確定値による[@census]。速報値(約1億2623万人)との取り違えもない。",
      },
      evidence: [{ source: "census", stance: "supports", primary: true, locator: "人口等基本集計" }],
    },
  ],
  dismissals: [
    { bullet: "琵琶湖の眺めは、日本の湖のなかでもっとも美しい。", reason: "opinion" },
    { bullet: "難工事をやり遂げた人びとの情熱は、これからも語り継がれるべきだ。", reason: "opinion" },
  ],
};
