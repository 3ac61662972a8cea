import { z } from "zod";
import { idSchema } from "./id.ts";
import { nameText } from "./name-text.ts";
import { givenDateSchema } from "./partial-date.ts";

/** The CSL-JSON types a desk meets (citationstyles.org, CSL 1.0.2 appendix III), as they stand in `type`. */
export const SOURCE_TYPES = [
  "webpage",
  "article-newspaper",
  "article-magazine",
  "article-journal",
  "report",
  "legislation",
  "dataset",
  "book",
  "broadcast",
  "interview",
  "speech",
  "post",
  "document",
] as const;
export const sourceTypeSchema = z.enum(SOURCE_TYPES);
export type SourceType = z.infer<typeof sourceTypeSchema>;

/** Only addresses a reader can open. */
export const webAddressSchema = z
  .string()
  .trim()
  .max(2000)
  .pipe(z.url({ protocol: /^https?$/ }));

/** What a person types to make a source. `author` is one line, as printed. */
export const sourceDraftSchema = z.object({
  title: nameText({ min: 1, max: 500 }),
  url: webAddressSchema.nullish(),
  publisher: nameText({ max: 200 }).nullish(),
  author: nameText({ max: 200 }).nullish(),
  issued: givenDateSchema.nullish(),
  accessed: givenDateSchema.nullish(),
  type: sourceTypeSchema.optional(),
});
export type SourceDraft = z.infer<typeof sourceDraftSchema>;

/** A document, page, dataset or person that can speak to a claim. */
export const sourceSchema = z.object({
  id: idSchema,
  type: sourceTypeSchema,
  title: z.string(),
  url: z.string().nullable(),
  publisher: z.string().nullable(),
  author: z.string().nullable(),
  issued: z.string().nullable(),
  accessed: z.string().nullable(),
  /** In how many claims it is used as evidence. */
  uses: z.number().int().min(0),
  version: z.number().int().min(1),
});
export type Source = z.infer<typeof sourceSchema>;
