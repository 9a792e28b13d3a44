import { type Label, label, textOf } from "../../shared/i18n/label.ts";
import { catalogCheckMessages } from "./check-catalog.messages.ts";

type Key = keyof typeof catalogCheckMessages;

/** Says what is wrong with an object or a field, by the property that it is about. */
export type Report = (
  code: Key,
  params?: Readonly<Record<string, string | number | Label>>,
  property?: string,
) => void;

/** What an object or a field is called, its name where it has no label. */
export const labelOf = (one: {
  readonly name: string;
  readonly label: Readonly<Record<string, string>>;
}): Label => label(textOf(one.label, "zh-CN", one.name), textOf(one.label, "en", one.name));

/** What objects and fields may be called. */
export const NAME = /^[a-z][a-z0-9_]{0,49}$/;
