import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import {
  readFieldHistory,
  readVersions,
  restoreVersion,
  type Version,
} from "../../../shared/wire/versions.contract.ts";
import { choose, show, type Showing } from "../../../testing/screens/show.tsx";
import { answers, inTurn, refusal } from "../../../testing/screens/stand-in.ts";
import { idNo, objectInfo } from "../../../testing/screens/world.ts";
import { timeText } from "../../kit/time-text.ts";
import { FieldHistoryButton } from "./FieldHistory.tsx";
import { VersionsList } from "./VersionsList.tsx";

const contact = objectInfo("contact");
const wang = { id: idNo(40), version: 3, name: "Wang Li", title: "Director" };
const version = (number: number, day: string, values: object, more: Partial<Version> = {}): Version => ({
  version: number,
  from: `2026-03-${day}T02:00:00Z`,
  to: number === 3 ? null : "2026-03-30T02:00:00Z",
  by: { id: idNo(2), name: "Wang Wei", kind: "person" },
  road: "form",
  deleted: false,
  values: { name: "Wang Li", owner: idNo(1), ...values },
  titles: {},
  changed: [],
  lines: {},
  ...more,
});
const third = version(
  3,
  "03",
  { title: "Director", mobile: "13800138000" },
  { changed: ["title", "mobile"] },
);
const second = version(
  2,
  "02",
  { title: "Buyer", mobile: "13800138000", owner: idNo(2) },
  { road: "import" },
);
const told = version(0, "01", { title: "Buyer", mobile: null }, { by: { id: null, name: null, kind: null } });

function open(showing: Showing & { readonly editable?: boolean } = {}) {
  const { editable = true, ...rest } = showing;
  answers(readVersions, ({ query }) =>
    query.cursor ? { data: [told], page: { next: null } } : { data: [third, second], page: { next: "c1" } },
  );
  return show(<VersionsList object={contact} record={wang} editable={editable} />, {
    objects: ["contact", "account", "user"],
    ...rest,
  });
}
const press = (name: string | RegExp) => screen.findByRole("button", { name });

it("every state says who brought it about, by which way, and what changed", async () => {
  const user = open();
  const now = within((await screen.findByText("Version 3")).closest("li") ?? document.body);
  expect(now.getByText("Current")).toBeTruthy();
  expect(now.getByText("Changed: Job title, Mobile")).toBeTruthy();
  const before = within(screen.getByText("Version 2").closest("li") ?? document.body);
  expect(before.getByText("import")).toBeTruthy();
  expect(before.getByText("No changes in the fields you can see")).toBeTruthy();
  await user.click(await press("Earlier versions"));
  const first = within((await screen.findByText("Imported history")).closest("li") ?? document.body);
  expect(first.getByText("System")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Earlier versions" })).toBeNull();
});

it("a version stands beside the present one, what differs first, all on demand", async () => {
  const user = open();
  await user.click(await press("Open and compare Version 2"));
  const table = within(
    await screen.findByRole("table", { name: `Version 2 (from ${timeText(second.from)})` }),
  );
  const names = () => table.getAllByRole("rowheader").map(({ textContent }) => textContent);
  expect(names()).toEqual(["Owner", "Job title"]);
  expect([table.getByText("Buyer"), table.getByText("Director")]).toHaveLength(2);
  await user.click(screen.getByRole("checkbox", { name: "Only differences" }));
  expect(names()).toEqual(expect.arrayContaining(["Name", "Mobile", "Job title"]));
  expect(names()).not.toContain("Version");
});

it("what is ticked is restored against what stands now; the owner only where that is chosen", async () => {
  const sent = answers(restoreVersion, { data: wang, abilities: { update: true, delete: true } });
  const user = open();
  await user.click(await press("Open and compare Version 2"));
  expect((await press("Restore 0 fields")).hasAttribute("disabled"), "nothing is ticked for one").toBe(true);
  await user.click(await screen.findByRole("checkbox", { name: "Restore “Job title”" }));
  await user.click(await press("Restore 1 field"));
  await expect.poll(() => screen.queryByRole("dialog")).toBeNull();
  expect(await screen.findByText("Restored to version 2")).toBeTruthy();
  expect(sent.map(({ body }) => body)).toEqual([
    { from: second.from, fields: ["title"], base: { title: "Director" } },
  ]);
});

it("ticks are taken away and given", async () => {
  const sent = answers(restoreVersion, refusal(422, "invalid", { detail: "The owner is gone" }));
  const user = open();
  await user.click(await press("Open and compare Version 2"));
  await user.click(await screen.findByRole("checkbox", { name: "Restore all fields" }));
  expect(await press("Restore 2 fields")).toBeTruthy();
  await user.click(screen.getByRole("checkbox", { name: "Restore all fields" }));
  expect((await press("Restore 0 fields")).hasAttribute("disabled")).toBe(true);
  await user.click(screen.getByRole("checkbox", { name: "Restore “Owner”" }));
  await user.click(await press("Restore 1 field"));
  expect(await screen.findByText("The owner is gone")).toBeTruthy();
  expect(screen.getByRole("dialog")).toBeTruthy();
  expect(sent[0]?.body).toMatchObject({ fields: ["owner"], base: { owner: idNo(1) } });
});

it("two that were never different say so, and what is out of sight is not restored unseen", async () => {
  const user = open();
  await user.click(await press("Earlier versions"));
  await user.click(await press("Open and compare Imported history"));
  await screen.findByRole("table");
  for (const name of ["Job title", "Mobile"])
    await user.click(screen.getByRole("checkbox", { name: `Restore “${name}”` }));
  expect(await press("Restore 2 fields")).toBeTruthy();
  await choose(user, screen.getByRole("combobox"), `Version 2 · ${timeText(second.from)}`);
  const names = screen.getAllByRole("rowheader").map(({ textContent }) => textContent);
  expect(names).toEqual(["Owner", "Mobile"]);
  expect(await press("Restore 1 field")).toBeTruthy();
});

it("who may not change the record compares and restores nothing", async () => {
  const user = open({ editable: false });
  await user.click(await press("Open and compare Version 2"));
  await screen.findByRole("table");
  expect(screen.queryByRole("checkbox", { name: /^Restore “/ })).toBeNull();
  expect(screen.queryByText(/^Restoring is a change/)).toBeNull();
});

it("the present version stands beside the one before", async () => {
  const user = open();
  await user.click(await press("Open and compare Version 3"));
  const table = within(await screen.findByRole("table"));
  expect(table.getByRole("columnheader", { name: "Version 2" })).toBeTruthy();
  expect(table.getAllByRole("rowheader").map(({ textContent }) => textContent)).toEqual([
    "Owner",
    "Job title",
  ]);
});

it("a field shows all values that it has had, empty ones as such", async () => {
  const title = contact.byName["title"];
  if (!title) throw new Error("Contacts have no title");
  const state = { version: 1, to: null, by: { id: null, name: "Wang Wei", kind: "person" }, road: "import" };
  answers(
    readFieldHistory,
    inTurn(refusal(500, "internal"), {
      field: "title",
      data: [
        { ...state, from: "2026-03-02T02:00:00Z", value: "Buyer" },
        {
          ...state,
          from: "2026-03-01T02:00:00Z",
          value: null,
          by: { id: null, name: null, kind: null },
          road: "form",
        },
      ],
    }),
  );
  const user = show(<FieldHistoryButton object={contact} field={title} id={wang.id} />);
  await user.click(await press("History of “Job title”"));
  await user.click(await press("Try again"));
  const points = await screen.findAllByRole("listitem");
  expect(points.map(({ textContent }) => textContent)).toEqual([
    `Buyer${timeText("2026-03-02T02:00:00Z")}Wang Weiimport`,
    `Empty${timeText("2026-03-01T02:00:00Z")}System`,
  ]);
});
