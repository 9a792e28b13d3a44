import { screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { choose, fill, show, type Showing } from "../../../testing/screens/show.tsx";
import { objectInfo } from "../../../testing/screens/world.ts";
import { ConditionPanel } from "./ConditionPanel.tsx";

function open(value: string, showing: Showing = {}) {
  const onChange = vi.fn();
  const onClose = vi.fn();
  const panel = (
    <ConditionPanel object={objectInfo("contact")} value={value} onChange={onChange} onClose={onClose} />
  );
  return { user: show(panel, showing), onChange, onClose };
}
const apply = () => screen.findByRole<HTMLButtonElement>("button", { name: "Apply" });
const asText = () => screen.findByLabelText<HTMLTextAreaElement>("Write as an expression");

it("a condition of one line is taken over as its expression", async () => {
  const { user, onChange, onClose } = open('title == "Buyer"');
  await fill(user, await screen.findByDisplayValue("Buyer"), "Director");
  await user.click(await apply());
  expect(onChange).toHaveBeenCalledWith('title == "Director"');
  expect(onClose).toHaveBeenCalled();
});

it("a line without a value narrows nothing", async () => {
  const { user, onChange } = open('title == "Buyer"');
  await user.click(await screen.findByRole("button", { name: "Add condition" }));
  expect(screen.getAllByRole("listitem")).toHaveLength(2);
  await user.click(await apply());
  expect(onChange).toHaveBeenCalledWith('title == "Buyer"');
});

it("another field begins without the value of the one before", async () => {
  const { user } = open('title == "Buyer"');
  const [field] = await screen.findAllByLabelText("Field");
  if (field) await choose(user, field, "Their department");
  expect(screen.queryByDisplayValue("Buyer")).toBeNull();
});

it("the text speaks today's labels and is kept by API names", async () => {
  const { user, onChange } = open('title == "Buyer"');
  await user.click(await screen.findByRole("button", { name: "Write as an expression" }));
  expect((await asText()).value).toContain("Job title");
  await user.click(await apply());
  expect(onChange).toHaveBeenCalledWith('title == "Buyer"');
});

it("a text that does not hold says why and cannot be applied", async () => {
  const { user } = open('title == "Buyer"');
  await user.click(await screen.findByRole("button", { name: "Write as an expression" }));
  await fill(user, await asText(), "nonsense == 1");
  expect((await apply()).disabled).toBe(true);
  expect(screen.getByText(/nonsense/, { selector: ":not(textarea)" })).toBeTruthy();
});

it("what lines cannot say stays a text", async () => {
  open('title == "Buyer" && (unit == "A" || name == "B" && email == null)');
  expect((await asText()).value).toContain("||");
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "Choose line by line" }).disabled).toBe(true);
  expect(
    screen.getByText("This condition can’t be shown line by line. Edit it as an expression."),
  ).toBeTruthy();
});

it("clearing takes all conditions away", async () => {
  const { user, onChange } = open('title == "Buyer"', { language: "zh-CN" });
  await user.click(await screen.findByRole("button", { name: "清除筛选" }));
  expect(onChange).toHaveBeenCalledWith("");
});
