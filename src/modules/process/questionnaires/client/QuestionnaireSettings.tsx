import { Button } from "antd";
import { useState } from "react";
import type { Values } from "../../../../shared/metadata/object.ts";
import { form } from "../../../../objects/work/form/form.object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { useRecords } from "../../../../ui/data/records.ts";
import { idOf } from "../../../../ui/data/values.ts";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { Page } from "../../../../ui/kit/Page.tsx";
import { Empty } from "../../../../ui/kit/States.tsx";
import { parseQuestions } from "../shared/form.ts";
import { labelIn } from "../../../../ui/data/label-in.ts";
import { QuestionnaireDialog } from "./QuestionnaireDialog.tsx";
import { questionnaireMessages } from "./questionnaire.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as editorStyles from "../../../../ui/kit/editor.module.css";

/** Forms that gates ask for, e.g. 客户需求调研表. */
export function QuestionnaireSettings() {
  const { t, of } = useLanguage();
  const found = useRecords("form", { sort: "name", limit: 200 });
  const [editing, setEditing] = useState<Values | "new" | null>(null);
  return (
    <Page
      title={t(questionnaireMessages.questionnaires)}
      icon="form"
      action={
        <Button type="primary" icon={<Icon name="plus" />} onClick={() => setEditing("new")}>
          {t(questionnaireMessages.newQuestionnaire)}
        </Button>
      }
    >
      <QueryResult query={found} rows={6}>
        {({ data }) =>
          data.length === 0 ? (
            <Empty
              icon="form"
              title={t(questionnaireMessages.noQuestionnaires)}
              detail={t(questionnaireMessages.noQuestionnairesDetail)}
            />
          ) : (
            <div className={editorStyles.pipelineCards}>
              {data.map((record) => {
                const { name = "", label, questions } = partOf(form, record);
                return (
                  <button
                    key={idOf(record)}
                    type="button"
                    className={`${base.plain} ${base.card} ${editorStyles.pipelineCard}`}
                    data-part="pipeline-card"
                    onClick={() => setEditing(record)}
                  >
                    <b className={base.clip}>{of(labelIn(label), name)}</b>
                    <span className={base.muted}>
                      <code>{name}</code> · {t(questionnaireMessages.questions)}{" "}
                      {parseQuestions(questions)?.length ?? 0}
                    </span>
                  </button>
                );
              })}
            </div>
          )
        }
      </QueryResult>
      {editing && (
        <QuestionnaireDialog form={editing === "new" ? null : editing} onClose={() => setEditing(null)} />
      )}
    </Page>
  );
}
