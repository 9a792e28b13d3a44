import { expect, it } from "vitest";
import { both } from "../../../pipeline/shared/sample-pipeline.fixture.ts";
import { supplying } from "../../../../../testing/gates/gate-world.ts";
import { formKind } from "./form.ts";

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
