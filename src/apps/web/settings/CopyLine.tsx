import { Button } from "antd";
import { Icon } from "../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { useCopy } from "../../../ui/kit/use-copy.ts";
import { settingsTexts } from "./settings.messages.ts";

/** A secret to be taken away: shown whole, copied by one click. */
export function CopyLine({ text }: { readonly text: string }) {
  const { t } = useLanguage();
  const copy = useCopy();
  return (
    <div className="secret">
      <code className="grow">{text}</code>
      <Button icon={<Icon name="copy" />} onClick={() => copy(text, t(settingsTexts.copied))}>
        {t(settingsTexts.copy)}
      </Button>
    </div>
  );
}
