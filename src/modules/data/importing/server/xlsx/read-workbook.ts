import { unpackWhole, type ZipEntry } from "../check-zip.ts";
import { BrokenFile, LIMITS } from "../sheet.ts";
import { builtInFormat, type NumberFormat, readFormat } from "./number-format.ts";
import { attribute, richText, tagsOf } from "./xml.ts";

/** The packed file and what stands where in it. */
export interface Archive {
  readonly zip: Buffer;
  readonly entries: readonly ZipEntry[];
}
export interface WorkbookSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly entry: ZipEntry;
}
export interface Workbook {
  readonly sheets: readonly WorkbookSheet[];
  readonly is1904: boolean;
  readonly strings: ZipEntry | undefined;
  readonly styles: ZipEntry | undefined;
}

const MAX_PART = 16 * 1024 * 1024;
const MAX_STRINGS = 256 * 1024 * 1024;

const entryAt = ({ entries }: Archive, path: string): ZipEntry | undefined =>
  entries.find(({ name }) => name.toLowerCase() === path.toLowerCase().replace(/^\//, ""));
async function textOf({ zip }: Archive, entry: ZipEntry | undefined, bytes = MAX_PART): Promise<string> {
  if (!entry) return "";
  if (entry.size > bytes) throw new BrokenFile("unpacks_too_large");
  return (await unpackWhole(zip, entry, { bytes: entry.size, run: LIMITS.row })).toString("utf8");
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf("/") + 1);
function resolve(base: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const parts: string[] = [];
  for (const part of `${folderOf(base)}${target}`.split("/"))
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  return parts.join("/");
}
interface Relation {
  readonly id: string;
  readonly kind: string;
  readonly path: string;
}
async function relationsOf(archive: Archive, path: string): Promise<readonly Relation[]> {
  const xml = await textOf(
    archive,
    entryAt(archive, `${folderOf(path)}_rels/${path.slice(folderOf(path).length)}.rels`),
  );
  return tagsOf(xml, "Relationship").map((tag) => ({
    id: attribute(tag, "Id") ?? "",
    kind: (attribute(tag, "Type") ?? "").split("/").at(-1) ?? "",
    path: resolve(path, attribute(tag, "Target") ?? ""),
  }));
}

/** The sheets of a workbook, in their order; null where the archive is no workbook. */
export async function readWorkbook(archive: Archive): Promise<Workbook | null> {
  const [main] = (await relationsOf(archive, "")).filter(({ kind }) => kind === "officeDocument");
  const path = main && entryAt(archive, main.path) ? main.path : "xl/workbook.xml";
  const entry = entryAt(archive, path);
  if (!entry) return null;
  const xml = await textOf(archive, entry);
  const relations = await relationsOf(archive, path);
  const sheets = tagsOf(xml, "sheet").flatMap((tag, at): WorkbookSheet[] => {
    const relation = relations.find(({ id }) => id === (/\s\w+:id=["']([^"']*)/.exec(tag)?.[1] ?? ""));
    // Where nothing says what belongs to what, the usual names do.
    const usual = relations.length === 0 ? `xl/worksheets/sheet${at + 1}.xml` : "";
    const sheet = relation?.kind === "worksheet" ? entryAt(archive, relation.path) : entryAt(archive, usual);
    return sheet
      ? [
          {
            name: attribute(tag, "name") ?? "",
            isHidden: /^(?:hidden|veryHidden)$/.test(attribute(tag, "state") ?? ""),
            entry: sheet,
          },
        ]
      : [];
  });
  const part = (kind: string): ZipEntry | undefined => {
    const found = relations.find((relation) => relation.kind === kind);
    return found ? entryAt(archive, found.path) : entryAt(archive, `xl/${kind}.xml`);
  };
  const is1904 = tagsOf(xml, "workbookPr").some((tag) =>
    /^(?:1|true)$/.test(attribute(tag, "date1904") ?? ""),
  );
  return { sheets, is1904, strings: part("sharedStrings"), styles: part("styles") };
}

/** The texts that cells refer to by number. */
export async function readStrings(archive: Archive, entry: ZipEntry | undefined): Promise<readonly string[]> {
  const xml = await textOf(archive, entry, MAX_STRINGS);
  const strings: string[] = [];
  for (const found of xml.matchAll(/<(?:\w+:)?si(?:\s[^>]*)?(?:\/>|>([^]*?)<\/(?:\w+:)?si>)/g))
    strings.push(richText(found[1] ?? ""));
  return strings;
}

/** The number format of each cell style, by its number. */
export async function readStyles(
  archive: Archive,
  entry: ZipEntry | undefined,
): Promise<readonly NumberFormat[]> {
  const xml = await textOf(archive, entry);
  const own = new Map(
    tagsOf(xml, "numFmt").map((tag) => [
      Number(attribute(tag, "numFmtId")),
      readFormat(attribute(tag, "formatCode") ?? ""),
    ]),
  );
  const cells = /<(?:\w+:)?cellXfs\b[^]*?<\/(?:\w+:)?cellXfs>/.exec(xml)?.[0] ?? "";
  return tagsOf(cells, "xf").map((tag) => {
    const id = Number(attribute(tag, "numFmtId") ?? 0);
    return own.get(id) ?? builtInFormat(id);
  });
}
