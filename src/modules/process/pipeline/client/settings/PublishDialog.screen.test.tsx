import { screen, waitFor } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import type { PipelineView } from "../../../../../shared/wire/pipelines.contract.ts";
import { show } from "../../../../../testing/screens/show.tsx";
import { answers, NO_NETWORK, refusal } from "../../../../../testing/screens/stand-in.ts";
import { salesPipeline } from "../../../../../testing/screens/world.ts";
import { type Impact, readImpact } from "../../../gates/shared/gate-reports.contract.ts";
import { publishPipeline } from "../../shared/pipeline-changes.contract.ts";
import { PublishDialog } from "./PublishDialog.tsx";

const { object, name, label, stages, rules } = salesPipeline;
const view = (more: Partial<PipelineView> = {}): PipelineView => ({
  ...salesPipeline,
  has_draft: true,
  draft: { object, name, label, stages, rules },
  ...more,
});
const none: Impact = { records: 0, open: 0, removed: [], judged: 0, failing: 0, failing_now: null };

function open(pipeline: PipelineView, impact: Impact = none) {
  answers(readImpact, impact);
  const onClose = vi.fn();
  const onGo = vi.fn();
  return { user: show(<PublishDialog pipeline={pipeline} onClose={onClose} onGo={onGo} />), onClose, onGo };
}
const publish = () => screen.findByRole("button", { name: "Publish" });

it("a draft that changes nothing says so, and may be published all the same", async () => {
  const sent = answers(publishPipeline, { data: view({ version: 2 }), moved: 0, moving: 0 });
  const { user, onClose } = open(view());
  expect(await screen.findByText("Same as the current version")).toBeTruthy();
  await user.click(await publish());
  await waitFor(() => expect(onClose).toHaveBeenCalledTimes(1));
  expect(sent.map(({ body }) => body)).toEqual([{ map: {} }]);
  expect(await screen.findByText("Version 2 published")).toBeTruthy();
});

it("of a first publication everything is new, and no record is concerned", async () => {
  const impact = answers(readImpact, none);
  open(view({ version: null }));
  expect(await screen.findByText("Stage “Discovery” added")).toBeTruthy();
  expect(impact).toHaveLength(0);
});

it("rules that change are told beside the stages", async () => {
  const draft = { object, name, label, stages, rules: { ...rules, allow_skip: !rules.allow_skip } };
  open(view({ draft }));
  expect(await screen.findByText(/^Rule “.*” turned o(n|ff)$/)).toBeTruthy();
  expect(screen.queryByText("Same as the current version")).toBeNull();
});

it("each fault leads to its place", async () => {
  const errors = [{ code: "bad", field: "stages.needs.entry.x", message: "Unknown field" }];
  answers(publishPipeline, refusal(422, "bad_definition", { errors }));
  const { user, onGo, onClose } = open(view());
  await user.click(await publish());
  await user.click(await screen.findByRole("button", { name: "Unknown field" }));
  expect(onGo).toHaveBeenCalledWith(errors[0]);
  expect(onClose).not.toHaveBeenCalled();
});

it("a refusal without places is said in its own words", async () => {
  answers(publishPipeline, refusal(409, "pilot_runs", { detail: "End the pilot first" }));
  const { user } = open(view());
  await user.click(await publish());
  expect(await screen.findByText("End the pilot first")).toBeTruthy();
});

it("a lost connection is told, and the second try is the same intention", async () => {
  let isOffline = true;
  const sent = answers(publishPipeline, () =>
    isOffline ? NO_NETWORK : { data: view({ version: 2 }), moved: 0, moving: 0 },
  );
  const { user, onClose } = open(view());
  await user.click(await publish());
  expect(await screen.findByText(/^Can’t reach the server/)).toBeTruthy();
  expect(onClose).not.toHaveBeenCalled();
  isOffline = false;
  await user.click(await publish());
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(new Set(sent.map(({ headers }) => headers.get("idempotency-key"))).size).toBe(1);
});
