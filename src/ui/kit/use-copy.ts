import { App } from "antd";
import { copyText } from "./copy-text.ts";
import { kitTexts } from "./kit.messages.ts";
import { useLanguage } from "./language.tsx";

/** Copies a text and says whether that was done. */
export function useCopy(): (text: string, done: string) => void {
  const { t } = useLanguage();
  const { message } = App.useApp();
  return (text, done) =>
    void copyText(text).then(
      (copied) => void (copied ? message.success(done) : message.warning(t(kitTexts.copyFailed), 6)),
    );
}
