import type { Block } from "#domain/block.ts";
import type { Report, ReportClaim } from "#domain/report.ts";
import { RATING_COLOURS } from "#domain/scale.ts";
import { sampleReport } from "./report.ts";
import { blocksOf, textOf } from "./report-article.ts";
import { anchorOf, claimOf, evidenceOf, sampleId, verdictOf } from "./report-claims.ts";
import { cited, paragraph, rationale, words } from "./report-rationale.ts";

const PLACES = ["港前", "城山", "浜通り", "𠮷野", "葛󠄀西", "上町", "川口", "松原"];
const THINGS = ["来場者", "水揚げ", "予算", "出店数", "補助金", "人口", "観光客", "売上"];

const pick = (list: readonly string[], index: number) => list[index % list.length] ?? "";

/**
 * A report of `count` claims with a source each, about 50 pages of A4 for 200, for measuring. `round` changes the
 * words of every claim, so that what was laid out for one round is of no use to the next.
 */
export function largeReport(count: number, round = 0): Report {
  const lines = Array.from({ length: count }, (_, index) => line(index, round));
  const blocks = blocksOf([["t", "heading", 1, `大きな報告 第${round}回`], ...lines.flat()]);
  return {
    ...sampleReport,
    scope: "settled",
    article: { ...sampleReport.article, title: `大きな報告 第${round}回` },
    revision: { ...sampleReport.revision, text: textOf(blocks), blocks },
    dismissals: [],
    progress: { claims: count, settled: count },
    coverage: { bullets: count, claimed: count, dismissed: 0 },
    claims: Array.from({ length: count }, (_, index) => claim(blocks, index, round)),
  };
}

type Line = [string, Block["kind"], number | null, string];

function line(index: number, round: number): Line[] {
  const bullet: Line = [`b${index}`, "bullet", 1, sentence(index, round)];
  if (index % 10 !== 0) return [bullet];
  return [
    [`h${index}`, "heading", 2, `${index / 10 + 1}. ${pick(PLACES, index / 10)}の${pick(THINGS, index / 10)}`],
    ["p".concat(String(index)), "paragraph", null, `${sentence(index + 3, round)}町は詳しい内訳を公表していない。`],
    bullet,
  ];
}

const sentence = (index: number, round: number) =>
  `${pick(PLACES, index)}地区の${pick(THINGS, index * 3)}は${2000 + ((index + round) % 26)}年に${(index * 37 + round * 11) % 900}件となり、前年の${(index % 9) + 1}.${round % 10}倍に増えて過去最多を更新した。`;

function claim(blocks: readonly Block[], index: number, round: number): ReportClaim {
  const number = index + 1;
  const summary = `${pick(PLACES, index + 1)}の統計では${(index * 37 + round * 11) % 900}件で、記事の数字と一致する部分としない部分がある。`;
  const reasons = rationale(
    paragraph(
      words(`第${round}回の照合。${sentence(index + 1, round)}`),
      words("一次資料で確かめた", "bold"),
      cited(sampleId("e", number * 100 + 1)),
      words("。"),
    ),
  );
  const colour = RATING_COLOURS[index % RATING_COLOURS.length] ?? "true";
  return claimOf(number, anchorOf(blocks, `b${index}`, sentence(index, round)), {
    claimant: `${pick(PLACES, index)}町`,
    saidOn: "2026-10-12",
    kinds: ["number"],
    verdict: verdictOf(number, colour, summary, reasons),
    evidence: [1].map((place) =>
      evidenceOf(number, place, {
        stance: place === 1 ? "supports" : "refutes",
        primary: place === 1,
        quote: sentence(index + place, round),
        locator: `p. ${index + place}`,
        source: {
          title: `${pick(PLACES, index + place)}町統計書 ${2000 + (index % 26)}年版`,
          url: `https://stat.example.jp/${index}/${place}?r=${round}`,
          publisher: "潮見町",
          issued: "2026-04",
        },
      }),
    ),
  });
}
