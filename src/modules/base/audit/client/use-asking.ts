import { call } from "../../../../ui/data/call.ts";
import { useIntent } from "../../../../ui/data/intent.ts";
import { useRefresh } from "../../../../ui/data/records.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { useSave } from "../../../../ui/kit/use-save.ts";
import { type ErasureWish, requestErasure } from "../shared/erasure.contract.ts";
import { privacyMessages } from "./audit.messages.ts";

/** Asks for an erasure, once, however often it is pressed. */
export function useAsking(onDone: () => void) {
  const { t } = useLanguage();
  const refresh = useRefresh();
  const intent = useIntent();
  const { busy, save } = useSave();
  const ask = (body: ErasureWish) =>
    save(() => intent.run(body, (key) => call(requestErasure, { body, key })), {
      told: t(privacyMessages.submitted),
      onDone: () => {
        refresh("erasure_request");
        onDone();
      },
    });
  return { busy, ask };
}
