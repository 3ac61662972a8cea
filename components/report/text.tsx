import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { reactLink } from "#components/article/article-inline.tsx";
import { ArticlePicture } from "#components/article/article-picture.tsx";
import { RATING_COLOUR_VALUE } from "#components/theme/rating-colour.ts";
import { type Block, bulletSign } from "#domain/block.ts";
import { type BlockRun, blockRuns } from "#domain/block-runs.ts";
import { isSetRaised } from "#domain/raised-text.ts";
import type { Report, ReportClaim } from "#domain/report.ts";
import { groupedByRuby, type Segment, segmentsOf } from "#domain/report-segments.ts";
import { footnoteAddress, footnoteId } from "#editor/article-link.ts";
import { placesInRows } from "#editor/table-document.ts";
import classes from "./report.module.css";

/** The article's text with every claim in its place; numbers lead to the claims and back. */
export function ReportText({ report }: { report: Report }) {
  const { revision, claims, article } = report;
  const byNumber = new Map(claims.map((claim) => [claim.number, claim]));
  return (
    <div className={classes.text} lang={article.language}>
      {blockRuns(revision.blocks).map((run) => (
        <Part
          key={run[0].id}
          run={run}
          write={(block) => <Words block={block} claims={claims} byNumber={byNumber} />}
        />
      ))}
    </div>
  );
}

type Write = (block: Block) => React.ReactNode;

/** The article's own title stands under the section's heading, so its levels begin one lower than there. */
const HEADINGS = ["h3", "h4", "h5", "h6", "h6", "h6"] as const;

function Part({ run, write }: { run: BlockRun; write: Write }) {
  const [block] = run;
  switch (block.kind) {
    case "paragraph":
      return <p dir="auto">{write(block)}</p>;
    case "quotation":
      return <blockquote dir="auto">{write(block)}</blockquote>;
    case "heading": {
      const Heading = HEADINGS[(block.level ?? 2) - 1] ?? "h4";
      return <Heading dir="auto">{write(block)}</Heading>;
    }
    case "bullet":
      return run.map((bullet) => (
        <div
          key={bullet.id}
          className={classes.bullet}
          data-level={bullet.level ?? 1}
          data-number={bulletSign(bullet.details) ?? undefined}
          dir="auto"
        >
          {write(bullet)}
        </div>
      ));
    case "footnote":
      return (
        <div className={classes.footnotes}>
          {run.map((note) => (
            <p key={note.id} id={noteId(note.details?.label)} data-label={note.details?.label} dir="auto">
              {write(note)}
            </p>
          ))}
        </div>
      );
    case "figure":
      return <ReportFigure block={block}>{write(block)}</ReportFigure>;
    case "cell":
      return <ReportTable cells={run} write={write} />;
  }
}

const noteId = (label: string | undefined) => (label === undefined ? undefined : footnoteId(label));

function ReportFigure({ block, children }: { block: Block; children: React.ReactNode }) {
  const picture = block.details?.picture;
  return (
    <figure>
      {picture && <ArticlePicture picture={picture} words={block.text} />}
      <figcaption dir="auto">{children}</figcaption>
    </figure>
  );
}

function ReportTable({ cells, write }: { cells: BlockRun; write: Write }) {
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <div className="article-table" tabIndex={0}>
      <table>
        <tbody>
          {placesInRows(cells).map((row) => (
            <tr key={row.find((place) => place !== null)?.id}>
              {row.map((place, index) => {
                const block = place === null ? undefined : byId.get(place.id);
                // biome-ignore lint/suspicious/noArrayIndexKey: gaps have no identity but their place, and never move.
                if (!place || !block) return <td key={`gap${index}`} />;
                const Cell = place.isHeader ? "th" : "td";
                return (
                  <Cell key={place.id} colSpan={place.columnSpan} rowSpan={place.rowSpan} dir="auto">
                    {write(block)}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface WordsProps {
  block: Block;
  claims: readonly ReportClaim[];
  byNumber: ReadonlyMap<number, ReportClaim>;
}

/** A block's words; neither they nor their order ever change under the page, so that their place is their identity. */
function Words({ block, claims, byNumber }: WordsProps) {
  return groupedByRuby(segmentsOf(block, claims)).map(({ reading, segments }, index) => {
    const runs = segments.map((segment, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above.
      <Run key={at} segment={segment} claims={byNumber} />
    ));
    return reading === null ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above.
      <Fragment key={index}>{runs}</Fragment>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above.
      <ruby key={index}>
        {runs}
        <rt>{reading}</rt>
      </ruby>
    );
  });
}

/** A run's words, leading where the source says that they lead, with struck words beside them. */
function Led({ segment }: { segment: Segment }) {
  const { link, note, struck } = segment;
  const words = <Setting segment={segment} />;
  return (
    <>
      {struck?.side === "before" ? <s>{struck.words}</s> : null}
      {note !== undefined ? (
        <a
          className={isSetRaised(segment.text) ? undefined : "article-note"}
          role="doc-noteref"
          href={footnoteAddress(note)}
        >
          {words}
        </a>
      ) : link !== undefined ? (
        <a {...reactLink} href={link}>
          {words}
        </a>
      ) : (
        words
      )}
      {struck?.side === "after" ? <s>{struck.words}</s> : null}
    </>
  );
}

function Setting({ segment: { text, isInserted, isUnsure } }: { segment: Segment }) {
  const known = isUnsure ? <mark className="article-unsure">{text}</mark> : text;
  return isInserted ? <ins>{known}</ins> : known;
}

function Run({ segment, claims }: { segment: Segment; claims: ReadonlyMap<number, ReportClaim> }) {
  const t = useTranslations("report");
  const over = segment.claims.flatMap((number) => claims.get(number) ?? []);
  if (over.length === 0) return <Led segment={segment} />;
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
        <Led segment={segment} />
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
