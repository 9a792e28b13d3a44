import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import {
  listPipelines,
  type PipelineView,
  readPipeline,
} from "../../../../../shared/wire/pipelines.contract.ts";
import { address, fill, keeps, showPage } from "../../../../../testing/screens/show.tsx";
import { answers, refusal } from "../../../../../testing/screens/stand-in.ts";
import { idNo, salesPipeline } from "../../../../../testing/screens/world.ts";
import { createPipeline } from "../../shared/pipeline-changes.contract.ts";
// Loaded before the first test waits for the page.
import "./PipelineSettings.tsx";

const made: PipelineView = {
  ...salesPipeline,
  id: idNo(11),
  name: "renewals",
  label: { en: "Renewals" },
  version: null,
};

it("each pipeline says of what it is, how many stages it has and whether it holds", async () => {
  const draft = { ...made, has_draft: true, default: false, stages: salesPipeline.stages.slice(0, 1) };
  const asked = answers(listPipelines, { data: [{ ...salesPipeline, has_draft: true }, draft] });
  showPage("/settings/pipelines");
  const holds = (await screen.findByText("Version 1")).closest("a");
  expect(holds?.textContent).toContain("Default");
  expect(holds?.textContent).toContain("Draft");
  expect(holds?.textContent).toContain("7 stages");
  const unborn = screen.getByText("Renewals").closest("a");
  expect(unborn?.textContent).toContain("Not published");
  expect(unborn?.textContent).toContain("1 stage");
  expect(unborn?.textContent).not.toContain("Draft");
  expect(asked.at(-1)?.query).toEqual({ drafts: "true" });
});

it("where there are none it says what one is for", async () => {
  answers(listPipelines, { data: [] });
  showPage("/settings/pipelines");
  expect(await screen.findByText("No pipelines yet")).toBeTruthy();
});

it("a list that cannot be read is told, with a way to try again", async () => {
  answers(listPipelines, refusal(500, "internal"));
  showPage("/settings/pipelines");
  expect(await screen.findByRole("button", { name: "Try again" })).toBeTruthy();
});

async function openNew() {
  for (const object of ["role", "form", "user"]) keeps(object, []);
  answers(listPipelines, { data: [salesPipeline] });
  const user = showPage("/settings/pipelines");
  await user.click(await screen.findByRole("button", { name: "New pipeline" }));
  const dialog = within(await screen.findByRole("dialog"));
  const save = dialog.getByRole<HTMLButtonElement>("button", { name: "Save" });
  return { user, dialog, save };
}

it("a new one needs a name for programs and words in both languages, and opens in its editor", async () => {
  const sent = answers(createPipeline, { data: made });
  answers(readPipeline, { data: made });
  const { user, dialog, save } = await openNew();
  await fill(user, dialog.getByLabelText("API name"), "Renewals 2");
  await fill(user, dialog.getByLabelText("Pipelines and gates (English)"), "Renewals");
  expect(save.disabled).toBe(true);
  await fill(user, dialog.getByLabelText("API name"), "RENEWALS");
  await fill(user, dialog.getByLabelText("Pipelines and gates (Chinese)"), "续约");
  await user.dblClick(save);
  await expect.poll(address).toBe(`/settings/pipelines/${made.id}`);
  expect(sent).toHaveLength(1);
  expect(sent[0]?.body).toMatchObject({ name: "renewals", label: { "zh-CN": "续约", en: "Renewals" } });
  expect(sent[0]?.body.stages.map(({ type }) => type)).toEqual(["open", "won", "lost"]);
});

it("a name that is taken is told beside it, and what was typed stays", async () => {
  answers(createPipeline, refusal(409, "name_taken", { detail: "There is one of this name" }));
  const { user, dialog, save } = await openNew();
  await fill(user, dialog.getByLabelText("API name"), "sales");
  await fill(user, dialog.getByLabelText("Pipelines and gates (English)"), "Sales");
  await fill(user, dialog.getByLabelText("Pipelines and gates (Chinese)"), "销售");
  await user.click(save);
  expect(await dialog.findByText("There is one of this name")).toBeTruthy();
  expect(dialog.getByDisplayValue("sales")).toBeTruthy();
});
