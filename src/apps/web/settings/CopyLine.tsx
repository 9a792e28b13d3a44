import { App, Button } from "antd";
import { Icon } from "../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { settingsTexts } from "./settings.messages.ts";

/** A secret to be taken away: shown whole, copied by one click. */
export function CopyLine({ text }: { readonly text: string }) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const copy = () => navigator.clipboard.writeText(text).then(() => void message.success(t(settingsTexts.copied)));
  return (
    <div className="secret">
      <code className="grow">{text}</code>
      <Button icon={<Icon name="copy" />} onClick={() => void copy()}>
        {t(settingsTexts.copy)}
      </Button>
    </div>
  );
}
