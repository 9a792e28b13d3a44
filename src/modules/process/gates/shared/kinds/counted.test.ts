import { describe, expect, it } from "vitest";
import { both } from "../../../pipeline/shared/sample-pipeline.fixture.ts";
import { supplying, unmet } from "../../../../../testing/gates/gate-world.ts";
import { documentKind } from "./document.ts";
import { formKind } from "./form.ts";
import { relatedKind } from "./related.ts";

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

describe("related records", () => {
  const one = (more: object, k: number) =>
    unmet({ id: "k", kind: "related", object: "activity", ...more }, { facts: { k } }).map(
      ({ code, fix }) => [code, fix?.action],
    );
  it.each([
    [{}, 0, [["related_missing", "create_related"]]],
    [{}, 1, []],
    [{ max: 2 }, 0, []],
    [{ max: 2 }, 2, []],
    [{ max: 2 }, 3, [["related_too_many", "none"]]],
    [{ min: 2, max: 2 }, 1, [["related_missing", "create_related"]]],
  ])("%o with %i: %o", (bounds, have, expected) => expect(one(bounds, have)).toEqual(expected));
});

describe("what a kind reads, as an expression on the record", () => {
  it("quotes names, so that none can end the text it stands in", () => {
    expect(documentKind.source?.({ id: "k", kind: "document", document_type: `a"b` })).toBe(
      `related("file", document_type == "a\\"b").count()`,
    );
    expect(formKind.source?.({ id: "k", kind: "form", form: "needs" })).toBe(
      `related("form_response", form.name == "needs" && complete == true).count() > 0`,
    );
  });
  it("a filter narrows what is counted", () => {
    const related = { id: "k", kind: "related", object: "activity" } as const;
    expect(relatedKind.source?.(related)).toBe(`related("activity").count()`);
    expect(relatedKind.source?.({ ...related, expression: "x == 1" })).toBe(
      `related("activity", x == 1).count()`,
    );
  });
});

it("a questionnaire is judged here where its questions are known, else as the server found it", () => {
  const questions = [{ id: "q", kind: "text", required: true, label: both("Why?") }] as const;
  const fact = (more: Parameters<typeof supplying>[0]) =>
    formKind.suppliedFact?.({ id: "k", kind: "form", form: "needs" }, supplying(more));
  const questionsOf = () => questions;
  expect(fact({ questionsOf, known: false, given: { q: "now" } })).toBe(true);
  expect(fact({ questionsOf, known: true, given: { q: " " } })).toBe(false);
  expect(fact({ questionsOf, known: true })).toBe(true);
  expect(fact({ known: false, given: { q: "now" } })).toBe(false);
});
