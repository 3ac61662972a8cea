import { fileNameOf, NO_TYPES } from "#server/import/captured-article.ts";

/** What an article comes as: the media types of our importers, and what they are called besides. */
const ARTICLE_TYPES = new Set([
  "text/html",
  "application/xhtml+xml",
  "text/plain",
  "text/markdown",
  "text/x-markdown",
  "application/pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
]);

const ARTICLE_FILES = /\.(?:html?|xhtml|txt|text|md|markdown|pdf|docx)$/i;

/** Whether something of `mediaType` at `url` can be an article; where the server doesn't know, its name tells. */
export const isArticleType = (mediaType: string, url: URL): boolean =>
  ARTICLE_TYPES.has(mediaType) || (NO_TYPES.has(mediaType) && ARTICLE_FILES.test(fileNameOf(url.href)));
