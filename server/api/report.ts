import { authorise } from "#server/authorise.ts";
import { recordReportExport } from "#server/commands/record-report-export.ts";
import { readReport } from "#server/reads/report.ts";
import { renderReport } from "#server/report/render.ts";
import { SANDBOX_POLICY } from "#server/security-headers.ts";
import { contentDisposition } from "./content-disposition.ts";
import { member } from "./implementer.ts";

export const reportRouter = {
  download: member.report.download.handler(async ({ context, input }) => {
    authorise(context.actor, "report.export");
    const { articleId, format, scope, locale = context.locale } = input;
    const report = await readReport(context.actor, articleId, scope);
    const { bytes, mediaType, fileName } = await renderReport(report, format, locale, context.actor.id);
    const record = { articleId, format, scope, fileName, bytes: bytes.length };
    // HEAD only asks how the file would be: nothing leaves.
    if (context.request.method === "GET") await recordReportExport(context.actor, record);
    context.resHeaders?.set("content-disposition", contentDisposition(fileName));
    context.resHeaders?.set("content-security-policy", SANDBOX_POLICY);
    return new File([new Uint8Array(bytes)], fileName, { type: mediaType });
  }),
};
