import type { Report, ReportClaim } from "#domain/report.ts";
import { sampleBlocks, textOf } from "./report-article.ts";
import {
  anchorOf,
  claimOf,
  evidenceOf,
  sampleArticleId,
  sampleId,
  sampleMember,
  sampleRevisionId,
  unplacedAnchor,
  verdictOf,
} from "./report-claims.ts";
import { bullets, cited, linked, paragraph, rationale, words } from "./report-rationale.ts";
import { sampleScale } from "./report-scale.ts";

const at = (blockId: string, exact: string) => anchorOf(sampleBlocks, blockId, exact);

const claims: ReportClaim[] = [
  claimOf(1, at("b02", "過去最多の1万2千人が訪れた"), {
    statement: "2026年10月12日の朝市の来場者は1万2千人で、過去最多である。",
    claimant: "潮見町",
    saidOn: "2026-10-12",
    saidWhere: "町の報道発表",
    kinds: ["number", "comparison"],
    priority: "high",
    verdict: verdictOf(
      1,
      "inaccurate",
      "人数は発表どおりだが、2014年に1万3千人の記録があり、過去最多ではない。",
      rationale(
        paragraph(words("町の"), words("報道発表", "bold"), words("には1万2千人とある"), cited(sampleId("e", 101)), words("。")),
        paragraph(
          words("一方、"),
          linked("2014年の広報", "https://www.town.shiomi.example.jp/koho/2014/11?p=3&l=ja"),
          words("は1万3千人と記す"),
          cited(sampleId("e", 102)),
          words("。𠮷岡町長の就任前の回である。"),
        ),
        bullets([paragraph(words("数え方は"), words("同じ", "italic"))], [paragraph(words("会場も同じ"))]),
      ),
    ),
    evidence: [
      evidenceOf(1, 1, {
        stance: "supports",
        primary: true,
        quote: "来場者数は速報値で約12,000人。",
        locator: "2段落目",
        source: {
          title: "港前朝市の開催結果について",
          url: "https://www.town.shiomi.example.jp/press/20261012.html",
          publisher: "潮見町",
          issued: "2026-10-12",
          accessed: "2026-10-14",
        },
      }),
      evidenceOf(1, 2, {
        stance: "refutes",
        primary: true,
        quote: "第41回朝市には1万3千人が訪れました🎉",
        locator: "p. 3",
        note: "町立図書館で原本を確認。",
        source: {
          type: "document",
          title: "広報しおみ 2014年11月号",
          url: "https://www.town.shiomi.example.jp/koho/2014/11?p=3&l=ja",
          publisher: "潮見町",
          issued: "2014-11",
        },
      }),
    ],
  }),
  claimOf(2, at("b04", "来場者は前年の2.4倍に増え、県内の朝市で最大となった。"), {
    kinds: ["comparison"],
    verdict: verdictOf(2, "unsupported", "県内の朝市を同じ方法で数えた統計がなく、最大とは言えない。"),
    evidence: [
      evidenceOf(2, 1, {
        source: { title: "県観光入込客統計", publisher: "県観光課", author: "観光政策班", issued: "2026", type: "dataset" },
      }),
    ],
  }),
  claimOf(3, at("b04", "前年の2.4倍"), {
    kinds: ["number"],
    verdict: verdictOf(3, "true", "前年は5千人で、1万2千人はその2.4倍に当たる。"),
    evidence: [
      evidenceOf(3, 1, {
        stance: "supports",
        primary: true,
        source: { title: "令和7年度 朝市実績報告", url: "https://www.town.shiomi.example.jp/2025", publisher: "潮見町" },
      }),
    ],
  }),
  claimOf(4, at("b05", "2019年の8千人を超え、震災後では初めて"), {
    claimant: "𠮷岡 町長",
    saidOn: "2026-10",
    verdict: verdictOf(4, "mostly_true", "2019年は7,800人で、超えたのは確かである。"),
  }),
  claimOf(5, at("b05", "震災後では初めて1万人に達した"), {
    claimant: "𠮷岡 町長",
    workState: "checking",
    verdict: verdictOf(5, null, "2014年の記録を照会している。"),
  }),
  claimOf(6, at("b08", "“no other fishing town in Japan sells more squid per stall.”"), {
    statement: "No other fishing town in Japan sells more squid per stall than Shiomi.",
    claimant: "Mayor Yoshioka",
    saidOn: "2026-10-12",
    kinds: ["comparison", "quote"],
    verdict: verdictOf(
      6,
      "misleading",
      "The figure counts stalls of one day only; two towns sell more over a year.",
      rationale(paragraph(words("“Per stall” is measured on a single Sunday. "), words("Read with care.", "italic"))),
    ),
  }),
  claimOf(7, at("b11", "町の負担は*ゼロ*"), {
    kinds: ["number"],
    verdict: verdictOf(7, "false", "町の一般会計から450万円が支出されている。"),
    evidence: [
      evidenceOf(7, 1, {
        stance: "refutes",
        primary: true,
        quote: "朝市運営費補助 4,500千円",
        locator: "款6 項1",
        source: { title: "令和8年度 当初予算書", publisher: "潮見町", type: "report" },
      }),
    ],
  }),
  claimOf(8, unplacedAnchor("10年で4割減った"), { workState: "to_check" }),
];

/** The report every format is shown with: Japanese, English, emoji, surrogate pairs, nested and overlapping claims. */
export const sampleReport: Report = {
  formatVersion: 1,
  generatedAt: "2026-11-23T00:30:00.000Z",
  baseUrl: "https://desk.example.jp/検証",
  desk: "潮見新聞 検証班",
  scope: "draft",
  article: {
    id: sampleArticleId,
    title: sampleBlocks[0]?.text ?? "",
    language: "ja",
    byline: "𠮷田 海",
    publisher: "潮見新聞",
    url: "https://news.example.jp/記事/朝市?id=1&v=2",
    publishedAt: "2026-10-13",
    scale: { id: sampleScale.id, version: sampleScale.version },
    createdBy: sampleMember,
    createdAt: "2026-10-13T09:00:00.000Z",
    updatedAt: "2026-10-14T03:00:00.000Z",
  },
  revision: {
    id: sampleRevisionId,
    number: 1,
    sha256: "bc2ddc00c15ec18c97679205986cfa362279cafd517a9a53c9e5f99eff4e1d0d",
    text: textOf(sampleBlocks),
    blocks: sampleBlocks,
  },
  dismissals: [{ blockId: "b06", reason: "opinion", by: sampleMember, at: "2026-10-14T03:00:00.000Z" }],
  progress: { claims: 8, settled: 6 },
  coverage: { bullets: 5, claimed: 4, dismissed: 1 },
  claims,
  scales: [sampleScale],
};

/** The same findings with only what is settled, numbered anew as the server does. */
export const settledSampleReport: Report = {
  ...sampleReport,
  scope: "settled",
  claims: claims
    .filter(({ workState }) => workState === "settled")
    .map((claim, index) => ({ ...claim, number: index + 1 })),
};
