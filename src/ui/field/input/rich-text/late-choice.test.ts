import { expect, test } from "vitest";
import { chosenLate, stillMeant } from "./late-choice.ts";

const person = (id: string) => ({ object: "user", id, title: id });
const found = [person("yi"), person("wei"), person("fang")];

test("whoever stands first in the list that comes is named, or who was moved to before, wherever it has them", () => {
  expect(chosenLate({ person: null }, found)?.id).toBe("yi");
  expect(chosenLate({ person: "wei" }, found)?.id).toBe("wei");
});

test("nobody is named by a list without who was meant", () => {
  expect(chosenLate({ person: "li" }, found)).toBeNull();
  expect(chosenLate({ person: null }, [])).toBeNull();
});

test("a choice holds for what was typed when it was made, and for nothing else", () => {
  const late = { text: "wang" };
  expect(stillMeant(late, "wang")).toBe(late);
  expect([stillMeant(late, "wangx"), stillMeant(late, null), stillMeant(null, "wang")]).toEqual([
    null,
    null,
    null,
  ]);
});
