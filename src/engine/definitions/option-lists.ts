import type { FieldDefinition, SelectOption } from "../../shared/metadata/field.ts";

export const optionsOf = (definition: FieldDefinition): readonly SelectOption[] =>
  definition.kind === "select" || definition.kind === "multiselect" ? definition.options : [];
export const lostOptions = (before: FieldDefinition, after: FieldDefinition): readonly SelectOption[] => {
  const kept = new Set(optionsOf(after).map((option) => option.name));
  return optionsOf(before).filter((option) => !kept.has(option.name));
};

/** What takes the place of options that go: another option, or null for none. */
export type OptionMap = Readonly<Record<string, string | null>>;
