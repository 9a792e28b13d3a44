import { describe, expect, it } from "vitest";
import type { Principal } from "../../../../engine/kernel/context.ts";
import type { RecordScope } from "../../../../shared/rights/rights.ts";
import { mayViewAs } from "./viewing.ts";

const roleWith = (abilities: readonly string[], read: RecordScope = "own") => ({
  id: "r",
  name: "r",
  objects: { account: { create: false, read, update: "none", delete: "none" } } as const,
  fields: {},
  abilities,
});
const person = (more: Partial<Principal> = {}): Principal => ({
  kind: "person",
  id: "p",
  name: "p",
  roles: [roleWith([])],
  departments: ["city"],
  subtree: ["city"],
  ...more,
});
const looker = (more: Partial<Principal> = {}): Principal =>
  person({
    id: "me",
    roles: [roleWith(["permissions.view_as", "record.export"], "subtree")],
    departments: ["north"],
    subtree: ["north", "city"],
    ...more,
  });

describe("looking as somebody else", () => {
  it("takes the ability for it", () => {
    expect(mayViewAs(looker(), person())).toBe(true);
    expect(mayViewAs(looker({ roles: [roleWith(["record.export"], "all")] }), person())).toBe(false);
  });

  it("goes as somebody of one’s departments only, with all that they sit in", () => {
    expect(mayViewAs(looker(), person({ departments: ["north"] }))).toBe(true);
    expect(mayViewAs(looker(), person({ departments: ["south"] }))).toBe(false);
    expect(mayViewAs(looker(), person({ departments: ["city", "south"] }))).toBe(false);
    expect(mayViewAs(looker(), person({ departments: [] })), "whoever sits nowhere is nobody’s").toBe(false);
  });

  it("shows nobody more than they see and may themselves", () => {
    expect(mayViewAs(looker(), person({ roles: [roleWith(["record.export"])] }))).toBe(true);
    expect(mayViewAs(looker(), person({ roles: [roleWith(["audit.read"])] }))).toBe(false);
    expect(mayViewAs(looker(), person({ roles: [roleWith([], "subtree")] }))).toBe(true);
    expect(mayViewAs(looker(), person({ roles: [roleWith([], "all")] }))).toBe(false);
    expect(mayViewAs(looker(), person({ roles: [roleWith([]), roleWith(["audit.read"])] }))).toBe(false);
  });

  it("counts all roles that one has together", () => {
    const roles = [roleWith(["permissions.view_as"]), roleWith(["audit.read"], "all")];
    expect(mayViewAs(looker({ roles }), person({ roles: [roleWith(["audit.read"], "all")] }))).toBe(true);
  });

  it("goes as anybody from anywhere for who may do everything", () => {
    const all = looker({ roles: [roleWith(["*"], "none")], departments: [], subtree: [] });
    expect(mayViewAs(all, person({ departments: [], roles: [roleWith(["*"], "all")] }))).toBe(true);
  });

  it("is nothing for programs, nor for who looks as somebody already", () => {
    const all = { roles: [roleWith(["*"], "all")] };
    expect(mayViewAs(looker({ ...all, kind: "program" }), person())).toBe(false);
    expect(mayViewAs(looker({ ...all, kind: "system" }), person())).toBe(false);
    const viewedBy = { id: "other", name: "other", since: "2026-11-30T00:00:00Z" };
    expect(mayViewAs(looker({ ...all, viewedBy }), person())).toBe(false);
  });
});
