import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Values } from "../../../shared/metadata/object.ts";
import { changeRecord, createRecord, deleteRecord } from "../../../shared/wire/records.contract.ts";
import { keepPreferences } from "../../../shared/wire/session.contract.ts";
import { address, choose, fill, keeps, showPage, type Showing } from "../../../testing/screens/show.tsx";
import { answers, refusal } from "../../../testing/screens/stand-in.ts";
import { idNo, LI_NA } from "../../../testing/screens/world.ts";

const wang = { id: idNo(40), version: 3, name: "Wang Li", title: "Buyer", role: "buyer" };
const chen = { id: idNo(41), version: 1, name: "Chen Hao", title: "Engineer", role: "user" };
const view: Values = {
  id: idNo(70),
  object: "contact",
  name: "Buyers",
  kind: "list",
  filter: 'role == "buyer"',
  sort: "-name",
  columns: [{ field: "name", width: 300 }, { field: "role" }],
  visibility: "private",
  owner: LI_NA,
};
const COLUMNS = { "list.contact": { columns: [{ field: "name" }, { field: "title" }] } };
const done = { data: wang, abilities: { update: true, delete: true } };

function open(query = "", { me, ...showing }: Showing = {}, views: readonly Values[] = []) {
  const asked = keeps("contact", [wang, chen]);
  keeps("view", views);
  const user = showPage(`/records/contact${query}`, {
    objects: ["contact", "account", "view"],
    me: { preferences: COLUMNS, ...me },
    ...showing,
  });
  return { user, asked };
}
const press = (name: string | RegExp) => screen.findByRole("button", { name });
const heads = async () => {
  await screen.findByText("Wang Li");
  return screen
    .getAllByRole("columnheader")
    .map(({ textContent }) => textContent)
    .filter((text) => text !== "");
};

it("what is typed into the search box is asked once the typing rests, and stands in the address", async () => {
  const { user, asked } = open();
  await screen.findByText("Wang Li");
  await user.type(screen.getByRole("searchbox"), " wang ");
  await expect.poll(address).toBe("/records/contact?q=wang");
  await expect.poll(() => asked.at(-1)?.query.search).toBe("wang");
  expect(
    asked.map(({ query }) => query.search ?? "").filter((text) => text !== "" && text !== "wang"),
  ).toEqual([]);
});

it("a head sorts downwards, then upwards, then as the list does", async () => {
  const { user, asked } = open();
  await screen.findByText("Wang Li");
  const title = within(screen.getByRole("columnheader", { name: /^Job title/ })).getByRole("button", {
    name: "Job title",
  });
  for (const sort of ["-title", "title"]) {
    await user.click(title);
    await expect.poll(() => asked.at(-1)?.query.sort).toBe(sort);
    expect(address()).toBe(`/records/contact?sort=${sort}`);
  }
  await user.click(title);
  await expect.poll(address).toBe("/records/contact");
});

it("the order is chosen from all fields that have one, and says which it is", async () => {
  const { user, asked } = open("?sort=-title");
  await user.click(await press("Sort"));
  expect((await press("Job title Descending")).getAttribute("aria-pressed")).toBe("true");
  expect(screen.queryByRole("button", { name: /^Tags Ascending/ })).toBeNull();
  await user.click(await press("Name Ascending"));
  await expect.poll(() => asked.at(-1)?.query.sort).toBe("name");
});

it("a scene narrows the list and is remembered", async () => {
  const kept = answers(keepPreferences, ({ body }) => ({ data: body }));
  const { user, asked } = open();
  await user.click(await screen.findByRole("tab", { name: "Mine" }));
  await expect.poll(() => asked.at(-1)?.query.filter).toBe("owner == me()");
  expect(kept.map(({ body }) => body)).toEqual([{ "scene.contact": "mine" }]);
  await user.keyboard("{ArrowRight}");
  await expect.poll(address).toBe("/records/contact?scene=subordinates");
  expect(document.activeElement?.textContent).toBe("My team’s");
});

it("the scene that was chosen last is shown, one in the address before it", async () => {
  const preferences = { ...COLUMNS, "scene.contact": "mine" };
  const { asked } = open("", { me: { preferences } });
  await expect.poll(() => asked.at(-1)?.query.filter).toBe("owner == me()");
  expect(screen.getByRole("tab", { name: "Mine" }).getAttribute("aria-selected")).toBe("true");
});

it("a saved view brings its condition, order and columns; what is narrowed further holds as well", async () => {
  const { asked } = open(`?scene=view:${view.id}&filter=${encodeURIComponent('title == "Buyer"')}`, {}, [
    view,
  ]);
  await expect.poll(() => asked.at(-1)?.query.filter).toBe('(role == "buyer") && (title == "Buyer")');
  expect(asked.at(-1)?.query.sort).toBe("-name");
  expect(await heads()).toEqual(["Name", "Buying role"]);
});

it("the list as it is is kept as a view, for oneself or for everyone, and opened", async () => {
  const made = answers(createRecord, { ...done, data: { ...view, id: idNo(71) } });
  const { user } = open(`?filter=${encodeURIComponent('title == "Buyer"')}&sort=-title`);
  await user.click(await press("Save as view"));
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getByRole("button", { name: "Save" }).hasAttribute("disabled")).toBe(true);
  await fill(user, dialog.getByLabelText(/^View name/), "  Buyers  ");
  await user.click(dialog.getByRole("switch"));
  await user.click(dialog.getByRole("button", { name: "Save" }));
  await expect.poll(address).toBe(`/records/contact?scene=${encodeURIComponent(`view:${idNo(71)}`)}`);
  expect(made[0]?.body).toMatchObject({
    object: "contact",
    name: "Buyers",
    kind: "list",
    filter: 'title == "Buyer"',
    sort: "-title",
    visibility: "everyone",
  });
});

it("one's own view is changed to what the list shows, or taken away", async () => {
  const [changed, deleted] = [answers(changeRecord, done), answers(deleteRecord, undefined)];
  const { user } = open(`?scene=view:${view.id}&sort=title`, {}, [view]);
  await heads();
  await user.click(await press("Save as view"));
  await user.click(await screen.findByRole("menuitem", { name: /Update view “Buyers”/ }));
  await expect.poll(() => changed.map(({ params }) => params.id)).toEqual([view.id]);
  expect(changed[0]?.body).toMatchObject({ filter: 'role == "buyer"', sort: "title" });
  await expect.poll(address).not.toContain("sort=");
  await user.click(await press("Save as view"));
  await user.click(await screen.findByRole("menuitem", { name: /Delete view/ }));
  await expect.poll(() => deleted.map(({ params }) => params.id)).toEqual([view.id]);
  await expect.poll(address).toContain("scene=all");
});

it("somebody else's view is neither changed nor taken away", async () => {
  const { user } = open(`?scene=view:${view.id}&sort=title`, {}, [
    { ...view, owner: idNo(9), visibility: "everyone" },
  ]);
  await heads();
  await user.click(await press("Save as view"));
  expect(await screen.findByRole("dialog", { name: "Save as view" })).toBeTruthy();
  expect(screen.queryByRole("menuitem", { name: /Update|Delete/ })).toBeNull();
});

it("columns are added, hidden and put back; each change is kept for this person", async () => {
  const kept = answers(keepPreferences, ({ body }) => ({ data: body }));
  const { user } = open();
  expect(await heads()).toEqual(["Name", "Job title"]);
  await user.click(await press("Columns"));
  await choose(user, await screen.findByRole("combobox", { name: "Add column" }), "Email");
  await expect.poll(heads).toEqual(["Name", "Job title", "Email"]);
  await user.click(await press("Hide Job title"));
  await expect.poll(heads).toEqual(["Name", "Email"]);
  expect(kept.at(-1)?.body).toMatchObject({
    "list.contact": { columns: [{ field: "name" }, { field: "email" }] },
  });
  await user.click(await press("Reset columns"));
  await expect.poll(() => kept.at(-1)?.body).toEqual({ "list.contact": null });
});

it("the last column cannot be hidden, and the first ones stay in sight as many as are told", async () => {
  const kept = answers(keepPreferences, ({ body }) => ({ data: body }));
  const one = { "list.contact": { columns: [{ field: "name" }] } };
  const { user } = open("", { me: { preferences: one } });
  await screen.findByText("Wang Li");
  await user.click(await press("Columns"));
  const freeze = await screen.findByLabelText(/^Freeze columns/);
  expect(screen.queryByRole("button", { name: /^Hide/ })).toBeNull();
  await fill(user, freeze, "0");
  await expect.poll(() => kept.at(-1)?.body).toMatchObject({ "list.contact": { frozen: 0 } });
});

it("conditions are cleared by the cross beside them", async () => {
  const { user, asked } = open(`?filter=${encodeURIComponent('title == "Buyer"')}`);
  await expect.poll(() => asked.at(-1)?.query.filter).toBe('title == "Buyer"');
  await user.click(await press("Clear filters"));
  await expect.poll(address).toBe("/records/contact");
});

it("Shift selects all rows in between, the box in the head all that are loaded", async () => {
  const { user } = open();
  await screen.findByText("Wang Li");
  const boxes = screen.getAllByRole("checkbox", { name: "Select this row" });
  const [first, last] = boxes;
  if (!first || !last) throw new Error("There are no rows to select");
  await user.click(first);
  await user.keyboard("{Shift>}");
  await user.click(last);
  await user.keyboard("{/Shift}");
  expect(await screen.findByRole("toolbar", { name: "2 selected" })).toBeTruthy();
  await user.click(screen.getByRole("checkbox", { name: "Select all loaded records" }));
  expect(screen.queryByRole("toolbar", { name: /selected/ })).toBeNull();
  await user.click(screen.getByRole("checkbox", { name: "Select all loaded records" }));
  expect(await screen.findByRole("toolbar", { name: "2 selected" })).toBeTruthy();
});

it("who may keep no views is not offered to, and a list that may not be read says so", async () => {
  answers(createRecord, refusal(403, "forbidden"));
  const { user } = open("", { objects: ["contact"] });
  await screen.findByText("Wang Li");
  expect(screen.queryByRole("button", { name: "Save as view" })).toBeNull();
  await user.click(await press("More"));
  expect(screen.queryByRole("menuitem", { name: /Save as view/ })).toBeNull();
});
