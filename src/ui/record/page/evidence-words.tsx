import { label } from "../../../shared/i18n/label.ts";
import { defineMessages } from "../../../shared/i18n/messages.ts";
import type { Values, WireValue } from "../../../shared/metadata/object.ts";
import { fileUrl } from "../../data/files.ts";
import { isList, isMap, textValue } from "../../data/values.ts";
import { useLanguage } from "../../kit/language.tsx";

const evidenceTexts = defineMessages({
  ticks: label("{count} 项已勾选", "{count} {count|item|items} ticked"),
  answers: label("{count} 份调研表", "{count} {count|questionnaire|questionnaires}"),
  tasks: label("{count} 项任务完成", "{count} {count|task|tasks} done"),
  signed: label("{name} 签核同意", "approved by {name}"),
  someone: label("审批人", "the approver"),
  hiddenFile: label("文件", "a file"),
});
const countOf = (value: WireValue | undefined): number => Number(textValue(value)) || 0;

/** What a move rests on, in a line: who consented, what was ticked and answered, which files. */
export function EvidenceText({ evidence }: { readonly evidence: Readonly<Values> }) {
  const { t } = useLanguage();
  const consents = (isList(evidence["consents"]) ? evidence["consents"] : []).filter(isMap);
  const files = (isList(evidence["files"]) ? evidence["files"] : []).filter(isMap);
  const counts = (["ticks", "answers", "tasks"] as const).flatMap((name) => {
    const count = countOf(evidence[name]);
    return count > 0 ? [t(evidenceTexts[name], { count })] : [];
  });
  return (
    <span className="event-evidence">
      {consents.map((one) => (
        <span key={`${textValue(one["by"])}${textValue(one["at"])}`}>
          {t(evidenceTexts.signed, { name: textValue(one["by"]) || t(evidenceTexts.someone) })}
        </span>
      ))}
      {counts.map((text) => (
        <span key={text}>{text}</span>
      ))}
      {files.map((file) =>
        textValue(file["name"]) ? (
          <a key={textValue(file["id"])} href={fileUrl(textValue(file["id"]))} target="_blank" rel="noopener">
            {textValue(file["name"])}
          </a>
        ) : (
          <span key={textValue(file["id"])}>{t(evidenceTexts.hiddenFile)}</span>
        ),
      )}
    </span>
  );
}
