import { afterAll, beforeAll, expect, test } from "vitest";
import { expectRecordsBehind } from "../../../../testing/records-behind.ts";
import { testApp, type TestApp } from "../../../../testing/app.ts";
import { publishPlainPipeline } from "../../../../testing/stage-histories.ts";
import type { LossAnswer } from "../shared/insight.contract.ts";

let app: TestApp;
let pipeline: string;
beforeAll(async () => {
  app = await testApp();
  pipeline = await publishPlainPipeline(app, "lost");
});
afterAll(() => app.close());

const loss = async (): Promise<LossAnswer> =>
  (await app.admin.post("/insight/loss", { object: "opportunity", pipeline })).json;
async function lose(from: string, reason: string | null): Promise<void> {
  const { id } = await app.admin.make("opportunity", { name: `${from} ${reason}`, pipeline, stage: from });
  expect(
    (await app.admin.patch(`/records/opportunity/${id}`, { stage: "lost", lost_reason: reason })).status,
  ).toBe(200);
}

test("losses are counted by stage and by both levels of their reason, and every figure opens its records", async () => {
  await lose("discovery", "price_too_high");
  await lose("discovery", "price_over_budget");
  await lose("proposal", "price_too_high");
  await lose("proposal", "customer_silent");
  await lose("proposal", "other");
  await lose("proposal", null);
  const answer = await loss();
  const found = answer.groups.map(({ stage, group, count }) => [stage, group["en"], count]).toSorted();
  expect(found).toEqual([
    ["discovery", "Price", 2],
    ["proposal", "Customer", 1],
    ["proposal", "Price", 1],
  ]);
  await expectRecordsBehind(app.admin, answer.groups);
  expect(answer.cells.filter(({ stage }) => stage === "proposal")).toHaveLength(4);

  // A company arranges its reasons as it likes: a group of its own, and another for a shipped reason.
  const field = (await app.admin.get("/objects/opportunity")).json.data.fields.find(
    (one: { name: string }) => one.name === "lost_reason",
  );
  const politics = { "zh-CN": "关系", en: "Politics" };
  const options = field.options.map((option: { name: string }) =>
    option.name === "customer_silent" ? { ...option, group: politics } : option,
  );
  const added = { name: "board_veto", label: { "zh-CN": "董事会否决", en: "Vetoed" }, group: politics };
  expect(
    (await app.admin.patch("/objects/opportunity/fields/lost_reason", { options: [...options, added] }))
      .status,
  ).toBe(200);
  await lose("proposal", "board_veto");
  const again = await loss();
  const own = again.groups.filter(({ group }) => group["en"] === "Politics");
  expect(own.map(({ stage, count, reasons }) => [stage, count, reasons])).toEqual([
    ["proposal", 2, ["customer_silent", "board_veto"]],
  ]);
  await expectRecordsBehind(app.admin, own);
});
