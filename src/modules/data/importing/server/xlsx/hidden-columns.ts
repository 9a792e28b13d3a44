import { unpackEntry, type ZipEntry } from "../check-zip.ts";
import { LIMITS } from "../sheet.ts";
import { attribute, tagsOf } from "./xml.ts";

const MOST_HEAD = 1024 * 1024;

/** The columns that a sheet hides, from 0: they are listed before its rows. */
export async function readHiddenColumns(zip: Buffer, entry: ZipEntry): Promise<readonly number[]> {
  let head = "";
  const decoder = new TextDecoder();
  for await (const chunk of unpackEntry(zip, entry, { bytes: entry.size, run: LIMITS.row })) {
    head += decoder.decode(chunk, { stream: true });
    if (head.includes("sheetData") || head.length > MOST_HEAD) break;
  }
  const listed = head.slice(0, Math.max(0, head.indexOf("sheetData")));
  return tagsOf(listed, "col").flatMap((tag) => {
    const [from, to] = [
      Number(attribute(tag, "min")),
      Math.min(Number(attribute(tag, "max")), LIMITS.columns),
    ];
    const isHidden = /^(?:1|true)$/.test(attribute(tag, "hidden") ?? "");
    return isHidden && from >= 1 && to >= from
      ? Array.from({ length: to - from + 1 }, (_, at) => from + at - 1)
      : [];
  });
}
