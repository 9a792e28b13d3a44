import { describe, expect, it } from "vitest";
import type { Principal } from "../../../../engine/kernel/context.ts";
import { say } from "../../../../shared/i18n/messages.ts";
import type { RecordScope, Rights } from "../../../../shared/rights/rights.ts";
import { whyExceeds, whyNotGrant } from "./may-grant.ts";

const rights = (abilities: readonly string[], reads: Readonly<Record<string, RecordScope>> = {}): Rights => ({
  objects: Object.fromEntries(
    Object.entries(reads).map(([object, read]) => [
      object,
      { create: false, read, update: "none", delete: "none" },
    ]),
  ),
  fields: {},
  abilities,
});
const who = (...roles: readonly Rights[]): Principal => ({
  kind: "person",
  id: "me",
  name: "me",
  roles: roles.map((one, index) => ({ id: String(index), name: String(index), ...one })),
  departments: [],
  subtree: [],
});
const codes = (principal: Principal, ...wanted: readonly Rights[]) =>
  whyNotGrant(principal, wanted, "role").map(({ code }) => code);

describe("a role is given", () => {
  it("by who manages roles only, and the refusal names what is missing in both languages", () => {
    const [reason] = whyNotGrant(who(rights(["people.manage"])), [rights([])], "role");
    expect([reason?.code, reason?.field]).toEqual(["ability_needed", "role"]);
    expect(reason?.text).toEqual({
      "zh-CN": "需要“管理角色”权限。",
      en: "This requires the permission “Manage roles”.",
    });
  });

  it("by one of several roles that manages roles", () => {
    expect(codes(who(rights([]), rights(["roles.manage"])), rights([]))).toEqual([]);
  });

  it("by the program without a question", () => {
    expect(codes({ ...who(), kind: "system" }, rights(["*"], { account: "all" }))).toEqual([]);
  });

  it("by an administrator, whatever it holds", () => {
    const all = {
      ...rights(["*"]),
      objects: { "*": { create: true, read: "all", update: "all", delete: "all" } },
    } as const;
    expect(codes(who(all), rights(["*"], { account: "all" }))).toEqual([]);
  });
});

describe("rights that go beyond one's own", () => {
  const clerk = who(rights(["roles.manage", "record.export"], { account: "department" }));

  it("are refused by what one may not do oneself", () => {
    expect(codes(clerk, rights(["record.export"]))).toEqual([]);
    expect(codes(clerk, rights(["record.import"]))).toEqual(["exceeds_abilities"]);
    expect(codes(clerk, rights(["*"]))).toEqual(["exceeds_abilities"]);
  });

  it("are refused by what one does not see oneself", () => {
    expect(codes(clerk, rights([], { account: "own" }))).toEqual([]);
    expect(codes(clerk, rights([], { account: "subtree" }))).toEqual(["exceeds_objects"]);
    expect(codes(clerk, rights([], { contact: "own" }))).toEqual(["exceeds_objects"]);
  });

  it("are told by abilities first, one reason at a time", () => {
    expect(codes(clerk, rights(["audit.read"], { contact: "all" }))).toEqual(["exceeds_abilities"]);
  });

  it("are counted over all roles that are given together, and all that one has", () => {
    expect(codes(clerk, rights(["record.export"]), rights(["record.import"]))).toEqual(["exceeds_abilities"]);
    const two = who(rights(["roles.manage"]), rights(["record.import"], { contact: "all" }));
    expect(codes(two, rights(["record.import"], { contact: "department" }))).toEqual([]);
  });

  it("name eight of them at most, and say that there are more", () => {
    const many = Array.from({ length: 9 }, (_, index) => `extra.${index}`);
    const names = (wanted: readonly string[]) => {
      const [reason] = whyExceeds(clerk, [rights(wanted)], "rights");
      if (!reason) throw new Error("nothing was refused");
      return say({ en: reason.text.en, "zh-CN": reason.text["zh-CN"] }, "en", reason.params ?? {});
    };
    expect(names(many.slice(0, 8))).toBe(
      `You cannot grant permissions you do not have yourself: ${many.slice(0, 8).join(", ")}.`,
    );
    expect(names(many)).toBe(
      `You cannot grant permissions you do not have yourself: ${many.slice(0, 8).join(", ")} ….`,
    );
  });
});
