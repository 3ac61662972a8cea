import { REPORT_FORMAT_VERSION, type Report, reportSchema } from "#domain/report.ts";

/** One thing wrong with a file, with the path a person can find it by (`claims.3.anchor.start`). */
export interface ReadIssue {
  path: string;
  message: string;
}

export type ReadReport = { ok: true; report: Report } | { ok: false; issues: ReadIssue[] };

const MAX_ISSUES = 20;

/**
 * A report from the text of its JSON export; a byte order mark is accepted.
 * A file of a later format version is refused by name, not half understood. At most 20 issues are told.
 */
export function readReportJson(text: string): ReadReport {
  const value = parsed(text.replace(/^\ufeff/, ""));
  if (value instanceof SyntaxError) return refused("", `This is not JSON: ${value.message}`);
  const version =
    typeof value === "object" && value !== null && "formatVersion" in value && value.formatVersion;
  if (version !== REPORT_FORMAT_VERSION) {
    return refused("formatVersion", `Expected ${REPORT_FORMAT_VERSION}, found ${JSON.stringify(version)}`);
  }
  const result = reportSchema.safeParse(value);
  if (result.success) return { ok: true, report: result.data };
  const issues = result.error.issues.slice(0, MAX_ISSUES);
  return { ok: false, issues: issues.map(({ path, message }) => ({ path: path.join("."), message })) };
}

const refused = (path: string, message: string): ReadReport => ({ ok: false, issues: [{ path, message }] });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return error;
    throw error;
  }
}
