import { Suspense, useState } from "react";
import { useNavigate } from "react-router";
import type { PersonAction } from "../../../../ui/slots/people-and-roles.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import { user } from "../../../../objects/system/user/user.object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { useMe } from "../../../../ui/data/session.ts";
import { idOf, textValue } from "../../../../ui/data/values.ts";
import { Dropdown } from "../../../../ui/kit/Overlay.tsx";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { useTell } from "../../../../ui/kit/use-tell.tsx";
import { usePersonActions } from "../../../../ui/record/panels.tsx";
import { recordScreenMessages } from "../../../../ui/record/record.messages.ts";

/** What else can be done about a person, as the modules offer it. */
export function PersonMore({ person }: { readonly person: Values }) {
  const { t } = useLanguage();
  const tell = useTell();
  const navigate = useNavigate();
  const id = idOf(person);
  const { name, active } = partOf(user, person);
  const actions = usePersonActions(useMe(), { id, isActive: active !== false });
  const [open, setOpen] = useState<PersonAction["Dialog"] | null>(null);
  if (actions.length === 0) return null;
  const items = actions.map((action) => ({
    key: action.name,
    icon: <Icon name={action.icon} />,
    label: t(action.label),
  }));
  const start = (action: PersonAction | undefined) => {
    if (action?.to) void navigate(action.to(id));
    else if (action?.run) void action.run(id).catch(tell.failed);
    else setOpen(() => action?.Dialog);
  };
  const Dialog = open;
  return (
    <>
      <Dropdown
        placement="bottomRight"
        menu={{ items, onClick: ({ key }) => start(actions.find((action) => action.name === key)) }}
      >
        <QuietButton icon="more" aria-label={`${t(recordScreenMessages.more)} ${textValue(name)}`} />
      </Dropdown>
      <Suspense>{Dialog && <Dialog person={person} onClose={() => setOpen(null)} />}</Suspense>
    </>
  );
}
