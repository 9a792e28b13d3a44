import { App, Button } from "antd";
import { Icon } from "../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { doorTexts } from "./door.messages.ts";
import "./second-step.css";

/** Shown once: the codes that let somebody in without their phone. */
export function RecoveryCodes({ codes }: { readonly codes: readonly string[] }) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const copy = () => navigator.clipboard.writeText(codes.join("\n")).then(() => void message.success(t(doorTexts.copied)));
  return (
    <div className="recovery">
      <ul>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Button icon={<Icon name="copy" />} onClick={() => void copy()}>
        {t(doorTexts.copyCodes)}
      </Button>
    </div>
  );
}
