import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { Inspected } from "../shared/inspection.contract.ts";
import { FileLine } from "./FileLine.tsx";
import { steppingMessages } from "./stepping.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";

export interface UploadedFileProps {
  readonly inspected: Inspected;
  readonly onKeep: () => void;
}
/** The file that is there already: one goes on with it, or gives another one. */
export function UploadedFile({ inspected, onKeep }: UploadedFileProps) {
  const { t } = useLanguage();
  return (
    <section aria-label={t(steppingMessages.fileThere)}>
      <FileLine inspected={inspected} action={t(steppingMessages.keepFile)} onAction={onKeep} isMain />
      <p className={base.note}>{t(steppingMessages.otherBelow)}</p>
    </section>
  );
}
