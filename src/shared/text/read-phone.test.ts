import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { holdsSeveralPhones, normalisePhone, plainPhone, readPhone } from "./phone.ts";

describe("a number as it is pasted", () => {
  it.each([
    ["Tel: 0512-66668888", "landline", "0512-66668888"],
    ["电话：０５１２－６６６６８８８８", "landline", "0512-66668888"],
    ["tel+8613800138000", "mobile", "13800138000"],
    ["手机: 138 0013 8000", "mobile", "13800138000"],
    ["138\u201300138000", "mobile", "13800138000"],
    ["\u200e13800138000\u200b", "mobile", "13800138000"],
    ["13800138000.0", "mobile", "13800138000"],
    ["0086 138 0013 8000", "mobile", "13800138000"],
    ["86 512 66668888", "landline", "0512-66668888"],
    ["0512/66668888", "landline", "0512-66668888"],
    ["0512-6666888", "landline", "0512-6666888"],
    ["0512-66668888 (转801)", "landline", "0512-66668888-801"],
    ["0512-66668888转801分机", "landline", "0512-66668888-801"],
    ["0512-66668888 ext. 801", "landline", "0512-66668888-801"],
    ["0512-66668888#801", "landline", "0512-66668888-801"],
    ["13800138000-12", "mobile", "13800138000-12"],
    ["800 810 1234", "service", "800-810-1234"],
    ["400-820-1234转2", "service", "400-820-1234-2"],
    ["95588", "service", "95588"],
    ["95588转1", "service", "95588-1"],
    ["10086转12", "service", "10086-12"],
    ["0512-66668888转123456", "landline", "0512-66668888-123456"],
    ["12345", "service", "12345"],
    ["1-415-555-2671", "foreign", "+14155552671"],
    ["+49 (0)30 123456", "foreign", "+4930123456"],
    ["0044 20 7946 0958", "foreign", "+442079460958"],
    ["+852 2345 6789 x5", "foreign", "+85223456789-5"],
    ["6666888", "local", "6666888"],
    ["66668888-12", "local", "66668888-12"],
  ])("%s is a %s: %s", (given, kind, text) => expect(readPhone(given)).toEqual({ kind, text }));

  it.each([
    "0512-6666888/9",
    "6666888、6666889",
    "13800138000|13900139000",
    "12800138000",
    "1234567",
    "+123456",
    "+1234567890123456",
    "0512",
    "66668888转1234567",
    "10086x",
    "186-12345",
    "13800-13800",
  ])("%j is none, or not one", (given) => expect(readPhone(given)).toBeNull());

  it("is taken without its word in front, in half width and lower case", () => {
    expect(["FAX. 123", "热线：４００", "Mobile 5", "T: 9", "tele 7", "+86"].map(plainPhone)).toEqual([
      "123",
      "400",
      "mobile 5",
      "9",
      "tele 7",
      "+86",
    ]);
  });
});

it("a number that is kept is read as itself, however often", () => {
  const digits = fc.stringMatching(/^\d{7,8}$/);
  const area = fc.constantFrom("010", "021", "0512", "0755", "0991");
  const extension = fc.option(fc.stringMatching(/^\d{1,5}$/), { nil: "" });
  const kept = fc.oneof(
    fc.stringMatching(/^1[3-9]\d{9}$/),
    fc.tuple(area, digits).map(([place, number]) => `${place}-${number}`),
    fc.stringMatching(/^[48]00-\d{3}-\d{4}$/),
    fc.stringMatching(/^(?:95\d{3}|10086|1234[56]|[2-8]\d{6,7})$/),
    fc.stringMatching(/^\+[2-7]\d{7,13}$/),
  );
  fc.assert(
    fc.property(kept, extension, (number, more) => {
      const text = more === "" ? number : `${number}-${more}`;
      expect(normalisePhone(text)).toBe(text);
    }),
  );
});

describe("several numbers in one cell", () => {
  it.each([
    "13800138000/021-68880101",
    "13800138000、13900139000",
    "13800138000, 0512-66668888",
    "13800138000；13900139000",
    "13800138000 13900139000",
    "13800138000\n13900139000",
  ])("are seen in %j", (given) => expect(holdsSeveralPhones(given)).toBe(true));

  it.each([
    "13800138000",
    "0512/66668888",
    "138 0013 8000",
    "(0512) 6666 8888",
    "0512-6666888/9",
    "13800138000 王立",
    "13800138000/13900139000王",
    "",
    "/",
  ])("are not seen in %j", (given) => expect(holdsSeveralPhones(given)).toBe(false));
});
