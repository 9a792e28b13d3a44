import { label } from "../../../../shared/i18n/label.ts";
import type { ClientModule } from "../../../../ui/client-module.ts";
import { isAble } from "../../../../ui/data/session.ts";
import { lazily } from "../../../../ui/kit/lazily.ts";

export const questionnairesScreens: ClientModule = {
  name: "questionnaires",
  valueWords: [
    {
      object: "form_response",
      field: "answers",
      Component: lazily(() => import("./AnswersInWords.tsx").then((module) => module.AnswersInWords)),
    },
  ],
  settings: [
    {
      path: "questionnaires",
      label: label("调研表", "Questionnaires"),
      description: label("关卡可以要求填写的表单", "Forms that a gate can require"),
      icon: "form",
      group: "build",
      order: 31,
      applies: (me) => isAble(me, "pipelines.manage"),
      Component: lazily(() =>
        import("./QuestionnaireSettings.tsx").then((module) => module.QuestionnaireSettings),
      ),
    },
  ],
};
