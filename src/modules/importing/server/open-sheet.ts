import type { Result } from "../../../engine/refusal.ts";
import { openCsv } from "./read-csv.ts";
import { openXlsx } from "./read-xlsx.ts";
import { LIMITS, refuseFile, type Sheet, type Upload } from "./sheet.ts";

async function firstBytes(upload: Upload): Promise<Buffer> {
  const stream = await upload.open();
  for await (const chunk of stream) {
    stream.destroy();
    return Buffer.from(chunk).subarray(0, 8);
  }
  return Buffer.alloc(0);
}

/** Opens an uploaded table. What it is, its bytes say, not its name. */
export async function openSheet(upload: Upload, sheet?: string): Promise<Result<Sheet>> {
  if (upload.size === 0) return refuseFile("empty_file");
  if (upload.size > LIMITS.bytes) return refuseFile("file_too_large", { limit: LIMITS.bytes / 1024 / 1024 });
  const head = await firstBytes(upload);
  if (head.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]))) return openXlsx(upload, sheet);
  if (head.equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))) return refuseFile("old_excel");
  return openCsv(upload);
}
