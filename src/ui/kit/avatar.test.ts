import { expect, test } from "vitest";
import { lettersOf } from "./Avatar.tsx";
import { hueOf } from "./colors.ts";

test("a face shows the last two characters of a Chinese name and the first letters of others", () => {
  expect(
    ["梁红霞", "王敏", "欧阳晓", "A", "Mary Anne Lee", "jo.smith@example.com", "李 Lei", "", "𠮷田"].map(
      lettersOf,
    ),
  ).toEqual(["红霞", "王敏", "阳晓", "A", "ML", "J", "李", "", "𠮷田"]);
});

test("a name keeps its hue, and names share eight", () => {
  expect(hueOf("梁红霞")).toBe(hueOf("梁红霞"));
  const hues = new Set(Array.from({ length: 400 }, (_, place) => hueOf(`人${place}`)));
  expect(hues.size).toBe(8);
});
