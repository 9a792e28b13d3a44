import { Button } from "antd";
import { Icon } from "./Icon.tsx";
import { kitMessages } from "./kit.messages.ts";
import { useLanguage } from "./language.tsx";
import { useCopy } from "./use-copy.ts";
import * as base from "./base.module.css";
import * as styles from "./CopyLine.module.css";

/**
 * A text to be taken away, such as a secret: shown whole, copied by one click.
 *
 *     <CopyLine text={link} />
 */
export function CopyLine({ text }: { readonly text: string }) {
  const { t } = useLanguage();
  const copy = useCopy();
  return (
    <div className={styles.secret}>
      <code className={base.grow}>{text}</code>
      <Button icon={<Icon name="copy" />} onClick={() => copy(text, t(kitMessages.copied))}>
        {t(kitMessages.copy)}
      </Button>
    </div>
  );
}
