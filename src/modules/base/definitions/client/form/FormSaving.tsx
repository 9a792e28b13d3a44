import { Button } from "antd";
import type { ObjectInfo } from "../../../../../ui/data/objects.ts";
import { kitMessages } from "../../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { QuietButton } from "../../../../../ui/kit/QuietButton.tsx";
import { useRemove } from "../../../../../ui/kit/use-remove.ts";
import { useReread } from "../definition-data.ts";
import { objectMessages } from "../objects.messages.ts";
import { formLayoutMessages } from "./form-layout.messages.ts";
import type { Arranging } from "./use-arranging.ts";
import { type SavingForm, sendSections } from "./use-save-form.ts";
import * as base from "../../../../../ui/kit/base.module.css";

export interface FormSavingProps {
  readonly object: ObjectInfo;
  readonly arranging: Arranging;
  readonly saving: SavingForm;
  /** A field cannot become what it is to become. */
  readonly isStuck: boolean;
}
/** Saves the form as it was made, takes the changes back, or gives a shipped form back. */
export function FormSaving({ object, arranging, saving, isStuck }: FormSavingProps) {
  const { t } = useLanguage();
  const reread = useReread();
  const ask = useRemove();
  const { isChanged, undo, fields } = arranging;
  const isConverting = fields.changedNames.some(fields.isConverting);
  const restore = () =>
    ask({
      title: t(formLayoutMessages.asShippedTitle),
      detail: t(formLayoutMessages.asShippedDetail),
      action: t(formLayoutMessages.asShipped),
      send: () => sendSections(object, null),
      onDone: async () => {
        await reread();
        undo();
      },
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
        disabled={!isChanged || isStuck}
        loading={saving.busy}
        onClick={() => void saving.save()}
      >
        {t(isConverting ? objectMessages.kindConvert : kitMessages.save)}
      </Button>
    </>
  );
}
