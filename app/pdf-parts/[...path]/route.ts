import { pdfPart } from "#server/pdf-part.ts";

/** What the PDF library reads while a browser draws pages: the same for everybody. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ path: string[] }> },
): Promise<Response> {
  const { path } = await params;
  return await pdfPart(path.join("/"));
}
