import { describe, expect, it } from "vitest";
import { shippedKinds } from "../../gates/shared/kinds/shipped-kinds.ts";
import { faultInWords, placeInWords } from "./place-in-words.ts";
import { both, pipeline, stage } from "./sample-pipeline.fixture.ts";

const kinds = new Map(Object.entries(shippedKinds));
const definition = pipeline([
  stage("talks", 1, {
    label: { "zh-CN": "商务谈判", en: "Negotiation" },
    entry: [
      { id: "contract", kind: "document", document_type: "contract" },
      { id: "wait", kind: "dwell", min_days: 1 },
      { id: "bid", kind: "document", document_type: "bid" },
      { id: "gone", kind: "rentals.deposit", settings: {} },
    ],
    on_enter: [{ id: "call", kind: "task", title: both("Call") }],
    on_exit: [
      { id: "thank", kind: "task", title: both("Thank") },
      { id: "tell", kind: "notify", to: ["owner"], text: both("x") },
    ],
  }),
  stage("unnamed", 2, { label: { en: "  " } }),
]);
const words = (path: string) => placeInWords(definition, path, kinds);

describe("a place of a definition, as people see it", () => {
  it.each([
    ["stages.talks", "Negotiation"],
    ["stages.talks.label", "Negotiation › Label"],
    ["stages.talks.entry.wait", "Negotiation › Entry criteria › Time in stage"],
    ["stages.talks.entry.bid", "Negotiation › Entry criteria › Document 2"],
    ["stages.talks.entry.gone", "Negotiation › Entry criteria › rentals.deposit"],
    ["stages.talks.exit.bid", "Negotiation › Exit criteria"],
    ["stages.talks.actions.call", "Negotiation › Actions › Create task 1"],
    ["stages.talks.actions.thank", "Negotiation › Actions › Create task 2"],
    ["stages.talks.actions.tell", "Negotiation › Actions › Send notification"],
    ["stages.talks.guidance", "Negotiation › Guidance"],
    ["stages.unnamed", "unnamed"],
    ["rules.create_in", "Rules"],
  ])("%s is %s", (path, expected) => expect(words(path)?.["en"]).toBe(expected));

  it("is said in both languages", () => {
    expect(words("stages.talks.entry.contract")?.["zh-CN"]).toBe("商务谈判 › 进入条件 › 文件 1");
  });
  it.each(["", "label", "stages", "stages.nowhere", "toString"])("%o is the pipeline as a whole", (path) => {
    expect(words(path)).toBeNull();
  });
});

it("a fault stands behind its place; one of the whole pipeline stands alone", () => {
  const text = both("is wrong");
  const fault = (path: string) => faultInWords(definition, { path, text }, kinds)["en"];
  expect(fault("stages.talks.entry.wait")).toBe("Negotiation › Entry criteria › Time in stage: is wrong");
  expect(fault("name")).toBe("is wrong");
});
