import { Button } from "antd";
import type { FormSection } from "../../../../../shared/metadata/object.ts";
import { changeObject } from "../../../../../shared/wire/objects.contract.ts";
import { call } from "../../../../../ui/data/call.ts";
import type { ObjectInfo } from "../../../../../ui/data/objects.ts";
import { kitMessages } from "../../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { QuietButton } from "../../../../../ui/kit/QuietButton.tsx";
import { useRemove } from "../../../../../ui/kit/use-remove.ts";
import { useSave } from "../../../../../ui/kit/use-save.ts";
import { useReread } from "../definition-data.ts";
import { asSent } from "../field-draft.ts";
import { formLayoutMessages } from "./form-layout.messages.ts";
import type { Arranging } from "./use-arranging.ts";
import * as base from "../../../../../ui/kit/base.module.css";

export interface FormSavingProps {
  readonly object: ObjectInfo;
  readonly arranging: Arranging;
}
/** Saves the form as it was arranged, takes the changes back, or gives a shipped form back. */
export function FormSaving({ object, arranging }: FormSavingProps) {
  const { t } = useLanguage();
  const reread = useReread();
  const ask = useRemove();
  const { busy, save } = useSave();
  const { layout, isChanged, undo } = arranging;
  const send = (sections: readonly FormSection[] | null) =>
    call(changeObject, { params: { object: object.name }, body: asSent({ sections }) });
  const done = async () => {
    await reread();
    undo();
  };
  const restore = () =>
    ask({
      title: t(formLayoutMessages.asShippedTitle),
      detail: t(formLayoutMessages.asShippedDetail),
      action: t(formLayoutMessages.asShipped),
      send: () => send(null),
      onDone: done,
    });
  return (
    <>
      <span className={base.grow} />
      {!object.custom && object.changed?.includes("sections") && (
        <QuietButton icon="history" onClick={restore}>
          {t(formLayoutMessages.asShipped)}
        </QuietButton>
      )}
      {isChanged && (
        <>
          <span className={base.muted}>{t(formLayoutMessages.unsaved)}</span>
          <QuietButton onClick={undo}>{t(formLayoutMessages.undo)}</QuietButton>
        </>
      )}
      <Button
        type="primary"
        disabled={!isChanged}
        loading={busy}
        onClick={() =>
          void save(() => send(layout.sections.length > 0 ? layout.sections : null), { onDone: done })
        }
      >
        {t(kitMessages.save)}
      </Button>
    </>
  );
}
