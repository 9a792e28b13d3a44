import { type LabelMap, LANGUAGES } from "../../../../shared/i18n/label.ts";
import { definitionCheckMessages, languageNames } from "./check-definition.messages.ts";
import { compose } from "../../../../shared/i18n/compose-labels.ts";

/** Something a pipeline may not be published with. `path` leads to the place: "stages.demo.entry.budget". */
export interface DefinitionProblem {
  readonly path: string;
  readonly code: string;
  readonly text: LabelMap;
}

/** A label must be there in every language. */
export const checkLabel = (path: string, map: LabelMap, place: string): readonly DefinitionProblem[] =>
  LANGUAGES.filter((language) => !map[language]?.trim()).map((language) => ({
    path,
    code: "label_missing",
    text: compose(definitionCheckMessages.label_missing, {
      place,
      language: languageNames[language] ?? language,
    }),
  }));
