import type { Report } from "#domain/report.ts";
import { sampleReport } from "./report.ts";
import { paragraph, rationale, words } from "./report-rationale.ts";

/** Words that try to be something else in one format or another: markup, formula, direction, control. */
export const HOSTILE = [
  "</script><script>alert(1)</script>",
  "\"><img src=x onerror='alert(1)'>",
  "</style></title><h1>x",
  "=HYPERLINK(\"https://x.example\",\"x\")",
  "＝cmd|' /C calc'!A0",
  "\u200b\u2060=1+1",
  "\tTAB",
  "\u202eevil\u2066 \u0000\u0007\ud800",
  "``` # *a* _b_ [c](javascript:alert(1)) <b> &amp; | 1. - +",
  "-->]]><!--",
  "行1\r\n行2",
] as const;

/** The sample report with `text` wherever a person can type. */
export function hostileReport(text: string): Report {
  const claims = sampleReport.claims.map((claim) => ({
    ...claim,
    statement: text,
    claimant: text,
    saidWhere: text,
    verdict: claim.verdict && {
      ...claim.verdict,
      summary: text,
      rationale: rationale(paragraph(words(text, "bold"))),
    },
    evidence: claim.evidence.map((evidence) => ({
      ...evidence,
      quote: text,
      locator: text,
      note: text,
      source: { ...evidence.source, title: text, author: text, publisher: text, url: "javascript:alert(1)" },
    })),
  }));
  const article = { ...sampleReport.article, title: text, byline: text, publisher: text };
  return { ...sampleReport, article, desk: text, claims };
}
