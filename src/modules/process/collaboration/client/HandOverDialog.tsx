import { Modal } from "antd";
import { useState } from "react";
import { useRefresh } from "../../../../ui/data/records.ts";
import { type ObjectInfo, isShown } from "../../../../ui/data/objects.ts";
import { call } from "../../../../ui/data/call.ts";
import { idOf, isBlank } from "../../../../ui/data/values.ts";
import { kitMessages } from "../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { Empty } from "../../../../ui/kit/States.tsx";
import { useForm } from "../../../../ui/kit/use-form.ts";
import { useTell } from "../../../../ui/kit/use-tell.tsx";
import type { RecordActionProps } from "../../../../ui/slots/record-page.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import { handOver } from "../shared/collaboration.contract.ts";
import { useCollaborators } from "./collaboration-data.ts";
import { collaborationScreenMessages } from "./collaboration.messages.ts";
import { type Handing, HandOverForm } from "./HandOverForm.tsx";

const FIELDS = ["subject", "collaborator", "fields", "due_date"] as const;

/** What is given, and sending it: the record’s task and its hand-over in one go. */
function useHandOver({ object, record, onClose }: RecordActionProps, nameOf: (id: string) => string) {
  const { t } = useLanguage();
  const refresh = useRefresh();
  const tell = useTell();
  const [given, setGiven] = useState<Handing>({
    subject: "",
    description: "",
    due: null,
    collaborator: null,
    fields: [object.title],
  });
  const { errors, busy, submit } = useForm<(typeof FIELDS)[number]>(FIELDS);
  const { subject, description, due, collaborator, fields } = given;
  const send = () =>
    submit({ subject, collaborator: collaborator ?? "" }, async () => {
      await call(handOver, {
        params: { object: object.name, id: idOf(record) },
        body: {
          subject: subject.trim(),
          collaborator: collaborator ?? "",
          fields,
          ...(description.trim() ? { description: description.trim() } : {}),
          ...(due ? { due_date: due } : {}),
        },
      });
      refresh("task");
      refresh(object.name);
      tell.done(t(collaborationScreenMessages.handed, { name: nameOf(collaborator ?? "") }));
      onClose();
    });
  return { given, setGiven, errors, busy, send };
}

/** Asks whom, for what, and what of the record they may see for it. */
export function HandOverDialog(props: RecordActionProps) {
  const { object, record, onClose } = props;
  const { t } = useLanguage();
  const collaborators = useCollaborators();
  const nameOf = (wanted: string) => collaborators.data?.find(({ id }) => id === wanted)?.name ?? "";
  const { given, setGiven, errors, busy, send } = useHandOver(props, nameOf);
  const isEmpty = collaborators.data?.length === 0;
  return (
    <Modal
      open
      width={520}
      title={t(collaborationScreenMessages.handOver)}
      okText={t(collaborationScreenMessages.submit)}
      cancelText={t(kitMessages.cancel)}
      confirmLoading={busy}
      okButtonProps={{ disabled: !collaborators.data || isEmpty }}
      onOk={() => void send()}
      onCancel={onClose}
    >
      <QueryResult query={collaborators} rows={3}>
        {(people) =>
          people.length === 0 ? (
            <Empty icon="team" small title={t(collaborationScreenMessages.noCollaborators)} />
          ) : (
            <HandOverForm
              people={people}
              choices={choicesOf(object, record)}
              given={given}
              errors={errors}
              onChange={setGiven}
              onSubmit={() => void send()}
            />
          )
        }
      </QueryResult>
    </Modal>
  );
}

const NOT_WORDS: readonly string[] = ["json", "file", "image", "signature", "children", "tags", "location"];
/** What has a value that is said in words, and the giver sees in full. */
const choicesOf = (object: ObjectInfo, record: Values) =>
  object.fields.filter(
    (field) =>
      isShown(field) &&
      field.right !== "mask" &&
      !field.system &&
      !NOT_WORDS.includes(field.kind) &&
      !isBlank(record[field.name]),
  );
