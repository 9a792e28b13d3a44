import { Button } from "antd";
import { useState } from "react";
import type { Values, WireValue } from "../../../shared/metadata/object.ts";
import { useIntent } from "../../data/intent.ts";
import { type FieldInfo, matchOf, type ObjectInfo } from "../../data/objects.ts";
import { patchRecord, useRefresh } from "../../data/records.ts";
import { idOf } from "../../data/values.ts";
import { FieldInput } from "../../field/FieldInput.tsx";
import { kitMessages } from "../../kit/kit.messages.ts";
import { useLanguage } from "../../kit/language.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import { useProblemWords } from "../../kit/use-problem-words.ts";
import * as baseStyles from "../../kit/base.module.css";
import * as pageStyles from "./page.module.css";

export interface LinesTabProps {
  readonly object: ObjectInfo;
  readonly field: FieldInfo;
  readonly record: Values;
  readonly asOf: string | null;
  readonly editable: boolean;
}
/** The lines of a record on its page: changed together, saved together. */
export function LinesTab({ object, field, record, asOf, editable }: LinesTabProps) {
  const { t } = useLanguage();
  const refresh = useRefresh();
  const intent = useIntent();
  const [change, setChange] = useState<WireValue>(null);
  const inWords = useProblemWords();
  const [error, setError] = useState<string | null>(null);
  const save = async () => {
    try {
      await intent.run(change, (key) =>
        patchRecord(
          {
            object: object.name,
            id: idOf(record),
            values: { [field.name]: change },
            base: {},
            ...matchOf(object, record),
          },
          key,
        ),
      );
    } catch (failure) {
      return setError(inWords(failure));
    }
    setError(null);
    setChange(null);
    refresh(object.name, idOf(record));
    if (field.kind === "children") refresh(field.object);
  };
  return (
    <div className={`${pageStyles.related} ${baseStyles.stack}`}>
      <FieldInput
        object={object.name}
        field={field}
        record={record}
        asOf={asOf}
        value={change}
        disabled={!editable}
        onChange={setChange}
      />
      {error && (
        <div className={`${baseStyles.note} ${baseStyles.noteError}`} role="alert">
          {error}
        </div>
      )}
      {change !== null && (
        <div className={baseStyles.line}>
          <Button type="primary" onClick={() => void save()}>
            {t(recordScreenMessages.saveCreate)}
          </Button>
          <Button onClick={() => (setChange(null), setError(null))}>{t(kitMessages.cancel)}</Button>
        </div>
      )}
    </div>
  );
}
