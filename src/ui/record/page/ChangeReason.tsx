import type { WireValue } from "../../../shared/metadata/object.ts";
import { isMap } from "../../../shared/metadata/wire-value.ts";
import { textValue } from "../../data/values.ts";
import { useLanguage } from "../../kit/language.tsx";
import { timeText } from "../../kit/time-text.ts";
import { recordScreenMessages } from "../record.messages.ts";
import { noteIn } from "./note-in.ts";
import * as eventStyles from "./event.module.css";

interface Cause {
  readonly note?: WireValue;
}
const causeIn = (cause: WireValue | undefined): Cause => (isMap(cause) ? cause : {});

const RESTORED = /^restored (\S+)$/;
/**
 * What was said for it: which version was gone back to, why a gate was overridden, else why the move was
 * made.
 */
export function ChangeReason({ note }: { readonly note: WireValue | undefined }) {
  const { t } = useLanguage();
  const { cause, override, reason: given } = noteIn(note);
  const restored = RESTORED.exec(textValue(causeIn(cause).note))?.[1];
  if (restored)
    return (
      <p className={eventStyles.eventText}>
        {t(recordScreenMessages.restoredTo, { time: timeText(restored) })}
      </p>
    );
  const overridden = textValue(noteIn(override).reason);
  const reason = overridden || textValue(given);
  if (reason === "") return null;
  return (
    <p className={eventStyles.eventText}>
      {t(overridden ? recordScreenMessages.overridden : recordScreenMessages.because, { reason })}
    </p>
  );
}
