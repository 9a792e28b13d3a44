import { Button } from "antd";
import { useState } from "react";
import type { Values, WireValue } from "../../../shared/metadata/object.ts";
import type { ProblemItem } from "../../../shared/wire/problem.ts";
import { useDraft } from "../../data/drafts.ts";
import { useIntent } from "../../data/intent.ts";
import { type FieldInfo, matchOf, type ObjectInfo } from "../../data/objects.ts";
import { isProblem } from "../../data/problem-error.ts";
import { patchRecord, useRefresh } from "../../data/records.ts";
import { useMe } from "../../data/session.ts";
import { idOf } from "../../data/values.ts";
import { FieldInput } from "../../field/FieldInput.tsx";
import { LineErrorsContext } from "../../field/line-errors.ts";
import { kitMessages } from "../../kit/kit.messages.ts";
import { useLanguage } from "../../kit/language.tsx";
import { useBusy } from "../../kit/use-busy.ts";
import { useProblemWords } from "../../kit/use-problem-words.ts";
import { linesMessages } from "../lines/lines.messages.ts";
import { recordScreenMessages } from "../record.messages.ts";
import * as baseStyles from "../../kit/base.module.css";
import * as pageStyles from "./page.module.css";

export interface LinesTabProps {
  readonly object: ObjectInfo;
  readonly field: FieldInfo;
  readonly record: Values;
  readonly asOf: string | null;
  readonly editable: boolean;
}
interface Refused {
  readonly words: string;
  readonly ofLines: readonly ProblemItem[];
}
const NONE: readonly ProblemItem[] = [];

/**
 * The lines of a record on its page: changed together, saved together. What is not saved yet is kept through a
 * reload and a lost network, as in a form.
 */
export function LinesTab(props: LinesTabProps) {
  const { object, field, record, asOf, editable } = props;
  const { t } = useLanguage();
  const { draft, change, busy, refused, save, cancel } = useLinesDraft(props);
  return (
    <div className={`${pageStyles.related} ${baseStyles.stack}`}>
      {draft.restored && change !== null && <p className={baseStyles.note}>{t(linesMessages.unsaved)}</p>}
      <LineErrorsContext value={refused?.ofLines ?? NONE}>
        <FieldInput
          object={object.name}
          field={field}
          record={record}
          asOf={asOf}
          value={change}
          disabled={!editable}
          onChange={(next) => draft.set(field.name, next ?? undefined)}
        />
      </LineErrorsContext>
      {refused && (
        <div className={`${baseStyles.note} ${baseStyles.noteError}`} role="alert">
          {refused.words}
        </div>
      )}
      {change !== null && (
        <div className={baseStyles.line}>
          <Button type="primary" loading={busy} onClick={() => void save()}>
            {t(recordScreenMessages.saveCreate)}
          </Button>
          <Button onClick={cancel}>{t(kitMessages.cancel)}</Button>
        </div>
      )}
    </div>
  );
}

/** Lines as they are changed on the page, and how they are saved. */
function useLinesDraft({ object, field, record, editable }: LinesTabProps) {
  const refresh = useRefresh();
  const intent = useIntent();
  const me = useMe();
  const { busy, run } = useBusy();
  const inWords = useProblemWords();
  const draft = useDraft(`${me.user.id}.${object.name}.${idOf(record)}.${field.name}`);
  const change: WireValue = editable ? (draft.values[field.name] ?? null) : null;
  const [refused, setRefused] = useState<Refused | null>(null);
  const readAgain = () => {
    refresh(object.name, idOf(record));
    if (field.kind === "children") refresh(field.object);
  };
  const save = () =>
    run(async () => {
      const sent = { object: object.name, id: idOf(record), values: { [field.name]: change }, base: {} };
      try {
        await intent.run(change, (key) => patchRecord({ ...sent, ...matchOf(object, record) }, key));
      } catch (failure) {
        const ofLines = isProblem(failure) ? failure.problem.errors.filter(({ line }) => line) : NONE;
        setRefused({ words: inWords(failure), ofLines });
        // What others changed meanwhile is shown beside what was typed.
        if (isProblem(failure, "version_conflict")) readAgain();
        return;
      }
      setRefused(null);
      draft.discard();
      readAgain();
    });
  const cancel = () => {
    draft.discard();
    setRefused(null);
  };
  return { draft, change, busy, refused, save, cancel };
}
