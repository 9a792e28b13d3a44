import { screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { expect } from "vitest";
import { label } from "../../shared/i18n/label.ts";
import { readFields, type SettingsField } from "../../shared/wire/fields.contract.ts";
import { show } from "./show.tsx";
import { answers } from "./stand-in.ts";
import { objectInfo } from "./world.ts";
import type { ObjectInfo } from "../../ui/data/objects.ts";
import { FormTab } from "../../modules/base/definitions/client/form/FormTab.tsx";

const shipped = objectInfo("contact");
const kept = shipped.fields.filter(({ name }) => ["name", "title", "mobile", "owner"].includes(name));
export const shoe: SettingsField = {
  name: "shoe_c",
  kind: "text",
  label: label("鞋码", "Shoe size"),
  max_length: 20,
  custom: true,
};
export const colour: SettingsField = {
  name: "colour_c",
  kind: "select",
  label: label("颜色", "Colour"),
  custom: true,
  options: [
    { name: "red", label: label("红", "Red") },
    { name: "blue", label: label("蓝", "Blue") },
  ],
};
/** A form of few fields, which is drawn quickly. */
function contactWith(...more: readonly SettingsField[]): ObjectInfo {
  const fields = [...kept, ...more];
  const byName = Object.fromEntries(fields.map((field) => [field.name, field]));
  const sections = [{ label: label("是谁", "Who"), fields: ["name", ...more.map(({ name }) => name)] }];
  return { ...shipped, fields, byName, sections };
}
export const contact = contactWith(shoe, colour);
export const described = (...more: readonly SettingsField[]) => {
  const { byName: _byName, fields, ...object } = contactWith(shoe, colour, ...more);
  return {
    data: { ...object, fields: fields.map((one) => ({ ...one, right: "edit" })), links: [] },
  } as never;
};
export const done = { data: null };

function Builder({ object, first }: { readonly object: ObjectInfo; readonly first: string | null }) {
  const [chosen, choose_] = useState(first);
  return <FormTab object={object} chosen={chosen} onChoose={choose_} />;
}
export function open(field: SettingsField | null, object = contact) {
  answers(readFields, { data: object.fields.map((one) => (one.name === field?.name ? field : one)) });
  return show(<Builder object={object} first={field?.name ?? null} />, { objects: ["account"] });
}
export const input = (name: string) => screen.findByLabelText(new RegExp(`^${name}`));
export const press = (name: string) => screen.findByRole("button", { name });
export const saved = () => waitFor(() => expect(screen.queryByText("Unsaved changes")).toBeNull());
