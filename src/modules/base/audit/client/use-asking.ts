import { App } from "antd";
import { useState } from "react";
import { call } from "../../../../ui/data/call.ts";
import { useIntent } from "../../../../ui/data/intent.ts";
import { useRefresh } from "../../../../ui/data/records.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { recordTexts } from "../../../../ui/record/record.messages.ts";
import { wordsOf } from "../../../../ui/record/use-save-cell.ts";
import { type ErasureWish, requestErasure } from "../shared/erasure.contract.ts";
import { privacyTexts } from "./audit.messages.ts";

/** Asks for an erasure, once, however often it is pressed. */
export function useAsking(onDone: () => void) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const refresh = useRefresh();
  const intent = useIntent();
  const [busy, setBusy] = useState(false);
  const ask = async (body: ErasureWish) => {
    if (busy) return;
    setBusy(true);
    try {
      await intent.run(body, (key) => call(requestErasure, { body, key }));
      void message.success(t(privacyTexts.submitted));
      refresh("erasure_request");
      onDone();
    } catch (error) {
      void message.error(wordsOf(error, t(recordTexts.keptOffline)), 8);
      setBusy(false);
    }
  };
  return { busy, ask };
}
