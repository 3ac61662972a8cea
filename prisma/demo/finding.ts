import type { ClaimKind, Priority, WorkState } from "#domain/claim.ts";
import type { DismissalReason } from "#domain/dismissal.ts";
import type { Stance } from "#domain/evidence.ts";
import type { SourceType } from "#domain/source.ts";

/** A public source of the demo desk. All of them exist; `accessed` is the day they were last looked at. */
export interface DemoSource {
  title: string;
  url: string;
  publisher: string;
  type: SourceType;
  issued?: string;
  accessed: string;
}

/** A source put to a claim. `source` names one of the article's sources. */
export interface DemoEvidence {
  source: string;
  stance: Stance;
  primary: boolean;
  quote?: string;
  locator?: string;
  note?: string;
}

/** What the demo desk found about one passage. `quote` stands once in the article. */
export interface DemoFinding {
  quote: string;
  statement: string;
  claimant?: string;
  kinds: ClaimKind[];
  priority?: Priority;
  workState: WorkState;
  assignee?: "editor" | "reviewer";
  verdict?: { rating: string; summary: string; rationale: string };
  evidence?: DemoEvidence[];
}

/** One article of the demo desk with the work done on it so far. `[@key]` in a rationale cites evidence on that source. */
export interface DemoArticle {
  content: string;
  language: string;
  byline: string;
  publisher: string;
  publishedAt: string;
  scale: string;
  sources: Record<string, DemoSource>;
  findings: DemoFinding[];
  dismissals: { bullet: string; reason: DismissalReason }[];
}
