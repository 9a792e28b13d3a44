import { expect, it } from "vitest";
import { treeOf } from "./department-tree.ts";

const department = (id: string, parent: string | null, position: number | null = null) => ({
  id,
  name: id,
  parent,
  position,
});
const shape = (...records: ReturnType<typeof department>[]) =>
  treeOf(records).map(({ record, depth }) => `${"-".repeat(depth)}${String(record["id"])}`);

it("parents come before their children, whatever the order they came in", () => {
  expect(
    shape(department("team", "sales"), department("sales", "company"), department("company", null)),
  ).toEqual(["company", "-sales", "--team"]);
});

it("children stand by their positions, and by name where those are the same", () => {
  expect(
    shape(
      department("top", null),
      department("b", "top"),
      department("a", "top"),
      department("last", "top", 2),
      department("first", "top", -1),
    ),
  ).toEqual(["top", "-first", "-a", "-b", "-last"]);
});

it("a department whose parent is out of sight stands at the top", () => {
  expect(shape(department("team", "hidden"), department("company", null))).toEqual(["company", "team"]);
});

it("two that are each other's parents do not keep the page from being drawn", () => {
  expect(shape(department("a", "b"), department("b", "a"), department("top", null))).toEqual(["top"]);
});
