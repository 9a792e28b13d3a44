import { describe, expect, it } from "vitest";
import { OPPORTUNITY_PIPELINE } from "../../pipeline/shared/default-pipelines.ts";
import { type PipelineDefinition, type Stage, stageOf } from "../../pipeline/shared/public.ts";
import { type Move, moveKind, REOPEN_CONSENT, ruleReasons, skippedStages, stagesLeftOut } from "./move.ts";

const definition = OPPORTUNITY_PIPELINE;
const at = (name: string, of: PipelineDefinition = definition): Stage => {
  const stage = stageOf(of, name);
  if (!stage) throw new Error(`There is no stage ${name}`);
  return stage;
};
const withRules = (rules: Partial<PipelineDefinition["rules"]>): PipelineDefinition => ({
  ...definition,
  rules: { ...definition.rules, ...rules },
});
/** From one stage to another; from nowhere: it is created. */
function move(from: string | null, to: string, more: Partial<Move> = {}): Move {
  const pipeline = more.definition ?? definition;
  return {
    definition: pipeline,
    from: from === null ? null : { pipeline, stage: at(from, pipeline) },
    to: at(to, pipeline),
    mover: { roles: ["seller"], canReopen: false },
    ...more,
  };
}
const codes = (one: Move) => ruleReasons(one).map(({ code }) => code);
const names = (stages: readonly Stage[]) => stages.map(({ name }) => name);

describe("what sort of move it is", () => {
  it.each([
    [null, "discovery", "create"],
    ["discovery", "needs", "forward"],
    ["proposal", "needs", "backward"],
    ["discovery", "won", "forward"],
    ["discovery", "lost", "lose"],
    ["won", "needs", "reopen"],
    ["lost", "won", "reopen"],
  ] as const)("from %s to %s is to %s", (from, to, kind) => {
    expect(moveKind(move(from, to))).toBe(kind);
  });

  it("into another pipeline is a transfer, but losing stays losing", () => {
    const other = { ...definition, name: "renewals" };
    const from = { pipeline: other, stage: at("needs", other) };
    expect(moveKind(move("needs", "proposal", { from }))).toBe("transfer");
    expect(moveKind(move("needs", "lost", { from }))).toBe("lose");
  });

  it("out of a stage that is no more is forward", () => {
    expect(moveKind(move("needs", "proposal", { from: { pipeline: definition, stage: undefined } }))).toBe(
      "forward",
    );
  });
});

describe("what a move leaves out", () => {
  it("forward: the open stages between, without those that the record has passed", () => {
    expect(names(stagesLeftOut(move("discovery", "proposal")))).toEqual(["needs", "solution"]);
    const path = { passed: new Set(["needs"]), stood: new Map<string, number>() };
    expect(names(stagesLeftOut(move("discovery", "proposal", { path })))).toEqual(["solution"]);
  });

  it("winning answers for all that are left, a creation for all before its stage", () => {
    expect(names(stagesLeftOut(move("proposal", "won")))).toEqual(["negotiation"]);
    expect(names(stagesLeftOut(move(null, "solution")))).toEqual(["discovery", "needs"]);
  });

  it("going back, losing and a publication's map leave nothing out", () => {
    expect(stagesLeftOut(move("proposal", "discovery"))).toEqual([]);
    expect(stagesLeftOut(move("discovery", "lost"))).toEqual([]);
    expect(stagesLeftOut(move("discovery", "proposal", { isMapped: true }))).toEqual([]);
  });

  it("what a file tells of is left out, but not skipped", () => {
    const told = move(null, "solution", { told: ["discovery", "needs"] });
    expect(names(stagesLeftOut(told))).toEqual(["discovery", "needs"]);
    expect(skippedStages(told)).toEqual([]);
  });
});

describe("what the rules say against it", () => {
  it("where nothing may be skipped, the next stage is named", () => {
    const strict = withRules({ allow_skip: false });
    const [reason] = ruleReasons(move("discovery", "proposal", { definition: strict }));
    expect(reason).toMatchObject({ code: "skip_not_allowed", params: { next: "needs" } });
    expect(codes(move("discovery", "needs", { definition: strict }))).toEqual([]);
  });

  it("going back may be forbidden, or ask for a reason that is more than blanks", () => {
    expect(codes(move("proposal", "needs", { definition: withRules({ allow_backward: false }) }))).toEqual([
      "backward_not_allowed",
    ]);
    const asks = withRules({ allow_backward: true, backward_needs_reason: true });
    const back = (reason: string) => codes(move("proposal", "needs", { definition: asks, reason }));
    expect(back("  ")).toEqual(["backward_reason_required"]);
    expect(back("Budget was cut")).toEqual([]);
  });

  it("reopening asks for the right first, then for a reason, then for consent", () => {
    const asks = withRules({ allow_reopen: true, reopen_approval: "manager" });
    const mover = { roles: ["seller"], canReopen: true };
    const reopen = (more: Partial<Move>) => codes(move("won", "needs", { definition: asks, ...more }));
    expect(reopen({})).toEqual(["reopen_not_allowed"]);
    expect(reopen({ mover })).toEqual(["reopen_reason_required"]);
    expect(reopen({ mover, reason: "By mistake" })).toEqual(["approval_required"]);
    expect(reopen({ mover, reason: "By mistake", consents: new Set([REOPEN_CONSENT]) })).toEqual([]);
  });

  it("where reopening is off, no right helps", () => {
    const off = withRules({ allow_reopen: false });
    const mover = { roles: ["administrator"], canReopen: true };
    expect(codes(move("won", "needs", { definition: off, mover, reason: "x" }))).toEqual([
      "reopen_not_allowed",
    ]);
  });

  it("a stage that names its movers is shut to the others", () => {
    const to = { ...at("needs"), movers: ["sales_manager"] };
    expect(codes(move("discovery", "needs", { to }))).toEqual(["mover_not_allowed"]);
    const mover = { roles: ["seller", "sales_manager"], canReopen: false };
    expect(codes(move("discovery", "needs", { to, mover }))).toEqual([]);
  });

  it("records begin where the pipeline lets them, as far as a file does not tell of an earlier beginning", () => {
    const first = withRules({ create_in: "first" });
    expect(codes(move(null, "needs", { definition: first }))).toEqual(["create_not_allowed"]);
    expect(codes(move(null, "discovery", { definition: first }))).toEqual([]);
    expect(codes(move(null, "needs", { definition: first, told: ["discovery"] }))).toEqual([]);
  });
});
