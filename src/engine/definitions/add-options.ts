import type { SelectOption } from "../../shared/metadata/field.ts";
import { OPTION_HUES } from "../../shared/metadata/option-colors.ts";
import { apiNameOf } from "../../shared/text/api-name.ts";
import { fold } from "../../shared/text/fold.ts";
import type { Context } from "../kernel/context.ts";
import { accept, type Result } from "../kernel/refusal.ts";
import { changeField } from "./change-field.ts";
import { asValues } from "./definition-records.ts";
import { refusedWith } from "./messages.ts";
import { countUses } from "./remove-options.ts";

/** The options of a field that is a list of choices; null where it is none. */
function optionsOf(context: Context, object: string, name: string): readonly SelectOption[] | null {
  const field = context.catalog.object(object)?.byName[name];
  if (!field || field.hidden) return null;
  return field.kind === "select" || field.kind === "multiselect" ? field.options : null;
}

/**
 * One more option for each of these words, last in the list; one that is there but no longer offered is
 * offered again. Answers their names in the order of the words.
 */
export async function addOptions(
  context: Context,
  object: string,
  name: string,
  words: readonly string[],
): Promise<Result<readonly string[]>> {
  const held = optionsOf(context, object, name);
  if (!held) return refusedWith(404, "unknown", { name });
  const options = [...held];
  const names = words.map((word) => {
    const known = options.findIndex(({ label }) =>
      Object.values(label).some((text) => text !== undefined && fold(text) === fold(word)),
    );
    const one = options[known];
    if (one) {
      const { hidden: _hidden, ...offered } = one;
      options[known] = offered;
      return one.name;
    }
    const made: SelectOption = {
      name: freeName(apiNameOf(word) || "option", options),
      label: { [context.company.language]: word.trim() },
      color: OPTION_HUES[options.length % OPTION_HUES.length] ?? "blue",
    };
    options.push(made);
    return made.name;
  });
  const done = await changeField(context, object, name, { options: options.map(asValues) });
  return done.ok ? accept(names) : done;
}
function freeName(wanted: string, options: readonly SelectOption[]): string {
  const isFree = (name: string) => !options.some((one) => one.name === name);
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted}_${number}`;
    if (isFree(name)) return name;
  }
}

/** Options that nothing uses go, all in one change; those that a record still has are no longer offered. */
export async function takeBackOptions(
  context: Context,
  object: string,
  name: string,
  options: readonly string[],
): Promise<Result<unknown>> {
  const field = context.catalog.object(object)?.byName[name];
  const held = optionsOf(context, object, name);
  if (!field || !held) return accept(null);
  const uses = await countUses(context, object, name, field, options);
  const used = new Set(uses.map(({ option }) => option));
  const left = held
    .filter((one) => !options.includes(one.name) || used.has(one.name))
    .map((one) => (options.includes(one.name) ? { ...one, hidden: true } : one));
  return changeField(context, object, name, { options: left.map(asValues) });
}
