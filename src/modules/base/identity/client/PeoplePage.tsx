import { Button, Input } from "antd";
import { Suspense, useState } from "react";
import { useSearchParams } from "react-router";
import { can, useObject } from "../../../../ui/data/objects.ts";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { lazily } from "../../../../ui/kit/lazily.ts";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { SettingsPage } from "../../../../ui/kit/SettingsPage.tsx";
import { Empty } from "../../../../ui/kit/States.tsx";
import { useDebounced } from "../../../../ui/kit/use-debounced.ts";
import type { WayIn } from "../shared/people.contract.ts";
import { identityScreenMessages } from "./identity.messages.ts";
import { usePeople } from "./people/people-data.ts";
import { peopleMessages } from "./people/people.messages.ts";
import { PeopleTable } from "./people/PeopleTable.tsx";
import { StateFilter } from "./people/StateFilter.tsx";
import { settingsMessages } from "./settings.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as settingsPageStyles from "../../../../ui/kit/SettingsPage.module.css";

const CreateDialog = lazily(() =>
  import("../../../../ui/record/form/FormDialog.tsx").then((m) => m.CreateDialog),
);
const InviteDialog = lazily(() => import("./people/InviteDialog.tsx").then((m) => m.InviteDialog));

/** Who is in the company, and how somebody comes into it. `?invite=1` opens the invitation. */
export function PeoplePage() {
  const { t } = useLanguage();
  const object = useObject("user");
  const [asked, ask] = useSearchParams();
  const [text, setText] = useState("");
  const [isAdding, setAdding] = useState(false);
  const [state, setState] = useState<WayIn | null>(null);
  const people = usePeople(useDebounced(text.trim(), 250), state);
  const mayInvite = object !== undefined && can(object, "create");
  const turn = (isOpen: boolean) => ask(isOpen ? { invite: "1" } : {}, { replace: true });
  const addOnly = () => {
    turn(false);
    setAdding(true);
  };
  const add = mayInvite && (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => turn(true)}>
      {t(identityScreenMessages.invite)}
    </Button>
  );
  const label = t(settingsMessages.searchPeople);
  return (
    <SettingsPage title={t(identityScreenMessages.people)} action={add}>
      <div className={base.rowWrap}>
        <Input
          className={settingsPageStyles.settingsForm}
          prefix={<Icon name="search" size={14} />}
          allowClear
          value={text}
          placeholder={label}
          aria-label={label}
          onChange={(event) => setText(event.target.value)}
        />
        <StateFilter value={state} onChange={setState} />
      </div>
      <QueryResult query={people} rows={8}>
        {({ pages }) => {
          const lines = pages.flatMap((page) => page.data);
          if (lines.length === 0) return <Empty icon="team" title={t(peopleMessages.nobody)} />;
          return <PeopleTable people={lines} />;
        }}
      </QueryResult>
      {people.hasNextPage && (
        <Button type="text" loading={people.isFetchingNextPage} onClick={() => void people.fetchNextPage()}>
          {t(settingsMessages.more)}
        </Button>
      )}
      <Suspense>
        {mayInvite && asked.has("invite") && <InviteDialog onAddOnly={addOnly} onClose={() => turn(false)} />}
        {isAdding && object && <CreateDialog object={object} onClose={() => setAdding(false)} />}
      </Suspense>
    </SettingsPage>
  );
}
