import { useState } from "react";
import type { Values } from "../../../../shared/metadata/object.ts";
import { useDuplicates } from "../../../../ui/data/duplicates.ts";
import type { ObjectInfo } from "../../../../ui/data/objects.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { useDebounced } from "../../../../ui/kit/use-debounced.ts";
import { CheckFields, givenOf } from "./CheckFields.tsx";
import { duplicateMessages } from "./duplicates.messages.ts";
import { FoundTable } from "./FoundTable.tsx";
import * as base from "../../../../ui/kit/base.module.css";

/** Values to try the rules out with, and what they find. */
export function TryOut({ object }: { readonly object: ObjectInfo }) {
  const { t } = useLanguage();
  const [values, setValues] = useState<Values>({});
  const given = givenOf(values);
  const found = useDuplicates(object.name, given);
  const text = JSON.stringify(given);
  const isSettled = useDebounced(text) === text;
  return (
    <section className={base.stack} aria-label={t(duplicateMessages.tryOut)}>
      <h2>{t(duplicateMessages.tryOut)}</h2>
      <p className={base.note}>{t(duplicateMessages.tryOutNote)}</p>
      <CheckFields object={object} values={values} onChange={setValues} />
      {found.length > 0 && <FoundTable found={found} withEffect />}
      {found.length === 0 && text !== "{}" && isSettled && <p>{t(duplicateMessages.nothingFound)}</p>}
    </section>
  );
}
