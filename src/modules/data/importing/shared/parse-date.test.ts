import { expect, test } from "vitest";
import { parseDate, parseDateIn, parseDatetime } from "./parse-date.ts";

test.each([
  ["2024年3月5号", "2024-03-05"],
  ["二〇二四年十二月三十一日", "2024-12-31"],
  ["二零二四年十月十日", "2024-10-10"],
  ["二○二四年一月二十日", "2024-01-20"],
  ["民国113年10月10日", "2024-10-10"],
  ["民國 99年1月2日", "2010-01-02"],
  ["民国113/10/10", "2024-10-10"],
  ["中华民国一百年", null],
  ["98年3月5日", "1998-03-05"],
  ["69年3月5日", "2069-03-05"],
  ["2024年2月30日", null],
  ["2024/3/5 周二", "2024-03-05"],
  ["2024-03-05（星期二）", "2024-03-05"],
  ["2024年3月5日 下午3点", "2024-03-05"],
  ["'2024-03-05", "2024-03-05"],
  ["20240230", null],
  ["20240229", "2024-02-29"],
  ["30000101", null],
])("the day %s", (cell, day) => expect(parseDate(cell)).toBe(day));

test.each([
  ["3. Mai 2024", "2024-05-03"],
  ["3 août 2024", "2024-08-03"],
  ["1er février 2024", "2024-02-01"],
  ["3 de enero de 2024", "2024-01-03"],
  ["dezembro 5, 2024", "2024-12-05"],
  ["Sept. 9, 2024", "2024-09-09"],
  ["2nd Nov 24", "2024-11-02"],
  ["2024 Oct 7", "2024-10-07"],
  ["32 March 2024", null],
  ["5 Foo 2024", null],
  ["March 2024", null],
])("months by name: %s", (cell, day) => expect(parseDate(cell)).toBe(day));

test("five digits are a day of a spreadsheet, four are a year and none", () => {
  expect(parseDate("45356")).toBe("2024-03-05");
  expect(parseDate("45356.75")).toBe("2024-03-05");
  expect(parseDate("2024")).toBeNull();
  expect(parseDate("045356")).toBeNull();
});

test("an order that is known decides, and what does not keep to it is no date", () => {
  expect(parseDate("4/3/2024", "dmy")).toBe("2024-03-04");
  expect(parseDate("4/3/2024", "mdy")).toBe("2024-04-03");
  expect(parseDate("24-03-05", "ymd")).toBe("2024-03-05");
  expect(parseDate("13/3/2024", "mdy")).toBeNull();
  expect(parseDate("4/4/2024")).toBe("2024-04-04");
  expect(parseDate("4/3/2024")).toBe("ambiguous");
  expect(parseDatetime("4/3/2024 10:00", "UTC")).toBe("ambiguous");
});

test("a moment with a zone of its own is the day that the company's calendar shows then", () => {
  expect(parseDateIn("2024-03-05T20:00:00Z", "Asia/Shanghai")).toBe("2024-03-06");
  expect(parseDateIn("2024-03-05T20:00:00+08:00", "Asia/Shanghai")).toBe("2024-03-05");
  expect(parseDateIn("2024-03-05T20:00:00Z", "America/New_York")).toBe("2024-03-05");
  expect(parseDateIn("2024-03-05T02:00:00Z", "America/New_York")).toBe("2024-03-04");
  expect(parseDateIn("2024-13-05T02:00:00Z", "America/New_York")).toBeNull();
  expect(parseDateIn("2024-03-05 23:59", "Asia/Shanghai")).toBe("2024-03-05");
});

test.each([
  ["2024-03-05", "2024-03-04T16:00:00.000000Z"],
  ["2024年3月5日 14时30分15秒", "2024-03-05T06:30:15.000000Z"],
  ["2024/3/5 下午2:30", "2024-03-05T06:30:00.000000Z"],
  ["2024-03-05 2:30 PM", "2024-03-05T06:30:00.000000Z"],
  ["March 5, 2024 2:30 PM", "2024-03-05T06:30:00.000000Z"],
  ["2024-03-05T14:30:15.1234567", "2024-03-05T06:30:15.123456Z"],
  ["20240305143015", "2024-03-05T06:30:15.000000Z"],
  ["45356.5", "2024-03-05T04:00:00.000000Z"],
  ["45356.999999999", "2024-03-05T15:59:59.999000Z"],
  ["2024-03-05T14:30:00+0530", "2024-03-05T09:00:00.000000Z"],
  ["2024-03-05 14:30:00 UTC", "2024-03-05T14:30:00.000000Z"],
  ["2024-03-05T14:30Z", "2024-03-05T14:30:00.000000Z"],
  ["2024-03-05T25:00:00Z", null],
  ["2024-03-05 25:00", null],
  ["tomorrow 10:00", null],
])("the moment %s in Shanghai", (cell, moment) => expect(parseDatetime(cell, "Asia/Shanghai")).toBe(moment));

test("an hour that clocks leave out or show twice is a moment all the same", () => {
  expect(parseDatetime("2026-07-01 12:00", "Europe/Berlin")).toBe("2026-07-01T10:00:00.000000Z");
  expect(parseDatetime("2026-01-01 12:00", "Europe/Berlin")).toBe("2026-01-01T11:00:00.000000Z");
  expect(parseDatetime("2026-03-29 02:30", "Europe/Berlin")).toMatch(/^2026-03-29T0[01]:30:00/);
  expect(parseDatetime("2026-10-25 02:30", "Europe/Berlin")).toMatch(/^2026-10-25T0[01]:30:00/);
});
