import { useContributions } from "../../../../../ui/extension-point.ts";
import { criterionEditors } from "../criterion-editors.ts";
import type { AddedKind, CriterionOf } from "../../shared/pipeline.ts";
import type { CriterionBodyProps } from "./criterion-body-props.ts";
import { FieldsBody } from "./FieldsBody.tsx";
import { ConditionBody } from "./ConditionBody.tsx";
import { ItemsBody } from "./ItemsBody.tsx";
import { TasksBody } from "./TasksBody.tsx";
import { FormBody } from "./FormBody.tsx";
import { DocumentBody } from "./DocumentBody.tsx";
import { RelatedBody } from "./RelatedBody.tsx";
import { ApprovalBody } from "./ApprovalBody.tsx";
import { DwellBody } from "./DwellBody.tsx";

/** What each kind of criterion needs to know. */
export function CriterionBody(props: CriterionBodyProps) {
  const { criterion } = props;
  switch (criterion.kind) {
    case "fields":
      return <FieldsBody {...props} criterion={criterion} />;
    case "condition":
      return <ConditionBody {...props} criterion={criterion} />;
    case "checklist":
      return (
        <ItemsBody items={criterion.items} onChange={(items) => props.onChange({ ...criterion, items })} />
      );
    case "tasks":
      return <TasksBody {...props} criterion={criterion} />;
    case "form":
      return <FormBody {...props} criterion={criterion} />;
    case "document":
      return <DocumentBody {...props} criterion={criterion} />;
    case "related":
      return <RelatedBody {...props} criterion={criterion} />;
    case "approval":
      return <ApprovalBody {...props} criterion={criterion} />;
    case "dwell":
      return <DwellBody {...props} criterion={criterion} />;
    default:
      return <AddedBody {...props} criterion={criterion} />;
  }
}

/** As the module says that brings the kind; nothing where none does any more. */
function AddedBody({ object, stages, criterion, onChange }: CriterionBodyProps<CriterionOf<AddedKind>>) {
  const { Editor } = useContributions(criterionEditors).get(criterion.kind) ?? {};
  if (!Editor) return null;
  return (
    <Editor
      object={object}
      stages={stages}
      settings={criterion.settings}
      onChange={(settings) => onChange({ ...criterion, settings })}
    />
  );
}
