import { describe, expect, it } from "vitest";
import { parseRights } from "./parse-rights.ts";

describe("parseRights", () => {
  it("fills what is left out with nothing and keeps unknown objects", () => {
    const parsed = parseRights({
      objects: { gone_c: { read: "all" } },
      abilities: ["record.export", "record.export"],
    });
    expect(parsed).toEqual({
      ok: true,
      rights: {
        objects: { gone_c: { create: false, read: "all", update: "none", delete: "none" } },
        fields: {},
        abilities: ["record.export"],
      },
    });
  });

  it("names each malformed place", () => {
    const parsed = parseRights({
      objects: { lead: { read: "everything", create: "yes" }, 'x"; drop': {} },
      fields: { lead: { name: "write" } },
      abilities: "*",
      more: 1,
    });
    expect(parsed.ok ? [] : parsed.reasons.map((reason) => reason.params?.["place"])).toEqual([
      "more",
      "objects.lead.create",
      "objects.lead.read",
      'objects.x"; drop',
      "fields.lead.name",
      "abilities",
    ]);
  });

  it("refuses a list and a huge document", () => {
    expect(parseRights([]).ok).toBe(false);
    expect(parseRights({ abilities: ["a".repeat(300_000)] }).ok).toBe(false);
    // A prototype's own name is no right.
    expect(parseRights(JSON.parse('{"objects":{"__proto__":{"read":"all"}}}')).ok).toBe(false);
  });
});
