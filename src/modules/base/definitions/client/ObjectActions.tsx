import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { deleteObject } from "../../../../shared/wire/objects.contract.ts";
import type { ObjectInfo } from "../../../../ui/data/objects.ts";
import { call } from "../../../../ui/data/call.ts";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { useAppTools } from "../../../../ui/kit/app-tools.tsx";
import { useRemove } from "../../../../ui/kit/use-remove.ts";
import { useTell } from "../../../../ui/kit/use-tell.tsx";
import { askUses, useReread } from "./definition-data.ts";
import { ObjectDialog } from "./ObjectDialog.tsx";
import { objectMessages } from "./objects.messages.ts";
import { definitionScreenMessages } from "./definitions.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as quietButtonStyles from "../../../../ui/kit/QuietButton.module.css";

/** What can be done with a whole object. */
export function ObjectActions({ object }: { readonly object: ObjectInfo }) {
  const { t, of } = useLanguage();
  const { withModal } = useAppTools();
  const ask = useRemove();
  const tell = useTell();
  const reread = useReread();
  const navigate = useNavigate();
  const [editing, setEditing] = useState(false);
  const name = of(object.label, object.name);
  const remove = async () => {
    const uses = await askUses(object.name);
    if (uses.in_the_way.length > 0) {
      const list = uses.in_the_way.map(({ message }) => <li key={message}>{message}</li>);
      withModal(
        (modal) => void modal.warning({ title: t(objectMessages.inTheWay), content: <ul>{list}</ul> }),
      );
      return;
    }
    ask({
      title: t(objectMessages.deleteTitle, { name }),
      detail: t(objectMessages.deleteDetail, {
        records: uses.records,
        in_bin: uses.in_bin,
        fields: uses.fields,
      }),
      send: () => call(deleteObject, { params: { object: object.name } }),
      onDone: async () => {
        await navigate("/settings/objects");
        await reread();
      },
    });
  };
  return (
    <span className={base.line}>
      <QuietButton icon="edit" onClick={() => setEditing(true)}>
        {t(objectMessages.editObject)}
      </QuietButton>
      {object.custom && (
        <QuietButton
          icon="trash"
          aria-label={t(objectMessages.deleteObject)}
          onClick={() => void remove().catch(tell.failed)}
        />
      )}
      <Link className={quietButtonStyles.ghost} to={`/records/${object.name}`}>
        <Icon name="external" />
        {t(definitionScreenMessages.openList)}
      </Link>
      {editing && <ObjectDialog object={object} onClose={() => setEditing(false)} />}
    </span>
  );
}
