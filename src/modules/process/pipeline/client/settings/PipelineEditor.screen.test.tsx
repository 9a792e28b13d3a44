import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { readPipeline } from "../../../../../shared/wire/pipelines.contract.ts";
import { fill, keeps, showPage } from "../../../../../testing/screens/show.tsx";
import { answers, refusal } from "../../../../../testing/screens/stand-in.ts";
import { PIPELINE, salesPipeline } from "../../../../../testing/screens/world.ts";
import { readImpact } from "../../../gates/shared/gate-reports.contract.ts";
import { changePipeline, publishPipeline } from "../../shared/pipeline-changes.contract.ts";

const draft = {
  object: "opportunity",
  name: salesPipeline.name,
  label: salesPipeline.label,
  stages: salesPipeline.stages,
  rules: salesPipeline.rules,
};
const withDraft = { ...salesPipeline, has_draft: true, draft };

function open() {
  for (const object of ["role", "form", "user"]) keeps(object, []);
  return showPage(`/settings/pipelines/${PIPELINE}`);
}
const button = (name: string) => screen.findByRole<HTMLButtonElement>("button", { name });

it("nothing is to be saved or published before something is changed", async () => {
  open();
  expect((await button("Save draft")).disabled).toBe(true);
  expect((await button("Publish")).disabled).toBe(true);
});

it("each stage of the strip says how much it asks for, and a draft that does not hold is named", async () => {
  const [first, ...others] = draft.stages;
  if (!first) throw new Error("The pipeline has no stages");
  const entry = [{ id: "a", kind: "dwell" as const, min_days: 1 }];
  const stages = [{ ...first, entry, exit: [] }, ...others.map((one) => ({ ...one, entry: [], exit: [] }))];
  answers(readPipeline, { data: { ...withDraft, draft: { ...draft, stages } } });
  open();
  expect(await screen.findByText(/^1 criterion · /)).toBeTruthy();
  expect(screen.getAllByText(/^No criteria/).length).toBe(others.length);
  expect(screen.getByText(/unpublished draft$/)).toBeTruthy();
});

it("a draft is saved as a whole, and says that it does not hold yet", async () => {
  const saved = answers(changePipeline, ({ body }) => ({
    data: { ...withDraft, draft: { ...draft, stages: [...draft.stages] }, label: body.label ?? draft.label },
  }));
  const user = open();
  await user.click(await button("Add stage"));
  expect(screen.getByText("Unsaved changes")).toBeTruthy();
  await user.dblClick(await button("Save draft"));
  expect(await screen.findByText("Draft saved; it takes effect once published")).toBeTruthy();
  expect(saved).toHaveLength(1);
  expect(saved[0]?.body.stages).toHaveLength(draft.stages.length + 1);
  expect(saved[0]?.body.rules?.override_approval).toBeNull();
});

it("a refused draft stays on the screen with the place of the fault", async () => {
  const errors = [{ code: "bad", field: "stages.new", message: "needs a label" }];
  answers(changePipeline, refusal(400, "bad_request", { errors }));
  const user = open();
  await user.click(await button("Add stage"));
  await user.click(await button("Save draft"));
  expect(await screen.findByText("stages.new needs a label")).toBeTruthy();
  expect(screen.getByText("Unsaved changes")).toBeTruthy();
});

it("faults of a draft lead to the stage they are in", async () => {
  const problems = [
    { code: "bad", field: "stages.proposal.entry.x", message: "Unknown field in the proposal" },
  ];
  answers(readPipeline, { data: { ...withDraft, problems } });
  const user = open();
  await user.click(await button("Unknown field in the proposal"));
  const here = screen.getAllByRole("button").filter((one) => one.getAttribute("aria-current") === "true");
  expect(here.map(({ textContent }) => textContent)).toEqual(["Proposal"]);
});

it("publishing says what changes, and a refusal stands in the dialog", async () => {
  answers(readPipeline, {
    data: { ...withDraft, draft: { ...draft, stages: draft.stages.filter(({ name }) => name !== "needs") } },
  });
  answers(readImpact, { records: 8, open: 6, removed: [], judged: 6, failing: 0, failing_now: 0 });
  const errors = [{ code: "map_required", message: "Say where the records of this stage go" }];
  const published = answers(publishPipeline, refusal(422, "map_required", { errors }));
  const user = open();
  await user.click(await button("Publish"));
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getByText("Stage “Needs analysis” deleted")).toBeTruthy();
  await user.dblClick(dialog.getByRole("button", { name: "Publish" }));
  expect(await dialog.findByText("Say where the records of this stage go")).toBeTruthy();
  expect(published).toHaveLength(1);
});

it("the name that programs know a published stage by cannot be changed", async () => {
  const user = open();
  await user.click(await button("Discovery"));
  const code = await screen.findByText("discovery");
  expect(code.tagName).toBe("CODE");
  await user.click(await button("Add stage"));
  await fill(user, await screen.findByLabelText("API name"), "trial");
  expect(screen.getByDisplayValue("trial")).toBeTruthy();
});
