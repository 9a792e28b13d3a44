import { describe, expect, it } from "vitest";
import { supplying, unmet } from "../../../../../testing/gates/gate-world.ts";
import { documentKind } from "./document.ts";

describe("documents", () => {
  it("say how many there are and of which type; one is asked for unless told", () => {
    const two = { id: "k", kind: "document", document_type: "contract", min: 2 } as const;
    expect(unmet(two, { facts: { k: 1 } })[0]).toMatchObject({
      params: { have: 1, min: 2 },
      fix: { action: "upload", document_type: "contract" },
    });
    expect(unmet(two, { facts: { k: "2" } })).toEqual([]);
    const one = { id: "k", kind: "document", document_type: "contract" } as const;
    expect([unmet(one, { facts: { k: 0 } }).length, unmet(one, { facts: { k: 1 } }).length]).toEqual([1, 0]);
  });

  it("chosen in the dialog are added to those that were there", () => {
    const count = (more: Parameters<typeof supplying>[0]) =>
      documentKind.suppliedFact?.({ id: "k", kind: "document", document_type: "bid" }, supplying(more));
    expect(count({ known: 1, given: ["f1", "f2"] })).toBe(3);
    expect(count({ known: "2" })).toBe(2);
    expect(count({})).toBe(0);
  });
});
