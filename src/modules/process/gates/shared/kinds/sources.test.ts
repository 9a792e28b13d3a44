import { describe, expect, it } from "vitest";
import { documentKind } from "./document.ts";
import { formKind } from "./form.ts";
import { relatedKind } from "./related.ts";

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
