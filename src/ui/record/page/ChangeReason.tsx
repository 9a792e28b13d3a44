import type { WireValue } from "../../../shared/metadata/object.ts";
import { isMap, textValue } from "../../data/values.ts";
import { useLanguage } from "../../kit/language.tsx";
import { timeText } from "../../kit/time-text.ts";
import { recordTexts } from "../record.messages.ts";

const RESTORED = /^restored (\S+)$/;
/**
 * What was said for it: which version was gone back to, why a gate was overridden, else why the move was
 * made.
 */
export function ChangeReason({ note }: { readonly note: WireValue | undefined }) {
  const { t } = useLanguage();
  if (!isMap(note)) return null;
  const restored = isMap(note["cause"]) ? RESTORED.exec(textValue(note["cause"]["note"]))?.[1] : undefined;
  if (restored)
    return <p className="event-text">{t(recordTexts.restoredTo, { time: timeText(restored) })}</p>;
  const overridden = isMap(note["override"]) ? textValue(note["override"]["reason"]) : "";
  const reason = overridden || textValue(note["reason"]);
  if (reason === "") return null;
  return (
    <p className="event-text">{t(overridden ? recordTexts.overridden : recordTexts.because, { reason })}</p>
  );
}
