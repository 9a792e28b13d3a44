import { useState } from "react";
import type { ObjectInfo } from "../../../../../ui/data/objects.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { type FormLayout, layoutOf, moveField, type Place, placeIn, stepField } from "./form-layout.ts";
import { formLayoutMessages } from "./form-layout.messages.ts";

export type Arranging = ReturnType<typeof useArranging>;

/** A form that is being arranged: as it is now, what a hand holds, and what a key has just moved. */
export function useArranging(object: ObjectInfo) {
  const { t, of } = useLanguage();
  const start = layoutOf(object, formLayoutMessages.basics);
  // Null: as the object has it, also after it was read again.
  const [changed, setChanged] = useState<FormLayout | null>(null);
  const [held, hold] = useState<string | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const layout = changed ?? start;
  const change = (next: FormLayout) => {
    setFocused(null);
    setChanged(next);
  };
  const nameOf = (section: number) => of(layout.sections[section]?.label) || t(formLayoutMessages.rest);
  /** What a reader hears of the field that was moved by keys. */
  const place = focused === null ? null : placeIn(layout, focused);
  const said =
    focused !== null && place
      ? t(formLayoutMessages.moved, {
          name: of(object.byName[focused]?.label, focused),
          section: nameOf(place.section),
          place: place.at + 1,
        })
      : "";
  return {
    layout,
    isChanged: JSON.stringify(layout) !== JSON.stringify(start),
    change,
    undo: () => setChanged(null),
    hold,
    drop: (to: Place) => {
      if (held !== null) change(moveField(layout, held, to));
      hold(null);
    },
    focused,
    step: (name: string, by: 1 | -1) => {
      setChanged(stepField(layout, name, by));
      setFocused(name);
    },
    said,
  };
}
