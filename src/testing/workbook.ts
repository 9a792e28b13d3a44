import { crc32, deflateRawSync } from "node:zlib";

/** One sheet: its rows as cells in XML, and what stands behind them. */
export interface TestSheet {
  readonly name: string;
  readonly state?: "hidden";
  /** Each row's cells; a cell is a text, a number, or XML. */
  readonly rows: readonly (readonly (string | number | { readonly xml: string } | null)[])[];
  /** By row, from 0. */
  readonly hidden?: readonly number[];
  readonly merged?: readonly string[];
  /** By column, from 0. */
  readonly hiddenColumns?: readonly number[];
}
export interface TestWorkbook {
  readonly sheets: readonly TestSheet[];
  /** Number formats; the style of a cell is the place of its format here, from 1. */
  readonly formats?: readonly string[];
  readonly is1904?: boolean;
}

/** A cell with a number under a format of the workbook. */
export const styled = (value: number | string, style: number): { readonly xml: string } => ({
  xml: `s="${style}"><v>${value}</v>`,
});

const escape = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
const nameOf = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : nameOf(Math.floor(column / 26) - 1) + nameOf(column % 26);

function sheetXml({ rows, hidden = [], merged = [], hiddenColumns = [] }: TestSheet): string {
  const body = rows.map((cells, row) => {
    const xml = cells.map((cell, column) => {
      const ref = `r="${nameOf(column)}${row + 1}"`;
      if (cell === null || cell === "") return "";
      if (typeof cell === "number") return `<c ${ref}><v>${cell}</v></c>`;
      if (typeof cell === "string")
        return `<c ${ref} t="inlineStr"><is><t xml:space="preserve">${escape(cell)}</t></is></c>`;
      return `<c ${ref} ${cell.xml}</c>`;
    });
    return cells.length === 0
      ? ""
      : `<row r="${row + 1}"${hidden.includes(row) ? ' hidden="1"' : ""}>${xml.join("")}</row>`;
  });
  const merges =
    merged.length > 0
      ? `<mergeCells>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`
      : "";
  const columns = hiddenColumns.map((at) => `<col min="${at + 1}" max="${at + 1}" width="0" hidden="1"/>`);
  const cols = columns.length > 0 ? `<cols>${columns.join("")}</cols>` : "";
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${cols}<sheetData>${body.join("")}</sheetData>${merges}</worksheet>`;
}

const TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/** A workbook of the smallest parts that one needs. */
export function testWorkbook({ sheets, formats = [], is1904 = false }: TestWorkbook): Buffer {
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${TYPES}/${type}" Target="${target}"/>`;
  return testZip({
    "_rels/.rels": `<Relationships>${relation("r0", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `<workbook xmlns:r="x"><workbookPr${is1904 ? ' date1904="1"' : ""}/><sheets>${sheets
      .map(
        ({ name, state }, at) =>
          `<sheet name="${escape(name)}" sheetId="${at + 1}"${state ? ` state="${state}"` : ""} r:id="s${at}"/>`,
      )
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${sheets.map((_, at) => relation(`s${at}`, "worksheet", `worksheets/sheet${at + 1}.xml`)).join("")}${relation("st", "styles", "styles.xml")}</Relationships>`,
    "xl/styles.xml": `<styleSheet><numFmts>${formats
      .map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${escape(code)}"/>`)
      .join(
        "",
      )}</numFmts><cellXfs><xf numFmtId="0"/>${formats.map((_, at) => `<xf numFmtId="${164 + at}"/>`).join("")}</cellXfs></styleSheet>`,
    ...Object.fromEntries(sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet)])),
  });
}

/** A zip of these files. */
export function testZip(files: Readonly<Record<string, string | Buffer>>): Buffer {
  const [locals, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const content = Buffer.from(text);
    const packed = deflateRawSync(content);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(content), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(content.length, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(offset, 10);
    locals.push(Buffer.from("504b0304", "hex"), head, Buffer.from(name), packed);
    directory.push(Buffer.from("504b01021400", "hex"), head, entry, Buffer.from(name));
    offset += 30 + Buffer.byteLength(name) + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(
    directory.reduce((sum, part) => sum + part.length, 0),
    12,
  );
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}
