import { useTranslations } from "next-intl";
import { RATING_COLOUR_VALUE } from "#components/theme/rating-colour.ts";
import type { Block } from "#domain/block.ts";
import type { Report, ReportClaim } from "#domain/report.ts";
import { type Segment, segmentsOf } from "#domain/report-segments.ts";
import classes from "./report.module.css";

/** The article's text with every claim in its place; numbers lead to the claims and back. */
export function ReportText({ report }: { report: Report }) {
  const { revision, claims, article } = report;
  const byNumber = new Map(claims.map((claim) => [claim.number, claim]));
  return (
    <div className={classes.text} lang={article.language}>
      {revision.blocks.map((block) => (
        <BlockElement key={block.id} block={block}>
          {segmentsOf(block, claims).map((segment, index) => (
            // Segments have no identity but their place, and the text never changes under them.
            // biome-ignore lint/suspicious/noArrayIndexKey: as above.
            <Run key={index} segment={segment} claims={byNumber} />
          ))}
        </BlockElement>
      ))}
    </div>
  );
}

/** The article's own title stands under the section's heading, so its levels begin one lower than there. */
const HEADINGS = ["h3", "h4", "h5", "h6", "h6", "h6"] as const;

function BlockElement({ block, children }: { block: Block; children: React.ReactNode }) {
  if (block.kind === "paragraph") return <p dir="auto">{children}</p>;
  if (block.kind === "quotation") return <blockquote dir="auto">{children}</blockquote>;
  if (block.kind === "bullet") {
    return (
      <div className={classes.bullet} data-level={block.level ?? 1} dir="auto">
        {children}
      </div>
    );
  }
  const Heading = HEADINGS[(block.level ?? 2) - 1] ?? "h4";
  return <Heading dir="auto">{children}</Heading>;
}

function Run({ segment, claims }: { segment: Segment; claims: ReadonlyMap<number, ReportClaim> }) {
  const t = useTranslations("report");
  const over = segment.claims.flatMap((number) => claims.get(number) ?? []);
  if (over.length === 0) return segment.text;
  // The innermost claim gives the colour.
  const innermost = over.reduce((a, b) => (lengthOf(b) < lengthOf(a) ? b : a));
  const colour = innermost.verdict?.ratingDetail?.colour;
  return (
    <>
      <span
        className={classes.claimed}
        data-many={over.length > 1 || undefined}
        data-open={colour ? undefined : true}
        style={colour && { textDecorationColor: RATING_COLOUR_VALUE[colour] }}
      >
        {segment.text}
      </span>
      {segment.ends.map((number) => (
        <sup key={number} id={`text-${number}`} className={classes.number}>
          <a href={`#claim-${number}`} aria-label={t("claim.title", { number })}>
            {number}
          </a>
        </sup>
      ))}
    </>
  );
}

const lengthOf = ({ anchor }: ReportClaim) => anchor.exact.length;
