import { expect, test } from "vitest";
import { textOf } from "../../../../shared/i18n/label.ts";
import { say } from "../../../../shared/i18n/messages.ts";
import { objectInfo, objectsFor } from "../../../../testing/screens/world.ts";
import type { ObjectMap } from "../../../../ui/data/objects.ts";
import type { LanguageTools } from "../../../../ui/kit/language.tsx";
import {
  choiceOfValue,
  fieldNamed,
  fieldOptions,
  fieldTitle,
  findingFields,
  looksDated,
  targetOf,
  valueOfChoice,
} from "./field-choices.ts";

const language: LanguageTools = {
  language: "en",
  t: (text, params) => say(text, "en", params),
  of: (label, otherwise = "") => textOf(label, "en", otherwise),
  setLanguage: () => undefined,
};
const objects: ObjectMap = new Map(objectsFor("administrator").map(({ name }) => [name, objectInfo(name)]));
const values = (object: string, more?: ObjectMap) =>
  fieldOptions(objectInfo(object), language, more).map(({ value }) => value);

test("a column may fill what people may change, the id and the history; nothing that is computed", () => {
  const offered = values("opportunity");
  for (const name of ["id", "name", "account", "amount", "amount:currency", "stage", "created_at", "history"])
    expect(offered, name).toContain(name);
  for (const name of ["created_by", "updated_at", "version"]) expect(offered, name).not.toContain(name);
});
test("a required field is marked, lines are offered where the document has them", () => {
  const options = fieldOptions(objectInfo("account"), language);
  expect(options.find(({ value }) => value === "name")?.label).toMatch(/ \*$/);
  expect(values("price_book", objects)).toContain("entries.product");
  expect(values("price_book").some((value) => value.startsWith("entries."))).toBe(false);
});
test("who may not change a field is not offered it", () => {
  const account = objectInfo("account");
  const fields = account.fields.map((field) =>
    field.name === "industry" ? { ...field, right: "read" as const } : field,
  );
  expect(fieldOptions({ ...account, fields }, language).map(({ value }) => value)).not.toContain("industry");
});

test("the choice of a link starts with how its record is found; another field keeps the day of a stage", () => {
  const deal = objectInfo("opportunity");
  expect(choiceOfValue("account", deal, objects, {})).toEqual({
    field: "account",
    by: ["name"],
    missing: "refuse",
  });
  expect(choiceOfValue("amount:currency", deal, objects, {})).toEqual({ field: "amount", part: "currency" });
  expect(choiceOfValue("close_date", deal, objects, { field: "name", unit: "万元", entered: "won" })).toEqual(
    {
      field: "close_date",
      entered: "won",
    },
  );
  expect(choiceOfValue(undefined, deal, objects, { field: "name", dateOrder: "dmy" })).toEqual({
    dateOrder: "dmy",
  });
  expect([
    valueOfChoice({ field: "amount", part: "currency" }),
    valueOfChoice({ field: "name" }),
    valueOfChoice({}),
  ]).toEqual(["amount:currency", "name", undefined]);
});

test("a field of a line is found and named with its list", () => {
  const book = objectInfo("price_book");
  expect(fieldNamed("entries.product", book, objects)?.name).toBe("product");
  expect(fieldTitle("entries.product", book, objects, language.of)).toMatch(/ · /);
  expect(fieldTitle("moon", book, objects, language.of)).toBe("moon");
  expect(targetOf("entries.product", book, objects)?.name).toBe("product");
  expect(targetOf("name", book, objects)).toBeUndefined();
});

test("a linked record is found by texts that the importer may read in full, or by its id", () => {
  const account = objectInfo("account");
  const fields = account.fields.map((field) =>
    field.name === "uscc" ? { ...field, right: "mask" as const } : field,
  );
  const found = findingFields({ ...account, fields }, language).map(({ value }) => value);
  expect(found).toEqual(expect.arrayContaining(["name", "phone", "external_id", "id"]));
  expect(found).not.toContain("uscc");
  expect(found).not.toContain("revenue");
});

test("a column looks dated where each sample is a day", () => {
  const dated = (...samples: string[]) => looksDated({ name: "d", samples, suggestion: null });
  expect([
    dated("2026-03-05", "3/4/2026"),
    dated("2026-03-05 10:00"),
    dated("2026-03-05", "soon"),
    dated(),
  ]).toEqual([true, true, false, false]);
});
