import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testApp, type TestApp } from "../../../../testing/app.ts";
import { attachment, fileMark } from "./file-mark.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
  await app.admin.patch("/settings/company", { name: "渠成", zone: "Asia/Shanghai" });
});
afterAll(() => app.close());

const markOf = async (name: string): Promise<string | null> => {
  const context = await app.context();
  return fileMark({
    ...context,
    principal: { ...context.principal, name },
    company: { ...context.company, zone: "Asia/Shanghai" },
    // In Shanghai it is the next day already.
    now: "2026-11-29T16:30:00.000Z",
  });
};

describe("a file says who took it out and when", () => {
  it("nothing, while the company wants no marks", async () => {
    expect(await markOf("王立")).toBeNull();
  });

  it("by the clock of the company, without what neither files nor sheets may be called", async () => {
    await app.admin.patch("/settings/security", { watermark: true });
    expect(await markOf("王立")).toBe("王立 2026-11-30 0030");
    expect(await markOf(`Wang/Li: "x" [a]*?`)).toBe("WangLi x a 2026-11-30 0030");
    expect(await markOf("王\u202e立\n")).toBe("王立 2026-11-30 0030");
  });

  it("of a long name what a sheet has room for, and no sign in half", async () => {
    const [whole, cut] = [await markOf(`${"a".repeat(12)}𠮷野家`), await markOf(`${"a".repeat(13)}𠮷野家`)];
    expect([whole, cut]).toEqual([
      `${"a".repeat(12)}𠮷 2026-11-30 0030`,
      `${"a".repeat(13)} 2026-11-30 0030`,
    ]);
    // What cannot be written into an address would be an error in place of a file.
    expect(attachment("account.csv", whole)).toContain("%F0%A0%AE%B7");
    for (const mark of [whole ?? "", cut ?? ""]) expect(mark.length).toBeLessThanOrEqual(31);
  });

  it("a name of signs that are not allowed leaves the time", async () => {
    expect(await markOf("///")).toBe("2026-11-30 0030");
  });
});

describe("what a file is called", () => {
  it("is said plainly without a mark", () => {
    expect(attachment("account.csv", null)).toBe('attachment; filename="account.csv"');
  });

  it("has the mark before its ending, and plainly for whoever cannot read that", () => {
    expect(attachment("my.account.csv", "王 1")).toBe(
      "attachment; filename=\"my.account.csv\"; filename*=UTF-8''my.account%20%E7%8E%8B%201.csv",
    );
  });
});
