import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import type { FileStore } from "../../../../platform/storage/file-store.ts";

export type DemoFile = "proposal" | "quotation" | "contract";
const TITLES: Readonly<Record<DemoFile, string>> = {
  proposal: "Technical proposal",
  quotation: "Quotation",
  contract: "Sales contract",
};

/** One page with two lines, as small as a PDF can be. */
function pdf(title: string): Buffer {
  const text = `BT /F1 22 Tf 72 760 Td (${title}) Tj /F1 11 Tf 0 -32 Td (Sample document of the demo company, Lanshi Instruments) Tj ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let body = "%PDF-1.4\n";
  const places = objects.map((object, index) => {
    const at = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = places.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(body + end, "latin1");
}
const CONTENTS: Readonly<Record<DemoFile, Buffer>> = {
  proposal: pdf(TITLES.proposal),
  quotation: pdf(TITLES.quotation),
  contract: pdf(TITLES.contract),
};
const factsOf = (content: Buffer) => ({
  hash: createHash("sha256").update(content).digest("hex"),
  size: content.length,
  mime: "application/pdf",
});

/** What a file record says of its content. */
export const DEMO_FILES: Readonly<
  Record<DemoFile, { readonly hash: string; readonly size: number; readonly mime: string }>
> = {
  proposal: factsOf(CONTENTS.proposal),
  quotation: factsOf(CONTENTS.quotation),
  contract: factsOf(CONTENTS.contract),
};

/** All documents of a kind share one content, so the store keeps three files however many deals there are. */
export async function storeDemoFiles(store: Pick<FileStore, "put">): Promise<void> {
  for (const content of Object.values(CONTENTS)) await store.put(Readable.from([content]));
}
