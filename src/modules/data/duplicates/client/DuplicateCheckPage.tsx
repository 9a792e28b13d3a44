import { Button, Segmented } from "antd";
import { use, useState } from "react";
import { useNavigate } from "react-router";
import type { Values } from "../../../../shared/metadata/object.ts";
import { useDuplicates } from "../../../../ui/data/duplicates.ts";
import { can, type ObjectInfo, useObjects } from "../../../../ui/data/objects.ts";
import { textValue } from "../../../../ui/data/values.ts";
import { recordPath } from "../../../../ui/field/LinkCell.tsx";
import { QuickCreateContext } from "../../../../ui/field/quick-create.ts";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { Page } from "../../../../ui/kit/Page.tsx";
import { Empty } from "../../../../ui/kit/States.tsx";
import { useDebounced } from "../../../../ui/kit/use-debounced.ts";
import { useIsNarrow } from "../../../../ui/kit/use-is-narrow.ts";
import { ASKED, CheckFields, givenOf } from "./CheckFields.tsx";
import { duplicateMessages } from "./duplicates.messages.ts";
import { FoundTable } from "./FoundTable.tsx";
import * as base from "../../../../ui/kit/base.module.css";
import * as duplicatesStyles from "./duplicates.module.css";

/** Looks for what exists before anything is made: whose it is, and why it is taken for the same. */
export function DuplicateCheckPage() {
  const { t, of } = useLanguage();
  const objects = useObjects();
  const narrow = useIsNarrow();
  const offered = Object.keys(ASKED).flatMap((name) => objects.get(name) ?? []);
  const [chosen, choose] = useState("account");
  const object = offered.find((one) => one.name === chosen) ?? offered[0];
  return (
    <Page
      icon="copy"
      title={t(duplicateMessages.title)}
      {...(narrow ? {} : { note: t(duplicateMessages.note) })}
      action={
        <Segmented
          value={object?.name ?? ""}
          aria-label={t(duplicateMessages.object)}
          options={offered.map((one) => ({ value: one.name, label: of(one.label) }))}
          onChange={choose}
        />
      }
    >
      {object && <Check key={object.name} object={object} />}
    </Page>
  );
}

function Check({ object }: { readonly object: ObjectInfo }) {
  const { t, of } = useLanguage();
  const [values, setValues] = useState<Values>({});
  const navigate = useNavigate();
  const create = use(QuickCreateContext);
  const given = givenOf(values);
  const text = JSON.stringify(given);
  const found = useDuplicates(object.name, given);
  const isSettled = useDebounced(text) === text;
  const isEmpty = text === "{}";
  const make = async () => {
    const made = await create?.(object.name, textValue(values[object.title]));
    if (made) void navigate(recordPath(object.name, made.id));
  };
  return (
    <div className={`${base.stack} ${duplicatesStyles.duplicateCheck}`}>
      <CheckFields object={object} values={values} onChange={setValues} />
      {isEmpty && (
        <Empty icon="search" title={t(duplicateMessages.start)} detail={t(duplicateMessages.startDetail)} />
      )}
      {!isEmpty && found.length > 0 && <FoundTable found={found} />}
      {!isEmpty && found.length === 0 && isSettled && (
        <Empty
          icon="check"
          title={t(duplicateMessages.free)}
          detail={can(object, "create") ? t(duplicateMessages.freeDetail) : undefined}
        >
          {can(object, "create") && create && (
            <Button type="primary" icon={<Icon name="plus" />} onClick={() => void make()}>
              {t(duplicateMessages.create, { object: of(object.label) })}
            </Button>
          )}
        </Empty>
      )}
    </div>
  );
}
