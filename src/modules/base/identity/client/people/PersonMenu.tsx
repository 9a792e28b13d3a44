import { Suspense, useState } from "react";
import { user } from "../../../../../objects/system/user/user.object.ts";
import { partOf } from "../../../../../shared/metadata/record-of.ts";
import { textValue } from "../../../../../ui/data/values.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { Dropdown } from "../../../../../ui/kit/Overlay.tsx";
import { Icon } from "../../../../../ui/kit/Icon.tsx";
import { QuietButton } from "../../../../../ui/kit/QuietButton.tsx";
import { recordScreenMessages } from "../../../../../ui/record/record.messages.ts";
import type { PersonLine } from "../../shared/people.contract.ts";
import { usePersonLines } from "./use-person-lines.ts";
import type { PersonDialog } from "./person-dialogs.ts";

/** Everything that can be done about one person, in words. */
export function PersonMenu({ line }: { readonly line: PersonLine }) {
  const { t } = useLanguage();
  const [Open, setOpen] = useState<PersonDialog | null>(null);
  const lines = usePersonLines(line, (dialog) => setOpen(() => dialog));
  const items = lines.map(({ key, icon, text, danger }) => ({
    key,
    icon: <Icon name={icon} />,
    label: text,
    danger: danger ?? false,
  }));
  const name = textValue(partOf(user, line.person).name);
  return (
    <>
      <Dropdown
        placement="bottomRight"
        menu={{ items, onClick: ({ key }) => lines.find((one) => one.key === key)?.run() }}
      >
        <QuietButton icon="more" aria-label={`${t(recordScreenMessages.more)} ${name}`} />
      </Dropdown>
      <Suspense>{Open && <Open person={line.person} onClose={() => setOpen(null)} />}</Suspense>
    </>
  );
}
