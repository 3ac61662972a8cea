/** A picture as a scanner makes it: JPEG, with its size in pixels. */
export interface Scan {
  jpeg: Uint8Array;
  width: number;
  height: number;
}

const POINTS_AN_INCH = 72;

/** A PDF of pictures of pages without any text, as scanners write them; `dpi`: how many dots of a picture make an inch. */
export function scannedPdf(scans: readonly Scan[], dpi = 200): Uint8Array {
  const encoder = new TextEncoder();
  const chunks: Uint8Array[] = [];
  const offsets: number[] = [];
  let length = 0;
  const put = (part: string | Uint8Array) => {
    const bytes = typeof part === "string" ? encoder.encode(part) : part;
    chunks.push(bytes);
    length += bytes.length;
  };
  const object = (number: number, ...parts: (string | Uint8Array)[]) => {
    offsets[number] = length;
    put(`${number} 0 obj\n`);
    for (const part of parts) put(part);
    put("\nendobj\n");
  };
  put("%PDF-1.4\n");
  object(1, "<< /Type /Catalog /Pages 2 0 R >>");
  const kids = scans.map((_, index) => `${3 + index * 3} 0 R`).join(" ");
  object(2, `<< /Type /Pages /Kids [${kids}] /Count ${scans.length} >>`);
  for (const [index, { jpeg, width, height }] of scans.entries()) {
    const page = 3 + index * 3;
    const size = [width, height].map((pixels) => (pixels * POINTS_AN_INCH) / dpi);
    const draw = `q ${size[0]} 0 0 ${size[1]} 0 0 cm /Scan Do Q`;
    object(
      page,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${size.join(" ")}] /Contents ${page + 1} 0 R /Resources << /XObject << /Scan ${page + 2} 0 R >> >> >>`,
    );
    object(page + 1, `<< /Length ${draw.length} >>\nstream\n${draw}\nendstream`);
    object(
      page + 2,
      `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`,
      jpeg,
      "\nendstream",
    );
  }
  const start = length;
  const entries = offsets.slice(1).map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`);
  put(`xref\n0 ${entries.length + 1}\n0000000000 65535 f \n${entries.join("")}`);
  put(`trailer\n<< /Size ${entries.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`);
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
