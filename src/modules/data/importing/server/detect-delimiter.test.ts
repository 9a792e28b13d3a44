import { expect, test } from "vitest";
import { detectDelimiter, separatorLine } from "./detect-delimiter.ts";

test.each([
  ["commas", "a,b,c\n1,2,3\n", ","],
  ["semicolons with a comma before decimals", "name;amount\nA;1,5\nB;2,5\n", ";"],
  ["tabs", "a\tb\n1\t2\n", "\t"],
  ["strokes", "a|b|c\n1|2|3\n", "|"],
  ["commas within quotes do not count", '"a, b, c";d\n"1, 2, 3";4\n', ";"],
  ["a quote within quotes does not end them", '"a"";;;""b",c\n"1;;;",2\n', ","],
  ["a note above the table does not decide", "Report; as of; today; all\na,b\n1,2\n3,4\n5,6\n", ","],
  ["one column only", "name\nAlpha\n", ","],
  ["nothing", "", ","],
  ["line ends of old programs", "a;b\r1;2\r3;4\r", ";"],
])("%s", (_, head, delimiter) => expect(detectDelimiter(head)).toBe(delimiter));

test("the number of columns that most lines agree on counts more than a line with many signs", () =>
  expect(detectDelimiter("a,b\n1,2\n3;4;5;6;7;8,9\n1,2\n")).toBe(","));

test.each([
  ["sep=;\na;b", ";"],
  ["\ufeffsep=,\r\na,b", ","],
  ['"sep=\t"\na\tb', "\t"],
  ["SEP=|\r", "|"],
  ["sep=;", ";"],
  ["sep=ab\n", null],
  ["separator;b\n", null],
  ["a;b\nsep=;\n", null],
])("the first line of %j names %j", (head, named) => expect(separatorLine(head)).toBe(named));
