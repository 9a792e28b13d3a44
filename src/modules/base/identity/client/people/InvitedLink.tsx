import { Button } from "antd";
import { CopyLine } from "../../../../../ui/kit/CopyLine.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { settingsMessages } from "../settings.messages.ts";
import { peopleMessages } from "./people.messages.ts";
import * as base from "../../../../../ui/kit/base.module.css";

export interface Invited {
  readonly name: string;
  readonly link: string;
}
export interface InvitedLinkProps {
  readonly invited: Invited;
  readonly onAnother: () => void;
  readonly onClose: () => void;
}
/** The link of somebody just invited; it is shown this once. */
export function InvitedLink({ invited: { name, link }, onAnother, onClose }: InvitedLinkProps) {
  const { t } = useLanguage();
  return (
    <div className={base.stack} role="status">
      <p>{t(peopleMessages.linkFor, { name })}</p>
      <CopyLine text={link} />
      <p className={base.muted}>{t(peopleMessages.linkUntil)}</p>
      <div className={`${base.line} ${base.lineEnd}`}>
        <Button onClick={onAnother}>{t(peopleMessages.another)}</Button>
        <Button type="primary" onClick={onClose}>
          {t(settingsMessages.done)}
        </Button>
      </div>
    </div>
  );
}
