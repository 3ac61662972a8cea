/** What a page's JSON-LD says of its article; null where it does not say. */
export interface LinkedData {
  title: string | null;
  byline: string | null;
  publisher: string | null;
  url: string | null;
  publishedAt: string | null;
  language: string | null;
}

/**
 * The first article (schema.org `NewsArticle`, `Article`, `BlogPosting`, …) in a `application/ld+json` script, alone, in
 * a list or in a `@graph`; null without one, or where the script is not JSON.
 */
export function articleOfJsonLd(script: string): LinkedData | null {
  const things = [parsed(script)].flat().map(asRecord);
  const article = things
    .flatMap((thing) => [thing, ...[thing?.["@graph"]].flat().map(asRecord)])
    .find((record) => namesOfType(record).some((type) => /(?:Article|Posting|Report)$/.test(type)));
  if (!article) return null;
  return {
    title: asText(article.headline) ?? asText(article.name),
    byline: namesIn(article.author),
    publisher: namesIn(article.publisher),
    url:
      asText(article.url) ??
      asText(asRecord(article.mainEntityOfPage)?.["@id"]) ??
      asText(article.mainEntityOfPage),
    publishedAt: asText(article.datePublished),
    language: asText(article.inLanguage),
  };
}

function parsed(script: string): unknown {
  try {
    return JSON.parse(script);
  } catch {
    return null;
  }
}

function asRecord(value: unknown): Record<string, unknown> | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : null;
}

function asText(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

function namesOfType(record: Record<string, unknown> | null): string[] {
  return [record?.["@type"]].flat().filter((type) => typeof type === "string");
}

/** Names of one or several persons or organisations, given as text or as objects. */
function namesIn(value: unknown): string | null {
  const names = [value].flat().map((one) => asText(one) ?? asText(asRecord(one)?.name));
  return names.filter((name) => name !== null).join(", ") || null;
}
