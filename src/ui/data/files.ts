import { readFile, storeFile } from "../../shared/wire/files.contract.ts";
import { call } from "./call.ts";
import { LARGE, LargeUpload } from "./large-upload.ts";
import { apiPath } from "./request.ts";
import { idOf } from "./values.ts";

/** Gives the id of its record. What is large goes up in pieces and outlives a lost connection. */
export async function uploadFile(
  file: File,
  key: string,
  extra: Readonly<Record<string, string>> = {},
): Promise<{ readonly id: string }> {
  if (file.size > LARGE) return new LargeUpload(file, extra, () => undefined).run();
  const form = new FormData();
  for (const [name, value] of Object.entries(extra)) form.set(name, value);
  form.set("file", file, file.name);
  const { data } = await call(storeFile, { body: form, key });
  return { id: idOf(data) };
}
export const fileUrl = (id: string): string => apiPath(readFile.path.replace(":id", id));
