import { expect, it } from "vitest";
import { EVERYTHING, NOTHING, type Rights } from "../../../../shared/rights/rights.ts";
import { type PresetRights, withPresets } from "./preset-rights.ts";

const seller: Rights = { objects: { account: EVERYTHING }, fields: {}, abilities: ["record.export"] };
const added = (entries: Readonly<Record<string, PresetRights>>) => new Map(Object.entries(entries));

it("a role gets what a module says for it, beside what it has", () => {
  expect(withPresets("seller", seller, added({ loan: { seller: EVERYTHING } })).objects).toEqual({
    account: EVERYTHING,
    loan: EVERYTHING,
  });
});

it("a role that a module does not name gets nothing of its objects", () => {
  expect(withPresets("seller", seller, added({ loan: { manager: EVERYTHING } }))).toEqual(seller);
});

it("no module overrides what the program says of an object", () => {
  const taken = withPresets("seller", seller, added({ account: { seller: NOTHING } }));
  expect(taken.objects["account"]).toEqual(EVERYTHING);
});

it("abilities and fields stay as they are", () => {
  const { abilities, fields } = withPresets("seller", seller, added({ loan: { seller: EVERYTHING } }));
  expect({ abilities, fields }).toEqual({ abilities: ["record.export"], fields: {} });
});
