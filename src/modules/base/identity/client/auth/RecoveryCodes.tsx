import { Button } from "antd";
import { Icon } from "../../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { useCopy } from "../../../../../ui/kit/use-copy.ts";
import { authMessages } from "./auth.messages.ts";
import * as styles from "./RecoveryCodes.module.css";

/** Shown once: the codes that let somebody in without their phone. */
export function RecoveryCodes({ codes }: { readonly codes: readonly string[] }) {
  const { t } = useLanguage();
  const copy = useCopy();
  return (
    <div className={styles.recovery}>
      <ul>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Button icon={<Icon name="copy" />} onClick={() => copy(codes.join("\n"), t(authMessages.copied))}>
        {t(authMessages.copyCodes)}
      </Button>
    </div>
  );
}
