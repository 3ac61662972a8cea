import type { ArticleFields } from "#domain/article.ts";
import {
  articleFieldsOf,
  type DetailField,
  type DetailValues,
  detailValuesOf,
  isDetailField,
} from "./detail-values.ts";
import type { ShownDetails } from "./shown-details.ts";

/** What a person is changing about an article and has not saved. */
export interface DetailsDraft {
  /** The version of the article that the changes were made over. */
  version: number;
  /** Only what was changed, as typed: all else follows the article. */
  typed: Partial<DetailValues>;
  /** Fields that somebody else changed meanwhile, of which the person has to choose one text. */
  undecided: DetailField[];
}

export const emptyDraft = (version: number): DetailsDraft => ({ version, typed: {}, undecided: [] });

/** What the form shows: what was typed, over what is said about the article. */
export const draftValues = (draft: DetailsDraft, shown: ShownDetails): DetailValues => ({
  ...detailValuesOf(shown),
  ...draft.typed,
});

export function withTyped(
  draft: DetailsDraft,
  field: DetailField,
  value: string,
  shown: ShownDetails,
): DetailsDraft {
  const isUntouched = Object.keys(draft.typed).length === 0;
  const typed = { ...draft.typed, [field]: value };
  return { ...draft, typed, version: isUntouched ? shown.version : draft.version };
}

/** What saving would change, in the forms the API keeps. A field that was typed back to what it is changes nothing. */
export function changesOf(draft: DetailsDraft, shown: ShownDetails): Partial<ArticleFields> {
  const before = articleFieldsOf(detailValuesOf(shown));
  const after = articleFieldsOf(draftValues(draft, shown));
  const changed = Object.keys(draft.typed)
    .filter(isDetailField)
    .filter((field) => before[field] !== after[field]);
  return Object.fromEntries(changed.map((field) => [field, after[field]]));
}

/** The fields that wait for a decision: not those where both now say the same. */
export function undecidedIn(draft: DetailsDraft, shown: ShownDetails): DetailField[] {
  const changes = changesOf(draft, shown);
  return draft.undecided.filter((field) => field in changes);
}

/** After the server refused `fields`, because the article is at `version` and says something else there. */
export const withConflict = (
  draft: DetailsDraft,
  version: number,
  fields: readonly string[],
): DetailsDraft => ({ ...draft, version, undecided: fields.filter(isDetailField) });

export function withDecision(
  { typed, undecided, version }: DetailsDraft,
  field: DetailField,
  choice: "mine" | "theirs",
): DetailsDraft {
  const { [field]: _, ...others } = typed;
  return {
    version,
    typed: choice === "mine" ? typed : others,
    undecided: undecided.filter((one) => one !== field),
  };
}
