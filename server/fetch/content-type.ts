/** A `Content-Type` header read: the essence in small letters, and the charset it names. Empty and null where absent. */
export interface ContentType {
  mediaType: string;
  charset: string | null;
}

/** RFC 9110, section 8.3.1; parameters other than `charset` are of no interest here. */
export function contentTypeOf(header: string | undefined): ContentType {
  const [essence = "", ...parameters] = (header ?? "").split(";");
  const charset = parameters
    .map((parameter) => /^\s*charset\s*=\s*["']?([^"'\s]+)/i.exec(parameter)?.[1])
    .find((found) => found);
  return { mediaType: essence.trim().toLowerCase(), charset: charset?.toLowerCase() ?? null };
}
