import type { Result } from "../../../../engine/public.ts";
import type { ReadingOptions } from "../shared/reading.contract.ts";
import { openCsv } from "./read-csv.ts";
import { type KnownTitles, openXlsx } from "./read-xlsx.ts";
import { LIMITS, orRefused, refuseFile, type Sheet, type Upload } from "./sheet.ts";

async function firstBytes(upload: Upload): Promise<Buffer> {
  const stream = await upload.open();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(Buffer.from(chunk));
    size += chunk.length;
    if (size >= 65_536) break;
  }
  stream.destroy();
  return Buffer.concat(chunks);
}
const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
/** The container of old Office files and of encrypted new ones. */
const CONTAINER = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
/** PDF, PNG, JPEG, GIF, gzip, 7-Zip, RAR: some begin like text. */
const PICTURES_AND_ARCHIVES = [
  "255044462d",
  "89504e47",
  "ffd8ff",
  "47494638",
  "1f8b",
  "377abcaf",
  "526172211a",
].map((hex) => Buffer.from(hex, "hex"));
const ENCRYPTED = Buffer.from("EncryptedPackage", "utf16le");

/** The whole of a container, in which the names of its streams stand anywhere. */
async function isEncrypted(upload: Upload): Promise<boolean> {
  let edge = Buffer.alloc(0);
  for await (const chunk of await upload.open()) {
    const seen = Buffer.concat([edge, chunk]);
    if (seen.includes(ENCRYPTED)) return true;
    edge = Buffer.from(seen.subarray(-ENCRYPTED.length));
  }
  return false;
}

/**
 * Opens an uploaded table. What it is, its bytes say, not its name. `known` tells the titles of the fields
 * that the file may fill, which tells the row of titles from what stands above it.
 */
export const openSheet = (
  upload: Upload,
  options: ReadingOptions = {},
  known: KnownTitles = { isTitle: () => false },
): Promise<Result<Sheet>> =>
  orRefused(async () => {
    if (upload.size === 0) return refuseFile("empty_file");
    if (upload.size > LIMITS.bytes)
      return refuseFile("file_too_large", { limit: LIMITS.bytes / 1024 / 1024 });
    const head = await firstBytes(upload);
    if (head.subarray(0, 4).equals(ZIP)) return openXlsx(upload, options, known);
    if (head.subarray(0, 8).equals(CONTAINER))
      return refuseFile((await isEncrypted(upload)) ? "password_protected" : "old_excel");
    if (PICTURES_AND_ARCHIVES.some((start) => head.subarray(0, start.length).equals(start)))
      return refuseFile("not_a_table");
    if (/^\uFEFF?\s*(?:\[\s*[{[]|\{\s*")/.test(head.subarray(0, 200).toString("utf8")))
      return refuseFile("json_file");
    return openCsv(upload, options, known.isTitle);
  });
