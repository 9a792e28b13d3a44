import { useState } from "react";
import { uploadFile } from "../../data/files.ts";
import { newId } from "../../data/new-id.ts";
import { useRefresh } from "../../data/records.ts";
import { fieldMessages } from "../../field/field.messages.ts";
import { useLanguage } from "../../kit/language.tsx";
import { useTell } from "../../kit/use-tell.tsx";
import { useProblemWords } from "../../kit/use-problem-words.ts";

/** Sends files to a record one after another; a file that fails is told and does not stop the others. */
export function useUpload(object: string, id: string) {
  const { t } = useLanguage();
  const tell = useTell();
  const inWords = useProblemWords();
  const refresh = useRefresh();
  const [under, setUnder] = useState<string | null>(null);
  const upload = async (files: readonly File[]) => {
    for (const one of files) {
      setUnder(one.name);
      try {
        await uploadFile(one, newId(), { regarding_object: object, regarding_id: id });
      } catch (error) {
        tell.refused(t(fieldMessages.uploadFailed, { name: one.name, reason: inWords(error) }));
      }
    }
    setUnder(null);
    refresh("file");
  };
  return { under, upload };
}
