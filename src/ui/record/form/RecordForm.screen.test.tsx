import { screen, waitFor } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { findDuplicates } from "../../../shared/wire/duplicates.contract.ts";
import { changeRecord, createRecord } from "../../../shared/wire/records.contract.ts";
import { fill, keeps, show, type Showing } from "../../../testing/screens/show.tsx";
import { answers, NO_NETWORK, refusal } from "../../../testing/screens/stand-in.ts";
import { idNo, objectInfo } from "../../../testing/screens/world.ts";
import { RecordForm, type RecordFormProps } from "./RecordForm.tsx";

const wang = { id: idNo(40), version: 3, name: "Wang Li", title: "Buyer", email: null };
const abilities = { update: true, delete: true };

function open(props: Partial<RecordFormProps> = {}, showing?: Showing) {
  for (const object of ["account", "contact", "tag", "user"]) keeps(object, []);
  answers(findDuplicates, { data: [] });
  const onSaved = vi.fn();
  const onCancel = vi.fn();
  const form = <RecordForm object={objectInfo("contact")} onSaved={onSaved} onCancel={onCancel} {...props} />;
  return { user: show(form, showing), onSaved, onCancel };
}
const save = () => screen.findByRole("button", { name: "Save" });

it("a required field that is empty is named beside it, and nothing is sent", async () => {
  const { user } = open();
  await user.click(await save());
  expect(await screen.findByText("Please fill in Name")).toBeTruthy();
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("Name*")));
});

it("two clicks on save make one record", async () => {
  const made = answers(createRecord, { data: wang, abilities });
  const { user, onSaved } = open();
  await fill(user, await screen.findByLabelText("Name*"), "Wang Li");
  await user.dblClick(await save());
  await waitFor(() => expect(onSaved).toHaveBeenCalledTimes(1));
  expect(made.map(({ body }) => body["name"])).toEqual(["Wang Li"]);
});

it("Ctrl+Enter saves from within a field", async () => {
  const made = answers(createRecord, { data: wang, abilities });
  const { user, onSaved } = open();
  await user.type(await screen.findByLabelText("Name*"), "Wang Li{Control>}{Enter}{/Control}");
  await waitFor(() => expect(onSaved).toHaveBeenCalled());
  expect(made).toHaveLength(1);
});

it("a refusal stands beside its field and what was typed stays", async () => {
  const errors = [{ code: "bad_email", field: "email", message: "No such address" }];
  answers(createRecord, refusal(422, "invalid", { errors }));
  const { user, onSaved } = open();
  await fill(user, await screen.findByLabelText("Name*"), "Wang Li");
  await fill(user, screen.getByLabelText("Email"), "wang@li");
  await user.click(await save());
  expect(await screen.findByText("No such address")).toBeTruthy();
  const email = screen.getByLabelText<HTMLInputElement>("Email");
  expect(email.closest("[data-invalid]")?.textContent).toContain("No such address");
  expect(email.value).toBe("wang@li");
  expect(onSaved).not.toHaveBeenCalled();
});

it("only what was changed is sent, with the value that was seen", async () => {
  const sent = answers(changeRecord, { data: wang, abilities });
  const { user, onSaved } = open({ record: wang });
  const title = await screen.findByLabelText("Job title");
  await fill(user, title, "Head of buying");
  await user.click(await save());
  await waitFor(() => expect(onSaved).toHaveBeenCalled());
  expect(sent.map(({ body }) => body)).toEqual([{ title: "Head of buying", base: { title: "Buyer" } }]);
});

it("without a network the draft stays, and is back when the form opens again", async () => {
  answers(createRecord, NO_NETWORK);
  const { user, onSaved } = open();
  await fill(user, await screen.findByLabelText("Name*"), "Wang Li");
  await user.click(await save());
  expect(await screen.findByText(/Your changes are kept on this device/)).toBeTruthy();
  expect(onSaved).not.toHaveBeenCalled();
  await waitFor(() => expect(JSON.stringify({ ...localStorage })).toContain("Wang Li"));
  open();
  expect(await screen.findByText("Your unsaved draft has been restored")).toBeTruthy();
});

it("records that look the same are named while one types, with their owner", async () => {
  const { user } = open();
  answers(findDuplicates, {
    data: [
      {
        object: "contact",
        id: idNo(41),
        title: "Wang Lili",
        owner_name: "Zhao Min",
        in_pool: false,
        kind: "similar",
        score: 0.9,
        exact: false,
        reason: "Nearly the same name",
        action: "warn",
      },
    ],
  });
  await fill(user, await screen.findByLabelText("Name*"), "Wang Li");
  expect(await screen.findByText("This may already exist")).toBeTruthy();
  expect(screen.getByRole("link", { name: "Wang Lili" })).toBeTruthy();
  expect(screen.getByText("Owner: Zhao Min")).toBeTruthy();
});

it("fields that a role only reads are not asked for", async () => {
  open({ object: objectInfo("contact", "service"), record: wang }, { role: "service" });
  await screen.findByLabelText("Job title");
  expect(screen.queryByLabelText("Owner")).toBeNull();
});

it("asks in Chinese", async () => {
  const { user } = open({}, { language: "zh-CN" });
  await user.click(await screen.findByRole("button", { name: "保存" }));
  expect(await screen.findByText("请填写姓名")).toBeTruthy();
});

it("a new deal begins with what one knows at once, the rest on request", async () => {
  for (const object of ["product", "competitor", "pipeline", "department"]) keeps(object, []);
  const { user } = open({ object: objectInfo("opportunity") });
  expect(await screen.findByLabelText("Amount")).toBeTruthy();
  expect(screen.queryByLabelText("Requirement")).toBeNull();
  await user.click(screen.getByRole("button", { name: /^More fields/ }));
  expect(await screen.findByLabelText("Requirement")).toBeTruthy();
  expect(screen.queryByRole("button", { name: /^More fields/ })).toBeNull();
});

it("a folded field that was refused is shown with why", async () => {
  const errors = [{ code: "too_long", field: "department", message: "Not your department" }];
  answers(createRecord, refusal(422, "invalid", { errors }));
  keeps("department", []);
  const { user } = open();
  await fill(user, await screen.findByLabelText("Name*"), "Wang Li");
  expect(screen.queryByLabelText("Department")).toBeNull();
  await user.click(await save());
  expect(await screen.findByText("Not your department")).toBeTruthy();
});

it("a record that is changed has all its fields", async () => {
  keeps("department", []);
  open({ record: wang });
  expect(await screen.findByLabelText("Phone")).toBeTruthy();
  expect(screen.queryByRole("button", { name: /^More fields/ })).toBeNull();
});

it("what was saved stands there until the form closes, and is no draft any more", async () => {
  answers(createRecord, { data: wang, abilities });
  const { user, onSaved } = open();
  const name = await screen.findByLabelText<HTMLInputElement>("Name*");
  await fill(user, name, "Wang Li");
  await user.click(await save());
  await waitFor(() => expect(onSaved).toHaveBeenCalled());
  expect(name.value).toBe("Wang Li");
  expect(Object.keys(localStorage).filter((key) => key.startsWith("sluice.draft"))).toEqual([]);
});
