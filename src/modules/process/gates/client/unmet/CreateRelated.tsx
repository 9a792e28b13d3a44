import { Button } from "antd";
import { Suspense, useState } from "react";
import type { Values } from "../../../../../shared/metadata/object.ts";
import { partOf } from "../../../../../shared/metadata/record-of.ts";
import { staged } from "../../../../../shared/metadata/stage-fields.ts";
import { useObject } from "../../../../../ui/data/objects.ts";
import { idOf, linkId } from "../../../../../ui/data/values.ts";
import { Icon } from "../../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { lazily } from "../../../../../ui/kit/lazily.ts";
import type { Criterion } from "../../../pipeline/shared/public.ts";
import { usePipeline } from "../../../pipeline/client/public.ts";
import { gateScreenMessages } from "../gate.messages.ts";
import { equalities } from "../gate-answers.ts";
import type { UnmetCardProps } from "./UnmetCard.tsx";
import * as base from "../../../../../ui/kit/base.module.css";
import * as gateStyles from "../gate.module.css";

const CreateDialog = lazily(() =>
  import("../../../../../ui/record/form/FormDialog.tsx").then((module) => module.CreateDialog),
);

/** Makes the record that is missing, filled with what the criterion asks of it. */
export function CreateRelated({
  object,
  record,
  group,
  other,
  onChecked,
}: UnmetCardProps & { readonly other: string }) {
  const { t, of } = useLanguage();
  const target = useObject(other);
  const pipeline = usePipeline(linkId(partOf(staged, record).pipeline)).data;
  const [creating, setCreating] = useState(false);
  if (!target) return null;
  const criteria: readonly Criterion[] =
    pipeline?.stages.flatMap((stage) => [...stage.entry, ...stage.exit]) ?? [];
  const criterion = criteria.find((one) => one.id === group.criterion);
  const links = target.fields.filter((field) => field.kind === "link" && field.targets.includes(object.name));
  const link = links.find((field) => field.name === "regarding") ?? links[0];
  const points =
    link?.kind === "link"
      ? link.targets.length > 1
        ? { [link.name]: { object: object.name, id: idOf(record) } }
        : { [link.name]: idOf(record) }
      : {};
  const initial: Values = {
    ...points,
    ...(criterion?.kind === "related" ? equalities(criterion.expression) : {}),
  };
  return (
    <div className={`${gateStyles.gateBody} ${base.rowWrap}`}>
      <Button icon={<Icon name="plus" />} onClick={() => setCreating(true)}>
        {t(gateScreenMessages.createOne, { object: of(target.label) })}
      </Button>
      {creating && (
        <Suspense>
          <CreateDialog
            object={target}
            initial={initial}
            onClose={(made) => (setCreating(false), made && onChecked())}
          />
        </Suspense>
      )}
    </div>
  );
}
