import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { label } from "../../../../shared/i18n/label.ts";
import type { ProofStep } from "../../../../shared/wire/explanation.ts";
import { address, choose, keeps, showPage, type Showing } from "../../../../testing/screens/show.tsx";
import { answers, inTurn, refusal } from "../../../../testing/screens/stand-in.ts";
import { idNo, WANG_WEI } from "../../../../testing/screens/world.ts";
import { type ExplainAnswer, explainRight, readReaders } from "../shared/proof.contract.ts";

const step = (why: string, en: string, through: readonly ProofStep[] = []): ProofStep => ({
  why,
  text: label(en, en),
  ...(through.length > 0 ? { through: [...through] } : {}),
});
const account = { id: idNo(30), name: "Harbour Ltd", version: 1 };
const answer: ExplainAnswer = {
  allowed: true,
  because: [
    step("scope", "The role Seller sees its department", [step("role", "Wang Wei has the role Seller")]),
  ],
  denied: [step("owner", "The record belongs to somebody else")],
  action: "read",
  who: { id: WANG_WEI, name: "Wang Wei", kind: "user" },
  object: "account",
  record: { id: account.id, title: account.name },
};
const QUESTION = `user=${WANG_WEI}&object=account&record=${account.id}&action=read`;
function open(query: string, showing: Showing = {}) {
  keeps("user", [{ id: WANG_WEI, name: "Wang Wei" }]);
  keeps("account", [account]);
  keeps("role", [{ id: idNo(91), name: "seller", label: label("销售", "Seller") }]);
  return showPage(`/settings/permissions${query}`, {
    objects: ["account", "contact", "opportunity", "user", "role", "department"],
    ...showing,
  });
}

it("nothing is asked before somebody and a record are chosen", async () => {
  open("");
  expect(await screen.findByText("Choose a person and a record first")).toBeTruthy();
});

it("a question that stands in the address is answered, its grounds first", async () => {
  const asked = answers(explainRight, { data: answer });
  const user = open(`?${QUESTION}`);
  const heading = await screen.findByRole("heading", { name: /Wang Wei can view/ });
  expect(within(heading).getByRole("link", { name: "Harbour Ltd" }).getAttribute("href")).toBe(
    `/records/account/${account.id}`,
  );
  expect(screen.getByText("The role Seller sees its department")).toBeTruthy();
  expect(screen.getByText("Wang Wei has the role Seller")).toBeTruthy();
  expect(asked[0]?.query).toMatchObject({ user: WANG_WEI, record: account.id, action: "read" });
  const others = screen.getByText("Other rules that don’t apply (1)");
  await user.click(others);
  expect(screen.getByText("The record belongs to somebody else")).toBeTruthy();
});

it("a no says why not, and nothing of a because", async () => {
  answers(explainRight, {
    data: { ...answer, allowed: false, record: { id: account.id, title: null } },
  });
  open(`?${QUESTION}`);
  const heading = await screen.findByRole("heading", { name: /Wang Wei cannot view/ });
  expect(within(heading).queryByRole("link"), "its title is out of the asker's sight").toBeNull();
  // Both are called the reason: one stands there, and it is that of the no.
  expect(screen.getAllByRole("heading", { name: "Reason" })).toHaveLength(1);
  expect(screen.getByText("The record belongs to somebody else")).toBeTruthy();
  expect(screen.queryByText("The role Seller sees its department")).toBeNull();
  expect(screen.queryByText(/^Other rules that don’t apply/)).toBeNull();
});

it("a no leads to where it can be granted: this record, a rule, a role", async () => {
  answers(explainRight, { data: { ...answer, allowed: false } });
  open(`?${QUESTION}`);
  const share = await screen.findByRole("link", { name: "Share the record with Wang Wei" });
  expect(share.getAttribute("href")).toBe(`/records/account/${account.id}`);
  expect(screen.getByRole("link", { name: /sharing rule/ }).getAttribute("href")).toBe(
    "/settings/sharing-rules",
  );
  expect(screen.getByRole("link", { name: /role’s permissions/ }).getAttribute("href")).toBe(
    "/settings/roles",
  );
});

it("what a share cannot give is not offered by one", async () => {
  answers(explainRight, { data: { ...answer, allowed: false, action: "delete" } });
  open(`?${QUESTION}`);
  expect(await screen.findByRole("link", { name: /role’s permissions/ })).toBeTruthy();
  expect(screen.queryByRole("link", { name: /^Share the record|sharing rule/ })).toBeNull();
});

it("who may not manage roles is not sent there", async () => {
  answers(explainRight, { data: { ...answer, allowed: false } });
  open(`?${QUESTION}`, { me: { abilities: ["permissions.explain"] } });
  expect(await screen.findByRole("link", { name: "Share the record with Wang Wei" })).toBeTruthy();
  expect(screen.queryByRole("link", { name: /sharing rule|role’s permissions/ })).toBeNull();
});

it("creating is asked without a record, and takes the one that was chosen away", async () => {
  const asked = answers(explainRight, { data: answer });
  const user = open(`?${QUESTION}`);
  await screen.findByRole("heading", { name: /Wang Wei can view/ });
  await choose(user, screen.getByLabelText("Action"), "create");
  await expect.poll(() => asked.at(-1)?.query.action).toBe("create");
  expect(asked.at(-1)?.query.record).toBeUndefined();
  expect(address()).not.toContain(account.id);
});

it("another object takes record and field away; moving a stage is asked of what has one", async () => {
  answers(explainRight, { data: answer });
  const user = open(`?${QUESTION}&field=name`);
  await screen.findByRole("heading", { name: /Wang Wei can view/ });
  await user.click(screen.getByLabelText("Action"));
  expect(screen.queryByText("move to another stage")).toBeNull();
  await choose(user, screen.getByLabelText("Object"), "Opportunity");
  await expect.poll(address).toContain("object=opportunity");
  expect(address()).not.toMatch(/record=|field=/);
  await user.click(screen.getByLabelText("Action"));
  expect(await screen.findByText("move to another stage")).toBeTruthy();
});

it("a role is asked about instead of a person, and takes the person away", async () => {
  answers(explainRight, { data: answer });
  const user = open(`?${QUESTION}`);
  await screen.findByRole("heading", { name: /Wang Wei can view/ });
  await user.click(screen.getByText("Role"));
  await expect.poll(address).not.toContain("user=");
  expect(await screen.findByText("Choose a person and a record first")).toBeTruthy();
  await choose(user, screen.getByRole("combobox", { name: "Role" }), "Seller");
  await expect.poll(address).toContain(`role=${idNo(91)}`);
});

it("what cannot be answered says so", async () => {
  answers(explainRight, refusal(404, "not_found", { detail: "There is no such record" }));
  open(`?${QUESTION}`);
  expect(await screen.findByText("There is no such record")).toBeTruthy();
});

it("who may not ask is not shown the page", async () => {
  open(`?${QUESTION}`, { role: "read_only" });
  await expect.poll(() => screen.queryByText("Permission check")).toBeNull();
});

const reader = (number: number, name: string, update: boolean) => ({
  id: idNo(number),
  name,
  department: "Sales",
  reason: step("owner", `${name} owns it`),
  update,
});
const READERS = `/readers?object=account&record=${account.id}`;

it("the readers of a record stand with their shortest reason, and lead to the whole proof", async () => {
  answers(readReaders, {
    data: [reader(2, "Wang Wei", true), reader(3, "Zhao Min", false)],
    page: { next: null },
  });
  open(READERS);
  expect(await screen.findByText("Who can see “Harbour Ltd”")).toBeTruthy();
  const [first, second] = within(await screen.findByRole("list", { name: "Who can see this" })).getAllByRole(
    "link",
  );
  expect(first?.getAttribute("href")).toBe(`/settings/permissions?${QUESTION}`);
  expect(second?.textContent).toContain("Zhao Min");
  expect(screen.getByText("Wang Wei owns it")).toBeTruthy();
  expect([screen.getAllByText("Can edit").length, screen.getAllByText("Read only").length]).toEqual([1, 1]);
  expect(screen.queryByRole("button", { name: "Keep looking" })).toBeNull();
});

it("nobody found so far is not nobody: one looks on, page by page", async () => {
  const asked = answers(
    readReaders,
    inTurn({ data: [], page: { next: "c1" } }, { data: [reader(2, "Wang Wei", true)], page: { next: null } }),
  );
  const user = open(READERS);
  expect(await screen.findByText("None found so far. Keep looking")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Keep looking" }));
  expect(await screen.findByText("Wang Wei owns it")).toBeTruthy();
  expect(asked.map(({ query }) => query.cursor ?? "")).toEqual(["", "c1"]);
});

it("nobody at all is said as such", async () => {
  answers(readReaders, { data: [], page: { next: null } });
  open(READERS);
  expect(await screen.findByText("Nobody can see this record")).toBeTruthy();
});
