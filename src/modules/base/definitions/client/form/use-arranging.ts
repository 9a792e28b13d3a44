import { useState } from "react";
import type { FieldKind } from "../../../../../shared/metadata/field.ts";
import type { ObjectInfo } from "../../../../../ui/data/objects.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import type { SettingsField } from "../field-draft.ts";
import {
  type FormLayout,
  layoutOf,
  moveField,
  type Place,
  placeIn,
  stepField,
  withNames,
  withoutField,
} from "./form-layout.ts";
import { formLayoutMessages } from "./form-layout.messages.ts";
import { useFieldDrafts } from "./use-field-drafts.ts";

export type Arranging = ReturnType<typeof useArranging>;
/** What a hand holds: a field of the form, or a kind of which one is to be made. */
type Held = { readonly name: string } | { readonly kind: FieldKind };

export interface Choosing {
  /** The field whose properties are shown. */
  readonly chosen: string | null;
  readonly choose: (name: string | null) => void;
}

/** Where a field goes that is clicked, not carried: behind the chosen one’s section, else the last. */
const endBeside = (layout: FormLayout, chosen: string | null): Place => {
  const beside = chosen === null ? null : placeIn(layout, chosen);
  return { section: beside?.section ?? Math.max(layout.sections.length - 1, 0), at: Number.MAX_SAFE_INTEGER };
};

/** Where the fields stand: as the object has it, or as it was changed since, and what a key has just moved. */
function useLayout(object: ObjectInfo) {
  const start = layoutOf(object, formLayoutMessages.basics);
  // Null: as the object has it, also after it was read again.
  const [changed, setChanged] = useState<FormLayout | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const layout = changed ?? start;
  return {
    layout,
    isArranged: JSON.stringify(layout) !== JSON.stringify(start),
    change: (next: FormLayout | null) => {
      setFocused(null);
      setChanged(next);
    },
    focused,
    step: (name: string, by: 1 | -1) => {
      setChanged(stepField(layout, name, by));
      setFocused(name);
    },
  };
}

/** A form that is being made: where its fields stand, what they are, which is chosen, what a hand holds. */
export function useArranging(
  object: ObjectInfo,
  settings: readonly SettingsField[],
  { chosen, choose }: Choosing,
) {
  const { of } = useLanguage();
  const { layout, isArranged, change, focused, step } = useLayout(object);
  const fields = useFieldDrafts(object, settings);
  const [held, hold] = useState<Held | null>(null);
  const add = (kind: FieldKind, to: Place = endBeside(layout, chosen)) => {
    const name = fields.add(kind);
    change(moveField(layout, name, to));
    choose(name);
  };
  return {
    layout,
    fields,
    isArranged,
    isChanged: isArranged || fields.isChanged,
    change,
    undo: () => {
      change(null);
      fields.forgetAll();
      if (chosen !== null && fields.isNew(chosen)) choose(null);
    },
    /** What was saved is no draft any more; with `refused` the rest stays as it is, and that field is chosen. */
    settle: (called: ReadonlyMap<string, string>, refused?: string | null) => {
      change(refused === undefined ? null : withNames(layout, called));
      fields.forget([...called.keys()]);
      choose(refused ?? (chosen === null ? null : (called.get(chosen) ?? chosen)));
    },
    chosen,
    choose,
    add,
    /** A field that is not saved yet goes as if it had never been. */
    discard: (name: string) => {
      change(withoutField(layout, name));
      fields.forget([name]);
      choose(null);
    },
    hold,
    drop: (to: Place) => {
      if (held && "kind" in held) add(held.kind, to);
      else if (held) change(moveField(layout, held.name, to));
      hold(null);
    },
    focused,
    step,
    said: useSaid(layout, focused, (name) => of(fields.fieldOf(name)?.label, name)),
  };
}

/** What a reader hears of the field that was moved by keys. */
function useSaid(layout: FormLayout, focused: string | null, nameOf: (name: string) => string): string {
  const { t, of } = useLanguage();
  const place = focused === null ? null : placeIn(layout, focused);
  if (focused === null || !place) return "";
  const section = of(layout.sections[place.section]?.label) || t(formLayoutMessages.rest);
  return t(formLayoutMessages.moved, { name: nameOf(focused), section, place: place.at + 1 });
}
