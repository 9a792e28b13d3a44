import { label } from "../../../shared/i18n/label.ts";
import { defineMessages } from "../../../shared/i18n/messages.ts";
import type { WireValue } from "../../../shared/metadata/object.ts";
import { isMap } from "../../../shared/metadata/wire-value.ts";
import { fileUrl } from "../../data/files.ts";
import { isList, textValue } from "../../data/values.ts";
import { useLanguage } from "../../kit/language.tsx";
import * as styles from "./evidence-words.module.css";

const evidenceTexts = defineMessages({
  ticks: label("{count} 项已勾选", "{count} {count|item|items} ticked"),
  answers: label("{count} 份调研表", "{count} {count|questionnaire|questionnaires}"),
  tasks: label("{count} 项任务完成", "{count} {count|task|tasks} done"),
  signed: label("{name} 签核同意", "approved by {name}"),
  someone: label("审批人", "the approver"),
  hiddenFile: label("文件", "a file"),
});
/** What the log keeps of it. */
interface Evidence {
  readonly consents?: WireValue;
  readonly files?: WireValue;
  readonly ticks?: WireValue;
  readonly answers?: WireValue;
  readonly tasks?: WireValue;
}
interface Consent {
  readonly by?: WireValue;
  readonly at?: WireValue;
}
interface ShownFile {
  readonly id?: WireValue;
  readonly name?: WireValue;
}
const mapsIn = (value: WireValue | undefined) => (isList(value) ? value : []).filter(isMap);
const countOf = (value: WireValue | undefined): number => Number(textValue(value)) || 0;

/** What a move rests on, in a line: who consented, what was ticked and answered, which files. */
export function EvidenceText({ evidence }: { readonly evidence: Evidence }) {
  const { t } = useLanguage();
  const consents: readonly Consent[] = mapsIn(evidence.consents);
  const files: readonly ShownFile[] = mapsIn(evidence.files);
  const counts = (["ticks", "answers", "tasks"] as const).flatMap((name) => {
    const count = countOf(evidence[name]);
    return count > 0 ? [t(evidenceTexts[name], { count })] : [];
  });
  return (
    <span className={styles.eventEvidence}>
      {consents.map(({ by, at }) => (
        <span key={`${textValue(by)}${textValue(at)}`}>
          {t(evidenceTexts.signed, { name: textValue(by) || t(evidenceTexts.someone) })}
        </span>
      ))}
      {counts.map((text) => (
        <span key={text}>{text}</span>
      ))}
      {files.map(({ id, name }) =>
        textValue(name) ? (
          <a key={textValue(id)} href={fileUrl(textValue(id))} target="_blank" rel="noopener">
            {textValue(name)}
          </a>
        ) : (
          <span key={textValue(id)}>{t(evidenceTexts.hiddenFile)}</span>
        ),
      )}
    </span>
  );
}
