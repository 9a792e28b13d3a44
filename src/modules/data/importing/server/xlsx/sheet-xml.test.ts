import { expect, test } from "vitest";
import { BrokenFile, type RawRow } from "../sheet.ts";
import { filledRows } from "./merged-cells.ts";
import { readFormat } from "./number-format.ts";
import { SheetRows } from "./sheet-xml.ts";
import { attribute, richText, tagsOf, unescapeXml } from "./xml.ts";

const CONTEXT = { strings: ["甲", "乙"], formats: [readFormat("General"), readFormat("0%")], is1904: false };
function rowsOf(inside: string, piece = 1_000_000, prefix = ""): RawRow[] {
  const xml = `<${prefix}worksheet><${prefix}sheetData>${inside}</${prefix}sheetData></${prefix}worksheet>`;
  const rows = new SheetRows(CONTEXT);
  const found: RawRow[] = [];
  for (let at = 0; at < xml.length; at += piece) found.push(...rows.add(xml.slice(at, at + piece)));
  return found;
}

const ROWS = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>x &amp; y</t></is></c></row>
<row r="3" hidden="1"><c r="B3" s="1"><v>0.2</v></c><c r="D3" t="b"><v>1</v></c></row><row r="4"/><row r="5"><c r="A5" t="e"><v>#N/A</v></c></row>`;
const READ: RawRow[] = [
  { line: 1, cells: ["甲", "", "x & y"] },
  { line: 3, cells: ["", "20%", "", "TRUE"], marks: { 1: { number: true } }, hidden: true },
  { line: 5, cells: ["#N/A"] },
];
test("cells stand at their places, with the row as the sheet numbers it; empty rows are none", () =>
  expect(rowsOf(ROWS)).toEqual(READ));
test("wherever a piece ends, the rows are the same", () => {
  for (const piece of [1, 3, 7, 64]) expect(rowsOf(ROWS, piece)).toEqual(READ);
});
test("tags may have a prefix, and cells need not say where they stand", () => {
  const plain = `<x:row><x:c t="str"><x:v>a</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row><x:row><x:c><x:v>3</x:v></x:c></x:row>`;
  expect(rowsOf(plain, 10, "x:").map(({ line, cells }) => [line, ...cells])).toEqual([
    [1, "a", "2"],
    [2, "3"],
  ]);
});
test("a formula without a value is kept with its text, so that it can be told of", () =>
  expect(rowsOf(`<row r="1"><c r="A1"><f>SUM(B1&lt;2)</f></c><c r="B1"><f>1</f><v>7</v></c></row>`)).toEqual([
    { line: 1, cells: ["=SUM(B1<2)", "7"], marks: { 0: { formula: true }, 1: { number: true } } },
  ]));
test("a day that ISO writes is one without its midnight", () =>
  expect(
    rowsOf(
      `<row r="1"><c t="d"><v>2026-03-25T00:00:00</v></c><c t="d"><v>2026-03-25T09:30:00</v></c></row>`,
    )[0]?.cells,
  ).toEqual(["2026-03-25", "2026-03-25 09:30:00"]));
test("a cell beyond the last column of any sheet is no table of ours", () =>
  expect(() => rowsOf(`<row r="1"><c r="ZZZZ1"><v>1</v></c></row>`)).toThrow(BrokenFile));

test("entities and escaped control characters are what they stand for; what is none stays", () => {
  expect(unescapeXml("&lt;a&gt; &#20844;&#x53F8; &quot;&apos; &amp;lt;")).toBe("<a> 公司 \"' &lt;");
  expect(unescapeXml("a_x000A_b &nonsense; &#0;")).toBe("a\nb &nonsense; \ufffd");
});
test("an attribute is found in either quotes, and not within the name of another", () => {
  expect(attribute(' r="A1" t="s"', "t")).toBe("s");
  expect(attribute(" r='A1'\n t='s'", "t")).toBe("s");
  expect(attribute(' first="x"', "t")).toBeUndefined();
  expect(attribute(' xml:name="a" name="b"', "name")).toBe("b");
  expect(tagsOf('<x:col min="1"/><cols><col max="2"/></cols>', "col")).toEqual([' min="1"', ' max="2"']);
});
test("rich text is all its pieces without how it is pronounced", () =>
  expect(
    richText("<is><r><t>東</t></r><r><t xml:space='preserve'> 京</t></r><rPh sb='0'><t>とう</t></rPh></is>"),
  ).toBe("東 京"));

test("a merged cell counts for each row below it, unless that says something itself", async () => {
  const rows = (async function* (): AsyncGenerator<RawRow> {
    yield { line: 2, cells: ["Acme", "1"] };
    yield { line: 3, cells: ["", "2"] };
    yield { line: 4, cells: ["Own", "3"] };
    yield { line: 5, cells: [] };
    yield { line: 6, cells: ["", "5"] };
  })();
  const filled: (readonly string[])[] = [];
  for await (const { cells } of filledRows(rows, [{ column: 0, from: 2, to: 5 }])) filled.push(cells);
  expect(filled).toEqual([["Acme", "1"], ["Acme", "2"], ["Own", "3"], ["Acme"], ["", "5"]]);
});
